"""One board in Open Board Format: real files, odd files, hostile files, and back again."""

from __future__ import annotations

import json
import math
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pictograms import obf_write
from pictograms.board import Board, Button, Image, License, LoadBoard, Sound, Symbol
from pictograms.colours import normal_colour
from pictograms.errors import BadImageError, BoardError
from pictograms.fields import MAX_BYTES, MAX_TEXT
from pictograms.media import inline_bytes
from pictograms.obf import board_to_bytes, board_to_json, parse_board, read_board, write_board
from pictograms.obf_read import MAX_PARTS
from pictograms.pictogram import WordClass

Json = dict[str, Any]


def board(**changes: Any) -> Board:
    """A board read from a small sound file with `changes`."""
    raw: Json = {
        "format": "open-board-0.1",
        "id": "b",
        "locale": "es",
        "name": "Prueba",
        "buttons": [{"id": "1", "label": "sí"}, {"id": "2", "label": "no"}],
        "grid": {"rows": 1, "columns": 2, "order": [["1", "2"]]},
        "images": [],
        "sounds": [],
    }
    return parse_board(raw | changes, "prueba.obf")


def button(**fields: Any) -> Button:
    """The one button of a board, read from `fields`."""
    [found] = board(buttons=[{"id": "1", "label": "sí", **fields}]).buttons.values()
    return found


def test_a_small_board() -> None:
    small = board()
    assert (small.id, small.name, small.locale) == ("b", "Prueba", "es")
    assert [(row, column, one.label) for row, column, one in small.cells()] == [
        (0, 0, "sí"),
        (0, 1, "no"),
    ]
    assert small.extra == {}


def test_every_field_of_a_button() -> None:
    found = button(
        vocalization="¡Sí!",
        image_id="i",
        sound_id="s",
        hidden=True,
        background_color="#ff9688",
        border_color="rgba( 1,2,3 ,0.50)",
        actions=["+s", ":space"],
        load_board={"id": "x", "name": "X", "path": "x.obf", "url": "u", "data_url": "d"},
        ext_aac_gloss="afirmar",
        ext_aac_word_class="social",
        ext_aac_emoji="👍",
        ext_aac_speaks_at_once=True,
        ext_aac_adds_word=True,
        ext_aac_level=2,
        ext_other_thing=[1],
    )
    assert found == Button(
        id="1",
        label="sí",
        vocalization="¡Sí!",
        image_id="i",
        sound_id="s",
        hidden=True,
        background_color="rgb(255, 150, 136)",
        border_color="rgba(1, 2, 3, 0.5)",
        actions=("+s", ":space"),
        load_board=LoadBoard("x", "X", "x.obf", "u", "d"),
        gloss="afirmar",
        word_class=WordClass.SOCIAL,
        emoji="👍",
        speaks_at_once=True,
        adds_word=True,
        level=2,
        extra=MappingProxyType({"ext_other_thing": [1]}),
    )


def test_every_field_of_a_picture_and_a_sound() -> None:
    licence = {
        "type": "CC BY",
        "copyright_notice_url": "n",
        "source_url": "s",
        "author_name": "a",
        "author_url": "u",
        "author_email": "e",
    }
    read = board(
        license=licence,
        images=[
            {
                "id": 7,
                "width": 500,
                "height": "400",
                "content_type": "image/png",
                "data": "data:image/png;base64,",
                "path": "images/7.png",
                "url": "https://x",
                "symbol": {"set": "arasaac", "filename": 2248, "ext_x_tone": 1},
                "license": licence | {"ext_x_year": 2020},
                "data_url": "https://y",
            }
        ],
        sounds=[{"id": "s", "duration": 2, "path": "s.mp3", "license": "CC0"}],
    )
    whole = License("CC BY", "n", "s", "a", "u", "e")
    assert read.license == whole
    assert read.images["7"] == Image(
        id="7",
        data="data:image/png;base64,",
        path="images/7.png",
        url="https://x",
        symbol=Symbol("arasaac", "2248"),
        content_type="image/png",
        width=500,
        height=400,
        license=whole,
        extra=MappingProxyType(
            {
                "data_url": "https://y",
                "symbol": {"ext_x_tone": 1},
                "license": {"ext_x_year": 2020},
            }
        ),
    )
    assert read.images["7"].arasaac_id == 2248
    assert read.sounds["s"] == Sound("s", path="s.mp3", duration=2.0, license=License("CC0"))


