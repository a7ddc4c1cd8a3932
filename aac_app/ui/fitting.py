"""Words that are always whole: letters shrink, then narrow, before anything is cut."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from textwrap import wrap

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from aac_app.ui.theme import MIN_TARGET

SMALLEST = 9.0
"""Pixels; below this nobody reads, and letters get narrower instead."""
_NARROWEST = 60
"""Per cent of the usual width."""
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def fitted(base: QFont, text: str, area: QRectF, largest: float) -> QFont:
    """The largest font up to `largest` pixels in which the text fits the area, words whole."""
    font = QFont(base)
    pixels, stretch = _measured(
        base.toString(), text, round(area.width()), round(area.height()), int(largest)
    )
    font.setPixelSize(pixels)
    if stretch < 100:
        font.setStretch(stretch)
    return font


@lru_cache(maxsize=8192)
def _measured(base: str, text: str, width: int, height: int, largest: int) -> tuple[int, int]:
    """Pixel size and stretch; kept, because a board is painted far more often than changed."""
    font = QFont()
    font.fromString(base)
    low, high = int(SMALLEST), max(int(SMALLEST), largest)
    while low < high:
        middle = (low + high + 1) // 2
        font.setPixelSize(middle)
        if _fits(QFontMetricsF(font), text, width, height):
            low = middle
        else:
            high = middle - 1
    font.setPixelSize(low)
    return low, _stretch(font, text, width)


def _stretch(font: QFont, text: str, width: int) -> int:
    """Per cent of their width that the letters may have for the longest word to stay whole."""
    stretch = 100
    while (widest := _widest(QFontMetricsF(font), text)) > width and stretch > _NARROWEST:
        # Letters come out a little wider than asked for, since they stand on whole pixels.
        stretch = max(_NARROWEST, min(stretch - 1, int(stretch * width / widest)))
        font.setStretch(stretch)
    return stretch


def _fits(metrics: QFontMetricsF, text: str, width: int, height: int) -> bool:
    bounds = metrics.boundingRect(QRectF(0, 0, width, height), _CENTRED, text)
    return bounds.height() <= height + 1 and max(_widest(metrics, text), bounds.width()) <= width


def _widest(metrics: QFontMetricsF, text: str) -> float:
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def paint_words(painter: QPainter, area: QRectF, text: str) -> None:
    """Write the text in the middle of the area; a word that is still too long gets two lines."""
    is_long = _widest(QFontMetricsF(painter.font()), text) > area.width() + 1
    break_up = Qt.TextFlag.TextWrapAnywhere if is_long else Qt.TextFlag.TextWordWrap
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | break_up, text)


def filled(font: QFont, text: str, area: QRectF) -> str:
    """The text broken into the lines that the area holds in this font; what is left out, "…"."""
    metrics = QFontMetricsF(font)
    room = max(1, int((area.height() + 1) // metrics.height()))
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (metrics.horizontalAdvance(longer) <= area.width() or len(lines) == room):
            lines[-1] = longer
        else:
            lines.append(word)
    right = Qt.TextElideMode.ElideRight
    return "\n".join(metrics.elidedText(line, right, area.width()) for line in lines)


def in_lines(text: str, count: int) -> str:
    """The text broken between words into at most `count` lines of about the same length."""
    width = max(1, -(-len(text) // count))
    while True:
        lines = wrap(text, width, break_long_words=False, break_on_hyphens=False)
        if len(lines) <= count:
            return "\n".join(lines)
        width += 1


class FittedButton(QPushButton):
    """A button that shows all its words in whatever room it has; a tick says that it is on."""

    def __init__(self, parent: QWidget | None = None, *, growth: float = 1.0) -> None:
        super().__init__(parent)
        self._growth = growth
        """How much larger than other text its letters may be."""
        self._icon, self._name = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_name(self, icon: str, name: str) -> None:
        """A sign and a word; what is read aloud is the word."""
        self._icon, self._name = icon, name
        self.setText(plain(name))
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(MIN_TARGET, MIN_TARGET)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        font, text = self._lettering(QRectF(self.rect()).adjusted(8, 5, -8, -5))
        option.text = plain(text)
        painter.setFont(font)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _lettering(self, area: QRectF) -> tuple[QFont, str]:
        """In which font to write what, in this room."""
        return best_layout(self.font(), self._layouts(), area, self._growth)

    def _marked(self, name: str) -> str:
        return f"✓ {name}" if self.isChecked() else name

    def _layouts(self) -> Sequence[str]:
        """The same words in one, two or three lines."""
        name = self._marked(self._name)
        beside = f"{self._icon}  {name}" if self._icon else name
        layouts = [beside, in_lines(beside, 2)]
        if self._icon:
            layouts = [f"{self._icon}\n{name}", *layouts, f"{self._icon}\n{in_lines(name, 2)}"]
        return layouts


def best_layout(
    base: QFont, layouts: Sequence[str], area: QRectF, growth: float
) -> tuple[QFont, str]:
    """The first of the layouts that can be drawn largest, and its font."""
    largest = base.pixelSize() * growth
    sizes = [_size(base.toString(), text, area.width(), area.height(), largest) for text in layouts]
    best = max(range(len(layouts)), key=sizes.__getitem__)
    font = QFont(base)
    font.setPixelSize(sizes[best])
    return font, layouts[best]


@lru_cache(maxsize=1024)
def _size(base: str, text: str, width: float, height: float, largest: float) -> int:
    font = QFont()
    font.fromString(base)
    for pixels in range(round(largest), round(SMALLEST), -1):
        font.setPixelSize(pixels)
        metrics = QFontMetricsF(font)
        lines = text.split("\n")
        is_low = metrics.height() * len(lines) <= height
        if is_low and max(map(metrics.horizontalAdvance, lines)) <= width:
            return pixels
    return round(SMALLEST)


def plain(text: str) -> str:
    """An ampersand is no keyboard shortcut here."""
    return text.replace("&", "&&")
