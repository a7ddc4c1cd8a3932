"""One clause of a message, and how its verbs are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.spanish.neighbours import VERBAL
from models.spanish.phrases import Chunk, NounPhrase
from models.spanish.tokens import Token
from models.spanish.verbs import Frame, frame


@dataclass(slots=True)
class Clause:
    """The phrases of one clause, in the order of the taps."""

    chunks: list[Chunk] = field(default_factory=list)
    link: Token | None = None
    """The conjunction that was tapped before it."""
    added: str = ""
    """The conjunction that the grammar adds before it: y, porque."""
    embedded: bool = False
    """Whether it is a question inside a sentence: (no sé) dónde está mamá."""

    @property
    def is_reason(self) -> bool:
        """Whether it hangs on the clause before: (triste) porque llueve."""
        return self.added == "porque" or self.link is not None

    @property
    def verbs(self) -> list[Token]:
        return [c for c in self.chunks if isinstance(c, Token) and is_verb(c)]


def is_verb(chunk: Chunk) -> bool:
    """Whether a chunk is a verb, as tapped or in a form."""
    return isinstance(chunk, Token) and chunk.kind in VERBAL


def frame_of(verb: Token) -> Frame:
    """What the verb of a token asks for."""
    return frame(verb.entry.verb or verb.lemma)


def is_first_person(phrase: NounPhrase) -> bool:
    return phrase.head is not None and phrase.head.text == "yo" and not phrase.joined
