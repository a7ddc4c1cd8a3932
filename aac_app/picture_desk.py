"""What the window knows of the pictures: which are missing, the offer to get them, their coming."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from aac_app.failures import explain
from aac_app.library import Library, pictures
from aac_app.notices import Notices, Source
from aac_app.pictures import Pictures
from aac_app.ui.status_line import StatusLine
from aac_app.workers import SymbolWorker, WorkerThread
from pictograms.errors import PictogramError
from pictograms.obz import BoardSet
from pictograms.variant import Drawn

_REDRAW_MS = 700
"""Pictures that come are drawn together: a board that flickers cannot be pressed."""


class PictureDesk(QObject):
    """Owns the symbols thread. Asks the network only where the settings say so. GUI thread."""

    redraw_wanted = Signal()
    """Pictures have come."""
    _packs_wanted = Signal()
    _missing_wanted = Signal(object)
    _boards_wanted = Signal(str, object)
    _pictures_wanted = Signal(object)
    _catalogue_wanted = Signal(str)

    def __init__(
        self,
        fetcher: Pictures,
        line: StatusLine,
        notices: Notices,
        library: Library,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._line, self._notices, self._library = line, notices, library
        self._boards: BoardSet | None = None
        self._may_ask = False
        self._synced: set[str] = set()
        """Languages whose catalogue was asked for since the start."""
        self._worker = SymbolWorker(fetcher)
        self._thread = WorkerThread(self._worker, "symbols")
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.timeout.connect(self.redraw_wanted)
        self._packs_wanted.connect(self._worker.take_packs)
        self._missing_wanted.connect(self._worker.look_for)
        self._boards_wanted.connect(self._worker.read_boards)
        self._pictures_wanted.connect(self._worker.fetch)
        self._catalogue_wanted.connect(self._worker.sync_catalogue)
        self._worker.boards_read.connect(self._library.keep)
        self._worker.missing_found.connect(self._offer)
        self._worker.progressed.connect(self.show_progress)
        self._worker.finished.connect(self._came)
        self._worker.failed.connect(self._failed)

    def start(self, next_language: str) -> None:
        """Take the packs that lie here, and read the other language's boards ahead."""
        self._thread.start()
        self._packs_wanted.emit()
        self._boards_wanted.emit(next_language, self._library.read)
        if self._may_ask:
            self.look()

    def stop(self) -> bool:
        """Give up what is under way; False if the thread is still busy."""
        self._redraw.stop()
        self._worker.cancelled.set()
        return self._thread.stop()

    def adapt(self, boards: BoardSet, *, may_ask: bool) -> None:
        """These boards' pictures are wanted; `may_ask`: from ARASAAC too."""
        changed = self._boards is not None and (self._boards, self._may_ask) != (boards, may_ask)
        self._boards, self._may_ask = boards, may_ask
        if changed:
            self.look()

    def look(self) -> None:
        """Find out what is missing, then get it or offer to."""
        if self._boards is not None:
            self._missing_wanted.emit(pictures([self._boards]))

    def sync_catalogue(self, language: str) -> None:
        """Somebody searches pictures: have the words of all of them here, once in a while."""
        if self._may_ask and language not in self._synced:
            self._synced.add(language)
            self._catalogue_wanted.emit(language)

    def show_progress(self, done: int, total: int, failed: int) -> None:
        """Say how many are left."""
        left = total - done
        text = self.tr("{} pictures are still to come").format(left) if left else ""
        lost = self.tr("{} could not be had").format(failed) if failed else ""
        self._line.show_progress("  ".join(part for part in (text, lost) if part))
        if not self._redraw.isActive():
            self._redraw.start(_REDRAW_MS)

    def _offer(self, missing: Sequence[int | Drawn]) -> None:
        if self._may_ask and missing:
            self._pictures_wanted.emit(missing)
        offer = self.tr("Get {} pictures from ARASAAC").format(len(missing)) if missing else ""
        self._line.offer("" if self._may_ask else offer)

    def _came(self, new: int) -> None:
        if new:
            self.redraw_wanted.emit()
        if not self._may_ask:
            self.look()

    def _failed(self, error: PictogramError) -> None:
        self._line.show_progress("")
        self._notices.tell(Source.PICTURES, explain(error))
