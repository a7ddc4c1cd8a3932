"""What is the matter with a set of boards is found, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pictograms.board_check import Fault, check_boards
from pictograms.exchange import import_file
from pictograms.obf import read_set
from tests.pictures import png
from tests.test_obz import manifest, obf, packed

ROOT = Path(__file__).resolve().parent.parent


def board(identity: str, *buttons: dict[str, Any], **changes: Any) -> bytes:
    whole = [{"id": str(number), **one} for number, one in enumerate(buttons)]
    order = [[one["id"] for one in whole]]
    grid = {"rows": 1, "columns": len(order[0]), "order": order}
    return obf(identity, buttons=whole, grid=grid, **changes)


def faults(tmp_path: Path, files: dict[str, bytes]) -> list[tuple[str, str, Fault, str]]:
    found = check_boards(read_set(packed(tmp_path, files)))
    return [(one.board, one.label, one.fault, one.detail) for one in found]


@pytest.mark.parametrize("language", ["es", "en"])
def test_nothing_is_the_matter_with_the_starting_boards(language: str) -> None:
    assert check_boards(read_set(ROOT / "aac_app" / "data" / language)) == ()


def test_sound_boards(tmp_path: Path) -> None:
    files = {
        "manifest.json": manifest(),
        "a.obf": board(
            "a",
            {"label": "b", "load_board": {"path": "b.obf"}},
            {"label": "x", "image_id": "i"},
            images=[{"id": "i", "path": "i.png"}],
        ),
        "b.obf": board("b", {"label": "a", "load_board": {"id": "a"}}),
        "i.png": png(1),
    }
    assert faults(tmp_path, files) == []


def test_links_into_nowhere(tmp_path: Path) -> None:
    links = ({"path": "gone.obf"}, {"url": "https://x"}, {"name": "Board a"}, {"id": "zz"})
    buttons = [{"label": f"l{n}", "load_board": link} for n, link in enumerate(links)]
    assert faults(tmp_path, {"a.obf": board("a", *buttons)}) == [
        ("a", "l0", Fault.BROKEN_LINK, "gone.obf"),
        ("a", "l1", Fault.BROKEN_LINK, "https://x"),
        ("a", "l3", Fault.BROKEN_LINK, "zz"),
    ]


def test_pictures_and_sounds_that_are_not_there(tmp_path: Path) -> None:
    images = [
        {"id": "file", "path": "gone.png"},
        {"id": "empty"},
        {"id": "bad", "data": "data:image/png;base64,a"},
        {"id": "url", "url": "https://x/y.png"},
        {"id": "symbol", "symbol": {"set": "arasaac", "filename": "2248"}},
    ]
    buttons = [{"label": one["id"], "image_id": one["id"]} for one in images]
    buttons += [{"label": "none", "image_id": "none"}, {"label": "s", "sound_id": "s"}]
    found = faults(tmp_path, {"a.obf": board("a", *buttons, images=images)})
    assert [(label, fault) for _, label, fault, _ in found] == [
        ("file", Fault.MISSING_PICTURE),
        ("empty", Fault.MISSING_PICTURE),
        ("bad", Fault.MISSING_PICTURE),
        ("none", Fault.MISSING_PICTURE),
        ("s", Fault.MISSING_SOUND),
    ]


def test_words_that_stand_twice(tmp_path: Path) -> None:
    buttons = [
        {"label": "más"},
        {"label": "Más"},
        {"label": "más", "vocalization": "más grande"},
        {"label": "sí", "hidden": True},
        {"label": "sí"},
        {"label": "b", "load_board": {"path": "a.obf"}},
        {"label": "b", "load_board": {"path": "a.obf"}},
        {"label": ""},
        {"label": ""},
    ]
    assert faults(tmp_path, {"a.obf": board("a", *buttons)}) == [("a", "más", Fault.TWICE, "2")]


def test_boards_that_no_way_leads_to(tmp_path: Path) -> None:
    files = {
        "manifest.json": manifest(ext_aac_urgent="u"),
        "a.obf": board("a", {"label": "x"}),
        "b.obf": board("b", {"label": "c", "load_board": {"path": "c.obf"}}),
        "c.obf": board("c", {"label": "b", "load_board": {"path": "b.obf"}}),
        "u.obf": board("u", {"label": "ay"}),
        "e.obf": board("e", {"label": "yo"}, ext_aac_everywhere=True),
    }
    assert faults(tmp_path, files) == [
        ("b", "", Fault.UNREACHED, ""),
        ("c", "", Fault.UNREACHED, ""),
    ]


def test_boards_that_cannot_be_read_are_found(tmp_path: Path) -> None:
    [found] = faults(tmp_path, {"a.obf": board("a", {"label": "x"}), "b.obf": b"{"})
    assert found[2] is Fault.UNREADABLE
    assert found[3].startswith("b.obf: is not JSON")


# Of the real file with the most to find: (broken links, missing pictures, twice, unreached).
def test_a_real_package_with_gaps(shared: Path) -> None:
    boards = import_file(shared / "data" / "boards" / "obf" / "pageset.obz").boards
    found = [one.fault for one in check_boards(boards)]
    assert found.count(Fault.BROKEN_LINK) == 15
    assert found.count(Fault.MISSING_PICTURE) == 926
    assert found.count(Fault.UNREACHED) == 9


def test_findings_read_as_sentences(tmp_path: Path) -> None:
    files = {"a.obf": board("a", {"label": "x", "load_board": {"path": "gone.obf"}})}
    [found] = check_boards(read_set(packed(tmp_path, files)))
    assert str(found) == "“x” (Board a): leads to a board that is not there (gone.obf)"
    assert json.dumps(found.text)
