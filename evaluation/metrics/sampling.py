"""Metrics that are a ratio of sums over the items, with a bootstrap as sacrebleu does its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np

from evaluation.metrics.base import References, Sampling, Score, Source

Counts = Sequence[tuple[float, float]]
"""For each item a numerator and a denominator; for a mean the denominators are 1."""


@dataclass(frozen=True, slots=True)
class RatioMetric:
    """100 x the sum of numerators by the sum of denominators (or another scale)."""

    name: str
    title: str
    count: Callable[[Sequence[str], References, Sequence[Source]], Counts]
    signature: str
    best: float | None = 100.0
    scale: float = 100.0
    as_said: bool = False
    sampling: Sampling = Sampling()  # noqa: RUF009 (it is frozen)

    def without_interval(self) -> Self:
        """The same metric, quicker: its scores have no interval."""
        return replace(self, sampling=replace(self.sampling, samples=0))

    def score(self, hyps: Sequence[str], refs: References, sources: Sequence[Source]) -> Score:
        """The figure, with the percentiles of a bootstrap over the items."""
        counts = np.array(self.count(hyps, refs, sources), dtype=float)
        low = high = None
        if self.sampling.samples:
            low, high = interval(self._resampled(counts, _draw(len(counts), self.sampling)))
        return Score(self._ratio(counts), low, high, self._signed())

    def each(self, hyps: Sequence[str], refs: References, sources: Sequence[Source]) -> list[float]:
        """The ratio of each item; an item with nothing to divide by counts as perfect."""
        perfect = self.scale if self.best is None else self.best
        return [
            self.scale * over / under if under else perfect
            for over, under in self.count(hyps, refs, sources)
        ]

    def p_value(
        self,
        baseline: Sequence[str],
        other: Sequence[str],
        refs: References,
        sources: Sequence[Source],
    ) -> float:
        """By a paired bootstrap: both systems on the same drawn items."""
        one, two = (np.array(self.count(h, refs, sources), dtype=float) for h in (baseline, other))
        drawn = _draw(len(one), self.sampling)
        differences = np.abs(self._resampled(two, drawn) - self._resampled(one, drawn))
        return p_value(differences, abs(self._ratio(two) - self._ratio(one)))

    def _ratio(self, counts: Any) -> float:
        over, under = counts.sum(axis=0)
        return float(self.scale * over / under) if under else 0.0

    def _resampled(self, counts: Any, drawn: Any) -> Any:
        over, under = counts[drawn].sum(axis=1).T
        return self.scale * np.divide(over, under, out=np.zeros_like(over), where=under > 0)

    def _signed(self) -> str:
        if not self.sampling.samples:
            return self.signature
        return f"{self.signature}|bs:{self.sampling.samples}|seed:{self.sampling.seed}"


def _draw(items: int, sampling: Sampling) -> Any:
    """Item numbers of every sample, a row each."""
    rng = np.random.default_rng(sampling.seed)
    return rng.choice(items, size=(max(1, sampling.samples), items), replace=True)


def interval(scores: Any) -> tuple[float, float]:
    """The 95 % in the middle of resampled scores, cut as sacrebleu's estimate_ci does."""
    ordered = np.sort(scores)
    cut = len(ordered) // 40
    return float(ordered[cut]), float(ordered[len(ordered) - cut - 1])


def p_value(differences: Any, real: float) -> float:
    """The share of resampled differences that lie further from their mean than the real one from
    0, as sacrebleu's significance module computes it (after Koehn 2004, and Riezler and Maxwell
    2005). The same figure twice is no difference at all: 1.
    """
    if not real:
        return 1.0
    centred = differences - differences.mean()
    return float((np.sum(centred > real) + 1) / (len(differences) + 1))
