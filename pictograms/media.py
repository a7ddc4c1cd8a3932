"""The bytes of a board's own pictures and sounds: carried inside, or beside the board."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from urllib.parse import unquote_to_bytes

from pictograms.board import Image, Sound
from pictograms.errors import BadImageError
from pictograms.package import open_package


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
    with open_package(source) as package:
        return package.read(path)


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
