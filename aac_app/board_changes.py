"""What tells two sets of boards apart, by the names that a person knows. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from pictograms.board import Board, Button, Image
from pictograms.obz import BoardSet


@dataclass(frozen=True, slots=True)
class BoardChange:
    """One board that is in both sets and not the same."""

    name: str
    added: tuple[str, ...] = ()
    """Labels of the buttons that come."""
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Labels, as they will be, of buttons that stay and change."""
    moved: bool = False
    """Buttons stand in other places, or the board has another size, name or look."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What would be different afterwards; empty where nothing is."""

    boards_added: tuple[str, ...] = ()
    boards_removed: tuple[str, ...] = ()
    boards_changed: tuple[BoardChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.boards_added or self.boards_removed or self.boards_changed)

    @property
    def buttons_added(self) -> tuple[str, ...]:
        """Of the boards that stay, as the other two are."""
        return tuple(label for change in self.boards_changed for label in change.added)

    @property
    def buttons_removed(self) -> tuple[str, ...]:
        return tuple(label for change in self.boards_changed for label in change.removed)

    @property
    def buttons_changed(self) -> tuple[str, ...]:
        return tuple(label for change in self.boards_changed for label in change.changed)


def changes_between(old: BoardSet | None, new: BoardSet | None) -> Changes:
    """What changes when `new` takes the place of `old`; None is a set without boards."""
    before = dict(old.boards) if old else {}
    after = dict(new.boards) if new else {}
    both = [(before[name], after[name]) for name in after if name in before]
    return Changes(
        boards_added=_names(board for name, board in after.items() if name not in before),
        boards_removed=_names(board for name, board in before.items() if name not in after),
        boards_changed=tuple(
            _change(*pair) for pair in both if _unlinked(pair[0]) != _unlinked(pair[1])
        ),
    )


def _names(boards: Iterable[Board]) -> tuple[str, ...]:
    return tuple(board.title for board in boards)


def _change(old: Board, new: Board) -> BoardChange:
    before, after = _placed(old), _placed(new)
    both = [name for name in after if name in before]
    changed = tuple(
        _label(new, after[name])
        for name in both
        if _look(old, before[name]) != _look(new, after[name])
    )
    return BoardChange(
        name=new.title,
        added=tuple(_label(new, after[name]) for name in after if name not in before),
        removed=tuple(_label(old, before[name]) for name in before if name not in after),
        changed=changed,
        moved=[_place(old, name) for name in both] != [_place(new, name) for name in both],
    )


def _place(board: Board, button_id: str) -> tuple[int, int] | None:
    """Row and column where the button stands first; None where it stands nowhere."""
    for row, column, button in board.cells():
        if button.id == button_id:
            return row, column
    return None


def _placed(board: Board) -> dict[str, Button]:
    return {button.id: button for _, _, button in board.cells()}


def _label(board: Board, button: Button) -> str:
    return board.say(button.label) or button.vocalization or button.id


def _look(board: Board, button: Button) -> tuple[object, ...]:
    """All that a person could notice of a button; where its link's file lies is nothing."""
    sound = board.sounds.get(button.sound_id) if button.sound_id else None
    image = board.image_of(button)
    return (_plain(button), _plain_image(image) if image else None, sound)


def _plain(button: Button) -> Button:
    link = button.load_board
    return replace(button, load_board=replace(link, path=None)) if link and link.id else button


def _plain_image(image: Image) -> Image:
    """A picture of a symbol set is the same wherever its file lies, and however it is told."""
    if image.symbol is None:
        return image
    return Image(image.id, symbol=image.symbol, extra=image.extra)


def _unlinked(board: Board) -> Board:
    """The board without where its files lie: laying it out anew may move those."""
    plain = {name: _plain(button) for name, button in board.buttons.items()}
    images = {name: _plain_image(image) for name, image in board.images.items()}
    return replace(board, buttons=MappingProxyType(plain), images=MappingProxyType(images))
