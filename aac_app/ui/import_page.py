"""Boards from a file: choose it, read what came of it, then take the boards or leave them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QStackedLayout, QTextEdit, QVBoxLayout, QWidget

from aac_app.ui.editor_fields import heading, in_columns, press
from aac_app.ui.file_page import FilePage
from aac_app.ui.import_reasons import remark_text
from aac_app.ui.middle_page import MiddlePage
from pictograms.import_report import ImportReport, Remark

_SUFFIXES = (".obz", ".obf", ".zip", ".grd", ".json")


class ImportPage(MiddlePage):
    """First the files, then the report. Changes nothing: what to do is announced."""

    file_chosen = Signal(object)
    """pathlib.Path to be read"""
    added = Signal()
    """Add the boards to one's own."""
    taken = Signal()
    """Put the boards in the place of one's own."""

    def __init__(self) -> None:
        super().__init__()
        self._report: ImportReport | None = None
        self.files = FilePage(_SUFFIXES)
        self.back = press(self.closed.emit)
        self.title, self.counts = heading(), heading()
        self.report = QTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.add, self.take = press(self.added.emit), press(self.taken.emit)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.back, self.title, self.counts):
            column.addWidget(widget)
        column.addWidget(self.report, 1)
        column.addLayout(in_columns((self.add, self.take), 2))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.files)
        self._stack.addWidget(told)
        self.files.file_chosen.connect(self._chosen)
        self.files.closed.connect(self.closed)
        self.retranslate()

    def open(self) -> None:
        """Begin with the files."""
        self._report = None
        self._stack.setCurrentIndex(0)
        self.files.open()

    def show_reading(self, path: Path) -> None:
        """The file is being read, behind the window."""
        self._tell(self.tr("Reading “{}”…").format(path.name), "")

    def show_problem(self, text: str) -> None:
        """The file cannot be used, in one sentence."""
        self._tell(text, "")

    def show_report(self, report: ImportReport) -> None:
        """What is in the file, and what became of it."""
        self._report = report
        self.retranslate()

    def retranslate(self) -> None:
        self.back.show_name("←", self.tr("Back to the board"))
        self.add.show_name("+", self.tr("Add them to my boards"))
        self.take.show_name("", self.tr("Put them in the place of my boards"))
        self.report.setAccessibleName(self.tr("What became of the file"))
        if self._report is not None:
            told = self.tr("{} boards, {} buttons, {} links, {} pictograms, {} left out")
            self._write(self._report)
            self._tell("", told.format(*self._report.counts.values()))

    def _chosen(self, path: Path) -> None:
        self.show_reading(path)
        self.file_chosen.emit(path)

    def _tell(self, title: str, counts: str) -> None:
        """Either a sentence, or the report with its counts above."""
        self._stack.setCurrentIndex(1)
        self.title.setText(title)
        self.counts.setText(counts)
        has_report = bool(counts)
        self.title.setVisible(not has_report)
        for widget in (self.counts, self.report, self.add, self.take):
            widget.setVisible(has_report)
        (self.add if has_report else self.back).setFocus()

    def _write(self, report: ImportReport) -> None:
        """All of it in one text, which is the only thing to scroll."""
        undo = self.tr("Either can be undone; the boards before are also backed up.")
        name = "  ·  ".join(filter(None, (report.source, report.language)))
        self.report.clear()
        for title, lines in (name, [undo]), *self._parts(report):
            if lines:
                self._add_text(title, is_strong=True)
                self._add_text("\n".join((*lines, "")), is_strong=False)
        self.report.moveCursor(QTextCursor.MoveOperation.Start)

    def _add_text(self, text: str, *, is_strong: bool) -> None:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold if is_strong else QFont.Weight.Normal)
        self.report.setCurrentCharFormat(form)
        self.report.insertPlainText(f"{text}\n")

    def _parts(self, report: ImportReport) -> list[tuple[str, list[str]]]:
        taken = [f"{one.name}: {self.tr('{} buttons').format(one.detail)}" for one in report.taken]
        return [
            _part(self.tr("Left out"), _texts(report.left_out)),
            _part(self.tr("Done in another way"), _texts(report.approximated)),
            _part(self.tr("Taken"), taken),
        ]


def _texts(remarks: Sequence[Remark]) -> list[str]:
    return [remark_text(one) for one in remarks]


def _part(title: str, lines: Sequence[str]) -> tuple[str, list[str]]:
    return f"{title} ({len(lines)})", [f"•  {line}" for line in lines]
