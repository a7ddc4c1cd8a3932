"""The boards of this person: where they are, which one is open, the way back and home. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from aac_app.board_store import SHIPPED, BoardStore
from aac_app.settings import BoardSize
from pictograms.board import Board, LoadBoard
from pictograms.errors import BoardError
from pictograms.obz import BoardSet, read_set
from pictograms.pictogram import Pictogram
from pictograms.variant import Drawn

__all__ = ["SHIPPED", "Library", "Trail", "extent", "picture_numbers", "words"]

_DEPTH = 100


class Library:
    """Finds a language's boards: the person's own first, else the starting ones."""

    def __init__(self, own: BoardStore, shipped: Path = SHIPPED) -> None:
        self._own = own
        self._shipped = shipped
        self._sets: dict[str, BoardSet] = {}

    def boards(self, language: str) -> tuple[BoardSet, tuple[str, ...]]:
        """The language's set of boards, and a sentence for each thing that was left out.

        Own boards that cannot be read are told and left where they are; the newest backup that
        can be read takes their place, else the starting boards. Raises BoardError when there
        are no boards at all.
        """
        if language in self._sets:
            return self._sets[language], ()
        found, problems = self.read(language)
        self._sets[language] = found
        return found, problems

    def keep(self, language: str, boards: BoardSet) -> None:
        """These were read ahead; they are used when the language is first asked for."""
        self._sets.setdefault(language, boards)

    def change(self, language: str, boards: BoardSet) -> BoardSet:
        """These are the language's boards from now on; as `boards` answers them."""
        self._sets[language] = self._with_urgent(boards, language)
        return self._sets[language]

    def forget(self, language: str) -> None:
        """What lies on the disk has changed; it is read when it is next asked for."""
        self._sets.pop(language, None)

    def read(self, language: str) -> tuple[BoardSet, tuple[str, ...]]:
        """Read a language's boards from the disk; any thread may do it. Raises BoardError."""
        problems: list[str] = []
        try:
            if own := self._own.read(language):
                return self._with_urgent(own, language), own.problems
        except BoardError as error:
            problems.append(str(error))
            if kept := self._own.newest_sound(language):
                return self._with_urgent(kept, language), (*problems, *kept.problems)
        if not (self._shipped / language).is_dir():
            raise BoardError(problems[-1] if problems else f"there are no boards for {language!r}")
        starting = read_set(self._shipped / language)
        return starting, (*problems, *starting.problems)

    def _with_urgent(self, boards: BoardSet, language: str) -> BoardSet:
        """The boards with urgent words beside them: the starting ones where they bring none."""
        shipped = self._shipped / language
        if boards.urgent or not shipped.is_dir():
            return boards
        starting = read_set(shipped)
        urgent = starting.boards.get(starting.urgent or "")
        if urgent is None or urgent.id in boards.boards:
            return boards
        return replace(
            boards,
            urgent=urgent.id,
            boards=MappingProxyType({**boards.boards, urgent.id: urgent}),
        )


def extent(boards: BoardSet, board: Board, size: BoardSize) -> tuple[int, int]:
    """Rows and columns of a board to show: a smaller size shows its top-left part.

    So a word keeps its row and column in every size. The largest size shows all of a board, also
    what was added to it. Boards that make no sense in part (letters) are shown whole, and so are
    boards of a set that names no sizes.
    """
    whole = board.rows, board.columns
    if board.extra.get("ext_aac_whole") is True:
        return whole
    place = list(BoardSize).index(size)
    if place >= len(boards.sizes) - 1:
        return whole
    rows, columns = boards.sizes[place]
    return min(rows, whole[0]), min(columns, whole[1])


def linked_boards(boards: BoardSet, board: Board) -> Iterator[Board]:
    """The boards that one press here leads to, each once, as their links stand on the board."""
    seen = {board.id}
    for _, _, button in board.cells():
        linked = boards.target(button.load_board) if button.load_board else None
        if linked is not None and linked.id not in seen:
            seen.add(linked.id)
            yield linked


class Trail:
    """Where the person is among the boards of a set."""

    def __init__(self, boards: BoardSet) -> None:
        self.boards = boards
        self._way: list[str] = [boards.root]

    @property
    def current(self) -> Board:
        return self.boards.boards[self._way[-1]]

    @property
    def can_go_back(self) -> bool:
        return len(self._way) > 1

    def open(self, target: LoadBoard) -> bool:
        """Follow a link; False (and nothing moves) where it leads nowhere."""
        board = self.boards.target(target)
        if board is None and target.name:
            board = self.named(target.name)
        if board is None:
            return False
        self.show(board)
        return True

    def show(self, board: Board) -> None:
        if board.id != self._way[-1]:
            self._way = [*self._way[-_DEPTH:], board.id]

    def use(self, boards: BoardSet) -> None:
        """The same boards as they are now; the way leads only over those that are still there."""
        self.boards = boards
        self._way = [name for name in self._way if name in boards.boards] or [boards.root]

    def named(self, name: str) -> Board | None:
        """The board with this id or name, whatever the case."""
        wanted = name.casefold()
        for board in self.boards.boards.values():
            if wanted in (board.id.casefold(), board.title.casefold()):
                return board
        return None

    def home(self) -> None:
        self._way = [self.boards.root]

    def back(self) -> None:
        if self.can_go_back:
            self._way.pop()


def words(boards: BoardSet) -> Iterator[str]:
    """Every word that a person may choose, for completion; letters alone are none."""
    for board in boards.boards.values():
        for _, _, button in board.cells():
            word = button.gloss or button.label
            if button.is_word and len(word) > 1:
                yield word


def pictures(sets: Iterable[BoardSet]) -> list[int | Drawn]:
    """Every picture of ARASAAC's on these boards: by number if plain, then the other drawings."""
    kept = list(sets)
    drawn: dict[Drawn, None] = {}
    for boards in kept:
        for board in boards.boards.values():
            for image in board.images.values():
                number, variant = image.arasaac_id, image.variant
                if number is not None and not variant.is_plain:
                    drawn[Drawn(number, variant)] = None
    return [*picture_numbers(kept), *drawn]


def known_pictures(boards: BoardSet) -> tuple[Pictogram, ...]:
    """These boards' words with ARASAAC's pictures for them: a catalogue before any is here."""
    found: dict[int, Pictogram] = {}
    for board in boards.boards.values():
        for _, _, button in board.cells():
            image = board.image_of(button)
            number = image.arasaac_id if image is not None else None
            if number is not None and button.label:
                words = dict.fromkeys(filter(None, (button.label, button.gloss)))
                kind = button.word_class
                found.setdefault(number, Pictogram(number, button.label, kind, tuple(words)))
    return tuple(found.values())


def picture_numbers(sets: Iterable[BoardSet]) -> list[int]:
    """ARASAAC's number of every picture on these boards, the first board's first."""
    numbers: dict[int, None] = {}
    for boards in sets:
        first = [boards.first, *boards.boards.values()]
        for board in first:
            for _, _, button in board.cells():
                image = board.image_of(button)
                if image is not None and image.arasaac_id is not None:
                    numbers[image.arasaac_id] = None
    return list(numbers)
