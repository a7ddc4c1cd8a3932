"""Pairs as numbers, in batches of about equal size; the order follows from the seed alone."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from models.prompts import training_text
from models.train.pair import Pair

_POOL: Final = 2048
_PAIRS_A_TOKEN: Final = 1.5
"""Pairs that are sorted by length at a time, and as many at least for each token of a batch:
batches of like lengths hold little padding."""


@dataclass(frozen=True, slots=True)
class Example:
    """One pair in tokens."""

    prompt: tuple[int, ...]
    """The start token and the prompt of models.prompts."""
    answer: tuple[int, ...]
    """The answer and the token that ends it: on these the loss is taken."""

    @property
    def length(self) -> int:
        return len(self.prompt) + len(self.answer)


def example(pair: Pair, encode: Callable[[str], list[int]], start: int, end: int) -> Example:
    """A pair in tokens. Prompt and answer are split apart, as they are in use."""
    asked, answered = training_text(pair.glosses, pair.language, pair.controls, pair.sentence)
    return Example((start, *encode(asked)), (*encode(answered), end))


@dataclass(frozen=True, slots=True)
class Share:
    """Pairs that make up a part of the mix."""

    pairs: tuple[Pair, ...]
    weight: float
    """Its part of the presentations, relative to the other shares'."""


class Mix:
    """Draws pairs from shares by their weights, without end; each share is gone through in turn.

    The order depends on the seed alone, so a run that goes on where it stopped sees what it would
    have seen.
    """

    def __init__(self, shares: Sequence[Share], seed: int) -> None:
        self._shares = [share for share in shares if share.pairs]
        self._rng, self._seed = random.Random(seed), seed

    @property
    def size(self) -> int:
        """How many pairs there are in all shares together: as many as an epoch sees."""
        return sum(len(share.pairs) for share in self._shares)

    def draw(self) -> Iterator[Pair]:
        """Pair after pair."""
        orders: list[list[int]] = [[] for _share in self._shares]
        weights = [share.weight for share in self._shares]
        while True:
            (at,) = self._rng.choices(range(len(self._shares)), weights)
            if not orders[at]:
                orders[at] = list(range(len(self._shares[at].pairs)))
                self._rng.shuffle(orders[at])
            yield self._shares[at].pairs[orders[at].pop()]

    def pools(self, tokens: int) -> Iterator[Pool]:
        """The pairs, as many at a time as are cut into batches of about `tokens` tokens."""
        pairs, size = self.draw(), max(_POOL, round(tokens * _PAIRS_A_TOKEN))
        for number in itertools.count():
            yield Pool(tuple(itertools.islice(pairs, size)), tokens, f"{self._seed}/{number}")

    def batches(
        self, encode: Callable[[Pair], Example], tokens: int
    ) -> Iterator[tuple[Example, ...]]:
        """Batches of about `tokens` tokens, padding counted in."""
        for pool in self.pools(tokens):
            yield from pool.batches(encode)


@dataclass(frozen=True, slots=True)
class Pool:
    """Pairs that are cut into batches together."""

    pairs: tuple[Pair, ...]
    tokens: int
    """Of a batch, about."""
    seed: str

    def batches(self, encode: Callable[[Pair], Example]) -> list[tuple[Example, ...]]:
        """Batches of examples of about one length, in any order."""
        examples = sorted(map(encode, self.pairs), key=lambda e: e.length)
        ready = list(packed(examples, self.tokens))
        random.Random(self.seed).shuffle(ready)
        return ready


def packed(examples: Sequence[Example], tokens: int) -> Iterator[tuple[Example, ...]]:
    """Cut examples, the shorter first, into batches; one that is too long stands alone."""
    batch: list[Example] = []
    for item in examples:
        if batch and (len(batch) + 1) * item.length > tokens:
            yield tuple(batch)
            batch = []
        batch.append(item)
    if batch:
        yield tuple(batch)
