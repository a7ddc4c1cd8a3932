"""Boards edited in the real window, by touch, keyboard and one selection at a time."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication

from aac_app.board_store import BoardStore, StoreError
from aac_app.controls import Toggle
from aac_app.editing.actions import Deed
from aac_app.editing.grids import Place, button_at, is_locked
from aac_app.editing.merging import replace_all
from aac_app.editing.pin import hashed
from aac_app.editing.view import id_in_view
from aac_app.profiles import Profile
from aac_app.settings import LockHolder, ThemeName, load
from aac_app.ui.theme import MIN_TARGET
from pictograms.cache import Cache
from pictograms.pictogram import Pictogram, WordClass
from tests.boards import write_small_boards
from tests.fakes import ScriptedEngine
from tests.programs import SPANISH

QUIET = replace(SPANISH, speak_words=False)


@pytest.fixture
def edit(start, tmp_path):
    """The program with a small vocabulary and its editor open."""
    write_small_boards(tmp_path / "boards" / "es")

    def _edit(settings=QUIET, **options):
        app = start(ScriptedEngine(), settings=settings, **options)
        app.window.tools.editor.click()
        return app

    return _edit


def session(app):
    return app.editor.desk.session


def panel(app):
    return app.editor.stage.panel


def press(app, where):
    """Select a cell through the board's own signal: `where` is a word or a Place."""
    board = session(app).board
    if isinstance(where, str):
        where = next(Place(r, c) for r, c, b in board.cells() if b.label == where)
    app.window.board.cell(id_in_view(board, where)).click()
    return where


def word_at(app, place):
    button = button_at(session(app).board, place)
    return button.label if button else None


def empty_place(app):
    """A cell without a word on the board that is edited; a row is added where all are full."""
    board = session(app).board
    for row in range(board.rows):
        for column in range(board.columns):
            if button_at(board, Place(row, column)) is None:
                return Place(row, column)
    panel(app).board.sizes.more["bottom"].click()
    panel(app).board.sizes.apply.click()
    return empty_place(app)


def settled(qtbot, app):
    qtbot.wait_until(
        lambda: app.editor.saver.is_settled and app.editor.errands.is_idle, timeout=20_000
    )


def write(qtbot, entry, text):
    entry.line.setFocus()
    entry.line.selectAll()
    qtbot.keyClicks(entry.line, text)
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)


def stored(app):
    return BoardStore(app._profile).read("es")


def photo():
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#2266aa"))
    return image


# In, out and the lock ---------------------------------------------------------------------


def test_the_editor_opens_freely_and_leads_back(edit):
    app = edit()
    assert panel(app).isVisible()
    assert not app.window.tools.isVisible()
    assert app.window.board.isVisible()
    press(app, "querer")
    assert app.communicator.message.is_empty
    panel(app).done.click()
    assert not panel(app).isVisible()
    assert app.window.tools.isVisible()
    cell = next(c for c in app.window.board.cells() if c.caption == "querer")
    assert cell.marks is None
    cell.click()
    assert app.communicator.message.glosses == ("querer",)


def keys(app, digits):
    pad = app.editor.stage.lock.keypad
    for digit in digits:
        pad.digits[int(digit)].click()
    pad.ok.click()


def test_the_editor_opens_with_the_pin_only(edit):
    app = edit(replace(QUIET, editing_pin=hashed("2468"), lock_holder=LockHolder.FAMILY))
    lock = app.editor.stage.lock
    assert lock.isVisible()
    assert "la familia" in lock.text.text()
    keys(app, "1111")
    assert not app.editor.is_open
    assert lock.trouble.text() == "Ese no es el PIN."
    keys(app, "2468")
    assert app.editor.is_open
    assert panel(app).isVisible()
    assert not lock.isVisible()


def test_the_pin_is_typed_too_and_the_way_back_is_open(qtbot, edit):
    app = edit(replace(QUIET, editing_pin=hashed("2468")))
    lock = app.editor.stage.lock
    lock.back.click()
    assert app.window.board.isVisible()
    app.window.tools.editor.click()
    qtbot.keyClicks(lock.keypad, "2468")
    qtbot.keyClick(lock.keypad, Qt.Key.Key_Return)
    assert app.editor.is_open


