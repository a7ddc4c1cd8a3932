"""From base and adapter to the GGUF files that the product loads.

The adapter is merged into the base; the merged weights go into a GGUF with the base's own
description of itself and its cut vocabulary. Names of tensors are those of gguf-py's tensor map;
Gemma's norms are stored with one added, as llama.cpp's converter does.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from models.train.base import copy_metadata, write_all, write_vocabulary
from models.train.errors import BadBaseError, MissingToolError
from models.train.fetch import sha256
from models.train.lora import final_adapter
from models.train.quantise import KINDS, quantise
from models.train.vocabulary import open_gguf, read_vocabulary

_ARCHITECTURE: Final = "gemma3"


def merge(base: Path, adapter: Path | None, folder: Path) -> None:
    """Add an adapter to its base, and save the whole for transformers."""
    model = _load(base)
    if adapter is not None:
        model = _with_adapter(model, adapter)
    model.save_pretrained(folder)
    (folder / "tokenizer.json").write_bytes((base / "tokenizer.json").read_bytes())
    (folder / "base.gguf").write_bytes((base / "base.gguf").read_bytes())


def _load(folder: Path) -> Any:
    try:
        import torch
        from transformers import AutoModelForCausalLM
    except ModuleNotFoundError as error:
        raise MissingToolError("transformers with torch") from error
    try:
        return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise BadBaseError(f"{folder}: it is no base model ({error})") from error


def _with_adapter(model: Any, adapter: Path) -> Any:
    try:
        from peft import PeftModel
    except ModuleNotFoundError as error:
        raise MissingToolError("peft") from error
    try:
        return PeftModel.from_pretrained(model, str(adapter)).merge_and_unload()
    except (OSError, ValueError, RuntimeError) as error:
        raise BadBaseError(f"{adapter}: it is no adapter for this base ({error})") from error


def write_gguf(merged: Path, target: Path, name: str) -> None:
    """Write merged weights as an F16 GGUF; whole at `target` or not at all.

    Raises BadBaseError for an architecture that this cannot write.
    """
    import numpy as np
    from gguf import GGUFWriter, LlamaFileType

    reader = open_gguf(merged / "base.gguf")
    architecture = reader.fields["general.architecture"].contents()
    if architecture != _ARCHITECTURE:
        raise BadBaseError(f"{merged}: {architecture} cannot be written yet, {_ARCHITECTURE} can")
    draft = target.with_name(f"{target.name}.tmp")
    writer = GGUFWriter(draft, architecture)
    for key in ("general.name", "general.file_type", "general.quantization_version"):
        reader.fields.pop(key, None)
    copy_metadata(reader, writer)
    writer.add_name(name)
    writer.add_file_type(LlamaFileType.MOSTLY_F16)
    write_vocabulary(writer, read_vocabulary(merged / "base.gguf"))
    for tensor_name, values in _tensors(merged):
        kind = np.float16 if values.ndim > 1 else np.float32
        writer.add_tensor(tensor_name, np.ascontiguousarray(values.astype(kind)))
    write_all(writer)
    draft.replace(target)


def _tensors(merged: Path) -> Iterator[tuple[str, Any]]:
    """Names and values as GGUF has them."""
    from gguf import MODEL_ARCH, get_tensor_name_map
    from safetensors import safe_open

    with safe_open(merged / "model.safetensors", "np") as file:
        names = list(file.keys())
        layers = 1 + max(int(name.split(".")[2]) for name in names if ".layers." in name)
        known = get_tensor_name_map(MODEL_ARCH.GEMMA3, layers)
        for name in names:
            if name == "lm_head.weight":
                continue
            values = file.get_tensor(name)
            target = known.get_name(name, try_suffixes=(".weight",))
            if target is None:
                raise BadBaseError(f"{merged}: the tensor {name} has no place in a GGUF file")
            yield target, values + 1 if name.endswith("norm.weight") else values


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train export`."""
    parser.add_argument("base", type=Path, help="the folder of the base")
    parser.add_argument("run", type=Path, help="the folder of an `aac-train lora` run")
    parser.add_argument("folder", type=Path, help="where the files go")
    parser.add_argument("--name", default="aac", help="how the model is called")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS[:3]))


def run(options: argparse.Namespace) -> None:
    """`aac-train export`."""
    merged = options.folder / "merged"
    merged.mkdir(parents=True, exist_ok=True)
    merge(options.base, final_adapter(options.run), merged)
    whole = options.folder / f"{options.name}-f16.gguf"
    write_gguf(merged, whole, options.name)
    files = [whole]
    for kind in options.kinds:
        files.append(options.folder / f"{options.name}-{kind}.gguf")
        quantise(whole, files[-1], kind)
    for file in files:
        print(f"{file}: {file.stat().st_size} bytes, sha256 {sha256(file)}")  # noqa: T201
