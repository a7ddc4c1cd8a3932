"""Colours and sizes: the modified Fitzgerald key, dark and high-contrast looks.

Every pair of text and background here has a contrast of at least 4.5 : 1 (WCAG 2.2 AA), every
border against its surroundings at least 3 : 1 where it carries meaning; a test computes them.
The Fitzgerald hues are those that AAC users know from other communicators.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QColor

from aac_app.settings import ThemeName
from pictograms.pictogram import WordClass

LETTERS = 15
"""Pixels: the size of text at scale 1.0."""
MIN_TARGET = 44
"""Smallest side of anything that can be pressed, in device-independent pixels."""


@dataclass(frozen=True, slots=True)
class CellColours:
    """How one cell is painted."""

    background: str
    border: str
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one look, as #rrggbb."""

    page: str
    surface: str
    text: str
    quiet_text: str
    line: str
    accent: str
    accent_text: str
    highlight: str
    """Behind the word that is being said; `text` on it is readable."""
    focus: str
    focus_on_accent: str
    """The mark of the keyboard on what has the accent's colour."""
    cells: Mapping[WordClass, CellColours]


MARKS: Mapping[WordClass, str] = MappingProxyType(
    {
        WordClass.PERSON: "●",
        WordClass.VERB: "▶",
        WordClass.DESCRIPTOR: "◆",
        WordClass.NOUN: "■",
        WordClass.SOCIAL: "♥",
        WordClass.PLACE: "▲",
        WordClass.MISC: "",
        WordClass.CATEGORY: "",
        WordClass.IMPORTANT: "!",
        WordClass.OTHER: "",
    }
)
"""The shape in a cell's corner: the word class without colour."""

_LIGHT = {
    WordClass.PERSON: ("#fdfd96", "#8a8400"),
    WordClass.VERB: ("#c7f3c7", "#2f7d2f"),
    WordClass.DESCRIPTOR: ("#b5d2fb", "#2c5fa3"),
    WordClass.NOUN: ("#ffda89", "#9a6200"),
    WordClass.SOCIAL: ("#fdcae1", "#a8346b"),
    WordClass.PLACE: ("#dcc7fa", "#6b3fb0"),
    WordClass.MISC: ("#ffffff", "#6b6b6b"),
    WordClass.CATEGORY: ("#e3c9b5", "#7a4b28"),
    WordClass.IMPORTANT: ("#ff9d90", "#a01a0c"),
    WordClass.OTHER: ("#dddfdf", "#606060"),
}
_DARK = {
    WordClass.PERSON: ("#4d4d12", "#d4d44a"),
    WordClass.VERB: ("#2f4f19", "#8fd060"),
    WordClass.DESCRIPTOR: ("#1d385f", "#6ea8ee"),
    WordClass.NOUN: ("#5c371b", "#e8a05c"),
    WordClass.SOCIAL: ("#5c1f5c", "#e58ae5"),
    WordClass.PLACE: ("#43195b", "#c07ae8"),
    WordClass.MISC: ("#3a3a3a", "#bdbdbd"),
    WordClass.CATEGORY: ("#4a2f1c", "#d39a70"),
    WordClass.IMPORTANT: ("#6b2016", "#ff8a7a"),
    WordClass.OTHER: ("#333333", "#a0a0a0"),
}
_CONTRAST_BORDERS = {
    WordClass.PERSON: "#ffff00",
    WordClass.VERB: "#5cff5c",
    WordClass.DESCRIPTOR: "#6fb7ff",
    WordClass.NOUN: "#ffae42",
    WordClass.SOCIAL: "#ff9ad5",
    WordClass.PLACE: "#d6a2ff",
    WordClass.MISC: "#ffffff",
    WordClass.CATEGORY: "#e0b08a",
    WordClass.IMPORTANT: "#ff7a6b",
    WordClass.OTHER: "#c8c8c8",
}


def _painted(
    table: Mapping[WordClass, tuple[str, str]], text: str
) -> Mapping[WordClass, CellColours]:
    return MappingProxyType(
        {kind: CellColours(back, border, text) for kind, (back, border) in table.items()}
    )


THEMES: Mapping[ThemeName, Theme] = MappingProxyType(
    {
        ThemeName.LIGHT: Theme(
            page="#eceae4",
            surface="#ffffff",
            text="#141414",
            quiet_text="#4d4d4d",
            line="#767676",
            accent="#0b5cad",
            accent_text="#ffffff",
            highlight="#ffe066",
            focus="#0b2a6b",
            focus_on_accent="#ffffff",
            cells=_painted(_LIGHT, "#141414"),
        ),
        ThemeName.DARK: Theme(
            page="#161616",
            surface="#242424",
            text="#f4f4f4",
            quiet_text="#c2c2c2",
            line="#9a9a9a",
            accent="#8ec5ff",
            accent_text="#0a1a2b",
            highlight="#6b5200",
            focus="#ffffff",
            focus_on_accent="#0a1a2b",
            cells=_painted(_DARK, "#ffffff"),
        ),
        ThemeName.HIGH_CONTRAST: Theme(
            page="#000000",
            surface="#000000",
            text="#ffffff",
            quiet_text="#ffffff",
            line="#ffffff",
            accent="#ffff00",
            accent_text="#000000",
            highlight="#7a5c00",
            focus="#ffff00",
            focus_on_accent="#000000",
            cells=_painted({k: ("#000000", b) for k, b in _CONTRAST_BORDERS.items()}, "#ffffff"),
        ),
    }
)


