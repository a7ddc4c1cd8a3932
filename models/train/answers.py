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
    """Where the next token is one of an answer, counted through all rows."""
    targets: Any
    """The answers' tokens, in the order of `places`."""


def as_batch(examples: Sequence[Example], device: Any) -> Batch:
    """Examples of about equal length, at a device."""
    import numpy as np
    import torch

    longest = max(e.length for e in examples)
    rows = np.zeros((len(examples), longest), dtype=np.int64)
    places = []
    for at, (row, example) in enumerate(zip(rows, examples, strict=True)):
        row[: example.length] = (*example.prompt, *example.answer)
        first = at * longest + len(example.prompt) - 1
        places.append(np.arange(first, first + len(example.answer)))
    targets = np.concatenate([np.array(e.answer, dtype=np.int64) for e in examples])

    def there(values: Any) -> Any:
        tensor = torch.from_numpy(values)
        # From pinned memory it is copied while the device goes on computing.
        pinned = tensor.pin_memory() if torch.device(device).type == "cuda" else tensor
        return pinned.to(device, non_blocking=True)

    return Batch(there(rows), there(np.concatenate(places)), there(targets))


def answer_logits(model: Any, batch: Batch, place: Place) -> Any:
    """The logits of the answers' tokens alone: elsewhere none are computed. In full precision."""
    causal = inner(model)
    with place.autocast():
        states = causal.get_decoder()(input_ids=batch.rows, use_cache=False).last_hidden_state
        answers = states.flatten(0, 1).index_select(0, batch.places)
        logits = causal.get_output_embeddings()(answers)
    return _capped(logits.float(), causal.config)


def _capped(logits: Any, config: Any) -> Any:
    cap = getattr(config, "final_logit_softcapping", None)
    return logits if not cap else (logits / cap).tanh() * cap


def cross_entropy(model: Any, batch: Batch, place: Place) -> Any:
    """The mean loss over the answers' tokens."""
    import torch

    logits = answer_logits(model, batch, place)
    return torch.nn.functional.cross_entropy(logits, batch.targets)
