"""How a cell is painted: the same on the screen, on paper and in a picture file.

Lengths are pixels of a screen; on paper the painter is scaled to 96 of them in an inch. Nothing
here needs the GUI thread, unless the picture is a QPixmap.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap, QPolygonF

from aac_app.ui.fitting import fitted, paint_words
from aac_app.ui.theme import MARKS, CellColours, readable_on
from pictograms.board import Button

_LABEL_SHARE = 0.34
_LARGEST_SHARE = 0.46
"""Of the cell's height, for people who need large letters; the picture keeps the rest."""
_READABLE = 13
"""Pixels; a label of several words that would be smaller in one line takes two."""
_NOTE = 11
"""Pixels of the line at the foot of a printed cell."""
USUAL_LETTERS = 15
"""Pixels: the size of text at scale 1.0."""


@dataclass(frozen=True, slots=True, eq=False)
class CellLook:
    """Everything that is seen of a cell."""

    button: Button
    caption: str
    picture: QPixmap | QImage | None
    emoji: str
    colours: CellColours
    is_awaited: bool = False
    """The picture comes in a moment: its place stays empty until then."""
    is_down: bool = False
    has_focus: bool = False
    is_enabled: bool = True
    empty: tuple[str, str] | None = None
    """A place for a button while boards are edited: the page's colour, and that of its text."""
    note: str = ""
    """A small line at the foot: where a printed link leads."""
    note_end: str = ""
    """The end of that line, which is whole whatever room there is: a page."""

    @property
    def fill(self) -> str:
        if self.empty is not None:
            return self.empty[0]
        return _known(self.button.background_color or "") or self.colours.background

    @property
    def text_colour(self) -> str:
        if self.empty is not None:
            return self.empty[1]
        usual = self.fill == self.colours.background
        return self.colours.text if usual else readable_on(self.fill)

    @property
    def has_art(self) -> bool:
        return self.picture is not None or self.is_awaited or bool(self.emoji)


