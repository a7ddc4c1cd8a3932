"""Small sets of boards, written as they look."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from pictograms.board import Board, Button, LoadBoard
from pictograms.obz import BoardSet


def board(name, *rows, **fields):
    """A board from rows of words: `board("home", "yo - agua", "pan")`; `-` is an empty cell.

    A word `>food` leads to the board food; `!stop` is an urgent word.
    """
    lines = [row.split() for row in rows]
    width = max(map(len, lines))
    buttons, order = {}, []
    for line in lines:
        ids = []
        for word in line + ["-"] * (width - len(line)):
            if word == "-":
                ids.append(None)
                continue
            made = button(word)
            buttons[made.id] = made
            ids.append(made.id)
        order.append(tuple(ids))
    return Board(name, name.title(), "es", MappingProxyType(buttons), tuple(order), **fields)


def button(word):
    from pictograms.pictogram import WordClass

    bare = word.lstrip(">!")
    link = LoadBoard(id=bare, path=f"{bare}.obf") if word.startswith(">") else None
    kind = WordClass.IMPORTANT if word.startswith("!") else WordClass.NOUN
    return Button(bare, bare, load_board=link, word_class=kind)


def board_set(*boards, urgent=None, source=Path("nowhere")):
    return BoardSet(
        name="Test",
        root=boards[0].id,
        boards=MappingProxyType({one.id: one for one in boards}),
        paths=MappingProxyType({one.id: f"{one.id}.obf" for one in boards}),
        source=source,
        urgent=urgent,
    )


def drawn(shown):
    """The board as `board` takes it."""
    return [" ".join(name or "-" for name in row) for row in shown.order]
