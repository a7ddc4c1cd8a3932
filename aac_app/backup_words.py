"""Backups and what they would change, in words of the interface's language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from aac_app.board_changes import BoardChange, Changes
from aac_app.board_store import Backup, Reason

_LANGUAGES = {"es": "Español", "en": "English"}
_MOST_BOARDS = 40
_MOST_WORDS = 12


def name_of(backup: Backup, interface: str) -> str:
    """When, why and which language."""
    at = QDateTime.fromSecsSinceEpoch(int(backup.at.timestamp()))
    day = QLocale(interface).toString(at.date(), QLocale.FormatType.LongFormat)
    when = f"{day}, {at.toString('H:mm')}"
    what = _LANGUAGES.get(backup.language, backup.language)
    if backup.is_starting:
        translated = QCoreApplication.translate("backups", "the starting boards")
        what = f"{what}, {translated}"
    return f"{when} · {_reason(backup.reason)} · {what}"


def _reason(reason: Reason) -> str:
    translate = QCoreApplication.translate
    return {
        Reason.ASKED: translate("backups", "made by hand"),
        Reason.EDITING: translate("backups", "before editing"),
        Reason.IMPORTING: translate("backups", "before importing"),
        Reason.RESTORING: translate("backups", "before restoring"),
    }[reason]


def changes_in_words(changes: Changes) -> str:
    """One line for each board that would come, go or change."""
    translate = QCoreApplication.translate
    if not changes:
        return translate("backups", "Nothing would change: the boards are as they were then.")
    comes = translate("backups", "The board “{}” would come back.")
    goes = translate("backups", "The board “{}” would go; it stays in a new backup.")
    lines = [comes.format(name) for name in changes.boards_added]
    lines += [goes.format(name) for name in changes.boards_removed]
    lines += [_board_in_words(change) for change in changes.boards_changed]
    if len(lines) > _MOST_BOARDS:
        more = translate("backups", "… and {} more boards").format(len(lines) - _MOST_BOARDS)
        lines = [*lines[:_MOST_BOARDS], more]
    return "\n\n".join(lines)


def _board_in_words(change: BoardChange) -> str:
    translate = QCoreApplication.translate
    parts = [
        text.format(_listed(labels))
        for text, labels in (
            (translate("backups", "these words would come: {}"), change.added),
            (translate("backups", "these words would go: {}"), change.removed),
            (translate("backups", "these words would be as before: {}"), change.changed),
        )
        if labels
    ]
    if change.moved:
        parts.append(translate("backups", "words would stand where they stood"))
    if not parts:
        parts.append(translate("backups", "its look would be as before"))
    head = translate("backups", "The board “{}”:").format(change.name)
    return "\n".join((head, *(f"   {part}" for part in parts)))


def _listed(labels: Sequence[str]) -> str:
    shown = ", ".join(labels[:_MOST_WORDS])
    left = len(labels) - _MOST_WORDS
    if left <= 0:
        return shown
    return QCoreApplication.translate("backups", "{} and {} more").format(shown, left)
