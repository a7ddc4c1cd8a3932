"""The composition root: builds every part, connects them, and stops them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from aac_app import engine_state
from aac_app import settings as settings_file
from aac_app.backups_desk import BackupsDesk
from aac_app.board_store import BoardStore
from aac_app.communicator import Communicator, Habits, Occasion
from aac_app.controls import Toggle, pressed
from aac_app.editor import Editor, Needs
from aac_app.editor_desk import Surroundings
from aac_app.effects import AppEffects, Memory, Outside
from aac_app.engine_choice import ENGINE_SETTINGS, told_address
from aac_app.failures import explain
from aac_app.garbage import GuiGarbage
from aac_app.history import HistoryError
from aac_app.library import Library, Trail, words
from aac_app.notices import Notices, Source
from aac_app.people_desk import PersonSearch, person_search
from aac_app.picture_desk import PictureDesk
from aac_app.pictures import Pictures
from aac_app.prediction import Vocabulary
from aac_app.profiles import Profile
from aac_app.recorded_sounds import RecordedSounds, SoundPlayer
from aac_app.recording import SoundError
from aac_app.screen import Screen
from aac_app.settings import LANGUAGES, Problem, Settings
from aac_app.speech import SpeechEngine, SpeechError
from aac_app.speech_desk import SpeechDesk
from aac_app.ui.credit import credit, others
from aac_app.ui.interface import Interface, system_language
from aac_app.ui.main_window import MainWindow
from aac_app.ui.pixmaps import Pixmaps
from aac_app.ui.theme import THEMES
from aac_app.workers import SentenceWorker, WorkerThread
from models.engine import Controls, Sentence, SentenceEngine
from models.errors import EngineError, EngineUnavailableError
from models.telegraphic import TelegraphicEngine
from pictograms.attribution import attributions
from pictograms.board import Button, LoadBoard
from pictograms.cache import Cache
from pictograms.obz import BoardSet

_LOG = logging.getLogger(__name__)
_ENGINE_POLL_MS = 10_000


@dataclass(frozen=True, slots=True)
class Parts:
    """What the program is built from; tests put others in their place."""

    voice: SpeechEngine
    build_engine: Callable[[Settings], tuple[SentenceEngine, EngineUnavailableError | None]]
    """Called in the sentence thread: the engine, and why what was wished for is not used."""
    cache: Cache
    pictures: Pictures
    memory: Callable[[Callable[[HistoryError], None]], Memory]
    """Opens the person's history; told where to report that it cannot be written."""
    sounds: SoundPlayer = field(default_factory=RecordedSounds)


