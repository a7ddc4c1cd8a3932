"""AsTeRICS Grid's global grid: a grid whose buttons are shown around every other one.

Its first row is the message bar with its controls, which our window has already. Words beside or
below it are core words that stand in the same place on every board: they are put on every board
that shows them, in that place, and the board's own buttons take the part that they leave free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pictograms.cells import Box, Layout, NoRoomError, lay_out
from pictograms.errors import BoardError
from pictograms.grd_elements import Part
from pictograms.grid import MAX_SIDE
from pictograms.names import FreeNames

FROM = "ext_aac_from"
"""Field of a button that was put on a board from another one: that board's id."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around every board."""

    parts: tuple[Part, ...]
    layout: Layout
    is_beside: bool
    """They stand beside the board's own buttons, else above or below."""
    is_first: bool
    """They stand to the left or above."""
    id: str = ""
    """The board that they come from."""

    def around(self, own: Sequence[Part], page: Layout) -> tuple[list[Part], Layout]:
        """The words and a board's own buttons on one grid. Raises BoardError."""
        rows, columns = self._size(page)
        if max(rows, columns) > MAX_SIDE:
            raise BoardError("its grid has more rows or columns than can be with the words around")
        ours = [_moved(box, *self._start(page, is_frame=True)) for box in self.layout.boxes]
        theirs = [_moved(box, *self._start(page, is_frame=False)) for box in page.boxes]
        names = FreeNames(part.button.id for part in own)
        copies = [self._copy(part, names.give(part.button.id)) for part in self.parts]
        return [*copies, *own], Layout(rows, columns, (*ours, *theirs))

    def _size(self, page: Layout) -> tuple[int, int]:
        mine = self.layout
        if self.is_beside:
            return max(mine.rows, page.rows), mine.columns + page.columns
        return mine.rows + page.rows, max(mine.columns, page.columns)

    def _start(self, page: Layout, *, is_frame: bool) -> tuple[int, int]:
        """Row and column at which the frame or the page begins."""
        if is_frame == self.is_first:
            return 0, 0
        other = page if is_frame else self.layout
        return (0, other.columns) if self.is_beside else (other.rows, 0)

    def _copy(self, part: Part, name: str) -> Part:
        extra = MappingProxyType({**part.button.extra, FROM: self.id})
        return replace(part, button=replace(part.button, id=name, extra=extra))


def frame_of(parts: Sequence[Part], boxes: Sequence[Box], size: tuple[int, int]) -> Frame | None:
    """The frame that a global grid makes; None where it holds nothing but controls."""
    kept = [(part, box) for part, box in zip(parts, boxes, strict=True) if _is_needed(part)]
    if not kept:
        return None
    words = _around([box for _, box in kept])
    rows = max([size[0], *(box.row + box.rows for box in boxes)])
    columns = max([size[1], *(box.column + box.columns for box in boxes)])
    bar = [box.row + box.rows for box in boxes if box.row + box.rows <= words.row]
    is_beside, is_first = _side(words, max(bar, default=0), rows, columns)
    try:
        layout = lay_out(
            [_moved(box, -words.row, -words.column) for _, box in kept],
            words.rows,
            words.columns,
        )
    except NoRoomError:
        return None
    return Frame(tuple(part for part, _ in kept), layout, is_beside, is_first)


def _around(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of these."""
    top, left = min(box.row for box in boxes), min(box.column for box in boxes)
    bottom = max(box.row + box.rows for box in boxes)
    right = max(box.column + box.columns for box in boxes)
    return Box(top, left, bottom - top, right - left)


def _side(words: Box, bar: int, rows: int, columns: int) -> tuple[bool, bool]:
    """On which side of the free part the words stand: beside it or not, before it or not."""
    free = {
        (False, True): (rows - words.row - words.rows) * columns,
        (False, False): (words.row - bar) * columns,
        (True, True): (columns - words.column - words.columns) * (rows - bar),
        (True, False): words.column * (rows - bar),
    }
    return max(free, key=lambda side: free[side])


def _is_needed(part: Part) -> bool:
    """A word or a way to a board; what the window's own buttons do is not needed again."""
    button = part.button
    if button.hidden and button.adds_word is False:
        return False
    says = bool(button.label.strip() or button.vocalization) and not button.actions
    return bool(says or part.links or part.sound)


def _moved(box: Box, down: int, right: int) -> Box:
    return replace(box, row=box.row + down, column=box.column + right)
