"""What of a text reaches the voice: the same characters in the same places, made harmless."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

PIECE = 300
"""Characters that are synthesised at once: espeak-ng needs about 15 ms for them."""

_SENTENCE_END = re.compile(r"[.!?…]['\"»”)\]]*\s|\n")
_PAUSE = re.compile(r"[,;:]\s")
_SPACE = re.compile(r"\s")


def clean(text: str) -> str:
    """Blank out what voices take for commands or cannot take: controls, lone surrogates.

    A NUL ends a C string, U+0001 begins an embedded command of espeak-ng. The length stays,
    so a place in the result is the same place in `text`.
    """
    return "".join(" " if _is_unsayable(char) else char for char in text)


def _is_unsayable(char: str) -> bool:
    return char != "\n" and unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"}


def without_markup(text: str) -> str:
    """Blank out what SAPI 5 reads as XML and what macOS reads as an embedded command."""
    return text.replace("<", " ").replace("[[", "  ").replace("]]", "  ")


def pieces(text: str, limit: int = PIECE) -> Iterator[tuple[int, str]]:
    """Where each piece begins, and the piece: whole sentences where they fit into `limit`.

    A long text is cut so that its beginning is heard while the rest is not yet synthesised.
    """
    at = 0
    while at < len(text):
        end = at + limit
        if end < len(text):
            end = at + _cut(text[at:end])
        if text[at:end].strip():
            yield at, text[at:end]
        at = end


def _cut(window: str) -> int:
    for boundary in (_SENTENCE_END, _PAUSE, _SPACE):
        ends = [match.end() for match in boundary.finditer(window)]
        if ends and ends[-1] > len(window) // 4:
            return ends[-1]
    return len(window)


def from_utf16(text: str, start: int, length: int) -> tuple[int, int]:
    """Turn a range in UTF-16 units, as Windows and macOS count, into characters."""
    units = text.encode("utf-16-le", "surrogatepass")
    before = units[: 2 * start].decode("utf-16-le", "replace")
    inside = units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")
    return len(before), len(inside)
