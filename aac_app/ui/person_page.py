"""One person's name and picture, changed on a page of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from aac_app.ui.fitting import FittedButton
from aac_app.ui.middle_page import MiddlePage
from aac_app.ui.people_page import TARGET, Tile
from aac_app.ui.person_button import PersonButton

EMOJI = (
    *("🦊", "🐻", "🐱", "🐶", "🐰", "🦁", "🐸", "🦄", "🐢", "🐬"),
    *("🌻", "🌈", "⭐", "🌙", "🔥", "🍓", "⚽", "🎵", "🚀", "🎨"),
)
_COLUMNS = 10


class PersonPage(MiddlePage):
    """Announces what is to be changed. Every change counts at once; there is nothing to save."""

    name_changed = Signal(str)
    emoji_chosen = Signal(str)
    search_asked = Signal()
    """A pictogram is to be looked for."""
    file_asked = Signal()
    paste_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.close_button, self.file_button = FittedButton(), FittedButton()
        self.paste_button, self.remove_button = FittedButton(), FittedButton()
        self.search_button = FittedButton()
        self.name = QLineEdit()
        self.name.setMinimumHeight(TARGET)
        self.face = PersonButton()
        self.face.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.face.setEnabled(False)
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self._name_label, self._emoji_label = QLabel(), QLabel()
        self.emoji = [FittedButton(growth=3.0) for _ in EMOJI]
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_person(self, tile: Tile, *, can_remove: bool) -> None:
        """Fill the page; a name that is being written is left alone."""
        if self.name.text().strip() != tile.name:
            self.name.setText(tile.name)
        self.face.show_person(tile.name, tile.emoji, tile.pixmap)
        for button, emoji in zip(self.emoji, EMOJI, strict=True):
            button.setChecked(tile.pixmap is None and emoji == tile.emoji)
        self.remove_button.setEnabled(can_remove)
        self.tell(tile.problem)

    def tell(self, text: str) -> None:
        """One line; an empty one takes it away."""
        self.notice.setText(text)
        self.notice.setAccessibleName(text)
        self.notice.setVisible(bool(text))

    def retranslate(self) -> None:
        self.close_button.show_name("←", self.tr("Done"))
        self.search_button.show_name("⌕", self.tr("Look for a pictogram"))
        self.file_button.show_name("🖼", self.tr("A picture from a file"))
        self.paste_button.show_name("📋", self.tr("The picture that was copied"))
        self.remove_button.show_name("✕", self.tr("Remove this person"))
        self._name_label.setText(self.tr("Name"))
        self._emoji_label.setText(self.tr("Picture"))
        self.name.setAccessibleName(self.tr("Name"))

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.name.editingFinished.connect(lambda: self.name_changed.emit(self.name.text()))
        self.name.returnPressed.connect(self.close_button.setFocus)
        self.search_button.clicked.connect(self.search_asked)
        self.file_button.clicked.connect(self.file_asked)
        self.paste_button.clicked.connect(self.paste_asked)
        self.remove_button.clicked.connect(self.remove_asked)
        for button, emoji in zip(self.emoji, EMOJI, strict=True):
            button.show_name("", emoji)
            button.setCheckable(True)
            button.clicked.connect(partial(self._emoji_pressed, emoji))

    def _emoji_pressed(self, emoji: str, _checked: bool = False) -> None:
        self.emoji_chosen.emit(emoji)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for at, button in enumerate(self.emoji):
            button.setMinimumSize(TARGET, TARGET)
            grid.addWidget(button, at // _COLUMNS, at % _COLUMNS)
        below = QHBoxLayout()
        for button in (
            self.search_button,
            self.file_button,
            self.paste_button,
            self.remove_button,
        ):
            button.setMinimumHeight(TARGET)
            below.addWidget(button, 1)
        fields = QVBoxLayout()
        for widget in (self._name_label, self.name):
            fields.addWidget(widget)
        fields.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.face)
        top.addLayout(fields, 1)
        self.close_button.setMinimumHeight(TARGET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.close_button)
        layout.addLayout(top)
        layout.addWidget(self._emoji_label)
        layout.addLayout(grid, 1)
        layout.addWidget(self.notice)
        layout.addLayout(below)
        QWidget.setTabOrder(self.close_button, self.name)
