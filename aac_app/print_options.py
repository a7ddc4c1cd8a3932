"""How boards are printed. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Paper(Enum):
    """Sizes of paper."""

    A4 = "a4"
    A3 = "a3"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What somebody chose for a print."""

    paper: Paper = Paper.A4
    portrait: bool = False
    cut_lines: bool = False
    """Dashed lines between the cells, to cut them apart."""
    language: str = "es"
    """Of the credits and page numbers."""
    level: int | None = None
    """Words up to this vocabulary level; None: all of them."""
