"""A person's own boards on the disk: replaced whole or not at all, backed up, restored. No Qt.

In the profile's folder:

    boards/es/            boards laid out by hand; read as long as nothing else was written
    boards/es.json        names the folder that holds the boards now
    boards/es.000012.x/   the boards, their pictures and sounds: an unzipped `.obz`
    backups/es/.../       the same, with a date
    media/images, sounds  own pictures and sounds by their contents, shared into those folders

A set of boards is written into a folder of its own that nobody reads, flushed to the disk, and
then named in `es.json` in one step: a kill at any moment leaves the old set or the new one.
"""

from __future__ import annotations

import contextlib
import json
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from aac_app import backups
from aac_app.backups import Backup, Reason
from aac_app.board_changes import Changes, changes_between
from aac_app.board_layout import MANIFEST, copy_out, lay_out
from aac_app.media_store import MediaKind, MediaStore
from aac_app.profiles import Profile
from pictograms.errors import PictogramError
from pictograms.files import write_whole
from pictograms.obz import BoardSet, read_set
from pictograms.package import BOARD_SUFFIX

__all__ = ["SHIPPED", "Backup", "BoardStore", "Changes", "MediaKind", "Reason", "StoreError"]

SHIPPED = Path(__file__).parent / "data"
"""The starting boards, one folder per language."""


_T = TypeVar("_T")


class StoreError(Exception):
    """Boards cannot be kept or brought back; those there were are untouched. One sentence."""


def _now() -> datetime:
    return datetime.now(UTC)


