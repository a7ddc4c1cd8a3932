"""Buttons that hold whole sentences, so that one can be told from the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from aac_app.ui.fitting import FittedButton, best_layout, filled, in_lines, plain

_READABLE = 12
"""Pixels; a sentence that would be smaller is shown from where it differs."""


class ReadingButton(FittedButton):
    """A way to say the message, in one to three lines."""

    def __init__(self) -> None:
        super().__init__()
        self._start = 0

    def show_reading(self, text: str, start: int) -> None:
        """The sentence, and where to begin if there is no room for all of it."""
        self._icon, self._name, self._start = "", text, start
        self.setText(plain(text))

    def _lettering(self, area: QRectF) -> tuple[QFont, str]:
        layouts = [in_lines(self._marked(self._name), count) for count in (1, 2, 3)]
        font, text = best_layout(self.font(), layouts, area, self._growth)
        if font.pixelSize() >= _READABLE:
            return font, text
        font.setPixelSize(_READABLE)
        rest = f"…{self._name[self._start :]}" if self._start else self._name
        return font, filled(font, self._marked(rest), area)


def parting(text: str, others: Sequence[str]) -> int:
    """The first character of the first word in which a text differs from the most similar one."""
    words = text.split(" ")
    rivals = [other.split(" ") for other in others if other and other != text]
    same = max((_common(words, rival) for rival in rivals), default=0)
    return len(" ".join(words[:same])) + 1 if same else 0


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    pairs = zip(first, second, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
