"""Measure one GGUF file in a process of its own, so that its memory is its own.

    python -m evaluation.ablations.measuring < task.json > measured.json

The model is alone: no rules, no check, so that nothing hides what it says itself.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from evaluation.choices import SystemChoice
from evaluation.errors import EvaluationError
from evaluation.memory import peak_bytes
from evaluation.methods.speaking import spread
from evaluation.metrics import MetricOptions, Sampling, metrics_named
from evaluation.named_sets import TestSet, open_set
from evaluation.predict import answer_of
from evaluation.protocol import PLAIN, THESIS
from evaluation.published import published
from evaluation.systems import System, open_system
from evaluation.task import Task
from models.decoding import Decoding
from models.errors import EngineError

_METRICS = ("bleu", "exact", "unfaithful")


@dataclass(frozen=True, slots=True)
class MeasuringTask:
    """What the process needs to know."""

    model: str
    beam: int
    sets: tuple[str, ...]
    items: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What a file is worth, and what it costs."""

    scores: dict[str, dict[str, float]]
    """By set: bleu, exact and unfaithful, 0 to 100."""
    median: float
    """Seconds from request to sentence."""
    slow: float
    """The 95th percentile of the same."""
    cpu: float
    """Seconds of processor time for a sentence, in the mean; other work does not lengthen it."""
    load: float
    """Seconds until the model was there."""
    peak_ram: int
    """Bytes."""
    size: int
    """Bytes of the file."""


def measure(task: MeasuringTask) -> Measured:
    """Load the file, and let it say every message. Raises what loading and predicting raise."""
    sets = [_part(open_set(name), task.items) for name in task.sets]
    choice = SystemChoice("gguf", task.model, decoding=Decoding(beam=task.beam))
    begun = time.perf_counter()
    with open_system(choice) as system:
        load = time.perf_counter() - begun
        answer_of(system, sets[0].items[0], 1, sets[0].language_of(sets[0].items[0]))
        cpu_begun = time.process_time()
        said = {test_set.name: _said(system, test_set) for test_set in sets}
        cpu = time.process_time() - cpu_begun
    seconds = sorted(took for answers in said.values() for _text, took in answers)
    return Measured(
        {each.name: _scores(each, [text for text, _took in said[each.name]]) for each in sets},
        statistics.median(seconds),
        seconds[int(0.95 * (len(seconds) - 1))],
        cpu / len(seconds),
        load,
        peak_bytes(),
        system.description.size or 0,
    )


def _part(test_set: TestSet, items: int) -> TestSet:
    return replace(test_set, items=spread(test_set.items, items))


def _said(system: System, test_set: TestSet) -> list[tuple[str, float]]:
    answers = (
        answer_of(system, item, number, test_set.language_of(item))
        for number, item in enumerate(test_set.items, start=1)
    )
    return [(answer.hypothesis, answer.seconds) for answer in answers]


def _scores(test_set: TestSet, said: Sequence[str]) -> dict[str, float]:
    """By the protocol of what is published, where something is published on the set."""
    protocol = THESIS if published(test_set.name) else PLAIN
    metrics = metrics_named(_METRICS, MetricOptions(protocol, Sampling(samples=0)))
    task = Task.of(test_set, protocol)
    return {name: task.score(metric, said).score for name, metric in metrics.items()}


def main() -> int:
    """Read the task, and print what was measured."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    task = MeasuringTask(**json.loads(sys.stdin.read()))
    try:
        measured = measure(task)
    except (EvaluationError, EngineError) as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(asdict(measured)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
