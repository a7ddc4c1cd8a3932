"""What the tables of the starting boards say: reading `packaging/boards/*.tsv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "packaging" / "boards"
LANGUAGES = ("es", "en")
HOME = "home"
URGENT = "urgent"
SIZES = ((4, 6), (6, 9), (7, 12))
"""Rows and columns that a window may show of every board, always from the top left."""
SHAPE = SIZES[-1]
URGENT_SHAPE = (1, 8)

_BOARD_COLUMNS = ("id", "es", "en", "home_after_word", "whole")
_CELL_COLUMNS = (
    *("row", "column", "es", "en", "es_gloss", "en_gloss", "class"),
    *("es_arasaac", "en_arasaac", "emoji", "level", "kind", "es_says", "en_says", "note"),
)
_CLASSES = frozenset(
    ("person", "verb", "descriptor", "noun", "social", "place", "misc", "category", "important")
)


class TableError(Exception):
    """A table says something that cannot be made into a board: what, and where."""


@dataclass(frozen=True, slots=True)
class Word:
    """One cell in one language."""

    label: str
    gloss: str
    """The word for the sentence engine; empty where it is the label."""
    arasaac: str
    """ARASAAC's number; empty where no picture fits."""
    says: str
    """What is spoken; empty where it is the label."""


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row of a board's table: a place, and what stands there.

    Mostly one concept in both languages. Where a language has no such word, two rows may
    share the place, one for each language.
    """

    row: int
    column: int
    words: Mapping[str, Word]
    word_class: str
    emoji: str
    level: int
    kind: str
    """`word`, `letter`, `speak`, `action:...`, `link:BOARD` or `link+word:BOARD`."""
    note: str
    """ARASAAC's own keyword of the picture, where the label is not one of them."""

    @property
    def name(self) -> str:
        """Unique on the board, and the same in both languages."""
        return f"r{self.row}c{self.column}"

    @property
    def target(self) -> str:
        """The board that the cell leads to; empty for any other cell."""
        verb, _, target = self.kind.partition(":")
        return target if verb in ("link", "link+word") else ""

    @property
    def is_word(self) -> bool:
        """Whether the cell adds its word to the message."""
        return self.kind == "word" or self.kind.startswith("link+word:")


@dataclass(frozen=True, slots=True)
class BoardTable:
    """A board as its table describes it, in both languages."""

    id: str
    names: Mapping[str, str]
    home_after_word: bool | None
    is_whole: bool
    """Shown whole at every size: a letter board without half its letters is none."""
    cells: tuple[CellRow, ...]

    @property
    def shape(self) -> tuple[int, int]:
        return URGENT_SHAPE if self.id == URGENT else SHAPE


def read_tables(folder: Path = TABLES) -> tuple[BoardTable, ...]:
    """Read every board. Raises TableError, which names file and line."""
    names = [row["id"] for _, row in _rows(folder / "boards.tsv", _BOARD_COLUMNS)]
    stray = {path.stem for path in folder.glob("*.tsv")} - {"boards", *names}
    if stray:
        raise TableError(f"{folder}: {min(stray)}.tsv is not listed in boards.tsv")
    return tuple(
        BoardTable(
            id=row["id"],
            names={language: row[language] for language in LANGUAGES},
            home_after_word={"true": True, "false": False}.get(row["home_after_word"]),
            is_whole=row["whole"] == "true",
            cells=tuple(_read_cells(folder / f"{row['id']}.tsv")),
        )
        for _, row in _rows(folder / "boards.tsv", _BOARD_COLUMNS)
    )


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table, each with the place to name in a complaint."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise TableError(f"{path}: cannot be read ({error.strerror})") from error
    table = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(next(table, ())) != tuple(columns):
        raise TableError(f"{path}: the first line must name the columns {', '.join(columns)}")
    for number, values in enumerate(table, start=2):
        if len(values) != len(columns):
            raise TableError(f"{path}:{number}: {len(values)} columns instead of {len(columns)}")
        yield f"{path}:{number}", dict(zip(columns, values, strict=True))


def _read_cells(path: Path) -> Iterator[CellRow]:
    taken: set[str] = set()
    for where, row in _rows(path, _CELL_COLUMNS):
        try:
            cell = _cell(row)
        except ValueError as error:
            raise TableError(f"{where}: {error}") from error
        places = {f"{cell.name} {language}" for language in cell.words}
        if places & taken:
            raise TableError(f"{where}: row {cell.row}, column {cell.column} is already taken")
        taken |= places
        yield cell


def _cell(row: Mapping[str, str]) -> CellRow:
    if row["class"] not in _CLASSES:
        raise ValueError(f"no word class {row['class']!r}")
    words = {
        language: Word(
            label=row[language],
            gloss=row[f"{language}_gloss"],
            arasaac=row[f"{language}_arasaac"],
            says=row[f"{language}_says"],
        )
        for language in LANGUAGES
        if row[language]
    }
    if not words:
        raise ValueError("a cell needs a word in at least one language")
    return CellRow(
        row=int(row["row"]),
        column=int(row["column"]),
        words=words,
        word_class=row["class"],
        emoji=row["emoji"],
        level=int(row["level"]),
        kind=row["kind"],
        note=row["note"],
    )
