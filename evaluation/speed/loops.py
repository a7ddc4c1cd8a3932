"""Bare loops over a model's weights: what is left when nothing is done but computing.

Both read the whole prompt anew, take the likeliest token again and again, and stop where the engine
would. The one calls llama.cpp, the other the same weights in transformers, in float32.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from evaluation.errors import EvaluationError, missing_library
from models.answers import is_sentence
from models.engine import Controls
from models.llama import LlamaModel, LlamaOptions
from models.prompts import answer, prompt

_BLOCK: Final = 64
_MOST: Final = 60
"""Tokens of an answer."""


class Loop(Protocol):
    """A bare loop that is ready."""

    def answer(self, glosses: Sequence[str], language: str) -> tuple[str, int]: ...

    def close(self) -> None: ...


class LlamaLoop:
    """llama.cpp and nothing else."""

    def __init__(self, weights: Path) -> None:
        """Load them. Raises EngineUnavailableError."""
        self.model = LlamaModel(weights, LlamaOptions(block=_BLOCK))

    def answer(self, glosses: Sequence[str], language: str) -> tuple[str, int]:
        """The sentence, and its tokens with the end, as engines count them."""
        model = self.model
        model.trim(0)
        tokens = model.tokenize(prompt(glosses, language, Controls()))
        for start in range(0, len(tokens), _BLOCK):
            model.evaluate(tokens[start : start + _BLOCK])
        written, count = b"", 0
        while count < _MOST:
            count += 1
            token = model.best()
            if model.ends(token):
                break
            written += model.piece(token)
            if is_sentence(written, glosses):
                break
            model.evaluate([token])
        return _told(model, written)

    def close(self) -> None:
        """Give the memory back."""
        self.model.close()


class TransformersLoop:
    """transformers on the weights of the same GGUF file; llama.cpp only splits the text."""

    def __init__(self, weights: Path) -> None:
        """Load them. Raises EvaluationError where transformers cannot read such a file."""
        try:
            import torch
            from transformers import AutoModelForCausalLM
            from transformers.utils import logging
        except ModuleNotFoundError as error:
            raise missing_library(error.name or "torch") from error
        logging.set_verbosity_error()
        logging.disable_progress_bar()
        self._splitter = LlamaModel(weights)
        torch.set_num_threads(self._splitter.threads)
        try:
            model = AutoModelForCausalLM.from_pretrained(
                weights.parent, gguf_file=weights.name, dtype=torch.float32, local_files_only=True
            )
        except (OSError, ValueError, KeyError) as error:
            self._splitter.close()
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise EvaluationError(f"{weights}: transformers cannot read it ({reason})") from error
        self._torch, self._model = torch, model.eval()

    def answer(self, glosses: Sequence[str], language: str) -> tuple[str, int]:
        """The sentence, and its tokens with the end, as engines count them."""
        asked = self._splitter.tokenize(prompt(glosses, language, Controls()))
        written, state, given, count = b"", None, asked, 0
        with self._torch.inference_mode():
            while count < _MOST:
                count += 1
                token, state = self._next(given, state)
                if self._splitter.ends(token):
                    break
                written += self._splitter.piece(token)
                if is_sentence(written, glosses):
                    break
                given = [token]
        return _told(self._splitter, written)

    def _next(self, given: Sequence[int], state: Any) -> tuple[int, Any]:
        tokens = self._torch.tensor([given])
        made = self._model(input_ids=tokens, past_key_values=state, use_cache=True)
        return int(made.logits[0, -1].argmax()), made.past_key_values

    def close(self) -> None:
        """Give the memory back."""
        self._splitter.close()


def _told(model: LlamaModel, written: bytes) -> tuple[str, int]:
    text = written.decode("utf-8", "replace").strip()
    return text, len(model.tokenize(answer(text), is_whole=False)) + 1
