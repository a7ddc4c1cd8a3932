"""The window before anybody's boards are open: who is speaking?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from aac_app.ui.theme import LETTERS, Theme, style_sheet


class StartWindow(QWidget):
    """Shows one page at a time, in the look of the communicator."""

    def __init__(self, theme: Theme, text_scale: float, pages: Sequence[QWidget]) -> None:
        super().__init__()
        font = QApplication.font()
        font.setPixelSize(round(LETTERS * text_scale))
        QApplication.setFont(font)
        self.setStyleSheet(style_sheet(theme))
        self._pages = QStackedWidget()
        for page in pages:
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(self._pages)
        self.resize(1280, 800)
        self.retranslate()

    def show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Communicator"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
