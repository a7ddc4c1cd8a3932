"""How much the boards of one set may hold together."""

from __future__ import annotations

from pictograms.board import Board
from pictograms.errors import BoardError

MAX_ALL_PARTS = 100_000
"""Most buttons, images and sounds of all boards of a set together; the largest vocabularies in
use have about twenty thousand."""


def parts_of(board: Board) -> int:
    """How many buttons, images and sounds a board has."""
    return len(board.buttons) + len(board.images) + len(board.sounds)


class Room:
    """How many parts the boards of one set may still bring."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = MAX_ALL_PARTS

    def take(self, parts: int) -> None:
        """Raises BoardError, which begins with the set's name, where there is no room left."""
        self._left -= parts
        if self._left < 0:
            raise BoardError(f"{self._name}: holds more than {MAX_ALL_PARTS} buttons and pictures")
