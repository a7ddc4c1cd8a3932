"""How fast is a sentence there after the last tap? Percentiles, tokens a second, load, memory.

Every engine is measured in a process of its own, beside a bare loop of llama.cpp and one of
transformers over the same weights in the same run: the ratios to them say more than milliseconds,
which say as much about the computer. Once with the cores idle, once with all of them kept busy.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

from evaluation.errors import EvaluationError
from evaluation.quick import daily
from evaluation.speed.burden import Burden
from evaluation.speed.subject import LLAMA_LOOP, TRANSFORMERS_LOOP, Subject, as_json
from evaluation.speed.table import as_records, markdown, rows
from evaluation.testset import read_test_set
from models.engine import LANGUAGES
from models.engines import shipped_model

_LONGEST_S: Final = 600


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add = parser.add_argument
    add("--language", choices=LANGUAGES, default="es")
    add("--model", type=Path, metavar="FILE", help="a GGUF file; default: the one that ships")
    add("--set", type=Path, metavar="FILE", help="messages; default: the daily ones")
    add("--messages", type=int, default=20, help="how many of them, spread over the set (20)")
    add("--rounds", type=int, default=2, help="how often they are gone through (2)")
    add("--busy", type=int, default=os.cpu_count() or 1, metavar="CORES", help="0: only idle")
    add("--no-transformers", action="store_true", help="without the bare loop of transformers")
    add("--json", action="store_true", help="everything as JSON")


def run(options: argparse.Namespace) -> None:
    """Measure, and print the table."""
    subjects = subjects_of(options)
    failures: dict[str, str] = {}
    measured: dict[str, list[Mapping[str, Any]]] = {}
    try:
        for condition in ("idle", "busy")[: 2 if options.busy else 1]:
            measured[condition] = []
            with Burden(options.busy) if condition == "busy" else nullcontext():
                _measure(subjects, condition, measured[condition], failures)
    except KeyboardInterrupt:
        failures["the rest"] = "interrupted"
    if not any(measured.values()):
        raise EvaluationError(f"nothing could be measured: {next(iter(failures.values()))}")
    made = rows(measured)
    if options.json:
        said = {"about": _about(options), "rows": as_records(made), "not_run": failures}
        print(json.dumps(said, indent=1, ensure_ascii=False))
    else:
        print(markdown(made, failures, _about(options)), end="")


def subjects_of(options: argparse.Namespace) -> list[Subject]:
    """All that is measured: without a model only the engines that need none."""
    if options.messages < 1 or options.rounds < 1 or options.busy < 0:
        raise EvaluationError("--messages and --rounds must be above 0, --busy not below")
    items = read_test_set(options.set or daily(options.language))
    taken = items[:: max(1, len(items) // options.messages)][: options.messages]
    words = tuple(item.keywords for item in taken)
    common: dict[str, Any] = {
        "language": options.language,
        "messages": words,
        "rounds": options.rounds,
    }
    subjects = [Subject(name, engine=name, **common) for name in ("telegraphic", "rules")]
    weights = options.model or shipped_model()
    if weights is None:
        print("No model: only the rules and the bare words are measured.", file=sys.stderr)
        return subjects
    if not weights.is_file():
        raise EvaluationError(f"{weights}: there is no such file")
    common["model"] = str(weights)
    subjects += [
        Subject("gguf, greedy", engine="gguf", **common),
        Subject("as in the program", engine="gguf", checked=True, **common),
        Subject(LLAMA_LOOP, **common),
    ]
    return (
        subjects if options.no_transformers else [*subjects, Subject(TRANSFORMERS_LOOP, **common)]
    )


def _measure(
    subjects: Sequence[Subject],
    condition: str,
    results: list[Mapping[str, Any]],
    failures: dict[str, str],
) -> None:
    """Add what each subject's process tells, as it comes."""
    for subject in subjects:
        print(f"{subject.name}, {condition}...", file=sys.stderr, flush=True)
        try:
            results.append(_in_a_process(subject))
        except EvaluationError as error:
            failures[subject.name] = str(error)


def _in_a_process(subject: Subject) -> Mapping[str, Any]:
    command = [sys.executable, "-W", "ignore", "-m", "evaluation.speed.subject"]
    try:
        done = subprocess.run(
            command,
            input=as_json(subject),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_LONGEST_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EvaluationError(f"it took longer than {_LONGEST_S} s") from error
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        last = (done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"])[-1]
        raise EvaluationError(last.removeprefix("error: "))
    result: Mapping[str, Any] = json.loads(lines[-1])
    return result


def _about(options: argparse.Namespace) -> str:
    weights = options.model or shipped_model()
    model = f"{weights.name} ({weights.stat().st_size / 1e6:.0f} MB), " if weights else ""
    return (
        f"{model}{options.messages} messages in {options.language}, {options.rounds} rounds, on "
        f"{os.cpu_count()} processors ({platform.machine()}); from the last tap to the sentence, "
        f"greedy where not said otherwise."
    )
