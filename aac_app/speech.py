"""The speech engine seam: an utterance in, sound out. No Qt.

SpeechError
├── NoVoiceError        no speech program, or no voice of this language: show the words
├── NoSoundError        synthesised, but nothing here can play it: show the words
├── UnknownVoiceError   the chosen voice is gone; the language's own speaks instead
├── VoiceFailedError    the voice died or hung in mid-sentence; the next utterance has a new one
└── CannotSaveError     the sound file cannot be written
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class SpeechError(Exception):
    """What was to be heard could not be; the message is one sentence for a person."""


class NoVoiceError(SpeechError):
    """There is no speech program, or it has no voice of the language."""


class NoSoundError(SpeechError):
    """There is a voice, but no player or no sound device."""


class UnknownVoiceError(SpeechError):
    """The chosen voice is not there; told as a notice, for the default voice speaks."""


class VoiceFailedError(SpeechError):
    """The voice died or hung. Nothing needs doing: the next utterance starts another."""


class CannotSaveError(SpeechError):
    """The sound file cannot be written; the message names it."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to be said, and how."""

    text: str
    language: str = "es"
    """ISO 639-1, with a region where it matters: `es`, `es-419`, `en`, `en-us`."""
    rate: float = 1.0
    """1.0 is the voice's own pace; 0.5 to 2.0."""
    volume: float = 1.0
    """0.0 to 1.0, 1.0 being the voice's full volume."""
    pitch: float = 1.0
    """1.0 is the voice's own pitch, 2.0 an octave higher; 0.5 to 2.0."""
    voice: str | None = None
    """A `Voice.id`; None: the first of `voices(language)`."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice that can be chosen."""

    id: str
    name: str
    language: str
    """As the voice's maker names it, in lower case: `es`, `es-419`, `en-gb`."""
    gender: str | None = None
    """`female`, `male`, or None where the maker does not say."""
    age: str | None = None
    """`child`, `teen`, `adult`, `senior`, or None where the maker does not say."""


OnWord = Callable[[int, int], None]
"""First character and length, in characters of the text, of the word being said now."""

ADJUSTABLE = frozenset({"rate", "volume", "pitch"})
"""Everything of an utterance that some engine can change."""


class SpeechEngine(Protocol):
    """Anything that says utterances. Raises only SpeechError.

    `stop` may be called from any thread at any time. The other methods belong to one
    thread; an engine that allows more says so.
    """

    def warm_up(self) -> None:
        """Get ready, so that the first press is heard at once. Does not wait for it."""

    def prepare(self, utterance: Utterance) -> None:
        """This will probably be said next: synthesise it ahead. Does not wait for it."""

    def speak(
        self,
        utterance: Utterance,
        on_word: OnWord | None = None,
        cancelled: threading.Event | None = None,
    ) -> None:
        """Say it, and return when it has been said or stopped.

        `on_word` is called in this thread, in time with the sound. `cancelled`, set before
        `stop` is called, closes the gap in which `stop` comes just before the engine begins.
        """

    def stop(self) -> None:
        """Silence, now."""

    def save(self, utterance: Utterance, path: Path) -> None:
        """Write what would be heard as a WAV file (PCM, mono), whole or not at all."""

    def voices(self, language: str) -> tuple[Voice, ...]:
        """The voices of this language, the default first; empty if there is none."""

    def adjustable(self, language: str) -> frozenset[str]:
        """Which of rate, volume and pitch this engine can change."""

    def problem(self, language: str | None = None, voice: str | None = None) -> SpeechError | None:
        """What will keep words (of this language, by this voice) from being heard, if anything."""

    def check(self, language: str | None = None, voice: str | None = None) -> str | None:
        """`problem` as one quiet sentence."""

    def close(self) -> None:
        """Silence, and let go of everything. May be called twice."""


_WORD = re.compile(r"\w[\w'’-]*")


class SilentVoice:
    """Stands in where there is no voice or no sound; remembers what it would have said.

    With `seconds_per_word` it takes its time, and the words still light up one by one.
    `stop` may be called from any thread.
    """

    def __init__(self, seconds_per_word: float = 0.0, because: SpeechError | None = None) -> None:
        self.said: list[Utterance] = []
        self._pace = seconds_per_word
        self._because = because
        self._stopped = threading.Event()

    def warm_up(self) -> None:
        """Always ready."""

    def prepare(self, utterance: Utterance) -> None:
        """Nothing to synthesise."""

    def speak(
        self,
        utterance: Utterance,
        on_word: OnWord | None = None,
        cancelled: threading.Event | None = None,
    ) -> None:
        self._stopped.clear()
        if cancelled is not None and cancelled.is_set():
            return
        self.said.append(utterance)
        for word in _WORD.finditer(utterance.text):
            if on_word is not None:
                on_word(word.start(), len(word.group()))
            if self._pace and self._stopped.wait(self._pace / max(utterance.rate, 0.1)):
                return

    def stop(self) -> None:
        self._stopped.set()

    def save(self, utterance: Utterance, path: Path) -> None:
        raise self._because or NoVoiceError("There is no voice to make a sound file with.")

    def voices(self, language: str) -> tuple[Voice, ...]:
        return ()

    def adjustable(self, language: str) -> frozenset[str]:
        return frozenset()

    def problem(self, language: str | None = None, voice: str | None = None) -> SpeechError | None:
        return self._because

    def check(self, language: str | None = None, voice: str | None = None) -> str | None:
        return None if self._because is None else str(self._because)

    def close(self) -> None:
        self.stop()
