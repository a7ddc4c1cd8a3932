"""What a chosen word is: the values that pass from the lexicon to the planner."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Final

from models.spanish.conjugator import Mood, Person
from models.spanish.nouns import Noun

UNTAPPED: Final = -1
"""The place of a word that nobody tapped."""


class Kind(Enum):
    """Word classes as the planner needs them."""

    PRONOUN = auto()
    OBLIQUE = auto()
    CLITIC = auto()
    VERB = auto()
    FINITE = auto()
    GERUND = auto()
    NOUN = auto()
    NAME = auto()
    WORD = auto()
    """Unknown; treated as a noun."""
    ADJECTIVE = auto()
    ARTICLE = auto()
    DEMONSTRATIVE = auto()
    POSSESSIVE = auto()
    QUANTIFIER = auto()
    NUMBER = auto()
    NEUTER = auto()
    INDEFINITE = auto()
    TIME = auto()
    PLACE = auto()
    LOCATIVE = auto()
    MANNER = auto()
    DEGREE = auto()
    ADVERB = auto()
    PREPOSITION = auto()
    COORDINATOR = auto()
    SUBORDINATOR = auto()
    QUESTION = auto()
    NEGATION = auto()
    SOCIAL = auto()
    UTTERANCE = auto()
    """A whole phrase with a verb of its own that stays as it is."""
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon knows of a word."""

    kind: Kind
    lemma: str
    noun: Noun | None = None
    plural: bool = False
    adjective: str = ""
    """Masculine singular, where a noun or verb form may also be an adjective."""
    verb: str = ""
    """The infinitive, where a noun or adjective may also be a verb form."""
    person: Person | None = None
    mood: Mood | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the message."""

    gloss: int
    """Which of the chosen words it comes from."""
    text: str
    """As it will be written if nothing inflects it."""
    entry: Entry
    also: tuple[int, ...] = ()
    """Further chosen words that it says: tener and miedo in one verb."""

    @property
    def glosses(self) -> frozenset[int]:
        """Every chosen word that it says."""
        return frozenset({self.gloss, *self.also})

    @property
    def kind(self) -> Kind:
        return self.entry.kind

    @property
    def lemma(self) -> str:
        return self.entry.lemma

    @property
    def noun(self) -> Noun | None:
        return self.entry.noun

    def as_kind(self, kind: Kind, lemma: str = "") -> Token:
        """The same word read as another class."""
        return replace(self, entry=replace(self.entry, kind=kind, lemma=lemma or self.lemma))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sentence and the chosen words it says; none for a word of the grammar."""

    text: str
    glosses: frozenset[int] = field(default_factory=frozenset)


def said(token: Token, form: str = "") -> Word:
    """A word of the message, in the form it takes."""
    return Word(form or token.text, token.glosses)


def added(text: str) -> Word:
    """A word of the grammar."""
    return Word(text)
