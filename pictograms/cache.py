"""The cache: one folder with everything that was fetched, and that may be deleted any time.

cache.db        records and their words, by language (SQLite, WAL)
images/         pictures, `<id>_500.png`; variants under ARASAAC's own file names
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from pictograms.pictogram import Pictogram
from pictograms.pictures import PictureFolder
from pictograms.records import RecordStore
from pictograms.variant import Variant

_PLAIN = Variant()


class Cache:
    """Records and pictures under one folder.

    Pictures may be asked for from any thread. The database is opened by the first method
    that needs it and belongs to that thread from then on.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pictures = PictureFolder(folder / "images")
        self._opened: RecordStore | None = None

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database, if it was opened; call it in the thread that owns it."""
        if self._opened:
            self._opened.close()
            self._opened = None

    @property
    def records(self) -> RecordStore:
        """The records of all languages. Raises CacheError if they cannot be opened."""
        if self._opened is None:
            self._opened = RecordStore(self.folder / "cache.db")
        return self._opened

    def image_path(self, identity: int, variant: Variant = _PLAIN) -> Path | None:
        """The picture's file, known to be whole; None if it is not here."""
        return self._pictures.path(identity, variant)

    def store_image(
        self, identity: int, data: bytes, variant: Variant = _PLAIN, *, replace: bool = False
    ) -> Path:
        """Keep a PNG picture; the one that is already there stays unless `replace` is true.

        Raises BadImageError for what is no whole PNG, CacheError if it cannot be written.
        """
        return self._pictures.store(identity, data, variant, replace=replace)

    def image_ids(self) -> list[int]:
        """Numbers of the plain pictures that are here, in rising order."""
        return self._pictures.ids()

    def tidy(self, now: float) -> None:
        """Remove what killed programs left behind before `now` (seconds, Unix)."""
        self._pictures.tidy(now)

    def search(self, term: str, language: str, limit: int = 60) -> list[Pictogram]:
        """Symbols for what was typed, best first, as far as they are here. Raises CacheError."""
        return self.records.search(term, language, limit)

    def store_records(self, pictograms: Iterable[Pictogram], language: str) -> None:
        """Keep records, for instance those that a search found. Raises CacheError."""
        self.records.store(pictograms, language)
