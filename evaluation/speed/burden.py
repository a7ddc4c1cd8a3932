"""Keeps processor cores busy, as other programs would; ends surely."""

from __future__ import annotations

import subprocess
import sys
from types import TracebackType
from typing import Final, Self

_LONGEST_S: Final = 900
_LOOP: Final = """
import os, sys, time
parent, end = os.getppid(), time.monotonic() + float(sys.argv[1])
print("busy", flush=True)
while time.monotonic() < end and os.getppid() == parent:
    for number in range(200_000):
        number * number
"""


class Burden:
    """So many busy loops, each in a process of its own, from `with` to its end.

    A loop also ends when its parent has gone, and after a quarter of an hour at the latest.
    """

    def __init__(self, cores: int) -> None:
        self._cores = cores
        self._loops: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        command = [sys.executable, "-c", _LOOP, str(_LONGEST_S)]
        try:
            for _core in range(self._cores):
                loop = subprocess.Popen(command, stdout=subprocess.PIPE)
                self._loops.append(loop)
                assert loop.stdout is not None
                loop.stdout.readline()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._end()

    @property
    def processes(self) -> tuple[int, ...]:
        """The processes that are busy."""
        return tuple(loop.pid for loop in self._loops)

    def _end(self) -> None:
        for loop in self._loops:
            loop.kill()
        for loop in self._loops:
            loop.wait()
            if loop.stdout is not None:
                loop.stdout.close()
        self._loops.clear()
