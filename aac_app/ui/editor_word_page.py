"""The page of the selected cells: a new word in an empty one, or all about one or many buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from aac_app.editing.session import EditingSession
from aac_app.editing.suggestions import Suggestion
from aac_app.ui.editor_deeds import WordDeeds
from aac_app.ui.editor_fields import Page, heading, note
from aac_app.ui.editor_looks import WordLooks
from aac_app.ui.editor_texts import WordTexts
from aac_app.ui.editor_tools import WordTools


class WordPage(Page):
    """Shows what is selected; its parts announce the edits."""

    def __init__(self, draw: Callable[[Suggestion], QPixmap | None]) -> None:
        super().__init__()
        self._session: EditingSession | None = None
        self.title, self.hint, self.beyond = heading(), note(), note()
        self.texts, self.tools = WordTexts(), WordTools()
        self.looks, self.deeds = WordLooks(draw), WordDeeds()
        parts = (self.title, self.hint, self.beyond, self.texts, self.tools, self.looks)
        for part in (*parts, self.texts.others, self.deeds):
            self.column.addWidget(part)
        self.column.addStretch(1)
        for part in (self.texts, self.tools, self.looks, self.deeds):
            part.edit_wanted.connect(self.edit_wanted)

    def show_session(self, session: EditingSession, *, moving: bool, several: bool) -> None:
        self._session = session
        self.texts.show_session(session)
        self.tools.show_session(session, moving=moving, several=several)
        self.looks.show_session(session)
        self.deeds.show_session(session)
        self._name(moving, several)

    def show_extent(self, rows: int, columns: int) -> None:
        """Tell where a selected cell is not shown in use."""
        where = self._session.selection if self._session else ()
        is_beyond = any(place.row >= rows or place.column >= columns for place in where)
        text = self.tr("Not shown at the size of board that the settings ask for.")
        self.beyond.setText(text if is_beyond else "")
        self.beyond.setVisible(is_beyond)

    def retranslate(self) -> None:
        for part in (self.texts, self.tools, self.looks, self.deeds):
            part.retranslate()
        self._name(moving=False, several=False)

    def _name(self, moving: bool, several: bool) -> None:
        session = self._session
        if session is None:
            return
        found = session.buttons
        if not session.selection:
            title = self.tr("Nothing is selected")
        elif not found:
            title = self.tr("A new word")
        elif len(found) == 1:
            title = found[0].label or self.tr("A button without a word")
        else:
            title = self.tr("{} words").format(len(found))
        self.title.setText(title)
        self.hint.setText(self._hint(moving, several))
        self.hint.setVisible(bool(self.hint.text()))

    def _hint(self, moving: bool, several: bool) -> str:
        if moving:
            return self.tr("Press the cell that it goes to.")
        if several:
            return self.tr("Each cell you press is selected too, or no longer.")
        if self._session is not None and not self._session.selection:
            return self.tr("Press a word to change it, or an empty cell (+) for a new word.")
        return ""
