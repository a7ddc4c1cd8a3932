"""The engines that may be judged, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from evaluation.choices import SystemChoice, add_system_options, system_choice
from evaluation.description import Description, System
from evaluation.errors import EvaluationError
from evaluation.language_models import CBOARD, gguf, remote, transformers
from evaluation.other_communicators import arasaac_flex, cboard_prompt, few_shot
from evaluation.provenance import sha256, versions
from models.engines import LadderEngine, below_the_model
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
    engine = LadderEngine(below_the_model(RulesEngine()))
    return System(engine, Description(choice.label or "rules", "rules", versions=versions()))


ENGINES: Final[dict[str, Callable[[SystemChoice, str], System]]] = {
    "rules": _rules,
    "telegraphic": _telegraphic,
    "gguf": gguf,
    "transformers": transformers,
    "remote": remote,
    "few-shot": few_shot,
    CBOARD: cboard_prompt,
    "arasaac-flex": arasaac_flex,
}
"""What may be asked for by name."""
