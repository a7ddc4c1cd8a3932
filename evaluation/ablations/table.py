"""The results as Markdown: one table for each group of rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from evaluation.ablations.making import Made
from evaluation.ablations.measuring import Measured
from evaluation.ablations.plan import Plan, Row
from evaluation.tables import Cell, Table


@dataclass(frozen=True, slots=True)
class Result:
    """One file: how it was made, and what it is worth."""

    row: Row
    kind: str
    """How it is quantised; "" for a file that was there."""
    measured: Measured
    made: Made | None = None
    """None for a file that was there."""

    @property
    def name(self) -> str:
        is_only = len(self.row.kinds) == 1 or not self.kind
        return self.row.name if is_only else f"{self.row.name}, {self.kind.upper()}"


_COSTS: Final[tuple[tuple[str, Callable[[Result], str]], ...]] = (
    ("not faithful %", lambda r: f"{_mean(r, 'unfaithful'):.1f}"),
    ("file MB", lambda r: f"{r.measured.size / 1e6:.1f}"),
    ("ms a sentence, processor", lambda r: f"{1000 * r.measured.cpu:.0f}"),
    ("ms median / p95", lambda r: f"{1000 * r.measured.median:.0f} / {1000 * r.measured.slow:.0f}"),
    ("memory MB", lambda r: f"{r.measured.peak_ram / 1e6:.0f}"),
    ("learnt parameters", lambda r: _made(r, lambda made: f"{made.trained:,}")),
    ("pairs seen", lambda r: _made(r, lambda made: f"{made.pairs:,}")),
    ("training min, processor", lambda r: _made(r, lambda made: f"{made.cpu_seconds / 60:.1f}")),
    ("memory in training MB", lambda r: _made(r, lambda made: f"{made.peak_ram / 1e6:.0f}")),
)


def markdown(plan: Plan, results: Sequence[Result], command: str, versions: str) -> str:
    """The whole document."""
    parts = ["# What each part is worth", _about(plan, command, versions)]
    groups = dict.fromkeys(result.row.group for result in results)
    for group in groups:
        found = [result for result in results if result.row.group == group]
        parts += [f"## {group[:1].upper()}{group[1:]}"] if group else []
        parts.append(_table(plan, found).as_markdown())
        parts += [f"- {r.row.name}: {r.row.note}" for r in _first_of_rows(found) if r.row.note]
    return "\n\n".join(parts) + "\n"


def _about(plan: Plan, command: str, versions: str) -> str:
    recipe = ", ".join(f"{name} {value}" for name, value in plan.recipe.items())
    return (
        f"Made by `{command}`. What is made has this recipe, but for what a row says: {recipe}. "
        "All rows see the same pairs in the same order where they learn from the same files. The "
        "model is alone and greedy unless a row says otherwise, without rules and unchecked, in "
        f"llama.cpp on the processor; at most {plan.items} messages of each set, BLEU and exact "
        "match in % (sets with published figures by the protocol of their thesis). Processor time "
        "is of all threads together; the median is by the clock, and longer on a machine with "
        f"other work. {versions}."
    )


def _table(plan: Plan, results: Sequence[Result]) -> Table:
    names = [name.partition("=")[0] for name in plan.sets]
    rows = [
        (
            Cell(result.name),
            *(Cell(_pair(result, name), result is _best(results, name)) for name in names),
            *(Cell(cell(result)) for _title, cell in _COSTS),
        )
        for result in results
    ]
    return Table(("", *names, *(title for title, _cell in _COSTS)), tuple(rows))


def _first_of_rows(results: Sequence[Result]) -> list[Result]:
    """One result for each row, for a row's note is said once."""
    return [next(members) for _name, members in groupby(results, key=lambda r: r.row.name)]


def _pair(result: Result, name: str) -> str:
    scores = result.measured.scores[name]
    return f"{scores['bleu']:.1f}, {scores['exact']:.0f} %"


def _best(results: Sequence[Result], name: str) -> Result:
    return max(results, key=lambda result: result.measured.scores[name]["bleu"])


def _mean(result: Result, metric: str) -> float:
    scores = [by_metric[metric] for by_metric in result.measured.scores.values()]
    return sum(scores) / len(scores)


def _made(result: Result, cell: Callable[[Made], str]) -> str:
    return cell(result.made) if result.made else ""
