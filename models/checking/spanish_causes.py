"""Where what somebody else does begins behind how the speaker is: *yo, contento, venir, primo*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.spanish import tokens as classes
from models.spanish.lexicon import entry
from models.spanish.names import is_given_name
from models.spanish.tokens import Entry, Kind
from models.spanish.verbkinds import COMING, UNACCUSATIVE
from models.spanish.verbs import frame

_HUMAN: Final = frozenset({"person", "kin", "animal"})
_SEASONS: Final = frozenset({"time", "season", "feast", "event", "media", "weekday", "month"})
_BETWEEN: Final = (Kind.NEGATION, Kind.DEGREE, Kind.TIME)
_BEFORE_NOUNS: Final = (Kind.ARTICLE, Kind.POSSESSIVE, Kind.QUANTIFIER, Kind.DEMONSTRATIVE)


def begins_anew(words: Sequence[str], at: int) -> bool:
    """Whether here begins what another does by itself, with its verb or with a thing before it."""
    if not _tells_how_one_is(words[:at]):
        return False
    found = entry(words[at])
    if found.kind is Kind.VERB:
        behind = [entry(word) for word in words[at + 1 :]]
        return _is_of_another(words[at], behind, words[at + 1 :])
    return found.noun is not None and _acts_by_itself(found, words[at + 1 :])


def _tells_how_one_is(words: Sequence[str]) -> bool:
    """A pronoun and an adjective, and nothing but small words beside them."""
    kinds = [entry(word) for word in words]
    told = [one for one in kinds if one.kind not in _BETWEEN]
    return len(told) == 2 and told[0].kind is Kind.PRONOUN and _is_quality(told[1])


def _is_quality(found: Entry) -> bool:
    return found.kind is Kind.ADJECTIVE or found.lemma == "solo"


def _is_of_another(verb: str, behind: Sequence[Entry], words: Sequence[str]) -> bool:
    """*llover*; *venir, mi, primo*; *empezar, colegio*: who stands behind it does it."""
    asks = frame(verb)
    if asks.has("sky"):
        return True
    subject = next((at for at, one in enumerate(behind) if one.kind not in _SMALL), None)
    if subject is None or (verb not in UNACCUSATIVE and verb not in {*COMING, "ser"}):
        return False
    noun = head(words[subject])
    if verb == "ser":  # porque es mi cumpleaños
        return noun.noun is not None and not _SEASONS.isdisjoint(noun.noun.classes)
    if noun.kind is Kind.NAME or is_given_name(words[subject]):
        return True
    if noun.noun is None:
        return False
    named = set(noun.noun.classes)
    if named & _HUMAN:
        return True
    return bool(named & _SEASONS) if verb in COMING else "weather" in named


_SMALL: Final = (*_BETWEEN, *_BEFORE_NOUNS)


def head(word: str) -> Entry:
    """What a word names, or a label that begins with a determiner: *mi primo*."""
    found = entry(word)
    first, _, rest = word.partition(" ")
    if rest and found.kind is classes.Kind.WORD and entry(first).kind in _BEFORE_NOUNS:
        return entry(rest)
    return found


def _acts_by_itself(found: Entry, behind: Sequence[str]) -> bool:
    """*prueba, salir, bien*: the verb behind a thing has no object and does not lead there."""
    verb = next((word for word in behind if entry(word).kind not in _BETWEEN), "")
    asks, noun = frame(verb), found.noun
    if noun is None or entry(verb).kind is not Kind.VERB or not asks.known:
        return False
    is_place = "place" in noun.classes or noun.classes[0] == "time"
    if is_place or (asks.has("tr") and verb not in COMING):
        return False
    return asks.verb not in ("ir", "venir", "volver", "jugar", "hablar", "ser", "estar")
