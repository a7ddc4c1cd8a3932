"""Backups made, looked at and restored on a page of the window, while speaking goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal

from aac_app.backup_words import changes_in_words, name_of
from aac_app.board_changes import Changes
from aac_app.board_layout import plain_name
from aac_app.board_store import Backup, BoardStore, Reason, StoreError
from aac_app.failures import explain
from aac_app.history import HistoryError
from aac_app.jobs import Job, Jobs
from aac_app.people import read_card
from aac_app.profile_file import ProfileFileError, write_profile
from aac_app.profile_import import back_up_profile
from aac_app.profiles import Profile
from aac_app.settings import LANGUAGES
from aac_app.ui.backups_page import BackupsPage
from pictograms.errors import BoardError

_ERRORS = (StoreError, ProfileFileError, HistoryError, BoardError, OSError)


class BackupsDesk(QObject):
    """Carries out what is pressed on the backups' page. GUI thread; the disk has its own."""

    page_wanted = Signal(object)
    boards_restored = Signal(str)
    """The boards of this language are others now, on the disk."""
    closed = Signal()

    def __init__(
        self,
        profile: Profile,
        store: BoardStore,
        interface: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """`interface`: the language of menus."""
        super().__init__(parent)
        self._profile, self._store, self._interface = profile, store, interface
        self._shown: tuple[Backup, ...] = ()
        self._jobs: Jobs | None = None
        self.page = BackupsPage()
        self.page.backup_asked.connect(self._back_up)
        self.page.preview_asked.connect(self._preview)
        self.page.restore_asked.connect(self._restore)
        self.page.export_asked.connect(self._export)
        self.page.closed.connect(self.closed)

    def open(self) -> None:
        """Show the backups of all languages, the newest first."""
        self.page.tell("")
        self.page_wanted.emit(self.page)
        self._refresh()

    def stop(self) -> bool:
        """False if something is still being written; it is written whole or not at all."""
        return self._jobs is None or self._jobs.stop()

    def _refresh(self) -> None:
        found = [backup for language in LANGUAGES for backup in self._store.backups(language)]
        self._shown = tuple(sorted(found, key=lambda backup: backup.at, reverse=True))
        self.page.show_backups([self._name(backup) for backup in self._shown])

    def _name(self, backup: Backup) -> str:
        return name_of(backup, self._interface())

    def _back_up(self) -> None:
        known = {backup.folder for backup in self._shown}
        self._start(
            partial(back_up_profile, self._profile, Reason.ASKED), partial(self._made, known)
        )

    def _made(self, known: set[Path], _answer: None) -> None:
        self._refresh()
        is_new = any(backup.folder not in known for backup in self._shown)
        same = self.tr("Nothing has changed since the last backup, so it holds everything.")
        self.page.tell(self.tr("The backup is made.") if is_new else same)

    def _preview(self, place: int) -> None:
        backup = self._shown[place]
        self._start(
            partial(self._store.changes, backup.language, backup),
            partial(self._show_changes, place),
        )

    def _show_changes(self, place: int, changes: Changes) -> None:
        self.page.tell("")
        name = self._name(self._shown[place])
        text = changes_in_words(changes)
        self.page.show_preview(place, name, text, possible=bool(changes))

    def _restore(self, place: int) -> None:
        backup = self._shown[place]
        restore = partial(self._store.restore, backup.language, backup)
        self._start(restore, partial(self._restored, backup))

    def _restored(self, backup: Backup, _answer: None) -> None:
        self._refresh()
        text = self.tr("The boards are back. What was there before is kept as the newest backup.")
        self.page.tell(text)
        self.boards_restored.emit(backup.language)

    def _export(self, with_history: bool) -> None:
        file = _free_file(self._profile)
        write = partial(write_profile, self._profile, file, with_history=with_history)
        self._start(write, partial(self._exported, file))

    def _exported(self, file: Path, _answer: None) -> None:
        self.page.tell(self.tr("Everything is saved in {}").format(file))

    def _failed(self, error: Exception) -> None:
        self.page.tell(explain(error))

    def _start(self, do: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._jobs is None:
            self._jobs = Jobs("backups", self)
        if not self._jobs.is_busy:  # a second press while the first is at work does nothing
            self.page.tell(self.tr("One moment…"))
            self._jobs.start(Job(do, done, self._failed, _ERRORS))


def _free_file(profile: Profile) -> Path:
    """A new file among the documents, named by the person and the day."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place) or str(Path.home()))
    name = read_card(profile)[0].name or "AAC"
    stem = f"{plain_name(name)} {datetime.now().astimezone():%Y-%m-%d}"
    file, number = folder / f"{stem}.obz", 2
    while file.exists():
        file, number = folder / f"{stem} ({number}).obz", number + 1
    return file
