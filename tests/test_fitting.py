"""Words in the room that there is: smaller, in lines, and told apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from aac_app.ui.fitting import best_layout, filled, fitted, in_lines
from aac_app.ui.readings import parting

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("text", "count", "lines"),
    [
        ("No", 2, ["No"]),
        ("Borrar último", 2, ["Borrar", "último"]),
        ("uno dos tres cuatro", 3, ["uno dos", "tres", "cuatro"]),
        ("", 2, [""]),
        ("palabralarguísima y", 2, ["palabralarguísima", "y"]),
    ],
)
def test_lines_break_between_words(text, count, lines):
    assert in_lines(text, count).split("\n") == lines


@pytest.mark.parametrize("width", range(50, 110, 3))
def test_a_long_word_is_narrowed_until_it_is_whole(width):
    font = fitted(QFont(), "TRANSPORTES", QRectF(0, 0, width, 40), 60)
    assert QFontMetricsF(font).horizontalAdvance("TRANSPORTES") <= width or font.stretch() == 60


@pytest.mark.parametrize("text", ["sí", "me duele la barriga", "electroencefalografista", "a b"])
@pytest.mark.parametrize(("width", "height"), [(40, 20), (90, 40), (300, 200)])
def test_the_largest_letters_that_fit_whole_words(text, width, height):
    area = QRectF(0, 0, width, height)
    font = fitted(QFont(), text, area, 60)
    widest = max(QFontMetricsF(font).horizontalAdvance(word) for word in text.split())
    assert widest <= width or font.stretch() == 60
    assert 9 <= font.pixelSize() <= 60
    assert fitted(QFont(), text, QRectF(0, 0, width * 2, height * 2), 60).pixelSize() >= (
        font.pixelSize()
    )


def test_what_does_not_fit_ends_in_an_ellipsis():
    font = QFont()
    font.setPixelSize(12)
    shown = filled(font, "palabra " * 60, QRectF(0, 0, 200, 34))
    assert 1 < len(shown.split("\n")) <= 2
    assert shown.endswith("…")
    assert filled(font, "corto", QRectF(0, 0, 200, 34)) == "corto"


def test_the_layout_with_the_largest_letters_wins():
    base = QFont()
    base.setPixelSize(30)
    wide, tall = QRectF(0, 0, 300, 34), QRectF(0, 0, 110, 90)
    layouts = ("⌂\nInicio", "⌂  Inicio")
    assert best_layout(base, layouts, wide, 1.0)[1] == "⌂  Inicio"
    assert best_layout(base, layouts, tall, 1.0)[1] == "⌂\nInicio"


@pytest.mark.parametrize(
    ("text", "others", "start"),
    [
        ("Quiero pan.", ["Quise pan."], 0),
        ("Quiero comer pan.", ["Quiero comer sopa.", "Nada."], 13),
        ("Quiero.", [], 0),
        ("Quiero.", ["Quiero.", ""], 0),
    ],
)
def test_two_readings_are_told_from_where_they_part(text, others, start):
    assert parting(text, others) == start
