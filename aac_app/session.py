"""Whose communicator is open: one person at a time, chosen on a page where there are several."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from aac_app import settings as settings_file
from aac_app.app import App
from aac_app.failures import explain
from aac_app.people import People, Person
from aac_app.people_desk import PeopleDesk
from aac_app.profile_file import ProfileFileError
from aac_app.profile_import import finish_import
from aac_app.profiles import Profile
from aac_app.settings import Problem, Settings
from aac_app.ui.interface import Interface, system_language
from aac_app.ui.start_window import StartWindow
from aac_app.ui.theme import THEMES
from pictograms.errors import PictogramError

_LOG = logging.getLogger(__name__)

Load = Callable[[Profile], tuple[Settings, tuple[Problem, ...]]]
Open = Callable[[Profile, Settings], App]


class Session(QObject):
    """Opens a person's communicator and changes to another one's. Lives in the GUI thread."""

    opened = Signal(object)
    """aac_app.app.App: this one is on the screen now."""

    def __init__(
        self, application: QApplication, people: People, load: Load, open_app: Open
    ) -> None:
        """`load` reads a profile's settings; `open_app` builds the program for it."""
        super().__init__()
        self._application, self._people = application, people
        self._load, self._open_app = load, open_app
        self.app: App | None = None
        self.start_window: StartWindow | None = None
        self.desk: PeopleDesk | None = None
        self._interface: Interface | None = None

    def start(self, profile: Profile | None = None) -> None:
        """Open this profile; without one, the only person's, or ask who is speaking."""
        present = self._people.present()
        if profile is None and len(present) == 1:
            profile = present[0].profile
        problem = self._try(profile) if profile else ""
        if self.app is None:
            self._ask(problem)

    def stop(self) -> None:
        """End everything that is open."""
        if self.app is not None:
            self._stop_app(self.app)
            _drop(self.app)
            self.app = None
        elif self.desk is not None:
            self.desk.stop()
        self._close_start()

    # Who is speaking? -------------------------------------------------------------------

    def _ask(self, problem: str = "") -> None:
        """Show everybody in a window of their own, in the language and look of the first one."""
        settings = settings_file.load(self._people.present()[0].profile.settings)[0]
        self._interface = Interface(self._application)
        self._interface.speak(settings.interface_language or system_language())
        self.desk = PeopleDesk(self._people, None, self)
        self.start_window = StartWindow(
            THEMES[settings.theme], settings.text_scale, self.desk.pages
        )
        self.desk.page_wanted.connect(self.start_window.show_page)
        self.desk.person_chosen.connect(self._chosen)
        self.desk.open()
        if problem:
            self.desk.tell(problem)
        self.start_window.showMaximized()

    def _chosen(self, person: Person) -> None:
        if self.app is not None and person.profile == self.app.profile:
            self.app.window.show_board()
            return
        problem = self._try(person.profile)
        if problem and self.app is None and self.start_window is None:
            self._ask(problem)
        elif problem and self.desk:
            self.desk.tell(problem)

    # Opening ----------------------------------------------------------------------------

    def _try(self, profile: Profile) -> str:
        """Open a profile in place of the present one; what keeps it from being opened, or ""."""
        try:
            self._open(profile)
        except (PictogramError, OSError) as error:
            _LOG.warning("%s cannot be opened: %s", profile.folder, error)
            return explain(error)
        return ""

    def _open(self, profile: Profile) -> None:
        told = _finish_import(profile)
        settings, problems = self._load(profile)
        before, self.app = self.app, None
        if before is not None:  # two at once would fight for the voice and the memory
            self._stop_app(before)
        try:
            self.app = self._open_app(profile, settings)
        finally:
            place = before.window if before else self.start_window
            if self.app is not None:
                _show(self.app.window, place)
            if before is not None:
                _drop(before)
        self.app.tell_problems((*told, *problems))
        if self.start_window is not None and self.desk is not None:
            self.desk.stop()
        self._close_start()
        self._offer_people(self.app, profile)
        # Start what is slow only when the board has been painted.
        QTimer.singleShot(0, self.app, self.app.start)
        self.opened.emit(self.app)

    def _offer_people(self, app: App, profile: Profile) -> None:
        """The same page, reached from this person's settings."""
        self.desk = PeopleDesk(self._people, profile, app, app.person_search())
        for page in self.desk.pages:
            app.window.add_page(page)
        self.desk.page_wanted.connect(app.window.show_page)
        self.desk.closed.connect(app.window.show_board)
        self.desk.person_chosen.connect(self._chosen)
        app.people_asked.connect(self.desk.open)

    def _stop_app(self, app: App) -> None:
        if self.desk is not None:
            self.desk.stop()
        app.stop()

    def _close_start(self) -> None:
        if self.start_window is not None:
            self.start_window.hide()
            self.start_window.deleteLater()
            self.start_window = None
        if self._interface is not None:
            self._interface.close()
            self._interface = None


def _finish_import(profile: Profile) -> tuple[Problem, ...]:
    try:
        finish_import(profile)
    except ProfileFileError as error:
        return (Problem(Path(profile.folder), str(error)),)
    return ()


def _drop(app: App) -> None:
    """Let go of what has been stopped, once the events under way are through."""
    app.window.hide()
    app.window.deleteLater()
    app.deleteLater()


def _show(window: QWidget, place: QWidget | None) -> None:
    """Where the last window stood, so that only its contents seem to change."""
    if place is None or place.isMaximized():
        window.showMaximized()
    else:
        window.setGeometry(place.geometry())
        window.show()
