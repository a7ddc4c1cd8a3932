"""A set as metrics see it: prepared by a protocol, or as it is for those that want it so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from evaluation.metrics.base import Metric, References, Score, Source
from evaluation.named_sets import TestSet
from evaluation.protocol import PLAIN, Protocol


@dataclass(frozen=True, slots=True)
class Task:
    """References and sources of a set."""

    protocol: Protocol
    references: References
    prepared: References
    """The references as the protocol compares them."""
    sources: Sequence[Source]

    @classmethod
    def of(cls, test_set: TestSet, protocol: Protocol) -> Self:
        """The set under a protocol."""
        references = [item.references for item in test_set.items]
        sources = [
            Source(item.keywords, item.language or test_set.language, item.controls)
            for item in test_set.items
        ]
        return cls(protocol, references, list(map(protocol.references, references)), sources)

    def score(self, metric: Metric, hypotheses: Sequence[str]) -> Score:
        """The metric on what a system said; the signature names the protocol."""
        found = metric.score(self._sentences(metric, hypotheses), *self._against(metric))
        if metric.as_said or self.protocol == PLAIN:
            return found
        return replace(found, signature=f"{found.signature}|protocol:{self.protocol.name}")

    def each(self, metric: Metric, hypotheses: Sequence[str]) -> list[float]:
        """The metric on every sentence alone."""
        return metric.each(self._sentences(metric, hypotheses), *self._against(metric))

    def p_value(self, metric: Metric, baseline: Sequence[str], other: Sequence[str]) -> float:
        """How likely the difference of two systems is by chance."""
        one, two = (self._sentences(metric, hypotheses) for hypotheses in (baseline, other))
        return metric.p_value(one, two, *self._against(metric))

    def _sentences(self, metric: Metric, hypotheses: Sequence[str]) -> Sequence[str]:
        return hypotheses if metric.as_said else list(map(self.protocol.sentence, hypotheses))

    def _against(self, metric: Metric) -> tuple[References, Sequence[Source]]:
        return (self.references if metric.as_said else self.prepared), self.sources

    def part(self, places: Sequence[int]) -> Self:
        """Some items alone, by their places from 0."""
        return type(self)(
            self.protocol,
            [self.references[i] for i in places],
            [self.prepared[i] for i in places],
            [self.sources[i] for i in places],
        )
