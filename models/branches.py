"""The branches of a beam inside llama.cpp: what they have in common is computed and kept once.

Text 0 is the prompt as far as it is kept for the next tap; text 1 is prompt and draft; the others
belong to the beginnings that are being followed.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any, Final

from models.beam import Follow, Tokens
from models.decoding import Decoding, log_probabilities
from models.errors import GenerationCancelledError
from models.llama import LlamaModel, Place

_PROMPT: Final = 0
_DRAFT: Final = 1
_FIRST_BRANCH: Final = 2


class Branches:
    """What may follow a prompt, by a model that has read all of it but its tail.

    A draft is an answer that the model may well agree with. It is computed in one go together with
    the end of the prompt, which costs little more than one token of an answer; where the model
    agrees, its own answer needs no further computation (speculative decoding, Leviathan et al.
    2023), and the draft's likelihood is known.
    """

    def __init__(self, model: LlamaModel, decoding: Decoding, cancelled: threading.Event) -> None:
        self._model, self._decoding, self._cancelled = model, decoding, cancelled
        self._known: dict[Tokens, list[Follow]] = {}
        self._texts: dict[Tokens, int] = {}
        self._free = list(range(_FIRST_BRANCH, _FIRST_BRANCH + decoding.beam))
        self._start = 0

    def read(self, head: int, tail: Sequence[int], draft: Tokens) -> float:
        """Compute the prompt's tail behind its first `head` tokens, and the draft behind it.

        Returns how likely the model finds the draft, as log-probability; 0 for an empty one.
        """
        self._start = head + len(tail)
        self._model.branch(_PROMPT, _DRAFT, head)
        places = [
            Place(token, head + index, (_PROMPT, _DRAFT), tells=index == len(tail) - 1)
            for index, token in enumerate(tail)
        ]
        places += [Place(token, self._start + i, (_DRAFT,)) for i, token in enumerate(draft[:-1])]
        likelihood = 0.0
        for length, logits in enumerate(self._computed(places)):
            chances = log_probabilities(logits)
            self._known[draft[:length]] = self._follows(chances)
            if length < len(draft):
                likelihood += float(chances[draft[length]])
        return likelihood

    def after(self, beginnings: Sequence[Tokens]) -> list[list[Follow]]:
        """What may follow each beginning. Raises GenerationCancelledError between tokens."""
        new = [beginning for beginning in beginnings if beginning not in self._known]
        if new:
            places = self._placed(new)
            for beginning, logits in zip(new, self._computed(places), strict=True):
                self._known[beginning] = self._follows(log_probabilities(logits))
        return [self._known[beginning] for beginning in beginnings]

    def _computed(self, places: Sequence[Place]) -> Iterator[Any]:
        """The logits of each place that tells, in turn; a view that the next one overwrites."""
        for start in range(0, len(places), self._model.batch):
            if self._cancelled.is_set():
                raise GenerationCancelledError("the message changed")
            part = places[start : start + self._model.batch]
            self._model.extend(part)
            for index, place in enumerate(part):
                if place.tells:
                    yield self._model.logits(index)

    def _placed(self, beginnings: Sequence[Tokens]) -> list[Place]:
        """A text for each beginning: its parent's, or a copy where several go on from one."""
        self._release({beginning[:-1] for beginning in beginnings})
        texts = []
        for index, beginning in enumerate(beginnings):
            parent = beginning[:-1]
            is_shared = any(other[:-1] == parent for other in beginnings[index + 1 :])
            if parent in self._texts and not is_shared:
                texts.append(self._texts[parent])
                continue
            text = self._free.pop()
            length = self._start + len(parent)
            self._model.branch(self._texts.get(parent, _DRAFT), text, length)
            texts.append(text)
        self._texts = dict(zip(beginnings, texts, strict=True))
        return [
            Place(beginning[-1], self._start + len(beginning) - 1, (text,))
            for beginning, text in zip(beginnings, texts, strict=True)
        ]

    def _release(self, needed: set[Tokens]) -> None:
        for tokens in [tokens for tokens in self._texts if tokens not in needed]:
            text = self._texts.pop(tokens)
            self._model.drop(text)
            self._free.append(text)

    def _follows(self, chances: Any) -> list[Follow]:
        import numpy as np

        if self._decoding.beam == 1:
            best = int(chances.argmax())
            return [Follow(best, float(chances[best]))]
        # What is further behind the best than the margin would be given up in any case.
        near = np.flatnonzero(chances >= chances.max() - self._decoding.margin)
        order = near[np.argsort(-chances[near], kind="stable")][: self._decoding.beam]
        return [Follow(int(token), float(chances[token])) for token in order]

    @staticmethod
    def forget(model: LlamaModel) -> None:
        """Drop everything but the prompt."""
        for text in range(_DRAFT, _FIRST_BRANCH + 8):
            model.drop(text)
