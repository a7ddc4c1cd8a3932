"""Whatever bytes a file holds: boards that can be written and read again, or one sentence.

`pytest tests/test_exchange_fuzz.py --fuzz-inputs 100000` tries that many and says so.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pictograms.board import Board
from pictograms.board_alone import write_alone
from pictograms.board_check import check_boards
from pictograms.credit import image_license
from pictograms.errors import BoardError
from pictograms.exchange import import_file
from pictograms.languages import base
from pictograms.obf import read_set
from pictograms.package_write import write_package
from tests.hostile_files import picture_uri, svg
from tests.obf_schema import board_faults
from tests.pictures import png
from tests.test_cboard import board as cboard
from tests.test_cboard import tile
from tests.test_grd import ARASAAC, action, element, grid
from tests.test_package_write import files_of_a_rich_package

_FEW = 60
"""Inputs of each kind in the ordinary test run."""

_GRD = {
    "grids": [
        grid(
            element(
                "YO",
                label={"es": "YO", "en": "I"},
                image={"url": ARASAAC, "data": picture_uri(png())},
                colorCategory="CC_VERB",
                backgroundColor="#ffda89",
                wordForms=[{"lang": "es", "tags": ["BASE"], "value": "yo", "pronunciation": "io"}],
                vocabularyLevel=2,
            ),
            element("b", 1, 0, width=2, height=2, image={"data": picture_uri(svg())}),
            element(
                "c", 0, 1, actions=[action("Navigate", toGridId="h", navType="navigateToGrid")]
            ),
            element("d", 3, 3, actions=[action("Audio", dataBase64="SUQz"), action("HTTP")]),
            element("e", 4, 3, actions=[action("CollectElement", action="COLLECT_ACTION_CLEAR")]),
            element("f", 5, 3, actions=[action("SpeakCustom", speakText={"es": "HOLA"})]),
        ),
        grid(element("q", label={"es": "Q"}), identity="h", keyboardMode="KEYBOARD_ENABLED"),
        grid(element("w"), element("x", 0, 1, type="ELEMENT_TYPE_COLLECT"), identity="all"),
    ],
    "metadata": {"homeGridId": "g", "globalGridId": "all", "globalGridActive": True},
    "dictionaries": [{"dictionaryKey": "d"}],
}
_CBOARD = [
    cboard(
        tile(
            "a", image="/symbols/arasaac/2248.png", loadBoard="c", sound="data:audio/mpeg;base64,"
        ),
        tile("b", labelKey="symbol.food.hotDog", label="", action="+b", image=picture_uri(png())),
        grid={"rows": 1, "columns": 2, "order": [["a", "b"]]},
    ),
    cboard(tile("x"), id="c", name="Comida"),
]
_OBF = json.loads(files_of_a_rich_package()["boards/a.obf"])
_OBF["strings"]["es"] = {"x": "equis", "y": "i griega"}
_SEEDS: list[Any] = [_GRD, _CBOARD, _OBF]

_ODD: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["es", "data:,x", ARASAAC, "../x", "a.obf", "http://[", "e", "g", "+", ":"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def _places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a JSON value."""
    found = [way] if way else []
    inner = list(value.items()) if isinstance(value, dict) else []
    inner += list(enumerate(value)) if isinstance(value, list) else []
    for key, part in inner:
        found += _places(part, (*way, key))
    return found


_WAYS = [_places(seed) for seed in _SEEDS]


def _bend(value: Any, way: tuple[Any, ...], deed: str, new: Any) -> None:
    """Do something to the value at the end of a way, if an earlier deed has left it there."""
    holder = value
    with contextlib.suppress(KeyError, IndexError, TypeError):
        for key in way[:-1]:
            holder = holder[key]
        if deed == "drop":
            del holder[way[-1]]
        elif deed == "double":
            holder.append(holder[way[-1]]) if isinstance(holder, list) else None
        else:
            holder[way[-1]] = new


