"""Numbers on the command line; one that means nothing is a mistake in usage."""

from __future__ import annotations

import argparse


def positive(text: str) -> int:
    """A whole number above 0."""
    return _at_least(1, text)


def natural(text: str) -> int:
    """A whole number from 0."""
    return _at_least(0, text)


def _at_least(least: int, text: str) -> int:
    try:
        number = int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from error
    if number < least:
        raise argparse.ArgumentTypeError(f"{number} is less than {least}")
    return number
