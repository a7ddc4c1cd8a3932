"""What a button shows: its picture, else an emoji, else its letters. No Qt."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote_to_bytes
from zipfile import is_zipfile

from pictograms.board import Board, Button, Image
from pictograms.obz import BoardSet
from pictograms.variant import Variant


class Cached(Protocol):
    """Knows where the pictures of ARASAAC lie that are on this computer."""

    def __call__(self, identity: int, variant: Variant = ..., /) -> Path | None: ...


@dataclass(frozen=True, slots=True)
class Face:
    """Everything that a cell may draw for a button, best first."""

    path: Path | None = None
    """A picture file, or its name inside `package`."""
    package: Path | None = None
    """The `.obz` file that holds the picture, where it is in one."""
    data: bytes | None = None
    emoji: str = ""
    letters: str = ""


def face_of(
    board: Board,
    button: Button,
    folder: Path | None,
    cached: Cached,
    package: Path | None = None,
) -> Face:
    """The face of a button: a picture of its own, the cached symbol, its emoji, its letters.

    `folder` is where the board's file lies; a picture's path never leads out of it. A board that
    came out of an `.obz` file has its pictures in that `package` instead.
    """
    image = board.image_of(button)
    if package and image and image.path and not image.data:
        return Face(Path(image.path), package, None, button.emoji or "", _letters(button))
    path, data = (None, None) if image is None else _picture(image, folder, cached)
    return Face(path, None, data, button.emoji or "", _letters(button))


def faces_in(boards: BoardSet, board: Board, cached: Cached) -> Callable[[Button], Face]:
    """How each button of this board looks; its pictures lie where the board came from."""
    path = boards.paths.get(board.id, "")
    source, package = boards.source, None
    if source.is_dir():
        folder: Path | None = (source / path).parent
    elif is_zipfile(source):
        folder, package = None, source
    else:
        folder = source.parent
    return lambda button: face_of(board, button, folder, cached, package)


def _letters(button: Button) -> str:
    return "" if button.actions and not button.label else button.label


def _picture(image: Image, folder: Path | None, cached: Cached) -> tuple[Path | None, bytes | None]:
    if image.data and (data := _data_uri(image.data)):
        return None, data
    if image.path and folder and (path := _inside(folder, image.path)):
        return path, None
    return _symbol(image, cached), None


def _symbol(image: Image, cached: Cached) -> Path | None:
    """ARASAAC's picture as the board wants it drawn; the plain one until that has come."""
    number, variant = image.arasaac_id, image.variant
    if number is None:
        return None
    drawn = None if variant.is_plain else cached(number, variant)
    return drawn or cached(number)


def _inside(folder: Path, name: str) -> Path | None:
    try:
        path = (folder / name).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError):
        return None


def _data_uri(uri: str) -> bytes | None:
    """The bytes of a `data:` URI (RFC 2397), or None where it is none."""
    head, comma, body = uri.partition(",")
    if not comma or not head.startswith("data:"):
        return None
    try:
        if head.endswith(";base64"):
            return base64.b64decode(unquote_to_bytes(body), validate=False)
        return unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None
