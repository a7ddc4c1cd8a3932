"""Open Board Format, written: a `Board` becomes one `.obf` file that any program may read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pictograms.board import Board, Button, Image, License, LoadBoard, Sound, Symbol
from pictograms.errors import BoardError
from pictograms.fields import MAX_BYTES
from pictograms.files import write_whole
from pictograms.obf_read import FORMAT
from pictograms.pictogram import WordClass


def write_board(board: Board, path: Path) -> None:
    """Write the board as `.obf`, whole or not at all. Raises BoardError."""
    try:
        write_whole(path, board_to_bytes(board))
    except OSError as error:
        reason = error.strerror or str(error)
        raise BoardError(f"{path.name}: cannot be written ({reason})") from error


def board_to_bytes(board: Board) -> bytes:
    """The `.obf` text of a board, UTF-8, the same for the same board. Raises BoardError."""
    raw = board_to_json(board)
    try:
        data = _to_bytes(raw, 1)
        # Values nested deeply take many blanks: a board that was read must be read again.
        return data if len(data) <= MAX_BYTES else _to_bytes(raw, None)
    except (TypeError, ValueError, RecursionError) as error:
        raise BoardError(f"{board.name}: cannot be written as JSON ({error})") from error


def _to_bytes(raw: Mapping[str, Any], indent: int | None) -> bytes:
    apart = (",", ": ") if indent else (",", ":")
    text = json.dumps(raw, ensure_ascii=False, indent=indent, separators=apart, allow_nan=False)
    try:
        return (text + "\n").encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair in a field that is not ours
        text = json.dumps(raw, indent=indent, separators=apart, allow_nan=False)
        return (text + "\n").encode("ascii")


def board_to_json(board: Board) -> dict[str, Any]:
    """The board as the format's JSON value; what its reader did not understand is in it again."""
    grid = {"rows": board.rows, "columns": board.columns, "order": [list(r) for r in board.order]}
    known = {
        "format": board.extra.get("format", FORMAT),
        "id": board.id,
        "locale": board.locale or None,
        "name": board.name,
        "description_html": board.description_html,
        "ext_aac_home_after_word": board.home_after_word,
        "license": _license(board.license),
        "strings": {locale: dict(texts) for locale, texts in board.strings.items()} or None,
        "grid": grid,
    }
    lists = {
        "buttons": [_button(button) for button in board.buttons.values()],
        "images": [_image(image) for image in board.images.values()],
        "sounds": [_sound(sound) for sound in board.sounds.values()],
    }
    return _merged(known, board.extra) | lists


def _button(button: Button) -> dict[str, Any]:
    is_classed = button.word_class is not WordClass.OTHER
    return _merged(
        {
            "id": button.id,
            "label": button.label,
            "vocalization": button.vocalization,
            "image_id": button.image_id,
            "sound_id": button.sound_id,
            "hidden": button.hidden or None,
            "background_color": button.background_color,
            "border_color": button.border_color,
            **_actions(button),
            "load_board": _link(button.load_board),
            "ext_aac_gloss": button.gloss,
            "ext_aac_word_class": button.word_class.value if is_classed else None,
            "ext_aac_emoji": button.emoji,
            "ext_aac_speaks_at_once": button.speaks_at_once or None,
            "ext_aac_adds_word": button.adds_word,
            "ext_aac_level": button.level if button.level != 1 else None,
        },
        button.extra,
    )


def _actions(button: Button) -> dict[str, Any]:
    """One action as `action`; several as `actions`, with the first one for simpler programs."""
    if not button.actions:
        return {}
    fallback = button.extra.get("action", button.actions[0])
    is_single = len(button.actions) == 1 and fallback == button.actions[0]
    return {"action": fallback} | ({} if is_single else {"actions": list(button.actions)})


def _image(image: Image) -> dict[str, Any]:
    return _merged(
        {
            "id": image.id,
            "width": image.width,
            "height": image.height,
            "content_type": image.content_type,
            "data": image.data,
            "path": image.path,
            "url": image.url,
            "symbol": _symbol(image.symbol),
            "license": _license(image.license),
        },
        image.extra,
    )


def _sound(sound: Sound) -> dict[str, Any]:
    return _merged(
        {
            "id": sound.id,
            "duration": sound.duration,
            "content_type": sound.content_type,
            "data": sound.data,
            "path": sound.path,
            "url": sound.url,
            "license": _license(sound.license),
        },
        sound.extra,
    )


def _link(link: LoadBoard | None) -> dict[str, Any] | None:
    if link is None:
        return None
    return _told(
        {
            "id": link.id,
            "name": link.name,
            "path": link.path,
            "url": link.url,
            "data_url": link.data_url,
        }
    )


def _symbol(symbol: Symbol | None) -> dict[str, Any] | None:
    return {"set": symbol.set, "filename": symbol.filename} if symbol else None


def _license(found: License | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return _told(
        {
            "type": found.type,
            "copyright_notice_url": found.copyright_notice_url,
            "source_url": found.source_url,
            "author_name": found.author_name,
            "author_url": found.author_url,
            "author_email": found.author_email,
        }
    )


def _told(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _merged(known: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """Our fields, then those kept for the round trip, one level deep; ours win."""
    told = _told(known)
    for key, kept in extra.items():
        ours = told.get(key)
        if isinstance(ours, dict) and isinstance(kept, dict):
            told[key] = {**kept, **ours}
        else:
            told.setdefault(key, kept)
    return told
