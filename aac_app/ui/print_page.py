"""Boards on paper: which, on what, and where the file goes. A page, never a dialog."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from aac_app.print_options import Paper, PrintOptions
from aac_app.ui.credit import credit
from aac_app.ui.fitting import FittedButton
from aac_app.ui.middle_page import MiddlePage, Scrolled
from aac_app.ui.settings_controls import Choice, Switch
from aac_app.ui.theme import MIN_TARGET

_UNFIT = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_FOLDERS = (
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


class PrintPage(MiddlePage):
    """Asks for a print by `print_asked`; told how it goes by `show_progress` and `show_result`."""

    print_asked = Signal(object, bool, object)
    """pathlib.Path of a .pdf or .png; whether the whole vocabulary; PrintOptions"""
    cancel_asked = Signal()
    open_asked = Signal(object)
    """pathlib.Path: show the finished file in the program that the computer has for it"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board, self._all = "", ""
        self._options = PrintOptions()
        self._file: Path | None = None
        self._is_busy = False
        self.close_button, self.make_button = FittedButton(), FittedButton()
        self.open_button = FittedButton()
        self.field, self.bar, self.notice = QLineEdit(), QProgressBar(), QLabel()
        self.what = self.paper = self.turn = self.kind = Choice((), None)
        self.cut = Switch("", is_on=False)
        self._credit = QLabel()
        self._form = QFormLayout()
        self._lay_out()
        self.close_button.clicked.connect(self.leave)
        self.make_button.clicked.connect(self._make)
        self.open_button.clicked.connect(self._open)

    def open(self, vocabulary: str, board: str, language: str) -> None:
        """Begin, for the boards of this name and the one that is on the screen."""
        self._all, self._board = vocabulary, board
        self._options = replace(self._options, language=language)
        self.notice.clear()
        self.bar.hide()
        self.open_button.hide()
        self.retranslate()
        self.make_button.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """How many pages are drawn."""
        self._is_busy = True
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.show()
        self._name_make()

    def show_result(self, file: Path | None, problem: str) -> None:
        """The file is there, or why it is not; neither where it was cancelled."""
        self._is_busy, self._file = False, file
        self.bar.hide()
        text = problem or (self.tr("Written: {}").format(file) if file else "")
        self.notice.setText(text)
        self.notice.setAccessibleName(text)
        self.open_button.setVisible(file is not None)
        self._name_make()
        (self.open_button if file is not None else self.make_button).setFocus()

    @property
    def options(self) -> PrintOptions:
        return PrintOptions(
            paper=self.paper.currentData(),
            portrait=self.turn.currentData(),
            cut_lines=self.cut.isChecked(),
            language=self._options.language,
        )

    def _make(self) -> None:
        if self._is_busy:
            self.cancel_asked.emit()
            return
        is_picture = self.kind.currentData() == ".png"
        self.open_button.hide()
        self.notice.clear()
        file = Path(self.field.text().strip()).expanduser()
        whole = self.what.currentData() == "all" and not is_picture
        self.print_asked.emit(file.with_suffix(self.kind.currentData()), whole, self.options)

    def _open(self) -> None:
        if self._file is not None:
            self.open_asked.emit(self._file)

    def leave(self) -> None:
        self.cancel_asked.emit()
        self.closed.emit()

    def _chosen(self, _value: object = None) -> None:
        """What is printed decides the file's name, and a picture holds one board."""
        is_picture = self.kind.currentData() == ".png"
        self.what.setEnabled(not is_picture)
        whole = self.what.currentData() == "all" and not is_picture
        name = (self._all if whole else self._board).translate(_UNFIT).strip(". ") or "aac"
        found = (QStandardPaths.writableLocation(place) for place in _FOLDERS)
        folder = next((Path(one) for one in found if one and Path(one).is_dir()), Path.home())
        self.field.setText(str(folder / f"{name}{self.kind.currentData()}"))

    def retranslate(self) -> None:
        self.close_button.show_name("←", self.tr("Back to the board"))
        self.open_button.show_name("", self.tr("Open the file"))
        self._credit.setText(credit())
        self._name_make()
        while self._form.rowCount():
            self._form.removeRow(0)
        self.what = Choice(self._boards(), "all")
        self.kind = Choice([(".pdf", "PDF"), (".png", self.tr("Picture (PNG)"))], ".pdf")
        self.paper = Choice(self._papers(), self._options.paper)
        self.turn = Choice([(False, self.tr("Wide")), (True, self.tr("Upright"))], False)
        self.cut = Switch(self.tr("Lines to cut along"), is_on=False)
        self.field = QLineEdit()
        self.field.setMinimumHeight(MIN_TARGET)
        for name, control in (
            (self.tr("What"), self.what),
            (self.tr("As"), self.kind),
            (self.tr("Paper"), self.paper),
            (self.tr("The sheet"), self.turn),
            (self.tr("File"), self.field),
        ):
            control.setAccessibleName(name)
            self._form.addRow(QLabel(name), control)
        self._form.addRow(self.cut)
        self.what.picked.connect(self._chosen)
        self.kind.picked.connect(self._chosen)
        self._chosen()

    def _boards(self) -> list[tuple[str, str]]:
        one = self.tr("This board: {}").format(self._board)
        return [("all", self.tr("The whole vocabulary, a page for each board")), ("one", one)]

    def _papers(self) -> list[tuple[Paper, str]]:
        return [(Paper.A4, "A4"), (Paper.A3, "A3"), (Paper.LETTER, self.tr("Letter"))]

    def _name_make(self) -> None:
        busy = self.tr("Stop")
        self.make_button.show_name("", busy if self._is_busy else self.tr("Make the file"))

    def _lay_out(self) -> None:
        for label in (self.notice, self._credit):
            label.setWordWrap(True)
            label.setObjectName("status")
        self.make_button.setObjectName("speak")
        self.bar.setMinimumHeight(MIN_TARGET)
        below = Scrolled()
        below.column.addLayout(self._form)
        for label in (self.notice, self._credit):
            below.column.addWidget(label)
        below.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.close_button)
        layout.addWidget(below, 1)
        for widget in (self.bar, self.open_button, self.make_button):
            layout.addWidget(widget)
        for button in (self.close_button, self.make_button, self.open_button):
            button.setFixedHeight(MIN_TARGET + 6)
        self.bar.hide()
        self.open_button.hide()
