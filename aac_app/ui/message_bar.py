"""The message: chosen pictures, the sentence under them, other readings, speak and delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from aac_app.ui.chips import Chip, Chips
from aac_app.ui.fitting import FittedButton, fitted
from aac_app.ui.readings import ReadingButton, parting
from aac_app.ui.theme import MIN_TARGET, Theme

READINGS = 4
"""Places in the row of readings: the words as chosen first, then three sentences."""
_READABLE = 14
"""Pixels; words that were added are drawn smaller than the chosen ones only above this."""
_WIDTHS = (124, 148)
"""Pixels at the usual text size: speak and stop; delete, undo and clear."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the sentence: a word, or what stands between two words."""

    text: str
    is_added: bool = False
    """A word that nobody chose (an article, a preposition): drawn smaller."""
    start: int = 0
    """Where it begins in the sentence, in characters."""


class SentenceLabel(QLabel):
    """The sentence in large letters; the word being said is marked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        self._lit: int | None = None
        self.setObjectName("sentence")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setMinimumHeight(MIN_TARGET + 12)  # three lines that can be read

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        self._pieces, self._lit = tuple(pieces), None
        self.setAccessibleName(self.plain)
        self._draw()

    @property
    def plain(self) -> str:
        return "".join(piece.text for piece in self._pieces)

    def light(self, start: int | None) -> None:
        """Mark the word that begins at this character; None marks nothing."""
        if start != self._lit:
            self._lit = start
            self._draw()

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        area = QRectF(self.contentsRect())
        font = fitted(self.font(), self.plain, area.adjusted(0, 2, 0, -2), area.height() * 0.62)
        size = font.pixelSize()
        self.setText("".join(self._html(piece, size) for piece in self._pieces))

    def _html(self, piece: Piece, size: int) -> str:
        pixels = max(round(size * 0.8), min(size, _READABLE)) if piece.is_added else size
        style = f"font-size:{pixels}px;"
        if piece.is_added:
            style += "font-weight:400;"
        if self._lit is not None and piece.start == self._lit and piece.text.strip():
            style += f"background-color:{self._theme.highlight};text-decoration:underline;"
        return f'<span style="{style}">{escape(piece.text)}</span>'


class MessageBar(QFrame):
    """Shows the message and announces what is pressed in it."""

    spoken = Signal()
    stopped = Signal()
    last_deleted = Signal()
    cleared = Signal()
    undone = Signal()
    reading_picked = Signal(int)
    """Place in the row of readings; 0 is the words as chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.chips = Chips(theme)
        self.sentence = SentenceLabel(theme)
        self.speak = FittedButton(growth=1.4)
        self.speak.setObjectName("speak")
        self.delete = FittedButton()
        self.undo = FittedButton()
        self.clear = FittedButton()
        self.readings = [ReadingButton() for _ in range(READINGS)]
        self.stops = (self.speak, self.delete, self.undo, self.clear, *self.readings)
        """What the keyboard reaches, in this order."""
        self._texts: tuple[str, ...] = ()
        self._is_speaking = False
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_message(self, chips: Sequence[Chip], pieces: Sequence[Piece]) -> None:
        self.chips.show_chips(chips)
        self.sentence.show_pieces(pieces)
        has_words = bool(chips)
        for button in (self.speak, self.delete, self.clear):
            button.setEnabled(has_words or (button is self.speak and self._is_speaking))

    def show_readings(self, texts: Sequence[str], current: int | None) -> None:
        """Offer the readings; the first is the words as chosen, always in the same place."""
        self._texts = tuple(texts[:READINGS])
        for place, button in enumerate(self.readings):
            button.setEnabled(place < len(self._texts))
            button.setChecked(place == current)
        self._name_readings()

    def show_undo(self, *, possible: bool) -> None:
        self.undo.setEnabled(possible)

    def show_speaking(self, *, speaking: bool) -> None:
        """The speak button stops while something is being said."""
        self._is_speaking = speaking
        if speaking:
            self.speak.setEnabled(True)
        else:
            self.chips.light(None)
            self.sentence.light(None)
            self.speak.setEnabled(bool(self.chips.labels))
        self.retranslate()

    def light(self, entry: int | None, start: int | None) -> None:
        self.chips.light(entry)
        self.sentence.light(start)

    def use_theme(self, theme: Theme) -> None:
        self.chips.use_theme(theme)
        self.sentence.use_theme(theme)

    def use_text_scale(self, scale: float) -> None:
        """Larger letters get somewhat wider buttons; the message keeps the most room."""
        speak, others = (round(width * min(max(1.0, scale), 1.3)) for width in _WIDTHS)
        self.speak.setFixedWidth(speak)
        for button in (self.delete, self.undo, self.clear):
            button.setFixedWidth(others)

    def retranslate(self) -> None:
        speak = ("■", self.tr("Stop")) if self._is_speaking else ("▶", self.tr("Speak"))
        for button, (icon, name) in (
            (self.speak, speak),
            (self.delete, ("⌫", self.tr("Delete last"))),
            (self.clear, ("✕", self.tr("Clear"))),
            (self.undo, ("↶", self.tr("Undo"))),
        ):
            button.show_name(icon, name)
        self._name_readings()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """A long sentence gets smaller letters, never more room: the board must not move."""
        return False

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _name_readings(self) -> None:
        for place, button in enumerate(self.readings):
            text = self._texts[place] if place < len(self._texts) else ""
            if place == 0:
                button.show_name("", self.tr("As chosen"))
                button.setAccessibleName(f"{self.tr('As chosen')}: {text}".removesuffix(": "))
            else:
                button.show_reading(text, parting(text, self._texts[1:]))
                button.setAccessibleName(text or self.tr("No other reading"))
            button.setToolTip(text)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.chips, 3)
        words.addWidget(self.sentence, 2)
        readings = QHBoxLayout()
        readings.setSpacing(6)
        for place, button in enumerate(self.readings):
            button.setCheckable(True)
            button.setFixedHeight(MIN_TARGET + 4)
            readings.addWidget(button, 2 if place == 0 else 5)
        words.addLayout(readings)
        buttons = QGridLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.speak, 0, 0, 3, 1)
        for row, key in enumerate((self.delete, self.undo, self.clear)):
            buttons.addWidget(key, row, 1)
        self.use_text_scale(1.0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addLayout(words, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.speak.clicked.connect(self._speak_or_stop)
        self.delete.clicked.connect(self.last_deleted)
        self.clear.clicked.connect(self.cleared)
        self.undo.clicked.connect(self.undone)
        for place, button in enumerate(self.readings):
            button.clicked.connect(partial(self._picked, place))

    def _picked(self, place: int, _checked: bool = False) -> None:
        self.reading_picked.emit(place)

    def _speak_or_stop(self) -> None:
        (self.stopped if self._is_speaking else self.spoken).emit()
