"""Phrases: a noun with its words, a preposition with its noun, a quality with its degree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from models.english import words
from models.english.lexicon import Tag, lexicon
from models.english.nouns import Count
from models.english.reader import Unit
from models.english.tables import members

_ANIMATE: Final = ("person", "kin", "parent", "animal", "office")
_PEOPLE: Final = ("person", "kin", "parent")
TIMES: Final = ("period", "day", "season", "time")
"""Kinds of nouns that tell when."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun, name or pronoun with the words that belong to it, or several joined by `and`."""

    lead: tuple[Unit, ...]
    """Determiners, numbers and adjectives, as tapped."""
    head: Unit
    tail: tuple[Unit, ...] = ()
    """Adjectives tapped behind the head: «ball, red», «Little Red Riding Hood, stunned»."""
    of: Nominal | None = None
    """What it is of: a bag *of fruit*."""
    owner: Nominal | None = None
    """Whose it is: *grandma's* house."""
    parts: tuple[Nominal, ...] = ()
    """The members of a coordination; empty for a single noun. The head is the last one's."""
    joiner: str = "and"
    where: Prepositional | None = None
    """What tells which one it is: the girl *with the red coat*."""

    @property
    def pronoun(self) -> words.Pronoun | None:
        """The personal pronoun that this is, if it stands alone."""
        if self.head.tag is Tag.PRONOUN and not self.lead and not self.parts:
            return words.PERSONAL.get(self.head.key)
        return None

    @property
    def key(self) -> str:
        """The head as the tables spell it, in the singular."""
        return self.head.noun.lemma if self.head.noun else self.head.key

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it names, the most telling first; a name is a person."""
        if self.head.noun is not None:
            kinds = self.head.noun.kinds
            return (*kinds, "person") if {"parent", "kin", "office"} & set(kinds) else kinds
        people = self.head.tag is Tag.PRONOUN and lexicon().is_in("people", self.head.key)
        somebody = self.pronoun is not None and self.pronoun is not words.IT
        return ("person",) if self.head.tag is Tag.NAME or somebody or people else ()

    def is_a(self, *kinds: str) -> bool:
        """Whether it is of any of these kinds."""
        return not set(kinds).isdisjoint(self.kinds)

    def leads(self, *keys: str) -> bool:
        """Whether one of these words stands before its head."""
        return any(unit.key in keys for unit in self.lead)

    @property
    def is_animate(self) -> bool:
        """Whether it can want, eat or hit; unknown words and names are given the benefit."""
        return self.is_a(*_ANIMATE) or self.head.tag in {Tag.NAME, Tag.UNKNOWN}

    @property
    def is_person(self) -> bool:
        """A human being, or a word that may be the name of one."""
        return self.is_a(*_PEOPLE) or self.head.tag is Tag.NAME

    @property
    def is_called(self) -> bool:
        """Whether it is how somebody is called: Mum, Leo."""
        return not self.lead and (self.is_a("parent") or self.head.tag is Tag.NAME)

    @property
    def is_determined(self) -> bool:
        """Whether it needs no article because a determiner, number or quantity was tapped."""
        leads = any(unit.tag in {Tag.DETERMINER, Tag.QUANTITY, Tag.NUMBER} for unit in self.lead)
        return leads or self.owner is not None

    @property
    def is_described(self) -> bool:
        """Whether an adjective tells which or what kind."""
        return any(unit.tag is Tag.ADJECTIVE for unit in self.lead)

    @property
    def is_plural(self) -> bool:
        """Whether its verb is plural."""
        if self.parts:
            return self.joiner == "and"
        if self.pronoun:
            return self.pronoun.plural
        if self.head.tag is Tag.PRONOUN and " and " in self.head.key:
            return True
        if self.head.tag is Tag.PRONOUN:
            return bool(words.DEMONSTRATIVES.get(self.head.key))
        return self.counted_plural or self.head.word.is_plural or self.count is Count.PLURAL

    @property
    def counted_plural(self) -> bool:
        """Whether a number or quantity before a countable noun makes it plural."""
        return self.count is Count.COUNT and any(_makes_plural(unit) for unit in self.lead)

    @property
    def count(self) -> Count:
        """How its noun is counted; names and pronouns take no article."""
        return self.head.noun.count if self.head.noun else Count.BARE

    @property
    def echo(self) -> words.Pronoun:
        """The pronoun for it, where it is spoken of again."""
        if self.pronoun is not None:
            return self.pronoun
        if self.is_plural:
            return words.WE if any(part.is_first_person for part in self.parts) else words.THEY
        if self.key in members("feminine"):
            return words.SHE
        if self.key in members("masculine"):
            return words.HE
        return words.THEY if self.is_person else words.IT

    @property
    def is_first_person(self) -> bool:
        """Whether it is the speaker, or the speaker's own."""
        return self.leads("my", "our") or self.pronoun in {words.I, words.WE}


def _makes_plural(unit: Unit) -> bool:
    if unit.tag is Tag.NUMBER or unit.key.isdecimal():
        return unit.key not in {"one", "1"}
    if unit.tag is Tag.DETERMINER:
        return words.DEMONSTRATIVES.get(unit.key, False)
    if unit.tag is not Tag.QUANTITY or unit.key in words.NOT_PLURAL:
        return False
    return words.QUANTITIES.get(unit.key) is not False


@dataclass(frozen=True, slots=True)
class Prepositional:
    """A tapped preposition with what it governs."""

    preposition: Unit
    nominal: Nominal


@dataclass(frozen=True, slots=True)
class Quality:
    """An adjective with the words that grade it: very big."""

    units: tuple[Unit, ...]

    @property
    def head(self) -> Unit:
        return self.units[-1]

    @property
    def is_feeling(self) -> bool:
        adjective = self.head.adjective
        return adjective is not None and adjective.is_feeling

    @property
    def said(self) -> str:
        return " ".join(unit.said for unit in self.units)


Piece = Nominal | Prepositional | Quality | Unit


def is_unit(piece: Piece | None, *tags: Tag) -> bool:
    """Whether a piece is a single word of one of these classes."""
    return isinstance(piece, Unit) and piece.tag in tags


def is_action(piece: Piece | None) -> bool:
    """Whether a piece is a verb."""
    return is_unit(piece, Tag.VERB)


def join(first: Nominal, second: Nominal, joiner: str = "and") -> Nominal:
    """Two nouns as one phrase."""
    parts = (*(first.parts or (first,)), *(second.parts or (second,)))
    return Nominal((), second.head, parts=parts, joiner=joiner)
