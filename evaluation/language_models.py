"""Language models as systems: from a GGUF file, through transformers, or on a server."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from evaluation.choices import SystemChoice
from evaluation.description import Description, System
from evaluation.errors import EvaluationError
from evaluation.provenance import sha256, versions
from models.candidates import WeighingEngine
from models.choosing import BestSentenceEngine
from models.decoding import BEAM, GREEDY, Decoding
from models.engine import SentenceEngine, SentenceRequest
from models.engines import LadderEngine, below_the_model, shipped_model
from models.faithful import CheckedEngine
from models.gguf_engine import GgufEngine
from models.instructions import EXAMPLES, PromptStyle, few_shot_preface, few_shot_prompt, turns
from models.llama import LlamaOptions
from models.realiser import RulesEngine
from models.remote_engine import RemoteEngine, RemoteServer, server_address
from models.transformers_engine import TransformersChoice, TransformersEngine

KEY_VARIABLE: Final = "AAC_SERVER_KEY"
"""Holds a server's key, which must stand neither on a command line nor in predictions."""

CBOARD: Final = "cboard-prompt"
"""The name of the engine that asks as Cboard does."""

_EXAMPLE: Final = {"es": ("yo", "querer", "agua"), "en": ("I", "want", "water")}
_WINDOW: Final = 512
"""Tokens for a prompt without examples, as in the program."""
_EXAMPLE_TOKENS: Final = 64
"""More for each example before it."""
_WEIGHTS: Final = ("*.safetensors", "*.bin")
_PATIENCE_S: Final = 60.0
"""How long a server may take here, where nobody waits to be heard."""


def gguf(choice: SystemChoice, language: str) -> System:
    """A GGUF file, in llama.cpp on the CPU."""
    weights, shots = _weights(choice), _shots(choice, language)
    if choice.chat:
        raise EvaluationError("a GGUF file is asked without a chat; leave --chat out")
    decoding = _decoding(choice)
    model = GgufEngine(
        weights,
        LlamaOptions(context=_WINDOW + _EXAMPLE_TOKENS * shots),
        lora_path=Path(choice.lora) if choice.lora else None,
        decoding=decoding,
        preface=few_shot_preface(language, shots),
    )
    libraries = versions("llama-cpp-python")
    about = _description(choice, language, weights.stem, weights, decoding, libraries)
    return System(_engine(choice, model), about, model.close, model.count_tokens)


def transformers(choice: SystemChoice, language: str) -> System:
    """A model of transformers, from a folder or by its name on a hub, with an adapter of peft."""
    if not choice.model:
        raise EvaluationError("--engine transformers needs a --model: a folder or a name")
    decoding = _decoding(choice)
    asked = TransformersChoice(
        choice.model, choice.lora, _style(choice), _shots(choice, language), choice.device
    )
    model = TransformersEngine(asked, decoding)
    place = Path(choice.model)
    libraries = versions("torch", "transformers", "peft")
    about = _description(choice, language, place.name, place, decoding, libraries)
    return System(_engine(choice, model), about, model.close, model.count_tokens)


def remote(choice: SystemChoice, language: str) -> System:
    """A model on a server that speaks OpenAI's protocol; the words of the set are sent to it."""
    if not choice.url:
        raise EvaluationError("--engine remote needs the --url of its server")
    if choice.lora or (choice.decoding and choice.decoding != GREEDY):
        raise EvaluationError("a server decides itself on adapters and decoding; leave them out")
    server = RemoteServer(
        server_address(choice.url),
        choice.model or "",
        _style(choice),
        _shots(choice, language),
        os.environ.get(KEY_VARIABLE, ""),
        seconds=_PATIENCE_S,
        rest_s=0.0,
    )
    engine: SentenceEngine = RemoteEngine(server)
    if choice.checked:
        engine = LadderEngine([CheckedEngine(engine), *below_the_model(RulesEngine())])
    name = choice.model or server.address
    return System(engine, _description(choice, language, name, None, GREEDY, versions("requests")))


def _engine(choice: SystemChoice, model: WeighingEngine) -> SentenceEngine:
    """The model alone, or weighed against the rules as models.engines builds it."""
    if not choice.checked:
        return model
    rules = RulesEngine()
    return LadderEngine([BestSentenceEngine(model, rules), *below_the_model(rules)])


def _decoding(choice: SystemChoice) -> Decoding:
    return choice.decoding or (BEAM if choice.checked else GREEDY)


def _style(choice: SystemChoice) -> PromptStyle:
    if choice.engine == CBOARD:
        return PromptStyle.IMPROVE
    if choice.chat:
        return PromptStyle.CHAT
    return PromptStyle.FEW_SHOT if choice.few_shot else PromptStyle.PLAIN


def _shots(choice: SystemChoice, language: str) -> int:
    most = len(EXAMPLES[language])
    if not 0 <= choice.few_shot <= most:
        raise EvaluationError(f"--few-shot {choice.few_shot}: there are 0 to {most} examples")
    return choice.few_shot


def _weights(choice: SystemChoice) -> Path:
    weights = Path(choice.model) if choice.model else shipped_model()
    if weights is None:
        raise EvaluationError("no model ships with this program; name one with --model")
    return weights


def _description(
    choice: SystemChoice,
    language: str,
    name: str,
    weights: Path | None,
    decoding: Decoding,
    libraries: Mapping[str, str],
) -> Description:
    checksum, size = _identity(weights)
    lora = Path(choice.lora) if choice.lora else None
    return Description(
        name=choice.label or "+".join([name, *_extras(choice, decoding)]),
        engine=choice.engine,
        model=weights.name if weights else name,
        checksum=checksum,
        size=size,
        lora=lora.name if lora else None,
        lora_checksum=_identity(lora)[0],
        prompt=_prompt(choice, language),
        decoding=asdict(decoding),
        checked=choice.checked,
        few_shot=choice.few_shot,
        seed=choice.seed,
        versions=libraries,
    )


def _identity(place: Path | None) -> tuple[str | None, int | None]:
    """Checksum and bytes of a file, or of the weights in a folder; None for a name on a hub."""
    if place is None or not place.exists():
        return None, None
    if place.is_file():
        return sha256(place), place.stat().st_size
    files = sorted(file for kind in _WEIGHTS for file in place.glob(kind))
    sums = "".join(f"{sha256(file)}  {file.name}\n" for file in files)
    return hashlib.sha256(sums.encode()).hexdigest(), sum(file.stat().st_size for file in files)


def _prompt(choice: SystemChoice, language: str) -> str:
    request = SentenceRequest(0, _EXAMPLE[language], language)
    style = _style(choice)
    if style.is_chat:
        return json.dumps(turns(request, style, choice.few_shot), ensure_ascii=False)
    return few_shot_prompt(request, choice.few_shot)


def _extras(choice: SystemChoice, decoding: Decoding) -> list[str]:
    """What tells a system from the bare model, for its name."""
    named = {
        Path(choice.lora).stem if choice.lora else "": bool(choice.lora),
        "chat": choice.chat,
        "Cboard's prompt": choice.engine == CBOARD,
        f"{choice.few_shot}-shot": choice.few_shot > 0,
        f"beam {decoding.beam}": decoding.beam > 1 and not choice.checked,
        f"top-k {decoding.top_k}": decoding.samples and decoding.top_k > 0,
        f"top-p {decoding.top_p}": decoding.samples and decoding.top_p < 1,
        "checked": choice.checked,
    }
    return [name for name, is_so in named.items() if is_so]
