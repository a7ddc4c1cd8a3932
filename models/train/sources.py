"""Where sentences come from: only sources whose licence lets a model made of them be shipped.

The corpora are not part of the project; `aac-train pairs` reads them from a folder that holds
`text/` and `lexicons/`. Attribution belongs in the model card of everything trained on them.
"""

from __future__ import annotations

import csv
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.train.errors import BadPairsError


@dataclass(frozen=True, slots=True)
class Source:
    """One file of sentences."""

    file: str
    """Its name under `text/`."""
    columns: tuple[tuple[str, int], ...]
    """Language and column of each sentence of a row; English first where a row is a parallel."""
    licence: str
    attribution: str
    is_chat: bool = False
    """Small talk with a program: much of it is about the program, and is left out."""


_TATOEBA: Final = "Tatoeba.org contributors"
_CC_BY: Final = "CC BY 2.0 FR"

SOURCES: Final = (
    Source(
        "tatoeba2018.eng-spa.tsv.xz",
        (("en", 0), ("es", 1)),
        _CC_BY,
        f"{_TATOEBA}, via www.manythings.org/anki",
    ),
    Source(
        "tatoeba_6001spanish.eng-spa.tsv",
        (("en", 0), ("es", 1)),
        _CC_BY,
        f"{_TATOEBA}, chosen by the 6001 Spanish deck",
    ),
    Source("tatoeba_doozan5k_tagged.eng-spa.tsv", (("en", 0), ("es", 1)), _CC_BY, _TATOEBA),
    Source("tatoeba_apertium10k.spa.txt", (("es", 0),), _CC_BY, _TATOEBA),
    Source("ms_chitchat.spa.txt", (("es", 0),), "MIT", "Microsoft Corporation", is_chat=True),
    Source("ms_chitchat.eng.txt", (("en", 0),), "MIT", "Microsoft Corporation", is_chat=True),
    Source("african_storybook.spa.txt", (("es", 0),), "CC BY", "African Storybook, per story"),
    Source("african_storybook.eng.txt", (("en", 0),), "CC BY", "African Storybook, per story"),
    Source("chatterbot.spa.txt", (("es", 0),), "BSD-3-Clause", "Gunther Cox", is_chat=True),
    Source("chatterbot.eng.txt", (("en", 0),), "BSD-3-Clause", "Gunther Cox", is_chat=True),
)


@dataclass(frozen=True, slots=True)
class RawSentence:
    """A sentence as it stands in a source."""

    language: str
    text: str
    english: str
    """Its translation where the source is a parallel one, else ""."""
    source: Source


def read_source(source: Source, folder: Path) -> Iterator[RawSentence]:
    """All sentences of a source below `folder`/text. Raises BadPairsError if it cannot be read."""
    path = folder / "text" / source.file
    opened = lzma.open if path.suffix == ".xz" else open
    try:
        with opened(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield from _sentences(row, source)
    except OSError as error:
        raise BadPairsError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (UnicodeDecodeError, lzma.LZMAError) as error:
        raise BadPairsError(f"{path}: is damaged, or not UTF-8 text") from error


def _sentences(row: list[str], source: Source) -> Iterator[RawSentence]:
    is_parallel = len(source.columns) > 1
    for language, column in source.columns:
        if column < len(row) and row[column].strip():
            english = row[0] if is_parallel and language != "en" else ""
            yield RawSentence(language, row[column].strip(), english, source)
