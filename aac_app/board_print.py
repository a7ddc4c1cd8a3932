"""Boards on paper and as pictures: PDF with real letters, and PNG.

Works in any thread, once there is a QGuiApplication. Files are written whole or not at all.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from aac_app.board_sheet import Sheet, credit_lines, paint_sheet
from aac_app.faces import Cached, Face, faces_in
from aac_app.print_options import Paper, PrintOptions
from aac_app.settings import ThemeName
from aac_app.ui.cell_art import USUAL_LETTERS
from aac_app.ui.face_image import face_image
from aac_app.ui.theme import THEMES
from pictograms.board import Board, Button
from pictograms.errors import PictogramError
from pictograms.files import write_whole
from pictograms.obz import BoardSet

Progress = Callable[[int, int], None]
"""Told how many pages are done, of how many."""

_PAPERS = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
}
_MARGIN_MM = 10.0
_INCH = 96
"""Pixels of the drawing in an inch of paper."""
_FINE = 1200
"""Dots in an inch of the PDF."""
_PICTURE_DPI = 250
_EDGES = (150, 220, 300, 400, 500)
_EMOJI = 160
"""Pixels; the letters themselves are pictures of 136."""
_KEPT = 200
"""Pictures held at once; a smaller number would put them into the file more often."""
PNG_SCALE = 2.0
"""Pixels of a PNG file for each of the drawing: an A4 page becomes 2246 wide."""


class PrintError(PictogramError):
    """The boards could not be printed; the message names the file."""


class PrintCancelledError(PrintError):
    """Nobody wants it any more; nothing was written."""


def print_pdf(
    boards: BoardSet,
    chosen: Sequence[Board],
    file: Path,
    cached: Cached,
    options: PrintOptions,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> None:
    """A page for each of the chosen boards, into a PDF file. Raises PrintError."""
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_FINE)
    writer.setPageLayout(_layout(options))
    writer.setTitle(chosen[0].title if len(chosen) == 1 else boards.name)
    writer.setCreator("aac-communicator")
    press = _Press(boards, chosen, cached, options)
    painter = QPainter()
    if not painter.begin(writer):
        raise PrintError(f"{file.name}: cannot be drawn")
    try:
        for number, board in enumerate(chosen):
            if cancelled is not None and cancelled.is_set():
                raise PrintCancelledError(f"{file.name}: was not written")
            if number:
                writer.newPage()
            painter.save()
            painter.scale(_FINE / _INCH, _FINE / _INCH)
            press.print_board(painter, board, number + 1)
            painter.restore()
            if progress is not None:
                progress(number + 1, len(chosen))
    finally:
        painter.end()
    _write(file, bytes(packed.data()))


def print_png(
    boards: BoardSet,
    board: Board,
    file: Path,
    cached: Cached,
    options: PrintOptions,
    scale: float = PNG_SCALE,
) -> None:
    """One board as a picture of the shape of the paper, its credits in it. Raises PrintError."""
    press = _Press(boards, [board], cached, options)
    margin = _MARGIN_MM / 25.4 * _INCH
    size = (press.area.size() + QSizeF(2 * margin, 2 * margin)) * scale
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setText("Title", board.title)
    if lines := credit_lines(board, options.language):
        image.setText("Copyright", "\n".join(lines))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(margin, margin)
    press.print_board(painter, board, 1)
    painter.end()
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise PrintError(f"{file.name}: cannot be packed")
    _write(file, bytes(packed.data()))


class _Press:
    """Knows how each board of one print looks."""

    def __init__(
        self, boards: BoardSet, chosen: Sequence[Board], cached: Cached, options: PrintOptions
    ) -> None:
        self._boards, self._cached, self._options = boards, cached, options
        self._pages = {board.id: place for place, board in enumerate(chosen, start=1)}
        self._theme = THEMES[ThemeName.LIGHT]
        self._font = QFont(QGuiApplication.font())
        self._font.setPixelSize(USUAL_LETTERS)
        self._font.setFeature(QFont.Tag("liga"), 0)  # else a search for "fi" would miss its word
        self._images: OrderedDict[Hashable, QImage | None] = OrderedDict()

    @property
    def area(self) -> QRectF:
        """What can be printed of the page."""
        inches = _layout(self._options).paintRect(QPageLayout.Unit.Inch)
        return QRectF(0, 0, inches.width() * _INCH, inches.height() * _INCH)

    def print_board(self, painter: QPainter, board: Board, page: int) -> None:
        face, edge = faces_in(self._boards, board, self._cached), self._edge(board)

        def picture(button: Button) -> QImage | None:
            return self._picture(face(button), edge)

        sheet = Sheet(board, picture, self._target, page, len(self._pages))
        paint_sheet(painter, self.area, sheet, self._options, self._theme, self._font)

    def _target(self, button: Button) -> tuple[str, int | None] | None:
        link = button.load_board
        if link is None:
            return None
        board = self._boards.target(link)
        if board is None:
            return (link.name, None) if link.name else None
        page = self._pages.get(board.id) if len(self._pages) > 1 else None
        return board.title, page

    def _edge(self, board: Board) -> int:
        """Largest side of a picture, pixels: what a printer shows in a cell, in steps."""
        width = self.area.width() / max(1, board.columns)
        height = self.area.height() / max(1, board.rows)
        fine = min(width, height) / _INCH * _PICTURE_DPI
        return next((edge for edge in _EDGES if edge >= fine), _EDGES[-1])

    def _picture(self, face: Face, edge: int) -> QImage | None:
        """An emoji becomes a picture too: not every reader of PDF has coloured letters."""
        image = None
        if face.path or face.data:
            key = (face.package, face.path, face.data, edge)
            image = self._once(key, lambda: face_image(face, edge))
        if image is None and face.emoji:
            image = self._once(face.emoji, lambda: _drawn(face.emoji, self._font))
        return image

    def _once(self, key: Hashable, make: Callable[[], QImage | None]) -> QImage | None:
        """Made once for several boards: the same picture is in the file once."""
        if key not in self._images:
            self._images[key] = make()
            while len(self._images) > _KEPT:
                self._images.popitem(last=False)
        self._images.move_to_end(key)
        return self._images[key]


def _drawn(emoji: str, font: QFont) -> QImage:
    image = QImage(_EMOJI, _EMOJI, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    large = QFont(font)
    large.setPixelSize(round(image.height() * 0.8))
    painter.setFont(large)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, emoji)
    painter.end()
    return image


def _layout(options: PrintOptions) -> QPageLayout:
    upright, across = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(_PAPERS[options.paper])
    orientation = upright if options.portrait else across
    return QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter)


def _write(file: Path, data: bytes) -> None:
    try:
        write_whole(file, data)
        file.chmod(0o644)  # it is made to be given away, and a draft is for its owner alone
    except OSError as error:
        reason = error.strerror or str(error)
        raise PrintError(f"{file}: cannot be written ({reason})") from error
