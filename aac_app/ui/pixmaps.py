"""Pictures ready to paint, decoded once, a few at a time so that the window always answers."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImageReader, QPixmap

from aac_app.faces import Face
from pictograms.errors import PictogramError
from pictograms.media import read_media

_EDGE = 320
"""Largest side kept in memory, pixels: enough for a cell of the small board on a large screen."""
_MOST = 96 * 1024 * 1024
"""Bytes of pictures kept in memory: about 240 of the largest, or two large boards."""
_SLICE_S = 0.03
"""Time that decoding may take before presses are looked at again."""
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp"})


class Pixmaps(QObject):
    """Decodes faces and remembers the latest. A picture that cannot be read counts as none."""

    arrived = Signal()
    """Pictures that were waited for are decoded now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Hashable, QPixmap | None] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[Hashable, Face] = OrderedDict()
        self._spent = 0.0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._decode_some)

    def of(self, face: Face, *, at_once: bool = False) -> QPixmap | None:
        """The face's picture, or None where its emoji or letters are to be drawn.

        None also for a picture whose turn to be decoded has not come; see `is_awaited`.
        """
        key = _key(face)
        if key is None:
            return None
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if at_once or self._spent < _SLICE_S:
            return self._decode(key, face)
        self._waiting[key] = face
        return None

    def is_awaited(self, face: Face) -> bool:
        """Whether the face's picture will come in a moment: nothing is to be drawn until then."""
        return _key(face) in self._waiting

    @property
    def is_settled(self) -> bool:
        """Nothing is waiting to be decoded."""
        return not self._waiting

    @property
    def size(self) -> int:
        """Bytes of decoded pictures that are kept."""
        return self._bytes

    def forget_awaited(self) -> None:
        """Another board has come: the pictures of the last one are no longer in a hurry."""
        self._waiting.clear()

    def _decode(self, key: Hashable, face: Face) -> QPixmap | None:
        begun = time.perf_counter()
        pixmap = _read(face)
        self._spent += time.perf_counter() - begun
        self._turn.start(0)
        self._waiting.pop(key, None)
        self._kept[key] = pixmap
        self._bytes += _weight(pixmap)
        while self._bytes > _MOST and len(self._kept) > 1:
            self._bytes -= _weight(self._kept.popitem(last=False)[1])
        return pixmap

    def _decode_some(self) -> None:
        """The event loop has been round: take the next slice."""
        self._spent = 0.0
        if not self._waiting:
            return
        while self._waiting and self._spent < _SLICE_S:
            key, face = next(iter(self._waiting.items()))
            self._decode(key, face)
        self.arrived.emit()


def _key(face: Face) -> Hashable | None:
    return (face.package, face.path) if face.path else face.data


def _weight(pixmap: QPixmap | None) -> int:
    return pixmap.width() * pixmap.height() * 4 if pixmap else 0


def _read(face: Face) -> QPixmap | None:
    if face.path is not None and face.package is None:
        return _decoded(QImageReader(str(face.path)))
    try:
        data = read_media(face.package, str(face.path)) if face.package else face.data
    except PictogramError:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data or b""))
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
