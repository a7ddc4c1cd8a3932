"""The quiet line at the bottom: what happened, and how many pictures are left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class StatusLine(QWidget):
    """One notice at a time, and at most one thing that can be done about it. Never a dialog."""

    action_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = QLabel()
        self.notice.setObjectName("status")
        self.notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.notice.setWordWrap(True)
        self.progress = QLabel()
        self.progress.setObjectName("status")
        self.action = QPushButton()
        self.action.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(12)
        layout.addWidget(self.notice, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.action)
        self.action.clicked.connect(self.action_pressed)

    def say(self, text: str) -> None:
        """Show a notice; an empty one takes the last one away."""
        self.notice.setText(text)
        self.notice.setToolTip(text)
        self.notice.setAccessibleName(text)

    def show_progress(self, text: str) -> None:
        self.progress.setText(text)

    def offer(self, text: str) -> None:
        """Offer one thing to do; an empty text takes the offer away."""
        self.action.setText(text)
        self.action.setAccessibleName(text)
        self.action.setVisible(bool(text))
