"""A person's own style: a small adapter from sentences that they accepted, made on their computer.

`aac-train lora --data SAID.tsv` needs nothing but the model that ships: its weights are read back
from its GGUF file. Hand-written general pairs are mixed in so that nothing is forgotten, and an
adapter that answers them worse, or the person's kept-apart sentences no better, is refused. The
model itself is not changed: without the adapter's file it says what it always said.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.engines import shipped_model
from models.train.base import whole_base
from models.train.batches import Mix, Share
from models.train.checkpoint import final_weights, require_memory
from models.train.errors import TrainError, WorseError
from models.train.fetch import sha256
from models.train.gguf_adapter import write_adapter
from models.train.handwritten import read_handwritten
from models.train.learner import Learner, build_learner
from models.train.loop import Lessons, TrainingRun
from models.train.pair import Pair, read_pairs
from models.train.place import find_place
from models.train.recipe import Recipe, find_recipe, save_recipe

ADAPTER_NAME: Final = "style.gguf"
_FEWEST: Final = 8
_KEPT_APART: Final = 5
"""One of so many of the person's sentences is not learnt, but looked at."""
_GENERAL_VALID: Final = 100
_GENERAL_FOR_EACH: Final = 8
"""General pairs to draw from, for each of the person's: many different ones, none of them often."""
_GENERAL_WEIGHT: Final = 1.5
_MOST_LOST: Final = 1.0
"""chrF that the general sentences may lose: the model has learnt them word by word, and a style
that keeps *yo*, say, is to change some of them."""
_MEMORY: Final = 6
"""Bytes of memory for each byte of the model's file."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt and what is looked at, of the person's sentences and of general ones."""

    own: tuple[Pair, ...]
    own_valid: tuple[Pair, ...]
    general: tuple[Pair, ...]
    general_valid: tuple[Pair, ...]


def choose_material(own: Sequence[Pair], general: Sequence[Pair], seed: int) -> Material:
    """Split both; of the general pairs several for each of the person's own are mixed in.

    Raises TrainError where there are too few of the person's.
    """
    if len(own) < _FEWEST:
        raise TrainError(f"{len(own)} sentences are too few to learn a style: {_FEWEST} are needed")
    rng = random.Random(seed)
    mine, others = rng.sample(own, len(own)), rng.sample(general, len(general))
    count = max(1, min(_GENERAL_VALID, len(others) // _KEPT_APART))
    return Material(
        own=tuple(mine[len(mine) // _KEPT_APART :]),
        own_valid=tuple(mine[: len(mine) // _KEPT_APART]),
        general=tuple(others[count : count + _GENERAL_FOR_EACH * len(mine)]),
        general_valid=tuple(others[:count]),
    )


@dataclass(frozen=True, slots=True)
class Scores:
    """chrF, 0 to 100, on what is not learnt."""

    general: float
    own: float


def measure(learner: Learner, material: Material) -> Scores:
    """How well a model says both kinds of sentences."""
    return Scores(learner.chrf(material.general_valid), learner.chrf(material.own_valid))


def require_better(before: Scores, after: Scores) -> None:
    """Raise WorseError for an adapter that is not worth having."""
    if after.general < before.general - _MOST_LOST:
        raise WorseError(
            f"the adapter was not kept: it lowers the score (chrF) of general sentences from "
            f"{before.general:.1f} to {after.general:.1f}"
        )
    if after.own <= before.own and before.own < 100:
        raise WorseError(
            f"the adapter was not kept: it comes no closer to the person's own sentences "
            f"(chrF {before.own:.1f} before, {after.own:.1f} after)"
        )


def make_style(
    model: Path, material: Material, recipe: Recipe, work: Path, target: Path
) -> tuple[Scores, Scores]:
    """Train an adapter for the GGUF file `model`; returns the scores before and after.

    `work` keeps the checkpoints until the adapter stands at `target`, so that a stopped run goes
    on. Raises WorseError, and leaves an adapter that was there before as it was.
    """
    base, run = work / "base", work / "run"
    if not (base / "base.json").is_file():
        whole_base(model, base)
    run.mkdir(exist_ok=True)
    learner = build_learner(base, recipe, find_place())
    training = TrainingRun(learner, run, recipe)
    before = _before(learner, material, run / "before.json")
    training.resume()
    save_recipe(recipe, run / "recipe.json")
    shares = [Share(material.own, 1.0), Share(material.general, _GENERAL_WEIGHT)]
    training.train(Lessons(Mix(shares, recipe.seed), material.own_valid))
    after = measure(learner, material)
    require_better(before, after)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_adapter(base, final_weights(run), target, model)
    return before, after


def _before(learner: Learner, material: Material, kept: Path) -> Scores:
    """The scores without the adapter: measured once, before anything was learnt."""
    if kept.is_file():
        return Scores(**json.loads(kept.read_text(encoding="utf-8")))
    scores = measure(learner, material)
    text = json.dumps({"general": scores.general, "own": scores.own})
    kept.write_text(text, encoding="utf-8")
    return scores


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train lora --data`."""
    add = parser.add_argument
    add("--data", type=Path, metavar="FILE", help="a person's accepted sentences, as a pair file")
    add("--profile", type=Path, metavar="FOLDER", help="the person's; else of who is logged in")
    add("--model", type=Path, metavar="FILE", help="the GGUF it goes with; else the shipped one")
    add("--general", type=Path, metavar="FILE", help="general pairs to mix in; else our own")


def run(options: argparse.Namespace, recipe: Recipe | None = None) -> None:
    """`aac-train lora --data`."""
    own = read_pairs(options.data)
    general = read_pairs(options.general) if options.general else read_handwritten()
    recipe = recipe or find_recipe("personal")
    material = choose_material(own, general, recipe.seed)
    model = options.model or shipped_model()
    if model is None:
        raise TrainError("there is no language model on this computer: name one with --model")
    if not model.is_file():
        raise TrainError(f"{model}: there is no such file")
    require_memory(_MEMORY * model.stat().st_size)
    profile = options.profile or _default_profile()
    work, target = profile / "adapter-training", profile / "adapter" / ADAPTER_NAME
    _begin_or_go_on(work, {"model": sha256(model), "data": sha256(options.data)})
    try:
        before, after = make_style(model, material, recipe, work, target)
    except WorseError:
        shutil.rmtree(work)
        raise
    shutil.rmtree(work)
    print(  # noqa: T201
        f"{target}: chrF of {len(material.own_valid)} own sentences {before.own:.1f} before, "
        f"{after.own:.1f} now; of {len(material.general_valid)} general ones "
        f"{before.general:.1f} before, {after.general:.1f} now"
    )


def _begin_or_go_on(work: Path, about: dict[str, str]) -> None:
    """Keep what a stopped run left, if it was made of the same things."""
    note = work / "about.json"
    if note.is_file() and json.loads(note.read_text(encoding="utf-8")) == about:
        return
    if work.exists():
        shutil.rmtree(work)
    work.mkdir(parents=True)
    note.write_text(json.dumps(about), encoding="utf-8")


def _default_profile() -> Path:
    import platformdirs

    return platformdirs.user_data_path("aac-communicator", appauthor=False)
