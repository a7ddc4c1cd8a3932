"""A board as the editor shows it: hidden words and empty cells can be pressed too. No Qt."""

from __future__ import annotations

from dataclasses import replace

from aac_app.editing.grids import Place, button_at, empty_places, place_of, with_buttons, with_cells
from pictograms.board import Board, Button

_EMPTY = "\0empty-"
"""Begins the ids of the stand-ins for empty cells; no file holds such an id."""


def whole_view(board: Board, empty_name: str) -> Board:
    """The board with stand-ins in its empty cells and nothing hidden.

    `empty_name` names an empty cell by its row and column: "Empty cell {}, {}".
    """
    seen = [
        replace(button, hidden=False, level=1, actions=(), label=_caption(button))
        for button in board.buttons.values()
    ]
    stand_ins = {
        place: Button(
            f"{_EMPTY}{place.row}-{place.column}",
            "+",
            vocalization=empty_name.format(place.row + 1, place.column + 1),
        )
        for place in empty_places(board)
    }
    filled = with_buttons(board, [*seen, *stand_ins.values()])
    return with_cells(filled, {place: button.id for place, button in stand_ins.items()})


def _caption(button: Button) -> str:
    """A button without a label still says which one it is."""
    return button.label or (button.actions[0].lstrip(":+") if button.actions else "")


def place_in_view(board: Board, button: Button) -> Place | None:
    """Where a button of the view stands on the board."""
    if not button.id.startswith(_EMPTY):
        return place_of(board, button.id)
    row, _, column = button.id.removeprefix(_EMPTY).partition("-")
    return Place(int(row), int(column))


def id_in_view(board: Board, place: Place) -> str:
    """The id that a cell has in the view."""
    button = button_at(board, place)
    return button.id if button else f"{_EMPTY}{place.row}-{place.column}"
