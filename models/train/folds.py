"""`aac-train folds`: what an adapter makes of sentences like those it learnt, none of them twice.

k-fold cross-validation: the pairs of a test set are dealt into k parts; for each part an adapter is
trained on the others, from a run that has seen none of them, and says the words of the part. So
every sentence is said by a model that has not learnt it. Sentences that are equal but for case and
marks lie in the same part. Such adapters are for evaluation only: nothing of them ships.

The folder gets `hypotheses_es.txt` and `hypotheses_en.txt`, one sentence a line in the order of the
sets, to be scored by `aac-evaluate score`; and `fold-1.json` and so on, so that a stopped command
goes on where it was. With `--in-program` the sentences are those of the program with the adapter:
weighed beside the one by rules, and checked.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from models.engine import LANGUAGES, SentenceRequest
from models.engines import ModelFiles, build
from models.train.batches import Mix, Share
from models.train.checkpoint import final_weights
from models.train.errors import TrainError
from models.train.gguf_adapter import write_adapter
from models.train.heldout import read_set
from models.train.learner import build_learner
from models.train.loop import Lessons, TrainingRun
from models.train.lora import add_run_arguments, chosen_recipe, parse_share
from models.train.pair import Pair, words_of
from models.train.place import Place, find_place, set_threads
from models.train.recipe import Recipe
from models.train.speech import speak

RECIPE: Final = Recipe(rate=3e-4, warm_up=5, decay=0.7, epochs=4.0, checkpoint_minutes=60.0)
REPLAY: Final = 0.3
"""The part of general pairs among those that are seen, against forgetting."""


def dealt(pairs: Sequence[Pair], count: int, seed: int) -> list[list[int]]:
    """The places of the pairs in `count` parts of about equal size."""
    sentences = sorted({words_of(pair.sentence) for pair in pairs})
    random.Random(seed).shuffle(sentences)
    part = {sentence: at % count for at, sentence in enumerate(sentences)}
    parts: list[list[int]] = [[] for _ in range(count)]
    for at, pair in enumerate(pairs):
        parts[part[words_of(pair.sentence)]].append(at)
    return parts


def said_by_fold(
    pairs: Sequence[Pair], part: Sequence[int], replay: Share, options: argparse.Namespace
) -> Mapping[int, str]:
    """Train on all pairs but those of a part, and say the words of the part."""
    held = {words_of(pairs[at].sentence) for at in part}
    learnt = tuple(pair for pair in pairs if words_of(pair.sentence) not in held)
    recipe, place = chosen_recipe(options, RECIPE), find_place()
    learner = build_learner(options.base, recipe, place)
    folder = options.folder / "run"
    folder.mkdir(exist_ok=True)
    run = TrainingRun(learner, folder, recipe)
    if options.run != options.base:
        run.start_from(options.run)
    # Epochs are counted in all pairs that are seen; there are many more to replay than to learn.
    own = Share(learnt, 1 - REPLAY)
    mix = Mix([own, Share(replay.pairs[: round(len(learnt) * REPLAY)], REPLAY)], recipe.seed)
    run.train(Lessons(mix, ()))
    asked = [pairs[at] for at in part]
    if options.in_program:
        return dict(zip(part, _said_in_program(options.base, folder, asked), strict=True))
    return _said(learner.model, learner.codec, asked, part, place)


def _said_in_program(base: Path, run: Path, asked: Sequence[Pair]) -> list[str]:
    adapter, weights = run / "adapter.gguf", base / "base.gguf"
    write_adapter(base, final_weights(run), adapter, weights)
    with build("gguf", ModelFiles(weights, adapter)) as engine:
        return [
            engine.realise(SentenceRequest(0, pair.glosses, pair.language, pair.controls)).text
            for pair in asked
        ]


def _said(
    model: object, codec: object, asked: Sequence[Pair], part: Sequence[int], place: Place
) -> Mapping[int, str]:
    model.eval()  # type: ignore[attr-defined]
    sentences = speak(model, codec, asked, place)  # type: ignore[arg-type]
    return dict(zip(part, sentences, strict=True))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train folds`."""
    add = parser.add_argument
    add("base", type=Path, help="the base of the run")
    add(
        "run",
        type=Path,
        help="an `aac-train lora` run that has learnt none of the sentences; the base once more "
        "where that has learnt the task itself",
    )
    add("folder", type=Path, help="where the sentences go")
    for language in LANGUAGES:
        add(f"--{language}", type=Path, metavar="SET", help="words TAB sentence, one a line")
    add("--replay", required=True, metavar="FILE", help="general pairs to mix in")
    add("--folds", type=int, default=10)
    add(
        "--in-program",
        action="store_true",
        help="say them as the program does, beside the rules and checked; the base needs a GGUF",
    )
    add_run_arguments(parser)


def run(options: argparse.Namespace) -> None:
    """`aac-train folds`."""
    sets = {name: getattr(options, name) for name in LANGUAGES if getattr(options, name)}
    pairs = [Pair(name, g, s) for name, path in sets.items() for g, s in read_set(path)]
    if not pairs or options.folds < 2:
        raise TrainError("folds need a set (--es, --en) and at least 2 parts")
    if options.in_program and not (options.base / "base.gguf").is_file():
        raise TrainError(f"{options.base}: there is no base.gguf, which the program would load")
    set_threads(options.threads)
    options.folder.mkdir(parents=True, exist_ok=True)
    replay = parse_share(options.replay)
    seed = options.seed if options.seed is not None else RECIPE.seed
    mixed = replace(
        replay, pairs=tuple(random.Random(seed).sample(replay.pairs, len(replay.pairs)))
    )
    said: dict[int, str] = {}
    for number, part in enumerate(dealt(pairs, options.folds, seed), start=1):
        said |= _of_fold(options.folder / f"fold-{number}.json", pairs, part, mixed, options)
        print(f"part {number} of {options.folds}: {len(part)} sentences")  # noqa: T201
    for name in sets:
        lines = [said[at] for at, pair in enumerate(pairs) if pair.language == name]
        path = options.folder / f"hypotheses_{name}.txt"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _of_fold(
    done: Path,
    pairs: Sequence[Pair],
    part: Sequence[int],
    replay: Share,
    options: argparse.Namespace,
) -> Mapping[int, str]:
    """What was said in an earlier run of the command, else now."""
    if done.is_file():
        return {int(at): text for at, text in json.loads(done.read_text("utf-8")).items()}
    found = said_by_fold(pairs, part, replay, options)
    draft = done.with_suffix(".tmp")
    draft.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    draft.replace(done)
    return found
