"""The real window, driven as a person does."""

from __future__ import annotations

import os
import shutil
import signal
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox

from aac_app.pyttsx3_voice import Pyttsx3Voice
from aac_app.settings import BoardSize, MessageForm, load
from aac_app.speech import SilentVoice
from aac_app.ui.theme import MIN_TARGET
from pictograms.board import Button, LoadBoard
from tests.fakes import FailingEngine, FailingVoice, GatedEngine, ScriptedEngine
from tests.programs import SPANISH
from tests.stand_in_player import StandInPlayer

needs_espeak = pytest.mark.skipif(
    not shutil.which("espeak-ng"), reason="needs the espeak-ng voice: apt-get install espeak-ng"
)


def tap(app, *words):
    for word in words:
        cell = next(c for c in app.window.board.cells() if c.caption == word)
        cell.click()


def answered(qtbot, app):
    qtbot.wait_until(lambda: app.communicator.is_answered, timeout=10_000)


def said(app):
    return [utterance.text for utterance in app._parts.voice.said]


def test_from_a_tap_to_a_spoken_sentence(qtbot, start):
    app = start(settings=replace(SPANISH, speak_words=False))
    tap(app, "yo", "querer", "comer")
    app.window.board.setFocus()
    app.choose("manzana")
    answered(qtbot, app)
    bar = app.window.message_bar
    assert bar.chips.labels == ("yo", "querer", "comer", "manzana")
    assert bar.sentence.plain == "Quiero comer una manzana."
    bar.speak.click()
    qtbot.wait_until(lambda: said(app) == ["Quiero comer una manzana."])
    assert app.memory.counts("es")["manzana"] == 1


def test_delete_clear_undo_and_readings(qtbot, start):
    words = ("querer", "comer")
    app = start(ScriptedEngine({words: ["Quiero comer.", "Quise comer."]}))
    bar = app.window.message_bar
    tap(app, *words)
    answered(qtbot, app)
    assert [b.toolTip() for b in bar.readings] == [
        "Querer comer.",
        "Quiero comer.",
        "Quise comer.",
        "",
    ]
    assert [b.isChecked() for b in bar.readings] == [False, True, False, False]
    bar.readings[2].click()
    assert bar.sentence.plain == "Quise comer."
    bar.readings[0].click()
    assert bar.sentence.plain == "Querer comer."
    bar.delete.click()
    assert bar.chips.labels == ("querer",)
    bar.clear.click()
    assert bar.chips.labels == ()
    qtbot.wait_until(lambda: not bar.speak.isEnabled())  # the words may still be spoken
    bar.undo.click()
    bar.undo.click()
    assert bar.chips.labels == words


def test_links_home_and_back(qtbot, start):
    app = start(ScriptedEngine())
    home = app.trail.current.id
    tap(app, "comida")
    assert app.trail.current.id != home
    assert app.window.board.accessibleName() == "Comida"
    app.window.tools.back.click()
    assert app.trail.current.id == home
    tap(app, "comida")
    app.window.tools.home.click()
    assert app.trail.current.id == home
    assert not app.window.tools.back.isEnabled()


def test_a_link_that_leads_nowhere_is_one_quiet_line(start):
    app = start(ScriptedEngine())
    app.activate(Button("x", "x", load_board=LoadBoard(id="gone", name="Playa")))
    assert "«Playa»" in app.window.status.notice.text()
    assert app.trail.current.id == app.trail.boards.root


def test_the_language_changes_while_it_runs(qtbot, start):
    app = start(settings=replace(SPANISH, speak_words=False))
    tap(app, "querer")
    app.window.tools.language.click()
    assert app.communicator.message.is_empty
    tap(app, "I", "want", "eat")
    app.choose("apple")
    answered(qtbot, app)
    assert app.window.message_bar.sentence.plain == "I want to eat an apple."
    assert app.window.message_bar.speak.accessibleName() == "Hablar"  # menus stay as they were
    app.window.message_bar.speak.click()
    qtbot.wait_until(lambda: len(app._parts.voice.said) == 1)
    assert app._parts.voice.said[0].language == "en"
    app.change_settings(replace(app.settings, interface_language="en"))
    qtbot.wait_until(lambda: app.window.message_bar.speak.accessibleName() == "Speak")
    kept, problems = load(app._profile.settings)
    assert (kept.speaking_language, kept.interface_language, problems) == ("en", "en", ())


