"""Where the buttons of a board stand: rows of button ids, whatever the file made of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from pictograms.board import Button
from pictograms.errors import BoardError
from pictograms.fields import Fields, identity

MAX_SIDE = 100
"""Most rows or columns; boards in use have at most about twenty."""

Order = tuple[tuple[str | None, ...], ...]


def read_order(fields: Fields, buttons: Mapping[str, Button], name: str) -> Order:
    """The grid of a board: rectangular, naming only buttons that exist.

    A grid without an order, or a board without a grid, shows its buttons in their own order.
    Raises BoardError for a grid that no screen could hold.
    """
    grid = fields.part("grid")
    if grid is None:
        fields.discard("grid")
        return _padded(_in_order(buttons, 0, 0), 0, 0)
    rows, columns = max(grid.whole("rows") or 0, 0), max(grid.whole("columns") or 0, 0)
    order = grid.listing("order")
    grid.discard("rows", "columns", "order")
    fields.keep("grid", grid.rest())
    _check_side(max(rows, columns), name)
    if order is None:
        return _padded(_in_order(buttons, rows, columns), rows, columns)
    lines = [line if isinstance(line, list) else [] for line in order]
    _check_side(max(len(lines), *map(len, lines), 0), name)
    return _padded([[_known(cell, buttons) for cell in line] for line in lines], rows, columns)


def _check_side(side: int, name: str) -> None:
    if side > MAX_SIDE:
        raise BoardError(f"{name}: its grid has {side} rows or columns; at most {MAX_SIDE} can be")


def _known(cell: Any, buttons: Mapping[str, Button]) -> str | None:
    wanted = identity(cell)
    return wanted if wanted in buttons else None


def _in_order(buttons: Mapping[str, Button], rows: int, columns: int) -> Order:
    """The buttons line by line; where all have absolute places, from top left to bottom right."""
    placed = sorted(buttons.values(), key=_place) if all(map(_place, buttons.values())) else None
    ids = [button.id for button in placed or buttons.values()]
    fitting = columns if columns * MAX_SIDE >= len(ids) else 0
    width = fitting or math.ceil(len(ids) / rows if rows else math.sqrt(len(ids))) or 1
    return tuple(tuple(ids[start : start + width]) for start in range(0, len(ids), width))


def _place(button: Button) -> tuple[float, ...]:
    """The button's top and left edge; empty where the file gives none."""
    edges = (button.extra.get("top"), button.extra.get("left"))
    numbers = tuple(float(edge) for edge in edges if isinstance(edge, int | float))
    return numbers if len(numbers) == 2 else ()


def _padded(lines: Iterable[Iterable[str | None]], rows: int, columns: int) -> Order:
    """`lines` as a rectangle of at least `rows` by `columns`."""
    kept = [list(line) for line in lines]
    width = max(columns, *map(len, kept), 0) if kept else columns
    kept += [[] for _ in range(rows - len(kept))]
    return tuple(tuple(line + [None] * (width - len(line))) for line in kept)
