"""Choosing, adding, changing and removing people, on pages of the window. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QWidget

from aac_app.faces import Cached
from aac_app.failures import explain
from aac_app.jobs import Job, Jobs
from aac_app.media_choice import PictureChoice
from aac_app.own_picture import OwnPicture, keep, read_picture, small
from aac_app.people import People, Person, PersonError
from aac_app.pictures import Pictures
from aac_app.profile_file import ProfileFileError, opened_profile
from aac_app.profile_import import import_profile
from aac_app.profiles import Profile
from aac_app.search_desk import SearchDesk
from aac_app.ui.file_page import FilePage
from aac_app.ui.people_page import PeoplePage, Tile
from aac_app.ui.person_page import PersonPage
from aac_app.ui.picture_chooser import PictureChooser
from aac_app.ui.theme import Theme
from pictograms.cache import Cache
from pictograms.errors import BadImageError
from pictograms.pictogram import Pictogram

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
_ERRORS = (PersonError, ProfileFileError, BadImageError, OSError)
_EDGE = 320
"""Largest side of a person's picture on the screen, pixels."""


@dataclass(frozen=True, slots=True)
class PersonSearch:
    """What it takes to look for a person's pictogram."""

    chooser: PictureChooser
    desk: SearchDesk
    cached: Cached
    allowed: Callable[[], tuple[str, bool]]
    """The language to search in, and whether ARASAAC may be asked."""

    def adapt(self) -> None:
        """Follow the settings."""
        language, may_ask = self.allowed()
        self.desk.adapt(language, may_ask=may_ask)
        self.chooser.adapt(language, may_ask=may_ask)


