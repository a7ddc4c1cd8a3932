"""Zip files that strangers made: opened and read within limits, never unpacked blindly."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from pictograms.errors import PictogramError

MAX_ARCHIVE = 2 * 2**30
"""Largest zip file that is opened; all of ARASAAC at 500 pixels is about a third of a GB."""
MAX_MEMBERS = 50_000
MAX_MEMBER = 64 * 2**20
_MAC_FOLDER = "__MACOSX"
_LOCKED = 1
"""Bit of a member's flags: it is encrypted."""


class UnsafeArchiveError(PictogramError):
    """A zip file that cannot or must not be read; the message is the reason only."""


@contextmanager
def open_archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip file at `path`, for reading. Raises UnsafeArchiveError."""
    try:
        if path.stat().st_size > MAX_ARCHIVE:
            raise UnsafeArchiveError(f"is larger than {MAX_ARCHIVE // 2**20} MiB")
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise UnsafeArchiveError(f"cannot be opened ({error.strerror or error})") from error
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise UnsafeArchiveError("is not a sound zip file") from error
    with archive:
        if len(archive.infolist()) > MAX_MEMBERS:
            raise UnsafeArchiveError(f"holds more than {MAX_MEMBERS} files")
        yield archive


def files_in(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The plain files by their tidy path; folders and macOS leftovers are passed over.

    Raises UnsafeArchiveError for a path that leads out of the archive and for a link.
    """
    found: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        if info.is_dir() or info.filename.startswith(_MAC_FOLDER):
            continue
        path = tidy_path(info.filename)
        if path is None or stat.S_ISLNK(info.external_attr >> 16):
            raise UnsafeArchiveError(f"names an unsafe path ({info.filename[:80]!r})")
        found[path] = info
    return found


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int = MAX_MEMBER) -> bytes:
    """The bytes of one file, at most `limit`, whatever its header claims.

    Raises UnsafeArchiveError.
    """
    if info.flag_bits & _LOCKED:
        raise UnsafeArchiveError(f"is locked with a password at {info.filename[:80]!r}")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnsafeArchiveError("is packed in an unusual way")
    try:
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error) as error:
        raise UnsafeArchiveError(f"is damaged at {info.filename[:80]!r}") from error
    except (RuntimeError, NotImplementedError, ValueError) as error:
        raise UnsafeArchiveError(f"cannot be read at {info.filename[:80]!r} ({error})") from error
    if len(data) > limit:
        raise UnsafeArchiveError(f"holds too large a file ({info.filename[:80]!r})")
    return data


def tidy_path(text: str) -> str | None:
    """A path inside a package without `.`, doubled or wrong slashes; None if it leads outside."""
    path = PurePosixPath(text.replace("\\", "/"))
    drive = len(text) > 1 and text[1] == ":" and text[0].isalpha()
    if path.is_absolute() or drive or "\0" in text or ".." in path.parts or not path.parts:
        return None
    return path.as_posix()
