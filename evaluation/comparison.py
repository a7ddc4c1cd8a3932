"""Several systems on one set: scores, chance, phenomena, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from evaluation.candidates import Candidate, Cost
from evaluation.jsonl_set import write_controls
from evaluation.metrics.base import Metric, Score
from evaluation.named_sets import TestSet
from evaluation.protocol import Protocol
from evaluation.published import Figure, published
from evaluation.task import Task

SIGNIFICANT: Final = 0.05
"""Below this a difference is taken not to come from the choice of items."""

FEWEST: Final = 5
"""Items below which a phenomenon gets no figure."""


@dataclass(frozen=True, slots=True)
class Row:
    """One system."""

    name: str
    scores: Mapping[str, Score]
    p_values: Mapping[str, float]
    """Metric -> how likely its difference from the baseline is by chance; empty for the baseline.
    """
    cost: Cost | None


@dataclass(frozen=True, slots=True)
class Difference:
    """An item to which the systems say something very different."""

    item: int
    """From 1."""
    keywords: tuple[str, ...]
    references: tuple[str, ...]
    said: Mapping[str, str]
    """System -> sentence."""
    values: Mapping[str, float]
    """System -> the metric of this sentence alone."""

    @property
    def spread(self) -> float:
        """Between the best and the worst."""
        return max(self.values.values()) - min(self.values.values())


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One metric on the items of each phenomenon."""

    metric: str
    counts: Mapping[str, int]
    """Phenomenon -> items, the most frequent first."""
    values: Mapping[str, Mapping[str, float]]
    """Phenomenon -> system -> figure."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that tables, plots and pages show."""

    test_set: TestSet
    protocol: Protocol
    metrics: Mapping[str, Metric]
    rows: tuple[Row, ...]
    published: tuple[Figure, ...]
    """Figures of others on this set."""
    baseline: str
    breakdowns: tuple[Breakdown, ...]
    differences: tuple[Difference, ...]

    def best(self, metric: str) -> frozenset[str]:
        """The systems that are nearest to perfect, as far as two decimals tell."""
        goal = self.metrics[metric].best
        if goal is None:
            return frozenset()
        far = {row.name: round(abs(row.scores[metric].score - goal), 2) for row in self.rows}
        return frozenset(name for name, value in far.items() if value == min(far.values()))

    def as_json(self) -> dict[str, Any]:
        """The same as one object, for other programs."""
        return {
            "set": {"name": self.test_set.name, "sha256": self.test_set.checksum},
            "protocol": self.protocol.name,
            "baseline": self.baseline,
            "systems": {row.name: _row_record(row) for row in self.rows},
            "published": [asdict(figure) for figure in self.published],
            "phenomena": {part.metric: part.values for part in self.breakdowns},
            "items": dict(self.breakdowns[0].counts) if self.breakdowns else {},
            "differences": [
                asdict(found)
                | {"controls": write_controls(self.test_set.items[found.item - 1].controls)}
                for found in self.differences
            ],
        }


def _row_record(row: Row) -> dict[str, Any]:
    return {
        "scores": {name: score.as_json() for name, score in row.scores.items()},
        "p_values": dict(row.p_values),
        "cost": asdict(row.cost) if row.cost else None,
    }


def compare(
    candidates: Sequence[Candidate],
    test_set: TestSet,
    metrics: Mapping[str, Metric],
    protocol: Protocol,
    *,
    baseline: str | None = None,
    most_differences: int = 10,
    dull: Collection[str] = (),
) -> Comparison:
    """Score every candidate; the baseline is the first where none is named.

    Differences of the dull systems are not looked for, as far as two others are there.

    Phenomena and differences are told by metrics that mean something for one item: exact match and
    chrF, as far as they are among the metrics, else the first metric.
    """
    task = Task.of(test_set, protocol)
    telling = [candidate for candidate in candidates if candidate.name not in dull]
    telling = telling if len(telling) > 1 else list(candidates)
    first = next((c for c in candidates if c.name == baseline), candidates[0])
    told = [name for name in ("exact", "chrf", "chrf++") if name in metrics] or list(metrics)[:1]
    return Comparison(
        test_set=test_set,
        protocol=protocol,
        metrics=metrics,
        rows=tuple(_row(candidate, first, task, metrics) for candidate in candidates),
        published=published_on(test_set.name, protocol, metrics),
        baseline=first.name,
        breakdowns=tuple(_breakdown(n, metrics[n], candidates, test_set, task) for n in told),
        differences=_differences(metrics[told[-1]], telling, test_set, task)[:most_differences],
    )


def published_on(
    set_name: str, protocol: Protocol, metrics: Mapping[str, Metric]
) -> tuple[Figure, ...]:
    """Figures of others that may stand beside ours: same set, same protocol, same metric."""
    if protocol.name != "thesis":
        return ()
    return tuple(figure for figure in published(set_name) if figure.scores.keys() & metrics.keys())


def _row(
    candidate: Candidate, baseline: Candidate, task: Task, metrics: Mapping[str, Metric]
) -> Row:
    scores, p_values = {}, {}
    for name, metric in metrics.items():
        scores[name] = task.score(metric, candidate.hypotheses)
        if candidate is not baseline:
            p_values[name] = task.p_value(metric, baseline.hypotheses, candidate.hypotheses)
    return Row(candidate.name, scores, p_values, candidate.cost)


def _breakdown(
    name: str, metric: Metric, candidates: Sequence[Candidate], test_set: TestSet, task: Task
) -> Breakdown:
    counted = Counter(tag for item in test_set.items for tag in item.tags)
    counts = {tag: count for tag, count in counted.most_common() if count >= FEWEST}
    values: dict[str, dict[str, float]] = {}
    quick = metric.without_interval()
    for tag in counts:
        places = [i for i, item in enumerate(test_set.items) if tag in item.tags]
        part = task.part(places)
        values[tag] = {
            candidate.name: part.score(quick, [candidate.hypotheses[i] for i in places]).score
            for candidate in candidates
        }
    return Breakdown(name, counts, values)


def _differences(
    metric: Metric, candidates: Sequence[Candidate], test_set: TestSet, task: Task
) -> tuple[Difference, ...]:
    """Items by how far the systems lie apart, the furthest first."""
    values = {c.name: task.each(metric, c.hypotheses) for c in candidates}
    found = (
        Difference(
            item=place + 1,
            keywords=item.keywords,
            references=item.references,
            said={candidate.name: candidate.hypotheses[place] for candidate in candidates},
            values={name: each[place] for name, each in values.items()},
        )
        for place, item in enumerate(test_set.items)
    )
    differing = [difference for difference in found if difference.spread > 0]
    return tuple(sorted(differing, key=lambda d: (-d.spread, d.item)))
