"""Test sets: chosen words and the sentences that are right for them, one item a line.

A test set is a UTF-8 file of lines `kw, kw, kw<TAB>reference[<TAB>more references]`, with an
optional header line whose first column is `keywords`. The best reference comes first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import BadTestSetError

_HEADER = "keywords"


@dataclass(frozen=True, slots=True)
class Item:
    """One message: what was tapped, and every sentence that says it well."""

    keywords: tuple[str, ...]
    """The chosen words in their order, as glosses; `?` is the question pictogram."""
    references: tuple[str, ...]
    """At least one sentence; the first is the one to prefer."""


def read_test_set(path: Path) -> tuple[Item, ...]:
    """Read a whole test set; blank lines are passed over, a byte order mark is tolerated.

    Raises BadTestSetError for a file that cannot be read, is not UTF-8, holds no item, or has a
    line with a column missing or empty.
    """
    items: list[Item] = []
    for number, line in enumerate(_read_lines(path), start=1):
        is_header = not items and line.split("\t")[0].strip().lower() == _HEADER
        if line.strip() and not is_header:
            items.append(_parse_item(line, f"{path}, line {number}"))
    if not items:
        raise BadTestSetError(f"{path}: no test item in this file")
    return tuple(items)


def _read_lines(path: Path) -> list[str]:
    """The file's lines; split at line feeds only, so that no rare character breaks a sentence."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadTestSetError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise BadTestSetError(f"{path}, line {number}: not UTF-8 text") from error
    return [line.removesuffix("\r") for line in text.split("\n")]


def _parse_item(line: str, place: str) -> Item:
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) == 1:
        raise BadTestSetError(f"{place}: no tab between the keywords and their reference")
    keywords = tuple(word.strip() for word in columns[0].split(","))
    if not all(keywords):
        raise BadTestSetError(f"{place}: an empty keyword")
    if not all(columns[1:]):
        raise BadTestSetError(f"{place}: an empty reference")
    return Item(keywords, tuple(columns[1:]))
