"""One picture of the comparison: quality against the number of trained parameters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evaluation.errors import missing_library
from evaluation.methods.table import Result


def draw(results: Sequence[Result], path: Path) -> None:
    """Write the picture: a point for each method, named, the larger the longer it trained."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise missing_library("matplotlib") from error
    figure = Figure(figsize=(8, 5), layout="constrained")
    axes = figure.subplots()
    axes.set_xscale("log")
    axes.set_xlabel("trained parameters")
    axes.set_ylabel("chrF on the test messages")
    axes.set_title("Ways of fine-tuning the same base on the same pairs")
    longest = max(result["learning"]["seconds"] for result in results)
    for result in results:
        x, y = result["trainable"], result["answers"]["overall"]["chrf"]
        size = 40 + 160 * result["learning"]["seconds"] / longest
        axes.scatter([x], [y], s=size, color="#1f5a94", alpha=0.8, edgecolors="black")
        axes.annotate(result["method"], (x, y), xytext=(9, 6), textcoords="offset points")
    axes.text(0.01, 0.01, "larger point: longer training", transform=axes.transAxes, fontsize=8)
    axes.margins(0.15)
    axes.grid(visible=True, alpha=0.3)
    figure.savefig(path, dpi=110)
