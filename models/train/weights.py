"""Models in memory: a base made ready for a method of training, its weights saved and read back.

Whatever else trains or measures models (an evaluation of methods, a personal style) builds them
here, so that all are built alike.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Final

from models.train.errors import BadBaseError, MissingToolError, TrainError
from models.train.place import Place
from models.train.recipe import Recipe
from models.train.speed import use_fused_norms, use_lean_norms, use_weight_space

ADAPTER_FILE: Final = "adapter_model.safetensors"


def libraries() -> tuple[Any, Any, Any]:
    """torch, transformers and peft. Raises MissingToolError."""
    # Where it is installed, peft loads it, and it tells of a faster way that it has not got.
    logging.getLogger("bitsandbytes").setLevel(logging.ERROR)
    try:
        import peft
        import torch
        import transformers
    except ModuleNotFoundError as error:
        raise MissingToolError(error.name or "torch") from error
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    # What the hub's client tells of each attempt stands in the one sentence at the end.
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)
    return torch, transformers, peft


def load_model(folder: Path, dtype: Any, **options: Any) -> Any:
    """The causal language model in a folder. Raises BadBaseError, in one sentence."""
    _torch, transformers, _peft = libraries()
    if not (folder / "config.json").is_file():
        raise BadBaseError(f"{folder}: there is no config.json; `aac-train base` makes a base")
    require_causal(_config(folder), str(folder))
    options = {"attn_implementation": "sdpa", **options}
    try:
        return transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=dtype, **options)
    except Exception as error:
        if isinstance(error, MemoryError):
            raise
        raise BadBaseError(f"{folder}: it is no base model ({first_line(error)})") from error


def _config(folder: Path) -> Any:
    _torch, transformers, _peft = libraries()
    try:
        return transformers.AutoConfig.from_pretrained(folder)
    except Exception as error:
        raise BadBaseError(f"{folder}: it is no base model ({first_line(error)})") from error


def require_causal(config: Any, name: str) -> None:
    """Raise BadBaseError unless settings are those of a model that continues a text."""
    kinds = getattr(config, "architectures", None) or [config.model_type]
    is_causal = any(kind.endswith(("ForCausalLM", "LMHeadModel")) for kind in kinds)
    if not is_causal or getattr(config, "is_encoder_decoder", False):
        raise BadBaseError(f"{name}: it is a {kinds[0]}, not a causal language model")


def first_line(error: BaseException) -> str:
    """What an error of a library says, short enough for one line."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:200].rstrip(" .:")


def build_model(base: Path, recipe: Recipe, place: Place) -> Any:
    """The base at its place, ready to be trained by the recipe's method.

    lora: frozen weights in the place's kind of numbers, adapters in full precision. qlora: frozen
    weights in four bits. full: all weights in full precision; products are computed in the place's.
    Raises BadBaseError and TrainError.
    """
    torch, _transformers, _peft = libraries()
    if recipe.method == "qlora":
        return _with_adapter(_four_bits(base, place), base, recipe)
    is_full = recipe.method == "full"
    dtype = torch.float32 if is_full else place.precision
    model = load_model(base, dtype, attn_implementation=attention_at(place)).to(place.device)
    if not is_full:
        model = _with_adapter(model, base, recipe)
        use_weight_space(model)
    make_fast(model, place)
    return model


def make_fast(model: Any, place: Place) -> None:
    """The same numbers sooner, by what helps at this place."""
    if place.device.type == "cpu":
        use_lean_norms(model)
    else:
        use_fused_norms(model)


def attention_at(place: Place) -> str:
    """Which of transformers' ways to attend is fastest for texts as short as ours."""
    return "eager" if place.device.type == "cpu" else "sdpa"


def _with_adapter(model: Any, base: Path, recipe: Recipe) -> Any:
    _torch, _transformers, peft = libraries()
    settings = peft.LoraConfig(
        r=recipe.rank,
        lora_alpha=recipe.alpha,
        lora_dropout=recipe.dropout,
        target_modules=list(recipe.modules),
        task_type="CAUSAL_LM",
    )
    try:
        return peft.get_peft_model(model, settings)
    except ValueError as error:
        raise BadBaseError(f"{base}: no adapter fits it ({first_line(error)})") from error


def _four_bits(base: Path, place: Place) -> Any:
    """A frozen base in four bits (nf4): Dettmers et al. 2023, arXiv 2305.14314.

    Made for GPUs; on a processor it does the same, slowly.
    """
    torch, transformers, peft = libraries()
    try:
        import bitsandbytes  # noqa: F401
    except ImportError as error:
        raise TrainError(
            "QLoRA needs the library bitsandbytes: pip install bitsandbytes, or take the method "
            "lora, which gives the same kind of adapter"
        ) from error
    bits = transformers.BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
    there = "cpu" if place.device.type == "cpu" else place.device.index or 0
    model = load_model(base, torch.bfloat16, quantization_config=bits, device_map={"": there})
    return peft.prepare_model_for_kbit_training(model)


def inner(model: Any) -> Any:
    """The causal model itself, where adapters are around it."""
    return model.get_base_model() if hasattr(model, "get_base_model") else model


def trained(model: Any) -> list[Any]:
    """The parameters that learn, in an order that a checkpoint relies on."""
    return [parameter for parameter in model.parameters() if parameter.requires_grad]


def save_weights(model: Any, folder: Path) -> None:
    """What was learnt: the adapter, or all weights."""
    model.save_pretrained(folder)


def load_weights(model: Any, folder: Path) -> None:
    """Put what was saved into a model that was built alike. Raises BadBaseError if it misfits."""
    from safetensors.torch import load_file

    is_adapter = hasattr(model, "get_base_model")
    path = folder / (ADAPTER_FILE if is_adapter else "model.safetensors")
    try:
        weights = load_file(path)
    except OSError as error:
        raise TrainError(f"{folder}: there is no {path.name}") from error
    except Exception as error:
        raise BadBaseError(f"{path}: it is damaged ({first_line(error)})") from error
    fits = _load_adapter(model, weights) if is_adapter else _load_all(model, weights)
    if not fits:
        kind = "adapter was" if is_adapter else "weights were"
        raise BadBaseError(f"{folder}: the {kind} made for another base or rank")


def _load_adapter(model: Any, weights: dict[str, Any]) -> bool:
    _torch, _transformers, peft = libraries()
    names = set(peft.get_peft_model_state_dict(model))
    if names != set(weights):
        return False
    try:
        peft.set_peft_model_state_dict(model, weights)
    except RuntimeError:
        return False
    return True


def _load_all(model: Any, weights: dict[str, Any]) -> bool:
    try:
        result = model.load_state_dict(weights, strict=False)
    except RuntimeError:
        return False
    tied = {"lm_head.weight"}
    return not result.unexpected_keys and set(result.missing_keys) <= tied
