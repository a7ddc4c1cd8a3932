"""Find a word on any board of a set. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from aac_app.editing.grids import Place
from pictograms.board import Board, Button
from pictograms.obz import BoardSet
from pictograms.ranking import ELSEWHERE, fold, rank


@dataclass(frozen=True, slots=True)
class Found:
    """A word and where it stands."""

    board: Board
    place: Place
    button: Button


def find(boards: BoardSet, text: str, limit: int = 40) -> list[Found]:
    """Buttons whose label, spoken text or gloss answers to `text`, best first, hidden ones too."""
    pieces = fold(text).split()
    if not pieces:
        return []
    ranked = []
    for number, board in enumerate(boards.boards.values()):
        for row, column, button in board.cells():
            words = [w for w in (button.label, button.vocalization, button.gloss) if w]
            if not any(all(piece in fold(word) for piece in pieces) for word in words):
                continue  # ranking is slower, and could find nothing here
            key = rank(text, words)
            if key[0] < ELSEWHERE:
                ranked.append((key, number, row, column, Found(board, Place(row, column), button)))
    ranked.sort(key=lambda entry: entry[:4])
    return [found for *_, found in ranked[:limit]]
