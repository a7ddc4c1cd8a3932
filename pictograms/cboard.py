"""Cboard's files (`board.json`): a list of boards, whose tiles become buttons.

Format: Cboard's export and its default boards: `[{id, name | nameKey, locale, grid{rows, columns,
order}, tiles[{id, label | labelKey, image, loadBoard, type, ...}]}]`, or an object of such lists.
The words of default boards are only keys (`symbol.pronouns.I`) into Cboard's own translations,
which are not ours to carry: the last part of the key, an English word, is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from pictograms import loose
from pictograms.board import Board, Button, Image, LoadBoard, Sound, Symbol
from pictograms.colours import normal_colour
from pictograms.credit import image_license
from pictograms.errors import BoardError
from pictograms.fields import Fields
from pictograms.file_names import file_name
from pictograms.grd_pictures import arasaac_number, host_of
from pictograms.grid import read_order
from pictograms.import_report import (
    ImportReport,
    Notes,
    Reason,
    count_links,
    pictogram_numbers,
    taken,
)
from pictograms.languages import base, tag
from pictograms.names import FreeNames
from pictograms.obf_read import MAX_PARTS
from pictograms.obz import MAX_BOARDS, BoardSet
from pictograms.pictogram import WordClass
from pictograms.room import Room

FORMAT = "cboard"
_ROOT = "root"
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_FILE = re.compile(r"/symbols/([\w-]+)/+([^/?#]+)$")


@dataclass(frozen=True, slots=True)
class _Found:
    """One board of the file with an id and a path of its own."""

    raw: Mapping[str, Any]
    id: str
    path: str
    name: str


def is_cboard(value: Any) -> bool:
    """Whether this JSON value is such a file."""
    return bool(_boards_in(value))


def read_cboard(value: Any, path: Path, wanted: str | None) -> tuple[BoardSet, ImportReport]:
    """The boards of a file's JSON value. Raises BoardError where none can be taken."""
    notes = Notes()
    raw = _boards_in(value)
    if len(raw) > MAX_BOARDS:
        raise BoardError(f"{path.name}: holds more than {MAX_BOARDS} boards")
    listed = _named(raw, path)
    boards: dict[str, Board] = {}
    Room(path.name).take(sum(len(loose.objects(one.get("tiles"))) for one in raw))
    for one in listed.values():
        try:
            boards[one.id] = _board(one, listed, notes)
        except BoardError as error:
            notes.skip(one.name, "", Reason.PROBLEM, str(error))
    if not boards:
        raise BoardError(notes.left_out[-1].detail)
    language = next(iter(boards.values())).locale
    if wanted and base(wanted) != base(language):
        notes.adapt("", "", Reason.LANGUAGE, language)
    root = _ROOT if _ROOT in boards else next(iter(boards))
    found = BoardSet(
        name=boards[root].name,
        root=root,
        boards=MappingProxyType(boards),
        paths=MappingProxyType({one: listed[one].path for one in boards}),
        source=path,
    )
    return found, _report(found, notes, language)


def _report(found: BoardSet, notes: Notes, language: str) -> ImportReport:
    boards = found.boards.values()
    return ImportReport(
        source=found.source.name,
        format=FORMAT,
        language=language,
        boards=len(boards),
        buttons=sum(len(board.buttons) for board in boards),
        links=count_links(boards),
        pictograms=len(pictogram_numbers(boards)),
        taken=taken(boards),
        approximated=tuple(notes.approximated),
        left_out=tuple(notes.left_out),
    )


def _boards_in(value: Any) -> Sequence[Mapping[str, Any]]:
    """Every object with tiles: in a list, in the lists of an object, or the object itself."""
    if isinstance(value, dict):
        if isinstance(value.get("tiles"), list):
            return [value]
        lists = [part for part in value.values() if isinstance(part, list)]
        return [board for part in lists for board in _boards_in(part)]
    return [board for board in loose.objects(value) if isinstance(board.get("tiles"), list)]


def _named(raw: Sequence[Mapping[str, Any]], path: Path) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    files: set[str] = set()
    names = FreeNames()
    for number, board in enumerate(raw, 1):
        identity = names.give(loose.text(board.get("id")) or f"board-{number}")
        name = loose.text(board.get("name")) or _word(loose.text(board.get("nameKey")))
        name = name or f"{path.name.split('.')[0]} {number}"
        file = file_name(name, ".obf", files)
        files.add(file)
        found[identity] = _Found(board, identity, f"boards/{file}", name)
    return found


def _word(key: str) -> str:
    """The English word at the end of a key: `quick chat` for `cboard.symbol.quickChat`."""
    last = key.rpartition(".")[2]
    words = _HUMP.split(last)
    small = [word if len(word) > 1 and word.isupper() else word.lower() for word in words]
    return last if last == "I" else " ".join(small)


