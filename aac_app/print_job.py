"""What is to be printed, as a value. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from aac_app.library import linked_boards
from aac_app.print_options import PrintOptions
from pictograms.board import Board
from pictograms.obz import BoardSet


@dataclass(frozen=True, slots=True, eq=False)
class PrintJob:
    """One file; PDF or PNG, by its suffix."""

    boards: BoardSet
    chosen: Sequence[Board]
    file: Path
    options: PrintOptions
    cancelled: Event = field(default_factory=Event)


def in_order(boards: BoardSet) -> list[Board]:
    """The whole vocabulary, the first board first, then as links lead to them."""
    found: dict[str, Board] = {boards.root: boards.first}
    waiting = [boards.first]
    while waiting:
        for board in linked_boards(boards, waiting.pop(0)):
            if board.id not in found:
                found[board.id] = board
                waiting.append(board)
    return list({**found, **boards.boards}.values())
