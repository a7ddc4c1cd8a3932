"""A set as metrics see it: prepared by a protocol, or as it is for those that want it so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from evaluation.metrics.base import Metric, References, Source
from evaluation.named_sets import TestSet
from evaluation.protocol import Protocol


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

    def sentences(self, metric: Metric, hypotheses: Sequence[str]) -> Sequence[str]:
        """What a system said, as the metric reads it."""
        return hypotheses if metric.as_said else list(map(self.protocol.sentence, hypotheses))

    def against(self, metric: Metric) -> tuple[References, Sequence[Source]]:
        """What the metric sets the sentences against."""
        return (self.references if metric.as_said else self.prepared), self.sources

    def part(self, places: Sequence[int]) -> Self:
        """Some items alone, by their places from 0."""
        return type(self)(
            self.protocol,
            [self.references[i] for i in places],
            [self.prepared[i] for i in places],
            [self.sources[i] for i in places],
        )
