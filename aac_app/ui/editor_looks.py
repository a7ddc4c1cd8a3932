"""How a button looks: kind of word, colour, picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from aac_app.editing import buttons
from aac_app.editing.session import EditingSession
from aac_app.editing.suggestions import Suggestion
from aac_app.ui.editor_choices import class_options, colour_options
from aac_app.ui.editor_fields import VARIOUS, common, heading, in_columns, press
from aac_app.ui.fitting import FittedButton
from aac_app.ui.settings_controls import Choice
from aac_app.ui.theme import MIN_TARGET

_OFFERED = 6
_FACE = 84
"""Pixels: height of a picture that is offered."""


class PictureButton(FittedButton):
    """A press that shows a picture, or a word where the picture is not here."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self.setCheckable(True)
        self.setFixedHeight(_FACE)
        self.setMinimumWidth(MIN_TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_picture(self, pixmap: QPixmap | None, name: str) -> None:
        self._pixmap = pixmap
        self.show_name("", "" if pixmap else name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        if self._pixmap is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(7, 7, -7, -7)
        size = self._pixmap.deviceIndependentSize()
        size.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(area.topLeft(), size)
        target.moveCenter(area.center())
        painter.fillRect(target, Qt.GlobalColor.white)
        painter.drawPixmap(target, self._pixmap, QRectF(self._pixmap.rect()))
        if self.isChecked():
            painter.fillRect(QRectF(area.right() - 18, area.top(), 20, 20), self._mark_ground)
            painter.drawText(
                QRectF(area.right() - 18, area.top(), 20, 20), Qt.AlignmentFlag.AlignCenter, "✓"
            )
        painter.end()

    @property
    def _mark_ground(self) -> Qt.GlobalColor:
        return Qt.GlobalColor.white


class WordLooks(QWidget):
    """Edits kind, colour and picture of the selected buttons."""

    edit_wanted = Signal(object)
    suggestion_picked = Signal(object)
    """aac_app.editing.suggestions.Suggestion"""
    picture_wanted = Signal()
    """Another picture: search, photo from a file."""
    photo_pasted = Signal()
    """The photo that lies on the clipboard."""

    def __init__(self, draw: Callable[[Suggestion], QPixmap | None]) -> None:
        super().__init__()
        self._draw = draw
        self._session: EditingSession | None = None
        self._offered: tuple[Suggestion, ...] = ()
        self.pictures = heading()
        self.offers = [PictureButton() for _ in range(_OFFERED)]
        self.paste_photo = press(self.photo_pasted.emit)
        self.other_picture = press(self.picture_wanted.emit)
        self.no_picture = press(self._no_picture)
        self.kind_label, self.colour_label = QLabel(), QLabel()
        self.kind, self.colour = Choice((), None), Choice((), None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.pictures)
        column.addLayout(in_columns(self.offers, 3))
        column.addLayout(in_columns((self.paste_photo, self.other_picture, self.no_picture), 3))
        self._below = [self.kind_label, self.kind, self.colour_label, self.colour]
        for widget in self._below:
            column.addWidget(widget)
        for place, offer in enumerate(self.offers):
            offer.clicked.connect(partial(self._picked, place))
        self.kind.picked.connect(partial(self._change, "word_class"))
        self.colour.picked.connect(partial(self._change, "background_color"))
        self.retranslate()

    def show_session(self, session: EditingSession) -> None:
        self._session = session
        found = session.buttons
        self.setVisible(bool(session.selection))
        for widget in (*self._below, self.no_picture):
            widget.setVisible(bool(found))
        kind = common([button.word_class for button in found])
        colour = common([button.background_color for button in found])
        self.kind.show_options(class_options(various=kind is VARIOUS), kind)
        self.colour.show_options(colour_options(various=colour is VARIOUS), colour)
        self.no_picture.setEnabled(any(button.image_id for button in found))
        self._check_offers()

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show these pictures, one press away."""
        self._offered = tuple(suggestions[:_OFFERED])
        for place, offer in enumerate(self.offers):
            is_there = place < len(self._offered)
            offer.setVisible(is_there)
            if is_there:
                suggestion = self._offered[place]
                offer.show_picture(self._draw(suggestion), suggestion.label)
        self._check_offers()

    @property
    def offered(self) -> tuple[Suggestion, ...]:
        return self._offered

    def retranslate(self) -> None:
        self.pictures.setText(self.tr("Picture"))
        self.paste_photo.show_name("", self.tr("Paste photo"))
        self.other_picture.show_name("", self.tr("Search or file…"))
        self.no_picture.show_name("", self.tr("No picture"))
        self.kind_label.setText(self.tr("Kind of word"))
        self.colour_label.setText(self.tr("Colour"))
        self.kind.setAccessibleName(self.tr("Kind of word"))
        self.colour.setAccessibleName(self.tr("Colour"))
        if self._session:
            self.show_session(self._session)

    def _check_offers(self) -> None:
        """Tick the picture that the button has."""
        found = self._session.buttons if self._session else []
        board = self._session.board if self._session else None
        has = board.image_of(found[0]) if board and len(found) == 1 else None
        for suggestion, offer in zip(self._offered, self.offers, strict=False):
            image = suggestion.image
            is_it = has is not None and (has.arasaac_id, has.path, has.data) == (
                image.arasaac_id,
                image.path,
                image.data,
            )
            offer.setChecked(is_it)

    def _picked(self, place: int, _checked: bool = False) -> None:
        self.suggestion_picked.emit(self._offered[place])
        self._check_offers()

    def _no_picture(self) -> None:
        if self._session:
            self.edit_wanted.emit(buttons.picture(self._session.board, self._session.ids, None))

    def _change(self, field: str, value: object) -> None:
        if self._session and value is not VARIOUS:
            edit = buttons.change(self._session.board, self._session.ids, {field: value})
            self.edit_wanted.emit(edit)
