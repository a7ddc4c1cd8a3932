"""What the print page asks for, done in a thread of its own while the board goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from aac_app.board_print import PrintCancelledError, print_pdf, print_png
from aac_app.faces import Cached
from aac_app.failures import explain
from aac_app.library import Trail
from aac_app.print_job import PrintJob, in_order
from aac_app.print_options import PrintOptions
from aac_app.ui.print_page import PrintPage
from aac_app.workers import WorkerThread
from pictograms.errors import PictogramError


class PrintWorker(QObject):
    """Lives in the printing thread."""

    progressed = Signal(int, int)
    """pages done, of how many"""
    finished = Signal(object, object)
    """pathlib.Path or None, PictogramError or None"""

    def __init__(self, cached: Cached) -> None:
        super().__init__()
        self._cached = cached

    @Slot(object)
    def print(self, job: PrintJob) -> None:
        try:
            if job.file.suffix.lower() == ".png":
                print_png(job.boards, job.chosen[0], job.file, self._cached, job.options)
            else:
                self._print_pdf(job)
        except PrintCancelledError:
            self.finished.emit(None, None)
        except PictogramError as error:
            self.finished.emit(None, error)
        else:
            self.finished.emit(job.file, None)

    def _print_pdf(self, job: PrintJob) -> None:
        told = self.progressed.emit
        file, cached = job.file, self._cached
        print_pdf(job.boards, job.chosen, file, cached, job.options, told, job.cancelled)


class PrintDesk(QObject):
    """Serves one print page. Owns the printing thread, which starts with the first print."""

    _print_wanted = Signal(object)

    def __init__(
        self,
        page: PrintPage,
        trail: Callable[[], Trail],
        cached: Cached,
        parent: QObject | None = None,
    ) -> None:
        """`trail`: the boards, and the one on the screen, when something is to be printed."""
        super().__init__(parent)
        self._page, self._trail = page, trail
        self._job: PrintJob | None = None
        self._worker = PrintWorker(cached)
        self._thread = WorkerThread(self._worker, "printing")
        self._print_wanted.connect(self._worker.print)
        self._worker.progressed.connect(page.show_progress)
        self._worker.finished.connect(self._finished)
        page.print_asked.connect(self._print)
        page.cancel_asked.connect(self._cancel)
        page.open_asked.connect(_show)

    def open(self, language: str) -> None:
        """Fill the page for the boards as they are now."""
        trail = self._trail()
        board = trail.current
        self._page.open(trail.boards.name, board.title, language)

    def stop(self) -> bool:
        """Give up what is under way; False if the thread is still busy."""
        self._cancel()
        return self._thread.stop()

    def _print(self, file: Path, whole: bool, options: PrintOptions) -> None:
        trail = self._trail()
        chosen = in_order(trail.boards) if whole else [trail.current]
        self._job = PrintJob(trail.boards, chosen, file, options)
        self._page.show_progress(0, len(chosen))
        self._thread.start()
        self._print_wanted.emit(self._job)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancelled.set()

    def _finished(self, file: Path | None, error: PictogramError | None) -> None:
        self._job = None
        self._page.show_result(file, explain(error) if error else "")


def _show(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
