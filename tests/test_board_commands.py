"""`aac-app boards`: import, export and check without a window, on a profile of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aac_app.__main__ import main
from aac_app.board_store import BoardStore
from aac_app.profiles import Profile
from pictograms.cache import Cache
from pictograms.import_report import COUNTS
from pictograms.obf import media_bytes, read_board, read_set
from tests.pictures import png
from tests.test_grd import ARASAAC, action, element, grid
from tests.test_obz import obf, packed
from tests.test_package_write import files_of_a_rich_package

_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def grd(tmp_path: Path) -> Path:
    path = tmp_path / "small.grd"
    web = action("OpenWebpage", openURL="https://example.org")
    elements = (element("COMER", image={"url": ARASAAC}), element("web", 1, actions=[web]))
    path.write_text(json.dumps({"grids": [grid(*elements, identity="Casa")]}), "utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    files = folder.rglob("*") if folder.is_dir() else ()
    return {str(file.relative_to(folder)): file.read_bytes() for file in files if file.is_file()}


def test_import_with_the_counts_as_json(
    tmp_path: Path, profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    done = main(
        ["boards", "import", str(grd(tmp_path)), "--profile", str(profile.folder), "--json"]
    )
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert done == 0
    assert {name: told[name] for name in COUNTS} == {
        "boards": 1,
        "buttons": 2,
        "links": 0,
        "pictograms": 1,
        "skipped": 1,
    }
    assert (told["format"], told["language"], told["kept_as"]) == ("grd", "es", "es")
    assert told["lists"]["skipped"] == [
        {
            "board": "Casa",
            "button": "web",
            "reason": "web_page",
            "text": "opened a web page (https://example.org)",
        }
    ]
    assert told["lists"]["taken"][0]["board"] == "Casa"
    kept = BoardStore(profile).read("es")
    assert kept is not None
    assert [button.gloss for button in kept.first.buttons.values()] == ["comer", None]


def test_import_for_a_person(
    tmp_path: Path, profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(grd(tmp_path))
    assert main(["--profile", str(profile.folder), "boards", "import", path]) == 0
    told = capsys.readouterr().out
    assert "small.grd (AsTeRICS Grid, es): 1 board, 2 buttons, 0 links, 1 pictogram" in told
    assert "left out: “web” (Casa): opened a web page (https://example.org)" in told
    assert str(profile.folder) in told


def test_what_was_there_is_backed_up(tmp_path: Path, profile: Profile) -> None:
    first = packed(tmp_path, {"a.obf": obf("a")}, "first.obz")
    second = packed(tmp_path, {"b.obf": obf("b")}, "second.obz")
    for path in (first, second):
        arguments = ["boards", "import", str(path), "--profile", str(profile.folder)]
        assert main([*arguments, "--language", "en"]) == 0
    store = BoardStore(profile)
    now = store.read("en")
    assert now is not None
    assert list(now.boards) == ["b"]
    newest, *_ = store.backups("en")
    before = store.content(newest)
    assert before is not None
    assert list(before.boards) == ["a"]
    assert store.read("es") is None


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.json", b"[1, 2]", "is not a board (known are"),
        ("x.grd", b'{"grids": [', "is not JSON"),
        ("x.obz", b"PK\x03\x04", "is not a sound zip file"),
        ("x.obf", b"\xff\xfe\x00", "is not UTF-8 text"),
    ],
)
def test_a_file_that_cannot_be_used_leaves_everything_as_it_was(
    tmp_path: Path,
    profile: Profile,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes,
    reason: str,
) -> None:
    good = packed(tmp_path, {"a.obf": obf("a")})
    to = ["--profile", str(profile.folder), "--language", "es"]
    assert main(["boards", "import", str(good), *to]) == 0
    before = contents(profile.folder)
    capsys.readouterr()
    (tmp_path / name).write_bytes(data)
    assert main(["boards", "import", str(tmp_path / name), *to]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    [line] = told.err.splitlines()
    assert line.startswith(f"aac-app: {name}: ")
    assert reason in line
    assert contents(profile.folder) == before


@pytest.mark.parametrize("name", ["backups", "boards"])
def test_boards_that_cannot_be_kept_are_told(
    tmp_path: Path, profile: Profile, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    profile.folder.mkdir()
    (profile.folder / name).write_text("no folder")
    good = packed(tmp_path, {"a.obf": obf("a")})
    assert main(["boards", "import", str(good), "--profile", str(profile.folder)]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert name in line
    assert (profile.folder / name).read_text() == "no folder"


def test_a_vocabulary_goes_out_and_comes_back_on_an_empty_profile(
    tmp_path: Path, profile: Profile
) -> None:
    source = packed(tmp_path, files_of_a_rich_package())
    to = ["--profile", str(profile.folder), "--language", "es"]
    out, other = tmp_path / "out.obz", Profile(tmp_path / "other")
    assert main(["boards", "import", str(source), *to]) == 0
    assert main(["boards", "export", str(out), *to]) == 0
    there = ["--profile", str(other.folder), "--language", "es"]
    assert main(["boards", "import", str(out), *there]) == 0
    first, second = BoardStore(profile).read("es"), BoardStore(other).read("es")
    assert first is not None
    assert second is not None
    assert second.boards == first.boards
    sound = second.first.sounds["s"]
    assert media_bytes(sound, second.source) == b"ID3 ring"


def test_export_of_one_board_with_its_pictogram(
    tmp_path: Path, profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    with Cache(profile.pictures) as cache:
        cache.store_image(2248, png(5))
    to = ["--profile", str(profile.folder), "--language", "es"]
    assert main(["boards", "import", str(grd(tmp_path)), *to]) == 0
    out = tmp_path / "casa.obf"
    assert main(["boards", "export", str(out), "--board", "casa", *to]) == 0
    image = read_board(out).images["arasaac-2248"]
    assert media_bytes(image, out) == png(5)
    assert image.license is not None
    assert "Origen: ARASAAC" in capsys.readouterr().out


def test_the_starting_boards_can_be_exported(tmp_path: Path, profile: Profile) -> None:
    out = tmp_path / "all.obz"
    to = ["--profile", str(profile.folder), "--language", "en"]
    assert main(["boards", "export", str(out), *to]) == 0
    assert read_set(out).urgent == "urgent"
    assert not profile.boards.exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["x.doc"], "boards are written as .obz, .obf"),
        (["x.obf", "--board", "nowhere"], "there is no board 'nowhere'"),
        (["x.obz", "--board", "home"], "one board alone is written as .obf"),
        (["missing/\0/x.obz"], ""),
    ],
)
def test_an_export_that_cannot_be_is_told(
    tmp_path: Path,
    profile: Profile,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    reason: str,
) -> None:
    file, *rest = arguments
    if "\0" in file:  # a folder that cannot be made, for a file stands there
        (tmp_path / "missing").write_text("")
        file = "missing/x.obz"
    to = ["--profile", str(profile.folder), "--language", "en"]
    assert main(["boards", "export", str(tmp_path / file), *rest, *to]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert reason in line


def test_check(tmp_path: Path, profile: Profile, capsys: pytest.CaptureFixture[str]) -> None:
    to = ["--profile", str(profile.folder), "--language", "es"]
    assert main(["boards", "check", *to]) == 0
    assert "nothing is the matter" in capsys.readouterr().out
    buttons = [{"id": "1", "label": "x", "load_board": {"path": "gone.obf"}}]
    bad = packed(tmp_path, {"a.obf": obf("a", buttons=buttons)})
    assert main(["boards", "check", str(bad), *to]) == 1
    assert "“x” (Board a): leads to a board that is not there (gone.obf)" in capsys.readouterr().out
    assert main(["boards", "check", str(bad), "--json", *to]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "board": "Board a",
            "button": "x",
            "fault": "broken_link",
            "text": "leads to a board that is not there (gone.obf)",
        }
    ]
    assert main(["boards", "import", str(bad), *to]) == 0
    assert main(["boards", "check", *to]) == 1


def test_the_command_itself(tmp_path: Path, profile: Profile) -> None:
    """As a person types it: a process of its own, and no window is needed for it."""
    command = [sys.executable, "-m", "aac_app", "boards"]
    told = ["import", str(grd(tmp_path)), "--profile", str(profile.folder), "--json"]
    run = subprocess.run(
        [*command, *told], capture_output=True, encoding="utf-8", cwd=_ROOT, timeout=60, check=True
    )
    assert json.loads(run.stdout)["boards"] == 1
    usage = subprocess.run([*command, "juggle"], capture_output=True, cwd=_ROOT, timeout=60)
    assert usage.returncode == 2
