"""Boards from other programs: one function that knows what a file is by what is in it.

Nothing that a file asks for is run or fetched: pictures on the network stay addresses, and what
a button would do outside of the program is named in the report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pictograms.actions import is_done
from pictograms.board import Board
from pictograms.cboard import is_cboard, read_cboard
from pictograms.errors import BoardError
from pictograms.fields import load_json
from pictograms.foreign_media import with_sound_media
from pictograms.grd import is_grd, read_grd
from pictograms.hosts import host_of
from pictograms.import_report import (
    ImportReport,
    Notes,
    Reason,
    count_links,
    pictogram_numbers,
    taken,
)
from pictograms.obz import BoardSet, read_set
from pictograms.package import is_zip
from pictograms.string_lists import localised

MAX_FILE = 128 * 2**20
"""Largest JSON file; a full backup of AsTeRICS Grid with its pictures has tens of megabytes."""

_Reader = Callable[[Any, Path, str | None], tuple[BoardSet, ImportReport]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held, and what came of it."""

    boards: BoardSet
    report: ImportReport


def import_file(path: Path, language: str | None = None) -> Imported:
    """The boards at `path`, whatever program wrote them: OBF, OBZ, AsTeRICS Grid or Cboard.

    `language` is the one wished for where a file has its words in several; else the fullest is
    taken. Raises BoardError, one sentence, where there are no boards to be had.
    """
    if path.is_dir() or is_zip(path):
        return _package(path, "obz", language)
    value = load_json(_bytes_of(path), path.name, MAX_FILE)
    for is_it, read in _FOREIGN:
        if is_it(value):
            boards, report = read(value, path, language)
            return _checked(boards, report, Notes())
    if isinstance(value, dict) and (value.keys() & {"buttons", "grid"}):
        return _package(path, "obf", language)
    raise BoardError(
        f"{path.name}: is not a board (known are Open Board Format, AsTeRICS Grid and Cboard)"
    )


_FOREIGN: tuple[tuple[Callable[[Any], bool], _Reader], ...] = (
    (is_grd, read_grd),
    (is_cboard, read_cboard),
)


def _package(path: Path, kind: str, language: str | None) -> Imported:
    read = read_set(path)
    spoken = {name: localised(board, language) for name, board in read.boards.items()}
    boards = replace(read, boards=MappingProxyType(spoken))
    notes = Notes()
    for problem in boards.problems:
        notes.skip("", "", Reason.PROBLEM, problem)
    for board in boards.boards.values():
        _tell_gaps(boards, board, notes)
    found = boards.boards.values()
    report = ImportReport(
        source=path.name,
        format=kind,
        language=boards.first.locale,
        boards=len(found),
        buttons=sum(len(board.buttons) for board in found),
        links=count_links(found),
        pictograms=len(pictogram_numbers(found)),
        taken=taken(found),
    )
    return _checked(boards, report, notes)


def _tell_gaps(boards: BoardSet, board: Board, notes: Notes) -> None:
    """Name the links and pictures that lead nowhere."""
    for button in board.buttons.values():
        link = button.load_board
        if link and boards.target(link) is None:
            where = link.path or link.name or link.url or link.id
            notes.adapt(board.title, button.label, Reason.LEADS_NOWHERE, where)
        if button.image_id and button.image_id not in board.images:
            notes.adapt(board.title, button.label, Reason.MISSING_FILE, button.image_id)
        image = board.image_of(button)
        if image is None or image.data or image.path or image.arasaac_id is not None:
            continue
        if image.url:
            notes.adapt(board.title, button.label, Reason.REMOTE_PICTURE, host_of(image.url))
        elif image.symbol:
            notes.adapt(board.title, button.label, Reason.SET_PICTURE, image.symbol.set)


def _tell_actions(board: Board, notes: Notes) -> None:
    for button in board.buttons.values():
        for action in button.actions:
            if not is_done(action):
                notes.adapt(board.title, button.label, Reason.KEPT_ACTION, action)


def _checked(boards: BoardSet, report: ImportReport, notes: Notes) -> Imported:
    """Without the pictures and sounds that must not or cannot be shown; each is named."""
    for board in boards.boards.values():
        _tell_actions(board, notes)
    sound = with_sound_media(boards, notes)
    return Imported(sound, report.with_notes(notes))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BoardError(f"{path.name}: cannot be read ({reason})") from error
