"""`aac-train rules`: what the rules make of the words of other pairs, where people agree with it.

People word the same thing in many ways, and a small model that learns all of them wavers between
an article and none, between tenses, between orders. The rules answer always alike. A pair of theirs
is taken where its sentence is faithful and close to what somebody wrote for the same words: so the
model learns one steady way, and none that nobody would use.
"""

from __future__ import annotations

import argparse
import functools
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from models.engine import SentenceRequest
from models.errors import EngineError
from models.realiser import RulesEngine
from models.train.errors import MissingToolError
from models.train.heldout import read_held_out, without_held_out
from models.train.pair import Pair, read_pairs, write_pairs
from models.train.sift import is_faithful

CLOSE: Final = 75.0
"""chrF (0 to 100) between the rules' sentence and the one that somebody wrote."""
_MOST_WORDS: Final = 7
_CHUNK: Final = 200


def pair_by_rules(pair: Pair, close: float = CLOSE) -> Pair | None:
    """The same words with the rules' sentence; None where it is not fit to be learnt."""
    if len(pair.glosses) > _MOST_WORDS:
        return None
    request = SentenceRequest(0, pair.glosses, pair.language, pair.controls)
    try:
        sentence = _rules().realise(request).text
    except EngineError:
        return None
    if _likeness(sentence, pair.sentence) < close:
        return None
    made = replace(pair, sentence=sentence)
    return made if is_faithful(made) else None


@functools.cache
def _rules() -> RulesEngine:
    return RulesEngine()


def _likeness(one: str, other: str) -> float:
    return float(_chrf().sentence_score(one, [other]).score)


@functools.cache
def _chrf() -> Any:
    try:
        from sacrebleu.metrics.chrf import CHRF
    except ModuleNotFoundError as error:
        raise MissingToolError("sacrebleu") from error
    return CHRF()


def pairs_by_rules(pairs: Iterable[Pair], processes: int = 1) -> Iterator[Pair]:
    """The fit ones of `pair_by_rules`, in the order of the pairs."""
    _chrf()  # told at once where it is missing
    with multiprocessing.Pool(processes) as pool:
        yield from filter(None, pool.imap(pair_by_rules, pairs, _CHUNK))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-train rules`."""
    parser.add_argument("pairs", type=Path, nargs="+", help="pair files whose words to take")
    parser.add_argument("--to", type=Path, required=True, help="the pair file to write")
    parser.add_argument(
        "--held-out", type=Path, nargs="+", required=True, help="test sets: never learnt"
    )
    parser.add_argument("--most", type=int, default=200_000, help="pairs to read of each file")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)


def run(options: argparse.Namespace) -> None:
    """`aac-train rules`."""
    read = [pair for path in options.pairs for pair in read_pairs(path)[: options.most]]
    made = dict.fromkeys(pairs_by_rules(read, options.processes))
    kept, removed = without_held_out(made, read_held_out(options.held_out))
    write_pairs(options.to, kept)
    print(f"{len(read)} pairs read, {len(kept)} written, {removed} removed for a test set")  # noqa: T201
