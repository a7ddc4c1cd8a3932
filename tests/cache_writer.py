"""Writes into a cache for ever, until somebody kills it: `python -m tests.cache_writer FOLDER`.

Records come in batches of `BATCH`, each in one transaction, and each batch has its own
language; pictures are large, so that a kill hits the writing of one.
"""

from __future__ import annotations

import sys
from datetime import date
from itertools import count
from pathlib import Path

from pictograms.answer import Validator
from pictograms.cache import Cache
from pictograms.pictogram import Pictogram, WordClass
from tests.pictures import png

BATCH = 40


def main(folder: Path, start: int) -> None:
    with Cache(folder) as cache:
        pictures = [png(shade, note=bytes(3_000_000)) for shade in range(4)]
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        for number in count(start):
            cache.store_image(2 + number % 30, pictures[number % 4])
            cache.store_image(1, pictures[number % 4], replace=True)
            cache.records.store_catalogue(
                batch(number), f"l{number % 7}", date(2026, 1, 1), Validator(str(number))
            )


def batch(number: int) -> list[Pictogram]:
    words = (f"word {number}", "agua")
    return [Pictogram(one, words[0], WordClass.NOUN, words) for one in range(1, BATCH + 1)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
