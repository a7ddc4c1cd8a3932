"""The verbs of Spanish as the checks see them: whose form it is, and what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from models.checking import spanish_words as small
from models.checking.meaning import Person, Reading
from models.checking.words import without_acute
from models.engine import Tense
from models.spanish import conjugator
from models.spanish import tokens as classes
from models.spanish.conjugator import Mood
from models.spanish.lexicon import bare, entry
from models.spanish.verbs import is_infinitive

_P = conjugator.Person
PERSONS: Final[Mapping[conjugator.Person, Person]] = MappingProxyType(
    {
        _P.FIRST: Person.FIRST,
        _P.SECOND: Person.SECOND,
        _P.VOS: Person.SECOND,
        _P.THIRD: Person.THIRD,
        _P.FIRST_PLURAL: Person.FIRST_PLURAL,
        _P.SECOND_PLURAL: Person.SECOND_PLURAL,
        _P.THIRD_PLURAL: Person.THIRD_PLURAL,
    }
)
_TENSES: Final[Mapping[Mood, Tense | None]] = MappingProxyType(
    {
        Mood.PRESENT: Tense.PRESENT,
        Mood.PRETERITE: Tense.PAST,
        Mood.IMPERFECT: Tense.PAST,
        Mood.FUTURE: Tense.FUTURE,
        Mood.CONDITIONAL: None,
        Mood.SUBJUNCTIVE: None,
        Mood.PAST_SUBJUNCTIVE: None,
    }
)


@cache
def _auxiliaries() -> Mapping[str, str]:
    """Every form of the verbs that a sentence may add, and which verb it is of."""
    return {form: verb for verb in reversed(small.AUXILIARIES) for form in all_forms(verb)}


def auxiliary_of(word: str) -> str | None:
    return _auxiliaries().get(word)


@lru_cache(maxsize=512)
def all_forms(verb: str) -> frozenset[str]:
    others = {verb, conjugator.gerund(verb), conjugator.participle(verb)}
    return frozenset(paradigm(verb)) | others


_SINGLE: Final = re.compile(r"[^aeiouáéíóú]+[iu][áéó](?:is)?")
"""What is written with an accent and without: *riáis* and *riais*, *guió* and *guio*."""


def spellings(form: str) -> tuple[str, ...]:
    """The ways to write a form that many say in one syllable."""
    return (form, without_acute(form)) if _SINGLE.fullmatch(form) else (form,)


@lru_cache(maxsize=512)
def paradigm(verb: str) -> Mapping[str, frozenset[Reading]]:
    """Every finite form of a verb with all that it can mean."""
    table: dict[str, set[Reading]] = {}
    for person in conjugator.Person:
        for mood in Mood:
            reading = Reading(PERSONS[person], _TENSES[mood], is_conditional=mood in _IRREAL)
            for form in spellings(conjugator.finite(verb, mood, person)):
                table.setdefault(form, set()).add(reading)
        if person is not conjugator.Person.FIRST:
            command = Reading(PERSONS[person], is_imperative=True)
            table.setdefault(conjugator.imperative(verb, person), set()).add(command)
    return {form: frozenset(readings) for form, readings in table.items()}


_IRREAL: Final = frozenset({Mood.CONDITIONAL, Mood.PAST_SUBJUNCTIVE})


@lru_cache(maxsize=4096)
def verb_of(gloss: str) -> str | None:
    """The infinitive of a gloss that is or holds a verb."""
    word = bare(gloss)
    found, head = entry(word), word.partition(" ")[0]
    if is_infinitive(head):
        return conjugator.plain(head)
    if found.kind is classes.Kind.GERUND:
        return conjugator.plain(found.lemma.partition(" ")[0])
    return conjugator.plain(found.verb) if found.verb else None
