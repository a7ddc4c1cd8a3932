"""What can be done with the selected cells: hear, move, copy, hide, fix, remove."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aac_app.editing import buttons
from aac_app.editing.grids import is_locked
from aac_app.editing.session import EditingSession
from aac_app.ui.editor_fields import in_columns, press


class WordTools(QWidget):
    """Presses that work on the selection. Every one is also reached by keyboard and switch."""

    edit_wanted = Signal(object)
    heard = Signal()
    moving_wanted = Signal(bool)
    """The next cell that is selected is where the words go."""
    several_wanted = Signal(bool)
    """Each cell that is selected is added to the selection."""
    copied = Signal()
    cut = Signal()
    pasted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._session: EditingSession | None = None
        self.several = press(self._several, checkable=True)
        self.move_ = press(self._move, checkable=True)
        self.hear = press(self.heard.emit)
        self.copy = press(self.copied.emit)
        self.cut_ = press(self.cut.emit)
        self.paste = press(self.pasted.emit)
        self.hide_ = press(self._hide)
        self.lock = press(self._lock)
        self.remove = press(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        tools = (self.several, self.move_, self.hear, self.copy, self.cut_, self.paste)
        column.addLayout(in_columns((*tools, self.hide_, self.lock, self.remove), 3))
        self.retranslate()

    def show_session(self, session: EditingSession, *, moving: bool, several: bool) -> None:
        self._session = session
        has_words = bool(session.buttons)
        for button in (self.hear, self.copy, self.cut_, self.hide_, self.lock, self.remove):
            button.setEnabled(has_words)
        for button in (self.hide_, self.lock, self.remove, self.copy, self.cut_):
            button.setVisible(has_words)
        for button in (self.move_, self.hear):
            button.setVisible(has_words or moving)
        self.paste.setEnabled(bool(session.clip and session.selection))
        self.move_.setChecked(moving)
        self.several.setChecked(several)
        self.retranslate()

    def retranslate(self) -> None:
        for button, sign, name in (
            (self.several, "", self.tr("Several")),
            (self.move_, "", self.tr("Move")),
            (self.hear, "▶", self.tr("Hear")),
            (self.copy, "", self.tr("Copy")),
            (self.cut_, "", self.tr("Cut")),
            (self.paste, "", self.tr("Paste")),
            (self.hide_, "", self.tr("Show") if self._are_hidden else self.tr("Hide")),
            (self.lock, "", self.tr("Let move") if self._are_locked else self.tr("Fix place")),
            (self.remove, "✕", self.tr("Remove")),
        ):
            button.show_name(sign, name)

    @property
    def _are_hidden(self) -> bool:
        found = self._session.buttons if self._session else []
        return bool(found) and all(button.hidden for button in found)

    @property
    def _are_locked(self) -> bool:
        found = self._session.buttons if self._session else []
        return bool(found) and all(is_locked(button) for button in found)

    def _several(self) -> None:
        self.several_wanted.emit(self.several.isChecked())

    def _move(self) -> None:
        self.moving_wanted.emit(self.move_.isChecked())

    def _hide(self) -> None:
        if self._session:
            wanted = not self._are_hidden
            edit = buttons.hide(self._session.board, self._session.ids, hidden=wanted)
            self.edit_wanted.emit(edit)

    def _lock(self) -> None:
        if self._session:
            wanted = not self._are_locked
            edit = buttons.lock(self._session.board, self._session.ids, locked=wanted)
            self.edit_wanted.emit(edit)

    def _remove(self) -> None:
        if self._session:
            self.edit_wanted.emit(buttons.remove(self._session.board, self._session.ids))
