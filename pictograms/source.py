"""Where symbols come from: the seam, and the sources that stand behind it."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache
from pictograms.errors import (
    CacheError,
    PictogramNotFoundError,
    SourceUnavailableError,
)
from pictograms.pictogram import Pictogram, WordClass
from pictograms.ranking import ELSEWHERE, fold, rank

_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif"})
_MAX_FILES = 20_000


class SymbolSource(Protocol):
    """Symbols for words. Every method may raise PictogramError."""

    def search(self, term: str, language: str) -> list[Pictogram]:
        """Symbols for what was typed, best first; none is an empty list."""
        ...

    def image(self, identity: int) -> Path:
        """The file of a symbol's picture. Raises PictogramNotFoundError if there is none."""
        ...


class CachedSource:
    """The cache first, ARASAAC second, and only if a client was given.

    Without one (offline, or not allowed) nothing is ever sent.
    """

    def __init__(self, cache: Cache, client: ArasaacClient | None) -> None:
        self._cache = cache
        self._client = client

    def search(self, term: str, language: str) -> list[Pictogram]:
        """What is here, if that is the whole catalogue or nobody else may be asked; else what
        ARASAAC finds, which is kept. An unreachable ARASAAC leaves what is here."""
        if self._client is None:
            return self._cache.search(term, language)
        kept = self._kept(term, language)
        if kept and self._is_complete(language):
            return kept
        try:
            found = self._client.search(term, language)
        except SourceUnavailableError:
            if kept:
                return kept
            raise
        with suppress(CacheError):  # a full disk must not hide what was found
            self._cache.store_records(found, language)
        return found

    def image(self, identity: int) -> Path:
        """The picture that is here; else ARASAAC's, which is kept."""
        if path := self._cache.image_path(identity):
            return path
        if self._client is None:
            raise PictogramNotFoundError(f"picture {identity} is not on this computer")
        data = self._client.image(identity).value
        if data is None:
            raise SourceUnavailableError(f"ARASAAC did not send picture {identity}")
        return self._cache.store_image(identity, data)

    def _kept(self, term: str, language: str) -> list[Pictogram]:
        try:
            return self._cache.search(term, language)
        except CacheError:
            return []

    def _is_complete(self, language: str) -> bool:
        return self._cache.records.synced_on(language) is not None


class FolderSource:
    """Pictures of one's own: a folder (and those in it) whose file names are the words.

    `mi perro.png` answers to `perro` in every language. Numbers are negative, made from the
    file's name, so that they stay the same and never meet ARASAAC's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[int, Path] = {}

    def search(self, term: str, language: str) -> list[Pictogram]:
        if not fold(term):
            return []
        found = [_of_file(identity, path) for identity, path in self._files().items()]
        ranked = sorted((rank(term, one.keywords), one.label, one.id, one) for one in found)
        return [one for (match, *_), _, _, one in ranked if match < ELSEWHERE]

    def image(self, identity: int) -> Path:
        path = self._known.get(identity)
        if path is None or not path.is_file():
            path = self._files().get(identity)
        if path is None:
            raise PictogramNotFoundError(f"{self._folder.name}: has no picture {identity}")
        return path

    def _files(self) -> dict[int, Path]:
        """Number to file; read anew for each search, for the folder is somebody's own."""
        try:
            self._known = _numbered(self._folder)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CacheError(f"{self._folder.name}: cannot be read ({reason})") from error
        return self._known


def _numbered(folder: Path) -> dict[int, Path]:
    found: dict[int, Path] = {}
    for path in sorted(_pictures_in(folder)):
        identity = -1 - zlib.crc32(path.relative_to(folder).as_posix().encode())
        while identity in found:
            identity -= 1
        found[identity] = path
    return found


def _pictures_in(folder: Path) -> Iterator[Path]:
    inside = folder.resolve()
    for number, path in enumerate(folder.rglob("*")):
        if number >= _MAX_FILES:
            return
        is_picture = path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")
        if is_picture and path.is_file() and path.resolve().is_relative_to(inside):
            yield path


def _of_file(identity: int, path: Path) -> Pictogram:
    label = unicodedata.normalize("NFC", path.stem).replace("_", " ").strip()
    return Pictogram(identity, label, WordClass.OTHER, keywords=(label,))
