"""A list of words becomes buttons: pasted, looked through with their pictures, put on a board."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from aac_app.editing.suggestions import Suggestion
from aac_app.editing.wordlist import ListedWord, words_in
from aac_app.ui.editor_fields import TextEntry, heading, in_columns, press
from aac_app.ui.editor_looks import PictureButton
from aac_app.ui.middle_page import MiddlePage
from aac_app.ui.theme import MIN_TARGET
from pictograms.pictogram import WordClass

_OFFERED = 5


class _Row(QWidget):
    """One word with its pictures; the ticked one is taken."""

    def __init__(self, word: str, draw: Callable[[Suggestion], QPixmap | None]) -> None:
        super().__init__()
        self.word = word
        self._draw = draw
        self._offered: tuple[Suggestion, ...] = ()
        self._chosen = 0
        self._is_own_choice = False
        self.label = QLabel(word)
        self.label.setWordWrap(True)
        self.offers = [PictureButton() for _ in range(_OFFERED)]
        self.none = press(partial(self._choose, -1), checkable=True)
        self.none.setFixedHeight(MIN_TARGET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 3)
        for place, offer in enumerate(self.offers):
            offer.clicked.connect(partial(self._choose, place))
            row.addWidget(offer, 2)
        row.addWidget(self.none, 2)

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """The first picture is taken unless somebody has chosen already."""
        chosen = self.chosen
        self._offered = tuple(suggestions[:_OFFERED])
        for place, button in enumerate(self.offers):
            button.setVisible(place < len(self._offered))
            if place < len(self._offered):
                suggestion = self._offered[place]
                button.show_picture(self._draw(suggestion), suggestion.label)
                button.setAccessibleName(f"{self.word}: {suggestion.label} {place + 1}")
        if not self._is_own_choice:
            self._chosen = 0 if self._offered else -1
        elif chosen is not None:
            self._chosen = self._offered.index(chosen) if chosen in self._offered else -1
        self._tick()

    @property
    def chosen(self) -> Suggestion | None:
        in_range = 0 <= self._chosen < len(self._offered)
        return self._offered[self._chosen] if in_range else None

    def _choose(self, place: int, _checked: bool = False) -> None:
        self._chosen, self._is_own_choice = place, True
        self._tick()

    def _tick(self) -> None:
        for place, button in enumerate(self.offers):
            button.setChecked(place == self._chosen)
        self.none.setChecked(self._chosen < 0)


class WordListPage(MiddlePage):
    """First the list, then its words with pictures. Announces what is to be made of them."""

    words_listed = Signal(object)
    """tuple of words: pictures for them are wanted"""
    board_wanted = Signal(str, object)
    """name of a new board, its ListedWords"""
    words_wanted = Signal(object)
    """ListedWords for the empty cells of the open board"""

    def __init__(self, draw: Callable[[Suggestion], QPixmap | None]) -> None:
        super().__init__()
        self._draw = draw
        self._board_name = ""
        self.rows: list[_Row] = []
        self.back = press(self.closed.emit)
        self.title = heading()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.look = press(self._look)
        self.name = TextEntry()
        self.name.from_message.hide()
        self.make, self.put = press(self._make), press(self._put)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.back, self.title):
            layout.addWidget(widget)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.look)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.name)
        layout.addLayout(in_columns((self.make, self.put), 2))
        self.retranslate()

    def open(self, board_name: str) -> None:
        """Begin with an empty list."""
        self._board_name = board_name
        self.text.clear()
        self.name.show_text("")
        self._show_rows(())
        self.retranslate()
        self.text.setFocus()

    def offer(self, word: str, suggestions: Sequence[Suggestion]) -> None:
        """Pictures for a word have been found."""
        for row in self.rows:
            if row.word == word:
                row.offer(suggestions)

    @property
    def words(self) -> tuple[ListedWord, ...]:
        """The list with the pictures that are ticked."""
        return tuple(_listed(row) for row in self.rows)

    def retranslate(self) -> None:
        self.back.show_name("←", self.tr("Back to the board"))
        self.title.setText(self.tr("Words from a list"))
        self.text.setAccessibleName(self.tr("The list of words"))
        begin = self.tr("Paste or write the words here")
        how = self.tr(
            "One word in each line, or parted by commas. Pictures are chosen by the word."
        )
        self.text.setPlaceholderText(f"{begin}\n{how}")
        self.look.show_name("", self.tr("Find their pictures"))
        self.name.use_name(self.tr("Name of the new board"))
        self.name.line.setPlaceholderText(self.tr("Name of the new board"))
        self.make.show_name("+", self.tr("Make a board of them"))
        put = self.tr("Put them into empty cells of “{}”").format(self._board_name)
        self.put.show_name("", put)
        for row in self.rows:
            row.none.show_name("", self.tr("No picture"))
            row.none.setAccessibleName(self.tr("{}: no picture").format(row.word))

    def _look(self) -> None:
        words = words_in(self.text.toPlainText())
        self._show_rows(words)
        self.retranslate()
        if words:
            self.words_listed.emit(words)
            self.name.setFocus()

    def _show_rows(self, words: Sequence[str]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [_Row(word, self._draw) for word in words]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
        has_words = bool(words)
        self.text.setVisible(not has_words)
        self.look.setVisible(not has_words)
        self._scroll.setVisible(has_words)
        self.title.setVisible(not has_words)
        for widget in (self.name, self.make, self.put):
            widget.setVisible(has_words)

    def _make(self) -> None:
        name = " ".join(self.name.line.text().split())
        if name:
            self.board_wanted.emit(name, self.words)
        else:
            self.name.setFocus()

    def _put(self) -> None:
        self.words_wanted.emit(self.words)


def _listed(row: _Row) -> ListedWord:
    chosen = row.chosen
    kind = chosen.word_class if chosen else WordClass.OTHER
    return ListedWord(row.word, chosen.image if chosen else None, kind)
