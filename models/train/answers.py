"""What a model makes of pairs: likelihoods of the answers' tokens, and answers of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from models.train.batches import Example
from models.train.codec import Codec
from models.train.pair import Pair
from models.train.place import Place
from models.train.weights import inner

_MOST_TOKENS: Final = 64
_TOGETHER: Final = 64


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


def speak(model: Any, codec: Codec, pairs: Sequence[Pair], place: Place) -> list[str]:
    """The model's own sentences for the words of these pairs, the likeliest token at each step."""
    asked = [codec.asked(pair) for pair in pairs]
    order = sorted(range(len(asked)), key=lambda at: len(asked[at]))
    said: dict[int, str] = {}
    for start in range(0, len(order), _TOGETHER):
        chosen = order[start : start + _TOGETHER]
        answers = _generate(model, codec, [asked[at] for at in chosen], place)
        said.update(zip(chosen, answers, strict=True))
    return [said[at] for at in range(len(asked))]


def _generate(
    model: Any, codec: Codec, asked: Sequence[Sequence[int]], place: Place
) -> Iterator[str]:
    import torch

    longest = max(map(len, asked))
    rows = [[codec.end] * (longest - len(row)) + list(row) for row in asked]
    mask = [[0] * (longest - len(row)) + [1] * len(row) for row in asked]
    causal = inner(model)
    with torch.no_grad(), place.autocast():
        made = causal.generate(
            torch.tensor(rows).to(place.device),
            attention_mask=torch.tensor(mask).to(place.device),
            do_sample=False,
            max_new_tokens=_MOST_TOKENS,
            eos_token_id=codec.end,
            pad_token_id=codec.end,
            # A cut base may still say otherwise in its settings.
            top_k=None,
            top_p=None,
        )
    return (codec.said(row[longest:].tolist()) for row in made)
