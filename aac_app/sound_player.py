"""Plays a WAV file that has no name, with the player that the system has. Linux."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator

_PLAYERS = (("aplay", "-q"), ("pw-play",), ("paplay",))
"""ALSA's first: it comes with every desktop's sound server as a plug-in, and starts fastest."""


def players() -> Iterator[tuple[str, ...]]:
    """The players on PATH, the first to be tried first."""
    for name, *options in _PLAYERS:
        found = shutil.which(name)
        if found:
            yield (found, *options)


class Playing:
    """One run of a player, from its start."""

    def __init__(self, player: tuple[str, ...], wav: int) -> None:
        """Begin to play the file open as `wav`; raises OSError.

        The player is given /dev/stdin, not a pipe: some want to seek.
        """
        self._process = subprocess.Popen(
            [*player, "/dev/stdin"],
            stdin=wav,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        self._began = time.monotonic()
        self._complaint = b""
        self._ended = threading.Event()
        threading.Thread(target=self._watch, name="player", daemon=True).start()

    def _watch(self) -> None:
        _, self._complaint = self._process.communicate()
        self._ended.set()

    def ended(self, seconds: float) -> bool:
        """Wait so long for its end; tell whether it has come."""
        return self._ended.wait(max(seconds, 0))

    def seconds(self) -> float:
        """How long ago it began."""
        return time.monotonic() - self._began

    def kill(self) -> None:
        self._process.kill()

    @property
    def fault(self) -> str | None:
        """After its end: what it complained of, or None if it played."""
        if self._process.returncode == 0:
            return None
        lines = self._complaint.decode("utf-8", "replace").strip().splitlines()
        return lines[-1].strip() if lines else f"ended with code {self._process.returncode}"
