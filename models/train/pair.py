"""Pairs of chosen words and their sentence, and the files that hold them.

A pair file is UTF-8 text, one pair a line: `language TAB controls TAB words TAB sentence`. Controls
are the names of models.prompts without angle brackets, parted by spaces (empty for none); the
words are glosses, parted by `, `.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from models.engine import (
    LANGUAGES,
    Controls,
    Formality,
    Gender,
    SecondPerson,
    SentenceType,
    Tense,
)
from models.prompts import control_tokens
from models.train.errors import BadPairsError

_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Pair:
    """What was tapped, and the sentence that says it."""

    language: str
    glosses: tuple[str, ...]
    sentence: str
    controls: Controls = field(default_factory=Controls)


def words_of(sentence: str) -> tuple[str, ...]:
    """The words of a sentence without case and marks: what makes two sentences the same."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", sentence).lower()))


def format_pair(pair: Pair) -> str:
    """One line of a pair file, without its end."""
    names = " ".join(token.strip("<>") for token in control_tokens(pair.controls))
    return "\t".join([pair.language, names, ", ".join(pair.glosses), pair.sentence])


def parse_pair(line: str, place: str) -> Pair:
    """Read one line. Raises BadPairsError, which begins with `place` (file and line)."""
    columns = line.split("\t")
    if len(columns) != 4:
        raise BadPairsError(f"{place}: {len(columns)} columns where 4 are needed")
    language, names, words, sentence = (column.strip() for column in columns)
    glosses = tuple(word.strip() for word in words.split(","))
    if language not in LANGUAGES:
        raise BadPairsError(f"{place}: the language {language!r} is none of {', '.join(LANGUAGES)}")
    if not all(glosses):
        raise BadPairsError(f"{place}: an empty word")
    if not sentence:
        raise BadPairsError(f"{place}: no sentence")
    return Pair(language, glosses, sentence, parse_controls(names.split(), place))


def parse_controls(names: Sequence[str], place: str) -> Controls:
    """The controls of these names. Raises BadPairsError for an unknown or a repeated one."""
    chosen: dict[str, object] = {}
    for name in names:
        if name not in _CONTROLS:
            raise BadPairsError(f"{place}: unknown control {name!r}")
        field, value = _CONTROLS[name]
        if field in chosen:
            raise BadPairsError(f"{place}: two controls for {field}")
        chosen[field] = value
    return Controls(**chosen)  # type: ignore[arg-type]


def _control_names() -> Iterator[tuple[str, tuple[str, object]]]:
    for name, values in (
        ("tense", Tense),
        ("sentence_type", SentenceType),
        ("negative", (True,)),
        ("speaker", Gender),
        ("listener", Gender),
        ("formality", Formality),
        ("second_person", SecondPerson),
    ):
        for value in values:
            (token,) = control_tokens(Controls(**{name: value}))  # type: ignore[arg-type]
            yield token.strip("<>"), (name, value)


_CONTROLS: Final = dict(_control_names())


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Read a whole pair file; blank lines are passed over. Raises BadPairsError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadPairsError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise BadPairsError(f"{path}: not UTF-8 text") from error
    lines = enumerate(text.split("\n"), start=1)
    return tuple(parse_pair(line, f"{path}, line {n}") for n, line in lines if line.strip())


def write_pairs(path: Path, pairs: Iterable[Pair]) -> int:
    """Write a pair file, whole or not at all; returns how many pairs it holds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft, count = path.with_name(f"{path.name}.tmp"), 0
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        for pair in pairs:
            file.write(format_pair(pair) + "\n")
            count += 1
    draft.replace(path)
    return count
