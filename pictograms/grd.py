"""AsTeRICS Grid's files (`.grd`, `.grd.json`): every grid becomes a board.

Format: the data model of AsTeRICS Grid (now Asterics AAC), versions 4 to 6: `grids`, and in a
full backup `metadata` (home, the global grid) and `dictionaries`. The texts are chosen in one
language; those of the others go along in the board's `strings`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pictograms import loose
from pictograms.board import Board, LoadBoard
from pictograms.cells import Box, NoRoomError, lay_out, order_of, spanning
from pictograms.errors import BoardError
from pictograms.file_names import file_name
from pictograms.grd_elements import Part, read_part
from pictograms.grd_frame import Frame, frame_of
from pictograms.grd_report import report_of, tell_rest
from pictograms.grd_versions import grids_in, modern
from pictograms.grd_words import Place
from pictograms.import_report import ImportReport, Notes, Reason
from pictograms.languages import base, choose, pick, tag, texts
from pictograms.names import FreeNames
from pictograms.obf_read import MAX_PARTS
from pictograms.obz import MAX_BOARDS, BoardSet
from pictograms.room import Room, parts_of

EVERYWHERE = "ext_aac_everywhere"
"""Field of a board whose words were put on the others: no link has to lead there."""
_FAR = 10**6
_SPELLS, _SPELLS_NOT = "KEYBOARD_ENABLED", "KEYBOARD_DISABLED"
_LETTERS = 0.4
"""Share of single signs among the labels from which on a grid is taken for a keyboard."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """One grid with an id and a path of its own."""

    raw: Mapping[str, Any]
    id: str
    path: str
    name: str
    is_global: bool = False
    """Whether it is the global grid."""


def is_grd(value: Any) -> bool:
    """Whether this JSON value is such a file."""
    if isinstance(value, dict) and isinstance(value.get("grids"), list):
        return True
    return any(isinstance(one.get("gridElements"), list) for one in grids_in(value))


def read_grd(value: Any, path: Path, wanted: str | None) -> tuple[BoardSet, ImportReport]:
    """The boards of a file's JSON value, labels in the language `wanted` where it has them.

    Raises BoardError where no board at all can be taken.
    """
    notes = Notes()
    raw = grids_in(value)
    Room(path.name).take(sum(len(loose.objects(one.get("gridElements"))) for one in raw))
    raw = [modern(one, wanted or "") for one in raw]
    language = choose(_all_labels(raw), wanted)
    if wanted and base(language) != base(wanted) and language:
        notes.adapt("", "", Reason.LANGUAGE, language)
    metadata = loose.mapping(loose.mapping(value).get("metadata"))
    grids = _named(raw, language, path, loose.text(metadata.get("globalGridId")))
    frame = _frame(grids, metadata, language, notes)
    boards: dict[str, Board] = {}
    room = Room(path.name)  # a second one: the words of the global grid are put on every board
    for grid in grids:
        try:
            boards[grid.id] = _board(grid, grids, frame, language, notes)
        except BoardError as error:
            notes.skip(grid.name, "", Reason.PROBLEM, str(error))
            continue
        room.take(parts_of(boards[grid.id]))
    if not boards:
        reason = notes.left_out[-1].detail if notes.left_out else f"{path.name}: holds no boards"
        raise BoardError(reason)
    tell_rest(loose.mapping(value), metadata, notes)
    found = _set(grids, boards, metadata, path)
    return found, report_of(found, notes, language)


def _all_labels(grids: Sequence[Mapping[str, Any]]) -> list[Mapping[str, str]]:
    elements = (one for grid in grids for one in loose.objects(grid.get("gridElements")))
    return [texts(element.get("label")) for element in elements]


def _named(
    raw: Sequence[Mapping[str, Any]], language: str, path: Path, everywhere: str
) -> list[_Grid]:
    if len(raw) > MAX_BOARDS:
        raise BoardError(f"{path.name}: holds more than {MAX_BOARDS} boards")
    found: dict[str, _Grid] = {}
    files: set[str] = set()
    names = FreeNames()
    for number, grid in enumerate(raw, 1):
        name = pick(texts(grid.get("label")), language)[0] or f"{path.name.split('.')[0]} {number}"
        identity = names.give(loose.text(grid.get("id")) or f"grid-{number}")
        file = file_name(name, ".obf", files)
        files.add(file)
        found[identity] = _Grid(grid, identity, f"boards/{file}", name, identity == everywhere)
    return list(found.values())


def _frame(
    grids: Sequence[_Grid], metadata: Mapping[str, Any], language: str, notes: Notes
) -> Frame | None:
    """The words of the global grid, as far as it is switched on and has any."""
    grid = next((grid for grid in grids if grid.is_global), None)
    if grid is None or metadata.get("globalGridActive") is False:
        return None
    parts = _parts(grid, _place(grid, language, Notes()))
    frame = frame_of(parts, _boxes(grid.raw), _size(grid.raw))
    if frame is None:
        notes.adapt(grid.name, "", Reason.CONTROLS)
        return None
    shown = sum(_has_frame(other, grid.id) for other in grids)
    notes.adapt(grid.name, "", Reason.FRAME, shown)
    return replace(frame, id=grid.id)


def _has_frame(grid: _Grid, frame: str) -> bool:
    return grid.raw.get("showGlobalGrid") is not False and grid.id != frame


def _board(
    grid: _Grid,
    grids: Sequence[_Grid],
    frame: Frame | None,
    language: str,
    notes: Notes,
) -> Board:
    place = _place(grid, language, notes)
    parts = _parts(grid, place)
    rows, columns = _size(grid.raw)
    try:
        layout = lay_out(_boxes(grid.raw), rows, columns)
    except NoRoomError:
        raise BoardError(f"{grid.name}: its grid has more rows or columns than can be") from None
    for index in sorted(layout.moved | layout.shrunk):
        reason = Reason.SHARED_SPACE if index in layout.moved else Reason.SMALLER
        notes.adapt(grid.name, parts[index].button.label, reason)
    if layout.is_squeezed:
        notes.adapt(grid.name, "", Reason.SQUEEZED, f"{rows} x {columns}")
    if frame and _has_frame(grid, frame.id):
        parts, layout = frame.around(parts, layout)
    paths = {other.id: other for other in grids}
    buttons = {}
    for part, box in zip(parts, layout.boxes, strict=True):
        linked = _linked(part, paths, grid.name, notes)
        extra = {**linked.button.extra, **spanning(box)}
        buttons[part.button.id] = replace(linked.button, extra=MappingProxyType(extra))
    return Board(
        id=grid.id,
        name=grid.name,
        locale=tag(language),
        buttons=MappingProxyType(buttons),
        order=order_of(layout, list(buttons)),
        images=MappingProxyType({part.image.id: part.image for part in parts if part.image}),
        sounds=MappingProxyType({part.sound.id: part.sound for part in parts if part.sound}),
        strings=_strings(grid.raw, language),
        extra=MappingProxyType({EVERYWHERE: True} if grid.is_global else {}),
    )


def _place(grid: _Grid, language: str, notes: Notes) -> Place:
    return Place(grid.name, language, _is_keyboard(grid.raw), notes)


def _is_keyboard(grid: Mapping[str, Any]) -> bool:
    """Whether single signs spell here: as the grid says, else where there are many of them."""
    mode = loose.text(grid.get("keyboardMode"))
    if mode in (_SPELLS, _SPELLS_NOT):
        return mode == _SPELLS
    labels = [
        max(texts(raw.get("label")).values(), key=len, default="")
        for raw in loose.objects(grid.get("gridElements"))
    ]
    told = [label for label in labels if label]
    return sum(len(label) == 1 for label in told) > max(_LETTERS * len(told), 4)


def _parts(grid: _Grid, place: Place) -> list[Part]:
    elements = loose.objects(grid.raw.get("gridElements"))
    if len(elements) > MAX_PARTS:
        raise BoardError(f"{grid.name}: has more than {MAX_PARTS} buttons")
    found: dict[str, Part] = {}
    names = FreeNames()
    completions = 0
    for number, raw in enumerate(elements, 1):
        identity = names.give(loose.text(raw.get("id")) or f"element-{number}")
        completions += loose.text(raw.get("type")) == "ELEMENT_TYPE_PREDICTION"
        found[identity] = read_part(raw, identity, place, completions)
    return list(found.values())


def _boxes(grid: Mapping[str, Any]) -> list[Box]:
    return [
        Box(
            loose.whole(raw.get("y"), 0, _FAR, 0),
            loose.whole(raw.get("x"), 0, _FAR, 0),
            loose.whole(raw.get("height"), 1, _FAR, 1),
            loose.whole(raw.get("width"), 1, _FAR, 1),
        )
        for raw in loose.objects(grid.get("gridElements"))
    ]


def _size(grid: Mapping[str, Any]) -> tuple[int, int]:
    """Rows and columns that the grid says it has at least."""
    rows = loose.whole(grid.get("rowCount"), 1, _FAR, 1)
    return rows, loose.whole(grid.get("minColumnCount"), 1, _FAR, 1)


def _linked(part: Part, grids: Mapping[str, _Grid], board: str, notes: Notes) -> Part:
    """The part with the path and the name of the board that it leads to.

    A way that shows only a picture is called like the board.
    """
    if not part.links:
        return part
    target = grids.get(part.links[0])
    if target is None:
        notes.adapt(board, part.button.label, Reason.LEADS_NOWHERE, part.links[0])
        return part
    link = LoadBoard(id=target.id, name=target.name, path=target.path)
    label = part.button.label or target.name
    return replace(part, button=replace(part.button, load_board=link, label=label))


def _strings(grid: Mapping[str, Any], language: str) -> Mapping[str, Mapping[str, str]]:
    """The other languages of what is shown and said, by the text that was taken."""
    found: dict[str, dict[str, str]] = {}
    for element in loose.objects(grid.get("gridElements")):
        spoken = [action.get("speakText") for action in loose.objects(element.get("actions"))]
        for told in map(texts, (element.get("label"), element.get("pronunciation"), *spoken)):
            taken = pick(told, language)[0]
            for other, text in told.items():
                if other != language and taken:
                    found.setdefault(other, {}).setdefault(taken, text)
    return MappingProxyType({key: MappingProxyType(told) for key, told in found.items()})


def _set(
    grids: Sequence[_Grid],
    boards: Mapping[str, Board],
    metadata: Mapping[str, Any],
    path: Path,
) -> BoardSet:
    home = loose.text(metadata.get("homeGridId"))
    root = home if home in boards else next(iter(boards))
    return BoardSet(
        name=boards[root].name,
        root=root,
        boards=MappingProxyType(dict(boards)),
        paths=MappingProxyType({grid.id: grid.path for grid in grids if grid.id in boards}),
        source=path,
    )
