"""A message as the checks see it: what each gloss is, and who does what in which clause."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from models.checking.matching import Vocabulary
from models.checking.meaning import Addition, Kind, Meaning, Person, Reading, Trait
from models.engine import QUESTION_GLOSS, Controls, Formality, SentenceType


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

    def is_plural(self, word: str) -> bool | None:
        """Whether a noun is in the plural; None where it is not known."""
        ...

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
    carried: tuple[int, ...] = ()
    """Where a conjunction opens it: the people of the clauses before, who may do this too."""
    is_dependent: bool = False
    """Whether it hangs on another one: *if the phone rings*."""


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

    def asks_in(self, clause: Clause) -> bool:
        """Whether a question word asks here, and not in an indirect question behind it."""
        indirect = {other.members[0] for other in self.clauses[1:] if other.is_dependent}
        return any(
            meaning.is_a(Kind.QUESTION) and (at not in indirect or at in clause.members)
            for at, meaning in enumerate(self.meanings)
        )

    @property
    def is_polite(self) -> bool:
        return self.controls.formality is Formality.POLITE or self.has_trait(Trait.POLITE)

    @property
    def is_invitation(self) -> bool:
        """*querer, venir, casa*: to want to come to the speaker is asked of the listener."""
        is_led_here = any(
            Trait.RAISING in wish.traits and Trait.HITHER in act.traits
            for wish, act in itertools.pairwise(self.meanings)
        )
        return is_led_here and not any(clause.before for clause in self.clauses)

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
    """A participant behind a predicate opens a new clause if a predicate follows it, and so does
    a conjunction."""
    start = 0
    people: tuple[int, ...] = ()
    for at in range(1, len(meanings) + 1):
        if at == len(meanings) or _opens_clause(meanings, start, at):
            clause = _clause(meanings, start, at, people)
            yield clause
            start, people = at, (*people, *clause.before, *clause.after)


def _opens_clause(meanings: Sequence[Meaning], start: int, at: int) -> bool:
    if _casts_another(meanings, start, at):
        return True
    if not any(map(_is_predicate, meanings[start:at])):
        return False
    if _joins_clauses(meanings, at) or _has_introduced(meanings, at):
        return True
    if Trait.ANEW in meanings[at].traits:
        return True
    before = meanings[at - 1]
    is_complement = (Trait.LINKING in before.traits and Trait.RAISING not in before.traits) or (
        Trait.CONTROL in before.traits and meanings[at].is_a(Kind.PRONOUN, Kind.ANIMATE)
    )
    is_marked = before.is_a(Kind.PREPOSITION) and Trait.DATIVE in meanings[at - 2].traits
    has_no_verb = not any(meaning.is_a(Kind.VERB) for meaning in meanings[start:at])
    is_complement |= is_marked or (meanings[at].is_never_subject and has_no_verb)
    rest = _own(meanings, at + 1)
    return (
        _is_participant(meanings[at])
        and not is_complement
        and not _gives_way(meanings[at], rest)
        and _has_predicate(meanings[at], rest)
    )


def _casts_another(meanings: Sequence[Meaning], start: int, at: int) -> bool:
    """*yo, princesa, tú, dragón*: who is what, without a verb."""
    does = any(
        meaning.is_a(Kind.VERB) and Trait.LINKING not in meaning.traits for meaning in meanings
    )
    if does or at + 1 >= len(meanings):
        return False
    here, following = meanings[at], meanings[at + 1]
    is_cast = meanings[start].is_a(Kind.PRONOUN) and meanings[at - 1].is_a(Kind.NOUN)
    is_other = here.is_a(Kind.PRONOUN) and here != meanings[start] and not here.is_object_form
    return start < at - 1 and is_cast and is_other and following.is_a(Kind.NOUN)


def _has_introduced(meanings: Sequence[Meaning], at: int) -> bool:
    """*ser, Rubén, hablar*: what somebody does who has told their name."""
    if at < 2 or not meanings[at].is_a(Kind.VERB):
        return False
    is_name = meanings[at - 1].is_a(Kind.ANIMATE) and not meanings[at - 1].is_a(Kind.NOUN)
    return is_name and Trait.LINKING in meanings[at - 2].traits


def _joins_clauses(meanings: Sequence[Meaning], at: int) -> bool:
    """*because, rain*, *and, go*; but *bread, and, milk* is no clause."""
    if _begins_dependent(meanings, at):
        return any(map(_is_predicate, _own(meanings, at + 1)))
    if not meanings[at].is_a(Kind.COORDINATOR):
        return False
    light = (Kind.NEGATION, Kind.TIME, Kind.QUESTION)
    rest = [one for one in meanings[at + 1 :] if not (one.is_a(*light) or one.is_never_subject)]
    if not rest:
        return False
    # Tú, ser, perro, y, yo, gato: to be is understood.
    is_same = any(Trait.LINKING in one.traits for one in meanings[:at])
    is_other = is_same and rest[0].is_a(Kind.PRONOUN) and len(rest) > 1
    return rest[0].is_a(Kind.VERB) or is_other


def _own(meanings: Sequence[Meaning], start: int) -> Sequence[Meaning]:
    """What follows in the same clause, as far as conjunctions tell."""
    for at in range(start, len(meanings)):
        is_joined = meanings[at].is_a(Kind.COORDINATOR) and _joins_clauses(meanings, at)
        if _begins_dependent(meanings, at) or is_joined:
            return meanings[start:at]
    return meanings[start:]


def _begins_dependent(meanings: Sequence[Meaning], at: int) -> bool:
    """A conjunction, or the question word of an indirect question: *tell, me, what, happen*."""
    is_asked = meanings[at].is_a(Kind.QUESTION) and any(
        Trait.ASKING in meaning.traits for meaning in meanings[:at]
    )
    return is_asked or meanings[at].is_a(Kind.SUBORDINATOR)


def _gives_way(meaning: Meaning, rest: Sequence[Meaning]) -> bool:
    """*mum, hit, me, when, I, cry*: an object form leaves the verb to the subject behind it, and
    so does the first of two that are the same."""
    if meaning.is_a(Kind.PRONOUN) and rest and rest[0] == meaning:
        return True
    if not meaning.is_object_form:
        return False
    following = next((m for m in rest if _is_participant(m) or m.is_a(Kind.VERB)), None)
    return following is not None and _is_participant(following) and not following.is_object_form


def _has_predicate(subject: Meaning, rest: Sequence[Meaning]) -> bool:
    """An adjective behind a noun describes it; behind a pronoun it says something of it."""
    before = (subject, *rest)
    if any(
        meaning.is_a(Kind.VERB) and not before[at].is_a(Kind.PREPOSITION)
        for at, meaning in enumerate(rest)
    ):
        return True
    return subject.is_a(Kind.PRONOUN) and any(map(_is_predicate, rest[:1]))


def _clause(meanings: Sequence[Meaning], start: int, end: int, people: tuple[int, ...]) -> Clause:
    indices = range(start, end)
    predicates = _of(meanings, indices, lambda meaning: meaning.is_a(Kind.VERB))
    predicates = predicates or _of(meanings, indices, _is_predicate)
    first = predicates[0] if predicates else end
    participants = _of(meanings, indices, _is_participant)
    before = tuple(at for at in participants if at < first)
    # *Enrique, me, regalar*: a form that is no subject, beside somebody who can be one.
    objects = tuple(at for at in before if meanings[at].is_object_form)
    if len(objects) == len(before):
        objects = tuple(at for at in objects if meanings[at].is_never_subject)
    is_dependent = _begins_dependent(meanings, start)
    return Clause(
        tuple(indices),
        predicates,
        tuple(at for at in before if at not in objects),
        (*objects, *(at for at in participants if at > first)),
        people if is_dependent or meanings[start].is_a(Kind.COORDINATOR) else (),
        is_dependent,
    )


def _of(
    meanings: Sequence[Meaning], indices: range, fits: Callable[[Meaning], bool]
) -> tuple[int, ...]:
    return tuple(at for at in indices if fits(meanings[at]))


def _is_participant(meaning: Meaning) -> bool:
    return meaning.is_a(Kind.PRONOUN, Kind.ANIMATE) and meaning.person is not None


def _is_predicate(meaning: Meaning) -> bool:
    return meaning.is_a(Kind.VERB, Kind.ADJECTIVE, Kind.STATE) and not _is_participant(meaning)
