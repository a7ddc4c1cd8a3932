"""ROUGE-1, ROUGE-2 and ROUGE-L (Lin 2004), through rouge-score."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from evaluation.errors import missing_library

_WORD: Final = re.compile(r"\w+")


class WholeWords:
    """Splits text into lower-case words. The library's own way would drop every accented letter."""

    def tokenize(self, text: str) -> list[str]:
        """The words of a text."""
        return _WORD.findall(text.lower())


def rouge(
    sentences: Sequence[str], references: Sequence[Sequence[str]]
) -> tuple[float, float, float]:
    """Mean F-measures of ROUGE-1, ROUGE-2 and ROUGE-L, 0 to 100; the best reference counts."""
    try:
        from rouge_score.rouge_scorer import RougeScorer
    except ImportError as error:
        raise missing_library("rouge-score") from error
    kinds = ("rouge1", "rouge2", "rougeL")
    scorer = RougeScorer(kinds, tokenizer=WholeWords())
    sums = dict.fromkeys(kinds, 0.0)
    for text, known in zip(sentences, references, strict=True):
        best = scorer.score_multi(known, text)
        for kind in kinds:
            sums[kind] += best[kind].fmeasure
    one, two, longest = (100 * sums[kind] / len(sentences) for kind in kinds)
    return one, two, longest
