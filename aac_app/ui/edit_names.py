"""Edits and refusals in the interface's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from aac_app.editing.edit import Edit, EditKind, Refusal, RefusedError


def edit_name(edit: Edit) -> str:
    """The name of an edit, as undo tells it: Move “agua”."""
    name = _kinds()[edit.kind]
    return name.format(edit.subject) if edit.subject else name.replace("“{}”", "").strip()


def refusal_text(error: RefusedError) -> str:
    """Why the edit was not made, and what would help."""
    translate = QCoreApplication.translate
    sentence = {
        Refusal.LOCKED: translate(
            "edit_names", "“{}” has a fixed place. Let it move first, with “Let move”."
        ),
        Refusal.OUTSIDE: translate("edit_names", "There is no cell beyond the edge of the board."),
        Refusal.NO_ROOM: translate(
            "edit_names", "There are not enough empty cells: {} more are needed."
        ),
        Refusal.TOO_SMALL: translate("edit_names", "A board has at least one cell."),
        Refusal.TOO_LARGE: translate("edit_names", "A board has at most {} rows and columns."),
        Refusal.NEEDED: translate(
            "edit_names", "“{}” is needed: it is the first board, or it holds the urgent words."
        ),
    }[error.reason]
    return sentence.format(error.subject)


def _kinds() -> dict[EditKind, str]:
    translate = QCoreApplication.translate
    return {
        EditKind.ADD: translate("edit_names", "Add “{}”"),
        EditKind.CHANGE: translate("edit_names", "Change “{}”"),
        EditKind.MOVE: translate("edit_names", "Move “{}”"),
        EditKind.REMOVE: translate("edit_names", "Remove “{}”"),
        EditKind.CUT: translate("edit_names", "Cut “{}”"),
        EditKind.PASTE: translate("edit_names", "Paste “{}”"),
        EditKind.RESIZE: translate("edit_names", "Other size of “{}”"),
        EditKind.HIDE: translate("edit_names", "Hide “{}”"),
        EditKind.SHOW: translate("edit_names", "Show “{}”"),
        EditKind.LOCK: translate("edit_names", "Fix the place of “{}”"),
        EditKind.UNLOCK: translate("edit_names", "Let “{}” move"),
        EditKind.PICTURE: translate("edit_names", "Picture of “{}”"),
        EditKind.SOUND: translate("edit_names", "Sound of “{}”"),
        EditKind.LEVEL: translate("edit_names", "Level of “{}”"),
        EditKind.WORDS: translate("edit_names", "Words for “{}”"),
        EditKind.NEW_BOARD: translate("edit_names", "New board “{}”"),
        EditKind.CHANGE_BOARD: translate("edit_names", "Change the board “{}”"),
        EditKind.REMOVE_BOARD: translate("edit_names", "Remove the board “{}”"),
        EditKind.IMPORT: translate("edit_names", "Import “{}”"),
    }
