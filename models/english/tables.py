"""Reads the word tables that lie beside the code."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The tab-separated rows of `data/<name>`, without comments and empty lines."""
    text = files("models.english").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def listed(cell: str) -> list[str]:
    """The words of a cell, which are separated by commas."""
    return [word for word in (part.strip() for part in cell.split(",")) if word]


def frames(cell: str) -> dict[str, str]:
    """`food=with *=-` as a mapping from the kind of a noun to its preposition."""
    pairs = (part.split("=", 1) for part in cell.split())
    return {kind: preposition.replace("_", " ") for kind, preposition in pairs}


@functools.cache
def _sets() -> Mapping[str, frozenset[str]]:
    return {row[0]: frozenset(listed(row[1])) for row in rows("sets.tsv")}


def members(name: str) -> frozenset[str]:
    """One of the named sets of `data/sets.tsv`."""
    return _sets()[name]