def paint_cell(painter: QPainter, place: QRectF, look: CellLook, font: QFont) -> None:
    """Paint the cell into this place, its words in this font at whatever size fits."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    _paint_card(painter, place, look)
    inner = place.adjusted(4, 5, -4, -5)
    if look.note:
        foot = QRectF(inner.left(), inner.bottom() - _NOTE - 2, inner.width(), _NOTE + 4)
        _paint_note(painter, foot, look, font)
        inner.setBottom(foot.top())
    label_height = _label_height(inner, look.caption, font) if look.caption else 0.0
    art = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - label_height - 2)
    if look.has_art and art.height() >= 14:
        _paint_art(painter, art, look, font)
        label = QRectF(inner.left(), inner.bottom() - label_height, inner.width(), label_height)
        _paint_label(painter, label, look, font, place.height())
    else:
        _paint_label(painter, inner, look, font, place.height(), largest=0.55)
    _paint_mark(painter, place, look, font)


@lru_cache(maxsize=512)
def _known(colour: str) -> str:
    """The colour as Qt reads it, or empty where it means nothing."""
    found = css_colour(colour)
    return found if found and QColor(found).isValid() else ""


def css_colour(colour: str) -> str:
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


def _paint_card(painter: QPainter, place: QRectF, look: CellLook) -> None:
    fill = QColor(look.fill)
    border = look.button.border_color
    edge = QColor(css_colour(border) if border else "")
    if look.is_down:
        fill = fill.darker(118)
    line = edge if edge.isValid() and edge.alpha() > 60 else QColor(look.colours.border)
    width = 4.0 if look.has_focus or look.is_down else 2.0
    is_whole = look.is_enabled and look.empty is None
    style = Qt.PenStyle.SolidLine if is_whole else Qt.PenStyle.DashLine
    card = place.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(fill)
    painter.setPen(QPen(line, width, style))
    painter.drawRoundedRect(card, 9, 9)
    if look.button.load_board is not None:
        _paint_folder(painter, card, line)
    if look.has_focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.text_colour), 3))
        painter.drawRoundedRect(card.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)


def _paint_folder(painter: QPainter, card: QRectF, line: QColor) -> None:
    """A folded corner: this button leads to another board."""
    side = max(12.0, min(card.width(), card.height()) * 0.2)
    corner = card.topRight()
    fold = [corner - QPointF(side, 0), corner, corner + QPointF(0, side)]
    painter.setBrush(line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF(fold))


def _label_height(inner: QRectF, caption: str, font: QFont) -> float:
    """One line where the label is readable in one, else half of the cell."""
    share = min(_LABEL_SHARE * _text_scale(font), _LARGEST_SHARE)
    height = max(14.0, min(inner.height() * share, 40.0 * _text_scale(font)))
    line = QRectF(0, 0, inner.width(), height)
    size = fitted(font, caption, line, height * 0.8).pixelSize()
    if size >= min(_READABLE, height * 0.8 - 1) or " " not in caption:
        return height
    return inner.height() * 0.5


def _text_scale(font: QFont) -> float:
    pixels = font.pixelSize()
    return max(1.0, pixels / USUAL_LETTERS) if pixels > 0 else 1.0


def _paint_art(painter: QPainter, area: QRectF, look: CellLook, font: QFont) -> None:
    if look.is_awaited:
        return
    picture = look.picture
    if picture is None:
        large = QFont(font)
        large.setPixelSize(max(10, int(min(area.height() * 0.82, area.width() * 0.8))))
        painter.setFont(large)
        painter.setPen(QColor(look.text_colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, look.emoji)
        return
    size = picture.deviceIndependentSize()
    scale = min(area.width() / size.width(), area.height() / size.height())
    target = QRectF(0, 0, size.width() * scale, size.height() * scale)
    target.moveCenter(area.center())
    if QColor(look.fill).value() < 128:
        painter.setBrush(QColor("#ffffff"))  # pictograms are drawn for a light ground
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(target, 5, 5)
    if isinstance(picture, QImage):
        painter.drawImage(target, picture)
    else:
        painter.drawPixmap(target, picture, QRectF(picture.rect()))


def _paint_label(
    painter: QPainter,
    area: QRectF,
    look: CellLook,
    font: QFont,
    cell_height: float,
    largest: float = 0.0,
) -> None:
    scale = _text_scale(font)
    size = min(area.height() * (largest or 0.80), 64.0 * scale)
    if not largest:
        usual = cell_height * _LABEL_SHARE * 0.75 * scale
        size = min(size, max(_READABLE * scale, usual))
    painter.setFont(fitted(font, look.caption, area, size))
    painter.setPen(QColor(look.text_colour))
    paint_words(painter, area, look.caption)


def _paint_note(painter: QPainter, area: QRectF, look: CellLook, font: QFont) -> None:
    """In one line, its end left out where there is no room for all of it."""
    whole = f"{look.note}{look.note_end}".replace(" ", "\u00a0")
    small = fitted(font, whole, area, _NOTE)
    metrics = QFontMetricsF(small)
    room = area.width() - metrics.horizontalAdvance(look.note_end)
    text = metrics.elidedText(look.note, Qt.TextElideMode.ElideRight, room) + look.note_end
    painter.setFont(small)
    painter.setPen(QColor(look.text_colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def _paint_mark(painter: QPainter, place: QRectF, look: CellLook, font: QFont) -> None:
    mark = MARKS[look.button.word_class]
    if not mark or min(place.width(), place.height()) < 40:
        return
    small = QFont(font)
    small.setPixelSize(max(9, int(min(place.width(), place.height()) * 0.11)))
    painter.setFont(small)
    painter.setPen(QColor(look.colours.border))
    corner = place.adjusted(7, 4, -7, -4)
    painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, mark)
