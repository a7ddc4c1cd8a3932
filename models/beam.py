"""Several sentences at once: the beam search, for any model that can tell what may follow.

It knows no library and no language. What a beginning means is a tuple of token numbers; the model
behind `Continuations` remembers whatever it needs to go on from one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from models.decoding import Decoding

Tokens = tuple[int, ...]
_PATIENCE: Final = 4
"""Tokens that other answers may be longer than the likeliest whole one."""


@dataclass(frozen=True, slots=True)
class Follow:
    """A token that may come next, and its log-probability."""

    token: int
    log_probability: float


class Continuations(Protocol):
    """What may follow: asked about beginnings that each go on from one asked about before."""

    def after(self, beginnings: Sequence[Tokens]) -> Sequence[Sequence[Follow]]:
        """For each beginning the likeliest next tokens, the best first."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Tokens of an answer and how likely they are together."""

    tokens: Tokens
    log_probability: float

    def score(self, alpha: float) -> float:
        """Log-likelihood, longer answers forgiven (Wu et al. 2016, without its constant)."""
        return normalised(self.log_probability, len(self.tokens), alpha)


def normalised(log_probability: float, tokens: int, alpha: float) -> float:
    """A log-likelihood by which answers of different lengths can be compared."""
    return float(log_probability / max(1, tokens) ** alpha)


def search(
    continuations: Continuations,
    is_whole: Callable[[Tokens], bool],
    decoding: Decoding,
    most: int,
) -> list[Hypothesis]:
    """The best whole answers, best first, at most `decoding.beam`; none if none ends in time.

    Beginnings that are less likely than the best, whole or not, by more than `decoding.margin` are
    given up (relative pruning, Freitag & Al-Onaizan 2017): where the model is sure, one is left.
    """
    whole: list[Hypothesis] = []
    living = [Hypothesis((), 0.0)]
    beside = 0
    for _ in range(most):
        grown = _grown(living, continuations)
        best = max(found.log_probability for found in (*grown, *whole))
        grown = [found for found in grown if found.log_probability >= best - decoding.margin]
        grown = grown[: decoding.beam]
        whole += [found for found in grown if is_whole(found.tokens)]
        living = [found for found in grown if not is_whole(found.tokens)]
        if decoding.spare is not None and beside + len(living) - 1 > decoding.spare:
            living = living[:1]
        beside += max(0, len(living) - 1)
        if not living or _is_decided(whole, living, decoding):
            break
    ranked = sorted(whole, key=lambda found: (-found.score(decoding.alpha), found.tokens))
    return ranked[: decoding.beam]


def _grown(living: Sequence[Hypothesis], continuations: Continuations) -> list[Hypothesis]:
    """Every beginning with every token that may follow, the likeliest first."""
    follows = continuations.after([hypothesis.tokens for hypothesis in living])
    grown = [
        Hypothesis(
            (*hypothesis.tokens, follow.token), hypothesis.log_probability + follow.log_probability
        )
        for hypothesis, following in zip(living, follows, strict=True)
        for follow in following
    ]
    return sorted(grown, key=lambda found: (-found.log_probability, found.tokens))


def _is_decided(
    whole: Sequence[Hypothesis], living: Sequence[Hypothesis], decoding: Decoding
) -> bool:
    """Whether there are answers enough and none that lives can still enter among them."""
    if not whole:
        return False
    likeliest = max(whole, key=lambda found: found.log_probability)
    if len(living[0].tokens) >= len(likeliest.tokens) + _PATIENCE:
        return True
    if len(whole) < decoding.beam:
        return False
    scores = sorted((found.score(decoding.alpha) for found in whole), reverse=True)
    return scores[decoding.beam - 1] >= max(found.score(decoding.alpha) for found in living)
