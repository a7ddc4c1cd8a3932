"""Who is harmed and then feels or does something: said both times, once as the object.

`he, touch, me, cry`: the person behind the harm is also the one who cries: «He touches me and I
cry». To leave it with one of the two would lose what was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.english import words
from models.english.glosses import Token, read
from models.english.lexicon import Tag
from models.english.reader import Unit
from models.english.tables import members

_DONE_TO: Final = frozenset({"ignore", "lock", "exclude", "leave out", "spy on", "follow"})
"""What one person does to another beside what the table of verbs calls harm or touch."""
_CRIES: Final = frozenset({"stop", "help", "enough", "no"})
_LED_TO: Final = ("person-to", "bare", "makes", "that", "to", "ing")
"""Verbs with one of these take what follows as what somebody is made to do, or be."""
_USED: Final = (
    "toy", "tool", "device", "furniture", "seat", "place", "vehicle", "game", "weapon", "body",
)  # fmt: skip
"""What it is done with or in: `push, me, swing`."""
_LINKING: Final = frozenset({Tag.CONJUNCTION, Tag.QUESTION, Tag.SOCIAL, Tag.PHRASE, Tag.MODAL})
_BEFORE_NOUN: Final = frozenset(
    {Tag.PREPOSITION, Tag.DETERMINER, Tag.TO, Tag.ADJECTIVE, Tag.NUMBER, Tag.QUANTITY}
)


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a harm, those of what the harmed person feels or does, and who it is."""

    done: tuple[Token, ...]
    felt: tuple[Token, ...]
    sufferer: words.Pronoun


def told(units: Sequence[Unit]) -> Told | None:
    """The two halves of such a message; None where it is none."""
    verb = _first_verb(units)
    if not _is_harm(units[verb:]) or not any(map(_is_somebody, units[:verb])):
        return None
    if any(unit.tag in _LINKING for unit in units[:verb]):
        return None
    whom = verb + 1
    while whom < len(units) and units[whom].tag is Tag.ADVERB:
        whom += 1
    sufferer = _sufferer(units[whom:])
    if sufferer is None:
        return None
    for at in range(whom + 1, len(units)):
        unit, before = units[at], units[at - 1]
        joined = unit.key == "and" and at + 1 < len(units)
        if (unit.tag in _LINKING and not joined) or _is_somebody(unit):
            return None
        if _is_told_of(unit, before):
            return _parted(units, at, whom + 1, sufferer)
    return None


def may_be_done_when_harmed(units: Sequence[Unit], token: Token) -> bool:
    """`he, touch, me` and a word: whether it may be what the harmed person does."""
    verb = _first_verb(units)
    named = any(map(_is_somebody, units[:verb])) and _is_harm(units[verb:])
    whom = [unit for unit in units[verb + 1 :] if unit.key in words.PERSONAL]
    if not named or len(whom) != 1 or any(unit.tag in _LINKING for unit in units[:verb]):
        return False
    return units[-1].tag not in _BEFORE_NOUN and _may_act(token)


def calls_out(units: Sequence[Unit], token: Token) -> bool:
    """`he, hit, me, stop`: whether the last word of a message is cried to whoever hears it."""
    if token.key not in _CRIES:
        return False
    verb = _first_verb(units)
    # A bus that hits somebody is as bad.
    if not any(_is_somebody(unit) or unit.tag is Tag.NOUN for unit in units[:verb]):
        return False
    return _is_harm(units[verb:]) and units[-1].key in words.PERSONAL


def _first_verb(units: Sequence[Unit]) -> int:
    """Where it stands; behind the end where there is none."""
    return next((at for at, unit in enumerate(units) if unit.tag is Tag.VERB), len(units))


def _is_harm(units: Sequence[Unit]) -> bool:
    verb = units[0].verb if units else None
    if verb is None or verb.has(*_LED_TO):
        return False
    return verb.has("harm", "touch") or verb.lemma in _DONE_TO


def _is_somebody(unit: Unit) -> bool:
    if unit.tag is Tag.PRONOUN:
        return unit.key in words.PERSONAL and unit.key != "it"
    noun = unit.noun
    return unit.tag is Tag.NAME or (
        noun is not None and noun.is_a("person", "kin", "parent", "office", "animal")
    )


def _sufferer(units: Sequence[Unit]) -> words.Pronoun | None:
    """The pronoun that begins here, or the owner of the part of the body that does."""
    if len(units) < 2 or units[0].key not in {*words.PERSONAL, "my"} - {"it"}:
        return None
    owned = units[1].noun is not None and units[1].noun.is_a("body")
    if units[0].key == "my":
        return words.I if owned else None
    names = units[0].tag is Tag.DETERMINER and not _may_act(units[1].token)
    return None if names and units[1].tag is not Tag.NEGATION else words.PERSONAL[units[0].key]


def _is_told_of(unit: Unit, before: Unit) -> bool:
    """Whether a word is what the harmed person feels or does."""
    if before.tag in _BEFORE_NOUN and before.key not in words.PERSONAL:
        return False
    adjective = unit.adjective
    if adjective is not None and adjective.is_feeling and Tag.ADVERB not in unit.word.tags:
        return True
    return _may_act(unit.token)


def _may_act(token: Token) -> bool:
    """cry, sleep, want; but not what one is hit with, nor a harm: who does that is open."""
    verb, noun = token.word.verb, token.word.noun
    if verb is None or (verb.has("harm", "touch") and not verb.has("body", "alone")):
        return False
    if noun is None:
        return True
    if noun.is_a(*_USED) or token.key in members("noun first"):
        return False
    return verb.has("alone", "state", "self", "body")


def _parted(units: Sequence[Unit], end: int, first: int, sufferer: words.Pronoun) -> Told:
    start = end
    while start > first and units[start - 1].tag is Tag.NEGATION:
        start -= 1
    joined = start > first and units[start - 1].key == "and"
    done = [unit.token for unit in units[: start - 1 if joined else start]]
    felt = [unit.token for unit in units[start:]]
    (name,) = read([sufferer.subject])
    return Told(tuple(done), (name, *felt), sufferer)
