"""What a cell shows while boards are edited: selected, hidden, fixed, about to go."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from aac_app.ui.fitting import fitted, paint_words

_VEIL = 0.45
"""How much of the page's colour lies over a word that is not shown in use."""


@dataclass(frozen=True, slots=True)
class CellMarks:
    """The state of one cell, in words as well as in looks."""

    is_selected: bool = False
    is_faint: bool = False
    """Not shown in use: hidden, or of a higher level."""
    is_empty: bool = False
    """No button: a place for one."""
    notes: tuple[str, ...] = ()
    """Short words: “hidden”, “fixed”."""

    aside: str = ""
    """Said to a screen reader, and on the panel, but not written on the cell."""

    def spoken(self, selected: str) -> str:
        """The state for a screen reader; `selected` is the word for it."""
        told = [selected if self.is_selected else "", *self.notes, self.aside]
        return ", ".join(text for text in told if text)


def paint_marks(painter: QPainter, area: QRectF, marks: CellMarks, page: str, text: str) -> None:
    """Lay the marks over a painted cell. `page` and `text` are the colours of the look."""
    if marks.is_faint:
        veil = QColor(page)
        veil.setAlphaF(_VEIL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRoundedRect(area, 9, 9)
        painter.setPen(QPen(QColor(text), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 8, 8)
    if marks.notes:
        _paint_notes(painter, area, marks.notes, page, text)
    if marks.is_selected:
        _paint_selected(painter, area, page, text)


def _paint_notes(
    painter: QPainter, area: QRectF, notes: tuple[str, ...], page: str, text: str
) -> None:
    """A strip in the middle, where it hides neither the word below nor the corner's mark."""
    words = " · ".join(notes)
    height = max(15.0, min(24.0, area.height() * 0.26))
    width = QFontMetricsF(fitted(painter.font(), words, area, height * 0.75)).boundingRect(words)
    strip = QRectF(0, 0, min(area.width() - 6, width.width() + 12), height)
    strip.moveCenter(area.center())
    painter.setPen(QPen(QColor(text), 1))
    painter.setBrush(QColor(page))
    painter.drawRoundedRect(strip, 4, 4)
    inner = strip.adjusted(2, 0, -2, 0)
    painter.setFont(fitted(painter.font(), words, inner, height * 0.75))
    painter.setPen(QColor(text))
    paint_words(painter, inner, words)


def _paint_selected(painter: QPainter, area: QRectF, page: str, text: str) -> None:
    """A double frame and a tick: seen without any colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(page), 5))
    painter.drawRoundedRect(area.adjusted(2.5, 2.5, -2.5, -2.5), 8, 8)
    painter.setPen(QPen(QColor(text), 3))
    painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
    side = min(24.0, area.height() * 0.4)
    badge = QRectF(area.right() - side - 4, area.top() + 4, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(text))
    painter.drawRoundedRect(badge, 5, 5)
    font = QFont(painter.font())
    font.setPixelSize(max(9, int(side * 0.75)))
    painter.setFont(font)
    painter.setPen(QColor(page))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "✓")
