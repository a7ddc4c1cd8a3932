"""`python -m pictograms.benchmark`: how long boards take to come in and go out, and a search.

Measured on real files where the reference data lies on this computer (its folder is the first
argument, else AAC_SHARED, else `../shared`); on generated ones of the same size elsewhere. Each
figure is the median of several runs, with the fastest beside it: on a busy computer only that
one says something of the program.
"""

from __future__ import annotations

import json
import lzma
import os
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pictograms.answer import Validator
from pictograms.cache import Cache
from pictograms.exchange import import_file
from pictograms.obf_read import FORMAT
from pictograms.package_write import write_package
from pictograms.pictogram import Pictogram

BOARDS, BUTTONS = 98, 1405
"""Size of the package that is read and written."""
CATALOGUE = 13_829
"""Pictograms in ARASAAC's catalogue of October 2026."""
_RUNS = 7
_TERMS = {
    "es": ("a", "co", "com", "comer", "agua", "casa de", "perro", "año", "qué", "zzz"),
    "en": ("a", "ea", "eat", "water", "house", "dog", "i wa", "happy", "what", "zzz"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was measured."""

    name: str
    median: float
    """Seconds."""
    fastest: float
    aim: float
    """What it should take at most, seconds; 0 where nothing is asked."""

    def __str__(self) -> str:
        return f"{self.name:46} {self.text}"

    @property
    def text(self) -> str:
        """What was measured, and what it should be."""
        aim = f"   (aim: below {_spelt(self.aim)})" if self.aim else ""
        return f"{_spelt(self.median)}   fastest {_spelt(self.fastest)}{aim}"


def _spelt(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    shared = Path(arguments[0]) if arguments else reference_data()
    with tempfile.TemporaryDirectory() as folder:
        for one in (*exchange(shared, Path(folder)), *search(shared, Path(folder))):
            print(one, flush=True)  # noqa: T201
    return 0


def reference_data() -> Path:
    """Where the reference data lies, if it is on this computer."""
    return Path(os.environ.get("AAC_SHARED", "../shared"))


def exchange(shared: Path, folder: Path) -> Iterator[Figure]:
    """Reading and writing a package of 98 boards, with everything that is checked on the way."""
    package = large_package(shared, folder)
    boards = import_file(package).boards
    size = f"{len(boards.boards)} boards"
    kind = "generated" if package.is_relative_to(folder) else "real"
    yield figure(f"reading {size} ({kind} package)", 3.0, lambda: import_file(package))
    yield figure(f"writing {size}", 0.0, lambda: write_package(boards, folder / "out.obz"))


def large_package(shared: Path, folder: Path) -> Path:
    """The real package of 98 boards, or one as large that is made in `folder`."""
    real = shared / "data" / "boards" / "obf" / "deep_simple.zip"
    return real if real.is_file() else _made_package(folder)


def search(shared: Path, folder: Path) -> Iterator[Figure]:
    """Searching the whole catalogue in both languages."""
    lexicon = shared / "data" / "arasaac" / "lexicon.tsv.xz"
    for language, terms in _TERMS.items():
        found = _real_records(lexicon, language) if lexicon.is_file() else _made_records()
        with Cache(folder / f"cache-{language}") as cache:
            cache.records.store_catalogue(found, language, date(2026, 10, 2), Validator())
            count = cache.records.count(language)
            times = {term: _times(partial(cache.search, term, language)) for term in terms}
        middle = {term: statistics.median(told) for term, told in times.items()}
        name = f"search in {count} pictograms ({language})"
        fastest = min(min(told) for told in times.values())
        yield Figure(name, statistics.median(middle.values()), fastest, 0.02)
        slow = max(middle, key=lambda term: middle[term])
        yield Figure(f"   the slowest word ({slow})", middle[slow], min(times[slow]), 0.02)


def figure(name: str, aim: float, work: Callable[[], Any]) -> Figure:
    """Do the work several times; `aim` in seconds."""
    times = _times(work)
    return Figure(name, statistics.median(times), min(times), aim)


def _times(work: Callable[[], Any]) -> list[float]:
    return [_seconds(work) for _ in range(_RUNS)]


def _seconds(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _made_package(folder: Path) -> Path:
    """As many boards, buttons and links as in the real one."""
    path = folder / "made.obz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(BOARDS):
            archive.writestr(f"{number}.obf", json.dumps(_made_board(number)))
    return path


def _made_board(number: int) -> dict[str, Any]:
    count = BUTTONS // BOARDS
    buttons: list[dict[str, Any]] = [
        {"id": str(n), "label": f"palabra {number} {n}", "background_color": "#fdfd96"}
        for n in range(count)
    ]
    for n in range(3):
        buttons[n]["load_board"] = {"path": f"{(number * 3 + n + 1) % BOARDS}.obf"}
    order = [[str(n) for n in range(row * 4, min(row * 4 + 4, count))] for row in range(4)]
    grid = {"rows": 4, "columns": 4, "order": order}
    return {"format": FORMAT, "id": str(number), "buttons": buttons, "grid": grid}


def _real_records(lexicon: Path, language: str) -> Iterator[Pictogram]:
    """The catalogue's words as they are: one row for each word of a pictogram."""
    words: dict[int, list[str]] = {}
    kinds: dict[int, tuple[int, list[str]]] = {}
    with lzma.open(lexicon, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            number, spoken, word, kind, _, _, tags, _ = line.rstrip("\n").split("\t")
            if spoken == language:
                words.setdefault(int(number), []).append(word)
                kinds.setdefault(int(number), (int(kind or 0), tags.split(";")))
    for identity, keywords in words.items():
        yield _record(identity, keywords, *kinds[identity])


def _made_records() -> Iterator[Pictogram]:
    syllables = ("ca", "ma", "pe", "lo", "tri", "so", "nu", "ver", "pan", "co", "mer", "a")
    count = len(syllables)
    for number in range(CATALOGUE):
        parts = (syllables[number // count**power % count] for power in range(4))
        word = "".join(parts)
        yield _record(number + 1, [word, f"{word} {syllables[number % count]}"], 2, ["object"])


def _record(number: int, words: list[str], kind: int, tags: list[str]) -> Pictogram:
    keywords = [{"keyword": word, "type": kind} for word in words]
    return Pictogram.from_arasaac({"_id": number, "keywords": keywords, "categories": tags})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
