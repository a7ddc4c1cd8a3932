"""Exact match, length, ROUGE, and what the program's own check says: counts for each item."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from evaluation.errors import EvaluationError, missing_library
from evaluation.metrics.base import References, Source
from evaluation.metrics.sampling import Counts
from models.faithful import Verdict, check

_WORD: Final = re.compile(r"\w+")


def exact(hyps: Sequence[str], refs: References, _sources: Sequence[Source]) -> Counts:
    """1 for a sentence that is one of its references, letter for letter."""
    return [(float(hyp in good), 1.0) for hyp, good in zip(hyps, refs, strict=True)]


def length(hyps: Sequence[str], refs: References, _sources: Sequence[Source]) -> Counts:
    """Words of the sentence, and of the reference that is nearest in length (as BLEU takes it)."""
    counts = []
    for hyp, good in zip(hyps, refs, strict=True):
        words = len(hyp.split())
        nearest = min((len(text.split()) for text in good), key=lambda n: (abs(n - words), n))
        counts.append((float(words), float(nearest)))
    return counts


def coverage(hyps: Sequence[str], _refs: References, sources: Sequence[Source]) -> Counts:
    """How many of the chosen words the sentence says in any form, and how many were chosen."""
    counts = []
    for verdict, source in zip(_verdicts(hyps, sources), sources, strict=True):
        chosen = len(source.keywords)
        counts.append((float(chosen - len(verdict.missing)), float(chosen)))
    return counts


def unfaithful(hyps: Sequence[str], _refs: References, sources: Sequence[Source]) -> Counts:
    """1 for a sentence that the program would not show: it says less, more or something else."""
    return [(float(not verdict.ok), 1.0) for verdict in _verdicts(hyps, sources)]


def _verdicts(hyps: Sequence[str], sources: Sequence[Source]) -> list[Verdict]:
    return [_verdict(hyp, source) for hyp, source in zip(hyps, sources, strict=True)]


def _verdict(hyp: str, source: Source) -> Verdict:
    if source.language is None:
        raise EvaluationError("words said and faithfulness need to know: add --language es or en")
    return check(hyp, source.keywords, source.language, source.controls)


class _Words:
    """Words of any alphabet: rouge_score's own tokeniser drops every letter but a to z."""

    def tokenize(self, text: str) -> list[str]:
        return _WORD.findall(text.lower())


def rouge(kind: str) -> Callable[[Sequence[str], References, Sequence[Source]], Counts]:
    """F-measure of rouge1, rouge2 or rougeL with the reference that fits best."""

    def count(hyps: Sequence[str], refs: References, _sources: Sequence[Source]) -> Counts:
        try:
            from rouge_score.rouge_scorer import RougeScorer
        except ImportError as error:
            raise missing_library("rouge-score") from error
        scorer = RougeScorer([kind], tokenizer=_Words())
        pairs = zip(hyps, refs, strict=True)
        return [(scorer.score_multi(good, hyp)[kind].fmeasure, 1.0) for hyp, good in pairs]

    return count
