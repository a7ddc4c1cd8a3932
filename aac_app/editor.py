"""Everything that editing boards is made of, built and connected; one part of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from aac_app.board_saver import BoardSaver
from aac_app.board_store import BoardStore
from aac_app.editing.suggestions import Suggestion
from aac_app.editor_boards import EditorBoards
from aac_app.editor_desk import EditorDesk, Surroundings
from aac_app.editor_pictures import EditorPictures
from aac_app.editor_presses import EditorPresses
from aac_app.editor_sounds import EditorSounds
from aac_app.errands import Errands
from aac_app.exchange_desk import ExchangeDesk
from aac_app.library import Library, Trail, known_pictures
from aac_app.lock_desk import LockDesk
from aac_app.notices import Notices, Source
from aac_app.pictures import Pictures
from aac_app.print_desk import PrintDesk
from aac_app.recorded_sounds import RecordedSounds
from aac_app.screen import Screen
from aac_app.search_desk import SearchDesk
from aac_app.settings import Settings
from aac_app.sound_desk import SoundDesk
from aac_app.sound_recorder import SoundRecorder
from aac_app.suggestion_desk import SuggestionDesk
from aac_app.ui.editor_stage import EditorStage
from aac_app.ui.main_window import MainWindow
from aac_app.ui.theme import THEMES, Theme
from pictograms.pictogram import Pictogram


@dataclass(frozen=True, slots=True)
class Needs:
    """What the editor is built from."""

    window: MainWindow
    theme: Theme
    screen: Screen
    notices: Notices
    library: Library
    store: BoardStore
    pictures: Pictures
    settings: Callable[[], Settings]
    around: Surroundings


class Editor(QObject):
    """Editing and the way into it. Owns their threads. GUI thread."""

    closed = Signal()
    """The person speaks with the boards again."""
    settings_changed = Signal(object)
    pictures_changed = Signal(object)
    """BoardSet that may want pictures which are not here"""
    catalogue_wanted = Signal(str)
    """Language in which pictures are searched, and ARASAAC may be asked"""

    def __init__(self, needs: Needs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self.stage = EditorStage(needs.window, needs.theme, self._draw)
        self.errands = Errands(self)
        self.saver = BoardSaver(needs.store, self)
        self._suggestions = SuggestionDesk(needs.pictures.search(_nothing), self)
        self._search = SearchDesk(self.stage.chooser, needs.pictures.search(self._known), self)
        pictures = EditorPictures(
            self.stage, self._suggestions, self.errands, needs.store, needs.notices
        )
        sounds = EditorSounds(
            self.stage,
            self.errands,
            needs.store,
            needs.notices,
            needs.around.say,
            needs.around.hush,
        )
        self._microphone = SoundDesk(self.stage.sounds, SoundRecorder(), RecordedSounds(), self)
        self._microphone.play_wanted.connect(sounds.play)
        self.desk = EditorDesk(
            self.stage,
            needs.screen,
            needs.notices,
            needs.library,
            self.saver,
            pictures,
            sounds,
            needs.around,
        )
        self.presses = EditorPresses(self.stage, self.desk, pictures, needs.around.written)
        self._boards = EditorBoards(self.stage, self.desk)
        self._exchange = ExchangeDesk(
            self.stage,
            self.errands,
            needs.store,
            self.saver,
            lambda: self.desk.session,
            needs.around.language,
            needs.screen.cached,
        )
        self._print = PrintDesk(self.stage.printing, self._trail, needs.screen.cached, self)
        self.lock = LockDesk(self.stage.lock, needs.settings, self)
        self._connect()

    @property
    def is_open(self) -> bool:
        return self.desk.is_open

    def toggle(self) -> None:
        """The way in, past the lock; and out again."""
        if self.desk.is_open:
            self.desk.close()
        elif self._needs.window.page is self.stage.lock:
            self._needs.window.show_board()
        else:
            self.lock.knock()

    def adapt(self, settings: Settings, language: str) -> None:
        """The settings have changed."""
        self.stage.use_theme(THEMES[settings.theme])
        self.stage.use_text_scale(settings.text_scale)
        self._search.adapt(language, may_ask=settings.fetch_pictures)

    def stop(self) -> bool:
        """Save what is left; False if something is still busy."""
        self.desk.close()
        parts = (self._suggestions, self._search, self._microphone, self._print, self.errands)
        idle = [part.stop() is not False for part in parts]
        return self.saver.finish() and all(idle)

    def _draw(self, suggestion: Suggestion) -> QPixmap | None:
        session = self.desk.session
        boards = session.boards if session else self._needs.around.trail().boards
        return self._needs.screen.picture_of(boards, suggestion.board, suggestion.image)

    def _known(self, _language: str) -> tuple[Pictogram, ...]:
        return known_pictures(self._needs.around.trail().boards)

    def _connect(self) -> None:
        self.lock.opened.connect(self.desk.open)
        self.lock.page_wanted.connect(self._show_lock)
        self.lock.settings_changed.connect(self.settings_changed)
        self.lock.pin_removed.connect(self._pin_removed)
        self.stage.lock.closed.connect(self._needs.window.show_board)
        self.stage.panel.more.lock_wanted.connect(self.lock.choose)
        self.stage.panel.more.print_wanted.connect(self._open_print)
        self.stage.printing.closed.connect(self._needs.window.show_board)
        self.stage.chooser.fetching_wanted.connect(self._fetch)
        self.desk.closed.connect(self.closed)
        self.desk.pictures_changed.connect(self.pictures_changed)
        self._search.catalogue_wanted.connect(self.catalogue_wanted)

    def _trail(self) -> Trail:
        """The boards as they are edited now, with the one that is open."""
        session = self.desk.session
        if session is None:
            return self._needs.around.trail()
        trail = Trail(self.saver.newest or session.boards)
        trail.show(trail.boards.boards.get(session.board.id, trail.boards.first))
        return trail

    def _open_print(self) -> None:
        self._print.open(self._needs.around.language())
        self._needs.window.show_page(self.stage.printing)

    def _show_lock(self) -> None:
        self._needs.window.show_page(self.stage.lock)

    def _fetch(self) -> None:
        self.settings_changed.emit(replace(self._needs.settings(), fetch_pictures=True))

    def _pin_removed(self) -> None:
        text = self.tr("The PIN was taken away by solving the sum. A new one can be chosen.")
        self._needs.notices.tell(Source.EDITING, text)


def _nothing(_language: str) -> tuple[Pictogram, ...]:
    """Boards' own pictures are known better elsewhere."""
    return ()
