"""One sitting of editing: what was done, the way back and forth, what is selected. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from aac_app.editing.clipboard import Copied
from aac_app.editing.edit import Edit, RefusedError
from aac_app.editing.grids import Place, buttons_at, is_inside, place_of
from aac_app.editing.urgent import endangered
from pictograms.board import Board, Button
from pictograms.obz import BoardSet


@dataclass(frozen=True, slots=True)
class Step:
    """The boards between two edits, and where the editor was."""

    boards: BoardSet
    board_id: str
    selection: tuple[Place, ...]
    edit: Edit | None = None
    """The edit that led here from the step before."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An edit that waits for a word: these urgent words could not be reached after it."""

    edit: Edit
    words: tuple[Button, ...]


class EditingSession:
    """Holds every state of the boards since the editor was opened. Undo has no limit."""

    def __init__(self, boards: BoardSet, board_id: str, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._now = Step(boards, board_id, ())
        self.clip: tuple[Copied, ...] = ()
        self.pending: Pending | None = None
        self.refused: RefusedError | None = None
        """Why the last edit was not made."""

    # What there is ------------------------------------------------------------------------

    @property
    def boards(self) -> BoardSet:
        return self._now.boards

    @property
    def board(self) -> Board:
        """The board that is open."""
        return self.boards.boards[self._now.board_id]

    @property
    def selection(self) -> tuple[Place, ...]:
        """The selected cells in reading order, empty ones too."""
        return self._now.selection

    @property
    def buttons(self) -> list[Button]:
        """The selected buttons in reading order."""
        return buttons_at(self.board, self.selection)

    @property
    def ids(self) -> list[str]:
        return [button.id for button in self.buttons]

    @property
    def undoable(self) -> Edit | None:
        """The edit that undo would take back."""
        return self._now.edit

    @property
    def redoable(self) -> Edit | None:
        """The edit that redo would make again."""
        return self._future[-1].edit if self._future else None

    # Edits ----------------------------------------------------------------------------------

    def do(self, edit: Edit, select: Iterable[Place] | None = None) -> bool:
        """Make an edit; False where it is refused or has to be confirmed first."""
        self.pending = self.refused = None
        try:
            after = edit.change(self.boards)
        except RefusedError as error:
            self.refused = error
            self._changed()
            return False
        if words := endangered(self.boards, after):
            self.pending = Pending(edit, words)
            self._changed()
            return False
        self._advance(edit, after, select)
        return True

    def confirm(self) -> bool:
        """Make the edit that waits, all the same."""
        pending, self.pending = self.pending, None
        if pending is None:
            return False
        self._advance(pending.edit, pending.edit.change(self.boards), None)
        return True

    def drop(self) -> None:
        """Forget the edit that waits."""
        self.pending = self.refused = None
        self._changed()

    def undo(self) -> None:
        if self._past:
            self._future.append(self._now)
            self._now = self._past.pop()
            self._settle()

    def redo(self) -> None:
        if self._future:
            self._past.append(self._now)
            self._now = self._future.pop()
            self._settle()

    def _advance(self, edit: Edit, after: BoardSet, select: Iterable[Place] | None) -> None:
        if after == self.boards:
            self._changed()
            return
        self._past.append(self._now)
        self._future.clear()
        chosen = self._followed(after) if select is None else tuple(sorted(select))
        self._now = Step(after, self._now.board_id, chosen, edit)
        self._settle()

    def _followed(self, after: BoardSet) -> tuple[Place, ...]:
        """The selection goes with its buttons; selected empty cells stay selected."""
        board = after.boards.get(self._now.board_id)
        if board is None:
            return ()
        found = [place_of(board, name) for name in self.ids]
        moved = [place for place in found if place is not None]
        return tuple(sorted(moved)) or self.selection

    def _settle(self) -> None:
        self.pending = self.refused = None
        now = self._now
        board_id = now.board_id if now.board_id in now.boards.boards else now.boards.root
        inside = now.boards.boards[board_id]
        chosen = tuple(p for p in now.selection if is_inside(inside, p))
        self._now = Step(now.boards, board_id, chosen if board_id == now.board_id else (), now.edit)
        self._changed()

    # Where the editor is --------------------------------------------------------------------

    def open(self, board_id: str, select: Iterable[Place] = ()) -> None:
        """Go to another board of the set."""
        if board_id in self.boards.boards:
            self._look(board_id, tuple(sorted(select)))

    def select(self, where: Iterable[Place]) -> None:
        """Select these cells and no others."""
        inside = (place for place in where if is_inside(self.board, place))
        self._look(self.board.id, tuple(sorted(set(inside))))

    def toggle(self, place: Place) -> None:
        """Select this cell too, or no longer."""
        self.select(set(self.selection) ^ {place})

    def _look(self, board_id: str, selection: tuple[Place, ...]) -> None:
        self.pending = self.refused = None
        self._now = Step(self.boards, board_id, selection, self._now.edit)
        self._changed()