def test_the_window_answers_while_the_engine_thinks(qtbot, start):
    engine = GatedEngine()
    app = start(engine, settings=replace(SPANISH, speak_words=False))
    begun = time.monotonic()
    tap(app, "yo", "querer")
    assert app.window.message_bar.chips.labels == ("yo", "querer")
    app.window.message_bar.speak.click()
    qtbot.wait_until(lambda: said(app) == ["Yo querer."], timeout=3000)
    assert not engine.gate.is_set()
    assert time.monotonic() - begun < 3
    tap(app, "agua" if any(c.caption == "agua" for c in app.window.board.cells()) else "comer")
    engine.gate.set()
    answered(qtbot, app)
    assert len(app.communicator.message.glosses) == 1


def test_a_late_sentence_never_replaces_what_was_spoken(qtbot, start):
    engine = GatedEngine()
    app = start(engine, settings=replace(SPANISH, speak_words=False))
    tap(app, "querer")
    app.window.message_bar.speak.click()
    engine.gate.set()
    qtbot.wait(50)
    assert app.window.message_bar.sentence.plain == "Querer."


def test_an_engine_that_fails_costs_no_word(qtbot, start):
    app = start(FailingEngine(), settings=replace(SPANISH, speak_words=False))
    tap(app, "querer")
    qtbot.wait_until(lambda: bool(app.window.status.notice.text()))
    app.window.message_bar.speak.click()
    qtbot.wait_until(lambda: said(app) == ["Querer."])


def test_a_voice_that_dies_is_one_quiet_line_and_speaks_again(qtbot, start):
    app = start(ScriptedEngine(), FailingVoice(), replace(SPANISH, speak_words=False))
    tap(app, "querer")
    app.window.message_bar.speak.click()
    qtbot.wait_until(lambda: "voz" in app.window.status.notice.text())
    qtbot.wait_until(lambda: not app.desk._speaker.is_speaking)
    app.window.message_bar.speak.click()
    qtbot.wait_until(lambda: len(app._parts.voice.said) == 2)


def test_the_word_being_said_lights_up_its_picture(qtbot, start):
    words = ("querer", "ir")
    app = start(
        ScriptedEngine({words: ["Quiero ir."]}),
        SilentVoice(seconds_per_word=0.15),
        replace(SPANISH, speak_words=False),
    )
    tap(app, *words)
    answered(qtbot, app)
    bar = app.window.message_bar
    bar.speak.click()
    qtbot.wait_until(lambda: bar.chips.lit == 0)
    assert bar.speak.accessibleName() == "Parar"
    qtbot.wait_until(lambda: bar.chips.lit == 1)
    qtbot.wait_until(lambda: bar.chips.lit is None)
    assert bar.speak.accessibleName() == "Hablar"


def test_stop_is_immediate(qtbot, start):
    app = start(ScriptedEngine(), SilentVoice(seconds_per_word=5))
    tap(app, "querer")
    bar = app.window.message_bar
    qtbot.wait_until(lambda: bar.speak.accessibleName() == "Parar")
    begun = time.monotonic()
    bar.speak.click()
    qtbot.wait_until(lambda: bar.speak.accessibleName() == "Hablar")
    assert time.monotonic() - begun < 1


def test_urgent_words_stand_on_every_board_and_are_spoken_at_once(qtbot, start):
    app = start(GatedEngine(), settings=replace(SPANISH, speak_words=False))
    for name in app.trail.boards.boards:
        app.show_board(name)
        assert app.window.urgent.isVisible()
        assert len(app.window.urgent.cells()) == 8
    app.window.urgent.cells()[4].click()
    qtbot.wait_until(lambda: len(said(app)) == 1)
    assert app.communicator.message.is_empty
    app._sentences._engine.gate.set()


def test_a_spelled_word_with_completions(qtbot, start):
    app = start(ScriptedEngine())
    app.show_board("letters_abc")
    cells = {c.caption: c for c in app.window.board.cells() if c.caption}
    for letter in "man":
        cells[letter].click()
    offered = [c for c in app.window.board.cells() if ":ext_aac_complete_1" in c.button.actions]
    word = offered[0].caption
    assert word.startswith("man")
    offered[0].click()
    assert app.communicator.message.glosses == (word,)
    cells["z"].click()
    cells["espacio"].click()
    assert app.communicator.message.glosses == (word, "z")


def test_sizes_show_the_same_places(start):
    app = start(ScriptedEngine())
    large = {
        (r, c): b.id
        for r, c, b in app.trail.current.cells()
        if r < 4 and c < 6 and b.level <= app.settings.level
    }
    app.change_settings(replace(app.settings, board_size=BoardSize.SMALL))
    shown = [cell.button.id for cell in app.window.board.cells()]
    assert shown == [large[place] for place in sorted(large)]


