"""The pages in the place of the board, in a small window and with large letters."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from aac_app.ui.theme import MIN_TARGET
from tests.boards import write_small_boards
from tests.fakes import ScriptedEngine
from tests.programs import SPANISH
from tests.test_grd import element, grid

_SHOWN = (QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit)


@pytest.fixture(params=[1.0, 2.0], ids=["usual", "large"])
def editing(request, start, tmp_path):
    """The program in a small window, its editor open."""
    write_small_boards(tmp_path / "boards" / "es")
    settings = replace(SPANISH, text_scale=request.param)
    app = start(ScriptedEngine(), settings=settings, size=(1024, 600))
    app.window.tools.editor.click()
    return app


def place_in(page: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


def check(page: QWidget) -> None:
    """No part is squeezed, cut or covered by another one; all are as long as what they say."""
    for _ in range(3):
        QApplication.processEvents()
    assert page.isVisible()
    parts = [
        part
        for part in page.findChildren(QWidget)
        if isinstance(part, _SHOWN) and part.isVisible() and part.width() > 0
    ]
    assert parts
    for part in parts:
        if isinstance(part, QLabel) and part.wordWrap():
            assert part.height() >= part.heightForWidth(part.width()), part.text()
        elif not isinstance(part, QLabel):
            assert part.height() >= MIN_TARGET, part
    for one, other in combinations(parts, 2):
        if one.parentWidget() is other.parentWidget():
            assert not place_in(page, one).intersects(place_in(page, other)), (one, other)


def test_the_page_of_printing(editing):
    editing.editor.stage.panel.more.print_.click()
    page = editing.editor.stage.printing
    check(page)
    page.show_progress(1, 3)
    check(page)
    page.show_result(None, "No se puede escribir en la carpeta. " * 4)
    check(page)


def test_the_page_of_exporting(editing):
    editing.editor.stage.panel.more.export.click()
    page = editing.editor.stage.exports
    check(page)
    page.show_result("No se puede escribir en la carpeta. " * 4)
    check(page)


def test_the_page_of_importing(editing, qtbot, tmp_path):
    editing.editor.stage.panel.more.import_.click()
    page = editing.editor.stage.imports
    check(page)
    file = tmp_path / "a_rather_long_name_of_a_file.grd"
    file.write_text(json.dumps({"grids": [grid(element(f"e{n}", n)) for n in range(40)]}))
    page.file_chosen.emit(file)
    qtbot.wait_until(lambda: page.counts.text() != "", timeout=20_000)
    check(page)
    assert page.report.toPlainText().startswith(f"{file.name}  ·  es\n")
    assert page.report.height() >= 2 * MIN_TARGET
    page.show_problem("El archivo no se puede leer. " * 6)
    check(page)


def test_the_page_of_words(editing):
    editing.editor.stage.panel.more.words.click()
    page = editing.editor.stage.words
    check(page)
    page.text.setPlainText("manzana, perro, una palabra bastante larga")
    page.look.click()
    check(page)
    assert page._scroll.height() >= 2 * MIN_TARGET


def test_the_page_of_pictures_and_the_one_of_sounds(editing):
    stage = editing.editor.stage
    stage.chooser.open("perro")
    editing.window.show_page(stage.chooser)
    for _ in range(3):
        QApplication.processEvents()
    assert stage.chooser.hits.height() >= MIN_TARGET
    assert not stage.panel.isVisible()  # its room is the page's
    stage.sounds.open("perro")
    editing.window.show_page(stage.sounds)
    check(stage.sounds)


def test_a_page_has_the_panels_room_and_gives_it_back(editing, qtbot):
    panel = editing.editor.stage.panel
    for press, page in (
        (panel.more.export, editing.editor.stage.exports),
        (panel.more.print_, editing.editor.stage.printing),
        (panel.more.lock, editing.editor.stage.lock),
        (panel.more.words, editing.editor.stage.words),
        (panel.more.import_, editing.editor.stage.imports),
    ):
        assert panel.isVisible()
        press.click()
        assert (page.isVisible(), panel.isVisible()) == (True, False)
        assert not editing.window.tools.isVisible()
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert not page.isVisible()
