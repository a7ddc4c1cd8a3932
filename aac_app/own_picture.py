"""Photos and drawings of one's own: read in whatever size, made small, never shown unread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from pictograms.errors import BadImageError

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")
EDGE = 1000
"""Largest side that is kept, pixels: sharp on a large cell and on paper."""
_MOST_BYTES = 64 * 2**20
_MOST_PIXELS = 400_000_000
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp"})
_QUALITY = 88


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """A picture of one's own, ready to be kept."""

    data: bytes
    """The file; where and when a photo was taken is not in it any more."""
    content_type: str
    image: QImage
    name: str = ""
    """The name of the file that it comes from."""

    @property
    def size(self) -> tuple[int, int]:
        return self.image.width(), self.image.height()


def read_picture(path: Path) -> OwnPicture:
    """The picture in a file, upright, at most `EDGE` pixels. Raises BadImageError."""
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise BadImageError(f"{path.name}: cannot be read ({file.errorString()})")
    try:
        if file.size() > _MOST_BYTES:
            raise BadImageError(f"{path.name}: is larger than {_MOST_BYTES // 2**20} MiB")
        return keep(_read(file, path.name), path.stem)
    finally:
        file.close()


def keep(image: QImage, name: str = "") -> OwnPicture:
    """The picture made small and packed again: PNG where it has transparent parts, else JPEG.

    Raises BadImageError for one that is empty.
    """
    if image.isNull():
        raise BadImageError("there is no picture")
    if max(image.width(), image.height()) > EDGE:
        image = image.scaled(
            EDGE,
            EDGE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    clear = image.hasAlphaChannel() or image.colorCount() > 0
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG" if clear else "JPEG", -1 if clear else _QUALITY):  # type: ignore[call-overload]
        raise BadImageError("the picture cannot be packed")
    return OwnPicture(bytes(packed.data()), "image/png" if clear else "image/jpeg", image, name)


def small(path: Path, edge: int) -> QImage:
    """A picture file as at most `edge` pixels; empty where it cannot be read."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > edge:
        reader.setScaledSize(size.scaled(QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _read(device: QIODevice, name: str) -> QImage:
    reader = QImageReader(device)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)  # a telephone writes down how it was held
    if bytes(reader.format().data()) not in _FORMATS:
        raise BadImageError(f"{name}: is no picture that can be shown here")
    size = reader.size()
    if size.isValid():
        if size.width() * size.height() > _MOST_PIXELS:
            raise BadImageError(f"{name}: is a picture of too many pixels")
        if max(size.width(), size.height()) > EDGE:
            bounds = QSize(EDGE, EDGE)
            reader.setScaledSize(size.scaled(bounds, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise BadImageError(f"{name}: cannot be read ({reader.errorString()})")
    return image
