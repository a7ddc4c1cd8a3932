"""Set several systems side by side on one set: tables, pictures, and one page for a supervisor.

A system is a file of predictions (`.jsonl`) or NAME=FILE with one sentence a line. Beside the table
on the terminal, --output writes table.md, table.csv, comparison.json, pictures and report.html.
"""

from __future__ import annotations

import argparse
import json
import shlex
from pathlib import Path
from typing import Final

from evaluation.candidates import read_candidates
from evaluation.comparison import Comparison, compare
from evaluation.errors import EvaluationError
from evaluation.metrics import metrics_named
from evaluation.named_sets import add_set_options, open_set
from evaluation.numbers import natural
from evaluation.page import page
from evaluation.plots import plots
from evaluation.protocol import PROTOCOLS
from evaluation.score import add_metric_options, default_metrics, metric_options
from evaluation.tables import LEGEND, difference_table, phenomenon_table, score_table

_FORMS: Final = ("text", "markdown", "csv", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add_set_options(parser)
    add = parser.add_argument
    add("systems", nargs="+", metavar="SYSTEM", help="RUN.jsonl or NAME=FILE.txt")
    add_metric_options(parser)
    add("--baseline", metavar="NAME", help="whom the others are tested against; default: the first")
    add(
        "--differences", type=natural, default=10, metavar="N", help="sentences that are shown (10)"
    )
    add("--format", choices=_FORMS, default="text", help="what is printed (text)")
    add("--output", type=Path, metavar="FOLDER", help="write everything into this folder")


def run(options: argparse.Namespace) -> None:
    """Compare, print, and write the files."""
    test_set = open_set(options.set, options.language)
    how = metric_options(options)
    metrics = metrics_named(options.metric or default_metrics(test_set), how)
    candidates = read_candidates(options.systems, test_set)
    names = [candidate.name for candidate in candidates]
    if options.baseline and options.baseline not in names:
        raise EvaluationError(f"the baseline {options.baseline!r} is none of {', '.join(names)}")
    found = compare(
        candidates,
        test_set,
        metrics,
        PROTOCOLS[options.protocol],
        baseline=options.baseline,
        most_differences=options.differences,
    )
    if options.output:
        write_all(found, options.output, shlex.join(["aac-evaluate", *options.typed]))
    print(_printed(found, options.format))


def write_all(found: Comparison, folder: Path, command: str) -> None:
    """Every form of a comparison, in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = plots(found)
    table = score_table(found)
    texts = {
        "table.md": f"{markdown(found)}\n",
        "table.csv": table.as_csv(),
        "comparison.json": json.dumps(found.as_json(), ensure_ascii=False, indent=2) + "\n",
        "report.html": page(found, pictures, command),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    for plot in pictures:
        (folder / f"{plot.name}.png").write_bytes(plot.png)


def markdown(found: Comparison) -> str:
    """The tables, with what their marks mean, and the sentences that differ most."""
    legend = f"{LEGEND} Baseline: {found.baseline}.".replace("*", "\\*")
    parts = [score_table(found).as_markdown(), legend]
    parts += [phenomenon_table(found, p).as_markdown() for p in found.breakdowns if p.counts]
    if found.test_set.quotable and len(found.rows) > 1 and found.differences:
        parts.append(difference_table(found).as_markdown())
    return "\n\n".join(parts)


def _printed(found: Comparison, form: str) -> str:
    table = score_table(found)
    if form == "json":
        return json.dumps(found.as_json(), ensure_ascii=False, indent=2)
    if form == "csv":
        return table.as_csv().rstrip("\n")
    if form == "markdown":
        return markdown(found)
    parts = [table.as_text(), f"{LEGEND} Baseline: {found.baseline}.".replace("Bold", "_Between_")]
    parts += [phenomenon_table(found, part).as_text() for part in found.breakdowns if part.counts]
    if len(found.rows) > 1 and found.differences:
        parts.append(difference_table(found).as_text())
    return "\n\n".join(parts)
