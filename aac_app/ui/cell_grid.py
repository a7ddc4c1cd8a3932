"""The cells of a board in their grid: made once, and moved when a board of another shape comes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QWidget

from aac_app.faces import Face
from aac_app.ui.cell import Cell
from aac_app.ui.theme import CellColours

NO_COLOURS = CellColours("#ffffff", "#000000", "#000000")
_GAP = 5


class CellGrid:
    """Owns the layout of one widget. Knows places and cells, never what stands on them."""

    def __init__(self, owner: QWidget, make: Callable[[], Cell]) -> None:
        self._owner, self._make = owner, make
        self.cells: list[Cell] = []
        """Row by row, empty ones too."""
        self.columns = 0
        self._spare: list[Cell] = []
        """Cells that a larger board has had, and the next one will have."""
        self._covered: dict[int, int] = {}
        """Places that a larger cell covers, and the place of that cell."""
        self._layout = QGridLayout(owner)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)

    def shape(self, rows: int, columns: int) -> bool:
        """Become so large, every cell in one place of its own; False if it was so large before."""
        self._settle()
        if len(self.cells) == rows * columns and self.columns == columns:
            return False
        self._share_out(rows, columns)
        # Making a widget takes longer than anything else here: those that are there move.
        pool = [*self.cells, *self._spare]
        for cell in self.cells:
            self._layout.removeWidget(cell)
        pool += [self._make() for _ in range(rows * columns - len(pool))]
        self.columns = columns
        self.cells, self._spare = pool[: rows * columns], pool[rows * columns :]
        for cell in self._spare:
            cell.show_button(None, Face(), None, NO_COLOURS)
        for place, cell in enumerate(self.cells):
            self._layout.addWidget(cell, *divmod(place, columns))
        for first, second in pairwise([self._owner, *self.cells]):
            QWidget.setTabOrder(first, second)
        return True

    def stretch(self, row: int, column: int, tall: int, wide: int) -> Cell:
        """The cell at this place, which fills so much of the grid from now on."""
        place = row * self.columns + column
        if tall > 1 or wide > 1:
            self._put(place, tall, wide)
            for down in range(tall):
                for right in range(wide):
                    self._covered[place + down * self.columns + right] = place
        return self.cells[place]

    def beside(self, cell: Cell, down: int, right: int) -> Cell | None:
        """The next cell with a button in that direction; None at the edge."""
        row, column = divmod(self.cells.index(cell), self.columns)
        rows = len(self.cells) // self.columns
        while True:
            row, column = row + down, column + right
            if not (0 <= row < rows and 0 <= column < self.columns):
                return None
            place = row * self.columns + column
            other = self.cells[self._covered.get(place, place)]
            if other is not cell and other.button is not None and other.isEnabled():
                return other

    def _share_out(self, rows: int, columns: int) -> None:
        """Every row as high as the others, every column as wide."""
        for index in range(max(self._layout.rowCount(), rows)):
            self._layout.setRowStretch(index, 1 if index < rows else 0)
        for index in range(max(self._layout.columnCount(), columns)):
            self._layout.setColumnStretch(index, 1 if index < columns else 0)

    def _settle(self) -> None:
        """Give every cell its own place again."""
        for place in set(self._covered.values()):
            self._put(place, 1, 1)
        self._covered.clear()

    def _put(self, place: int, tall: int, wide: int) -> None:
        self._layout.removeWidget(self.cells[place])
        self._layout.addWidget(self.cells[place], *divmod(place, self.columns), tall, wide)
