"""How well an engine does on a test set, in three figures.

Exact match is the share of messages whose sentence is one of the references, letter for letter.
BLEU follows the protocol `thesis` of evaluation.protocol, against the first reference.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.metrics import MetricOptions, Sampling, all_metrics
from evaluation.protocol import THESIS
from evaluation.testset import Item, read_test_set
from models.engine import LANGUAGES, SentenceRequest
from models.engines import CHOICES, LadderEngine, ModelFiles, build
from models.faithful import check

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Result:
    """What an engine did with a test set."""

    sentences: tuple[str, ...]
    exact: int
    """How many are one of their references."""
    lost: tuple[int, ...]
    """Places of the messages whose sentence leaves out a chosen word."""
    bleu: float
    """0 to 100."""


def daily(language: str) -> Path:
    """The project's own test set of daily messages."""
    return _DATA / f"daily_{language}.tsv"


def measure(engine: LadderEngine, items: Sequence[Item], language: str) -> Result:
    """Put every message of the set to the engine."""
    said = tuple(
        engine.realise(SentenceRequest(number, item.keywords, language)).text
        for number, item in enumerate(items)
    )
    pairs = list(zip(said, items, strict=True))
    lost = (
        i for i, (text, item) in enumerate(pairs) if check(text, item.keywords, language).missing
    )
    exact = sum(text in item.references for text, item in pairs)
    return Result(said, exact, tuple(lost), bleu(said, [item.references[0] for item in items]))


def bleu(hypotheses: Sequence[str], references: Sequence[str]) -> float:
    """Corpus BLEU by the protocol above, 0 to 100."""
    metric = all_metrics(MetricOptions(THESIS, Sampling(0)))["bleu"]
    said, wanted = (list(map(THESIS.sentence, texts)) for texts in (hypotheses, references))
    return metric.score(said, [[text] for text in wanted], ()).score


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add = parser.add_argument
    add("--language", choices=LANGUAGES, required=True)
    add("--engine", choices=CHOICES, default="rules")
    add("--model", type=Path, metavar="FILE", help="a language model in GGUF form")
    add("--set", type=Path, metavar="FILE", help="keywords TAB sentence; default: daily messages")
    add("--misses", action="store_true", help="print what is not one of the references")


def run(options: argparse.Namespace) -> None:
    """Score an engine and print the figures."""
    path = options.set or daily(options.language)
    items = read_test_set(path)
    files = ModelFiles(options.model) if options.model else None
    with build(options.engine, files) as engine:
        result = measure(engine, items, options.language)
    if options.misses:
        for text, item in zip(result.sentences, items, strict=True):
            if text not in item.references:
                print(f"{', '.join(item.keywords)}\t{text}\t{item.references[0]}")
    share = 100 * result.exact / len(items)
    print(f"{path.name}, {' > '.join(engine.rungs)}, {len(items)} messages")
    print(f"exact match {share:.1f} %  words lost {len(result.lost)}  BLEU {result.bleu:.2f}")
