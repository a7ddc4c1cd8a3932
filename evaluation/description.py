"""A system that can be judged: an engine that is ready, and what it is on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from models.engine import SentenceEngine


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
