"""A board on the screen: a grid of cells that keeps every word in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from aac_app.faces import Face
from aac_app.ui.cell import Cell
from aac_app.ui.pixmaps import Pixmaps
from aac_app.ui.theme import CellColours, Theme
from pictograms.board import Board, Button

_GAP = 5
_COMPLETE = ":ext_aac_complete_"


class BoardView(QWidget):
    """A grid of cells. It knows how a board looks, never what a word means."""

    button_activated = Signal(object)
    """pictograms.board.Button: the one signal that every access method ends in."""

    def __init__(self, theme: Theme, pixmaps: Pixmaps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixmaps = pixmaps
        self._cells: list[Cell] = []
        self._columns = 0
        self._shown: tuple[Board, Callable[[Button], Face], int, int, int] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_board(
        self,
        board: Board,
        face: Callable[[Button], Face],
        *,
        rows: int,
        columns: int,
        level: int,
    ) -> None:
        """Show the top-left `rows` x `columns` places of the board, up to a vocabulary level.

        Places stay where they are whatever is hidden: nothing ever flows into a gap.
        """
        self._shown = (board, face, rows, columns, level)
        self.setAccessibleName(board.say(board.name))
        self._shape(rows, columns)
        for cell in self._cells:
            if cell.button is not None:
                cell.show_button(None, Face(), None, self._colours_of(cell.button))
        for row, column, button in board.cells():
            if row < rows and column < columns and not button.hidden and button.level <= level:
                seen = face(button)
                colours = self._colours_of(button)
                picture = self._pixmaps.of(seen)
                self._cells[row * columns + column].show_button(button, seen, picture, colours)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Draw the same board again: a picture has come, or the look has changed."""
        if self._shown:
            board, face, rows, columns, level = self._shown
            self.show_board(board, face, rows=rows, columns=columns, level=level)

    def show_completions(self, words: Sequence[str]) -> None:
        """Write the likely words on the completion cells; one without a word is disabled."""
        for cell in self.cells():
            place = _completion_place(cell.button)
            if place is not None:
                word = words[place - 1] if place <= len(words) else ""
                cell.show_caption(word)
                cell.setEnabled(bool(word))

    def cells(self) -> list[Cell]:
        """The cells that hold a button, row by row."""
        return [cell for cell in self._cells if cell.button is not None]

    def cell(self, button_id: str) -> Cell:
        """The cell of a button. Raises KeyError where it is not shown."""
        for cell in self.cells():
            if cell.button is not None and cell.button.id == button_id:
                return cell
        raise KeyError(button_id)

    def _colours_of(self, button: Button) -> CellColours:
        return self._theme.cells[button.word_class]

    def _shape(self, rows: int, columns: int) -> None:
        if len(self._cells) == rows * columns and self._columns == columns:
            return
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        for index in range(max(self._grid.rowCount(), rows)):
            self._grid.setRowStretch(index, 1 if index < rows else 0)
        for index in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._columns = columns
        self._cells = []
        for place in range(rows * columns):
            cell = Cell(self)
            policy = cell.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            cell.setSizePolicy(policy)
            cell.clicked.connect(partial(self._activated, cell))
            cell.steered.connect(partial(self._steer, place))
            self._grid.addWidget(cell, *divmod(place, columns))
            self._cells.append(cell)

    def _activated(self, cell: Cell, _checked: bool = False) -> None:
        if cell.button is not None:
            self.button_activated.emit(cell.button)

    def _steer(self, place: int, down: int, right: int) -> None:
        """Move the keyboard focus to the next button in that direction; stop at the edge."""
        row, column = divmod(place, self._columns)
        rows = len(self._cells) // self._columns
        while True:
            row, column = row + down, column + right
            if not (0 <= row < rows and 0 <= column < self._columns):
                return
            cell = self._cells[row * self._columns + column]
            if cell.button is not None and cell.isEnabled():
                cell.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _completion_place(button: Button | None) -> int | None:
    for action in button.actions if button else ():
        if action.startswith(_COMPLETE) and action[len(_COMPLETE) :].isdecimal():
            return int(action[len(_COMPLETE) :])
    return None
