"""A language model in a GGUF file makes the sentence, on the CPU, offline."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Self

from models.engine import LANGUAGES, Sentence, SentenceRequest
from models.errors import (
    CannotRealiseError,
    EngineUnavailableError,
    GenerationCancelledError,
    UnsupportedLanguageError,
)
from models.llama import LlamaModel, LlamaOptions
from models.prompts import answer, keyword, parse_answer, prompt
from models.threads import physical_cores

MOST_GLOSSES: Final = 40
"""Words in one message; what is longer is no sentence any more."""

_TOKENS_PER_WORD: Final = 6
"""Room for an answer: long words of a foreign alphabet take several tokens."""
_SPARE_TOKENS: Final = 24
_SENTENCE_END: Final = (".", "?", "!", "…")
_TRIAL_TOKENS: Final = 6


class GgufEngine:
    """Greedy decoding of the one prompt; the same request always gives the same sentence.

    What was computed for the beginning of the message is kept, so that another tap costs only its
    own tokens. It is kept and computed in whole blocks that start at fixed places: a sentence must
    not depend on the order in which the words were tapped, and rounding could differ between
    batches of different sizes.

    Owned by one thread, which also closes it. Raises only EngineError.
    """

    name = "gguf"

    def __init__(
        self, path: Path, options: LlamaOptions | None = None, *, lora_path: Path | None = None
    ) -> None:
        """Load a model, with a LoRA adapter in GGUF form if given.

        Raises EngineUnavailableError, in one sentence that names the file and what is wrong.
        """
        options = options or LlamaOptions()
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
        if self._model.is_closed:
            raise EngineUnavailableError("the model has been closed")
        if request.language not in LANGUAGES:
            raise UnsupportedLanguageError(f"the model does not speak {request.language!r}")
        _require_words(request.glosses)
        return Sentence(self._write(request), self.name)

    def count_tokens(self, sentence: str) -> int:
        """Tokens of an answer, its end included; for measuring."""
        return len(self._model.tokenize(answer(sentence), is_whole=False)) + 1

    def _write(self, request: SentenceRequest) -> str:
        asked = self._model.tokenize(prompt(request.glosses, request.language, request.controls))
        most = _TOKENS_PER_WORD * len(request.glosses) + _SPARE_TOKENS
        if len(asked) + most > self._model.window:
            raise CannotRealiseError(
                f"the message takes {len(asked)} tokens, and with its sentence more than the "
                f"{self._model.window} that the model looks at"
            )
        self._read_prompt(asked, request.cancelled)
        written = b""
        for piece in self._pieces(most, request.cancelled):
            written += piece
            if _is_sentence(written, request.glosses):
                return _text_of(written)
        return _text_of(written)

    def _read_prompt(self, tokens: list[int], cancelled: threading.Event) -> None:
        """Bring the model to the end of the prompt, from the last whole block it has in common."""
        kept = min(_common(tokens, self._read), len(tokens) - 1) // self._block * self._block
        if not self._model.trim(kept):
            kept = 0
        for start in range(kept, len(tokens), self._block):
            self._read = tokens[:start]
            _raise_if(cancelled)
            self._model.evaluate(tokens[start : start + self._block])
        self._read = tokens

    def _pieces(self, most: int, cancelled: threading.Event) -> Iterator[bytes]:
        """The answer token by token, greedily. Raises CannotRealiseError if it does not end."""
        for _ in range(most):
            token = self._model.best()
            if self._model.ends(token):
                return
            yield self._model.piece(token)
            _raise_if(cancelled)
            self._model.evaluate([token])
        raise CannotRealiseError("the model did not come to the end of a sentence")

    def measure_threads(self, most: int | None = None) -> int:
        """Try which number of threads is fastest here and now, keep it, and return it.

        Takes a few tokens' time for each number up to `most` (the physical cores by default).
        """
        candidates = range(1, (most or physical_cores()) + 1)
        fastest = min(candidates, key=self._seconds_with)
        self._model.set_threads(fastest)
        return fastest

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


def _require_words(glosses: Sequence[str]) -> None:
    if len(glosses) > MOST_GLOSSES:
        raise CannotRealiseError(f"{len(glosses)} words are more than {MOST_GLOSSES}")
    if not any(keyword(gloss) for gloss in glosses):
        raise CannotRealiseError("there are no words")


def _raise_if(cancelled: threading.Event) -> None:
    if cancelled.is_set():
        raise GenerationCancelledError("the message changed")


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    """How many tokens two texts have in common at their beginning."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _is_sentence(written: bytes, glosses: Sequence[str]) -> bool:
    """Whether the answer is one whole sentence, or has gone on to another line.

    A full stop that belongs to a word that was chosen (*Mr.*) or to an initial does not end it.
    """
    text = written.decode("utf-8", "ignore")
    if "\n" in text.lstrip():
        return True
    text = text.rstrip()
    if not text.endswith(_SENTENCE_END):
        return False
    last_word = text.split()[-1]
    chosen = {part for gloss in glosses for part in gloss.split()}
    is_initial = len(last_word) == len("A.") and last_word[0].isupper()
    return not (last_word.endswith(".") and (is_initial or last_word in chosen))


def _text_of(written: bytes) -> str:
    try:
        sentence = parse_answer(written.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CannotRealiseError("the model wrote bytes that are no text") from error
    if not sentence:
        raise CannotRealiseError("the model wrote nothing")
    return sentence
