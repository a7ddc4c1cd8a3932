"""One cell of a board: a picture, a word, and a press."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from aac_app.faces import Face
from aac_app.ui.cell_marks import CellMarks, paint_marks
from aac_app.ui.cell_words import description
from aac_app.ui.fitting import fitted, paint_words
from aac_app.ui.theme import MARKS, MIN_TARGET, CellColours, readable_on
from pictograms.board import Button
from pictograms.pictogram import WordClass

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

_LABEL_SHARE = 0.34
_LARGEST_SHARE = 0.46
"""Of the cell's height, for people who need large letters; the picture keeps the rest."""
_READABLE = 13
"""Pixels; a label of several words that would be smaller in one line takes two."""


class Cell(QAbstractButton):
    """A place on the board. It knows how a button looks, never what its word means."""

    steered = Signal(int, int)
    """An arrow key was pressed here: rows down, columns right."""
    focused = Signal(bool)
    """The keyboard has come here; whether by Tab, from outside the board."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button: Button | None = None
        self._colours = CellColours("#ffffff", "#000000", "#000000")
        self._picture: QPixmap | None = None
        self._emoji = ""
        self._is_awaited = False
        self._caption = ""
        self._marks: CellMarks | None = None
        self._look = ("#ffffff", "#000000")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(MIN_TARGET, MIN_TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_button(
        self, button: Button | None, face: Face, picture: QPixmap | None, colours: CellColours
    ) -> None:
        """Become this button; None leaves the place empty and out of reach."""
        self.button = button
        self._picture, self._emoji, self._colours = picture, face.emoji, colours
        self._is_awaited = False
        self._marks = None
        self._caption = button.label if button else ""
        self.setVisible(button is not None)
        self.setEnabled(button is not None)
        if button is not None:
            self.setAccessibleName(button.spoken.strip() or self.tr("A picture without a word"))
            self.setAccessibleDescription(description(button))
        self.update()

    def await_picture(self) -> None:
        """Draw neither emoji nor letters in the picture's place: it comes in a moment."""
        self._is_awaited = True

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture, self._is_awaited = picture, False
        self.update()

    def show_marks(self, marks: CellMarks, page: str, text: str) -> None:
        """The cell's state while boards are edited, in these colours of the look."""
        self._marks, self._look = marks, (page, text)
        if self.button is not None:
            kind = "" if marks.is_empty else description(self.button)
            told = (marks.spoken(self.tr("selected")), kind)
            self.setAccessibleDescription(", ".join(part for part in told if part))
        self.update()

    @property
    def marks(self) -> CellMarks | None:
        return self._marks

    def show_caption(self, caption: str) -> None:
        """Another word on the same button: a completion of what is being spelled."""
        if caption != self._caption:
            self._caption = caption
            self.setAccessibleName(caption or self.tr("No word to complete"))
            self.update()

    @property
    def caption(self) -> str:
        return self._caption

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(MIN_TARGET, MIN_TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if (step := _ARROWS.get(Qt.Key(event.key()))) is not None:
            self.steered.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.focused.emit(event.reason() in _TABS)

    # Painting ---------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self.button is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._paint_card(painter)
        inner = QRectF(self.rect()).adjusted(4, 5, -4, -5)
        label_height = self._label_height(inner) if self._caption else 0.0
        art = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - label_height - 2)
        if self._has_art and art.height() >= 14:
            self._paint_art(painter, art)
            place = QRectF(inner.left(), inner.bottom() - label_height, inner.width(), label_height)
            self._paint_label(painter, place)
        else:
            self._paint_label(painter, inner, largest=0.55)
        self._paint_mark(painter)
        if self._marks is not None:
            painter.setFont(self.font())
            paint_marks(painter, QRectF(self.rect()), self._marks, *self._look)
        painter.end()

    @property
    def _has_art(self) -> bool:
        return self._picture is not None or self._is_awaited or bool(self._emoji)

    @property
    def _fill(self) -> str:
        own = _hex(self.button.background_color or "") if self.button else ""
        return own if QColor(own).isValid() else self._colours.background

    @property
    def _text_colour(self) -> str:
        if self._marks is not None and self._marks.is_empty:
            return self._look[1]
        usual = self._fill == self._colours.background
        return self._colours.text if usual else readable_on(self._fill)

    def _paint_card(self, painter: QPainter) -> None:
        button = self.button
        assert button is not None
        is_empty = self._marks is not None and self._marks.is_empty
        fill = QColor(self._look[0] if is_empty else self._fill)
        edge = QColor(_hex(button.border_color) if button.border_color else "")
        if self.isDown():
            fill = fill.darker(118)
        line = edge if edge.isValid() and edge.alpha() > 60 else QColor(self._colours.border)
        focused = self.hasFocus()
        width = 4.0 if focused or self.isDown() else 2.0
        is_whole = self.isEnabled() and not is_empty
        style = Qt.PenStyle.SolidLine if is_whole else Qt.PenStyle.DashLine
        card = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setBrush(fill)
        painter.setPen(QPen(line, width, style))
        painter.drawRoundedRect(card, 9, 9)
        if button.load_board is not None:
            self._paint_folder(painter, card, line)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._text_colour), 3))
            painter.drawRoundedRect(card.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)

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
        share = min(_LABEL_SHARE * self._text_scale, _LARGEST_SHARE)
        height = max(14.0, min(inner.height() * share, 40.0 * self._text_scale))
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
        if self._is_awaited:
            return
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
        if QColor(self._fill).value() < 128:
            painter.setBrush(QColor("#ffffff"))  # pictograms are drawn for a light ground
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(target, 5, 5)
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))

    def _paint_label(self, painter: QPainter, area: QRectF, largest: float = 0.0) -> None:
        size = min(area.height() * (largest or 0.80), 64.0 * self._text_scale)
        if not largest:
            usual = self.height() * _LABEL_SHARE * 0.75 * self._text_scale
            size = min(size, max(_READABLE * self._text_scale, usual))
        font = fitted(self.font(), self._caption, area, size)
        painter.setFont(font)
        painter.setPen(QColor(self._text_colour))
        paint_words(painter, area, self._caption)

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
