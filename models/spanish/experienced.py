"""Verbs that among their neighbours are like *gustar*: *me toca jugar*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from models.spanish.lexicon import entry
from models.spanish.names import is_given_name
from models.spanish.neighbours import Tokens
from models.spanish.tokens import Kind, Token
from models.spanish.verbkinds import COMPLAINTS
from models.spanish.verbs import frame, is_infinitive
from models.spanish.wordlist import listed

_WHO: Final = frozenset({"person", "kin", "animal"})
_OUTCRIES: Final = COMPLAINTS | {"doler", "sufrir", "sangrar", "huir", "escapar", "temblar"}


def experienced(tokens: Tokens) -> list[Token]:
    """The tokens, with the frame of *gustar* for what here is said like it."""
    texts = [token.text for token in tokens]
    made = [
        replace(token, entry=replace(token.entry, verb=f"{token.lemma} a"))
        if token.kind is Kind.VERB and _is_said_otherwise(texts, at, token.lemma)
        else token
        for at, token in enumerate(tokens)
    ]
    return [_whom(made, at) for at in range(len(made))]


def _is_said_otherwise(words: Sequence[str], at: int, verb: str) -> bool:
    """Whether a verb has here the frame that the table gives it with *a*."""
    if verb == "recordar":
        return is_reminder(words, at)
    if verb == "tocar" and is_won(words, at):
        return True
    return is_experienced(words, at, verb) or is_felt_behind(words, at, verb)


_WON: Final = listed("lotería quiniela sorteo premio turno bonoloto cupón")


def is_won(words: Sequence[str], at: int) -> bool:
    """*tocar, lotería*: what falls to somebody, and what nobody touches."""
    return any(word in _WON for word in words[at + 1 : at + 3])


DONE_TO: Final = listed("yo me nosotros nosotras nos tú te")


def is_felt_behind(words: Sequence[str], at: int, verb: str) -> bool:
    """*aburrir, yo, misa*; *serie, decepcionar, yo*: the person stands right behind it."""
    behind = words[at + 1 :]
    if verb in _WORRYING and list(words[:at]) == ["yo"]:
        return any(map(_is_thing, behind)) and not any(map(is_somebody, behind))
    is_felt = verb != "tocar" and frame(f"{verb} a").has("dat")
    if verb in _BODILY and not any(map(is_body, behind)):
        return False
    if not is_felt or not behind or behind[0] not in DONE_TO or any(map(is_somebody, words[:at])):
        return False
    return len(behind) > 1 or any(entry(word).noun is not None for word in words[:at])


def _is_thing(word: str) -> bool:
    return entry(word).noun is not None and not is_somebody(word)


_WORRYING: Final = listed("preocupar decepcionar sorprender impresionar agobiar estresar")
"""What does so to somebody, and hardly anybody to something: *yo, preocupar, dinero*."""
_BODILY: Final = listed("temblar sangrar llorar")


def is_body(word: str) -> bool:
    """A part of the body."""
    noun = entry(word).noun
    return noun is not None and noun.classes[0] == "body"


def is_reminder(words: Sequence[str], at: int) -> bool:
    """*recordar, yo, cita*; *recordar, pastilla*: what the speaker is to be reminded of."""
    behind = words[at + 1 :]
    if any(map(is_somebody, words[:at])):
        return False
    if len(behind) > 1 and behind[0] in ("yo", "me"):
        return is_infinitive(behind[1]) or any(map(is_due, behind[1:]))
    return False


def is_due(word: str) -> bool:
    """What one must not forget: a medicine, an appointment."""
    found = entry(word)
    is_care = found.noun is not None and found.noun.classes[0] == "care"
    return is_care or found.lemma in _DUE


_DUE: Final = listed("cita reunión revisión turno consulta")


def _whom(tokens: Tokens, at: int) -> Token:
    """*Quién, gustar, chocolate*: asked is to whom, where something is named that pleases."""
    asked, behind = tokens[at], tokens[at + 1 :]
    if asked.text != "quién" or not behind or behind[0].kind is not Kind.VERB:
        return asked
    is_felt = frame(behind[0].entry.verb or behind[0].lemma).has("dat")
    pleases = any(
        other.kind is Kind.VERB or (other.kind is Kind.NOUN and not is_somebody(other.text))
        for other in behind[1:]
    )
    if not (is_felt and pleases) or any(is_somebody(other.text) for other in behind[1:]):
        return asked
    return replace(asked, text="a quién", entry=entry("a quién"))


def is_experienced(words: Sequence[str], at: int, verb: str) -> bool:
    """Whether *tocar* is to be somebody's turn here: not where somebody before it may touch, and
    not where it is refused."""
    if verb in _BODILY or not frame(f"{verb} a").has("dat"):
        return False
    if not leads_to_infinitive(words, at):
        return False
    if verb != "tocar" and any(map(is_somebody, words[at + 2 :])):
        return False  # preocupar, ir, médico: whoever stands last does not feel it
    return not any(map(is_somebody, words[:at])) and "no" not in words[max(0, at - 1) : at]


def leads_to_infinitive(words: Sequence[str], at: int) -> bool:
    """An infinitive behind a verb, past the person whom it is about; but no outcry, which is an
    answer to it: *tocar, yo, gritar*."""
    behind = [word for word in words[at + 1 :] if word != "a"]
    if behind and is_somebody(behind[0]):
        behind = behind[1:]
    return bool(behind) and is_infinitive(behind[0]) and behind[0] not in _OUTCRIES


def is_somebody(word: str) -> bool:
    """Whether a lower-case word is a pronoun, a person, an animal or a name."""
    found = entry(word)
    if found.noun is not None and not _WHO.isdisjoint(found.noun.classes):
        return True
    is_pronoun = found.kind in (Kind.PRONOUN, Kind.OBLIQUE, Kind.CLITIC, Kind.INDEFINITE)
    return is_pronoun or found.kind is Kind.NAME or is_given_name(word)
