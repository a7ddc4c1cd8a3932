"""Pictogram records kept in SQLite and searched without a network (FTS5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pictograms import rows
from pictograms.answer import Validator
from pictograms.database import DamagedError, explained, open_database, put_away, transaction
from pictograms.pictogram import Pictogram
from pictograms.ranking import fold

_T = TypeVar("_T")
_CANDIDATES = 400
"""Most records that are ranked for one search."""


class RecordStore:
    """The records of all languages. Belongs to the thread that opened it.

    Every method raises CacheError. Damage that shows only in use is set aside and the store
    begun anew, once; what it held can be fetched again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database = open_database(path)

    def close(self) -> None:
        self._database.close()

    def store(self, pictograms: Iterable[Pictogram], language: str) -> None:
        """Add records or bring them up to date, all or none."""
        fresh = list(pictograms)
        self._write(lambda: rows.put_all(self._database, fresh, language))

    def store_changes(self, pictograms: Iterable[Pictogram], language: str, day: date) -> None:
        """Store what changed up to `day`, and that it did."""
        fresh = list(pictograms)

        def write() -> None:
            rows.put_all(self._database, fresh, language)
            rows.mark_synced(self._database, language, day)

        self._write(write)

    def store_catalogue(
        self, pictograms: Iterable[Pictogram], language: str, day: date, validator: Validator
    ) -> None:
        """Make `pictograms` everything there is in a language, as it was on `day`."""
        fresh = list(pictograms)

        def write() -> None:
            rows.forget(self._database, language)
            rows.put_all(self._database, fresh, language)
            rows.mark_synced(self._database, language, day)
            rows.remember(self._database, _catalogue(language), validator)

        self._write(write)

    def synced_on(self, language: str) -> date | None:
        """The day up to which the records of a language are complete; None: they are not."""
        found = self._read("SELECT on_day FROM sync WHERE language = ?", (language,))
        return date.fromisoformat(found[0][0]) if found else None

    def catalogue_validator(self, language: str) -> Validator:
        """The version of the catalogue that is stored; empty if there is none."""
        query = "SELECT etag, last_modified FROM validator WHERE resource = ?"
        found = self._read(query, (_catalogue(language),))
        return Validator(*found[0]) if found else Validator()

    def pictogram(self, identity: int, language: str) -> Pictogram | None:
        found = self._read(rows.BY_ID, (language, identity))
        return rows.to_pictogram(found[0]) if found else None

    def count(self, language: str) -> int:
        query = "SELECT count(*) FROM pictogram WHERE language = ?"
        return int(self._read(query, (language,))[0][0])

    def search(self, term: str, language: str, limit: int = 60) -> list[Pictogram]:
        """Symbols whose words (or category) are or begin as typed, best first.

        Case and accents do not count, except that the word exactly as typed comes first.
        """
        words = fold(term).split()
        if not words:
            return []
        found = self._read(rows.BY_LABEL, (language, " ".join(words), _CANDIDATES))
        if match := rows.match_expression(words):
            found += self._read(rows.BY_WORDS, (match, language, _CANDIDATES))
        unique = {row[0]: rows.to_pictogram(row) for row in found}
        return sorted(unique.values(), key=lambda one: rows.order(term, one))[:limit]

    def _read(self, query: str, values: tuple[object, ...]) -> list[Any]:
        return self._survive(lambda: self._database.execute(query, values).fetchall())

    def _write(self, change: Callable[[], None]) -> None:
        def write() -> None:
            with transaction(self._database):
                change()

        self._survive(write)

    def _survive(self, work: Callable[[], _T]) -> _T:
        try:
            with explained(self._path):
                return work()
        except DamagedError:
            self._begin_anew()
        with explained(self._path):
            return work()

    def _begin_anew(self) -> None:
        self._database.close()
        put_away(self._path)
        self._database = open_database(self._path)


def _catalogue(language: str) -> str:
    return f"catalogue/{language}"
