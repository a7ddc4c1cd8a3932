"""Pictogram records as rows of the cache's database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pictograms.answer import Validator
from pictograms.pictogram import Pictogram, WordClass
from pictograms.ranking import fold, rank

_COLUMNS = (
    "id, word_class, keywords, plural, categories, last_updated, is_sexual, is_violent, "
    "has_skin, has_hair"
)
BY_ID = f"SELECT {_COLUMNS} FROM pictogram WHERE language = ? AND id = ?"
BY_LABEL = f"""
    SELECT {_COLUMNS} FROM pictogram
    WHERE row IN (SELECT row FROM label WHERE language = ? AND folded = ?) LIMIT ?
"""
BY_WORDS = f"""
    SELECT {_COLUMNS} FROM word JOIN pictogram ON pictogram.row = word.rowid
    WHERE word MATCH ? AND language = ? ORDER BY bm25(word, 10.0, 1.0) LIMIT ?
"""
_PUT = f"""
    INSERT INTO pictogram ({_COLUMNS}, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (language, id) DO UPDATE SET
        word_class = excluded.word_class, keywords = excluded.keywords,
        plural = excluded.plural, categories = excluded.categories,
        last_updated = excluded.last_updated,
        is_sexual = excluded.is_sexual, is_violent = excluded.is_violent,
        has_skin = excluded.has_skin, has_hair = excluded.has_hair
    RETURNING row
"""


def to_pictogram(row: Sequence[Any]) -> Pictogram:
    identity, word_class, keywords, plural, categories, updated, *flags = row
    is_sexual, is_violent, has_skin, has_hair = map(bool, flags)
    words = tuple(json.loads(keywords))
    return Pictogram(
        id=identity,
        label=words[0],
        word_class=WordClass(word_class),
        keywords=words,
        plural=plural,
        categories=tuple(json.loads(categories)),
        last_updated=updated,
        is_sexual=is_sexual,
        is_violent=is_violent,
        has_skin=has_skin,
        has_hair=has_hair,
    )


def match_expression(words: Iterable[str]) -> str:
    """FTS5's way to say: every word, or at least its beginning. Empty if there is no word."""
    said = [word for word in words if any(letter.isalnum() for letter in word)]
    return " AND ".join('"' + word.replace('"', '""') + '"*' for word in said)


def order(term: str, one: Pictogram) -> tuple[tuple[int, int, int], int]:
    """The key that puts the best answer to `term` first."""
    return rank(term, _words(one)), one.id


def put_all(database: sqlite3.Connection, pictograms: Iterable[Pictogram], language: str) -> None:
    """Add each record, or bring it up to date, with its words."""
    for one in pictograms:
        values = (*_values(one), language)
        [(row,)] = database.execute(_PUT, values).fetchall()
        _index(database, row, one, language)


def forget(database: sqlite3.Connection, language: str) -> None:
    """Remove every record of a language."""
    rows = "SELECT row FROM pictogram WHERE language = ?"
    database.execute(f"DELETE FROM word WHERE rowid IN ({rows})", (language,))
    database.execute("DELETE FROM label WHERE language = ?", (language,))
    database.execute("DELETE FROM pictogram WHERE language = ?", (language,))


def mark_synced(database: sqlite3.Connection, language: str, day: date) -> None:
    statement = "INSERT OR REPLACE INTO sync (language, on_day) VALUES (?, ?)"
    database.execute(statement, (language, day.isoformat()))


def remember(database: sqlite3.Connection, resource: str, validator: Validator) -> None:
    statement = "INSERT OR REPLACE INTO validator VALUES (?, ?, ?)"
    database.execute(statement, (resource, validator.etag, validator.last_modified))


def _index(database: sqlite3.Connection, row: int, one: Pictogram, language: str) -> None:
    folded = {fold(word): None for word in _words(one)}
    database.execute("DELETE FROM label WHERE row = ?", (row,))
    database.executemany(
        "INSERT INTO label (language, folded, row) VALUES (?, ?, ?)",
        [(language, word, row) for word in folded],
    )
    database.execute("DELETE FROM word WHERE rowid = ?", (row,))
    database.execute(
        "INSERT INTO word (rowid, labels, themes) VALUES (?, ?, ?)",
        (row, "\n".join(folded), fold("\n".join(one.categories))),
    )


def _values(one: Pictogram) -> tuple[Any, ...]:
    return (
        one.id,
        one.word_class.value,
        json.dumps(one.keywords or (one.label,), ensure_ascii=False),
        one.plural,
        json.dumps(one.categories, ensure_ascii=False),
        one.last_updated,
        one.is_sexual,
        one.is_violent,
        one.has_skin,
        one.has_hair,
    )


def _words(one: Pictogram) -> tuple[str, ...]:
    words = one.keywords or (one.label,)
    return (*words, one.plural) if one.plural else words
