"""The page of the open board: its name, size, habits and levels; new, copied and removed boards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from aac_app.editing import buttons, wholes
from aac_app.editing.session import EditingSession
from aac_app.ui.editor_fields import Page, TextEntry, heading, in_columns, press
from aac_app.ui.editor_size import SizePart
from aac_app.ui.settings_controls import Choice


class BoardPage(Page):
    """Edits the board as a whole."""

    message_wanted = Signal(object)
    level_looked = Signal(object)
    """Mark what is not shown at this level; 0: everything is shown."""
    board_made = Signal(object)
    """pictograms.board.Board to add and to open"""
    list_wanted = Signal()
    """Make words, or a board, from a list."""

    def __init__(self) -> None:
        super().__init__()
        self._session: EditingSession | None = None
        self.name = TextEntry()
        self.sizes = SizePart()
        self.labels = [QLabel() for _ in range(3)]
        self.home = Choice((), None)
        self.look = Choice((), None)
        self.new_title = heading()
        self.new_name = TextEntry()
        self.make = press(self._make)
        self.words = press(self.list_wanted.emit)
        self.show_hidden = press(self._show_hidden)
        self.first = press(self._first)
        self.copy = press(self._copy)
        self.remove = press(self._remove)
        self._lay_out()
        self.name.finished.connect(self._rename)
        self.sizes.edit_wanted.connect(self.edit_wanted)
        self.home.picked.connect(self._home)
        self.look.picked.connect(self.level_looked)
        for entry in (self.name, self.new_name):
            entry.message_wanted.connect(partial(self.message_wanted.emit, entry))
        self.new_name.line.returnPressed.connect(self._make)
        self.retranslate()

    def _lay_out(self) -> None:
        self.column.addWidget(self.sizes)  # first: what a size would do is seen without scrolling
        self.column.addWidget(self.labels[0])
        self.column.addWidget(self.name)
        self.column.addWidget(self.words)
        self.column.addWidget(self.labels[1])
        self.column.addWidget(self.look)
        self.column.addWidget(self.show_hidden)
        self.column.addWidget(self.labels[2])
        self.column.addWidget(self.home)
        self.column.addLayout(in_columns((self.first, self.copy), 2))
        self.column.addWidget(self.remove)
        self.column.addWidget(self.new_title)
        self.column.addWidget(self.new_name)
        self.column.addWidget(self.make)
        self.column.addStretch(1)

    def show_session(self, session: EditingSession, level: int) -> None:
        self._session = session
        board = session.board
        self.name.show_text(board.name)
        self.sizes.show_session(session)
        self.look.show_options(self._levels(), level)
        self.home.show_options(self._habits(), board.home_after_word)
        hidden = [button for _, _, button in board.cells() if button.hidden]
        self.show_hidden.setEnabled(bool(hidden))
        text = self.tr("Show the {} hidden words").format(len(hidden))
        self.show_hidden.show_name("", text if hidden else self.tr("No word is hidden"))
        self.first.setEnabled(board.id != session.boards.root)
        self.remove.setEnabled(board.id not in (session.boards.root, session.boards.urgent))

    def retranslate(self) -> None:
        self.name.use_name(self.tr("Name of the board"))
        self.new_name.use_name(self.tr("Name of the new board"))
        self.new_title.setText(self.tr("New board"))
        for label, text in zip(
            self.labels,
            (
                self.tr("Name of the board"),
                self.tr("Show the board as it is at"),
                self.tr("After a word"),
            ),
            strict=True,
        ):
            label.setText(text)
        self.look.setAccessibleName(self.labels[1].text())
        self.home.setAccessibleName(self.labels[2].text())
        for button, sign, name in (
            (self.words, "", self.tr("Words from a list…")),
            (self.make, "+", self.tr("Make it")),
            (self.first, "⌂", self.tr("Begin with it")),
            (self.copy, "", self.tr("Copy the board")),
            (self.remove, "✕", self.tr("Remove the board")),
        ):
            button.show_name(sign, name)

    def _levels(self) -> list[tuple[int, str]]:
        names = [(level, self.tr("level {}").format(level)) for level in (1, 2, 3)]
        return [(0, self.tr("all levels")), *names]

    def _habits(self) -> list[tuple[bool | None, str]]:
        return [
            (None, self.tr("As the settings say")),
            (True, self.tr("Go to the first board")),
            (False, self.tr("Stay here")),
        ]

    def _rename(self, name: str) -> None:
        if self._session and name:
            self.edit_wanted.emit(wholes.change_board(self._session.board, name=name))

    def _home(self, value: object) -> None:
        if self._session:
            board = self._session.board
            self.edit_wanted.emit(wholes.change_board(board, home_after_word=value))

    def _make(self) -> None:
        name = " ".join(self.new_name.line.text().split())
        if self._session is None or not name:
            self.new_name.setFocus()
            return
        board = self._session.board
        made = wholes.empty_board(self._session.boards, name, board.rows, board.columns)
        self.new_name.show_text("")
        self.board_made.emit(made)

    def _copy(self) -> None:
        if self._session is None:
            return
        board = self._session.board
        name = self.tr("{} (copy)").format(board.name)
        identity = wholes.free_board_id(self._session.boards, name)
        self.board_made.emit(replace(board, id=identity, name=name))

    def _first(self) -> None:
        if self._session:
            self.edit_wanted.emit(wholes.make_first(self._session.board))

    def _remove(self) -> None:
        if self._session:
            self.edit_wanted.emit(wholes.remove_board(self._session.board))

    def _show_hidden(self) -> None:
        if self._session:
            board = self._session.board
            ids = [button.id for _, _, button in board.cells() if button.hidden]
            self.edit_wanted.emit(buttons.hide(board, ids, hidden=False))
