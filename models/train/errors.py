"""What can go wrong while a model is made; each message is one sentence for the person who asked.

TrainError
├── BadPairsError      a file of pairs or words is malformed: names the file and the line
├── BadBaseError       the base model cannot be used: names it and what is wrong
├── FetchError         a package could not be had, or is not what it should be
└── MissingToolError   a library of the `train` extra is not installed
"""

from __future__ import annotations


class TrainError(Exception):
    """The step cannot be done; nothing that existed before it is harmed."""


class BadPairsError(TrainError):
    """A line of a data file cannot be read; nothing was written."""


class BadBaseError(TrainError):
    """The base model is of a kind that this step cannot use."""


class FetchError(TrainError):
    """A package is out of reach or damaged."""


class MissingToolError(TrainError):
    """A library that training needs is not there; the message says how to get it."""

    def __init__(self, library: str) -> None:
        super().__init__(f'{library} is not installed: pip install "aac-communicator[train]"')
