"""The column beside the board: the way home, and what is chosen beside the words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from aac_app.controls import Toggle
from aac_app.ui.fitting import FittedButton

_WIDTH = 184
_ICONS = {
    Toggle.PAST: "«",
    Toggle.PRESENT: "•",
    Toggle.FUTURE: "»",
    Toggle.QUESTION: "?",
    Toggle.REQUEST: "☞",
    Toggle.EXCLAMATION: "!",
    Toggle.NEGATIVE: "✗",
}


class ToolColumn(QWidget):
    """Shows which controls are on and announces presses."""

    home_pressed = Signal()
    back_pressed = Signal()
    toggled = Signal(object)
    """aac_app.controls.Toggle"""
    language_pressed = Signal()
    settings_pressed = Signal()
    editor_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.home = FittedButton()
        self.back = FittedButton()
        self.language = FittedButton()
        self.settings = FittedButton()
        self.editor = FittedButton()
        self.toggles = {toggle: FittedButton() for toggle in Toggle}
        ways = (self.home, self.back)
        self.stops = (*ways, *self.toggles.values(), self.language, self.settings, self.editor)
        """What the keyboard reaches, in this order."""
        self._other_language = ""
        self._lay_out()
        self.home.clicked.connect(self.home_pressed)
        self.back.clicked.connect(self.back_pressed)
        self.language.clicked.connect(self.language_pressed)
        self.settings.clicked.connect(self.settings_pressed)
        self.editor.clicked.connect(self.editor_pressed)
        for toggle, button in self.toggles.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._toggled, toggle))
        self.retranslate()

    def show_state(self, on: Mapping[Toggle, bool], *, can_go_back: bool) -> None:
        for toggle, button in self.toggles.items():
            button.setChecked(on[toggle])
        self.back.setEnabled(can_go_back)

    def show_language(self, other: str) -> None:
        """Name the language that the button changes to, in that language."""
        self._other_language = other
        self.retranslate()

    def retranslate(self) -> None:
        names = {
            Toggle.PAST: self.tr("Past"),
            Toggle.PRESENT: self.tr("Now"),
            Toggle.FUTURE: self.tr("Future"),
            Toggle.QUESTION: self.tr("Question"),
            Toggle.REQUEST: self.tr("Please do"),
            Toggle.EXCLAMATION: self.tr("Exclaim"),
            Toggle.NEGATIVE: self.tr("Not"),
        }
        for toggle, button in self.toggles.items():
            button.show_name(_ICONS[toggle], names[toggle])
        for button, icon, name in (
            (self.home, "⌂", self.tr("Home")),
            (self.back, "←", self.tr("Back")),
            (self.language, "⇄", self._other_language),
            (self.settings, "☰", self.tr("Settings")),
            (self.editor, "✎", self.tr("Edit boards")),
        ):
            button.show_name(icon, name)
        self.language.setAccessibleName(self.tr("Speak in: {}").format(self._other_language))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        """Two columns: twelve targets of 44 px would not fit one on a small laptop."""
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        on = self.toggles
        places = (
            (self.home, self.back),
            (on[Toggle.PAST], on[Toggle.FUTURE]),
            (on[Toggle.PRESENT], on[Toggle.NEGATIVE]),
            (on[Toggle.QUESTION], on[Toggle.REQUEST]),
            (on[Toggle.EXCLAMATION], self.language),
            (self.settings, self.editor),
        )
        for row, buttons in enumerate(places):
            for column, button in enumerate(buttons):
                layout.addWidget(button, row, column)
        self.setFixedWidth(_WIDTH)

    def use_text_scale(self, scale: float) -> None:
        """Larger letters get a somewhat wider column; the board keeps the most room."""
        self.setFixedWidth(round(_WIDTH * min(max(1.0, scale), 1.35)))

    def _toggled(self, toggle: Toggle, _checked: bool = False) -> None:
        self.toggled.emit(toggle)
