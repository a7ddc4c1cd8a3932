"""The engines that may be judged, by name, with all that is needed to repeat what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from evaluation.choices import SystemChoice, add_system_options, system_choice
from evaluation.errors import EvaluationError
from evaluation.examples import few_shot
from evaluation.provenance import sha256, versions
from models.choosing import BestSentenceEngine
from models.decoding import BEAM, GREEDY, Decoding
from models.engine import Controls, SentenceEngine
from models.engines import LadderEngine, shipped_model
from models.gguf_engine import GgufEngine
from models.llama import LlamaOptions
from models.prompts import preface, prompt
from models.realiser import RulesEngine
from models.telegraphic import TelegraphicEngine

__all__ = [
    "ENGINES",
    "Description",
    "System",
    "SystemChoice",
    "add_system_options",
    "open_system",
    "sha256",
    "system_choice",
    "versions",
]

_EXAMPLE: Final = {"es": ("yo", "querer", "agua"), "en": ("I", "want", "water")}
_WINDOW: Final = 512
"""Tokens for a prompt without examples, as in the program."""
_EXAMPLE_TOKENS: Final = 64
"""More for each example before it."""


@dataclass(frozen=True, slots=True)
class Description:
    """A system on paper: with this, another person gets the same sentences."""

    name: str
    """How tables call it."""
    engine: str
    model: str | None = None
    """The name of the weights, without the folder they lay in."""
    checksum: str | None = None
    """SHA-256 of the weights."""
    size: int | None = None
    """Bytes of the weights on disk."""
    lora: str | None = None
    lora_checksum: str | None = None
    prompt: str | None = None
    """What the model is given for an example message; None for an engine without prompt."""
    decoding: Mapping[str, Any] = field(default_factory=dict)
    """What decides the words beside the model; empty for an engine that does not decode."""
    checked: bool = False
    few_shot: int = 0
    """Examples before each prompt."""
    seed: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    """Of Python, of the project and of the libraries that computed."""


@dataclass(frozen=True, slots=True)
class System:
    """An engine that is ready, and what it is. Owned by one thread; closed by `with`."""

    engine: SentenceEngine
    description: Description
    close: Callable[[], None] = lambda: None
    count_tokens: Callable[[str], int | None] = lambda _text: None
    """How many tokens a sentence took to write; None for an engine that writes none."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def open_system(choice: SystemChoice, language: str = "es") -> System:
    """Load an engine; takes as long as its model does.

    Raises EngineUnavailableError where it cannot be had, EvaluationError for a wrong choice.
    """
    if choice.engine not in ENGINES:
        raise EvaluationError(f"{choice.engine!r} is none of {', '.join(ENGINES)}")
    return ENGINES[choice.engine](choice, language)


def _telegraphic(choice: SystemChoice, _language: str) -> System:
    name = choice.label or "telegraphic"
    return System(TelegraphicEngine(), Description(name, "telegraphic", versions=versions()))


def _rules(choice: SystemChoice, _language: str) -> System:
    engine = LadderEngine([RulesEngine(), TelegraphicEngine()])
    return System(engine, Description(choice.label or "rules", "rules", versions=versions()))


def _gguf(choice: SystemChoice, language: str) -> System:
    weights = _weights(choice)
    decoding = choice.decoding or (BEAM if choice.checked else GREEDY)
    before = preface(few_shot(choice.few_shot, choice.examples, language), language)
    options = LlamaOptions(context=_WINDOW + _EXAMPLE_TOKENS * choice.few_shot)
    model = GgufEngine(weights, options, lora_path=choice.lora, decoding=decoding, preface=before)
    description = Description(
        name=choice.label or "+".join([weights.stem, *_extras(choice, decoding)]),
        engine="gguf",
        model=weights.name,
        checksum=sha256(weights),
        size=weights.stat().st_size,
        lora=choice.lora.name if choice.lora else None,
        lora_checksum=sha256(choice.lora) if choice.lora else None,
        prompt=before + prompt(_EXAMPLE[language], language, Controls()),
        decoding=asdict(decoding),
        checked=choice.checked,
        few_shot=choice.few_shot,
        seed=choice.seed,
        versions=versions("llama-cpp-python"),
    )
    engine = _as_in_the_program(model) if choice.checked else model
    return System(engine, description, model.close, model.count_tokens)


def _as_in_the_program(model: GgufEngine) -> SentenceEngine:
    """The model's sentences and the rules' weighed by the check, as models.engines builds it."""
    rules = RulesEngine()
    return LadderEngine([BestSentenceEngine(model, rules), rules, TelegraphicEngine()])


def _weights(choice: SystemChoice) -> Path:
    weights = Path(choice.model) if choice.model else shipped_model()
    if weights is None:
        raise EvaluationError("no model ships with this program; name one with --model")
    return weights


def _extras(choice: SystemChoice, decoding: Decoding) -> list[str]:
    """What tells a system from the bare model, for its name."""
    named = {
        choice.lora.stem if choice.lora else "": choice.lora is not None,
        f"{choice.few_shot}-shot": choice.few_shot > 0,
        f"beam {decoding.beam}": decoding.beam > 1 and not choice.checked,
        f"top-k {decoding.top_k}": decoding.samples and decoding.top_k > 0,
        f"top-p {decoding.top_p}": decoding.samples and decoding.top_p < 1,
        "checked": choice.checked,
    }
    return [name for name, is_so in named.items() if is_so]


ENGINES: Final[dict[str, Callable[[SystemChoice, str], System]]] = {
    "rules": _rules,
    "telegraphic": _telegraphic,
    "gguf": _gguf,
}
"""What may be asked for by name."""
