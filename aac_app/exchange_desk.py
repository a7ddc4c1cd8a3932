"""Boards from and to files while they are edited; the reading and writing is done in a thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from aac_app.board_saver import BoardSaver
from aac_app.board_store import StoreError
from aac_app.editing.edit import Edit
from aac_app.editing.merging import add_boards, replace_all
from aac_app.editing.session import EditingSession
from aac_app.errands import Errands
from aac_app.faces import Cached
from aac_app.failures import explain
from aac_app.ui.editor_stage import EditorStage
from pictograms.board import Board, Image, Sound
from pictograms.errors import PictogramError
from pictograms.exchange import Imported, import_file
from pictograms.media import MediaSource
from pictograms.obz import BoardSet
from pictograms.package_write import Written, write_alone, write_package

_Media = TypeVar("_Media", Image, Sound)


class MediaKeeper(Protocol):
    """Keeps files of one's own. Raises StoreError."""

    def add_image(self, data: bytes) -> str: ...
    def add_sound(self, data: bytes) -> str: ...


class ExchangeDesk(QObject):
    """Takes boards out of files, and puts the edited ones into files. GUI thread."""

    def __init__(
        self,
        stage: EditorStage,
        errands: Errands,
        media: MediaKeeper,
        saver: BoardSaver,
        session: Callable[[], EditingSession | None],
        language: Callable[[], str],
        cached: Cached,
    ) -> None:
        super().__init__(stage)
        self._stage, self._errands, self._media = stage, errands, media
        self._session, self._language, self._cached = session, language, cached
        self._imported: Imported | None = None
        self._saver = saver
        self._wanted: tuple[Path, bool] | None = None
        """The file that is to be written, and whether with all boards."""
        saver.settled.connect(self._write_saved)
        saver.failed.connect(self._not_saved)
        stage.panel.more.import_wanted.connect(self._open_import)
        stage.panel.more.export_wanted.connect(self._open_export)
        stage.imports.file_chosen.connect(self.read)
        stage.imports.added.connect(self._add)
        stage.imports.taken.connect(self._replace)
        stage.imports.closed.connect(stage.window.show_board)
        stage.exports.export_asked.connect(self._write)
        stage.exports.closed.connect(stage.window.show_board)

    # From a file ------------------------------------------------------------------------------

    def _open_import(self) -> None:
        self._imported = None
        self._stage.imports.open()
        self._stage.window.show_page(self._stage.imports)

    def read(self, path: Path) -> None:
        """Read a file of boards; nothing is changed until somebody has seen what is in it."""
        work = partial(_read, path, self._language(), self._media)
        self._errands.do(work, self._came, self._not_read)

    def _came(self, imported: Imported) -> None:
        self._imported = imported
        self._stage.imports.show_report(imported.report)

    def _not_read(self, error: Exception) -> None:
        self._stage.imports.show_problem(explain(error))

    def _add(self) -> None:
        session = self._session()
        if session is not None and self._imported is not None:
            first, edit = add_boards(session.boards, self._imported.boards)
            if self._do(edit):
                session.open(first)

    def _replace(self) -> None:
        if self._imported is not None:
            self._do(replace_all(self._imported.boards))

    def _do(self, edit: Edit) -> bool:
        """Through the session, which warns before urgent words go."""
        session = self._session()
        self._stage.window.show_board()
        return session is not None and session.do(edit)

    # Into a file ------------------------------------------------------------------------------

    def _open_export(self) -> None:
        session = self._session()
        if session is not None:
            board = session.board
            self._stage.exports.open(session.boards.name, board.title)
            self._stage.window.show_page(self._stage.exports)

    def _write(self, path: Path, whole: bool) -> None:
        self._wanted = (path, whole)
        if self._saver.is_settled:
            self._write_saved()  # else once the newest state is on the disk

    def _write_saved(self) -> None:
        """Write the boards as they lie on the disk, where all their pictures are."""
        session, wanted = self._session(), self._wanted
        self._wanted = None
        if session is None or wanted is None:
            return
        path, whole = wanted
        boards = self._saver.newest or session.boards
        board = None if whole else boards.boards[session.board.id]
        work = partial(_written, boards, board, path, self._cached)
        self._errands.do(work, partial(self._told, path), self._not_written)

    def _not_saved(self, error: StoreError) -> None:
        if self._wanted is not None:
            self._wanted = None
            self._not_written(error)

    def _told(self, path: Path, written: Written) -> None:
        text = self.tr("Written: {} ({} boards, {} pictures and sounds)").format(
            path, written.boards, written.pictures
        )
        self._stage.exports.show_result(text)

    def _not_written(self, error: Exception) -> None:
        self._stage.exports.show_result(explain(error))


def _written(boards: BoardSet, board: Board | None, path: Path, cached: Cached) -> Written:
    """Any thread."""
    if board is None:
        return write_package(boards, path, cached)
    return write_alone(boards, board, path, cached)


def _read(path: Path, language: str, media: MediaKeeper) -> Imported:
    """What is in the file, its pictures and sounds kept here: the file may go. Any thread."""
    imported = import_file(path, language)
    return replace(imported, boards=kept(imported.boards, media))


def kept(boards: BoardSet, media: MediaKeeper) -> BoardSet:
    """The boards with their pictures and sounds among one's own files. Any thread.

    They do not need the file that they came from any more.
    """
    with MediaSource(boards.source) as source:
        found = {
            name: replace(
                board,
                images=_each(board.images, partial(_kept, source, media.add_image)),
                sounds=_each(board.sounds, partial(_kept, source, media.add_sound)),
            )
            for name, board in boards.boards.items()
        }
    return replace(boards, boards=MappingProxyType(found), source=boards.source.parent)


def _each(items: Mapping[str, _Media], change: Callable[[_Media], _Media]) -> Mapping[str, _Media]:
    return MappingProxyType({name: change(item) for name, item in items.items()})


def _kept(source: MediaSource, add: Callable[[bytes], str], item: _Media) -> _Media:
    if not item.path or item.data:
        return item
    try:
        return replace(item, path=add(source.read(item.path)))
    except PictogramError:
        return item  # the report has named it already
