"""Where sentences come from: only sources whose licence lets a model made of them be shipped.

The corpora are not part of the project; `aac-train pairs` reads them from a folder that holds
`text/`, `more/` and `lexicons/`. Attribution belongs in the model card of all that is trained on
them.
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
    """Its name in its folder."""
    columns: tuple[tuple[str, int], ...]
    """Language and column of each sentence of a row; English first where a row is a parallel."""
    licence: str
    attribution: str
    is_chat: bool = False
    """Small talk with a program: much of it is about the program, and is left out."""
    works: tuple[str, ...] = ()
    """The works to take of a collection, by the names in its first column; empty: it is none."""
    folder: str = "text"
    """The folder that holds the file."""


_TATOEBA: Final = "Tatoeba.org contributors"
_CC_BY: Final = "CC BY 2.0 FR"
_COLLECTIONS: Final = {"es": "new_spa.2-16w.tsv.xz", "en": "new_eng.2-16w.tsv.xz"}
_SENTENCE: Final = 3
"""The column of the sentence in a collection: work, register, dialogue or narration, sentence."""


def _of_collection(language: str, works: str, licence: str, attribution: str) -> Source:
    return Source(
        _COLLECTIONS[language],
        ((language, _SENTENCE),),
        licence,
        attribution,
        works=tuple(works.split()),
        folder="more",
    )


_FREE: Final = "public domain"
_STORIES: Final = "Global African Storybook Project, LIDA and Pratham Books, per story"
_PROMPTS: Final = "Mozilla Common Voice, TICO-19 and the Refugee Phrasebook"
_BOOKS: Final = "Project Gutenberg: tales, readers and phrase books in the public domain"

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
    _of_collection("es", "lida pratham storybooks_canada", "CC BY", _STORIES),
    _of_collection("en", "lida pratham storybooks_canada", "CC BY", _STORIES),
    _of_collection("es", "common_voice tico19_cmu refugee_phrasebook", "CC0", _PROMPTS),
    _of_collection("en", "common_voice tico19_cmu refugee_phrasebook", "CC0", _PROMPTS),
    _of_collection(
        "es",
        "cuentos_populares_chile spanish_tales_beginners cuentos_alhambra cuentos_nunca_acabar "
        "libro_segundo_lectura edad_de_oro hossfeld_dialogues easy_intro_conversation",
        _FREE,
        _BOOKS,
    ),
    _of_collection(
        "en",
        "grimm_hunt andersen andersen_first jacobs_english aesop_stickney heidi peter_pan "
        "five_children_it oz little_prudy mcguffey_primer mcguffey_1 mcguffey_2 mcguffey_3 "
        "crusoe_syllable little_stories hossfeld_dialogues easy_intro_conversation "
        "fifty_famous five_minute potter",
        _FREE,
        _BOOKS,
    ),
)
"""Of the collections only works that are free in the European Union too: under a licence that says
so, or by authors and translators who died more than seventy years ago."""


@dataclass(frozen=True, slots=True)
class RawSentence:
    """A sentence as it stands in a source."""

    language: str
    text: str
    english: str
    """Its translation where the source is a parallel one, else ""."""
    source: Source


def read_source(source: Source, folder: Path) -> Iterator[RawSentence]:
    """All sentences of a source below `folder`. Raises BadPairsError if it cannot be read."""
    path = folder / source.folder / source.file
    opened = lzma.open if path.suffix == ".xz" else open
    try:
        with opened(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if not source.works or (row[:1] and row[0] in source.works):
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
