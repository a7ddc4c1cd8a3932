"""What raters thought, system by system: means, how often picked, by experience, and agreement."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from evaluation.errors import MissingToolError
from evaluation.rating.agreement import BEST, agreement
from evaluation.rating.judgement import LEVELS, SCALES, Judgement, Rated


def summary(judgements: Sequence[Judgement]) -> dict[str, Any]:
    """All figures, as they go into JSON."""
    levels = [level for level in LEVELS if any(j.level == level for j in judgements)]
    try:
        alphas: dict[str, float | None] = agreement(judgements)
        note = ""
    except MissingToolError as error:
        alphas, note = {}, str(error)
    return {
        "judgements": len(judgements),
        "messages": len({(j.set_sha256, j.item) for j in judgements}),
        "raters": dict(
            Counter(level for _rater, level in {(j.rater, j.level) for j in judgements})
        ),
        "systems": _by_system(judgements),
        "by_level": {
            level: _by_system([j for j in judgements if j.level == level]) for level in levels
        },
        "alpha": alphas,
        "alpha_note": note,
        "comments": [
            {"rater": j.rater, "item": j.item, "comment": j.comment}
            for j in judgements
            if j.comment
        ],
    }


def _by_system(judgements: Iterable[Judgement]) -> dict[str, Any]:
    rated: dict[str, list[Rated]] = {}
    for judgement in judgements:
        for entry in judgement.rated:
            for system in entry.systems:
                rated.setdefault(system, []).append(entry)
    return {system: _figures(rated[system]) for system in sorted(rated)}


def _figures(rated: Sequence[Rated]) -> dict[str, Any]:
    scored = [entry.scores for entry in rated if entry.scores is not None]
    means = {
        scale: statistics.mean(scores[scale] for scores in scored) if scored else None
        for scale in SCALES
    }
    share = 100 * sum(entry.is_best for entry in rated) / len(rated)
    return {"shown": len(rated), "picked": share, "scored": len(scored), "means": means}


def markdown(found: dict[str, Any]) -> str:
    """The same to be read."""
    raters = ", ".join(f"{count} {level}" for level, count in found["raters"].items())
    parts = [
        f"{found['judgements']} judgements on {found['messages']} messages by raters of this "
        f"experience: {raters}.",
        _table(found["systems"]),
        "Marks from 1 to 5. Picked: how often a sentence was among the best when it was shown; "
        "systems that said the same share what was thought of it.",
        _alphas(found),
    ]
    if len(found["by_level"]) > 1:
        for level, systems in found["by_level"].items():
            parts += [f"Raters with experience: {level}", _table(systems)]
    if found["comments"]:
        comments = (
            f"- message {c['item']}, {c['rater']}: {' '.join(c['comment'].split())}"
            for c in found["comments"]
        )
        parts += ["Comments:", "\n".join(comments)]
    return "\n\n".join(parts)


def _table(systems: dict[str, Any]) -> str:
    rows = [["system", "shown", "picked %", *SCALES], ["---"] * (3 + len(SCALES))]
    for name, figures in systems.items():
        means = [_mark(figures["means"][scale]) for scale in SCALES]
        rows.append([name, str(figures["shown"]), f"{figures['picked']:.0f}", *means])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _mark(mean: float | None) -> str:
    return "-" if mean is None else f"{mean:.2f}"


def _alphas(found: dict[str, Any]) -> str:
    if found["alpha_note"]:
        return f"Agreement: not computed; {found['alpha_note']}"
    told = ", ".join(f"{name} {_mark(found['alpha'][name])}" for name in (*SCALES, BEST))
    return (
        f"Agreement (Krippendorff's alpha; 1 full, 0 chance, - not to be told from these): {told}."
    )
