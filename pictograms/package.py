"""Where the files of a board set lie: a zip file, a folder, or beside one board."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from pictograms.archive import UnsafeArchiveError, files_in, open_archive, read_member, tidy_path
from pictograms.errors import BoardError
from pictograms.fields import MAX_BYTES

BOARD_SUFFIX = ".obf"
_ZIP_SUFFIXES = (".obz", ".zip")
ZIP_MAGIC = b"PK\x03\x04"


class Package(Protocol):
    """Files by their path inside the package, slashes forward."""

    def names(self) -> Sequence[str]:
        """Every file of a zip; of a folder, the boards and the manifest."""
        ...

    def read(self, path: str) -> bytes:
        """The file's bytes. Raises BoardError, also where there is none."""
        ...


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """The package at `path`: a folder, a zip file of any extension, or one board's file.

    Raises BoardError.
    """
    if path.is_dir():
        yield _Folder(path, None)
    elif is_zip(path):
        try:
            with open_archive(path) as archive:
                yield _Zip(path, archive)
        except UnsafeArchiveError as error:
            raise BoardError(f"{path.name}: {error}") from error
    else:
        yield _Folder(path.parent, path.name)


def is_zip(path: Path) -> bool:
    """By its name or by its first bytes; one that was cut off must be told as such.

    Raises BoardError where there is no such file.
    """
    if not path.is_file():
        raise BoardError(f"{path.name}: there is no such file or folder")
    if path.suffix.lower() in _ZIP_SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(len(ZIP_MAGIC)) == ZIP_MAGIC
    except OSError as error:
        raise BoardError(f"{path.name}: cannot be read ({error.strerror or error})") from error


class _Zip:
    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._files = files_in(archive)

    def names(self) -> Sequence[str]:
        return tuple(self._files)

    def read(self, path: str) -> bytes:
        tidy = tidy_path(path)
        if tidy not in self._files:
            raise BoardError(f"{self._path.name}: has no file {path[:80]!r}")
        return read_member(self._archive, self._files[tidy], MAX_BYTES)


class _Folder:
    def __init__(self, folder: Path, only: str | None) -> None:
        self._folder = folder
        self._only = only

    def names(self) -> Sequence[str]:
        if self._only is not None:
            return (self._only,)
        found = [*self._folder.glob("manifest.json"), *self._folder.rglob(f"*{BOARD_SUFFIX}")]
        return sorted(
            file.relative_to(self._folder).as_posix()
            for file in found
            if file.is_file() and not file.name.startswith(".")
        )

    def read(self, path: str) -> bytes:
        """Also refuses a path, or a link, that leads out of the folder."""
        tidy = tidy_path(path)
        file = self._folder / tidy if tidy else None
        if file is None or not file.resolve().is_relative_to(self._folder.resolve()):
            raise BoardError(f"{self._folder.name}: names an unsafe path ({path[:80]!r})")
        try:
            with file.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise BoardError(f"{path[:200]}: cannot be read ({error.strerror or error})") from error
        if len(data) > MAX_BYTES:
            raise BoardError(f"{path[:200]}: is larger than {MAX_BYTES // 2**20} MiB")
        return data
