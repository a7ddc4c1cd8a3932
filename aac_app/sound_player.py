"""Sounds without a name on any disk, and the system's player that plays them. Linux."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aac_app.speech import NoSoundError

_PLAYERS = (("aplay", "-q"), ("pw-play",), ("paplay",))
"""ALSA's first: it comes with every desktop's sound server as a plug-in, and starts fastest."""


def players() -> Iterator[tuple[str, ...]]:
    """The players on PATH, the first to be tried first."""
    for name, *options in _PLAYERS:
        found = shutil.which(name)
        if found:
            yield (found, *options)


SLACK = 6.0
"""Seconds that a player may take beyond the sound; a Bluetooth device needs some to wake up."""

EARLY = 0.5
"""A player that fails within so many seconds has not been heard: the next may try."""


Tell = Callable[..., None]
"""Sends an event to the parent: its name, then its fields by keyword."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word, and when it is said."""

    at: float
    """Seconds from the beginning of the sound."""
    start: int
    length: int
    """In characters of the text."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A WAV file without a name, so that nothing said is ever found on a disk."""

    file: int
    """Descriptor; closing it lets go of the sound."""
    seconds: float
    words: tuple[Mark, ...]

    @property
    def path(self) -> str:
        return memory_path(self.file)


def memory_path(file: int) -> str:
    return f"/proc/self/fd/{file}"


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

    def give_up(self) -> None:
        self._process.kill()
        self._ended.wait(1)

    @property
    def fault(self) -> str | None:
        """After its end: what it complained of, or None if it played."""
        if self._process.returncode == 0:
            return None
        if self._process.returncode is None or self._process.returncode < 0:
            return "the sound device does not answer"
        lines = self._complaint.decode("utf-8", "replace").strip().splitlines()
        return lines[-1].strip() if lines else f"ended with code {self._process.returncode}"


def play(sound: Sound, tell: Tell) -> None:
    """Raises NoSoundError when no player can be heard."""
    complaint = "there is no player; install alsa-utils"
    for player in players():
        try:
            playing = Playing(player, sound.file)
        except OSError as error:
            complaint = str(error)
            continue
        tell("started", seconds=sound.seconds)
        heard_until = _follow(playing, sound, tell)
        fault = playing.fault
        if fault is None:
            return
        complaint = fault
        if heard_until > EARLY:
            break
    raise NoSoundError(f"The sound cannot be played: {complaint}.")


def _follow(playing: Playing, sound: Sound, tell: Tell) -> float:
    """Tell each word in its time; return how many seconds the player ran."""
    clock = playing.seconds
    for word in sound.words:
        if playing.ended(word.at - clock()):
            return clock()
        tell("word", start=word.start, length=word.length)
    if not playing.ended(sound.seconds + SLACK - clock()):
        playing.give_up()
    return clock()
