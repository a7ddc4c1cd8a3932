"""How good the sentences of a method are, in the figures of summarisation studies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.metrics import MetricOptions, all_metrics
from evaluation.metrics.base import Metric, Sampling
from evaluation.metrics.sacre import SacreMetric

_ONCE = Sampling(samples=0)


@dataclass(frozen=True, slots=True)
class Quality:
    """All from 0 to 100, the higher the better."""

    bleu: float
    precisions: tuple[float, ...]
    """BLEU's shares of right n-grams, of one to four words."""
    rouge1: float
    rouge2: float
    rouge_l: float
    chrf: float
    exact: float
    """Sentences that are one of their references, letter for letter."""
    valid: float
    """Sentences in which models.faithful finds nothing wrong."""


def quality(
    sentences: Sequence[str], references: Sequence[Sequence[str]], valid: Sequence[bool]
) -> Quality:
    """Set sentences against all their references. There must be one sentence at least."""
    metrics = _metrics()
    scores = {name: metric.score(sentences, references, ()) for name, metric in metrics.items()}
    parts = scores["bleu"].parts or {}
    return Quality(
        bleu=scores["bleu"].score,
        precisions=tuple(parts[f"precision-{order}"] for order in range(1, 5)),
        rouge1=scores["rouge-1"].score,
        rouge2=scores["rouge-2"].score,
        rouge_l=scores["rouge-l"].score,
        chrf=scores["chrf"].score,
        exact=scores["exact"].score,
        valid=100 * sum(valid) / len(valid),
    )


def _metrics() -> Mapping[str, Metric]:
    """Those of `aac-evaluate score` without their intervals, and chrF as the studies have it."""
    known = all_metrics(MetricOptions(sampling=_ONCE))
    wanted = {name: known[name] for name in ("bleu", "rouge-1", "rouge-2", "rouge-l", "exact")}
    return wanted | {"chrf": SacreMetric("chrf", "chrF", "CHRF", sampling=_ONCE)}
