"""Boards into a file that other programs open: which, and where it goes. A page, never a dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout

from aac_app.ui.credit import credit
from aac_app.ui.editor_fields import heading, note, press
from aac_app.ui.middle_page import MiddlePage, Scrolled
from aac_app.ui.settings_controls import Choice
from aac_app.ui.theme import MIN_TARGET

_UNFIT = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_FOLDERS = (
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


class ExportPage(MiddlePage):
    """Asks for an export; is told how it went."""

    export_asked = Signal(object, bool)
    """pathlib.Path of a .obz or .obf; whether the whole vocabulary"""

    def __init__(self) -> None:
        super().__init__()
        self._all, self._board = "", ""
        self.back = press(self.closed.emit)
        self.title, self.result, self.hint = heading(), heading(), note()
        self.what_label, self.where_label = QLabel(), QLabel()
        self.what = Choice((), None)
        self.field = QLineEdit()
        self.make = press(self._make)
        self.field.setMinimumHeight(MIN_TARGET)
        below = Scrolled()
        for widget in (
            self.title,
            self.what_label,
            self.what,
            self.where_label,
            self.field,
            self.result,
            self.hint,
        ):
            below.column.addWidget(widget)
        below.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.back)
        column.addWidget(below, 1)
        column.addWidget(self.make)
        self.what.picked.connect(self._chosen)
        self.retranslate()

    def open(self, vocabulary: str, board: str) -> None:
        """Begin, for the boards of this name and the one that is open."""
        self._all, self._board = vocabulary, board
        self.retranslate()
        self.what.setCurrentIndex(0)
        self._chosen()
        self.show_result("")
        self.make.setFocus()

    def show_result(self, text: str) -> None:
        """The file is there, or why it is not."""
        self.result.setText(text)
        self.result.setAccessibleName(text)
        self.make.setEnabled(True)

    def retranslate(self) -> None:
        self.back.show_name("←", self.tr("Back to the board"))
        self.title.setText(self.tr("Boards into a file"))
        self.what_label.setText(self.tr("Which boards"))
        self.what.setAccessibleName(self.tr("Which boards"))
        self.where_label.setText(self.tr("Into which file"))
        self.field.setAccessibleName(self.tr("Into which file"))
        self.make.show_name("", self.tr("Write the file"))
        told = self.tr("Every communicator that reads the Open Board Format opens it.")
        self.hint.setText(f"{told}\n\n{credit()}")
        current = self.what.currentData() or "all"
        options = [
            ("all", self.tr("All boards")),
            ("one", self.tr("Only “{}”").format(self._board)),
        ]
        self.what.show_options(options, current)

    @property
    def _is_whole(self) -> bool:
        return bool(self.what.currentData() != "one")

    def _chosen(self, _value: object = None) -> None:
        name = self._all if self._is_whole else self._board
        stem = name.translate(_UNFIT).strip(" .") or "boards"
        suffix = ".obz" if self._is_whole else ".obf"
        places = (QStandardPaths.writableLocation(one) for one in _FOLDERS)
        folder = next((Path(p) for p in places if p and Path(p).is_dir()), Path.home())
        self.field.setText(str(folder / f"{stem}{suffix}"))

    def _make(self) -> None:
        suffix = ".obz" if self._is_whole else ".obf"
        file = Path(self.field.text().strip()).expanduser().with_suffix(suffix)
        self.make.setEnabled(False)
        self.result.setText(self.tr("Writing…"))
        self.export_asked.emit(file, self._is_whole)
