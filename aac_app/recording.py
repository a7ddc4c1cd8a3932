"""A recorded sound that is heard instead of the voice, and what can go wrong with one. No Qt.

SoundError
├── BadSoundError       it cannot be read: the voice says the word instead
├── NotPlayedError      nothing here can play it: the voice says the word instead
└── NoMicrophoneError   nothing can be recorded here: a sound file can be chosen instead
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class SoundError(Exception):
    """A recorded sound could not be played or made; the message is for a person."""


class BadSoundError(SoundError):
    """It is no sound that can be read here."""


class NotPlayedError(SoundError):
    """There is no player or no sound device."""


class NoMicrophoneError(SoundError):
    """There is no microphone, or no program that records."""


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """A recorded sound, wherever it lies."""

    read: Callable[[], bytes | None]
    """Its file's bytes, read in the thread that plays it; None where it has none.

    Raises PictogramError."""

    @classmethod
    def of(cls, data: bytes) -> Recording:
        """One that is in memory."""
        return cls(lambda: data)
