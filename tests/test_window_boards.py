"""Boards of other makers in the real window, and pictures that arrive while it is used."""

from __future__ import annotations

import json
import time
import zipfile
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication

from aac_app.faces import Face
from aac_app.library import Trail, picture_numbers
from aac_app.settings import BoardSize
from aac_app.ui.pixmaps import _MOST, Pixmaps
from aac_app.ui.theme import MIN_TARGET
from pictograms.board import Board, Button, Image, License
from pictograms.credit import CREDIT
from pictograms.obz import BoardSet, read_set
from tests.fakes import ScriptedEngine
from tests.programs import SPANISH, program

QUIET = replace(SPANISH, speak_words=False)
_FOREIGN = (
    "simple.obf",
    "foreign.obf",
    "inline_images.obf",
    "lots-of-stuff.obf",
    "lots_of_stuff.obz",
    "path_images.obz",
    "links.obz",
    "pageset.obz",
)


def open_set(qtbot, app, boards):
    """Show a set of boards as if it were the person's own."""
    app.trail = app.effects.trail = Trail(boards)
    app._show_everything()
    qtbot.wait_until(lambda: app.screen.is_settled)
    QApplication.processEvents()


@pytest.mark.parametrize("name", _FOREIGN)
def test_foreign_boards_are_shown_and_pressed(qtbot, start, shared, name):
    path = shared / "data" / "boards" / "obf" / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    app = start(ScriptedEngine(), settings=QUIET)
    open_set(qtbot, app, read_set(path))
    cells = app.window.board.cells()
    assert cells
    for cell in cells:
        assert cell.accessibleName().strip()
        assert min(cell.width(), cell.height()) >= MIN_TARGET
    app.window.grab()
    for cell in cells:
        if cell.button.is_word and cell.button.label:
            cell.click()
            assert app.communicator.message.entries[-1].label == cell.button.label
            break


def test_pictures_inside_a_package_are_shown(qtbot, start, shared, tmp_path):
    png = next((shared / "data" / "arasaac" / "sample_png").glob("*.png")).read_bytes()
    board = {
        "format": "open-board-0.1",
        "id": "1",
        "locale": "es",
        "name": "Uno",
        "buttons": [{"id": "a", "label": "agua", "image_id": "i"}],
        "grid": {"rows": 1, "columns": 1, "order": [["a"]]},
        "images": [{"id": "i", "path": "images/agua.png", "content_type": "image/png"}],
        "sounds": [],
    }
    manifest = {
        "format": "open-board-0.1",
        "root": "boards/1.obf",
        "paths": {"boards": {"1": "boards/1.obf"}, "images": {"i": "images/agua.png"}},
    }
    package = tmp_path / "uno.obz"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("boards/1.obf", json.dumps(board))
        archive.writestr("images/agua.png", png)
    app = start(ScriptedEngine(), settings=QUIET)
    open_set(qtbot, app, read_set(package))
    (cell,) = app.window.board.cells()
    assert cell._picture is not None
    cell.click()
    assert app.window.message_bar.chips._chips[0].picture is not None


def made(rows, columns, label="palabra {}"):
    ids = [[f"{r}-{c}" for c in range(columns)] for r in range(rows)]
    buttons = {name: Button(name, label.format(name)) for row in ids for name in row}
    return Board("b", "Tablero", "es", buttons, tuple(map(tuple, ids)))


def set_of(board, folder):
    return BoardSet("s", board.id, {board.id: board}, {board.id: "b.obf"}, folder, None, ())


def test_a_huge_grid_scrolls_and_the_rest_stays_on_the_screen(qtbot, start, tmp_path):
    app = start(ScriptedEngine(), settings=QUIET, size=(1024, 700))
    open_set(qtbot, app, set_of(made(20, 20), tmp_path))
    window = app.window
    assert (window.width(), window.height()) == (1024, 700)
    cells = window.board.cells()
    assert len(cells) == 400
    assert min(cells[0].width(), cells[0].height()) >= MIN_TARGET
    window.activateWindow()
    cells[-1].setFocus()
    QApplication.processEvents()
    area = window.board_area.viewport()
    assert area.rect().contains(cells[-1].mapTo(area, QPoint(4, 4)))
    end = window.status.mapTo(window, QPoint(0, window.status.height()))
    assert end.y() <= 700


def test_a_board_without_words_still_has_names(qtbot, start, tmp_path):
    app = start(ScriptedEngine(), settings=QUIET)
    open_set(qtbot, app, set_of(made(2, 2, label=""), tmp_path))
    for cell in app.window.board.cells():
        assert cell.accessibleName() == "Una imagen sin palabra"
    app.window.grab()