@pytest.mark.parametrize(
    ("colour", "normal"),
    [
        ("rgb(255, 0, 10)", "rgb(255, 0, 10)"),
        (" rgb( 255,0,  10) ", "rgb(255, 0, 10)"),
        ("RGBA(0, 0, 0, 0.1)", "rgba(0, 0, 0, 0.1)"),
        ("rgba(0, 0, 0, 1)", "rgba(0, 0, 0, 1)"),
        ("#444", "rgb(68, 68, 68)"),
        ("#ffff32", "rgb(255, 255, 50)"),
        ("#FFFF3280", "rgba(255, 255, 50, 0.502)"),
        ("#f008", "rgba(255, 0, 0, 0.533)"),
        ("White", "rgb(255, 255, 255)"),
        ("rgb(256, 0, 0)", None),
        ("rgb(-1, 0, 0)", None),
        ("rgb(1, 2)", None),
        ("rgba(1, 2, 3, 2)", None),
        ("rgba(1, 2, 3, nan)", None),
        ("#12345", None),
        ("hsl(1, 2, 3)", None),
        ("url(javascript:x)", None),
    ],
)
def test_colours(colour: str, normal: str | None) -> None:
    assert normal_colour(colour) == normal


def test_a_colour_that_means_nothing_is_kept_for_the_way_back() -> None:
    read = board(buttons=[{"id": "1", "label": "sí", "background_color": "hsl(1, 2, 3)"}])
    assert read.buttons["1"].background_color is None
    assert board_to_json(read)["buttons"][0]["background_color"] == "hsl(1, 2, 3)"
    painted = replace(read.buttons["1"], background_color="rgb(1, 2, 3)")
    again = replace(read, buttons={"1": painted})
    assert board_to_json(again)["buttons"][0]["background_color"] == "rgb(1, 2, 3)"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"action": ":clear"}, (":clear",)),
        ({"action": ":clear", "actions": [":clear", ":home"]}, (":clear", ":home")),
        ({"action": ":beep", "actions": [":clear", ":home"]}, (":clear", ":home")),
        ({"actions": []}, ()),
        ({"actions": [], "action": "+a"}, ("+a",)),
        ({"actions": [1, None], "action": "+a"}, ("+a",)),
        ({"action": ""}, ()),
        ({"action": None}, ()),
    ],
)
def test_actions(fields: Json, expected: tuple[str, ...]) -> None:
    read = board(buttons=[{"id": "1", "label": "x", **fields}])
    assert read.buttons["1"].actions == expected
    written = board_to_json(read)["buttons"][0]
    assert {key: written[key] for key in fields if fields[key]} == {
        key: value for key, value in fields.items() if value
    }


def test_numeric_ids_are_text() -> None:
    read = board(
        id=7,
        buttons=[
            {"id": 1, "label": 5, "image_id": 0, "load_board": {"id": 3}},
            {"id": 2.0, "label": "b"},
        ],
        grid={"rows": 1, "columns": 3, "order": [[1, 2, 3]]},
        images=[{"id": 0, "url": "x"}],
    )
    assert read.id == "7"
    assert read.order == (("1", "2", None),)
    one = read.buttons["1"]
    assert (one.label, one.image_id, one.load_board) == ("5", "0", LoadBoard(id="3"))
    picture = read.image_of(one)
    assert picture is not None
    assert picture.url == "x"


def test_two_buttons_of_one_id_both_live() -> None:
    read = board(buttons=[{"id": 1, "label": "a"}, {"id": "1", "label": "b"}, {"label": "c"}])
    assert {one.id: one.label for one in read.buttons.values()} == {
        "1": "a",
        "1~2": "b",
        "buttons-3": "c",
    }


@pytest.mark.parametrize("nothing", [None, "", {}, []])
def test_what_says_nothing_is_nothing(nothing: Any) -> None:
    read = board(
        locale=nothing,
        name=nothing,
        id=nothing,
        images=nothing or None,
        sounds=nothing or None,
        license=nothing,
        strings=nothing,
        buttons=[{"id": "1", "label": nothing, "image_id": nothing, "load_board": nothing}],
    )
    assert (read.id, read.name, read.locale) == ("prueba", "prueba", "")
    assert (read.license, read.images, read.strings, read.extra) == (None, {}, {}, {})
    assert read.buttons["1"] == Button("1", "")


