"""File names for packages that every operating system can unpack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 60
_UNSAFE = re.compile(r"[^a-z0-9_-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin_?|conout_?|clock_?)$")
"""Device names of Windows, which it keeps for itself whatever the ending."""


def file_name(text: str, ending: str, taken: Collection[str]) -> str:
    """A lower-case name made of `text`, unlike every name in `taken`, with `ending` (`.obf`)."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    stem = _UNSAFE.sub("_", plain).strip("_-")[:_LONGEST] or "board"
    if _RESERVED.match(stem):
        stem = f"{stem}_"
    name, number = f"{stem}{ending}", 2
    while name in taken:
        name, number = f"{stem}_{number}{ending}", number + 1
    return name


def is_portable(path: str) -> bool:
    """Whether every part of a path inside a package can be a file on any system."""
    return all(map(_is_portable_part, path.split("/")))


def _is_portable_part(part: str) -> bool:
    stem = part.split(".")[0].lower()
    has_odd_sign = any(sign in '<>:"|?*\\' or ord(sign) < 32 for sign in part)
    is_long = len(part.encode("utf-8", "replace")) > 200
    is_odd = has_odd_sign or is_long or part != part.rstrip(". ") or not part
    return not (is_odd or _RESERVED.match(stem))
