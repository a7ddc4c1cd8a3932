"""Writing files that are whole or not there at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_DRAFTS = ".*.tmp"


@contextlib.contextmanager
def drafted(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the name `path` in one step when the block ends well.

    The draft lies beside it (`.name.xxxx.tmp`) and is flushed to the disk first, so that a
    kill at any moment leaves the old file or the new one. Raises OSError; what was at `path`
    is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    _flush_folder(path.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` as `drafted` does. Raises OSError."""
    with drafted(path) as stream:
        stream.write(data)


def remove_drafts(folder: Path, older_than: float) -> None:
    """Delete drafts of `folder` last written before the time `older_than` (seconds, Unix).

    A killed program leaves them behind; a younger one may belong to a program still running.
    """
    for draft in folder.glob(_DRAFTS):
        with contextlib.suppress(OSError):
            if draft.stat().st_mtime < older_than:
                draft.unlink()


def set_aside(path: Path) -> Path | None:
    """Rename a file that cannot be used, so that a person may still look at it.

    It becomes `name.bad`; an earlier one of that name is replaced. None if it could not be
    moved.
    """
    aside = path.with_name(path.name + ".bad")
    try:
        path.replace(aside)
    except OSError:
        return None
    return aside


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows cannot open a folder and does not need to."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
