"""A set of boards laid out in a folder, as an unzipped `.obz` that any program may read. No Qt."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, TypeVar

from aac_app.media_store import MediaKind, MediaStore, copy, is_ours, share, suffix_in
from pictograms.archive import tidy_path
from pictograms.board import Board, Button, Image, Sound
from pictograms.errors import BoardError, PictogramError
from pictograms.media import MediaSource
from pictograms.obf_read import FORMAT, parse_board
from pictograms.obf_write import board_to_bytes
from pictograms.obz import MAX_BOARDS, BoardSet
from pictograms.package import BOARD_SUFFIX
from pictograms.room import Room, parts_of

MANIFEST = "manifest.json"
CARD = "backup.json"
"""What tells of a backup; it is no part of the boards."""
_LONGEST_NAME = 60
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_Media = TypeVar("_Media", Image, Sound)


def lay_out(boards: BoardSet, folder: Path, media: MediaStore, before: Path | None) -> BoardSet:
    """Write the set into the new `folder`, all of it on the disk when this returns.

    Boards lie side by side under names that every system takes, and their links follow; own
    pictures and sounds go to `media` and are shared from there. Boards that are as they were
    in the folder `before` are shared with it. Answers the set as it lies there. Raises OSError
    and PictogramError.
    """
    if len(boards.boards) > MAX_BOARDS:
        raise BoardError(f"{boards.name}: has more than {MAX_BOARDS} boards")
    folder.mkdir(parents=True)
    paths = _plain_paths(boards)
    links = {old: paths[name] for name, old in boards.paths.items() if name in paths}
    stored: dict[str, Board] = {}
    room = Room(boards.name)
    with MediaSource(boards.source) as source:
        for identity, board in boards.boards.items():
            beside = PurePosixPath(boards.paths.get(identity, "")).parent
            found = _with_media(_with_links(board, links), source, beside, media)
            _share_media(found, folder, media)
            data = board_to_bytes(found)
            if not _share_same(folder / paths[identity], data, before):
                parse_board(data, board.name)  # what could not be read again is not written
                _write(folder / paths[identity], data)
            room.take(parts_of(found))
            stored[identity] = found
    laid = replace(
        boards,
        boards=MappingProxyType(stored),
        paths=MappingProxyType(paths),
        source=folder,
        problems=(),
    )
    _write(folder / MANIFEST, _manifest(laid))
    flush_folder(folder)
    return laid


def copy_out(source: Path, folder: Path) -> None:
    """Copy the boards of one folder into a new one, byte for byte; pictures are shared.

    Shared pictures are ours alone, named by their contents; all else is copied, for another
    program may change it where it lies. Raises OSError.
    """
    folder.mkdir(parents=True)
    for name, file in files_of(source):
        (share if is_ours(name) else copy)(file, folder / name)
    flush_folder(folder)


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a set of boards by their names inside the folder, in the order of these."""
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        is_seen = not any(part.startswith(".") for part in parts)
        if is_seen and file.is_file() and parts != (CARD,):
            yield "/".join(parts), file


def flush_folder(folder: Path) -> None:
    """Make the names in it durable; Windows cannot open a folder and does not need to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def plain_name(text: str) -> str:
    """`text` as a file name, without ending, that Windows, macOS and Linux all take."""
    name = _UNSAFE.sub("_", text)[:_LONGEST_NAME].strip(" .")
    return f"_{name}" if not name or _RESERVED.fullmatch(name.partition(".")[0]) else name


def _plain_paths(boards: BoardSet) -> dict[str, str]:
    """Board id to its file's name, no two the same even where case does not count."""
    taken: set[str] = set()
    paths: dict[str, str] = {}
    for identity in boards.boards:
        stem = plain_name(PurePosixPath(boards.paths.get(identity, identity)).name)
        stem = stem.removesuffix(BOARD_SUFFIX)
        name, number = f"{stem}{BOARD_SUFFIX}", 2
        while name.casefold() in taken:
            name, number = f"{stem}~{number}{BOARD_SUFFIX}", number + 1
        taken.add(name.casefold())
        paths[identity] = name
    return paths


