"""Small sets of boards, written as they look."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from aac_app.editing.suggestions import arasaac_image
from pictograms.board import Board, Button, LoadBoard
from pictograms.obf import write_board
from pictograms.obz import BoardSet
from pictograms.pictogram import WordClass

_KINDS = dict.fromkeys(("yo", "tú", "él"), WordClass.PERSON) | dict.fromkeys(
    ("querer", "ir", "comer"), WordClass.VERB
)


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
    bare = word.lstrip(">!")
    link = LoadBoard(id=bare, path=f"{bare}.obf") if word.startswith(">") else None
    kind = WordClass.IMPORTANT if word.startswith("!") else _KINDS.get(bare, WordClass.NOUN)
    return Button(bare, bare, load_board=link, word_class=kind, speaks_at_once=word[0] == "!")


def board_set(*boards, urgent=None, source=Path("nowhere")):
    return BoardSet(
        name="Test",
        root=boards[0].id,
        boards=MappingProxyType({one.id: one for one in boards}),
        paths=MappingProxyType({one.id: f"{one.id}.obf" for one in boards}),
        source=source,
        urgent=urgent,
    )


def write_small_boards(folder):
    """A small vocabulary in a person's folder: home, food and urgent words, with pictures."""
    home = board("home", "yo querer ir más", "tú comer >food no", "él mucho - -")
    food = board("food", "manzana pan -", "leche >home -")
    pictured = []
    for one in (home, food, board("urgent", "!para !ayuda")):
        images = {str(n): arasaac_image(n, "es") for n in range(9000, 9000 + len(one.buttons))}
        ids = list(images)
        buttons = {b.id: replace(b, image_id=ids[i]) for i, b in enumerate(one.buttons.values())}
        pictured.append(replace(one, buttons=buttons, images=images))
    folder.mkdir(parents=True)
    for one in pictured:
        write_board(one, folder / f"{one.id}.obf")
    told = {
        "format": "open-board-0.1",
        "root": "home.obf",
        "paths": {"boards": {one.id: f"{one.id}.obf" for one in pictured}},
        "ext_aac_urgent": "urgent",
    }
    (folder / "manifest.json").write_text(json.dumps(told), "utf-8")


def drawn(shown):
    """The board as `board` takes it."""
    return [" ".join(name or "-" for name in row) for row in shown.order]
