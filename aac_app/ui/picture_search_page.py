"""The page on which a picture is searched: a word, what was found, and the picture in hand."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from aac_app.ui.credit import credit
from aac_app.ui.fitting import FittedButton
from aac_app.ui.picture_hits import PictureHits
from aac_app.ui.picture_preview import PicturePreview
from aac_app.ui.settings_controls import Switch
from aac_app.ui.theme import MIN_TARGET, Theme


class PictureSearchPage(QWidget):
    """Lays the parts out; what they do, the chooser decides."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._may_ask = False
        self.field = QLineEdit()
        self.close_button, self.search_button = FittedButton(), FittedButton()
        self.file_button, self.paste_button = FittedButton(), FittedButton()
        self.none_button, self.fetch_button = FittedButton(), FittedButton()
        self.grown_up = Switch("", is_on=False)
        self.hits, self.preview = PictureHits(theme), PicturePreview()
        self.notice, self._place, self._credit = QLabel(), QLabel(), QLabel()
        self._lay_out()
        self.retranslate()

    def tell(self, text: str) -> None:
        """One quiet line."""
        self.notice.setText(text)
        self.notice.setAccessibleName(text)

    def show_reach(self, *, may_ask: bool) -> None:
        """Say whether what is typed leaves this computer."""
        self._may_ask = may_ask
        self._place.setText(
            self.tr("ARASAAC is asked too: the word that you search is sent there.")
            if may_ask
            else self.tr("Only this computer is searched; nothing is sent anywhere.")
        )
        self.fetch_button.setVisible(not may_ask)

    def retranslate(self) -> None:
        self.close_button.show_name("←", self.tr("Back"))
        self.search_button.show_name("🔍", self.tr("Search"))
        self.file_button.show_name("🖼", self.tr("From a file"))
        self.paste_button.show_name("📋", self.tr("From the clipboard"))
        self.none_button.show_name("∅", self.tr("No picture"))
        self.fetch_button.show_name("", self.tr("Fetch from ARASAAC"))
        self.grown_up.show_name("", self.tr("Show pictures about sex and violence"))
        self.field.setPlaceholderText(self.tr("What the picture is to show"))
        self.field.setAccessibleName(self.tr("What the picture is to show"))
        self.show_reach(may_ask=self._may_ask)
        self._credit.setText(credit())
        self.preview.retranslate()

    def _lay_out(self) -> None:
        top, kinds, place = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.close_button, 1)
        top.addWidget(self.field, 4)
        top.addWidget(self.search_button, 1)
        for button in (self.file_button, self.paste_button, self.none_button, self.grown_up):
            kinds.addWidget(button, 1)
        place.addWidget(self._place, 1)
        place.addWidget(self.fetch_button)
        for widget in (
            *(self.close_button, self.search_button, self.file_button, self.paste_button),
            *(self.none_button, self.grown_up, self.fetch_button, self.field),
        ):
            widget.setMinimumHeight(MIN_TARGET + 4)
        self.fetch_button.setMinimumWidth(220)
        for label in (self.notice, self._place, self._credit):
            label.setWordWrap(True)
            label.setObjectName("status")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        left = QVBoxLayout()
        left.addLayout(place)
        left.addWidget(self.notice)
        left.addWidget(self.hits, 1)
        grid.addLayout(top, 0, 0, 1, 2)
        grid.addLayout(kinds, 1, 0, 1, 2)
        grid.addLayout(left, 2, 0)
        grid.addWidget(self.preview, 2, 1)
        self.preview.add_note(self._credit)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(2, 1)
