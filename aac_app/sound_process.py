"""Sounds in a process of their own: `python -m aac_app.sound_process decode|play|record`.

    decode    a sound file on standard input   -> the same as WAV on standard output
    play      a WAV file on standard input     -> played; ends with it
    record    standard input, until it ends    -> a WAV file on standard output

A failure is one line on standard error and exit code 1 (it cannot be read), 2 (no sound device)
or 3 (no microphone). Whoever started it may kill it at any time.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence

from aac_app import sound_format
from aac_app.recording import NoMicrophoneError, NotPlayedError, SoundError

CODES = ((NoMicrophoneError, 3), (NotPlayedError, 2), (SoundError, 1))


def command(verb: str) -> tuple[str, ...]:
    """How the process is started: in a frozen program, the program itself is asked."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--sound-process", verb)
    return (sys.executable, "-m", "aac_app.sound_process", verb)


def main(arguments: Sequence[str] | None = None) -> int:
    (verb,) = sys.argv[1:] if arguments is None else arguments
    try:
        if verb == "decode":
            _answer(sound_format.decode(sys.stdin.buffer.read()))
        elif verb == "play":
            sound_format.play(sys.stdin.buffer.read())
        else:
            _answer(_record())
    except SoundError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return next(code for kind, code in CODES if isinstance(error, kind))
    return 0


def _record() -> bytes:
    stopped = threading.Event()

    def wait() -> None:
        sys.stdin.buffer.read()
        stopped.set()

    threading.Thread(target=wait, name="stdin", daemon=True).start()
    return sound_format.record(stopped)


def _answer(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
