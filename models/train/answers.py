"""What a model makes of pairs: the likelihoods of their answers' tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.train.batches import Example
from models.train.place import Place
from models.train.weights import inner


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples as tensors. Rows are filled up at their right end.

    No mask is needed: each token only looks to its left, so what fills a row up is never seen by
    a token that counts, and attention without a mask is faster.
    """

    rows: Any
    """Token ids, one row for each example."""
    places: Any
    """True where the next token is one of an answer; one column less than `rows`."""
    targets: Any
    """The answers' tokens, in the order of `places`."""


def as_batch(examples: Sequence[Example], device: Any) -> Batch:
    """Examples of about equal length, at a device."""
    import torch

    longest = max(e.length for e in examples)
    rows = [[*e.prompt, *e.answer] + [0] * (longest - e.length) for e in examples]
    places = [
        [False] * (len(e.prompt) - 1) + [True] * len(e.answer) + [False] * (longest - e.length)
        for e in examples
    ]
    targets = [token for e in examples for token in e.answer]
    return Batch(
        torch.tensor(rows).to(device, non_blocking=True),
        torch.tensor(places).to(device, non_blocking=True),
        torch.tensor(targets).to(device, non_blocking=True),
    )


def answer_logits(model: Any, batch: Batch, place: Place) -> Any:
    """The logits of the answers' tokens alone: elsewhere none are computed. In full precision."""
    causal = inner(model)
    with place.autocast():
        states = causal.get_decoder()(input_ids=batch.rows, use_cache=False).last_hidden_state
        logits = causal.get_output_embeddings()(states[:, :-1][batch.places])
    return _capped(logits.float(), causal.config)


def _capped(logits: Any, config: Any) -> Any:
    cap = getattr(config, "final_logit_softcapping", None)
    return logits if not cap else (logits / cap).tanh() * cap


def cross_entropy(model: Any, batch: Batch, place: Place) -> Any:
    """The mean loss over the answers' tokens."""
    import torch

    logits = answer_logits(model, batch, place)
    return torch.nn.functional.cross_entropy(logits, batch.targets)
