"""Work on files that the window must not wait for: done in a thread, answered in the GUI's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from aac_app.workers import WorkerThread


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do, and who is told how it ended. Both answers come in the GUI thread."""

    do: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    errors: tuple[type[Exception], ...]
    """What may be expected to go wrong; anything else is a bug and not caught."""


class JobWorker(QObject):
    """Does one job after the other."""

    done = Signal(object, object)
    """Job, what it answered"""
    failed = Signal(object, object)
    """Job, exception"""

    @Slot(object)
    def do(self, job: Job) -> None:
        try:
            answer = job.do()
        except job.errors as error:
            self.failed.emit(job, error)
        else:
            self.done.emit(job, answer)


class Jobs(QObject):
    """Owns a thread and hands it jobs. Lives in the GUI thread."""

    _wanted = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = JobWorker()
        self._thread = WorkerThread(self._worker, name)
        self._wanted.connect(self._worker.do)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._failed)
        self._open = 0
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        return self._open > 0

    def start(self, job: Job) -> None:
        self._open += 1
        self._wanted.emit(job)

    def stop(self) -> bool:
        """End after the current job; False if it is still busy."""
        return self._thread.stop()

    def _done(self, job: Job, answer: object) -> None:
        self._open -= 1
        job.done(answer)

    def _failed(self, job: Job, error: Exception) -> None:
        self._open -= 1
        job.failed(error)
