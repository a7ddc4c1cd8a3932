"""Digits to press, for a PIN or a sum: large, by touch, keyboard or switch."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from aac_app.ui.fitting import FittedButton

_SIDE = 64
"""Pixels of a key."""
_LONGEST = 8


class Keypad(QWidget):
    """Collects digits; OK, or the Enter key, gives them away."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._digits = ""
        self.is_secret = True
        """Show dots instead of the digits."""
        self.shown = QLabel()
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setObjectName("sentence")
        self.shown.setMinimumHeight(36)
        self.digits = [FittedButton(growth=1.6) for _ in range(10)]
        self.delete, self.ok = FittedButton(growth=1.4), FittedButton(growth=1.4)
        self.ok.setObjectName("speak")
        grid = QGridLayout()
        grid.setSpacing(6)
        for digit, key in enumerate(self.digits):
            row, column = (3, 1) if digit == 0 else divmod(digit - 1, 3)
            grid.addWidget(key, row, column)
            key.clicked.connect(partial(self._add, str(digit)))
        grid.addWidget(self.delete, 3, 0)
        grid.addWidget(self.ok, 3, 2)
        for key in (*self.digits, self.delete, self.ok):
            key.setFixedSize(round(_SIDE * 1.5), _SIDE)
        layout = QVBoxLayout(self)
        layout.addWidget(self.shown)
        layout.addLayout(grid)
        self.delete.clicked.connect(self._delete)
        self.ok.clicked.connect(self._enter)
        self.retranslate()

    def begin(self, *, secret: bool) -> None:
        """Forget what was pressed."""
        self.is_secret, self._digits = secret, ""
        self._show()

    def retranslate(self) -> None:
        for digit, key in enumerate(self.digits):
            key.show_name("", str(digit))
        self.delete.show_name("⌫", "")
        self.delete.setAccessibleName(self.tr("Delete the last digit"))
        self.ok.show_name("", self.tr("OK"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.text().isdigit() and event.text().isascii():
            self._add(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._delete()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _add(self, digit: str, _checked: bool = False) -> None:
        if len(self._digits) < _LONGEST:
            self._digits += digit
            self._show()

    def _delete(self, _checked: bool = False) -> None:
        self._digits = self._digits[:-1]
        self._show()

    def _enter(self, _checked: bool = False) -> None:
        digits, self._digits = self._digits, ""
        self._show()
        if digits:
            self.entered.emit(digits)

    def _show(self) -> None:
        shown = "●" * len(self._digits) if self.is_secret else self._digits
        self.shown.setText(" ".join(shown) or "–")
        count = self.tr("{} digits").format(len(self._digits))
        self.shown.setAccessibleName(count if self.is_secret else self._digits)
