"""What other communicators would say to the same words, as systems to compare with."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from evaluation.choices import SystemChoice
from evaluation.description import Description, System
from evaluation.errors import EvaluationError
from evaluation.flex_engine import ADDRESS, TIMEOUT_S, FlexEngine
from evaluation.language_models import gguf, remote, transformers
from evaluation.provenance import versions

_SHOTS: Final = 5
"""As many examples as the published rows of models that were not adapted had."""


def few_shot(choice: SystemChoice, language: str) -> System:
    """Any language model behind five examples (or as many as are asked for), never adapted."""
    asked = replace(choice, few_shot=choice.few_shot or _SHOTS)
    if asked.url:
        return remote(asked, language)
    is_gguf = asked.model is None or Path(asked.model).suffix == ".gguf"
    return gguf(asked, language) if is_gguf else transformers(asked, language)


def cboard_prompt(choice: SystemChoice, language: str) -> System:
    """A chat model asked as Cboard asks: on a server, or through transformers."""
    if choice.few_shot or choice.chat:
        raise EvaluationError("Cboard's prompt has no examples; leave --few-shot and --chat out")
    return remote(choice, language) if choice.url else transformers(choice, language)


def arasaac_flex(choice: SystemChoice, _language: str) -> System:
    """ARASAAC's phrase service with the rules of AsTeRICS Grid. Spanish only."""
    address = choice.url or ADDRESS
    if choice.model or choice.lora or choice.checked or choice.few_shot:
        raise EvaluationError("the phrase service has no model to choose; only --url and --label")
    print(f"The words of the set are sent to {address}.", file=sys.stderr, flush=True)
    engine = FlexEngine(address)
    about = Description(
        name=choice.label or engine.name,
        engine=engine.name,
        model=address,
        decoding={"timeout_s": TIMEOUT_S, "keeps": "answers with as many words as were tapped"},
        versions=versions("requests"),
    )
    return System(engine, about, engine.close)
