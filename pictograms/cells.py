"""Rectangles on a fine grid, brought to the cells of a board that keep every place and side.

AsTeRICS Grid lays its elements out by x, y, width and height, often on a grid much finer than
its buttons: eighteen columns for nine buttons, each two wide. Lines of that grid at which no
element begins or ends are taken out; a button then stands in its top left cell and says how many
cells it fills (`ext_aac_rows`, `ext_aac_columns`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pictograms.board import Board, Button
from pictograms.grid import MAX_SIDE

ROWS, COLUMNS = "ext_aac_rows", "ext_aac_columns"


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands: its top left cell and how many cells it fills."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes on a grid without overlaps."""

    rows: int
    columns: int
    boxes: tuple[Box, ...] = ()
    """In the order they were given."""
    moved: frozenset[int] = frozenset()
    """Places in `boxes` of those that had to move."""
    shrunk: frozenset[int] = frozenset()
    """Places in `boxes` of those that had to become smaller."""
    is_squeezed: bool = False
    """Whether lines of the grid were taken out."""


class NoRoomError(Exception):
    """More rows or columns than a screen could hold."""


def lay_out(boxes: Sequence[Box], rows: int, columns: int) -> Layout:
    """The boxes on a grid of at least `rows` by `columns`. Raises NoRoomError."""
    rows = max([rows, *(box.row + box.rows for box in boxes)])
    columns = max([columns, *(box.column + box.columns for box in boxes)])
    is_fine = any(box.rows > 1 or box.columns > 1 for box in boxes)
    if is_fine or max(rows, columns) > MAX_SIDE:
        downs = _lines(rows, [(box.row, box.row + box.rows) for box in boxes])
        rights = _lines(columns, [(box.column, box.column + box.columns) for box in boxes])
        boxes = [_between(box, downs, rights) for box in boxes]
        is_squeezed = (len(downs) - 1, len(rights) - 1) != (rows, columns)
        rows, columns = len(downs) - 1, len(rights) - 1
    else:
        is_squeezed = False
    if max(rows, columns) > MAX_SIDE:
        raise NoRoomError
    return _without_overlaps(boxes, rows, columns, is_squeezed)


def span(extra: Mapping[str, Any]) -> tuple[int, int]:
    """How many rows and columns a button says it fills; 1 by 1 where it says nothing."""
    return _count(extra.get(ROWS)), _count(extra.get(COLUMNS))


def spanning(box: Box) -> dict[str, int]:
    """The fields that say how many cells a button fills."""
    told = {ROWS: box.rows, COLUMNS: box.columns}
    return {name: count for name, count in told.items() if count > 1}


def boxes_of(board: Board) -> Iterator[tuple[Box, Button]]:
    """Every placed button with the cells that it fills.

    A button never covers another one, nor leads out of the grid: there it is smaller.
    """
    for row, column, button in board.cells():
        rows, columns = span(button.extra)
        if rows == columns == 1:
            yield Box(row, column), button
        else:
            wide = _free_right(board, row, column, columns)
            tall = _free_down(board, row, column, rows, wide)
            yield Box(row, column, tall, wide), button


def _count(value: Any) -> int:
    is_count = isinstance(value, int) and not isinstance(value, bool)
    return min(max(value, 1), MAX_SIDE) if is_count else 1


def _free_right(board: Board, row: int, column: int, wanted: int) -> int:
    line = board.order[row]
    end = min(column + wanted, len(line))
    taken = (place for place in range(column + 1, end) if line[place] is not None)
    return next(taken, end) - column


def _free_down(board: Board, row: int, column: int, wanted: int, wide: int) -> int:
    end = min(row + wanted, board.rows)
    for below in range(row + 1, end):
        if any(cell is not None for cell in board.order[below][column : column + wide]):
            return below - row
    return end - row


def _lines(size: int, sides: Sequence[tuple[int, int]]) -> list[int]:
    """The lines of the grid that something begins or ends at, and its edges.

    A gap that nothing stands in keeps as many cells as the smallest button would fill there.
    """
    lines = sorted({0, size}.union(*sides))
    step = min((last - first for first, last in sides), default=1)
    kept = set(lines)
    for (first, last), is_used in zip(pairwise(lines), _covered(lines, sides), strict=True):
        if not is_used and size <= MAX_SIDE:
            kept.update(range(first, last, step))
    return sorted(kept)


def _covered(lines: Sequence[int], sides: Sequence[tuple[int, int]]) -> list[bool]:
    """For each gap between two lines, whether anything stands there."""
    steps = [0] * (len(lines) + 1)
    for first, last in sides:
        steps[bisect_left(lines, first)] += 1
        steps[bisect_left(lines, last)] -= 1
    found, depth = [], 0
    for step in steps[: len(lines) - 1]:
        depth += step
        found.append(depth > 0)
    return found


def _between(box: Box, downs: Sequence[int], rights: Sequence[int]) -> Box:
    top, left = bisect_left(downs, box.row), bisect_left(rights, box.column)
    bottom = bisect_left(downs, box.row + box.rows)
    right = bisect_left(rights, box.column + box.columns)
    return Box(top, left, bottom - top, right - left)


@dataclass(slots=True)
class _Plan:
    """The cells that are taken so far."""

    rows: int
    columns: int
    taken: set[tuple[int, int]] = field(default_factory=set)
    next_free: int = 0

    def fitting(self, box: Box) -> Box:
        """The box as large as the free cells from its top left allow."""
        wide = next(
            (step for step in range(box.columns) if (box.row, box.column + step) in self.taken),
            box.columns,
        )
        tall = next((step for step in range(1, box.rows) if self._is_taken(box, step, wide)), None)
        return Box(box.row, box.column, tall or box.rows, wide)

    def take(self, box: Box) -> None:
        self.taken.update(
            (row, column)
            for row in range(box.row, box.row + box.rows)
            for column in range(box.column, box.column + box.columns)
        )

    def free(self) -> Box:
        """The first free cell; in a new row at the bottom where there is none."""
        while divmod(self.next_free, self.columns) in self.taken:
            self.next_free += 1
        row, column = divmod(self.next_free, self.columns)
        self.rows = max(self.rows, row + 1)
        return Box(row, column)

    def _is_taken(self, box: Box, step: int, wide: int) -> bool:
        return any((box.row + step, box.column + right) in self.taken for right in range(wide))


def _without_overlaps(boxes: Sequence[Box], rows: int, columns: int, is_squeezed: bool) -> Layout:
    plan = _Plan(rows, max(columns, 1))
    found: dict[int, Box] = {}
    late: list[int] = []
    shrunk: set[int] = set()
    for place, box in enumerate(boxes):
        if (box.row, box.column) in plan.taken:
            late.append(place)
            continue
        fitting = plan.fitting(box)
        if fitting != box:
            shrunk.add(place)
        plan.take(fitting)
        found[place] = fitting
    for place in late:  # only now: nothing that has a place of its own gives way
        found[place] = plan.free()
        plan.take(found[place])
    if plan.rows > MAX_SIDE:
        raise NoRoomError
    placed = tuple(found[place] for place in range(len(boxes)))
    return Layout(plan.rows, columns, placed, frozenset(late), frozenset(shrunk), is_squeezed)


def order_of(layout: Layout, ids: Sequence[str]) -> tuple[tuple[str | None, ...], ...]:
    """The rows of a board: each id in the top left cell of its box."""
    lines: list[list[str | None]] = [[None] * layout.columns for _ in range(layout.rows)]
    for identity, box in zip(ids, layout.boxes, strict=True):
        lines[box.row][box.column] = identity
    return tuple(map(tuple, lines))
