"""A profile file taken into a profile: what it would change, then all of it or nothing. No Qt.

Everything is prepared beside what there is; `import.json` then says that it is to take its
place. From that moment the import happens, even if the program is killed: whoever opens the
profile next brings it to its end with `finish_import`.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from aac_app import settings as settings_file
from aac_app.board_changes import Changes
from aac_app.board_layout import copy_out
from aac_app.board_store import BoardStore, Reason, StoreError
from aac_app.history import HistoryError, copy_history
from aac_app.media_store import MediaKind, MediaStore, copy
from aac_app.people import Card, card_to_json, read_card
from aac_app.profile_file import ProfileContent, ProfileFileError
from aac_app.profiles import Profile
from pictograms.files import write_whole

_JOURNAL = "import.json"
_DRAFTS = "import."
_STAMP = "%Y%m%dT%H%M%S.%fZ"


@dataclass(frozen=True, slots=True)
class ImportChanges:
    """What an import would change."""

    boards: Mapping[str, Changes] = field(hash=False)
    """By language; only languages in which something changes."""
    settings: tuple[str, ...] = ()
    """Names of the settings that change."""
    card: bool = False
    """The person's name or picture changes."""
    history: bool = False
    """What was said is replaced."""
    adapter: bool = False

    def __bool__(self) -> bool:
        return bool(self.boards or self.settings or self.card or self.history or self.adapter)


def import_changes(profile: Profile, content: ProfileContent) -> ImportChanges:
    """What `import_profile` would change. Raises BoardError where present boards are broken."""
    store = BoardStore(profile)
    boards = {language: store.changes_to(language, new) for language, new in content.boards.items()}
    now = _settings_to_be(profile, content)
    card = _card_without_picture(content.card), content.picture
    return ImportChanges(
        boards={language: changes for language, changes in boards.items() if changes},
        settings=settings_file.differences(settings_file.load(profile.settings)[0], now),
        card=card != _present_card(profile),
        history=content.history is not None,
        adapter=content.adapter is not None,
    )


def import_profile(profile: Profile, content: ProfileContent) -> None:
    """Put the content in the place of what the profile holds, whole or not at all.

    Boards, settings, history and adapter there are now are backed up first. The history must
    not be open. Raises ProfileFileError; the profile is then as it was.
    """
    finish_import(profile)
    _tidy(profile)
    draft = profile.folder / f"{_DRAFTS}{secrets.token_hex(4)}"
    try:
        back_up_profile(profile, Reason.IMPORTING, content)
        draft.mkdir(parents=True)
        _stage(profile, content, draft)
        write_whole(profile.folder / _JOURNAL, json.dumps({"folder": draft.name}).encode())
    except (OSError, StoreError, HistoryError) as error:
        shutil.rmtree(draft, ignore_errors=True)
        reason = getattr(error, "strerror", None) or error
        raise ProfileFileError(f"{profile.folder}: cannot be written ({reason})") from error
    finish_import(profile)


def finish_import(profile: Profile) -> None:
    """Bring an import that was cut short to its end; nothing to do where there was none.

    Raises ProfileFileError where the profile's folder cannot be written.
    """
    journal = profile.folder / _JOURNAL
    try:
        draft = _pending(journal)
        if draft is None:
            return
        _apply(profile, draft)
        journal.unlink()
    except OSError as error:
        what = f"an import cannot be finished ({error.strerror or error})"
        raise ProfileFileError(f"{profile.folder}: {what}") from error
    _tidy(profile)


def _tidy(profile: Profile) -> None:
    """Remove what imports left behind that were cut short before they counted."""
    for left in profile.folder.glob(f"{_DRAFTS}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
    for language in settings_file.LANGUAGES:
        BoardStore(profile).tidy(language)


def _pending(journal: Path) -> Path | None:
    """The folder that is to take its place, or None where nothing is under way."""
    if not journal.exists():
        return None
    try:
        return journal.parent / Path(str(json.loads(journal.read_text("utf-8"))["folder"])).name
    except (ValueError, KeyError, TypeError):  # not ours, or ruined: nothing can be done with it
        journal.replace(journal.with_suffix(".json.bad"))
        return None


def back_up_profile(
    profile: Profile, reason: Reason, instead: ProfileContent | None = None
) -> None:
    """Back up what an import of `instead` replaces; without it, boards and settings.

    Raises StoreError, HistoryError and OSError.
    """
    store = BoardStore(profile)
    for language in instead.boards if instead else settings_file.LANGUAGES:
        store.back_up(language, reason)
    stamp = datetime.now(UTC).strftime(_STAMP)
    if profile.settings.exists():
        _keep(profile.settings, profile.backups / "settings" / f"{stamp}.json")
    if instead and instead.history and profile.history.exists():
        target = profile.backups / "history" / f"{stamp}.db"
        target.parent.mkdir(parents=True, exist_ok=True)
        copy_history(profile.history, target)
    if instead and instead.adapter and profile.adapter.is_dir():
        copy_out(profile.adapter, profile.backups / "adapter" / stamp)


def _keep(file: Path, target: Path) -> None:
    """Keep a small file under a dated name, unless the newest one there is the same."""
    kept = sorted(target.parent.glob("*"))
    if kept and kept[-1].read_bytes() == file.read_bytes():
        return
    write_whole(target, file.read_bytes())


def _stage(profile: Profile, content: ProfileContent, draft: Path) -> None:
    """Write everything beside what there is, so that taking its place needs no space."""
    store = BoardStore(profile)
    write_whole(
        draft / profile.settings.name,
        settings_file.to_text(_settings_to_be(profile, content)).encode(),
    )
    card = replace(content.card, picture="")
    if content.picture:
        path = MediaStore(profile.media).add(content.picture, MediaKind.IMAGE)
        card = replace(card, picture=path)
    text = json.dumps(card_to_json(card), ensure_ascii=False, indent=1)
    write_whole(draft / profile.card.name, text.encode())
    if content.history:
        copy(content.history, draft / profile.history.name)
    if content.adapter:
        copy_out(content.adapter, draft / profile.adapter.name)
    for language, boards in content.boards.items():
        pointer, told = store.pointer(language, store.stage(language, boards).source)
        write_whole(draft / profile.boards.name / pointer.name, told)


def _apply(profile: Profile, draft: Path) -> None:
    """Move everything into its place; what is there already was moved before a kill."""
    for pointer in (draft / profile.boards.name).glob("*.json"):
        pointer.replace(profile.boards / pointer.name)
    if (draft / profile.history.name).exists():
        for ending in ("-wal", "-shm"):  # beside a new file, an old journal would ruin it
            Path(f"{profile.history}{ending}").unlink(missing_ok=True)
    for target in (profile.settings, profile.card, profile.history):
        if (draft / target.name).exists():
            (draft / target.name).replace(target)
    if (draft / profile.adapter.name).is_dir():
        if profile.adapter.exists():
            shutil.rmtree(profile.adapter)
        (draft / profile.adapter.name).replace(profile.adapter)


def _settings_to_be(profile: Profile, content: ProfileContent) -> settings_file.Settings:
    present, _ = settings_file.load(profile.settings)
    return settings_file.on_computer_of(content.settings, present)


def _present_card(profile: Profile) -> tuple[Card, bytes | None]:
    card, _ = read_card(profile)
    file = MediaStore(profile.media).find(card.picture)
    return _card_without_picture(card), file.read_bytes() if file else None


def _card_without_picture(card: Card) -> Card:
    return replace(card, picture="", removed="")
