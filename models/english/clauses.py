"""A clause as planned: who does what to what, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from models.engine import Tense
from models.english.phrases import Nominal, Piece
from models.english.reader import Unit
from models.english.verbs import Verb
from models.english.words import Pronoun


class Mood(Enum):
    """What a clause does."""

    STATEMENT = "statement"
    QUESTION = "question"
    REQUEST = "request"
    FRAGMENT = "fragment"
    """Words without a subject that stay so: «Eat now.», «More music.»"""


class Supplied(Enum):
    """A subject that nobody tapped."""

    NONE = "none"
    I = "I"  # noqa: E741 - the English word
    IT = "it"
    SAME = "same"
    """The subject of the clause before, as a pronoun."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the message as a whole, or the user's controls, decided for a clause."""

    question: bool = False
    request: bool = False
    negated: bool = False
    tense: Tense | None = None
    embedded: bool = False
    joined: bool = False
    """Another clause of the same message stands before it."""
    habit: bool = False
    """Depends on a condition, or is one: said in the simple present."""
    continues: bool = False
    """Another clause follows, which tells the cause."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a clause with a verb when its roles are given out."""

    verb: Verb
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    question: str | None = None
    """The question word, or "" for a question without one."""
    asked: Nominal | None = None
    """The noun behind the question word."""
    request: bool = False
    negated: bool = False
    forbids: bool = False
    """Denied by a `don't` at its head, as one says it to others: «Don't finish my sentences»."""
    modal: bool = False
    timed: bool = False
    """Whether a word or control puts it into the past or the future."""
    later: bool = False
    """Whether it puts it into the future."""
    embedded: bool = False
    joined: bool = False
    opened: bool = False
    """Whether words of time stand before everything else."""

    @property
    def asks(self) -> bool:
        return self.question is not None

    @property
    def subjects(self) -> list[Nominal]:
        """The nouns before the verb."""
        return [piece for piece in self.before if isinstance(piece, Nominal)]

    @property
    def objects(self) -> list[Nominal]:
        """The nouns behind the verb."""
        return [piece for piece in self.after if isinstance(piece, Nominal)]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a message."""

    mood: Mood
    subject: Nominal | None = None
    supplied: Supplied = Supplied.NONE
    verb: Unit | None = None
    """None where `be` is supplied, or where the clause is a fragment without a verb."""
    echo: Pronoun | None = None
    """With Supplied.SAME: who it is."""
    copula: bool = False
    """Whether `be` is supplied between the subject and the rest."""
    modal: Unit | None = None
    negated: bool = False
    tense: Tense | None = None
    """What the words or the user decided; None leaves it to the verb."""
    question: tuple[Unit, ...] = ()
    """The question word: what, how many."""
    asked: Nominal | None = None
    """The noun behind the question word: how many *apples*."""
    asks_subject: bool = False
    """«Who is coming?»: the question word is the subject."""
    opening: tuple[Piece, ...] = ()
    """Words of time and the like that stand first."""
    calls: tuple[Nominal, ...] = ()
    """Whom the message calls: «Mum, ...»"""
    calls_last: tuple[Nominal, ...] = ()
    middle: tuple[Unit, ...] = ()
    """Adverbs that stand at the verb: never, always, also."""
    rest: tuple[Piece, ...] = ()
    """What follows the verb, in order."""
    embedded: bool = False
    """Depends on another clause: no mood of its own."""
    governed: bool = False
    """Words without a verb behind a preposition: because of *the rain*."""
    is_now: bool = False
    """A word says that it goes on at this moment."""
    is_habit: bool = False
    """A word says that it is usual, or it depends on a condition: simple present."""
