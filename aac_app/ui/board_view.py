"""A board on the screen: a grid of cells that keeps every word in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from aac_app.faces import Face
from aac_app.ui.cell import Cell
from aac_app.ui.cell_grid import NO_COLOURS, CellGrid
from aac_app.ui.cell_marks import CellMarks
from aac_app.ui.pixmaps import Pixmaps, edge_for
from aac_app.ui.theme import CellColours, Theme
from pictograms.board import Board, Button
from pictograms.cells import boxes_of

_COMPLETE = ":ext_aac_complete_"
_NO_MARKS: Mapping[str, CellMarks] = MappingProxyType({})


class BoardView(QWidget):
    """A grid of cells. It knows how a board looks, never what a word means.

    For the keyboard it is one stop: Tab comes to the cell that was left last and goes on to what
    follows the board; the arrows move inside.
    """

    button_activated = Signal(object)
    """pictograms.board.Button: the one signal that every access method ends in."""

    cell_reached = Signal(object)
    """The cell where the keyboard is now."""

    shaped = Signal()
    """The cells are others than before."""

    def __init__(self, theme: Theme, pixmaps: Pixmaps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixmaps = pixmaps
        self._place = -1
        """Where the keyboard was last."""
        self._shown: tuple[Board, Callable[[Button], Face], int, int, int] | None = None
        self._marks = _NO_MARKS
        self._awaited: dict[Cell, tuple[Face, int]] = {}
        """Cells whose picture is still to be decoded."""
        self._edge = 0
        self._grown = QTimer(self)
        """The cells have become so large that their pictures have to be decoded larger."""
        self._grown.setSingleShot(True)
        self._grown.timeout.connect(self.refresh)
        pixmaps.arrived.connect(self._show_arrived)
        self._grid = CellGrid(self, self._new_cell)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_board(
        self,
        board: Board,
        face: Callable[[Button], Face],
        *,
        rows: int,
        columns: int,
        level: int,
        marks: Mapping[str, CellMarks] = _NO_MARKS,
    ) -> None:
        """Show the top-left `rows` x `columns` places of the board, up to a vocabulary level.

        Places stay where they are whatever is hidden: nothing ever flows into a gap. `marks`
        are laid over the cells of these buttons while boards are edited.
        """
        self._shown, self._marks = (board, face, rows, columns, level), marks
        self._awaited.clear()
        self.setAccessibleName(board.title)
        focus = self.window().focusWidget()
        had_focus = focus is not None and self._holds(focus)
        if focus is not None and had_focus:
            focus.clearFocus()  # else Qt looks for another place whenever the focused cell hides
        if self._grid.shape(rows, columns):
            self._place = -1
            self.shaped.emit()
        self._edge = self.edge_of(rows, columns)
        unused = dict.fromkeys(cell for cell in self._grid.cells if cell.button is not None)
        for box, button in boxes_of(board):
            row, column = box.row, box.column
            if row < rows and column < columns and not button.hidden and button.level <= level:
                tall, wide = min(box.rows, rows - row), min(box.columns, columns - column)
                cell = self._grid.stretch(row, column, tall, wide)
                seen, edge = face(button), self.edge_of(rows / tall, columns / wide)
                colours = self._colours_of(button)
                unused.pop(cell, None)
                cell.show_button(button, seen, self._pixmaps.of(seen, edge=edge), colours)
                if (mark := marks.get(button.id)) is not None:
                    cell.show_marks(mark, self._theme.surface, self._theme.text)
                if self._pixmaps.is_awaited(seen, edge):
                    cell.await_picture()
                    self._awaited[cell] = seen, edge
        for cell in unused:
            cell.show_button(None, Face(), None, NO_COLOURS)
        if had_focus:
            self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if self._shown and self.edge_of(*self._shown[2:4]) > self._edge:
            self._grown.start()

    def edge_of(self, rows: float, columns: float) -> int:
        """How large, in pixels of the screen, pictures are decoded for such a board."""
        smaller = min(self.width() / max(1.0, columns), self.height() / max(1.0, rows))
        return edge_for(smaller * self.devicePixelRatio())

    def show_marks(self, marks: Mapping[str, CellMarks]) -> None:
        """Lay other marks over the same board."""
        for cell in self.cells():
            name = cell.button.id if cell.button else ""
            if (mark := marks.get(name)) is not None and mark != self._marks.get(name):
                cell.show_marks(mark, self._theme.surface, self._theme.text)
        self._marks = marks

    def take_focus(self) -> None:
        """Put the keyboard where it was on this grid, or on the first cell."""
        if (cell := self._entrance()) is not None:
            cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Tab leaves the board in one step, whatever the number of its cells."""
        start = QApplication.focusWidget() or self
        widget: QWidget | None = start
        while True:
            assert widget is not None  # the chain is a ring
            widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
            if widget is start:
                return super().focusNextPrevChild(forward)
            if widget and not self._holds(widget) and _takes_tab(widget):
                reason = Qt.FocusReason.TabFocusReason
                widget.setFocus(reason if forward else Qt.FocusReason.BacktabFocusReason)
                return True

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.take_focus()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _entrance(self) -> Cell | None:
        """The cell that Tab comes to: the one that was left last, while it can be pressed."""
        open_cells = [cell for cell in self.cells() if cell.isEnabled()]
        if 0 <= self._place < len(self._grid.cells) and self._grid.cells[self._place] in open_cells:
            return self._grid.cells[self._place]
        return open_cells[0] if open_cells else None

    def _focused(self, cell: Cell, by_tab: bool) -> None:
        entrance = self._entrance()
        if by_tab and entrance is not None and entrance is not cell:
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._place = self._grid.cells.index(cell)
            self.cell_reached.emit(cell)

    def _show_arrived(self) -> None:
        """Draw the pictures that have been decoded since the board was shown."""
        for cell, (seen, edge) in tuple(self._awaited.items()):
            if not self._pixmaps.is_awaited(seen, edge):
                del self._awaited[cell]
                cell.show_picture(self._pixmaps.of(seen, edge=edge))

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Draw the same board again: a picture has come, or the look has changed."""
        if self._shown:
            board, face, rows, columns, level = self._shown
            self.show_board(board, face, rows=rows, columns=columns, level=level, marks=self._marks)

    def show_completions(self, words: Sequence[str]) -> None:
        """Write the likely words on the completion cells; one without a word is disabled."""
        for cell in self.cells():
            place = _completion_place(cell.button)
            if place is not None:
                word = words[place - 1] if place <= len(words) else ""
                cell.show_caption(word)
                cell.setEnabled(bool(word))

    def places(self) -> list[Cell]:
        """Every cell, empty ones too."""
        return list(self._grid.cells)

    def cells(self) -> list[Cell]:
        """The cells that hold a button, row by row."""
        return [cell for cell in self._grid.cells if cell.button is not None]

    def cell(self, button_id: str) -> Cell:
        """The cell of a button. Raises KeyError where it is not shown."""
        for cell in self.cells():
            if cell.button is not None and cell.button.id == button_id:
                return cell
        raise KeyError(button_id)

    def _colours_of(self, button: Button) -> CellColours:
        return self._theme.cells[button.word_class]

    def _new_cell(self) -> Cell:
        cell = Cell(self)
        policy = cell.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        cell.setSizePolicy(policy)
        cell.hide()  # until it holds a button, it is a gap that nothing can reach
        cell.clicked.connect(partial(self._activated, cell))
        cell.steered.connect(partial(self._steer, cell))
        cell.focused.connect(partial(self._focused, cell))
        return cell

    def _activated(self, cell: Cell, _checked: bool = False) -> None:
        if cell.button is not None:
            self.button_activated.emit(cell.button)

    def _steer(self, cell: Cell, down: int, right: int) -> None:
        """Move the keyboard focus to the next button in that direction; stop at the edge."""
        other = self._grid.beside(cell, down, right)
        if other is not None:
            other.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled()


def _completion_place(button: Button | None) -> int | None:
    for action in button.actions if button else ():
        if action.startswith(_COMPLETE) and action[len(_COMPLETE) :].isdecimal():
            return int(action[len(_COMPLETE) :])
    return None
