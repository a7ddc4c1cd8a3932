"""What others have published: rows that stand in a table and were not measured here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "data" / "published.toml"
_WORDS: Final = frozenset({"set", "system", "note"})

MARK: Final = "published, not measured"
"""How such a row is marked wherever it is shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One system of somebody else on a named set."""

    set: str
    """A name of the list of sets."""
    system: str
    scores: Mapping[str, float]
    """Metric -> figure, by the protocol `thesis`."""
    note: str = ""


def published(set_name: str | None = None) -> tuple[Figure, ...]:
    """All figures, or those on one set, in the order of their sources."""
    figures = (
        Figure(
            set=record["set"],
            system=record["system"],
            scores={key: float(value) for key, value in record.items() if key not in _WORDS},
            note=record.get("note", ""),
        )
        for record in tomllib.loads(_FILE.read_text("utf-8"))["figure"]
    )
    return tuple(figure for figure in figures if set_name in {None, figure.set})
