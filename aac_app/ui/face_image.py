"""A face's picture, decoded. Any thread may do it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from aac_app.faces import Face
from pictograms.errors import PictogramError
from pictograms.media import read_media

_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp"})


def face_image(face: Face, edge: int) -> QImage | None:
    """At most `edge` pixels wide and high; None where there is none, or it cannot be read."""
    if face.path is not None and face.package is None:
        return _decoded(QImageReader(str(face.path)), edge)
    try:
        data = read_media(face.package, str(face.path)) if face.package else face.data
    except PictogramError:
        return None
    if not data:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _decoded(QImageReader(buffer), edge)


def _decoded(reader: QImageReader, edge: int) -> QImage | None:
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in _FORMATS:
        return None
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > edge:
        reader.setScaledSize(size.scaled(QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
