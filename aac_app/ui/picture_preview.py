"""The picture about to be taken: large, with its credits, and what can be changed of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from aac_app.media_choice import Credits
from aac_app.ui.editor_fields import LONGEST
from aac_app.ui.fitting import FittedButton
from aac_app.ui.middle_page import Scrolled
from aac_app.ui.theme import MIN_TARGET
from aac_app.ui.variant_controls import VariantControls


class Portrait(QWidget):
    """One picture, as large as there is room, on white: pictograms are drawn for paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._words = ""
        self.setMinimumHeight(150)

    def show_image(self, image: QImage, words: str) -> None:
        """An empty picture shows the words in its place; else they are what is read aloud."""
        self._image, self._words = image, words
        self.setAccessibleName(words)
        self.update()

    @property
    def image(self) -> QImage:
        return self._image

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        if self._image.isNull():
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.setPen(self.palette().windowText().color())
            painter.drawText(area.adjusted(8, 8, -8, -8), centred, self._words)
        else:
            scale = min(
                area.width() / self._image.width(), area.height() / self._image.height(), 1.0
            )
            target = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
            target.moveCenter(area.center())
            painter.fillRect(target, Qt.GlobalColor.white)
            painter.drawImage(target, self._image)
        painter.end()


class CreditFields(QWidget):
    """Who made a picture or sound of one's own, and under which licence; all may stay empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.author, self.source, self.terms = QLineEdit(), QLineEdit(), QLineEdit()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.retranslate()

    @property
    def credits(self) -> Credits:
        return Credits(self.author.text(), self.source.text(), self.terms.text())

    def clear(self) -> None:
        for field in (self.author, self.source, self.terms):
            field.clear()

    def retranslate(self) -> None:
        names = {
            self.author: self.tr("Whose it is (empty: your own)"),
            self.source: self.tr("Where it comes from"),
            self.terms: self.tr("Licence"),
        }
        for field, name in names.items():
            field.setMinimumHeight(MIN_TARGET)
            field.setAccessibleName(name)
            field.setMaxLength(LONGEST)
            if self._form.indexOf(field) < 0:
                self._form.addRow(QLabel(name), field)
            else:
                label = self._form.labelForField(field)
                if isinstance(label, QLabel):
                    label.setText(name)


class PicturePreview(Scrolled):
    """Knows how a chosen picture looks; what it is for, its owner knows."""

    taken = Signal()
    """Use this picture."""

    def __init__(self) -> None:
        super().__init__()
        self.portrait = Portrait()
        self.caption = QLabel()
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.caption.setWordWrap(True)
        self.variants = VariantControls()
        self.credits = CreditFields()
        self.take_button = FittedButton()
        self.take_button.setObjectName("speak")
        self.take_button.setMinimumHeight(MIN_TARGET + 8)
        self.take_button.clicked.connect(self.taken)
        self.column.addWidget(self.portrait, 1)
        for part in (self.caption, self.take_button, self.variants, self.credits):
            self.column.addWidget(part)
        self.show_nothing()
        self.retranslate()

    def add_note(self, note: QLabel) -> None:
        """Something to be read below all else."""
        self.column.addWidget(note)

    def show_nothing(self) -> None:
        self.portrait.show_image(QImage(), self.tr("Search a word, then press a picture."))
        self.caption.clear()
        self.show_kind(is_symbol=False, is_own=False)

    def show_kind(self, *, is_symbol: bool, is_own: bool) -> None:
        """Offer what can be changed of such a picture."""
        self.variants.setVisible(is_symbol)
        self.credits.setVisible(is_own)
        self.take_button.setEnabled(is_symbol or is_own)

    def retranslate(self) -> None:
        self.take_button.show_name("✓", self.tr("Use this picture"))
        self.credits.retranslate()
