"""What can go wrong with symbols and boards.

PictogramError
├── SourceUnavailableError   the network or the source fails: use the cache
│   └── SourceDownError      it failed again and again: ask for nothing more for a while
├── FetchCancelledError      nobody is waiting for it any more
├── PictogramNotFoundError   the source has no such symbol: show the word as text
├── MalformedRecordError     the source answered something new: report a bug
├── BadImageError            the bytes are no usable picture: keep what is shown
├── CacheError               the cache cannot be read or written (disk full?): go on without it
├── PackError                a file of pictures cannot be used: keep the pictures there are
└── BoardError               a board file cannot be used: keep the boards there are
"""

from __future__ import annotations


class PictogramError(Exception):
    """Anything that can go wrong while obtaining a symbol or a board."""


class SourceUnavailableError(PictogramError):
    """Nobody's fault here; the caller falls back to the cache."""


class SourceDownError(SourceUnavailableError):
    """The source was asked several times, with pauses, and did not answer."""


class FetchCancelledError(PictogramError):
    """Whoever asked has gone; nothing is wrong."""


class PictogramNotFoundError(PictogramError):
    """The source knows no such symbol."""


class MalformedRecordError(PictogramError):
    """A record that does not have the documented shape."""

    def __init__(self, identity: object) -> None:
        super().__init__(f"pictogram record {identity!r} does not have the documented shape")


class BadImageError(PictogramError):
    """The bytes that came are not a picture that can be shown."""


class CacheError(PictogramError):
    """The cache folder or database cannot be used."""


class PackError(PictogramError):
    """A file of pictures that cannot be read or written; the message names the file."""


class BoardError(PictogramError):
    """A board file that cannot be read; the message names the file and what is wrong."""
