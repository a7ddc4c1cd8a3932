"""Pictures and sounds that strangers made, looked at before anything decodes them.

Only the first bytes are read, where the formats say how large the picture will be in memory:
PNG (W3C, third edition, 11.2), JPEG (ITU-T T.81, B.2.2), GIF 89a (section 18), BMP
(BITMAPINFOHEADER), WebP (RFC 9649).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from pictograms.errors import BadImageError
from pictograms.svg import check_svg

MAX_PIXELS = 50_000_000
"""Most pixels of a picture; the cameras of telephones reach about this."""
MAX_SIDE = 20_000
MAX_SOUND = 16 * 2**20


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the first bytes of a picture say."""

    content_type: str
    width: int = 0
    """Pixels; 0 where the format has none (SVG)."""
    height: int = 0


def check_picture(data: bytes) -> PictureFacts:
    """What kind of picture this is. Raises BadImageError, one sentence, for what is none, for
    one that would burst the memory and for an SVG with active or outside content."""
    for magic, place, read in _KINDS:
        if data[place : place + len(magic)] == magic:
            facts = _read(read, data)
            _check_size(facts)
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


def _read(read: Callable[[bytes], PictureFacts], data: bytes) -> PictureFacts:
    try:
        return read(data)
    except (struct.error, IndexError) as error:
        raise BadImageError("is a picture that was cut off") from error


def _check_size(facts: PictureFacts) -> None:
    width, height = facts.width, facts.height
    if width <= 0 or height <= 0:
        raise BadImageError("is a picture without a size")
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise BadImageError(f"is a picture of {width} x {height} pixels, which is too large")


def _png(data: bytes) -> PictureFacts:
    if data[12:16] != b"IHDR":
        raise BadImageError("is a damaged PNG picture")
    return PictureFacts("image/png", *struct.unpack_from(">II", data, 16))


def _gif(data: bytes) -> PictureFacts:
    return PictureFacts("image/gif", *struct.unpack_from("<HH", data, 6))


def _bmp(data: bytes) -> PictureFacts:
    width, height = struct.unpack_from("<ii", data, 18)
    return PictureFacts("image/bmp", abs(width), abs(height))


def _webp(data: bytes) -> PictureFacts:
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (1 + int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
    elif kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", data, 26))
    return PictureFacts("image/webp", width, height)


def _jpeg(data: bytes) -> PictureFacts:
    """The first frame header among the segments."""
    place = 2
    while place < len(data):
        if data[place] != 0xFF:
            raise BadImageError("is a damaged JPEG picture")
        marker = data[place + 1]
        if marker == 0xFF:  # fill bytes
            place += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, place + 5)
            return PictureFacts("image/jpeg", width, height)
        elif marker in (0xD9, 0xDA):
            break
        else:
            (length,) = struct.unpack_from(">H", data, place + 2)
            place += 2 + max(length, 2)
    raise BadImageError("is a damaged JPEG picture")


_KINDS: tuple[tuple[bytes, int, Callable[[bytes], PictureFacts]], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, _png),
    (b"\xff\xd8\xff", 0, _jpeg),
    (b"GIF87a", 0, _gif),
    (b"GIF89a", 0, _gif),
    (b"WEBP", 8, _webp),
    (b"BM", 0, _bmp),
)
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
