"""Make a GGUF file smaller with llama.cpp."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from models.errors import EngineUnavailableError
from models.llama import quiet_binding
from models.train.errors import TrainError

KINDS: Final = ("q8_0", "q5_0", "iq4_nl", "q4_0", "q4_k_m")

EMBEDDINGS: Final = ("q8_0", "q5_0")
"""What the embedding may be written in."""


def quantise(
    source: Path,
    target: Path,
    kind: str,
    weighed: Mapping[str, Any] = MappingProxyType({}),
    threads: int = 2,
    embedding: str = "q8_0",
) -> None:
    """Write `source` (F16 or F32) to `target` in fewer bits; the embedding in bits of its own.

    The embedding serves as the output layer, too: few bits there cost words. Where
    `models.train.importance` has weighed the columns, those that matter are rounded with more
    care. The result stands at `target` whole or not at all. Raises TrainError where llama.cpp
    refuses.
    """
    try:
        llama_cpp = quiet_binding()
    except EngineUnavailableError as error:
        raise TrainError(str(error)) from error
    settings = llama_cpp.llama_model_quantize_default_params()
    settings.ftype = getattr(llama_cpp, f"LLAMA_FTYPE_MOSTLY_{kind.upper()}")
    settings.token_embedding_type = getattr(llama_cpp, f"GGML_TYPE_{embedding.upper()}")
    settings.output_tensor_type = settings.token_embedding_type
    settings.nthread = threads
    entries = _entries(llama_cpp, weighed)  # llama.cpp reads them while it works
    if weighed:
        settings.imatrix = entries
    draft = target.with_name(f"{target.name}.tmp")
    code = llama_cpp.llama_model_quantize(
        os.fsencode(source), os.fsencode(draft), ctypes.byref(settings)
    )
    if code != 0:
        draft.unlink(missing_ok=True)
        raise TrainError(f"{source}: llama.cpp cannot write it as {kind}")
    draft.replace(target)


def _entries(llama_cpp: Any, weighed: Mapping[str, Any]) -> Any:
    """The importance matrix as llama.h has it: an array that an entry without a name ends."""
    entry = llama_cpp.llama_model_imatrix_data
    made = [
        entry(name.encode(), row.ctypes.data_as(ctypes.POINTER(ctypes.c_float)), row.size)
        for name, row in weighed.items()
    ]
    return (entry * (len(made) + 1))(*made)
