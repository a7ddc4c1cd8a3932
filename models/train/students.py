"""A smaller model out of a larger one: some of its layers, evenly dropped, first and last kept, or
some of the units of each feed-forward layer.

Gemma 3 looks at all words in every sixth layer and at near ones in between, and llama.cpp knows the
kinds of layers by their numbers alone: which of them look at all words is a period. The layers
that are kept are chosen so that the kinds keep their order with a shorter period where that is
possible.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, Final

from models.train.errors import BadBaseError

_ALL: Final = "full_attention"
_NEAR: Final = "sliding_attention"


def evenly(count: int, wanted: int) -> tuple[int, ...]:
    """`wanted` numbers below `count`, as evenly apart as can be, with the first and the last."""
    if wanted == 1:
        return (0,)
    return tuple(round(at * (count - 1) / (wanted - 1)) for at in range(wanted))


def kept_layers(kinds: Sequence[str], wanted: int) -> tuple[int, ...]:
    """Which layers stay, in their order.

    `kinds` says for each layer whether it looks at all words; () where all are alike.
    Raises BadBaseError for a number that cannot be had.
    """
    count = len(kinds)
    if not 2 <= wanted <= count:
        raise BadBaseError(f"{wanted} layers cannot be had of {count}: 2 to {count} can")
    far = [at for at, kind in enumerate(kinds) if kind == _ALL]
    if _NEAR not in kinds or not far or far[-1] != count - 1:
        return evenly(count, wanted)
    orders = (_by_groups(far, groups, wanted) for groups in range(len(far), 0, -1))
    return next(filter(None, orders), evenly(count, wanted))


def _by_groups(far: Sequence[int], groups: int, wanted: int) -> tuple[int, ...] | None:
    """Groups of one size, each ending in a layer that looks at all words; None if they misfit."""
    near, kept = wanted // groups - 1, list[int]()
    ends = [far[-1]] if groups == 1 else [far[at] for at in evenly(len(far), groups)]
    if wanted % groups or not near:
        return None
    for start, end in zip([-1, *ends], ends, strict=False):
        group = [at for at in range(start + 1, end) if at not in far]
        if near > len(group):
            return None
        kept += [group[at] for at in evenly(len(group), near)]
        kept.append(end)
    return tuple(kept)


def period(kinds: Sequence[str]) -> int | None:
    """Every how many layers one looks at all words; None where there is no such order."""
    far = [at + 1 for at, kind in enumerate(kinds) if kind == _ALL]
    if not far or _NEAR not in kinds:
        return None
    is_even = far == list(range(far[0], len(kinds) + 1, far[0]))
    return far[0] if is_even else None


def kinds_with(count: int, every: int) -> list[str]:
    """The kinds of `count` layers where each `every`th looks at all words."""
    return [_NEAR if (at + 1) % every else _ALL for at in range(count)]


def kinds_of(config: Any) -> Sequence[str]:
    """Which layers of a model look at all words."""
    kinds = getattr(config, "layer_types", None)
    return tuple(kinds) if kinds else (_ALL,) * config.num_hidden_layers


def with_layers(model: Any, kept: Sequence[int]) -> Any:
    """A copy of a model with these of its layers alone, in this order."""
    kinds, wanted = kinds_of(model.config), len(kept)
    config = copy.deepcopy(model.config)
    config.num_hidden_layers = wanted
    if getattr(config, "layer_types", None):
        chosen = [kinds[at] for at in kept]
        if _NEAR in chosen and period(chosen) is None:
            chosen = kinds_with(wanted, max(2, round(wanted / chosen.count(_ALL))))
        config.layer_types = chosen
        if hasattr(config, "_sliding_window_pattern"):
            config._sliding_window_pattern = period(chosen)
    smaller = type(model)(config).to(model.dtype)
    numbers = {old: new for new, old in enumerate(kept)}
    smaller.load_state_dict(_renumbered(model.state_dict(), numbers))
    return smaller


def with_width(model: Any, kept: Sequence[Sequence[int]]) -> Any:
    """A copy of a model whose feed-forward layers have these of their units alone.

    `kept` has as many units for each layer, in their order.
    """
    config = copy.deepcopy(model.config)
    config.intermediate_size = len(kept[0])
    narrower = type(model)(config).to(model.dtype)
    weights = model.state_dict()
    for at, units in enumerate(kept):
        chosen = list(units)
        for name in ("gate_proj", "up_proj"):
            key = f"model.layers.{at}.mlp.{name}.weight"
            weights[key] = weights[key][chosen]
        key = f"model.layers.{at}.mlp.down_proj.weight"
        weights[key] = weights[key][:, chosen]
    narrower.load_state_dict(weights)
    return narrower


def _renumbered(weights: dict[str, Any], numbers: dict[int, int]) -> dict[str, Any]:
    mark = "model.layers."
    chosen = {}
    for name, values in weights.items():
        if not name.startswith(mark):
            chosen[name] = values
            continue
        number, _dot, rest = name.removeprefix(mark).partition(".")
        if int(number) in numbers:
            chosen[f"{mark}{numbers[int(number)]}.{rest}"] = values
    return chosen
