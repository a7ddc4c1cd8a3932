"""Files made to do harm: refused or survived with one sentence, the boards there are untouched."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aac_app.__main__ import main
from aac_app.board_store import BoardStore
from aac_app.profiles import Profile
from pictograms import foreign_media, package
from pictograms.errors import BadImageError, BoardError
from pictograms.exchange import import_file
from pictograms.fields import MAX_BYTES
from pictograms.import_report import Reason
from pictograms.obf_write import board_to_json
from pictograms.picture_check import check_picture
from tests.hostile_files import (
    BAD_PICTURES,
    GOOD_PICTURES,
    REFUSED,
    damaged,
    huge_png,
    picture_uri,
    svg,
)
from tests.pictures import png
from tests.test_board_commands import contents
from tests.test_cboard import board as cboard
from tests.test_cboard import tile
from tests.test_grd import action, element, grid
from tests.test_obz import manifest, obf, packed

_ROOT = Path(__file__).resolve().parent.parent


def written(tmp_path: Path, value: Any, encoding: str = "utf-8") -> Path:
    path = tmp_path / "odd.json"
    path.write_text(json.dumps(value, ensure_ascii=False), encoding)
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A person whose boards must stay as they are."""
    profile = Profile(tmp_path / "profile")
    good = packed(tmp_path, {"a.obf": obf("mine")}, "mine.obz")
    to = ["--profile", str(profile.folder), "--language", "es"]
    assert main(["boards", "import", str(good), *to]) == 0
    return profile


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_one_sentence_and_nothing_touched(
    tmp_path: Path, profile: Profile, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    make, reason = REFUSED[name]
    path = make(tmp_path)
    before = contents(profile.folder)
    outside = sorted(file.name for file in tmp_path.parent.iterdir())
    capsys.readouterr()
    to = ["--profile", str(profile.folder), "--language", "es"]
    assert main(["boards", "import", str(path), *to]) == 1
    told = capsys.readouterr()
    [line] = told.err.splitlines()
    assert reason in line
    assert len(line) < 300
    assert contents(profile.folder) == before
    assert sorted(file.name for file in tmp_path.parent.iterdir()) == outside
    kept = BoardStore(profile).read("es")
    assert kept is not None
    assert list(kept.boards) == ["mine"]


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is told otherwise")
@pytest.mark.parametrize("name", ["millions of values", "100 000 buttons, grd"])
def test_memory_stays_in_bounds(tmp_path: Path, name: str) -> None:
    path = REFUSED[name][0](tmp_path)
    program = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "from pictograms.exchange import import_file\n"
        "from pictograms.errors import BoardError\n"
        "try: import_file(Path(sys.argv[1]))\n"
        # ru_maxrss would begin with what the process that started this one holds.
        "except BoardError:\n"
        "    status = Path('/proc/self/status').read_text()\n"
        "    print(re.search(r'VmHWM:\\s+(\\d+)', status)[1])\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    run = subprocess.run(
        command, capture_output=True, text=True, cwd=_ROOT, check=True, timeout=100
    )
    assert int(run.stdout) / 2**10 < 700  # megabytes


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_pictures_that_must_not_be_shown(tmp_path: Path, name: str) -> None:
    data, reason = BAD_PICTURES[name]
    with pytest.raises(BadImageError) as caught:
        check_picture(data)
    assert reason in str(caught.value)
    for found in (
        import_file(in_obf(tmp_path, data)),
        import_file(in_obz(tmp_path, data)),
        import_file(in_grd(tmp_path, data)),
        import_file(in_cboard(tmp_path, data)),
    ):
        [told] = [one for one in found.report.left_out if one.reason is Reason.BAD_PICTURE]
        assert (told.button, told.detail) == ("x", str(caught.value))
        [button] = found.boards.first.buttons.values()
        assert button.label == "x"  # the word stays
        assert button.image_id is None


@pytest.mark.parametrize("name", GOOD_PICTURES)
def test_pictures_that_may_be_shown(tmp_path: Path, name: str) -> None:
    data = GOOD_PICTURES[name]
    check_picture(data)
    for make in (in_obf, in_obz, in_grd, in_cboard):
        found = import_file(make(tmp_path, data))
        assert found.report.skipped == 0
        [button] = found.boards.first.buttons.values()
        assert found.boards.first.image_of(button) is not None


