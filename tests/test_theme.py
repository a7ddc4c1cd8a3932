"""Every look can be read by people with low vision."""

from __future__ import annotations

import pytest

from aac_app.settings import ThemeName
from aac_app.ui.cell_art import css_colour
from aac_app.ui.theme import MARKS, THEMES, contrast, readable_on
from pictograms.pictogram import WordClass


@pytest.mark.parametrize("name", ThemeName)
def test_text_has_the_contrast_that_wcag_asks_for(name):
    theme = THEMES[name]
    pairs = [
        (theme.text, theme.page),
        (theme.text, theme.surface),
        (theme.quiet_text, theme.page),
        (theme.quiet_text, theme.surface),
        (theme.accent_text, theme.accent),
        (theme.text, theme.highlight),
        *((cell.text, cell.background) for cell in theme.cells.values()),
    ]
    for text, background in pairs:
        assert contrast(text, background) >= 4.5, (text, background)


@pytest.mark.parametrize("name", ThemeName)
def test_borders_and_focus_can_be_seen(name):
    theme = THEMES[name]
    for cell in theme.cells.values():
        assert contrast(cell.border, cell.background) >= 3, cell
    assert contrast(theme.focus, theme.page) >= 3
    assert contrast(theme.line, theme.surface) >= 3


def test_word_classes_differ_by_shape_where_colour_is_not_seen():
    shapes = [mark for mark in MARKS.values() if mark]
    assert len(shapes) == len(set(shapes))
    assert set(MARKS) == set(WordClass)


def test_contrast_is_the_one_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("rgb(255, 0, 10)", "#ff000a"),
        ("rgba(0, 0, 0, 0.5)", "#7f7f7f"),
        ("rgba(0,0,0,0)", "#ffffff"),
        ("#abc", "#abc"),
        ("rgb(x)", ""),
        ("rgb(300, -5, 0)", "#ff0000"),
    ],
)
def test_colours_of_boards(colour, expected):
    assert css_colour(colour) == expected


def test_letters_stay_readable_on_a_boards_own_colour():
    assert readable_on("#101010") == "#ffffff"
    assert readable_on("#ffff00") == "#000000"
