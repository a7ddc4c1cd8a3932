"""Make models that differ in one thing each, as a plan says, and set them side by side.

Each row is trained, exported and measured in processes of its own. What is there already, made of
the very same files and by the same recipe, is not made again.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evaluation.ablations.making import Made, MakingTask, gguf_of, read_made
from evaluation.ablations.measuring import Measured, MeasuringTask
from evaluation.ablations.plan import Plan, Row, as_plain, read_plan
from evaluation.ablations.table import Result, markdown
from evaluation.errors import EvaluationError
from evaluation.named_sets import open_set
from evaluation.provenance import sha256, versions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add = parser.add_argument
    add("plan", type=Path, help="a TOML file; evaluation/ablations/plan.py tells its form")
    add("folder", type=Path, help="where weights and results go")
    add("--data", type=Path, metavar="FOLDER", help="where the plan's paths begin; beside it")
    add("--report", type=Path, metavar="FILE.md", help="default: ablations.md in the folder")


def run(options: argparse.Namespace) -> None:
    """Make and measure what has no result yet, and write the report after each row."""
    plan = read_plan(options.plan, options.data)
    report: Path = options.report or options.folder / "ablations.md"
    results: list[Result] = []
    failures: dict[str, str] = {}
    for row in plan.rows:
        try:
            results += _results(plan, row, options.folder / _file_name(row.name))
        except EvaluationError as error:
            # Folders that only this machine has are nobody else's affair.
            failures[row.name] = str(error).replace(f"{plan.folder}{os.sep}", "")
            print(f"{row.name}: not made: {error}", file=sys.stderr, flush=True)
        if results:
            _write(plan, results, failures, report, options)
    if not results:
        raise EvaluationError(f"nothing could be measured: {next(iter(failures.values()))}")
    print(report)


def _results(plan: Plan, row: Row, folder: Path) -> list[Result]:
    if row.model:
        return [Result(row, "", _measured(plan, row, plan.at(row.model), folder))]
    made = _made(plan, row, folder)
    return [
        Result(row, kind, _measured(plan, row, gguf_of(folder, kind), folder), made)
        for kind in row.kinds
    ]


def _made(plan: Plan, row: Row, folder: Path) -> Made:
    fingerprint = plan.making(row)
    if made := _all_there(row, folder, fingerprint):
        return made
    folder.mkdir(parents=True, exist_ok=True)
    recipe = json.dumps(plan.recipe_of(row), indent=2) + "\n"
    (folder / "recipe.json").write_text(recipe, "utf-8")
    task = MakingTask(
        base=str(plan.at(row.base)),
        teacher=str(plan.at(row.teacher)) if row.teacher else "",
        pairs=tuple(str(plan.at(text)) for text in row.pairs),
        valid=str(plan.at(plan.valid)),
        held_out=tuple(str(open_set(name).path) for name in plan.sets),
        folder=str(folder),
        kinds=row.kinds,
        fingerprint=fingerprint,
    )
    print(f"{row.name}: it is made now", file=sys.stderr, flush=True)
    _process("making", asdict(task))
    made = read_made(folder, fingerprint)
    if made is None:
        raise EvaluationError("its process has left no result")
    return made


def _all_there(row: Row, folder: Path, fingerprint: str) -> Made | None:
    made = read_made(folder, fingerprint)
    return made if made and all(gguf_of(folder, kind).is_file() for kind in row.kinds) else None


def _measured(plan: Plan, row: Row, model: Path, folder: Path) -> Measured:
    """Measured now, or before by the very same task on the very same file."""
    task = asdict(MeasuringTask(str(model), row.beam, plan.sets, plan.items))
    key = {**task, "model": sha256(model)}
    kept = folder / f"measured-{model.stem}-{row.beam}.json"
    try:
        said = json.loads(kept.read_text("utf-8"))
    except (OSError, ValueError):
        said = {}
    if said.get("task") != json.loads(json.dumps(key)):
        print(f"{row.name}: {model.name} is measured now", file=sys.stderr, flush=True)
        said = {"task": key, "measured": json.loads(_process("measuring", task))}
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(said, indent=1) + "\n", "utf-8")
    return Measured(**said["measured"])


def _process(module: str, task: dict[str, Any]) -> str:
    """Run one of our processes; what it complains of is the error. Returns what it printed."""
    command = [sys.executable, "-W", "ignore", "-m", f"evaluation.ablations.{module}"]
    done = subprocess.run(
        command, input=json.dumps(task), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["it said nothing"]
        killed = " (killed; is there enough memory?)" if done.returncode == -9 else ""
        raise EvaluationError(f"{'; '.join(lines[-2:])}{killed}")
    return done.stdout


def _write(
    plan: Plan,
    results: list[Result],
    failures: dict[str, str],
    report: Path,
    options: argparse.Namespace,
) -> None:
    names = ("torch", "transformers", "peft", "llama-cpp-python", "sacrebleu")
    used = versions(*names)
    command = f"aac-evaluate ablations {options.plan.name} {options.folder.name}"
    text = markdown(plan, results, command, ", ".join(f"{name} {n}" for name, n in used.items()))
    if failures:
        text += "\n## Not made\n\n"
        text += "".join(f"- {name}: {reason}\n" for name, reason in failures.items())
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(text, "utf-8")
    said = {
        "plan": as_plain(plan),
        "versions": used,
        "results": [
            {"name": r.name, "made": asdict(r.made) if r.made else None, **asdict(r.measured)}
            for r in results
        ],
        "not_made": failures,
    }
    report.with_suffix(".json").write_text(json.dumps(said, indent=1) + "\n", "utf-8")


def _file_name(name: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-")
