"""Choosing a button's picture: ARASAAC's, drawn in one way or another, one's own, or none.

A page for the editor, never a dialog. It knows no network and reads no file: what has to be
looked up is asked by signals and answered through `show_hits`, `show_thumbnail`,
`show_drawing`, `show_own` and `tell` (see aac_app.search_desk.SearchDesk, which serves it).

    chooser = PictureChooser(theme)
    desk = SearchDesk(chooser, search)      # desk.adapt(language, may_ask=...), desk.stop()
    chooser.picture_chosen.connect(...)     # aac_app.media_choice.PictureChoice
    chooser.closed.connect(...)             # back without a choice
    chooser.fetching_wanted.connect(...)    # turn on fetching from ARASAAC: Settings.fetch_pictures
    chooser.open("apple")                   # searches at once
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from aac_app.media_choice import PictureChoice, arasaac_choice, own_picture
from aac_app.own_picture import SUFFIXES, OwnPicture
from aac_app.ui.file_page import FilePage
from aac_app.ui.picture_search_page import PictureSearchPage
from aac_app.ui.theme import Theme
from pictograms.pictogram import Pictogram
from pictograms.variant import Variant


class PictureChooser(QWidget):
    """Ends in one `picture_chosen` or `closed`. GUI thread."""

    picture_chosen = Signal(object)
    """aac_app.media_choice.PictureChoice"""
    closed = Signal()
    fetching_wanted = Signal()
    """The person wants pictures from ARASAAC to be fetched; nothing is until settings say so."""
    search_asked = Signal(str)
    drawing_asked = Signal(object, object)
    """Pictogram, Variant"""
    own_asked = Signal(object)
    """pathlib.Path, or the clipboard's QImage"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._may_ask = "es", False
        self._found: tuple[Pictogram, ...] = ()
        self._pictogram: Pictogram | None = None
        self._variant = Variant()
        self._own: OwnPicture | None = None
        self.page = PictureSearchPage(theme)
        self.hits, self.preview = self.page.hits, self.page.preview
        self.files = FilePage(SUFFIXES)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.files)
        self.setAcceptDrops(True)
        self._connect()

    # What the editor does ---------------------------------------------------------------

    def open(self, term: str = "") -> None:
        """Begin anew; a term is searched at once."""
        self._stack.setCurrentIndex(0)
        self._pictogram = self._own = None
        self.preview.show_nothing()
        self.preview.credits.clear()
        self.hits.show_hits(())
        self._found = ()
        self.tell("")
        self.page.field.setText(term)
        self.page.field.setFocus()
        self.page.field.selectAll()
        if term.strip():
            self._search()

    def adapt(self, language: str, *, may_ask: bool) -> None:
        """The board's language, and whether ARASAAC may be asked."""
        again = self._may_ask != may_ask and may_ask and bool(self._found or self.page.field.text())
        self._language, self._may_ask = language, may_ask
        self.page.show_reach(may_ask=may_ask)
        if again and self.isVisible():
            self._search()

    def use_theme(self, theme: Theme) -> None:
        self.hits.use_theme(theme)

    # Answers ----------------------------------------------------------------------------

    def show_hits(self, pictograms: Sequence[Pictogram], problem: str) -> None:
        """What a search has found; `problem`: why ARASAAC could not be asked."""
        self._found = tuple(pictograms)
        self._show_found()
        if problem:
            self.tell(problem)
        elif not pictograms:
            self.tell(
                self.tr("No picture was found for “{}”.").format(self.page.field.text().strip())
            )
        elif not self.hits.hits:
            self.tell(self.tr("What was found is about sex or violence, and is not shown."))
        else:
            self.tell("")

    def show_thumbnail(self, number: int, image: QImage) -> None:
        self.hits.show_thumbnail(number, image)

    def show_drawing(self, number: int, variant: Variant, image: QImage, problem: str) -> None:
        """The chosen pictogram as it is drawn; empty where that is not on this computer."""
        if self._pictogram is None or (number, variant) != (self._pictogram.id, self._variant):
            return
        self.tell(problem)
        if image.isNull() and not problem:
            problem = self.tr("This drawing is not on this computer yet.")
        self.preview.portrait.show_image(image, problem or self._pictogram.label)

    def show_own(self, own: OwnPicture) -> None:
        """A picture of one's own has been read."""
        self._own, self._pictogram = own, None
        self.hits.mark(None)
        self.tell("")
        name = own.name or self.tr("Picture from the clipboard")
        self.preview.portrait.show_image(own.image, name)
        self.preview.caption.setText(name)
        self.preview.show_kind(is_symbol=False, is_own=True)
        self.preview.take_button.setFocus()

    def tell(self, text: str) -> None:
        """One quiet line."""
        self.page.tell(text)

    # ------------------------------------------------------------------------------------

    def _search(self) -> None:
        term = " ".join(self.page.field.text().split())
        if term:
            self.tell(self.tr("Searching…"))
            self.search_asked.emit(term)

    def _show_found(self) -> None:
        shown = [
            one
            for one in self._found
            if self.page.grown_up.isChecked() or not (one.is_sexual or one.is_violent)
        ]
        self.hits.show_hits(shown)

    def _picked(self, pictogram: Pictogram) -> None:
        self._own, self._pictogram, self._variant = None, pictogram, Variant()
        self.preview.show_kind(is_symbol=True, is_own=False)
        self.preview.variants.show_variant(pictogram, self._variant)
        self.preview.caption.setText(f"{pictogram.label}  ·  ARASAAC {pictogram.id}")
        self._ask_drawing()

    def _vary(self, variant: Variant) -> None:
        self._variant = variant
        self._ask_drawing()

    def _ask_drawing(self) -> None:
        self.preview.portrait.show_image(QImage(), self.tr("The picture is coming…"))
        self.drawing_asked.emit(self._pictogram, self._variant)

    def _take(self) -> None:
        if self._pictogram is not None:
            choice = arasaac_choice(self._pictogram.id, self._variant, self._language)
            self.picture_chosen.emit(choice)
        elif self._own is not None:
            own, credits = self._own, self.preview.credits.credits
            self.picture_chosen.emit(own_picture(own.data, own.content_type, own.size, credits))

    def _take_none(self) -> None:
        self.picture_chosen.emit(PictureChoice(None))

    def _open_files(self) -> None:
        self._stack.setCurrentIndex(1)
        self.files.open()

    def _close_files(self) -> None:
        self._stack.setCurrentIndex(0)
        self.page.file_button.setFocus()

    def _file_chosen(self, path: Path) -> None:
        self._stack.setCurrentIndex(0)
        self.tell(self.tr("Reading {}…").format(path.name))
        self.own_asked.emit(path)

    def _paste(self) -> None:
        content = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
        image = QGuiApplication.clipboard().image()
        if not image.isNull():
            self.own_asked.emit(image)
        elif paths:
            self._file_chosen(paths[0])
        else:
            self.tell(self.tr("There is no picture on the clipboard."))

    # Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self._file_chosen(paths[0])
        elif event.mimeData().hasImage():
            self.own_asked.emit(QImage(event.mimeData().imageData()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.page.retranslate()
            self.files.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.page.field.returnPressed.connect(self._search)
        self.page.search_button.clicked.connect(self._search)
        self.page.close_button.clicked.connect(self.closed)
        self.page.file_button.clicked.connect(self._open_files)
        self.page.paste_button.clicked.connect(self._paste)
        self.page.none_button.clicked.connect(self._take_none)
        self.page.fetch_button.clicked.connect(self.fetching_wanted)
        self.page.grown_up.toggled.connect(self._show_found)
        self.hits.picked.connect(self._picked)
        self.preview.variants.changed.connect(self._vary)
        self.preview.taken.connect(self._take)
        self.files.file_chosen.connect(self._file_chosen)
        self.files.closed.connect(self._close_files)