def test_gaps_can_be_neither_reached_nor_read(start):
    app = start(ScriptedEngine(), settings=QUIET)
    gaps = [cell for cell in app.window.board.places() if cell.button is None]
    assert gaps
    assert not any(gap.isVisible() for gap in gaps)


def test_decoded_pictures_stay_within_bounds(qapp, shared):
    files = sorted((shared / "data" / "arasaac" / "sample_png").glob("*.png"))
    pixmaps = Pixmaps()
    for number in range(400):  # the same pictures under other keys
        face = Face(data=files[number % len(files)].read_bytes() + bytes([number % 251, 1]))
        pixmaps.of(face, at_once=True)
    assert 0 < pixmaps.size <= _MOST
    kept = [pixmap for pixmap in pixmaps._kept.values() if pixmap is not None]
    assert sum(p.width() * p.height() * 4 for p in kept) == pixmaps.size


def test_pictures_are_decoded_ahead_while_nobody_waits(qtbot, shared):
    files = sorted((shared / "data" / "arasaac" / "sample_png").glob("*.png"))[:8]
    faces = [Face(path=file) for file in files]
    pixmaps = Pixmaps()
    pixmaps.prepare(faces, 160)
    qtbot.wait_until(lambda: pixmaps.is_prepared)
    before = pixmaps.size
    pixmaps._spent = 1.0  # nothing may be decoded now
    sizes = [pixmaps.of(face, edge=160).size() for face in faces]
    assert all(max(size.width(), size.height()) == 160 for size in sizes)
    assert pixmaps.size == before
    assert pixmaps.of(faces[0], edge=320) is None  # another size is another picture
    assert pixmaps.is_awaited(faces[0], 320)


def test_about_names_who_made_the_pictures_of_these_boards(qtbot, start, tmp_path):
    app = start(ScriptedEngine(), settings=QUIET)
    page = app.window.settings
    app._show_settings()
    assert CREDIT["es"] in page._about
    assert "Ruiz" not in page._about
    plain = made(1, 1)
    license = License("CC BY 4.0", author_name="Marta Ruiz")
    button = replace(next(iter(plain.buttons.values())), image_id="i")
    image = Image("i", path="i.png", license=license)
    board = replace(plain, buttons={button.id: button}, images={"i": image})
    open_set(qtbot, app, set_of(board, tmp_path))
    app._show_settings()
    assert "Marta Ruiz, CC BY 4.0" in page._about


class Heartbeat:
    """How long the window's thread was busy without looking at events, in its own seconds."""

    def __init__(self):
        self.worst = 0.0
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self):
        now = time.thread_time()
        self.worst, self._last = max(self.worst, now - self._last), now

    def take(self):
        QApplication.processEvents()
        self._beat()
        worst, self.worst = self.worst, 0.0
        return worst

    def stop(self):
        self._timer.stop()


def test_the_window_is_never_busy_for_long(qtbot, shared, tmp_path):
    """Its own working time is measured: other programs on the computer do not count."""
    files = sorted((shared / "data" / "arasaac" / "sample_png").glob("*.png"))
    app = program(tmp_path, settings=replace(QUIET, board_size=BoardSize.LARGE))
    qtbot.add_widget(app.window)
    cache = app._parts.cache
    for place, number in enumerate(picture_numbers([app.trail.boards])):
        cache.store_image(number, files[place % len(files)].read_bytes())
    for number in range(900_000, 901_200):
        cache.store_image(number, files[number % len(files)].read_bytes())
    QApplication.processEvents()
    beat = Heartbeat()
    busy = {}
    try:
        app.start()
        qtbot.wait_until(lambda: app.is_ready, timeout=20_000)
        busy["start"] = beat.take()
        for word in ("querer", "comer"):
            app.choose(word)
            qtbot.wait_until(lambda: app.communicator.is_answered, timeout=20_000)
            busy[word] = beat.take()
        for board in ("food", "body", "letters_abc", "home"):
            app.show_board(board)
            qtbot.wait_until(lambda: app.screen.is_settled)
            busy[board] = beat.take()
        app.next_language()
        qtbot.wait_until(lambda: app.screen.is_settled)
        busy["language"] = beat.take()
        for done in range(2001):
            app.pictures.show_progress(done, 2000, 0)
            if done % 10 == 0:
                QApplication.processEvents()
        busy["2,000 pictures"] = beat.take()
    finally:
        beat.stop()
        app.stop()
    # Some hundredths of a second here; slower computers have room, and a load in the window's
    # own thread (half a second and more) is still noticed.
    assert max(busy.values()) < 0.4, busy
