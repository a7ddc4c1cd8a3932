"""`aac-app profile`: carry a whole profile in one file, back it up, bring it back. No Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from aac_app.board_changes import Changes
from aac_app.board_store import Backup, BoardStore, Reason, StoreError
from aac_app.history import HistoryError
from aac_app.people import People, Person, PersonError
from aac_app.profile_file import ProfileFileError, opened_profile, write_profile
from aac_app.profile_import import (
    ImportChanges,
    back_up_profile,
    import_changes,
    import_profile,
)
from aac_app.profiles import Profile
from aac_app.settings import LANGUAGES
from pictograms.errors import BoardError

_REASONS = {
    Reason.ASKED: "asked for",
    Reason.EDITING: "before editing",
    Reason.IMPORTING: "before importing",
    Reason.RESTORING: "before restoring",
}


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("profile", help="carry, back up or restore a person's profile")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = _action(actions, "export", "write the whole profile into one file (.obz)")
    export.add_argument("file", type=Path)
    export.add_argument(
        "--with-history", action="store_true", help="also what was said, and what was learnt of it"
    )
    take = _action(actions, "import", "put such a file in the place of the profile")
    take.add_argument("file", type=Path)
    take.add_argument("--dry-run", action="store_true", help="only tell what would change")
    take.add_argument("--new", action="store_true", help="as a further person on this computer")
    _action(actions, "list", "the people on this computer")
    _action(actions, "backup", "back up boards and settings now")
    _action(actions, "backups", "the backups of the boards, and what each would change")
    restore = _action(actions, "restore", "put a backup in the place of the boards")
    restore.add_argument("backup", help="its language and name, as `backups` tells them: es/2030…")
    restore.add_argument("--dry-run", action="store_true", help="only tell what would change")


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=text, description=text)
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,  # else it would undo the option before the command
        help="folder of this person's settings and boards",
    )
    return parser


def run(options: argparse.Namespace, profile: Profile) -> int:
    """1 where something could not be done; then nothing was changed."""
    actions: dict[str, Callable[[argparse.Namespace, Profile], int]] = {
        "export": _export,
        "import": _import,
        "list": _list,
        "backup": _backup,
        "backups": _backups,
        "restore": _restore,
    }
    try:
        return actions[options.action](options, profile)
    except (ProfileFileError, StoreError, BoardError, PersonError, HistoryError) as error:
        print(f"aac-app: {error}", file=sys.stderr)  # noqa: T201
    except OSError as error:
        print(f"aac-app: {profile.folder}: {error.strerror or error}", file=sys.stderr)  # noqa: T201
    return 1


def _say(text: str) -> None:
    print(text)  # noqa: T201


def _export(options: argparse.Namespace, profile: Profile) -> int:
    write_profile(profile, options.file, with_history=options.with_history)
    private = "with" if options.with_history else "without"
    _say(f"{options.file}: the whole profile, {private} what was said")
    return 0


def _import(options: argparse.Namespace, profile: Profile) -> int:
    with opened_profile(options.file) as content:
        if options.new and not options.dry_run:
            profile = People(profile).add(content.card.name).profile
        for problem in content.problems:
            print(f"aac-app: {problem}", file=sys.stderr)  # noqa: T201
        for line in _lines(import_changes(profile, content)) or ["nothing changes"]:
            _say(line)
        if not options.dry_run:
            import_profile(profile, content)
            _say(f"{profile.folder}: imported")
    return 1 if content.problems else 0


def _lines(changes: ImportChanges) -> list[str]:
    lines = [
        f"{language}: {line}" for language, found in changes.boards.items() for line in told(found)
    ]
    if changes.settings:
        lines.append(f"settings: {', '.join(changes.settings)}")
    if changes.card:
        lines.append("the person's name or picture")
    if changes.history:
        lines.append("what was said is replaced by what the file holds")
    if changes.adapter:
        lines.append("what was learnt of this person is replaced")
    return lines


def told(changes: Changes) -> list[str]:
    """One line for each board that comes, goes or changes."""
    lines = [f"the board “{name}” comes" for name in changes.boards_added]
    lines += [f"the board “{name}” goes" for name in changes.boards_removed]
    for change in changes.boards_changed:
        signs = (("+ ", change.added), ("- ", change.removed), ("~ ", change.changed))
        parts = [f"{sign}{', '.join(labels)}" for sign, labels in signs if labels]
        parts += ["places change"] if change.moved else []
        lines.append(f"the board “{change.name}” changes: {'; '.join(parts) or 'its look'}")
    return lines


def _list(_options: argparse.Namespace, profile: Profile) -> int:
    people = People(profile)
    present = people.present()
    for number, person in enumerate(present, start=1):
        _say(f"{person.card.name or f'person {number}'}\t{person.profile.folder}")
    for person in people.removed():
        _say(f"{person.card.name}\t{person.profile.folder}\tremoved {person.card.removed[:10]}")
    _complain(present)
    return 1 if any(person.problem for person in present) else 0


def _complain(people: tuple[Person, ...]) -> None:
    for person in people:
        if person.problem:
            print(f"aac-app: {person.problem}", file=sys.stderr)  # noqa: T201


def _backup(_options: argparse.Namespace, profile: Profile) -> int:
    back_up_profile(profile, Reason.ASKED)
    store = BoardStore(profile)
    for language in LANGUAGES:
        _say(_line(store.backups(language)[0]))
    return 0


def _backups(_options: argparse.Namespace, profile: Profile) -> int:
    store = BoardStore(profile)
    code = 0
    for language in LANGUAGES:
        for backup in store.backups(language):
            try:
                told = _summary(store.changes(language, backup))
            except BoardError as error:
                told, code = f"cannot be used: {error}", 1
            _say(f"{_line(backup)}\t{told}")
    return code


def _line(backup: Backup) -> str:
    local = backup.at.astimezone().strftime("%Y-%m-%d %H:%M")
    what = "the starting boards, " if backup.is_starting else ""
    return f"{backup.language}/{backup.name}\t{local}\t{what}{_REASONS[backup.reason]}"


def _summary(changes: Changes) -> str:
    if not changes:
        return "as the boards are now"
    counts = (
        ("boards come", len(changes.boards_added)),
        ("boards go", len(changes.boards_removed)),
        ("boards change", len(changes.boards_changed)),
        ("buttons come", len(changes.buttons_added)),
        ("buttons go", len(changes.buttons_removed)),
        ("buttons change", len(changes.buttons_changed)),
    )
    return "restoring it: " + ", ".join(f"{count} {what}" for what, count in counts if count)


def _restore(options: argparse.Namespace, profile: Profile) -> int:
    language, _, name = options.backup.partition("/")
    store = BoardStore(profile)
    backup = next((found for found in store.backups(language) if found.name == name), None)
    if backup is None:
        raise StoreError(f"there is no backup {options.backup!r}; `profile backups` lists them")
    for line in told(store.changes(language, backup)) or ["nothing changes"]:
        _say(line)
    if not options.dry_run:
        store.restore(language, backup)
        _say(f"{options.backup}: restored")
    return 0
