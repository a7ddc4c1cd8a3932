"""A small set of real boards: what is tested of a set does not need all of them."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from aac_app.board_store import SHIPPED
from pictograms.board import Button
from pictograms.obz import read_set

_IDS = ("urgent", "home", "food", "people")


def few_boards(language="es"):
    """Some of the starting boards."""
    whole = read_set(SHIPPED / language)
    boards = {name: board for name, board in whole.boards.items() if name in _IDS}
    paths = {name: whole.paths[name] for name in boards}
    return replace(whole, boards=MappingProxyType(boards), paths=MappingProxyType(paths))


def with_word(boards, label):
    """The set with one more button on its first board."""
    first = boards.first
    more = replace(
        first,
        buttons=MappingProxyType({**first.buttons, label: Button(label, label)}),
        order=(*first.order, (label, *[None] * (first.columns - 1))),
    )
    return replace(boards, boards=MappingProxyType({**boards.boards, first.id: more}))
