"""The starting boards against reference data: ARASAAC's pictures, and what people need to say."""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from board_tables import LANGUAGES, BoardTable, CellRow

SPELLED = {
    "es": frozenset(("Marta", "Juan", "Ana", "Leo", "Rosa", "Sol", "cookies")),
    "en": frozenset(("Sam", "Tom", "Ana", "Leo", "Will", "Grace", "abuela")),
}
"""What is spelled in the examples: names, and words of the other language."""


def cells_of(tables: Iterable[BoardTable]) -> Iterator[tuple[BoardTable, CellRow]]:
    return ((table, cell) for table in tables for cell in table.cells)


def fold(text: str) -> str:
    """Lower case, without accents and outer punctuation; ñ stays, it is a letter of its own."""
    plain = unicodedata.normalize("NFD", text.lower().replace("ñ", "\0"))
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return kept.replace("\0", "ñ").strip(" ¡!¿?.…")


def words_of(tables: Sequence[BoardTable], language: str) -> set[str]:
    """The distinct words that can be put into a message, as the engine is given them."""
    return {
        (cell.words[language].gloss or cell.words[language].label).lower()
        for _, cell in cells_of(tables)
        if cell.is_word and language in cell.words
    }


def check_pictures(tables: Sequence[BoardTable], lexicon: Mapping[str, set[str]]) -> Iterator[str]:
    """Every picture exists, and one of its keywords is the word, or is named in the note."""
    for table, cell in cells_of(tables):
        for language, word in cell.words.items():
            if not word.arasaac:
                continue
            where = f"{table.id} {cell.name} {word.label!r}"
            keywords = lexicon.get(word.arasaac)
            if keywords is None:
                yield f"{where} ({language}): ARASAAC has no picture {word.arasaac}"
            elif not keywords & _names(cell):
                yield f"{where}: picture {word.arasaac} means {', '.join(sorted(keywords)[:4])}"


def _names(cell: CellRow) -> set[str]:
    """What the picture may be called: label or gloss in either language, or the note."""
    texts = [cell.note]
    for word in cell.words.values():
        texts += [word.label, word.gloss]
    folded = {fold(text) or text for text in texts if text}
    return folded | {text.removesuffix("se") for text in folded if len(text) > len("irse")}


def read_lexicon(shared: Path) -> dict[str, set[str]]:
    """ARASAAC's numbers and their keywords in Spanish and English, folded."""
    keywords: dict[str, set[str]] = {}
    with lzma.open(shared / "data/arasaac/lexicon.tsv.xz", "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            number, _, keyword, *_ = line.split("\t")
            # A sign such as «?» has no letters left when folded: keep it as it is.
            keywords.setdefault(number, set()).add(fold(keyword) or keyword)
    return keywords


def check_messages(tables: Sequence[BoardTable], messages: str) -> Iterator[str]:
    """Every example of the forty kinds of message can be said with words of the boards."""
    for language, examples in examples_of(messages).items():
        words = words_of(tables, language)
        words |= {word.removesuffix("se") for word in words if word.endswith("rse")}
        for example in examples:
            for gloss in example:
                if gloss.lower() not in words and gloss not in SPELLED[language]:
                    yield f"{', '.join(example)}: there is no {gloss!r} on the {language} boards"


def examples_of(messages: str) -> dict[str, list[list[str]]]:
    """The examples in `N title: es / es; en / en: remark`, as lists of glosses per language."""
    kinds = re.findall(
        r"(?<!\S)\d{1,2} [a-z][^:;]*: ([^:;]+); ([^:.]+)(?=[:.])", messages.replace("\n", " ")
    )
    return {
        language: [
            [gloss.strip() for gloss in example.split(",")]
            for kind in kinds
            for example in kind[place].split(" / ")
        ]
        for place, language in enumerate(LANGUAGES)
    }
