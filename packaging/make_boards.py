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
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from board_tables import (
    HOME,
    LANGUAGES,
    ROOT,
    SIZES,
    URGENT,
    BoardTable,
    CellRow,
    TableError,
    Word,
    read_tables,
)

TARGET = ROOT / "aac_app" / "data"
_FORMAT = "open-board-0.1"
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


def board_object(
    table: BoardTable, language: str, names: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """The board in one language as the Open Board Format writes it."""
    cells = [cell for cell in table.cells if language in cell.words]
    board: dict[str, Any] = {
        "format": _FORMAT,
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
        "format": _FORMAT,
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
        print(f"make_boards: {path.relative_to(ROOT)} is not what the tables give: run me again")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
