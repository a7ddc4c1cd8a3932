"""A pack: pictures of ARASAAC in one file, to carry to computers without a network.

A zip file (`.pictograms.zip`) with `manifest.json`, `LICENSE.txt` and `images/<id>_500.png`.
The pictures stay under their own licence, CC BY-NC-SA 4.0, whatever the program's is.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pictograms.archive import UnsafeArchiveError, files_in, open_archive, read_member
from pictograms.cache import Cache
from pictograms.credit import LICENSE_TEXT, LICENSE_TYPE
from pictograms.errors import BadImageError, PackError
from pictograms.files import drafted
from pictograms.variant import Variant

FORMAT = "aac-pictogram-pack"
VERSION = 1
SUFFIX = ".pictograms.zip"
MAX_IMAGE = 8 * 2**20
MAX_IMAGES = 40_000
_MANIFEST, _LICENSE = "manifest.json", "LICENSE.txt"
_MAX_MANIFEST = 16 * 2**20
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class PackWritten:
    """What a new pack holds."""

    ids: tuple[int, ...]
    missing: tuple[int, ...]
    """Numbers that were asked for and are not in the cache."""


@dataclass(frozen=True, slots=True)
class PackRead:
    """What a pack brought."""

    added: int
    present: int
    """Pictures that were here already, and stayed as they were."""
    damaged: tuple[int, ...]
    """Numbers whose picture is missing, altered or no picture."""


def write_pack(cache: Cache, ids: Iterable[int], path: Path) -> PackWritten:
    """Write the cached pictures among `ids` into one file, whole or not at all.

    The same pictures always give the same bytes. Raises PackError.
    """
    wanted = sorted(set(ids))
    found = {identity: cache.image_path(identity) for identity in wanted}
    files = {identity: file for identity, file in found.items() if file}
    if not files:
        raise PackError(f"{path.name}: none of its {len(wanted)} pictures is on this computer")
    try:
        with drafted(path) as stream:
            _write(files, stream)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PackError(f"{path.name}: cannot be written ({reason})") from error
    missing = tuple(identity for identity in wanted if identity not in files)
    return PackWritten(tuple(files), missing)


def read_pack(path: Path, cache: Cache) -> PackRead:
    """Take the pictures of a pack into the cache; those that are there already stay.

    Every picture is checked against its SHA-256 and as a PNG; a bad one is left out. Raises
    PackError for a file that is no pack or is not safe, CacheError for a full disk.
    """
    try:
        with open_archive(path) as archive:
            members = files_in(archive)
            sums = _sums(archive, members, path.name)
            return _take(archive, members, sums, cache)
    except UnsafeArchiveError as error:
        raise PackError(f"{path.name}: {error}") from error


def find_packs(folders: Iterable[Path]) -> list[Path]:
    """Every pack that lies in one of the folders, in the folders' order, then by name."""
    found: list[Path] = []
    for folder in folders:
        try:
            here = sorted(file for file in folder.glob(f"*{SUFFIX}") if file.is_file())
        except OSError:
            continue
        found.extend(here)
    return list(dict.fromkeys(found))


def _write(files: Mapping[int, Path], stream: BinaryIO) -> None:
    sums: dict[int, str] = {}
    with zipfile.ZipFile(stream, "w") as archive:
        _add(archive, _LICENSE, LICENSE_TEXT.encode())
        for identity, file in files.items():
            data = file.read_bytes()
            sums[identity] = hashlib.sha256(data).hexdigest()
            _add(archive, _member(identity), data)
        _add(archive, _MANIFEST, _manifest(sums))


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """One file without a date or an owner, stored as it is: PNG is compressed already."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = 3
    info.external_attr = _PLAIN_FILE
    archive.writestr(info, data, zipfile.ZIP_STORED)


def _manifest(sums: Mapping[int, str]) -> bytes:
    value = {
        "format": FORMAT,
        "version": VERSION,
        "license": LICENSE_TYPE,
        "ids": list(sums),
        "sha256": {str(identity): digest for identity, digest in sums.items()},
    }
    return (json.dumps(value, indent=1) + "\n").encode()


def _sums(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], name: str
) -> dict[int, str]:
    """Number to SHA-256, as the manifest tells."""
    if _MANIFEST not in members:
        raise PackError(f"{name}: is not a pack of pictures (it has no {_MANIFEST})")
    try:
        value = json.loads(read_member(archive, members[_MANIFEST], _MAX_MANIFEST))
        if value["format"] != FORMAT:
            raise PackError(f"{name}: is not a pack of pictures")
        if value["version"] > VERSION:
            raise PackError(f"{name}: was made for a newer version of this program")
        return _checked(value, name)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PackError(f"{name}: its {_MANIFEST} cannot be understood") from error


def _checked(value: Mapping[str, Any], name: str) -> dict[int, str]:
    ids = value["ids"]
    if len(ids) > MAX_IMAGES:
        raise PackError(f"{name}: holds more than {MAX_IMAGES} pictures")
    sums = {identity: str(value["sha256"][str(identity)]) for identity in ids}
    if not all(type(identity) is int and 0 < identity < 2**31 for identity in sums):
        raise ValueError("an id is no whole number")
    return sums


def _take(
    archive: zipfile.ZipFile,
    members: Mapping[str, zipfile.ZipInfo],
    sums: Mapping[int, str],
    cache: Cache,
) -> PackRead:
    missing = {identity: digest for identity, digest in sums.items() if not _has(cache, identity)}
    damaged: list[int] = []
    for identity, digest in missing.items():
        try:
            data = _picture(archive, members, identity)
            if hashlib.sha256(data).hexdigest() != digest.lower():
                raise BadImageError("is not the one that the manifest names")
            cache.store_image(identity, data)
        except (BadImageError, UnsafeArchiveError):
            damaged.append(identity)
    added = len(missing) - len(damaged)
    return PackRead(added, len(sums) - len(missing), tuple(damaged))


def _has(cache: Cache, identity: int) -> bool:
    return cache.image_path(identity) is not None


def _picture(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], identity: int
) -> bytes:
    info = members.get(_member(identity))
    if info is None:
        raise BadImageError("is not there")
    return read_member(archive, info, MAX_IMAGE)


def _member(identity: int) -> str:
    return f"images/{Variant().file_name(identity)}"
