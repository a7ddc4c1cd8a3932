"""The lock of the editor: a PIN kept only as its hash, tries that slow down, a way out. No Qt.

The lock keeps fingers from changing a board by chance; whoever can read and reckon is let in.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass

SHORTEST, LONGEST = 4, 8
"""Digits of a PIN."""
_FREE_TRIES = 5
_PAUSE_S = 30.0
_LONGEST_PAUSE_S = 300.0
_COST = {"n": 2**14, "r": 8, "p": 1}
"""scrypt's parameters for interactive use (RFC 7914): about 50 ms and 16 MiB a try."""


def is_pin(text: str) -> bool:
    """Whether this may be a PIN: four to eight digits."""
    return text.isascii() and text.isdigit() and SHORTEST <= len(text) <= LONGEST


def hashed(pin: str, salt: bytes | None = None) -> str:
    """What is kept of a PIN: `scrypt$salt$hash`, hexadecimal, with a salt of its own."""
    salt = os.urandom(16) if salt is None else salt
    return f"scrypt${salt.hex()}${_key(pin, salt).hex()}"


def matches(pin: str, kept: str) -> bool:
    """Whether this is the PIN that was kept so. A text of another form matches nothing."""
    kind, _, rest = kept.partition("$")
    salt, _, key = rest.partition("$")
    try:
        salt_bytes, wanted = bytes.fromhex(salt), bytes.fromhex(key)
    except ValueError:
        return False
    return kind == "scrypt" and hmac.compare_digest(_key(pin, salt_bytes), wanted)


def _key(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, dklen=32, **_COST)


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a wrong PIN was given, and until when no other one is looked at."""

    wrong: int = 0
    closed_until: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next try."""
        return max(0.0, self.closed_until - now)

    def failed(self, now: float) -> Tries:
        """One wrong PIN more, at time `now`: after five each one costs a longer pause."""
        wrong = self.wrong + 1
        if wrong < _FREE_TRIES:
            return Tries(wrong)
        pause = min(_LONGEST_PAUSE_S, _PAUSE_S * 2 ** (wrong - _FREE_TRIES))
        return Tries(wrong, now + pause)


@dataclass(frozen=True, slots=True)
class Sum:
    """The way out for whoever forgot the PIN: what is so much times so much."""

    first: int
    second: int

    @classmethod
    def from_number(cls, number: int) -> Sum:
        """A sum for any number: 12 to 19 times 6 to 9."""
        return cls(12 + number % 8, 6 + number // 8 % 4)

    def is_answer(self, text: str) -> bool:
        return text.strip() == str(self.first * self.second)
