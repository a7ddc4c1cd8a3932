"""Whose the pictures and sounds of boards are: ARASAAC's, and those of others, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pictograms.board import Board, Image, License, Sound
from pictograms.hosts import host_of

_ARASAAC = "arasaac.org"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What has to be said of the pictures or sounds of one maker under one licence."""

    author: str
    terms: str
    """The licence; empty where only the author is told."""
    source: str
    """The address where it stands, or empty."""
    count: int

    def __str__(self) -> str:
        said = ", ".join(part for part in (self.author, self.terms, self.source) if part)
        return f"{said} ({self.count})" if self.count > 1 else said


def is_arasaac(image: Image) -> bool:
    """Whether the picture is ARASAAC's, by its symbol, its address or its licence."""
    if image.arasaac_id is not None:
        return True
    license = image.license
    told = (license.author_url, license.source_url) if license else ()
    return any(host_of(url).endswith(_ARASAAC) for url in (image.url, *told) if url)


def has_arasaac(boards: Iterable[Board]) -> bool:
    """Whether ARASAAC's credit is due."""
    return any(is_arasaac(image) for board in boards for image in _images(board))


def attributions(boards: Iterable[Board]) -> tuple[Attribution, ...]:
    """Everybody else whose name or licence is told, the most frequent first.

    What tells neither is the person's own, and needs no line.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for board in boards:
        for item in _others(board):
            if item.license is not None and (key := _key(item.license)):
                found[key] += 1
    return tuple(Attribution(*key, count) for key, count in found.most_common())


def _images(board: Board) -> Iterator[Image]:
    """The pictures of the buttons that have a place, each once."""
    used = {button.image_id for _, _, button in board.cells() if button.image_id}
    return (board.images[one] for one in sorted(used) if one in board.images)


def _others(board: Board) -> Iterator[Image | Sound]:
    yield from (image for image in _images(board) if not is_arasaac(image))
    used = {button.sound_id for _, _, button in board.cells() if button.sound_id}
    yield from (board.sounds[one] for one in sorted(used) if one in board.sounds)


def _key(license: License) -> tuple[str, str, str] | None:
    terms = "" if license.type == "private" else license.type
    author = license.author_name or license.author_email or license.author_url or ""
    if not (terms or author):
        return None
    url = license.source_url or license.copyright_notice_url or ""
    return author, terms, host_of(url) if url else ""
