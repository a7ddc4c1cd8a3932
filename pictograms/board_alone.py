"""Open Board Format, written: one board that stands alone, its pictures and sounds inside it."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pictograms.board import Board, Image, Sound
from pictograms.credit import image_license
from pictograms.errors import BoardError
from pictograms.languages import base
from pictograms.obf_write import write_board
from pictograms.obz import BoardSet
from pictograms.package import Package, open_package
from pictograms.string_lists import with_keys
from pictograms.variant import Variant

Pictures = Callable[[int, Variant], Path | None]
"""The file of one of ARASAAC's pictograms, or None where it is not on this computer."""

_Media = TypeVar("_Media", Image, Sound)


@dataclass(frozen=True, slots=True)
class Written:
    """What went into a file."""

    boards: int
    pictures: int
    """Picture and sound files carried inside."""
    missing: tuple[str, ...] = ()
    """Paths of pictures and sounds that the boards name and that are not there."""


def no_pictures(_number: int, _variant: Variant) -> Path | None:
    """For an export that carries no file of ARASAAC's."""
    return None


def write_alone(
    boards: BoardSet, board: Board, path: Path, pictures: Pictures = no_pictures
) -> Written:
    """Write one board as `.obf` with its pictures and sounds inside it. Raises BoardError."""
    board = with_keys(board)
    with source_of(boards) as package:
        carrier = _Inline(package, pictures, base(board.locale) or "en")
        images = {one.id: carrier.image(one) for one in board.images.values()}
        sounds = {one.id: carrier.inside(one) for one in board.sounds.values()}
    whole = replace(board, images=MappingProxyType(images), sounds=MappingProxyType(sounds))
    write_board(whole, path)
    return Written(1, carrier.count, tuple(carrier.missing))


def source_of(boards: BoardSet) -> Any:
    """The package that the set was read from, where its boards name files in it."""
    for board in boards.boards.values():
        items = (*board.images.values(), *board.sounds.values())
        if any(_needs_file(item) for item in items):
            return open_package(boards.source)
    return nullcontext(None)


def _needs_file(item: Any) -> bool:
    return bool(item.path and not item.data)


def licensed(image: Image, language: str) -> Image:
    """A pictogram of ARASAAC's with the licence that is to be stated."""
    number = image.arasaac_id
    if number is None or image.license is not None:
        return image
    return replace(image, license=image_license(number, language))


@dataclass(slots=True)
class _Inline:
    """Puts files into the board itself, as data URIs (RFC 2397)."""

    package: Package | None
    pictures: Pictures
    language: str
    count: int = 0
    missing: list[str] = field(default_factory=list)

    def image(self, image: Image) -> Image:
        image = licensed(image, self.language)
        number = image.arasaac_id
        if image.data or image.path or number is None:
            return self.inside(image)
        file = self.pictures(number, image.variant)
        data = _read(file) if file else None
        if data is None:
            return image
        self.count += 1
        return replace(image, data=_uri(data, "image/png"), content_type="image/png")

    def inside(self, item: _Media) -> _Media:
        if item.data or not item.path or self.package is None:
            return item
        try:
            data = self.package.read(item.path)
        except BoardError:
            self.missing.append(item.path)
            return item
        self.count += 1
        kind = item.content_type or mimetypes.guess_type(item.path)[0] or "image/png"
        return replace(item, data=_uri(data, kind), path=None)


def _uri(data: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
