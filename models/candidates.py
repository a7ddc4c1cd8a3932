"""Sentences that a model weighs against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from models.beam import normalised
from models.engine import SentenceEngine, SentenceRequest


class Source(Enum):
    """Who wrote a sentence."""

    MODEL = "model"
    DRAFT = "draft"
    """Somebody else, and the model was only asked how likely it finds it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence, and how likely a model finds it for the words that were chosen."""

    text: str
    log_probability: float | None
    """Of all its tokens together, in nats; None where the model does not tell."""
    length: int
    """In tokens of the model."""
    source: Source = Source.MODEL

    def score(self, alpha: float) -> float:
        """Log-likelihood / tokens ** alpha; without one, as sure as can be: the model's choice."""
        return normalised(self.log_probability or 0.0, self.length, alpha)


class WeighingEngine(SentenceEngine, Protocol):
    """An engine that offers several sentences and can weigh one that somebody else wrote."""

    def candidates(self, request: SentenceRequest, draft: str | None = None) -> list[Candidate]: ...


def distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Each text once for each source, the first time: several ways may lead to the same text."""
    found: dict[tuple[str, Source], Candidate] = {}
    for candidate in candidates:
        found.setdefault((candidate.text, candidate.source), candidate)
    return list(found.values())
