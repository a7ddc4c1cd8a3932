"""Boards in Open Board Format (`.obf`, `.obz`): read by tolerance, written by the letter."""

from __future__ import annotations

from pathlib import Path

from pictograms.board import Board
from pictograms.errors import BoardError
from pictograms.fields import MAX_BYTES
from pictograms.media import media_bytes, read_media
from pictograms.obf_read import parse_board
from pictograms.obf_write import board_to_bytes, board_to_json, write_board
from pictograms.obz import BoardSet, read_set

__all__ = [
    "BoardSet",
    "board_to_bytes",
    "board_to_json",
    "media_bytes",
    "parse_board",
    "read_board",
    "read_media",
    "read_set",
    "write_board",
]


def read_board(path: Path) -> Board:
    """The board in an `.obf` file. Raises BoardError, one sentence naming file and reason."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BoardError(f"{path.name}: cannot be read ({reason})") from error
    return parse_board(data, path.name)
