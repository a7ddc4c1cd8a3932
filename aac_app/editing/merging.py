"""Boards of somebody else added to one's own: no id collides, and links still lead. No Qt."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from aac_app.editing.edit import Edit, EditKind, with_board
from aac_app.editing.wholes import link_to
from pictograms.board import Board, Button
from pictograms.obz import BoardSet


def replace_all(imported: BoardSet) -> Edit:
    """Put these boards in the place of all; the urgent words stay where none are brought."""

    def replaced(boards: BoardSet) -> BoardSet:
        urgent = boards.boards.get(boards.urgent or "")
        if imported.urgent or urgent is None or urgent.id in imported.boards:
            return imported
        return replace(with_board(imported, urgent), urgent=urgent.id)

    return Edit(EditKind.IMPORT, imported.name, replaced)


def add_boards(boards: BoardSet, imported: BoardSet) -> tuple[str, Edit]:
    """Add these boards to the others. The id that their first one gets, and the edit."""
    ids = _free_ids(boards, imported)
    edit = Edit(EditKind.IMPORT, imported.name, lambda now: _joined(now, imported, ids))
    return ids[imported.root], edit


def _free_ids(boards: BoardSet, imported: BoardSet) -> dict[str, str]:
    """A new id for each board, unlike all others even where case does not count.

    Files are named by it, so it is also unlike the names of the files that there are.
    """
    stems = [path.rpartition("/")[2].removesuffix(".obf") for path in boards.paths.values()]
    taken = {name.casefold(): name for name in (*boards.boards, *stems)}
    ids: dict[str, str] = {}
    for old in imported.boards:
        wanted, number = old, 2
        while wanted.casefold() in taken:
            wanted, number = f"{old}-{number}", number + 1
        ids[old] = taken[wanted.casefold()] = wanted
    return ids


def _joined(boards: BoardSet, imported: BoardSet, ids: dict[str, str]) -> BoardSet:
    joined = boards
    for old, board in imported.boards.items():
        joined = with_board(joined, replace(board, id=ids[old]))
    for old, board in imported.boards.items():
        moved = _relinked(replace(board, id=ids[old]), imported, joined, ids)
        joined = with_board(joined, moved)
    return joined


def _relinked(board: Board, imported: BoardSet, joined: BoardSet, ids: dict[str, str]) -> Board:
    """The board with its links to the other imported boards as they are called now."""

    def linked(button: Button) -> Button:
        target = imported.target(button.load_board) if button.load_board else None
        if target is None:
            return button
        return replace(button, load_board=link_to(joined, joined.boards[ids[target.id]]))

    buttons = {name: linked(button) for name, button in board.buttons.items()}
    return replace(board, buttons=MappingProxyType(buttons))
