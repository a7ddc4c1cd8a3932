"""Edits of buttons: add, change one or many, picture, sound, hide, lock, remove. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from aac_app.editing.edit import Edit, EditKind, board_edit, free_name, subject_of, with_entry
from aac_app.editing.grids import (
    LOCKED,
    Place,
    refuse_locked,
    with_buttons,
    with_cells,
    without,
    without_unused,
)
from pictograms.board import Board, Button, Image, Sound

_Media = TypeVar("_Media", Image, Sound)


def add(board: Board, place: Place, button: Button, image: Image | None = None) -> Edit:
    """Put a new button into an empty cell. Its id is taken as a wish."""
    return board_edit(
        EditKind.ADD, button.label, board.id, lambda now: added(now, place, button, image)
    )


def added(board: Board, place: Place, button: Button, image: Image | None = None) -> Board:
    new = replace(button, id=free_name(button.id, board.buttons))
    if image is not None:
        board, picture = with_image(board, image)
        new = replace(new, image_id=picture)
    return with_cells(with_buttons(board, [new]), {place: new.id})


def change(
    board: Board,
    ids: Iterable[str],
    fields: Mapping[str, Any],
    kind: EditKind = EditKind.CHANGE,
) -> Edit:
    """Give these buttons other values of these fields of Button."""
    chosen = tuple(ids)
    return board_edit(
        kind, _subject(board, chosen), board.id, lambda now: changed(now, chosen, fields)
    )


def changed(board: Board, ids: Iterable[str], fields: Mapping[str, Any]) -> Board:
    return with_buttons(board, [replace(board.buttons[name], **fields) for name in ids])


def lock(board: Board, ids: Iterable[str], *, locked: bool) -> Edit:
    """Fix the places of these buttons, or let them move again."""
    chosen = tuple(ids)
    kind = EditKind.LOCK if locked else EditKind.UNLOCK
    return board_edit(
        kind, _subject(board, chosen), board.id, lambda now: _locked(now, chosen, locked)
    )


def _locked(board: Board, ids: Iterable[str], locked: bool) -> Board:
    def marked(button: Button) -> Button:
        extra = {key: value for key, value in button.extra.items() if key != LOCKED}
        if locked:
            extra[LOCKED] = True
        return replace(button, extra=MappingProxyType(extra))

    return with_buttons(board, [marked(board.buttons[name]) for name in ids])


def hide(board: Board, ids: Iterable[str], *, hidden: bool) -> Edit:
    """Hide words, or show them again; the others stay where they are."""
    kind = EditKind.HIDE if hidden else EditKind.SHOW
    return change(board, ids, {"hidden": hidden}, kind)


def remove(board: Board, ids: Iterable[str], kind: EditKind = EditKind.REMOVE) -> Edit:
    """Take buttons off the board. Those whose place is fixed stay: it is refused."""
    chosen = tuple(ids)

    def removed(now: Board) -> Board:
        refuse_locked(now.buttons[name] for name in chosen)
        return without(now, chosen)

    return board_edit(kind, _subject(board, chosen), board.id, removed)


def picture(board: Board, ids: Iterable[str], image: Image | None) -> Edit:
    """Give these buttons another picture; None takes it away."""
    chosen = tuple(ids)

    def pictured(now: Board) -> Board:
        after, name = with_image(now, image) if image else (now, None)
        return without_unused(now, changed(after, chosen, {"image_id": name}))

    return board_edit(EditKind.PICTURE, _subject(board, chosen), board.id, pictured)


def sound(board: Board, ids: Iterable[str], recording: Sound | None) -> Edit:
    """Give these buttons a recorded sound; None takes it away."""
    chosen = tuple(ids)

    def sounding(now: Board) -> Board:
        after, name = with_sound(now, recording) if recording else (now, None)
        return without_unused(now, changed(after, chosen, {"sound_id": name}))

    return board_edit(EditKind.SOUND, _subject(board, chosen), board.id, sounding)


def with_image(board: Board, image: Image) -> tuple[Board, str]:
    """The board that has this picture, and the picture's id there."""
    name = _name_for(board.images, image)
    images = with_entry(board.images, name, replace(image, id=name))
    return replace(board, images=images), name


def with_sound(board: Board, recording: Sound) -> tuple[Board, str]:
    """The board that has this sound, and the sound's id there."""
    name = _name_for(board.sounds, recording)
    sounds = with_entry(board.sounds, name, replace(recording, id=name))
    return replace(board, sounds=sounds), name


def _name_for(known: Mapping[str, _Media], media: _Media) -> str:
    """The id of the same picture or sound where the board has it already, else a free one."""
    if known.get(media.id) == media:
        return media.id
    return free_name(media.id, known)


def _subject(board: Board, ids: Iterable[str]) -> str:
    return subject_of([board.buttons[name].label for name in ids])
