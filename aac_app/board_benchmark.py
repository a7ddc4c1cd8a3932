"""How fast boards are: one of 120 pictures opened, the whole catalogue searched. Synthetic data."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pictograms.answer import Validator
from pictograms.board import Board, Button, Image, Symbol
from pictograms.cache import Cache
from pictograms.pictogram import Pictogram, WordClass

if TYPE_CHECKING:
    from aac_app.app import App

ROWS, COLUMNS = 10, 12
_FIRST = 900_001
"""Number of the first picture; ARASAAC's are smaller."""
CATALOGUE = 13_829
"""Pictograms of ARASAAC's catalogue in October 2026."""
_SYLLABLES = (
    *("ca", "ma", "pe", "lo", "tri", "so", "nu", "ver", "pan"),
    *("tor", "gui", "ñe", "pla", "cho", "fe", "ra", "mi", "du"),
)
_RUNS = 15


def fill_cache(cache: Cache) -> None:
    """A picture for each of the 120 buttons, as large and as full of shapes as ARASAAC's are."""
    for number in range(ROWS * COLUMNS):
        cache.store_image(_FIRST + number, _picture(number))


def with_large_board(app: App) -> str:
    """Give the program a board of 120 buttons; its id."""
    from aac_app.library import Trail

    places = range(ROWS * COLUMNS)
    kinds = list(WordClass)
    buttons = {
        str(n): Button(str(n), _word(n), image_id=str(n), word_class=kinds[n % len(kinds)])
        for n in places
    }
    images = {str(n): Image(str(n), symbol=Symbol("arasaac", str(_FIRST + n))) for n in places}
    order = tuple(tuple(str(row * COLUMNS + n) for n in range(COLUMNS)) for row in range(ROWS))
    whole = MappingProxyType({"ext_aac_whole": True})
    board = Board("benchmark", "120", "es", buttons, order, images, extra=whole)
    boards = app.trail.boards
    more = MappingProxyType({**boards.boards, board.id: board})
    app.trail = app.effects.trail = Trail(replace(boards, boards=more))
    return board.id


def opening_ms(app: App, board: str, live: Callable[[], None]) -> tuple[float, float]:
    """Until every picture of it is painted, milliseconds: by the clock, and of the window's own
    work, which does not count what other programs do meanwhile."""
    begun, worked = time.perf_counter(), time.thread_time()
    app.show_board(board)
    live()
    while not app.screen.is_settled:
        live()
    live()
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000


def search_ms(folder: Path) -> float:
    """Searching as many records as ARASAAC has, median over words of all lengths."""
    words = [_word(n * 7 + 3) for n in range(_RUNS)]
    terms = [word[: 2 + n % 5] for n, word in enumerate(words)] + words
    records = (
        Pictogram(n + 1, _word(n), WordClass.NOUN, (_word(n), f"{_word(n + 5)} {_word(n + 9)}"))
        for n in range(CATALOGUE)
    )
    with Cache(folder) as cache:
        cache.records.store_catalogue(records, "es", date.today(), Validator())
        times = []
        for term in terms:
            begun = time.perf_counter()
            cache.search(term, "es")
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def _word(number: int) -> str:
    count = len(_SYLLABLES)
    first, second, third = number % count, number // count % count, number // count**2 % count
    return _SYLLABLES[first] + _SYLLABLES[second] + _SYLLABLES[third]


def _picture(number: int) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
    from PySide6.QtGui import QColor, QImage, QPainter, QPen

    image = QImage(500, 500, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dice = random.Random(number)
    for _ in range(12):
        painter.setPen(QPen(QColor("#141414"), 6))
        painter.setBrush(QColor.fromHsv(dice.randrange(360), 180, 230))
        side = dice.randrange(60, 240)
        place = QRectF(dice.randrange(260), dice.randrange(260), side, side * dice.random() + 20)
        painter.drawEllipse(place) if dice.random() < 0.6 else painter.drawRect(place)
    painter.end()
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    few = image.convertToFormat(QImage.Format.Format_Indexed8)
    few.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(packed.data())
