"""A comparison as a table: for the terminal, Markdown, CSV and HTML."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from evaluation.candidates import Cost
from evaluation.comparison import SIGNIFICANT, Breakdown, Comparison, Row
from evaluation.published import MARK, Figure

LEGEND: Final = (
    f"Bold: the best of a column. *: differs from the baseline beyond chance (p < {SIGNIFICANT}, "
    "paired bootstrap). In brackets: 95 % intervals."
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value, as it is shown."""

    text: str
    is_best: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows that know nothing of where they are shown."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_prose: bool = False
    """Whether the cells are sentences, which begin at the left, and not figures."""

    def as_text(self) -> str:
        """For a terminal: columns of one width; the best is between underscores."""
        lines = [list(self.columns), *([_plain(cell) for cell in row] for row in self.rows)]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.columns))]
        return "\n".join(_aligned(line, widths, self.is_prose) for line in lines)

    def as_markdown(self) -> str:
        """For a document: first column to the left, figures to the right."""
        rule = ["---", *["---" if self.is_prose else "---:"] * (len(self.columns) - 1)]
        lines = [self.columns, rule, *([_marked(cell) for cell in row] for row in self.rows)]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def as_csv(self) -> str:
        """For a spreadsheet, without marks."""
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([cell.text for cell in row] for row in self.rows)
        return file.getvalue()

    def as_html(self) -> str:
        """For a page; heads are heads of their column or row."""
        kind = "text" if self.is_prose else "figure"
        head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in self.columns)
        body = "".join(f"<tr>{_html_row(row, kind)}</tr>" for row in self.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def score_table(found: Comparison) -> Table:
    """A row for each system, a column for each metric and each cost that is known."""
    metrics = list(found.metrics)
    costs = [name for name in _COSTS if any(_costs(row.cost)[name] for row in found.rows)]
    titles = [found.metrics[name].title for name in metrics]
    rows = [_system_row(found, row, costs) for row in found.rows]
    rows += [_published_row(figure, metrics, len(costs)) for figure in found.published]
    return Table(("system", *titles, *costs), tuple(rows))


def phenomenon_table(found: Comparison, part: Breakdown) -> Table:
    """A row for each phenomenon, a column for each system."""
    names = [row.name for row in found.rows]
    rows = []
    for tag, values in part.values.items():
        best = _nearest(values.values(), found.metrics[part.metric].best)
        cells = (Cell(f"{values[n]:.1f}", f"{values[n]:.1f}" == f"{best:.1f}") for n in names)
        rows.append((Cell(f"{tag} ({part.counts[tag]})"), *cells))
    return Table((f"{found.metrics[part.metric].title} on", *names), tuple(rows))


def difference_table(found: Comparison) -> Table:
    """A row for each item to which the systems say something very different."""
    names = tuple(found.differences[0].said) if found.differences else ()
    rows = tuple(
        (
            Cell(", ".join(each.keywords)),
            Cell(each.references[0]),
            *(Cell(f"{each.said[name]} ({each.values[name]:.0f})") for name in names),
        )
        for each in found.differences
    )
    return Table(("chosen", "good", *names), rows, is_prose=True)


_COSTS: Final = (
    "ms, median",
    "ms, 95th percentile",
    "tokens/s",
    "memory MB",
    "size MB",
    "declined",
)
"""What a system costs: milliseconds to a sentence and so on."""


def _costs(cost: Cost | None) -> dict[str, str]:
    if cost is None:
        return dict.fromkeys(_COSTS, "")
    values = (
        f"{1000 * cost.median:.1f}",
        f"{1000 * cost.slow:.1f}",
        f"{cost.tokens_per_second:.0f}" if cost.tokens_per_second else "",
        f"{cost.memory / 1e6:.0f}" if cost.memory else "",
        f"{cost.size / 1e6:.1f}" if cost.size else "",
        str(cost.declined) if cost.declined else "",
    )
    return dict(zip(_COSTS, values, strict=True))


def _system_row(found: Comparison, row: Row, costs: Iterable[str]) -> tuple[Cell, ...]:
    cells = [Cell(row.name)]
    for name, score in row.scores.items():
        star = "*" if row.p_values.get(name, 1.0) < SIGNIFICANT else ""
        text = f"{score.score:.2f}{star}"
        if score.low is not None and score.high is not None:
            text += f" [{score.low:.1f}, {score.high:.1f}]"
        cells.append(Cell(text, row.name in found.best(name)))
    known = _costs(row.cost)
    return (*cells, *(Cell(known[name]) for name in costs))


def _published_row(figure: Figure, metrics: Sequence[str], costs: int) -> tuple[Cell, ...]:
    note = f"; {figure.note}" if figure.note else ""
    values = (figure.scores.get(name) for name in metrics)
    cells = (Cell("" if value is None else f"{value:.2f}") for value in values)
    return (Cell(f"{figure.system} ({MARK}{note})"), *cells, *[Cell("")] * costs)


def _nearest(values: Iterable[float], goal: float | None) -> float:
    return min(values, key=lambda value: abs(value - (goal or 0.0)))


def _plain(cell: Cell) -> str:
    return f"_{cell.text}_" if cell.is_best else cell.text


def _marked(cell: Cell) -> str:
    text = cell.text.replace("|", "\\|").replace("*", "\\*")
    return f"**{text}**" if cell.is_best else text


def _aligned(line: Sequence[str], widths: Sequence[int], is_prose: bool) -> str:
    first, *rest = line
    place = str.ljust if is_prose else str.rjust
    cells = [first.ljust(widths[0]), *map(place, rest, widths[1:])]
    return "  ".join(cells).rstrip()


def _html_row(row: Sequence[Cell], kind: str) -> str:
    first, *rest = row
    cells = ((html.escape(cell.text), cell.is_best) for cell in rest)
    shown = (f"<b>{text}</b>" if is_best else text for text, is_best in cells)
    body = "".join(f'<td class="{kind}">{text}</td>' for text in shown)
    return f'<th scope="row">{html.escape(first.text)}</th>{body}'
