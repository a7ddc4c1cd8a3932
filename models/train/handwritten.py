"""The pairs that people wrote: `data/handwritten_{es,en}.tsv`, licensed as the project.

`data/later_{es,en}.tsv` are those that the model that ships has not learnt.

Lines `words TAB sentence`, the words parted by `, `; the first line is `keywords TAB sentence`.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Final

from models.engine import LANGUAGES
from models.train.errors import BadPairsError
from models.train.pair import Pair

_HEADER: Final = "keywords"


def read_handwritten() -> list[Pair]:
    """What the model that ships has learnt, in both languages. Raises BadPairsError."""
    return _read("handwritten")


def read_later() -> list[Pair]:
    """What was written since. Raises BadPairsError for a malformed line."""
    return _read("later")


def _read(name: str) -> list[Pair]:
    folder = resources.files("models.train") / "data"
    with resources.as_file(folder) as path:
        return [
            pair
            for language in LANGUAGES
            for pair in read_word_pairs(path / f"{name}_{language}.tsv", language)
        ]


def read_word_pairs(path: Path, language: str) -> list[Pair]:
    """The pairs of a file of this kind. Raises BadPairsError, naming file and line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise BadPairsError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise BadPairsError(f"{path}: not UTF-8 text") from error
    pairs = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith(_HEADER):
            pairs.append(_parse(line, language, f"{path}, line {number}"))
    return pairs


def _parse(line: str, language: str, place: str) -> Pair:
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) != 2:
        raise BadPairsError(f"{place}: {len(columns)} columns where 2 are needed")
    glosses = tuple(word.strip() for word in columns[0].split(","))
    if not all(glosses) or not columns[1]:
        raise BadPairsError(f"{place}: an empty word, or no sentence")
    return Pair(language, glosses, columns[1])
