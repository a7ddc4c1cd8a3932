"""The only module that imports pyttsx3: opening it, its voices, its properties. Child only."""

from __future__ import annotations

import logging
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from aac_app.sound_player import Mark, Tell
from aac_app.speech import ADJUSTABLE, NoVoiceError, Utterance, Voice
from aac_app.voice_choice import tag


class Driver(Protocol):
    """One of the ways in which pyttsx3 speaks. A driver that is not lasting may end the
    process, after telling `done` or `error`, instead of returning."""

    voices: tuple[Voice, ...]
    adjustable: frozenset[str]
    is_lasting: bool
    """Whether one process may say more than one utterance."""

    def prepare(self, utterance: Utterance, voice: Voice) -> None: ...
    def speak(self, utterance: Utterance, voice: Voice, tell: Tell) -> None: ...
    def save(self, utterance: Utterance, voice: Voice, path: str, tell: Tell) -> None: ...
    def check(self) -> None:
        """Raises NoSoundError where nothing can be heard."""


_OWN_PACE = {"espeak": 175, "sapi5": 157, "nsss": 175}
"""Words a minute that leave the voice at its own pace. espeak-ng: its default. SAPI 5:
what pyttsx3 turns into SAPI's rate 0. macOS: near the rate of the usual voices."""

_OWN_PITCH = 50
"""espeak-ng's middle: its scale of 0 to 99 spans half to double the voice's frequency."""


@dataclass(frozen=True, slots=True)
class Program:
    """pyttsx3, opened with one driver."""

    engine: Any
    name: str

    @property
    def adjustable(self) -> frozenset[str]:
        """pyttsx3 changes the pitch with espeak-ng only."""
        return ADJUSTABLE if self.name == "espeak" else ADJUSTABLE - {"pitch"}

    def voices(self) -> tuple[Voice, ...]:
        return tuple(_voice(raw) for raw in self.engine.getProperty("voices"))

    def set_up(self, utterance: Utterance, voice: Voice) -> None:
        """The voice first: on some systems setting it resets the rest."""
        pace = _OWN_PACE.get(self.name, 175)
        self.engine.setProperty("voice", voice.id)
        self.engine.setProperty("rate", round(pace * _within(utterance.rate, 0.5, 2.0)))
        self.engine.setProperty("volume", _within(utterance.volume, 0.0, 1.0))
        if "pitch" in self.adjustable:
            octaves = math.log2(_within(utterance.pitch, 0.5, 2.0))
            pitch = _within(_OWN_PITCH * (1 + octaves), 0, 99)
            self.engine.setProperty("pitch", round(pitch))


def open_program(name: str | None = None) -> Program:
    """Open pyttsx3 with this driver, else the system's own. Raises NoVoiceError."""
    # pyttsx3 logs the voice's name at DEBUG through the root logger.
    logging.getLogger().setLevel(logging.WARNING)
    name = name or {"win32": "sapi5", "darwin": "nsss"}.get(sys.platform, "espeak")
    try:
        import pyttsx3
    except ImportError as error:
        raise NoVoiceError("pyttsx3 is not installed, so there is no voice.") from error
    try:
        return Program(pyttsx3.init(name), name)
    except Exception as error:  # each driver fails with errors of its own
        hint = "install espeak-ng" if name == "espeak" else str(error)
        raise NoVoiceError(f"There is no speech program here: {hint}.") from error


_TERMINATED, _WORD = 0, 1
"""Event types of espeak-ng's speak_lib.h."""


def tap_espeak(program: Program, heard: Callable[[Mark], None]) -> Callable[[], None] | None:
    """Listen to espeak-ng's word events before pyttsx3 drops their place in the sound.

    Returns what waits until espeak-ng has nothing more to do. None, and nothing is changed,
    where this pyttsx3 is built in another way.
    """
    inner = getattr(getattr(program.engine.proxy, "_driver", None), "_onSynth", None)
    try:
        from pyttsx3.drivers import _espeak

        register, settle = _espeak.SetSynthCallback, _espeak.Synchronize
    except (ImportError, AttributeError):
        return None
    if inner is None:
        return None

    def tap(wav: Any, samples: int, events: Any) -> Any:
        for event in events:
            if event.type == _TERMINATED:
                break
            if event.type == _WORD:
                heard(Mark(event.audio_position / 1000, event.text_position - 1, event.length))
        return inner(wav, samples, events)

    register(tap)
    return settle  # type: ignore[no-any-return]


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _voice(raw: Any) -> Voice:
    language = str(raw.languages[0]) if raw.languages else ""
    return Voice(str(raw.id), str(raw.name), tag(language), _gender(raw.gender), _age(raw.age))


def _gender(raw: object) -> str | None:
    """espeak-ng and SAPI say Male; macOS VoiceGenderMale."""
    text = str(raw).lower()
    return "female" if text.endswith("female") else "male" if text.endswith("male") else None


_AGES = ((13, "child"), (20, "teen"), (60, "adult"))


def _age(raw: object) -> str | None:
    if isinstance(raw, str) and raw.lower() in {"child", "teen", "adult", "senior"}:
        return raw.lower()
    try:
        years = float(str(raw))
    except ValueError:
        return None
    return next((name for below, name in _AGES if years < below), "senior") if years else None
