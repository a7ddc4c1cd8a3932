"""A message as the checks see it: what each gloss is, and who does what in which clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from models.checking.matching import Vocabulary
from models.engine import QUESTION_GLOSS, Controls, Formality, SentenceType, Tense


class Person(Enum):
    """Grammatical person and number."""

    FIRST = 1
    SECOND = 2
    THIRD = 3
    FIRST_PLURAL = 4
    SECOND_PLURAL = 5
    THIRD_PLURAL = 6


class Kind(Enum):
    """What a gloss can be in a message."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PRONOUN = "pronoun"
    ANIMATE = "animate"
    """Somebody who can do something: a person, an animal, a name."""
    RELATIVE = "relative"
    BODY = "body"
    """A part of the body; like a relative it may be called mine unasked."""
    STATE = "state"
    """Hunger, cold, fear: one has it or feels it."""
    POSSESSIVE = "possessive"
    TELLING = "telling"
    """A noun that is told with *to be*: name, age, birthday."""
    TIME = "time"
    NEGATION = "negation"
    QUESTION = "question"
    SOCIAL = "social"
    PLACING = "placing"
    """A preposition that tells where something is: with it a list of things is none."""
    PREPOSITION = "preposition"
    LIGHT = "light"
    """A word of grammar, which may be left out or changed."""


class Trait(Enum):
    """What a verb asks of its sentence."""

    ROLES = "roles"
    """Harm, touch, giving, telling: who does it to whom must not be guessed."""
    ASK = "ask"
    """Without a subject the listener is asked to do it."""
    STATIVE = "stative"
    """Cannot be commanded: want, know."""
    DATIVE = "dative"
    """It happens to somebody: gustar, doler."""
    BODILY = "bodily"
    """Of a part of the body it says no more than how it feels: hurt."""
    INTRANSITIVE = "intransitive"
    WEATHER = "weather"
    LINKING = "linking"
    """What follows is the same as its subject: be."""
    AT_SOMEBODY = "at somebody"
    """A feeling of the speaker about the person named: fear."""
    OF_THINGS = "of things"
    """Here without a subject it is said of a thing: *ser, difícil*, *estar, roto*."""
    BY_ITSELF = "by itself"
    """A thing without an object does it to itself: *romperse*."""
    FELT = "felt"
    """Only somebody can do it, and to something: *soportar*."""
    CONTROL = "control"
    """Whoever stands between it and an infinitive is its object: *ayudar, yo, subir*."""
    AT_A_PERSON = "at a person"
    """A person behind it is its object, not company: *querer*."""
    POLITE = "polite"
    """Addresses the listener in the third person: usted."""


class Addition(Enum):
    """Words that a sentence may add, by what they do."""

    ARTICLE = "article"
    PREPOSITION = "preposition"
    JOIN = "join"
    CLAUSE = "clause"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    BE = "be"
    AUXILIARY = "auxiliary"
    GO = "go"
    HAVE_STATE = "have a state"
    DUMMY = "dummy"
    """A subject without a meaning: it rains, there is."""
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one gloss is."""

    kinds: frozenset[Kind]
    person: Person | None = None
    """Of a pronoun, a noun or a name."""
    traits: frozenset[Trait] = frozenset()
    is_object_form: bool = False
    """*me, him, mí*: a pronoun that is no subject."""

    def is_a(self, *kinds: Kind) -> bool:
        return not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an inflected form of a verb says beside its meaning."""

    person: Person | None
    """None for infinitives, gerunds, participles and forms that every person shares."""
    tense: Tense | None = None
    is_imperative: bool = False
    is_conditional: bool = False


class Lexis(Vocabulary, Protocol):
    """What the checks have to know about a language."""

    @property
    def has_fixed_order(self) -> bool:
        """Whether the subject stands before its verb and the object behind it."""
        ...

    def meanings(self, glosses: Sequence[str]) -> tuple[Meaning, ...]: ...

    def addition(self, word: str) -> Addition | None:
        """What an added word does; None for a word that nobody may add."""
        ...

    def persons(self, word: str) -> frozenset[Person]:
        """Whom a pronoun or possessive can mean."""
        ...

    def is_subject_form(self, word: str) -> bool: ...

    def is_object_form(self, word: str) -> bool: ...

    def readings(self, word: str, gloss: str | None) -> frozenset[Reading]:
        """What a form of the gloss's verb (or of an added auxiliary) says; empty if unknown."""
        ...


