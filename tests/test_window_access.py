"""The window for a person with poor sight, a shaking hand, a keyboard or a screen reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSlider

from aac_app.notices import Source
from aac_app.settings import BoardSize, ThemeName
from aac_app.speech import SilentVoice
from aac_app.ui.cell import Cell
from aac_app.ui.fitting import FittedButton
from aac_app.ui.theme import MIN_TARGET
from tests.fakes import ScriptedEngine
from tests.programs import SPANISH

QUIET = replace(SPANISH, speak_words=False)
LONG = "Ayer mi hermana y yo fuimos a la playa con los abuelos y volvimos muy cansados. " * 3


def places(app):
    """Where everything that can be pressed on the boards is."""
    views = (app.window.board, app.window.urgent)
    origin = QPoint(0, 0)
    return {
        (view.accessibleName(), cell.button.id): (cell.mapTo(app.window, origin), cell.size())
        for view in views
        for cell in view.cells()
    }


def settle(qtbot, app):
    qtbot.wait_until(lambda: app.communicator.is_answered or app.communicator.message.is_empty)
    QApplication.processEvents()


@pytest.mark.parametrize(("size", "scale"), [((1024, 700), 2.0), ((1366, 768), 1.0)])
def test_cells_never_move(qtbot, start, size, scale):
    words = ("querer", "comer")
    engine = ScriptedEngine({words: [LONG, LONG + "Sí.", "Comer."]})
    app = start(engine, SilentVoice(seconds_per_word=0.2), replace(QUIET, text_scale=scale), size)
    QApplication.processEvents()
    before = places(app)
    for word in words:
        app.choose(word)
        settle(qtbot, app)
        assert places(app) == before
    for source in Source:
        app.notices.tell(source, f"Un aviso bastante largo sobre {source.value}. " * 4)
    app.window.status.show_progress("Faltan 300 imágenes")
    app.window.status.offer("")
    app.window.message_bar.speak.click()
    qtbot.wait_until(lambda: app.window.message_bar.speak.accessibleName() == "Parar")
    assert places(app) == before
    app.window.message_bar.speak.click()
    app.window.message_bar.clear.click()
    for _ in range(40):
        app.choose("querer")
    settle(qtbot, app)
    assert places(app) == before


def test_urgent_words_stay_where_they_are_on_every_board_and_page(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET, size=(1024, 700))
    QApplication.processEvents()
    origin = QPoint(0, 0)

    def strip():
        return [(c.mapTo(app.window, origin), c.size()) for c in app.window.urgent.cells()]

    before = strip()
    for name in ("letters_abc", "food", "numbers", "body", "safety"):
        app.show_board(name)
        QApplication.processEvents()
        assert strip() == before, name
    for size in BoardSize:
        app.change_settings(replace(app.settings, board_size=size))
        app.window.tools.settings.click()
        QApplication.processEvents()
        assert strip() == before
        app.window.tools.settings.click()


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_targets_are_large_enough_and_inside_the_window(qtbot, start, scale):
    app = start(ScriptedEngine(), settings=replace(QUIET, text_scale=scale))
    app.choose("querer")
    settle(qtbot, app)
    for board_size in BoardSize:
        app.change_settings(replace(app.settings, board_size=board_size))
        for size in ((1024, 700), (1366, 768), (1920, 1080)):
            app.window.resize(*size)
            QApplication.processEvents()
            assert (app.window.width(), app.window.height()) == size
            check_targets(app)


def check_targets(app):
    for button in app.window.findChildren(QAbstractButton):
        if button.isVisible():
            where = button.mapTo(app.window, QPoint(0, 0))
            assert min(button.width(), button.height()) >= MIN_TARGET, button.accessibleName()
            assert app.window.rect().contains(where), button.accessibleName()
            end = where + QPoint(button.width() - 1, button.height() - 1)
            assert app.window.rect().contains(end), button.accessibleName()


def test_tab_goes_round_in_the_order_of_the_screen(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET)
    app.choose("querer")
    settle(qtbot, app)
    app.show_board("food")
    window = app.window
    window.activateWindow()
    window.message_bar.speak.setFocus()
    seen = [window.message_bar.speak]
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is seen[0]:
            break
        seen.append(QApplication.focusWidget())
    bar, tools = window.message_bar, window.tools
    expected = [*bar.stops, window.board.cells()[0], *tools.stops, window.urgent.cells()[0]]
    if window.status.action.isVisible():
        expected.append(window.status.action)
    assert seen == [stop for stop in expected if stop.isEnabled()]
    qtbot.keyClick(seen[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is seen[-1]


def test_the_keyboard_comes_back_to_the_cell_that_it_left(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET)
    app.window.activateWindow()
    cells = app.window.board.cells()
    assert QApplication.focusWidget() is cells[0]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(QApplication.focusWidget(), key)
    held = QApplication.focusWidget()
    assert held is cells[14]  # twelve columns: second row, third place
    qtbot.keyClick(held, Qt.Key.Key_Tab)
    assert not isinstance(QApplication.focusWidget(), Cell)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is held


def test_the_keyboard_stays_on_the_board_when_a_link_is_followed(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET)
    app.window.activateWindow()
    link = next(c for c in app.window.board.cells() if c.caption == "comida")
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert app.trail.current.id == "food"
    assert QApplication.focusWidget() in app.window.board.cells()


def test_arrows_work_on_the_urgent_words(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET)
    app.window.activateWindow()
    urgent = app.window.urgent.cells()
    urgent[0].setFocus()
    qtbot.keyClick(urgent[0], Qt.Key.Key_Right)
    assert urgent[1].hasFocus()


def drawn(widget):
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(first, second):
    """Share of the pixels of two pictures that differ."""
    size = first.width() * first.height()
    one, two = bytes(first.constBits()), bytes(second.constBits())
    return sum(one[i : i + 4] != two[i : i + 4] for i in range(0, len(one), 4)) / size


@pytest.mark.parametrize("theme", ThemeName)
def test_the_keyboard_can_be_seen_on_every_kind_of_control(qtbot, start, theme):
    app = start(ScriptedEngine(), settings=replace(QUIET, theme=theme))
    app.choose("querer")
    settle(qtbot, app)
    window = app.window
    window.activateWindow()
    bar, tools = window.message_bar, window.tools
    controls = [bar.speak, bar.delete, bar.readings[0], tools.home, window.urgent.cells()[0]]
    tools.settings.click()
    page = window.settings
    page_keys = ("board_size", "speak_words", "home_after_word", "text_scale", "try_voice")
    for control in (*controls, page.close_button, *map(page.control, page_keys)):
        other = tools.settings if control is not tools.settings else tools.home
        other.setFocus()
        QApplication.processEvents()
        before = drawn(control)
        control.setFocus()
        QApplication.processEvents()
        assert QApplication.focusWidget() in (control, control.focusProxy())
        assert differing(before, drawn(control)) > 0.005, control.accessibleName()


@pytest.mark.parametrize("theme", ThemeName)
def test_on_and_off_differ_by_a_sign(qtbot, start, theme):
    app = start(ScriptedEngine(), settings=replace(QUIET, theme=theme))
    past = next(iter(app.window.tools.toggles.values()))
    past.click()
    assert any("✓" in layout for layout in past._layouts())
    past.click()
    assert not any("✓" in layout for layout in past._layouts())
    app.window.tools.settings.click()
    switch = app.window.settings.control("speak_words")
    off = switch._layouts()[0]
    switch.click()
    assert app.settings.speak_words
    assert (off[0], switch._layouts()[0][0]) == ("☐", "☑")


def walk(interface):
    """Every visible thing that a screen reader meets."""
    yield interface
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and child.object().isVisible():
            yield from walk(child)


def pressable(role):
    return role in (
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.Slider,
    )


def test_a_screen_reader_finds_a_name_for_everything(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET)
    app.choose("querer")
    settle(qtbot, app)
    app.notices.tell(Source.VOICE, "No hay voz.")
    for name in ("home", "letters_abc", "numbers"):
        app.show_board(name)
        found = list(walk(QAccessible.queryAccessibleInterface(app.window)))
        kinds = [each for each in found if pressable(each.role())]
        assert len(kinds) >= 30
        for each in kinds:
            assert each.text(QAccessible.Text.Name).strip(), (name, each.object())
        texts = {each.text(QAccessible.Text.Name) for each in found}
        assert {"querer", "Querer", "No hay voz."} & texts >= {"No hay voz."}
    assert app.window.windowTitle() == "Números - Comunicador"
    app.window.tools.settings.click()
    found = list(walk(QAccessible.queryAccessibleInterface(app.window.settings)))
    for each in found:
        if pressable(each.role()):
            assert each.text(QAccessible.Text.Name).strip(), each.object()
    roles = {each.role() for each in found}
    assert {QAccessible.Role.ComboBox, QAccessible.Role.CheckBox, QAccessible.Role.Slider} <= roles


def test_a_cell_says_what_its_colour_and_its_corner_say(start):
    app = start(ScriptedEngine(), settings=QUIET)
    described = {c.caption: c.accessibleDescription() for c in app.window.board.cells()}
    assert described["yo"] == "persona"
    assert described["comida"] == "lleva a otro tablero"


def test_settings_speak_the_language_that_was_just_chosen(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET)
    app.window.activateWindow()
    app.window.tools.settings.click()
    page = app.window.settings
    page.control("interface_language").setFocus()
    choice = page.control("interface_language")
    choice.setCurrentIndex(choice.findData("en"))
    qtbot.wait_until(lambda: page.close_button.accessibleName() == "Back to the board")
    assert page.control("speak_words").accessibleName() == "Say each word as it is chosen"
    assert page.control("interface_language").hasFocus()
    page.control("speaking_language").setCurrentIndex(2)
    assert app.language == "en"
    qtbot.keyClick(page.control("speaking_language"), Qt.Key.Key_Escape)
    assert app.window.board.isVisible()


def test_numbers_are_set_by_presses_and_keys_and_shown(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET)
    app.window.tools.settings.click()
    dial = app.window.settings.control("voices.rate")
    assert dial.value.text() == "100 %"
    dial.more.click()
    assert app.settings.voice("es").rate == 1.05
    assert dial.value.text() == "105 %"
    qtbot.keyClick(dial.slider, Qt.Key.Key_Left)
    assert app.settings.voice("es").rate == 1.0
    for _ in range(30):
        dial.less.click()
    assert app.settings.voice("es").rate == 0.5
    assert not dial.less.isEnabled()


def test_the_wheel_scrolls_and_never_changes_a_setting(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET)
    app.window.tools.settings.click()
    before = app.settings
    middle = QPointF(10, 10)
    for control in app.window.settings.findChildren(QComboBox) + app.window.settings.findChildren(
        QSlider
    ):
        wheel = QWheelEvent(
            middle,
            control.mapToGlobal(middle),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, wheel)
    assert app.settings == before


def test_home_back_and_settings_lead_out_of_the_settings(start):
    app = start(ScriptedEngine(), settings=QUIET)
    window = app.window
    for way_out in (window.tools.home, window.tools.settings, window.settings.close_button):
        window.tools.settings.click()
        assert window.settings.isVisible()
        way_out.click()
        assert window.board.isVisible()
        assert not window.settings.isVisible()


def test_long_readings_can_be_told_apart(qtbot, start):
    words = ("querer", "comer")
    app = start(
        ScriptedEngine({words: [LONG + "Pan.", LONG + "Sopa."]}), settings=QUIET, size=(1024, 700)
    )
    for word in words:
        app.choose(word)
    settle(qtbot, app)
    first, second = app.window.message_bar.readings[1:3]
    shown = [b._lettering(b.rect().toRectF())[1] for b in (first, second)]
    assert "Pan." in shown[0]
    assert "Sopa." in shown[1]


def test_the_word_being_said_is_seen_in_a_long_message(qtbot, start):
    app = start(ScriptedEngine(), settings=QUIET, size=(1024, 700))
    for _ in range(40):
        app.choose("querer")
    chips = app.window.message_bar.chips
    last = drawn(chips)
    chips.light(0)
    assert differing(last, drawn(chips)) > 0.01


def test_letters_grow_with_the_setting(start):
    app = start(ScriptedEngine(), settings=QUIET)
    small = app.window.findChild(FittedButton).font().pixelSize()
    app.change_settings(replace(app.settings, text_scale=2.0))
    QApplication.processEvents()
    assert app.window.findChild(FittedButton).font().pixelSize() == 2 * small
    assert app.window.board.cells()[0].font().pixelSize() == 2 * small
