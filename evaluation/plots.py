"""Pictures of a comparison, by matplotlib: quality against latency and size, and by phenomenon."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from evaluation.comparison import Breakdown, Comparison
from evaluation.errors import missing_library

_MARKS: Final = "osD^vP*Xd<>h"
_HATCHES: Final = ("", "//", "..", "xx", "\\\\", "++", "oo", "--")
_MOST_BARS: Final = 14


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture and what it shows, in words."""

    name: str
    """Of its file, without ending."""
    text: str
    png: bytes


def plots(found: Comparison, quality: str | None = None) -> tuple[Plot, ...]:
    """Every picture for which the comparison holds the figures.

    `quality` is the metric on the upright axis: chrF++ where it was computed, else the first.
    """
    name = quality or next((n for n in ("chrf", "chrf++") if n in found.metrics), "")
    name = name or next(iter(found.metrics))
    title, where = found.metrics[name].title, f" on {found.test_set.name}"
    order = {row.name: number for number, row in enumerate(found.rows)}
    times = [(r.name, 1000 * r.cost.median, r.scores[name].score) for r in found.rows if r.cost]
    sizes = [
        (r.name, r.cost.size / 1e6, r.scores[name].score)
        for r in found.rows
        if r.cost and r.cost.size
    ]
    made = []
    if times:
        text = f"{title} against the median time to a sentence{where}"
        along = "milliseconds to a sentence, median"
        made.append(_scatter("latency", text, times, order, (along, title), is_wide=True))
    if sizes:
        text = f"{title} against the size of the weights{where}"
        made.append(_scatter("size", text, sizes, order, ("weights on disk, MB", title)))
    made += [_bars(found, part) for part in found.breakdowns[:1] if part.counts]
    return tuple(made)


def overview(comparisons: Sequence[Comparison], quality: str = "bleu") -> Plot:
    """One figure of every system on every set; of each set by its own protocol."""
    quality = quality if quality in comparisons[0].metrics else next(iter(comparisons[0].metrics))
    title = comparisons[0].metrics[quality].title
    labels = [f"{found.test_set.name}\n({found.protocol.name})" for found in comparisons]
    values = {
        row.name: [_value(found, row.name, quality) for found in comparisons]
        for row in comparisons[0].rows
    }
    return _grouped_bars("overview", f"{title} by set (and protocol)", labels, values, title)


def _value(found: Comparison, system: str, metric: str) -> float:
    return next(row.scores[metric].score for row in found.rows if row.name == system)


def _scatter(
    name: str,
    text: str,
    points: Sequence[tuple[str, float, float]],
    order: Mapping[str, int],
    titles: tuple[str, str],
    *,
    is_wide: bool = False,
) -> Plot:
    """For each system a mark, the same in every picture, with its name in the legend.

    A wide range of values is drawn by their logarithms.
    """
    figure, axes = _figure(7.0, 4.2)
    for system, x, y in points:
        mark, colour = _MARKS[order[system] % len(_MARKS)], f"C{order[system] % 10}"
        axes.scatter([x], [y], marker=mark, color=colour, s=80, label=system, zorder=3)
    if is_wide:
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter("{x:g}")
    axes.set_xlabel(titles[0])
    axes.set_ylabel(titles[1])
    axes.set_title(text, fontsize=10)
    axes.grid(visible=True, alpha=0.4)
    axes.legend(fontsize=8, loc="center left", bbox_to_anchor=(1.01, 0.5))
    return Plot(name, text, _png(figure))


def _bars(found: Comparison, part: Breakdown) -> Plot:
    """A figure for each phenomenon and system."""
    title = found.metrics[part.metric].title
    tags = list(part.counts)[:_MOST_BARS]
    values = {row.name: [part.values[tag][row.name] for tag in tags] for row in found.rows}
    text = f"{title} by phenomenon (items in brackets) on {found.test_set.name}"
    labels = [f"{tag} ({part.counts[tag]})" for tag in tags]
    return _grouped_bars("phenomena", text, labels, values, title)


def _grouped_bars(
    name: str,
    text: str,
    labels: Sequence[str],
    values: Mapping[str, Sequence[float]],
    upright: str,
) -> Plot:
    """For each label a bar for each system; hatching tells them apart without colour."""
    figure, axes = _figure(max(7.0, 0.18 * len(labels) * len(values) + 3), 4.2)
    width = 0.8 / len(values)
    for index, (system, heights) in enumerate(values.items()):
        shift = (index - (len(values) - 1) / 2) * width
        places = [place + shift for place in range(len(labels))]
        hatch = _HATCHES[index % len(_HATCHES)]
        axes.bar(places, heights, width, label=system, hatch=hatch, edgecolor="white", zorder=3)
    axes.set_xticks(range(len(labels)), labels, rotation=40, ha="right", fontsize=8)
    axes.set_ylabel(upright)
    axes.set_title(text, fontsize=10)
    axes.grid(visible=True, axis="y", alpha=0.4)
    axes.legend(fontsize=8, loc="center left", bbox_to_anchor=(1.01, 0.5))
    return Plot(name, text, _png(figure))


def _figure(width: float, height: float) -> tuple[Any, Any]:
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise missing_library("matplotlib") from error
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def _png(figure: Any) -> bytes:
    """The same figures give the same bytes: nothing of the day or the program is written in."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=110, metadata={"Software": None})
    return file.getvalue()
