"""What is the matter with a set of boards: links into nowhere, pictures that are not there,
words that stand twice, boards that no way leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pictograms.archive import tidy_path
from pictograms.board import Board, Button, Image, LoadBoard, Sound
from pictograms.errors import BadImageError, BoardError
from pictograms.grd import EVERYWHERE
from pictograms.media import inline_bytes
from pictograms.obz import BoardSet
from pictograms.package import Package, open_package


class Fault(Enum):
    """The value is the English text, `{}` its detail."""

    BROKEN_LINK = "leads to a board that is not there ({})"
    MISSING_PICTURE = "has a picture that is not there ({})"
    MISSING_SOUND = "has a sound that is not there ({})"
    TWICE = "stands {} times on this board"
    UNREACHED = "no way leads to this board"
    UNREADABLE = "{}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is the matter."""

    board: str
    """Id of the board; empty for the set as a whole."""
    board_name: str
    button: str
    """Id of the button; empty for the board as a whole."""
    label: str
    fault: Fault
    detail: str = ""

    @property
    def text(self) -> str:
        """What is the matter, in English."""
        return self.fault.value.format(self.detail)

    def __str__(self) -> str:
        where = f"“{self.label}” ({self.board_name})" if self.button else f"“{self.board_name}”"
        return f"{where}: {self.text}" if self.board else self.text


def check_boards(boards: BoardSet) -> tuple[Finding, ...]:
    """Everything that is the matter, board by board.

    A pictogram of ARASAAC's and a picture that only an address names count as there: they can be
    fetched. Raises BoardError where the set's own package can no longer be opened.
    """
    places = _Places(boards)
    has_files = any(_names_a_file(board) for board in boards.boards.values())
    opened: Any = open_package(boards.source) if has_files else nullcontext(None)
    found = [Finding("", "", "", "", Fault.UNREADABLE, told) for told in boards.problems]
    reached = _reached(boards, places)
    with opened as package:
        for board in boards.boards.values():
            found += _links(board, places)
            found += _media(board, package)
            found += _twice(board)
            if board.id not in reached:
                found.append(Finding(board.id, board.title, "", "", Fault.UNREACHED))
    return tuple(found)


class _Places:
    """Where the links of a set lead: by path, by id, else by name, as the window follows them."""

    def __init__(self, boards: BoardSet) -> None:
        self._ids = boards.boards
        self._paths = {path: identity for identity, path in boards.paths.items()}
        self._names: dict[str, str] = {}
        for board in boards.boards.values():
            for name in (board.id, board.title):
                self._names.setdefault(name.casefold(), board.id)

    def target(self, link: LoadBoard) -> str | None:
        by_path = self._paths.get(tidy_path(link.path) or "") if link.path else None
        by_id = link.id if link.id in self._ids else None
        by_name = self._names.get(link.name.casefold()) if link.name else None
        return by_path or by_id or by_name


def _reached(boards: BoardSet, places: _Places) -> set[str]:
    """Every board that a person can come to, and those that are shown without any way."""
    always = {one.id for one in boards.boards.values() if one.extra.get(EVERYWHERE) is True}
    waiting = [boards.root, *([boards.urgent] if boards.urgent else []), *always]
    reached: set[str] = set()
    while waiting:
        identity = waiting.pop()
        if identity in reached or identity not in boards.boards:
            continue
        reached.add(identity)
        for button in boards.boards[identity].buttons.values():
            target = places.target(button.load_board) if button.load_board else None
            if target:
                waiting.append(target)
    return reached


def _links(board: Board, places: _Places) -> Iterator[Finding]:
    for button in board.buttons.values():
        link = button.load_board
        if link and places.target(link) is None:
            where = link.path or link.name or link.url or link.id or link.data_url or ""
            yield _finding(board, button, Fault.BROKEN_LINK, where)


def _media(board: Board, package: Package | None) -> Iterator[Finding]:
    for button in board.buttons.values():
        for wanted, items, fault in (
            (button.image_id, board.images, Fault.MISSING_PICTURE),
            (button.sound_id, board.sounds, Fault.MISSING_SOUND),
        ):
            if wanted is None:
                continue
            item: Image | Sound | None = items.get(wanted)
            why = _why_missing(item, package) if item else wanted
            if why:
                yield _finding(board, button, fault, why)


def _why_missing(item: Image | Sound, package: Package | None) -> str:
    """Empty where the file is there or can be fetched."""
    if item.data:
        try:
            return "" if inline_bytes(item.data) else "it is empty"
        except BadImageError as error:
            return f"it {error}"
    if item.path and package:
        return "" if _is_there(package, item.path) else item.path
    is_named = item.url or (isinstance(item, Image) and item.symbol)
    return "" if is_named else "no file is named"


def _is_there(package: Package, path: str) -> bool:
    try:
        return bool(package.read(path))
    except BoardError:
        return False


def _twice(board: Board) -> Iterator[Finding]:
    """Words that are shown in several places, looking alike and said alike."""
    words = [
        button
        for _, _, button in board.cells()
        if button.is_word and not button.hidden and button.spoken.strip()
    ]
    unlike = list({button.id: button for button in words}.values())
    counts = Counter(map(_word, unlike))
    for button in unlike:
        if (count := counts.pop(_word(button), 0)) > 1:
            yield _finding(board, button, Fault.TWICE, str(count))


def _word(button: Button) -> tuple[str, str]:
    return button.label.strip().casefold(), button.spoken.strip().casefold()


def _names_a_file(board: Board) -> bool:
    images = any(image.path and not image.data for image in board.images.values())
    return images or any(sound.path and not sound.data for sound in board.sounds.values())


def _finding(board: Board, button: Button, fault: Fault, detail: str) -> Finding:
    label = button.label or button.spoken or button.id
    return Finding(board.id, board.title, button.id, label, fault, detail[:200])
