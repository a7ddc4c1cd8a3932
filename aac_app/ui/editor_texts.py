"""What a button says: label, spoken text, the word for the sentence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from aac_app.editing import buttons
from aac_app.editing.session import EditingSession
from aac_app.ui.editor_fields import VARIOUS, TextEntry, common, press
from pictograms.board import Board

_FIELDS = ("label", "vocalization", "gloss")


class WordTexts(QWidget):
    """Edits the texts of the selected buttons; in an empty cell it writes a new word."""

    edit_wanted = Signal(object)
    word_written = Signal(str)
    """A word for the selected empty cell."""
    typed = Signal(str)
    """What stands in the label's line now: pictures for it may be looked for."""
    message_wanted = Signal(object)
    """TextEntry that wants the message's words"""

    def __init__(self) -> None:
        super().__init__()
        self.entries = {field: TextEntry() for field in _FIELDS}
        self._labels = {field: QLabel() for field in _FIELDS}
        self.add = press(self._add)
        self._board: Board | None = None
        self._ids: tuple[str, ...] = ()
        self._is_empty = True
        self.others = QWidget()
        """The texts beside the label; they stand further down on the page."""
        columns = {True: QVBoxLayout(self), False: QVBoxLayout(self.others)}
        for column in columns.values():
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
        for field, entry in self.entries.items():
            column = columns[field == "label"]
            label = self._labels[field]
            label.setWordWrap(True)
            column.addWidget(label)
            column.addWidget(entry)
            entry.finished.connect(partial(self._finished, field))
            entry.message_wanted.connect(partial(self.message_wanted.emit, entry))
            if field == "label":
                column.addWidget(self.add)
        self.label.line.textEdited.connect(self.typed)
        self.label.line.returnPressed.connect(self._add)
        self.retranslate()

    @property
    def label(self) -> TextEntry:
        return self.entries["label"]

    def show_session(self, session: EditingSession) -> None:
        self.commit()
        found = session.buttons
        was = (self._board.id if self._board else "", self._ids, self._is_empty)
        self._board, self._ids = session.board, tuple(session.ids)
        self._is_empty = not found
        self.setVisible(bool(session.selection))
        self.add.setVisible(self._is_empty)
        same = was == (session.board.id, self._ids, self._is_empty) and self._is_empty
        for field, entry in self.entries.items():
            value = common([getattr(button, field) for button in found])
            hint = self.tr("various") if value is VARIOUS else ""
            if not same:  # a word that is being written for an empty cell stays
                entry.show_text("" if value in (None, VARIOUS) else value, hint)
        self.others.setVisible(bool(found))

    def clear(self) -> None:
        """The word that was written stands on the board now, or the cell was left."""
        for entry in self.entries.values():
            entry.show_text("")

    def commit(self) -> None:
        """Take what was written before the editor goes elsewhere."""
        if not self._is_empty:
            for entry in self.entries.values():
                entry.commit()

    def retranslate(self) -> None:
        names = {
            "label": self.tr("Word"),
            "vocalization": self.tr("Spoken instead"),
            "gloss": self.tr("Word for the sentence"),
        }
        for field, name in names.items():
            self._labels[field].setText(name)
            self.entries[field].use_name(name)
        self.add.show_name("+", self.tr("Put it here"))

    def _finished(self, field: str, text: str) -> None:
        if self._is_empty or self._board is None or not self._ids:
            return
        value = text if field == "label" else (text or None)
        self.edit_wanted.emit(buttons.change(self._board, self._ids, {field: value}))

    def _add(self) -> None:
        text = " ".join(self.label.line.text().split())
        if self._is_empty and text:
            self.word_written.emit(text)
