"""Which system is meant: the options of every command that runs an engine."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Final

from evaluation.errors import EvaluationError
from evaluation.numbers import natural
from models.decoding import Decoding

METHODS: Final = ("greedy", "beam", "top-k", "top-p")


@dataclass(frozen=True, slots=True)
class SystemChoice:
    """What was asked for on the command line."""

    engine: str
    """A name of evaluation.systems.ENGINES."""
    model: str | None = None
    """A GGUF file, a folder, or a server's name for a model; None is the one that ships."""
    lora: str | None = None
    """An adapter to be added to the model: a GGUF file, or a folder of peft's."""
    checked: bool = False
    """As in the program: the model's sentences and the rules' are weighed by the check."""
    seed: int = 0
    label: str | None = None
    """How tables call the system; made of engine and model where it is None."""
    decoding: Decoding | None = None
    """None: greedy, or as in the program where it is checked."""
    few_shot: int = 0
    """Examples before each prompt."""
    chat: bool = False
    """Asked as a model that follows instructions is."""
    url: str | None = None
    """The server of a remote model."""
    device: str = "auto"
    """Where transformers computes: `auto`, `cpu`, `cuda`."""


def add_system_options(parser: argparse.ArgumentParser) -> None:
    """Everything that says which engine is meant."""
    from evaluation.systems import ENGINES

    add = parser.add_argument
    add("--engine", choices=tuple(ENGINES), required=True)
    add("--model", metavar="FILE", help="the model's weights; default: the ones that ship")
    add("--lora", metavar="FILE", help="an adapter to be added to the model")
    add("--checked", action="store_true", help="weigh against the rules, as in the program")
    add("--few-shot", type=natural, default=0, metavar="N", help="examples before each prompt (0)")
    add("--chat", action="store_true", help="ask as models that follow instructions are asked")
    add("--url", help="the server of a remote model or service; AAC_SERVER_KEY has its key")
    add("--compute", default="auto", metavar="DEVICE", help="auto, cpu or cuda, for transformers")
    add("--decoding", choices=METHODS, help="greedy; checked: as in the program")
    add("--beam", type=int, default=4, metavar="N", help="sentences of a beam (4)")
    add("--top-k", type=int, default=40, metavar="N", help="of --decoding top-k (40)")
    add("--top-p", type=float, default=0.9, metavar="P", help="of --decoding top-p (0.9)")
    add("--temperature", type=float, default=0.7, metavar="T", help="of top-k and top-p (0.7)")
    add("--seed", type=natural, default=0, help="of everything that is drawn by chance (0)")
    add("--label", metavar="NAME", help="how tables call the system")


def system_choice(options: argparse.Namespace) -> SystemChoice:
    """What add_system_options has read. Raises EvaluationError for numbers that mean nothing."""
    return SystemChoice(
        engine=options.engine,
        model=options.model,
        lora=options.lora,
        checked=options.checked,
        seed=options.seed,
        label=options.label,
        decoding=_decoding(options),
        few_shot=options.few_shot,
        chat=options.chat,
        url=options.url,
        device=options.compute,
    )


def _decoding(options: argparse.Namespace) -> Decoding | None:
    hot, seed = options.temperature, options.seed
    ways = {
        "greedy": lambda: Decoding(seed=seed),
        "beam": lambda: Decoding(beam=options.beam, seed=seed),
        "top-k": lambda: Decoding(temperature=hot, top_k=options.top_k, seed=seed),
        "top-p": lambda: Decoding(temperature=hot, top_p=options.top_p, seed=seed),
    }
    if options.decoding is None:
        return None
    try:
        return ways[options.decoding]()
    except ValueError as error:
        raise EvaluationError(f"--decoding {options.decoding}: {error}") from error
