"""The window: message above, board below, urgent words always in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from aac_app.settings import Settings
from aac_app.ui.board_area import BoardArea
from aac_app.ui.board_view import BoardView
from aac_app.ui.message_bar import MessageBar
from aac_app.ui.pixmaps import Pixmaps
from aac_app.ui.settings_panel import SettingsPanel
from aac_app.ui.status_line import StatusLine
from aac_app.ui.theme import LETTERS, Theme, style_sheet
from aac_app.ui.tool_column import ToolColumn


class _Middle(QStackedWidget):
    """The board, or a page in its place. Whatever they hold, what is around them never moves."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        return False


class MainWindow(QWidget):
    """Lays the parts out; their signals are its own."""

    closed = Signal()

    def __init__(self, theme: Theme, pixmaps: Pixmaps) -> None:
        super().__init__()
        self.message_bar = MessageBar(theme)
        self.board = BoardView(theme, pixmaps)
        self.board_area = BoardArea(self.board)
        self.urgent = BoardView(theme, pixmaps)
        self.tools = ToolColumn()
        self.status = StatusLine()
        self.settings = SettingsPanel()
        self._middle = _Middle()
        self._beside = QHBoxLayout()
        self._panels: list[QWidget] = []
        self._panel: QWidget | None = None
        """What stands in the place of the tools."""
        self._board_name = ""
        self._theme: Theme | None = None
        self.use_theme(theme)
        self._lay_out()
        self._order_tabs()
        self.board.setFocus()
        self.use_text_scale(1.0)
        self.resize(1280, 800)
        self.retranslate()

    def use_theme(self, theme: Theme) -> None:
        if theme is self._theme:
            return
        self._theme = theme
        self.setStyleSheet(style_sheet(theme))
        self.message_bar.use_theme(theme)
        self.board.use_theme(theme)
        self.urgent.use_theme(theme)

    def use_text_scale(self, scale: float) -> None:
        """Size of all text; 1.0 is the usual one."""
        font = QApplication.font()
        font.setPixelSize(round(LETTERS * scale))
        if font != QApplication.font():
            QApplication.setFont(font)  # a style sheet keeps the window's own from its parts
            self.setStyleSheet(self.styleSheet())  # and remembers the old size until it is set
        self.tools.use_text_scale(scale)
        self.message_bar.use_text_scale(scale)

    def show_settings(
        self, settings: Settings, language: str, voices: Sequence[tuple[str, str]], about: str
    ) -> None:
        """Settings take the place of the board; the message and urgent words stay."""
        self.settings.show_settings(settings, language, voices, about)
        if not self.shows_settings:
            self._middle.setCurrentWidget(self.settings)
            self.settings.close_button.setFocus()

    @property
    def shows_settings(self) -> bool:
        return self._middle.currentWidget() is self.settings

    def add_page(self, page: QWidget) -> None:
        """A page that may take the place of the board; see `show_page`."""
        self._middle.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """A page in the place of the board; the message and urgent words stay."""
        self._middle.setCurrentWidget(page)

    @property
    def page(self) -> QWidget | None:
        """What stands in the middle: the board, or a page in its place."""
        return self._middle.currentWidget()

    def add_panel(self, panel: QWidget) -> None:
        """Something that may take the place of the tools; see `show_panel`."""
        panel.hide()
        self._panels.append(panel)
        self._beside.addWidget(panel)
        QWidget.setTabOrder(self.tools.stops[-1], panel)

    def show_panel(self, panel: QWidget | None) -> None:
        """A panel beside the board in the place of the tools; None: the tools again.

        While a page is in the place of the board, it has the panel's room, too: it leads back.
        """
        self._panel = panel
        self._show_beside()

    def _show_beside(self, _page: int = 0) -> None:
        shown = self._panel or self.tools
        is_hidden = shown is self._panel and self.page is not self.board_area
        for one in (self.tools, *self._panels):
            one.setVisible(one is shown and not is_hidden)

    def show_board(self) -> None:
        """The board again."""
        if self._middle.currentWidget() is not self.board_area:
            self._middle.setCurrentWidget(self.board_area)
            self.board.take_focus()

    def name_board(self, name: str) -> None:
        """Say in the title which board is open."""
        self._board_name = name
        self.retranslate()

    def retranslate(self) -> None:
        title = self.tr("Communicator")
        self.setWindowTitle(f"{self._board_name} - {title}" if self._board_name else title)

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
        self._middle.addWidget(self.board_area)
        self._middle.currentChanged.connect(self._show_beside)
        # Its share of the window is the same for every board: the urgent words must not move.
        self._middle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._middle.addWidget(self.settings)
        middle.addWidget(self._middle, 1)
        self._beside.addWidget(self.tools)
        middle.addLayout(self._beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(6)
        self.urgent.setMinimumHeight(64)
        # Its height never depends on what it holds: the board below must not move.
        self.message_bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.message_bar.setMinimumHeight(188)
        layout.addWidget(self.message_bar, 24)
        layout.addLayout(middle, 62)
        layout.addWidget(self.urgent, 11)
        layout.addWidget(self.status)

    def _order_tabs(self) -> None:
        """The keyboard's way: message, board (or settings), tools, urgent words, notices."""
        stops = (
            *self.message_bar.stops,
            self.board,
            self.settings.close_button,
            *self.tools.stops,
            self.urgent,
            self.status.action,
        )
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)
