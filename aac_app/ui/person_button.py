"""A large button that shows a person: the picture, and the name below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from aac_app.ui.fitting import fitted, paint_words, plain

_EDGE = 176
"""Smallest width and height, pixels: found and hit without aiming."""
_MARGIN = 10
_NAME_SHARE = 0.28
"""Of the height, for the name."""


class PersonButton(QPushButton):
    """Shows who is opened by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap: QPixmap | None = None
        self._emoji = ""
        self.setMinimumSize(_EDGE, _EDGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumSize(2 * _EDGE, 2 * _EDGE)

    def show_person(self, name: str, emoji: str, pixmap: QPixmap | None) -> None:
        """The picture where there is one, else the emoji, else the first letter of the name."""
        self._pixmap, self._emoji = pixmap, emoji or name[:1].upper()
        self.setText(plain(name))
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(_EDGE, _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        below = QRectF(area)
        below.setTop(area.bottom() - _NAME_SHARE * area.height())
        area.setBottom(below.top() - 4)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        self._paint_picture(painter, area)
        name = self.accessibleName()
        painter.setFont(fitted(self.font(), name, below, 1.6 * self.font().pixelSize()))
        paint_words(painter, below, name)
        painter.end()

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        if self._pixmap is None:
            painter.setFont(fitted(self.font(), self._emoji, area, 0.8 * area.height()))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._emoji)
            return
        size = self._pixmap.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(area.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
