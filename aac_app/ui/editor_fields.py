"""The small controls that the editor's pages are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from aac_app.ui.fitting import FittedButton
from aac_app.ui.middle_page import Scrolled
from aac_app.ui.theme import MIN_TARGET
from pictograms.fields import MAX_TEXT

LONGEST = 400
"""Characters that can be added to what stands in a field."""


class Various:
    """Stands for a property in which the selected buttons differ."""


VARIOUS = Various()


def common(values: Sequence[Any]) -> Any:
    """The value that all have, or VARIOUS; None where there are none."""
    first = values[0] if values else None
    return first if all(value == first for value in values) else VARIOUS


def press(pressed: Callable[[], object] | None = None, *, checkable: bool = False) -> FittedButton:
    """A button of the editor; its name comes with the language."""
    button = FittedButton()
    button.setMinimumHeight(MIN_TARGET)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setCheckable(checkable)
    if pressed is not None:
        button.clicked.connect(lambda _checked=False: pressed())
    return button


def heading(text: str = "") -> QLabel:
    """The name of a part of a page."""
    label = QLabel(text)
    label.setObjectName("heading")
    label.setWordWrap(True)
    return label


def note(text: str = "") -> QLabel:
    """A quiet explanation."""
    label = QLabel(text)
    label.setObjectName("status")
    label.setWordWrap(True)
    return label


def in_columns(widgets: Sequence[QWidget], columns: int) -> QGridLayout:
    """The widgets side by side, all columns of one width."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(5)
    for place, widget in enumerate(widgets):
        grid.addWidget(widget, *divmod(place, columns))
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid


class Still(QWidget):
    """A page or panel that takes the room it is given: what it holds moves nothing around it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        return False


class TextEntry(QWidget):
    """A line of text, and a press that takes what was written with the boards."""

    finished = Signal(str)
    """The text was changed, and the writer has gone on."""
    message_wanted = Signal()
    """Take the words of the message: for whoever writes with the boards."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.from_message = FittedButton()
        self.from_message.setFixedWidth(MIN_TARGET + 8)
        self.from_message.setMinimumHeight(MIN_TARGET)
        self._name, self._shown = "", ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.from_message)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self.commit)
        self.from_message.clicked.connect(lambda _checked=False: self.message_wanted.emit())

    def use_name(self, name: str) -> None:
        self._name = name
        self.line.setAccessibleName(name)
        self.from_message.show_name("⤓", "")
        told = self.tr("{}: take the words of the message").format(name)
        self.from_message.setAccessibleName(told)
        self.from_message.setToolTip(told)

    def show_text(self, text: str, hint: str = "") -> None:
        """What holds now; `hint` is shown while there is nothing."""
        self.line.setPlaceholderText(hint)
        self.line.setMaxLength(min(len(text) + LONGEST, MAX_TEXT))
        if self.line.text() != text:
            with QSignalBlocker(self.line):
                self.line.setText(text)
        self._shown = self._written()  # a field that was only passed through changes nothing

    def take(self, text: str) -> None:
        """Write this and be done with it."""
        self.line.setText(text)
        self.commit()

    def commit(self) -> None:
        """Announce what was written, once."""
        text = self._written()
        if text != self._shown:
            self._shown = text
            self.finished.emit(text)

    def _written(self) -> str:
        """What stands in the line, without blanks that nobody sees."""
        return " ".join(self.line.text().split())


class Page(Scrolled):
    """A page of the editor."""

    edit_wanted = Signal(object)
    """aac_app.editing.edit.Edit"""

    def retranslate(self) -> None:
        """Write every text in the interface's language."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
