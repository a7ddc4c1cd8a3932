"""The voice in a process of its own, so that it can be killed: `python -m aac_app.voice_process`.

Reads requests, one JSON object a line, from standard input and answers with events, one JSON
object a line, on standard output; the text never stands on a command line. Each request has
`id` and `do`, and most an `utterance` (the fields of `aac_app.speech.Utterance`):

    voices                            -> voices (voices, adjustable), done
    check                             -> done
    prepare   utterance               -> done: the sound is ready, if this system allows
    speak     utterance               -> started (seconds or null), word (start, length)..., done
    save      utterance, path         -> done

Any may be answered by `error` (kind: the name of a SpeechError, text) and preceded by
`unknown-voice` (text). The events repeat the request's `id`; the first, `ready`, and an error
at start have none. The process ends, silently and with its player, when its input ends: so it
does not outlive its parent. Standard input must therefore stay open while it works.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TextIO

from aac_app.espeak_driver import EspeakDriver
from aac_app.live_driver import LiveDriver
from aac_app.speech import NoVoiceError, SpeechError, UnknownVoiceError, Utterance, Voice
from aac_app.voice_choice import choose
from aac_app.voice_driver import Driver, open_program


class _Events:
    """The way to the parent. pyttsx3 prints on standard output, so that leads nowhere now."""

    def __init__(self) -> None:
        self._stream: TextIO = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
        self.request: int | None = None

    def tell(self, name: str, **fields: Any) -> None:
        print(json.dumps({"event": name, "id": self.request, **fields}), file=self._stream)
        self._stream.flush()

    def tell_error(self, error: SpeechError) -> None:
        self.tell("error", kind=type(error).__name__, text=str(error))


def _read_requests(requests: queue.SimpleQueue[dict[str, Any]]) -> None:
    for line in sys.stdin.buffer:
        requests.put(json.loads(line))
    _die()


def _die() -> None:
    """The parent has gone or wants silence: take the player along."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(0)


def _open(name: str | None) -> Driver:
    program = open_program(name)
    return EspeakDriver(program) if program.name == "espeak" else LiveDriver(program)


def _voice(driver: Driver, utterance: Utterance, events: _Events) -> Voice:
    voice, is_unknown = choose(driver.voices, utterance.language, utterance.voice)
    if voice is None:
        raise NoVoiceError(f"There is no voice for the language {utterance.language!r}.")
    if is_unknown:
        error = UnknownVoiceError(
            f"The voice {utterance.voice!r} is not here any more; {voice.name} speaks instead."
        )
        events.tell("unknown-voice", text=str(error))
    return voice


def _serve(request: dict[str, Any], driver: Driver, events: _Events) -> None:
    if request["do"] == "voices":
        voices = [asdict(voice) for voice in driver.voices]
        events.tell("voices", voices=voices, adjustable=sorted(driver.adjustable))
    elif request["do"] == "check":
        driver.check()
    else:
        utterance = Utterance(**request["utterance"])
        voice = _voice(driver, utterance, events)
        if request["do"] == "prepare":
            driver.prepare(utterance, voice)
        elif request["do"] == "speak":
            driver.speak(utterance, voice, events.tell)
        else:
            driver.save(utterance, voice, request["path"], events.tell)
    events.tell("done")


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until the input ends. The only argument, if any, names a driver of pyttsx3."""
    names = sys.argv[1:] if arguments is None else arguments
    events = _Events()
    requests: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_read_requests, args=(requests,), daemon=True).start()
    try:
        driver = _open(names[0] if names else None)
    except SpeechError as error:
        events.tell_error(error)
        return 1
    events.tell("ready", lasting=driver.is_lasting)
    while True:
        request = requests.get()
        events.request = request["id"]
        try:
            _serve(request, driver, events)
        except SpeechError as error:
            events.tell_error(error)


if __name__ == "__main__":
    sys.exit(main())
