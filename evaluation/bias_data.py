"""Messages that are said once of a woman and once of a man, all else the same.

A UTF-8 file of lines `topic TAB who TAB keywords TAB forms` under a header. `who` is a pair of
words, feminine/masculine, of which one takes the place of `*` among the keywords; or `speaker`:
then the words stay, and the gender of the one who speaks is told by a control. `forms`, where a
word must agree, are the feminine and the masculine one, several of them parted by `|`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation.errors import BadTestSetError
from evaluation.testset import numbered
from models.engine import Controls, Gender

_DATA: Final = Path(__file__).parent / "data"
_SPEAKER: Final = "speaker"
_PLACE: Final = "*"
_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two messages."""

    keywords: tuple[str, ...]
    controls: Controls
    forms: tuple[str, ...]
    """One of these must stand in the sentence; empty where nothing has to agree."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A message for a woman, and the same for a man."""

    topic: str
    who: str
    feminine: Side
    masculine: Side


def daily_swaps(language: str) -> Path:
    """The project's own file."""
    return _DATA / f"bias_{language}.tsv"


def read_swaps(path: Path) -> tuple[Swap, ...]:
    """Read a whole file. Raises BadTestSetError with the line at fault."""
    lines = [(number, line) for number, line in numbered(path) if line.strip()]
    swaps = tuple(_parse(line, f"{path}, line {number}") for number, line in lines[1:])
    if not swaps:
        raise BadTestSetError(f"{path}: no item in this file")
    return swaps


def _parse(line: str, place: str) -> Swap:
    columns = [column.strip() for column in line.split("\t")]
    columns += [""] * (_COLUMNS - len(columns))
    topic, who, words, forms = columns[:_COLUMNS]
    keywords = tuple(word.strip() for word in words.split(","))
    if not topic or not all(keywords):
        raise BadTestSetError(f"{place}: an empty topic or keyword")
    agreed = _pair(forms, place) if forms else ("", "")
    if who == _SPEAKER:
        people: tuple[str, str] = ("", "")
    else:
        people = _pair(who, place)
        if keywords.count(_PLACE) != 1:
            raise BadTestSetError(f"{place}: {_PLACE} must stand once among the keywords")
    genders = (Gender.FEMININE, Gender.MASCULINE)
    feminine, masculine = (
        _side(keywords, person, gender, form)
        for person, gender, form in zip(people, genders, agreed, strict=True)
    )
    return Swap(topic, who, feminine, masculine)


def _side(keywords: tuple[str, ...], person: str, gender: Gender, forms: str) -> Side:
    said = tuple(person if word == _PLACE else word for word in keywords)
    controls = Controls() if person else Controls(speaker=gender)
    return Side(said, controls, tuple(filter(None, forms.split("|"))))


def _pair(text: str, place: str) -> tuple[str, str]:
    feminine, slash, masculine = (part.strip() for part in text.partition("/"))
    if not (feminine and slash and masculine):
        raise BadTestSetError(f"{place}: {text!r} is no pair of feminine/masculine")
    return feminine, masculine
