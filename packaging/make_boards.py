"""Write the starting boards of the program from the tables in `packaging/boards`.

    python packaging/make_boards.py            writes aac_app/data/{es,en}/*.obf and manifest.json
    python packaging/make_boards.py --check    writes nothing; exit code 1 if a file would change

`boards.tsv` names the boards; `<board>.tsv` holds one row per cell, with the words of both
languages, so that a concept stands in the same place in both. The files are in the Open Board
Format (open-board-0.1), each folder an unzipped .obz package. Fields beyond the format travel
as `ext_aac_...`. The same tables always give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent
TABLES = _ROOT / "packaging" / "boards"
TARGET = _ROOT / "aac_app" / "data"
LANGUAGES = ("es", "en")
FORMAT = "open-board-0.1"
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
_ARASAAC_LICENSE = {
    "type": "CC BY-NC-SA",
    "copyright_notice_url": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    "author_name": "Sergio Palao (ARASAAC, Gobierno de Aragón)",
    "author_url": "https://arasaac.org",
}
_BOARD_LICENSE = {
    "type": "MIT",
    "copyright_notice_url": "https://opensource.org/license/mit",
}


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


def board_object(
    table: BoardTable, language: str, names: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """The board in one language as the Open Board Format writes it."""
    cells = [cell for cell in table.cells if language in cell.words]
    board: dict[str, Any] = {
        "format": FORMAT,
        "id": table.id,
        "locale": language,
        "name": table.names[language],
        "license": _BOARD_LICENSE,
    }
    if table.home_after_word is not None:
        board["ext_aac_home_after_word"] = table.home_after_word
    if table.is_whole:
        board["ext_aac_whole"] = True
    board["grid"] = _grid(table, cells)
    board["buttons"] = [_button(cell, language, names) for cell in cells]
    board["images"] = _images(cells, language)
    board["sounds"] = []
    return board


def _grid(table: BoardTable, cells: Sequence[CellRow]) -> dict[str, Any]:
    rows, columns = table.shape
    order: list[list[str | None]] = [[None] * columns for _ in range(rows)]
    for cell in cells:
        if not (1 <= cell.row <= rows and 1 <= cell.column <= columns):
            raise TableError(f"{table.id}: {cell.name} lies outside of {rows} x {columns}")
        order[cell.row - 1][cell.column - 1] = cell.name
    return {"rows": rows, "columns": columns, "order": order}


def _button(cell: CellRow, language: str, names: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    word = cell.words[language]
    button: dict[str, Any] = {"id": cell.name, "label": word.label}
    if word.says:
        button["vocalization"] = word.says
    if word.arasaac:
        button["image_id"] = word.arasaac
    button |= _deed(cell, word)
    if cell.target:
        if cell.target not in names:
            raise TableError(f"{cell.name}: there is no board {cell.target!r} to lead to")
        button["load_board"] = {
            "id": cell.target,
            "name": names[cell.target][language],
            "path": f"{cell.target}.obf",
        }
    if word.gloss:
        button["ext_aac_gloss"] = word.gloss
    button["ext_aac_word_class"] = cell.word_class
    if cell.emoji:
        button["ext_aac_emoji"] = cell.emoji
    if cell.level != 1:
        button["ext_aac_level"] = cell.level
    return button


def _deed(cell: CellRow, word: Word) -> dict[str, Any]:
    """What activating the cell does beside adding its word."""
    if cell.kind == "letter":
        return {"action": f"+{word.label}"}
    if cell.kind == "speak":
        return {"ext_aac_speaks_at_once": True}
    if cell.kind.startswith("action:"):
        return {"action": cell.kind.removeprefix("action:")}
    if cell.kind.startswith("link+word:"):
        return {"ext_aac_adds_word": True}
    if cell.kind != "word" and not cell.target:
        raise TableError(f"{cell.name}: no kind of cell is called {cell.kind!r}")
    return {}


def _images(cells: Sequence[CellRow], language: str) -> list[dict[str, Any]]:
    """Each picture once, by name in ARASAAC's set and by address; none of them is carried."""
    numbers = dict.fromkeys(cell.words[language].arasaac for cell in cells)
    return [
        {
            "id": number,
            "symbol": {"set": "arasaac", "filename": number},
            "url": f"https://static.arasaac.org/pictograms/{number}/{number}_500.png",
            "content_type": "image/png",
            "width": 500,
            "height": 500,
            "license": {
                **_ARASAAC_LICENSE,
                "source_url": f"https://arasaac.org/pictograms/{language}/{number}",
            },
        }
        for number in numbers
        if number
    ]


def manifest_object(tables: Sequence[BoardTable]) -> dict[str, Any]:
    """The package's table of contents, with the strip and the sizes of our window."""
    return {
        "format": FORMAT,
        "root": f"{HOME}.obf",
        "paths": {
            "boards": {table.id: f"{table.id}.obf" for table in tables},
            "images": {},
            "sounds": {},
        },
        "ext_aac_urgent": URGENT,
        "ext_aac_sizes": [list(size) for size in SIZES],
    }


def make(tables: Sequence[BoardTable]) -> dict[str, str]:
    """Every file of `aac_app/data` that comes from the tables: its relative path and text."""
    names = {table.id: table.names for table in tables}
    files: dict[str, str] = {}
    for language in LANGUAGES:
        files[f"{language}/manifest.json"] = _text(manifest_object(tables))
        for table in tables:
            files[f"{language}/{table.id}.obf"] = _text(board_object(table, language, names))
    return files


def _text(value: Mapping[str, Any]) -> str:
    """JSON with one line per button, picture and row, so that a change is one line of a diff."""
    fields = (f" {_json(key)}: {_block(entry, depth=2)}" for key, entry in value.items())
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _block(value: Any, depth: int) -> str:
    """Containers of containers are spread over lines, everything else stands on one."""
    pad, end = " " * depth, " " * (depth - 1)
    if isinstance(value, dict) and any(isinstance(entry, (dict, list)) for entry in value.values()):
        if "id" in value:
            return _json(value)
        inner = (f"{pad}{_json(key)}: {_block(entry, depth + 1)}" for key, entry in value.items())
        return "{\n" + ",\n".join(inner) + f"\n{end}}}"
    if isinstance(value, list) and value and isinstance(value[0], (dict, list)):
        return (
            "[\n" + ",\n".join(f"{pad}{_block(entry, depth + 1)}" for entry in value) + f"\n{end}]"
        )
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _stale(files: Mapping[str, str], target: Path) -> list[Path]:
    """Files on disk that differ from what the tables give, and files that no table gives."""
    changed = [
        target / name
        for name, text in files.items()
        if not (target / name).is_file() or (target / name).read_text("utf-8") != text
    ]
    left_over = [
        path
        for language in LANGUAGES
        for path in sorted((target / language).glob("*.obf"))
        if f"{language}/{path.name}" not in files
    ]
    return changed + left_over


def _write(files: Mapping[str, str], target: Path) -> None:
    for path in _stale(files, target):
        path.unlink(missing_ok=True)
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write the starting boards from their tables.")
    parser.add_argument("--check", action="store_true", help="write nothing, name stale files")
    options = parser.parse_args(argv)
    try:
        tables = read_tables()
        files = make(tables)
    except TableError as error:
        print(f"make_boards: {error}", file=sys.stderr)
        return 1
    if not options.check:
        _write(files, TARGET)
        print(f"{len(tables)} boards in each of {', '.join(LANGUAGES)}")
        return 0
    stale = _stale(files, TARGET)
    for path in stale:
        print(f"make_boards: {path.relative_to(_ROOT)} is not what the tables give: run me again")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
