"""Test sets: chosen words and the sentences that are right for them, one item a line.

A set is a UTF-8 file, with or without byte order mark, in one of two forms:

- TSV, `kw, kw, kw<TAB>reference[<TAB>more references]`, with an optional header line whose first
  column is `keywords`. The best reference comes first. Beside `set.tsv` there may be a file
  `set.tags.tsv` with one line for each item, whose last column names phenomena by commas.
- JSONL (`.jsonl`), read by evaluation.jsonl_set, with language, controls and tags as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from evaluation.errors import BadTestSetError
from models.engine import Controls

_HEADER: Final = "keywords"


@dataclass(frozen=True, slots=True)
class Item:
    """One message: what was tapped, and every sentence that says it well."""

    keywords: tuple[str, ...]
    """The chosen words in their order, as glosses; `?` is the question pictogram."""
    references: tuple[str, ...]
    """At least one sentence; the first is the one to prefer."""
    language: str | None = None
    """ISO 639-1; None where the file does not say."""
    controls: Controls = field(default_factory=Controls)
    """What was chosen beside the words."""
    tags: frozenset[str] = frozenset()
    """The phenomena that it is about."""
    line: int = field(default=0, compare=False)
    """Where it stands in its file, from 1."""


def read_test_set(path: Path) -> tuple[Item, ...]:
    """Read a whole test set; blank lines are passed over.

    Raises BadTestSetError for a file that cannot be read, is not UTF-8, holds no item, or has a
    line with a column missing or empty.
    """
    if path.suffix == ".jsonl":
        from evaluation.jsonl_set import parse_item

        lines = ((number, line) for number, line in numbered(path) if line.strip())
        items = tuple(parse_item(line, number, f"{path}, line {number}") for number, line in lines)
    else:
        items = _with_tags(tuple(_table_items(path)), path.with_suffix(".tags.tsv"))
    if not items:
        raise BadTestSetError(f"{path}: no test item in this file")
    return items


def numbered(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file with their numbers from 1; only line feeds part them, so that no
    rare character breaks a sentence. Raises BadTestSetError for what is no UTF-8 text.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadTestSetError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise BadTestSetError(f"{path}, line {number}: not UTF-8 text") from error
    for number, line in enumerate(text.split("\n"), start=1):
        yield number, line.removesuffix("\r")


def _table_items(path: Path) -> Iterator[Item]:
    is_first = True
    for number, line in numbered(path):
        is_header = is_first and line.split("\t")[0].strip().lower() == _HEADER
        if not line.strip():
            continue
        is_first = False
        if not is_header:
            yield _parse_line(line, number, f"{path}, line {number}")


def _parse_line(line: str, number: int, place: str) -> Item:
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) == 1:
        raise BadTestSetError(f"{place}: no tab between the keywords and their reference")
    keywords = tuple(word.strip() for word in columns[0].split(","))
    if not all(keywords):
        raise BadTestSetError(f"{place}: an empty keyword")
    if not all(columns[1:]):
        raise BadTestSetError(f"{place}: an empty reference")
    return Item(keywords, tuple(columns[1:]), line=number)


def _with_tags(items: tuple[Item, ...], path: Path) -> tuple[Item, ...]:
    """The items with the tags that lie beside them, where there are any."""
    if not path.is_file():
        return items
    rows = [line.split("\t")[-1] for _, line in numbered(path) if line.strip()]
    if len(rows) != len(items):
        place = f"{path}, line {min(len(rows), len(items)) + 1}"
        raise BadTestSetError(f"{place}: {len(rows)} lines of tags for {len(items)} items")
    tagged = zip(items, rows, strict=True)
    return tuple(replace(item, tags=_tags(row)) for item, row in tagged)


def _tags(row: str) -> frozenset[str]:
    names = (name.strip() for name in row.split(","))
    return frozenset(name for name in names if name and name != "none")
