"""One cell of a board: a picture, a word, and a press."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from aac_app.faces import Face
from aac_app.ui.cell_art import CellLook, paint_cell
from aac_app.ui.cell_marks import CellMarks, paint_marks
from aac_app.ui.cell_words import description
from aac_app.ui.theme import MIN_TARGET, CellColours
from pictograms.board import Button

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Cell(QAbstractButton):
    """A place on the board. It knows how a button looks, never what its word means."""

    steered = Signal(int, int)
    """An arrow key was pressed here: rows down, columns right."""
    focused = Signal(bool)
    """The keyboard has come here; whether by Tab, from outside the board."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button: Button | None = None
        self._colours = CellColours("#ffffff", "#000000", "#000000")
        self._picture: QPixmap | None = None
        self._emoji = ""
        self._is_awaited = False
        self._caption = ""
        self._marks: CellMarks | None = None
        self._look = ("#ffffff", "#000000")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(MIN_TARGET, MIN_TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_button(
        self, button: Button | None, face: Face, picture: QPixmap | None, colours: CellColours
    ) -> None:
        """Become this button; None leaves the place empty and out of reach."""
        self.button = button
        self._picture, self._emoji, self._colours = picture, face.emoji, colours
        self._is_awaited = False
        self._marks = None
        self._caption = button.label if button else ""
        self.setVisible(button is not None)
        self.setEnabled(button is not None)
        if button is not None:
            self.setAccessibleName(button.spoken.strip() or self.tr("A picture without a word"))
            self.setAccessibleDescription(description(button))
        self.update()

    def await_picture(self) -> None:
        """Draw neither emoji nor letters in the picture's place: it comes in a moment."""
        self._is_awaited = True

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture, self._is_awaited = picture, False
        self.update()

    def show_marks(self, marks: CellMarks, page: str, text: str) -> None:
        """The cell's state while boards are edited, in these colours of the look."""
        self._marks, self._look = marks, (page, text)
        if self.button is not None:
            kind = "" if marks.is_empty else description(self.button)
            told = (marks.spoken(self.tr("selected")), kind)
            self.setAccessibleDescription(", ".join(part for part in told if part))
        self.update()

    @property
    def marks(self) -> CellMarks | None:
        return self._marks

    def show_caption(self, caption: str) -> None:
        """Another word on the same button: a completion of what is being spelled."""
        if caption != self._caption:
            self._caption = caption
            self.setAccessibleName(caption or self.tr("No word to complete"))
            self.update()

    @property
    def caption(self) -> str:
        return self._caption

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(MIN_TARGET, MIN_TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if (step := _ARROWS.get(Qt.Key(event.key()))) is not None:
            self.steered.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.focused.emit(event.reason() in _TABS)

    # Painting ---------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self.button is None:
            return
        painter = QPainter(self)
        paint_cell(painter, QRectF(self.rect()), self._painted(self.button), self.font())
        if self._marks is not None:
            painter.setFont(self.font())
            paint_marks(painter, QRectF(self.rect()), self._marks, *self._look)
        painter.end()

    def _painted(self, button: Button) -> CellLook:
        is_empty = self._marks is not None and self._marks.is_empty
        return CellLook(
            button,
            self._caption,
            self._picture,
            self._emoji,
            self._colours,
            is_awaited=self._is_awaited,
            is_down=self.isDown(),
            has_focus=self.hasFocus(),
            is_enabled=self.isEnabled(),
            empty=self._look if is_empty else None,
        )
