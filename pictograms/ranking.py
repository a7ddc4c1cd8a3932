"""How well a symbol's words answer what somebody typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

EXACT, FOLDED, HAS_WORDS, BEGINS, HAS_BEGINNINGS, ELSEWHERE = range(6)
"""From best to worst: the same word, the same without accents, an expression that has the
words in it, one that begins so, one that has words which begin so, and anything else (a
category, say)."""


_MARKS = str.maketrans("", "", '¿?¡!.,;:…"«»“”')


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """`text` as it is compared: `¿Qué  NIÑO?` becomes `que nino`.

    Case, accents, doubled spaces and punctuation go, unless nothing else is there.
    """
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    return " ".join((bare.translate(_MARKS).strip() or bare).split())


def rank(term: str, words: Sequence[str]) -> tuple[int, int, int]:
    """A key to sort by, best first: kind of match, place among the words, length."""
    wanted = fold(term)
    plain = " ".join(term.casefold().split())
    matches = [(_match(plain, wanted, word), place, len(word)) for place, word in enumerate(words)]
    return min(matches, default=(ELSEWHERE, 0, 0))


def _match(plain: str, wanted: str, word: str) -> int:
    folded = fold(word)
    if word.casefold() == plain:
        return EXACT
    if folded == wanted:
        return FOLDED
    parts = folded.split()
    if all(piece in parts for piece in wanted.split()):
        return HAS_WORDS
    if folded.startswith(wanted):
        return BEGINS
    return HAS_BEGINNINGS if _begin(wanted.split(), parts) else ELSEWHERE


def _begin(wanted: Iterable[str], parts: Sequence[str]) -> bool:
    return all(any(part.startswith(piece) for part in parts) for piece in wanted)