def test_after_many_wrong_pins_the_right_one_waits_too(edit):
    app = edit(replace(QUIET, editing_pin=hashed("2468")))
    now = 1000.0
    app.editor.lock._now = lambda: now
    for _ in range(5):
        keys(app, "1111")
    keys(app, "2468")
    assert not app.editor.is_open
    assert "segundos" in app.editor.stage.lock.trouble.text()
    now = 1031.0
    keys(app, "2468")
    assert app.editor.is_open


def test_a_forgotten_pin_is_taken_away_by_a_sum_and_that_is_told(edit, caplog):
    app = edit(replace(QUIET, editing_pin=hashed("2468")))
    lock = app.editor.stage.lock
    lock.forgot.click()
    keys(app, "1")
    assert not app.editor.is_open
    asked = app.editor.lock._sum
    assert f"{asked.first} × {asked.second}" in lock.title.text()
    with caplog.at_level(logging.WARNING):
        keys(app, str(asked.first * asked.second))
    assert app.editor.is_open
    assert any("PIN" in record.message for record in caplog.records)
    assert load(app._profile.settings)[0].editing_pin == ""
    assert any("PIN" in text for text in app.notices.texts)


def test_who_may_edit_is_chosen_behind_the_lock(edit):
    app = edit()
    panel(app).more.lock.click()
    lock = app.editor.stage.lock
    lock.locked.click()
    keys(app, "123")
    assert "cuatro" in lock.trouble.text()
    keys(app, "1234")
    keys(app, "4321")
    assert "distintos" in lock.trouble.text()
    keys(app, "1234")
    keys(app, "1234")
    lock.holder.setCurrentIndex(2)
    kept = load(app._profile.settings)[0]
    assert kept.editing_pin.startswith("scrypt$")
    assert "1234" not in app._profile.settings.read_text("utf-8").replace(kept.editing_pin, "")
    assert kept.lock_holder is LockHolder.THERAPIST
    lock.back.click()
    panel(app).done.click()
    app.window.tools.settings.click()
    app.window.settings.control("choose_lock").click()
    assert lock.isVisible()
    assert not lock.free.isVisible()
    keys(app, "1234")
    assert lock.free.isVisible()
    lock.free.click()
    assert load(app._profile.settings)[0].editing_pin == ""


# Edits ----------------------------------------------------------------------------------------


def test_a_label_is_changed_saved_undone_and_done_again(qtbot, edit):
    app = edit()
    place = press(app, "querer")
    texts = panel(app).word.texts
    write(qtbot, texts.label, "deseo")
    assert word_at(app, place) == "deseo"
    settled(qtbot, app)
    assert button_at(stored(app).first, place).label == "deseo"
    assert panel(app).undo.accessibleName() == "Deshacer: Cambiar «querer»"
    panel(app).undo.click()
    assert word_at(app, place) == "querer"
    settled(qtbot, app)
    assert button_at(stored(app).first, place).label == "querer"
    panel(app).redo.click()
    assert word_at(app, place) == "deseo"


def test_what_is_being_written_is_kept_when_another_cell_is_pressed(qtbot, edit):
    app = edit()
    place = press(app, "querer")
    texts = panel(app).word.texts
    texts.entries["vocalization"].line.setText("¡quiero!")
    texts.entries["gloss"].line.setText("desear")
    press(app, "ir")
    button = button_at(session(app).board, place)
    assert (button.vocalization, button.gloss) == ("¡quiero!", "desear")


def test_a_field_that_is_only_passed_through_changes_nothing(qtbot, edit):
    app = edit()
    place = press(app, "querer")
    texts = panel(app).word.texts
    story = "Érase  una vez\nuna historia. " * 30
    texts.entries["vocalization"].take("x")
    before = session(app).boards
    board = session(app).board
    button = replace(button_at(board, place), vocalization=story)
    longer = replace(board, buttons={**board.buttons, button.id: button})
    boards = replace(before, boards={**before.boards, board.id: longer})
    assert session(app).do(replace_all(boards))
    press(app, "ir")
    press(app, "querer")
    for _ in range(2):
        texts.entries["vocalization"].line.setFocus()
        texts.entries["gloss"].line.setFocus()
    press(app, "ir")
    assert button_at(session(app).board, place).vocalization == story
    press(app, "querer")
    entry = texts.entries["vocalization"]
    assert entry.line.text() == story
    entry.take(f"{entry.line.text()}más")
    assert button_at(session(app).board, place).vocalization.endswith("historia. más")


