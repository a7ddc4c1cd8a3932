"""A larger model that teaches a smaller one: by its likelihoods, and by its own sentences."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from models.engine import Tense
from models.errors import UnsupportedLanguageError
from models.faithful import check
from models.train.answers import Batch, answer_logits
from models.train.codec import Codec
from models.train.pair import Pair
from models.train.place import Place
from models.train.speech import speak
from models.train.weights import attention_at, load_model, make_fast

_TENSES: Final = (Tense.PRESENT, Tense.PAST, Tense.FUTURE)
_NEW_WORD, _NEW_TENSE, _NEGATED = 0.7, 0.1, 0.05
"""How often a list of words is changed in this way before the teacher is asked."""


_OLD_IN_A_ROW: Final = 1000
"""So many lists that were asked before, one after the other, and there are no new ones."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """A model that has learnt its part."""

    model: Any
    codec: Codec
    place: Place

    def answers(self, asked: Sequence[Pair]) -> Iterator[Pair]:
        """The teacher's sentences for these words; only those that say what was chosen."""
        said = speak(self.model, self.codec, asked, self.place)
        for pair, sentence in zip(asked, said, strict=True):
            if sentence and _is_faithful(sentence, pair):
                yield replace(pair, sentence=sentence)


def load_teacher(folder: Path, place: Place) -> Teacher:
    """The model of a folder, in the place's kind of numbers. Raises BadBaseError."""
    kind = attention_at(place)
    model = load_model(folder, place.precision, attn_implementation=kind).to(place.device).eval()
    model.requires_grad_(False)
    make_fast(model, place)
    return Teacher(model, Codec(folder), place)


def _is_faithful(sentence: str, pair: Pair) -> bool:
    try:
        return check(sentence, pair.glosses, pair.language, pair.controls).ok
    except UnsupportedLanguageError:
        return False


@dataclass(frozen=True, slots=True)
class SoftObjective:
    """The distance from the teacher's likelihoods, with the plain loss on the answer.

    `share` of the first, measured as in Hinton, Vinyals and Dean, "Distilling the knowledge in a
    neural network" (2015): Kullback-Leibler, times the square of the temperature.
    """

    teacher: Teacher
    share: float
    temperature: float = 1.0

    def __call__(self, model: Any, batch: Batch, place: Place) -> Any:
        import torch

        functional = torch.nn.functional
        with torch.no_grad():
            right = answer_logits(self.teacher.model, batch, self.teacher.place)
            right = functional.log_softmax(right / self.temperature, dim=-1)
        logits = answer_logits(model, batch, place)
        plain = functional.cross_entropy(logits, batch.targets)
        mine = functional.log_softmax(logits / self.temperature, dim=-1)
        distance = functional.kl_div(mine, right, reduction="batchmean", log_target=True)
        return self.share * distance * self.temperature**2 + (1 - self.share) * plain


class WordLists:
    """Lists of words as people tap them, without end: those of pairs, with words put in others.

    A word may take another's place where it has stood after the same word before.
    """

    def __init__(self, pairs: Sequence[Pair], seed: int) -> None:
        self._pairs, self._rng = pairs, random.Random(seed)
        self._after: dict[tuple[str, str], list[str]] = defaultdict(list)
        for pair in pairs:
            for left, right in pairwise(("", *pair.glosses)):
                self._after[pair.language, left].append(right)

    def __iter__(self) -> Iterator[Pair]:
        """Pairs whose words and controls are to be answered; their sentences are old ones."""
        while True:
            yield self._changed(self._rng.choice(self._pairs))

    def _changed(self, pair: Pair) -> Pair:
        glosses, controls = list(pair.glosses), pair.controls
        while self._rng.random() < _NEW_WORD:
            at = self._rng.randrange(len(glosses))
            left = glosses[at - 1] if at else ""
            glosses[at] = self._rng.choice(self._after.get((pair.language, left), glosses))
        if self._rng.random() < _NEW_TENSE and not controls.tense:
            controls = replace(controls, tense=self._rng.choice(_TENSES))
        if self._rng.random() < _NEGATED:
            controls = replace(controls, negative=True)
        return replace(pair, glosses=tuple(glosses), controls=controls)


def unlike(asked: Iterable[Pair], seen: set[tuple[object, ...]]) -> Iterator[Pair]:
    """Lists that were not asked before, until next to none is new; `seen` grows."""
    old = 0
    for pair in asked:
        key = (pair.language, pair.glosses, pair.controls)
        old = old + 1 if key in seen else 0
        if old > _OLD_IN_A_ROW:
            return
        if key not in seen:
            seen.add(key)
            yield pair
