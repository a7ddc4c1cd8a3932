"""The engines that may be judged, by name, with all that is needed to repeat what they say."""

from __future__ import annotations

import argparse
import hashlib
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Final, Self

from evaluation.errors import EvaluationError
from models.engine import Controls, SentenceEngine
from models.engines import LadderEngine, shipped_model
from models.faithful import CheckedEngine
from models.gguf_engine import GgufEngine
from models.llama import LlamaOptions
from models.prompts import prompt
from models.realiser import RulesEngine
from models.telegraphic import TelegraphicEngine

_EXAMPLE: Final = {"es": ("yo", "querer", "agua"), "en": ("I", "want", "water")}


@dataclass(frozen=True, slots=True)
class SystemChoice:
    """What was asked for on the command line."""

    engine: str
    """A name of ENGINES."""
    model: str | None = None
    """A GGUF file, a folder, or a server's name for a model; None is the one that ships."""
    lora: Path | None = None
    """An adapter to be added to the model."""
    checked: bool = False
    """As in the program: what is not faithful is left to the rules."""
    seed: int = 0
    label: str | None = None
    """How tables call the system; made of engine and model where it is None."""


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
    """Method and its numbers; empty for an engine that does not decode."""
    checked: bool = False
    few_shot: int = 0
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


def add_system_options(parser: argparse.ArgumentParser) -> None:
    """Everything that says which engine is meant."""
    add = parser.add_argument
    add("--engine", choices=tuple(ENGINES), required=True)
    add("--model", metavar="FILE", help="the model's weights; default: the ones that ship")
    add("--lora", type=Path, metavar="FILE", help="an adapter to be added to the model")
    add("--checked", action="store_true", help="leave what is not faithful to the rules")
    add("--seed", type=int, default=0, help="of everything that is drawn by chance (0)")
    add("--label", metavar="NAME", help="how tables call the system")


def system_choice(options: argparse.Namespace) -> SystemChoice:
    """What add_system_options has read."""
    return SystemChoice(
        options.engine, options.model, options.lora, options.checked, options.seed, options.label
    )


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
    model = GgufEngine(weights, LlamaOptions(), lora_path=choice.lora)
    engine: SentenceEngine = model
    if choice.checked:
        engine = LadderEngine([CheckedEngine(model), RulesEngine(), TelegraphicEngine()])
    description = Description(
        name=choice.label or "+".join([weights.stem, *(["checked"] if choice.checked else [])]),
        engine="gguf",
        model=weights.name,
        checksum=sha256(weights),
        size=weights.stat().st_size,
        lora=choice.lora.name if choice.lora else None,
        lora_checksum=sha256(choice.lora) if choice.lora else None,
        prompt=prompt(_EXAMPLE[language], language, Controls()),
        decoding={"method": "greedy"},
        checked=choice.checked,
        seed=choice.seed,
        versions=versions("llama-cpp-python"),
    )
    return System(engine, description, model.close, model.count_tokens)


def _weights(choice: SystemChoice) -> Path:
    weights = Path(choice.model) if choice.model else shipped_model()
    if weights is None:
        raise EvaluationError("no model ships with this program; name one with --model")
    return weights


ENGINES: Final[Mapping[str, Callable[[SystemChoice, str], System]]] = {
    "rules": _rules,
    "telegraphic": _telegraphic,
    "gguf": _gguf,
}
"""What may be asked for by name."""


def sha256(path: Path) -> str:
    """The checksum of a file, as sha256sum prints it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions(*libraries: str) -> dict[str, str]:
    """Of Python, the project and the libraries named; one that is not installed is left out."""
    found = {"python": platform.python_version()}
    for name in ("aac-communicator", *libraries):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found
