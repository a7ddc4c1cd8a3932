"""Every metric by its name; a metric is a value with a pure `score(hyps, refs, sources)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import metadata
from typing import Final

from evaluation.errors import EvaluationError
from evaluation.metrics import counting
from evaluation.metrics.base import Metric, References, Sampling, Score, Source
from evaluation.metrics.comet import CometOptions, comet_metric
from evaluation.metrics.sacre import SacreMetric
from evaluation.metrics.sampling import Counts, RatioMetric
from evaluation.protocol import PLAIN, Protocol

__all__ = [
    "DEFAULT",
    "NAMES",
    "NEED_LANGUAGE",
    "CometOptions",
    "Metric",
    "MetricOptions",
    "References",
    "Sampling",
    "Score",
    "Source",
    "all_metrics",
    "metrics_named",
]


@dataclass(frozen=True, slots=True)
class MetricOptions:
    """What decides the figures beside the sentences."""

    protocol: Protocol = PLAIN
    sampling: Sampling = field(default_factory=Sampling)
    comet: CometOptions = field(default_factory=CometOptions)


_ALIASES: Final = {
    "chrf++": "chrf",
    "rouge": "rouge-l",
    "rougel": "rouge-l",
    "length-ratio": "length",
}

DEFAULT: Final = ("bleu", "chrf", "ter", "rouge-l", "exact", "coverage", "unfaithful", "length")
"""What is computed where nothing is asked for: all that needs no weights."""

NEED_LANGUAGE: Final = frozenset({"coverage", "unfaithful"})
"""Metrics that must know in which language a sentence is."""


def all_metrics(options: MetricOptions | None = None) -> Mapping[str, Metric]:
    """Name -> metric."""
    options = options or MetricOptions()
    draw, bleu = options.sampling, options.protocol.bleu
    metrics: Sequence[Metric] = (
        SacreMetric("bleu", "BLEU", "BLEU", bleu, sampling=draw),
        SacreMetric("chrf", "chrF++", "CHRF", {"word_order": 2}, sampling=draw),
        SacreMetric("ter", "TER", "TER", best=0.0, sampling=draw),
        comet_metric(replace(options.comet, lower_sources=options.protocol.lowers), draw),
        *(_rouge(kind, draw) for kind in ("1", "2", "L")),
        RatioMetric("exact", "exact %", counting.exact, "exact|case:mixed", sampling=draw),
        _own("coverage", "words said %", counting.coverage, 100.0, draw),
        _own("unfaithful", "unfaithful %", counting.unfaithful, 0.0, draw),
        RatioMetric(
            "length", "length", counting.length, "length|ref:nearest", 1.0, 1.0, sampling=draw
        ),
    )
    return {metric.name: metric for metric in metrics}


def metrics_named(
    names: Sequence[str], options: MetricOptions | None = None
) -> Mapping[str, Metric]:
    """The metrics asked for, under the names by which they were asked for.

    Raises EvaluationError for an unknown one.
    """
    known = all_metrics(options)
    wanted = {}
    for name in names:
        key = name.lower()
        metric = known.get(_ALIASES.get(key, key))
        if metric is None:
            raise EvaluationError(f"there is no metric {name!r}; there are {', '.join(known)}")
        wanted[key] = metric
    return wanted


def _rouge(kind: str, sampling: Sampling) -> Metric:
    name = f"rouge-{kind.lower()}"
    signature = f"rouge{kind}|fmeasure|case:lc|tok:unicode-words|version:{_version('rouge-score')}"
    count = counting.rouge(f"rouge{kind}")
    return RatioMetric(name, f"ROUGE-{kind}", count, signature, sampling=sampling)


def _own(
    name: str, title: str, count: Callable[..., Counts], best: float, sampling: Sampling
) -> Metric:
    signature = f"{name}|models.faithful|version:{_version('aac-communicator')}"
    return RatioMetric(name, title, count, signature, best, as_said=True, sampling=sampling)


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"


NAMES: Final = tuple(all_metrics())
"""What may be asked for."""