def in_obf(tmp_path: Path, data: bytes) -> Path:
    buttons = [{"id": "1", "label": "x", "image_id": "i"}]
    images = [{"id": "i", "data": picture_uri(data)}]
    path = tmp_path / "a.obf"
    path.write_bytes(obf(buttons=buttons, images=images))
    return path


def in_obz(tmp_path: Path, data: bytes) -> Path:
    buttons = [{"id": "1", "label": "x", "image_id": "i"}]
    images = [{"id": "i", "path": "i.png"}]
    return packed(tmp_path, {"a.obf": obf(buttons=buttons, images=images), "i.png": data})


def in_grd(tmp_path: Path, data: bytes) -> Path:
    return written(tmp_path, {"grids": [grid(element("x", image={"data": picture_uri(data)}))]})


def in_cboard(tmp_path: Path, data: bytes) -> Path:
    return written(tmp_path, [cboard(tile("x", image=picture_uri(data)))])


def test_a_pictogram_keeps_its_number_when_its_copy_is_bad(tmp_path: Path) -> None:
    url = "https://api.arasaac.org/api/pictograms/2248"
    image = {"url": url, "data": picture_uri(huge_png())}
    found = import_file(written(tmp_path, {"grids": [grid(element("x", image=image))]}))
    [kept] = found.boards.first.images.values()
    assert (kept.data, kept.arasaac_id) == (None, 2248)


def test_files_that_are_too_much_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images = [{"id": f"i{n}", "path": f"i{n}.png"} for n in range(4)]
    buttons = [{"id": f"{n}", "label": "x", "image_id": f"i{n}"} for n in range(4)]
    files = {f"i{n}.png": png(n, note=b"\0" * 2**20) for n in range(4)}
    path = packed(tmp_path, {"a.obf": obf(buttons=buttons, images=images), **files})
    assert import_file(path).report.skipped == 0
    monkeypatch.setattr(foreign_media, "MAX_TOTAL", 3 * 2**20)
    with pytest.raises(BoardError, match=r"^set\.obz: its pictures and sounds are larger than 3"):
        import_file(path)


def test_too_long_a_sound_is_left_out(tmp_path: Path) -> None:
    buttons = [{"id": "1", "label": "x", "sound_id": "s"}]
    sounds = [{"id": "s", "path": "s.mp3"}]
    whole = obf(buttons=buttons, sounds=sounds)
    path = packed(tmp_path, {"a.obf": whole, "s.mp3": b"ID3" + b"\0" * (17 * 2**20)})
    found = import_file(path)
    assert [one.reason for one in found.report.left_out] == [Reason.BAD_SOUND]
    assert found.boards.first.sounds == {}


def test_a_grid_of_10_000_by_10_000_that_is_empty_is_drawn_together(tmp_path: Path) -> None:
    wide = {"rowCount": 10_000, "minColumnCount": 10_000}
    far = grid(element("a"), element("b", 9_999, 9_999), **wide)
    found = import_file(written(tmp_path, {"grids": [far]}))
    assert (found.boards.first.rows, found.boards.first.columns) == (3, 3)
    assert Reason.SQUEEZED in {one.reason for one in found.report.approximated}


def test_links_in_circles(tmp_path: Path) -> None:
    def link(to: str) -> list[dict[str, Any]]:
        return [{"id": "1", "label": "x", "load_board": {"path": f"{to}.obf"}}]

    paths = {"boards": {"a": "a.obf", "b": "b.obf"}}
    files = {
        "manifest.json": manifest(paths=paths),
        "a.obf": obf("a", buttons=link("b")),
        "b.obf": obf("b", buttons=link("a")),
    }
    assert import_file(packed(tmp_path, files)).report.links == 2


def test_ids_that_stand_twice(tmp_path: Path) -> None:
    twice = [{"id": "1", "label": "a"}, {"id": "1", "label": "b"}]
    files = {"a.obf": obf("a", buttons=twice), "b.obf": obf("a")}
    found = import_file(packed(tmp_path, files))
    assert (found.report.boards, found.report.buttons) == (2, 3)


