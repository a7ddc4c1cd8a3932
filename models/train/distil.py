"""Let an adapted model teach a smaller one: by its sentences, and by its likelihoods.

First the teacher answers lists of words, and what says faithfully what was chosen is kept in the
run's `taught.tsv`; then the student learns these sentences and the given pairs, and where both
number the same tokens alike, the teacher's likelihoods of every answer besides. The run's folder
is as that of `aac-train lora` with all weights; `aac-train export` writes it as GGUF.
"""

from __future__ import annotations

import argparse
import itertools
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from models.train.batches import Mix, Share
from models.train.checkpoint import require_memory
from models.train.codec import Codec
from models.train.errors import TrainError
from models.train.fetch import sha256
from models.train.heldout import read_held_out, without_held_out
from models.train.learner import Learner, build_learner
from models.train.loop import Lessons, TrainingRun
from models.train.lora import (
    add_run_arguments,
    chosen_recipe,
    fingerprint,
    parse_share,
    require_same_base,
)
from models.train.pair import Pair, format_pair, read_pairs
from models.train.place import Place, find_place, set_threads
from models.train.recipe import Recipe, find_recipe, save_recipe
from models.train.teacher import SoftObjective, Teacher, WordLists, load_teacher, unlike

_ASKED: Final = 512
"""Lists that the teacher answers in one go."""


def teach(
    teacher: Teacher,
    lists: Iterator[Pair],
    target: Path,
    wanted: int,
    held_out: frozenset[tuple[str, ...]],
) -> tuple[int, int]:
    """Fill a pair file with faithful sentences of the teacher until it holds `wanted`.

    What the file holds already is kept, so that a stopped run goes on. Returns how many lists were
    asked now, and how many sentences there are.
    """
    there = len(_whole_lines(target))
    asked, begun = 0, time.monotonic()
    with target.open("a", encoding="utf-8", newline="\n") as file:
        while there < wanted:
            group = list(itertools.islice(lists, _ASKED))
            if not group:
                print("there are no other lists of these words", flush=True)  # noqa: T201
                break
            kept, _removed = without_held_out(teacher.answers(group), held_out)
            file.writelines(format_pair(pair) + "\n" for pair in kept)
            file.flush()
            asked, there = asked + len(group), there + len(kept)
            speed = asked / (time.monotonic() - begun)
            told = f"{there} of {wanted} sentences; {asked} lists asked, {speed:.0f} a second"
            print(told, flush=True)  # noqa: T201
            if asked > 20 * wanted:
                raise TrainError("the teacher says next to nothing faithfully: is it adapted?")
    return asked, there


def _whole_lines(path: Path) -> list[str]:
    """The lines of a file, cut to whole ones: the last may be torn where a run was killed."""
    if not path.is_file():
        return []
    data = path.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if whole != data:
        path.write_bytes(whole)
    return whole.decode("utf-8").splitlines()


def build_student(folder: Path, teacher: Teacher, recipe: Recipe, place: Place) -> Learner:
    """The student of a base's folder, with the teacher's likelihoods where they can be had."""
    learner = build_learner(folder, recipe, place)
    if recipe.soft and not learner.codec.is_same(teacher.codec):
        print(  # noqa: T201
            "student and teacher have other tokens: only the teacher's sentences teach"
        )
        return learner
    if not recipe.soft:
        return learner
    objective = SoftObjective(teacher, recipe.soft, recipe.temperature)
    return Learner(learner.model, learner.codec, place, objective)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train distil`."""
    add = parser.add_argument
    add(
        "teacher", type=Path, help="merged weights, as `aac-train export` leaves them in OUT/merged"
    )
    add("student", type=Path, help="a base, as `aac-train base OUT/merged STUDENT --layers 12`")
    add("folder", type=Path, help="where the run goes")
    add("--pairs", nargs="+", required=True, metavar="FILE[=SHARE]")
    add("--valid", type=Path, required=True, help="pairs that are never learnt")
    add("--held-out", type=Path, nargs="+", required=True, help="test sets: never learnt")
    add("--sentences", type=int, default=0, help="sentences of the teacher to learn from")
    add("--own-share", type=float, default=0.5, help="their part of the mix, beside 1 for the rest")
    add_run_arguments(parser)


def run(options: argparse.Namespace) -> None:
    """`aac-train distil`."""
    shares = [parse_share(text) for text in options.pairs]
    valid, held_out = read_pairs(options.valid), read_held_out(options.held_out)
    recipe = chosen_recipe(options, find_recipe("distil"))
    set_threads(options.threads)
    place = find_place()
    require_memory(_memory_needed(options))
    Codec(options.student)  # a student that cannot be used is told before the teacher has worked
    teacher = load_teacher(options.teacher, place)
    options.folder.mkdir(parents=True, exist_ok=True)
    require_same_base(options.folder, options.student)
    if options.sentences:
        shares.append(_taught(teacher, shares, options, held_out, place))
    training = TrainingRun(
        build_student(options.student, teacher, recipe, place), options.folder, recipe
    )
    training.resume()
    if place.is_main:
        save_recipe(recipe, options.folder / "recipe.json")
        _save_data(options)
    training.train(Lessons(Mix(shares, recipe.seed), valid))


def _memory_needed(options: argparse.Namespace) -> int:
    sizes: list[int] = [
        sum(file.stat().st_size for file in folder.glob("*.safetensors"))
        for folder in (options.teacher, options.student)
    ]
    return sizes[0] + 4 * sizes[1]


def _taught(
    teacher: Teacher,
    shares: Sequence[Share],
    options: argparse.Namespace,
    held_out: frozenset[tuple[str, ...]],
    place: Place,
) -> Share:
    """The teacher's sentences, as a share of the mix beside the given ones."""
    target = options.folder / "taught.tsv"
    if place.is_main:
        there = _whole_lines(target)
        pairs = [pair for share in shares for pair in share.pairs]
        # Another seed after each stop: lists that were asked before need not come again.
        lists = unlike(WordLists(pairs, seed=len(there)), set())
        teach(teacher, iter(lists), target, options.sentences, held_out)
    place.agreed(0.0)
    given = sum(share.weight for share in shares)
    own = min(max(options.own_share, 0.01), 0.99)
    return Share(read_pairs(target), given * own / (1 - own))


def _save_data(options: argparse.Namespace) -> None:
    about: dict[str, Any] = {
        "base": options.student.name,
        "base_sha256": fingerprint(options.student),
        "teacher": options.teacher.name,
        "teacher_sha256": fingerprint(options.teacher),
        "pairs": {text: sha256(Path(text.partition("=")[0])) for text in options.pairs},
    }
    if options.sentences:
        about["taught_sha256"] = sha256(options.folder / "taught.tsv")
    text = json.dumps(about, indent=2) + "\n"
    (options.folder / "data.json").write_text(text, encoding="utf-8")
