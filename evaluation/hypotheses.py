"""The sentences of a system: a text file with one a line, or the predictions of `predict`."""

from __future__ import annotations

from pathlib import Path

from evaluation.errors import BadHypothesesError, BadTestSetError
from evaluation.named_sets import TestSet
from evaluation.runs import read_run
from evaluation.testset import numbered


def read_hypotheses(path: Path, test_set: TestSet) -> tuple[str, ...]:
    """One sentence for each item of the set, in its order; an empty line is a silent system.

    Raises BadHypothesesError for another number of lines, or what is no UTF-8 text.
    """
    if path.suffix == ".jsonl":
        sentences = tuple(answer.hypothesis for answer in read_run(path).answers)
    else:
        sentences = _lines(path)
    wanted = len(test_set.items)
    if len(sentences) == wanted:
        return sentences
    head = 1 if path.suffix == ".jsonl" else 0
    line = min(len(sentences), wanted) + 1 + head
    raise BadHypothesesError(
        f"{path}, line {line}: {len(sentences)} sentences for the {wanted} items of {test_set.path}"
    )


def _lines(path: Path) -> tuple[str, ...]:
    try:
        lines = [line for _, line in numbered(path)]
    except BadTestSetError as error:
        raise BadHypothesesError(str(error)) from error
    return tuple(lines[:-1] if lines and not lines[-1] else lines)
