"""What came of an AsTeRICS Grid file, told: counts, boards, and what has no place here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pictograms import loose
from pictograms.grd_frame import FROM
from pictograms.import_report import ImportReport, Notes, Reason, Remark, pictogram_numbers
from pictograms.languages import texts
from pictograms.obz import BoardSet

FORMAT = "grd"
_SETTINGS = ("inputConfig", "textConfig", "localeConfig")


def tell_rest(value: Mapping[str, Any], metadata: Mapping[str, Any], notes: Notes) -> None:
    for dictionary in loose.objects(value.get("dictionaries")):
        name = loose.text(dictionary.get("dictionaryKey"))
        notes.skip("", "", Reason.DICTIONARY, name)
    if any(key in metadata for key in _SETTINGS):
        notes.skip("", "", Reason.INPUT_SETTINGS)
    for grid in loose.objects(value.get("grids")):
        names = [loose.text(one.get("radioName")) for one in loose.objects(grid.get("webRadios"))]
        if names:
            name = next(iter(texts(grid.get("label")).values()), "")
            notes.skip(name, "", Reason.STATIONS, ", ".join(filter(None, names)))


def report_of(found: BoardSet, notes: Notes, language: str) -> ImportReport:
    """The counts are those of the file: words that stand on every board count once."""
    boards = found.boards.values()
    own = {
        board.id: [one for one in board.buttons.values() if FROM not in one.extra]
        for board in boards
    }
    return ImportReport(
        source=found.source.name,
        format=FORMAT,
        language=language,
        boards=len(boards),
        buttons=sum(map(len, own.values())),
        links=sum(one.load_board is not None for buttons in own.values() for one in buttons),
        pictograms=len(pictogram_numbers(boards)),
        taken=tuple(
            Remark(board.name, "", Reason.TAKEN, str(len(own[board.id]))) for board in boards
        ),
        approximated=tuple(notes.approximated),
        left_out=tuple(notes.left_out),
    )