def test_ids_that_look_as_if_they_had_been_given_twice(tmp_path: Path) -> None:
    ids = ["a", "a~3", "a", "a~2"]
    elements = [element(x=place, id=one) for place, one in enumerate(ids)]
    tiles = [tile(id=one) for one in ids]
    for value in ({"grids": [grid(*elements)] * 3}, [cboard(*tiles)] * 3):
        found = import_file(written(tmp_path, value))
        assert (found.report.boards, found.report.buttons) == (3, 12)


def test_what_is_damaged_in_a_package_is_left_out_and_the_rest_taken(tmp_path: Path) -> None:
    buttons = [{"id": "1", "label": "x", "image_id": "i", "sound_id": "s"}]
    whole = obf(
        buttons=buttons,
        images=[{"id": "i", "path": "i.png"}],
        sounds=[{"id": "s", "path": "s.mp3"}],
    )
    huge = b"ID3" + bytes(MAX_BYTES)
    path = packed(tmp_path, {"a.obf": whole, "b.obf": obf("b"), "i.png": png(), "s.mp3": huge})
    found = import_file(damaged(damaged(path, "b.obf"), "i.png"))
    assert list(found.boards.boards) == ["a"]
    told = {one.reason: str(one) for one in found.report.left_out}
    assert told.keys() == {Reason.PROBLEM, Reason.BAD_PICTURE, Reason.BAD_SOUND}
    assert told[Reason.PROBLEM] == "set.obz: is damaged at 'b.obf'"
    assert "is damaged at 'i.png'" in told[Reason.BAD_PICTURE]
    assert "too large a file ('s.mp3')" in told[Reason.BAD_SOUND]


def test_a_package_is_opened_as_often_however_many_pictures_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    really = package.open_archive
    monkeypatch.setattr(
        package, "open_archive", lambda path: (opened.append(path), really(path))[1]
    )
    counts = []
    for many in (2, 20):
        buttons = [{"id": f"{n}", "label": "x", "image_id": f"i{n}"} for n in range(many)]
        images = [{"id": f"i{n}", "path": f"i{n}.png"} for n in range(many)]
        files = {f"i{n}.png": png(n, many) for n in range(many)}
        path = packed(tmp_path, {"a.obf": obf(buttons=buttons, images=images), **files})
        opened.clear()
        profile = Profile(tmp_path / f"{many}")
        assert main(["boards", "import", str(path), "--profile", str(profile.folder)]) == 0
        assert len(list((profile.media / "images").iterdir())) == many
        counts.append(len(opened))
    assert counts[0] == counts[1] <= 3


def test_whatever_was_taken_can_be_read_again(tmp_path: Path, profile: Profile) -> None:
    long = {"id": "1", "label": "x", "actions": ["+" + "a" * 9_000, ":speak"]}
    path = packed(tmp_path, {"a.obf": obf(buttons=[long])})
    to = ["--profile", str(profile.folder), "--language", "es"]
    assert main(["boards", "import", str(path), *to]) == 0
    kept = BoardStore(profile).read("es")
    assert kept is not None
    assert kept.problems == ()
    assert board_to_json(kept.first)["buttons"] == [long]


_ODD: tuple[Any, ...] = (None, True, -1, 1.5, 10**40, "", "x", [], [[]], {}, {"x": {}}, ["x"])


@pytest.mark.parametrize("key", [*element(), "wordForms", "image", "pronunciation", "hidden"])
def test_wrong_kinds_in_an_element(tmp_path: Path, key: str) -> None:
    for odd in _ODD:
        raw = {"grids": [grid({**element("a"), key: odd})]}
        found = import_file(written(tmp_path, raw))
        assert found.report.buttons == 1


@pytest.mark.parametrize("key", [*grid(), "showGlobalGrid", "keyboardMode", "webRadios"])
def test_wrong_kinds_in_a_grid(tmp_path: Path, key: str) -> None:
    for odd in _ODD:
        raw = {"grids": [{**grid(element("a")), key: odd}], "metadata": {"globalGridId": odd}}
        found = import_file(written(tmp_path, raw))
        assert found.report.boards == 1


