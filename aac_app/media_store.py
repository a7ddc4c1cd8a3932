"""A person's own pictures and sounds, each kept once under the name of its contents. No Qt."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import time
from collections.abc import Iterable
from enum import Enum
from pathlib import Path, PurePosixPath

from pictograms.files import write_whole

_NAME_LENGTH = 32
_SPARED_S = 30 * 24 * 3600
"""What no board shows any more is kept this long, for undo and second thoughts."""
_OURS = re.compile(r"(images|sounds)/[0-9a-f]{32}(\.[a-z0-9]{1,5})?")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
_MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"\x89PNG", 0, ".png"),
    (b"\xff\xd8\xff", 0, ".jpg"),
    (b"GIF8", 0, ".gif"),
    (b"BM", 0, ".bmp"),
    (b"WEBP", 8, ".webp"),
    (b"WAVE", 8, ".wav"),
    (b"ID3", 0, ".mp3"),
    (b"\xff\xfb", 0, ".mp3"),
    (b"\xff\xf3", 0, ".mp3"),
    (b"OggS", 0, ".ogg"),
    (b"fLaC", 0, ".flac"),
    (b"ftyp", 4, ".m4a"),
    (b"\x1aE\xdf\xa3", 0, ".webm"),
)


class MediaKind(Enum):
    """The value is the folder that such files lie in."""

    IMAGE = "images"
    SOUND = "sounds"


class MediaStore:
    """Files named by their contents, so that none is ever changed, only added. Raises OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, data: bytes, kind: MediaKind, suffix: str = "") -> str:
        """Keep these bytes; their path, as boards name it."""
        name = hashlib.sha256(data).hexdigest()[:_NAME_LENGTH]
        ending = suffix.lower() if _SUFFIX.fullmatch(suffix.lower()) else _suffix_of(data)
        path = f"{kind.value}/{name}{ending}"
        if self.find(path) is None:
            write_whole(self._folder / path, data)
        return path

    def find(self, path: str) -> Path | None:
        """The file of a path that `add` gave, or None where there is none of ours."""
        file = self._folder / path
        return file if is_ours(path) and file.is_file() else None

    def tidy(self, users: Iterable[Path]) -> None:
        """Remove what lies in none of the folders `users` and has not been new for a month."""
        used = {
            f"{kind.value}/{file.name}"
            for user in users
            for kind in MediaKind
            for file in (user / kind.value).glob("*")
        }
        before = time.time() - _SPARED_S
        for kind in MediaKind:
            for file in (self._folder / kind.value).glob("*"):
                if f"{kind.value}/{file.name}" not in used and file.stat().st_mtime < before:
                    file.unlink(missing_ok=True)


def is_ours(path: str) -> bool:
    """Whether the path names a file by its contents: nobody changes such a file."""
    return _OURS.fullmatch(path) is not None


def share(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the disk cannot do that. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except FileExistsError:
        return
    except OSError:
        copy(source, target)


def copy(source: Path, target: Path) -> None:
    """A copy that is on the disk when this returns. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as old, target.open("wb") as new:
        shutil.copyfileobj(old, new)
        new.flush()
        os.fsync(new.fileno())


def suffix_in(path: str) -> str:
    """The ending of a path inside a package, such as `.png`."""
    return PurePosixPath(path.replace("\\", "/")).suffix


def _suffix_of(data: bytes) -> str:
    for magic, place, suffix in _MAGIC:
        if data[place : place + len(magic)] == magic:
            return suffix
    return ".svg" if b"<svg" in data[:1024] else ""