@pytest.mark.parametrize(
    ("grid", "order"),
    [
        ({"rows": 1, "columns": 1, "order": [["1"]]}, (("1",),)),
        ({"rows": 2, "columns": 2, "order": [["1"]]}, (("1", None), (None, None))),
        ({"rows": 1, "columns": 1, "order": [["1", None], ["2"]]}, (("1", None), ("2", None))),
        ({"order": [["2", "gone", "1"]]}, (("2", None, "1"),)),
        ({"order": [["2"], None, 5, [{}, "1"]]}, (("2", None), *[(None, None)] * 2, (None, "1"))),
        ({"rows": 2, "columns": 1}, (("1",), ("2",))),
        ({"rows": 2}, (("1",), ("2",))),
        ({"rows": "2", "columns": "2"}, (("1", "2"), (None, None))),
        ({"rows": -3, "columns": None, "order": [["1"]]}, (("1",),)),
        ({"rows": 0, "columns": 0, "order": []}, ()),
        ({}, (("1", "2"),)),
        (None, (("1", "2"),)),
        ("wide", (("1", "2"),)),
    ],
)
def test_grids_of_every_shape(grid: Any, order: tuple[tuple[str | None, ...], ...]) -> None:
    read = board(grid=grid)
    assert read.order == order
    assert all(len(row) == read.columns for row in read.order)


def test_a_board_without_a_grid_is_laid_out_by_its_places() -> None:
    places = {"a": (0.5, 0.5), "b": (0.0, 0.5), "c": (0.0, 0.0), "d": (0.5, 0)}
    buttons = [
        {"id": name, "label": name, "top": top, "left": left, "width": 0.5, "height": 0.5}
        for name, (top, left) in places.items()
    ]
    read = board(grid=None, buttons=buttons)
    assert read.order == (("c", "b"), ("d", "a"))
    assert board_to_json(read)["buttons"] == buttons


def test_labels_in_another_language() -> None:
    strings = {"es": {":time": "hora"}, "fr": {":time": "temps"}}
    read = board(strings=strings, locale="es")
    assert read.say(":time") == "hora"
    assert read.say("Ana") == "Ana"
    assert board_to_json(read)["strings"] == strings


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is not JSON"),
        (b"not json", "is not JSON"),
        (b'{"buttons": [}', "is not JSON"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b'{"name": "\xe9"}', "is not UTF-8 text"),
        (b"[1, 2]", "is not a board"),
        (b'"ab"', "is not a board"),
        (b"null", "is not a board"),
        (b'{"a": 1}', "is not a board"),
        (b'{"buttons": [], "x": NaN}', "is not JSON"),
        (b'{"buttons": [], "x": 1e999}', "is not JSON"),
        (b'{"buttons": [], "x": ' + b"9" * 5000 + b"}", "is not JSON"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"buttons": [], "x": ' + b"[" * 60 + b"]" * 60 + b"}", "nested too deeply"),
        (b" " * (MAX_BYTES + 1), "is larger than 32 MiB"),
        (b'{"buttons": [], "grid": {"rows": 101, "columns": 1}}', "101 rows or columns"),
        (b'{"grid": {"rows": 1000000000, "columns": 1000000000}}', "rows or columns"),
        (b'{"grid": {"order": [[' + b"null," * 200 + b"null]]}}", "201 rows or columns"),
        (b'{"buttons": [' + b"{}," * MAX_PARTS + b"{}]}", "more than 4000 buttons"),
        (b'{"buttons": [], "images": [' + b"1," * MAX_PARTS + b"1]}", "more than 4000 images"),
        (b'{"name": "' + b"a" * (MAX_TEXT + 1) + b'", "buttons": []}', "longer than 5000"),
    ],
)
def test_what_is_no_board_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(BoardError, match=rf"^odd\.obf: .*{reason}") as caught:
        parse_board(data, "odd.obf")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_values_that_are_not_json_are_refused() -> None:
    loop: Json = {"buttons": []}
    loop["self"] = loop
    for value in (loop, {"buttons": [], "x": math.nan}, {"buttons": {1, 2}}):
        with pytest.raises(BoardError, match=r"^odd\.obf: is not JSON"):
            parse_board(value, "odd.obf")


