"""A face's picture, decoded. Any thread may do it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from aac_app.faces import Face
from pictograms.errors import BadImageError, PictogramError
from pictograms.media import read_media
from pictograms.svg import check_svg

_SVG = b"svg"
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp", _SVG})
_MOST_SVG = 2**20
"""Bytes of a drawing; every time it is shown it is drawn anew."""


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
    kind = bytes(reader.format().data())
    if kind not in _FORMATS or (kind == _SVG and not _is_harmless(reader)):
        return None
    size = reader.size()
    if size.isValid() and (kind == _SVG or max(size.width(), size.height()) > edge):
        reader.setScaledSize(size.scaled(QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _is_harmless(reader: QImageReader) -> bool:
    """Whether a drawing is nothing but one: no script, nothing from outside, not endless."""
    data = bytes(reader.device().peek(_MOST_SVG + 1).data())
    try:
        check_svg(data)
    except BadImageError:
        return False
    return len(data) <= _MOST_SVG
