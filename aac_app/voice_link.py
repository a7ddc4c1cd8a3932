"""The parent's end of one voice process: requests out, events in, and the kill."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Event = dict[str, Any]

_PIPE = 60_000
"""Bytes that a pipe surely takes even if nobody reads at the other end."""


def voice_command() -> tuple[str, ...]:
    """How a voice process is started: in a frozen program, the program itself is asked."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--voice-process")
    return (sys.executable, "-m", "aac_app.voice_process")


class VoiceLink:
    """One voice process. `kill` may be called from any thread, the rest from one."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start the process without waiting for it. Raises OSError."""
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(os.environ),
            # A group of its own, so that the player is killed with it.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._lock = threading.Lock()
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._request = 0
        self.has_ended = False
        """True once the process has closed its end, however that came."""
        self.has_answered = False
        """Whether it is up: it has told something, if only that it is ready."""
        self.is_lasting = False
        """Whether it said that it can say another utterance after the first."""
        self._reader = threading.Thread(target=self._read, name="voice-events", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, do: str, patience: float, **fields: Any) -> None:
        """Send a request; earlier ones are no longer listened to."""
        self._request += 1
        line = json.dumps({"id": self._request, "do": do, **fields}).encode() + b"\n"
        # A process that hangs does not read: a long text would block this thread for ever.
        watch = threading.Timer(patience, self.kill) if len(line) > _PIPE else None
        if watch:
            watch.start()
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it has died: the missing answer will tell
            self._process.stdin.write(line)
            self._process.stdin.flush()
        if watch:
            watch.cancel()

    def answer(self, seconds: float) -> Event | None:
        """The next event about the latest request, or None if the process has ended.

        Raises TimeoutError when nothing comes in so many seconds.
        """
        deadline = time.monotonic() + seconds
        while True:
            try:
                event = self._events.get(timeout=max(deadline - time.monotonic(), 0.001))
            except queue.Empty:
                raise TimeoutError from None
            if event is None:
                return None
            if event["event"] == "ready":
                self.is_lasting = event["lasting"]
            elif event["id"] in (None, self._request):
                return event

    def kill(self) -> None:
        """Silence at once: the process and its player."""
        with self._lock:
            self._kill_group()

    def end(self) -> None:
        """Kill what is left and wait until it is gone."""
        with self._lock:
            # The player may outlive the process: the group exists until we have waited.
            self._kill_group()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(2)
        self._reader.join(2)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with contextlib.suppress(OSError):  # what was not flushed has nobody to go to
            self._process.stdin.close()
        self._process.stdout.close()

    def _kill_group(self) -> None:
        if self._process.returncode is not None:
            return  # waited for: the number may belong to somebody else by now
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(ValueError, OSError):  # anything but an event ends the talk
            for line in self._process.stdout:
                self._events.put(json.loads(line))
                self.has_answered = True
        self.has_ended = True
        self._events.put(None)


def _environment(base: Mapping[str, str]) -> dict[str, str]:
    """Let the child find this package from any folder, installed or not."""
    here = str(Path(__file__).resolve().parent.parent)
    path = base.get("PYTHONPATH", "")
    return {**base, "PYTHONPATH": f"{path}{os.pathsep}{here}" if path else here}
