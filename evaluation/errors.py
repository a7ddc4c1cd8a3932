"""What can go wrong while an engine is judged; each message is one sentence for who asked.

EvaluationError
├── BadTestSetError       a test set is malformed: names the file and the line
├── BadHypothesesError    sentences that do not fit the test set: names the file and the line
├── BadRunError           a file of predictions is malformed: names the file and the line
├── EngineStoppedError    an engine died on the way: what it said until then is kept
└── MissingToolError      a library or weights are not here: says how to get them
"""

from __future__ import annotations


class EvaluationError(Exception):
    """The command cannot go on; nothing that existed before it is harmed."""


class BadTestSetError(EvaluationError):
    """The file is not a test set; the message names the file, and the line that is at fault."""


class BadHypothesesError(EvaluationError):
    """The sentences of a system cannot be set against the references."""


class BadRunError(EvaluationError):
    """The file does not hold predictions of `aac-evaluate predict`."""


class EngineStoppedError(EvaluationError):
    """The engine gave up for good; the same command goes on where it stopped."""


class MissingToolError(EvaluationError):
    """Something that has to be installed is not there; the message says how to get it."""


def missing_library(name: str) -> MissingToolError:
    """What to raise when a library of the `evaluate` extra cannot be imported."""
    return MissingToolError(f'{name} is not installed: pip install "aac-communicator[evaluate]"')
