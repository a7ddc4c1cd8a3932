"""Checksums and versions: what tells another person that they have the same things."""

from __future__ import annotations

import hashlib
import platform
from importlib import metadata
from pathlib import Path


def sha256(path: Path) -> str:
    """The checksum of a file, as sha256sum prints it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def versions(*libraries: str) -> dict[str, str]:
    """Of Python, the project and the libraries named; one that is not installed is left out."""
    found = {"python": platform.python_version()}
    for name in ("aac-communicator", *libraries):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found
