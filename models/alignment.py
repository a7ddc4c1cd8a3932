"""Which picture each word of a sentence belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.checking.lexis import lexis_of
from models.checking.matching import Matching, match
from models.checking.meaning import Kind
from models.checking.message import Lexis
from models.checking.words import tokens


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence as it is written, punctuation left out."""

    text: str
    start: int
    """Where it begins in the sentence, in characters."""
    length: int
    """In characters."""
    source: int | None
    """The index of the gloss that it expresses; None if the engine added it."""


def align(text: str, glosses: Sequence[str], language: str) -> tuple[Word, ...]:
    """Every word of a sentence with the gloss that it expresses.

    Works on any engine's sentence. A word in which several glosses have met (*ayúdame*, *don't*)
    gets the one that says most. In a language without rules, words are compared letter by letter.
    """
    lexis = lexis_of(language)
    if lexis is None:
        return _literal(text, glosses)
    matching = match(text, glosses, lexis)
    sources = _main_sources(matching, glosses, lexis)
    return tuple(
        Word(token.text, token.start, len(token.text), source)
        for token, source in zip(matching.tokens, sources, strict=True)
    )


def _main_sources(matching: Matching, glosses: Sequence[str], lexis: Lexis) -> list[int | None]:
    """For each written word the gloss to point at: a word of content before a small one."""
    meanings = lexis.meanings(glosses)
    sources: list[int | None] = [None] * len(matching.tokens)
    for part in matching.parts:
        if part.source is None:
            continue
        now = sources[part.token]
        is_small = meanings[part.source].is_a(Kind.PRONOUN, Kind.LIGHT)
        if now is None or (meanings[now].is_a(Kind.PRONOUN, Kind.LIGHT) and not is_small):
            sources[part.token] = part.source
    return sources


def _literal(text: str, glosses: Sequence[str]) -> tuple[Word, ...]:
    """Each gloss in turn looks for its words behind those that the glosses before it took."""
    written = tokens(text)
    sources: dict[int, int] = {}
    for index, gloss in enumerate(glosses):
        for wanted in tokens(gloss):
            place = next(
                (at for at, token in enumerate(written) if at not in sources
                 and token.key == wanted.key), None
            )  # fmt: skip
            if place is not None:
                sources[place] = index
    return tuple(
        Word(token.text, token.start, len(token.text), sources.get(at))
        for at, token in enumerate(written)
    )
