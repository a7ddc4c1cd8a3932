"""One change of the boards: a pure function with a name to undo it by. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from pictograms.board import Board
from pictograms.obz import BoardSet

_T = TypeVar("_T")


class EditKind(Enum):
    """What kind of change; the window has the words for it."""

    ADD = "add"
    CHANGE = "change"
    MOVE = "move"
    REMOVE = "remove"
    CUT = "cut"
    PASTE = "paste"
    RESIZE = "resize"
    HIDE = "hide"
    SHOW = "show"
    LOCK = "lock"
    UNLOCK = "unlock"
    PICTURE = "picture"
    SOUND = "sound"
    LEVEL = "level"
    WORDS = "words"
    NEW_BOARD = "new_board"
    CHANGE_BOARD = "change_board"
    REMOVE_BOARD = "remove_board"
    IMPORT = "import"


class Refusal(Enum):
    """Why an edit cannot be; nothing has changed then."""

    LOCKED = "locked"
    """A word whose place is fixed would move or go."""
    OUTSIDE = "outside"
    """A word would leave the grid."""
    NO_ROOM = "no_room"
    """There are not enough empty cells."""
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NEEDED = "needed"
    """The first board, or the one with the urgent words, has to be there."""


class RefusedError(Exception):
    """The edit cannot be made; `subject` names what stands in its way."""

    def __init__(self, reason: Refusal, subject: str = "") -> None:
        super().__init__(f"{reason.value}: {subject}")
        self.reason = reason
        self.subject = subject


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that has not been made yet."""

    kind: EditKind
    subject: str
    """The word or board that it is about, for its name: Move “agua”."""
    change: Callable[[BoardSet], BoardSet]
    """Raises RefusedError where it cannot be."""


def board_edit(
    kind: EditKind, subject: str, board_id: str, change: Callable[[Board], Board]
) -> Edit:
    """An edit that changes one board."""
    return Edit(kind, subject, lambda boards: with_board(boards, change(boards.boards[board_id])))


def with_board(boards: BoardSet, board: Board) -> BoardSet:
    """The set with this board in the place of the one with its id, or added."""
    paths = boards.paths
    if board.id not in paths:
        paths = with_entry(paths, board.id, f"{board.id}.obf")
    return replace(boards, boards=with_entry(boards.boards, board.id, board), paths=paths)


def with_entry(entries: Mapping[str, _T], key: str, value: _T) -> Mapping[str, _T]:
    """The mapping with one entry more, or another one."""
    return MappingProxyType({**entries, key: value})


def free_name(wanted: str, taken: Mapping[str, object]) -> str:
    """`wanted`, or with a number where that is taken."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def subject_of(labels: list[str]) -> str:
    """How a name tells of these words: the first ones, and that there are more."""
    named = [label for label in labels if label]
    shown = ", ".join(named[:3])
    return f"{shown}…" if len(named) > 3 else shown
