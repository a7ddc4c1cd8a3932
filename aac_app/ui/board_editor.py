"""The editor: a panel beside the board, which stays in view and is what is edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from aac_app.editing.session import EditingSession
from aac_app.editing.suggestions import Suggestion
from aac_app.ui.edit_names import edit_name
from aac_app.ui.editor_board_page import BoardPage
from aac_app.ui.editor_fields import Still, in_columns, press
from aac_app.ui.editor_find_page import FindPage
from aac_app.ui.editor_more_page import MorePage
from aac_app.ui.editor_trouble import Trouble
from aac_app.ui.editor_word_page import WordPage

_WIDTH = 392
"""Pixels at the usual text size."""


class BoardEditor(Still):
    """Shows a session of editing and announces what is wanted. Changes no board itself."""

    edit_wanted = Signal(object)
    """aac_app.editing.edit.Edit"""
    undone = Signal()
    redone = Signal()
    closed = Signal()
    page_shown = Signal()
    """Another page of the panel is in front."""

    def __init__(self, draw: Callable[[Suggestion], QPixmap | None]) -> None:
        """`draw`: the picture of a suggestion, or None where it is not here."""
        super().__init__()
        self._session: EditingSession | None = None
        self.done = press(self.closed.emit)
        self.done.setObjectName("speak")
        self.undo, self.redo = press(self.undone.emit), press(self.redone.emit)
        self.trouble = Trouble()
        self.word, self.board = WordPage(draw), BoardPage()
        self.finder, self.more = FindPage(), MorePage()
        self.pages = (self.word, self.board, self.finder, self.more)
        self.tabs = [press(partial(self.show_page, page), checkable=True) for page in self.pages]
        self._stack = QStackedWidget()
        self._lay_out()
        for page in self.pages:
            page.edit_wanted.connect(self.edit_wanted)
        self.use_text_scale(1.0)
        self.show_page(self.word)
        self.retranslate()

    def show_session(
        self, session: EditingSession, *, moving: bool, several: bool, level: int
    ) -> None:
        """Tell of the session as it is now. `level`: the one the board is looked at as; 0: all."""
        self._session = session
        self.trouble.show_session(session)
        self.word.show_session(session, moving=moving, several=several)
        self.board.show_session(session, level)
        self.finder.show_session(session)
        self._name_ways()

    def show_page(self, page: QWidget) -> None:
        """Bring one of `pages` to the front."""
        self._stack.setCurrentWidget(page)
        for tab, one in zip(self.tabs, self.pages, strict=True):
            tab.setChecked(one is page)
        if self._session is not None:
            self.finder.show_session(self._session)
        self.page_shown.emit()

    @property
    def page(self) -> QWidget | None:
        """The page that is in front."""
        return self._stack.currentWidget()

    def use_text_scale(self, scale: float) -> None:
        self.setFixedWidth(round(_WIDTH * min(max(1.0, scale), 1.3)))

    def retranslate(self) -> None:
        self.done.show_name("←", self.tr("Back to speaking"))
        names = (self.tr("Word"), self.tr("Board"), self.tr("Find"), self.tr("More"))
        for tab, name in zip(self.tabs, names, strict=True):
            tab.show_name("", name)
        self.trouble.retranslate()
        self._name_ways()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _name_ways(self) -> None:
        """Undo and redo say what they would do."""
        session = self._session
        back = session.undoable if session else None
        again = session.redoable if session else None
        self.undo.setEnabled(back is not None)
        self.redo.setEnabled(again is not None)
        for button, sign, name, edit in (
            (self.undo, "↶", self.tr("Undo"), back),
            (self.redo, "↷", self.tr("Redo"), again),
        ):
            button.show_name(sign, name)
            told = f"{name}: {edit_name(edit)}" if edit else name
            button.setAccessibleName(told)
            button.setToolTip(told)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        ways = in_columns((self.done, self.undo, self.redo), 3)
        ways.setColumnStretch(0, 2)
        column.addLayout(ways)
        column.addLayout(in_columns(self.tabs, 4))
        column.addWidget(self.trouble)
        for page in self.pages:
            self._stack.addWidget(page)
        column.addWidget(self._stack, 1)