def _board(found: _Found, listed: Mapping[str, _Found], notes: Notes) -> Board:
    tiles = loose.objects(found.raw.get("tiles"))
    if len(tiles) > MAX_PARTS:
        raise BoardError(f"{found.name}: has more than {MAX_PARTS} buttons")
    reader = _Tiles(found, listed, notes)
    for number, tile in enumerate(tiles, 1):
        reader.read(tile, number)
    grid = loose.mapping(found.raw.get("grid"))
    if not isinstance(grid.get("order"), list):
        notes.adapt(found.name, "", Reason.LAID_OUT)
    buttons = MappingProxyType(reader.buttons)
    kept = {
        "ext_cboard_name_key": loose.text(found.raw.get("nameKey")),
        "ext_cboard_hidden": found.raw.get("hidden") is True,
    }
    return Board(
        id=found.id,
        name=found.name,
        locale=tag(loose.text(found.raw.get("locale"))) or "en",
        buttons=buttons,
        order=read_order(Fields({"grid": dict(grid)}, found.name), buttons, found.name),
        images=MappingProxyType(reader.images),
        sounds=MappingProxyType(reader.sounds),
        description_html=loose.text(found.raw.get("description")) or None,
        extra=MappingProxyType({key: value for key, value in kept.items() if value}),
    )


class _Tiles:
    """Reads the tiles of one board."""

    def __init__(self, found: _Found, listed: Mapping[str, _Found], notes: Notes) -> None:
        self._board = found
        self._listed = listed
        self._notes = notes
        self._names = FreeNames()
        self.buttons: dict[str, Button] = {}
        self.images: dict[str, Image] = {}
        self.sounds: dict[str, Sound] = {}

    def read(self, tile: Mapping[str, Any], number: int) -> None:
        identity = self._names.give(loose.text(tile.get("id")) or f"tile-{number}")
        key = loose.text(tile.get("labelKey"))
        label = loose.text(tile.get("label")) or _word(key)
        if not loose.text(tile.get("label")) and key:
            self._notes.adapt(self._board.name, label, Reason.KEY_AS_WORD, label)
        link = self._link(loose.text(tile.get("loadBoard")), label)
        action = loose.text(tile.get("action"))
        image, sound = self._image(tile, identity, label), self._sound(tile, identity)
        colours = (_colour(tile.get(name)) for name in ("backgroundColor", "borderColor"))
        background, border = colours
        self.buttons[identity] = Button(
            id=identity,
            label=label,
            vocalization=loose.text(tile.get("vocalization")) or None,
            image_id=image,
            sound_id=sound,
            hidden=tile.get("hidden") is True,
            background_color=background,
            border_color=border,
            actions=(action,) if action.startswith(("+", ":")) else (),
            load_board=link,
            word_class=WordClass.CATEGORY if link else WordClass.OTHER,
            adds_word=None if label else False,
            extra=MappingProxyType({"ext_cboard_label_key": key} if key else {}),
        )
        if action and not action.startswith(("+", ":")):
            self._notes.skip(self._board.name, label, Reason.OTHER_ACTION, action)

    def _link(self, target: str, label: str) -> LoadBoard | None:
        if not target:
            return None
        board = self._listed.get(target)
        if board is None:
            self._notes.adapt(self._board.name, label, Reason.LEADS_NOWHERE, target)
            return LoadBoard(id=target)
        return LoadBoard(id=board.id, name=board.name, path=board.path)

    def _image(self, tile: Mapping[str, Any], identity: str, label: str) -> str | None:
        source = loose.long_text(tile.get("image")).strip()
        if not source:
            return None
        image = _image(source, identity)
        if image is None:
            reason = "is named by a path that leads nowhere"
            self._notes.skip(self._board.name, label, Reason.BAD_PICTURE, reason)
            return None
        if image.symbol and image.arasaac_id is None:
            self._notes.adapt(self._board.name, label, Reason.SET_PICTURE, image.symbol.set)
        elif image.url and image.arasaac_id is None:
            self._notes.adapt(self._board.name, label, Reason.REMOTE_PICTURE, host_of(image.url))
        self.images[image.id] = image
        return image.id

    def _sound(self, tile: Mapping[str, Any], identity: str) -> str | None:
        source = loose.long_text(tile.get("sound")).strip()
        if source.startswith("data:"):
            sound = Sound(f"sound-{identity}", data=source)
        elif source.startswith(("http://", "https://")):
            sound = Sound(f"sound-{identity}", url=source)
        else:
            return None
        self.sounds[sound.id] = sound
        return sound.id


def _image(source: str, identity: str) -> Image | None:
    """A data URI, a URL, or a picture of one of the sets that Cboard carries."""
    if source.startswith("data:"):
        return Image(identity, data=source)
    is_remote = source.startswith(("http://", "https://"))
    if (number := arasaac_number(source)) is not None:
        symbol, licence = Symbol("arasaac", str(number)), image_license(number, "en")
        return Image(f"arasaac-{number}", url=source, symbol=symbol, license=licence)
    named = _FILE.search(source)
    if named:
        stem = PurePosixPath(named[2]).stem
        is_number = named[1] == "arasaac" and stem.isdecimal()
        symbol = Symbol(named[1], stem if is_number else named[2])
        return Image(
            identity,
            url=source if is_remote else None,
            symbol=symbol,
            license=image_license(int(stem), "en") if is_number else None,
        )
    return Image(identity, url=source) if is_remote else None


def _colour(value: Any) -> str | None:
    return normal_colour(value) if isinstance(value, str) else None
