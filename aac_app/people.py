"""The people who use this computer: one profile each, with a name and a picture. No Qt.

The first person's profile is the program's own folder, as it was before there were others; each
further one has a folder in `people/`. Who is removed is only marked so: nothing is deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aac_app.board_layout import plain_name
from aac_app.files import write_atomically
from aac_app.media_store import MediaKind, MediaStore
from aac_app.profiles import PEOPLE, Profile

_FOLDER = re.compile(r"(\d+)-.*")
MAX_NAME = 60
"""Longest name, in characters."""


class PersonError(Exception):
    """A profile cannot be made or changed; nothing was. One sentence."""


@dataclass(frozen=True, slots=True)
class Card:
    """How a person is shown where one chooses among people."""

    name: str = ""
    emoji: str = ""
    picture: str = ""
    """An own picture: its path in the profile's `media` folder."""
    arasaac: int | None = None
    """ARASAAC's number, where the picture is one of theirs."""
    removed: str = ""
    """When the profile was removed (ISO 8601); empty: it is in use."""


@dataclass(frozen=True, slots=True)
class Person:
    """A profile with its card."""

    profile: Profile
    card: Card
    problem: str = ""
    """One sentence where something of the profile cannot be read; it may still be opened."""

    @property
    def picture_file(self) -> Path | None:
        """The own picture, or None."""
        return MediaStore(self.profile.media).find(self.card.picture)


def read_card(profile: Profile) -> tuple[Card, str]:
    """The card of a profile, and one sentence if it cannot be read (else an empty one)."""
    try:
        raw = json.loads(profile.card.read_text("utf-8-sig"))
        return card_from(raw), ""
    except FileNotFoundError:
        return Card(), ""
    except (OSError, ValueError, TypeError) as error:
        reason = getattr(error, "strerror", None) or error
        return Card(), f"{profile.card}: cannot be read ({reason})"


def card_from(raw: Any) -> Card:
    """The card in a JSON value. Raises TypeError for what is none."""
    if not isinstance(raw, dict):
        raise TypeError("is not a JSON object")
    texts = {key: raw.get(key, "") for key in ("name", "emoji", "picture", "removed")}
    number = raw.get("arasaac")
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError("holds something other than text")
    is_number = isinstance(number, int) and not isinstance(number, bool)
    name = " ".join(texts.pop("name").split())[:MAX_NAME]
    return Card(name=name, **texts, arasaac=number if is_number else None)


def card_to_json(card: Card) -> dict[str, Any]:
    told = {
        "name": card.name,
        "emoji": card.emoji,
        "picture": card.picture,
        "arasaac": card.arasaac,
        "removed": card.removed,
    }
    return {key: value for key, value in told.items() if value}


def write_card(profile: Profile, card: Card) -> None:
    """Raises PersonError."""
    try:
        text = json.dumps(card_to_json(card), ensure_ascii=False, indent=1)
        write_atomically(profile.card, text + "\n")
    except OSError as error:
        raise PersonError(
            f"{profile.card}: cannot be written ({error.strerror or error})"
        ) from error


def _now() -> datetime:
    return datetime.now(UTC)


class People:
    """All profiles under the program's folder."""

    def __init__(self, root: Profile, now: Callable[[], datetime] = _now) -> None:
        self._root = root
        self._now = now

    def present(self) -> tuple[Person, ...]:
        """Those who use the program, in the order they were added; never none of them."""
        everyone = [person for person in self._everyone() if not person.card.removed]
        return tuple(everyone) or (_person(self._root),)

    def removed(self) -> tuple[Person, ...]:
        """Those who can be brought back, the latest first."""
        gone = [person for person in self._everyone() if person.card.removed]
        return tuple(sorted(gone, key=lambda person: person.card.removed, reverse=True))

    def add(self, name: str) -> Person:
        """A new, empty profile. Raises PersonError."""
        folder = self._root.folder / PEOPLE
        numbers = [self._number(path) for path in self._folders()]
        number = max(numbers, default=1) + 1
        profile = Profile(folder / f"{number:03}-{plain_name(name)}")
        write_card(profile, Card(name=" ".join(name.split())[:MAX_NAME]))
        return _person(profile)

    def change(self, person: Person, card: Card) -> Person:
        """Give a person this card. Raises PersonError."""
        write_card(person.profile, card)
        return _person(person.profile)

    def set_picture(self, person: Person, data: bytes) -> Person:
        """Give a person an own picture, a file's bytes. Raises PersonError."""
        try:
            path = MediaStore(person.profile.media).add(data, MediaKind.IMAGE)
        except OSError as error:
            reason = error.strerror or error
            raise PersonError(f"{person.profile.media}: cannot be written ({reason})") from error
        return self.change(person, replace(person.card, picture=path, emoji="", arasaac=None))

    def remove(self, person: Person) -> Person:
        """Show this person no more; the profile stays as it is. Raises PersonError."""
        return self.change(person, replace(person.card, removed=self._now().isoformat()))

    def bring_back(self, person: Person) -> Person:
        """Raises PersonError."""
        return self.change(person, replace(person.card, removed=""))

    def _everyone(self) -> list[Person]:
        folders = sorted(self._folders(), key=self._number)
        people = [_person(Profile(folder)) for folder in folders]
        return [_person(self._root), *people] if self._is_used or not people else people

    @property
    def _is_used(self) -> bool:
        """Whether the program's own folder is somebody's profile."""
        root = self._root
        return any(path.exists() for path in (root.card, root.settings, root.boards, root.history))

    def _folders(self) -> list[Path]:
        place = self._root.folder / PEOPLE
        try:
            return [path for path in place.iterdir() if self._number(path) and path.is_dir()]
        except OSError:
            return []

    @staticmethod
    def _number(folder: Path) -> int:
        found = _FOLDER.fullmatch(folder.name)
        return int(found[1]) if found else 0


def _person(profile: Profile) -> Person:
    card, problem = read_card(profile)
    if problem and not card.name:
        card = replace(card, name=profile.folder.name.partition("-")[2])
    return Person(profile, card, problem)
