"""Words that were copied, with their pictures and sounds, ready for another place. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from aac_app.editing.buttons import with_image, with_sound
from aac_app.editing.edit import (
    Edit,
    EditKind,
    Refusal,
    RefusedError,
    board_edit,
    free_name,
    subject_of,
)
from aac_app.editing.grids import (
    Place,
    button_at,
    empty_places,
    is_inside,
    with_buttons,
    with_cells,
)
from pictograms.board import Board, Button, Image, Sound


@dataclass(frozen=True, slots=True)
class Copied:
    """One copied button, and how far from the first one it stood."""

    down: int
    right: int
    button: Button
    image: Image | None
    sound: Sound | None


def copied(board: Board, where: Iterable[Place]) -> tuple[Copied, ...]:
    """The words of these places; empty cells are left out."""
    found = [(p, button) for p in sorted(where) if (button := button_at(board, p))]
    if not found:
        return ()
    top = min(place.row for place, _ in found)
    left = min(place.column for place, _ in found)
    return tuple(
        Copied(
            place.row - top,
            place.column - left,
            button,
            board.image_of(button),
            board.sounds.get(button.sound_id or ""),
        )
        for place, button in found
    )


def paste(board: Board, at: Place, clip: tuple[Copied, ...]) -> Edit:
    """Put the copied words here."""
    subject = subject_of([one.button.label for one in clip])
    return board_edit(EditKind.PASTE, subject, board.id, lambda now: pasted(now, at, clip)[0])


def pasted(board: Board, at: Place, clip: tuple[Copied, ...]) -> tuple[Board, list[Place]]:
    """The board with the copies, and where they stand. No word is ever pasted over another.

    They keep their arrangement where all its cells are empty, else they take the next empty
    cells. Raises RefusedError where there are too few.
    """
    targets = targets_for(board, at, [(one.down, one.right) for one in clip])
    for target, one in zip(targets, clip, strict=True):
        board = _placed(board, target, one)
    return board, targets


def targets_for(board: Board, at: Place, steps: list[tuple[int, int]]) -> list[Place]:
    """Empty cells for words that stand so far from `at`. Raises RefusedError."""
    arranged = [at.moved(down, right) for down, right in steps]
    if all(is_inside(board, p) and button_at(board, p) is None for p in arranged):
        return arranged
    free = empty_places(board, at)
    if len(free) < len(steps):
        raise RefusedError(Refusal.NO_ROOM, str(len(steps) - len(free)))
    return free[: len(steps)]


def _placed(board: Board, place: Place, one: Copied) -> Board:
    button = replace(one.button, id=free_name(one.button.id, board.buttons))
    if one.image is not None:
        board, name = with_image(board, one.image)
        button = replace(button, image_id=name)
    if one.sound is not None:
        board, name = with_sound(board, one.sound)
        button = replace(button, sound_id=name)
    return with_cells(with_buttons(board, [button]), {place: button.id})
