"""Asks raters one message after the other, and takes down what they think. Knows no HTTP."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from evaluation.rating.judgement import (
    LEVELS,
    LONGEST_COMMENT,
    SCALES,
    BadJudgementError,
    Judgement,
    rated_by,
)
from evaluation.rating.pictures import Pictures
from evaluation.rating.results import ResultFile
from evaluation.rating.sheet import Question, Sheet

_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Session:
    """One sheet, its pictures, and the file that the judgements go into."""

    sheet: Sheet
    results: ResultFile
    pictures: Pictures
    seed: int = 0
    scores_all: bool = True
    """Whether every sentence is scored, or only those that are picked."""

    def next_question(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """What this rater is asked next, as the page shows it; no system is named in it."""
        rater, _level = _who(said)
        left = [q for q in self.sheet.questions if not self._is_done(rater, q)]
        done = len(self.sheet.questions) - len(left)
        about = {"done": done, "total": len(self.sheet.questions), "scales": SCALES}
        return about | {"question": self._shown(left[0], rater) if left else None}

    def _is_done(self, rater: str, question: Question) -> bool:
        return self.results.has(rater, self.sheet.set_sha256, question.item)

    def _shown(self, question: Question, rater: str) -> dict[str, Any]:
        options = self.sheet.order(question, rater, self.seed)
        return {
            "item": question.item,
            "language": self.sheet.language,
            "keywords": [
                {"word": word, "picture": self.pictures.number(word)} for word in question.keywords
            ],
            "sentences": [option.sentence for option in options],
            "picks": question.picks,
            "scores_all": self.scores_all,
        }

    def judge(self, said: Mapping[str, Any]) -> None:
        """Take a judgement down. Raises BadJudgementError; nothing is written then."""
        rater, level = _who(said)
        question = next((q for q in self.sheet.questions if q.item == said.get("item")), None)
        if question is None:
            raise BadJudgementError("there is no such message")
        shown = self.sheet.order(question, rater, self.seed)
        judgement = Judgement(
            time=datetime.now(UTC).isoformat(timespec="seconds"),
            rater=rater,
            level=level,
            set_sha256=self.sheet.set_sha256,
            item=question.item,
            keywords=question.keywords,
            rated=rated_by(question, shown, said, scores_all=self.scores_all),
            comment=_text(said.get("comment", ""), LONGEST_COMMENT),
        )
        if not self.results.add(judgement):
            raise BadJudgementError("this message has been judged already")


def _who(said: Mapping[str, Any]) -> tuple[str, str]:
    rater, level = _text(said.get("rater"), _LONGEST_NAME), said.get("level")
    if not rater:
        raise BadJudgementError("the rater has no name")
    if level not in LEVELS:
        raise BadJudgementError("the rater's experience is missing")
    return rater, str(level)


def _text(given: object, longest: int) -> str:
    """What somebody typed, without control characters and cut to what is allowed."""
    if not isinstance(given, str):
        raise BadJudgementError("a text is missing")
    kept = (char for char in given if char in "\n\t" or unicodedata.category(char) != "Cc")
    return "".join(kept).strip()[:longest]
