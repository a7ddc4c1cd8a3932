"""One cell of a board: a picture, a word, and a press."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from aac_app.faces import Face
from aac_app.ui.theme import MARKS, MIN_TARGET, CellColours, readable_on
from pictograms.board import Button
from pictograms.pictogram import WordClass

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


_LABEL_SHARE = 0.34
_READABLE = 13
"""Pixels; a label of several words that would be smaller in one line takes two."""


class Cell(QAbstractButton):
    """A place on the board. It knows how a button looks, never what its word means."""

    steered = Signal(int, int)
    """An arrow key was pressed here: rows down, columns right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button: Button | None = None
        self._colours = CellColours("#ffffff", "#000000", "#000000")
        self._picture: QPixmap | None = None
        self._emoji = ""
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(MIN_TARGET, MIN_TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_button(
        self, button: Button | None, face: Face, picture: QPixmap | None, colours: CellColours
    ) -> None:
        """Become this button; None leaves the place empty and out of reach."""
        self.button = button
        self._picture, self._emoji, self._colours = picture, face.emoji, colours
        self._caption = button.label if button else ""
        self.setVisible(button is not None)
        self.setEnabled(button is not None)
        if button is not None:
            self.setAccessibleName(button.spoken)
            self.setAccessibleDescription(button.word_class.value)
        self.update()

    def show_caption(self, caption: str) -> None:
        """Another word on the same button: a completion of what is being spelled."""
        self._caption = caption
        self.setAccessibleName(caption)
        self.update()

    @property
    def caption(self) -> str:
        return self._caption

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(MIN_TARGET * 2, MIN_TARGET * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if (step := _ARROWS.get(Qt.Key(event.key()))) is not None:
            self.steered.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    # Painting ---------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self.button is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._paint_card(painter)
        inner = QRectF(self.rect()).adjusted(6, 5, -6, -5)
        label_height = self._label_height(inner)
        art = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - label_height - 2)
        if self._has_art and art.height() >= 14:
            self._paint_art(painter, art)
            place = QRectF(inner.left(), inner.bottom() - label_height, inner.width(), label_height)
            self._paint_label(painter, place)
        else:
            self._paint_label(painter, inner, largest=0.55)
        self._paint_mark(painter)
        painter.end()

    @property
    def _has_art(self) -> bool:
        return self._picture is not None or bool(self._emoji)

    @property
    def _text_colour(self) -> str:
        own = self.button.background_color if self.button else None
        return readable_on(_hex(own)) if own and QColor(_hex(own)).isValid() else self._colours.text

    def _paint_card(self, painter: QPainter) -> None:
        button = self.button
        assert button is not None
        back = QColor(_hex(button.background_color) if button.background_color else "")
        edge = QColor(_hex(button.border_color) if button.border_color else "")
        fill = back if back.isValid() else QColor(self._colours.background)
        if self.isDown():
            fill = fill.darker(118)
        line = edge if edge.isValid() and edge.alpha() > 60 else QColor(self._colours.border)
        focused = self.hasFocus()
        width = 4.0 if focused or self.isDown() else 2.0
        card = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setBrush(fill)
        painter.setPen(QPen(line, width))
        painter.drawRoundedRect(card, 9, 9)
        if button.load_board is not None:
            self._paint_folder(painter, card, line)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._text_colour), 2, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(card.adjusted(3, 3, -3, -3), 7, 7)

    def _paint_folder(self, painter: QPainter, card: QRectF, line: QColor) -> None:
        """A folded corner: this button leads to another board."""
        side = max(12.0, min(card.width(), card.height()) * 0.2)
        corner = card.topRight()
        fold = [corner - QPointF(side, 0), corner, corner + QPointF(0, side)]
        painter.setBrush(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF(fold))

    def _label_height(self, inner: QRectF) -> float:
        """One line where the label is readable in one, else half of the cell."""
        height = max(14.0, min(inner.height() * _LABEL_SHARE, 40.0 * self._text_scale))
        line = QRectF(0, 0, inner.width(), height)
        size = fitted(self.font(), self._caption, line, height * 0.8).pixelSize()
        if size >= min(_READABLE, height * 0.8 - 1) or " " not in self._caption:
            return height
        return inner.height() * 0.5

    @property
    def _text_scale(self) -> float:
        pixels = self.font().pixelSize()
        return max(1.0, pixels / 15.0) if pixels > 0 else 1.0

    def _paint_art(self, painter: QPainter, area: QRectF) -> None:
        if self._picture is None:
            font = QFont(self.font())
            font.setPixelSize(max(10, int(min(area.height() * 0.82, area.width() * 0.8))))
            painter.setFont(font)
            painter.setPen(QColor(self._text_colour))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._emoji)
            return
        size = self._picture.deviceIndependentSize()
        scale = min(area.width() / size.width(), area.height() / size.height())
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        target.moveCenter(area.center())
        if self._colours.background == "#000000" or QColor(self._colours.background).value() < 128:
            painter.setBrush(QColor("#ffffff"))  # pictograms are drawn for a light ground
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(target, 5, 5)
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))

    def _paint_label(self, painter: QPainter, area: QRectF, largest: float = 0.0) -> None:
        size = min(area.height() * (largest or 0.80), 64.0 * self._text_scale)
        if not largest:
            size = min(size, max(_READABLE, self.height() * _LABEL_SHARE * 0.75))
        font = fitted(self.font(), self._caption, area, size)
        painter.setFont(font)
        painter.setPen(QColor(self._text_colour))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, self._caption)

    def _paint_mark(self, painter: QPainter) -> None:
        button = self.button
        mark = MARKS[button.word_class if button else WordClass.OTHER]
        if not mark or min(self.width(), self.height()) < 40:
            return
        font = QFont(self.font())
        font.setPixelSize(max(9, int(min(self.width(), self.height()) * 0.11)))
        painter.setFont(font)
        painter.setPen(QColor(self._colours.border))
        corner = QRectF(self.rect()).adjusted(7, 4, -7, -4)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, mark)


def fitted(base: QFont, text: str, area: QRectF, largest: float) -> QFont:
    """The largest font up to `largest` pixels in which the text fits the area, words whole."""
    font = QFont(base)
    pixels = max(9.0, largest)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    while pixels > 9.0:
        font.setPixelSize(int(pixels))
        metrics = QFontMetricsF(font)
        bounds = metrics.boundingRect(area, flags, text)
        widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
        if bounds.height() <= area.height() + 1 and max(widest, bounds.width()) <= area.width():
            break
        pixels -= 1.0
    font.setPixelSize(int(pixels))
    return font


def _hex(colour: str) -> str:
    """`rgb(r, g, b)` and `rgba(r, g, b, a)` of the Open Board Format as Qt reads colours."""
    inside = colour.strip().lower()
    if not inside.startswith("rgb"):
        return inside
    parts = [part.strip() for part in inside.partition("(")[2].rstrip(")").split(",")]
    try:
        red, green, blue = (max(0, min(255, int(float(part)))) for part in parts[:3])
        alpha = max(0, min(255, round(float(parts[3]) * 255))) if len(parts) > 3 else 255
    except ValueError:
        return ""
    # A translucent colour is laid on white, as boards are drawn elsewhere.
    mixed = [round(255 + (part - 255) * alpha / 255) for part in (red, green, blue)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)
