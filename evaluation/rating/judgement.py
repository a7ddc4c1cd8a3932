"""One judgement: what one rater thinks of the sentences for one message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from evaluation.rating.sheet import Option, Question

SCALES: Final = ("naturalness", "conciseness", "originality", "faithfulness", "overall")
"""What is scored from 1 (worst) to 5 (best). Faithfulness: nothing left out, nothing invented."""

LEVELS: Final = ("none", "family", "professional", "user")
"""What a rater knows of communicators: nothing, from family or care, by profession, as a user."""

LONGEST_COMMENT: Final = 2000
"""Characters."""


class BadJudgementError(Exception):
    """What came from the page is no judgement; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Rated:
    """What was thought of one sentence."""

    sentence: str
    systems: tuple[str, ...]
    place: int
    """Where the rater saw it, from 0."""
    is_best: bool
    """Whether it was picked among the best."""
    scores: Mapping[str, int] | None
    """By the names of SCALES; None where only the best are scored and it is none of them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the file of results."""

    time: str
    """ISO 8601, with the time zone."""
    rater: str
    """The name that the rater chose."""
    level: str
    """One of LEVELS."""
    set_sha256: str
    item: int
    keywords: tuple[str, ...]
    rated: tuple[Rated, ...]
    comment: str = ""

    def record(self) -> dict[str, Any]:
        """As it is written down."""
        return asdict(self)


def rated_by(
    question: Question, shown: Sequence[Option], answer: Mapping[str, Any], *, scores_all: bool
) -> tuple[Rated, ...]:
    """What a page sent, checked: `best` holds places, `scores` a table of scales for each place.

    Raises BadJudgementError.
    """
    places = range(len(shown))
    best = answer.get("best")
    if not isinstance(best, list) or not all(place in places for place in best):
        raise BadJudgementError("the best sentences are missing")
    if len(set(best)) != question.picks or len(best) != question.picks:
        raise BadJudgementError(f"{question.picks} must be picked, {len(set(best))} are")
    given = answer.get("scores")
    if not isinstance(given, list) or len(given) != len(shown):
        raise BadJudgementError("the scores are missing")
    return tuple(
        Rated(
            option.sentence,
            option.systems,
            place,
            place in best,
            _scores(given[place]) if scores_all or place in best else None,
        )
        for place, option in enumerate(shown)
    )


def _scores(given: object) -> dict[str, int]:
    if not isinstance(given, dict) or set(given) != set(SCALES):
        raise BadJudgementError("a scale has no score")
    for scale, score in given.items():
        if type(score) is not int or not 1 <= score <= 5:
            raise BadJudgementError(f"the score for {scale} is none of 1 to 5")
    return {scale: given[scale] for scale in SCALES}


def parse_judgement(record: Mapping[str, Any]) -> Judgement:
    """A line of the file of results. Raises BadJudgementError."""
    try:
        rated = tuple(
            Rated(
                entry["sentence"],
                tuple(entry["systems"]),
                entry["place"],
                entry["is_best"],
                entry["scores"] if entry["scores"] is None else _scores(entry["scores"]),
            )
            for entry in record["rated"]
        )
        return Judgement(
            record["time"],
            record["rater"],
            record["level"],
            record["set_sha256"],
            record["item"],
            tuple(record["keywords"]),
            rated,
            record.get("comment", ""),
        )
    except (KeyError, TypeError) as error:
        raise BadJudgementError("a field of a judgement is missing") from error
