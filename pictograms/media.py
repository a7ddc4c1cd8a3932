"""The bytes of a board's own pictures and sounds: carried inside, or beside the board."""

from __future__ import annotations

import base64
import binascii
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote_to_bytes

from pictograms.board import Image, Sound
from pictograms.errors import BadImageError
from pictograms.package import Package, open_package


def media_bytes(item: Image | Sound, source: Path) -> bytes | None:
    """The picture or sound of a board of the set at `source`, from its data or its path.

    None if it has neither: what only a URL names is not fetched, for nobody was asked.
    Raises BadImageError for data that cannot be read, BoardError for a file that cannot.
    """
    if item.data:
        return inline_bytes(item.data)
    return read_media(source, item.path) if item.path else None


def read_media(source: Path, path: str) -> bytes:
    """The file that a board of the set at `source` names by path. Raises BoardError."""
    with MediaSource(source) as files:
        return files.read(path)


class MediaSource:
    """The files beside the boards of the set at `source`, which is opened once, and only when
    the first file is asked for: a package may hold thousands."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._package: Package | None = None
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._opened.close()

    def read(self, path: str) -> bytes:
        """The file that a board names by path. Raises BoardError."""
        if self._package is None:
            self._package = self._opened.enter_context(open_package(self._source))
        return self._package.read(path)


def inline_bytes(uri: str) -> bytes:
    """What a data URI holds (RFC 2397). Raises BadImageError."""
    head, comma, body = uri.partition(",")
    if not comma or not head.lower().startswith("data:"):
        raise BadImageError("is no data URI")
    if not head.lower().endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(unquote_to_bytes(body), validate=False)
    except binascii.Error as error:
        raise BadImageError("is a damaged data URI") from error
