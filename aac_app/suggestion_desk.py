"""Pictures for words while they are typed: the boards' own at once, the catalogue's in a moment."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from aac_app.editing.suggestions import Album, Suggestion
from aac_app.picture_search import Hits, PictureSearch, Search
from aac_app.workers import WorkerThread
from pictograms.obz import BoardSet
from pictograms.pictogram import Pictogram


class SuggestionWorker(QObject):
    """Lives in the suggestions thread and is the only user of its search. Asks no network."""

    found = Signal(object)
    """picture_search.Hits"""

    def __init__(self, search: PictureSearch) -> None:
        super().__init__()
        self._search = search

    @Slot(object)
    def find(self, search: Search) -> None:
        if not search.cancelled.is_set():
            self.found.emit(self._search.find(search))

    @Slot()
    def close(self) -> None:
        self._search.close()


class SuggestionDesk(QObject):
    """Knows pictures for words. GUI thread; the catalogue on the disk is read in another."""

    came = Signal(str)
    """The catalogue has answered for this word."""
    _wanted = Signal(object)

    def __init__(self, search: PictureSearch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._album = Album(())
        self._language = ""
        self._found: dict[str, tuple[Pictogram, ...]] = {}
        self._latest: Search | None = None
        self._worker = SuggestionWorker(search)
        self._thread = WorkerThread(self._worker, "suggestions", self._worker.close)
        self._wanted.connect(self._worker.find)
        self._worker.found.connect(self._came)

    def open(self, sets: Iterable[BoardSet], language: str) -> None:
        """These boards' pictures are offered first."""
        self._album, self._language = Album(sets), language
        self._found.clear()
        self._thread.start()

    def stop(self) -> bool:
        if self._latest:
            self._latest.cancelled.set()
        return self._thread.stop()

    def suggest(self, word: str) -> tuple[Suggestion, ...]:
        """What is known now, best first."""
        return self._album.suggest(word, self._found.get(word, ()), self._language)

    def look(self, word: str, *, instead: bool = False) -> None:
        """Ask the catalogue; `instead` of the word that was asked last, which nobody waits for."""
        if instead and self._latest:
            self._latest.cancelled.set()
        if word.strip() and word not in self._found:
            search = Search(word, self._language, may_ask=False, cancelled=Event())
            self._latest = search
            self._wanted.emit(search)

    def _came(self, hits: Hits) -> None:
        if hits.search.language == self._language:
            self._found[hits.search.term] = hits.pictograms
            self.came.emit(hits.search.term)
