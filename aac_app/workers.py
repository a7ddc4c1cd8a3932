"""The threads: each owns one resource, takes frozen values and answers with signals."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from aac_app.pictures import Pictures
from aac_app.recorded_sounds import SoundPlayer
from aac_app.recording import Recording, SoundError
from aac_app.speaker import Turn
from aac_app.speech import SpeechEngine, SpeechError, Utterance
from models.alignment import align
from models.engine import Closing, Sentence, SentenceEngine, SentenceRequest
from models.errors import EngineError, EngineUnavailableError, GenerationCancelledError
from models.improving import ImprovingEngine
from pictograms.errors import BoardError, FetchCancelledError, PictogramError
from pictograms.obz import BoardSet
from pictograms.variant import Drawn


class SentenceWorker(QObject):
    """Lives in the sentence thread and is the only user of the engine."""

    realised = Signal(int, object)
    """ticket, models.engine.Sentence"""
    failed = Signal(int, object)
    """ticket, EngineError"""
    loaded = Signal(str, object)
    """engine's name, EngineUnavailableError of what was wished for and is not used, or None"""
    helped = Signal(object)
    """EngineUnavailableError of the one who was asked for a better sentence, or None: all is well
    """
    language_learnt = Signal(str)
    """what it takes to point from words to pictures is in memory for this language"""

    def __init__(self, engine: SentenceEngine) -> None:
        super().__init__()
        self._engine = engine

    @Slot(object)
    def realise(self, request: SentenceRequest) -> None:
        if request.cancelled.is_set():
            return
        try:
            sentence = self._engine.realise(request)
        except GenerationCancelledError:
            return
        except EngineError as error:
            self.failed.emit(request.ticket, error)
            return
        self.realised.emit(request.ticket, sentence)
        self._improve(request, sentence)

    def _improve(self, request: SentenceRequest, first: Sentence) -> None:
        """Look for a better sentence, if the engine can; a new message ends the search at once."""
        if not isinstance(self._engine, ImprovingEngine):
            return
        try:
            improvement = self._engine.improve(request, first)
        except GenerationCancelledError:
            return
        if improvement.sentence is not None:
            self.realised.emit(request.ticket, improvement.sentence)
        self.helped.emit(improvement.complaint)

    @Slot(str)
    def learn(self, language: str) -> None:
        """Read the language's tables here, so that the window never waits for the disk."""
        align("", (), language)
        self.language_learnt.emit(language)

    @Slot(object)
    def load(
        self, build: Callable[[], tuple[SentenceEngine, EngineUnavailableError | None]]
    ) -> None:
        """Build an engine here, where it will be used, and use it from now on."""
        try:
            engine, why = build()
        except EngineError as error:
            self.loaded.emit(self._engine.name, error)
            return
        self.close()
        self._engine = engine
        self.loaded.emit(engine.name, why)

    @Slot()
    def close(self) -> None:
        """Give back what the engine holds."""
        if isinstance(self._engine, Closing):
            self._engine.close()


class SpeechWorker(QObject):
    """Lives in the speech thread, the only user of voice and recordings, but for their `stop`."""

    started = Signal(object)
    """speaker.Turn"""
    word_reached = Signal(int, int)
    """first character and length of the word being said"""
    finished = Signal(object)
    """speaker.Turn; sent however it ended"""
    failed = Signal(object)
    """SpeechError or SoundError"""
    inspected = Signal(object, object)
    """what keeps words from being heard (SpeechError or None), voices of the language"""

    def __init__(self, voice: SpeechEngine, sounds: SoundPlayer) -> None:
        super().__init__()
        self._voice = voice
        self._sounds = sounds

    @Slot(str, str)
    def inspect(self, language: str, chosen: str) -> None:
        """Get the voice ready for the first press, and tell what there is of this language."""
        self._voice.warm_up()
        problem = self._voice.problem(language, chosen or None)
        self.inspected.emit(problem, self._voice.voices(language))

    @Slot(object)
    def prepare(self, utterance: Utterance) -> None:
        """This will probably be said next."""
        self._voice.prepare(utterance)

    @Slot(object)
    def speak(self, turn: Turn) -> None:
        self.started.emit(turn)
        try:
            if turn.recording is not None and self._play(turn.recording, turn.cancelled):
                return
            self._voice.speak(turn.utterance, self.word_reached.emit, turn.cancelled)
        except SpeechError as error:
            self.failed.emit(error)
        finally:
            self.finished.emit(turn)

    def _play(self, recording: Recording, cancelled: threading.Event) -> bool:
        """False where it was not heard, so that the voice says the word after all."""
        try:
            self._sounds.play(recording, cancelled)
        except SoundError as error:
            self.failed.emit(error)
            return False
        return True


class SymbolWorker(QObject):
    """Lives in the symbols thread, reads what is large, and is the only user of the network."""

    progressed = Signal(int, int, int)
    """done, total, failed"""
    finished = Signal(int)
    """how many pictures are new"""
    failed = Signal(object)
    """PictogramError"""
    missing_found = Signal(object)
    """those of the asked pictures that are not on this computer"""

    catalogue_came = Signal(str)
    """language whose catalogue is whole and of today"""

    boards_read = Signal(str, object)
    """language, pictograms.obz.BoardSet: boards that may be opened soon"""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self.cancelled = threading.Event()

    @Slot()
    def take_packs(self) -> None:
        """Take what lies on this computer."""
        self.finished.emit(self._pictures.take_packs())

    @Slot(str, object)
    def read_boards(self, language: str, read: Callable[[str], tuple[BoardSet, object]]) -> None:
        """Read boards ahead. What is wrong with them is told when they are opened."""
        try:
            boards, problems = read(language)
        except BoardError:
            return
        if not problems:
            self.boards_read.emit(language, boards)

    @Slot(str)
    def sync_catalogue(self, language: str) -> None:
        """Bring the catalogue here, so that searching asks nobody any more."""
        try:
            self._pictures.sync_catalogue(language, self.cancelled)
        except FetchCancelledError:
            return
        except PictogramError as error:
            self.failed.emit(error)
        else:
            self.catalogue_came.emit(language)

    @Slot(object)
    def look_for(self, wanted: Sequence[int | Drawn]) -> None:
        """Find out which pictures are missing; every file is read, so never in the window."""
        self.missing_found.emit(self._pictures.missing(wanted))

    @Slot(object)
    def fetch(self, wanted: Sequence[int | Drawn]) -> None:
        """Fetch what is missing of these pictures."""
        fetched = self._pictures.fetch(wanted, self.progressed.emit, self.cancelled)
        if fetched.stopped_by is not None and not self.cancelled.is_set():
            self.failed.emit(fetched.stopped_by)
        self.finished.emit(fetched.stored)


class WorkerThread:
    """A thread that owns one worker from start to stop."""

    def __init__(self, worker: QObject, name: str, close: Callable[[], None] | None = None) -> None:
        """`close` is called in the thread, as the last thing there."""
        self._thread = QThread()
        self._thread.setObjectName(name)
        self._worker = worker
        worker.moveToThread(self._thread)
        if close is not None:
            self._thread.finished.connect(close, Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float = 5.0) -> bool:
        """End the thread after its current work; False if it is still busy after that time."""
        self._thread.quit()
        return self._thread.wait(round(seconds * 1000))
