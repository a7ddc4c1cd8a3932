"""How far raters agree: Krippendorff's alpha, through the krippendorff library. Its one user.

Krippendorff 2011, "Computing Krippendorff's alpha-reliability": 1 is full agreement, 0 what chance
would give. A unit is a sentence of a message; who did not rate it is missing there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from evaluation.errors import missing_library
from evaluation.rating.judgement import SCALES, Judgement

BEST: Final = "best"
"""The name under which the agreement on what was picked is told."""

_Unit = tuple[str, int, str]


def agreement(judgements: Sequence[Judgement]) -> dict[str, float | None]:
    """Alpha for each scale, ordinal, and for what was picked, nominal.

    None where no two raters rated the same, or all gave one and the same mark: there is no
    agreement to speak of. Raises MissingToolError.
    """
    found = {scale: _alpha(_marks(judgements, scale), "ordinal") for scale in SCALES}
    return found | {BEST: _alpha(_picks(judgements), "nominal")}


def _marks(judgements: Sequence[Judgement], scale: str) -> dict[str, dict[_Unit, float]]:
    table: dict[str, dict[_Unit, float]] = {}
    for judgement in judgements:
        row = table.setdefault(judgement.rater, {})
        for rated in judgement.rated:
            if rated.scores is not None:
                unit = (judgement.set_sha256, judgement.item, rated.sentence)
                row[unit] = rated.scores[scale]
    return table


def _picks(judgements: Sequence[Judgement]) -> dict[str, dict[_Unit, float]]:
    table: dict[str, dict[_Unit, float]] = {}
    for judgement in judgements:
        row = table.setdefault(judgement.rater, {})
        for rated in judgement.rated:
            row[judgement.set_sha256, judgement.item, rated.sentence] = float(rated.is_best)
    return table


def _alpha(table: Mapping[str, Mapping[_Unit, float]], level: str) -> float | None:
    krippendorff: Any = _library()
    units = sorted({unit for row in table.values() for unit in row})
    shared = [unit for unit in units if sum(unit in row for row in table.values()) > 1]
    values = {row[unit] for row in table.values() for unit in shared if unit in row}
    if len(values) < 2:
        return None
    nan = float("nan")
    rows = [[row.get(unit, nan) for unit in shared] for row in table.values()]
    return float(krippendorff.alpha(reliability_data=rows, level_of_measurement=level))


def _library() -> Any:
    try:
        import krippendorff
    except ImportError as error:
        raise missing_library("krippendorff") from error
    return krippendorff
