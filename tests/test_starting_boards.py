"""The starting boards: their tables, their files, and what can be said with them."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextLayout

from pictograms.board import Board
from pictograms.obz import BoardSet, read_set

_ROOT = Path(__file__).resolve().parent.parent
_DATA = _ROOT / "aac_app" / "data"
_LANGUAGES = ("es", "en")
_EMOJI_FONT = "Noto Color Emoji"


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    """The scripts of `packaging`, which is no package: loaded by path, and forgotten afterwards."""
    names = ("board_tables", "board_words", "make_boards", "check_boards")
    loaded = {}
    for name in names:
        spec = importlib.util.spec_from_file_location(name, _ROOT / "packaging" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        loaded[name] = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(loaded[name])
    yield loaded
    for name in names:
        del sys.modules[name]


@pytest.fixture(scope="module")
def tables(scripts: dict[str, ModuleType]) -> Any:
    return scripts["board_tables"].read_tables()


@cache
def _boards(language: str) -> BoardSet:
    return read_set(_DATA / language)


def _changed(tables: Any, board: str, cell: str, **changes: Any) -> Any:
    """The same tables with one cell changed."""
    return tuple(
        replace(
            table,
            cells=tuple(
                replace(each, **changes) if each.name == cell else each for each in table.cells
            ),
        )
        if table.id == board
        else table
        for table in tables
    )


# The tables --------------------------------------------------------------------------------


def test_nothing_is_wrong_with_the_tables(scripts: dict[str, ModuleType], tables: Any) -> None:
    assert scripts["check_boards"].check(tables) == []


def test_every_picture_exists_and_means_its_word(
    scripts: dict[str, ModuleType], tables: Any, shared: Path
) -> None:
    words = scripts["board_words"]
    assert list(words.check_pictures(tables, words.read_lexicon(shared))) == []


def test_a_picture_of_another_sense_is_found(
    scripts: dict[str, ModuleType], tables: Any, shared: Path
) -> None:
    words = scripts["board_words"]
    lexicon = words.read_lexicon(shared)
    table = next(table for table in tables if table.id == "shopping")
    bank = next(cell for cell in table.cells if cell.words["es"].label == "banco")
    pier = {language: replace(word, arasaac="2517") for language, word in bank.words.items()}
    wrong = _changed(tables, "shopping", bank.name, words=pier)
    assert any("'banco'" in line for line in words.check_pictures(wrong, lexicon))
    gone = {language: replace(word, arasaac="999999") for language, word in bank.words.items()}
    missing = _changed(tables, "shopping", bank.name, words=gone)
    assert any("999999" in line for line in words.check_pictures(missing, lexicon))


def test_every_example_of_the_forty_kinds_can_be_said(
    scripts: dict[str, ModuleType], tables: Any, shared: Path
) -> None:
    words = scripts["board_words"]
    text = (shared / "design" / "messages.md").read_text("utf-8")
    examples = words.examples_of(text)
    assert [len(examples[language]) for language in _LANGUAGES] == [80, 80]
    assert ["poder", "ir", "patio", "?"] in examples["es"]
    assert ["he", "touch", "my", "penis"] in examples["en"]
    assert list(words.check_messages(tables, text)) == []


def test_a_message_without_its_word_is_found(scripts: dict[str, ModuleType], tables: Any) -> None:
    text = "1 one word: agua / zzz; water / mum: no wish added."
    found = list(scripts["board_words"].check_messages(tables, text))
    assert found == ["zzz: there is no 'zzz' on the es boards"]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_most_words_of_daily_messages_are_on_the_boards(
    scripts: dict[str, ModuleType], tables: Any, language: str
) -> None:
    words = scripts["board_words"].words_of(tables, language)
    words |= {word.removesuffix("se") for word in words if word.endswith("rse")}
    path = _ROOT / "evaluation" / "data" / f"daily_{language}.tsv"
    lists = [line.split("\t")[0] for line in path.read_text("utf-8").splitlines()[1:]]
    chosen = [gloss.strip().lower() for each in lists for gloss in each.split(",")]
    assert len(chosen) > 500
    known = sum(gloss in words for gloss in chosen)
    assert known / len(chosen) > 0.85


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"kind": "link:nowhere"}, "no board 'nowhere'"),
        ({"kind": "jump"}, "no kind of cell is called 'jump'"),
        ({"kind": "link:home"}, "leads to the board that it stands on"),
        ({"emoji": "ab"}, "is not one emoji"),
        ({"emoji": "🫠"}, "younger than Unicode 13"),
        ({"level": 4}, "no level 4"),
        ({"row": 8}, "lies outside"),
    ],
)
def test_a_wrong_cell_is_found(
    scripts: dict[str, ModuleType], tables: Any, changes: dict[str, Any], complaint: str
) -> None:
    found = scripts["check_boards"].check(_changed(tables, "home", "r1c1", **changes))
    assert any(complaint in line for line in found), found


def test_a_word_that_stands_twice_is_found(scripts: dict[str, ModuleType], tables: Any) -> None:
    home = next(table for table in tables if table.id == "home")
    twin = _changed(tables, "home", "r2c1", words=home.cells[0].words)
    found = list(scripts["check_boards"].check_repeats(twin))
    assert "home: 'yo' stands twice on the es board" in found


def test_a_board_out_of_reach_is_found(scripts: dict[str, ModuleType], tables: Any) -> None:
    topics = next(table for table in tables if table.id == "topics")
    way = next(cell for cell in topics.cells if cell.target == "safety")
    elsewhere = _changed(tables, "topics", way.name, kind="link:home")
    found = list(scripts["check_boards"].check_reach(elsewhere))
    assert "safety: out of reach at 4 x 6, level 1" in found


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("1\t1\tsí", "3 columns instead of 15"),
        ("1\t1\tsí\tyes\t\t\tnothing\t\t\t\t1\tword\t\t\t", "no word class 'nothing'"),
        ("1\t1\t\t\t\t\tnoun\t\t\t\t1\tword\t\t\t", "a word in at least one language"),
        ("x\t1\tsí\tyes\t\t\tnoun\t\t\t\t1\tword\t\t\t", "invalid literal"),
    ],
)
def test_a_broken_table_is_told_with_file_and_line(
    scripts: dict[str, ModuleType], tmp_path: Path, line: str, complaint: str
) -> None:
    module = scripts["board_tables"]
    header = (module.TABLES / "home.tsv").read_text("utf-8").splitlines()[0]
    boards = "id\tes\ten\thome_after_word\twhole\nsmall\tPoco\tLittle\t\t\n"
    (tmp_path / "boards.tsv").write_text(boards, "utf-8")
    (tmp_path / "small.tsv").write_text(f"{header}\n{line}\n", "utf-8")
    with pytest.raises(module.TableError, match=r"small\.tsv:2: ") as told:
        module.read_tables(tmp_path)
    assert complaint in str(told.value)


def test_a_table_that_is_not_listed_is_told(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    module = scripts["board_tables"]
    (tmp_path / "boards.tsv").write_text("id\tes\ten\thome_after_word\twhole\n", "utf-8")
    (tmp_path / "lost.tsv").touch()
    with pytest.raises(module.TableError, match=r"lost\.tsv is not listed"):
        module.read_tables(tmp_path)


# The files ---------------------------------------------------------------------------------


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_program_reads_every_board(language: str) -> None:
    boards = _boards(language)
    assert boards.problems == ()
    assert boards.root == "home"
    assert boards.urgent == "urgent"
    assert [tuple(size) for size in boards.sizes] == [(4, 6), (6, 9), (7, 12)]
    topics = set(boards.boards) - {"home", "urgent", "topics"}
    assert len(topics) >= 20
    assert {board.locale for board in boards.boards.values()} == {language}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_one_grid_shape_for_every_board(language: str) -> None:
    shapes = {board.id: (board.rows, board.columns) for board in _boards(language).boards.values()}
    assert shapes.pop("urgent") == (1, 8)
    assert set(shapes.values()) == {(7, 12)}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_image_is_shown_and_every_shown_image_is_there(language: str) -> None:
    for board in _boards(language).boards.values():
        shown = {button.image_id for _, _, button in board.cells() if button.image_id}
        assert shown == set(board.images), board.id
        for image in board.images.values():
            assert str(image.arasaac_id) == image.id
            assert image.license is not None
            assert image.license.type == "CC BY-NC-SA"


@pytest.mark.parametrize("path", sorted(_DATA.glob("*/*.obf")), ids=lambda path: path.stem)
def test_a_file_is_what_the_format_asks_for(path: Path) -> None:
    board = json.loads(path.read_text("utf-8"))
    assert board["format"] == "open-board-0.1"
    assert board["id"] == path.stem
    assert board["license"]["type"] == "MIT"
    ids = [button["id"] for button in board["buttons"]]
    assert len(ids) == len(set(ids))
    assert all(isinstance(each, str) for each in ids)
    placed = [each for row in board["grid"]["order"] for each in row if each is not None]
    assert sorted(placed) == sorted(ids)
    assert len(board["grid"]["order"]) == board["grid"]["rows"]
    assert {len(row) for row in board["grid"]["order"]} == {board["grid"]["columns"]}
    for button in board["buttons"]:
        assert button["label"]
        assert "background_color" not in button
        if "load_board" in button:
            assert (path.parent / button["load_board"]["path"]).is_file()


def test_the_manifests_name_the_same_boards_in_the_same_order() -> None:
    spanish, english = (
        json.loads((_DATA / language / "manifest.json").read_text("utf-8"))
        for language in _LANGUAGES
    )
    assert spanish == english
    assert list(spanish["paths"]["boards"])[:3] == ["urgent", "home", "topics"]


# What people need --------------------------------------------------------------------------


def _labels(board: Board) -> dict[tuple[int, int], str]:
    return {(row, column): button.label for row, column, button in board.cells()}


def test_core_words_have_the_same_places_in_both_languages() -> None:
    spanish, english = (_labels(_boards(language).boards["home"]) for language in _LANGUAGES)
    assert spanish.keys() == english.keys()
    pairs = {spanish[place]: english[place] for place in spanish}
    assert pairs["yo"] == "I"
    assert pairs["querer"] == "want"
    assert pairs["no"] == "not"
    assert pairs["¿dónde?"] == "where?"
    assert pairs["temas"] == "topics"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ["sí", "no", "para", "espera", "ayuda", "me duele", "baño", "¡oye!"]),
        ("en", ["yes", "no", "stop", "wait", "help", "it hurts", "toilet", "excuse me"]),
    ],
)
def test_the_urgent_words_are_spoken_at_once(language: str, words: list[str]) -> None:
    buttons = [button for _, _, button in _boards(language).boards["urgent"].cells()]
    assert [button.label for button in buttons] == words
    assert all(button.speaks_at_once and not button.is_word for button in buttons)


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("order", ["letters_abc", "letters_keyboard"])
def test_a_letter_board_spells_and_completes(language: str, order: str) -> None:
    board = _boards(language).boards[order]
    actions = [action for _, _, button in board.cells() for action in button.actions]
    alphabet = "abcdefghijklmnopqrstuvwxyz" + ("ñáéíóúü" if language == "es" else "")
    assert {f"+{letter}" for letter in alphabet} <= set(actions)
    assert {":space", ":backspace"} <= set(actions)
    first = [button.actions for row, _, button in board.cells() if row == 0]
    assert first[:6] == [(f":ext_aac_complete_{place}",) for place in range(1, 7)]
    assert board.extra["ext_aac_whole"] is True
    assert board.home_after_word is False
    other = {"letters_abc": "letters_keyboard", "letters_keyboard": "letters_abc"}[order]
    links = [button.load_board.id for _, _, button in board.cells() if button.load_board]
    assert other in links


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_question_is_one_sign_for_the_engine(language: str) -> None:
    home = _boards(language).boards["home"]
    assert "?" in {button.gloss or button.label for _, _, button in home.cells()}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_strong_language_is_there_and_hidden_by_level(language: str) -> None:
    boards = _boards(language).boards
    swearing = [b for _, _, b in boards["swearing"].cells() if b.load_board is None]
    assert len(swearing) > 20
    assert {button.level for button in swearing} == {3}
    strong = {button.label for button in swearing if button.is_word}
    assert {"es": "mierda", "en": "shit"}[language] in strong
    everywhere = [b for board in boards.values() for _, _, b in board.cells()]
    assert {b.level for b in everywhere if b.load_board and b.load_board.id == "swearing"} == {3}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_words_of_protection_are_hidden_by_no_level_and_no_size(language: str) -> None:
    cells = list(_boards(language).boards["safety"].cells())
    own = [button for _, _, button in cells if button.load_board is None]
    assert {button.level for button in own} == {1}
    small = {button.label for row, column, button in cells if row < 4 and column < 6}
    asked = {
        "es": {"no", "no me toques", "tocar", "pegar", "secreto", "quiero contarte algo"},
        "en": {"no", "don't touch me", "touch", "hit", "secret", "I want to tell you something"},
    }
    assert asked[language] <= small
    body = _boards(language).boards["body"]
    parts = {button.label for row, column, button in body.cells() if row < 4 and column < 6}
    assert {"es": {"pene", "vagina", "culo"}, "en": {"penis", "vagina", "bottom"}}[
        language
    ] <= parts


# What is drawn without pictures ------------------------------------------------------------


def test_every_emoji_is_drawn_as_one_coloured_sign(qapp: QGuiApplication) -> None:
    if _EMOJI_FONT not in QFontDatabase.families():
        pytest.skip(f"needs the font {_EMOJI_FONT}")
    signs = {
        button.emoji
        for board in _boards("es").boards.values()
        for _, _, button in board.cells()
        if button.emoji
    }
    assert len(signs) > 500
    broken = {sign for sign in signs if not _is_one_emoji(sign)}
    assert broken == set()


def _is_one_emoji(sign: str) -> bool:
    """Whether the text takes one place and is drawn by the emoji font."""
    layout = QTextLayout(sign, QFont(_EMOJI_FONT, 20))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    glyphs = [glyph for run in runs for glyph in run.glyphIndexes() if glyph]
    return len(glyphs) == 1 and runs[0].rawFont().familyName() == _EMOJI_FONT
