"""Writing files that are whole or not there at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, *, replace: bool = True) -> bool:
    """Put `data` at `path` in one step that survives a kill at any moment; tell whether it did.

    The draft lies beside the file (`.name.xxxx.tmp`), is flushed to the disk and then takes
    the name. With `replace=False` a file that is already there stays, and the answer is False.
    Raises OSError; what was at `path` is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if not replace and path.exists():
            return False
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    _flush_folder(path.parent)
    return True


def remove_drafts(folder: Path) -> None:
    """Delete what a killed `write_whole` left behind in `folder`."""
    for draft in folder.glob(".*.tmp"):
        with contextlib.suppress(OSError):
            draft.unlink()


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows cannot open a folder and does not need to."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
