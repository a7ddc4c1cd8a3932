"""Boards that go out of the editor and into another profile, and own pictures and sounds."""

from __future__ import annotations

import gc
import wave
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from aac_app.board_store import BoardStore
from aac_app.editing.grids import Place, button_at
from aac_app.editing.merging import add_boards
from aac_app.media_choice import Credits, own_sound
from aac_app.profiles import Profile
from pictograms.obz import read_set
from tests.boards import board, board_set, write_small_boards
from tests.fakes import ScriptedEngine
from tests.programs import SPANISH, program
from tests.test_editor_window import panel, press, session, settled, stored, word_at, write

QUIET = replace(SPANISH, speak_words=False)


@pytest.fixture
def begin(qtbot):
    """Start the program on a profile: begin(folder)."""
    started = []

    def _begin(folder):
        app = program(folder, ScriptedEngine(), settings=QUIET)
        qtbot.add_widget(app.window)
        started.append(app)
        app.start()
        qtbot.wait_until(lambda: app.is_ready, timeout=10_000)
        return app

    yield _begin
    for app in started:
        app.stop()
    started.clear()
    gc.collect()


@pytest.fixture
def editing(begin, tmp_path):
    write_small_boards(tmp_path / "boards" / "es")
    app = begin(tmp_path)
    app.window.tools.editor.click()
    return app


def photo_file(folder, name="lola.png"):
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#aa4422"))
    folder.mkdir(exist_ok=True)
    image.save(str(folder / name))
    return folder / name


def wav(seconds=0.2):
    from io import BytesIO

    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\0\0" * int(8000 * seconds))
    return file.getvalue()


def drop(app, place, path):
    """Let a file go over a cell, as from the window of a file manager."""
    from aac_app.editing.view import id_in_view

    cell = app.window.board.cell(id_in_view(session(app).board, place))
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(path))])
    middle, copying = cell.rect().center(), Qt.DropAction.CopyAction
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(middle, copying, told, *held)
    QApplication.sendEvent(cell, over)
    assert over.isAccepted()
    QApplication.sendEvent(cell, QDropEvent(QPointF(middle), copying, told, *held))


def test_a_vocabulary_is_edited_exported_imported_on_an_empty_profile_and_spoken_with(
    qtbot, begin, tmp_path
):
    write_small_boards(tmp_path / "first" / "boards" / "es")
    first = begin(tmp_path / "first")
    first.window.tools.editor.click()
    press(first, "querer")
    write(qtbot, panel(first).word.texts.label, "deseo")
    press(first, Place(2, 2))
    qtbot.keyClicks(panel(first).word.texts.label.line, "Lola")
    path = photo_file(tmp_path / "photos")
    first.editor.stage.panel.word.looks.other_picture.click()
    first.editor.stage.chooser.files.file_chosen.emit(path)
    preview = first.editor.stage.chooser.preview
    qtbot.wait_until(lambda: preview.caption.text() == "lola", timeout=10_000)
    preview.take_button.click()
    qtbot.wait_until(lambda: word_at(first, Place(2, 2)) == "Lola", timeout=10_000)

    panel(first).more.export.click()
    page = first.editor.stage.exports
    page.field.setText(str(tmp_path / "carried"))
    page.make.click()
    qtbot.wait_until(lambda: "carried.obz" in page.result.text(), timeout=20_000)
    assert (tmp_path / "carried.obz").is_file()

    second = begin(tmp_path / "second")
    assert "Lola" not in {c.caption for c in second.window.board.cells()}
    second.window.tools.editor.click()
    panel(second).more.import_.click()
    imports = second.editor.stage.imports
    imports.files.file_chosen.emit(tmp_path / "carried.obz")
    qtbot.wait_until(lambda: "3 tableros" in imports.counts.text(), timeout=20_000)
    assert imports.take.isVisible()
    imports.take.click()
    assert panel(second).trouble.isVisible()  # the urgent words of before are others
    panel(second).trouble.go_on.click()
    assert word_at(second, Place(2, 2)) == "Lola"
    (tmp_path / "carried.obz").unlink()
    panel(second).done.click()
    tap(second, "deseo", "Lola")
    qtbot.wait_until(lambda: second.communicator.is_answered)
    cell = next(c for c in second.window.board.cells() if c.caption == "Lola")
    qtbot.wait_until(lambda: cell._picture is not None)
    second.window.message_bar.speak.click()
    qtbot.wait_until(lambda: [u.text for u in second._parts.voice.said] == ["deseo Lola"])
    qtbot.wait_until(lambda: second.editor.saver.is_settled, timeout=20_000)
    kept = BoardStore(Profile(tmp_path / "second")).read("es")
    image = kept.first.image_of(button_at(kept.first, Place(2, 2)))
    assert (kept.source / image.path).read_bytes()


