"""Lists of words of our own for the patterns, and names that nobody has."""

from __future__ import annotations

import random
from importlib import resources
from typing import Final

from models.train.wordlists import words

_ONSETS: Final = words("b br c cl d f g gr j k l m n p r s t tr v z y")
_VOWELS: Final = words("a e i o u a e o")
_CODAS: Final = ["", "", "", "n", "r", "s", "l"]


def read_lists(language: str) -> dict[str, list[str]]:
    """The lists of `lists_{language}.tsv`: `name TAB entry | entry | ...`."""
    file = resources.files("models.train") / "data" / f"lists_{language}.tsv"
    lists: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        name, tab, entries = line.partition("\t")
        if tab and not name.startswith("#"):
            lists.setdefault(name, []).extend(entry.strip() for entry in entries.split("|"))
    return lists


def invented_name(rng: random.Random) -> str:
    """A name of two or three syllables that no table knows: it must be copied."""
    syllables = (
        rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)
        for _ in range(rng.choice((2, 2, 3)))
    )
    return "".join(syllables).capitalize()