def test_a_byte_order_mark_and_utf_16_are_read() -> None:
    text = json.dumps({"id": "x", "buttons": [{"id": "1", "label": "ñu"}]}, ensure_ascii=False)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le"):
        assert parse_board(text.encode(encoding), "x").buttons["1"].label == "ñu"


def test_half_a_character_neither_breaks_the_words_nor_the_file(tmp_path: Path) -> None:
    data = b'{"buttons": [{"id": "1", "label": "a\\ud800b\\u0000", "ext_x": "\\ud800"}]}'
    read = parse_board(data, "x.obf")
    assert read.buttons["1"].label == "a?b"
    write_board(read, tmp_path / "x.obf")
    assert read_board(tmp_path / "x.obf") == read


def test_reading_and_writing_a_file(tmp_path: Path) -> None:
    path = tmp_path / "nueva carpeta" / "prueba.obf"
    write_board(board(), path)
    assert read_board(path) == board()
    assert path.read_bytes().startswith(b'{\n "format": "open-board-0.1"')
    assert [file.name for file in path.parent.iterdir()] == ["prueba.obf"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BoardError, match=r"^no\.obf: cannot be read \(No such file"):
        read_board(tmp_path / "no.obf")


def test_a_board_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "b.obf"
    write_board(board(), path)
    broken = replace(board(), extra={"ext_x": math.inf})
    with pytest.raises(BoardError, match="cannot be written as JSON"):
        write_board(broken, path)
    assert read_board(path) == board()
    with pytest.raises(BoardError, match=r"^c\.obf: cannot be written \("):
        write_board(board(), path / "c.obf")


def test_what_is_written_keeps_to_the_format() -> None:
    written = board_to_json(
        board(
            id=5,
            buttons=[{"id": 1, "label": "x", "background_color": "#444", "action": ":clear"}],
            grid={"order": [[1]]},
        )
    )
    assert written == {
        "format": "open-board-0.1",
        "id": "5",
        "locale": "es",
        "name": "Prueba",
        "grid": {"rows": 1, "columns": 1, "order": [["1"]]},
        "buttons": [
            {
                "id": "1",
                "label": "x",
                "background_color": "rgb(68, 68, 68)",
                "action": ":clear",
            }
        ],
        "images": [],
        "sounds": [],
    }


def test_fields_that_nobody_knows_come_back() -> None:
    unknown: Json = {
        "ext_aac_whole": True,
        "url": "https://x",
        "data_url": None,
        "default_layout": "landscape",
        "format": "open-board-0.2",
        "license": {"type": "private", "ext_x": 1},
        "grid": {"rows": 1, "columns": 1, "order": [["1"]], "ext_gap": 3},
        "buttons": [
            {
                "id": "1",
                "label": "x",
                "hidden": "yes",
                "ext_aac_word_class": "pronoun",
                "ext_aac_level": 0,
                "load_board": {"path": "a.obf", "ext_y": {"z": [1, {"q": None}]}},
            }
        ],
    }
    written = board_to_json(board(**unknown))
    assert {key: written.get(key) for key in unknown} == unknown


@pytest.mark.parametrize(
    "name",
    ["aboutme.json", "foreign.obf", "inline_images.obf", "lots-of-stuff.obf", "simple.obf"],
)
def test_real_boards_go_round(shared: Path, tmp_path: Path, name: str) -> None:
    path = shared / "data" / "boards" / "obf" / name
    read = read_board(path)
    write_board(read, tmp_path / name)
    assert read_board(tmp_path / name) == read
    assert_nothing_lost(json.loads(path.read_bytes()), board_to_json(read))


@pytest.mark.parametrize("name", ["array.json", "hash.json", "string.json"])
def test_real_files_that_are_no_boards(shared: Path, name: str) -> None:
    with pytest.raises(BoardError, match=rf"^{name}: is not a board \("):
        read_board(shared / "data" / "boards" / "obf" / name)


