"""Files of older versions of AsTeRICS Grid, brought to the form of the newer ones.

Before version 3 of its data model, labels and texts to be said were in one language only: plain
texts, in the language that the grid named as its `locale`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pictograms import loose
from pictograms.languages import tag

_TEXTS = ("label", "pronunciation", "speakText")


def grids_in(value: Any) -> Sequence[Mapping[str, Any]]:
    """The grids of a backup, of a list of grids, or the one that the file is."""
    if isinstance(value, dict):
        return loose.objects(value.get("grids")) or ([value] if "gridElements" in value else [])
    return [one for one in loose.objects(value) if isinstance(one.get("gridElements"), list)]


def modern(grid: Mapping[str, Any], otherwise: str) -> Mapping[str, Any]:
    """The grid with its texts by language: those it names, else `otherwise`."""
    language = tag(loose.text(grid.get("locale"))) or otherwise
    if not isinstance(grid.get("gridElements"), list):
        return _by_language(grid, language)
    elements = [
        _by_language(_with_actions(one, language), language)
        for one in loose.objects(grid["gridElements"])
    ]
    return {**_by_language(grid, language), "gridElements": elements}


def _with_actions(element: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    actions = loose.objects(element.get("actions"))
    if not any(isinstance(one.get("speakText"), str) for one in actions):
        return element
    return {**element, "actions": [_by_language(one, language) for one in actions]}


def _by_language(raw: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    plain = {key: {language: raw[key]} for key in _TEXTS if isinstance(raw.get(key), str)}
    return {**raw, **plain} if plain else raw
