"""A whole profile as one file: an `.obz` that any program may open, with our own things inside.

    manifest.json, *.obf, images/, sounds/   the boards of the language that is spoken
    manifest.json: ext_aac_profile           version, language, own, card, settings
    ext_aac/en.obz                           own boards of a further language
    ext_aac/card.png                         the person's own picture
    ext_aac/history.db, ext_aac/adapter/...  what was said, and what was learnt from it: only
                                             where the person asked for it

Format: open-board-0.1, whose fields for one program begin with `ext_`. No Qt.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from aac_app import settings as settings_file
from aac_app.board_layout import files_of, plain_name
from aac_app.board_store import BoardStore
from aac_app.history import HistoryError, copy_history, is_history
from aac_app.library import Library
from aac_app.media_store import MediaStore, suffix_in
from aac_app.people import Card, card_from, card_to_json, read_card
from aac_app.profiles import Profile
from aac_app.settings import LANGUAGES, Settings
from pictograms.archive import UnsafeArchiveError, files_in, open_archive, read_member
from pictograms.cache import Cache
from pictograms.errors import PictogramError
from pictograms.files import drafted
from pictograms.obz import BoardSet, read_set
from pictograms.package_write import write_package

FIELD = "ext_aac_profile"
_VERSION = 1
_OURS = "ext_aac"
_HISTORY = f"{_OURS}/history.db"
_ADAPTER = f"{_OURS}/adapter"
_MAX_OURS = 512 * 2**20
"""Most bytes of our own files inside: further boards, the history, an adapter."""


class ProfileFileError(Exception):
    """The file cannot be written or used; the profile is as it was. One sentence."""


@dataclass(frozen=True, slots=True)
class ProfileContent:
    """What a profile file holds; its boards' pictures can be read as long as it is open."""

    boards: Mapping[str, BoardSet]
    """The person's own boards by language; a language without any keeps the starting ones."""
    settings: Settings
    card: Card
    picture: bytes | None = None
    history: Path | None = None
    """A sound history, or None where the file carries none."""
    adapter: Path | None = None
    """A folder."""
    problems: tuple[str, ...] = ()


# Writing --------------------------------------------------------------------------------


def write_profile(profile: Profile, file: Path, *, with_history: bool = False) -> None:
    """Write the profile into `file`, whole or not at all. Raises ProfileFileError."""
    with tempfile.TemporaryDirectory(prefix="aac-profile-") as name:
        try:
            draft = _draft(profile, Path(name), with_history=with_history)
            with drafted(file) as stream, draft.open("rb") as whole:
                shutil.copyfileobj(whole, stream)
        except OSError as error:
            reason = error.strerror or error
            raise ProfileFileError(f"{file}: cannot be written ({reason})") from error
        except (PictogramError, HistoryError) as error:
            raise ProfileFileError(f"{file}: cannot be written: {error}") from error


def _draft(profile: Profile, folder: Path, *, with_history: bool) -> Path:
    """The whole file, in a folder of its own; ARASAAC's pictures go along where they are here."""
    settings, _ = settings_file.load(profile.settings)
    language = settings.speaking_language or settings.interface_language or LANGUAGES[0]
    own = {name: boards for name in LANGUAGES if (boards := BoardStore(profile).read(name))}
    told = _told(profile, settings, language, own)
    shown = own.get(language) or Library(BoardStore(profile)).boards(language)[0]
    shown = replace(shown, extra=MappingProxyType({**shown.extra, FIELD: told}))
    draft = folder / "profile.obz"
    with Cache(profile.pictures) as cache:
        write_package(shown, draft, cache.image_path)
        for name, boards in own.items():
            if name != language:
                write_package(boards, folder / f"{name}.obz", cache.image_path)
    with zipfile.ZipFile(draft, "a") as archive:
        for package in folder.glob("??.obz"):
            archive.write(package, f"{_OURS}/{package.name}")
        _add_person(archive, profile, folder, with_history=with_history)
    return draft


def _told(
    profile: Profile, settings: Settings, language: str, own: Mapping[str, BoardSet]
) -> dict[str, Any]:
    carried = settings_file.on_computer_of(settings, Settings())
    plain = json.loads(settings_file.to_text(carried))
    return {
        "version": _VERSION,
        "language": language,
        "own": list(own),
        "card": card_to_json(replace(read_card(profile)[0], removed="")),
        "settings": plain,
    }


