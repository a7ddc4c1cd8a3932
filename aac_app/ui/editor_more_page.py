"""The rest of what the editor does: boards from and to files, who may edit, what is saved."""

from __future__ import annotations

from PySide6.QtCore import Signal

from aac_app.ui.editor_fields import Page, heading, note, press


class MorePage(Page):
    """Presses that lead to pages of their own."""

    list_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    print_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.keys, self.saved = heading(), note(), note()
        self.words = press(self.list_wanted.emit)
        self.import_ = press(self.import_wanted.emit)
        self.export = press(self.export_wanted.emit)
        self.print_ = press(self.print_wanted.emit)
        self.lock = press(self.lock_wanted.emit)
        ways = (self.words, self.import_, self.export, self.print_, self.lock)
        for widget in (self.title, *ways):
            self.column.addWidget(widget)
        self.column.addWidget(self.saved)
        self.column.addWidget(self.keys)
        self.column.addStretch(1)
        self.retranslate()

    def show_saved(self, text: str) -> None:
        self.saved.setText(text)

    def retranslate(self) -> None:
        self.title.setText(self.tr("More"))
        self.words.show_name("", self.tr("Words from a list…"))
        self.import_.show_name("", self.tr("Boards from a file…"))
        self.export.show_name("", self.tr("Boards into a file…"))
        self.print_.show_name("", self.tr("Print…"))
        self.lock.show_name("", self.tr("Who may edit…"))
        self.keys.setText(
            self.tr(
                "Keys on the board: arrows go from cell to cell, Enter selects, Ctrl and an "
                "arrow moves a word, Delete removes it, Ctrl+C, Ctrl+X and Ctrl+V copy, cut and "
                "paste, Ctrl+Z takes back, Ctrl+F finds. A word can also be dragged."
            )
        )
