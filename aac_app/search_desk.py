"""What a picture chooser asks for, done in a thread of its own: searching, drawing, own files."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from aac_app.failures import explain
from aac_app.own_picture import keep, read_picture, small
from aac_app.picture_search import Hits, PictureSearch, Search
from aac_app.ui.picture_chooser import PictureChooser
from aac_app.workers import WorkerThread
from pictograms.errors import FetchCancelledError, PictogramError
from pictograms.pictogram import Pictogram
from pictograms.variant import Variant

THUMBNAIL = 160
PREVIEW = 500
"""Pixels."""
_PLAIN = Variant()


class SearchWorker(QObject):
    """Lives in the search thread and is the only user of the search."""

    found = Signal(object)
    """picture_search.Hits"""
    thumbnail_came = Signal(int, object)
    """number, QImage (empty: not to be had)"""
    drawn = Signal(int, object, object, object)
    """number, Variant, QImage (empty: it is not here), PictogramError or None"""
    own_read = Signal(object)
    """own_picture.OwnPicture"""
    own_failed = Signal(object)
    """PictogramError"""
    _next_wanted = Signal()

    def __init__(self, search: PictureSearch) -> None:
        super().__init__()
        self._search = search
        self._waiting: deque[tuple[Search, int]] = deque()
        # One picture at a time, by way of the thread's queue: whatever else is asked comes between.
        self._next_wanted.connect(self._load_one, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def find(self, search: Search) -> None:
        if search.cancelled.is_set():
            return
        hits = self._search.find(search)
        self.found.emit(hits)
        self._waiting = deque((search, one.id) for one in hits.pictograms)
        self._next_wanted.emit()

    @Slot(int, object, bool)
    def draw(self, number: int, variant: Variant, may_ask: bool) -> None:
        """The chosen picture, large."""
        try:
            path = self._search.drawing(number, variant, may_ask=may_ask)
        except FetchCancelledError:
            return
        except PictogramError as error:
            self.drawn.emit(number, variant, QImage(), error)
            return
        self.drawn.emit(number, variant, small(path, PREVIEW) if path else QImage(), None)

    @Slot(object)
    def read(self, source: Path | QImage) -> None:
        """A picture of one's own: a file, or what lies on the clipboard."""
        try:
            own = read_picture(source) if isinstance(source, Path) else keep(source)
        except PictogramError as error:
            self.own_failed.emit(error)
        else:
            self.own_read.emit(own)

    @Slot()
    def close(self) -> None:
        self._search.close()

    @Slot()
    def _load_one(self) -> None:
        while self._waiting and self._waiting[0][0].cancelled.is_set():
            self._waiting.popleft()
        if not self._waiting:
            return
        search, number = self._waiting.popleft()
        try:
            path = self._search.drawing(
                number, _PLAIN, may_ask=search.may_ask, cancelled=search.cancelled
            )
        except PictogramError:
            path = None
        self.thumbnail_came.emit(number, small(path, THUMBNAIL) if path else QImage())
        self._next_wanted.emit()


class SearchDesk(QObject):
    """Serves one picture chooser. Owns the search thread, which starts with the first question.

    `may_ask`: whether ARASAAC may be asked. GUI thread.
    """

    catalogue_wanted = Signal(str)
    """Language in which pictures are searched, and ARASAAC may be asked."""
    _find_wanted = Signal(object)
    _draw_wanted = Signal(int, object, bool)
    _read_wanted = Signal(object)

    def __init__(
        self, chooser: PictureChooser, search: PictureSearch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._chooser = chooser
        self._picture_search = search
        self._search: Search | None = None
        self._language, self._may_ask = "es", False
        self._worker = SearchWorker(search)
        self._thread = WorkerThread(self._worker, "search", self._worker.close)
        self._find_wanted.connect(self._worker.find)
        self._draw_wanted.connect(self._worker.draw)
        self._read_wanted.connect(self._worker.read)
        self._worker.found.connect(self._found)
        self._worker.thumbnail_came.connect(chooser.show_thumbnail)
        self._worker.drawn.connect(self._drawn)
        self._worker.own_read.connect(chooser.show_own)
        self._worker.own_failed.connect(self._own_failed)
        chooser.search_asked.connect(self._find)
        chooser.drawing_asked.connect(self._draw)
        chooser.own_asked.connect(self._read)

    def adapt(self, language: str, *, may_ask: bool) -> None:
        """Search in this language from now on; `may_ask`: at ARASAAC too."""
        self._language, self._may_ask = language, may_ask
        self._chooser.adapt(language, may_ask=may_ask)

    def stop(self) -> bool:
        """Give up what is under way; False if the thread is still busy."""
        self._give_up_search()
        self._picture_search.give_up()
        return self._thread.stop()

    def _find(self, term: str) -> None:
        self._give_up_search()
        self._search = Search(term, self._language, self._may_ask)
        self._thread.start()
        self._find_wanted.emit(self._search)
        if self._may_ask:
            self.catalogue_wanted.emit(self._language)

    def _draw(self, pictogram: Pictogram, variant: Variant) -> None:
        self._thread.start()
        self._draw_wanted.emit(pictogram.id, variant, self._may_ask)

    def _read(self, source: Path | QImage) -> None:
        self._thread.start()
        self._read_wanted.emit(source)

    def _give_up_search(self) -> None:
        if self._search is not None:
            self._search.cancelled.set()

    def _found(self, hits: Hits) -> None:
        if hits.search is self._search:
            problem = explain(hits.problem) if hits.problem else ""
            self._chooser.show_hits(hits.pictograms, problem)

    def _drawn(
        self, number: int, variant: Variant, image: QImage, error: PictogramError | None
    ) -> None:
        self._chooser.show_drawing(number, variant, image, explain(error) if error else "")

    def _own_failed(self, error: PictogramError) -> None:
        self._chooser.tell(explain(error))
