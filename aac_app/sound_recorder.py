"""Records from the microphone: by the system's own program, else by a process of ours. No Qt."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from aac_app import sound_process
from aac_app.recording import NoMicrophoneError
from aac_app.sound_format import LONGEST_S, RATE, pack, samples_of

_PROGRAMS = (
    ("arecord", "-q", "-t", "wav", "-f", "S16_LE", "-c", "1", "-r", str(RATE)),
    ("pw-record", "--format", "s16", "--channels", "1", "--rate", str(RATE)),
    ("parecord", "--file-format=wav", "--format=s16le", "--channels=1", f"--rate={RATE}"),
)
_END_S = 3.0


def recorders() -> Iterator[tuple[str, ...]]:
    """The programs on PATH that record, the first to be tried first."""
    for name, *options in _PROGRAMS:
        found = shutil.which(name)
        if found:
            yield (found, *options)


class SoundRecorder:
    """Belongs to one thread. What is recorded is on no disk when `record` has returned."""

    def record(self, stopped: Event) -> bytes:
        """Record until `stopped`, at most a minute; a WAV file. Raises NoMicrophoneError."""
        if sys.platform.startswith("linux"):
            with tempfile.TemporaryDirectory(prefix="aac-") as folder:
                for number, program in enumerate(recorders()):
                    if wav := _by_program(program, Path(folder) / f"{number}.wav", stopped):
                        return wav
                    if stopped.is_set():
                        break
        return _by_process(stopped)


def _by_program(program: tuple[str, ...], file: Path, stopped: Event) -> bytes | None:
    """What the program recorded, or None if it could not."""
    began = time.monotonic()
    try:
        process = subprocess.Popen(
            [*program, str(file)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None
    while time.monotonic() - began < LONGEST_S and process.poll() is None:
        if stopped.wait(0.05):
            break
    _end(process)
    try:
        samples = samples_of(file.read_bytes())
    except OSError:
        return None
    return pack(samples) if samples else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """As with Ctrl+C, so that it writes down what it has."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        process.wait(_END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _by_process(stopped: Event) -> bytes:
    try:
        process = subprocess.Popen(
            sound_process.command("record"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise NoMicrophoneError("nothing can be recorded here") from error
    end = time.monotonic() + LONGEST_S
    while process.poll() is None and time.monotonic() < end and not stopped.wait(0.05):
        pass
    try:
        wav, _ = process.communicate(timeout=_END_S)  # its input ends: so does the recording
    except subprocess.TimeoutExpired:
        process.kill()
        wav, _ = process.communicate()
    if process.returncode or not samples_of(wav):
        raise NoMicrophoneError("there is no microphone here")
    return wav
