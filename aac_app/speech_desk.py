"""What the window knows of the voice: say this, hush, and which word is being said."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from aac_app.communicator import Occasion
from aac_app.recorded_sounds import SoundPlayer
from aac_app.recording import Recording
from aac_app.settings import Settings, VoiceSettings
from aac_app.speaker import Speaker, Turn
from aac_app.speech import SpeechEngine, SpeechError, Utterance, Voice
from aac_app.workers import SpeechWorker, WorkerThread


class SpeechDesk(QObject):
    """Takes turns to the speech thread and tells the window how they go. GUI thread."""

    speaking = Signal(bool)
    word_reached = Signal(int)
    """First character, in the message's sentence, of the word being said."""
    noticed = Signal(object)
    """SpeechError or SoundError, or None where the voice is well."""
    _inspection_wanted = Signal(str, str)
    _preparation_wanted = Signal(object)
    _turn_given = Signal(object)

    def __init__(
        self, voice: SpeechEngine, sounds: SoundPlayer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.voices: tuple[Voice, ...] = ()
        self._voice, self._sounds = voice, sounds
        self._language = ""
        self._sound = VoiceSettings()
        self._turn: Turn | None = None
        self._worker = SpeechWorker(voice, sounds)
        self._thread = WorkerThread(self._worker, "speech")
        self._speaker = Speaker(self._turn_given.emit, self._silence)
        self._turn_given.connect(self._worker.speak)
        self._inspection_wanted.connect(self._worker.inspect)
        self._preparation_wanted.connect(self._worker.prepare)
        self._worker.started.connect(self._started)
        self._worker.finished.connect(self._finished)
        self._worker.word_reached.connect(self._word_reached)
        self._worker.failed.connect(self.noticed)
        self._worker.inspected.connect(self._inspected)

    def start(self) -> None:
        """Start the thread, and find out what voice there is."""
        self._thread.start()
        self._inspection_wanted.emit(self._language, self._sound.voice)

    def stop(self) -> None:
        """Silence, and the end of the thread."""
        self._speaker.stop()
        self._voice.close()
        self._thread.stop()

    def adapt(self, settings: Settings, language: str) -> None:
        """Speak so from now on."""
        sound = settings.voice(language)
        moved = (language, sound.voice) != (self._language, self._sound.voice)
        self._language, self._sound = language, sound
        self._speaker.setting = settings.press_while_speaking
        if moved:
            self._inspection_wanted.emit(language, sound.voice)

    def say(self, text: str, occasion: Occasion, recording: Recording | None = None) -> None:
        """Have it said; a recording is heard instead of the voice, if it can be played."""
        self._speaker.press(self._utterance(text), occasion, recording)

    def hush(self) -> None:
        """Silence, now."""
        self._speaker.stop()

    def _silence(self) -> None:
        self._voice.stop()
        self._sounds.stop()

    def prepare(self, text: str) -> None:
        """The sentence on the screen will probably be said next."""
        if not self._speaker.is_speaking:
            self._preparation_wanted.emit(self._utterance(text))

    def _utterance(self, text: str) -> Utterance:
        sound = self._sound
        return Utterance(
            text, self._language, sound.rate, sound.volume, sound.pitch, sound.voice or None
        )

    def _started(self, turn: Turn) -> None:
        self._turn = turn
        self.speaking.emit(True)

    def _word_reached(self, start: int, _length: int) -> None:
        if self._turn is not None and self._turn.occasion is Occasion.MESSAGE:
            self.word_reached.emit(start)

    def _finished(self, _turn: Turn) -> None:
        self._turn = None
        self._speaker.finished()
        if not self._speaker.is_speaking:
            self.speaking.emit(False)

    def _inspected(self, problem: SpeechError | None, voices: tuple[Voice, ...]) -> None:
        self.voices = voices
        self.noticed.emit(problem)
