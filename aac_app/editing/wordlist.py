"""A list of words somebody pasted becomes buttons, or a board of its own. No Qt."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aac_app.editing.buttons import added
from aac_app.editing.clipboard import targets_for
from aac_app.editing.edit import Edit, EditKind, board_edit, with_board
from aac_app.editing.grids import Place
from aac_app.editing.wholes import empty_board
from pictograms.board import Board, Button, Image
from pictograms.obz import BoardSet
from pictograms.pictogram import WordClass

MOST = 120
"""Words of one list; more do not stand on one board."""
_LONGEST = 60
"""Characters of a word or expression; what is longer is no word."""
_BULLET = re.compile(r"^\s*(?:[-*•·–—]|\d{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class ListedWord:
    """One word of the list with what was chosen for it."""

    label: str
    image: Image | None = None
    word_class: WordClass = WordClass.OTHER


def words_in(text: str) -> tuple[str, ...]:
    """The words of a pasted text, each once: one a line, or parted by commas, tabs, semicolons."""
    found: dict[str, None] = {}
    for line in text.splitlines():
        for piece in re.split(r"[,;\t]", _BULLET.sub("", line)):
            word = " ".join(piece.split())
            if word and len(word) <= _LONGEST:
                found[word] = None
    return tuple(found)[:MOST]


def shape_for(count: int) -> tuple[int, int]:
    """Rows and columns of a board for so many words: a little wider than high."""
    columns = max(1, min(12, math.ceil(math.sqrt(count * 1.5))))
    return max(1, math.ceil(count / columns)), columns


def board_of_words(boards: BoardSet, name: str, words: Sequence[ListedWord]) -> tuple[Board, Edit]:
    """A new board with these words, in their order, and the edit that adds it."""
    rows, columns = shape_for(len(words))
    board = filled(empty_board(boards, name, rows, columns), Place(0, 0), words)
    return board, Edit(EditKind.WORDS, name, lambda now: with_board(now, board))


def add_words(board: Board, at: Place, words: Sequence[ListedWord]) -> Edit:
    """Put these words into the empty cells from `at` on. Refused where there are too few."""
    chosen = tuple(words)
    return board_edit(EditKind.WORDS, board.name, board.id, lambda now: filled(now, at, chosen))


def filled(board: Board, at: Place, words: Sequence[ListedWord]) -> Board:
    """The board with the words in its next empty cells. Raises RefusedError."""
    targets = targets_for(board, at, [(board.rows, 0)] * len(words)) if words else []
    for place, word in zip(targets, words, strict=True):
        button = new_button(place, word.label, word.word_class)
        board = added(board, place, button, word.image)
    return board


def new_button(place: Place, label: str, word_class: WordClass = WordClass.OTHER) -> Button:
    """A button for a word, named by its first place as those of the starting boards are."""
    return Button(f"r{place.row + 1}c{place.column + 1}", label, word_class=word_class)


def with_pictures(
    words: Sequence[ListedWord], chosen: Mapping[str, ListedWord]
) -> tuple[ListedWord, ...]:
    """The list with what was chosen for some of its words."""
    return tuple(replace(chosen.get(word.label, word), label=word.label) for word in words)