def _at(value: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        value = value[key]
    return value


@st.composite
def bent(draw: st.DrawFn) -> bytes:
    """A sound file with some of its values replaced, taken out or told twice."""
    number = draw(st.integers(0, len(_SEEDS) - 1))
    value = json.loads(json.dumps(_SEEDS[number]))
    for _ in range(draw(st.integers(1, 6))):
        way, other = (draw(st.sampled_from(_WAYS[number])) for _ in range(2))
        deed = draw(st.sampled_from(["put", "drop", "double", "copy"]))
        new = _at(_SEEDS[number], other) if deed == "copy" else draw(_ODD)
        _bend(value, way, deed, json.loads(json.dumps(new)))
    return json.dumps(value).encode()


@st.composite
def smudged(draw: st.DrawFn) -> bytes:
    """A sound file, or a sound package, with some of its bytes changed, cut or put twice."""
    whole = draw(st.sampled_from(_PACKED))
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, max(len(data) - 1, 0)))
        piece = draw(st.binary(max_size=3) | st.text(max_size=3).map(str.encode))
        end = start + draw(st.sampled_from([len(piece), len(piece), 0, 1, 40]))
        data[start:end] = piece
    return bytes(data)


def _package() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.obz"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files_of_a_rich_package().items():
                archive.writestr(name, data)
        return path.read_bytes()


_PACKED = [*(json.dumps(seed, indent=1).encode() for seed in _SEEDS), _package()]

_KEYS = st.sampled_from(
    [
        "grids",
        "gridElements",
        "tiles",
        "buttons",
        "grid",
        "images",
        "id",
        "x",
        "y",
        "width",
        "height",
        "label",
        "actions",
        "image",
        "order",
        "rows",
        "columns",
        "metadata",
        "name",
    ]
)


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return inner | st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=6)


_MADE = _nested(_nested(_nested(_ODD)))
_KINDS: dict[str, st.SearchStrategy[bytes]] = {
    "values changed": bent(),
    "bytes changed": smudged(),
    "made up": st.dictionaries(_KEYS, _MADE, max_size=5).map(
        lambda value: json.dumps(value).encode()
    ),
}


def judge(data: bytes, folder: Path) -> bool:
    """Import the bytes and hold the outcome to its promises; whether they were boards."""
    path = folder / "input"
    path.write_bytes(data)
    found, refusal = None, "?"
    try:
        found = import_file(path, "es")
    except BoardError as error:
        refusal = str(error)
    assert len(refusal.splitlines()) == 1
    if found is None:
        return False
    boards, report = found.boards, found.report
    assert boards.root in boards.boards
    assert report.boards == len(boards.boards) == len(boards.paths)
    assert all(remark.text for remark in (*report.taken, *report.approximated, *report.left_out))
    for board in boards.boards.values():
        assert all(len(row) == board.columns for row in board.order)
        assert len(list(board.cells())) <= board.rows * board.columns
    check_boards(boards)
    out = folder / "out.obz"
    write_package(boards, out)
    assert read_set(out).problems == ()
    again = import_file(out, "es").boards
    assert again.boards == {name: _licensed(board) for name, board in boards.boards.items()}
    write_alone(boards, boards.first, folder / "out.obf")
    if report.format in ("grd", "cboard"):
        for path_inside in again.paths.values():
            with zipfile.ZipFile(out) as archive:
                assert board_faults(json.loads(archive.read(path_inside))) == []
    return True


def _licensed(board: Board) -> Board:
    """The board as it is to be written: every pictogram of ARASAAC's states its licence."""
    language = base(board.locale) or "en"
    images = {
        image.id: replace(image, license=image_license(image.arasaac_id, language))
        if image.arasaac_id is not None and image.license is None
        else image
        for image in board.images.values()
    }
    return replace(board, images=images)


@pytest.mark.fuzz
@pytest.mark.parametrize("kind", _KINDS)
def test_any_input(
    kind: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted: int = request.config.getoption("--fuzz-inputs")
    tried, boards = 0, 0
    with tempfile.TemporaryDirectory() as folder:

        @settings(
            max_examples=-(-wanted // len(_KINDS)) or _FEW,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(_KINDS[kind])
        def attempt(data: bytes) -> None:
            nonlocal tried, boards
            tried += 1
            boards += judge(data, Path(folder))

        attempt()
    assert tried > 0
    if wanted:
        with capsys.disabled():
            print(f"\n{kind}: {tried} inputs tried, {boards} were boards")  # noqa: T201
