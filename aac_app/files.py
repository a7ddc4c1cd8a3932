"""Writing what must not be lost: whole, or not at all."""

from __future__ import annotations

from pathlib import Path

from pictograms.files import write_whole


def write_atomically(path: Path, text: str) -> None:
    """Replace `path` by `text` (UTF-8) in one step that survives a kill at any moment.

    Raises OSError; the file that was there is then untouched.
    """
    write_whole(path, text.encode("utf-8"))
