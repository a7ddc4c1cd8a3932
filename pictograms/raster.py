"""Pictures of pixels: how large they will be in memory, as their first bytes tell.

PNG (W3C, third edition, 11.2), JPEG (ITU-T T.81, B.2.2), GIF 89a (section 18), BMP
(BITMAPINFOHEADER), WebP (RFC 9649).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from pictograms.errors import BadImageError

MAX_PIXELS = 50_000_000
"""Most pixels of a picture; the cameras of telephones reach about this."""
MAX_SIDE = 20_000


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the first bytes of a picture say."""

    content_type: str
    width: int = 0
    """Pixels; 0 where the format has none (SVG)."""
    height: int = 0


def check_raster(data: bytes) -> PictureFacts | None:
    """What the first bytes say; None for what is no picture of pixels.

    Raises BadImageError, one sentence, for one that is cut off or would burst the memory.
    """
    for magic, place, read in _KINDS:
        if data[place : place + len(magic)] == magic:
            facts = _read(read, data)
            _check_size(facts)
            return facts
    return None


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
