"""Editing in the window: takes presses to the session, shows what comes of them, has it saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from aac_app.board_saver import BoardSaver
from aac_app.board_store import StoreError
from aac_app.communicator import Occasion
from aac_app.editing import buttons, clipboard, moving, wholes, wordlist
from aac_app.editing.edit import Edit, EditKind, RefusedError
from aac_app.editing.grids import Place, button_at, places
from aac_app.editing.session import EditingSession
from aac_app.editing.sizing import Sides
from aac_app.editing.view import id_in_view, place_in_view
from aac_app.editor_pictures import EditorPictures
from aac_app.editor_sounds import EditorSounds
from aac_app.library import Library, Trail, extent
from aac_app.notices import Notices, Source
from aac_app.recording import Recording
from aac_app.screen import Screen
from aac_app.settings import BoardSize
from aac_app.ui.editor_fields import TextEntry
from aac_app.ui.editor_marks import empty_name, marks_of
from aac_app.ui.editor_stage import EditorStage
from pictograms.board import Board, Button
from pictograms.obz import BoardSet


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What editing asks of the rest of the program."""

    language: Callable[[], str]
    trail: Callable[[], Trail]
    size: Callable[[], BoardSize]
    written: Callable[[], str]
    """The words of the message: whoever writes with the boards may put them on a button."""
    say: Callable[[str, Occasion, Recording | None], None]
    hush: Callable[[], None]


_WITH_PICTURES = (EditKind.PICTURE, EditKind.ADD, EditKind.PASTE, EditKind.WORDS, EditKind.IMPORT)


