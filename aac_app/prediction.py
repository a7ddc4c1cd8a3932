"""The words that a person is likely to be spelling. Offline, from their own boards. No Qt."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


def folded(word: str) -> str:
    """Lower case without accents, ñ kept: what a person spells when in a hurry."""
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("ñ", "\ue000"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.replace("\ue000", "ñ")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by their folded spelling, ready for looking up by prefix."""

    entries: tuple[tuple[str, str], ...]
    """(folded, word), sorted."""

    @classmethod
    def of(cls, words: Iterable[str]) -> Vocabulary:
        unique = {word for word in words if word and not word.startswith((":", "+"))}
        return cls(tuple(sorted((folded(word), word) for word in unique)))

    def completions(self, prefix: str, counts: Mapping[str, int], limit: int = 6) -> list[str]:
        """Words that begin so, most used first, then the shortest. Nothing for no letters."""
        key = folded(prefix)
        if not key:
            return []
        start = bisect_left(self.entries, (key, ""))
        found = []
        for spelling, word in self.entries[start:]:
            if not spelling.startswith(key):
                break
            found.append(word)
        return sorted(found, key=lambda word: (-counts.get(word, 0), len(word), word))[:limit]
