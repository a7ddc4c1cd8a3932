"""Another size for a board: what it would do is told, and seen on the board, before it is done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from aac_app.editing import sizing
from aac_app.editing.session import EditingSession
from aac_app.editing.sizing import Outcome, Sides
from aac_app.ui.edit_names import refusal_text
from aac_app.ui.editor_fields import heading, in_columns, note, press

_EDGES = ("bottom", "right", "top", "left")
_NAMED = 12
"""Words named in the notice; the board shows all of them."""


class SizePart(QWidget):
    """Adds and takes rows and columns at the four edges."""

    edit_wanted = Signal(object)
    sides_changed = Signal(object)
    """aac_app.editing.sizing.Sides that are thought of; the board marks what they would do"""

    def __init__(self) -> None:
        super().__init__()
        self._session: EditingSession | None = None
        self._board_id = ""
        self.sides = Sides()
        self.title, self.outcome = heading(), note()
        self.outcome.setObjectName("sentence")
        self.labels = {edge: QLabel() for edge in _EDGES}
        self.less = {edge: press(partial(self._change, edge, -1)) for edge in _EDGES}
        self.more = {edge: press(partial(self._change, edge, 1)) for edge in _EDGES}
        self.apply = press(self._apply)
        self.leave = press(self.forget)
        grid = QGridLayout()
        grid.setSpacing(5)
        for row, edge in enumerate(_EDGES):
            self.labels[edge].setWordWrap(True)
            grid.addWidget(self.labels[edge], row, 0)
            grid.addWidget(self.less[edge], row, 1)
            grid.addWidget(self.more[edge], row, 2)
        for column, share in enumerate((3, 1, 1)):
            grid.setColumnStretch(column, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addLayout(grid)
        layout.addWidget(self.outcome)
        layout.addLayout(in_columns((self.apply, self.leave), 2))
        self.retranslate()

    def show_session(self, session: EditingSession) -> None:
        moved = self._session is not session or self._board_id != session.board.id
        self._session, self._board_id = session, session.board.id
        if moved:
            self.sides = Sides()
        self._tell()

    def forget(self) -> None:
        """Leave the size as it is."""
        if self.sides != Sides():
            self.sides = Sides()
            self._tell()
            self.sides_changed.emit(self.sides)

    def retranslate(self) -> None:
        names = {
            "bottom": self.tr("Rows at the bottom"),
            "right": self.tr("Columns on the right"),
            "top": self.tr("Rows at the top"),
            "left": self.tr("Columns on the left"),
        }
        for edge, name in names.items():
            self.labels[edge].setText(name)
            self.less[edge].show_name("", "−")
            self.more[edge].show_name("", "+")
            self.less[edge].setAccessibleName(self.tr("{}: one less").format(name))
            self.more[edge].setAccessibleName(self.tr("{}: one more").format(name))
        self.apply.show_name("", self.tr("Make it so"))
        self.leave.show_name("", self.tr("Leave it"))
        self._tell()

    def _change(self, edge: str, step: int) -> None:
        if self._session is None:
            return
        wanted = replace(self.sides, **{edge: getattr(self.sides, edge) + step})
        self.sides = wanted
        self._tell()
        self.sides_changed.emit(self.sides)

    def _tell(self) -> None:
        if self._session is None:
            return
        board = self._session.board
        size = self.tr("Size: {} rows, {} columns").format(board.rows, board.columns)
        self.title.setText(size)
        is_thought = self.sides != Sides()
        outcome = sizing.preview(board, self.sides)
        self.outcome.setText(self._account(outcome) if is_thought else "")
        self.outcome.setVisible(is_thought)
        self.apply.setVisible(is_thought)
        self.leave.setVisible(is_thought)
        self.apply.setEnabled(outcome.refusal is None)

    def _account(self, outcome: Outcome) -> str:
        """What would happen, in whole sentences."""
        told = [self.tr("It would have {} rows and {} columns.")]
        told[0] = told[0].format(outcome.rows, outcome.columns)
        if (refused := outcome.refusal) is not None:
            return f"{told[0]} {refusal_text(refused)}"
        if outcome.vanishing:
            labels = [button.label for button in outcome.vanishing][:_NAMED]
            more = "…" if len(outcome.vanishing) > _NAMED else ""
            names = ", ".join(labels) + more
            told.append(self.tr("{} words would go: {}").format(len(outcome.vanishing), names))
        if outcome.moving:
            count = len(outcome.moving)
            told.append(self.tr("{} words would stand in another place.").format(count))
        if not (outcome.vanishing or outcome.moving):
            told.append(self.tr("Every word keeps its place."))
        return " ".join(told)

    def _apply(self) -> None:
        if self._session is None:
            return
        edit = sizing.resize(self._session.board, self.sides)
        self.forget()
        self.edit_wanted.emit(edit)
