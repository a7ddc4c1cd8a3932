"""Pictures while boards are edited: offered for the word, searched, pasted, taken from a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from aac_app.editing import buttons
from aac_app.editing.edit import Edit
from aac_app.editing.grids import Place, button_at
from aac_app.editing.session import EditingSession
from aac_app.editing.suggestions import Suggestion
from aac_app.editing.wordlist import new_button
from aac_app.errands import Errands
from aac_app.failures import explain
from aac_app.media_choice import Credits, PictureChoice, own_picture
from aac_app.notices import Notices, Source
from aac_app.own_picture import OwnPicture, keep, read_picture
from aac_app.suggestion_desk import SuggestionDesk
from aac_app.ui.editor_stage import EditorStage
from aac_app.ui.editor_texts import WordTexts
from pictograms.board import Image
from pictograms.obz import BoardSet

_TYPING_MS = 200
"""Letters that come faster than this are looked up together."""


class MediaKeeper(Protocol):
    """Keeps files of one's own. Raises StoreError."""

    def add_image(self, data: bytes) -> str: ...


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where a picture goes that is still being read: the selection may be another one by then."""

    board_id: str
    ids: tuple[str, ...]
    place: Place
    word: str
    """A word that was being written in an empty cell."""


class EditorPictures(QObject):
    """Puts pictures on buttons, and new words into empty cells with the best picture known."""

    def __init__(
        self,
        stage: EditorStage,
        suggestions: SuggestionDesk,
        errands: Errands,
        media: MediaKeeper,
        notices: Notices,
    ) -> None:
        super().__init__(stage)
        self._stage, self._suggestions, self._errands = stage, suggestions, errands
        self._media, self._notices = media, notices
        self._session: EditingSession | None = None
        self._word = ""
        """The word that pictures are offered for."""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._look)
        page = stage.panel.word
        page.texts.typed.connect(self._typed)
        page.texts.word_written.connect(self._write_word)
        page.looks.suggestion_picked.connect(self._pick)
        page.looks.photo_pasted.connect(self._paste_photo)
        page.looks.picture_wanted.connect(self._open_chooser)
        stage.words.words_listed.connect(self._list)
        stage.chooser.picture_chosen.connect(self._take)
        stage.chooser.closed.connect(stage.window.show_board)
        suggestions.came.connect(self._came)

    def open(self, boards: BoardSet, language: str) -> None:
        """Editing begins."""
        self._suggestions.open([boards], language)

    def show_session(self, session: EditingSession) -> None:
        """Offer pictures for the selected word."""
        self._session = session
        found = session.buttons
        word = found[0].label if found else self._texts.label.line.text().strip()
        self._offer_for(word if session.selection else "")

    @property
    def _texts(self) -> WordTexts:
        return self._stage.panel.word.texts

    # Offers -----------------------------------------------------------------------------------

    def _offer_for(self, word: str) -> None:
        self._word = word
        self._stage.panel.word.looks.offer(self._suggestions.suggest(word))
        self._suggestions.look(word)

    def _typed(self, _text: str) -> None:
        self._typing.start()

    def _look(self) -> None:
        self._offer_for(self._texts.label.line.text().strip())

    def _came(self, word: str) -> None:
        if word == self._word:
            self._stage.panel.word.looks.offer(self._suggestions.suggest(word))
        self._stage.words.offer(word, self._suggestions.suggest(word))

    def _list(self, words: tuple[str, ...]) -> None:
        for word in words:
            self._stage.words.offer(word, self._suggestions.suggest(word))
            self._suggestions.look(word)

    # Words and pictures -----------------------------------------------------------------------

    def _write_word(self, word: str) -> None:
        """A word for the selected empty cell, with the picture that fits best."""
        session = self._session
        if session is not None and session.selection:
            goal = _Goal(session.board.id, (), session.selection[0], word)
            self._add_word(goal, next(iter(self._suggestions.suggest(word)), None), None)

    def _add_word(self, goal: _Goal, suggestion: Suggestion | None, image: Image | None) -> None:
        """`image` is the one that was chosen; else that of the suggestion."""
        session = self._session
        board = session.boards.boards.get(goal.board_id) if session else None
        if board is None or button_at(board, goal.place) is not None:
            return  # the cell has been filled, or the board is gone
        button = new_button(goal.place, goal.word)
        if suggestion is not None:
            button = replace(button, word_class=suggestion.word_class)
            image = image or suggestion.image
        self._texts.clear()
        self._do(buttons.add(board, goal.place, button, image))

    def _pick(self, suggestion: Suggestion) -> None:
        if (goal := self._goal()) is not None:
            self._put(goal, suggestion.image, suggestion)

    def _goal(self) -> _Goal | None:
        """What a picture that is chosen now is for; None (and a notice) where that is nothing."""
        session = self._session
        if session is None or not session.selection:
            return None
        word = self._texts.label.line.text().strip()
        if not (session.ids or word):
            self._tell(self.tr("Write the word first."))
            self._texts.label.setFocus()
            return None
        return _Goal(session.board.id, tuple(session.ids), session.selection[0], word)

    def _put(self, goal: _Goal, image: Image | None, suggestion: Suggestion | None = None) -> None:
        """The picture for buttons, or for a word that was just being written."""
        session = self._session
        board = session.boards.boards.get(goal.board_id) if session else None
        if board is None:
            return
        ids = [name for name in goal.ids if name in board.buttons]
        if ids:
            self._do(buttons.picture(board, ids, image))
        elif not goal.ids:
            known = suggestion or next(iter(self._suggestions.suggest(goal.word)), None)
            self._add_word(goal, known, image)

    def _fetch(self, work: Callable[[], Image | None]) -> None:
        """Read and keep a picture in the thread, then put it where it was meant to go."""
        if (goal := self._goal()) is not None:
            self._errands.do(work, partial(self._put, goal), self._failed)

    def _do(self, edit: Edit) -> None:
        self._stage.panel.edit_wanted.emit(edit)

    # Own pictures -----------------------------------------------------------------------------

    def _paste_photo(self) -> None:
        photo = QGuiApplication.clipboard().image()
        if photo.isNull():
            self._tell(self.tr("There is no photo on the clipboard."))
            return
        self._fetch(partial(self._kept_photo, photo))

    def take_file(self, path: Path) -> None:
        """A photo that was dropped on the selected cell; a new word is called as its file."""
        if self._session is not None and not self._session.ids:
            self._texts.label.line.setText(path.stem.replace("_", " ").strip())
        self._fetch(partial(self._kept_file, path))

    def _kept_photo(self, photo: QImage) -> Image | None:
        return self._kept_own(keep(photo))

    def _kept_file(self, path: Path) -> Image | None:
        return self._kept_own(read_picture(path))

    def _kept_own(self, own: OwnPicture) -> Image | None:
        return self._kept(own_picture(own.data, own.content_type, own.size, Credits()))

    def _open_chooser(self) -> None:
        self._stage.chooser.open(self._word)
        self._stage.window.show_page(self._stage.chooser)

    def _take(self, choice: PictureChoice) -> None:
        """What was chosen on the chooser's page."""
        self._stage.window.show_board()
        self._fetch(partial(self._kept, choice))

    def _kept(self, choice: PictureChoice) -> Image | None:
        """The picture with the path of its file, which is on the disk now. Any thread."""
        if choice.image is None or choice.data is None:
            return choice.image
        return replace(choice.image, path=self._media.add_image(choice.data))

    def _failed(self, error: Exception) -> None:
        self._tell(explain(error))

    def _tell(self, text: str) -> None:
        self._notices.tell(Source.EDITING, text)
