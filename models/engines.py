"""Which engines answer, and in which order: the model, the rules, the words as chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from models.checksums import require_whole
from models.choosing import BestSentenceEngine
from models.decoding import BEAM, Decoding
from models.engine import FallbackEngine, Sentence, SentenceEngine, SentenceRequest
from models.errors import EngineUnavailableError
from models.faithful import CheckedEngine
from models.gguf_engine import GgufEngine
from models.llama import LlamaOptions
from models.realiser import RulesEngine
from models.telegraphic import TelegraphicEngine

CHOICES: Final = ("auto", "gguf", "rules", "telegraphic")
"""What may be asked for: the best there is, or an engine by name."""

_SHIPPED: Final = Path(__file__).parent / "pretrained"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files that make a language model."""

    weights: Path
    lora: Path | None = None
    """A LoRA adapter in GGUF form to be added to the weights."""


class LadderEngine:
    """Engines one below the other; the first that can says it, the last always can.

    Owned by one thread, as its engines are. Raises only GenerationCancelledError.
    """

    name = "ladder"

    def __init__(
        self,
        rungs: Sequence[SentenceEngine],
        *,
        problem: EngineUnavailableError | None = None,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self.rungs: tuple[str, ...] = tuple(engine.name for engine in rungs)
        """The names of the engines that answer, the best first."""
        self.problem = problem
        """Why no model is among them; None if one is, or none was wanted."""
        self._engine = FallbackEngine(rungs)
        self._close = close

    @property
    def reason(self) -> str | None:
        """Why no model is among them, in one sentence for the screen."""
        return str(self.problem) if self.problem else None

    def realise(self, request: SentenceRequest) -> Sentence:
        """The sentence of the highest rung that can make one; `Sentence.engine` names it."""
        return self._engine.realise(request)

    def close(self) -> None:
        """Give the model's memory back; may be called twice. Nothing may be asked afterwards."""
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def shipped_model() -> Path | None:
    """The model that comes with the program; None where it comes without one."""
    return min(_SHIPPED.glob("*.gguf"), default=None)


def build(
    choice: str = "auto",
    files: ModelFiles | None = None,
    options: LlamaOptions | None = None,
    decoding: Decoding = BEAM,
) -> LadderEngine:
    """The engines for a choice of CHOICES; without files the shipped model is taken.

    `auto` never fails: without a model that loads it goes on with the rules and says why in
    `reason`. `gguf` asks for a model by name: raises EngineUnavailableError where it cannot be
    had. Takes as long as loading the model does.
    """
    if choice not in CHOICES:
        raise ValueError(f"{choice!r} is none of {', '.join(CHOICES)}")
    if choice == "telegraphic":
        return LadderEngine([TelegraphicEngine()])
    if choice == "rules":
        return _without_model(None)
    try:
        return _with_model(files or _shipped_files(), options, decoding)
    except EngineUnavailableError as error:
        if choice == "gguf":
            raise
        return _without_model(error)


def _shipped_files() -> ModelFiles:
    weights = shipped_model()
    if weights is None:
        raise EngineUnavailableError("there is no language model on this computer")
    require_whole(weights)
    return ModelFiles(weights)


def _with_model(
    files: ModelFiles, options: LlamaOptions | None, decoding: Decoding
) -> LadderEngine:
    model = GgufEngine(files.weights, options, lora_path=files.lora, decoding=decoding)
    rules = RulesEngine()
    best = BestSentenceEngine(model, rules)
    return LadderEngine([best, *below_the_model(rules)], close=model.close)


def _without_model(problem: EngineUnavailableError | None) -> LadderEngine:
    return LadderEngine(below_the_model(RulesEngine()), problem=problem)


def below_the_model(rules: SentenceEngine) -> tuple[SentenceEngine, SentenceEngine]:
    """The rungs that need no model: the sentence by rules if it is faithful, else the words.

    Of 42 sentences by rules that the check refused, among 2,651 messages that the rules were not
    made with, 31 were wrong: then the words as chosen say it better.
    """
    return CheckedEngine(rules), TelegraphicEngine()
