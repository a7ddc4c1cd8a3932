"""One board on one sheet: its name, its cells, and whose the pictures are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from aac_app.print_options import PrintOptions
from aac_app.ui.cell_art import CellLook, paint_cell
from aac_app.ui.theme import Theme
from pictograms.attribution import attributions, has_arasaac
from pictograms.board import Board, Button
from pictograms.cells import boxes_of
from pictograms.credit import CREDIT

_TITLE, _SMALL = 22, 10
"""Pixels of letters."""
_GAP = 6
_CREDIT_LINES = 8
"""More would leave no room for the board; the makers told most often come first."""
_OTHERS: Mapping[str, str] = MappingProxyType(
    {"es": "Otras imágenes y sonidos", "en": "Other pictures and sounds"}
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one page."""

    board: Board
    picture: Callable[[Button], QImage | None]
    target: Callable[[Button], tuple[str, int | None] | None]
    """The name of the board that a button leads to, and its page where it has one."""
    page: int = 1
    pages: int = 1


def paint_sheet(
    painter: QPainter, area: QRectF, sheet: Sheet, options: PrintOptions, theme: Theme, font: QFont
) -> None:
    """Paint the board into the area, in pixels of which an inch of paper has 96."""
    credits = credit_lines(sheet.board, options.language)
    foot = _paint_credits(painter, area, credits, font)
    head = _paint_title(painter, area, sheet, font)
    grid = QRectF(area.left(), head, area.width(), foot - head - _GAP)
    rows, columns = max(1, sheet.board.rows), max(1, sheet.board.columns)
    width, height = (grid.width() + _GAP) / columns, (grid.height() + _GAP) / rows
    for box, button in boxes_of(sheet.board):
        if not button.hidden and (options.level is None or button.level <= options.level):
            left, top = grid.left() + box.column * width, grid.top() + box.row * height
            place = QRectF(left, top, box.columns * width - _GAP, box.rows * height - _GAP)
            paint_cell(painter, place, _look(sheet, button, theme), font)
    if options.cut_lines:
        _paint_cuts(painter, grid, rows, columns)


def credit_lines(board: Board, language: str) -> list[str]:
    """What has to be said of this board's pictures: ARASAAC's own words, and the others' names."""
    lines = [CREDIT[language]] if has_arasaac([board]) else []
    others = "; ".join(str(one) for one in attributions([board]))
    return [*lines, f"{_OTHERS[language]}: {others}"] if others else lines


def _look(sheet: Sheet, button: Button, theme: Theme) -> CellLook:
    caption = sheet.board.say(button.label)
    target = sheet.target(button)
    name, page = target or ("", None)
    note, end = f"→ {name}" if name else "", "" if page is None else f", {page}"
    picture = sheet.picture(button)
    colours = theme.cells[button.word_class]
    return CellLook(button, caption, picture, "", colours, note=note, note_end=end)


def _paint_title(painter: QPainter, area: QRectF, sheet: Sheet, font: QFont) -> float:
    """The board's name, and the page where there are several; where it ends."""
    large = QFont(font)
    large.setPixelSize(_TITLE)
    large.setBold(True)
    height = QFontMetricsF(large).height()
    line = QRectF(area.left(), area.top(), area.width(), height)
    painter.setPen(QColor("#141414"))
    painter.setFont(large)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    name = sheet.board.title
    room = area.width() - 90
    painter.drawText(
        line, left, QFontMetricsF(large).elidedText(name, Qt.TextElideMode.ElideRight, room)
    )
    if sheet.pages > 1:
        small = QFont(font)
        small.setPixelSize(_SMALL + 3)
        painter.setFont(small)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, right, f"{sheet.page} / {sheet.pages}")
    return line.bottom() + _GAP


def _paint_credits(painter: QPainter, area: QRectF, lines: list[str], font: QFont) -> float:
    """At the foot of the page; where it begins."""
    if not lines:
        return area.bottom()
    small = QFont(font)
    small.setPixelSize(_SMALL)
    metrics = QFontMetricsF(small)
    broken = [part for line in lines for part in _broken(line, metrics, area.width() * 0.98)]
    shown = broken[:_CREDIT_LINES]
    top = area.bottom() - metrics.height() * len(shown)
    painter.setFont(small)
    painter.setPen(QColor("#333333"))
    for place, line in enumerate(shown):
        at = QRectF(area.left(), top + place * metrics.height(), area.width(), metrics.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignLeft, line)
    return top


def _broken(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """In lines, broken at spaces alone: `BY-NC-SA` stays whole."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _paint_cuts(painter: QPainter, grid: QRectF, rows: int, columns: int) -> None:
    """Through the middle of the gaps, and around the whole."""
    painter.setPen(QPen(QColor("#707070"), 0.8, Qt.PenStyle.DashLine))
    outer = grid.adjusted(-_GAP / 2, -_GAP / 2, _GAP / 2, _GAP / 2)
    for row in range(rows + 1):
        height = outer.top() + outer.height() * row / rows
        painter.drawLine(QLineF(outer.left(), height, outer.right(), height))
    for column in range(columns + 1):
        across = outer.left() + outer.width() * column / columns
        painter.drawLine(QLineF(across, outer.top(), across, outer.bottom()))
