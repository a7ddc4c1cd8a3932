"""The results as one Markdown document, with its pictures in a folder `results` beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.comparison import Comparison
from evaluation.named_sets import known_sets
from evaluation.plots import Plot, overview, plots
from evaluation.published import MARK, published
from evaluation.tables import (
    LEGEND,
    Cell,
    Table,
    difference_table,
    phenomenon_table,
    score_table,
)

BEGIN: Final = (
    "<!-- Written by `aac-evaluate report`; what stands outside of these marks stays. -->"
)
END: Final = "<!-- End of what `aac-evaluate report` wrote. -->"

_INTRODUCTION: Final = """\
Each message is the words that a person taps; each system makes a sentence of them, and the sentence
is compared with sentences that say the message well. `telegraphic` speaks the words as they were
chosen; `rules` is the program without a language model. A model stands here alone (its own
sentence, greedily decoded, whatever it says) and `+checked`, as in the program: its sentences and
the one by rules are weighed, and none that says something else than was chosen is spoken."""

_CAUTION: Final = """\
**How far the figures carry.** The rules were written with the daily messages and the ARASAAC
training pairs at hand: their figures there say that nothing broke, not how well they do on words
that nobody has thought of. That is what the blind and the hard messages tell, which were written by
people who had seen none of it and which nobody has looked into, a third of the hard ones made to be
so; the fresh ones decided one number. All are held out of what the project's own models learn from.
The published figures for `arasaac-*-test` are on sentences that nobody had at hand, so they stand
apart from what was measured here."""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that the document tells."""

    comparisons: tuple[Comparison, ...]
    commands: tuple[str, ...]
    """What makes the same figures step by step."""
    command: str
    """What makes the whole document."""
    note: str
    """About the computer."""
    day: str
    """ISO date."""


def write_results(results: Results, path: Path) -> None:
    """Write the document and its pictures; what stands outside of the marks stays."""
    folder = path.parent / "results"
    folder.mkdir(parents=True, exist_ok=True)
    written = "\n\n".join(_parts(results, folder))
    body = f"{BEGIN}\n\n{written}\n\n{END}\n"
    before = path.read_text("utf-8") if path.exists() else "# How good the sentences are\n\n"
    head, _, rest = before.partition(BEGIN)
    _, _, tail = rest.partition(f"{END}\n")
    path.write_text(head + body + tail, "utf-8")


def _parts(results: Results, folder: Path) -> Iterator[str]:
    yield _INTRODUCTION
    yield _CAUTION
    note = f" {results.note}" if results.note else ""
    yield f"Measured on {results.day}.{note}"
    if not any("comet" in found.metrics for found in results.comparisons):
        yield (
            "COMET is not among the figures: it needs weights of 2.3 GB. Where they are, "
            "`--metric comet` adds it, and without them the command says how to get them."
        )
    yield _shown(overview(results.comparisons), "overview", folder)
    for found in results.comparisons:
        yield from _set_parts(found, folder)
    yield "## What others have published"
    yield (
        "BLEU and COMET by the protocol `thesis`, on ARASAAC sentences; the source of each set is "
        "told by `aac-evaluate sets`. None of these was measured here."
    )
    yield _published_table().as_markdown()
    yield "## How to get these figures again"
    yield f"All of it:\n\n```sh\n{results.command}\n```"
    lines = "\n".join(results.commands)
    yield "Step by step, with predictions and everything that repeats them in files:"
    yield f"```sh\n{lines}\n```"


def _set_parts(found: Comparison, folder: Path) -> Iterator[str]:
    entry = known_sets().get(found.test_set.name)
    origin = (
        f" {entry.origin[0].upper()}{entry.origin[1:]}; licence: {entry.licence}." if entry else ""
    )
    yield f"## {found.test_set.name}"
    yield (
        f"{len(found.test_set.items)} messages, protocol `{found.protocol.name}`.{origin} "
        f"File `{found.test_set.path.name}`, SHA-256 `{found.test_set.checksum}`."
    )
    yield score_table(found).as_markdown()
    yield f"{LEGEND} Baseline: {found.baseline}.".replace("*:", "\\*:")
    for plot in plots(found) if found.breakdowns[0].counts else ():
        yield _shown(plot, f"{found.test_set.name}-{plot.name}", folder)
    for part in found.breakdowns:
        if part.counts:
            yield phenomenon_table(found, part).as_markdown()
    if found.test_set.quotable and found.differences:
        yield "Where they differ most (in brackets: the last metric above, of the sentence alone):"
        yield difference_table(found).as_markdown()
    yield (
        "Signatures: " + "; ".join(f"`{s.signature}`" for s in found.rows[0].scores.values()) + "."
    )


def _shown(plot: Plot, name: str, folder: Path) -> str:
    file = f"{re.sub(r'[^a-z0-9-]', '-', name.lower())}.png"
    (folder / file).write_bytes(plot.png)
    return f"![{plot.text}]({folder.name}/{file})"


def _published_table() -> Table:
    rows = [
        (
            Cell(f"{figure.system} ({MARK}{'; ' + figure.note if figure.note else ''})"),
            Cell(figure.set),
            *(Cell(_number(figure.scores.get(name))) for name in ("bleu", "comet")),
        )
        for figure in published()
    ]
    return Table(("system", "set", "BLEU", "COMET"), tuple(rows))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
