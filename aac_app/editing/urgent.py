"""Urgent words: an edit that takes one of them away is made only after a warning. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from pictograms.board import Board, Button
from pictograms.obz import BoardSet
from pictograms.pictogram import WordClass


def is_urgent(boards: BoardSet, board: Board, button: Button) -> bool:
    """Whether a person may need this word at once: to stop something, to be helped."""
    on_urgent_board = board.id == boards.urgent
    is_word = button.load_board is None and not button.actions
    return is_word and (on_urgent_board or button.word_class is WordClass.IMPORTANT)


def endangered(before: BoardSet, after: BoardSet) -> tuple[Button, ...]:
    """The urgent words that could be reached before and could not be after, in their order."""
    left = {key: button.level for key, button in _reachable(after)}
    gone = []
    for (board_id, name), button in _reachable(before):
        if not is_urgent(before, before.boards[board_id], button):
            continue
        level = left.get((board_id, name))
        if level is None or level > button.level:
            gone.append(button)
    return tuple(gone)


def _reachable(boards: BoardSet) -> Iterator[tuple[tuple[str, str], Button]]:
    for board in boards.boards.values():
        for _, _, button in board.cells():
            if not button.hidden:
                yield (board.id, button.id), button
