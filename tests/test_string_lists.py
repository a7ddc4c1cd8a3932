"""Boards with their labels in several languages: one is taken in, all go out again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pictograms.exchange import import_file
from pictograms.obf import BoardSet
from pictograms.package_write import write_alone, write_package
from tests.obf_schema import package_faults
from tests.test_grd import action, element, grid, imported
from tests.test_obz import obf, packed
from tests.test_package_write import boards_in, meaning

# The example of the specification, with a text to be said.
BUTTONS = [
    {"id": "1", "label": "happy", "vocalization": ":glad"},
    {"id": "2", "label": ":time"},
    {"id": "3", "label": "Brian", "ext_x": 1},
]
STRINGS = {
    "en": {"happy": "happy", ":time": "time", ":glad": "I am glad"},
    "es-ES": {"happy": "contento", ":time": "hora", ":glad": "estoy contento"},
    "fr": {":time": "temps"},
}


def listed(tmp_path: Path, **changes: Any) -> Path:
    board = obf(locale="en", buttons=BUTTONS, strings=STRINGS, **changes)
    return packed(tmp_path, {"a.obf": board})


def words(boards: BoardSet) -> list[tuple[str, str]]:
    return [(one.label, one.spoken) for one in boards.first.buttons.values()]


@pytest.mark.parametrize(
    ("language", "expected", "locale"),
    [
        ("es", [("contento", "estoy contento"), ("hora", "hora"), ("Brian", "Brian")], "es-ES"),
        ("en", [("happy", "I am glad"), ("time", "time"), ("Brian", "Brian")], "en"),
        ("fr", [("happy", ":glad"), ("temps", "temps"), ("Brian", "Brian")], "fr"),
        ("de", [("happy", "I am glad"), ("time", "time"), ("Brian", "Brian")], "en"),
        (None, [("happy", "I am glad"), ("time", "time"), ("Brian", "Brian")], "en"),
    ],
)
def test_one_language_is_taken(
    tmp_path: Path, language: str | None, expected: list[tuple[str, str]], locale: str
) -> None:
    found = import_file(listed(tmp_path), language)
    assert words(found.boards) == expected
    assert found.boards.first.locale == found.report.language == locale


@pytest.mark.parametrize("language", ["es", "en", "fr", "de", None])
def test_going_out_again_it_is_as_it_was(tmp_path: Path, language: str | None) -> None:
    source, out = listed(tmp_path), tmp_path / "out.obz"
    boards = import_file(source, language).boards
    write_package(boards, out)
    assert meaning(boards_in(out)) == meaning(boards_in(source))
    assert package_faults(out) == []
    write_alone(boards, boards.first, tmp_path / "out.obf")
    alone = meaning(json.loads((tmp_path / "out.obf").read_bytes()))
    assert alone == meaning(boards_in(source)["a.obf"])


def test_a_word_that_was_changed_stays_changed(tmp_path: Path) -> None:
    boards = import_file(listed(tmp_path), "es").boards
    first = boards.first
    renamed = replace(first.buttons["2"], label="reloj")
    changed = replace(first, buttons={**first.buttons, "2": renamed})
    write_package(replace(boards, boards={first.id: changed}), tmp_path / "out.obz")
    [again] = boards_in(tmp_path / "out.obz").values()
    assert [one["label"] for one in again["buttons"]] == ["happy", "reloj", "Brian"]
    assert "ext_aac_label_key" not in again["buttons"][1]


def test_boards_without_lists_are_as_they_are(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.obf": obf(locale="en")})
    assert import_file(path, "es").boards.first.locale == "en"


def test_the_languages_of_another_program_are_there_for_the_next(tmp_path: Path) -> None:
    """Labels of AsTeRICS Grid in three languages go out as lists and come in in another one."""
    tap = {"es": "ABRIR EL GRIFO", "en": "TURN THE TAP ON"}
    said = [action("SpeakCustom", speakText=tap)]
    elements = (
        element("e", label={"es": "COMER", "en": "EAT", "pt": "COMER JÁ"}),
        element(
            "f",
            1,
            label={"es": "ABRIR", "en": "OPEN"},
            actions=said,
        ),
    )
    found = imported(tmp_path, grid(*elements))
    write_package(found.boards, tmp_path / "out.obz")
    english = import_file(tmp_path / "out.obz", "en").boards
    assert english.first.locale == "en"
    assert [(one.label, one.spoken, one.gloss) for one in english.first.buttons.values()] == [
        ("EAT", "EAT", "eat"),
        ("OPEN", "TURN THE TAP ON", "turn the tap on"),
    ]
    write_package(english, tmp_path / "again.obz")
    assert boards_in(tmp_path / "again.obz") == boards_in(tmp_path / "out.obz")


def test_a_board_is_called_as_in_the_list_of_its_language(tmp_path: Path) -> None:
    strings = {"en": {"k.name": "Food"}, "es": {"k.name": "Comida"}}
    path = packed(tmp_path, {"a.obf": obf(locale="en-US", name="k.name", strings=strings)})
    assert import_file(path, "en").boards.first.title == "Food"
    assert import_file(path, "es").boards.first.title == "Comida"
    assert import_file(path, "en").report.taken[0].board == "Food"