def test_settings_take_the_place_of_the_board(qtbot, start):
    app = start(ScriptedEngine())
    window = app.window
    window.tools.settings.click()
    assert window.settings.isVisible()
    assert not window.board.isVisible()
    form = window.settings.control("message_form")
    assert isinstance(form, QComboBox)
    form.setCurrentIndex(1)
    assert app.settings.message_form is MessageForm.AS_CHOSEN
    window.settings.close_button.click()
    assert window.board.isVisible()


def test_what_is_remembered_can_be_erased(qtbot, start):
    app = start(ScriptedEngine(), settings=replace(SPANISH, speak_words=False))
    tap(app, "querer")
    answered(qtbot, app)
    app.window.message_bar.speak.click()
    assert app.memory.counts("es")
    app.window.tools.settings.click()
    app.window.settings.control("erase_history").click()
    assert not app.memory.counts("es")


def test_everything_has_a_name_and_is_large_enough(qtbot, start):
    app = start(ScriptedEngine())
    tap(app, "querer")
    answered(qtbot, app)
    app.window.tools.settings.click()
    for button in app.window.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled():
            assert button.accessibleName(), button.text()
            assert min(button.width(), button.height()) >= MIN_TARGET, button.text()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_small_screen_holds_the_window(start):
    app = start(ScriptedEngine())
    hint = app.window.minimumSizeHint()
    assert hint.width() <= 1024
    assert hint.height() <= 700


def test_the_keyboard_reaches_and_presses_every_cell(qtbot, start):
    app = start(ScriptedEngine())
    cells = app.window.board.cells()
    cells[0].setFocus()
    qtbot.keyClick(cells[0], Qt.Key.Key_Right)
    assert cells[1].hasFocus()
    qtbot.keyClick(cells[1], Qt.Key.Key_Down)
    qtbot.keyClick(app.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(app.window.focusWidget(), Qt.Key.Key_Space)
    assert len(app.communicator.message.entries) == 2


def test_forty_words_in_one_message(qtbot, start):
    app = start(settings=replace(SPANISH, speak_words=False))
    for _ in range(20):
        tap(app, "querer", "comer")
    answered(qtbot, app)
    app.window.message_bar.speak.click()
    qtbot.wait_until(lambda: len(said(app)) == 1)
    assert said(app)[0].lower().count("com") >= 20


def test_pictures_are_asked_for_only_when_that_is_turned_on(qtbot, start):
    app = start(ScriptedEngine())
    qtbot.wait_until(lambda: app.window.status.action.isVisible())
    assert not app.window.status.notice.text()
    app.window.status.action.click()
    assert app.settings.fetch_pictures
    qtbot.wait_until(lambda: "ARASAAC" in app.window.status.notice.text(), timeout=20_000)
    tap(app, "querer")  # and the board goes on
    assert app.communicator.message.glosses == ("querer",)


@pytest.mark.parametrize("engine", ["auto", "gguf"])
@pytest.mark.parametrize("content", [None, b"this is no model"], ids=["missing", "no-model"])
def test_a_model_that_cannot_be_used_is_one_line_and_rules_speak(
    qtbot, start, tmp_path, engine, content
):
    model = tmp_path / "mine.gguf"
    if content:
        model.write_bytes(content)
    chosen = replace(SPANISH, engine=engine, model=str(model), speak_words=False)
    app = start(settings=chosen)
    assert "mine.gguf" in app.window.status.notice.text()
    tap(app, "querer", "comer")
    answered(qtbot, app)
    assert app.window.message_bar.sentence.plain == "Quiero comer."


@needs_espeak
def test_a_voice_killed_in_mid_sentence_costs_nothing(qtbot, start, tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    player = StandInPlayer(folder)
    player.install()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    app = start(voice=Pyttsx3Voice(), settings=replace(SPANISH, speak_words=False))
    tap(app, "yo", "querer", "comer", "mucho")
    answered(qtbot, app)
    qtbot.wait_until(lambda: bool(app.desk.voices), timeout=10_000)
    before = len(player.played())  # the check at the start plays a moment of silence
    bar = app.window.message_bar
    bar.speak.click()
    qtbot.wait_until(lambda: len(player.played()) == before + 1, timeout=10_000)
    os.kill(player.played()[-1].parent, signal.SIGKILL)
    qtbot.wait_until(lambda: bar.speak.accessibleName() == "Hablar", timeout=10_000)
    assert bar.sentence.plain
    bar.speak.click()
    qtbot.wait_until(lambda: len(player.played()) == before + 2, timeout=10_000)
    bar.speak.click()  # it says Stop now
    qtbot.wait_until(lambda: bar.speak.accessibleName() == "Hablar", timeout=10_000)
    assert bar.chips.labels == ("yo", "querer", "comer", "mucho")
