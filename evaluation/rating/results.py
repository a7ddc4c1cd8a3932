"""The file of results: one JSON line for each judgement, only ever added to."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

from evaluation.errors import EvaluationError
from evaluation.rating.judgement import BadJudgementError, Judgement, parse_judgement


def read_results(path: Path) -> tuple[Judgement, ...]:
    """All judgements of a file; half a line at its end, of a run that was killed, is passed over.

    Raises EvaluationError with the line that is no judgement.
    """
    return _read(path)[0]


def _read(path: Path) -> tuple[tuple[Judgement, ...], int]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read ({error.strerror})") from error
    whole = content.rfind(b"\n") + 1
    lines = enumerate(content[:whole].split(b"\n"), start=1)
    return tuple(_parse(line, f"{path}, line {n}") for n, line in lines if line.strip()), whole


def _parse(line: bytes, place: str) -> Judgement:
    try:
        return parse_judgement(json.loads(line.decode("utf-8")))
    except (ValueError, AttributeError, BadJudgementError) as error:
        raise EvaluationError(f"{place}: this is no judgement ({error})") from error


class ResultFile:
    """Adds judgements, each whole and on the disk before the rater goes on. For several threads."""

    def __init__(self, path: Path) -> None:
        """Begin a file, or go on with the one that is there. Raises EvaluationError."""
        self._path = path
        self._lock = threading.Lock()
        self.judgements: list[Judgement] = []
        if path.exists():
            found, whole = _read(path)
            self.judgements = list(found)
            os.truncate(path, whole)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()

    def add(self, judgement: Judgement) -> bool:
        """Write one down; False where this rater has judged this message already."""
        line = json.dumps(judgement.record(), ensure_ascii=False).encode() + b"\n"
        with self._lock:
            if self.has(judgement.rater, judgement.set_sha256, judgement.item):
                return False
            with self._path.open("ab") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
            self.judgements.append(judgement)
        return True

    def has(self, rater: str, set_sha256: str, item: int) -> bool:
        """Whether a rater has judged a message."""
        wanted = (rater, set_sha256, item)
        return any((j.rater, j.set_sha256, j.item) == wanted for j in self.judgements)
