"""The chosen words as a row of small pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from aac_app.ui.fitting import fitted, paint_words
from aac_app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Chip:
    """One chosen word with its picture."""

    label: str
    picture: QPixmap | None = None
    emoji: str = ""
    is_open: bool = False
    """A word that is still being spelled."""


_GAP = 6


class Chips(QWidget):
    """Paints the words in their order; where there are too many, the last ones are shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self._lit: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        self._chips = tuple(chips)
        self._lit = None
        self.setAccessibleName(" ".join(chip.label for chip in chips))
        self.update()

    def light(self, index: int | None) -> None:
        """Light up the word that is being said."""
        if index != self._lit:
            self._lit = index
            self.update()

    @property
    def lit(self) -> int | None:
        return self._lit

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(chip.label for chip in self._chips)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(200, 64)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(600, 92)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        side = float(self.height())
        width = min(side * 1.05, 130.0)
        fits = max(1, int((self.width() + _GAP) // (width + _GAP)))
        if len(self._chips) > fits:  # shrink a little before leaving words out
            width = max(56.0, (self.width() + _GAP) / len(self._chips) - _GAP)
            fits = max(1, int((self.width() + _GAP) // (width + _GAP)))
        first = max(0, len(self._chips) - fits)
        if self._lit is not None:  # the word that is being said is always there to be seen
            first = min(first, self._lit)
        for place, chip in enumerate(self._chips[first : first + fits]):
            area = QRectF(place * (width + _GAP), 0, width, side)
            left_out = first if place == 0 else 0
            self._paint_chip(painter, chip, area, is_lit=first + place == self._lit)
            if left_out:
                self._paint_left_out(painter, area, left_out)
        painter.end()

    def _paint_chip(self, painter: QPainter, chip: Chip, area: QRectF, *, is_lit: bool) -> None:
        card = area.adjusted(2, 2, -2, -2)
        painter.setBrush(QColor(self._theme.highlight if is_lit else self._theme.surface))
        style = Qt.PenStyle.DashLine if chip.is_open else Qt.PenStyle.SolidLine
        edge = self._theme.focus if is_lit else self._theme.line
        painter.setPen(QPen(QColor(edge), 4 if is_lit else 1.5, style))
        painter.drawRoundedRect(card, 7, 7)
        letters = max(22.0, min(self.font().pixelSize() * 1.5, card.height() * 0.5))
        label = QRectF(card.left() + 3, card.bottom() - letters - 2, card.width() - 6, letters)
        art = QRectF(card.left() + 3, card.top() + 3, card.width() - 6, card.height() - letters - 6)
        if chip.picture is not None:
            size = chip.picture.deviceIndependentSize()
            scale = min(art.width() / size.width(), art.height() / size.height())
            target = QRectF(0, 0, size.width() * scale, size.height() * scale)
            target.moveCenter(art.center())
            painter.fillRect(target, QColor("#ffffff"))
            painter.drawPixmap(target, chip.picture, QRectF(chip.picture.rect()))
        elif chip.emoji:
            font = QFont(self.font())
            font.setPixelSize(max(10, int(min(art.height(), art.width()) * 0.85)))
            painter.setFont(font)
            painter.drawText(art, Qt.AlignmentFlag.AlignCenter, chip.emoji)
        else:
            label = card.adjusted(3, 2, -3, -2)
        painter.setPen(QColor(self._theme.text))
        painter.setFont(fitted(self.font(), chip.label, label, min(30.0, label.height() * 0.8)))
        paint_words(painter, label, chip.label)

    def _paint_left_out(self, painter: QPainter, area: QRectF, count: int) -> None:
        badge = QRectF(area.left(), area.top(), 34, 22)
        painter.setBrush(QColor(self._theme.text))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(badge, 6, 6)
        font = QFont(self.font())
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.surface))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, f"+{count}")
