"""Slow work that somebody waits for: done in a thread, the answer brought back to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from aac_app.board_store import StoreError
from aac_app.workers import WorkerThread
from pictograms.errors import PictogramError

_T = TypeVar("_T")


class ErrandWorker(QObject):
    """Lives in the errands thread."""

    done = Signal(int, object)
    failed = Signal(int, object)
    """the errand's number, and the expected error that ended it"""

    @Slot(int, object)
    def run(self, number: int, work: Callable[[], object]) -> None:
        try:
            result = work()
        except (StoreError, PictogramError, OSError) as error:
            self.failed.emit(number, error)
        else:
            self.done.emit(number, result)


class Errands(QObject):
    """Takes work, and calls back in the GUI thread. One errand after the other."""

    _wanted = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._waiting: dict[int, tuple[Callable[[Any], object], Callable[[Exception], object]]] = {}
        self._worker = ErrandWorker()
        self._thread = WorkerThread(self._worker, "errands")
        self._wanted.connect(self._worker.run)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._failed)

    def do(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do `work` in the thread, then call one of the two here."""
        self._number += 1
        self._waiting[self._number] = (then, failed)
        self._thread.start()
        self._wanted.emit(self._number, work)

    @property
    def is_idle(self) -> bool:
        return not self._waiting

    def stop(self) -> bool:
        """Nobody waits for answers any more; False if the thread is still busy."""
        self._waiting.clear()
        return self._thread.stop()

    def _done(self, number: int, result: object) -> None:
        then, _ = self._waiting.pop(number, (_forget, _forget))
        then(result)

    def _failed(self, number: int, error: Exception) -> None:
        _, failed = self._waiting.pop(number, (_forget, _forget))
        failed(error)


def _forget(_answer: object) -> None:
    """The program ends, or the editor was closed."""
