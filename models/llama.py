"""llama.cpp, through llama-cpp-python: weights in, the next token out. The binding's one user.

The binding's own `Llama` class is not used: it keeps a copy of all logits, builds a sampler chain
for each token and prints. Here the C functions are called directly.
"""

from __future__ import annotations

import ctypes
import functools
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from models.errors import EngineUnavailableError
from models.threads import spare_cores

_MAGIC: Final = b"GGUF"
_ERROR_LEVEL: Final = 4
"""GGML_LOG_LEVEL_ERROR of ggml.h."""
_REASONS: Final = (
    (r"unknown model architecture: '([^']*)'", "its architecture, {0}, is not known here"),
    (r"not within the file bounds|failed to read", "the file is cut short or damaged"),
    (r"allocat|out of memory|bad_alloc", "there is not enough memory for it"),
    (r"LoRA tensor|arch mismatch|incorrect shape", "it was made for another model"),
    (r"key not found in model: (\S+)", "it is no language model: it has no {0}"),
    (r"error loading model: (.+)", "llama.cpp cannot load it ({0})"),
)
"""What llama.cpp says, and what that means for the person who chose the file."""


@dataclass(frozen=True, slots=True)
class LlamaOptions:
    """How a model is run; decides speed and memory, never the words."""

    threads: int | None = None
    """Threads to compute with; None leaves one core to the rest of the program."""
    context: int = 512
    """Tokens that prompt and answer may have together; memory grows with it."""
    block: int = 8
    """Tokens that are computed in one go while a prompt is read."""


class LlamaModel:
    """Weights with one running text. Owned by one thread; `close` gives the memory back."""

    def __init__(
        self, path: Path, options: LlamaOptions | None = None, lora_path: Path | None = None
    ) -> None:
        """Load the weights, and the adapter to be added to them.

        Raises EngineUnavailableError, in one sentence that names the file and what is wrong.
        """
        options = options or LlamaOptions()
        self._model: Any = None
        self._context: Any = None
        self.threads = options.threads or spare_cores()
        self.window = options.context
        for file in filter(None, (path, lora_path)):
            _require_gguf(file)
        self._api, self._log = _binding(), _captured_log()
        try:
            self._load(path, options)
            if lora_path:
                self._add_adapter(lora_path)
            self._warm_up(path)
        except EngineUnavailableError:
            self.close()
            raise

    def _load(self, path: Path, options: LlamaOptions) -> None:
        self._log.clear()
        settings = self._api.llama_model_default_params()
        settings.n_gpu_layers = 0
        # Its matrix products by AMX crash with small quantised models.
        settings.use_extra_bufts = b"AMX_INT8 = 1" not in self._api.llama_print_system_info()
        self._model = self._api.llama_model_load_from_file(os.fsencode(path), settings)
        if not self._model:
            raise EngineUnavailableError(f"{path}: {self._reason()}")
        self._vocabulary = self._api.llama_model_get_vocab(self._model)
        self._size = self._api.llama_vocab_n_tokens(self._vocabulary)
        if not self._size or self._api.llama_model_has_encoder(self._model):
            raise EngineUnavailableError(f"{path}: it is no model that continues a text")
        self._context = self._api.llama_init_from_model(self._model, self._run_settings(options))
        if not self._context:
            raise EngineUnavailableError(f"{path}: {self._reason()}")
        self._memory = self._api.llama_get_memory(self._context)

    def _run_settings(self, options: LlamaOptions) -> Any:
        settings = self._api.llama_context_default_params()
        settings.n_ctx = options.context
        # The buffers for a batch grow with its size times the vocabulary: small batches, little
        # memory.
        settings.n_batch = settings.n_ubatch = options.block
        settings.n_threads = settings.n_threads_batch = self.threads
        settings.no_perf = True
        return settings

    def _add_adapter(self, path: Path) -> None:
        self._log.clear()
        adapter = self._api.llama_adapter_lora_init(self._model, os.fsencode(path))
        if not adapter:
            raise EngineUnavailableError(f"{path}: {self._reason()}")
        adapters = (self._api.llama_adapter_lora_p_ctypes * 1)(adapter)
        self._api.llama_set_adapters_lora(self._context, adapters, 1, (ctypes.c_float * 1)(1.0))

    def _warm_up(self, path: Path) -> None:
        """Compute once: the pages are read, and a model that gives no next token is found out."""
        self.evaluate(self.tokenize(" ") or [0])
        if not self._api.llama_get_logits_ith(self._context, -1):
            raise EngineUnavailableError(f"{path}: it is no model that continues a text")
        self.trim(0)

    def _reason(self) -> str:
        """What llama.cpp complained of, in words for a person."""
        complaint = "\n".join(self._log.lines)
        for pattern, meaning in _REASONS:
            if found := re.search(pattern, complaint, re.IGNORECASE):
                return meaning.format(*found.groups())
        return "llama.cpp cannot load it"

    def tokenize(self, text: str, *, is_whole: bool = True) -> list[int]:
        """The tokens of a text, with the start token where the model wants one and it is whole.

        Control tokens that the text names in angle brackets become one token each.
        """
        data = text.encode("utf-8")
        room = len(data) + 2
        tokens = (self._api.llama_token * room)()
        count = self._api.llama_tokenize(
            self._vocabulary, data, len(data), tokens, room, is_whole, True
        )
        return list(tokens[:count])

    def evaluate(self, tokens: Sequence[int]) -> None:
        """Read on: append tokens, at most `block` of them, to the running text."""
        array = (self._api.llama_token * len(tokens))(*tokens)
        batch = self._api.llama_batch_get_one(array, len(tokens))
        if self._api.llama_decode(self._context, batch) != 0:
            raise EngineUnavailableError("the model stopped working while it was computing")

    def best(self) -> int:
        """The likeliest next token; the first of them where several are."""
        import numpy as np

        logits = self._api.llama_get_logits_ith(self._context, -1)
        return int(np.ctypeslib.as_array(logits, shape=(self._size,)).argmax())

    def trim(self, length: int) -> bool:
        """Forget all but the first tokens; False where this model can only forget everything."""
        if self._api.llama_memory_seq_rm(self._memory, 0, length, -1):
            return True
        self._api.llama_memory_clear(self._memory, True)
        return False

    def ends(self, token: int) -> bool:
        """Whether the token says that the answer is over."""
        return bool(self._api.llama_vocab_is_eog(self._vocabulary, token))

    def piece(self, token: int) -> bytes:
        """The bytes that a token stands for; a character may be spread over several tokens."""
        room = 64
        while True:
            buffer = ctypes.create_string_buffer(room)
            size = self._api.llama_token_to_piece(self._vocabulary, token, buffer, room, 0, False)
            if size >= 0:
                return buffer.raw[:size]
            room = -size

    def set_threads(self, threads: int) -> None:
        """Compute with another number of threads from now on."""
        self._api.llama_set_n_threads(self._context, threads, threads)
        self.threads = threads

    def close(self) -> None:
        """Give the memory back. Afterwards only `close` may be called, and does nothing."""
        if self._context:
            self._api.llama_free(self._context)
        if self._model:
            self._api.llama_model_free(self._model)
        self._context = self._model = None

    @property
    def is_closed(self) -> bool:
        return self._model is None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _CapturedLog:
    """What llama.cpp complains of, kept instead of printed."""

    def __init__(self, api: Any) -> None:
        self.lines: list[str] = []
        self._callback = api.llama_log_callback(self._add)
        api.llama_log_set(self._callback, ctypes.c_void_p(0))

    def _add(self, level: int, text: bytes, _data: Any) -> None:
        if level == _ERROR_LEVEL:
            self.lines.append(text.decode("utf-8", "replace").strip())

    def clear(self) -> None:
        self.lines.clear()


