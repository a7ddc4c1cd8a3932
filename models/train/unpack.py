"""The weights in a GGUF file, read back for transformers in full precision.

So a file that a user has is enough to train on: the shipped model, for a personal style.
"""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import Any

from models.train.errors import BadBaseError
from models.train.gguf_files import architecture_of, open_gguf, value
from models.train.students import kinds_with
from models.train.weights import first_line, libraries


def load_gguf(path: Path) -> Any:
    """The model of a GGUF file, in full precision. Raises BadBaseError, in one sentence."""
    torch, transformers, _peft = libraries()
    reader = open_gguf(path)
    architecture = architecture_of(reader, path)
    try:
        config = transformers.AutoConfig.from_pretrained(path.parent, gguf_file=path.name)
        every = value(reader, f"{architecture}.attention.sliding_window_pattern")
        if every and getattr(config, "layer_types", None):
            config.layer_types = kinds_with(config.num_hidden_layers, int(every))
            config._sliding_window_pattern = int(every)
        # Its bar of progress goes to standard error, where only complaints belong.
        with contextlib.redirect_stderr(io.StringIO()):
            return transformers.AutoModelForCausalLM.from_pretrained(
                path.parent, gguf_file=path.name, config=config, dtype=torch.float32
            )
    except Exception as error:
        if isinstance(error, MemoryError):
            raise
        raise BadBaseError(f"{path}: transformers cannot read it ({first_line(error)})") from error
