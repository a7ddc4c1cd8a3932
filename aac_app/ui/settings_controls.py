"""The settings page's own controls: large, worked by keyboard, their state in signs and words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSlider,
    QWidget,
)

from aac_app.ui.fitting import FittedButton
from aac_app.ui.theme import MIN_TARGET

_STEPS = 20
"""Steps in 1.0: a slider moves by 5 %."""


class Choice(QComboBox):
    """One value out of several. The wheel scrolls the page and never changes it."""

    picked = Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str]], current: Any) -> None:
        super().__init__()
        self.setView(QListView())  # a list whose lines are as high as the style asks for
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(MIN_TARGET)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_options(options, current)
        self.currentIndexChanged.connect(self._picked)

    def show_options(self, options: Sequence[tuple[Any, str]], current: Any) -> None:
        """Offer these (value, label); `current` is the one that holds. Announces nothing."""
        with QSignalBlocker(self):
            self.clear()
            for value, label in options:
                self.addItem(label, value)
            index = next((i for i, (value, _) in enumerate(options) if value == current), -1)
            if index < 0 and current:
                self.addItem(str(current), current)
                index = self.count() - 1
            self.setCurrentIndex(max(0, index))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        corner = self.rect().adjusted(0, 0, -14, 0)
        painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "▾")
        painter.end()

    def _picked(self, index: int) -> None:
        self.picked.emit(self.itemData(index))


class Switch(FittedButton):
    """Something that is on or off."""

    def __init__(self, label: str, *, is_on: bool) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(is_on)
        self.setMinimumHeight(MIN_TARGET)
        self.show_name("", label)

    def _marked(self, name: str) -> str:
        return f"{'☑' if self.isChecked() else '☐'}  {name}"


class Line(QLineEdit):
    """A word or an address. It counts when it is finished, not letter by letter."""

    entered = Signal(object)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._told = text
        self.setMinimumHeight(MIN_TARGET)
        self.editingFinished.connect(self._finish)

    def _finish(self) -> None:
        if self.text().strip() != self._told:
            self._told = self.text().strip()
            self.entered.emit(self._told)


class Dial(QWidget):
    """A number between two others: a slider, a press for less and for more, and its value."""

    changed = Signal(float)

    def __init__(self, label: str, span: tuple[float, float], value: float) -> None:
        super().__init__()
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(span[0] * _STEPS), round(span[1] * _STEPS))
        self.slider.setPageStep(2)
        self.slider.setValue(round(value * _STEPS))
        self.slider.setTracking(False)  # dragging changes once, where it ends
        self.less, self.more = FittedButton(), FittedButton()
        self.value = QLabel()
        self.value.setMinimumWidth(MIN_TARGET + 12)
        self.value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label = label
        self._lay_out()
        self._tell(self.slider.value())
        self.slider.sliderMoved.connect(self._tell)
        self.slider.valueChanged.connect(self._moved)
        self.less.clicked.connect(partial(self._step, -1))
        self.more.clicked.connect(partial(self._step, 1))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.less, self.slider, self.more, self.value):
            layout.addWidget(widget, 1 if widget is self.slider else 0)
        for button, sign, name in (
            (self.less, "−", self.tr("less")),
            (self.more, "+", self.tr("more")),
        ):
            button.setFixedSize(MIN_TARGET + 12, MIN_TARGET)
            button.show_name("", sign)
            button.setAccessibleName(f"{self._label}: {name}")
        self.slider.setMinimumHeight(MIN_TARGET)
        self.setFocusProxy(self.slider)

    def _step(self, steps: int, _checked: bool = False) -> None:
        self.slider.setValue(self.slider.value() + steps)

    def _moved(self, steps: int) -> None:
        self._tell(steps)
        self.changed.emit(steps / _STEPS)

    def _tell(self, steps: int) -> None:
        text = f"{round(steps * 100 / _STEPS)} %"
        self.value.setText(text)
        self.slider.setAccessibleName(f"{self._label}: {text}")
        self.less.setEnabled(steps > self.slider.minimum())
        self.more.setEnabled(steps < self.slider.maximum())


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        event.ignore()
