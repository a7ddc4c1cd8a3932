"""A driver of pyttsx3 that behaves as those of Windows and macOS do, without a sound.

`python -m tests.talking_driver STYLE` is a voice process that speaks with it.
"""

from __future__ import annotations

import sys
import time
import wave
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any


class TalkingDriver:
    """Counts in UTF-16 units, tells words while it speaks, and ends its loop by an event.

    `sapi5`: saves while it is asked, and its loop ends. `nsss`: saves AIFF, and its loop never
    ends. `deaf`: has no sound device.
    """

    def __init__(self, style: str, proxy: Any) -> None:
        self._style = style
        self._proxy = proxy
        self._looping = False
        self._work: list[Callable[[], None]] = []

    def destroy(self) -> None:
        """Nothing to let go of."""

    def say(self, text: str) -> None:
        self._proxy.setBusy(True)
        self._proxy.notify("started-utterance")
        if self._style == "deaf":
            raise OSError("no audio endpoint")
        self._proxy.notify("started-word", location=1, length=0)  # SAPI's StartStream
        self._work.append(partial(self._talk, text))

    def _talk(self, text: str) -> None:
        at = 0
        for word in text.split(" "):
            units = len(word.encode("utf-16-le")) // 2
            self._proxy.notify("started-word", name=word, location=at, length=units)
            time.sleep(0.02)
            at += units + 1
        self._end()

    def save_to_file(self, text: str, filename: str) -> None:
        if self._style == "nsss":
            self._proxy.setBusy(True)
            self._work.append(partial(self._write_aiff, filename))
        elif text == "unwritable":
            raise OSError("the disk is full")
        else:
            with wave.open(filename, "wb") as sound:
                sound.setparams((1, 2, 22050, 0, "NONE", ""))
                sound.writeframes(bytes(44100))

    def _write_aiff(self, filename: str) -> None:
        Path(filename).write_bytes(b"FORM\x00\x00\x00\x04AIFF")
        self._end()

    def _end(self) -> None:
        self._proxy.notify("finished-utterance", completed=True)
        self._proxy.setBusy(False)

    def stop(self) -> None:
        """Never asked: the process is killed."""

    def getProperty(self, name: str) -> object:  # noqa: N802 - pyttsx3's name
        from pyttsx3.voice import Voice

        return [
            Voice("HKEY\\ELENA", "Elena", ["es-ES"], "Female", "Adult"),
            Voice("com.apple.bells", "Bells", ["en_US"], "VoiceGenderNeuter", 100),
            Voice("com.apple.mia", "Mia", ["en_US"], "VoiceGenderFemale", 35),
        ]

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802 - pyttsx3's name
        if name == "volume":
            raise ValueError("this voice has no volume")

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        self._looping = True
        self._proxy.setBusy(False)
        while self._looping or self._style == "nsss":
            if self._work:
                self._work.pop(0)()
            time.sleep(0.01)

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        self._looping = False


if __name__ == "__main__":
    from aac_app.voice_process import main

    style = sys.argv[1]
    module: Any = type(sys)("pyttsx3.drivers.talking")
    module.buildDriver = partial(TalkingDriver, style)
    sys.modules["pyttsx3.drivers.talking"] = module
    sys.exit(main(["talking"]))
