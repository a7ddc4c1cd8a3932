"""The boards' backups, in place of the board: make one, look what one would change, restore it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from aac_app.ui.fitting import FittedButton
from aac_app.ui.middle_page import MiddlePage
from aac_app.ui.settings_controls import Switch

TARGET = 64
"""Pixels: no button of this page is lower."""


class BackupsPage(MiddlePage):
    """Shows what it is given and says what was pressed. Restoring takes two presses, no dialog."""

    backup_asked = Signal()
    preview_asked = Signal(int)
    """Place in the list."""
    restore_asked = Signal(int)
    export_asked = Signal(bool)
    """Save the whole profile as a file; with what was said?"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.close_button, self.make_button = FittedButton(), FittedButton()
        self.export_button, self.restore_button = FittedButton(), FittedButton()
        self.restore_button.setObjectName("speak")
        self.with_history = Switch("", is_on=False)
        self.lines: list[FittedButton] = []
        self.notice, self._heading, self._preview = QLabel(), QLabel(), QLabel()
        for label in (self.notice, self._heading, self._preview):
            label.setWordWrap(True)
        self._heading.setObjectName("sentence")
        self._place = 0
        self._title = ""
        self._parts = QStackedWidget()
        self._list, self._scroll = QVBoxLayout(), QScrollArea()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_backups(self, lines: Sequence[str]) -> None:
        """One line for each backup, the newest first."""
        for button in self.lines:
            self._list.removeWidget(button)
            button.deleteLater()
        self.lines = []
        for place, line in enumerate(lines):
            button = FittedButton()
            button.show_name("↶", line)
            button.setMinimumHeight(TARGET)
            button.clicked.connect(partial(self._ask_preview, place))
            self._list.insertWidget(place, button)
            self.lines.append(button)
        self._parts.setCurrentIndex(0)
        self._title = ""
        self.retranslate()
        self.make_button.setFocus()

    def show_preview(self, place: int, title: str, changes: str, *, possible: bool) -> None:
        """What restoring this one would change; `possible`: it can and would."""
        self._place, self._title = place, title
        self._preview.setText(changes)
        self._preview.setAccessibleName(changes)
        self.restore_button.setEnabled(possible)
        self._parts.setCurrentIndex(1)
        self.retranslate()
        self.close_button.setFocus()

    @property
    def preview(self) -> str:
        """The preview that is shown, or an empty text."""
        return self._preview.text() if self._title else ""

    def tell(self, text: str) -> None:
        """One line; an empty one takes it away."""
        self.notice.setText(text)
        self.notice.setAccessibleName(text)
        self.notice.setVisible(bool(text))

    def retranslate(self) -> None:
        back = self.tr("All backups") if self._title else self.tr("Back to the board")
        self.close_button.show_name("←", back)
        self.make_button.show_name("+", self.tr("Make a backup now"))
        self.export_button.show_name("⇡", self.tr("Save everything of this person as a file"))
        self.with_history.show_name("", self.tr("With what was said"))
        self.restore_button.show_name("↶", self.tr("Put these boards back"))
        nothing = self.tr("There is no backup yet. One is made before boards are edited.")
        listed = self.tr("Press a backup to see what it would change.")
        self._heading.setText(self._title or (listed if self.lines else nothing))

    def _ask_preview(self, place: int, _checked: bool = False) -> None:
        self.preview_asked.emit(place)

    def leave(self) -> None:
        if not self._title:
            self.closed.emit()
            return
        self._title = ""
        self._parts.setCurrentIndex(0)
        self.retranslate()
        if self._place < len(self.lines):
            self.lines[self._place].setFocus()

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.leave)
        self.make_button.clicked.connect(self.backup_asked)
        self.export_button.clicked.connect(
            lambda: self.export_asked.emit(self.with_history.isChecked())
        )
        self.restore_button.clicked.connect(lambda: self.restore_asked.emit(self._place))

    def _lay_out(self) -> None:
        for button in (self.close_button, self.make_button, self.export_button, self.with_history):
            button.setMinimumHeight(TARGET)
        self.restore_button.setMinimumHeight(TARGET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.close_button)
        layout.addWidget(self.notice)
        layout.addWidget(self._heading)
        layout.addWidget(self._parts, 1)
        self._parts.addWidget(self._list_part())
        self._parts.addWidget(self._preview_part())
        self.notice.hide()

    def _list_part(self) -> QWidget:
        self._list.addStretch(1)
        lines = QWidget()
        lines.setLayout(self._list)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(lines)
        below = QHBoxLayout()
        below.addWidget(self.export_button, 2)
        below.addWidget(self.with_history, 1)
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.make_button)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(below)
        return part

    def _preview_part(self) -> QWidget:
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._preview)
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.restore_button)
        return part
