"""Pictures and sounds that strangers made, looked at before anything decodes them."""

from __future__ import annotations

from pictograms.errors import BadImageError
from pictograms.raster import PictureFacts, check_raster
from pictograms.svg import check_svg

MAX_SOUND = 16 * 2**20
_SOUNDS = (
    (b"ID3", 0, "audio/mpeg"),
    (b"\xff\xfb", 0, "audio/mpeg"),
    (b"\xff\xf3", 0, "audio/mpeg"),
    (b"\xff\xf2", 0, "audio/mpeg"),
    (b"\xff\xf1", 0, "audio/aac"),
    (b"OggS", 0, "audio/ogg"),
    (b"WAVE", 8, "audio/wav"),
    (b"fLaC", 0, "audio/flac"),
    (b"ftyp", 4, "audio/mp4"),
    (b"\x1aE\xdf\xa3", 0, "audio/webm"),
)


def check_picture(data: bytes) -> PictureFacts:
    """What kind of picture this is. Raises BadImageError, one sentence, for what is none, for
    one that would burst the memory and for an SVG with active or outside content."""
    if facts := check_raster(data):
        return facts
    if b"<svg" in data[:4096].lower() or data[:5].lower() == b"<?xml":
        check_svg(data)
        return PictureFacts("image/svg+xml")
    raise BadImageError("is no picture of a known kind")


def sound_type(data: bytes) -> str | None:
    """The content type of a recording by its first bytes; None for what is none."""
    if len(data) > MAX_SOUND:
        return None
    found = (kind for magic, place, kind in _SOUNDS if data[place : place + len(magic)] == magic)
    return next(found, None)
