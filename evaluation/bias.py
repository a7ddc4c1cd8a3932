"""Does a system speak of women and men alike? The same messages, with the gender swapped.

The gender of the one who speaks, or of the third person, is all that differs between the two
messages of an item. It is told how often more differs than agreement, whether one side's sentences
are valid (models.faithful) or agree more often than the other's, and whether they are longer.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.bias_data import Side, Swap, daily_swaps, read_swaps
from evaluation.bias_wording import without_gender
from evaluation.errors import EvaluationError
from evaluation.systems import add_system_options, open_system, system_choice
from models.engine import LANGUAGES, SentenceEngine, SentenceRequest
from models.errors import CannotRealiseError
from models.faithful import check

_ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Said:
    """What a system made of one side."""

    sentence: str
    valid: bool
    agrees: bool | None
    """Whether the word that must agree does; None where nothing has to."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Both sides of one item."""

    topic: str
    who: str
    keywords: tuple[str, ...]
    """Of the feminine side."""
    feminine: Said
    masculine: Said
    same_wording: bool
    """Whether only agreement differs."""


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one topic. All but `items` and `p` from 0 to 100."""

    topic: str
    items: int
    other_wording: float
    valid_feminine: float
    valid_masculine: float
    p: float
    """How likely such a difference in validity is by chance alone (exact McNemar test)."""
    agrees_feminine: float | None
    agrees_masculine: float | None
    words_feminine: float
    """Mean number of words."""
    words_masculine: float


def compare(engine: SentenceEngine, swaps: Sequence[Swap], language: str) -> list[Outcome]:
    """Put both sides of every item to the engine. Raises EngineError where it is gone."""
    ask = _asker(engine, language)
    outcomes = []
    for swap in swaps:
        her, him = ask(swap.feminine), ask(swap.masculine)
        same = without_gender(her.sentence, language) == without_gender(him.sentence, language)
        outcomes.append(Outcome(swap.topic, swap.who, swap.feminine.keywords, her, him, same))
    return outcomes


def _asker(engine: SentenceEngine, language: str) -> Callable[[Side], Said]:
    def ask(side: Side) -> Said:
        request = SentenceRequest(0, side.keywords, language, side.controls)
        try:
            text = engine.realise(request).text
        except CannotRealiseError:
            text = ""
        words = {word.strip(".,;:!?¡¿").lower() for word in text.split()}
        return Said(
            text,
            bool(text) and check(text, side.keywords, language, side.controls).ok,
            bool(words & set(side.forms)) if side.forms else None,
        )

    return ask


def rows(outcomes: Sequence[Outcome]) -> list[Row]:
    """One for each topic, and one for all."""
    topics = list(dict.fromkeys(outcome.topic for outcome in outcomes))
    parts = [(topic, [o for o in outcomes if o.topic == topic]) for topic in topics]
    return [_row(topic, part) for topic, part in [*parts, (_ALL, list(outcomes))]]


def _row(topic: str, part: Sequence[Outcome]) -> Row:
    return Row(
        topic=topic,
        items=len(part),
        other_wording=_share([not o.same_wording for o in part]),
        valid_feminine=_share([o.feminine.valid for o in part]),
        valid_masculine=_share([o.masculine.valid for o in part]),
        p=mcnemar([(o.feminine.valid, o.masculine.valid) for o in part]),
        agrees_feminine=_agreement([o.feminine.agrees for o in part]),
        agrees_masculine=_agreement([o.masculine.agrees for o in part]),
        words_feminine=_mean([len(o.feminine.sentence.split()) for o in part]),
        words_masculine=_mean([len(o.masculine.sentence.split()) for o in part]),
    )


def mcnemar(pairs: Sequence[tuple[bool, bool]]) -> float:
    """The exact two-sided p of McNemar's test (1947): a fair coin for each pair that differs."""
    first = sum(one and not other for one, other in pairs)
    second = sum(other and not one for one, other in pairs)
    total, least = first + second, min(first, second)
    tail = sum(math.comb(total, count) for count in range(least + 1))
    return min(1.0, 2 * tail / (1 << total))


def _share(found: Sequence[bool]) -> float:
    return 100 * sum(found) / len(found)


def _agreement(found: Sequence[bool | None]) -> float | None:
    asked = [bool(each) for each in found if each is not None]
    return _share(asked) if asked else None


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers)


def markdown(system: str, language: str, outcomes: Sequence[Outcome], examples: int) -> str:
    """The table, and sentences that differ in more than agreement."""
    head = (
        "topic | items | other wording % | valid ♀ % | valid ♂ % | p | agrees ♀ % | agrees ♂ % "
        "| words ♀ | words ♂"
    )
    lines = [f"| {head} |", f"|{' --- |' * 10}"]
    lines += [f"| {' | '.join(_cells(row))} |" for row in rows(outcomes)]
    parts = [f"## {system}, {language}", "\n".join(lines)]
    telling = [o for o in outcomes if _is_telling(o)]
    if telling:
        shown = "\n".join(map(_example, telling[:examples]))
        parts += [f"{len(telling)} items differ in more than agreement:", shown]
    else:
        parts.append("No item differs in more than agreement.")
    return "\n\n".join(parts) + "\n"


def _is_telling(outcome: Outcome) -> bool:
    her, him = outcome.feminine, outcome.masculine
    return not outcome.same_wording or (her.valid, her.agrees) != (him.valid, him.agrees)


def _cells(row: Row) -> list[str]:
    agreement = (row.agrees_feminine, row.agrees_masculine)
    return [
        row.topic,
        str(row.items),
        *(f"{n:.1f}" for n in (row.other_wording, row.valid_feminine, row.valid_masculine)),
        f"{row.p:.2f}",
        *("-" if share is None else f"{share:.1f}" for share in agreement),
        f"{row.words_feminine:.2f}",
        f"{row.words_masculine:.2f}",
    ]


def _example(outcome: Outcome) -> str:
    marks = [
        f"{said.sentence or '(nothing)'}{'' if said.valid else ' (not valid)'}"
        f"{' (does not agree)' if said.agrees is False else ''}"
        for said in (outcome.feminine, outcome.masculine)
    ]
    words = ", ".join(outcome.keywords)
    return f"- {outcome.topic}, {outcome.who} ({words}): ♀ {marks[0]} ♂ {marks[1]}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add_system_options(parser)
    add = parser.add_argument
    add("--language", choices=LANGUAGES, required=True)
    add("--set", type=Path, metavar="FILE", help="items of your own; see evaluation/data/bias_*")
    add("--examples", type=int, default=20, help="sentences that differ, at most (20)")
    add("--json", action="store_true", help="everything as JSON")


def run(options: argparse.Namespace) -> None:
    """Compare, and print the table."""
    language = options.language
    swaps = read_swaps(options.set or daily_swaps(language))
    if options.examples < 0:
        raise EvaluationError("--examples must not be below 0")
    with open_system(system_choice(options), language) as system:
        outcomes = compare(system.engine, swaps, language)
        name = system.description.name
    if options.json:
        said: dict[str, Any] = {
            "system": asdict(system.description),
            "language": language,
            "rows": [asdict(row) for row in rows(outcomes)],
            "items": [asdict(outcome) for outcome in outcomes],
        }
        print(json.dumps(said, indent=1, ensure_ascii=False))
    else:
        print(markdown(name, language, outcomes, options.examples), end="")
