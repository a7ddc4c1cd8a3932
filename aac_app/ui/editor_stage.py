"""Where editing is seen: the panel beside the board, and pages that take the board's place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from aac_app.editing.suggestions import Suggestion
from aac_app.ui.board_editor import BoardEditor
from aac_app.ui.cell import Cell
from aac_app.ui.editor_gestures import EditorGestures
from aac_app.ui.export_page import ExportPage
from aac_app.ui.import_page import ImportPage
from aac_app.ui.lock_page import Asking, LockPage
from aac_app.ui.main_window import MainWindow
from aac_app.ui.picture_chooser import PictureChooser
from aac_app.ui.print_page import PrintPage
from aac_app.ui.sound_chooser import SoundChooser
from aac_app.ui.theme import Theme
from aac_app.ui.word_list_page import WordListPage


class EditorStage(QObject):
    """Owns the editor's widgets and puts them into the window."""

    def __init__(
        self, window: MainWindow, theme: Theme, draw: Callable[[Suggestion], QPixmap | None]
    ) -> None:
        super().__init__(window)
        self.window = window
        self.panel = BoardEditor(draw)
        self.words = WordListPage(draw)
        self.lock = LockPage()
        self.chooser = PictureChooser(theme)
        self.sounds = SoundChooser()
        self.imports, self.exports = ImportPage(), ExportPage()
        self.printing = PrintPage()
        self.gestures = EditorGestures(window.board)
        window.add_panel(self.panel)
        pages = (self.words, self.lock, self.chooser, self.sounds, self.imports, self.exports)
        for page in (*pages, self.printing):
            window.add_page(page)

    def show(self, *, editing: bool) -> None:
        """Put the panel in the place of the tools, or take it away again."""
        self.window.show_panel(self.panel if editing else None)
        self.gestures.switch(on=editing)

    def present(self, open_: Callable[[], None], name: str) -> None:
        """Show one of the editor's pages as somebody comes to it; for a picture of it."""
        if name == "lock":
            self.lock.ask(Asking.PIN)
            self.window.show_page(self.lock)
            return
        open_()
        word = next(cell for cell in self.window.board.cells() if not _is_empty(cell))
        empty = next((cell for cell in self.window.board.cells() if _is_empty(cell)), word)
        (empty if name == "new" else word).click()
        page = {"board": self.panel.board, "find": self.panel.finder, "more": self.panel.more}
        self.panel.show_page(page.get(name, self.panel.word))
        if name == "list":
            self.panel.more.words.click()
        elif name == "picture":
            self.panel.word.looks.other_picture.click()

    def use_theme(self, theme: Theme) -> None:
        self.chooser.use_theme(theme)

    def use_text_scale(self, scale: float) -> None:
        self.panel.use_text_scale(scale)


def _is_empty(cell: Cell) -> bool:
    return cell.marks is not None and cell.marks.is_empty
