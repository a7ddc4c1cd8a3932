"""Comparisons: bigger than, more boring than."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.english.lexicon import lexicon
from models.english.phrases import Piece, Prepositional, Quality
from models.english.spelling import comparative

_MORE = frozenset({"more", "less", "as", "most", "least"})


def compared(pieces: Sequence[Piece]) -> list[Piece]:
    """A quality before `than` in its comparative: `big, than, cat`."""
    out = list(pieces)
    for place, piece in enumerate(out[:-1]):
        follows = out[place + 1]
        than = isinstance(follows, Prepositional) and follows.preposition.key == "than"
        if isinstance(piece, Quality) and than:
            out[place] = in_comparative(piece)
    return out


def in_comparative(piece: Quality) -> Quality:
    """big as bigger; what is compared already stays."""
    head = piece.head
    if is_compared(head.key) or any(unit.key in _MORE for unit in piece.units):
        return piece
    token = replace(head.token, text=comparative(head.text))
    return Quality((*piece.units[:-1], replace(head, token=token)))


def is_compared(key: str) -> bool:
    """better, worse, and what a known adjective becomes: taller."""
    if key in {"better", "worse"}:
        return True
    adjectives = lexicon().adjectives
    stem = key.removesuffix("er")
    if stem == key or key in adjectives:
        return False
    return any(base in adjectives for base in (stem, stem + "e", stem[:-1], stem[:-1] + "y"))
