"""Who or what does it in Spanish, where no person is named: *taxi, esperar, nosotros*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.checking import spanish_words as small
from models.spanish import adjectives
from models.spanish.experienced import is_somebody
from models.spanish.lexicon import entry
from models.spanish.tokens import Kind
from models.spanish.wordlist import listed

_DONE_TO: Final = listed("yo me nosotros nosotras nos tú te")
_DRIVING: Final = listed("esperar recoger llevar traer dejar adelantar")
"""What a bus or a taxi does to somebody."""
_PRESSING: Final = listed("apretar deslumbrar rozar rascar tapar mojar calentar molestar")
"""What a thing does to somebody."""


def is_done_by_a_thing(words: Sequence[str], at: int, verb: str) -> bool:
    """*taxi, esperar, nosotros*; *venda, apretar, yo, muñeca*: a thing before it, a pronoun behind
    it."""
    if words[at + 1 : at + 2] == [] or words[at + 1] not in _DONE_TO:
        return False
    nouns = [noun for word in words[:at] if (noun := entry(word).noun) is not None]
    if verb in _PRESSING:
        return bool(nouns)
    return verb in _DRIVING and any(noun.classes[0] == "vehicle" for noun in nouns)


def is_felt_behind(words: Sequence[str], at: int, verb: str) -> bool:
    """*aburrir, yo, misa*: the person stands right behind it."""
    behind = words[at + 1 :]
    if verb == "poner":
        return makes_nervous(words, at, verb)
    if not behind or behind[0] not in _DONE_TO or verb not in small.STIRRED:
        return False
    nouns = [word for word in words[:at] if entry(word).noun is not None]
    return len(behind) > 1 or (bool(nouns) and not any(map(is_somebody, words[:at])))


def makes_nervous(words: Sequence[str], at: int, verb: str) -> bool:
    """*ruido, poner, nervioso, yo*: what makes somebody so, and is asked of nobody."""
    if verb != "poner" or any(map(is_somebody, words[:at])):
        return False
    behind = [entry(word) for word in words[at + 1 :]]
    told = next((one for one in behind if one.kind is not Kind.DEGREE), None)
    if told is not None and words[at + 1] in _DONE_TO:
        told = next((one for one in behind[1:] if one.kind is not Kind.DEGREE), None)
    if told is None or not told.adjective:
        return False
    return adjectives.kind(told.adjective) in ("state", "mood")


def is_borne(words: Sequence[str], at: int, verb: str) -> bool:
    """*sentar, yo, mal, lactosa*: what does somebody good or harm."""
    is_how = not {"bien", "mal", "fatal"}.isdisjoint(words)
    return verb == "sentar" and is_how and not any(word in _DONE_TO for word in words[:at])


def is_unknown_doer(words: Sequence[str], at: int) -> bool:
    """*capataz, cambiar, yo, turno*: before what is done to somebody with a thing an unknown word
    can only be who does it."""
    found = entry(words[at])
    if found.kind is not Kind.WORD or len(words) < at + 4:
        return False
    verb, whom, *things = words[at + 1 :]
    is_done = entry(verb).kind is Kind.VERB and whom in _DONE_TO
    return is_done and entry(things[-1]).noun is not None
