"""Cboard's files: the real default boards, and what each kind of tile becomes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pictograms.board import Button, Image, LoadBoard, Sound, Symbol
from pictograms.credit import image_license
from pictograms.errors import BoardError
from pictograms.exchange import Imported, import_file
from pictograms.import_report import Reason
from pictograms.pictogram import WordClass


def tile(identity: str = "t", **changes: Any) -> dict[str, Any]:
    return {"id": identity, "label": identity, "type": "button"} | changes


def board(*tiles: dict[str, Any], **changes: Any) -> dict[str, Any]:
    raw = {"id": "b", "name": "Casa", "locale": "es-ES", "format": "cboard", "tiles": list(tiles)}
    return raw | changes


def imported(tmp_path: Path, value: Any, language: str = "es") -> Imported:
    path = tmp_path / "board.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return import_file(path, language)


def one(tmp_path: Path, **changes: Any) -> tuple[Button, Imported]:
    found = imported(tmp_path, [board(tile(**changes))])
    return found.boards.first.buttons["t"], found


def test_the_real_default_boards(shared: Path) -> None:
    found = import_file(shared / "data" / "boards" / "cboard" / "boards.json", "es")
    report = found.report
    assert (report.format, report.boards, report.buttons, report.links) == ("cboard", 44, 825, 44)
    assert (report.language, report.skipped) == ("en", 0)
    assert (found.boards.root, found.boards.name) == ("root", "Cboard Classic Home")
    first = found.boards.first
    assert [button.label for _, _, button in first.cells()][:4] == [
        "yes",
        "no",
        "quick chat",
        "time",
    ]
    assert all(
        found.boards.target(button.load_board)
        for button in first.buttons.values()
        if button.load_board
    )
    told = {remark.reason for remark in report.approximated}
    assert told == {Reason.LANGUAGE, Reason.KEY_AS_WORD, Reason.LAID_OUT, Reason.SET_PICTURE}


def test_a_board_with_a_grid(tmp_path: Path) -> None:
    grid = {"rows": 2, "columns": 2, "order": [["a", None], [None, "b"]]}
    raw = board(tile("a"), tile("b"), grid=grid, nameKey="cboard.board.home", hidden=True)
    found = imported(tmp_path, [raw])
    assert found.boards.first.order == (("a", None), (None, "b"))
    assert found.boards.first.locale == "es-ES"
    assert found.boards.first.extra == {
        "ext_cboard_name_key": "cboard.board.home",
        "ext_cboard_hidden": True,
    }
    assert found.report.approximated == ()


def test_a_tile(tmp_path: Path) -> None:
    found, _ = one(
        tmp_path,
        label="agua",
        labelKey="symbol.drink.water",
        vocalization="quiero agua",
        backgroundColor="#bbdefb",
        borderColor="rgb(0, 0, 0)",
    )
    assert found == Button(
        id="t",
        label="agua",
        vocalization="quiero agua",
        background_color="rgb(187, 222, 251)",
        border_color="rgb(0, 0, 0)",
        extra={"ext_cboard_label_key": "symbol.drink.water"},
    )


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("symbol.pronouns.I", "I"),
        ("cboard.symbol.quickChat", "quick chat"),
        ("symbol.electricalComputer.computerKeyboard", "computer keyboard"),
        ("symbol.electricalLeisure.TV", "TV"),
        ("food", "food"),
    ],
)
def test_a_key_becomes_the_word_at_its_end(tmp_path: Path, key: str, word: str) -> None:
    found, whole = one(tmp_path, label="", labelKey=key)
    assert found.label == word
    assert Reason.KEY_AS_WORD in {remark.reason for remark in whole.report.approximated}


def test_folders_and_links(tmp_path: Path) -> None:
    raw = [
        board(
            tile("a", type="folder", loadBoard="c"),
            tile("b", loadBoard="gone"),
            tile("d", loadBoard=""),
        ),
        board(tile("x"), id="c", name="Comida"),
    ]
    found = imported(tmp_path, raw)
    buttons = found.boards.first.buttons
    assert buttons["a"].load_board == LoadBoard("c", "Comida", "boards/comida.obf")
    assert buttons["a"].word_class is WordClass.CATEGORY
    assert buttons["b"].load_board == LoadBoard("gone")
    assert buttons["d"].load_board is None
    assert found.report.links == 2
    assert Reason.LEADS_NOWHERE in {remark.reason for remark in found.report.approximated}


@pytest.mark.parametrize(
    ("action", "actions", "skipped"),
    [("+a", ("+a",), 0), (":clear", (":clear",), 0), ("", (), 0), ("format disk", (), 1)],
)
def test_actions(tmp_path: Path, action: str, actions: tuple[str, ...], skipped: int) -> None:
    found, whole = one(tmp_path, action=action)
    assert found.actions == actions
    assert whole.report.skipped == skipped


ARASAAC = "https://static.arasaac.org/pictograms/2248/2248_300.png"
NUMBERED = image_license(2248, "en")


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("/symbols/mulberry/correct.svg", Image("t", symbol=Symbol("mulberry", "correct.svg"))),
        ("/symbols/arasaac/I.png", Image("t", symbol=Symbol("arasaac", "I.png"))),
        (
            "/symbols/arasaac/2248.png",
            Image("t", symbol=Symbol("arasaac", "2248"), license=NUMBERED),
        ),
        ("data:image/svg+xml,%3Csvg/%3E", Image("t", data="data:image/svg+xml,%3Csvg/%3E")),
        ("https://example.org/x.png", Image("t", url="https://example.org/x.png")),
        (
            "https://static.arasaac.org/pictograms/2248/2248_300.png",
            Image("arasaac-2248", url=ARASAAC, symbol=Symbol("arasaac", "2248"), license=NUMBERED),
        ),
        ("../../etc/passwd", None),
        ("file:///etc/passwd", None),
        ("", None),
    ],
)
def test_pictures(tmp_path: Path, image: str, expected: Image | None) -> None:
    found, whole = one(tmp_path, image=image)
    assert whole.boards.first.image_of(found) == expected


def test_sounds(tmp_path: Path) -> None:
    found, whole = one(tmp_path, sound="data:audio/mpeg;base64,SUQz")
    assert whole.boards.first.sounds == {
        found.sound_id: Sound("sound-t", data="data:audio/mpeg;base64,SUQz")
    }
    assert one(tmp_path, sound="/tmp/a.mp3")[0].sound_id is None


def test_other_shapes_of_the_file(tmp_path: Path) -> None:
    assert imported(tmp_path, board(tile())).report.boards == 1
    assert imported(tmp_path, {"beginner": [], "advanced": [board(tile())]}).report.boards == 1
    twice = imported(tmp_path, [board(tile(), tile()), board(tile())]).boards
    assert list(twice.boards) == ["b", "b~2"]
    assert list(twice.first.buttons) == ["t", "t~2"]
    assert len(set(twice.paths.values())) == 2


def test_values_of_every_wrong_kind_are_survived(tmp_path: Path) -> None:
    odd: list[Any] = [None, True, 7, 1.5, "x", [], [[]], {}, {"a": 1}]
    for value in odd:
        raw = tile(
            **dict.fromkeys(("id", "label", "labelKey", "image", "sound", "loadBoard"), value)
        )
        raw |= dict.fromkeys(("action", "backgroundColor", "vocalization", "hidden"), value)
        whole = dict.fromkeys(("id", "name", "nameKey", "locale", "grid", "description"), value)
        assert imported(tmp_path, [board(raw, **whole)]).report.buttons == 1


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ([board(*[tile()] * 4001)], "more than 4000"),
        ([board(tile())] * 2001, "more than 2000 boards"),
        ([board(tile(), grid={"rows": 10_000, "columns": 10_000, "order": []})], "10000 rows"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, value: Any, reason: str) -> None:
    with pytest.raises(BoardError, match=reason):
        imported(tmp_path, value)
