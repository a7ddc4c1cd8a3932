"""A model's own sentences for many lists of words at once: the likeliest token at each step.

What has come to its end leaves the batch, so that the last sentences do not hold up the others;
transformers' own generation computes all rows until the longest is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from models.train.codec import Codec
from models.train.pair import Pair
from models.train.place import Place
from models.train.weights import inner

_TOGETHER: Final = 256
_SPARE_TOKENS: Final = 16


def speak(model: Any, codec: Codec, pairs: Sequence[Pair], place: Place) -> list[str]:
    """The model's sentences for the words of these pairs; what does not end is cut off."""
    asked = [codec.asked(pair) for pair in pairs]
    order = sorted(range(len(asked)), key=lambda at: len(asked[at]))
    said: dict[int, str] = {}
    for start in range(0, len(order), _TOGETHER):
        chosen = order[start : start + _TOGETHER]
        written = write(inner(model), [asked[at] for at in chosen], codec.end, place)
        said.update((at, codec.said(tokens)) for at, tokens in zip(chosen, written, strict=True))
    return [said[at] for at in range(len(asked))]


def write(causal: Any, asked: Sequence[Sequence[int]], end: int, place: Place) -> list[list[int]]:
    """What the model writes after each of these texts, without the end token."""
    import torch

    longest = max(map(len, asked))
    rows = torch.tensor([[end] * (longest - len(row)) + list(row) for row in asked])
    mask = torch.tensor([[0] * (longest - len(row)) + [1] * len(row) for row in asked])
    written: list[list[int]] = [[] for _row in asked]
    with torch.no_grad(), place.autocast():
        _write(causal, rows.to(place.device), mask.to(place.device), written, end)
    return written


def _write(causal: Any, rows: Any, mask: Any, written: list[list[int]], end: int) -> None:
    """Fill `written`; rows are left-padded, and `mask` is 0 there."""
    import torch
    from transformers import DynamicCache

    cache = DynamicCache(config=causal.config)
    live = list(range(len(written)))
    for _ in range(2 * rows.shape[1] + _SPARE_TOKENS):
        places = (mask.cumsum(-1) - 1).clamp(min=0)[:, -rows.shape[1] :]
        states = causal.get_decoder()(
            input_ids=rows,
            attention_mask=mask,
            position_ids=places,
            past_key_values=cache,
            use_cache=True,
        ).last_hidden_state
        tokens = causal.get_output_embeddings()(states[:, -1]).argmax(-1)
        on = tokens != end
        for row, token in zip(live, tokens.tolist(), strict=True):
            if token != end:
                written[row].append(token)
        if not bool(on.all()):
            live = [row for row, goes_on in zip(live, on.tolist(), strict=True) if goes_on]
            tokens, mask = tokens[on], mask[on]
            cache.batch_select_indices(on)
        if not live:
            return
        rows = tokens.unsqueeze(1)
        mask = torch.cat([mask, mask.new_ones(len(live), 1)], dim=1)
