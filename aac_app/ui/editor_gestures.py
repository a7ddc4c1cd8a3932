"""Short ways on the board while it is edited: dragging, and keys for what the panel does too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication

from aac_app.own_picture import SUFFIXES
from aac_app.ui.board_view import BoardView
from aac_app.ui.cell import Cell

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class EditorGestures(QObject):
    """Watches the cells of a board while it is switched on. Nothing can be done only here."""

    dragged = Signal(object, object)
    """pictograms.board.Button that was dragged, and the one of the cell it was dropped on"""
    moved = Signal(object, int, int)
    """Ctrl and an arrow: the button of the cell, rows down, columns right"""
    added = Signal(object)
    """Ctrl and a press: the button of the cell is selected too."""
    photo_dropped = Signal(object, object)
    """the button of the cell, pathlib.Path of the file"""
    keyed = Signal(object)
    """QKeySequence.StandardKey: undo, redo, copy, cut, paste, select all, delete, find, cancel"""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self._is_on = False
        self._pressed: tuple[Cell, QPoint] | None = None
        self._is_dragging = False
        view.shaped.connect(self._watch)

    def switch(self, *, on: bool) -> None:
        if on != self._is_on:
            self._is_on = on
            self._watch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if not isinstance(watched, Cell):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        if isinstance(event, QMouseEvent):
            return self._mouse(watched, event)
        if isinstance(event, QDropEvent):  # entering and moving are of this kind too
            return self._bring(watched, event)
        return False

    def _watch(self) -> None:
        for cell in self._view.places():
            cell.removeEventFilter(self)
            cell.setAcceptDrops(self._is_on)
            if self._is_on:
                cell.installEventFilter(self)

    def _key(self, cell: Cell, event: QKeyEvent) -> bool:
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = _ARROWS.get(Qt.Key(event.key()))
        if has_control and step is not None:
            self.moved.emit(cell.button, *step)
            return True
        for key in (
            QKeySequence.StandardKey.Undo,
            QKeySequence.StandardKey.Redo,
            QKeySequence.StandardKey.Copy,
            QKeySequence.StandardKey.Cut,
            QKeySequence.StandardKey.Paste,
            QKeySequence.StandardKey.SelectAll,
            QKeySequence.StandardKey.Delete,
            QKeySequence.StandardKey.Find,
            QKeySequence.StandardKey.Cancel,
        ):
            if event.matches(key):
                self.keyed.emit(key)
                return True
        return False

    def _mouse(self, cell: Cell, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._press(cell, event)
        if event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            return self._drag(event)
        if event.type() == QEvent.Type.MouseButtonRelease and self._is_dragging:
            self._drop(event)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        return False

    def _bring(self, cell: Cell, event: QDropEvent) -> bool:
        """A picture file from another window is brought over a cell, or let go there."""
        urls = event.mimeData().urls()
        if len(urls) != 1 or not urls[0].toLocalFile().lower().endswith(SUFFIXES):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.photo_dropped.emit(cell.button, Path(urls[0].toLocalFile()))
        return True

    def _press(self, cell: Cell, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.added.emit(cell.button)
            return True
        self._pressed = (cell, event.globalPosition().toPoint())
        return False

    def _drag(self, event: QMouseEvent) -> bool:
        assert self._pressed is not None
        cell, start = self._pressed
        way = (event.globalPosition().toPoint() - start).manhattanLength()
        if not self._is_dragging and way >= QApplication.startDragDistance():
            self._is_dragging = True
            cell.setDown(False)
            cell.setCursor(Qt.CursorShape.ClosedHandCursor)
        return self._is_dragging

    def _drop(self, event: QMouseEvent) -> None:
        assert self._pressed is not None
        cell, _ = self._pressed
        self._pressed, self._is_dragging = None, False
        cell.unsetCursor()
        place = self._view.mapFromGlobal(event.globalPosition().toPoint())
        target = self._view.childAt(place)
        if isinstance(target, Cell) and target is not cell and target.button is not None:
            self.dragged.emit(cell.button, target.button)