def test_a_word_moves_by_dragging_by_keys_and_by_two_selections(qtbot, edit):
    app = edit()
    board = app.window.board
    yo, tu = place_of_word(app, "yo"), place_of_word(app, "tú")
    drag(qtbot, app, yo, tu)
    assert (word_at(app, yo), word_at(app, tu)) == ("tú", "yo")
    press(app, "yo")
    cell = board.cell(id_in_view(session(app).board, tu))
    qtbot.keyClick(cell, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    beside = tu.moved(0, 1)
    assert word_at(app, beside) == "yo"
    assert board.cell(id_in_view(session(app).board, beside)).hasFocus()
    panel(app).word.tools.move_.click()
    press(app, Place(2, 3))
    assert word_at(app, Place(2, 3)) == "yo"
    for _ in range(3):
        panel(app).undo.click()
    assert word_at(app, yo) == "yo"
    assert panel(app).undo.isEnabled() is False


def place_of_word(app, word):
    return next(Place(r, c) for r, c, b in session(app).board.cells() if b.label == word)


def drag(qtbot, app, start, end):
    view = app.window.board
    QApplication.processEvents()
    first, second = (view.cell(id_in_view(session(app).board, p)) for p in (start, end))
    qtbot.mousePress(first, Qt.MouseButton.LeftButton, pos=first.rect().center())
    goal = first.mapFromGlobal(second.mapToGlobal(second.rect().center()))
    for step in (goal / 2, goal):
        qtbot.mouseMove(first, step)
    qtbot.mouseRelease(first, Qt.MouseButton.LeftButton, pos=goal)


def test_a_fixed_word_does_not_move_and_the_panel_says_why(qtbot, edit):
    app = edit()
    yo = press(app, "yo")
    panel(app).word.tools.lock.click()
    assert is_locked(button_at(session(app).board, yo))
    cell = app.window.board.cell(id_in_view(session(app).board, yo))
    assert "fija" in cell.accessibleDescription()
    qtbot.keyClick(cell, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert word_at(app, yo) == "yo"
    assert panel(app).trouble.isVisible()
    assert "yo" in panel(app).trouble.text.text()
    panel(app).trouble.leave.click()
    assert not panel(app).trouble.isVisible()


def test_another_size_shows_before_what_would_go(edit):
    app = edit()
    page = panel(app).board
    panel(app).show_page(page)
    before = session(app).board
    page.sizes.less["right"].click()
    assert session(app).board is before
    last = [b for _, c, b in before.cells() if c == before.columns - 1]
    assert f"{len(last)} palabras desaparecerían" in page.sizes.outcome.text()
    marked = {c.button.id for c in app.window.board.cells() if "desaparece" in c.marks.notes}
    assert marked == {button.id for button in last}
    page.sizes.leave.click()
    assert not any(c.marks.notes == ("desaparece",) for c in app.window.board.cells())
    page.sizes.more["top"].click()
    assert "quedarían en otro sitio" in page.sizes.outcome.text()
    page.sizes.apply.click()
    after = session(app).board
    assert after.rows == before.rows + 1
    for row, column, button in before.cells():
        assert button_at(after, Place(row + 1, column)) == button


def test_copies_go_to_another_board(edit):
    app = edit()
    press(app, "querer")
    panel(app).word.tools.several.click()
    press(app, "ir")
    assert [b.label for b in session(app).buttons] == ["querer", "ir"]
    panel(app).word.tools.copy.click()
    panel(app).word.tools.several.click()
    panel(app).board.new_name.line.setText("Mis cosas")
    panel(app).board.make.click()
    assert session(app).board.name == "Mis cosas"
    press(app, Place(1, 1))
    panel(app).word.tools.paste.click()
    assert (word_at(app, Place(1, 1)), word_at(app, Place(1, 2))) == ("querer", "ir")
    board = session(app).board
    assert board.image_of(button_at(board, Place(1, 1))).arasaac_id
    panel(app).word.tools.cut_.click()
    assert word_at(app, Place(1, 1)) is None


def test_a_property_of_many_buttons_at_once(edit):
    app = edit()
    panel(app).word.tools.several.click()
    for word in ("querer", "yo", "más"):
        press(app, word)
    looks, deeds = panel(app).word.looks, panel(app).word.deeds
    assert looks.kind.currentText() == "varios"
    choose(looks.kind, WordClass.SOCIAL)
    choose(deeds.level, 3)
    deeds.at_once.click()
    assert {(b.word_class, b.level, b.speaks_at_once) for b in session(app).buttons} == {
        (WordClass.SOCIAL, 3, True)
    }
    for _ in range(3):
        panel(app).undo.click()
    assert [b.word_class for b in session(app).buttons] != [WordClass.SOCIAL] * 3


def choose(choice, value):
    choice.setCurrentIndex(next(i for i in range(choice.count()) if choice.itemData(i) == value))


def test_a_button_leads_to_a_new_board_and_controls_work_in_use(edit):
    app = edit()
    place = press(app, "querer")
    panel(app).word.deeds.new_board.click()
    made = session(app).boards.target(button_at(session(app).board, place).load_board)
    assert made.name == "querer"
    assert panel(app).word.deeds.target.currentText() == "querer"
    other = press(app, "ir")
    choose(panel(app).word.deeds.deed, Deed.PAST)
    panel(app).done.click()
    cells = app.window.board.cells()
    next(c for c in cells if c.button.id == button_at(app.trail.current, other).id).click()
    assert app.window.tools.toggles[Toggle.PAST].isChecked()
    next(c for c in app.window.board.cells() if c.caption == "querer").click()
    assert app.trail.current.id == made.id
    app.window.tools.back.click()
    assert app.trail.current.id == app.trail.boards.root


# Urgent words, hiding and levels ----------------------------------------------------------------


def test_an_urgent_word_is_hidden_only_after_a_warning_on_the_page(edit):
    app = edit()
    app.editor.desk.jump(("urgent", None))
    place = press(app, "ayuda")
    panel(app).word.tools.hide_.click()
    assert panel(app).trouble.isVisible()
    assert "ayuda" in panel(app).trouble.text.text()
    assert not button_at(session(app).board, place).hidden
    assert QApplication.activeModalWidget() is None
    panel(app).trouble.leave.click()
    assert not button_at(session(app).board, place).hidden
    panel(app).word.tools.hide_.click()
    panel(app).trouble.go_on.click()
    assert button_at(session(app).board, place).hidden


def test_a_hidden_word_leaves_a_gap_in_use_and_is_marked_while_edited(edit):
    app = edit()
    press(app, "querer")
    panel(app).word.tools.hide_.click()
    cell = next(c for c in app.window.board.cells() if c.caption == "querer")
    assert cell.marks.is_faint
    assert cell.marks.notes == ("oculta",)
    places = {c.caption: c.pos() for c in app.window.board.cells()}
    panel(app).done.click()
    QApplication.processEvents()
    shown = {c.caption for c in app.window.board.cells()}
    assert "querer" not in shown
    assert {"yo", "ir"} <= shown
    assert places["yo"] == QPoint(0, 0)
    app.window.tools.editor.click()
    panel(app).board.show_hidden.click()
    panel(app).done.click()
    assert "querer" in {c.caption for c in app.window.board.cells()}


def test_the_board_is_looked_at_as_it_is_at_a_level(edit):
    app = edit()
    page = panel(app).board
    choose(page.look, 1)
    faint = {c.button.id for c in app.window.board.cells() if c.marks.is_faint}
    board = session(app).board
    assert faint == {b.id for _, _, b in board.cells() if b.level > 1}
    choose(page.look, 0)
    assert not any(c.marks.is_faint for c in app.window.board.cells())


# New words ----------------------------------------------------------------------------------------


def test_a_word_with_a_photo_in_three_steps_while_the_message_is_spoken(qtbot, edit):
    app = edit()
    place = empty_place(app)
    app.communicator.activate(next(b for _, _, b in app.trail.current.cells()), app.trail.current)
    QGuiApplication.clipboard().setImage(photo())
    press(app, place)  # one
    label = panel(app).word.texts.label.line
    assert label.hasFocus()
    qtbot.keyClicks(label, "Lola")  # two
    app.window.message_bar.speak.click()
    panel(app).word.looks.paste_photo.click()  # three
    qtbot.wait_until(lambda: word_at(app, place) == "Lola")
    qtbot.wait_until(lambda: [u.text for u in app._parts.voice.said] == ["Yo."])
    assert app.window.board.isVisible()
    board = session(app).board
    image = board.image_of(button_at(board, place))
    assert (image.width, image.height) == (64, 48)
    cell = app.window.board.cell(id_in_view(board, place))
    qtbot.wait_until(lambda: app.screen.is_settled)
    assert cell._picture is not None
    settled(qtbot, app)
    kept = stored(app)
    image = kept.first.image_of(button_at(kept.first, place))
    assert (kept.source / image.path).is_file()
    panel(app).done.click()
    next(c for c in app.window.board.cells() if c.caption == "Lola").click()
    assert app.communicator.message.glosses[-1] == "Lola"


def test_a_new_word_gets_the_picture_that_boards_have_for_it_and_its_kind(qtbot, edit):
    app = edit()
    place = empty_place(app)
    press(app, place)
    write(qtbot, panel(app).word.texts.label, "manzana")
    board = session(app).board
    button = button_at(board, place)
    assert board.image_of(button).arasaac_id
    assert button.word_class is WordClass.NOUN
    panel(app).word.looks.no_picture.click()
    assert button_at(session(app).board, place).image_id is None
    panel(app).word.looks.offers[0].click()
    assert button_at(session(app).board, place).image_id is not None


def test_the_catalogue_on_this_computer_is_looked_through_while_a_word_is_written(
    qtbot, edit, tmp_path
):
    record = Pictogram(7777, "ornitorrinco", WordClass.NOUN, ("ornitorrinco",))
    with Cache(tmp_path / "pictures") as cache:
        cache.store_records([record], "es")
    app = edit()
    place = Place(2, 2)
    press(app, place)
    page = panel(app).word
    qtbot.keyClicks(page.texts.label.line, "ornitorrinco")
    qtbot.wait_until(lambda: len(page.looks.offered) == 1, timeout=10_000)
    assert page.looks.offers[0].accessibleName() == "ornitorrinco"
    qtbot.keyClick(page.texts.label.line, Qt.Key.Key_Return)
    board = session(app).board
    assert board.image_of(button_at(board, place)).arasaac_id == 7777


def test_words_of_the_message_are_put_on_a_button(edit):
    app = edit()
    place = empty_place(app)
    app.choose("zanahoria")
    press(app, place)
    entry = panel(app).word.texts.label
    entry.from_message.click()
    panel(app).word.texts.add.click()
    assert word_at(app, place) == "zanahoria"


def test_a_board_from_a_pasted_list_with_alternatives_one_press_away(qtbot, edit):
    app = edit()
    panel(app).board.words.click()
    page = app.editor.stage.words
    assert page.isVisible()
    page.text.setPlainText("manzana\npan, xyzzy")
    page.look.click()
    assert [row.word for row in page.rows] == ["manzana", "pan", "xyzzy"]
    first = page.words[0]
    assert first.image is not None
    assert page.words[2].image is None
    page.rows[1].none.click()
    assert page.words[1].image is None
    page.name.line.setText("Cosas")
    page.make.click()
    board = session(app).board
    assert [b.label for _, _, b in board.cells()] == ["manzana", "pan", "xyzzy"]
    assert app.window.board.isVisible()
    panel(app).undo.click()
    assert "Cosas" not in {b.name for b in session(app).boards.boards.values()}


# Finding ----------------------------------------------------------------------------------------


def test_a_word_is_found_and_jumped_to(edit):
    app = edit()
    finder = panel(app).finder
    panel(app).show_page(finder)
    finder.search.setText("manzana")
    assert finder.found.texts
    finder.found.entries[0].click()
    assert session(app).buttons[0].label.startswith("manzana")
    cell = app.window.board.cell(session(app).ids[0])
    assert cell.hasFocus()
    assert cell.marks.is_selected


def test_where_a_board_is_used_and_links_that_lead_nowhere(edit):
    app = edit()
    finder = panel(app).finder
    panel(app).show_page(finder)
    assert finder.titles["broken"].text() == "Todos los enlaces llevan a un tablero."
    food = app.trail.named("food")
    app.editor.desk.jump((food.id, None))
    panel(app).show_page(finder)
    assert finder.used.texts == ["Home: food"]
    panel(app).board.remove.click()
    assert session(app).board.id == session(app).boards.root
    assert finder.broken.texts == ["Home: food → food.obf"]
    assert finder.titles["broken"].text() == "Enlaces que no llevan a ningún sitio: 1"
    finder.broken.entries[0].click()
    assert [b.label for b in session(app).buttons] == ["food"]


# Saving -----------------------------------------------------------------------------------------


def test_a_backup_is_made_before_editing_and_nothing_is_lost_where_saving_fails(qtbot, edit):
    app = edit()
    store = app.editor.saver._store
    qtbot.wait_until(lambda: len(store.backups("es")) == 1, timeout=10_000)
    real = store.write

    def full(_language, _boards):
        raise StoreError("the disk is full")

    store.write = full
    press(app, "querer")
    panel(app).word.tools.hide_.click()
    qtbot.wait_until(lambda: any("disk is full" in text for text in app.notices.texts))
    assert session(app).buttons[0].hidden
    store.write = real
    press(app, "ir")
    panel(app).word.tools.hide_.click()
    settled(qtbot, app)
    assert not any("disk is full" in text for text in app.notices.texts)
    hidden = {b.label for _, _, b in stored(app).first.cells() if b.hidden}
    assert hidden == {"querer", "ir"}


def test_edits_of_the_last_moment_are_on_the_disk_when_the_program_ends(edit, tmp_path):
    app = edit()
    press(app, "querer")
    panel(app).word.texts.label.line.setText("deseo")
    app.editor.stop()
    boards = BoardStore(Profile(tmp_path)).read("es")
    assert "deseo" in {b.label for _, _, b in boards.first.cells()}


# Access -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_in_the_editor_has_a_name_and_a_size(qtbot, edit, scale):
    app = edit(replace(QUIET, text_scale=scale), size=(1280, 800))
    place = empty_place(app)
    stage = app.editor.stage
    press(app, "querer")
    for page in panel(app).pages:
        panel(app).show_page(page)
        QApplication.processEvents()
        check(app)
    press(app, place)
    QApplication.processEvents()
    check(app)
    panel(app).more.words.click()
    stage.words.text.setPlainText("manzana, perro")
    stage.words.look.click()
    QApplication.processEvents()
    check(app)
    stage.words.back.click()
    panel(app).more.lock.click()
    QApplication.processEvents()
    check(app)


def check(app):
    for button in app.window.findChildren(QAbstractButton):
        if button.isVisible():
            name = button.accessibleName() or button.text()
            assert name.strip(), button
            assert min(button.width(), button.height()) >= MIN_TARGET, name


def test_the_keyboard_reaches_everything_in_the_panel(qtbot, edit):
    app = edit()
    press(app, "querer")
    app.window.activateWindow()
    app.window.board.take_focus()
    seen = set()
    for _ in range(120):
        focus = QApplication.focusWidget()
        seen.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() in seen and len(seen) > 25:
            break
    wanted = {
        button
        for button in panel(app).findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled()
    }
    assert not {b.accessibleName() for b in wanted - seen}


@pytest.mark.parametrize("theme", ThemeName)
def test_the_selection_is_seen_in_every_look(edit, theme):
    app = edit(replace(QUIET, theme=theme))
    place = press(app, "querer")
    cell = app.window.board.cell(id_in_view(session(app).board, place))
    cell.clearFocus()
    selected = cell.grab().toImage()
    session(app).select(())
    assert selected != cell.grab().toImage()
    assert "seleccionada" not in cell.accessibleDescription()
    press(app, place)
    assert "seleccionada" in cell.accessibleDescription()


def test_the_urgent_words_speak_while_boards_are_edited(qtbot, edit):
    app = edit()
    app.window.urgent.cells()[0].click()
    qtbot.wait_until(lambda: [u.text for u in app._parts.voice.said] == ["para"])
    assert not session(app).selection


def test_no_page_of_the_editor_moves_the_urgent_words(qtbot, edit):
    app = edit()
    stage = app.editor.stage

    def strip():
        QApplication.processEvents()
        return [(c.mapTo(app.window, QPoint(0, 0)), c.size()) for c in app.window.urgent.cells()]

    before = strip()
    press(app, "yo")
    panel(app).word.tools.lock.click()
    panel(app).word.tools.remove.click()
    assert panel(app).trouble.isVisible()
    assert strip() == before
    for page in (stage.words, stage.lock, stage.chooser, stage.sounds, stage.imports):
        app.window.show_page(page)
        assert strip() == before
    for page in (stage.exports, stage.printing):
        app.window.show_page(page)
        assert strip() == before
