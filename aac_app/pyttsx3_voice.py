"""The voice of the computer through pyttsx3, in processes that can be killed."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from aac_app.speech import (
    CannotSaveError,
    NoVoiceError,
    OnWord,
    SpeechError,
    UnknownVoiceError,
    Utterance,
    Voice,
    VoiceFailedError,
)
from aac_app.spoken_text import clean
from aac_app.voice_choice import choose, voices_of
from aac_app.voice_link import Event, voice_command
from aac_app.voice_pool import Talk, VoicePool

_AHEAD = 5000
"""Characters of a text that is still worth synthesising before it is asked for."""


class Pyttsx3Voice:
    """A SpeechEngine that starts nothing before `warm_up` or the first request.

    The constructor, `stop` and `close` may be used from any thread; all else belongs to one
    thread at a time. `on_notice` is called in that thread, once for each voice that is gone.
    """

    def __init__(
        self,
        on_notice: Callable[[SpeechError], None] | None = None,
        *,
        command: Sequence[str] | None = None,
        patience: float = 8.0,
    ) -> None:
        """`patience`: seconds that a silent voice is waited for beyond its time."""
        self._pool = VoicePool(command or voice_command())
        self._on_notice = on_notice
        self._patience = patience
        self._inventory: tuple[tuple[Voice, ...], frozenset[str]] | None = None
        self._missed: set[str] = set()

    def warm_up(self) -> None:
        """Keep processes waiting for the next press from now on; returns in milliseconds.

        For a single sentence there is no need.
        """
        self._pool.warm_up()

    def prepare(self, utterance: Utterance) -> None:
        """Have the next process synthesise this; nothing happens where none is waiting."""
        if _is_sayable(utterance) and len(utterance.text) <= _AHEAD:
            self._pool.ask_ahead(self._talk("prepare", utterance))

    def speak(
        self,
        utterance: Utterance,
        on_word: OnWord | None = None,
        cancelled: threading.Event | None = None,
    ) -> None:
        turn = self._pool.turn
        if not _is_sayable(utterance) or (cancelled is not None and cancelled.is_set()):
            return
        # For voices that do not tell their length: none is slower than this.
        longest = 2.0 + 0.4 * len(utterance.text) / max(utterance.rate, 0.1)

        def hear(event: Event) -> float | None:
            if event["event"] == "started":
                self._pool.refill(1)
                return float(event["seconds"] or longest) + self._patience
            if event["event"] == "word" and on_word is not None:
                on_word(event["start"], event["length"])
            self._notice(event, utterance)
            return None

        fields = {"utterance": asdict(utterance)}
        self._pool.hold(Talk("speak", fields, self._patience, hear, turn))

    def stop(self) -> None:
        """Silence, now: kills the process and its player. From any thread."""
        self._pool.stop()

    def save(self, utterance: Utterance, path: Path) -> None:
        """Not ended by `stop`. The file is readable by the user alone, as speech is private."""
        if not _is_sayable(utterance):
            raise CannotSaveError(f"{path} is not written: there is nothing to say.")
        try:
            handle, name = tempfile.mkstemp(prefix=".", suffix=".wav", dir=path.parent)
        except OSError as error:
            raise CannotSaveError(f"{path} cannot be written: {error.strerror}.") from error
        os.close(handle)
        draft = Path(name)
        try:
            self._save_draft(utterance, draft)
            draft.replace(path)
        except OSError as error:
            raise CannotSaveError(f"{path} cannot be written: {error.strerror}.") from error
        except CannotSaveError as error:
            raise CannotSaveError(f"{path} cannot be written: {error}.") from error
        finally:
            draft.unlink(missing_ok=True)

    def voices(self, language: str) -> tuple[Voice, ...]:
        try:
            return voices_of(self._known()[0], language)
        except NoVoiceError:
            return ()

    def adjustable(self, language: str) -> frozenset[str]:
        """Pitch only with espeak-ng: pyttsx3 cannot change it on Windows and macOS."""
        try:
            return self._known()[1]
        except NoVoiceError:
            return frozenset()

    def problem(self, language: str | None = None, voice: str | None = None) -> SpeechError | None:
        """Looks for the voice (of this language) and plays a moment of silence."""
        try:
            voices, _ = self._known()
            if language is not None:
                chosen, is_unknown = choose(voices, language, voice)
                if chosen is None:
                    return NoVoiceError(f"There is no voice for the language {language!r}.")
                if is_unknown:
                    return UnknownVoiceError(f"The voice {voice!r} is not here any more.")
            self._pool.hold(Talk("check", {}, self._patience))
        except SpeechError as error:
            return error
        return None

    def check(self, language: str | None = None, voice: str | None = None) -> str | None:
        problem = self.problem(language, voice)
        return None if problem is None else str(problem)

    def close(self) -> None:
        self._pool.close()

    # ------------------------------------------------------------------------------------

    def _talk(self, do: str, utterance: Utterance, **fields: str) -> Talk:
        patience = self._patience + 0.1 * len(utterance.text)
        return Talk(do, {"utterance": asdict(utterance), **fields}, patience)

    def _save_draft(self, utterance: Utterance, draft: Path) -> None:
        if not self._pool.hold(self._talk("save", utterance, path=str(draft))):
            raise CannotSaveError("the voice has been closed")

    def _known(self) -> tuple[tuple[Voice, ...], frozenset[str]]:
        if self._inventory is None:
            events: list[Event] = []
            self._pool.hold(Talk("voices", {}, self._patience, events.append))
            if not events:
                raise VoiceFailedError("The voice has been closed.")
            voices = tuple(Voice(**fields) for fields in events[0]["voices"])
            self._inventory = voices, frozenset(events[0]["adjustable"])
        return self._inventory

    def _notice(self, event: Event, utterance: Utterance) -> None:
        missing = utterance.voice or ""
        if event["event"] == "unknown-voice" and missing not in self._missed:
            self._missed.add(missing)
            if self._on_notice is not None:
                self._on_notice(UnknownVoiceError(event["text"]))


def _is_sayable(utterance: Utterance) -> bool:
    return bool(clean(utterance.text).strip())
