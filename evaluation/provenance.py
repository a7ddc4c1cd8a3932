"""Checksums and versions: what tells another person that they have the same things."""

from __future__ import annotations

import functools
import hashlib
import platform
from importlib import metadata
from pathlib import Path
from typing import Final

_MODELS: Final = Path(__file__).parent.parent / "models"
_NO_SENTENCES: Final = frozenset({"train", "pretrained", "__pycache__"})
"""Folders of `models` in which no sentence is made."""


def sha256(path: Path) -> str:
    """The checksum of a file, as sha256sum prints it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions(*libraries: str) -> dict[str, str]:
    """Of Python, the project and the libraries named; one that is not installed is left out.

    `models` is a checksum of the code and word lists that make sentences: they change more often
    than the project's version does.
    """
    found = {"python": platform.python_version(), "models": _checksum_of_models()}
    for name in ("aac-communicator", *libraries):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


@functools.cache
def _checksum_of_models() -> str:
    """The first 12 digits of a SHA-256 over the files, their names included."""
    digest = hashlib.sha256()
    for path in sorted(path for path in _MODELS.rglob("*") if path.is_file()):
        name = path.relative_to(_MODELS)
        if _NO_SENTENCES.isdisjoint(name.parts):
            digest.update(name.as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
