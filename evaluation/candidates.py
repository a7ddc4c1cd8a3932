"""The systems that are compared: what each said, and what it cost."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import BadRunError, EvaluationError
from evaluation.hypotheses import read_hypotheses
from evaluation.named_sets import TestSet
from evaluation.runs import Run, read_run


@dataclass(frozen=True, slots=True)
class Cost:
    """What the sentences of a run took."""

    median: float
    """Seconds from the request to the sentence."""
    slow: float
    """The 95th percentile of the same."""
    tokens_per_second: float | None
    memory: int | None
    """The most resident bytes after an answer."""
    size: int | None
    """Bytes of the weights on disk."""
    declined: int
    """Messages that were said as they were chosen, for the engine would not."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A system and what it said to every item of the set."""

    name: str
    hypotheses: tuple[str, ...]
    cost: Cost | None = None
    """None for sentences of which nothing else is known."""


def read_candidates(wanted: Sequence[str], test_set: TestSet) -> tuple[Candidate, ...]:
    """Predictions (`run.jsonl`) or `NAME=sentences.txt`, in the order given.

    Raises EvaluationError where two have the same name or one is of another set.
    """
    candidates = tuple(_read(text, test_set) for text in wanted)
    names = [candidate.name for candidate in candidates]
    for name in names:
        if names.count(name) > 1:
            raise EvaluationError(f"two systems are called {name!r}; say NAME=FILE for one")
    return candidates


def _read(text: str, test_set: TestSet) -> Candidate:
    name, parted, file = text.partition("=")
    path = Path(file if parted else text)
    if path.suffix != ".jsonl":
        return Candidate(name if parted else path.stem, read_hypotheses(path, test_set))
    run = read_run(path)
    checksum = run.header["set"]["sha256"]
    if checksum != test_set.checksum:
        said = run.header["set"]["name"]
        raise BadRunError(
            f"{path}, line 1: it answers another set than {test_set.path} ({said}, SHA-256 "
            f"{checksum}); predict again"
        )
    return Candidate(name if parted else run.name, read_hypotheses(path, test_set), cost(run))


def cost(run: Run) -> Cost:
    """The figures of a run that are not about words."""
    seconds = [answer.seconds for answer in run.answers]
    counted = [(a.tokens, a.seconds) for a in run.answers if a.tokens is not None]
    written, took = (sum(column) for column in zip(*counted, strict=True)) if counted else (0, 0.0)
    memory = [answer.memory for answer in run.answers if answer.memory is not None]
    return Cost(
        median=statistics.median(seconds),
        slow=sorted(seconds)[int(0.95 * (len(seconds) - 1))],
        tokens_per_second=written / took if took else None,
        memory=max(memory, default=None),
        size=run.header["system"]["size"],
        declined=sum(answer.declined is not None for answer in run.answers),
    )