@pytest.mark.parametrize("kind", ["Navigate", "CollectElement", "SpeakCustom", "Audio", "HTTP"])
def test_wrong_kinds_in_an_action(tmp_path: Path, kind: str) -> None:
    keys = ("navType", "toGridId", "action", "speakText", "dataBase64", "restUrl", "modelName")
    for odd in _ODD:
        actions: list[Any] = [odd, action(kind), *({**action(kind), key: odd} for key in keys)]
        raw = {"grids": [grid(element("a", actions=actions))], "metadata": odd, "dictionaries": odd}
        assert import_file(written(tmp_path, raw)).report.buttons == 1


@pytest.mark.parametrize("kind", ["grd", "cboard", "obf"])
def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path, kind: str) -> None:
    whole = {
        "grd": {"grids": [grid(element("ñ"))]},
        "cboard": [cboard(tile("ñ"))],
        "obf": json.loads(obf("ñ")),
    }[kind]
    data = json.dumps(whole, ensure_ascii=False).encode()
    path = tmp_path / "cut.json"
    for end in range(0, len(data), 3):
        path.write_bytes(data[:end])
        with pytest.raises(BoardError) as caught:
            import_file(path)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    values: list[Any] = [{"grids": [grid(element("ñ"))]}, [cboard(tile("ñ"))]]
    for value in values:
        found = import_file(written(tmp_path, value, encoding))
        assert [one.label for one in found.boards.first.buttons.values()] == ["ñ"]


def test_half_characters_and_zeros_in_words(tmp_path: Path) -> None:
    path = tmp_path / "odd.grd"
    value = json.dumps({"grids": [grid(element("e", label={"es": "a\ud800b\0c"}))]})
    path.write_text(value, "ascii")
    assert import_file(path).boards.first.buttons["e"].label == "a?bc"


def test_too_long_a_word_is_cut_and_told(tmp_path: Path) -> None:
    found = import_file(written(tmp_path, {"grids": [grid(element(label={"es": "a" * 9_000}))]}))
    [button] = found.boards.first.buttons.values()
    assert len(button.label) == 5_000
    assert [one.reason for one in found.report.approximated] == [Reason.CUT]


@pytest.mark.parametrize("name", ["CON.obf", "aux.obf", "a/NUL.obf", "COM1.x.obf", "é?.obf"])
def test_names_that_windows_keeps_for_itself(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    link = [{"id": "1", "label": "x", "load_board": {"path": name}}]
    path = packed(tmp_path, {"0.obf": obf("a", buttons=link), name: obf("b")})
    profile = Profile(tmp_path / "profile")
    to = ["--profile", str(profile.folder), "--language", "es"]
    assert main(["boards", "import", str(path), *to]) == 0
    files = list(profile.boards.rglob("*.obf"))
    assert len(files) == 2
    assert all(foreign_free(file.name) for file in files)
    kept = BoardStore(profile).read("es")
    assert kept is not None
    [button] = kept.boards["a"].buttons.values()
    assert button.load_board is not None
    assert kept.target(button.load_board) == kept.boards["b"]


def foreign_free(name: str) -> bool:
    from pictograms.file_names import is_portable

    return is_portable(name)


def test_links_in_a_folder_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "a.obf").write_bytes(obf("a"))
    (tmp_path / "secret.obf").write_bytes(obf("secret"))
    (folder / "b.obf").symlink_to(tmp_path / "secret.obf")
    found = import_file(folder)
    assert list(found.boards.boards) == ["a"]
    assert [one.reason for one in found.report.left_out] == [Reason.PROBLEM]


def test_nothing_is_asked_of_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was asked of the network")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    monkeypatch.setattr("subprocess.Popen", refuse)
    monkeypatch.setattr("webbrowser.open", refuse)
    actions = [
        action("OpenWebpage", openURL="http://127.0.0.1:9/"),
        action("HTTP", restUrl="http://127.0.0.1:9/"),
        action("System", action="VOLUME_UP"),
    ]
    image = {"url": "http://127.0.0.1:9/x.png"}
    raw = {"grids": [grid(element(actions=actions, image=image))]}
    found = import_file(written(tmp_path, raw))
    assert found.report.skipped == 3
    assert import_file(in_obf(tmp_path, svg())).report.skipped == 0


def test_every_case_is_made_anew() -> None:
    makers: list[Callable[[Path], Path]] = [make for make, _ in REFUSED.values()]
    assert len(makers) == len(set(makers))
