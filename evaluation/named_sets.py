"""Test sets by name: where each comes from, under which licence, and how to know it is the one."""

from __future__ import annotations

import argparse
import hashlib
import tomllib
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import platformdirs

from evaluation.errors import BadTestSetError, EvaluationError
from evaluation.testset import Item, read_test_set
from models.engine import LANGUAGES

_DATA: Final = Path(__file__).parent / "data"
_FETCH_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class SetEntry:
    """What the list says about a set."""

    name: str
    language: str
    licence: str
    origin: str
    quotable: bool = False
    """Whether its sentences may be repeated in a report."""
    file: str | None = None
    """Beside the list."""
    url: str | None = None
    sha256: str | None = None
    """None where the set grows (the project's own), or where it has not been seen."""


@dataclass(frozen=True, slots=True)
class TestSet:
    """A set that was read."""

    __test__ = False  # pytest would take it for a class of tests

    name: str
    path: Path
    items: tuple[Item, ...]
    checksum: str
    """SHA-256 of the file."""
    language: str | None
    """The one of every item that does not name its own; None where nobody says."""
    quotable: bool = True

    def language_of(self, item: Item) -> str:
        """The language in which an item is spoken. Raises BadTestSetError where nobody says."""
        language = item.language or self.language
        if language is None:
            place = f"{self.path}, line {item.line}"
            raise BadTestSetError(f"{place}: in which language is it? add --language es or en")
        return language


def known_sets(path: Path = _DATA / "sets.toml") -> Mapping[str, SetEntry]:
    """The list of sets. Raises EvaluationError for a list that cannot be read."""
    try:
        records: dict[str, dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))
        return {name: SetEntry(name, **record) for name, record in records.items()}
    except (OSError, ValueError, TypeError) as error:
        raise EvaluationError(f"{path}: it is no list of test sets ({error})") from error


def add_set_options(parser: argparse.ArgumentParser, option: str = "--set") -> None:
    """Which set is meant, and in which language."""
    parser.add_argument(
        option,
        required=True,
        metavar="SET",
        help="a file (TSV or JSONL), a name that `aac-evaluate sets` shows, or NAME=FILE",
    )
    parser.add_argument("--language", choices=LANGUAGES, help="where neither name nor file says it")


def open_set(wanted: str, language: str | None = None, folder: Path = _DATA) -> TestSet:
    """Read the set that was asked for: a name, NAME=FILE, or a file.

    A set with a URL is fetched once, and kept with the user's caches. Raises BadTestSetError, also
    for a file that is not the one of that name.
    """
    entries = known_sets(folder / "sets.toml")
    name, _, given = wanted.partition("=")
    if name not in entries:
        if not Path(wanted).exists():
            named = ", ".join(entries)
            raise BadTestSetError(f"{wanted}: there is no such file, and no set but {named}")
        return _read(wanted, Path(wanted), language, None)
    entry = entries[name]
    path = Path(given) if given else _place(entry, folder)
    return _read(name, path, entry.language, entry)


def _read(name: str, path: Path, language: str | None, entry: SetEntry | None) -> TestSet:
    items = read_test_set(path)
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    if entry and entry.sha256 not in {None, checksum}:
        raise BadTestSetError(f"{path}: it is not {name}, for its SHA-256 is {checksum}")
    spoken = language or next((item.language for item in items if item.language), None)
    title = name if entry else path.stem
    return TestSet(title, path, items, checksum, spoken, entry.quotable if entry else True)


def _place(entry: SetEntry, folder: Path) -> Path:
    if entry.file:
        return folder / entry.file
    if entry.url:
        return _fetched(entry, entry.url)
    raise BadTestSetError(
        f"{entry.name} does not come with the program ({entry.origin}): "
        f"say where it is, {entry.name}=FILE"
    )


def _fetched(entry: SetEntry, url: str) -> Path:
    """The copy of a set on this computer; fetched the first time. It is checked when it is read."""
    path = platformdirs.user_cache_path("aac-communicator") / "test_sets" / Path(url).name
    if path.is_file():
        return path
    try:
        with urllib.request.urlopen(url, timeout=_FETCH_SECONDS) as reply:
            content = reply.read()
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise BadTestSetError(f"{entry.name} cannot be fetched from {url} ({error})") from error
    if entry.sha256 not in {None, hashlib.sha256(content).hexdigest()}:
        raise BadTestSetError(f"{url}: what lies there is not {entry.name} any more")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    draft.write_bytes(content)
    draft.replace(path)
    return path
