"""What the communicator asks of the world, done: engine, voice, boards, memory. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from aac_app.communicator import Occasion
from aac_app.history import History, HistoryError
from aac_app.library import Trail
from aac_app.prediction import Vocabulary
from aac_app.recording import Recording
from models.engine import SentenceRequest
from pictograms.board import LoadBoard, Sound
from pictograms.media import media_bytes


@dataclass(frozen=True, slots=True)
class Outside:
    """The calls that lead out of the conversation; the composition root makes them."""

    ask: Callable[[SentenceRequest], None]
    say: Callable[[str, Occasion, Recording | None], None]
    board_opened: Callable[[], None]
    changed: Callable[[], None]
    no_such_board: Callable[[LoadBoard], None]
    no_such_action: Callable[[str], None]


class Memory:
    """The history as long as the person wants one; else nothing is kept and nothing recalled."""

    def __init__(self, history: History | None, failed: Callable[[HistoryError], None]) -> None:
        self._history = history
        self._failed = failed
        self.keeps = True

    def recall(self, request: SentenceRequest) -> str | None:
        try:
            return self._history.chosen(request) if self._history else None
        except HistoryError as error:
            self._failed(error)
            return None

    def remember(self, request: SentenceRequest, text: str | None) -> None:
        self._write(lambda history: history.choose(request, text))

    def spoken(self, request: SentenceRequest, text: str) -> None:
        self._write(lambda history: history.add(request, text))

    def counts(self, language: str) -> dict[str, int]:
        try:
            return self._history.counts(language) if self._history else {}
        except HistoryError as error:
            self._failed(error)
            return {}

    def erase(self) -> None:
        if self._history:
            try:
                self._history.erase()
            except HistoryError as error:
                self._failed(error)

    def close(self) -> None:
        if self._history:
            self._history.close()
            self._history = None

    def _write(self, write: Callable[[History], None]) -> None:
        if self._history is None or not self.keeps:
            return
        try:
            write(self._history)
        except HistoryError as error:
            self._failed(error)


class AppEffects:
    """Carries out what the communicator decides."""

    def __init__(self, outside: Outside, memory: Memory) -> None:
        self._outside = outside
        self._memory = memory
        self.trail: Trail | None = None
        self.vocabulary = Vocabulary(())
        self.language = ""

    def ask(self, request: SentenceRequest) -> None:
        self._outside.ask(request)

    def say(self, text: str, occasion: Occasion, sound: Sound | None = None) -> None:
        self._outside.say(text, occasion, self._recording(sound))

    def _recording(self, sound: Sound | None) -> Recording | None:
        """The sound where the boards have it; what only an address names is not fetched."""
        if sound is None or self.trail is None or not (sound.data or sound.path):
            return None
        return Recording(partial(media_bytes, sound, self.trail.boards.source))

    def open_board(self, target: LoadBoard) -> None:
        if self.trail and self.trail.open(target):
            self._outside.board_opened()
        else:
            self._outside.no_such_board(target)

    def go_home(self) -> None:
        if self.trail:
            self.trail.home()
            self._outside.board_opened()

    def go_back(self) -> None:
        if self.trail:
            self.trail.back()
            self._outside.board_opened()

    def complete(self, prefix: str, place: int) -> str | None:
        words = self.completions(prefix)
        return words[place - 1] if 0 < place <= len(words) else None

    def completions(self, prefix: str) -> list[str]:
        """The likely words for these letters, best first; none without letters."""
        return self.vocabulary.completions(prefix, self._memory.counts(self.language))

    def recall(self, request: SentenceRequest) -> str | None:
        return self._memory.recall(request)

    def remember(self, request: SentenceRequest, text: str | None) -> None:
        self._memory.remember(request, text)

    def message_spoken(self, request: SentenceRequest, text: str) -> None:
        self._memory.spoken(request, text)

    def notice(self, action: str) -> None:
        self._outside.no_such_action(action)

    def changed(self) -> None:
        self._outside.changed()
