"""Saving boards while they are edited: in a thread of its own, the newest state, never half."""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from aac_app.board_store import Backup, Reason, StoreError
from aac_app.workers import WorkerThread
from pictograms.obz import BoardSet

_LOG = logging.getLogger(__name__)
_RETRY_MS = 10_000
_PATIENCE_S = 30.0


class Store(Protocol):
    """Where boards are kept. Raises StoreError, one sentence."""

    def write(self, language: str, boards: BoardSet) -> BoardSet: ...
    def back_up(self, language: str, reason: Reason = ...) -> Backup: ...


class SaveWorker(QObject):
    """Lives in the saving thread; while it does, it is the only one that writes boards."""

    backed_up = Signal()
    backup_failed = Signal(object)
    """StoreError"""
    saved = Signal(object, object)
    """the set that was given, and the set as it lies on the disk"""
    failed = Signal(object)
    """StoreError"""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    @Slot(str)
    def back_up(self, language: str) -> None:
        try:
            self._store.back_up(language, Reason.EDITING)
        except StoreError as error:
            self.backup_failed.emit(error)
        else:
            self.backed_up.emit()

    @Slot(str, object)
    def save(self, language: str, boards: BoardSet) -> None:
        try:
            stored = self._store.write(language, boards)
        except StoreError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(boards, stored)


class BoardSaver(QObject):
    """Takes every new state of the boards and writes the newest one. GUI thread.

    While one state is being written, only the latest of those that follow is kept: each of them
    holds all that came before. What cannot be written is tried again, and nothing is lost
    meanwhile.
    """

    settled = Signal()
    """All that was given is on the disk."""
    failed = Signal(object)
    """StoreError: the disk does not hold the newest state."""
    backup_failed = Signal(object)
    _backup_wanted = Signal(str)
    _save_wanted = Signal(str, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.language = ""
        self._given: BoardSet | None = None
        """The newest state."""
        self._writing: BoardSet | None = None
        self.stored: BoardSet | None = None
        """The newest state as it lies on the disk, or None if nothing was saved."""
        self._written: BoardSet | None = None
        self._worker = SaveWorker(store)
        self._thread = WorkerThread(self._worker, "saving")
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._write_newest)
        self._backup_wanted.connect(self._worker.back_up)
        self._save_wanted.connect(self._worker.save)
        self._worker.saved.connect(self._saved)
        self._worker.failed.connect(self._failed)
        self._worker.backup_failed.connect(self.backup_failed)

    def open(self, language: str) -> None:
        """Editing begins: keep a dated copy of the boards as they are."""
        if language != self.language or self.is_settled:
            self.finish()
            self.language = language
            self._given = self._written = self.stored = None
        self._thread.start()
        self._backup_wanted.emit(language)

    def save(self, boards: BoardSet) -> None:
        """This is the newest state; returns at once."""
        self._given = boards
        if self._writing is None:
            self._write_newest()

    @property
    def newest(self) -> BoardSet | None:
        """What lies on the disk, where that is the newest state."""
        return self.stored if self.is_settled else None

    @property
    def is_settled(self) -> bool:
        """Whether the disk holds all that was given."""
        return self._given is self._written and self._writing is None

    def finish(self) -> bool:
        """Wait until the disk holds the newest state; False if it cannot be written."""
        self._retry.stop()
        if not self._thread.stop(_PATIENCE_S):
            _LOG.warning("the boards are still being saved at the end")
            return False
        self._writing = None
        if self._given is None or self._given is self._written:
            return True
        try:
            self.stored = self._store.write(self.language, self._given)
        except StoreError as error:
            _LOG.warning("the boards could not be saved at the end: %s", error)
            return False
        self._written = self._given
        return True

    def _write_newest(self) -> None:
        if self._given is not None and self._given is not self._written:
            self._retry.stop()
            self._writing = self._given
            self._save_wanted.emit(self.language, self._given)

    def _saved(self, boards: BoardSet, stored: BoardSet) -> None:
        if boards is not self._writing:
            return  # an answer that was still on its way when the editor was closed
        self._writing = None
        self._written, self.stored = boards, stored
        if self._given is boards:
            self.settled.emit()
        else:
            self._write_newest()

    def _failed(self, error: StoreError) -> None:
        self._writing = None
        self.failed.emit(error)
        self._retry.start(_RETRY_MS)
