"""Another size of the grid: what it would do is told before; nothing reflows. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aac_app.editing.edit import Edit, EditKind, Refusal, RefusedError, board_edit
from aac_app.editing.grids import Place, button_at, is_locked, without
from pictograms.board import Board, Button

LARGEST = 30
"""Most rows or columns that are made here; more could not be pressed."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Rows and columns to add at each edge; negative ones are taken away."""

    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What another size would do."""

    rows: int
    columns: int
    vanishing: tuple[Button, ...]
    """Words that would have no place any more."""
    moving: tuple[Button, ...]
    """Words that would stand in another row or column, and so be found elsewhere."""

    @property
    def refusal(self) -> RefusedError | None:
        """Why this size cannot be, or None."""
        if self.rows < 1 or self.columns < 1:
            return RefusedError(Refusal.TOO_SMALL)
        if max(self.rows, self.columns) > LARGEST:
            return RefusedError(Refusal.TOO_LARGE, str(LARGEST))
        for button in (*self.vanishing, *self.moving):
            if is_locked(button):
                return RefusedError(Refusal.LOCKED, button.label)
        return None


def preview(board: Board, sides: Sides) -> Outcome:
    """What these changes at the edges would do; changes nothing."""
    rows = board.rows + sides.top + sides.bottom
    columns = board.columns + sides.left + sides.right
    vanishing, moving = [], []
    for row, column, button in board.cells():
        new = Place(row, column).moved(sides.top, sides.left)
        if not (0 <= new.row < rows and 0 <= new.column < columns):
            vanishing.append(button)
        elif sides.top or sides.left:
            moving.append(button)
    return Outcome(rows, columns, tuple(vanishing), tuple(moving))


def resize(board: Board, sides: Sides) -> Edit:
    """Add or take rows and columns at the edges."""
    return board_edit(EditKind.RESIZE, board.name, board.id, lambda now: resized(now, sides))


def resized(board: Board, sides: Sides) -> Board:
    """The board in its new size. Raises RefusedError."""
    outcome = preview(board, sides)
    if (error := outcome.refusal) is not None:
        raise error
    order = tuple(
        tuple(
            _name_at(board, Place(row - sides.top, column - sides.left))
            for column in range(outcome.columns)
        )
        for row in range(outcome.rows)
    )
    kept = {name for row in order for name in row}
    gone = [button.id for button in outcome.vanishing if button.id not in kept]
    return replace(without(board, gone), order=order)


def _name_at(board: Board, place: Place) -> str | None:
    button = button_at(board, place)
    return button.id if button else None
