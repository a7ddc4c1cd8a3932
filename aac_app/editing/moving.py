"""Words change places: a block moves, and whoever stood there takes the places left. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from aac_app.editing.edit import Edit, EditKind, Refusal, RefusedError, board_edit, subject_of
from aac_app.editing.grids import (
    Place,
    button_at,
    buttons_at,
    is_inside,
    refuse_locked,
    with_cells,
)
from pictograms.board import Board


def move(board: Board, where: Iterable[Place], down: int, right: int) -> Edit:
    """Move the words of these places by so many rows and columns."""
    chosen = tuple(sorted(where))
    subject = subject_of([button.label for button in buttons_at(board, chosen)])
    return board_edit(EditKind.MOVE, subject, board.id, lambda now: moved(now, chosen, down, right))


def moved(board: Board, where: Iterable[Place], down: int, right: int) -> Board:
    """The board after the move. Nothing is lost: those in the way stand where there is room now.

    Raises RefusedError at the edge of the grid, and for a word whose place is fixed.
    """
    sources = {place: button for place in where if (button := button_at(board, place))}
    targets = {place.moved(down, right): button.id for place, button in sources.items()}
    for target in targets:
        if not is_inside(board, target):
            raise RefusedError(Refusal.OUTSIDE)
    in_the_way = buttons_at(board, targets.keys() - sources.keys())
    refuse_locked([*sources.values(), *in_the_way])
    left = sorted(sources.keys() - targets.keys())
    cells: dict[Place, str | None] = dict.fromkeys(left)
    cells.update(targets)
    cells.update(zip(left, (button.id for button in in_the_way), strict=False))
    return with_cells(board, cells)
