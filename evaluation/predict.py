"""Let an engine say every message of a set; a run that stops goes on with the same command."""

from __future__ import annotations

import argparse
import shlex
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from evaluation.errors import EngineStoppedError
from evaluation.named_sets import TestSet, add_set_options, open_set
from evaluation.numbers import positive
from evaluation.runs import Answer, RunWriter, run_header
from evaluation.systems import System, add_system_options, open_system, system_choice
from evaluation.testset import Item
from models.engine import SentenceRequest
from models.errors import CannotRealiseError, EngineError, UnsupportedLanguageError
from models.telegraphic import TelegraphicEngine

Watch = Callable[[Sequence[Item]], Iterable[Item]]
"""Goes through the items and shows how far it is."""

_DECLINED: Final = (CannotRealiseError, UnsupportedLanguageError)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    add_set_options(parser)
    add_system_options(parser)
    add = parser.add_argument
    add("--output", type=Path, required=True, metavar="FILE", help="predictions, as JSON lines")
    add("--overwrite", action="store_true", help="begin anew where predictions lie there")
    add("--limit", type=positive, metavar="N", help="only the first N items that are left")
    add("--quiet", action="store_true", help="no progress bar")


def run(options: argparse.Namespace) -> None:
    """Predict, and print where the sentences are."""
    test_set = open_set(options.set, options.language)
    begin = time.perf_counter()
    language = test_set.language_of(test_set.items[0])
    with open_system(system_choice(options), language) as system:
        load_seconds = time.perf_counter() - begin
        header = run_header(
            system.description,
            test_set,
            started=datetime.now(UTC).isoformat(timespec="seconds"),
            command=shlex.join(["aac-evaluate", *options.typed]),
            load_seconds=load_seconds,
        )
        with RunWriter(options.output, header, overwrite=options.overwrite) as writer:
            watch = (lambda items: items) if options.quiet else progress_bar
            said = predict(system, test_set, writer, limit=options.limit, watch=watch)
    left = len(test_set.items) - said
    print(f"{options.output}: {said} sentences" + (f", {left} left" if left else ""))


def predict(
    system: System,
    test_set: TestSet,
    writer: RunWriter,
    *,
    limit: int | None = None,
    watch: Watch = lambda items: items,
) -> int:
    """Answer the items that are not answered yet; returns how many are now.

    Raises EngineStoppedError when the engine gives up; what it said until then is in the file.
    """
    first = len(writer.done)
    left = test_set.items[first:][:limit]
    for number, item in enumerate(watch(left), start=first + 1):
        try:
            writer.add(answer_of(system, item, number, test_set.language_of(item)))
        except Exception as error:
            if not isinstance(error, EngineError | RuntimeError | MemoryError | OSError):
                raise
            place = f"{test_set.path}, line {item.line}"
            reason = next(iter(str(error).splitlines()), type(error).__name__)
            raise EngineStoppedError(
                f"{place}: {system.description.name} stopped at item {number} ({reason}); "
                f"{number - 1} answers are kept, and the same command goes on from there"
            ) from error
    return first + len(left)


def answer_of(system: System, item: Item, number: int, language: str) -> Answer:
    """Put one message to the engine and measure.

    Where it declines, the words as they were chosen stand in, as they do in the program. Raises
    EngineError for an engine that can go on no more.
    """
    request = SentenceRequest(number, item.keywords, language, item.controls)
    declined = None
    begin = time.perf_counter()
    try:
        sentence = system.engine.realise(request)
    except _DECLINED as error:
        declined = str(error)
        sentence = TelegraphicEngine().realise(request)
    seconds = time.perf_counter() - begin
    return Answer(
        item=number,
        keywords=item.keywords,
        hypothesis=" ".join(sentence.text.split()),
        engine=sentence.engine,
        seconds=round(seconds, 6),
        tokens=None if declined else system.count_tokens(sentence.text),
        memory=_resident(),
        declined=declined,
    )


def _resident() -> int | None:
    """Bytes of this process in memory; None where psutil is not installed."""
    try:
        import psutil
    except ImportError:
        return None
    return int(psutil.Process().memory_info().rss)


def progress_bar(items: Sequence[Item]) -> Iterator[Item]:
    """The items with a bar on stderr that tells how many are done; none without tqdm."""
    try:
        from tqdm import tqdm
    except ImportError:
        yield from items
        return
    yield from tqdm(items, unit="message", disable=None)
