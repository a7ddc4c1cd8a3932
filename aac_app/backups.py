"""Dated backups of one language's boards: complete or not there, thinned with age. No Qt."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

from aac_app.board_layout import CARD, copy_out, files_of
from aac_app.media_store import is_ours
from pictograms.files import write_whole

_STAMP = "%Y%m%dT%H%M%S.%fZ"
_ALL_KEPT = timedelta(days=7)
_MOST = 60
_UNFINISHED = timedelta(hours=1)


class Reason(Enum):
    """Why a backup was made."""

    ASKED = "asked"
    EDITING = "editing"
    IMPORTING = "importing"
    RESTORING = "restoring"


@dataclass(frozen=True, slots=True)
class Backup:
    """The boards of a language as they were."""

    language: str
    at: datetime
    """UTC."""
    reason: Reason
    folder: Path
    print: str
    """Checksum of the boards: the same for the same boards."""
    is_starting: bool = False
    """There were no own boards: restoring it brings the starting boards back."""

    @property
    def name(self) -> str:
        """What a person may type to mean this one."""
        return self.folder.name


def make(place: Path, source: Path | None, reason: Reason, now: datetime) -> Backup:
    """Back the folder `source` up (None: there are no own boards) into a new one in `place`.

    Where nothing has changed since the newest backup, that one is the answer. Raises OSError.
    """
    mark = _print_of(source)
    newest = found(place)[:1]
    if newest and newest[0].print == mark:
        return newest[0]
    folder = _free_folder(place, now)
    if source is None:
        folder.mkdir(parents=True)
    else:
        copy_out(source, folder)
    # Written last: a folder without it is a backup that was never finished.
    card = {"at": now.isoformat(), "reason": reason.value, "print": mark}
    if source is None:
        card["starting"] = "yes"
    write_whole(folder / CARD, json.dumps(card, indent=1).encode())
    return Backup(place.name, now, reason, folder, mark, source is None)


def found(place: Path) -> tuple[Backup, ...]:
    """The complete backups in `place`, the newest first."""
    folders = place.iterdir() if place.is_dir() else ()
    backups = [backup for folder in folders if (backup := _read(folder))]
    return tuple(sorted(backups, key=lambda backup: backup.at, reverse=True))


def thin(place: Path, now: datetime) -> None:
    """Remove what is surplus, and what was never finished. Raises OSError."""
    backups = found(place)
    for backup in surplus(backups, now):
        (backup.folder / CARD).unlink(missing_ok=True)
        shutil.rmtree(backup.folder)
    kept = {backup.folder for backup in backups}
    for folder in place.iterdir() if place.is_dir() else ():
        age = now - datetime.fromtimestamp(folder.stat().st_mtime, UTC)
        if folder.is_dir() and folder not in kept and age > _UNFINISHED:
            shutil.rmtree(folder)


def surplus(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Those to remove of `backups`, the newest first: older ones beyond the last of each day.

    All of the last seven days stay, then the last one of each day, 60 in all. The newest one
    always stays.
    """
    days: set[object] = set()
    gone: list[Backup] = []
    for number, backup in enumerate(backups):
        is_old = now - backup.at > _ALL_KEPT
        day = backup.at.date()
        if number and (number - len(gone) >= _MOST or (is_old and day in days)):
            gone.append(backup)
        days.add(day)
    return gone


def _free_folder(place: Path, now: datetime) -> Path:
    name, number = now.strftime(_STAMP), 2
    while (place / name).exists():
        name, number = f"{now.strftime(_STAMP)}~{number}", number + 1
    return place / name


def _read(folder: Path) -> Backup | None:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        card = json.loads((folder / CARD).read_text("utf-8"))
        at = datetime.fromisoformat(card["at"]).astimezone(UTC)
        return Backup(
            language=folder.parent.name,
            at=at,
            reason=Reason(card["reason"]),
            folder=folder,
            print=str(card["print"]),
            is_starting="starting" in card,
        )
    return None


def _print_of(folder: Path | None) -> str:
    """SHA-256 over the files' names and contents."""
    digest = hashlib.sha256()
    for name, file in files_of(folder) if folder else ():
        digest.update(f"{name}\0".encode())
        if not is_ours(name):
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
