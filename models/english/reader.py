"""A place in a message, and what stands before and behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from models.english.glosses import Token
from models.english.lexicon import Adjective, Tag, Word
from models.english.nouns import Noun
from models.english.verbs import Verb

NOMINAL: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.UNKNOWN})
PEOPLE: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.UNKNOWN})
BEFORE_NOUN: Final = frozenset({Tag.DETERMINER, Tag.QUANTITY, Tag.NUMBER})
_SMALL: Final = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.INTENSIFIER, Tag.TIME})
_SUBJECTS: Final = frozenset({"i", "you", "we", "they", "he", "she", "it"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A token in the class that it has in this message."""

    token: Token
    tag: Tag

    @property
    def text(self) -> str:
        return self.token.text

    @property
    def key(self) -> str:
        return self.token.key

    @property
    def word(self) -> Word:
        return self.token.word

    @property
    def said(self) -> str:
        """The word as often as it was tapped in a row."""
        return ", ".join([self.token.text] * self.token.count)

    @property
    def verb(self) -> Verb | None:
        return self.token.word.verb if self.tag is Tag.VERB else None

    @property
    def noun(self) -> Noun | None:
        return self.token.word.noun if self.tag is Tag.NOUN else None

    @property
    def adjective(self) -> Adjective | None:
        return self.token.word.adjective


@dataclass
class Reader:
    """Reads the tokens from left to right; knows what was decided and what may follow."""

    tokens: Sequence[Token]
    units: list[Unit]
    has_verb: bool = False
    """Whether the clause has its verb."""

    @property
    def index(self) -> int:
        return len(self.units)

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

    @property
    def before(self) -> Unit | None:
        return self.units[-1] if self.units else None

    def before_is(self, *tags: Tag) -> bool:
        """Whether the unit just before has one of these classes."""
        return bool(self.units) and self.units[-1].tag in tags

    def ahead(self, distance: int = 1) -> Token | None:
        """The token at a distance behind this one."""
        place = self.index + distance
        return self.tokens[place] if place < len(self.tokens) else None

    def ahead_is(self, *tags: Tag, distance: int = 1) -> bool:
        """Whether the token at a distance is most likely of one of these classes."""
        token = self.ahead(distance)
        return token is not None and token.word.first_choice in tags

    def noun_ahead(self) -> bool:
        """Whether a noun follows, perhaps behind adjectives or numbers."""
        distance = 1
        while self.ahead_is(Tag.ADJECTIVE, Tag.NUMBER, Tag.INTENSIFIER, distance=distance):
            distance += 1
        token = self.ahead(distance)
        if token is None:
            return False
        if token.word.first_choice in NOMINAL:
            return True
        return distance > 1 and Tag.NOUN in token.word.tags

    def phrase_ahead(self) -> bool:
        """Whether something that a preposition or a verb can govern follows."""
        return self.noun_ahead() or self.ahead_is(
            Tag.PRONOUN, Tag.DETERMINER, Tag.QUANTITY, Tag.NUMBER, Tag.TIME
        )

    def verb_ahead(self) -> bool:
        """Whether any later word is most likely a verb."""
        return any(token.word.first_choice is Tag.VERB for token in self.tokens[self.index + 1 :])

    def after_subject(self) -> bool:
        """Whether a pronoun that can act stands just before."""
        return (
            self.before_is(Tag.PRONOUN)
            and self.before is not None
            and (self.before.key in _SUBJECTS)
        )

    def last_verb(self) -> Verb | None:
        """The verb just before, if nothing but small words stand between."""
        for unit in reversed(self.units):
            if unit.tag is Tag.VERB:
                return unit.verb
            if unit.tag not in _SMALL:
                return None
        return None

    def clause_verb(self) -> Verb | None:
        """The last verb anywhere before."""
        return next((unit.verb for unit in reversed(self.units) if unit.tag is Tag.VERB), None)
