"""Speaking on Linux: pyttsx3 synthesises with espeak-ng, the system's player plays. Child only.

pyttsx3 2.99 would play by itself, but leaves a file with the sound behind when it is killed,
hides whether anything was heard, and tells the words before the sound instead of in time.
"""

from __future__ import annotations

import os
import threading
import time
import wave
from collections.abc import Iterator
from dataclasses import replace

from aac_app.sound_player import Mark, Sound, Tell, memory_path, play
from aac_app.speech import CannotSaveError, SpeechError, Utterance, Voice
from aac_app.spoken_text import clean, pieces
from aac_app.voice_driver import Program, tap_espeak

_VARIANTS = ("f2", "f3", "f4", "f5", "m2", "m3", "m7")
"""Ways of speaking that come with espeak-ng and combine with any voice."""

_QUIET_FRAMES = bytes(2 * 1102)
"""A twentieth of a second of silence at 22,050 Hz."""


class EspeakDriver:
    """Synthesises a piece ahead of playing it. One process may say many utterances."""

    is_lasting = True

    def __init__(self, program: Program) -> None:
        self.adjustable = program.adjustable
        # mb/: pyttsx3 writes MBROLA's sound with a wrong sampling rate.
        plain = tuple(voice for voice in program.voices() if not voice.id.startswith("mb/"))
        self.voices = plain + tuple(_variants(plain))
        self._program = program
        self._marks: list[Mark] = []
        self._settle = tap_espeak(program, self._marks.append)
        self._finished = threading.Event()
        program.engine.connect("finished-utterance", lambda **_: self._finished.set())
        self._prepared: tuple[Utterance, Sound] | None = None
        # pyttsx3 queues all properties until its first loop, and that loop may drop them.
        program.engine.runAndWait()

    def prepare(self, utterance: Utterance, voice: Voice) -> None:
        self._forget()
        text = clean(utterance.text)
        for start, piece in pieces(text):
            self._prepared = utterance, self._synthesise(piece, start, utterance, voice)
            return

    def speak(self, utterance: Utterance, voice: Voice, tell: Tell) -> None:
        for sound in self._sounds(utterance, voice):
            try:
                play(sound, tell)
            finally:
                os.close(sound.file)

    def save(self, utterance: Utterance, voice: Voice, path: str, tell: Tell) -> None:
        try:
            with wave.open(path, "wb") as whole:
                for sound in self._sounds(utterance, voice):
                    with wave.open(sound.path, "rb") as part:
                        if not whole.getnframes():
                            whole.setparams(part.getparams())
                        whole.writeframes(part.readframes(part.getnframes()))
                    os.close(sound.file)
        except (OSError, wave.Error) as error:
            raise CannotSaveError(getattr(error, "strerror", None) or str(error)) from error

    def check(self) -> None:
        file = os.memfd_create("speech")
        with wave.open(memory_path(file), "wb") as quiet:
            quiet.setparams((1, 2, 22050, 0, "NONE", ""))
            quiet.writeframes(_QUIET_FRAMES)
        try:
            play(Sound(file, 0.05, ()), lambda _name, **_fields: None)
        finally:
            os.close(file)

    def _sounds(self, utterance: Utterance, voice: Voice) -> Iterator[Sound]:
        """The utterance piece by piece; the caller closes each."""
        prepared, self._prepared = self._prepared, None
        for start, piece in pieces(clean(utterance.text)):
            if prepared is not None and prepared[0] == utterance:
                yield prepared[1]
                prepared = None
            else:
                yield self._synthesise(piece, start, utterance, voice)
        if prepared is not None:
            os.close(prepared[1].file)

    def _forget(self) -> None:
        if self._prepared is not None:
            os.close(self._prepared[1].file)
            self._prepared = None

    def _synthesise(self, piece: str, start: int, utterance: Utterance, voice: Voice) -> Sound:
        self._marks.clear()
        self._finished.clear()
        file = os.memfd_create("speech")
        self._program.set_up(utterance, voice)
        # espeak-ng takes properties in its own time, and pyttsx3 cancels those not yet taken.
        self._wait_for_espeak()
        self._program.engine.save_to_file(piece, memory_path(file))
        # Returns before the synthesis has ended; only the event tells.
        self._program.engine.runAndWait()
        if not self._finished.wait(10):
            raise SpeechError("The speech program does not answer.")
        self._wait_for_espeak()
        seconds = _seconds(file)
        marks = self._marks if self._settle else spread(piece, seconds)
        return Sound(file, seconds, tuple(_words(piece, start, marks)))

    def _wait_for_espeak(self) -> None:
        if self._settle is not None:
            self._settle()
        else:
            time.sleep(0.02)


def _variants(voices: tuple[Voice, ...]) -> Iterator[Voice]:
    for voice in voices:
        if voice.language.partition("-")[0] in {"es", "en"}:
            for variant in _VARIANTS:
                gender = "female" if variant[0] == "f" else "male"
                name = f"{voice.name}, {gender} {variant[1:]}"
                yield replace(voice, id=f"{voice.id}+{variant}", name=name, gender=gender)


def _seconds(file: int) -> float:
    try:
        with wave.open(memory_path(file), "rb") as sound:
            return sound.getnframes() / sound.getframerate()
    except (wave.Error, EOFError) as error:
        raise SpeechError("The speech program made no sound.") from error


def _words(piece: str, start: int, marks: list[Mark]) -> Iterator[Mark]:
    """Places in the whole text. A number is several words in one place: it is told once."""
    end = 0
    for mark in marks:
        if mark.start >= end and piece[mark.start : mark.start + mark.length].strip():
            end = mark.start + mark.length
            yield replace(mark, start=start + mark.start)


def spread(piece: str, seconds: float) -> list[Mark]:
    """Guess when each word is said where the voice does not tell: by its place in the text."""
    marks = []
    at = 0
    for word in piece.split():
        at = piece.index(word, at)
        marks.append(Mark(seconds * at / len(piece), at, len(word)))
        at += len(word)
    return marks
