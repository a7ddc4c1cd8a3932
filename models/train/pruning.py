"""Which parts of a model can be spared: layers without which it loses least, one after the other,
and the units of feed-forward layers that do least.

Dropping layers evenly takes no account of what each does. Here, as in Men et al., "ShortGPT"
(2024, arXiv 2403.03853) and Kim et al., "Shortened LLaMA" (2024, arXiv 2402.02834), a layer is
worth what the loss rises without it. The search is greedy: the loss is measured anew after each
layer that goes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from models.train.codec import Codec
from models.train.errors import BadBaseError
from models.train.gguf_files import write_weights
from models.train.importance import Importance, importance
from models.train.learner import Learner
from models.train.pair import Pair
from models.train.place import find_place
from models.train.students import kept_layers, kinds_of, with_layers, with_width
from models.train.weights import inner, libraries, load_model

_TOKENS = 1600

Loss = Callable[[Sequence[int]], float]
"""From the layers that stay to the loss without the others."""
Tell = Callable[[int, float], None]
"""Is told each layer that goes, and the loss without it."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Layers of one kind between two that stay, and how many of them are wanted."""

    layers: frozenset[int]
    wanted: int


def spared(kinds: Sequence[str], wanted: int, loss: Loss, tell: Tell) -> tuple[int, ...]:
    """The layers that stay, in their order: as many as are wanted, at the least loss.

    The kinds of layers are as far apart as `kept_layers` has them, for llama.cpp must know them by
    their number. Raises BadBaseError for a number that cannot be had.
    """
    evenly = kept_layers(kinds, wanted)
    stretches = tuple(_stretches(kinds, evenly))
    free = frozenset().union(*(stretch.layers for stretch in stretches))
    kept = sorted({*evenly, *free})
    while len(kept) > wanted:
        tried = {
            layer: loss([at for at in kept if at != layer])
            for stretch in stretches
            for layer in sorted(stretch.layers.intersection(kept))
            if len(stretch.layers.intersection(kept)) > stretch.wanted
        }
        least = min(tried, key=lambda layer: (tried[layer], layer))
        kept.remove(least)
        tell(least, tried[least])
    return tuple(kept)


def _stretches(kinds: Sequence[str], evenly: Sequence[int]) -> Iterator[_Stretch]:
    """Where all are alike all but the first and the last are one stretch; else those between two
    layers that look at all words.
    """
    if len(set(kinds)) == 1:
        yield _Stretch(frozenset(range(1, len(kinds) - 1)), len(evenly) - 2)
        return
    far = kinds[-1]
    for start, end in pairwise([-1, *(at for at in evenly if kinds[at] == far)]):
        near = frozenset(at for at in range(start + 1, end) if kinds[at] != far)
        yield _Stretch(near, len(near.intersection(evenly)))


def least_missed(learner: Learner, wanted: int, pairs: Sequence[Pair], tell: Tell) -> list[int]:
    """Which layers of a learner's model stay, by its loss on these pairs. The model is unchanged.

    Raises BadBaseError for a number of layers that cannot be had.
    """
    body: Any = inner(learner.model).model
    whole = body.layers

    def loss(kept: Sequence[int]) -> float:
        body.layers = type(whole)(whole[at] for at in kept)
        body.config.num_hidden_layers = len(kept)
        try:
            return learner.valid_loss(pairs, _TOKENS)
        finally:
            body.layers = whole
            body.config.num_hidden_layers = len(whole)

    return list(spared(kinds_of(body.config), wanted, loss, tell))


def busiest_units(model: Any, met: Importance, width: int) -> list[list[int]]:
    """For each layer, which `width` units of its feed-forward part add most to what leaves it: by
    the mean square of the unit times the length of its column. `met` is the importance of the
    model's weights.
    """
    body: Any = inner(model).model
    kept = list[list[int]]()
    for at, layer in enumerate(body.layers):
        columns = layer.mlp.down_proj.weight.detach().float().cpu()
        if not 1 <= width <= columns.shape[1]:
            raise BadBaseError(f"{width} units cannot be had of {columns.shape[1]}")
        worth = columns.new_tensor(met[f"blk.{at}.ffn_down.weight"]) * columns.square().sum(0)
        kept.append(sorted(worth.topk(width).indices.tolist()))
    return kept


def make_student(
    source: Path, folder: Path, layers: int = 0, by: Sequence[Pair] = (), width: int = 0
) -> None:
    """A base with fewer layers, of a base's folder, or with narrower ones. Raises BadBaseError.

    The layers that stay are those that are missed most on the pairs `by`; without any, they are
    evenly apart. Of each feed-forward layer the `width` busiest units stay. 0: all of them.
    """
    torch, _transformers, _peft = libraries()
    model, place = load_model(source, torch.float32), find_place()
    kinds = kinds_of(model.config)
    kept: Sequence[int] = range(len(kinds))
    units = busiest_units(model, importance(source, by), width) if width else []
    if layers:
        kept = kept_layers(kinds, layers)
        if by:
            learner = Learner(model.to(place.device), Codec(source), place)
            kept = least_missed(learner, layers, by, _tell_spared)
        model = with_layers(model.cpu(), kept)
    if units:
        model = with_width(model, [units[at] for at in kept])
    folder.mkdir(parents=True, exist_ok=True)
    model.save_pretrained(folder)
    if folder != source:
        shutil.copyfile(source / "tokenizer.json", folder / "tokenizer.json")
    if (source / "base.gguf").is_file():
        write_weights(folder, source / "base.gguf", folder / "base.gguf", f"{len(kept)} layers")
    about = {"source": source.name, "layers": len(kept), "kept": list(kept), "width": width}
    (folder / "base.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")


def _tell_spared(layer: int, loss: float) -> None:
    print(f"without layer {layer}: loss {loss:.4f}", flush=True)  # noqa: T201
