"""What can go wrong while a model is made; each message is one sentence for the person who asked.

TrainError
├── BadPairsError      a file of pairs or words is malformed: names the file and the line
├── BadBaseError       the base model or an adapter cannot be used: names it and what is wrong
├── FetchError         a package could not be had, or is not what it should be
├── NoRoomError        the disk or the memory is too small
├── WorseError         what was trained is worse than what there was before, so it is not kept
├── UsageError         the options do not make a whole command
└── MissingToolError   a library of the `train` extra is not installed
"""

from __future__ import annotations

import errno


class TrainError(Exception):
    """The step cannot be done; nothing that existed before it is harmed."""


class BadPairsError(TrainError):
    """A line of a data file cannot be read; nothing was written."""


class BadBaseError(TrainError):
    """The base model or adapter is of a kind that this step cannot use."""


class FetchError(TrainError):
    """A package is out of reach or damaged."""


class NoRoomError(TrainError):
    """There is not enough disk or memory; checkpoints that were written stay good."""


class WorseError(TrainError):
    """An adapter lowers the score on what the model could do before; it was not kept."""


class UsageError(TrainError):
    """An option is missing; nothing was done."""


class MissingToolError(TrainError):
    """A library that training needs is not there; the message says how to get it."""

    def __init__(self, library: str) -> None:
        super().__init__(f'{library} is not installed: pip install "aac-communicator[train]"')


def as_no_room(error: BaseException) -> NoRoomError | None:
    """A full disk or memory that a library met, in one sentence; None for any other error."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return NoRoomError("the disk is full; checkpoints that were written stay good")
    said = str(error).lower()
    is_memory = isinstance(error, MemoryError) or "out of memory" in said or "enough memory" in said
    if is_memory:
        return NoRoomError(
            "the memory is too small: fewer tokens in a batch or a smaller base need less; "
            "checkpoints that were written stay good"
        )
    return None
