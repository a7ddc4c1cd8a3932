"""Examples that stand before a prompt; none of them is in a test set that ships."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from evaluation.errors import EvaluationError
from evaluation.testset import read_test_set

_DATA: Final = Path(__file__).parent / "data"


def few_shot(
    count: int, path: Path | None, language: str
) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The first pairs of a file, or of the project's own: keywords and sentence.

    Raises EvaluationError where the file holds fewer.
    """
    if not count:
        return ()
    place = path or _DATA / f"examples_{language}.tsv"
    items = read_test_set(place)
    if len(items) < count:
        raise EvaluationError(f"{place}: {len(items)} examples, but {count} are asked for")
    return tuple((item.keywords, item.references[0]) for item in items[:count])
