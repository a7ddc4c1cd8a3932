"""Is this a whole PNG picture that a screen can show?

Format: PNG (W3C, third edition), sections 5.2 (signature), 5.3 (chunks) and 11.2 (IHDR).
"""

from __future__ import annotations

import struct
import zlib

from pictograms.errors import BadImageError

MAX_SIDE = 5_000
"""Largest width or height in pixels; ARASAAC's largest pictures have 2500."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">I4s")


def check_png(data: bytes) -> None:
    """Walk through the chunks of a PNG up to its end. Raises BadImageError, one sentence."""
    if not data.startswith(_SIGNATURE):
        raise BadImageError(f"is no PNG picture (it begins with {data[:12]!r})")
    kinds: list[bytes] = []
    place = len(_SIGNATURE)
    while place < len(data):
        kind, body, place = _chunk(data, place)
        if not kinds:
            _check_header(kind, body)
        kinds.append(kind)
        if kind == b"IEND":
            break
    if b"IDAT" not in kinds or kinds[-1] != b"IEND":
        raise BadImageError("is a PNG picture that was cut off")


def _chunk(data: bytes, place: int) -> tuple[bytes, bytes, int]:
    start = place + _HEADER.size
    if start > len(data):
        raise BadImageError("is a PNG picture that was cut off")
    length, kind = _HEADER.unpack_from(data, place)
    end = start + length + 4
    if end > len(data):
        raise BadImageError("is a PNG picture that was cut off")
    checksum = int.from_bytes(data[end - 4 : end])
    if zlib.crc32(data[place + 4 : end - 4]) != checksum:
        raise BadImageError("is a damaged PNG picture")
    return kind, data[start : end - 4], end


def _check_header(kind: bytes, body: bytes) -> None:
    if kind != b"IHDR" or len(body) != 13:
        raise BadImageError("is a damaged PNG picture")
    width, height = struct.unpack_from(">II", body)
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise BadImageError(f"is a PNG picture of {width} x {height} pixels, which is too large")
