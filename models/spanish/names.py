"""Given names: which there are, for labels in capitals, and their gender."""

from __future__ import annotations

from functools import cache
from importlib import resources

from models.spanish.orthography import without_accents


@cache
def _table() -> dict[str, bool]:
    """Names by their lower-case form without accents; True if a woman's."""
    names: dict[str, bool] = {}
    text = resources.files("models.spanish").joinpath("data/names.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            gender, words = line.split("\t")
            for word in words.split():
                names[without_accents(word.casefold())] = gender == "f"
    return names


def is_given_name(word: str) -> bool:
    """Whether this is a common given name, however it is written."""
    return without_accents(word.casefold()) in _table()


def is_feminine(name: str) -> bool:
    """Whether a name is a woman's; an unknown one is, if it ends in a."""
    first = name.split(" ")[0].casefold()
    return _table().get(without_accents(first), first.endswith("a"))
