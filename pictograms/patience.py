"""How long to wait before asking a source again, and when to give up."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parsedate_to_datetime

RETRIED = frozenset({429, 502, 503, 504})
"""HTTP statuses that pass by themselves: too many requests, and a server not up to it now."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Pauses between tries, in seconds; one try more than there are pauses."""

    pauses: tuple[float, ...]
    longest: float
    """Longest pause that a server may ask for with Retry-After; beyond it we give up."""

    def pause(self, attempt: int, asked: float | None, pace: float) -> float | None:
        """Seconds to wait after failed try number `attempt` (from 0); None: give up.

        `asked` is the server's own wish, which is followed; `pace` scales only our pauses.
        """
        if attempt >= len(self.pauses):
            return None
        if asked is None:
            return self.pauses[attempt] * pace
        return asked if asked <= self.longest else None


IN_THE_BACKGROUND = Patience((2.0, 5.0, 15.0, 40.0), 120.0)
SOMEBODY_WAITS = Patience((2.0,), 5.0)


def retry_after(value: str | None, date: str | None) -> float | None:
    """Seconds that a Retry-After header asks to wait (RFC 9110, 10.2.3); None if it says none.

    A point in time is measured from the answer's own Date header, so that no clock of ours
    needs to be right.
    """
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        wait = parsedate_to_datetime(value) - parsedate_to_datetime(date or "")
    except (TypeError, ValueError, OverflowError):
        return None
    return max(wait.total_seconds(), 0.0)
