"""Compare ways of fine-tuning: full, LoRA, QLoRA, IA3, prefix and prompt tuning, on one base.

Each method is trained in a process of its own, over the same pairs and for as many steps; what it
says, costs and can be relied on for goes into one table (Markdown and JSON) and one plot. A method
whose result is in the folder already is not trained again.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from evaluation.errors import EvaluationError
from evaluation.methods import table
from evaluation.methods.plan import DEFAULTS, Plan, Task, parse_method
from evaluation.methods.plot import draw
from evaluation.quick import daily
from evaluation.systems import sha256
from evaluation.testset import read_test_set
from models.engine import LANGUAGES
from models.train.errors import TrainError
from models.train.lora import parse_share

_NUMBERS: Final = {
    "steps": "steps of training",
    "tokens": "tokens in a step",
    "items": "messages of each test set",
    "tried": "messages of each test set that are sampled",
    "attempts": "how often a message is sampled at most",
    "seed": "of the order of the pairs and all that is drawn by chance",
    "threads": "threads to compute with; 0 leaves it to torch",
}
"""The options that are numbers of the plan, and what they mean."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add = parser.add_argument
    add("base", type=Path, help="a folder with a base, as `aac-train base` makes it")
    add("folder", type=Path, help="where weights and results go")
    add("--pairs", nargs="+", required=True, metavar="FILE[=SHARE]", help="what is learnt")
    add("--methods", nargs="+", default=list(DEFAULTS), metavar="METHOD", help=" ".join(DEFAULTS))
    add("--test", nargs="+", metavar="LANGUAGE=FILE", help="test sets; default: daily messages")
    add("--report", type=Path, metavar="FILE.md", help="default: methods.md in the folder")
    add("--precision", choices=("auto", "float32", "bfloat16"), default="auto")
    for name, meaning in _NUMBERS.items():
        default = Plan.__dataclass_fields__[name].default
        add(f"--{name}", type=int, default=default, help=f"{meaning} ({default})")
    add("--country", default="ESP", help="whose electricity, three letters (ESP)")


def run(options: argparse.Namespace) -> None:
    """Train what has no result yet, and write the report."""
    methods = [parse_method(name) for name in options.methods]
    plan = _plan(options)
    options.folder.mkdir(parents=True, exist_ok=True)
    results: list[table.Result] = []
    failures: dict[str, str] = {}
    for method in methods:
        folder = options.folder / method.name
        task = Task(method, plan, str(folder))
        try:
            results.append(_kept(task) or _tried(task))
        except EvaluationError as error:
            failures[method.name] = str(error)
            print(f"{method.name}: not run: {error}", file=sys.stderr, flush=True)
    if not results:
        raise EvaluationError(f"no method could be run: {next(iter(failures.values()))}")
    _report(options, plan, results, failures)


def _plan(options: argparse.Namespace) -> Plan:
    for name in ("items", "steps", "tokens", "attempts", "tried"):
        if getattr(options, name) < 1:
            raise EvaluationError(f"--{name} must be above 0")
    names = (*_NUMBERS, "country")
    return Plan(
        base=str(options.base),
        base_sha256=_base_checksum(options.base),
        pairs=tuple(_share(text) for text in options.pairs),
        tests=_tests(options.test),
        precision=_precision(options.precision),
        **{name: getattr(options, name) for name in names},
    )


def _base_checksum(base: Path) -> str:
    weights = sorted(base.glob("*.safetensors"))
    if not weights:
        raise EvaluationError(f"{base}: no weights (*.safetensors) in this folder")
    return sha256(weights[0])


def _share(text: str) -> tuple[str, str, float]:
    """A pair file, its checksum and its share. The pairs are read, to tell now what is wrong."""
    try:
        share = parse_share(text)
    except TrainError as error:
        raise EvaluationError(str(error)) from error
    path = text.partition("=")[0]
    return path, sha256(Path(path)), share.weight


def _tests(given: Sequence[str] | None) -> tuple[tuple[str, str, str], ...]:
    named = given or [f"{language}={daily(language)}" for language in LANGUAGES]
    tests = []
    for text in named:
        language, _mark, path = text.partition("=")
        if language not in LANGUAGES or not path:
            raise EvaluationError(f"--test {text}: it must be es=FILE or en=FILE")
        read_test_set(Path(path))
        tests.append((language, path, sha256(Path(path))))
    return tuple(tests)


def _precision(asked: str) -> str:
    """bfloat16 where the processor has instructions for it: elsewhere it is far slower."""
    if asked != "auto":
        return asked
    try:
        flags = Path("/proc/cpuinfo").read_text("utf-8", "replace")
    except OSError:
        return "float32"
    return "bfloat16" if "avx512_bf16" in flags or "amx_bf16" in flags else "float32"


def _finished(task: Task) -> table.Result | None:
    """The result of an earlier run, if it was made by this very task."""
    try:
        result: Any = json.loads((Path(task.folder) / "result.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(result, dict) or result.get("fingerprint") != task.fingerprint:
        return None
    return result


def _kept(task: Task) -> table.Result | None:
    result = _finished(task)
    if result is not None:
        print(f"{task.method.name}: its result is there already", file=sys.stderr, flush=True)
    return result


def _tried(task: Task) -> table.Result:
    """Run the method's process; what it tells goes on to the terminal as it comes."""
    Path(task.folder).mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-W", "ignore", "-m", "evaluation.methods.trial"]
    last = "it said nothing"
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(task.to_json())
        process.stdin.close()
        for line in process.stderr:
            last = line.strip() or last
            print(last, file=sys.stderr, flush=True)
    result = _finished(task) if process.returncode == 0 else None
    if result is None:
        reason = last.removeprefix("error: ")
        killed = " (killed; is there enough memory?)" if process.returncode == -9 else ""
        raise EvaluationError(f"{reason}{killed}")
    return result


def _report(
    options: argparse.Namespace,
    plan: Plan,
    results: Sequence[table.Result],
    failures: dict[str, str],
) -> None:
    report: Path = options.report or options.folder / "methods.md"
    picture = report.with_name(f"{report.stem.lower()}.png")
    draw(results, picture)
    text = table.markdown(plan, results, failures, _command(options), picture.name)
    report.write_text(text, "utf-8")
    report.with_name(f"{report.stem.lower()}.json").write_text(
        table.as_json(plan, results, failures), "utf-8"
    )
    print(text)
    print(f"{report}, {picture}", file=sys.stderr)


def _command(options: argparse.Namespace) -> str:
    """The command with paths cut to their last part, for they differ from machine to machine."""
    parts = ["aac-evaluate methods", options.base.name, options.folder.name, "--pairs"]
    parts += ["/".join(Path(text).parts[-2:]) for text in options.pairs]
    parts += ["--methods", *options.methods]
    for name in _NUMBERS:
        number = getattr(options, name)
        if number != Plan.__dataclass_fields__[name].default:
            parts += [f"--{name}", str(number)]
    return " ".join([parts[0], shlex.join(parts[1:])])
