"""`aac-train sift`: several pair files in one, without what should not be learnt.

No pair stands there twice, none whose sentence is kept for evaluation or validation, and none that
`models.faithful` refuses: what the words of a pair do not say, a model should not learn to add. Of
pairs that were made of the corpora by other rules than the check's a tenth goes, mostly clauses in
another tense than the pair's control, and agreement that nobody chose.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from models.faithful import check
from models.train.errors import UsageError
from models.train.heldout import read_held_out, without_held_out
from models.train.pair import Pair, read_pairs, words_of, write_pairs

_CHUNK: Final = 500


def is_faithful(pair: Pair) -> bool:
    """Whether the pair's sentence says what its words say, as the program would check it."""
    return check(pair.sentence, pair.glosses, pair.language, pair.controls).ok


def sifted(pairs: Iterable[Pair], seed: int, processes: int = 1) -> list[Pair]:
    """The faithful ones of these pairs, each once, shuffled."""
    different = list(dict.fromkeys(pairs))
    random.Random(seed).shuffle(different)
    with multiprocessing.Pool(processes) as pool:
        fit = pool.map(is_faithful, different, _CHUNK)
    return [pair for pair, is_fit in zip(different, fit, strict=True) if is_fit]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train sift`."""
    parser.add_argument("pairs", type=Path, nargs="+", help="pair files")
    parser.add_argument("--to", type=Path, required=True, help="the pair file to write")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], help="test sets")
    parser.add_argument("--valid", type=Path, nargs="*", default=[], help="pairs that validate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)


def run(options: argparse.Namespace) -> None:
    """`aac-train sift`."""
    if not options.held_out and not options.valid:
        raise UsageError("name what must not be learnt with --held-out, --valid or both")
    held_out = read_held_out(options.held_out) | _sentences(options.valid)
    read = [pair for path in options.pairs for pair in read_pairs(path)]
    kept, removed = without_held_out(read, held_out)
    fit = sifted(kept, options.seed, options.processes)
    write_pairs(options.to, fit)
    print(  # noqa: T201
        f"{len(read)} pairs read, {removed} removed for evaluation or validation; {len(fit)} "
        "written, the others stand twice or are not faithful"
    )


def _sentences(paths: Sequence[Path]) -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(pair.sentence) for path in paths for pair in read_pairs(path))