def contrast(first: str, second: str) -> float:
    """WCAG 2.2 contrast ratio of two colours, 1 to 21."""

    def luminance(colour: str) -> float:
        paint = QColor(colour)
        parts = (paint.redF(), paint.greenF(), paint.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def readable_on(background: str) -> str:
    """Black or white, whichever is easier to read there; for colours that a board brings."""
    return (
        "#000000"
        if contrast(background, "#000000") >= contrast(background, "#ffffff")
        else "#ffffff"
    )


def style_sheet(theme: Theme) -> str:
    """The look of everything that is not painted by hand; sizes of letters are the fonts'."""
    return f"""
    QWidget {{ background: {theme.page}; color: {theme.text}; }}
    Cell {{ background: transparent; }}
    QLabel {{ background: transparent; }}
    QToolTip {{
        background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.line};
    }}
    QPushButton {{
        background: {theme.surface}; color: {theme.text};
        border: 2px solid {theme.line}; border-radius: 8px; padding: 0px;
    }}
    QPushButton:pressed {{ border: 4px solid {theme.text}; }}
    QPushButton:focus {{ border: 4px solid {theme.focus}; }}
    QPushButton:checked {{
        background: {theme.accent}; color: {theme.accent_text}; border-color: {theme.text};
    }}
    QPushButton:checked:focus {{ border: 6px double {theme.focus_on_accent}; }}
    QPushButton:disabled {{ color: {theme.quiet_text}; border-style: dashed; }}
    QPushButton#jump {{ text-align: left; padding-left: 10px; }}
    QPushButton#speak {{ background: {theme.accent}; color: {theme.accent_text}; }}
    QPushButton#speak:focus {{ border: 6px double {theme.focus_on_accent}; }}
    QPushButton#speak:disabled {{ background: {theme.surface}; color: {theme.quiet_text}; }}
    QFrame#messageBar {{
        background: {theme.surface}; border: 2px solid {theme.line}; border-radius: 8px;
    }}
    QLabel#sentence {{ font-weight: 600; }}
    QLabel#sign {{ font-weight: bold; }}
    QLabel#status {{ color: {theme.quiet_text}; }}
    QScrollArea {{ border: none; }}
    QScrollBar:vertical {{ width: {MIN_TARGET}px; background: {theme.page}; }}
    QScrollBar:horizontal {{ height: {MIN_TARGET}px; background: {theme.page}; }}
    QScrollBar::handle {{
        background: {theme.surface}; border: 2px solid {theme.line}; border-radius: 8px;
        min-height: {MIN_TARGET}px; min-width: {MIN_TARGET}px;
    }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    {_entries(theme)}
    """


def _entries(theme: Theme) -> str:
    """Lists, switches and sliders of the settings page: edges and states that can be seen."""
    return f"""
    QComboBox {{
        background: {theme.surface}; color: {theme.text}; padding-left: 8px;
        border: 2px solid {theme.line}; border-radius: 8px; min-height: {MIN_TARGET - 4}px;
    }}
    QComboBox::drop-down {{ border: none; width: {MIN_TARGET - 8}px; }}
    QComboBox:focus {{ border: 4px solid {theme.focus}; }}
    QComboBox QAbstractItemView {{
        background: {theme.surface}; color: {theme.text}; border: 2px solid {theme.line};
        selection-background-color: {theme.accent}; selection-color: {theme.accent_text};
    }}
    QComboBox QAbstractItemView::item {{ min-height: {MIN_TARGET}px; }}
    QLineEdit {{
        background: {theme.surface}; color: {theme.text}; padding-left: 8px;
        border: 2px solid {theme.line}; border-radius: 8px; min-height: {MIN_TARGET - 4}px;
        selection-background-color: {theme.accent}; selection-color: {theme.accent_text};
    }}
    QLineEdit:focus {{ border: 4px solid {theme.focus}; }}
    QListView {{
        background: {theme.surface}; color: {theme.text};
        border: 2px solid {theme.line}; border-radius: 8px;
        selection-background-color: {theme.accent}; selection-color: {theme.accent_text};
    }}
    QListView:focus {{ border: 4px solid {theme.focus}; }}
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.quiet_text}; }}
    QPlainTextEdit, QTextEdit {{
        background: {theme.surface}; color: {theme.text}; padding: 2px 6px;
        border: 2px solid {theme.line}; border-radius: 8px;
        selection-background-color: {theme.accent}; selection-color: {theme.accent_text};
    }}
    QPlainTextEdit:focus, QTextEdit:focus {{ border: 4px solid {theme.focus}; }}
    QLineEdit:disabled {{ border-style: dashed; color: {theme.quiet_text}; }}
    QLabel#heading {{ font-weight: bold; }}
    QFrame#warning {{
        background: {theme.surface}; border: 3px solid {theme.text}; border-radius: 8px;
    }}
    QSlider {{ min-height: {MIN_TARGET}px; border: 2px solid transparent; border-radius: 8px; }}
    QSlider:focus {{ border: 3px solid {theme.focus}; }}
    QSlider::groove:horizontal {{ height: 8px; background: {theme.line}; border-radius: 4px; }}
    QSlider::handle:horizontal {{
        width: 28px; margin: -12px 0px; border-radius: 8px;
        background: {theme.accent}; border: 2px solid {theme.text};
    }}
    """
