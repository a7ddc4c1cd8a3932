"""Room for a board: all of it where it fits, else a part that follows the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from aac_app.ui.board_view import BoardView
from aac_app.ui.cell import Cell


class BoardArea(QScrollArea):
    """Only a grid that is too large for targets of a good size is ever scrolled."""

    def __init__(self, board: BoardView) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(board)
        board.cell_reached.connect(self._follow)

    def _follow(self, cell: Cell) -> None:
        self.ensureWidgetVisible(cell, 8, 8)
