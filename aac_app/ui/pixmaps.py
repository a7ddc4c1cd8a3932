"""Pictures ready to paint, decoded once."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from aac_app.faces import Face

_EDGE = 320
"""Largest side kept in memory, pixels: enough for a cell of the small board on a large screen."""
_MOST = 900
"""Pictures kept in memory; each takes at most 400 kB."""
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp"})


class Pixmaps:
    """Decodes faces and remembers the latest. A picture that cannot be read counts as none."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Path | bytes, QPixmap | None] = OrderedDict()

    def of(self, face: Face) -> QPixmap | None:
        """The face's picture, or None where its emoji or letters are to be drawn."""
        key = face.path or face.data
        if key is None:
            return None
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        pixmap = self._read(face)
        self._kept[key] = pixmap
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return pixmap

    def _read(self, face: Face) -> QPixmap | None:
        if face.path is not None:
            return _decoded(QImageReader(str(face.path)))
        buffer = QBuffer()
        buffer.setData(QByteArray(face.data or b""))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        return _decoded(QImageReader(buffer))


def _decoded(reader: QImageReader) -> QPixmap | None:
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in _FORMATS:
        return None
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _EDGE:
        reader.setScaledSize(size.scaled(QSize(_EDGE, _EDGE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
