"""A sentence laid beside its message: what every check looks at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from models.checking.matching import Matching, Part
from models.checking.meaning import Addition, Kind, Meaning, Reading
from models.checking.message import Lexis, Message

_CLITICS: Final = frozenset({"me", "te", "se", "nos", "os", "le", "les"})


@dataclass(frozen=True)
class Evidence:
    """The sentence, its words and their sources, and the message. Not slotted: it remembers what
    it has worked out."""

    sentence: str
    message: Message
    matching: Matching
    lexis: Lexis
    may_guess: bool = False
    """Whether it is one of several readings: of unclear words it may be more than they say."""

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.matching.parts

    @property
    def is_question(self) -> bool:
        return self.sentence.rstrip(" »”\")'").endswith("?")

    @property
    def is_noun_list(self) -> bool:
        """Whether the message is a list that must stay one."""
        return self.message.is_noun_list and not (self.may_guess or self.a_noun_acts)

    @cached_property
    def a_noun_acts(self) -> bool:
        """*Heat the milk*, *the boat sinks in the lake*: what may be a noun is the verb here, told
        by its place and its ending."""
        return any(self._acts(at, part) for at, part in enumerate(self.parts))

    def _acts(self, at: int, part: Part) -> bool:
        gloss = "" if part.source is None else self.message.glosses[part.source]
        if not gloss or not self.lexis.may_act(part.text, gloss):
            return False
        following = self.additions[at + 1] if at + 1 < len(self.parts) else None
        if at == 0:
            return following in (Addition.ARTICLE, Addition.POSSESSIVE)
        before = self.parts[at - 1]
        if self.additions[at - 1] is Addition.BE:
            return part.text != gloss and part.text.endswith("ing")
        if self.is_parted(at - 1) or not self.expresses(before, Kind.NOUN, Kind.ANIMATE):
            return False
        is_several = self.lexis.is_plural(before.text) is True
        return is_several if part.text == gloss.lower() else not is_several

    def meaning(self, part: Part) -> Meaning | None:
        """What the gloss is that a word expresses; None for an added word."""
        return None if part.source is None else self.message.meanings[part.source]

    def expresses(self, part: Part, *kinds: Kind) -> bool:
        meaning = self.meaning(part)
        return meaning is not None and meaning.is_a(*kinds)

    @cached_property
    def additions(self) -> tuple[Addition | None, ...]:
        """For each word what it does if it was added; None for chosen and for foreign words."""
        return tuple(
            self.lexis.addition(part.text) if part.source is None else None for part in self.parts
        )

    @cached_property
    def readings(self) -> tuple[frozenset[Reading], ...]:
        """For each word that is a verb or an added auxiliary, what its form says."""
        return tuple(self._reading_at(at) for at in range(len(self.parts)))

    def _reading_at(self, at: int) -> frozenset[Reading]:
        """*Da-me*: with a pronoun written behind it a form is a command, before it is none."""
        part = self.parts[at]
        found, following = self._reading(part), self.parts[at + 1 : at + 2]
        if self.lexis.has_fixed_order:
            return found
        if following and following[0].token == part.token:
            fitting = (one for one in found if one.is_imperative or one.person is None)
            return frozenset(fitting) or found
        before = self.parts[at - 1].text if at else ""
        if before in _CLITICS:
            return frozenset(one for one in found if not one.is_imperative) or found
        return found

    def _reading(self, part: Part) -> frozenset[Reading]:
        if part.source is None:
            return self.lexis.readings(part.text, None)
        if not self.message.meanings[part.source].is_a(Kind.VERB):
            return frozenset()
        return self.lexis.readings(part.text, self.message.glosses[part.source])

    def places_of(self, gloss: int) -> tuple[int, ...]:
        """The indices of the words that express a gloss."""
        return tuple(at for at, part in enumerate(self.parts) if part.source == gloss)

    def is_called(self, gloss: int) -> bool:
        """*Mum, come*: whether a comma parts somebody from the sentence."""
        for place in self.places_of(gloss):
            token = self.matching.tokens[self.parts[place].token]
            before = self.sentence[: token.start].rstrip()
            after = self.sentence[token.start + len(token.text) :].lstrip()
            if before.endswith(",") or after.startswith(","):
                return True
        return False

    def is_parted(self, at: int) -> bool:
        """Whether punctuation stands between a word and the next one."""
        tokens, parts = self.matching.tokens, self.parts
        if at < 0 or at + 1 >= len(parts) or parts[at].token == parts[at + 1].token:
            return False
        here, following = tokens[parts[at].token], tokens[parts[at + 1].token]
        between = self.sentence[here.start + len(here.text) : following.start]
        return bool(between.strip(" \t'’"))
