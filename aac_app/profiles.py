"""Where one person's things are: settings, history, boards; and the pictures. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_NAME = "aac-communicator"
PEOPLE = "people"
"""The folder of all people but the first one."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One folder per person."""

    folder: Path

    @property
    def card(self) -> Path:
        """The person's name and picture."""
        return self.folder / "profile.json"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.json"

    @property
    def history(self) -> Path:
        """What the person said; private."""
        return self.folder / "history.db"

    @property
    def boards(self) -> Path:
        """The person's own boards, one folder per language."""
        return self.folder / "boards"

    @property
    def media(self) -> Path:
        """The person's own pictures and recorded sounds, named by their contents."""
        return self.folder / "media"

    @property
    def backups(self) -> Path:
        """Dated copies of the boards, one folder per language."""
        return self.folder / "backups"

    @property
    def adapter(self) -> Path:
        """What a language model has learnt of this person, if anything."""
        return self.folder / "adapter"

    @property
    def models(self) -> Path:
        """Language models that were fetched; they serve everybody here."""
        is_further = self.folder.parent.name == "people"
        return (self.folder.parent.parent if is_further else self.folder) / "models"

    @property
    def pictures(self) -> Path:
        """Pictures fetched for the boards; they may be fetched again."""
        return self.folder / "pictures"

    @property
    def log(self) -> Path:
        """What went wrong inside the program; never what was said."""
        return self.folder / "log.txt"

    @property
    def pack_folders(self) -> tuple[Path, ...]:
        """Where a pack of pictures is looked for, carried by an installer or a school."""
        shared = platformdirs.site_data_path(_NAME)
        return (self.folder / "packs", shared / "packs", Path(__file__).parent / "data" / "packs")


def root_of(profile: Profile) -> Profile:
    """The program's folder that a person's profile belongs to."""
    above = profile.folder.absolute().parent
    return Profile(above.parent) if above.name == PEOPLE else profile


def default_profile() -> Profile:
    """The profile of whoever is logged in, where this computer keeps such things."""
    return Profile(platformdirs.user_data_path(_NAME, appauthor=False))
