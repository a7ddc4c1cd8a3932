"""Which columns of a model's weights matter most: those that meet large numbers.

A column is worth the mean square of what it is multiplied with, over the words and sentences of
pairs. Rounding to few bits then errs least where it would be noticed most: llama.cpp's importance
matrix (tools/imatrix/README.md there).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from models.train.codec import Codec
from models.train.gguf_files import gguf_name, read_config
from models.train.learner import Learner
from models.train.pair import Pair
from models.train.place import find_place
from models.train.weights import libraries, load_model

_TOKENS = 1600
_ARCHITECTURES = {"gemma3_text": "gemma3", "llama": "llama"}

Importance = Mapping[str, Any]
"""By the name of a tensor in GGUF a row of float32, one for each column."""


def importance(folder: Path, pairs: Sequence[Pair]) -> Importance:
    """What the linear layers of a merged model meet on the first few hundred of these pairs.

    Raises BadBaseError for a folder that holds no model that can be written as GGUF.
    """
    torch, _transformers, _peft = libraries()
    place = find_place()
    model = load_model(folder, torch.float32).to(place.device)
    met = {
        name: _Met()
        for name, module in model.named_modules()
        if isinstance(module, torch.nn.Linear)
    }
    hooks = [
        module.register_forward_pre_hook(met[name].hook())
        for name, module in model.named_modules()
        if name in met
    ]
    try:
        Learner(model, Codec(folder), place).valid_loss(pairs, _TOKENS)
    finally:
        for hook in hooks:
            hook.remove()
    return _named(folder, met)


class _Met:
    """The sum of squares of what came into a layer, and how many times something came."""

    def __init__(self) -> None:
        self.squares: Any = 0.0
        self.count = 0

    def hook(self) -> Callable[[Any, Any], None]:
        """What torch is to call before the layer."""

        def look(_module: Any, given: Any) -> None:
            rows = given[0].detach().float().reshape(-1, given[0].shape[-1])
            self.squares = self.squares + rows.square().sum(0)
            self.count += rows.shape[0]

        return look


def _named(folder: Path, met: Mapping[str, _Met]) -> Importance:
    config = read_config(folder)
    architecture = _ARCHITECTURES[config.model_type]
    named = {
        gguf_name(f"{name}.weight", architecture, config.num_hidden_layers): found
        for name, found in met.items()
        if found.count
    }
    return {
        name: (found.squares / found.count).cpu().numpy().astype("float32")
        for name, found in named.items()
        if name is not None
    }