class EditorDesk(QObject):
    """Holds the session while boards are edited. GUI thread."""

    closed = Signal()
    """The person speaks with the boards again."""
    pictures_changed = Signal(object)
    """BoardSet that may want pictures which are not here"""

    def __init__(
        self,
        stage: EditorStage,
        screen: Screen,
        notices: Notices,
        library: Library,
        saver: BoardSaver,
        pictures: EditorPictures,
        sounds: EditorSounds,
        around: Surroundings,
    ) -> None:
        super().__init__(stage)
        self._stage, self._panel = stage, stage.panel
        self._screen, self._notices, self._library = screen, notices, library
        self._saver, self._pictures, self._sounds = saver, pictures, sounds
        self._around = around
        self.session: EditingSession | None = None
        self._shown: BoardSet | None = None
        self._is_moving = self._takes_several = False
        self._level, self._sides = 0, Sides()
        self._connect()

    # In and out -----------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        return self.session is not None

    def open(self) -> None:
        """Begin to edit the boards that are in use, where the person is."""
        trail, language = self._around.trail(), self._around.language()
        self._is_moving = self._takes_several = False
        self._level, self._sides = 0, Sides()
        self._shown = trail.boards
        self.session = EditingSession(trail.boards, trail.current.id, self._changed)
        self._saver.open(language)
        self._pictures.open(trail.boards, language)
        self._stage.window.show_board()
        self._stage.show(editing=True)
        self._panel.show_page(self._panel.word)
        self._changed()
        self._stage.window.board.take_focus()

    def close(self) -> None:
        """Back to speaking, with the boards as they are now."""
        session = self.session
        if session is None:
            return
        self._panel.word.texts.commit()
        self.session = None
        self._use(self._saver.newest or session.boards)
        trail = self._around.trail()
        trail.show(trail.boards.boards[session.board.id])
        self._stage.show(editing=False)
        self._stage.window.show_board()
        self._tell("")
        self.closed.emit()

    # What is pressed on the board -------------------------------------------------------------

    def press(self, button: Button) -> None:
        """A cell was selected, by whatever access method."""
        session = self.session
        place = place_in_view(session.board, button) if session else None
        if session is None or place is None:
            return
        self._panel.word.texts.commit()
        if self._is_moving:
            self._move_to(place)
        elif self._takes_several:
            session.toggle(place)
        else:
            self._panel.word.texts.clear()
            session.select([place])
            self._panel.show_page(self._panel.word)
            if button_at(session.board, place) is None:
                self._panel.word.texts.label.setFocus()

    def _move_to(self, place: Place) -> None:
        session = self.session
        assert session is not None
        self._is_moving = False
        if session.selection:
            first = session.selection[0]
            down, right = place.row - first.row, place.column - first.column
            self.do(moving.move(session.board, session.selection, down, right))

    def _dragged(self, button: Button, onto: Button) -> None:
        session = self.session
        if session is None:
            return
        start, end = place_in_view(session.board, button), place_in_view(session.board, onto)
        if start is None or end is None:
            return
        if start not in session.selection:
            session.select([start])
        step = end.row - start.row, end.column - start.column
        self.do(moving.move(session.board, session.selection, *step))

    def _moved_by_key(self, button: Button, down: int, right: int) -> None:
        session = self.session
        place = place_in_view(session.board, button) if session else None
        if session is None or place is None:
            return
        if place not in session.selection:
            session.select([place])
        if self.do(moving.move(session.board, session.selection, down, right)):
            self._focus(place.moved(down, right))

    def _added(self, button: Button) -> None:
        place = place_in_view(self.session.board, button) if self.session else None
        if self.session and place:
            self.session.toggle(place)

    def _keyed(self, key: QKeySequence.StandardKey) -> None:
        keys = QKeySequence.StandardKey
        {
            keys.Undo: self.undo,
            keys.Redo: self.redo,
            keys.Copy: self._copy,
            keys.Cut: self._cut,
            keys.Paste: self._paste,
            keys.SelectAll: self._select_all,
            keys.Delete: self._remove,
            keys.Find: self._find,
            keys.Cancel: self._cancel,
        }[key]()

    # Edits ------------------------------------------------------------------------------------

    def do(self, edit: Edit) -> bool:
        """Make an edit; what stands in its way is told on the panel."""
        return self.session is not None and self.session.do(edit)

    def undo(self) -> None:
        self._panel.word.texts.commit()
        if self.session:
            self.session.undo()

    def redo(self) -> None:
        if self.session:
            self.session.redo()

    def _confirm(self) -> None:
        if self.session:
            self.session.confirm()

    def _drop(self) -> None:
        if self.session:
            self.session.drop()

    def _copy(self) -> None:
        if self.session and self.session.buttons:
            self.session.clip = clipboard.copied(self.session.board, self.session.selection)
            self._changed()

    def _cut(self) -> None:
        session = self.session
        if session and session.buttons:
            self._copy()
            self.do(buttons.remove(session.board, session.ids, EditKind.CUT))

    def _paste(self) -> None:
        session = self.session
        if session is None or not (session.clip and session.selection):
            return
        at, clip = session.selection[0], session.clip
        try:
            where = clipboard.pasted(session.board, at, clip)[1]
        except RefusedError:
            where = None
        session.do(clipboard.paste(session.board, at, clip), select=where)

    def _remove(self) -> None:
        if self.session and self.session.buttons:
            self.do(buttons.remove(self.session.board, self.session.ids))

    def _select_all(self) -> None:
        if self.session:
            board = self.session.board
            self.session.select(p for p in places(board) if button_at(board, p))

    def _find(self) -> None:
        self._panel.show_page(self._panel.finder)
        self._panel.finder.search.setFocus()

    def _cancel(self) -> None:
        if self._is_moving or self._takes_several:
            self._is_moving = self._takes_several = False
            self._changed()
        elif self.session and self.session.selection:
            self.session.select(())
        else:
            self.close()

    # Boards -----------------------------------------------------------------------------------

    def _make_board(self, board: Board) -> None:
        if self.do(wholes.new_board(board)) and self.session:
            self.session.open(board.id)

    def _make_linked_board(self) -> None:
        session = self.session
        if session is not None and session.buttons:
            name = session.buttons[0].label or self.tr("New board")
            self.do(wholes.linked_board(session.boards, session.board, session.ids, name))

    def _open_list(self) -> None:
        if self.session:
            board = self.session.board
            self._stage.words.open(board.say(board.name))
            self._stage.window.show_page(self._stage.words)

    def _make_board_of(self, name: str, words: tuple[wordlist.ListedWord, ...]) -> None:
        if self.session:
            board, edit = wordlist.board_of_words(self.session.boards, name, words)
            if self.do(edit):
                self.session.open(board.id)
            self._stage.window.show_board()

    def _put_words(self, words: tuple[wordlist.ListedWord, ...]) -> None:
        if self.session:
            at = self.session.selection[0] if self.session.selection else Place(0, 0)
            self.do(wordlist.add_words(self.session.board, at, words))
            self._stage.window.show_board()

    def jump(self, goal: tuple[str, Place | None]) -> None:
        """Go to a board, and to a word on it."""
        board_id, place = goal
        if self.session is None:
            return
        self.session.open(board_id, [place] if place else [])
        self._stage.window.show_board()
        if place is not None:
            self._panel.show_page(self._panel.word)
            self._focus(place)

    def _focus(self, place: Place) -> None:
        """Bring the keyboard, and the view, to a cell."""
        if self.session:
            name = id_in_view(self.session.board, place)
            self._stage.window.board.cell(name).setFocus()

    # What is shown ----------------------------------------------------------------------------

    def show(self) -> None:
        """Draw the board that is edited."""
        session = self.session
        if session is not None:
            marks = marks_of(session, self._level, self._sides, self._extent(session))
            self._screen.show_edited(session.boards, session.board, empty_name(), marks)

    def _extent(self, session: EditingSession) -> tuple[int, int]:
        """Rows and columns that the settings let be seen in use."""
        return extent(session.boards, session.board, self._around.size())

    def _changed(self) -> None:
        session = self.session
        if session is None:
            return
        if not session.buttons:
            self._is_moving = False
        self.show()
        self._panel.show_session(
            session,
            moving=self._is_moving,
            several=self._takes_several,
            level=self._level,
        )
        self._panel.word.show_extent(*self._extent(session))
        self._pictures.show_session(session)
        self._sounds.show_session(session)
        if session.boards is not self._shown:
            self._save(session)

    def _save(self, session: EditingSession) -> None:
        self._shown = session.boards
        self._panel.more.show_saved(self.tr("Saving…"))
        self._saver.save(session.boards)
        edit = session.undoable
        if edit is not None and edit.kind in _WITH_PICTURES:
            self.pictures_changed.emit(session.boards)

    def _saved(self) -> None:
        self._notices.tell(Source.SAVING, "")
        self._panel.more.show_saved(self.tr("Everything is saved."))
        if self.session is None and (stored := self._saver.newest) is not None:
            self._use(stored)

    def _use(self, boards: BoardSet) -> None:
        """Speak with these boards from now on."""
        language = self._around.language()
        if self._saver.language == language:
            self._around.trail().use(self._library.change(language, boards))

    def _not_saved(self, error: StoreError) -> None:
        text = self.tr("The boards cannot be saved yet, and nothing is lost: {}").format(error)
        self._notices.tell(Source.SAVING, text)
        self._panel.more.show_saved(text)

    def _not_backed_up(self, error: StoreError) -> None:
        self._notices.tell(Source.SAVING, str(error))

    def _tell(self, text: str) -> None:
        self._notices.tell(Source.EDITING, text)

    def _write(self, entry: TextEntry) -> None:
        text = self._around.written()
        if text:
            entry.take(text)
        else:
            self._tell(self.tr("The message is empty: write there first, with the boards."))

    def _move(self, on: bool) -> None:
        self._is_moving, self._takes_several = on, False
        self._changed()

    def _take_several(self, on: bool) -> None:
        self._takes_several, self._is_moving = on, False
        self._changed()

    def _look_at(self, level: int) -> None:
        self._level = level
        self.show()

    def _think_of(self, sides: Sides) -> None:
        self._sides = sides
        self.show()

    # Connections ------------------------------------------------------------------------------

    def _connect(self) -> None:
        panel, words = self._panel, self._stage.words
        panel.edit_wanted.connect(self.do)
        panel.undone.connect(self.undo)
        panel.redone.connect(self.redo)
        panel.closed.connect(self.close)
        panel.trouble.confirmed.connect(self._confirm)
        panel.trouble.dropped.connect(self._drop)
        panel.finder.jumped.connect(self.jump)
        panel.board.board_made.connect(self._make_board)
        panel.board.level_looked.connect(self._look_at)
        panel.board.sizes.sides_changed.connect(self._think_of)
        panel.board.message_wanted.connect(self._write)
        for page in (panel.board, panel.more):
            page.list_wanted.connect(self._open_list)
        words.closed.connect(self._stage.window.show_board)
        words.board_wanted.connect(self._make_board_of)
        words.words_wanted.connect(self._put_words)
        self._connect_word_page()
        self._connect_gestures()
        self._saver.settled.connect(self._saved)
        self._saver.failed.connect(self._not_saved)
        self._saver.backup_failed.connect(self._not_backed_up)

    def _connect_word_page(self) -> None:
        page = self._panel.word
        page.texts.message_wanted.connect(self._write)
        page.tools.moving_wanted.connect(self._move)
        page.tools.several_wanted.connect(self._take_several)
        page.tools.copied.connect(self._copy)
        page.tools.cut.connect(self._cut)
        page.tools.pasted.connect(self._paste)
        page.deeds.board_wanted.connect(self._go_to_board)
        page.deeds.new_board_wanted.connect(self._make_linked_board)

    def _go_to_board(self, board_id: str) -> None:
        self.jump((board_id, None))

    def _connect_gestures(self) -> None:
        gestures = self._stage.gestures
        gestures.dragged.connect(self._dragged)
        gestures.moved.connect(self._moved_by_key)
        gestures.added.connect(self._added)
        gestures.keyed.connect(self._keyed)
