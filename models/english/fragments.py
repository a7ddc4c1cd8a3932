"""Messages without a verb: words side by side, as they were chosen."""

from __future__ import annotations

from models.english.clauses import Clause
from models.english.complements import prepositional
from models.english.context import Context
from models.english.lexicon import Tag
from models.english.nominals import Article, bare, governed
from models.english.phrases import Nominal, Piece, Prepositional, is_unit
from models.english.reader import Unit


def listed(clause: Clause, start: list[str], context: Context) -> str:
    """Nouns apart by commas, everything else against its neighbour."""
    text = " ".join(start)
    before: Piece | None = None
    for piece in (*clause.opening, *clause.rest):
        said = _said(piece, context)
        comma = "," if text and before is not None and _is_apart(before, piece) else ""
        text = f"{text}{comma} {said}" if text else said
        before = piece
    return text


def _said(piece: Piece, context: Context) -> str:
    if isinstance(piece, Nominal):
        one = piece.head.key == "one" and piece.lead and not piece.is_determined
        return governed(piece, Article.A) if one else bare(piece)
    if isinstance(piece, Prepositional):
        return prepositional(piece, context)
    return piece.said


def _is_apart(before: Piece, piece: Piece) -> bool:
    if isinstance(piece, Prepositional):
        return False
    if isinstance(before, Nominal) and isinstance(piece, Nominal):
        insulted = before.head.key == "you" and piece.is_a("insult") and not piece.lead
        return not insulted
    if isinstance(piece, Unit):
        named = isinstance(before, Nominal) and before.is_animate
        return named and is_unit(piece, Tag.PLACE)
    if isinstance(before, Unit):
        return before.tag in {Tag.TIME, Tag.PLACE} and before.key != "then"
    return True
