"""Several people in one program: chosen at the start, added, changed, removed; backups restored."""

from __future__ import annotations

import gc
import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from aac_app import settings as settings_file
from aac_app.board_store import BoardStore
from aac_app.media_choice import arasaac_choice
from aac_app.people import Card, People
from aac_app.profile_file import write_profile
from aac_app.profiles import Profile, root_of
from aac_app.session import Session
from aac_app.settings import Settings
from pictograms.cache import Cache
from pictograms.variant import Variant
from tests.fakes import ScriptedEngine
from tests.few_boards import few_boards, with_word
from tests.programs import program

SPANISH = Settings(interface_language="es", speaking_language="es")
ENGLISH = Settings(interface_language="en", speaking_language="en")


@pytest.fixture
def people(tmp_path):
    """Ana speaks Spanish, Bea English."""
    people = People(Profile(tmp_path))
    for name, settings in (("Ana", SPANISH), ("Bea", ENGLISH)):
        settings_file.save(settings, people.add(name).profile.settings)
    return people


@pytest.fixture
def begin(qapp, people):
    """Start the program for everybody: begin(profile=None) -> the session."""
    sessions = []

    def open_app(profile, settings):
        return program(profile.folder, ScriptedEngine(), settings=settings)

    def _begin(profile=None):
        load = lambda profile: settings_file.load(profile.settings)  # noqa: E731
        session = Session(qapp, people, load, open_app)
        sessions.append(session)
        session.start(profile)
        return session

    yield _begin
    for session in sessions:
        session.stop()
    sessions.clear()
    qapp.processEvents()
    gc.collect()  # dead widgets are taken apart here, not in a thread of a later test


def name_of(session):
    return session.app.profile.folder.name.partition("-")[2]


def test_one_person_starts_straight(begin, people):
    people.remove(people.present()[1])
    assert name_of(begin()) == "Ana"


def test_a_named_profile_starts_straight(begin, people):
    assert name_of(begin(people.present()[1].profile)) == "Bea"


def test_several_people_are_asked_for_and_the_chosen_one_speaks(begin, qtbot):
    session = begin()
    assert session.app is None
    page = session.desk.page
    assert [button.accessibleName() for button in page.buttons] == ["Ana", "Bea"]
    assert page.heading.text() == "¿Quién habla?"
    qtbot.mouseClick(page.buttons[1], Qt.MouseButton.LeftButton)
    assert name_of(session) == "Bea"
    assert session.start_window is None
    assert session.app.language == "en"
    assert session.app.window.isVisible()


