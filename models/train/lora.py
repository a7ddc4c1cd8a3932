"""Teach a base the pairs: an adapter or all weights; a stopped run goes on where it was."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from models.train import personal
from models.train.batches import Mix, Share
from models.train.checkpoint import final_weights, require_memory
from models.train.errors import TrainError, UsageError
from models.train.fetch import sha256
from models.train.learner import build_learner
from models.train.loop import Lessons, TrainingRun
from models.train.pair import read_pairs
from models.train.place import find_place, set_threads
from models.train.recipe import Recipe, find_recipe, save_recipe

__all__ = ["add_arguments", "final_weights", "fingerprint", "run"]

_OVERRIDES = ("minutes", "steps", "epochs", "decay", "rate", "method", "seed", "patience", "sample")
_BYTES_TRAINED = {"lora": 2.5, "qlora": 1.0, "full": 16.0}
"""Memory for each parameter of the base, beside what a batch takes."""


def parse_share(text: str) -> Share:
    """`FILE` or `FILE=WEIGHT`: pairs, and their part of the mix. Raises TrainError."""
    name, _mark, weight = text.partition("=")
    try:
        number = float(weight or 1)
    except ValueError as error:
        raise TrainError(f"{text}: the share after = is no number") from error
    if number <= 0:
        raise TrainError(f"{text}: a share must be above 0")
    pairs = read_pairs(Path(name))
    if not pairs:
        raise TrainError(f"{name}: no pair in this file")
    return Share(pairs, number)


def fingerprint(base: Path) -> str:
    """The checksum of a base's weights: an adapter belongs to these alone."""
    files = sorted(base.glob("*.safetensors"))
    if not files:
        return ""
    return sha256(files[0]) if len(files) == 1 else "+".join(sha256(file) for file in files)


def require_same_base(run: Path, base: Path) -> None:
    """Raise TrainError where a run was made from other weights than a base has."""
    path = run / "data.json"
    if not path.is_file():
        return
    made_from = json.loads(path.read_text(encoding="utf-8")).get("base_sha256")
    if made_from and made_from != fingerprint(base):
        raise TrainError(f"{run}: it was made for another base than {base}")


def add_run_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of everything that trains."""
    add = parser.add_argument
    add("--recipe", help="a recipe.json, or the name of one of ours (models/train/recipes)")
    add("--minutes", type=float, help="time to train, in place of the recipe's")
    add("--steps", type=int, help="steps to train, in place of the recipe's")
    add("--epochs", type=float, help="times to see as many pairs as there are")
    add("--decay", type=float, help="the falling part, in place of the recipe's")
    add("--rate", type=float, help="the learning rate, in place of the recipe's")
    add("--seed", type=int, help="in place of the recipe's")
    add("--sample", type=int, help="sentences of validation to write at each checkpoint")
    add("--patience", type=int, help="checkpoints without a better chrF that end the run")
    add("--threads", type=int, help="threads to compute with")


def chosen_recipe(options: argparse.Namespace, default: Recipe) -> Recipe:
    """The recipe that was asked for, with what was said in place of it. Raises TrainError."""
    recipe = find_recipe(options.recipe) if options.recipe else default
    said = {n: getattr(options, n, None) for n in _OVERRIDES}
    given = {name: value for name, value in said.items() if value is not None}
    # The unit that was named on the command line rules over that of the recipe.
    if "minutes" in given or "steps" in given:
        given = {"epochs": 0.0, "steps": 0, **given}
    try:
        return replace(recipe, **given)
    except ValueError as error:
        raise TrainError(str(error)) from error


def require_room(base: Path, recipe: Recipe) -> None:
    """Raise NoRoomError where the memory is too small to train this base."""
    size = sum(file.stat().st_size for file in base.glob("*.safetensors"))
    require_memory(round(size / 4 * _BYTES_TRAINED[recipe.method]))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train lora`."""
    add = parser.add_argument
    add("base", type=Path, nargs="?", help="a folder that `aac-train base` made")
    add("folder", type=Path, nargs="?", help="where the run goes")
    add("--pairs", nargs="+", metavar="FILE[=SHARE]")
    add("--valid", type=Path, help="pairs that are never learnt")
    add("--method", help="lora, qlora or full, in place of the recipe's")
    add("--start-from", type=Path, help="another run, with whose weights to begin")
    add_run_arguments(parser)
    personal.add_arguments(parser)


def run(options: argparse.Namespace) -> None:
    """`aac-train lora`."""
    if options.data:
        set_threads(options.threads)
        personal.run(options, chosen_recipe(options, find_recipe("personal")))
        return
    if not (options.base and options.folder and options.pairs and options.valid):
        raise UsageError(
            "say a base, a folder, --pairs and --valid; or --data for a person's style"
        )
    shares = [parse_share(text) for text in options.pairs]
    valid = read_pairs(options.valid)
    recipe = chosen_recipe(options, Recipe())
    set_threads(options.threads)
    place = find_place()
    require_room(options.base, recipe)
    learner = build_learner(options.base, recipe, place)
    options.folder.mkdir(parents=True, exist_ok=True)
    require_same_base(options.folder, options.base)
    training = TrainingRun(learner, options.folder, recipe)
    if not training.resume() and options.start_from:
        require_same_base(options.start_from, options.base)
        training.start_from(options.start_from)
    if place.is_main:
        save_recipe(recipe, options.folder / "recipe.json")
        _save_data(options)
    training.train(Lessons(Mix(shares, recipe.seed), valid))


def _save_data(options: argparse.Namespace) -> None:
    """Write down what was learnt: base, pair files with checksum and share, and the beginning."""
    about = {
        "base": options.base.name,
        "base_sha256": fingerprint(options.base),
        "pairs": {text: sha256(Path(text.partition("=")[0])) for text in options.pairs},
        "start_from": options.start_from.name if options.start_from else None,
    }
    text = json.dumps(about, indent=2) + "\n"
    (options.folder / "data.json").write_text(text, encoding="utf-8")