def _add_person(
    archive: zipfile.ZipFile, profile: Profile, draft: Path, *, with_history: bool
) -> None:
    picture = read_card(profile)[0].picture
    if found := MediaStore(profile.media).find(picture):
        archive.write(found, f"{_OURS}/card{suffix_in(picture)}")
    if not with_history:
        return
    if profile.history.exists():
        copy_history(profile.history, draft / "history.db")
        archive.write(draft / "history.db", _HISTORY, zipfile.ZIP_DEFLATED)
    for name, file in files_of(profile.adapter) if profile.adapter.is_dir() else ():
        archive.write(file, f"{_ADAPTER}/{name}")


# Reading --------------------------------------------------------------------------------


@contextmanager
def opened_profile(file: Path) -> Iterator[ProfileContent]:
    """What `file` holds. Raises ProfileFileError for what is no profile of ours."""
    with tempfile.TemporaryDirectory(prefix="aac-profile-") as name:
        try:
            content = _read(file, Path(name))
        except UnsafeArchiveError as error:
            raise ProfileFileError(f"{file.name}: {error}") from error
        except PictogramError as error:
            raise ProfileFileError(str(error)) from error
        except OSError as error:
            raise ProfileFileError(
                f"{file.name}: cannot be read ({error.strerror or error})"
            ) from error
        yield content


def _read(file: Path, draft: Path) -> ProfileContent:
    with open_archive(file) as archive:
        _unpack(archive, draft)
    boards = read_set(file)
    told = boards.extra.get(FIELD)
    if not isinstance(told, dict):
        raise ProfileFileError(
            f"{file.name}: holds boards, but no profile; import it as a file of boards"
        )
    if told.get("version") != _VERSION:
        raise ProfileFileError(f"{file.name}: was written by a newer version of this program")
    settings, complaints = settings_file.from_json(told.get("settings"))
    own, problems = _own_boards(told, boards, draft)
    card, complaint = _card(told)
    history = draft / _HISTORY
    return ProfileContent(
        boards=MappingProxyType(own),
        settings=settings,
        card=card,
        picture=_picture(draft),
        history=history if history.is_file() and is_history(history) else None,
        adapter=draft / _ADAPTER if (draft / _ADAPTER).is_dir() else None,
        problems=(*boards.problems, *problems, *complaints, *complaint),
    )


def _unpack(archive: zipfile.ZipFile, draft: Path) -> None:
    """Lay our own files out in a folder of our own; the boards stay where they are."""
    left = _MAX_OURS
    for name, info in files_in(archive).items():
        if not _is_known(name):
            continue
        data = read_member(archive, info, left)
        left -= len(data)
        target = draft / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _is_known(name: str) -> bool:
    """Whether we write such a file ourselves; nothing else is laid out on the disk."""
    if name == _HISTORY or name in (f"{_OURS}/{language}.obz" for language in LANGUAGES):
        return True
    if re.fullmatch(rf"{_OURS}/card(\.[a-z0-9]{{1,5}})?", name):
        return True
    parts = PurePosixPath(name).parts
    return name.startswith(f"{_ADAPTER}/") and all(plain_name(part) == part for part in parts)


def _own_boards(
    told: Mapping[str, Any], shown: BoardSet, draft: Path
) -> tuple[dict[str, BoardSet], list[str]]:
    listed = told.get("own")
    own: dict[str, BoardSet] = {}
    problems: list[str] = []
    for language in LANGUAGES:
        if not isinstance(listed, list) or language not in listed:
            continue
        if language == told.get("language"):
            extra = {key: value for key, value in shown.extra.items() if key != FIELD}
            own[language] = replace(shown, extra=MappingProxyType(extra))
            continue
        try:
            own[language] = read_set(draft / _OURS / f"{language}.obz")
        except PictogramError as error:
            problems.append(str(error))
    return own, problems


def _card(told: Mapping[str, Any]) -> tuple[Card, tuple[str, ...]]:
    try:
        return replace(card_from(told.get("card", {})), removed=""), ()
    except TypeError as error:
        return Card(), (f"the person's name and picture: {error}",)


def _picture(draft: Path) -> bytes | None:
    found = sorted((draft / _OURS).glob("card.*"))
    return found[0].read_bytes() if found else None
