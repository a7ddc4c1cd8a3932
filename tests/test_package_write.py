"""Whole packages and single boards written: nothing lost, everything by the letter."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

import pytest

from pictograms.board import VARIANT_FIELD
from pictograms.board_alone import no_pictures, write_alone
from pictograms.cache import Cache
from pictograms.colours import normal_colour
from pictograms.errors import BoardError
from pictograms.exchange import import_file
from pictograms.file_names import file_name, is_portable
from pictograms.obf import BoardSet, media_bytes, parse_board, read_board, read_set
from pictograms.package_write import write_package
from pictograms.variant import Variant
from tests.obf_schema import board_faults, package_faults
from tests.pictures import png
from tests.test_obz import REAL as PACKAGES
from tests.test_obz import manifest, obf, packed

ROOT = Path(__file__).resolve().parent.parent
SINGLE = ("aboutme.json", "foreign.obf", "inline_images.obf", "lots-of-stuff.obf", "simple.obf")
GRD = (
    "arasaac_global_grid_core_en",
    "asterics_default_multilingual",
    "cace-utac_2021_st-g_es",
    "cace_2021_multilingue",
    "color-categories-demo",
    "dibujar_y_pintar_es",
    "empty",
    "global-core_arasaac_es",
    "grammar-demos",
    "hora_de_la_ducha_es",
    "jugar_lego_es",
    "quick-core-24_en",
    "quiero_un_bocadillo_es",
)
ALL = (
    *(f"obf/{name}" for name in (*PACKAGES, *SINGLE)),
    *(f"grd/{name}.grd.json" for name in GRD),
    "cboard/boards.json",
)


def meaning(value: Any) -> Any:
    """A JSON value without what says nothing; ids and numbers as text, colours in one spelling."""
    if isinstance(value, dict):
        told = {key: meaning(inner) for key, inner in value.items()}
        return {key: inner for key, inner in told.items() if inner not in (None, "", {}, [], False)}
    if isinstance(value, list):
        return [meaning(inner) for inner in value]
    if isinstance(value, str):
        return normal_colour(value) or value
    if isinstance(value, bool) or value is None:
        return value
    return str(int(value)) if value == int(value) else value


def expected_meaning(raw: dict[str, Any], path: str) -> dict[str, Any]:
    """What a board says, with what the format asks for and the file left open."""
    told = meaning(raw)
    stem = PurePosixPath(path).stem
    for key, otherwise in {"format": "open-board-0.1", "id": stem, "name": stem}.items():
        told.setdefault(key, otherwise)
    return told


def boards_in(path: Path) -> dict[str, dict[str, Any]]:
    if not zipfile.is_zipfile(path):
        return {path.name: json.loads(path.read_bytes())}
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".obf")]
        wanted = [name for name in names if not name.startswith("__MACOSX")]
        return {name: json.loads(archive.read(name)) for name in wanted}


@pytest.mark.parametrize("name", [*PACKAGES, *SINGLE])
def test_every_real_board_means_the_same_after_a_round_trip(
    shared: Path, tmp_path: Path, name: str
) -> None:
    """The parsed JSON of every board is compared, whole, before and after."""
    source = shared / "data" / "boards" / "obf" / name
    out = tmp_path / "out.obz"
    write_package(import_file(source).boards, out)
    before, after = boards_in(source), boards_in(out)
    if name in SINGLE:  # the board's file is called otherwise in a package
        [after[name]] = [after.pop(path) for path in tuple(after)]
    assert before.keys() == after.keys()
    for path, raw in before.items():
        written = meaning(after[path])
        _forget_what_only_the_manifest_told(raw, written)
        assert written == expected_meaning(raw, path)


def _forget_what_only_the_manifest_told(raw: dict[str, Any], written: dict[str, Any]) -> None:
    """Pictures and paths of pictures that stood in the manifest alone stand in the board too."""
    for kind in ("images", "sounds"):
        there = {str(one["id"]): one for one in raw.get(kind) or ()}
        kept = [one for one in written.get(kind, ()) if one["id"] in there]
        for one in kept:
            if "path" not in there[one["id"]]:
                one.pop("path", None)
        if kept or kind in written:
            written[kind] = kept


@pytest.fixture(scope="session")
def exported(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], tuple[BoardSet, Path]]:
    """A real file imported, and the package written of it; each only once."""
    folder = tmp_path_factory.mktemp("exported")

    @cache
    def of(name: str) -> tuple[BoardSet, Path]:
        boards = import_file(shared / "data" / "boards" / name, "es").boards
        out = folder / f"{name.replace('/', '_')}.obz"
        assert write_package(boards, out).boards == len(boards.boards)
        return boards, out

    return of


@pytest.mark.parametrize("name", ALL)
def test_every_real_file_comes_back_as_it_was(
    exported: Callable[[str], tuple[BoardSet, Path]], tmp_path: Path, name: str
) -> None:
    first, out = exported(name)
    again = import_file(out, "es").boards
    assert again.boards == first.boards
    assert (again.root, again.name, again.extra) == (first.root, first.name, first.extra)
    assert _media(again) == _media(first)
    if name.startswith("obf/"):
        write_package(again, tmp_path / "second.obz")
        assert (tmp_path / "second.obz").read_bytes() == out.read_bytes()


def _media(boards: BoardSet) -> list[bytes | None]:
    found: list[bytes | None] = []
    for board in boards.boards.values():
        for item in (*board.images.values(), *board.sounds.values()):
            try:
                found.append(media_bytes(item, boards.source))
            except BoardError:
                found.append(None)
    return found


# Boards of these lack pictures or lead nowhere as they are; that must not be mended silently.
LACKING = {"obf/aboutme.json", "obf/lots_of_stuff.obz", "obf/pageset.obz"}


@pytest.mark.parametrize("name", ALL)
def test_what_is_written_keeps_to_the_specification(
    exported: Callable[[str], tuple[BoardSet, Path]], name: str
) -> None:
    _, out = exported(name)
    faults = package_faults(out)
    allowed = ("names nothing", "is not in the package") if name in LACKING else ()
    assert [fault for fault in faults if not fault.endswith(allowed)] == []
    assert bool(faults) == (name in LACKING)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_starting_boards_travel(tmp_path: Path, language: str) -> None:
    first = read_set(ROOT / "aac_app" / "data" / language)
    out = tmp_path / "out.obz"
    write_package(first, out)
    again = read_set(out)
    assert package_faults(out) == []
    assert (again.urgent, again.sizes) == (first.urgent, first.sizes)
    assert again.boards.keys() == first.boards.keys()
    for identity, board in first.boards.items():
        assert again.boards[identity].buttons == board.buttons
        for image in again.boards[identity].images.values():
            number = image.arasaac_id
            if number is not None:
                assert image.license is not None
                assert (
                    image.license.source_url
                    == f"https://arasaac.org/pictograms/{language}/{number}"
                )


def test_the_schema_can_fail() -> None:
    good = json.loads(obf()) | {"images": [], "sounds": []}
    assert board_faults(good) == []
    for change in (
        {"format": "open-board-9"},
        {"id": 5},
        {"grid": {"rows": 2, "columns": 1, "order": [["1"]]}},
        {"grid": {"rows": 1, "columns": 1, "order": [["9"]]}},
        {"buttons": [{"id": "1"}]},
        {"buttons": [{"id": "1", "label": "x", "background_color": "#fff"}]},
        {"buttons": [{"id": "1", "label": "x", "image_id": "gone"}]},
        {"buttons": [{"id": "1", "label": "x", "top": 0.5}]},
        {"images": [{"id": "i", "path": "../x.png"}]},
        {"images": [{"id": "i"}]},
        {"unheard_of": 1},
    ):
        assert board_faults(good | change), change


def arasaac_set(tmp_path: Path, **image: Any) -> BoardSet:
    symbol = {"set": "arasaac", "filename": "2248"}
    buttons = [{"id": "1", "label": "yo", "image_id": "i"}]
    images = [{"id": "i", "symbol": symbol, **image}]
    path = packed(tmp_path, {"a.obf": obf(locale="es", buttons=buttons, images=images)})
    return read_set(path)


def test_pictograms_carry_their_licence_and_file(tmp_path: Path) -> None:
    out = tmp_path / "out.obz"
    with Cache(tmp_path / "cache") as cache:
        cache.store_image(2248, png(7))
        written = write_package(arasaac_set(tmp_path), out, cache.image_path)
    assert written.pictures == 1
    image = boards_in(out)["a.obf"]["images"][0]
    assert image == {
        "id": "i",
        "content_type": "image/png",
        "path": "images/arasaac_2248_500.png",
        "symbol": {"set": "arasaac", "filename": "2248"},
        "license": {
            "type": "CC BY-NC-SA",
            "copyright_notice_url": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
            "source_url": "https://arasaac.org/pictograms/es/2248",
            "author_name": "Sergio Palao (ARASAAC, Gobierno de Aragón)",
            "author_url": "https://arasaac.org",
        },
    }
    again = read_set(out)
    assert media_bytes(again.first.images["i"], out) == png(7)
    with zipfile.ZipFile(out) as archive:
        told = json.loads(archive.read("manifest.json"))["paths"]
    assert told["images"] == {"i": "images/arasaac_2248_500.png"}


def test_a_pictogram_drawn_otherwise_takes_its_own_file(tmp_path: Path) -> None:
    boards = arasaac_set(tmp_path, **{VARIANT_FIELD: {"plural": "true"}})
    out = tmp_path / "out.obz"
    with Cache(tmp_path / "cache") as cache:
        cache.store_image(2248, png(1))
        cache.store_image(2248, png(2), Variant(plural=True))
        write_package(boards, out, cache.image_path)
    again = read_set(out)
    assert media_bytes(again.first.images["i"], out) == png(2)
    assert again.first.images["i"].variant == Variant(plural=True)


def test_a_picture_that_is_not_cached_stays_a_number(tmp_path: Path) -> None:
    out = tmp_path / "out.obz"
    assert write_package(arasaac_set(tmp_path), out, no_pictures).pictures == 0
    image = read_set(out).first.images["i"]
    assert (image.path, image.arasaac_id) == (None, 2248)
    assert image.license is not None


def test_a_licence_that_is_there_stays(tmp_path: Path) -> None:
    out = tmp_path / "out.obz"
    write_package(arasaac_set(tmp_path, license={"type": "CC BY-NC-SA", "author_name": "x"}), out)
    licence = read_set(out).first.images["i"].license
    assert licence is not None
    assert (licence.author_name, licence.author_url) == ("x", None)


def files_of_a_rich_package() -> dict[str, bytes]:
    buttons = [
        {"id": "1", "label": "x", "image_id": "i", "sound_id": "s", "hidden": True, "ext_z_q": [1]},
        {"id": "2", "label": "y", "load_board": {"path": "boards/b.obf", "ext_z": 1}},
        {"id": "3", "label": "z", "left": 0.1, "top": 0.2, "width": 0.3, "height": 0.4},
        {"id": "4", "label": "w", "actions": [":clear", ":ext_z_beep"], "action": ":clear"},
    ]
    whole = obf(
        "a",
        buttons=buttons,
        grid={"rows": 1, "columns": 4, "order": [["1", "2", "3", "4"]]},
        images=[{"id": "i", "path": "images/own.png", "license": {"type": "CC BY", "ext_q": 2}}],
        sounds=[
            {"id": "s", "path": "sounds/ring.mp3", "duration": 1.5, "license": {"type": "CC0"}}
        ],
        strings={"fr": {"x": "ix"}},
        license={"type": "private", "author_email": "a@b.c"},
        ext_z_theme={"dark": True},
    )
    paths = {
        "boards": {"a": "boards/a.obf", "b": "boards/b.obf"},
        "images": {"i": "images/own.png"},
        "sounds": {"s": "sounds/ring.mp3"},
    }
    return {
        "manifest.json": manifest(root="boards/a.obf", paths=paths, ext_z_set="yes"),
        "boards/a.obf": whole,
        "boards/b.obf": obf("b"),
        "images/own.png": png(1),
        "sounds/ring.mp3": b"ID3 ring",
    }


def test_everything_of_a_rich_package_survives(tmp_path: Path) -> None:
    files = files_of_a_rich_package()
    source, out = packed(tmp_path, files), tmp_path / "out.obz"
    written = write_package(read_set(source), out)
    assert (written.boards, written.pictures, written.missing) == (2, 2, ())
    with zipfile.ZipFile(out) as archive:
        assert set(archive.namelist()) == set(files)
        for name in ("images/own.png", "sounds/ring.mp3"):
            assert archive.read(name) == files[name]
        for name in ("manifest.json", "boards/a.obf", "boards/b.obf"):
            before = expected_meaning(json.loads(files[name]), name)
            after = meaning(json.loads(archive.read(name)))
            if name == "manifest.json":
                before = meaning(json.loads(files[name]))
            assert after == before


def test_one_board_alone_carries_its_files_inside(tmp_path: Path) -> None:
    source, out = packed(tmp_path, files_of_a_rich_package()), tmp_path / "out.obf"
    boards = read_set(source)
    written = write_alone(boards, boards.first, out)
    assert (written.boards, written.pictures) == (1, 2)
    alone = read_board(out)
    assert board_faults(json.loads(out.read_bytes())) == []
    assert (alone.images["i"].path, alone.sounds["s"].path) == (None, None)
    assert media_bytes(alone.images["i"], out) == png(1)
    assert media_bytes(alone.sounds["s"], out) == b"ID3 ring"
    assert replace(alone, images={}, sounds={}) == replace(boards.first, images={}, sounds={})


def test_one_board_alone_carries_its_pictograms(tmp_path: Path) -> None:
    boards, out = arasaac_set(tmp_path), tmp_path / "out.obf"
    with Cache(tmp_path / "cache") as cache:
        cache.store_image(2248, png(7))
        write_alone(boards, boards.first, out, cache.image_path)
    image = read_board(out).images["i"]
    assert media_bytes(image, out) == png(7)
    assert image.license is not None


def test_names_that_no_system_can_hold_are_changed_and_links_follow(tmp_path: Path) -> None:
    link = [{"id": "1", "label": "x", "image_id": "i", "load_board": {"path": "con/aux.obf"}}]
    images = [{"id": "i", "path": "images/que?.png"}]
    files = {
        "a.obf": obf("a", buttons=link, images=images),
        "con/aux.obf": obf("b"),
        "A.OBF": obf("c"),
        "images/que?.png": png(3),
    }
    found, out = read_set(packed(tmp_path, files)), tmp_path / "out.obz"
    write_package(found, out)
    assert package_faults(out) == []
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
    assert all(map(is_portable, names))
    assert len({name.lower() for name in names}) == len(names) == 5
    again = read_set(out)
    [button] = again.boards["a"].buttons.values()
    assert button.load_board is not None
    assert again.target(button.load_board) == again.boards["b"]
    assert media_bytes(again.boards["a"].images["i"], out) == png(3)


def test_one_id_for_different_pictures_is_not_mixed_up(tmp_path: Path) -> None:
    def with_image(identity: str, **image: Any) -> bytes:
        buttons = [{"id": "1", "label": "x", "image_id": "i"}]
        return obf(identity, buttons=buttons, images=[{"id": "i", **image}])

    files = {
        "a.obf": with_image("a", path="a.png"),
        "b.obf": with_image("b", path="b.png"),
        "c.obf": with_image("c", url="https://example.org/c.png"),
        "a.png": png(1),
        "b.png": png(2),
    }
    out = tmp_path / "out.obz"
    write_package(read_set(packed(tmp_path, files)), out)
    again = read_set(out)
    assert package_faults(out) == []
    found = [media_bytes(board.images["i"], out) for board in again.boards.values()]
    assert found == [png(1), png(2), None]


def test_a_file_that_is_not_there_is_told_and_its_name_kept(tmp_path: Path) -> None:
    images = [{"id": "i", "path": "images/gone.png"}]
    found = read_set(packed(tmp_path, {"a.obf": obf("a", images=images)}))
    out = tmp_path / "out.obz"
    assert write_package(found, out).missing == ("images/gone.png",)
    assert read_set(out).first.images["i"].path == "images/gone.png"
    assert write_alone(found, found.first, tmp_path / "a.obf").missing == ("images/gone.png",)


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.obz"
    good = read_set(packed(tmp_path, {"a.obf": obf("a")}))
    write_package(good, out)
    before = out.read_bytes()
    bad = replace(good.first, extra={"ext_x": float("nan")})
    with pytest.raises(BoardError, match="cannot be written as JSON"):
        write_package(replace(good, boards=MappingProxyType({"a": bad})), out)
    assert out.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"out.obz", "set.obz"}
    with pytest.raises(BoardError, match=r"^no\.obz: cannot be written"):
        write_package(good, out / "no.obz")


def test_boards_read_from_no_package_at_all_can_be_written(tmp_path: Path) -> None:
    board = parse_board(json.loads(obf("a")), "a.obf")
    paths: dict[str, str] = {}
    boards = BoardSet("a", "a", {"a": board}, paths, tmp_path / "nowhere")
    write_package(boards, tmp_path / "out.obz")
    assert read_set(tmp_path / "out.obz").boards == {"a": board}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Comida", "comida.obf"),
        ("¿Qué?", "que.obf"),
        ("日本", "board.obf"),
        ("COM1", "com1_.obf"),
        ("a" * 200, "a" * 60 + ".obf"),
        ("../../etc", "etc.obf"),
    ],
)
def test_file_names(text: str, expected: str) -> None:
    assert file_name(text, ".obf", ()) == expected
    assert is_portable(expected)
    assert file_name(text, ".obf", {expected}) == expected.replace(".obf", "_2.obf")


@pytest.mark.parametrize("path", ["a/con", "NUL.txt", "a?.png", "a.", "a ", "a//b", "x" * 201])
def test_paths_that_are_not_portable(path: str) -> None:
    assert not is_portable(path)