def tap(app, *words):
    for word in words:
        next(c for c in app.window.board.cells() if c.caption == word).click()


def test_boards_of_another_program_are_added_and_can_be_taken_back(qtbot, editing, shared):
    path = shared / "data" / "boards" / "obf" / "links.obz"
    if not path.exists():
        pytest.skip(f"{path.name} is not there")
    before = session(editing).boards
    panel(editing).more.import_.click()
    imports = editing.editor.stage.imports
    imports.files.file_chosen.emit(path)
    qtbot.wait_until(lambda: imports.add.isVisible(), timeout=20_000)
    assert imports.counts.text().startswith("3 tableros, 6 botones, 2 enlaces")
    imports.add.click()
    after = session(editing).boards
    assert len(after.boards) == len(before.boards) + 3
    assert session(editing).board.id not in before.boards
    panel(editing).undo.click()
    assert session(editing).boards == before


def test_a_file_that_is_no_board_is_one_sentence(qtbot, editing, tmp_path):
    (tmp_path / "list.json").write_text("[1, 2]", "utf-8")
    panel(editing).more.import_.click()
    imports = editing.editor.stage.imports
    imports.files.file_chosen.emit(tmp_path / "list.json")
    qtbot.wait_until(lambda: "list.json: is not a board" in imports.title.text(), timeout=10_000)
    assert not imports.add.isVisible()
    imports.back.click()
    assert editing.window.board.isVisible()


def test_added_boards_get_ids_and_links_of_their_own():
    mine = board_set(board("home", "yo >food"), board("food", "pan"))
    theirs = board_set(board("home", "hola >food >home"), board("food", "arroz"))
    first, edit = add_boards(mine, theirs)
    after = edit.change(mine)
    assert list(after.boards) == ["home", "food", "home-2", "food-2"]
    assert after.root == "home"
    assert first == "home-2"
    links = [b.load_board for _, _, b in after.boards["home-2"].cells() if b.load_board]
    assert [after.target(link).id for link in links] == ["food-2", "home-2"]
    assert after.boards["home"] is mine.boards["home"]
    assert len(set(after.paths.values())) == 4


def test_a_photo_dropped_on_an_empty_cell_is_a_word_in_one_step(qtbot, editing, tmp_path):
    drop(editing, Place(2, 2), photo_file(tmp_path / "photos", "mi_perro.png"))
    qtbot.wait_until(lambda: word_at(editing, Place(2, 2)) == "mi perro", timeout=10_000)
    board_ = session(editing).board
    assert board_.image_of(button_at(board_, Place(2, 2))).width == 80


def test_a_photo_goes_where_it_was_meant_though_another_cell_was_pressed(qtbot, editing, tmp_path):
    press(editing, "querer")
    editing.editor.presses._pictures.take_file(photo_file(tmp_path / "photos"))
    press(editing, "ir")
    before = {b.label: b.image_id for _, _, b in session(editing).board.cells()}
    qtbot.wait_until(lambda: session(editing).undoable is not None, timeout=10_000)
    changed = {
        b.label for _, _, b in session(editing).board.cells() if b.image_id != before[b.label]
    }
    assert changed == {"querer"}


def test_a_recorded_sound_is_put_on_a_button_and_kept(qtbot, editing):
    press(editing, "querer")
    panel(editing).word.deeds.sound.click()
    sounds = editing.editor.stage.sounds
    assert sounds.isVisible()
    data = wav()
    sounds.sound_chosen.emit(own_sound(data, "audio/wav", 0.2, Credits()))
    qtbot.wait_until(lambda: session(editing).undoable is not None, timeout=10_000)
    assert editing.window.board.isVisible()
    settled(qtbot, editing)
    kept = stored(editing)
    button = next(b for _, _, b in kept.first.cells() if b.label == "querer")
    assert (kept.source / kept.first.sound_of(button).path).read_bytes() == data
    assert "sí" in panel(editing).word.deeds.sound.accessibleName()


def test_one_board_is_exported_with_its_pictures_inside(qtbot, editing, tmp_path):
    drop(editing, Place(2, 2), photo_file(tmp_path / "photos"))
    qtbot.wait_until(lambda: word_at(editing, Place(2, 2)) == "lola", timeout=10_000)
    panel(editing).more.export.click()
    page = editing.editor.stage.exports
    page.what.setCurrentIndex(1)
    page.field.setText(str(tmp_path / "one.obf"))
    page.make.click()
    qtbot.wait_until(lambda: "one.obf" in page.result.text(), timeout=20_000)
    alone = read_set(tmp_path / "one.obf").first
    lola = next(b for _, _, b in alone.cells() if b.label == "lola")
    assert alone.image_of(lola).data.startswith("data:image/")
