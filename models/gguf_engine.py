"""A language model in a GGUF file makes the sentence, on the CPU, offline."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Self

from models.answers import MOST_GLOSSES, is_sentence, require_words, text_of
from models.beam import Tokens, search
from models.branches import Branches
from models.candidates import Candidate, Source, distinct
from models.decoding import GREEDY, Decoding, draw
from models.engine import LANGUAGES, Sentence, SentenceRequest
from models.errors import (
    CannotRealiseError,
    EngineUnavailableError,
    GenerationCancelledError,
    UnsupportedLanguageError,
)
from models.llama import LlamaModel, LlamaOptions
from models.prompts import answer, prompt
from models.spelling import Spelling
from models.threads import physical_cores

__all__ = ["MOST_GLOSSES", "GgufEngine"]

_TOKENS_PER_WORD: Final = 6
"""Room for an answer: long words of a foreign alphabet take several tokens."""
_SPARE_TOKENS: Final = 24
_TRIAL_TOKENS: Final = 6


class GgufEngine:
    """The one prompt, continued; the same request always gives the same sentence.

    What was computed for the beginning of the message is kept, so that another tap costs only its
    own tokens. It is kept and computed in whole blocks that start at fixed places: a sentence must
    not depend on the order in which the words were tapped, and rounding could differ between
    batches of different sizes.

    Owned by one thread, which also closes it. Raises only EngineError.
    """

    name = "gguf"

    def __init__(
        self,
        path: Path,
        options: LlamaOptions | None = None,
        *,
        lora_path: Path | None = None,
        decoding: Decoding = GREEDY,
        preface: str = "",
    ) -> None:
        """Load a model, with a LoRA adapter in GGUF form if given.

        The preface stands before every prompt: see models.instructions.few_shot_preface.
        Raises EngineUnavailableError, in one sentence that names the file and what is wrong.
        """
        options = options or LlamaOptions()
        self.decoding = decoding
        self._preface = preface
        self._block = options.block
        self._read: list[int] = []
        self._model = LlamaModel(path, options, lora_path)

    @property
    def threads(self) -> int:
        """How many threads compute."""
        return self._model.threads

    def realise(self, request: SentenceRequest) -> Sentence:
        """The model's sentence, unchecked: models.faithful says whether it may be shown.

        Raises CannotRealiseError where the model comes to no sentence, UnsupportedLanguageError,
        GenerationCancelledError, and EngineUnavailableError once it is closed.
        """
        best, *others = self.candidates(request)
        return Sentence(best.text, self.name, tuple(other.text for other in others))

    def candidates(self, request: SentenceRequest, draft: str | None = None) -> list[Candidate]:
        """The model's own sentences, best first, and behind them the draft with its likelihood.

        With a draft that the model agrees with, the answer comes several times as fast; it has no
        part in what the others say. There is always one sentence of the model's own. Raises as
        `realise`.
        """
        asked, most = self._asked(request)
        if self.decoding.samples or not self._model.can_branch:
            return [self._continued(asked, most, request)]
        written = self._tokens(draft, request) if draft else ()
        try:
            return self._searched(asked, most, request, written)
        finally:
            Branches.forget(self._model)

    def _asked(self, request: SentenceRequest) -> tuple[list[int], int]:
        """The prompt's tokens, and how many the answer may have."""
        if self._model.is_closed:
            raise EngineUnavailableError("the model has been closed")
        if request.language not in LANGUAGES:
            raise UnsupportedLanguageError(f"the model does not speak {request.language!r}")
        require_words(request.glosses)
        text = prompt(request.glosses, request.language, request.controls)
        asked = self._model.tokenize(self._preface + text)
        most = _TOKENS_PER_WORD * len(request.glosses) + _SPARE_TOKENS
        if len(asked) + most > self._model.window:
            raise CannotRealiseError(
                f"the message takes {len(asked)} tokens, and with its sentence more than the "
                f"{self._model.window} that the model looks at"
            )
        return asked, most

    def count_tokens(self, sentence: str) -> int:
        """Tokens of an answer, its end included; for measuring."""
        return len(self._model.tokenize(answer(sentence), is_whole=False)) + 1

    # Several sentences side by side -----------------------------------------------------

    def _searched(
        self, asked: list[int], most: int, request: SentenceRequest, draft: Tokens
    ) -> list[Candidate]:
        draft = draft if len(asked) + len(draft) + most <= self._model.window else ()
        room = (self._model.window - len(asked) - len(draft)) // most
        decoding = self.decoding.narrowed(room)
        head = (len(asked) - 1) // self._block * self._block
        self._read_prompt(asked[:head], request.cancelled)
        branches = Branches(self._model, decoding, request.cancelled)
        likelihood = branches.read(head, asked[head:], draft)
        whole = Spelling(self._model, request.glosses)
        made = whole.candidates(search(branches, whole.is_whole, decoding, most))
        if draft:
            text = text_of(whole.bytes_of(draft))
            made.append(Candidate(text, likelihood, len(draft), Source.DRAFT))
        return distinct(made)

    def _tokens(self, draft: str, request: SentenceRequest) -> Tokens:
        """A sentence as the model would write it, with the mark of its end where it has none."""
        tokens = self._model.tokenize(answer(draft), is_whole=False)
        is_whole = is_sentence(answer(draft).encode(), request.glosses)
        return tuple(tokens if is_whole else [*tokens, self._model.end])

    # One sentence -----------------------------------------------------------------------

    def _continued(self, asked: list[int], most: int, request: SentenceRequest) -> Candidate:
        head = (len(asked) - 1) // self._block * self._block
        self._read_prompt(asked[:head], request.cancelled)
        _raise_if(request.cancelled)
        self._model.evaluate(asked[head:])
        written, pieces = b"", 0
        for piece in self._pieces(most, request.cancelled):
            written, pieces = written + piece, pieces + 1
            if is_sentence(written, request.glosses):
                break
        return Candidate(text_of(written), None, pieces)

    def _pieces(self, most: int, cancelled: threading.Event) -> Iterator[bytes]:
        """The answer token by token. Raises CannotRealiseError if it does not end."""
        choose = self._chooser()
        for _ in range(most):
            token = choose(self._model.logits())
            if self._model.ends(token):
                return
            yield self._model.piece(token)
            _raise_if(cancelled)
            self._model.evaluate([token])
        raise CannotRealiseError("the model did not come to the end of a sentence")

    def _chooser(self) -> Any:
        """From logits to the next token; chance begins anew with every sentence."""
        if not self.decoding.samples:
            return lambda logits: int(logits.argmax())
        import numpy as np

        random = np.random.default_rng(self.decoding.seed)
        return lambda logits: draw(logits, self.decoding, random)

    def _read_prompt(self, tokens: list[int], cancelled: threading.Event) -> None:
        """Bring the model to the end of whole blocks, from the last one it has in common."""
        kept = _common(tokens, self._read) // self._block * self._block
        if not self._model.trim(kept):
            kept = 0
        for start in range(kept, len(tokens), self._block):
            self._read = tokens[:start]
            _raise_if(cancelled)
            self._model.evaluate(tokens[start : start + self._block])
        self._read = tokens

    def measure_threads(self, most: int | None = None) -> int:
        """Try which number of threads is fastest here and now, keep it, and return it.

        Takes a few tokens' time for each number up to `most` (the physical cores by default).
        """
        candidates = range(1, (most or physical_cores()) + 1)
        fastest = min(candidates, key=self._seconds_with)
        self._model.set_threads(fastest)
        return fastest

    def measure_speed(self) -> float:
        """Tokens a second that it writes here and now, the best of three tries."""
        return _TRIAL_TOKENS / min(self._seconds_with(self.threads) for _ in range(3))

    def _seconds_with(self, threads: int) -> float:
        self._model.set_threads(threads)
        self._read = []
        self._model.trim(0)
        self._model.evaluate([0])
        begin = time.perf_counter()
        for _ in range(_TRIAL_TOKENS):
            self._model.evaluate([self._model.best()])
        return time.perf_counter() - begin

    def close(self) -> None:
        """Give the memory back; may be called twice."""
        self._model.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _raise_if(cancelled: threading.Event) -> None:
    if cancelled.is_set():
        raise GenerationCancelledError("the message changed")


def _common(one: list[int], other: list[int]) -> int:
    """How many tokens two texts have in common at their beginning."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
