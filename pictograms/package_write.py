"""Open Board Format, written: a set of boards becomes one `.obz` package.

Pictures and sounds travel as files inside the package. ARASAAC's pictograms always state their
licence; the picture itself goes along where it is on this computer. Format: open-board-0.1.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, BinaryIO, TypeVar

from pictograms.archive import tidy_path
from pictograms.board import Board, Button, Image, LoadBoard, Sound
from pictograms.board_alone import (
    Pictures,
    Written,
    licensed,
    no_pictures,
    source_of,
    write_alone,
)
from pictograms.errors import BoardError
from pictograms.file_names import file_name, is_portable
from pictograms.files import drafted
from pictograms.languages import base
from pictograms.obf_read import FORMAT
from pictograms.obf_write import board_to_bytes
from pictograms.obz import BoardSet
from pictograms.package import BOARD_SUFFIX, Package
from pictograms.string_lists import with_keys

__all__ = ["Pictures", "Written", "no_pictures", "write_alone", "write_package"]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_PACKED = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp3", ".ogg", ".m4a", ".webm"})
_Media = TypeVar("_Media", Image, Sound)


def write_package(boards: BoardSet, path: Path, pictures: Pictures = no_pictures) -> Written:
    """Write the whole set as `.obz`, whole or not at all. Raises BoardError.

    Boards, pictures and sounds keep their paths where every system can hold such a name.
    """
    try:
        with source_of(boards) as package, drafted(path) as stream:
            return _Writer(boards, package, pictures).write(stream)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BoardError(f"{path.name}: cannot be written ({reason})") from error


class _Writer:
    """One package being written."""

    def __init__(self, boards: BoardSet, package: Package | None, pictures: Pictures) -> None:
        self._set = boards
        self._package = package
        self._pictures = pictures
        self._names: set[str] = {"manifest.json"}
        """Every path of the new package, in lower case."""
        self._files: dict[str, bytes | Path] = {}
        """New path to the file's bytes, or to where they lie."""
        self._moved: dict[str, str | None] = {}
        """Path of a picture or sound in the source to its new one; None where it is not there."""
        self._paths = {identity: self._board_path(identity) for identity in boards.boards}
        self._old = {path: identity for identity, path in boards.paths.items()}

    def write(self, stream: BinaryIO) -> Written:
        boards = [self._whole(board) for board in self._set.boards.values()]
        with zipfile.ZipFile(stream, "w") as archive:
            _add(archive, "manifest.json", self._manifest(boards))
            for board in boards:
                _add(archive, self._paths[board.id], board_to_bytes(board))
            for path, content in self._files.items():
                data = content if isinstance(content, bytes) else content.read_bytes()
                _add(archive, path, data)
        missing = tuple(path for path, new in self._moved.items() if new is None)
        return Written(len(boards), len(self._files), missing)

    def _board_path(self, identity: str) -> str:
        wanted = tidy_path(self._set.paths.get(identity, "")) or ""
        is_fit = wanted.endswith(BOARD_SUFFIX) and is_portable(wanted)
        if is_fit and wanted.lower() not in self._names:
            self._names.add(wanted.lower())
            return wanted
        stem = PurePosixPath(wanted).stem or self._set.boards[identity].name or identity
        taken = {PurePosixPath(name).name for name in self._names}
        path = f"boards/{file_name(stem, BOARD_SUFFIX, taken)}"
        self._names.add(path)
        return path

    def _whole(self, board: Board) -> Board:
        """The board with the paths that its links and files have in the new package."""
        board = with_keys(board)
        language = base(board.locale) or "en"
        images = {one.id: self._image(licensed(one, language)) for one in board.images.values()}
        sounds = {one.id: self._carried(one, "sounds") for one in board.sounds.values()}
        buttons = {name: self._linked(button) for name, button in board.buttons.items()}
        return replace(
            board,
            buttons=MappingProxyType(buttons),
            images=MappingProxyType(images),
            sounds=MappingProxyType(sounds),
        )

    def _linked(self, button: Button) -> Button:
        link = button.load_board
        target = self._target(link) if link else None
        if link is None or target is None:
            return button
        is_same = link.path is not None and tidy_path(link.path) == self._paths[target]
        path = link.path if is_same else self._paths[target]
        return button if is_same else replace(button, load_board=replace(link, path=path))

    def _target(self, link: LoadBoard) -> str | None:
        by_path = self._old.get(tidy_path(link.path) or "") if link.path else None
        return by_path or (link.id if link.id in self._set.boards else None)

    def _image(self, image: Image) -> Image:
        number = image.arasaac_id
        if image.data or image.path or number is None:
            return self._carried(image, "images")
        path = f"images/arasaac_{image.variant.file_name(number)}"
        if path not in self._files:
            file = self._pictures(number, image.variant)
            if file is None or path in self._names:
                return image
            self._names.add(path)
            self._files[path] = file
        return replace(image, path=path, content_type=image.content_type or "image/png")

    def _carried(self, item: _Media, folder: str) -> _Media:
        if item.data or not item.path:
            return item
        if item.path not in self._moved:
            self._moved[item.path] = self._take(item.path, folder)
        new = self._moved[item.path]
        is_same = new is None or new == tidy_path(item.path)
        return item if is_same else replace(item, path=new)

    def _take(self, path: str, folder: str) -> str | None:
        """Put a file of the source into the new package; None where it is not there."""
        if self._package is None:
            return None
        try:
            data = self._package.read(path)
        except BoardError:
            return None
        new = tidy_path(path) or ""
        if new in self._files:  # the same file under two spellings
            return new
        if not is_portable(new) or new.lower() in self._names:
            parts = PurePosixPath(new)
            taken = {PurePosixPath(name).name for name in self._names}
            ending = parts.suffix.lower() if is_portable(f"a{parts.suffix}") else ""
            new = f"{folder}/{file_name(parts.stem, ending, taken)}"
        self._names.add(new.lower())
        self._files[new] = data
        return new

    def _manifest(self, boards: Iterable[Board]) -> bytes:
        whole = list(boards)
        value: dict[str, Any] = {
            "format": FORMAT,
            "root": self._paths[self._set.root],
            "paths": {
                "boards": self._paths,
                "images": _by_id(board.images for board in whole),
                "sounds": _by_id(board.sounds for board in whole),
            },
        }
        name = self._set.name if self._set.name != self._set.first.name else None
        ours = {
            "ext_aac_name": name,
            "ext_aac_urgent": self._set.urgent,
            "ext_aac_sizes": [list(size) for size in self._set.sizes] or None,
        }
        value |= {key: told for key, told in ours.items() if told is not None}
        for key, kept in self._set.extra.items():
            if key == "paths" and isinstance(kept, dict):
                value["paths"] = {**kept, **value["paths"]}
            else:
                value.setdefault(key, kept)
        return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _by_id(lists: Iterable[Mapping[str, Image] | Mapping[str, Sound]]) -> dict[str, str]:
    """Id to path of every picture or sound that lies in the package, as the format asks.

    Where two boards mean different things by one id, the path stands for the id: who reads the
    manifest must not give the one's picture to the other.
    """
    meant: dict[str, set[str | None]] = {}
    for items in lists:
        for item in items.values():
            meant.setdefault(item.id, set()).add(None if item.data else item.path)
    return {
        (identity if len(found) == 1 else path): path
        for identity, found in meant.items()
        for path in sorted(path for path in found if path)
    }


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """One file without a date or an owner; pictures and sounds are compressed already."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = 3
    info.external_attr = _PLAIN_FILE
    is_packed = PurePosixPath(name).suffix.lower() in _PACKED
    kind = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    archive.writestr(info, data, kind)