def test_real_oddities_are_understood(shared: Path) -> None:
    folder = shared / "data" / "boards" / "obf"
    foreign = read_board(folder / "foreign.obf")
    assert foreign.locale == ""
    assert foreign.buttons["0"].background_color == "rgb(255, 255, 50)"
    assert (foreign.rows, foreign.columns) == (4, 5)
    stuff = read_board(folder / "lots-of-stuff.obf")
    assert stuff.license is not None
    assert stuff.license.author_name == "Brian Whitmer"
    inline = read_board(folder / "inline_images.obf")
    picture = next(iter(inline.images.values()))
    assert picture.data is not None
    assert inline_bytes(picture.data).startswith(b"\x89PNG")


def test_data_uris() -> None:
    assert inline_bytes("data:image/svg+xml,%3Csvg/%3E") == b"<svg/>"
    assert inline_bytes("data:;base64,aG9sYQ==") == b"hola"
    assert inline_bytes("DATA:image/png;BASE64,aG9s%0AYQ==") == b"hola"
    for bad in ("", "hola", "data:image/png;base64", "data:;base64,a"):
        with pytest.raises(BadImageError):
            inline_bytes(bad)


def assert_nothing_lost(original: Any, written: Any) -> None:
    """Everything that `original` says is in `written`, ids as text and colours as rgb."""
    if isinstance(original, dict):
        assert isinstance(written, dict)
        for key, value in original.items():
            if value not in (None, "", {}, []):
                assert_nothing_lost(value, written[key])
    elif isinstance(original, list):
        assert isinstance(written, list)
        assert len(original) <= len(written)  # a manifest may have told of more
        for one, other in zip(original, written, strict=False):
            assert_nothing_lost(one, other)
    else:
        colour = normal_colour(original) if isinstance(original, str) else None
        assert written in (original, str(original), colour)


def parsed(data: bytes) -> tuple[str, Board | None]:
    try:
        return "", parse_board(data, "fuzz.obf")
    except BoardError as error:
        return str(error), None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
_FIELDS = (Button, Image, Sound, License, LoadBoard, Symbol)
_KEYS = st.sampled_from(
    sorted({field.name for kind in _FIELDS for field in fields(kind)})
) | st.sampled_from(["action", "ext_aac_level", "ext_aac_word_class", "top", "left", "ext_x"])
_PARTS = st.lists(st.dictionaries(_KEYS, _JSON, max_size=6) | _JSON, max_size=4) | _JSON
_BOARDS = st.fixed_dictionaries(
    {},
    optional={
        "id": _JSON,
        "name": _JSON,
        "locale": _JSON,
        "format": _JSON,
        "buttons": _PARTS,
        "images": _PARTS,
        "sounds": _PARTS,
        "grid": st.dictionaries(st.sampled_from(["rows", "columns", "order"]), _JSON) | _JSON,
        "strings": _JSON,
        "license": st.dictionaries(_KEYS, _JSON) | _JSON,
        "ext_aac_home_after_word": _JSON,
        "description_html": _JSON,
    },
)
_SOON = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_SOON
@given(_BOARDS)
def test_any_json_is_a_board_or_a_sentence(raw: Json) -> None:
    data = json.dumps(raw).encode("utf-8", "replace")
    refusal, read = parsed(data)
    if read is None:
        assert refusal.startswith("fuzz.obf: ")
        assert "\n" not in refusal
        return
    assert all(len(row) == read.columns for row in read.order)
    assert all(one.id in read.buttons for _, _, one in read.cells())
    assert parse_board(board_to_bytes(read), "fuzz.obf") == read


@_SOON
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode()))
def test_any_bytes_are_a_board_or_a_sentence(data: bytes) -> None:
    with pytest.raises(BoardError, match=r"^fuzz\.obf: "):
        parse_board(data, "fuzz.obf")


def test_a_board_does_not_grow_past_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    deep: list[Any] = [0] * 300
    for _ in range(40):
        deep = [deep]
    read = parse_board({"id": "a", "buttons": [], "ext_x": deep}, "a.obf")
    airy = len(board_to_bytes(read))
    monkeypatch.setattr(obf_write, "MAX_BYTES", airy - 1)
    dense = board_to_bytes(read)
    assert len(dense) < airy / 5
    assert parse_board(dense, "a.obf") == read
