"""Boards as a whole while they are edited: new ones, linked ones, those made from a list."""

from __future__ import annotations

from PySide6.QtCore import QObject

from aac_app.editing import wholes, wordlist
from aac_app.editing.grids import Place
from aac_app.editor_desk import EditorDesk
from aac_app.ui.editor_stage import EditorStage
from pictograms.board import Board


class EditorBoards(QObject):
    """Makes boards and goes to them. GUI thread."""

    def __init__(self, stage: EditorStage, desk: EditorDesk) -> None:
        super().__init__(stage)
        self._stage, self._desk = stage, desk
        panel, words = stage.panel, stage.words
        panel.board.board_made.connect(self._make_board)
        for page in (panel.board, panel.more):
            page.list_wanted.connect(self._open_list)
        panel.word.deeds.board_wanted.connect(self._go_to_board)
        panel.word.deeds.new_board_wanted.connect(self._make_linked_board)
        words.closed.connect(stage.window.show_board)
        words.board_wanted.connect(self._make_board_of)
        words.words_wanted.connect(self._put_words)

    def _make_board(self, board: Board) -> None:
        if self._desk.do(wholes.new_board(board)) and self._desk.session:
            self._desk.session.open(board.id)

    def _make_linked_board(self) -> None:
        session = self._desk.session
        if session is not None and session.buttons:
            name = session.buttons[0].label or self.tr("New board")
            self._desk.do(wholes.linked_board(session.boards, session.board, session.ids, name))

    def _open_list(self) -> None:
        if self._desk.session:
            board = self._desk.session.board
            self._stage.words.open(board.title)
            self._stage.window.show_page(self._stage.words)

    def _make_board_of(self, name: str, words: tuple[wordlist.ListedWord, ...]) -> None:
        if self._desk.session:
            board, edit = wordlist.board_of_words(self._desk.session.boards, name, words)
            if self._desk.do(edit):
                self._desk.session.open(board.id)
            self._stage.window.show_board()

    def _put_words(self, words: tuple[wordlist.ListedWord, ...]) -> None:
        if self._desk.session:
            at = self._desk.session.selection[0] if self._desk.session.selection else Place(0, 0)
            self._desk.do(wordlist.add_words(self._desk.session.board, at, words))
            self._stage.window.show_board()

    def _go_to_board(self, board_id: str) -> None:
        self._desk.jump((board_id, None))
