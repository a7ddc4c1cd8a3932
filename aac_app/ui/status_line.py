"""The quiet line at the bottom: what happened, and how many pictures are left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from aac_app.ui.fitting import FittedButton, filled, fitted
from aac_app.ui.theme import MIN_TARGET

_SMALLEST = 12
"""Pixels; a longer notice ends in an ellipsis, and is whole in its tool tip and when read aloud."""


class Notice(QLabel):
    """As much of a text as fits, in one or two lines; never asks for more room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        area = QRectF(self.rect())
        font = fitted(self.font(), self.text(), area, self.font().pixelSize())
        if font.pixelSize() < _SMALLEST:
            font.setPixelSize(_SMALLEST)
            font.setStretch(100)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, filled(font, self.text(), area))
        painter.end()


class StatusLine(QWidget):
    """Notices, and at most one thing that can be done about them. Never a dialog.

    Its height is always the same: the board above must not move when a notice comes.
    """

    action_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = Notice()
        self.sign.setObjectName("sign")
        self.notice = Notice()
        self.progress = Notice()
        self.action = FittedButton()
        self.action.hide()
        self.progress.hide()
        self.sign.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(12)
        layout.addWidget(self.sign, 4)
        layout.addWidget(self.notice, 6)
        layout.addWidget(self.progress, 3)
        layout.addWidget(self.action, 3)
        self.setFixedHeight(MIN_TARGET + 2)
        self.action.clicked.connect(self.action_pressed)

    def say(self, text: str) -> None:
        """Show a notice; an empty one takes the last one away."""
        self.notice.say(text)

    def show_progress(self, text: str) -> None:
        """How many pictures are left; an empty text when there is nothing to tell."""
        self.progress.say(text)
        self.progress.setVisible(bool(text))

    def show_sign(self, text: str) -> None:
        """What must be seen as long as it is so, before all notices; an empty text: nothing."""
        self.sign.say(f"⇄ {text}" if text else "")
        self.sign.setVisible(bool(text))

    def offer(self, text: str) -> None:
        """Offer one thing to do; an empty text takes the offer away."""
        self.action.show_name("", text)
        self.action.setVisible(bool(text))
