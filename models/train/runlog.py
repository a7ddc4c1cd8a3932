"""What a run tells: lines of `loss.tsv`, a picture of them, and the time that is left.

Columns: seconds, step, pairs seen, rate, loss on training, loss on validation, chrF on validation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.train.checkpoint import Progress

_COLUMNS: Final = 7


@dataclass(frozen=True, slots=True)
class Note:
    """One line: what was measured since the line before."""

    rate: float
    losses: Sequence[float] = ()
    """On training, of each step."""
    valid: float | None = None
    chrf: float | None = None


class RunLog:
    """The log in a run's folder."""

    def __init__(self, folder: Path, precision: str, *, is_quiet: bool = False) -> None:
        self._path, self._picture = folder / "loss.tsv", folder / "loss.png"
        self._precision, self._is_quiet = precision, is_quiet

    def go_on_after(self, step: int) -> None:
        """Drop the lines of steps that were lost when the run was stopped."""
        if self._is_quiet or not self._path.is_file():
            return
        rows = [row for row in read_log(self._path) if int(row[1]) <= step]
        self._path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")

    def add(self, done: Progress, note: Note, spent: float) -> None:
        """Write a line, and print it with the time left; `spent` is the part that is done."""
        if self._is_quiet:
            return
        mean = f"{sum(note.losses) / len(note.losses):.4f}" if note.losses else ""
        line = f"{done.seconds:.0f}\t{done.step}\t{done.pairs}\t{note.rate:.2e}\t{mean}"
        line += "".join(_cell(number) for number in (note.valid, note.chrf))
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        left = done.seconds * (1 / spent - 1) / 60 if spent else float("nan")
        print(f"{line}\t{self._precision}\t{max(0.0, left):.1f} min left", flush=True)  # noqa: T201

    def draw(self) -> None:
        """Draw the curves anew, where matplotlib is installed."""
        if not self._is_quiet and self._path.is_file():
            draw(read_log(self._path), self._picture)


def _cell(number: float | None) -> str:
    return "\t" if number is None else f"\t{number:.4f}"


def read_log(path: Path) -> list[list[str]]:
    """The rows of a `loss.tsv`, each filled up to all columns."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [row + [""] * (_COLUMNS - len(row)) for row in rows if len(row) > 1]


def draw(rows: Sequence[Sequence[str]], path: Path) -> bool:
    """Draw loss, and chrF where there is any, over the pairs seen; False without matplotlib."""
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        return False
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.subplots()
    for column, name, colour in ((4, "training", "#0072b2"), (5, "validation", "#d55e00")):
        axes.plot(*_points(rows, column), color=colour, marker=".", label=name)
    axes.set(xlabel="pairs seen", ylabel="loss", yscale="log")
    if any(row[6] for row in rows):
        other = axes.twinx()
        other.plot(*_points(rows, 6), color="#009e73", marker="x", linestyle="--", label="chrF")
        other.set_ylabel("chrF of validation (dashed)")
    axes.legend()
    figure.savefig(path)
    return True


def _points(rows: Sequence[Sequence[str]], column: int) -> tuple[list[float], list[float]]:
    chosen = [(float(row[2]), float(row[column])) for row in rows if row[column]]
    return [x for x, _y in chosen], [y for _x, y in chosen]
