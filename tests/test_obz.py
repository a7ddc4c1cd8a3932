"""Sets of boards: real packages, folders, odd manifests and hostile archives."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pictograms.board import LoadBoard
from pictograms.errors import BoardError
from pictograms.fields import MAX_BYTES
from pictograms.obf import (
    BoardSet,
    board_to_json,
    media_bytes,
    parse_board,
    read_media,
    read_set,
    write_board,
)
from pictograms.obz import MAX_BOARDS, MAX_TOTAL
from tests.test_obf import assert_nothing_lost

ROOT = Path(__file__).resolve().parent.parent
FORMAT = "open-board-0.1"


def obf(identity: str = "a", **changes: Any) -> bytes:
    raw: dict[str, Any] = {
        "format": FORMAT,
        "id": identity,
        "name": f"Board {identity}",
        "buttons": [{"id": "1", "label": identity}],
        "grid": {"rows": 1, "columns": 1, "order": [["1"]]},
    }
    return json.dumps(raw | changes).encode()


def manifest(**changes: Any) -> bytes:
    raw = {"format": FORMAT, "root": "a.obf", "paths": {"boards": {"a": "a.obf", "b": "b.obf"}}}
    return json.dumps(raw | changes).encode()


def packed(tmp_path: Path, files: dict[str, bytes], name: str = "set.obz") -> Path:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in files.items():
            archive.writestr(file, data)
    return path


def unpacked(tmp_path: Path, files: dict[str, bytes]) -> Path:
    folder = tmp_path / "set"
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def counts(boards: BoardSet) -> tuple[int, int, int]:
    """Boards, buttons and links."""
    buttons = [button for board in boards.boards.values() for button in board.buttons.values()]
    return (
        len(boards.boards),
        len(buttons),
        sum(button.load_board is not None for button in buttons),
    )


REAL = {
    "pageset.obz": ((81, 1007, 174), "toppage", 15),
    "deep_simple.zip": ((98, 1405, 232), "page1", 0),
    "lots_of_stuff.obz": ((5, 18, 3), "lots_of_stuff", 1),
    "links.obz": ((3, 6, 2), "simple", 0),
    "path_images.obz": ((2, 4, 1), "path_images", 0),
}


@pytest.mark.parametrize("name", REAL)
def test_real_packages(shared: Path, name: str) -> None:
    (expected, root, leading_nowhere) = REAL[name]
    found = read_set(shared / "data" / "boards" / "obf" / name)
    assert counts(found) == expected
    assert found.root == root
    assert found.problems == ()
    links = [
        button.load_board
        for board in found.boards.values()
        for button in board.buttons.values()
        if button.load_board
    ]
    assert sum(found.target(link) is None for link in links) == leading_nowhere


@pytest.mark.parametrize("name", REAL)
def test_real_packages_go_round(shared: Path, tmp_path: Path, name: str) -> None:
    source = shared / "data" / "boards" / "obf" / name
    found = read_set(source)
    for identity, path in found.paths.items():
        board = found.boards[identity]
        again = parse_board(json.dumps(board_to_json(board)).encode(), path)
        assert again == board
        assert_nothing_lost(json.loads(read_media(source, path)), board_to_json(board))


def test_a_real_package_unzipped_is_the_same_set(shared: Path, tmp_path: Path) -> None:
    source = shared / "data" / "boards" / "obf" / "lots_of_stuff.obz"
    with zipfile.ZipFile(source) as archive:
        archive.extractall(tmp_path / "set")
    zipped, folder = read_set(source), read_set(tmp_path / "set")
    assert zipped.boards == folder.boards
    assert zipped.paths == folder.paths
    assert zipped.root == folder.root


def test_a_real_package_of_something_else_is_refused(shared: Path) -> None:
    with pytest.raises(BoardError, match=r"^p4me_1\.zip: holds no boards"):
        read_set(shared / "data" / "boards" / "obf" / "p4me_1.zip")


def test_pictures_and_sounds_of_a_real_package(shared: Path) -> None:
    source = shared / "data" / "boards" / "obf" / "lots_of_stuff.obz"
    found = read_set(source)
    pictures = [
        media_bytes(image, source)
        for board in found.boards.values()
        for image in board.images.values()
        if image.path
    ]
    assert pictures
    assert all(data and data.startswith(b"\x89PNG") for data in pictures)
    assert len(read_media(source, "sounds/sigh.mp3")) > 1000
    with pytest.raises(BoardError, match=r"lots_of_stuff\.obz: has no file 'nothing\.png'"):
        read_media(source, "nothing.png")


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_starting_boards_are_read(language: str) -> None:
    folder = ROOT / "aac_app" / "data" / language
    found = read_set(folder)
    assert found.problems == ()
    assert found.urgent in found.boards
    assert found.sizes == tuple(sorted(found.sizes)) != ()
    assert {board.locale for board in found.boards.values()} == {language}
    for identity, path in found.paths.items():
        board = found.boards[identity]
        assert_nothing_lost(json.loads((folder / path).read_bytes()), board_to_json(board))
        for button in board.buttons.values():
            assert button.load_board is None or found.target(button.load_board)


def test_our_own_fields_of_a_manifest(tmp_path: Path) -> None:
    files = {
        "manifest.json": manifest(
            ext_aac_urgent="b", ext_aac_sizes=[[4, 6], [6, 9]], ext_aac_name="Mía", ext_x_y=1
        ),
        "a.obf": obf("a"),
        "b.obf": obf("b"),
    }
    found = read_set(packed(tmp_path, files))
    assert (found.name, found.root, found.urgent) == ("Mía", "a", "b")
    assert found.sizes == ((4, 6), (6, 9))
    assert found.extra == {"ext_x_y": 1}
    assert found.first == found.boards["a"]


def test_links_are_followed_by_path_then_by_id(tmp_path: Path) -> None:
    found = read_set(packed(tmp_path, {"boards/a.obf": obf("a"), "boards/b.obf": obf("b")}))
    a, b = found.boards["a"], found.boards["b"]
    assert found.target(LoadBoard(path="boards/b.obf", id="a")) == b
    assert found.target(LoadBoard(path="boards//./b.obf")) == b
    assert found.target(LoadBoard(path="boards\\b.obf")) == b
    assert found.target(LoadBoard(path="gone.obf", id="a")) == a
    assert found.target(LoadBoard(path="../boards/b.obf")) is None
    assert found.target(LoadBoard(url="https://example.org/b.obf")) is None


def test_without_a_manifest_the_first_board_is_the_one_nobody_leads_to(tmp_path: Path) -> None:
    links = [{"id": "1", "label": "x", "load_board": {"path": "a.obf"}}]
    files = {"a.obf": obf("a"), "z.obf": obf("z", buttons=links)}
    for path in (packed(tmp_path, files), unpacked(tmp_path, files)):
        found = read_set(path)
        assert (found.root, found.name, found.problems) == ("z", "Board z", ())


@pytest.mark.parametrize(
    ("odd", "problem"),
    [
        (b"{", r"manifest\.json: is not JSON"),
        (b"[]", r"manifest\.json: is not a JSON object"),
        (manifest(root="gone.obf"), r"manifest\.json: its root 'gone\.obf' is not there"),
        (manifest(root="../a.obf"), r"manifest\.json: its root '\.\./a\.obf' is not there"),
        (manifest(paths={"boards": {"a": "a.obf", "c": "c.obf"}}), r"no file 'c\.obf'"),
        (manifest(paths=None), None),
        (manifest(paths={"boards": ["a.obf"]}), None),
        (manifest(paths={"boards": {"a": 5, "e": "../../etc/passwd"}}), None),
        (manifest(root=None), None),
    ],
)
def test_an_odd_manifest_is_survived(tmp_path: Path, odd: bytes, problem: str | None) -> None:
    files = {"manifest.json": odd, "a.obf": obf("a"), "b.obf": obf("b")}
    found = read_set(packed(tmp_path, files))
    assert set(found.boards) == {"a", "b"}
    assert found.root == "a"
    if problem is None:
        assert found.problems == ()
    else:
        [told] = found.problems
        assert re.search(problem, told)


def test_one_bad_board_does_not_hide_the_others(tmp_path: Path) -> None:
    files = {"manifest.json": manifest(), "a.obf": obf("a"), "b.obf": b"{", "c.obf": obf("c")}
    found = read_set(packed(tmp_path, files))
    assert list(found.boards) == ["a", "c"]
    [problem] = found.problems
    assert problem.startswith("b.obf: is not JSON")


def test_when_every_board_is_bad_one_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(BoardError, match=r"^set\.obz: a\.obf: is not JSON"):
        read_set(packed(tmp_path, {"a.obf": b"{"}))


def test_two_boards_of_one_id_both_live(tmp_path: Path) -> None:
    found = read_set(packed(tmp_path, {"x.obf": obf("a"), "y.obf": obf("a")}))
    assert {identity: board.id for identity, board in found.boards.items()} == {
        "a": "a",
        "a~2": "a~2",
    }
    assert found.target(LoadBoard(path="y.obf")) == found.boards["a~2"]


def test_leftovers_of_a_mac_and_folders_are_passed_over(tmp_path: Path) -> None:
    files = {"boards/": b"", "__MACOSX/._a.obf": b"\0\5", "a.obf": obf("a")}
    assert list(read_set(packed(tmp_path, files, "mac.zip")).boards) == ["a"]
    folder = unpacked(tmp_path, {"._a.obf": b"\0\5", "a.obf": obf("a")})
    assert list(read_set(folder).boards) == ["a"]


def test_one_board_alone_is_a_set(tmp_path: Path) -> None:
    path = tmp_path / "a.obf"
    write_board(parse_board(obf("a"), "a.obf"), path)
    (tmp_path / "other.obf").write_bytes(obf("b"))
    found = read_set(path)
    assert (list(found.boards), found.root, found.paths) == (["a"], "a", {"a": "a.obf"})
    zipped = packed(tmp_path, {"only.json": obf("j")})
    assert read_set(zipped).root == "j"


def test_paths_that_only_the_manifest_tells(tmp_path: Path) -> None:
    paths = {
        "boards": {"a": "a.obf"},
        "images": {"7": "images//7.png", "8": "images/8.png", "9": "images/9.png"},
        "sounds": {"s": "s.mp3"},
    }
    buttons = [
        {"id": "1", "label": "x", "image_id": 7, "sound_id": "s"},
        {"id": "2", "label": "y", "image_id": "9"},
    ]
    images = [{"id": 7, "content_type": "image/png"}, {"id": 8, "data": "data:,x"}]
    files = {
        "manifest.json": manifest(paths=paths),
        "a.obf": obf("a", buttons=buttons, images=images),
        "images/7.png": b"seven",
        "s.mp3": b"sound",
    }
    source = packed(tmp_path, files)
    board = read_set(source).first
    seven, sound = board.images["7"], board.sounds["s"]
    assert (seven.path, seven.content_type) == ("images/7.png", "image/png")
    assert (media_bytes(seven, source), media_bytes(sound, source)) == (b"seven", b"sound")
    assert board.images["8"].path is None
    assert media_bytes(board.images["8"], source) == b"x"
    assert board.images["9"].path == "images/9.png"


def test_what_only_a_url_names_is_not_fetched(tmp_path: Path) -> None:
    source = packed(tmp_path, {"a.obf": obf("a", images=[{"id": "1", "url": "http://[::1]/x"}])})
    assert media_bytes(read_set(source).first.images["1"], source) is None


@pytest.mark.parametrize("name", ["../evil.obf", "/evil.obf", "a/../../evil.obf", "C:\\evil.obf"])
def test_paths_that_climb_out_are_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path, {"a.obf": obf("a"), name: obf("e")})
    with pytest.raises(BoardError, match=r"^set\.obz: names an unsafe path"):
        read_set(path)


def test_a_folder_gives_nothing_from_outside(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, {"a.obf": obf("a")})
    (tmp_path / "secret.obf").write_bytes(obf("secret"))
    (folder / "link.obf").symlink_to(tmp_path / "secret.obf")
    found = read_set(folder)
    assert list(found.boards) == ["a"]
    assert "unsafe path" in found.problems[0]
    for path in ("../secret.obf", "/etc/passwd", "link.obf", "", "."):
        with pytest.raises(BoardError):
            read_media(folder, path)


def test_too_large_a_file_of_a_folder_is_told(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, {"a.obf": obf("a"), "b.obf": b""})
    with (folder / "b.obf").open("r+b") as stream:
        stream.truncate(MAX_BYTES + 1)
    found = read_set(folder)
    assert list(found.boards) == ["a"]
    assert found.problems == ("b.obf: is larger than 32 MiB",)


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.obf": obf("a")})
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("b.obf")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BoardError, match="unsafe path"):
        read_set(path)


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.obf": obf("a"), "b.obf": b" " * (40 * 2**20)})
    found = read_set(path)
    assert list(found.boards) == ["a"]
    assert found.problems == ("set.obz: holds too large a file ('b.obf')",)


def test_many_bombs_do_not_go_off_together(tmp_path: Path) -> None:
    filler = obf("a") + b" " * (31 * 2**20)
    count = MAX_TOTAL // len(filler) + 2
    path = packed(tmp_path, {f"{number}.obf": filler for number in range(count)})
    assert path.stat().st_size < 2**20
    with pytest.raises(BoardError, match=r"^set\.obz: its boards are larger than 256 MiB"):
        read_set(path)


def test_too_many_boards_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, {f"{number}.obf": b"" for number in range(MAX_BOARDS + 1)})
    with pytest.raises(BoardError, match=r"^set\.obz: holds more than 2000 boards"):
        read_set(path)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: data[:-25], "is not a sound zip file"),
        (lambda data: b"", "is not a sound zip file"),
        (lambda data: data[:50] + b"\xff" * 20 + data[70:], "is damaged at 'a.obf'"),
        (
            lambda data: data.replace(b"\x14\0\0\0\x08\0", b"\x14\0\x01\0\x08\0"),
            "locked with a password",
        ),
        (lambda data: data.replace(b"\0\0\x08\0", b"\0\0\x63\0"), "packed in an unusual way"),
    ],
    ids=["cut off", "empty", "overwritten", "with a password", "of another method"],
)
def test_a_damaged_archive_is_told(tmp_path: Path, spoil: Any, reason: str) -> None:
    path = packed(tmp_path, {"a.obf": obf("a", description_html="x" * 400)})
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(BoardError, match=rf"^set\.obz: .*{reason}") as caught:
        read_set(path)
    assert "\n" not in str(caught.value)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BoardError, match=r"^no\.obz: there is no such file or folder$"):
        read_set(tmp_path / "no.obz")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BoardError, match=r"^empty: holds no boards"):
        read_set(tmp_path / "empty")
