"""Edits of whole boards: a new one, its name and habits, a copy, the first one, its end. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from aac_app.editing.buttons import changed
from aac_app.editing.edit import (
    Edit,
    EditKind,
    Refusal,
    RefusedError,
    board_edit,
    free_name,
    with_board,
)
from pictograms.board import Board, LoadBoard
from pictograms.obz import BoardSet
from pictograms.ranking import fold


def empty_board(boards: BoardSet, name: str, rows: int, columns: int) -> Board:
    """A board of this name without words; its id and language fit the set."""
    return Board(
        id=free_board_id(boards, name),
        name=name,
        locale=boards.first.locale,
        buttons=MappingProxyType({}),
        order=((None,) * columns,) * rows,
    )


def free_board_id(boards: BoardSet, name: str) -> str:
    """An id that is also a good file name on every system."""
    letters = "".join(sign if sign.isalnum() and sign.isascii() else "_" for sign in fold(name))
    wanted = f"own_{letters.strip('_')[:40] or 'board'}"
    taken = {identity.casefold(): identity for identity in boards.boards}
    return free_name(wanted, taken)


def new_board(board: Board) -> Edit:
    """Add this board to the set."""
    return Edit(EditKind.NEW_BOARD, board.name, lambda boards: with_board(boards, board))


def linked_board(boards: BoardSet, board: Board, ids: Iterable[str], name: str) -> Edit:
    """Add a new board of this name, as large as `board`, and let these buttons lead there."""
    made, chosen = empty_board(boards, name, board.rows, board.columns), tuple(ids)

    def linked(now: BoardSet) -> BoardSet:
        after = with_board(now, made)
        fields = {"load_board": link_to(after, made), "actions": ()}
        return with_board(after, changed(after.boards[board.id], chosen, fields))

    return Edit(EditKind.NEW_BOARD, name, linked)


def change_board(board: Board, **fields: Any) -> Edit:
    """Give the board another name, or another habit."""
    return board_edit(
        EditKind.CHANGE_BOARD, board.name, board.id, lambda now: replace(now, **fields)
    )


def make_first(board: Board) -> Edit:
    """Begin with this board from now on."""
    return Edit(EditKind.CHANGE_BOARD, board.name, lambda boards: replace(boards, root=board.id))


def remove_board(board: Board) -> Edit:
    """Take a board out of the set. Buttons that lead to it stay and are told as broken links."""

    def removed(boards: BoardSet) -> BoardSet:
        if board.id in (boards.root, boards.urgent):
            raise RefusedError(Refusal.NEEDED, board.name)
        return replace(
            boards,
            boards=_without(boards.boards, board.id),
            paths=_without(boards.paths, board.id),
        )

    return Edit(EditKind.REMOVE_BOARD, board.name, removed)


def link_to(boards: BoardSet, board: Board) -> LoadBoard:
    """What a button needs in order to lead to this board."""
    return LoadBoard(id=board.id, name=board.name, path=boards.paths.get(board.id))


def _without(entries: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return MappingProxyType({name: value for name, value in entries.items() if name != key})
