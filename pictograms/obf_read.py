"""Open Board Format, read: one board (`.obf`, JSON) becomes a `Board`.

Format: open-board-0.1. Real files stray from it (numeric ids, hex colours, no locale, no
format, empty image ids, buttons outside the grid), so whatever can be understood is, and
fields that are not travel along in `extra`. Only what is no board at all, or would choke
the program, is refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, TypeVar

from pictograms.board import Board, Button, Image, License, LoadBoard, Sound, Symbol
from pictograms.colours import normal_colour
from pictograms.errors import BoardError
from pictograms.fields import MAX_TEXT, Fields, check_depth, load_json
from pictograms.grid import read_order
from pictograms.names import FreeNames
from pictograms.pictogram import WordClass

FORMAT = "open-board-0.1"
MAX_PARTS = 4_000
"""Most buttons, images or sounds of one board."""

_T = TypeVar("_T")
_Build = Callable[[str, Fields], _T]
_WORD_CLASSES = MappingProxyType({kind.value: kind for kind in WordClass})


def parse_board(data: bytes | Mapping[str, Any], name: str) -> Board:
    """The board in `data`, a JSON text or its value.

    `name` is the file's name: it begins every complaint, and its stem stands in for an id
    or a board name that is missing. Raises BoardError, one sentence.
    """
    raw = load_json(data, name) if isinstance(data, bytes) else _plain(data, name)
    if not isinstance(raw, dict):
        raise BoardError(f"{name}: is not a board (a JSON object was expected)")
    fields = Fields(raw, name)
    if not (fields.has("buttons") or fields.has("grid")):
        raise BoardError(f"{name}: is not a board (it has neither buttons nor a grid)")
    return _board(fields, name)


def _plain(value: Mapping[str, Any], name: str) -> Any:
    """A copy that nobody else holds and that is JSON for certain."""
    try:
        copy = json.loads(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError, RecursionError) as error:
        raise BoardError(f"{name}: is not JSON ({error})") from error
    check_depth(copy, name)
    return copy


def _board(fields: Fields, name: str) -> Board:
    stem = PurePath(name).stem or "board"
    fields.drop("format", FORMAT)  # any other one stays in `extra` and is written again
    buttons = _parts(fields, "buttons", name, _button)
    images = _parts(fields, "images", name, _image)
    sounds = _parts(fields, "sounds", name, _sound)
    identity, title = fields.identity("id"), fields.text("name")
    fields.discard("id", "name")
    return Board(
        id=identity or stem,
        name=title or stem,
        locale=fields.text("locale") or "",
        buttons=buttons,
        order=read_order(fields, buttons, name),
        images=images,
        sounds=sounds,
        license=_license(fields),
        description_html=fields.long_text("description_html"),
        home_after_word=fields.flag("ext_aac_home_after_word"),
        strings=fields.convert("strings", _strings) or MappingProxyType({}),
        extra=fields.rest(),
    )


def _parts(fields: Fields, key: str, name: str, build: _Build[_T]) -> Mapping[str, _T]:
    """The objects of a list by their id; a second one of the same id gets a new one."""
    found: dict[str, _T] = {}
    names = FreeNames()
    entries = fields.listing(key) or []
    fields.discard(key)
    if len(entries) > MAX_PARTS:
        raise BoardError(f"{name}: has more than {MAX_PARTS} {key}")
    for entry in entries:
        if isinstance(entry, dict):
            part = Fields(entry, name)
            wanted = part.identity("id") or f"{key}-{len(found) + 1}"
            part.discard("id")
            free = names.give(wanted)
            found[free] = build(free, part)
    return MappingProxyType(found)


def _button(identity: str, fields: Fields) -> Button:
    label = fields.text("label") or ""
    fields.discard("label")
    return Button(
        id=identity,
        label=label,
        vocalization=fields.text("vocalization"),
        image_id=fields.identity("image_id"),
        sound_id=fields.identity("sound_id"),
        hidden=fields.flag("hidden") or False,
        background_color=fields.convert("background_color", _colour),
        border_color=fields.convert("border_color", _colour),
        actions=_actions(fields),
        load_board=_link(fields),
        gloss=fields.text("ext_aac_gloss"),
        word_class=fields.convert("ext_aac_word_class", _word_class) or WordClass.OTHER,
        emoji=fields.text("ext_aac_emoji"),
        speaks_at_once=fields.flag("ext_aac_speaks_at_once") or False,
        adds_word=fields.flag("ext_aac_adds_word"),
        level=fields.convert("ext_aac_level", _level) or 1,
        extra=fields.rest(),
    )


def _image(identity: str, fields: Fields) -> Image:
    return Image(
        id=identity,
        data=fields.long_text("data"),
        path=fields.text("path"),
        url=fields.text("url"),
        symbol=_symbol(fields),
        content_type=fields.text("content_type"),
        width=fields.whole("width"),
        height=fields.whole("height"),
        license=_license(fields),
        extra=fields.rest(),
    )


def _sound(identity: str, fields: Fields) -> Sound:
    return Sound(
        id=identity,
        data=fields.long_text("data"),
        path=fields.text("path"),
        url=fields.text("url"),
        content_type=fields.text("content_type"),
        duration=fields.number("duration"),
        license=_license(fields),
        extra=fields.rest(),
    )


def _actions(fields: Fields) -> tuple[str, ...]:
    """`actions` where given, else the one `action`, which is its fallback for other programs."""
    several = fields.convert("actions", _texts)
    if several is None:
        single = fields.text("action")
        return (single,) if single else ()
    fields.drop("action", several[0])
    return several


def _texts(value: Any) -> tuple[str, ...] | None:
    is_list = isinstance(value, list) and 0 < len(value) <= MAX_PARTS
    return tuple(value) if is_list and all(map(_is_short, value)) else None


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MAX_TEXT


def _link(fields: Fields) -> LoadBoard | None:
    inner = fields.part("load_board")
    if inner is None:
        return None
    link = LoadBoard(
        id=inner.identity("id"),
        name=inner.text("name"),
        path=inner.text("path"),
        url=inner.text("url"),
        data_url=inner.text("data_url"),
    )
    fields.keep("load_board", inner.rest())
    return link if link != LoadBoard() else None


def _symbol(fields: Fields) -> Symbol | None:
    inner = fields.part("symbol")
    if inner is None:
        return None
    whole = dict(inner.rest())
    symbol = Symbol(set=inner.text("set") or "", filename=inner.text("filename") or "")
    is_named = bool(symbol.set and symbol.filename)
    fields.keep("symbol", inner.rest() if is_named else whole)
    return symbol if is_named else None


def _license(fields: Fields) -> License | None:
    """The licence; one without a type counts as private, as the format says."""
    inner = fields.part("license")
    if inner is None:
        plain = fields.text("license")
        return License(plain) if plain else None
    found = License(
        type=inner.text("type") or "private",
        copyright_notice_url=inner.text("copyright_notice_url"),
        source_url=inner.text("source_url"),
        author_name=inner.text("author_name"),
        author_url=inner.text("author_url"),
        author_email=inner.text("author_email"),
    )
    inner.discard("type")
    fields.keep("license", inner.rest())
    return found


def _colour(value: Any) -> str | None:
    return normal_colour(value) if isinstance(value, str) else None


def _word_class(value: Any) -> WordClass | None:
    return _WORD_CLASSES.get(value) if isinstance(value, str) else None


def _level(value: Any) -> int | None:
    is_level = isinstance(value, int) and not isinstance(value, bool) and value >= 1
    return value if is_level else None


def _strings(value: Any) -> Mapping[str, Mapping[str, str]] | None:
    if not isinstance(value, dict) or not all(map(_is_string_list, value.values())):
        return None
    return MappingProxyType({locale: MappingProxyType(texts) for locale, texts in value.items()})


def _is_string_list(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
