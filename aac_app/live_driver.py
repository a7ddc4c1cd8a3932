"""Speaking on Windows and macOS: the system's voice plays by itself. Child only.

One process says one utterance: there the second `runAndWait` of pyttsx3 may never return.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from aac_app.sound_player import Tell
from aac_app.speech import CannotSaveError, NoSoundError, SpeechError, Utterance, Voice
from aac_app.spoken_text import clean, from_utf16, without_markup
from aac_app.voice_driver import Program


class LiveDriver:
    """Passes on what the driver reports while it speaks."""

    is_lasting = False

    def __init__(self, program: Program) -> None:
        self.voices = program.voices()
        self.adjustable = program.adjustable
        self._program = program

    def prepare(self, utterance: Utterance, voice: Voice) -> None:
        """The system's voices synthesise while they speak; being started is all there is."""

    def speak(self, utterance: Utterance, voice: Voice, tell: Tell) -> None:
        text = without_markup(clean(utterance.text))
        engine = self._program.engine
        begun: list[bool] = []

        def word(location: int, length: int, **_rest: object) -> None:
            start, size = from_utf16(text, location, length)
            if text[start : start + size].strip():
                tell("word", start=start, length=size)

        def fault(exception: object, **_rest: object) -> None:
            if begun:  # else it is a property that this voice lacks: it speaks all the same
                self._leave(tell, NoSoundError(f"The sound cannot be played: {exception}."))

        def start(**_rest: object) -> None:
            begun.append(True)
            tell("started", seconds=None)

        engine.connect("started-utterance", start)
        engine.connect("started-word", word)
        engine.connect("error", fault)
        # On macOS runAndWait may never return: the end of the utterance is what counts.
        engine.connect("finished-utterance", lambda **_: self._leave(tell, None))
        self._program.set_up(utterance, voice)
        engine.say(text)
        engine.runAndWait()

    def save(self, utterance: Utterance, voice: Voice, path: str, tell: Tell) -> None:
        engine = self._program.engine
        faults: list[Exception] = []
        engine.connect("error", lambda exception, **_: faults.append(exception))
        # macOS tells the end, Windows returns at the end.
        engine.connect("finished-utterance", lambda **_: self._leave(tell, _unfit(path, faults)))
        self._program.set_up(utterance, voice)
        engine.save_to_file(without_markup(clean(utterance.text)), path)
        engine.runAndWait()
        self._leave(tell, _unfit(path, faults))

    def check(self) -> None:
        """macOS always has an output; Windows is asked."""
        if sys.platform == "win32":
            import ctypes

            if not ctypes.windll.winmm.waveOutGetNumDevs():
                raise NoSoundError("There is no sound device here.")

    @staticmethod
    def _leave(tell: Tell, error: SpeechError | None) -> None:
        """End this process from inside a callback of the driver."""
        if error is None:
            tell("done")
        else:
            tell("error", kind=type(error).__name__, text=str(error))
        os._exit(0)


def _unfit(path: str, faults: list[Exception]) -> CannotSaveError | None:
    """What is wrong with the file that the voice has written; it is a WAV file after this."""
    try:
        if not Path(path).stat().st_size:
            return CannotSaveError(str(faults[-1]) if faults else "the voice wrote nothing")
        _as_wav(Path(path))
    except CannotSaveError as error:
        return error
    except OSError as error:
        return CannotSaveError(str(error.strerror))
    return None


def _as_wav(path: Path) -> None:
    """macOS writes AIFF whatever the name says; its own converter makes a WAV of it."""
    with path.open("rb") as stream:
        if stream.read(4) != b"FORM":
            return
    aiff = path.with_suffix(".aiff")
    path.replace(aiff)
    try:
        command = ["afconvert", "-f", "WAVE", "-d", "LEI16", str(aiff), str(path)]
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotSaveError("the sound cannot be converted to WAV") from error
    finally:
        aiff.unlink(missing_ok=True)
