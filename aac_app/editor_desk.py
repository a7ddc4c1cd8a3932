"""Editing in the window: takes presses to the session, shows what comes of them, has it saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from aac_app.board_saver import BoardSaver
from aac_app.board_store import StoreError
from aac_app.communicator import Occasion
from aac_app.editing.edit import Edit, EditKind
from aac_app.editing.grids import Place
from aac_app.editing.session import EditingSession
from aac_app.editing.sizing import Sides
from aac_app.editing.view import id_in_view
from aac_app.editor_pictures import EditorPictures
from aac_app.editor_sounds import EditorSounds
from aac_app.library import Library, Trail, extent
from aac_app.notices import Notices, Source
from aac_app.recording import Recording
from aac_app.screen import Screen
from aac_app.settings import BoardSize
from aac_app.ui.editor_marks import empty_name, marks_of
from aac_app.ui.editor_stage import EditorStage
from pictograms.board import Board
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
        self._drawn: Board | None = None
        self.is_moving = self.takes_several = False
        """The next cell is where the words go; each next cell is selected too."""
        self._level, self._sides = 0, Sides()
        self._connect()

    # In and out -----------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        return self.session is not None

    def open(self) -> None:
        """Begin to edit the boards that are in use, where the person is."""
        trail, language = self._around.trail(), self._around.language()
        self.is_moving = self.takes_several = False
        self._level, self._sides = 0, Sides()
        self._shown, self._drawn = trail.boards, None
        self.session = EditingSession(trail.boards, trail.current.id, self.refresh)
        self._saver.open(language)
        self._pictures.open(trail.boards, language)
        self._stage.window.show_board()
        self._stage.show(editing=True)
        self._panel.show_page(self._panel.word)
        self.refresh()
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
        if (board := trail.boards.boards.get(session.board.id)) is not None:
            trail.show(board)
        self._stage.show(editing=False)
        self._stage.window.show_board()
        self.tell("")
        self.closed.emit()

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

    # Where the editor is ----------------------------------------------------------------------

    def jump(self, goal: tuple[str, Place | None]) -> None:
        """Go to a board, and to a word on it."""
        board_id, place = goal
        if self.session is None:
            return
        self.session.open(board_id, [place] if place else [])
        self._stage.window.show_board()
        if place is not None:
            self._panel.show_page(self._panel.word)
            self.focus(place)

    def focus(self, place: Place) -> None:
        """Bring the keyboard, and the view, to a cell."""
        if self.session:
            name = id_in_view(self.session.board, place)
            self._stage.window.board.cell(name).setFocus()

    # What is shown ----------------------------------------------------------------------------

    def show(self) -> None:
        """Draw the board that is edited."""
        self._drawn = None
        self._draw()

    def _draw(self) -> None:
        """Draw the board, or only its marks where it is the one that is shown."""
        session = self.session
        if session is None:
            return
        marks = marks_of(session, self._level, self._sides, self._extent(session))
        if session.board is self._drawn:
            self._screen.mark_edited(marks)
        else:
            self._drawn = session.board
            self._screen.show_edited(session.boards, session.board, empty_name(), marks)

    def _extent(self, session: EditingSession) -> tuple[int, int]:
        """Rows and columns that the settings let be seen in use."""
        return extent(session.boards, session.board, self._around.size())

    def refresh(self) -> None:
        """Show the session as it is now, and have it saved."""
        session = self.session
        if session is None:
            return
        if not session.buttons:
            self.is_moving = False
        self._draw()
        self._panel.show_session(
            session,
            moving=self.is_moving,
            several=self.takes_several,
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
        language = self._saver.language  # the one that was edited; another may be spoken now
        whole = self._library.change(language, boards)
        if language == self._around.language():
            self._around.trail().use(whole)

    def _not_saved(self, error: StoreError) -> None:
        text = self.tr("The boards cannot be saved yet, and nothing is lost: {}").format(error)
        self._notices.tell(Source.SAVING, text)
        self._panel.more.show_saved(text)

    def _not_backed_up(self, error: StoreError) -> None:
        self._notices.tell(Source.SAVING, str(error))

    def tell(self, text: str) -> None:
        """One quiet line about what is being edited."""
        self._notices.tell(Source.EDITING, text)

    def _look_at(self, level: int) -> None:
        self._level = level
        self._draw()

    def _think_of(self, sides: Sides) -> None:
        self._sides = sides
        self._draw()

    # Connections ------------------------------------------------------------------------------

    def _connect(self) -> None:
        panel = self._panel
        panel.edit_wanted.connect(self.do)
        panel.undone.connect(self.undo)
        panel.redone.connect(self.redo)
        panel.closed.connect(self.close)
        panel.trouble.confirmed.connect(self._confirm)
        panel.trouble.dropped.connect(self._drop)
        panel.finder.jumped.connect(self.jump)
        panel.board.level_looked.connect(self._look_at)
        panel.board.sizes.sides_changed.connect(self._think_of)
        self._saver.settled.connect(self._saved)
        self._saver.failed.connect(self._not_saved)
        self._saver.backup_failed.connect(self._not_backed_up)
