"""llama.cpp, by its C functions: weights in, what may come next out."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from models.checksums import sha256_of
from models.errors import AdapterError, EngineUnavailableError
from models.llama_binding import captured_log, has_broken_kernels, quiet_binding
from models.pace import Pace
from models.threads import useful_cores

__all__ = ["LlamaModel", "LlamaOptions", "quiet_binding"]

_MAGIC: Final = b"GGUF"
BASE_KEY: Final = "adapter.base_sha256"
"""In an adapter's file: the checksum of the model that it was made for."""


@dataclass(frozen=True, slots=True)
class LlamaOptions:
    """How a model is run; decides speed and memory, never the words."""

    threads: int | None = None
    """Threads to compute with where nobody else wants the cores; None: one for each core, up to
    four."""
    context: int = 512
    """Tokens that prompt and answers may have together; memory grows with it."""
    block: int = 4
    """Tokens of a prompt that are computed in one go; what is left over is computed again with
    the next tap."""
    batch: int = 24
    """Tokens of all texts that are computed in one go; buffers grow with it."""
    branches: int = 9
    """Texts that may go on from the running one side by side."""


@dataclass(frozen=True, slots=True)
class Place:
    """One token to be computed: at which position, and in which texts (one or two of them)."""

    token: int
    position: int
    texts: tuple[int, ...]
    tells: bool = True
    """Whether it matters what may follow."""


