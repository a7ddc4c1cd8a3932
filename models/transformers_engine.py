"""A model of transformers, with or without a LoRA adapter, makes the sentence; on a GPU or CPU.

For evaluation and for those who have a GPU. What ships is models.gguf_engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

from models.answers import is_sentence, require_words, text_of
from models.candidates import Candidate, Source, distinct
from models.decoding import GREEDY, Decoding
from models.engine import LANGUAGES, Sentence, SentenceRequest
from models.errors import (
    CannotRealiseError,
    EngineUnavailableError,
    GenerationCancelledError,
    UnsupportedLanguageError,
)
from models.instructions import PromptStyle, few_shot_prompt, turns
from models.prompts import answer, prompt
from models.transformers_model import TransformersModel

_TOKENS_PER_WORD: Final = 6
_SPARE_TOKENS: Final = 24


@dataclass(frozen=True, slots=True)
class TransformersChoice:
    """Which model is asked, and how."""

    base: str
    """A folder, or a name on a hub."""
    adapter: str | None = None
    """A LoRA adapter of peft for that base: a folder, or a name on a hub."""
    style: PromptStyle = PromptStyle.PLAIN
    shots: int = 5
    """Examples in the prompt, 0 to 8, where the style has any."""
    device: str = "auto"
    """`auto`, `cpu`, `cuda`..."""


class TransformersEngine:
    """Generates behind a prompt; greedy and beam always give the same for the same request.

    Owned by one thread, which also closes it. Raises only EngineError.
    """

    name = "transformers"

    def __init__(self, choice: TransformersChoice, decoding: Decoding = GREEDY) -> None:
        """Load the model; takes as long as that does. Raises EngineUnavailableError."""
        self.choice, self.decoding = choice, decoding
        self._model: TransformersModel | None = TransformersModel(
            choice.base, choice.adapter, choice.device
        )

    @property
    def device(self) -> str:
        """Where it computes."""
        return self._loaded.device

    def realise(self, request: SentenceRequest) -> Sentence:
        """The model's sentence, unchecked: models.faithful says whether it may be shown."""
        best, *others = self.candidates(request)
        return Sentence(best.text, self.name, tuple(other.text for other in others))

    def count_tokens(self, sentence: str) -> int:
        """Tokens of an answer, its end included; for measuring."""
        return len(self._answered(self._loaded, sentence))

    def candidates(self, request: SentenceRequest, draft: str | None = None) -> list[Candidate]:
        """The model's sentences, best first, and behind them the draft with its likelihood.

        Raises CannotRealiseError where the model comes to no sentence, UnsupportedLanguageError,
        GenerationCancelledError, and EngineUnavailableError once it is closed.
        """
        model = self._loaded
        if request.language not in LANGUAGES:
            raise UnsupportedLanguageError(f"the model does not speak {request.language!r}")
        require_words(request.glosses)
        if request.cancelled.is_set():
            raise GenerationCancelledError("the message changed")
        asked = self._asked(request)
        made = self._written(model, asked, request)
        if draft:
            made.append(self._weighed(model, asked, draft, Source.DRAFT))
        return distinct(made)

    @property
    def _loaded(self) -> TransformersModel:
        if self._model is None:
            raise EngineUnavailableError("the model has been closed")
        return self._model

    def _asked(self, request: SentenceRequest) -> list[int]:
        model, choice = self._loaded, self.choice
        if choice.style.is_chat:
            return model.encode_chat(turns(request, choice.style, choice.shots))
        if choice.style is PromptStyle.FEW_SHOT:
            return model.encode(few_shot_prompt(request, choice.shots))
        return model.encode(prompt(request.glosses, request.language, request.controls))

    def _written(
        self, model: TransformersModel, asked: list[int], request: SentenceRequest
    ) -> list[Candidate]:
        most = _TOKENS_PER_WORD * len(request.glosses) + _SPARE_TOKENS
        if len(asked) + most > model.window:
            raise CannotRealiseError(f"the message takes {len(asked)} tokens, too many for it")

        def is_whole(text: str) -> bool:
            return is_sentence(text.encode(), request.glosses)

        written = model.generate(asked, self.decoding, most, is_whole, request.cancelled)
        texts = [
            text_of(text.encode())
            for text, is_ended in written
            if text.strip() and (is_ended or is_whole(text))
        ]
        if not texts:
            raise CannotRealiseError("the model did not come to the end of a sentence")
        return [self._weighed(model, asked, text, Source.MODEL) for text in texts]

    def _weighed(
        self, model: TransformersModel, asked: list[int], text: str, source: Source
    ) -> Candidate:
        tokens = self._answered(model, text)
        return Candidate(text, model.log_probability(asked, tokens), len(tokens), source)

    def _answered(self, model: TransformersModel, text: str) -> list[int]:
        is_chat = self.choice.style.is_chat
        return model.continuation(text if is_chat else answer(text))

    def close(self) -> None:
        """Give the memory back; may be called twice."""
        if self._model:
            self._model.close()
        self._model = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
