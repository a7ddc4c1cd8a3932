"""What was said, on this computer only: how often each word, which readings were picked. No Qt."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from models.engine import Controls, SentenceRequest

_MIGRATIONS = (
    """
    CREATE TABLE said (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        language TEXT NOT NULL,
        glosses TEXT NOT NULL,
        sentence TEXT NOT NULL
    );
    CREATE TABLE word (
        language TEXT NOT NULL,
        gloss TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (language, gloss)
    );
    CREATE TABLE choice (
        language TEXT NOT NULL,
        glosses TEXT NOT NULL,
        controls TEXT NOT NULL,
        sentence TEXT NOT NULL,
        PRIMARY KEY (language, glosses, controls)
    );
    """,
)


class HistoryError(Exception):
    """The history cannot be read or written; the person speaks on without it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One message as it was spoken."""

    at: str
    """ISO 8601, UTC."""
    language: str
    glosses: tuple[str, ...]
    sentence: str


class History:
    """The private record of one person. Raises HistoryError only."""

    def __init__(self, path: Path) -> None:
        self._db = _open(path)

    def add(self, request: SentenceRequest, sentence: str) -> None:
        """Remember a spoken message and count its words."""
        try:
            with self._db:
                self._db.execute(
                    "INSERT INTO said (language, glosses, sentence) VALUES (?, ?, ?)",
                    (request.language, json.dumps(request.glosses), sentence),
                )
                self._db.executemany(
                    "INSERT INTO word VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
                    [(request.language, gloss) for gloss in request.glosses],
                )
        except sqlite3.Error as error:
            raise HistoryError(f"cannot remember what was said: {error}") from error

    def sayings(self, limit: int = 100) -> list[Saying]:
        """The latest messages, newest first."""
        rows = self._read(
            "SELECT at, language, glosses, sentence FROM said ORDER BY id DESC LIMIT ?", (limit,)
        )
        return [Saying(at, language, tuple(json.loads(g)), text) for at, language, g, text in rows]

    def counts(self, language: str) -> dict[str, int]:
        """How often each word was part of a spoken message."""
        return dict(self._read("SELECT gloss, times FROM word WHERE language = ?", (language,)))

    def choose(self, request: SentenceRequest, sentence: str | None) -> None:
        """Remember the reading chosen for these words and controls; None forgets it."""
        key = _key(request)
        try:
            with self._db:
                if sentence is None:
                    where = "language = ? AND glosses = ? AND controls = ?"
                    self._db.execute(f"DELETE FROM choice WHERE {where}", key)
                else:
                    self._db.execute("REPLACE INTO choice VALUES (?, ?, ?, ?)", (*key, sentence))
        except sqlite3.Error as error:
            raise HistoryError(f"cannot remember the choice: {error}") from error

    def chosen(self, request: SentenceRequest) -> str | None:
        """The reading that was chosen for these words before, or None."""
        rows = self._read(
            "SELECT sentence FROM choice WHERE language = ? AND glosses = ? AND controls = ?",
            _key(request),
        )
        return rows[0][0] if rows else None

    def erase(self) -> None:
        """Forget everything, on the disk too."""
        try:
            with self._db:
                for table in ("said", "word", "choice"):
                    self._db.execute(f"DELETE FROM {table}")
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise HistoryError(f"cannot erase the history: {error}") from error

    def close(self) -> None:
        self._db.close()

    def _read(self, query: str, values: tuple[object, ...]) -> list[Any]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise HistoryError(f"cannot recall what was said: {error}") from error


def _key(request: SentenceRequest) -> tuple[str, str, str]:
    return (request.language, json.dumps(request.glosses), _controls_key(request.controls))


def _controls_key(controls: Controls) -> str:
    plain = {
        name: value.value if isinstance(value, Enum) else value
        for name, value in asdict(controls).items()
        if value
    }
    return json.dumps(plain, sort_keys=True)


def _open(path: Path) -> sqlite3.Connection:
    """Open the file and bring its schema up to date; one that is damaged is set aside."""
    try:
        return _migrated(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise HistoryError(f"{path}: {error}") from error
        _set_aside(path)
        return _migrated(path)
    except OSError as error:
        raise HistoryError(f"{path}: {error}") from error


def _set_aside(path: Path) -> None:
    """Rename the damaged file and its journal: beside a new file, an old journal would ruin it."""
    aside, number = path.with_suffix(".db.damaged"), 2
    while aside.exists():
        aside, number = path.with_suffix(f".db.damaged{number}"), number + 1
    for ending in ("-shm", "-wal", ""):
        part = Path(f"{path}{ending}")
        if part.exists():
            part.replace(f"{aside}{ending}")


def copy_history(source: Path, target: Path) -> None:
    """A sound copy of a history, also while it is being written to. Raises HistoryError."""
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")  # one file, without a journal beside it
    except sqlite3.Error as error:
        raise HistoryError(f"{source}: cannot be copied ({error})") from error


def is_history(path: Path) -> bool:
    """Whether the file is a whole history that this program can read."""
    try:
        with closing(sqlite3.connect(path)) as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            sound = db.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            db.execute("SELECT at, language, glosses, sentence FROM said LIMIT 1")
    except sqlite3.Error:
        return False
    return bool(sound and 0 < version <= len(_MIGRATIONS))


def _migrated(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA secure_delete = ON")  # erased words leave the disk
        version = db.execute("PRAGMA user_version").fetchone()[0]
        for step, migration in enumerate(_MIGRATIONS[version:], start=version + 1):
            db.executescript(f"BEGIN; {migration} PRAGMA user_version = {step}; COMMIT;")
    except BaseException:
        db.close()
        raise
    return db
