"""Plays recorded sounds, by the players that the voice uses. No Qt."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from collections import OrderedDict
from contextlib import suppress
from typing import Protocol

from aac_app import sound_process
from aac_app.recording import BadSoundError, NotPlayedError, Recording
from aac_app.sound_format import seconds_of
from aac_app.sound_player import EARLY, SLACK, Playing, players
from pictograms.errors import PictogramError

MOST_BYTES = 16 * 2**20
"""Largest sound file."""
_DECODE_S = 20.0
_LOOK_S = 0.1
_KEPT = 12


class SoundPlayer(Protocol):
    """Anything that plays recordings. `stop` may be called from any thread."""

    def play(self, recording: Recording, cancelled: threading.Event) -> None:
        """Play it, and return when it has ended or was stopped. Raises SoundError."""

    def stop(self) -> None:
        """Silence, now."""


class RecordedSounds:
    """Plays one sound at a time. Belongs to one thread, but for `stop`."""

    def __init__(self) -> None:
        self._wavs: OrderedDict[str, bytes] = OrderedDict()
        self._current: Playing | subprocess.Popen[bytes] | None = None

    def play(self, recording: Recording, cancelled: threading.Event) -> None:
        wav = self._wav(recording)
        if cancelled.is_set():
            return
        if sys.platform.startswith("linux"):
            self._play_by_program(wav, cancelled)
        else:
            self._play_by_process(wav, cancelled)

    def stop(self) -> None:
        current = self._current
        if isinstance(current, Playing):
            current.give_up()
        elif current is not None:
            current.kill()

    def seconds(self, data: bytes) -> float:
        """How long a sound file lasts. Raises BadSoundError for what cannot be played."""
        return seconds_of(self._wav(Recording.of(data))) or 0.0

    def _wav(self, recording: Recording) -> bytes:
        try:
            data = recording.read()
        except PictogramError as error:
            raise BadSoundError(str(error)) from error
        if not data:
            raise BadSoundError("there is no sound here")
        if len(data) > MOST_BYTES:
            raise BadSoundError(f"the sound is larger than {MOST_BYTES // 2**20} MiB")
        if seconds_of(data) is not None:
            return data
        key = hashlib.sha256(data).hexdigest()
        if key not in self._wavs:
            self._wavs[key] = _decoded(data)
        self._wavs.move_to_end(key)
        while len(self._wavs) > _KEPT:
            self._wavs.popitem(last=False)
        return self._wavs[key]

    def _play_by_program(self, wav: bytes, cancelled: threading.Event) -> None:
        # Without a name: what a person recorded is not left about.
        file = os.memfd_create("sound")
        try:
            with os.fdopen(os.dup(file), "wb") as stream:
                stream.write(wav)
            self._try_players(file, (seconds_of(wav) or 0.0) + SLACK, cancelled)
        finally:
            self._current = None
            os.close(file)

    def _try_players(self, file: int, longest: float, cancelled: threading.Event) -> None:
        complaint = "there is no player; install alsa-utils"
        for player in players():
            try:
                playing = self._current = Playing(player, file)
            except OSError as error:
                complaint = str(error)
                continue
            while not playing.ended(_LOOK_S):
                if cancelled.is_set() or playing.seconds() > longest:
                    playing.give_up()
            if cancelled.is_set() or playing.fault is None:
                return
            complaint = playing.fault
            if playing.seconds() > EARLY:
                break
        raise NotPlayedError(complaint)

    def _play_by_process(self, wav: bytes, cancelled: threading.Event) -> None:
        with subprocess.Popen(
            sound_process.command("play"),
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as process:
            self._current = process
            with suppress(OSError):
                assert process.stdin is not None
                process.stdin.write(wav)
                process.stdin.close()
            end = (seconds_of(wav) or 0.0) + SLACK
            while end > 0 and process.poll() is None and not cancelled.wait(_LOOK_S):
                end -= _LOOK_S
            process.kill() if process.poll() is None else None
        self._current = None
        if process.returncode and not cancelled.is_set():
            raise NotPlayedError("this computer plays no sound")


def _decoded(data: bytes) -> bytes:
    """Another kind of file as WAV, in a process that a broken file may take down."""
    try:
        done = subprocess.run(
            sound_process.command("decode"),
            input=data,
            capture_output=True,
            timeout=_DECODE_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BadSoundError("the sound cannot be read") from error
    if done.returncode or seconds_of(done.stdout) is None:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise BadSoundError(lines[-1] if done.returncode == 1 and lines else "it cannot be read")
    return done.stdout
