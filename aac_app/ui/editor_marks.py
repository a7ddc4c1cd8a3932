"""The marks of a board that is edited, in the interface's words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from aac_app.editing.grids import button_at, is_locked, places
from aac_app.editing.session import EditingSession
from aac_app.editing.sizing import Outcome, Sides, preview
from aac_app.editing.view import id_in_view
from aac_app.ui.cell_marks import CellMarks
from pictograms.board import Button


def empty_name() -> str:
    """How an empty cell is called: its row and column."""
    return QCoreApplication.translate("editor_marks", "Empty cell, row {}, column {}")


def marks_of(
    session: EditingSession, level: int, sides: Sides, extent: tuple[int, int]
) -> Mapping[str, CellMarks]:
    """The state of every cell, by its id in the editor's view of the board.

    `level`: what is not shown at this level is faint; 0: all levels. `sides`: the size that is
    thought of; words that would go or move say so. `extent`: rows and columns shown in use.
    """
    moving = QCoreApplication.translate("editor_marks", "would move")
    beyond = QCoreApplication.translate("editor_marks", "not shown at this board size")
    outcome = preview(session.board, sides) if sides != Sides() else None
    selected = set(session.selection)
    marks = {}
    for place in places(session.board):
        button = button_at(session.board, place)
        is_beyond = place.row >= extent[0] or place.column >= extent[1]
        notes = _notes(button, level, outcome, sides) if button else ()
        moves = outcome is not None and any(button is one for one in outcome.moving)
        asides = [beyond] * is_beyond + [moving] * moves
        marks[id_in_view(session.board, place)] = CellMarks(
            is_selected=place in selected,
            is_faint=is_beyond
            or (button is not None and (button.hidden or 0 < level < button.level)),
            is_empty=button is None,
            notes=notes,
            aside=", ".join(asides),
        )
    return marks


def _way(sides: Sides) -> str:
    """Where words would go, as arrows: short, for there are many."""
    steps = (("↓", sides.top), ("↑", -sides.top), ("→", sides.left), ("←", -sides.left))
    return " ".join(f"{arrow}{count}" for arrow, count in steps if count > 0)


def _notes(button: Button, level: int, outcome: Outcome | None, sides: Sides) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    notes = []
    if outcome and any(button is one for one in outcome.vanishing):
        notes.append(translate("editor_marks", "would go"))
    if outcome and any(button is one for one in outcome.moving):
        notes.append(_way(sides))
    if button.hidden:
        notes.append(translate("editor_marks", "hidden"))
    if button.level > 1 and (level == 0 or button.level > level):
        notes.append(translate("editor_marks", "level {}").format(button.level))
    if is_locked(button):
        notes.append(translate("editor_marks", "fixed"))
    return tuple(notes)