@functools.cache
def _captured_log() -> _CapturedLog:
    """The one log of the process: llama.cpp keeps the address of its callback for ever."""
    return _CapturedLog(_binding())


def quiet_binding() -> Any:
    """The library itself, for work on files; what it complains of is kept instead of printed.

    Raises EngineUnavailableError where it is not installed or cannot be loaded.
    """
    _captured_log()
    return _binding()


def _binding() -> Any:
    """llama-cpp-python, imported only here, so that the board opens without waiting for it."""
    # Several threads that spin while they wait stop all work on a busy machine; if they never spin
    # they take three times as long on a quiet one. So they spin briefly. Read by libgomp when it is
    # loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    # If ggml ever aborts, it would first start a debugger for a trace of itself.
    os.environ.setdefault("GGML_NO_BACKTRACE", "1")
    try:
        import llama_cpp
    except ModuleNotFoundError as error:
        raise EngineUnavailableError("llama-cpp-python is not installed") from error
    except (ImportError, OSError, RuntimeError) as error:
        raise EngineUnavailableError(f"llama-cpp-python cannot be loaded: {error}") from error
    return llama_cpp


def _require_gguf(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except FileNotFoundError as error:
        raise EngineUnavailableError(f"{path}: there is no such file") from error
    except IsADirectoryError as error:
        raise EngineUnavailableError(f"{path}: it is a folder, not a model") from error
    except OSError as error:
        raise EngineUnavailableError(f"{path}: it cannot be read ({error.strerror})") from error
    if magic != _MAGIC:
        raise EngineUnavailableError(f"{path}: it is not a GGUF file")
