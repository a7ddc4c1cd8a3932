"""Pictures ready to paint, decoded once, a few at a time so that the window always answers."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from aac_app.faces import Face
from aac_app.ui.face_image import face_image

EDGES = (160, 240, 320)
"""Largest sides kept in memory, pixels: the last is enough for a cell of the small board on a
large screen, the first for a board of a hundred."""
_MOST = 96 * 1024 * 1024
"""Bytes of pictures kept in memory: about 900 of the smallest, 240 of the largest."""
_SLICE_S = 0.03
"""Time that decoding may take before presses are looked at again."""
_LOOK_S = 0.003
"""Time that looking for the next picture to decode ahead may take at once."""
_REST_MS = 25
"""Between two pictures that are decoded ahead: the window has the rest of the time."""


class Pixmaps(QObject):
    """Decodes faces and remembers the latest. A picture that cannot be read counts as none."""

    arrived = Signal()
    """Pictures that were waited for are decoded now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Hashable, QPixmap | None] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[Hashable, tuple[Face, int]] = OrderedDict()
        self._ahead: Iterator[Face] = iter(())
        self._ahead_edge = EDGES[-1]
        self._spent = 0.0
        self._turn, self._rest = QTimer(self), QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._decode_some)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._decode_ahead)

    def of(self, face: Face, *, at_once: bool = False, edge: int = EDGES[-1]) -> QPixmap | None:
        """The face's picture, or None where its emoji or letters are to be drawn.

        None also for a picture whose turn to be decoded has not come; see `is_awaited`.
        """
        key = _key(face, edge)
        if key is None:
            return None
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if at_once or self._spent < _SLICE_S:
            return self._decode(key, face, edge)
        self._waiting[key] = face, edge
        return None

    def is_awaited(self, face: Face, edge: int = EDGES[-1]) -> bool:
        """Whether the face's picture will come in a moment: nothing is to be drawn until then."""
        return _key(face, edge) in self._waiting

    def prepare(self, faces: Iterable[Face], edge: int) -> None:
        """These may be shown next: decode them while nothing else is to be done.

        Those that were to be prepared before are forgotten; these are looked at one by one.
        """
        self._ahead, self._ahead_edge = iter(faces), edge
        self._rest.start()

    @property
    def is_settled(self) -> bool:
        """Nothing is waiting to be decoded."""
        return not self._waiting

    @property
    def is_prepared(self) -> bool:
        """Nothing is left to be decoded ahead."""
        return not self._rest.isActive()

    @property
    def size(self) -> int:
        """Bytes of decoded pictures that are kept."""
        return self._bytes

    def forget_awaited(self) -> None:
        """Another board has come: the pictures of the last one are no longer in a hurry."""
        self._waiting.clear()

    def _decode(self, key: Hashable, face: Face, edge: int) -> QPixmap | None:
        begun = time.perf_counter()
        pixmap = self._keep(key, face, edge)
        self._spent += time.perf_counter() - begun
        self._turn.start(0)
        self._waiting.pop(key, None)
        return pixmap

    def _keep(self, key: Hashable, face: Face, edge: int) -> QPixmap | None:
        image = face_image(face, edge)
        pixmap = None if image is None else QPixmap.fromImage(image)
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
            key, (face, edge) = next(iter(self._waiting.items()))
            self._decode(key, face, edge)
        self.arrived.emit()

    def _decode_ahead(self) -> None:
        """One picture, if nobody waits for another and there is room for more."""
        if self._waiting:
            return
        begun = time.perf_counter()
        while self._bytes < _MOST * 0.9:
            face = next(self._ahead, None)
            if face is None:
                break
            key = _key(face, self._ahead_edge)
            is_new = key is not None and key not in self._kept
            if is_new:
                self._keep(key, face, self._ahead_edge)
            if is_new or time.perf_counter() - begun > _LOOK_S:
                return
        self._rest.stop()


def edge_for(pixels: float) -> int:
    """The size to decode at for a place of so many pixels of the screen."""
    return next((edge for edge in EDGES if edge >= pixels), EDGES[-1])


def _key(face: Face, edge: int) -> Hashable | None:
    if face.path:
        return (face.package, face.path, edge)
    return (face.data, edge) if face.data else None


def _weight(pixmap: QPixmap | None) -> int:
    return pixmap.width() * pixmap.height() * 4 if pixmap else 0
