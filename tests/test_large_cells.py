"""Buttons of many cells on the screen: one large target, reached from every side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from aac_app.faces import Face
from aac_app.settings import ThemeName
from aac_app.ui.board_view import BoardView
from aac_app.ui.pixmaps import Pixmaps
from aac_app.ui.theme import THEMES
from pictograms.board import Board, Button
from pictograms.cells import COLUMNS, ROWS, boxes_of, span


def board(order: list[list[str | None]], **spans: tuple[int, int]) -> Board:
    names = [name for row in order for name in row if name]
    buttons = {
        name: Button(name, name, extra=MappingProxyType(_told(*spans.get(name, (1, 1)))))
        for name in names
    }
    return Board("b", "b", "es", buttons, tuple(map(tuple, order)))


def _told(rows: int, columns: int) -> dict[str, int]:
    return {ROWS: rows, COLUMNS: columns}


ORDER: list[list[str | None]] = [
    ["wide", None, "a"],
    ["tall", "b", "c"],
    [None, "d", "e"],
]
LARGE = board(ORDER, wide=(1, 2), tall=(2, 1))


@pytest.fixture
def view(qtbot: Any) -> BoardView:
    look = THEMES[ThemeName.LIGHT]
    found = BoardView(look, Pixmaps())
    qtbot.add_widget(found)
    found.resize(620, 420)
    found.show()
    return found


def show(view: BoardView, what: Board) -> None:
    view.show_board(what, lambda _: Face(), rows=what.rows, columns=what.columns, level=1)
    view.grab()


def test_a_large_button_fills_its_cells(view: BoardView) -> None:
    show(view, LARGE)
    wide, tall, plain = (view.cell(name).geometry() for name in ("wide", "tall", "b"))
    assert wide.width() > 1.9 * plain.width()
    assert wide.height() == pytest.approx(plain.height(), abs=2)
    assert tall.height() > 1.9 * plain.height()
    assert not wide.intersects(tall)


def test_every_button_is_its_own_size_again_on_the_next_board(view: BoardView) -> None:
    show(view, LARGE)
    show(view, board([["x", "y", "z"], ["1", "2", "3"], ["4", "5", "6"]]))
    sizes = {(cell.width(), cell.height()) for cell in view.cells()}
    widths, heights = zip(*sizes, strict=True)
    assert max(widths) - min(widths) <= 2
    assert max(heights) - min(heights) <= 2
    assert len(view.cells()) == 9


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("wide", Qt.Key.Key_Right, "a"),
        ("a", Qt.Key.Key_Left, "wide"),
        ("b", Qt.Key.Key_Up, "wide"),
        ("wide", Qt.Key.Key_Down, "tall"),
        ("d", Qt.Key.Key_Left, "tall"),
        ("tall", Qt.Key.Key_Right, "b"),
    ],
)
def test_the_arrows_reach_a_large_button_from_every_side(
    qtbot: Any, view: BoardView, start: str, key: Qt.Key, end: str
) -> None:
    show(view, LARGE)
    view.activateWindow()
    reached: list[str] = []
    view.cell_reached.connect(lambda cell: reached.append(cell.button.id))
    view.cell(start).setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(view.cell(start), key)
    assert reached[-1] == end


def test_a_press_anywhere_on_it_chooses_it_once(qtbot: Any, view: BoardView) -> None:
    show(view, LARGE)
    chosen: list[Button] = []
    view.button_activated.connect(chosen.append)
    area = view.cell("wide").geometry()
    for x in (area.left() + 20, area.right() - 20):
        qtbot.mouseClick(view.childAt(x, area.center().y()), Qt.MouseButton.LeftButton)
    assert [button.id for button in chosen] == ["wide", "wide"]


def test_it_never_covers_another_button_nor_leads_out_of_the_board() -> None:
    crowded = board([["a", None, "b"], ["c", None, None]], a=(2, 3), c=(5, 9))
    sizes = {button.id: (box.rows, box.columns) for box, button in boxes_of(crowded)}
    assert sizes == {"a": (1, 2), "b": (1, 1), "c": (1, 3)}


@pytest.mark.parametrize("odd", [None, "2", 0, -3, True, 1.5, [], 10**30])
def test_sizes_that_make_no_sense(odd: Any) -> None:
    rows, columns = span({ROWS: odd, COLUMNS: odd})
    assert rows == columns
    assert 1 <= rows <= 100


def test_a_smaller_part_of_the_board_shows_the_part_of_it(view: BoardView) -> None:
    view.show_board(LARGE, lambda _: Face(), rows=2, columns=1, level=1)
    assert {cell.button.id for cell in view.cells() if cell.button} == {"wide", "tall"}


def test_a_hidden_one_leaves_its_gap(view: BoardView) -> None:
    hidden = replace(LARGE.buttons["wide"], hidden=True)
    show(view, replace(LARGE, buttons={**LARGE.buttons, "wide": hidden}))
    assert len(view.cells()) == len(LARGE.buttons) - 1


def test_pictures_are_decoded_larger_when_the_cells_grow(
    qtbot: Any, view: BoardView, tmp_path: Path
) -> None:
    image = QImage(500, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(tmp_path / "red.png"))
    what = board([["x", "y", "z", "u", "v", "w"]])
    face = Face(path=tmp_path / "red.png")
    view.show_board(what, lambda _: face, rows=1, columns=6, level=1)
    assert view.cell("x")._picture.width() == 160
    view.resize(1500, 420)
    qtbot.wait_until(lambda: view.cell("x")._picture.width() == 320)


def test_cells_are_moved_to_the_next_board_not_made_anew(view: BoardView) -> None:
    show(view, board([["1", "2", "3"], ["4", "5", "6"]]))
    made = set(view.places())
    show(view, board([["a", "b"]]))
    assert [cell.button.id for cell in view.cells() if cell.button] == ["a", "b"]
    assert sum(cell.isVisible() for cell in made) == 2
    show(view, board([["1", "2"], ["3", "4"], ["5", "6"]]))
    assert set(view.places()) == made
