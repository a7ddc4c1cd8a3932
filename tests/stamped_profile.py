"""A profile that bears a number in every place, and what moves it from one number to the next.

A number that is not the same everywhere, or is neither the old nor the new one, shows that
something was done by half.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from types import MappingProxyType

from aac_app import settings as settings_file
from aac_app.board_store import BoardStore, Reason, StoreError
from aac_app.history import History, HistoryError
from aac_app.people import Card, PersonError, read_card, write_card
from aac_app.profile_file import ProfileFileError, opened_profile, write_profile
from aac_app.profile_import import finish_import, import_profile
from aac_app.profiles import Profile
from aac_app.settings import Settings, VoiceSettings
from models.engine import SentenceRequest
from pictograms.board import Image
from pictograms.media import media_bytes
from tests.few_boards import few_boards

ERRORS = (StoreError, HistoryError, PersonError, ProfileFileError, OSError)
"""What an operation may say when the disk does not let it be done."""

State = dict[str, object]


@dataclass(frozen=True, slots=True)
class Operation:
    """Something a person does to a profile."""

    do: Callable[[Profile, int], None]
    """Bring the profile to this number."""
    parts: tuple[str, ...]
    """The places that have the number afterwards."""


def numbered(number: int, language: str, store: BoardStore):
    """Boards that bear the number on each board, in a word and in a picture."""
    boards = few_boards(language)
    path = store.add_image(b"\x89PNG picture " + str(number).encode())
    marked = {}
    for name, board in boards.boards.items():
        identity = next(iter(board.buttons))
        button = replace(board.buttons[identity], label=str(number), image_id="own")
        marked[name] = replace(
            board,
            buttons=MappingProxyType({**board.buttons, identity: button}),
            images=MappingProxyType({**board.images, "own": Image("own", path=path)}),
        )
    return replace(boards, boards=MappingProxyType(marked))


def number_on(boards) -> int:
    """The one number on all these boards."""
    found = set()
    for board in boards.boards.values():
        found.add(next(iter(board.buttons.values())).label)
        data = media_bytes(board.images["own"], boards.source)
        found.add(data.removeprefix(b"\x89PNG picture ").decode())
    assert len(found) == 1, f"a mixture: {found}"
    assert boards.problems == ()
    return int(found.pop())


def make(folder, number=0) -> Profile:
    """A new profile with this number everywhere."""
    profile = Profile(folder)
    store = BoardStore(profile)
    for language in ("es", "en"):
        store.write(language, numbered(number, language, store))
        store.back_up(language)
    _save_settings(profile, number)
    write_card(profile, Card(str(number)))
    profile.adapter.mkdir()
    (profile.adapter / "weights.bin").write_text(str(number))
    _say(profile, number)
    return profile


def observe(profile: Profile) -> State:
    """Open the profile as the program does, and tell the number in each place."""
    finish_import(profile)
    store = BoardStore(profile)
    settings, problems = settings_file.load(profile.settings)
    assert problems == ()
    assert settings.voice("es") == settings.voice("en")
    card, problem = read_card(profile)
    assert problem == ""
    copies = store.backups("es")
    assert copies
    numbers = [number_on(store.content(backup)) for backup in copies[:3]]
    return {
        "es": number_on(store.read("es")),
        "en": number_on(store.read("en")),
        "settings": int(settings.voice("es").voice),
        "card": int(card.name),
        "history": _said(profile),
        "adapter": int((profile.adapter / "weights.bin").read_text()),
        "backup": numbers[0],
    }


def expected(before: State, operation: Operation, number: int) -> State:
    """What `observe` tells after the operation. A backup made on the way says nothing."""
    return {**before, **dict.fromkeys(operation.parts, number)}


def same(now: State, then: State, operation: Operation) -> bool:
    """Whether the states agree; only `backing up` is judged by its backup."""
    left_out = () if "backup" in operation.parts else ("backup",)
    return all(now[key] == then[key] for key in now if key not in left_out)


def _save_settings(profile: Profile, number: int) -> None:
    settings = Settings()
    for language in settings_file.LANGUAGES:
        settings = settings.with_voice(language, VoiceSettings(voice=str(number)))
    settings_file.save(settings, profile.settings)


def _say(profile: Profile, number: int) -> None:
    with closing(History(profile.history)) as history:
        history.add(SentenceRequest(1, (str(number),), "es"), str(number))


def _said(profile: Profile) -> int:
    with closing(History(profile.history)) as history:
        latest = history.sayings()[0]
        assert latest.glosses == (latest.sentence,)
        assert history.counts("es")[latest.sentence] >= 1
        return int(latest.sentence)


def _edit(profile: Profile, number: int) -> None:
    store = BoardStore(profile)
    store.back_up("es", Reason.EDITING)
    store.write("es", numbered(number, "es", store))


def _restore(profile: Profile, number: int) -> None:
    store = BoardStore(profile)
    backup = next(
        backup for backup in store.backups("es") if number_on(store.content(backup)) == number
    )
    store.restore("es", backup)


def _back_up(profile: Profile, number: int) -> None:
    assert BoardStore(profile).back_up("es")
    del number


def _import(profile: Profile, number: int) -> None:
    with opened_profile(file_of(profile, number)) as content:
        import_profile(profile, content)


def file_of(profile: Profile, number: int):
    """The profile file with this number; made in advance, beside the profile."""
    file = profile.folder.with_name(f"{number}.obz")
    if not file.exists():
        write_profile(
            make(profile.folder.with_name(f"of-{number}"), number), file, with_history=True
        )
    return file


OPERATIONS = {
    "editing": Operation(_edit, ("es",)),
    "saving settings": Operation(_save_settings, ("settings",)),
    "speaking": Operation(_say, ("history",)),
    "backing up": Operation(_back_up, ("backup",)),
    "restoring": Operation(_restore, ("es",)),
    "importing": Operation(_import, ("es", "en", "settings", "card", "history", "adapter")),
}


def prepare(profile: Profile, name: str, number: int) -> int:
    """Make ready what the operation needs; the number that it leads to."""
    store = BoardStore(profile)
    if name == "backing up":
        store.write("es", numbered(number, "es", store))
    if name == "restoring":
        store.write("es", numbered(number, "es", store))
        store.back_up("es")
        store.write("es", numbered(number + 1, "es", store))
    if name == "importing":
        number = -1 if observe(profile)["card"] != -1 else -2
        file_of(profile, number)
    return number