class PeopleDesk(QObject):
    """Carries out what is pressed on the people's pages."""

    page_wanted = Signal(object)
    """One of `pages` is to be shown."""
    person_chosen = Signal(object)
    """aac_app.people.Person"""
    closed = Signal()

    def __init__(
        self,
        people: People,
        current: Profile | None,
        parent: QObject | None = None,
        search: PersonSearch | None = None,
    ) -> None:
        """`current`: whose boards are open; nobody's at the start, and nothing is searched."""
        super().__init__(parent)
        self._people, self._current = people, current
        self._shown: tuple[Person, ...] = ()
        self._changed: Person | None = None
        self.page, self.person_page = PeoplePage(), PersonPage()
        self.picture_files, self.profile_files = FilePage(_PICTURES), FilePage((".obz",))
        self.page.can_close = current is not None
        self._search = search
        self.person_page.search_button.setVisible(search is not None)
        self._jobs: Jobs | None = None
        self._connect()

    @property
    def pages(self) -> tuple[QWidget, ...]:
        found = (self._search.chooser,) if self._search else ()
        return (self.page, self.person_page, self.picture_files, self.profile_files, *found)

    def open(self) -> None:
        """Show everybody."""
        self.page.change_button.setChecked(False)
        self.page_wanted.emit(self.page)
        self._refresh()

    def tell(self, text: str) -> None:
        self.page.tell(text)

    def stop(self) -> bool:
        """False if something is still being read."""
        is_found = self._search is None or self._search.desk.stop()
        return (self._jobs is None or self._jobs.stop()) and is_found

    # Showing ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._shown = self._people.present()
        removed = self._people.removed()
        tiles = [self._tile(person, number) for number, person in enumerate(self._shown, start=1)]
        name = (removed[0].card.name or self.tr("the person")) if removed else ""
        self.page.show_people(tiles, name)

    def _tile(self, person: Person, number: int) -> Tile:
        name = person.card.name or self.tr("Person {}").format(number)
        problem = self.tr("{}: the profile is damaged").format(name) if person.problem else ""
        return Tile(name, person.card.emoji, _pixmap(person), problem)

    def _show_person(self, person: Person) -> None:
        self._changed = person
        tile = replace(self._tile(person, 0), name=person.card.name)
        is_open = self._current is not None and person.profile == self._current
        self.person_page.show_person(tile, can_remove=len(self._shown) > 1 and not is_open)

    def _change(self, place: int) -> None:
        self._show_person(self._shown[place])
        self.page_wanted.emit(self.person_page)
        self.person_page.name.setFocus()

    # Changing ---------------------------------------------------------------------------

    def _add(self) -> None:
        person = self._try(lambda: self._people.add(""))
        if person:
            self._refresh()
            self._change(self._shown.index(person))

    def _rename(self, name: str) -> None:
        person = self._changed
        if person and name.strip() != person.card.name:
            card = replace(person.card, name=" ".join(name.split()))
            self._update(lambda: self._people.change(person, card))

    def _choose_emoji(self, emoji: str) -> None:
        if person := self._changed:
            card = replace(person.card, emoji=emoji, picture="", arasaac=None)
            self._update(lambda: self._people.change(person, card))

    def _read_picture(self, path: Path) -> None:
        self._show_changed()
        self._start(partial(read_picture, path), self._set_picture)

    def _paste_picture(self) -> None:
        image = QGuiApplication.clipboard().image()
        self._start(partial(keep, image), self._set_picture)

    def _set_picture(self, picture: OwnPicture) -> None:
        if person := self._changed:
            self._update(lambda: self._people.set_picture(person, picture.data))

    def _look_for(self) -> None:
        if self._search and self._changed:
            self._search.adapt()
            self._search.chooser.open()
            self.page_wanted.emit(self._search.chooser)

    def _take_choice(self, choice: PictureChoice) -> None:
        """A pictogram is kept as an own picture: the start page knows no cache."""
        self._show_changed()
        image = choice.image
        number = image.arasaac_id if image else None
        if choice.data is not None:
            self._start(partial(bytes, choice.data), self._set_data)
        elif image and number is not None and self._search:
            file = self._search.cached(number, image.variant) or self._search.cached(number)
            if file is None:
                self.person_page.tell(self.tr("This picture is not on this computer yet."))
            else:
                self._start(file.read_bytes, self._set_data)

    def _set_data(self, data: bytes) -> None:
        if person := self._changed:
            self._update(lambda: self._people.set_picture(person, data))

    def _remove(self) -> None:
        person = self._changed
        if person and self._try(lambda: self._people.remove(person)):
            self._changed = None
            self.open()

    def _bring_back(self) -> None:
        removed = self._people.removed()
        if removed and self._try(lambda: self._people.bring_back(removed[0])):
            self._refresh()

    def _take_file(self, path: Path) -> None:
        self.page_wanted.emit(self.page)
        self.page.tell(self.tr("{} is being read…").format(path.name))
        self._start(partial(_take_in, self._people, path), self._taken)

    def _taken(self, person: Person) -> None:
        self._refresh()
        name = person.card.name or person.profile.folder.name
        self.page.tell(self.tr("{} is here now.").format(name))

    def _update(self, change: Callable[[], Person]) -> None:
        if person := self._try(change):
            self._refresh()
            self._show_person(person)

    def _try(self, change: Callable[[], Person]) -> Person | None:
        try:
            return change()
        except PersonError as error:
            self._failed(error)
            return None

    def _failed(self, error: Exception) -> None:
        for page in (self.page, self.person_page):
            page.tell(explain(error))

    def _start(self, do: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._jobs is None:
            self._jobs = Jobs("people", self)
        self._jobs.start(Job(do, done, self._failed, _ERRORS))

    # Connections ------------------------------------------------------------------------

    def _connect(self) -> None:
        page, person = self.page, self.person_page
        page.person_chosen.connect(lambda place: self.person_chosen.emit(self._shown[place]))
        page.change_asked.connect(self._change)
        page.add_asked.connect(self._add)
        page.file_asked.connect(partial(self._show_files, self.profile_files))
        page.bring_back_asked.connect(self._bring_back)
        page.closed.connect(self.closed)
        person.name_changed.connect(self._rename)
        person.emoji_chosen.connect(self._choose_emoji)
        person.file_asked.connect(partial(self._show_files, self.picture_files))
        person.paste_asked.connect(self._paste_picture)
        person.remove_asked.connect(self._remove)
        person.closed.connect(self.open)
        self.picture_files.file_chosen.connect(self._read_picture)
        self.picture_files.closed.connect(self._show_changed)
        self.profile_files.file_chosen.connect(self._take_file)
        self.profile_files.closed.connect(self.open)
        person.search_asked.connect(self._look_for)
        if self._search:
            self._search.chooser.picture_chosen.connect(self._take_choice)
            self._search.chooser.closed.connect(self._show_changed)

    def _show_files(self, files: FilePage) -> None:
        self.page_wanted.emit(files)
        files.open()

    def _show_changed(self) -> None:
        self.page_wanted.emit(self.person_page)


def _nothing(_language: str) -> tuple[Pictogram, ...]:
    return ()


def person_search(
    pictures: Pictures,
    theme: Theme,
    cached: Cached,
    allowed: Callable[[], tuple[str, bool]],
    parent: QObject,
) -> PersonSearch:
    """Looks for pictograms with a thread of its own."""
    chooser = PictureChooser(theme)
    desk = SearchDesk(chooser, pictures.search(_nothing), parent)
    return PersonSearch(chooser, desk, cached, allowed)


def _take_in(people: People, path: Path) -> Person:
    """Add the person whose profile this file holds; nobody where it cannot be used."""
    with opened_profile(path) as content:
        person = people.add(content.card.name)
        try:
            import_profile(person.profile, content)
        except ProfileFileError:
            people.remove(person)
            raise
    return next(found for found in people.present() if found.profile == person.profile)


def _pixmap(person: Person) -> QPixmap | None:
    """The person's picture, decoded; None where the emoji or a letter is to be drawn."""
    file = person.picture_file
    if file is None and person.card.arasaac is not None:
        file = Cache(person.profile.pictures).image_path(person.card.arasaac)
    image = small(file, _EDGE) if file else None
    return None if image is None or image.isNull() else QPixmap.fromImage(image)