def _with_links(board: Board, links: Mapping[str, str]) -> Board:
    """The board with its links leading to where the others lie now."""
    moved = {button.id: _linked(button, links) for button in board.buttons.values()}
    if all(moved[name] is button for name, button in board.buttons.items()):
        return board
    return replace(board, buttons=MappingProxyType(moved))


def _linked(button: Button, links: Mapping[str, str]) -> Button:
    link = button.load_board
    target = links.get(tidy_path(link.path) or "") if link and link.path else None
    if link is None or target is None or target == link.path:
        return button
    return replace(button, load_board=replace(link, path=target))


def _with_media(
    board: Board, source: MediaSource, beside: PurePosixPath, media: MediaStore
) -> Board:
    """The board with its pictures and sounds in `media`; those that are not there stay as told."""
    images = _kept(board.images, MediaKind.IMAGE, source, beside, media)
    sounds = _kept(board.sounds, MediaKind.SOUND, source, beside, media)
    if images is board.images and sounds is board.sounds:
        return board
    return replace(board, images=images, sounds=sounds)


def _kept(
    items: Mapping[str, _Media],
    kind: MediaKind,
    source: MediaSource,
    beside: PurePosixPath,
    media: MediaStore,
) -> Mapping[str, _Media]:
    moved: dict[str, _Media] = {}
    for identity, item in items.items():
        if not item.path or media.find(item.path):
            continue
        data = _read(source, beside, item.path)
        if data is not None:
            path = media.add(data, kind, suffix_in(item.path))
            moved[identity] = replace(item, path=path)
    return MappingProxyType({**items, **moved}) if moved else items


def _read(source: MediaSource, beside: PurePosixPath, path: str) -> bytes | None:
    """A file of the set: named from where its board lies, or from the top of the package."""
    for name in dict.fromkeys((str(beside / path), path)):
        try:
            return source.read(name)
        except PictogramError:
            continue
    return None


def _share_media(board: Board, folder: Path, media: MediaStore) -> None:
    items: list[Image | Sound] = [*board.images.values(), *board.sounds.values()]
    for item in items:
        file = media.find(item.path) if item.path else None
        if file is not None and item.path:
            share(file, folder / item.path)


def _share_same(file: Path, data: bytes, before: Path | None) -> bool:
    """Whether the folder before had the very same file, which then is this one, too."""
    old = before / file.name if before else None
    is_same = old is not None and old.is_file() and old.read_bytes() == data
    if old is not None and is_same:
        share(old, file)
    return is_same


def _write(file: Path, data: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _manifest(boards: BoardSet) -> bytes:
    images = _media_paths(boards, "images")
    sounds = _media_paths(boards, "sounds")
    told: dict[str, Any] = {
        "format": FORMAT,
        "root": boards.paths[boards.root],
        "paths": {"boards": dict(boards.paths), "images": images, "sounds": sounds},
        "ext_aac_name": boards.name,
        "ext_aac_urgent": boards.urgent,
        "ext_aac_sizes": [list(size) for size in boards.sizes] or None,
    }
    ours = {key: value for key, value in told.items() if value is not None}
    kept = boards.extra.get("paths")
    if isinstance(kept, dict):
        ours["paths"] = {**kept, **told["paths"]}
    whole = {**boards.extra, **ours}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _media_paths(boards: BoardSet, field: str) -> dict[str, str]:
    """Id to path of every picture or sound that lies beside the boards, as the format asks.

    Where two boards mean different things by one id, the path stands for the id: who reads the
    manifest must not give the one's picture to the other.
    """
    meant: dict[str, set[str | None]] = {}
    for board in boards.boards.values():
        items: Mapping[str, Image | Sound] = getattr(board, field)
        for identity, item in items.items():
            meant.setdefault(identity, set()).add(item.path)
    paths: dict[str, str] = {}
    for identity, found in meant.items():
        for path in sorted(path for path in found if path):
            paths[identity if len(found) == 1 else path] = path
    return paths
