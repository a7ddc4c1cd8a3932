"""How good the sentences of a method are, in the figures of summarisation studies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.errors import missing_library
from evaluation.methods.rouge import rouge


@dataclass(frozen=True, slots=True)
class Quality:
    """All from 0 to 100, the higher the better."""

    bleu: float
    precisions: tuple[float, ...]
    """BLEU's shares of right n-grams, of one to four words."""
    rouge1: float
    rouge2: float
    rouge_l: float
    chrf: float
    exact: float
    """Sentences that are one of their references, letter for letter."""
    valid: float
    """Sentences in which models.faithful finds nothing wrong."""


def quality(
    sentences: Sequence[str], references: Sequence[Sequence[str]], valid: Sequence[bool]
) -> Quality:
    """Set sentences against all their references. There must be one sentence at least."""
    bleu, chrf = _metrics()
    streams = _streams(references)
    scored = bleu.corpus_score(sentences, streams)
    one, two, longest = rouge(sentences, references)
    pairs = list(zip(sentences, references, strict=True))
    return Quality(
        bleu=scored.score,
        precisions=tuple(scored.precisions),
        rouge1=one,
        rouge2=two,
        rouge_l=longest,
        chrf=chrf.corpus_score(sentences, streams).score,
        exact=_share([text in known for text, known in pairs]),
        valid=_share(valid),
    )


def _metrics() -> tuple[Any, Any]:
    try:
        from sacrebleu.metrics.bleu import BLEU
        from sacrebleu.metrics.chrf import CHRF
    except ImportError as error:
        raise missing_library("sacrebleu") from error
    return BLEU(), CHRF()


def _streams(references: Sequence[Sequence[str]]) -> list[list[str | None]]:
    """sacrebleu wants the first reference of every sentence, then every second, and so on."""
    most = max(map(len, references))
    return [[refs[at] if at < len(refs) else None for refs in references] for at in range(most)]


def _share(found: Sequence[bool]) -> float:
    return 100 * sum(found) / len(found)
