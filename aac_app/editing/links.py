"""Which board leads where: the tree, where a board is used, and links into nowhere. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from aac_app.editing.grids import Place
from pictograms.board import Board, Button
from pictograms.obz import BoardSet


@dataclass(frozen=True, slots=True)
class Use:
    """A button that leads, or should lead, to a board."""

    board: Board
    place: Place
    button: Button


@dataclass(frozen=True, slots=True)
class Branch:
    """A board and how many steps it is from the first one; -1: no button leads there."""

    board: Board
    depth: int


def _links(boards: BoardSet) -> Iterator[Use]:
    for board in boards.boards.values():
        for row, column, button in board.cells():
            if button.load_board is not None:
                yield Use(board, Place(row, column), button)


def target_of(boards: BoardSet, button: Button) -> Board | None:
    """Where the button leads, as in use: by path, id or name; None: nowhere."""
    if button.load_board is None:
        return None
    found = boards.target(button.load_board)
    if found is None and button.load_board.name:
        wanted = button.load_board.name.casefold()
        names = (b for b in boards.boards.values() if b.name.casefold() == wanted)
        return next(names, None)
    return found


def where_used(boards: BoardSet, board_id: str) -> list[Use]:
    """Every button that leads to this board."""
    return [use for use in _links(boards) if _leads_to(boards, use.button, board_id)]


def _leads_to(boards: BoardSet, button: Button, board_id: str) -> bool:
    target = target_of(boards, button)
    return target is not None and target.id == board_id


def use_counts(boards: BoardSet) -> dict[str, int]:
    """How many buttons lead to each board, by its id."""
    targets = (target_of(boards, use.button) for use in _links(boards))
    return dict(Counter(target.id for target in targets if target is not None))


def broken_links(boards: BoardSet) -> list[Use]:
    """Every button that leads to a board which is not there."""
    return [use for use in _links(boards) if target_of(boards, use.button) is None]


def tree(boards: BoardSet) -> list[Branch]:
    """The boards as they are reached from the first one, each once, by the shortest way.

    The urgent board is always on the screen; boards that nothing leads to come last.
    """
    children = _children(boards)
    parent: dict[str, str] = {}
    depth = {boards.root: 0}
    waiting = [boards.root]
    for identity in waiting:
        for child in children.get(identity, ()):
            if child not in depth:
                depth[child], parent[child] = depth[identity] + 1, identity
                waiting.append(child)
    branches = list(_walked(boards, boards.root, parent, depth))
    rest = [Branch(b, -1) for name, b in boards.boards.items() if name not in depth]
    return branches + rest


def _children(boards: BoardSet) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for use in _links(boards):
        if (target := target_of(boards, use.button)) is not None:
            found.setdefault(use.board.id, []).append(target.id)
    return found


def _walked(
    boards: BoardSet, root: str, parent: dict[str, str], depth: dict[str, int]
) -> Iterator[Branch]:
    below: dict[str, list[str]] = {}
    for child, above in parent.items():
        below.setdefault(above, []).append(child)
    waiting = [root]
    while waiting:
        identity = waiting.pop()
        yield Branch(boards.boards[identity], depth[identity])
        waiting.extend(reversed(below.get(identity, [])))
