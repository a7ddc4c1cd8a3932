"""Places on a board: who stands where, and a board with its cells changed. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from aac_app.editing.edit import Refusal, RefusedError
from pictograms.board import Board, Button
from pictograms.cells import boxes_of

LOCKED = "ext_aac_locked"
"""Field of a button whose place is fixed."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One cell of a grid, counted from 0."""

    row: int
    column: int

    def moved(self, down: int, right: int) -> Place:
        return Place(self.row + down, self.column + right)


def places(board: Board) -> Iterator[Place]:
    """Every cell, in reading order."""
    for row in range(board.rows):
        for column in range(board.columns):
            yield Place(row, column)


def is_inside(board: Board, place: Place) -> bool:
    return 0 <= place.row < board.rows and 0 <= place.column < board.columns


def button_at(board: Board, place: Place) -> Button | None:
    """Who stands there; None for an empty cell, and outside of the grid."""
    if not is_inside(board, place):
        return None
    row = board.order[place.row]
    name = row[place.column] if place.column < len(row) else None
    return board.buttons[name] if name is not None else None


def place_of(board: Board, button_id: str) -> Place | None:
    """Where a button stands first; None where the grid does not hold it."""
    for row, column, button in board.cells():
        if button.id == button_id:
            return Place(row, column)
    return None


def buttons_at(board: Board, where: Iterable[Place]) -> list[Button]:
    """The buttons of these places, in reading order; empty cells give none."""
    found = (button_at(board, place) for place in sorted(where))
    return [button for button in found if button is not None]


def covered_places(board: Board) -> set[Place]:
    """Cells that a button of several cells fills beside its own."""
    return {
        Place(row, column)
        for box, _ in boxes_of(board)
        if box.rows > 1 or box.columns > 1
        for row in range(box.row, box.row + box.rows)
        for column in range(box.column, box.column + box.columns)
        if (row, column) != (box.row, box.column)
    }


def empty_places(board: Board, first: Place = Place(0, 0)) -> list[Place]:
    """The empty cells from `first` on in reading order, then those before it."""
    covered = covered_places(board)
    free = [p for p in places(board) if button_at(board, p) is None and p not in covered]
    return [p for p in free if p >= first] + [p for p in free if p < first]


def with_cells(board: Board, cells: Mapping[Place, str | None]) -> Board:
    """The board with these cells holding these buttons (None: empty)."""
    lines = [list(row) + [None] * (board.columns - len(row)) for row in board.order]
    for place, name in cells.items():
        lines[place.row][place.column] = name
    return replace(board, order=tuple(tuple(line) for line in lines))


def with_buttons(board: Board, buttons: Iterable[Button]) -> Board:
    """The board with these buttons in the place of those with their ids, or added."""
    fresh = {button.id: button for button in buttons}
    return replace(board, buttons=MappingProxyType({**board.buttons, **fresh}))


def without(board: Board, ids: Iterable[str]) -> Board:
    """The board without these buttons, and without the media that only they used."""
    gone = set(ids)
    kept = {name: button for name, button in board.buttons.items() if name not in gone}
    order = tuple(tuple(None if name in gone else name for name in row) for row in board.order)
    return without_unused(board, replace(board, buttons=MappingProxyType(kept), order=order))


def without_unused(before: Board, after: Board) -> Board:
    """`after` without the pictures and sounds that buttons used `before` and use no longer."""
    images, sounds = _used(before, "image_id"), _used(before, "sound_id")
    images -= _used(after, "image_id")
    sounds -= _used(after, "sound_id")
    if not (images or sounds):
        return after
    return replace(
        after,
        images=MappingProxyType({k: v for k, v in after.images.items() if k not in images}),
        sounds=MappingProxyType({k: v for k, v in after.sounds.items() if k not in sounds}),
    )


def _used(board: Board, field: str) -> set[str]:
    return {getattr(button, field) for button in board.buttons.values()} - {None}


def is_locked(button: Button) -> bool:
    """Whether the button's place is fixed."""
    return button.extra.get(LOCKED) is True


def refuse_locked(buttons: Iterable[Button]) -> None:
    """Raises RefusedError that names the first of these whose place is fixed."""
    for button in buttons:
        if is_locked(button):
            raise RefusedError(Refusal.LOCKED, button.label)
