"""Settings, shown in place of the board: never a dialog, every change at once, one way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from aac_app.settings import Settings, VoiceSettings
from aac_app.ui.settings_rows import Row, RowKind, sections
from aac_app.ui.theme import MIN_TARGET


class SettingsPanel(QWidget):
    """Edits a Settings and announces the new one. Holds no settings of its own making."""

    settings_changed = Signal(object)
    """aac_app.settings.Settings"""
    closed = Signal()
    history_erased = Signal()
    voice_tried = Signal()
    """The user wants to hear the voice as it is set now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._language = "es"
        self._voices: Sequence[tuple[str, str]] = ()
        self._controls: dict[str, QWidget] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.close_button = QPushButton()
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
        self._settings, self._language, self._voices = settings, language, voices
        self._controls.clear()
        self.close_button.setText("← " + self.tr("Back to the board"))
        self.close_button.setAccessibleName(self.tr("Back to the board"))
        page = QWidget()
        form = QFormLayout(page)
        form.setSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for title, rows in sections(voices):
            heading = QLabel(title)
            heading.setStyleSheet("font-weight: bold; font-size: 120%; margin-top: 12px;")
            form.addRow(heading)
            for row in rows:
                self._add(form, row)
        text = QLabel(about)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(text)
        self._scroll.setWidget(page)

    def control(self, key: str) -> QWidget:
        """The widget that edits one setting, by the setting's name."""
        return self._controls[key]

    def _add(self, form: QFormLayout, row: Row) -> None:
        widget = self._widget(row)
        widget.setMinimumHeight(MIN_TARGET)
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
            RowKind.SLIDER: self._slider,
            RowKind.BUTTON: self._button,
        }
        return makers[row.kind](row)

    def _combo(self, row: Row) -> QWidget:
        combo = QComboBox()
        for value, label in row.options:
            combo.addItem(label, value)
        current = self._value(row.key)
        index = next((i for i, (value, _) in enumerate(row.options) if value == current), -1)
        with QSignalBlocker(combo):
            if index < 0 and current:
                combo.addItem(str(current), current)
                index = combo.count() - 1
            combo.setCurrentIndex(max(0, index))
        combo.currentIndexChanged.connect(partial(self._combo_changed, row.key, combo))
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page
        combo.wheelEvent = _ignore_wheel  # type: ignore[method-assign]
        return combo

    def _switch(self, row: Row) -> QWidget:
        box = QCheckBox(row.label)
        box.setChecked(bool(self._value(row.key)))
        box.toggled.connect(partial(self._change, row.key))
        return box

    def _slider(self, row: Row) -> QWidget:
        low, high = row.span
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(round(low * 20), round(high * 20))
        slider.setPageStep(2)
        slider.setValue(round(float(self._value(row.key)) * 20))
        slider.valueChanged.connect(partial(self._slid, row.key))
        slider.wheelEvent = _ignore_wheel  # type: ignore[method-assign]
        return slider

    def _button(self, row: Row) -> QWidget:
        button = QPushButton(row.label)
        button.clicked.connect(
            self.history_erased if row.key == "erase_history" else self.voice_tried
        )
        return button

    def _combo_changed(self, key: str, combo: QComboBox, index: int) -> None:
        self._change(key, combo.itemData(index))

    def _slid(self, key: str, steps: int) -> None:
        self._change(key, steps / 20)

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


def _ignore_wheel(event: Any) -> None:
    event.ignore()
