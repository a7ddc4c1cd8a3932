"""The door for JSON that somebody else wrote: limits, kinds, and nothing thrown away."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from pictograms.errors import BoardError

_T = TypeVar("_T")

MAX_BYTES = 32 * 2**20
"""Largest JSON text that is read; boards with every picture inside reach a few megabytes."""
MAX_VALUES = 4_000_000
"""Most values of one JSON text; a value takes about a hundred bytes of memory, text aside."""
MAX_DEPTH = 50
MAX_TEXT = 5_000
"""Longest label, name or other short text, in characters."""


def load_json(data: bytes, name: str, limit: int = MAX_BYTES) -> Any:
    """The value of a JSON text of at most `limit` bytes; raises BoardError that begins with
    `name`."""
    if len(data) > limit:
        raise BoardError(f"{name}: is larger than {limit // 2**20} MiB")
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > MAX_VALUES:
        raise BoardError(f"{name}: holds too many values")
    try:
        text = data.decode(json.detect_encoding(data))
        value = json.loads(text, parse_constant=_no_number, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise BoardError(f"{name}: is not UTF-8 text") from error
    except RecursionError as error:
        raise BoardError(f"{name}: is nested too deeply") from error
    except ValueError as error:
        raise BoardError(f"{name}: is not JSON ({error})") from error
    check_depth(value, name)
    return value


def check_depth(value: Any, name: str) -> None:
    """Refuse values nested so deeply that writing them again could fail."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _children(outer)]
        if not level:
            return
    raise BoardError(f"{name}: is nested too deeply")


def _children(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no JSON number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is too large a number")
    return number


def clean(text: str) -> str:
    """`text` without what no file, voice or window can hold: lone surrogates and NUL."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def identity(value: Any) -> str | None:
    """An id as text: numbers are read as their digits, empty ones are none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean(str(value)) or None


class Fields:
    """One JSON object being read: what is understood is taken out, the rest is kept.

    Every method takes the field out of the object when its value is of the right kind (or
    says nothing: null, an empty text) and answers None otherwise.
    """

    def __init__(self, raw: Mapping[str, Any], name: str) -> None:
        self._left = dict(raw)
        self._name = name

    def has(self, key: str) -> bool:
        return key in self._left

    def text(self, key: str) -> str | None:
        """A short text; numbers are read as their digits. Raises BoardError for a long one."""
        found = self._take(key, identity)
        if found is not None and len(found) > MAX_TEXT:
            raise BoardError(f"{self._name}: one {key} is longer than {MAX_TEXT} characters")
        return found

    identity = text

    def long_text(self, key: str) -> str | None:
        """A text of any length, such as a data URI."""
        return self._take(key, lambda value: clean(value) if isinstance(value, str) else None)

    def whole(self, key: str) -> int | None:
        return self._take(key, _whole)

    def number(self, key: str) -> float | None:
        return self._take(key, _number)

    def flag(self, key: str) -> bool | None:
        return self._take(key, lambda value: value if isinstance(value, bool) else None)

    def part(self, key: str) -> Fields | None:
        """An object inside this one, to be read in turn."""
        return self._take(key, self._part_of)

    def drop(self, key: str, expected: str) -> None:
        """Take a field out that says nothing new when it is `expected`."""
        if self._left.get(key) == expected:
            del self._left[key]

    def listing(self, key: str) -> list[Any] | None:
        return self._take(key, lambda value: value if isinstance(value, list) else None)

    def convert(self, key: str, read: Callable[[Any], _T | None]) -> _T | None:
        """The field as `read` understands it; None (and kept) where it does not."""
        return self._take(key, read)

    def discard(self, *keys: str) -> None:
        """Take out what could not be understood and is always written anew."""
        for key in keys:
            self._left.pop(key, None)

    def keep(self, key: str, value: Mapping[str, Any]) -> None:
        """Put back the part of a field that was not understood."""
        if value:
            self._left[key] = dict(value)

    def rest(self) -> Mapping[str, Any]:
        return MappingProxyType(self._left)

    def _part_of(self, value: Any) -> Fields | None:
        return Fields(value, self._name) if value and isinstance(value, dict) else None

    def _take(self, key: str, read: Callable[[Any], _T | None]) -> _T | None:
        value = self._left.get(key)
        found = None if value is None else read(value)
        if found is not None or value in (None, "", {}, []):
            self._left.pop(key, None)
        return found


def _whole(value: Any) -> int | None:
    number = _number(value)
    return int(number) if number is not None and number.is_integer() else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
