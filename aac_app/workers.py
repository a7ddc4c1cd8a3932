"""The threads: each owns one resource, takes frozen values and answers with signals."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QThread, Signal, Slot

from aac_app.speech import SpeechEngine, SpeechError, Utterance
from models.engine import SentenceEngine, SentenceRequest
from models.errors import EngineError, GenerationCancelledError
from pictograms.errors import PictogramError


class SentenceWorker(QObject):
    """Lives in the sentence thread and is the only user of the engine."""

    realised = Signal(int, object)
    """ticket, models.engine.Sentence"""
    failed = Signal(int, object)
    """ticket, EngineError"""
    loaded = Signal(str, str)
    """engine's name, why a better one is not there (empty: nothing is missing)"""

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
        else:
            self.realised.emit(request.ticket, sentence)

    @Slot(object)
    def load(self, build: Callable[[], tuple[SentenceEngine, str]]) -> None:
        """Build an engine here, where it will be used, and use it from now on."""
        try:
            engine, why = build()
        except EngineError as error:
            self.loaded.emit(self._engine.name, str(error))
            return
        self._engine = engine
        self.loaded.emit(engine.name, why)


class SpeechWorker(QObject):
    """Lives in the speech thread; `stop` alone may be called from another."""

    started = Signal(object)
    """Utterance"""
    word_reached = Signal(int, int)
    """first character and length of the word being said"""
    finished = Signal(object)
    """Utterance; sent however it ended"""
    failed = Signal(object)
    """SpeechError"""
    ready = Signal(str)
    """a quiet sentence where there is no voice, else empty"""

    def __init__(self, voice: SpeechEngine) -> None:
        super().__init__()
        self._voice = voice

    @Slot()
    def warm_up(self) -> None:
        """Get the voice ready for the first press; tell what is missing."""
        self.ready.emit(self._voice.check() or "")
        self._voice.warm_up()

    @Slot(object)
    def speak(self, utterance: Utterance) -> None:
        self.started.emit(utterance)
        try:
            self._voice.speak(utterance, self.word_reached.emit)
        except SpeechError as error:
            self.failed.emit(error)
        finally:
            self.finished.emit(utterance)

    @Slot()
    def close(self) -> None:
        self._voice.close()


FetchPictures = Callable[[Sequence[int], Callable[[int, int, int], None], threading.Event], None]
"""ids, progress(done, total, failed), cancelled"""


class SymbolWorker(QObject):
    """Lives in the symbols thread and is the only user of the network."""

    progressed = Signal(int, int, int)
    """done, total, failed"""
    finished = Signal()
    failed = Signal(object)
    """PictogramError"""

    def __init__(self, fetch: FetchPictures) -> None:
        super().__init__()
        self._fetch = fetch
        self.cancelled = threading.Event()

    @Slot(object)
    def fetch(self, ids: Sequence[int]) -> None:
        """Fetch what is missing of these pictures."""
        try:
            self._fetch(ids, self.progressed.emit, self.cancelled)
        except PictogramError as error:
            self.failed.emit(error)
        finally:
            self.finished.emit()


class WorkerThread:
    """A thread that owns one worker from start to stop."""

    def __init__(self, worker: QObject, name: str) -> None:
        self._thread = QThread()
        self._thread.setObjectName(name)
        self._worker = worker
        worker.moveToThread(self._thread)

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float = 5.0) -> bool:
        """End the thread after its current work; False if it is still busy after that time."""
        self._thread.quit()
        return self._thread.wait(round(seconds * 1000))
