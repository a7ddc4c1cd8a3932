"""Judge every engine on every set that is named, and write the results as one document.

Predictions are kept in --work, so the same command goes on where it stopped, and asks only the
systems that are new. In the document the part between two marks is written anew; what stands
outside of them stays.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from evaluation.candidates import Candidate, cost
from evaluation.comparison import Comparison, compare
from evaluation.metrics import metrics_named
from evaluation.named_sets import TestSet, known_sets, open_set
from evaluation.predict import predict, progress_bar
from evaluation.protocol import PROTOCOLS, THESIS
from evaluation.published import published
from evaluation.results import Results, write_results
from evaluation.runs import RunWriter, is_same_run, read_run, run_header
from evaluation.score import add_metric_options, default_metrics, metric_options
from evaluation.systems import SystemChoice, open_system

_SHOTS: Final = 5
"""As many examples as the published figures have."""
_PRETRAINED: Final = Path(__file__).parent.parent / "models" / "pretrained"


@dataclass(frozen=True, slots=True)
class Planned:
    """One system of the report, and the arguments that choose it on the command line."""

    choice: SystemChoice
    arguments: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add = parser.add_argument
    add("--set", action="append", required=True, metavar="SET", help="a name or NAME=FILE")
    help_ = "a GGUF file beside those in models/pretrained"
    add("--model", action="append", default=[], type=Path, metavar="FILE", help=help_)
    help_ = "a GGUF file that was not adapted: it is asked with 5 examples"
    add("--base", action="append", default=[], type=Path, metavar="FILE", help=help_)
    add("--work", type=Path, required=True, metavar="FOLDER", help="where predictions are kept")
    add("--output", type=Path, required=True, metavar="FILE.md", help="the document")
    add("--note", default="", help="a sentence about the computer, for the reader")
    add_metric_options(parser)


def run(options: argparse.Namespace) -> None:
    """Predict what is missing, compare, and write."""
    systems = planned_systems(options.model, options.base)
    comparisons, commands = [], []
    for wanted in options.set:
        test_set = open_set(wanted)
        candidates = [_candidate(plan, test_set, options.work) for plan in systems]
        comparisons.append(_compared(candidates, test_set, options))
        commands += _commands(systems, comparisons[-1])
    results = Results(
        tuple(comparisons),
        tuple(commands),
        shlex.join(["aac-evaluate", *map(_short, options.typed)]),
        options.note,
        datetime.now(UTC).date().isoformat(),
    )
    write_results(results, options.output)
    print(f"{options.output}: {len(systems)} systems on {len(comparisons)} sets")


def planned_systems(models: Sequence[Path] = (), bases: Sequence[Path] = ()) -> list[Planned]:
    """The words as chosen, the rules, each base behind examples, and each model alone and as in the
    program.
    """
    names = ("telegraphic", "rules")
    plans = [Planned(SystemChoice(name), ("--engine", name)) for name in names]
    for path in bases:
        shots = ("--engine", "gguf", "--model", path.name, "--few-shot", str(_SHOTS))
        plans.append(Planned(SystemChoice("gguf", str(path), few_shot=_SHOTS), shots))
    for path in [*sorted(_PRETRAINED.glob("*.gguf")), *models]:
        call = ("--engine", "gguf", "--model", path.name)
        plans.append(Planned(SystemChoice("gguf", str(path)), call))
        plans.append(Planned(SystemChoice("gguf", str(path), checked=True), (*call, "--checked")))
    return plans


def _candidate(plan: Planned, test_set: TestSet, work: Path) -> Candidate:
    """What a system says to the set, asked now as far as it was not asked before."""
    with open_system(plan.choice, test_set.language or "es") as system:
        name = system.description.name
        header = run_header(
            system.description,
            test_set,
            started=datetime.now(UTC).isoformat(timespec="seconds"),
            command=_predict_command(plan, test_set, name),
            load_seconds=0.0,
        )
        path = work / _file(test_set, name)
        print(f"{test_set.name}: {name}", file=sys.stderr)
        with RunWriter(path, header, overwrite=not is_same_run(path, header)) as writer:
            predict(system, test_set, writer, watch=progress_bar)
    done = read_run(path)
    return Candidate(name, tuple(answer.hypothesis for answer in done.answers), cost(done))


def _compared(
    candidates: Sequence[Candidate], test_set: TestSet, options: argparse.Namespace
) -> Comparison:
    """By the protocol of what is published, where something is published on the set."""
    protocol = THESIS if published(test_set.name) else PROTOCOLS[options.protocol]
    how = replace(metric_options(options), protocol=protocol)
    metrics = metrics_named(options.metric or default_metrics(test_set), how)
    return compare(
        candidates,
        test_set,
        metrics,
        protocol,
        baseline="rules",
        most_differences=8,
        dull={"telegraphic"},
    )


def _commands(systems: Sequence[Planned], found: Comparison) -> list[str]:
    """What a reader types to get the table of one set."""
    names = [row.name for row in found.rows]
    pairs = zip(systems, names, strict=True)
    lines = [_predict_command(plan, found.test_set, name) for plan, name in pairs]
    runs = [_file(found.test_set, name) for name in names]
    call = ["aac-evaluate", "compare", "--set", _named(found.test_set), *runs]
    call += ["--protocol", found.protocol.name, "--baseline", found.baseline]
    return [*lines, shlex.join(call)]


def _predict_command(plan: Planned, test_set: TestSet, name: str) -> str:
    call = ["aac-evaluate", "predict", "--set", _named(test_set), *plan.arguments]
    return shlex.join([*call, "--output", _file(test_set, name)])


def _named(test_set: TestSet) -> str:
    """The set on a command line; where a set lies is the reader's own affair."""
    if test_set.name not in known_sets():
        return test_set.path.name
    comes_along = test_set.path.parent == Path(__file__).parent / "data"
    return test_set.name if comes_along else f"{test_set.name}={test_set.path.name}"


def _file(test_set: TestSet, name: str) -> str:
    return f"{test_set.name}.{name}.jsonl"


def _short(argument: str) -> str:
    """An argument without folders of this computer outside of the project."""
    name, parted, file = argument.partition("=")
    path = Path(file if parted else name)
    if not path.is_absolute() and ".." not in path.parts:
        return argument
    return f"{name}={path.name}" if parted else path.name
