"""The window: message above, board below, urgent words always in the same place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aac_app.ui.board_view import BoardView
from aac_app.ui.message_bar import MessageBar
from aac_app.ui.pixmaps import Pixmaps
from aac_app.ui.status_line import StatusLine
from aac_app.ui.theme import Theme, style_sheet
from aac_app.ui.tool_column import ToolColumn


class MainWindow(QWidget):
    """Lays the parts out; their signals are its own."""

    closed = Signal()

    def __init__(self, theme: Theme, pixmaps: Pixmaps) -> None:
        super().__init__()
        self.message_bar = MessageBar(theme)
        self.board = BoardView(theme, pixmaps)
        self.urgent = BoardView(theme, pixmaps)
        self.tools = ToolColumn()
        self.status = StatusLine()
        self.setStyleSheet(style_sheet(theme))
        self._lay_out()
        self.resize(1280, 800)
        self.retranslate()

    def use_theme(self, theme: Theme) -> None:
        self.setStyleSheet(style_sheet(theme))
        self.message_bar.use_theme(theme)
        self.board.use_theme(theme)
        self.urgent.use_theme(theme)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Communicator"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.board, 1)
        middle.addWidget(self.tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(self.message_bar, 26)
        layout.addLayout(middle, 60)
        layout.addWidget(self.urgent, 11)
        layout.addWidget(self.status)
