"""What raters are asked: messages, and the sentences of several systems with no name on them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.errors import EvaluationError
from evaluation.runs import Run, read_run


@dataclass(frozen=True, slots=True)
class Option:
    """A sentence, and who said it; systems that said the same share one."""

    sentence: str
    systems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A message with every sentence that was made of it, all different."""

    item: int
    """Its number in the test set, from 1."""
    keywords: tuple[str, ...]
    options: tuple[Option, ...]

    @property
    def picks(self) -> int:
        """How many sentences are to be picked as the best: two of three or more, one of two."""
        return min(2, len(self.options) - 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is asked about one test set."""

    set_sha256: str
    language: str
    """Of the sentences."""
    systems: tuple[str, ...]
    questions: tuple[Question, ...]

    def order(self, question: Question, rater: str, seed: int) -> tuple[Option, ...]:
        """The options as this rater sees them: by chance, and the same when they come back."""
        shown = list(question.options)
        random.Random(f"{seed}/{rater}/{question.item}").shuffle(shown)
        return tuple(shown)


def read_sheet(paths: Sequence[Path], most: int, seed: int) -> Sheet:
    """Set the predictions of several systems side by side; `most` messages, taken by chance.

    Messages on which all systems say the same are left out: there is nothing to choose. Raises
    EvaluationError where the files do not belong together, or nothing is left.
    """
    runs = [read_run(path) for path in paths]
    if len(runs) < 2:
        raise EvaluationError("rating needs the predictions of two systems at least")
    _require_one_set(paths, runs)
    names = _names(paths, runs)
    questions = [q for q in _questions(runs, names) if len(q.options) > 1]
    if not questions:
        raise EvaluationError("the systems say the same to every message: there is nothing to rate")
    chosen = random.Random(seed).sample(questions, min(most, len(questions)))
    about = runs[0].header["set"]
    return Sheet(about["sha256"], about["language"] or "", names, tuple(chosen))


def _require_one_set(paths: Sequence[Path], runs: Sequence[Run]) -> None:
    first = runs[0]
    for path, run in zip(paths[1:], runs[1:], strict=True):
        if run.header["set"]["sha256"] != first.header["set"]["sha256"]:
            raise EvaluationError(f"{path}: made with another test set than {paths[0]}")
    for path, run in zip(paths, runs, strict=True):
        if len(run.answers) != run.header["set"]["items"]:
            raise EvaluationError(
                f"{path}: {len(run.answers)} of {run.header['set']['items']} messages are there; "
                "let `aac-evaluate predict` finish it"
            )


def _names(paths: Sequence[Path], runs: Sequence[Run]) -> tuple[str, ...]:
    names = tuple(run.name for run in runs)
    for name, path in zip(names, paths, strict=True):
        if names.count(name) > 1:
            raise EvaluationError(f"{path}: another system is called {name!r} too; use --label")
    return names


def _questions(runs: Sequence[Run], names: Sequence[str]) -> list[Question]:
    questions = []
    for answers in zip(*(run.answers for run in runs), strict=True):
        said: dict[str, list[str]] = {}
        for name, answer in zip(names, answers, strict=True):
            said.setdefault(answer.hypothesis, []).append(name)
        options = tuple(Option(text, tuple(systems)) for text, systems in said.items())
        questions.append(Question(answers[0].item, answers[0].keywords, options))
    return questions
