"""A LoRA adapter as GGUF: llama.cpp adds it to a model at run time, nothing is merged.

Format: llama.cpp, convert_lora_to_gguf.py: `NAME.lora_a` and `NAME.lora_b` for each adapted matrix,
`adapter.type` and `adapter.lora.alpha`. `adapter.base_sha256` is ours: the checksum of the GGUF
file that the adapter goes with.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from models.train.errors import BadBaseError
from models.train.fetch import sha256
from models.train.gguf_files import (
    architecture_of,
    gguf_name,
    heads_to_permute,
    open_gguf,
    permuted,
    read_config,
)
from models.train.weights import ADAPTER_FILE

BASE_KEY: Final = "adapter.base_sha256"
_PREFIX: Final = "base_model.model."


def write_adapter(base: Path, adapter: Path, target: Path, model: Path) -> None:
    """Write the adapter of a base's folder for use with the GGUF file `model`.

    Raises BadBaseError where it is no adapter, or has no place in such a file.
    """
    import numpy as np
    from gguf import GGUFWriter

    if not (adapter / ADAPTER_FILE).is_file():
        raise BadBaseError(f"{adapter}: it holds no adapter; all weights were trained")
    architecture = architecture_of(open_gguf(model), model)
    settings = json.loads((adapter / "adapter_config.json").read_text(encoding="utf-8"))
    draft = target.with_name(f"{target.name}.tmp")
    writer = GGUFWriter(draft, architecture)
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(settings["lora_alpha"]))
    writer.add_string(BASE_KEY, sha256(model))
    for name, values in _tensors(base, adapter, architecture):
        writer.add_tensor(name, np.ascontiguousarray(values.astype(np.float32)))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    draft.replace(target)


def _tensors(base: Path, adapter: Path, architecture: str) -> Iterator[tuple[str, Any]]:
    from safetensors.torch import load_file

    config = read_config(base)
    for name, tensor in load_file(adapter / ADAPTER_FILE).items():
        module, _dot, rest = name.removeprefix(_PREFIX).partition(".lora_")
        part = rest.partition(".")[0].lower()
        target = gguf_name(f"{module}.weight", architecture, config.num_hidden_layers)
        if target is None:
            raise BadBaseError(f"{adapter}: {module} has no place in a GGUF file")
        values = tensor.float().numpy()
        heads = heads_to_permute(module, config, architecture) if part == "b" else None
        yield f"{target}.lora_{part}", permuted(values, heads) if heads else values
