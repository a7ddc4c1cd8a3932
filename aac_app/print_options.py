"""How boards are printed. No Qt."""

from __future__ import annotations

import argparse
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


def add_sheet_options(parser: argparse.ArgumentParser) -> None:
    """What can be said of a .pdf and a .png."""
    group = parser.add_argument_group("of .pdf and .png")
    papers = [paper.value for paper in Paper]
    group.add_argument("--paper", choices=papers, default=Paper.A4.value)
    group.add_argument("--portrait", action="store_true", help="the sheet upright")
    group.add_argument("--cut-lines", action="store_true", help="dashed lines between the cells")


def sheet_of(options: argparse.Namespace, language: str) -> PrintOptions:
    """The layout that was asked for."""
    return PrintOptions(
        paper=Paper(options.paper),
        portrait=options.portrait,
        cut_lines=options.cut_lines,
        language=language,
    )
