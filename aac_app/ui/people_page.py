"""Who is speaking? One large button for each person; in place of the board, never a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from aac_app.ui.fitting import FittedButton
from aac_app.ui.person_button import PersonButton

_COLUMNS = 4
TARGET = 64
"""Pixels: no button of this page is lower."""


@dataclass(frozen=True, slots=True)
class Tile:
    """How one person is shown."""

    name: str
    emoji: str = ""
    pixmap: QPixmap | None = None
    problem: str = ""
    """One line where something of the profile cannot be read."""


class PeoplePage(QWidget):
    """Shows the people and says which one was pressed. Decides nothing."""

    person_chosen = Signal(int)
    """Place among the people shown: open this profile."""
    change_asked = Signal(int)
    """Change this person's name or picture."""
    add_asked = Signal()
    file_asked = Signal()
    """Take a person from a file."""
    bring_back_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[Tile, ...] = ()
        self._removed = ""
        self.can_close = True
        """There is a board to go back to."""
        self.buttons: list[PersonButton] = []
        self.heading, self.notice = QLabel(), QLabel()
        self.notice.setWordWrap(True)
        self.close_button, self.add_button = FittedButton(), FittedButton()
        self.change_button, self.file_button = FittedButton(), FittedButton()
        self.back_button = FittedButton()
        self.change_button.setCheckable(True)
        self._grid = QGridLayout()
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.add_button.clicked.connect(self.add_asked)
        self.file_button.clicked.connect(self.file_asked)
        self.back_button.clicked.connect(self.bring_back_asked)
        self.change_button.toggled.connect(self.retranslate)
        self.retranslate()

    def show_people(self, tiles: Sequence[Tile], removed: str = "") -> None:
        """`removed`: the name of somebody who can be brought back, else empty."""
        held = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), 0)
        self._tiles, self._removed = tuple(tiles), removed
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(at, tile) for at, tile in enumerate(tiles)]
        self.notice.setText("\n".join(tile.problem for tile in tiles if tile.problem))
        self.notice.setVisible(bool(self.notice.text()))
        self.retranslate()
        if self.buttons:
            self.buttons[min(held, len(self.buttons) - 1)].setFocus()

    def tell(self, text: str) -> None:
        """One line below the people; an empty one takes it away."""
        self.notice.setText(text)
        self.notice.setAccessibleName(text)
        self.notice.setVisible(bool(text))

    def retranslate(self) -> None:
        changing = self.change_button.isChecked()
        heading = self.tr("Who is to be changed?") if changing else self.tr("Who is speaking?")
        self.heading.setText(heading)
        self.close_button.show_name("←", self.tr("Back to the board"))
        self.add_button.show_name("+", self.tr("Add a person"))
        self.change_button.show_name("✎", self.tr("Change names and pictures"))
        self.file_button.show_name("⇣", self.tr("Take a person from a file"))
        self.back_button.show_name("↶", self.tr("Bring {} back").format(self._removed))
        self.back_button.setVisible(bool(self._removed))
        self.close_button.setVisible(self.can_close)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and self.can_close:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focus in self.buttons:
            self.buttons[self.buttons.index(focus)].click()
        else:
            super().keyPressEvent(event)

    def _button(self, place: int, tile: Tile) -> PersonButton:
        button = PersonButton()
        button.show_person(tile.name, tile.emoji, tile.pixmap)
        button.setAccessibleDescription(tile.problem)
        button.clicked.connect(partial(self._pressed, place))
        self._grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        return button

    def _pressed(self, place: int, _checked: bool = False) -> None:
        if self.change_button.isChecked():
            self.change_asked.emit(place)
        else:
            self.person_chosen.emit(place)

    def _lay_out(self) -> None:
        self.heading.setObjectName("sentence")
        people = QWidget()
        people.setLayout(self._grid)
        self._grid.setSpacing(16)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(people)
        below = QHBoxLayout()
        for button in (self.add_button, self.change_button, self.file_button, self.back_button):
            button.setMinimumHeight(TARGET)
            below.addWidget(button, 1)
        self.close_button.setMinimumHeight(TARGET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.close_button)
        layout.addWidget(self.heading)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.notice)
        layout.addLayout(below)
