"""Settings, shown in place of the board: never a dialog, every change at once, one way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from aac_app.settings import Settings, VoiceSettings
from aac_app.ui.fitting import FittedButton
from aac_app.ui.settings_controls import Choice, Dial, Line, Switch
from aac_app.ui.settings_rows import Row, RowKind, sections
from aac_app.ui.theme import MIN_TARGET


class SettingsPanel(QWidget):
    """Edits a Settings and announces the new one. Holds no settings of its own making."""

    settings_changed = Signal(object)
    """aac_app.settings.Settings"""
    closed = Signal()
    history_erased = Signal()
    lock_wanted = Signal()
    """Who may edit the boards is to be chosen."""
    voice_tried = Signal()
    """The user wants to hear the voice as it is set now."""
    button_pressed = Signal(str)
    """Key of the row of any other button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._language = "es"
        self._voices: tuple[tuple[str, str], ...] = ()
        self._controls: dict[str, QWidget] = {}
        self._about = ""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.close_button = FittedButton()
        self.close_button.setMinimumHeight(MIN_TARGET)
        self.close_button.clicked.connect(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.close_button)
        layout.addWidget(self._scroll, 1)

    def show_settings(
        self,
        settings: Settings,
        language: str,
        voices: Sequence[tuple[str, str]],
        about: str,
    ) -> None:
        """Fill the panel. `voices` are (id, name) of `language`, the one being spoken."""
        shown = (self._settings, self._language, self._voices, self._about)
        if self._controls and shown == (settings, language, tuple(voices), about):
            return
        self._settings, self._language = settings, language
        self._voices, self._about = tuple(voices), about
        self.close_button.show_name("←", self.tr("Back to the board"))
        held, height = self._held_key(), self._scroll.verticalScrollBar().value()
        self._show_page(self._page())
        self._scroll.verticalScrollBar().setValue(height)
        if held in self._controls:
            self._controls[held].setFocus()

    def control(self, key: str) -> QWidget:
        """The widget that edits one setting, by the setting's name."""
        return self._controls[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _held_key(self) -> str:
        """The setting where the keyboard is, or an empty string."""
        focus = QApplication.focusWidget()
        return next(
            (
                key
                for key, control in self._controls.items()
                if focus is not None and (control is focus or control.isAncestorOf(focus))
            ),
            "",
        )

    def _show_page(self, page: QWidget) -> None:
        old = self._scroll.takeWidget()
        if old:
            old.hide()
            old.deleteLater()  # one of its controls may be telling us of a change just now
        self._scroll.setWidget(page)

    def _page(self) -> QWidget:
        self._controls.clear()
        page = QWidget()
        form = QFormLayout(page)
        form.setSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for title, rows in sections(self._voices):
            heading = QLabel(title)
            heading.setStyleSheet("font-weight: bold; padding-top: 12px;")
            heading.setIndent(0)
            form.addRow(heading)
            for row in rows:
                self._add(form, row)
        text = QLabel(self._about)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(text)
        return page

    def _add(self, form: QFormLayout, row: Row) -> None:
        widget = self._widget(row)
        widget.setAccessibleName(row.label)
        widget.setAccessibleDescription(row.hint)
        self._controls[row.key] = widget
        if row.kind in (RowKind.SWITCH, RowKind.BUTTON):
            form.addRow(widget)
        else:
            label = QLabel(row.label)
            label.setWordWrap(True)
            form.addRow(label, widget)
        if row.hint:
            hint = QLabel(row.hint)
            hint.setWordWrap(True)
            hint.setObjectName("status")
            form.addRow(hint)

    def _widget(self, row: Row) -> QWidget:
        makers = {
            RowKind.CHOICE: self._combo,
            RowKind.SWITCH: self._switch,
            RowKind.SLIDER: self._dial,
            RowKind.BUTTON: self._button,
            RowKind.TEXT: self._line,
        }
        return makers[row.kind](row)

    def _combo(self, row: Row) -> QWidget:
        choice = Choice(row.options, self._value(row.key))
        choice.picked.connect(partial(self._change, row.key))
        return choice

    def _switch(self, row: Row) -> QWidget:
        switch = Switch(row.label, is_on=bool(self._value(row.key)))
        switch.toggled.connect(partial(self._change, row.key))
        return switch

    def _line(self, row: Row) -> QWidget:
        line = Line(str(self._value(row.key)))
        line.entered.connect(partial(self._change, row.key))
        return line

    def _dial(self, row: Row) -> QWidget:
        dial = Dial(row.label, row.span, float(self._value(row.key)))
        dial.changed.connect(partial(self._change, row.key))
        return dial

    def _button(self, row: Row) -> QWidget:
        button = FittedButton()
        button.show_name("", row.label)
        button.setMinimumHeight(MIN_TARGET)
        known = {
            "erase_history": self.history_erased,
            "choose_lock": self.lock_wanted,
            "try_voice": self.voice_tried,
        }
        if row.key in known:
            button.clicked.connect(known[row.key])
        else:
            button.clicked.connect(partial(self._pressed, row.key))
        return button

    def _pressed(self, key: str, _checked: bool = False) -> None:
        self.button_pressed.emit(key)

    def _value(self, key: str) -> Any:
        head, _, part = key.partition(".")
        if head == "voices":
            return getattr(self._settings.voice(self._language), part)
        return getattr(self._settings, key, None)

    def _change(self, key: str, value: Any) -> None:
        head, _, part = key.partition(".")
        if head == "voices":
            voice: VoiceSettings = replace(self._settings.voice(self._language), **{part: value})
            self._settings = self._settings.with_voice(self._language, voice)
        else:
            self._settings = replace(self._settings, **{key: value})
        self.settings_changed.emit(self._settings)
