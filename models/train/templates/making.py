"""`aac-train templates`: pairs of a grammar of everyday messages, and the hand-written ones."""

from __future__ import annotations

import argparse
import random
from collections.abc import Collection, Iterator
from importlib import resources
from pathlib import Path
from typing import Final

from models.engine import LANGUAGES
from models.train.handwritten import read_handwritten, read_later
from models.train.heldout import read_held_out, split, without_held_out
from models.train.pair import Pair, write_pairs
from models.train.templates.drills import drills
from models.train.templates.english import EnglishForms
from models.train.templates.patterns import Filling, Forms, Pattern, read_patterns
from models.train.templates.scenes import Scenes
from models.train.templates.spanish import SpanishForms

SPANISH_SHARE: Final = 0.55
_DRILL_SHARE: Final = 0.08
_SCENE_SHARE: Final = 0.5
"""Both beside the patterns' pairs."""
PARTS: Final = ("patterns", "scenes", "drills")


def patterns_of(language: str) -> tuple[Pattern, ...]:
    """The patterns of a language, as they lie in this package's data."""
    with resources.as_file(resources.files("models.train") / "data") as folder:
        return read_patterns(folder / f"patterns_{language}.tsv")


def forms_of(language: str) -> Forms:
    """The words and forms of a language."""
    return SpanishForms() if language == "es" else EnglishForms()


def make_templates(count: int, seed: int, parts: Collection[str] = PARTS) -> Iterator[Pair]:
    """About `count` different pairs of patterns, and their share of the other parts beside them;
    both languages mixed in their shares.
    """
    rng = random.Random(seed)
    shares = {"es": SPANISH_SHARE, "en": 1 - SPANISH_SHARE}
    made: dict[Pair, None] = {}
    for language in LANGUAGES:
        wanted = count * shares[language]
        if "patterns" in parts:
            made.update(dict.fromkeys(_of_patterns(language, round(wanted), rng)))
        if "scenes" in parts:
            scenes = Scenes(language, forms_of(language), rng)
            made.update(dict.fromkeys(scenes.pairs(round(wanted * _SCENE_SHARE))))
        if "drills" in parts:
            made.update(dict.fromkeys(drills(language, round(wanted * _DRILL_SHARE), rng)))
    pairs = list(made)
    rng.shuffle(pairs)
    yield from pairs


def _of_patterns(language: str, count: int, rng: random.Random) -> Iterator[Pair]:
    patterns = patterns_of(language)
    filling = Filling(language, forms_of(language), rng)
    for at in range(count):
        yield filling.pair(patterns[at % len(patterns)])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train templates`."""
    parser.add_argument("folder", type=Path, help="where the pair files go")
    parser.add_argument("--count", type=int, default=300_000, help="pairs of the grammar, about")
    parser.add_argument(
        "--held-out", type=Path, nargs="+", required=True, help="test sets: never learnt"
    )
    parser.add_argument(
        "--parts", nargs="+", choices=PARTS, default=list(PARTS), help="of the grammar; all"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--valid", type=int, default=50, help="one sentence in so many validates")


def run(options: argparse.Namespace) -> None:
    """`aac-train templates`."""
    held_out = read_held_out(options.held_out)
    made = {
        "templates": list(make_templates(options.count, options.seed, options.parts)),
        "handwritten": list(dict.fromkeys((*read_handwritten(), *read_later()))),
    }
    for name, pairs in made.items():
        kept, removed = without_held_out(pairs, held_out)
        train, valid = split(kept, options.valid, options.seed)
        write_pairs(options.folder / f"{name}.train.tsv", train)
        write_pairs(options.folder / f"{name}.valid.tsv", valid)
        print(  # noqa: T201
            f"{name}: {len(train)} pairs to train, {len(valid)} to validate; "
            f"{removed} removed for they are in a test set"
        )
