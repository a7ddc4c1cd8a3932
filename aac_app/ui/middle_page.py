"""What the pages in the place of the board have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class Scrolled(QScrollArea):
    """A column as long as it needs, scrolled where it has to be: nothing in it is ever squeezed
    or cut, however small the window and large the letters."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(2, 2, 6, 2)
        self.column.setSpacing(6)
        self.setWidget(self.inside)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Keep in view what the keyboard has come to."""
        moved = super().focusNextPrevChild(forward)
        focus = self.window().focusWidget()
        if focus is not None and self.inside.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 8, 8)
        return moved


class MiddlePage(QWidget):
    """Escape leads back from it, and it speaks the language of the interface."""

    closed = Signal()

    def leave(self) -> None:
        """What Escape does."""
        self.closed.emit()

    def retranslate(self) -> None:
        """Write every text in the interface's language."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
