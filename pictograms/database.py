"""Opening the cache's database: schema by steps, damage set aside, errors in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pictograms.errors import CacheError
from pictograms.files import set_aside

# Each step is run once, whole, in its own transaction; never change one that was released.
_STEPS = (
    """
    CREATE TABLE pictogram (
        row INTEGER PRIMARY KEY,
        id INTEGER NOT NULL,
        language TEXT NOT NULL,
        word_class TEXT NOT NULL,
        keywords TEXT NOT NULL,
        plural TEXT,
        categories TEXT NOT NULL,
        last_updated TEXT NOT NULL,
        is_sexual INTEGER NOT NULL,
        is_violent INTEGER NOT NULL,
        UNIQUE (language, id)
    );
    CREATE TABLE label (
        language TEXT NOT NULL,
        folded TEXT NOT NULL,
        row INTEGER NOT NULL REFERENCES pictogram (row) ON DELETE CASCADE,
        PRIMARY KEY (language, folded, row)
    ) WITHOUT ROWID;
    CREATE INDEX label_row ON label (row);
    CREATE VIRTUAL TABLE word USING fts5 (
        labels, themes,
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    );
    CREATE TABLE sync (
        language TEXT PRIMARY KEY,
        on_day TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE validator (
        resource TEXT PRIMARY KEY,
        etag TEXT,
        last_modified TEXT
    ) WITHOUT ROWID;
    """,
    # Of the records that are here nobody knows: they are asked for once more.
    """
    ALTER TABLE pictogram ADD COLUMN has_skin INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE pictogram ADD COLUMN has_hair INTEGER NOT NULL DEFAULT 1;
    DELETE FROM sync;
    DELETE FROM validator;
    """,
)
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class DamagedError(CacheError):
    """The file is no sound database of ours; it is set aside and begun anew."""


def open_database(path: Path) -> sqlite3.Connection:
    """The database at `path`, sound and with today's schema.

    One that is damaged, or was made by a newer program, is set aside (`.bad`) and begun
    anew: everything in it can be fetched again. Raises CacheError if that fails too.
    """
    try:
        return _open(path)
    except DamagedError:
        put_away(path)
        return _open(path)


def put_away(path: Path) -> None:
    """Set the database aside with its journal, which must not be applied to a new one."""
    for file in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if file.exists() and set_aside(file) is None:
            raise CacheError(f"{path.name}: is damaged and cannot be set aside")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into CacheError, or DamagedError where the file itself is bad."""
    try:
        yield
    except sqlite3.ProgrammingError:  # a mistake of ours, not of the disk
        raise
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) or 0
        kind = DamagedError if (code & 0xFF) in _DAMAGE else CacheError
        raise kind(f"{path.name}: {error}") from error
    except OSError as error:
        raise CacheError(f"{path.name}: {error.strerror or error}") from error


def _open(path: Path) -> sqlite3.Connection:
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    try:
        with explained(path):
            _prepare(database, path)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing; a power cut, a moment
    database.execute("PRAGMA foreign_keys = ON")
    if database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError(f"{path.name}: is damaged")
    with transaction(database):
        _migrate(database, path)
        database.execute("INSERT INTO word (word) VALUES ('integrity-check')")  # FTS5's own


def _migrate(database: sqlite3.Connection, path: Path) -> None:
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version > len(_STEPS):
        raise DamagedError(f"{path.name}: was made by a newer program")
    for step, script in enumerate(_STEPS[version:], start=version + 1):
        for statement in script.split(";"):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {step}")


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Everything in the block, or nothing. Begins as a writer, so that it never has to wait
    half-way for another process."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):  # a full disk has rolled back by itself
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")
