"""Lists of words as they are easiest to read: one text, the words parted by spaces."""

from __future__ import annotations


def words(text: str) -> list[str]:
    """The words of a text, in their order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The words of a text, to look one up."""
    return frozenset(text.split())
