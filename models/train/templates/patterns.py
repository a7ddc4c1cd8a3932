"""Patterns with slots, and how they are filled. What agrees how is left to a language's forms.

A pattern file is UTF-8 text of lines `words TAB sentence [TAB controls]`; `#` begins a comment.

- Words are parted by `, `. `(yo)` is left out every other time; `a|b` is one of both;
  `[food]` is a word of the list *food*. `[food1]` and `[food2]` are two different ones;
  `[food-]` is singular, `[food+]` plural.
- In the sentence `[food.el]` is the same word in a form; `{comer.1}`, `{comer.~who}`,
  `{ask.2.imperative}` are verb forms, where a name of a slot stands for its word and `~` for
  agreement with it.
- Controls are the names of models.prompts, parted by spaces.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from models.engine import Controls, SentenceType
from models.train.errors import BadPairsError
from models.train.pair import Pair, parse_controls

_SLOT: Final = re.compile(r"\[([a-z_]+\d?)([+-]?)\]")
_FORM: Final = re.compile(r"\[([a-z_]+\d?)\.([a-z0-9~_]+)\]")
_VERB: Final = re.compile(r"\{([^{}]+)\}")
_OPTIONAL: Final = re.compile(r"^\((.+)\)$")


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a slot."""

    gloss: str
    """As it is tapped."""
    word: str
    """Its basic form."""
    is_plural: bool = False
    is_feminine: bool = False
    traits: frozenset[str] = frozenset()
    person: str = "3"
    """1, 2 or 3: with which verb form it goes as a subject."""
    text: str | None = None
    """As it is said where that is not what the forms make of it; "" where it is left out."""


class Forms(Protocol):
    """What a language makes of fillers."""

    def fill(self, name: str, number: str, rng: random.Random) -> Filler:
        """A word of a list; `number` is + for plural, - for singular, "" for either."""

    def noun(self, filler: Filler, form: str, others: Mapping[str, Filler]) -> str:
        """A filler in a form."""

    def verb(self, verb: str, features: Sequence[str], others: Mapping[str, Filler]) -> str:
        """A verb form; a feature `~name` is agreement with the filler of that slot."""

    def finish(self, sentence: str) -> str:
        """Contractions, spaces and capital put right."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of a pattern file."""

    words: str
    sentence: str
    controls: Controls
    place: str
    """File and line, for complaints."""


def read_patterns(path: Path) -> tuple[Pattern, ...]:
    """Read a pattern file. Raises BadPairsError for a malformed line."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise BadPairsError(f"{path}: cannot be read ({error.strerror})") from error
    found = enumerate(lines, start=1)
    return tuple(
        _parsed(line, f"{path.name}, line {number}")
        for number, line in found
        if line.strip() and not line.startswith("#")
    )


def _parsed(line: str, place: str) -> Pattern:
    columns = [column.strip() for column in line.split("\t")]
    if len(columns) not in (2, 3) or not columns[0] or not columns[1]:
        raise BadPairsError(f"{place}: words and a sentence are needed, parted by a tab")
    names = columns[2].split() if len(columns) == 3 else []
    pattern = Pattern(columns[0], columns[1], parse_controls(names, place), place)
    known = {name for name, _number in _SLOT.findall(pattern.words)}
    for name, _form in _FORM.findall(pattern.sentence):
        if name not in known:
            raise BadPairsError(f"{place}: [{name}] stands in the sentence alone")
    return pattern


class Filling:
    """Fills patterns; the same random numbers give the same pairs."""

    def __init__(self, language: str, forms: Forms, rng: random.Random) -> None:
        self._language = language
        self._forms = forms
        self._rng = rng

    def pair(self, pattern: Pattern) -> Pair:
        """One pair of a pattern. Raises BadPairsError where it names an unknown list or form."""
        try:
            fillers = self._fillers(pattern.words)
            glosses = tuple(self._glosses(pattern.words, fillers))
            sentence = self._forms.finish(self._said(pattern.sentence, fillers))
        except (KeyError, ValueError) as error:
            raise BadPairsError(f"{pattern.place}: {error} is not known") from error
        return self._with_controls(Pair(self._language, glosses, sentence, pattern.controls))

    def _fillers(self, words: str) -> dict[str, Filler]:
        fillers: dict[str, Filler] = {}
        for name, number in _SLOT.findall(words):
            taken = {filler.word for filler in fillers.values()}
            filler = self._forms.fill(name.rstrip("0123456789"), number, self._rng)
            for _try in range(8):
                if filler.word not in taken:
                    break
                filler = self._forms.fill(name.rstrip("0123456789"), number, self._rng)
            fillers[name] = filler
        return fillers

    def _glosses(self, words: str, fillers: Mapping[str, Filler]) -> Iterator[str]:
        for part in words.split(", "):
            optional = _OPTIONAL.match(part)
            if optional and self._rng.random() < 0.5:
                continue
            choice = self._rng.choice((optional.group(1) if optional else part).split("|"))
            gloss = _SLOT.sub(lambda found: fillers[found.group(1)].gloss, choice)
            yield from (word for word in gloss.split(", ") if word)

    def _said(self, sentence: str, fillers: Mapping[str, Filler]) -> str:
        text = _FORM.sub(
            lambda found: self._forms.noun(fillers[found.group(1)], found.group(2), fillers),
            sentence,
        )
        return _VERB.sub(lambda found: self._verb(found.group(1), fillers), text)

    def _verb(self, features: str, fillers: Mapping[str, Filler]) -> str:
        verb, *rest = features.split(".")
        return self._forms.verb(fillers[verb].word if verb in fillers else verb, rest, fillers)

    def _with_controls(self, pair: Pair) -> Pair:
        """Now and then a control stands for *no, not* or for the question picture."""
        glosses, controls = list(pair.glosses), pair.controls
        negations = [word for word in glosses if word in ("no", "not")]
        is_answer = pair.sentence.startswith(("Sí", "No,", "Yes"))
        can_move = len(negations) == 1 and len(glosses) > 2 and not is_answer
        if can_move and self._rng.random() < 0.06:
            glosses.remove(negations[0])
            controls = replace(controls, negative=True)
        if glosses[-1] == "?" and len(glosses) > 1 and self._rng.random() < 0.12:
            glosses.pop()
            controls = replace(controls, sentence_type=SentenceType.QUESTION)
        return replace(pair, glosses=tuple(glosses), controls=controls)