class LlamaModel:
    """Weights with one running text, number 0, and others that branch off from it.

    Owned by one thread; `close` gives the memory back.
    """

    def __init__(
        self, path: Path, options: LlamaOptions | None = None, lora_path: Path | None = None
    ) -> None:
        """Load the weights, and the adapter to be added to them.

        Raises EngineUnavailableError, in one sentence that names the file and what is wrong.
        """
        options = options or LlamaOptions()
        self._model: Any = None
        self._context: Any = None
        self._batch: Any = None
        self._pace = Pace(options.threads or useful_cores())
        self._now_with = self._pace.threads
        self.window, self.batch = options.context, options.batch
        _require_gguf(path)
        if lora_path:
            _require_gguf(lora_path, AdapterError)
        self._api, self._log = quiet_binding(), captured_log()
        try:
            self._load(path, options)
            if lora_path:
                self._add_adapter(lora_path, path)
            self._warm_up(path)
        except EngineUnavailableError:
            self.close()
            raise

    def _load(self, path: Path, options: LlamaOptions) -> None:
        self._log.clear()
        settings = self._api.llama_model_default_params()
        settings.n_gpu_layers = 0
        settings.use_extra_bufts = not has_broken_kernels()
        self._model = self._api.llama_model_load_from_file(os.fsencode(path), settings)
        if not self._model:
            raise EngineUnavailableError(f"{path}: {self._log.reason()}")
        self._vocabulary = self._api.llama_model_get_vocab(self._model)
        self._size = self._api.llama_vocab_n_tokens(self._vocabulary)
        self._row = ctypes.c_float * self._size
        if not self._size or self._api.llama_model_has_encoder(self._model):
            raise EngineUnavailableError(f"{path}: it is no model that continues a text")
        self._context = self._api.llama_init_from_model(self._model, self._run_settings(options))
        if not self._context:
            raise EngineUnavailableError(f"{path}: {self._log.reason()}")
        self._memory = self._api.llama_get_memory(self._context)
        self._batch = self._api.llama_batch_init(options.batch, 0, 2)

    def _run_settings(self, options: LlamaOptions) -> Any:
        settings = self._api.llama_context_default_params()
        settings.n_ctx = options.context
        # The buffers for a batch grow with its size times the vocabulary: small batches, little
        # memory.
        settings.n_batch = settings.n_ubatch = max(options.block, options.batch)
        settings.n_threads = settings.n_threads_batch = self._pace.threads
        settings.n_seq_max = options.branches + 1
        # One memory for all texts: what they have in common stands in it once.
        settings.kv_unified = True
        settings.no_perf = True
        return settings

    def _add_adapter(self, path: Path, base: Path) -> None:
        self._log.clear()
        adapter = self._api.llama_adapter_lora_init(self._model, os.fsencode(path))
        if not adapter:
            raise AdapterError(f"{path}: {self._log.reason()}")
        made_for = self._adapter_note(adapter, BASE_KEY)
        if made_for and made_for != sha256_of(base):
            raise AdapterError(f"{path}: it was made for another model than {base.name}")
        adapters = (self._api.llama_adapter_lora_p_ctypes * 1)(adapter)
        self._api.llama_set_adapters_lora(self._context, adapters, 1, (ctypes.c_float * 1)(1.0))

    def _adapter_note(self, adapter: Any, key: str) -> str:
        """What an adapter's file says of itself; empty where it says nothing."""
        note = ctypes.create_string_buffer(256)
        size = self._api.llama_adapter_meta_val_str(adapter, key.encode(), note, len(note))
        return note.value.decode("utf-8", "replace") if size > 0 else ""

    def _warm_up(self, path: Path) -> None:
        """Compute once: the pages are read, and a model that gives no next token is found out."""
        self.evaluate(self.tokenize(" ") or [0])
        if not self._api.llama_get_logits_ith(self._context, -1):
            raise EngineUnavailableError(f"{path}: it is no model that continues a text")
        self.trim(0)
        # Reading the file took time that nobody else wanted.
        self._pace = Pace(self._pace.most)

    @property
    def can_branch(self) -> bool:
        """Whether texts can go on side by side: not where a model remembers only a summary."""
        return not (
            self._api.llama_model_is_recurrent(self._model)
            or self._api.llama_model_is_hybrid(self._model)
        )

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
        self._decode(self._api.llama_batch_get_one(array, len(tokens)))

    def extend(self, places: Sequence[Place]) -> None:
        """Append tokens to texts, at most `batch`; `logits` tells what may follow each of them."""
        batch = self._batch
        batch.n_tokens = len(places)
        for index, place in enumerate(places):
            batch.token[index], batch.pos[index] = place.token, place.position
            batch.n_seq_id[index], batch.logits[index] = len(place.texts), place.tells
            for number, text in enumerate(place.texts):
                batch.seq_id[index][number] = text
        self._decode(batch)

    def _decode(self, batch: Any) -> None:
        self._keep_pace()
        begun, granted = time.perf_counter(), time.process_time()
        if self._api.llama_decode(self._context, batch) != 0:
            raise EngineUnavailableError("the model stopped working while it was computing")
        now = time.perf_counter()
        self._pace.tell(now, now - begun, time.process_time() - granted)

    def _keep_pace(self) -> None:
        if self._pace.threads != self._now_with:
            self._now_with = self._pace.threads
            self._api.llama_set_n_threads(self._context, self._now_with, self._now_with)

    def branch(self, source: int, target: int, length: int) -> None:
        """Let a text begin as the first tokens of another one; costs nothing."""
        self._api.llama_memory_seq_cp(self._memory, source, target, 0, length)

    def drop(self, text: int) -> None:
        """Forget a text that branched off."""
        self._api.llama_memory_seq_rm(self._memory, text, -1, -1)

    def logits(self, index: int = -1) -> Any:
        """How much speaks for each next token, for the index-th token computed last; a view that
        the next computation overwrites."""
        import numpy as np

        logits = self._api.llama_get_logits_ith(self._context, index)
        # A third of the time that numpy's own as_array takes, at every token.
        return np.frombuffer(self._row.from_address(ctypes.addressof(logits.contents)), np.float32)

    def best(self) -> int:
        """The likeliest next token; the first of them where several are."""
        return int(self.logits().argmax())

    def trim(self, length: int) -> bool:
        """Forget all but the first tokens; False where this model can only forget everything."""
        if self._api.llama_memory_seq_rm(self._memory, 0, length, -1):
            return True
        self._api.llama_memory_clear(self._memory, True)
        return False

    def ends(self, token: int) -> bool:
        """Whether the token says that the answer is over."""
        return bool(self._api.llama_vocab_is_eog(self._vocabulary, token))

    @property
    def end(self) -> int:
        """The token that ends a text."""
        return int(self._api.llama_vocab_eos(self._vocabulary))

    def piece(self, token: int) -> bytes:
        """The bytes that a token stands for; a character may be spread over several tokens."""
        room = 64
        while True:
            buffer = ctypes.create_string_buffer(room)
            size = self._api.llama_token_to_piece(self._vocabulary, token, buffer, room, 0, False)
            if size >= 0:
                return buffer.raw[:size]
            room = -size

    @property
    def threads(self) -> int:
        """How many threads compute now."""
        return self._pace.threads

    def set_threads(self, threads: int) -> None:
        """Compute with another number of threads from now on, fewer while the machine is busy."""
        self._pace = Pace(threads)

    def close(self) -> None:
        """Give the memory back. Afterwards only `close` may be called, and does nothing."""
        if self._batch:
            self._api.llama_batch_free(self._batch)
        if self._context:
            self._api.llama_free(self._context)
        if self._model:
            self._api.llama_model_free(self._model)
        self._context = self._model = self._batch = None

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


def _require_gguf(path: Path, kind: type[EngineUnavailableError] = EngineUnavailableError) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except FileNotFoundError as error:
        raise kind(f"{path}: there is no such file") from error
    except IsADirectoryError as error:
        raise kind(f"{path}: it is a folder, not a model") from error
    except OSError as error:
        raise kind(f"{path}: it cannot be read ({error.strerror})") from error
    if magic != _MAGIC:
        raise kind(f"{path}: it is not a GGUF file")
