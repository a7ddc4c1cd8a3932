"""A run: what a system said to every item of a set, with all that is needed to repeat it.

A file of JSON lines. The first, `{"run": {...}}`, describes the system, the set and the command;
each of the others is one answer. Lines are only added, so a run that was killed goes on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import IO, Any, Final, Self

from evaluation.errors import BadRunError, EvaluationError
from evaluation.named_sets import TestSet
from evaluation.systems import Description

_FORMAT: Final = 1
_FREE: Final = frozenset({"started", "command", "load_seconds"})
"""What may differ between a run and the one that goes on with it."""


_HEAD: Final[tuple[tuple[str, str, Any], ...]] = (
    ("system", "name", str),
    ("system", "size", int | None),
    ("set", "name", str),
    ("set", "sha256", str),
)
"""What other commands read in the first line."""

_ANSWER: Final[dict[str, Any]] = {
    "keywords": list,
    "hypothesis": str,
    "engine": str,
    "seconds": int | float,
    "tokens": int | None,
    "memory": int | None,
    "declined": str | None,
}
"""What the fields of an answer hold, beside its number."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system said to one item."""

    item: int
    """From 1, in the order of the set."""
    keywords: tuple[str, ...]
    hypothesis: str
    engine: str
    """What made the sentence: the system's engine, or the one below it that stood in."""
    seconds: float
    """From the request to the sentence."""
    tokens: int | None
    """Tokens that were written; None where the engine has none."""
    memory: int | None
    """Resident bytes of the process afterwards; None where they cannot be known."""
    declined: str | None = None
    """Why the engine itself said nothing; the sentence is then the words as they were chosen."""


@dataclass(frozen=True, slots=True)
class Run:
    """A file of predictions."""

    header: Mapping[str, Any]
    """See run_header."""
    answers: tuple[Answer, ...]

    @property
    def name(self) -> str:
        """How tables call the system."""
        return str(self.header["system"]["name"])


def run_header(
    description: Description, test_set: TestSet, *, started: str, command: str, load_seconds: float
) -> dict[str, Any]:
    """The first line of a run."""
    return {
        "format": _FORMAT,
        "system": asdict(description),
        "set": {
            "name": test_set.name,
            "file": test_set.path.name,
            "sha256": test_set.checksum,
            "items": len(test_set.items),
            "language": test_set.language,
        },
        "command": command,
        "started": started,
        "load_seconds": load_seconds,
    }


def read_run(path: Path) -> Run:
    """Read predictions, whole or in part. Raises BadRunError with the line at fault."""
    run, whole = _read(path)
    if not whole:
        raise BadRunError(f"{path}, line 1: no predictions in this file")
    return run


class RunWriter:
    """Adds answers to a file; what is written stays whatever happens next."""

    def __init__(self, path: Path, header: Mapping[str, Any], *, overwrite: bool = False) -> None:
        """Begin a run, or go on with the one that lies there.

        Raises EvaluationError where another run lies there.
        """
        self.done: tuple[Answer, ...] = ()
        whole = 0
        if path.exists() and path.stat().st_size and not overwrite:
            run, whole = _read(path)
            if whole:
                _require_same(path, run.header, json.loads(json.dumps(header)))
                self.done = run.answers
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[bytes] = path.open("r+b" if whole else "wb")
        self._file.truncate(whole)
        self._file.seek(whole)
        if not whole:
            self._write({"run": header})

    def add(self, answer: Answer) -> None:
        """Write one answer, at once."""
        self._write(asdict(answer))

    def _write(self, record: Mapping[str, Any]) -> None:
        self._file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()


def _read(path: Path) -> tuple[Run, int]:
    """The run, and how many bytes of whole lines the file has: a killed run leaves half a line."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadRunError(f"{path}: cannot be read ({error.strerror})") from error
    whole = content.rfind(b"\n") + 1
    header: dict[str, Any] = {}
    answers: list[Answer] = []
    for number, line in enumerate(content[:whole].splitlines(), start=1):
        record = _record(line, f"{path}, line {number}")
        if number == 1:
            header = _header(record, f"{path}, line 1")
        else:
            answers.append(_answer(record, len(answers) + 1, f"{path}, line {number}"))
    return Run(header, tuple(answers)), whole


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRunError(f"{place}: not UTF-8 text") from error
    except (ValueError, RecursionError) as error:
        raise BadRunError(f"{place}: it is no JSON") from error
    if not isinstance(record, dict):
        raise BadRunError(f"{place}: it is no JSON object")
    return record


def _header(record: Mapping[str, Any], place: str) -> dict[str, Any]:
    header = record.get("run")
    if not isinstance(header, dict) or header.get("format") != _FORMAT:
        raise BadRunError(f"{place}: it is not the head of predictions of this version")
    for part, name, kinds in _HEAD:
        inner = header.get(part)
        if not isinstance(inner, dict) or not isinstance(inner.get(name), kinds):
            raise BadRunError(f"{place}: it does not say {part}.{name}")
    return header


def _answer(record: Mapping[str, Any], item: int, place: str) -> Answer:
    names = {field.name for field in fields(Answer)}
    is_whole = not (record.keys() - names or names - {"declined"} - record.keys())
    if not is_whole or record["item"] != item:
        raise BadRunError(f"{place}: it is not the answer to item {item}")
    for name, kinds in _ANSWER.items():
        value = record.get(name)
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise BadRunError(f"{place}: {name} is {value!r}")
    return Answer(**{**record, "keywords": tuple(map(str, record["keywords"]))})


def is_same_run(path: Path, header: Mapping[str, Any]) -> bool:
    """Whether what lies at `path` can be gone on with; so can nothing at all."""
    if not path.exists():
        return True
    try:
        run, whole = _read(path)
    except BadRunError:
        return False
    return not whole or not _differing(run.header, json.loads(json.dumps(header)))


def _require_same(path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    if different := _differing(old, new):
        raise EvaluationError(
            f"{path}: another run lies here, with another {', '.join(different)}; "
            "choose another --output, or begin anew with --overwrite"
        )


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """The fields in which two runs are not the same, as `system.seed`."""
    found = []
    for key in new.keys() - _FREE:
        was = old.get(key)
        if isinstance(new[key], dict) and isinstance(was, dict):
            names = [n for n in new[key] if was.get(n) != new[key][n]]
            found += [f"{key}.{name}" for name in names]
        elif was != new[key]:
            found.append(key)
    return sorted(found)
