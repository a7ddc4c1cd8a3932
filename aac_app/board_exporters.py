"""What a vocabulary can be written as without a window: an exporter for each file suffix. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from aac_app.faces import Cached
from aac_app.print_options import PrintOptions
from pictograms.board import Board
from pictograms.board_alone import Written, write_alone
from pictograms.credit import SHORT_CREDIT
from pictograms.errors import BoardError
from pictograms.obz import BoardSet
from pictograms.package_write import write_package


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written, and where."""

    boards: BoardSet
    board: Board | None
    """The one board that was asked for, or None for the whole vocabulary."""
    file: Path
    language: str
    pictures: Cached
    """Where ARASAAC's pictures lie on this computer."""
    sheet: PrintOptions = field(default_factory=PrintOptions)
    """How it is laid out, where it is printed."""


Exporter = Callable[[Export], str]
"""Writes the file, whole or not at all, and answers one sentence. Raises PictogramError."""


def _obz(export: Export) -> str:
    if export.board is not None:
        raise BoardError(f"{export.file.name}: one board alone is written as .obf, not .obz")
    return _told(export, write_package(export.boards, export.file, export.pictures))


def _obf(export: Export) -> str:
    board = export.board or export.boards.first
    return _told(export, write_alone(export.boards, board, export.file, export.pictures))


def _told(export: Export, written: Written) -> str:
    boards = "1 board" if written.boards == 1 else f"{written.boards} boards"
    lines = [f"{export.file}: {boards}, {written.pictures} picture and sound files"]
    if written.missing:
        lines.append(f"not there, and left out: {', '.join(written.missing)}")
    if _has_pictograms(export):
        lines.append(SHORT_CREDIT[export.language])
    return "\n".join(lines)


def _has_pictograms(export: Export) -> bool:
    boards = [export.board] if export.board else export.boards.boards.values()
    return any(image.arasaac_id is not None for board in boards for image in board.images.values())


EXPORTERS: Mapping[str, Exporter] = MappingProxyType({".obz": _obz, ".obf": _obf})
