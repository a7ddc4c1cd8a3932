"""What the realiser knows of a word: the classes it may have and how it behaves in each."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from models.english import nouns, tables, verbs, words
from models.english.nouns import Noun
from models.english.verbs import Verb, VerbForm


class Tag(Enum):
    """The word classes that the planner tells apart."""

    PRONOUN = "pronoun"
    NAME = "name"
    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PLACE = "place adverb"
    INTENSIFIER = "intensifier"
    DETERMINER = "determiner"
    QUANTITY = "quantity"
    NUMBER = "number"
    PREPOSITION = "preposition"
    PARTICLE = "particle"
    CONJUNCTION = "conjunction"
    NEGATION = "negation"
    QUESTION = "question word"
    TIME = "time"
    SOCIAL = "social"
    MODAL = "modal"
    TO = "to"
    PHRASE = "phrase"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective: what it describes, and which preposition brings its complement."""

    lemma: str
    trait: str
    frames: Mapping[str, str]

    @property
    def is_feeling(self) -> bool:
        """A state that the speaker is in: takes the default I."""
        return self.trait in {"feeling", "worry"}

    @property
    def stands_alone(self) -> bool:
        """Says how somebody is even before a noun: `worried, exam` is no worried exam."""
        return self.trait == "worry"


@dataclass(frozen=True, slots=True)
class Word:
    """One gloss as the tables know it, before its place in the message decides its class."""

    text: str
    """As it is to be written."""
    tags: frozenset[Tag]
    verb: Verb | None = None
    form: VerbForm = VerbForm.BASE
    noun: Noun | None = None
    is_plural: bool = False
    adjective: Adjective | None = None
    first_choice: Tag = Tag.UNKNOWN
    """The class it has where nothing speaks against it."""


_CLOSED: Final[Mapping[str, Tag]] = MappingProxyType(
    {
        "preposition": Tag.PREPOSITION,
        "particle": Tag.PARTICLE,
        "place": Tag.PLACE,
        "frequency": Tag.ADVERB,
        "middle": Tag.ADVERB,
        "adverb": Tag.ADVERB,
        "intensifier": Tag.INTENSIFIER,
        "time": Tag.TIME,
        "greeting": Tag.SOCIAL,
        "cry": Tag.SOCIAL,
        "number": Tag.NUMBER,
        "pronoun": Tag.PRONOUN,
        "people": Tag.PRONOUN,
    }
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every table, read once."""

    verbs: Mapping[str, Verb]
    verb_forms: Mapping[str, tuple[str, VerbForm]]
    """Inflected forms and what they are forms of."""
    nouns: Mapping[str, Noun]
    adjectives: Mapping[str, Adjective]
    asked: frozenset[str]
    """Adjectives for what one asks a person to be: be quiet."""
    classes: Mapping[str, frozenset[str]]
    """The words of each closed class."""
    closed: Mapping[str, frozenset[Tag]]

    def is_in(self, name: str, word: str) -> bool:
        """Whether a lower-case word is in a closed class of `data/words.tsv`."""
        return word in self.classes[name]


@functools.cache
def lexicon() -> Lexicon:
    """The tables; read at the first sentence, in some tens of milliseconds."""
    known = verbs.read_verbs()
    adjectives, asked = _read_adjectives()
    classes = {row[0]: frozenset(tables.listed(row[1])) for row in tables.rows("words.tsv")}
    return Lexicon(
        known, _read_forms(known), nouns.read_nouns(), adjectives, asked, classes, _closed(classes)
    )


def _read_adjectives() -> tuple[dict[str, Adjective], frozenset[str]]:
    table: dict[str, Adjective] = {}
    asked: frozenset[str] = frozenset()
    for trait, frames, listed in tables.rows("adjectives.tsv"):
        if trait == "be-it":
            asked = frozenset(tables.listed(listed))
            continue
        for word in tables.listed(listed):
            table.setdefault(word.lower(), Adjective(word, trait, tables.frames(frames)))
    return table, asked


def _read_forms(known: Mapping[str, Verb]) -> dict[str, tuple[str, VerbForm]]:
    forms: dict[str, tuple[str, VerbForm]] = {}
    for verb in known.values():
        for written, form in verbs.forms_of(verb).items():
            if written not in known:
                forms.setdefault(written, (verb.lemma, form))
    for written in ("am", "are", "'s", "'re", "'m"):
        forms[written] = ("be", VerbForm.THIRD)
    forms["were"] = ("be", VerbForm.PAST)
    return forms


def _closed(classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[Tag]]:
    table: dict[str, set[Tag]] = {}
    groups: list[tuple[Tag, frozenset[str]]] = [
        (tag, classes[name]) for name, tag in _CLOSED.items()
    ]
    groups += [
        (Tag.PRONOUN, frozenset(words.PERSONAL) | words.REFLEXIVE | words.ABSOLUTE),
        (Tag.PRONOUN, frozenset(words.DEMONSTRATIVES) | {"his"}),
        (Tag.DETERMINER, words.POSSESSIVES | words.ARTICLES | frozenset(words.DEMONSTRATIVES)),
        (Tag.QUANTITY, frozenset(words.QUANTITIES)),
        (Tag.CONJUNCTION, words.CONJUNCTIONS),
        (Tag.NEGATION, words.NEGATIONS),
        (Tag.QUESTION, words.QUESTION_WORDS),
        (Tag.MODAL, frozenset(words.MODALS)),
        (Tag.TIME, frozenset(words.TIME_TENSES) | words.NOW),
        (Tag.TO, frozenset({"to"})),
    ]
    for tag, members in groups:
        for word in members:
            table.setdefault(word, set()).add(tag)
    return {word: frozenset(tags) for word, tags in table.items()}
