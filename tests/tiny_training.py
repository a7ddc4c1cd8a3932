"""Small things to train on: a base of two layers, four pairs, and what is made of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from models.engine import Controls
from models.llama import LlamaModel, LlamaOptions
from models.prompts import parse_answer, prompt
from models.train.__main__ import main
from models.train.codec import Codec
from models.train.pair import Pair, write_pairs
from models.train.weights import load_model
from tests.tiny_gemma import write_gemma

WORDS = ("quiero", "agua", "pan", "leche", "comer", "querer", "yo", "no", "want", "milk", "gato")
PAIRS = (
    Pair("es", ("querer", "agua"), "Quiero agua."),
    Pair("es", ("querer", "pan"), "Quiero pan."),
    Pair("es", ("no", "querer", "gato"), "No quiero gato."),
    Pair("en", ("want", "milk"), "I want milk."),
)
ASKED = [pair.glosses for pair in PAIRS if pair.language == "es"]
LINES = ("es: querer agua =", " Quiero agua.", "en: want water =", " Ñandú ΩЖ € 12.")
RECIPE = {"rank": 8, "rate": 0.02, "warm_up": 2, "tokens": 200, "steps": 60, "decay": 0.4}
_MOST = 16


def needs_torch() -> None:
    """Skip where the train extra is not installed."""
    for library in ("torch", "transformers", "peft", "tokenizers", "safetensors", "sacrebleu"):
        pytest.importorskip(library, reason=f"needs {library}, of the train extra")


def text_file(path: Path, lines: Sequence[str] = LINES) -> Path:
    """Text whose tokens stay."""
    path.write_text("\n".join([*lines] * 3) + "\n", encoding="utf-8")
    return path


def gemma_base(folder: Path, layers: int = 2) -> Path:
    """A cut base made of a tiny Gemma."""
    folder.mkdir(parents=True, exist_ok=True)
    source = write_gemma(folder / "source.gguf", WORDS, layers=layers)
    text = text_file(folder / "text.txt")
    base = folder / "base"
    assert main(["base", str(source), str(base), "--text", str(text), "--most", "420"]) == 0
    return base


def pair_file(path: Path, pairs: Sequence[Pair] = PAIRS) -> Path:
    """A file of pairs."""
    write_pairs(path, pairs)
    return path


def recipe_file(path: Path, **changed: Any) -> Path:
    """A recipe for a few steps."""
    path.write_text(json.dumps(RECIPE | changed), encoding="utf-8")
    return path


def lora_arguments(base: Path, run: Path, **changed: Any) -> list[str]:
    """`aac-train lora` on the four pairs."""
    folder = run.parent
    folder.mkdir(parents=True, exist_ok=True)
    pairs = str(pair_file(folder / "pairs.tsv"))
    recipe = str(recipe_file(folder / f"{run.name}.json", **changed))
    arguments = ["lora", str(base), str(run), "--pairs", pairs, "--valid", pairs]
    # One thread: on a busy machine two wait for each other at every step.
    return [*arguments, "--recipe", recipe, "--threads", "1"]


def said_by_gguf(
    path: Path, lora: Path | None = None, asked: Sequence[tuple[str, ...]] = ASKED
) -> list[str]:
    """What llama.cpp answers to these words, the likeliest token at each step."""
    with LlamaModel(path, LlamaOptions(threads=1, block=64), lora) as model:
        return [_by_llama(model, words) for words in asked]


def _by_llama(model: LlamaModel, words: tuple[str, ...]) -> str:
    model.trim(0)
    model.evaluate(model.tokenize(prompt(words, "es", Controls())))
    written = b""
    for _ in range(_MOST):
        token = model.best()
        if model.ends(token):
            break
        written += model.piece(token)
        model.evaluate([token])
    return parse_answer(written.decode("utf-8", "replace"))


def said_by_transformers(folder: Path) -> list[str]:
    """What transformers answers to them, in full precision."""
    import torch

    model, codec = load_model(folder, torch.float32).eval(), Codec(folder)
    return [_by_transformers(model, codec, words) for words in ASKED]


def _by_transformers(model: Any, codec: Codec, words: tuple[str, ...]) -> str:
    import torch

    ids = [codec.start, *codec.encode(prompt(words, "es", Controls()))]
    for _ in range(_MOST):
        with torch.no_grad():
            token = int(model(torch.tensor([ids])).logits[0, -1].argmax())
        if token == codec.end:
            break
        ids.append(token)
    asked = codec.encode(prompt(words, "es", Controls()))
    return codec.said(ids[1 + len(asked) :])
