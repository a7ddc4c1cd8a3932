"""`aac-evaluate check`: how well unfaithful sentences are told from good ones.

A set is UTF-8 text with the columns `kind TAB keywords TAB controls TAB sentence` and that header.
The kind is `good`, or what is wrong with the sentence; the controls are words of `CONTROLS`, parted
by commas. Of the sets by which the check is judged nobody who works on `models.checking` looks at
single sentences, only at the totals: `check_*.tsv` was written by hand with the mistakes that a
small model makes, `check_model_*.tsv` are sentences that the shipped model offered, labelled by
hand, also those that are merely broken.
"""

from __future__ import annotations

import argparse
import dataclasses
import statistics
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from evaluation.errors import EvaluationError
from evaluation.testset import numbered
from models.engine import (
    LANGUAGES,
    Controls,
    Formality,
    Gender,
    SecondPerson,
    SentenceType,
    Tense,
)
from models.faithful import check

GOOD: Final = "good"
CONTROLS: Final[Mapping[str, tuple[str, Any]]] = MappingProxyType(
    {
        **{tense.value: ("tense", tense) for tense in Tense},
        **{kind.value: ("sentence_type", kind) for kind in SentenceType},
        **{gender.value: ("speaker", gender) for gender in Gender},
        **{variety.value: ("second_person", variety) for variety in SecondPerson},
        "negative": ("negative", True),
        "polite": ("formality", Formality.POLITE),
    }
)
"""How a set names what is chosen beside the words; `feminine` and `masculine` are the speaker."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, the message that it is for, and what is wrong with it."""

    kind: str
    """`good`, or the mistake."""
    glosses: tuple[str, ...]
    controls: Controls
    sentence: str

    @property
    def is_good(self) -> bool:
        return self.kind == GOOD


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a set's sentences were told apart."""

    caught: tuple[Example, ...]
    passed: tuple[Example, ...]
    """Unfaithful sentences that would be spoken."""
    refused: tuple[Example, ...]
    """Good sentences that would not."""
    milliseconds: float
    """Of the processor for one sentence, the median; the tables are read before."""

    @property
    def precision(self) -> float:
        """The share of the refused sentences that are unfaithful, 0 to 1."""
        return len(self.caught) / max(1, len(self.caught) + len(self.refused))

    @property
    def recall(self) -> float:
        """The share of the unfaithful sentences that are refused, 0 to 1."""
        return len(self.caught) / max(1, len(self.caught) + len(self.passed))


def read_examples(path: Path) -> tuple[Example, ...]:
    """Read a set. Raises EvaluationError with file and line."""
    _head, *rows = numbered(path)
    return tuple(_example(line, f"{path}, line {at}") for at, line in rows if line.strip())


def _example(line: str, place: str) -> Example:
    columns = line.split("\t")
    if len(columns) != 4:
        raise EvaluationError(f"{place}: {len(columns)} columns where 4 are needed")
    kind, keywords, controls, sentence = columns
    glosses = tuple(word.strip() for word in keywords.split(", "))
    if not all((kind, *glosses)):
        raise EvaluationError(f"{place}: an empty word")
    return Example(kind, glosses, _controls(controls, place), sentence)


def _controls(text: str, place: str) -> Controls:
    chosen = [word.strip() for word in text.split(",") if word.strip()]
    unknown = next((word for word in chosen if word not in CONTROLS), None)
    if unknown:
        raise EvaluationError(f"{place}: the control {unknown!r} is none of {', '.join(CONTROLS)}")
    return dataclasses.replace(Controls(), **dict(CONTROLS[word] for word in chosen))


def measure(examples: Sequence[Example], language: str) -> Quality:
    """Check every sentence of a set."""
    caught: list[Example] = []
    passed: list[Example] = []
    refused: list[Example] = []
    times: list[float] = []
    for example in examples:
        check(example.sentence, example.glosses, language, example.controls)
        begin = time.process_time()
        is_ok = check(example.sentence, example.glosses, language, example.controls).ok
        times.append(time.process_time() - begin)
        if example.is_good and not is_ok:
            refused.append(example)
        elif not example.is_good:
            (passed if is_ok else caught).append(example)
    milliseconds = 1000 * statistics.median(times or [0.0])
    return Quality(tuple(caught), tuple(passed), tuple(refused), milliseconds)


def shipped(language: str) -> Mapping[str, Path]:
    """The sets by which the check is judged, by what their sentences are."""
    data = Path(__file__).parent / "data"
    return {
        "written": data / f"check_{language}.tsv",
        "of the model": data / f"check_model_{language}.tsv",
    }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `aac-evaluate check`."""
    parser.add_argument("--language", choices=LANGUAGES, default="es")
    parser.add_argument("--set", type=Path, help="another set than the one it is judged by")
    parser.add_argument("--misses", action="store_true", help="print every sentence judged wrongly")


def run(options: argparse.Namespace) -> None:
    """`aac-evaluate check`."""
    sets = {str(options.set): options.set} if options.set else shipped(options.language)
    for name, path in sets.items():
        examples = read_examples(path)
        print(f"{name}:")
        _report(examples, measure(examples, options.language), misses=options.misses)


def _report(examples: Sequence[Example], found: Quality, *, misses: bool) -> None:
    for example in (*found.passed, *found.refused) if misses else ():
        print(f"{example.kind}\t{', '.join(example.glosses)}\t{example.sentence}")
    missed = Counter(example.kind for example in found.passed)
    for kind, asked in sorted(Counter(e.kind for e in examples if not e.is_good).items()):
        print(f"{kind}: {asked - missed[kind]} of {asked} refused")
    good = sum(example.is_good for example in examples)
    print(f"{GOOD}: {good - len(found.refused)} of {good} pass")
    print(f"precision {found.precision:.3f}, recall {found.recall:.3f}")
    print(f"{found.milliseconds:.2f} ms a sentence")
