"""What is pressed, dragged and keyed on the board while it is edited, taken to the session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from aac_app.editing import buttons, clipboard, moving
from aac_app.editing.edit import EditKind, RefusedError
from aac_app.editing.grids import Place, button_at, places
from aac_app.editing.view import place_in_view
from aac_app.editor_desk import EditorDesk
from aac_app.editor_pictures import EditorPictures
from aac_app.ui.editor_fields import TextEntry
from aac_app.ui.editor_stage import EditorStage
from pictograms.board import Button


class EditorPresses(QObject):
    """Every press ends here, by whatever access method. GUI thread."""

    def __init__(
        self,
        stage: EditorStage,
        desk: EditorDesk,
        pictures: EditorPictures,
        written: Callable[[], str],
    ) -> None:
        """`written`: the words of the message."""
        super().__init__(stage)
        self._stage, self._desk, self._pictures, self._written = stage, desk, pictures, written
        self._connect_tools()
        self._connect_gestures()

    def press(self, button: Button) -> None:
        """A cell was selected, by whatever access method."""
        session = self._desk.session
        place = place_in_view(session.board, button) if session else None
        if session is None or place is None:
            return
        self._stage.panel.word.texts.commit()
        if self._desk.is_moving:
            self._move_to(place)
        elif self._desk.takes_several:
            session.toggle(place)
        else:
            self._stage.panel.word.texts.clear()
            session.select([place])
            self._stage.panel.show_page(self._stage.panel.word)
            if button_at(session.board, place) is None:
                self._stage.panel.word.texts.label.setFocus()

    def _move_to(self, place: Place) -> None:
        session = self._desk.session
        assert session is not None
        self._desk.is_moving = False
        if session.selection:
            first = session.selection[0]
            down, right = place.row - first.row, place.column - first.column
            self._desk.do(moving.move(session.board, session.selection, down, right))

    def _dragged(self, button: Button, onto: Button) -> None:
        session = self._desk.session
        if session is None:
            return
        start, end = place_in_view(session.board, button), place_in_view(session.board, onto)
        if start is None or end is None:
            return
        if start not in session.selection:
            session.select([start])
        step = end.row - start.row, end.column - start.column
        self._desk.do(moving.move(session.board, session.selection, *step))

    def _moved_by_key(self, button: Button, down: int, right: int) -> None:
        session = self._desk.session
        place = place_in_view(session.board, button) if session else None
        if session is None or place is None:
            return
        if place not in session.selection:
            session.select([place])
        if self._desk.do(moving.move(session.board, session.selection, down, right)):
            self._desk.focus(place.moved(down, right))

    def _added(self, button: Button) -> None:
        place = place_in_view(self._desk.session.board, button) if self._desk.session else None
        if self._desk.session and place:
            self._desk.session.toggle(place)

    def _keyed(self, key: QKeySequence.StandardKey) -> None:
        keys = QKeySequence.StandardKey
        {
            keys.Undo: self._desk.undo,
            keys.Redo: self._desk.redo,
            keys.Copy: self._copy,
            keys.Cut: self._cut,
            keys.Paste: self._paste,
            keys.SelectAll: self._select_all,
            keys.Delete: self._remove,
            keys.Find: self._find,
            keys.Cancel: self._cancel,
        }[key]()

    def _copy(self) -> None:
        if self._desk.session and self._desk.session.buttons:
            self._desk.session.clip = clipboard.copied(
                self._desk.session.board, self._desk.session.selection
            )
            self._desk.refresh()

    def _cut(self) -> None:
        session = self._desk.session
        if session and session.buttons:
            self._copy()
            self._desk.do(buttons.remove(session.board, session.ids, EditKind.CUT))

    def _paste(self) -> None:
        session = self._desk.session
        if session is None or not (session.clip and session.selection):
            return
        at, clip = session.selection[0], session.clip
        try:
            where = clipboard.pasted(session.board, at, clip)[1]
        except RefusedError:
            where = None
        session.do(clipboard.paste(session.board, at, clip), select=where)

    def _remove(self) -> None:
        if self._desk.session and self._desk.session.buttons:
            self._desk.do(buttons.remove(self._desk.session.board, self._desk.session.ids))

    def _select_all(self) -> None:
        if self._desk.session:
            board = self._desk.session.board
            self._desk.session.select(p for p in places(board) if button_at(board, p))

    def _find(self) -> None:
        self._stage.panel.show_page(self._stage.panel.finder)
        self._stage.panel.finder.search.setFocus()

    def _cancel(self) -> None:
        if self._desk.is_moving or self._desk.takes_several:
            self._desk.is_moving = self._desk.takes_several = False
            self._desk.refresh()
        elif self._desk.session and self._desk.session.selection:
            self._desk.session.select(())
        else:
            self._desk.close()

    def _photo_dropped(self, button: Button, path: Path) -> None:
        session = self._desk.session
        place = place_in_view(session.board, button) if session else None
        if session is not None and place is not None:
            session.select([place])
            self._pictures.take_file(path)

    def _write(self, entry: TextEntry) -> None:
        text = self._written()
        if text:
            entry.take(text)
        else:
            self._desk.tell(self.tr("The message is empty: write there first, with the boards."))

    def _move(self, on: bool) -> None:
        self._desk.is_moving, self._desk.takes_several = on, False
        self._desk.refresh()

    def _take_several(self, on: bool) -> None:
        self._desk.takes_several, self._desk.is_moving = on, False
        self._desk.refresh()

    def _connect_gestures(self) -> None:
        gestures = self._stage.gestures
        gestures.dragged.connect(self._dragged)
        gestures.moved.connect(self._moved_by_key)
        gestures.added.connect(self._added)
        gestures.keyed.connect(self._keyed)
        gestures.photo_dropped.connect(self._photo_dropped)

    def _connect_tools(self) -> None:
        page = self._stage.panel.word
        page.texts.message_wanted.connect(self._write)
        self._stage.panel.board.message_wanted.connect(self._write)
        page.tools.moving_wanted.connect(self._move)
        page.tools.several_wanted.connect(self._take_several)
        page.tools.copied.connect(self._copy)
        page.tools.cut.connect(self._cut)
        page.tools.pasted.connect(self._paste)
