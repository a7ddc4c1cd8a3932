"""A small Llama-like model from scratch: its own tokenizer, random weights, the same loop.

For students and as a measure of what a base is worth. The sizes were chosen so that every row is a
multiple of 256, which llama.cpp's K-quants ask for.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.prompts import CONTROL_TOKENS, training_text
from models.train.batches import Mix, Share
from models.train.checkpoint import final_weights, require_memory
from models.train.errors import UsageError
from models.train.gguf_files import add_tensors, write_all
from models.train.learner import build_learner
from models.train.loop import Lessons, TrainingRun
from models.train.pair import Pair, read_pairs
from models.train.place import find_place, set_threads
from models.train.recipe import save_recipe
from models.train.weights import libraries

_MARKS: Final = ("<pad>", "<eos>", "<bos>")
_MOST_TEXTS: Final = 300_000
"""Texts that the tokenizer learns from: more of the same change nothing."""


@dataclass(frozen=True, slots=True)
class Size:
    """The shape of a small model; heads are 64 wide."""

    width: int
    layers: int
    feed_forward: int
    tokens: int


SIZES: Final = {
    "5m": Size(256, 5, 768, 4096),
    "9m": Size(256, 8, 768, 8192),
    "12m": Size(256, 12, 768, 8192),
    "22m": Size(512, 6, 1280, 8192),
}


def make_scratch(folder: Path, size: Size, pairs: Iterable[Pair], seed: int) -> int:
    """A base with random weights whose tokenizer is made from pairs; returns its parameters."""
    torch, transformers, _peft = libraries()
    folder.mkdir(parents=True, exist_ok=True)
    tokens = _make_tokenizer(folder / "tokenizer.json", size.tokens, pairs)
    torch.manual_seed(seed)
    config = transformers.LlamaConfig(
        vocab_size=tokens,
        hidden_size=size.width,
        intermediate_size=size.feed_forward,
        num_hidden_layers=size.layers,
        num_attention_heads=size.width // 64,
        num_key_value_heads=size.width // 64,
        max_position_embeddings=512,
        tie_word_embeddings=True,
        pad_token_id=0,
        eos_token_id=1,
        bos_token_id=2,
    )
    model = transformers.LlamaForCausalLM(config)
    model.save_pretrained(folder)
    _write_gguf(folder, config)
    about = {"source": "scratch", "tokens": tokens}
    (folder / "base.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    return int(sum(parameter.numel() for parameter in model.parameters()))


def _make_tokenizer(path: Path, most: int, pairs: Iterable[Pair]) -> int:
    """A byte-level BPE tokenizer learnt from pairs; digits stand alone."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

    from models.train.byte_pairs import pre_tokenizer

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizer("smollm")
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=most,
        special_tokens=[*_MARKS, *CONTROL_TOKENS],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(_texts(pairs), trainer)
    tokenizer.save(str(path))
    return int(tokenizer.get_vocab_size())


def _texts(pairs: Iterable[Pair]) -> Iterator[str]:
    for at, pair in enumerate(pairs):
        if at >= _MOST_TEXTS:
            return
        yield "".join(training_text(pair.glosses, pair.language, pair.controls, pair.sentence))


def _write_gguf(folder: Path, config: Any) -> None:
    from gguf import GGUFWriter, LlamaFileType

    from models.train.huggingface import describe, describe_vocabulary, read_tokenizer

    writer = GGUFWriter(folder / "base.gguf", "llama")
    writer.add_file_type(LlamaFileType.MOSTLY_F16)
    describe(writer, config)
    vocabulary = read_tokenizer(folder / "tokenizer.json", config.vocab_size)
    describe_vocabulary(writer, vocabulary, config)
    add_tensors(writer, folder, "llama", whole=False)
    write_all(writer)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train base --scratch`."""
    from models.train.lora import add_run_arguments

    parser.add_argument("--scratch", choices=SIZES, help="train a small model from nothing")
    parser.add_argument("--pairs", nargs="+", metavar="FILE[=SHARE]", help="what --scratch learns")
    parser.add_argument("--valid", type=Path, help="pairs that --scratch never learns")
    add_run_arguments(parser)


def run(options: argparse.Namespace) -> None:
    """`aac-train base FOLDER --scratch 9m`: start/ and run/ in the folder, and the base itself."""
    from models.train.export import merge
    from models.train.lora import chosen_recipe, fingerprint, parse_share
    from models.train.recipe import find_recipe

    if not options.pairs or not options.valid:
        raise UsageError("--scratch needs --pairs and --valid")
    shares, valid = [parse_share(text) for text in options.pairs], read_pairs(options.valid)
    recipe = chosen_recipe(options, find_recipe("scratch"))
    set_threads(options.threads)
    folder, place = Path(options.source), find_place()
    start, learnt = folder / "start", folder / "run"
    if place.is_main and not (start / "base.json").is_file():
        mixed = Mix(shares, recipe.seed).draw()
        count = make_scratch(start, SIZES[options.scratch], _some(mixed, shares), recipe.seed)
        print(f"{start}: {count} parameters")  # noqa: T201
    place.agreed(0.0)
    require_memory(16 * sum(f.stat().st_size for f in start.glob("*.safetensors")) // 4)
    learnt.mkdir(parents=True, exist_ok=True)
    training = TrainingRun(build_learner(start, recipe, place), learnt, recipe)
    training.resume()
    if place.is_main:
        save_recipe(recipe, learnt / "recipe.json")
        about = {"base": start.name, "base_sha256": fingerprint(start)}
        (learnt / "data.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    training.train(Lessons(Mix(shares, recipe.seed), valid))
    if place.is_main:
        merge(start, final_weights(learnt), folder)
        print(f"{folder}: a base, trained from scratch")  # noqa: T201


def _some(mixed: Iterator[Pair], shares: Iterable[Share]) -> Iterator[Pair]:
    """As many pairs of the mix as there are, so that the tokenizer sees its shares."""
    wanted = min(_MOST_TEXTS, sum(len(share.pairs) for share in shares))
    for _ in range(wanted):
        yield next(mixed)