@dataclass(frozen=True, slots=True)
class Clause:
    """Glosses that belong to one predicate. All numbers are indices of glosses."""

    members: tuple[int, ...]
    predicates: tuple[int, ...]
    """Its verbs, or the adjective that stands for one."""
    before: tuple[int, ...]
    """Pronouns, persons and animals in front of the first predicate."""
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """The glosses with their meanings, and what was chosen beside them."""

    glosses: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    controls: Controls
    clauses: tuple[Clause, ...]

    @property
    def is_question(self) -> bool:
        return (
            QUESTION_GLOSS in self.glosses or self.controls.sentence_type is SentenceType.QUESTION
        )

    @property
    def asks_with_a_word(self) -> bool:
        return self.has(Kind.QUESTION)

    @property
    def is_polite(self) -> bool:
        return self.controls.formality is Formality.POLITE or self.has_trait(Trait.POLITE)

    def has(self, *kinds: Kind) -> bool:
        """Whether a gloss is of any of these kinds."""
        return any(meaning.is_a(*kinds) for meaning in self.meanings)

    def has_trait(self, trait: Trait) -> bool:
        return any(trait in meaning.traits for meaning in self.meanings)

    def speaks_of(self, *persons: Person) -> bool:
        """Whether a gloss means one of these persons."""
        return any(meaning.person in persons for meaning in self.meanings)

    @property
    def is_noun_list(self) -> bool:
        """Nothing but things and people, so that nobody can tell what is said of them."""
        telling = (
            Kind.VERB, Kind.ADJECTIVE, Kind.QUESTION, Kind.STATE, Kind.TIME, Kind.PRONOUN,
            Kind.TELLING, Kind.NEGATION, Kind.PLACING,
        )  # fmt: skip
        # *Oscar, my, friend* is told with *to be*; *my, mum, car* is still a list.
        owns = any(meaning.is_a(Kind.POSSESSIVE) for meaning in self.meanings[1:])
        return not (self.has(*telling) or owns or self.is_question)

    def clause_of(self, gloss: int) -> Clause | None:
        return next((clause for clause in self.clauses if gloss in clause.members), None)


def read(glosses: Sequence[str], controls: Controls, lexis: Lexis) -> Message:
    """The message that the glosses make."""
    meanings = lexis.meanings(glosses)
    return Message(tuple(glosses), meanings, controls, tuple(_clauses(meanings)))


def _clauses(meanings: Sequence[Meaning]) -> Iterator[Clause]:
    """A participant behind a predicate opens a new clause if a predicate follows it."""
    start = 0
    for at in range(1, len(meanings) + 1):
        if at == len(meanings) or _opens_clause(meanings, start, at):
            yield _clause(meanings, start, at)
            start = at


def _opens_clause(meanings: Sequence[Meaning], start: int, at: int) -> bool:
    before = meanings[at - 1]
    is_complement = Trait.LINKING in before.traits or (
        Trait.CONTROL in before.traits and meanings[at].is_a(Kind.PRONOUN, Kind.ANIMATE)
    )
    return (
        _is_participant(meanings[at])
        and not is_complement
        and any(map(_is_predicate, meanings[start:at]))
        and _has_predicate(meanings[at], meanings[at + 1 :])
    )


def _has_predicate(subject: Meaning, rest: Sequence[Meaning]) -> bool:
    """An adjective behind a noun describes it; behind a pronoun it says something of it."""
    if any(meaning.is_a(Kind.VERB) for meaning in rest):
        return True
    return subject.is_a(Kind.PRONOUN) and any(map(_is_predicate, rest[:1]))


def _clause(meanings: Sequence[Meaning], start: int, end: int) -> Clause:
    indices = range(start, end)
    predicates = _of(meanings, indices, lambda meaning: meaning.is_a(Kind.VERB))
    predicates = predicates or _of(meanings, indices, _is_predicate)
    first = predicates[0] if predicates else end
    participants = _of(meanings, indices, _is_participant)
    before = tuple(at for at in participants if at < first)
    # *Enrique, me, regalar*: a form that is no subject, beside somebody who can be one.
    objects = tuple(at for at in before if meanings[at].is_object_form)
    objects = objects if len(objects) < len(before) else ()
    return Clause(
        tuple(indices),
        predicates,
        tuple(at for at in before if at not in objects),
        (*objects, *(at for at in participants if at > first)),
    )


def _of(
    meanings: Sequence[Meaning], indices: range, fits: Callable[[Meaning], bool]
) -> tuple[int, ...]:
    return tuple(at for at in indices if fits(meanings[at]))


def _is_participant(meaning: Meaning) -> bool:
    return meaning.is_a(Kind.PRONOUN, Kind.ANIMATE) and meaning.person is not None


def _is_predicate(meaning: Meaning) -> bool:
    return meaning.is_a(Kind.VERB, Kind.ADJECTIVE, Kind.STATE) and not _is_participant(meaning)
