"""The words of a sentence, where they stand, and how they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_INSIDE: Final = r"[^\s.,;:!?¿¡«»“”\"()\[\]…—=|/\\]"
_WORD: Final = re.compile(rf"{_INSIDE}+(?:[.,:]{_INSIDE}+)*")
"""A run without spaces and punctuation; a point, comma or colon between two letters or figures
belongs to it (`3.5`, `8:30`)."""
_EDGES: Final = "'’‘`´-–·•*_~"
_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'"})
_ACUTE: Final = str.maketrans("áéíóúý", "aeiouy")


@dataclass(frozen=True, slots=True)
class Token:
    """One word as it stands in a text."""

    text: str
    start: int
    """Where it begins, in characters."""
    key: str
    """What it is compared by."""


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in their order, without punctuation."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for found in _WORD.finditer(text):
        raw = found.group()
        word = raw.strip(_EDGES)
        if word:
            yield Token(word, found.start() + raw.index(word), key(word))


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """A word as it is compared: composed, in small letters, with straight apostrophes.

    By way of its capitals, so that an *ı* at the head of a sentence is still the same word.
    """
    return unicodedata.normalize("NFC", word).upper().casefold().translate(_APOSTROPHES)


def without_acute(word: str) -> str:
    """The word without its accents on vowels; ñ and ü stay."""
    return word.translate(_ACUTE)


@lru_cache(maxsize=4096)
def keys(gloss: str) -> tuple[str, ...]:
    """The words of a gloss as they are compared; none for mere punctuation."""
    return tuple(token.key for token in tokens(gloss))


def listed(text: str) -> frozenset[str]:
    """The words of a text that lists them."""
    return frozenset(text.split())
