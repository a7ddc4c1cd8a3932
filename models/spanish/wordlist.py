"""Word lists written as running text, and those that stand in the data files."""

from __future__ import annotations

from functools import cache
from importlib import resources


def listed(text: str) -> frozenset[str]:
    """The words of a text, set apart by blanks; an underscore stands for a blank in a phrase."""
    return frozenset(sequence(text))


def sequence(text: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(word.replace("_", " ") for word in text.split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table in the package's data folder, without comments and empty lines."""
    text = resources.files("models.spanish").joinpath(f"data/{name}").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def named(name: str) -> frozenset[str]:
    """A list of `words.tsv`: words and phrases, set apart by commas."""
    lines = (line for key, line in rows("words.tsv") if key == name)
    return frozenset(word for line in lines for word in line.split(", "))
