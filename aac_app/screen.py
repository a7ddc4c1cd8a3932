"""Shows the state of the conversation in the window. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from zipfile import is_zipfile

from PySide6.QtGui import QPixmap

from aac_app.communicator import Communicator
from aac_app.controls import Toggle, is_on
from aac_app.editing.view import whole_view
from aac_app.faces import Cached, Face, face_of
from aac_app.library import Trail, extent, linked_boards
from aac_app.message import Entry
from aac_app.settings import BoardSize
from aac_app.ui.cell_marks import CellMarks
from aac_app.ui.chips import Chip
from aac_app.ui.main_window import MainWindow
from aac_app.ui.message_bar import Piece
from aac_app.ui.pixmaps import Pixmaps
from models.alignment import Word, align
from pictograms.board import Board, Button, Image
from pictograms.obz import BoardSet


def _no_file(_path: str) -> Path | None:
    """Every picture lies where its board does."""
    return None


class Screen:
    """Knows how the communicator and the boards are drawn in this window."""

    def __init__(
        self,
        window: MainWindow,
        pixmaps: Pixmaps,
        cached: Cached,
        own: Callable[[str], Path | None] = _no_file,
    ) -> None:
        """`own` knows the files of one's own pictures that no board's folder holds yet."""
        self._window = window
        self._pixmaps = pixmaps
        self.cached = cached
        self._own = own
        self._words: tuple[Word, ...] = ()
        self.learnt: set[str] = set()
        """Languages in which each word can be pointed at its picture without a wait."""

    def show_board(self, trail: Trail, size: BoardSize, level: int) -> None:
        """The open board, and the urgent words beside it."""
        boards, board = trail.boards, trail.current
        rows, columns = extent(boards, board, size)
        face = self._faces(boards, board)
        self._pixmaps.forget_awaited()
        self._window.board.show_board(board, face, rows=rows, columns=columns, level=level)
        self._window.name_board(board.title)
        urgent = boards.boards.get(boards.urgent or "")
        self._window.urgent.setVisible(urgent is not None)
        if urgent is not None:
            self._window.urgent.show_board(
                urgent,
                self._faces(boards, urgent),
                rows=urgent.rows,
                columns=urgent.columns,
                level=level,
            )

    def prepare_linked(self, trail: Trail, size: BoardSize, level: int) -> None:
        """Decode the pictures of the boards that one press leads to, while nobody waits."""
        boards, board = trail.boards, trail.current
        edge = self._window.board.edge_of(*extent(boards, board, size))
        self._pixmaps.prepare(self._linked_faces(boards, board, size, level), edge)

    def _linked_faces(
        self, boards: BoardSet, board: Board, size: BoardSize, level: int
    ) -> Iterator[Face]:
        for linked in linked_boards(boards, board):
            rows, columns = extent(boards, linked, size)
            face = self._faces(boards, linked)
            for row, column, button in linked.cells():
                if row < rows and column < columns and button.level <= level:
                    yield face(button)

    def show_edited(
        self,
        boards: BoardSet,
        board: Board,
        empty_name: str,
        marks: Mapping[str, CellMarks],
    ) -> None:
        """The whole of a board, to be edited: hidden words and empty cells too."""
        view = whole_view(board, empty_name)
        self._pixmaps.forget_awaited()
        self._window.board.show_board(
            view,
            self._faces(boards, view),
            rows=view.rows,
            columns=view.columns,
            level=1,
            marks=marks,
        )
        self._window.name_board(board.title)

    def mark_edited(self, marks: Mapping[str, CellMarks]) -> None:
        """Other marks over the board that is shown to be edited."""
        self._window.board.show_marks(marks)

    def picture_of(self, boards: BoardSet, board: Board | None, image: Image) -> QPixmap | None:
        """A picture that some board has, or might have; None where it is not here."""
        home = board or boards.first
        lone = replace(home, images=MappingProxyType({image.id: image}))
        face = self._faces(boards, lone)(Button("", "", image_id=image.id))
        return self._pixmaps.of(face, at_once=True)

    @property
    def is_settled(self) -> bool:
        """Every picture of the board is drawn."""
        return self._pixmaps.is_settled

    def show_message(self, communicator: Communicator, trail: Trail) -> None:
        """The chosen words, the sentence, the other readings, and what is switched on."""
        message = communicator.message
        chips = [self._chip(trail, entry) for entry in message.entries]
        if message.spelled:
            chips.append(Chip(message.spelled, is_open=True))
        shown = communicator.shown
        self._words = ()
        bar = self._window.message_bar
        bar.show_message(chips, _pieces(shown, self._words))
        bar.show_undo(possible=communicator.can_undo)
        self._show_readings(communicator)
        on = {toggle: is_on(toggle, communicator.controls) for toggle in Toggle}
        self._window.tools.show_state(on, can_go_back=trail.can_go_back)
        if shown and communicator.language in self.learnt:
            self._words = align(shown, message.glosses, communicator.language)
            bar.sentence.show_pieces(_pieces(shown, self._words))

    def light(self, start: int) -> None:
        """Light up the word being said, and the picture that it stands for."""
        for word in self._words:
            if word.start <= start < word.start + word.length:
                self._window.message_bar.light(word.source, word.start)
                return

    def _show_readings(self, communicator: Communicator) -> None:
        choices, shown = communicator.choices, communicator.shown
        current = choices.index(shown) if shown in choices else None
        places = list(choices)
        if current is not None and current >= 4:  # the one in use is always visible
            places[3], current = shown, 3
        self._window.message_bar.show_readings(places, current)

    def _faces(self, boards: BoardSet, board: Board) -> Callable[[Button], Face]:
        """How each button of this board looks; its pictures lie where the board came from."""
        path = boards.paths.get(board.id, "")
        source, package = boards.source, None
        if source.is_dir():
            folder: Path | None = (source / path).parent
        elif is_zipfile(source):
            folder, package = None, source
        else:
            folder = source.parent

        def face(button: Button) -> Face:
            found = face_of(board, button, folder, self.cached, package)
            image = board.image_of(button)
            if found.path is None and found.data is None and image and image.path:
                return replace(found, path=self._own(image.path))
            return found

        return face

    def _chip(self, trail: Trail, entry: Entry) -> Chip:
        board = trail.boards.boards.get(entry.board_id)
        button = board.buttons.get(entry.button_id) if board else None
        if board is None or button is None:
            return Chip(entry.label)
        face = self._faces(trail.boards, board)(button)
        return Chip(entry.label, self._pixmaps.of(face, at_once=True), face.emoji)


def _pieces(text: str, words: tuple[Word, ...]) -> list[Piece]:
    """The sentence cut into its words and what stands between them."""
    if not words:
        return [Piece(text)] if text else []
    ends = [0, *(word.start + word.length for word in words)]
    pieces: list[Piece] = []
    for end, word in zip(ends, words, strict=False):
        if word.start > end:
            pieces.append(Piece(text[end : word.start], start=end))
        pieces.append(Piece(word.text, word.source is None, word.start))
    if len(text) > ends[-1]:
        pieces.append(Piece(text[ends[-1] :], start=ends[-1]))
    return pieces
