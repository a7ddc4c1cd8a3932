"""Score sentences against the references of a set: corpus metrics with 95 % intervals."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.hypotheses import read_hypotheses
from evaluation.metrics import (
    DEFAULT,
    NAMES,
    NEED_LANGUAGE,
    CometOptions,
    Metric,
    MetricOptions,
    Sampling,
    Score,
    metrics_named,
)
from evaluation.metrics.comet import PUBLISHED_MODEL
from evaluation.named_sets import TestSet, add_set_options, open_set
from evaluation.numbers import natural, positive
from evaluation.protocol import PROTOCOLS, Protocol
from evaluation.task import Task


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add_set_options(parser, "--references")
    add = parser.add_argument
    help_ = "one sentence a line, or predictions (.jsonl)"
    add("--hypotheses", type=Path, required=True, metavar="FILE", help=help_)
    add_metric_options(parser)
    add("--json", action="store_true", help="print the scores as JSON")


def add_metric_options(parser: argparse.ArgumentParser) -> None:
    """Which metrics, and how they are computed."""
    add = parser.add_argument
    names = ", ".join(NAMES)
    add("--metric", action="append", metavar="NAME", help=f"may be repeated; one of {names}")
    add("--protocol", choices=tuple(PROTOCOLS), default="plain", help="how sentences are prepared")
    add("--comet-model", default=PUBLISHED_MODEL, metavar="NAME", help="or a folder")
    add("--batch-size", type=positive, default=16, help="of COMET (16)")
    add("--device", choices=("cpu", "gpu"), default="cpu", help="of COMET (cpu)")
    help_ = "samples of the bootstrap (1000); 0 leaves the intervals out"
    add("--bootstrap", type=natural, default=1000, metavar="N", help=help_)
    add("--bootstrap-seed", type=natural, default=12345, metavar="N")


def metric_options(options: argparse.Namespace) -> MetricOptions:
    """What add_metric_options has read."""
    return MetricOptions(
        PROTOCOLS[options.protocol],
        Sampling(options.bootstrap, options.bootstrap_seed),
        CometOptions(options.comet_model, options.batch_size, options.device),
    )


def default_metrics(test_set: TestSet) -> tuple[str, ...]:
    """What is computed where nothing is asked for; the program's own check needs a language."""
    return DEFAULT if test_set.language else tuple(n for n in DEFAULT if n not in NEED_LANGUAGE)


def run(options: argparse.Namespace) -> None:
    """Score and print."""
    how = metric_options(options)
    test_set = open_set(options.references, options.language)
    metrics = metrics_named(options.metric or default_metrics(test_set), how)
    hypotheses = read_hypotheses(options.hypotheses, test_set)
    scores = score(hypotheses, test_set, metrics, how.protocol)
    if options.json:
        print(json.dumps({name: found.as_json() for name, found in scores.items()}, indent=2))
        return
    for name, found in scores.items():
        print(f"{metrics[name].title:14} {_shown(found)}   {found.signature}")


def score(
    hypotheses: Sequence[str],
    test_set: TestSet,
    metrics: Mapping[str, Metric],
    protocol: Protocol,
) -> dict[str, Score]:
    """Every metric on the sentences, prepared as the protocol says."""
    task = Task.of(test_set, protocol)
    return {name: task.score(metric, hypotheses) for name, metric in metrics.items()}


def _shown(found: Score) -> str:
    if found.low is None or found.high is None:
        return f"{found.score:7.2f}"
    return f"{found.score:7.2f}  95 % {found.low:6.2f} to {found.high:6.2f}"
