"""SHA-256 of large files: computed once, then remembered as long as the file stays the same."""

from __future__ import annotations

import functools
import hashlib
import json
from pathlib import Path
from typing import Any

from models.errors import EngineUnavailableError


def sha256_of(path: Path) -> str:
    """The checksum of a file, as sha256sum prints it; a file that is unchanged is read once."""
    stat = path.stat()
    return _computed(path, stat.st_size, stat.st_mtime_ns)


@functools.lru_cache(maxsize=16)
def _computed(path: Path, _size: int, _time: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def note_of(path: Path) -> Path:
    """Where the checksum of a model stands, in sha256sum's form: beside it."""
    return path.with_name(f"{path.name}.sha256")


def write_note(path: Path, checksum: str) -> None:
    """Put the checksum of a model beside it."""
    note_of(path).write_text(f"{checksum}  {path.name}\n", "utf-8")


def require_whole(path: Path, seen: Path | None = None, expected: str = "") -> None:
    """Compare a model with its checksum: the one given, else the one beside it, if there is one.

    llama.cpp ends the whole program on some damaged files, so it must not get them. `seen` is a
    file in which it is remembered which files were good, by size and time; None remembers nothing.
    Raises EngineUnavailableError for a damaged model.
    """
    expected = expected or _noted(path)
    if not expected or not path.exists():
        return
    stat = path.stat()
    mark = [expected, stat.st_size, stat.st_mtime_ns]
    known = _read(seen)
    if known.get(str(path)) == mark:
        return
    if sha256_of(path) != expected:
        raise EngineUnavailableError(f"{path}: the file is damaged: its checksum is another one")
    _write(seen, {**known, str(path): mark})


def _noted(path: Path) -> str:
    """The checksum beside a model, or an empty text."""
    try:
        return note_of(path).read_text("utf-8").split()[0].lower()
    except (OSError, UnicodeDecodeError, IndexError):
        return ""


def _read(seen: Path | None) -> dict[str, Any]:
    try:
        known = json.loads(seen.read_text("utf-8")) if seen else {}
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(seen: Path | None, known: dict[str, Any]) -> None:
    """Remember, where that can be; a cache that cannot be written only costs time."""
    if seen is None:
        return
    try:
        seen.parent.mkdir(parents=True, exist_ok=True)
        draft = seen.with_name(f"{seen.name}.tmp")
        draft.write_text(json.dumps(known), "utf-8")
        draft.replace(seen)
    except OSError:
        return