def test_the_start_page_is_worked_by_keyboard(begin, qtbot):
    session = begin()
    page = session.desk.page
    qtbot.wait_until(lambda: page.buttons[0].hasFocus())
    qtbot.keyClick(page.buttons[0], Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert name_of(session) == "Bea"


def test_every_button_is_large_and_has_a_name(begin, qtbot):
    session = begin()
    for show in (session.desk.open, lambda: session.desk.page.change_asked.emit(0)):
        show()
        qtbot.wait(1)
        page = session.start_window.page
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert button.accessibleName()
                assert min(button.width(), button.height()) >= 64, button.accessibleName()


def test_people_change_places_while_the_program_runs(begin, qtbot):
    session = begin()
    session.desk.page.buttons[0].click()
    first = session.app
    qtbot.wait_until(lambda: first.is_ready)
    first.choose("agua")
    first.window.settings.button_pressed.emit("people")
    assert first.window.page is session.desk.page
    session.desk.page.buttons[1].click()
    assert name_of(session) == "Bea"
    assert session.app is not first
    assert session.app.communicator.message.entries == ()
    qtbot.wait_until(lambda: session.app.is_ready)
    session.app.window.settings.button_pressed.emit("people")
    assert session.desk.page.heading.text() == "Who is speaking?"
    session.desk.page.buttons[1].click()  # the one who is speaking: back to the board
    assert session.app.window.page is session.app.window.board_area


def test_a_person_is_added_named_and_given_a_picture(begin, people, qtbot):
    session = begin()
    desk = session.desk
    desk.page.add_button.click()
    qtbot.keyClicks(desk.person_page.name, "Zoe")
    qtbot.keyClick(desk.person_page.name, Qt.Key.Key_Return)
    desk.person_page.emoji[3].click()
    zoe = people.present()[-1]
    assert (zoe.card.name, zoe.card.emoji) == ("Zoe", "🐶")
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    desk.person_page.paste_button.click()
    qtbot.wait_until(lambda: people.present()[-1].picture_file is not None)
    desk.person_page.close_button.click()
    assert [button.accessibleName() for button in desk.page.buttons] == ["Ana", "Bea", "Zoe"]


def test_a_pictogram_becomes_a_persons_picture(begin, people, qtbot, shared):
    png = next((shared / "data" / "arasaac" / "sample_png").glob("*.png")).read_bytes()
    profile = people.present()[0].profile
    Cache(profile.pictures).store_image(2349, png)
    session = begin(profile)
    session.desk.open()
    session.desk.page.change_asked.emit(1)
    session.desk.person_page.search_button.click()
    chooser = session.app.window.page
    chooser.picture_chosen.emit(arasaac_choice(2349, Variant(), "es"))
    qtbot.wait_until(lambda: people.present()[1].picture_file is not None)
    assert people.present()[1].picture_file.read_bytes() == png
    assert session.app.window.page is session.desk.person_page
    chooser.picture_chosen.emit(arasaac_choice(999, Variant(), "es"))
    assert session.desk.person_page.notice.text()


def test_a_picture_that_is_none_is_told_and_nothing_changes(begin, people, qtbot, tmp_path):
    session = begin()
    desk = session.desk
    desk.page.change_asked.emit(0)
    (tmp_path / "no.png").write_bytes(b"no picture")
    desk.picture_files.file_chosen.emit(tmp_path / "no.png")
    qtbot.wait_until(lambda: "no.png" in desk.person_page.notice.text())
    assert people.present()[0].card == Card("Ana")


def test_removing_is_undone(begin, people):
    session = begin()
    desk = session.desk
    desk.page.change_button.click()
    desk.page.buttons[0].click()
    desk.person_page.remove_button.click()
    assert [person.card.name for person in people.present()] == ["Bea"]
    assert desk.page.back_button.accessibleName() == "Traer de vuelta a Ana"
    desk.page.back_button.click()
    assert [person.card.name for person in people.present()] == ["Ana", "Bea"]
    assert not desk.page.back_button.isVisibleTo(desk.page)


def test_who_is_speaking_is_not_removed(begin, people):
    session = begin(people.present()[0].profile)
    session.desk.open()
    session.desk.page.change_asked.emit(0)
    assert not session.desk.person_page.remove_button.isEnabled()
    session.desk.page.change_asked.emit(1)
    assert session.desk.person_page.remove_button.isEnabled()


def test_a_damaged_profile_is_told_in_one_line_and_stops_nobody(begin, people, qtbot):
    people.present()[0].profile.card.write_text("{")
    session = begin()
    notice = session.desk.page.notice
    assert notice.isVisibleTo(session.desk.page)
    assert notice.text() == "Ana: el perfil está dañado"
    session.desk.page.buttons[1].click()
    assert name_of(session) == "Bea"


@pytest.mark.parametrize("part", ["settings", "card", "history", "boards", "pictures", "media"])
@pytest.mark.parametrize("how", ["a file", "a folder"])
def test_whatever_is_broken_in_a_profile_it_opens_and_speaks(begin, people, qtbot, part, how):
    profile = people.present()[0].profile
    path = getattr(profile, part)
    path.unlink(missing_ok=True)
    if how == "a file":
        path.write_bytes(b"\xff\x00 ruined" * 500)
    else:
        (path / "es" / "home.obf").mkdir(parents=True)
    session = begin(profile)
    qtbot.wait_until(lambda: session.app.is_ready)
    session.app.choose("agua")
    qtbot.wait_until(lambda: session.app.communicator.is_answered)
    session.app.communicator.speak()


def test_a_profile_that_cannot_be_opened_at_all_is_told_and_others_can(begin, people, monkeypatch):
    session = begin()
    from pictograms.errors import CacheError

    working = session._open_app

    def refuse(profile, settings):
        if profile.folder.name.endswith("Ana"):
            raise CacheError("no")
        return working(profile, settings)

    monkeypatch.setattr(session, "_open_app", refuse)
    session.desk.page.buttons[0].click()
    assert session.app is None
    assert session.start_window.isVisible()
    assert session.desk.page.notice.text()
    session.desk.page.buttons[1].click()
    assert name_of(session) == "Bea"


def test_a_person_comes_out_of_a_file(begin, people, qtbot, tmp_path):
    ana = people.present()[0]
    settings_file.save(replace(SPANISH, level=3), ana.profile.settings)
    write_profile(ana.profile, tmp_path / "ana.obz")
    session = begin()
    session.desk.profile_files.file_chosen.emit(tmp_path / "ana.obz")
    qtbot.wait_until(lambda: len(session.desk.page.buttons) == 3, timeout=10_000)
    new = people.present()[-1]
    assert new.card.name == "Ana"
    assert settings_file.load(new.profile.settings)[0].level == 3
    (tmp_path / "no.obz").write_bytes(b"no profile")
    session.desk.profile_files.file_chosen.emit(tmp_path / "no.obz")
    qtbot.wait_until(lambda: "no.obz" in session.desk.page.notice.text())
    assert len(people.present()) == 3


def test_the_folder_of_the_program_is_known_from_any_profile(tmp_path):
    root = Profile(tmp_path)
    assert root_of(root) == root
    assert root_of(Profile(tmp_path / "people" / "002-Ana")) == root


# Backups ------------------------------------------------------------------------------------


@pytest.fixture
def edited(start, tmp_path):
    """The program on boards that were backed up and then changed."""
    store = BoardStore(Profile(tmp_path))
    store.write("es", few_boards())
    store.back_up("es")
    store.write("es", with_word(few_boards(), "paraguas"))
    return start(engine=ScriptedEngine())


def test_a_backup_is_looked_at_and_restored_in_two_presses(edited, qtbot):
    app, page = edited, edited.backups.page
    assert "paraguas" in app.trail.boards.first.buttons
    app.window.settings.button_pressed.emit("backups")
    assert app.window.page is page
    assert len(page.lines) == 1
    assert "hecha a mano" in page.lines[0].accessibleName()
    page.lines[0].click()
    qtbot.wait_until(lambda: bool(page.preview), timeout=10_000)
    assert "paraguas" in page.preview
    page.restore_button.click()
    qtbot.wait_until(lambda: "paraguas" not in app.trail.boards.first.buttons, timeout=10_000)
    assert len(page.lines) == 2
    assert page.notice.text()


def test_speaking_goes_on_beside_the_backups(edited, qtbot):
    app = edited
    app.backups.open()
    app.backups.page.make_button.click()
    app.choose("agua")
    qtbot.wait_until(lambda: app.communicator.is_answered)
    qtbot.wait_until(lambda: len(app.backups.page.lines) == 3, timeout=10_000)


def test_a_damaged_backup_is_told(edited, qtbot, tmp_path):
    app = edited
    for file in (tmp_path / "backups" / "es").rglob("*.obf"):
        file.write_text("{")
    app.backups.open()
    app.backups.page.lines[0].click()
    qtbot.wait_until(lambda: ".obf" in app.backups.page.notice.text(), timeout=10_000)
    assert app.backups.page.preview == ""


def test_escape_leads_back_step_by_step(edited, qtbot):
    app, page = edited, edited.backups.page
    app.backups.open()
    page.lines[0].click()
    qtbot.wait_until(lambda: bool(page.preview), timeout=10_000)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.preview == ""
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert app.window.page is app.window.board_area


def test_everything_is_saved_as_a_file(edited, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    app = edited
    app.backups.open()
    app.backups.page.export_button.click()
    qtbot.wait_until(lambda: ".obz" in app.backups.page.notice.text(), timeout=10_000)
    assert list(tmp_path.rglob("AAC *.obz"))


def test_a_full_disk_is_one_line(edited, qtbot, tmp_path):
    app = edited
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "backups").write_text("no folder can be made here")
    app.backups.page.make_button.click()
    qtbot.wait_until(lambda: "backups" in app.backups.page.notice.text(), timeout=10_000)
