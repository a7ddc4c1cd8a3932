"""Spanish words that are no verbs, as their neighbours ask them to be read: *ricos, pagar*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from models.checking.meaning import Kind, Meaning, Person
from models.spanish import adjectives
from models.spanish import tokens as classes
from models.spanish.lexicon import entry
from models.spanish.verbs import is_infinitive

_NOMINAL: Final = (classes.Kind.NOUN, classes.Kind.WORD, classes.Kind.NAME)
_COPULAS: Final = frozenset({"ser", "estar", "parecer", "sentir", "sentirse"})
_ALONE: Final = frozenset({"solo", "sola", "solos", "solas"})
_FREE: Final = (classes.Kind.ARTICLE, classes.Kind.TIME, classes.Kind.NEGATION)


def among_neighbours(words: Sequence[str], at: int, found: Meaning) -> Meaning:
    """The meaning of a word that is no verb, among the others."""
    if _are_people(words, at):
        kinds = found.kinds - {Kind.ADJECTIVE} | {Kind.ANIMATE, Kind.NOUN}
        return replace(found, kinds=kinds, person=Person.THIRD_PLURAL)
    if _is_quality(words, at):
        return replace(found, kinds=frozenset({Kind.ADJECTIVE}))
    if words[at] == "hasta" and at + 1 < len(words) and is_infinitive(words[at + 1]):
        return replace(found, kinds=found.kinds | {Kind.SUBORDINATOR})
    return found


def _are_people(words: Sequence[str], at: int) -> bool:
    """*ricos, deber, pagar*: what several are like, before what they do."""
    told = entry(words[at])
    if told.kind is not classes.Kind.ADJECTIVE or not told.plural or at + 1 == len(words):
        return False
    leads = all(entry(word).kind in _FREE for word in words[:at])
    lasts = adjectives.kind(told.adjective) in ("trait", "taste")
    does = is_infinitive(words[at + 1]) and words[at + 1] not in _COPULAS
    return leads and lasts and does


def _is_quality(words: Sequence[str], at: int) -> bool:
    """*silla, bajo*; *yo, solo*: an adjective, where it is not *under* or *only*."""
    before = entry(words[at - 1]) if at else None
    behind = entry(words[at + 1]) if at + 1 < len(words) else None
    if before is None:
        return False
    if words[at] == "bajo":
        return behind is None and before.kind in (*_NOMINAL, classes.Kind.DEGREE)
    if words[at] not in _ALONE:
        return False
    is_one = before.kind is classes.Kind.PRONOUN or before.lemma in _COPULAS
    return is_one and (behind is None or behind.kind is not classes.Kind.VERB)
