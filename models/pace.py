"""How many threads to compute with right now: all there are, fewer while others want the cores.

Threads that compute together wait for the slowest, so one that another program pushes aside stops
them all. Measured on two cores, twelve tokens and four more: two threads 109 ms and one 187 ms on
an idle machine; beside one busy program 279 and 193 ms, beside two 524 and 302 ms. What tells is
the processor time that this process got: 1.97 seconds a second with two threads on the idle
machine, 1.00 and 0.50 on the others.
"""

from __future__ import annotations

from typing import Final

_WINDOW: Final = 0.06
"""Seconds of computing before anything is concluded: Windows counts processor time in steps of
16 ms."""
_GRANTED: Final = 0.75
"""Part of the threads' time that they must get."""
_FIRST_REST: Final = 3.0
"""Seconds until more threads are tried again; twice as long after each vain try."""
_LONGEST_REST: Final = 60.0


class Pace:
    """The number of threads, from what the last computations got. Knows no clock of its own."""

    def __init__(self, most: int) -> None:
        self.threads = self.most = most
        self._seconds = self._granted = 0.0
        self._rest, self._until = _FIRST_REST, 0.0

    def tell(self, now: float, seconds: float, granted: float) -> None:
        """A computation took so many seconds, and got so many of processor time, until `now`."""
        self._seconds += seconds
        self._granted += granted
        if self._seconds < _WINDOW:
            return
        is_busy = self._granted < _GRANTED * self.threads * self._seconds
        self._seconds = self._granted = 0.0
        if is_busy and self.threads > 1:
            self._step_down(now)
        elif self.threads < self.most and now >= self._until:
            self.threads = self.most
        elif self.threads == self.most:
            self._rest = _FIRST_REST

    def _step_down(self, now: float) -> None:
        if self.threads == self.most:
            self._until = now + self._rest
            self._rest = min(2 * self._rest, _LONGEST_REST)
        self.threads -= 1