class BoardStore:
    """The own boards of one person. Any one thread at a time may use it; it holds no state."""

    def __init__(
        self, profile: Profile, shipped: Path = SHIPPED, now: Callable[[], datetime] = _now
    ) -> None:
        self._boards = profile.boards
        self._backups = profile.backups
        self._shipped = shipped
        self._now = now
        self._media = MediaStore(profile.media)

    def read(self, language: str) -> BoardSet | None:
        """The person's own boards, or None if there are none. Raises BoardError."""
        folder = self._folder(language)
        return read_set(folder) if folder else None

    def write(self, language: str, boards: BoardSet) -> BoardSet:
        """Put this set in the place of the one there is, whole or not at all.

        Pictures and sounds that the boards name by path are taken along from `boards.source`
        or from what `add_image` and `add_sound` kept. Answers the set as it lies now: names of
        files may be others, their meaning is the same. Raises StoreError.
        """
        written = self.stage(language, boards)
        self._adopt(language, written.source)
        return written

    def stage(self, language: str, boards: BoardSet) -> BoardSet:
        """Lay the set out without making it the person's own yet. Raises StoreError."""
        before = self._folder(language)
        return self._new(
            language,
            "the boards cannot be saved",
            lambda folder: lay_out(boards, folder, self._media, before),
        )

    def pointer(self, language: str, folder: Path | None) -> tuple[Path, bytes]:
        """The file, and what it must say, that makes what was staged the person's own boards."""
        told = {"folder": folder.name if folder else None}
        return self._pointer(language), json.dumps(told).encode()

    def add_image(self, data: bytes) -> str:
        """Keep an own picture; the path to put into `Image.path`. Raises StoreError."""
        return self._add(data, MediaKind.IMAGE)

    def add_sound(self, data: bytes) -> str:
        """Keep a recorded sound; the path to put into `Sound.path`. Raises StoreError."""
        return self._add(data, MediaKind.SOUND)

    def media_file(self, path: str) -> Path | None:
        """The file of a path that `add_image` or `add_sound` gave, also before `write`."""
        return self._media.find(path)

    # Backups ----------------------------------------------------------------------------

    def back_up(self, language: str, reason: Reason = Reason.ASKED) -> Backup:
        """Keep the boards as they are now, with the date; older backups are thinned.

        Where nothing has changed since the newest backup, that one is the answer. Raises
        StoreError.
        """
        place = self._backups / language
        try:
            backup = backups.make(place, self._folder(language), reason, self._now())
        except OSError as error:
            raise StoreError(_sentence("the boards cannot be backed up", place, error)) from error
        with contextlib.suppress(OSError):  # what cannot be thinned now is thinned next time
            backups.thin(place, self._now())
            self._media.tidy(self._users())
        return backup

    def backups(self, language: str) -> tuple[Backup, ...]:
        """The newest first."""
        return backups.found(self._backups / language)

    def changes(self, language: str, backup: Backup) -> Changes:
        """What restoring this backup would change. Raises BoardError, also for a damaged one."""
        return self.changes_to(language, self.content(backup))

    def changes_to(self, language: str, boards: BoardSet | None) -> Changes:
        """What taking these boards instead of the present ones would change. Raises BoardError."""
        return changes_between(self.read(language) or self._starting(language), boards)

    def content(self, backup: Backup) -> BoardSet | None:
        """The boards in a backup; None where it stands for no boards at all. Raises BoardError."""
        return self._starting(backup.language) if backup.is_starting else read_set(backup.folder)

    def newest_sound(self, language: str) -> BoardSet | None:
        """The boards of the newest backup that can be read, or None."""
        for backup in self.backups(language):
            with contextlib.suppress(PictogramError):
                return self.content(backup)
        return None

    def restore(self, language: str, backup: Backup) -> None:
        """Put the backup in the place of the boards there are, whole or not at all.

        Those there are now are backed up first. Raises StoreError.
        """
        try:
            self.content(backup)  # a damaged one must not take the place of a sound one
        except PictogramError as error:
            raise StoreError(f"the backup cannot be restored: {error}") from error
        self.back_up(language, Reason.RESTORING)
        folder = None if backup.is_starting else self._unpacked(language, backup)
        self._adopt(language, folder)

    def _adopt(self, language: str, folder: Path | None) -> None:
        """Make what was staged in this folder the person's own; None: they have none."""
        try:
            write_whole(*self.pointer(language, folder))
        except OSError as error:
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
            raise StoreError(_sentence("the boards cannot be kept", self._boards, error)) from error
        self.tidy(language)

    def _unpacked(self, language: str, backup: Backup) -> Path:
        def fill(folder: Path) -> Path:
            copy_out(backup.folder, folder)
            return folder

        return self._new(language, "the backup cannot be restored", fill)

    def _new(self, language: str, what: str, fill: Callable[[Path], _T]) -> _T:
        """Let `fill` make a new folder of boards; it is gone again if it cannot."""
        folder: Path | None = None
        try:
            folder = self._new_folder(language)
            return fill(folder)
        except (OSError, PictogramError) as error:
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
            raise StoreError(_sentence(what, self._boards, error)) from error

    # Folders ----------------------------------------------------------------------------

    def _starting(self, language: str) -> BoardSet | None:
        folder = self._shipped / language
        return read_set(folder) if folder.is_dir() else None

    def _folder(self, language: str) -> Path | None:
        """Where the person's boards lie now, or None if they have none."""
        pointer = self._pointer(language)
        try:
            name = json.loads(pointer.read_text("utf-8"))["folder"]
            if name is None:
                return None
            if self._number(language, str(name)):
                return self._boards / str(name)
        except FileNotFoundError:
            return self._by_hand(language)
        except (OSError, ValueError, KeyError, TypeError):
            pass
        whole = [folder for folder in self._folders(language) if (folder / MANIFEST).is_file()]
        return max(whole, default=self._by_hand(language), key=lambda folder: folder.name)

    def _by_hand(self, language: str) -> Path | None:
        folder = self._boards / language
        is_used = folder.is_dir() and any(folder.rglob(f"*{BOARD_SUFFIX}"))
        return folder if is_used else None

    def _pointer(self, language: str) -> Path:
        return self._boards / f"{language}.json"

    def _new_folder(self, language: str) -> Path:
        """A name that no folder has, after all others in the order of names."""
        numbers = [self._number(language, folder.name) for folder in self._folders(language)]
        number = max(numbers, default=0) + 1
        return self._boards / f"{language}.{number:06}.{secrets.token_hex(2)}"

    def _folders(self, language: str) -> list[Path]:
        if not self._boards.is_dir():
            return []
        return [file for file in self._boards.iterdir() if self._number(language, file.name)]

    @staticmethod
    def _number(language: str, name: str) -> int:
        """The running number in a folder's name, from 1; 0 for what is no folder of ours."""
        found = re.fullmatch(rf"{re.escape(language)}\.(\d{{6,}})\.[0-9a-f]{{4}}", name)
        return int(found[1]) if found else 0

    def tidy(self, language: str) -> None:
        """Remove what was replaced or cut short; the last one stays: a window may show it."""
        current = self._folder(language)
        newest = self._number(language, current.name) if current else 0
        old = [
            folder
            for folder in self._folders(language)
            if 0 < self._number(language, folder.name) < newest
        ]
        for folder in sorted(old)[:-1]:
            shutil.rmtree(folder, ignore_errors=True)

    def _users(self) -> Iterator[Path]:
        """Every folder that may hold pictures and sounds of boards."""
        yield from (path for path in self._boards.glob("*.*") if path.is_dir())
        yield from (path for path in self._backups.glob("*/*") if path.is_dir())

    def _add(self, data: bytes, kind: MediaKind) -> str:
        try:
            return self._media.add(data, kind)
        except OSError as error:
            raise StoreError(_sentence("the file cannot be kept", None, error)) from error


def _sentence(what: str, where: Path | None, error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error)
    place = f"{where}: " if where else ""
    return f"{place}{what} ({reason})"
