"""Drills: every verb in every person and tense, and roles that are left as they were chosen."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

from models.engine import Controls, Tense
from models.english.spelling import third_person
from models.english.verbs import VerbForm, inflect, read_verbs
from models.spanish import verbs as spanish_verbs
from models.spanish.conjugator import Mood, Person, finite
from models.spanish.orthography import capitalised
from models.telegraphic import as_chosen
from models.train.cleaning import FEMININE_NAMES, MASCULINE_NAMES
from models.train.pair import Pair
from models.train.templates.lists import invented_name, read_lists
from models.train.wordlists import word_set

_SPANISH: Final = (
    ("yo", "", Person.FIRST),
    ("tú", "", Person.SECOND),
    ("él", "él ", Person.THIRD),
    ("ella", "ella ", Person.THIRD),
    ("nosotros", "", Person.FIRST_PLURAL),
    ("vosotros", "", Person.SECOND_PLURAL),
    ("ellos", "ellos ", Person.THIRD_PLURAL),
    ("ellas", "ellas ", Person.THIRD_PLURAL),
)
_MOODS: Final = {Tense.PAST: Mood.PRETERITE, Tense.FUTURE: Mood.FUTURE, None: Mood.PRESENT}
_ENGLISH: Final = ("I", "you", "he", "she", "it", "we", "they")
_TENSES: Final = (None, None, Tense.PAST, Tense.PAST, Tense.FUTURE)
_NOT_ALONE: Final = word_set("pron refl sky dat stat inf")
_UNCLEAR_SHARE: Final = 0.25


def drills(language: str, count: int, rng: random.Random) -> Iterator[Pair]:
    """So many drills; the same random numbers give the same ones."""
    one = _SpanishDrills(rng) if language == "es" else _EnglishDrills(rng)
    unclear = read_lists(language)["unclear"]
    for _ in range(count):
        if rng.random() < _UNCLEAR_SHARE:
            yield _as_chosen(language, unclear, rng)
        else:
            yield one.pair()


def _as_chosen(language: str, harmful: Sequence[str], rng: random.Random) -> Pair:
    """A verb of harm or touch with one person and nobody who does it: nothing is guessed."""
    names = (*MASCULINE_NAMES[language], *FEMININE_NAMES[language], invented_name(rng))
    people = read_lists(language)["people"]
    who = rng.choice((rng.choice(names), rng.choice(people)))
    glosses = (rng.choice(harmful), who)
    return Pair(language, glosses, as_chosen(glosses, language))


class _SpanishDrills:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._verbs = [verb for verb in read_lists("es")["verbs"] if _stands(verb)]

    def pair(self) -> Pair:
        """A pronoun and a verb."""
        verb = self._rng.choice(self._verbs)
        gloss, said, person = self._rng.choice(_SPANISH)
        tense = self._rng.choice(_TENSES)
        # A bare tú with a verb may be a command; in the past it is none.
        if gloss == "tú" and tense is None:
            tense = Tense.PAST
        form = finite(verb, _MOODS[tense], person)
        sentence = capitalised(f"{said}{form}.")
        return Pair("es", (gloss, verb), sentence, Controls(tense=tense))


def _stands(verb: str) -> bool:
    return not _NOT_ALONE & spanish_verbs.frame(verb).flags and verb.endswith(("ar", "er", "ir"))


class _EnglishDrills:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._verbs = [v for v in read_verbs() if " " not in v and "'" not in v and v != "be"]

    def pair(self) -> Pair:
        """A pronoun and a verb."""
        verb = self._rng.choice(self._verbs)
        pronoun, tense = self._rng.choice(_ENGLISH), self._rng.choice(_TENSES)
        if pronoun == "you" and tense is None:
            tense = Tense.PAST
        said = self._form(verb, pronoun, tense)
        subject = pronoun[0].upper() + pronoun[1:]
        return Pair("en", (pronoun, verb), f"{subject} {said}.", Controls(tense=tense))

    @staticmethod
    def _form(verb: str, pronoun: str, tense: Tense | None) -> str:
        if tense is Tense.PAST:
            return inflect(verb, VerbForm.PAST)
        if tense is Tense.FUTURE:
            return f"will {verb}"
        return third_person(verb) if pronoun in ("he", "she", "it") else verb
