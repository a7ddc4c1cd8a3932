"""`aac-app boards`: take boards from another program, write them for one, check them. No Qt."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from aac_app.board_exporters import Export, Exporter
from aac_app.board_store import SHIPPED, BoardStore, Reason, StoreError
from aac_app.library import Trail
from aac_app.print_options import add_sheet_options, sheet_of
from aac_app.profiles import Profile
from aac_app.settings import LANGUAGES, Settings
from pictograms.board_check import Finding, check_boards
from pictograms.cache import Cache
from pictograms.errors import BoardError, PictogramError
from pictograms.exchange import Imported, import_file
from pictograms.import_report import ImportReport, Remark
from pictograms.languages import base
from pictograms.obz import BoardSet, read_set

_FORMATS = {"obf": "Open Board Format", "obz": "Open Board Format", "grd": "AsTeRICS Grid"}
_FORMATS |= {"cboard": "Cboard"}
_NAMED = 6
"""Names told for one reason; the rest are counted."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "boards", help="take boards from another program, write them for one, or check them"
    )
    actions = parser.add_subparsers(dest="action", required=True)
    take = actions.add_parser(
        "import",
        help="put the boards of a file in the place of those there are, which are backed up",
        description="Reads Open Board Format (.obf, .obz), AsTeRICS Grid (.grd) and Cboard "
        "(board.json). Nothing that a file asks for is run or fetched.",
    )
    take.add_argument("file", type=Path)
    take.add_argument("--json", action="store_true", help="print the report as JSON")
    give = actions.add_parser(
        "export",
        help="write the vocabulary (.obz, .pdf) or one board (.obf, .png, .pdf), by the suffix",
    )
    give.add_argument("file", type=Path)
    give.add_argument(
        "--board", metavar="NAME", default=argparse.SUPPRESS, help="this board, by name or id"
    )
    add_sheet_options(give)
    check = actions.add_parser(
        "check", help="broken links, missing pictures, words twice, boards that no way leads to"
    )
    check.add_argument("file", type=Path, nargs="?", help="a file instead of the own boards")
    check.add_argument("--json", action="store_true", help="print what was found as JSON")
    for action in (take, give, check):
        kept = argparse.SUPPRESS  # else it would undo the option before the command
        action.add_argument("--profile", type=Path, metavar="DIR", default=kept)
        action.add_argument("--language", choices=LANGUAGES, default=kept)


def run(
    options: argparse.Namespace,
    profile: Profile,
    settings: Settings,
    exporters: Mapping[str, Exporter],
) -> int:
    """0: done; 1: a file cannot be used, or something is the matter with the boards."""
    try:
        if options.action == "import":
            return _import(options, profile, settings)
        if options.action == "export":
            return _export(options, profile, settings, exporters)
        return _check(options, profile, settings)
    except (PictogramError, StoreError) as error:
        print(f"aac-app: {error}", file=sys.stderr)  # noqa: T201
        return 1


def _import(options: argparse.Namespace, profile: Profile, settings: Settings) -> int:
    wished = options.language or settings.speaking_language or settings.interface_language
    imported = import_file(options.file, wished or None)
    language = options.language or _kept_as(imported, settings)
    store = BoardStore(profile)
    store.back_up(language, Reason.IMPORTING)
    store.write(language, imported.boards)
    told = _json_report(imported.report, language) if options.json else None
    print(told or _human_report(imported.report, language, profile))  # noqa: T201
    return 0


def _kept_as(imported: Imported, settings: Settings) -> str:
    """The language whose boards these become: the one of their words, if it is one of ours."""
    language = base(imported.report.language)
    return language if language in LANGUAGES else _language(settings)


def _language(settings: Settings) -> str:
    return settings.speaking_language or settings.interface_language or LANGUAGES[0]


def _export(
    options: argparse.Namespace,
    profile: Profile,
    settings: Settings,
    exporters: Mapping[str, Exporter],
) -> int:
    write = exporters.get(options.file.suffix.lower())
    if write is None:
        known = ", ".join(exporters)
        raise BoardError(f"{options.file.name}: boards are written as {known}")
    language = options.language or _language(settings)
    boards = own_boards(profile, language)
    board = Trail(boards).named(options.board) if options.board else None
    if options.board and board is None:
        raise BoardError(f"there is no board {options.board!r}")
    with Cache(profile.pictures) as cache:
        sheet = sheet_of(options, language)
        export = Export(boards, board, options.file, language, cache.image_path, sheet)
        print(write(export))  # noqa: T201
    return 0


def own_boards(profile: Profile, language: str) -> BoardSet:
    """The person's own boards as they are kept, else the starting ones. Raises BoardError."""
    return BoardStore(profile).read(language) or read_set(SHIPPED / language)


def _check(options: argparse.Namespace, profile: Profile, settings: Settings) -> int:
    language = options.language or _language(settings)
    if options.file:
        boards = import_file(options.file, options.language).boards
    else:
        boards = own_boards(profile, language)
    found = check_boards(boards)
    if options.json:
        print(_json([_finding(one) for one in found]))  # noqa: T201
    else:
        for one in found:
            print(one)  # noqa: T201
        number = len(found)
        what = "nothing is" if not number else f"{_count(number, 'thing')} {_be(number)}"
        print(f"{_count(len(boards.boards), 'board')}: {what} the matter")  # noqa: T201
    return 1 if found else 0


def _json_report(report: ImportReport, language: str) -> str:
    lists = {
        "taken": report.taken,
        "approximated": report.approximated,
        "skipped": report.left_out,
    }
    return _json(
        {
            "source": report.source,
            "format": report.format,
            "language": report.language,
            "kept_as": language,
            **report.counts,
            "lists": {name: [_remark(one) for one in told] for name, told in lists.items()},
        }
    )


def _remark(remark: Remark) -> dict[str, str]:
    return {
        "board": remark.board,
        "button": remark.button,
        "reason": remark.reason.name.lower(),
        "text": remark.text,
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "board": finding.board_name,
        "button": finding.label,
        "fault": finding.fault.name.lower(),
        "text": finding.text,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _human_report(report: ImportReport, language: str, profile: Profile) -> str:
    counts = ", ".join(
        _count(report.counts[name], name.removesuffix("s"))
        for name in ("boards", "buttons", "links", "pictograms")
    )
    lines = [
        f"{report.source} ({_FORMATS[report.format]}, {report.language or 'no language named'}): "
        f"{counts}",
        *_grouped("in another way", report.approximated),
        *_grouped("left out", report.left_out),
        f"These are now the boards of {profile.folder} ({language}); "
        "those before are in its backups.",
    ]
    return "\n".join(lines)


def _grouped(title: str, remarks: Iterable[Remark]) -> list[str]:
    """One line for each reason, with the names it holds for."""
    names: dict[str, list[str]] = {}
    for remark in remarks:
        names.setdefault(remark.text, []).append(remark.name)
    return [f"  {title}: {_names(told)}{text}" for text, told in names.items()]


def _names(names: list[str]) -> str:
    told = [name for name in dict.fromkeys(names) if name]
    if not told:
        return ""
    more = f" and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    return f"{', '.join(told[:_NAMED])}{more}: "


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