class App(QObject):
    """The one place that knows every part by name. Lives in the GUI thread."""

    sentence_requested = Signal(object)
    engine_requested = Signal(object)
    language_wanted = Signal(str)
    people_asked = Signal()
    """Somebody wants to choose among the people of this computer."""
    sentence_shown = Signal(str)
    """The sentence of the message has come and is on the screen."""

    def __init__(
        self, application: QApplication, profile: Profile, settings: Settings, parts: Parts
    ) -> None:
        super().__init__()
        self._application, self._profile, self._parts = application, profile, parts
        self.settings = settings
        self.is_ready = False
        """The engine that the settings ask for, or the next best, answers."""
        self._interface = Interface(application)
        self._interface.speak(settings.interface_language or system_language())
        self._store = BoardStore(profile)
        self._library = Library(self._store)
        pixmaps = Pixmaps()
        self.window = MainWindow(THEMES[settings.theme], pixmaps)
        self.notices = Notices(self.window.status)
        self.screen = Screen(self.window, pixmaps, parts.cache.image_path, self._store.media_file)
        self.memory = parts.memory(self._history_failed)
        self.memory.keeps = settings.keep_history
        self.desk = SpeechDesk(parts.voice, parts.sounds, self)
        self.desk.adapt(settings, self.language)
        self.effects = AppEffects(self._outside(), self.memory)
        self.communicator = Communicator(self.effects, self.language, _habits(settings))
        self.pictures = PictureDesk(
            parts.pictures, self.window.status, self.notices, self._library, self
        )
        self.backups = BackupsDesk(profile, self._store, lambda: self._interface.language, self)
        self.window.add_page(self.backups.page)
        self.trail = self._open_boards()
        self.editor = self._editor(self._store)
        self._sentences = SentenceWorker(TelegraphicEngine())
        self._thread = WorkerThread(self._sentences, "sentence")
        self._engine_poll = QTimer(self)
        self._garbage = GuiGarbage(self)
        self._connect()
        self._look()
        self._show_everything()

    @property
    def profile(self) -> Profile:
        """Whose communicator this is."""
        return self._profile

    @property
    def language(self) -> str:
        """The language of boards, sentences and voice."""
        return self.settings.speaking_language or self._interface.language

    @property
    def _other_language(self) -> str:
        return LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]

    def start(self) -> None:
        """Start the threads and load what is slow, behind the window that is already there."""
        self._garbage.start()
        self._thread.start()
        self.desk.start()
        self._load_engine()
        self.language_wanted.emit(self.language)
        self.pictures.start(self._other_language)

    def stop(self) -> None:
        """End everything; what a person could lose is already on the disk."""
        self._engine_poll.stop()
        self.communicator.abandon()
        if not self.editor.stop():
            _LOG.warning("the boards may not be saved as they were edited last")
        self.desk.stop()
        stopped = [part.stop() for part in (self.backups, self.pictures, self._thread)]
        if not all(stopped):
            _LOG.warning("a thread is still busy at the end")
        self.memory.close()
        self._interface.close()
        self._garbage.stop()

    # Boards and message -----------------------------------------------------------------

    def show_board(self, name: str) -> bool:
        """Open a board by its id or name; False where there is none."""
        board = self.trail.named(name)
        if board is not None:
            self.trail.show(board)
            self._show_everything()
        return board is not None

    def choose(self, gloss: str) -> None:
        """Choose a word: its button where a board has one, else as if it had been spelled."""
        for board in self.trail.boards.boards.values():
            for _, _, button in board.cells():
                if button.is_word and gloss in (button.gloss, button.label):
                    self.communicator.activate(button, board)
                    return
        self.communicator.activate(Button(f"spelled-{gloss}", gloss), self.trail.current)

    def activate(self, button: Button) -> None:
        """A button was selected, by whatever access method."""
        self.notices.tell(Source.MESSAGE, "")
        self.communicator.activate(button, self.trail.current)

    def _pressed(self, button: Button) -> None:
        """A cell of the board was selected: it is edited now, or it means what it says."""
        if self.editor.is_open:
            self.editor.presses.press(button)
        else:
            self.activate(button)

    def _boards_edited(self) -> None:
        self.effects.vocabulary = Vocabulary.of(words(self.trail.boards))
        self.pictures.adapt(self.trail.boards, may_ask=self.settings.fetch_pictures)
        self._show_everything()

    def _want_pictures(self, boards: BoardSet) -> None:
        self.pictures.adapt(boards, may_ask=self.settings.fetch_pictures)

    def _open_boards(self) -> Trail:
        boards, problems = self._library.boards(self.language)
        text = self.tr("A board cannot be used: {}").format(problems[0]) if problems else ""
        self.notices.tell(Source.BOARDS, text)
        self.effects.trail = Trail(boards)
        self.effects.vocabulary = Vocabulary.of(words(boards))
        self.effects.language = self.language
        self.pictures.adapt(boards, may_ask=self.settings.fetch_pictures)
        return self.effects.trail

    def person_search(self) -> PersonSearch:
        """Looks for a person's pictogram, as the settings allow whenever it is opened."""
        parts, theme = self._parts, THEMES[self.settings.theme]
        search = person_search(
            parts.pictures,
            theme,
            parts.cache.image_path,
            lambda: (self.language, self.settings.fetch_pictures),
            self,
        )
        search.chooser.fetching_wanted.connect(self._accept_offer)
        search.chooser.fetching_wanted.connect(lambda: search.adapt())
        return search

    def reload_boards(self, language: str) -> None:
        """The boards of this language are others now, on the disk."""
        self._library.forget(language)
        if language == self.language:
            self.trail = self._open_boards()
            self._show_everything()

    def _show_everything(self) -> None:
        if self.editor.is_open:
            self.editor.desk.show()
        else:
            shown = self.trail, self.settings.board_size, self.settings.level
            self.screen.show_board(*shown)
            self.screen.prepare_linked(*shown)
        self._show_message()

    def _show_message(self) -> None:
        self.screen.show_message(self.communicator, self.trail)
        spelled = self.communicator.message.spelled
        self.window.board.show_completions(self.effects.completions(spelled))

    def _toggled(self, toggle: Toggle) -> None:
        self.communicator.control(pressed(toggle))

    # Settings ---------------------------------------------------------------------------

    def change_settings(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        old, was_spoken = self.settings, self.language
        self.settings = settings
        self._interface.speak(settings.interface_language or system_language())
        try:
            settings_file.save(settings, self._profile.settings)
        except OSError as error:
            text = self.tr("The settings cannot be saved: {}").format(error.strerror or error)
            self.notices.tell(Source.SETTINGS, text)
        else:
            self.notices.tell(Source.SETTINGS, "")
        self._look()
        self.memory.keeps = settings.keep_history
        self.desk.adapt(settings, self.language)
        if self.language != was_spoken:
            self.editor.desk.close()
            self.trail = self._open_boards()
            self.language_wanted.emit(self.language)
        self.communicator.adapt(self.language, _habits(settings))
        if ENGINE_SETTINGS.intersection(settings_file.differences(old, settings)):
            self.notices.tell(Source.SERVER, "")
            self._load_engine()
        self.pictures.adapt(self.trail.boards, may_ask=settings.fetch_pictures)
        self._show_everything()
        self._refresh_settings()

    def next_language(self) -> None:
        """Speak the other language."""
        self.change_settings(replace(self.settings, speaking_language=self._other_language))

    def _look(self) -> None:
        self.window.use_theme(THEMES[self.settings.theme])
        self.window.use_text_scale(self.settings.text_scale)
        address = told_address(self.settings).removeprefix("http://").removesuffix("/v1")
        sign = self.tr("Chosen words are sent to {}").format(address) if address else ""
        self.window.status.show_sign(sign)
        self.editor.adapt(self.settings, self.language)
        self.window.tools.show_language({"es": "Español", "en": "English"}[self._other_language])

    def _show_settings(self) -> None:
        voices = [(voice.id, voice.name) for voice in self.desk.voices]
        makers = others(attributions(self.trail.boards.boards.values()))
        about = "\n\n".join(filter(None, (credit(), makers, self._privacy())))
        self.window.show_settings(self.settings, self.language, voices, about)

    def _privacy(self) -> str:
        if address := told_address(self.settings):
            return self.tr("Chosen words are sent to {}, and nowhere else.").format(address)
        return self.tr("Nothing that is said leaves this computer.")

    def _open_page(self, key: str) -> None:
        """What a button of the settings leads to."""
        pages = {"backups": self.backups.open, "people": self.people_asked.emit}
        if key in pages:
            pages[key]()

    def _refresh_settings(self) -> None:
        """Menus' language, speaking language and voices may have changed under the page."""
        if self.window.shows_settings:
            self._show_settings()

    def _toggle_settings(self) -> None:
        if self.window.shows_settings:
            self.window.show_board()
        else:
            self._show_settings()

    # Engine --------------------------------------------------------------------------------

    def _load_engine(self) -> None:
        settings = self.settings
        self.engine_requested.emit(lambda: self._parts.build_engine(settings))

    def _engine_loaded(self, _name: str, problem: EngineUnavailableError | None) -> None:
        self.is_ready = True
        self.notices.tell(Source.ENGINE, explain(problem) if problem else "")
        self.communicator.ask_again()
        if not engine_state.is_installed() and self.settings.engine in ("auto", "gguf"):
            self._engine_poll.start(_ENGINE_POLL_MS)  # it may still be compiling

    def _helped(self, problem: EngineUnavailableError | None) -> None:
        self.notices.tell(Source.SERVER, explain(problem) if problem else "")

    def _language_learnt(self, language: str) -> None:
        self.screen.learnt.add(language)
        self._garbage.spare_what_is_loaded()
        self._show_message()

    def _look_for_engine(self) -> None:
        if engine_state.is_installed():
            self._engine_poll.stop()
            self._load_engine()

    def _accept_offer(self) -> None:
        self.change_settings(replace(self.settings, fetch_pictures=True))

    # Connections ------------------------------------------------------------------------

    def _outside(self) -> Outside:
        return Outside(
            ask=self.sentence_requested.emit,
            say=self.desk.say,
            board_opened=self._show_everything,
            changed=self._show_message,
            no_such_board=self._no_such_board,
            no_such_action=self._no_such_action,
        )

    def _editor(self, store: BoardStore) -> Editor:
        around = Surroundings(
            language=lambda: self.language,
            trail=lambda: self.trail,
            size=lambda: self.settings.board_size,
            written=lambda: self.communicator.message.text,
            say=self.desk.say,
            hush=self.desk.hush,
        )
        needs = Needs(
            self.window,
            THEMES[self.settings.theme],
            self.screen,
            self.notices,
            self._library,
            store,
            self._parts.pictures,
            lambda: self.settings,
            around,
        )
        return Editor(needs, self)

    def _connect(self) -> None:
        self.sentence_requested.connect(self._sentences.realise)
        self.engine_requested.connect(self._sentences.load)
        self._sentences.realised.connect(self._accept)
        self._sentences.failed.connect(self._sentence_failed)
        self._sentences.loaded.connect(self._engine_loaded)
        self._sentences.helped.connect(self._helped)
        self.language_wanted.connect(self._sentences.learn)
        self._sentences.language_learnt.connect(self._language_learnt)
        self.pictures.redraw_wanted.connect(self._show_everything)
        self._engine_poll.timeout.connect(self._look_for_engine)
        self.desk.word_reached.connect(self.screen.light)
        self.desk.speaking.connect(self._speaking)
        self.desk.noticed.connect(self._voice_noticed)
        self._connect_window()

    def _connect_window(self) -> None:
        window, bar, tools = self.window, self.window.message_bar, self.window.tools
        window.board.button_activated.connect(self._pressed)
        window.urgent.button_activated.connect(self.activate)
        bar.spoken.connect(self.communicator.speak)
        bar.stopped.connect(self.desk.hush)
        bar.last_deleted.connect(self.communicator.delete_last)
        bar.cleared.connect(self.communicator.clear)
        bar.undone.connect(self.communicator.undo)
        bar.reading_picked.connect(self.communicator.pick)
        tools.home_pressed.connect(window.show_board)
        tools.back_pressed.connect(window.show_board)
        tools.home_pressed.connect(self.effects.go_home)
        tools.back_pressed.connect(self.effects.go_back)
        tools.toggled.connect(self._toggled)
        tools.language_pressed.connect(self.next_language)
        tools.settings_pressed.connect(self._toggle_settings)
        tools.editor_pressed.connect(self.editor.toggle)
        self.editor.closed.connect(self._boards_edited)
        self.editor.settings_changed.connect(self.change_settings)
        self.editor.pictures_changed.connect(self._want_pictures)
        self.editor.catalogue_wanted.connect(self.pictures.sync_catalogue)
        window.settings.lock_wanted.connect(self.editor.lock.choose)
        window.status.action_pressed.connect(self._accept_offer)
        window.settings.settings_changed.connect(self.change_settings)
        window.settings.closed.connect(window.show_board)
        window.settings.history_erased.connect(self.memory.erase)
        window.settings.voice_tried.connect(self._try_voice)
        window.settings.button_pressed.connect(self._open_page)
        self.backups.page_wanted.connect(window.show_page)
        self.backups.closed.connect(window.show_board)
        self.backups.boards_restored.connect(self.reload_boards)

    # The world's answers ----------------------------------------------------------------

    def _accept(self, ticket: int, sentence: Sentence) -> None:
        if self.communicator.accept(ticket, sentence):
            self.desk.prepare(self.communicator.shown)
            self.sentence_shown.emit(sentence.text)

    def _sentence_failed(self, _ticket: int, error: EngineError) -> None:
        self.notices.tell(Source.MESSAGE, explain(error))

    def _history_failed(self, error: HistoryError) -> None:
        self.notices.tell(Source.HISTORY, explain(error))

    def _no_such_board(self, target: LoadBoard) -> None:
        name = target.name or target.path or target.id or "?"
        self.notices.tell(Source.MESSAGE, self.tr("The board “{}” is not here.").format(name))

    def _no_such_action(self, action: str) -> None:
        self.notices.tell(Source.MESSAGE, self.tr("“{}” cannot be done here.").format(action))

    def tell_problems(self, problems: Sequence[Problem]) -> None:
        """What of the settings file could not be used."""
        text = self.tr("Settings: {}").format(problems[0]) if problems else ""
        self.notices.tell(Source.SETTINGS, text)

    def tell_bug(self, kind: str) -> None:
        text = self.tr("Something went wrong inside the program ({}); your message is safe.")
        self.notices.tell(Source.BUG, text.format(kind))

    def _speaking(self, speaking: bool) -> None:
        self.window.message_bar.show_speaking(speaking=speaking)

    def _voice_noticed(self, error: SpeechError | SoundError | None) -> None:
        self.notices.tell(Source.VOICE, explain(error) if error else "")
        self._refresh_settings()

    def _try_voice(self) -> None:
        self.desk.say(self.communicator.shown or self.tr("This is my voice."), Occasion.MESSAGE)


def _habits(settings: Settings) -> Habits:
    """What of the settings decides the meaning of a press."""
    standing = Controls(
        speaker=settings.gender,
        formality=settings.formality,
        second_person=settings.second_person,
    )
    return Habits(settings.message_form, settings.speak_words, settings.home_after_word, standing)
