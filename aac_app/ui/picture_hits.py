"""The pictures that a search has found, in a grid like a board's, each with its word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from aac_app.faces import Face
from aac_app.ui.cell import Cell
from aac_app.ui.theme import Theme
from pictograms.board import Button
from pictograms.pictogram import Pictogram

_WIDTH, _HEIGHT = 116, 124
"""Pixels of one hit."""


class Hit(Cell):
    """One picture that can be taken; a tick and a thick edge say which one is."""

    def __init__(self, pictogram: Pictogram, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.pictogram = pictogram
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(_WIDTH, _HEIGHT)
        button = Button(str(pictogram.id), pictogram.label, word_class=pictogram.word_class)
        self.show_button(button, Face(emoji="⋯"), None, theme.cells[pictogram.word_class])

    def show_thumbnail(self, image: QImage) -> None:
        """The picture itself; an empty one is not on this computer."""
        if image.isNull():
            self._emoji = "▢"
            self.setAccessibleDescription(self.tr("the picture is not on this computer"))
        self.show_picture(None if image.isNull() else QPixmap.fromImage(image))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        if not self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#141414"), 5))
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#141414"))
        painter.drawEllipse(_WIDTH - 30, 6, 24, 24)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(_WIDTH - 30, 6, 24, 24, Qt.AlignmentFlag.AlignCenter, "✓")
        painter.end()


class PictureHits(QScrollArea):
    """A grid of hits; arrows move in it, and it is scrolled to where the keyboard is."""

    picked = Signal(object)
    """pictograms.pictogram.Pictogram"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hits: list[Hit] = []
        self._images: dict[int, QImage] = {}
        self._columns = 1
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.setSpacing(5)
        self.setWidget(self._page)

    @property
    def hits(self) -> Sequence[Hit]:
        return tuple(self._hits)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme

    def show_hits(self, pictograms: Sequence[Pictogram]) -> None:
        for hit in self._hits:
            self._grid.removeWidget(hit)
            hit.hide()
            hit.deleteLater()
        self._hits = [Hit(one, self._theme, self._page) for one in pictograms]
        if not pictograms:
            self._images.clear()
        for place, hit in enumerate(self._hits):
            if hit.pictogram.id in self._images:
                hit.show_thumbnail(self._images[hit.pictogram.id])
            hit.clicked.connect(partial(self._picked, hit))
            hit.steered.connect(partial(self._steer, place))
            hit.focused.connect(partial(self._reached, hit))
            hit.show()
        self._columns = 0
        self._arrange()

    def show_thumbnail(self, number: int, image: QImage) -> None:
        self._images[number] = image
        for hit in self._hits:
            if hit.pictogram.id == number:
                hit.show_thumbnail(image)

    def mark(self, number: int | None) -> None:
        """Which one is chosen."""
        for hit in self._hits:
            hit.setChecked(hit.pictogram.id == number)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, (self.viewport().width() - 12) // (_WIDTH + 5))
        if columns == self._columns:
            return
        self._columns = columns
        for place, hit in enumerate(self._hits):
            self._grid.addWidget(hit, *divmod(place, columns))

    def _picked(self, hit: Hit, _checked: bool = False) -> None:
        self.mark(hit.pictogram.id)
        self.picked.emit(hit.pictogram)

    def _reached(self, hit: Hit, _by_tab: bool) -> None:
        self.ensureWidgetVisible(hit)

    def _steer(self, place: int, down: int, right: int) -> None:
        target = place + down * self._columns + right
        if 0 <= target < len(self._hits):
            self._hits[target].setFocus(Qt.FocusReason.OtherFocusReason)
