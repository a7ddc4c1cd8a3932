"""Choosing a file on a page of the window: never a dialog, large lines, worked by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo, QModelIndex, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAbstractFileIconProvider, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFileSystemModel,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from aac_app.ui.fitting import FittedButton
from aac_app.ui.theme import MIN_TARGET

_PLACES = (
    QStandardPaths.StandardLocation.HomeLocation,
    QStandardPaths.StandardLocation.PicturesLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
)


class _Icons(QAbstractFileIconProvider):
    """A folder and a sheet, whatever icons the computer has."""

    def __init__(self, style: QStyle) -> None:
        super().__init__()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        folders = QAbstractFileIconProvider.IconType.Folder
        is_folder = what.isDir() if isinstance(what, QFileInfo) else what == folders
        return self._folder if is_folder else self._file


class FilePage(QWidget):
    """Shows folders and the files of some kinds. Reads them in a thread of Qt's own."""

    file_chosen = Signal(object)
    """pathlib.Path"""
    closed = Signal()

    def __init__(self, suffixes: Sequence[str], parent: QWidget | None = None) -> None:
        """`suffixes` with their dot, in lower case."""
        super().__init__(parent)
        self._model: QFileSystemModel | None = None
        self._icons = _Icons(self.style())
        self._patterns = [f"*{suffix}" for suffix in suffixes]
        self.close_button, self.up_button = FittedButton(), FittedButton()
        self.list = QListView()
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(MIN_TARGET - 12, MIN_TARGET - 12))
        self.list.setStyleSheet(f"QListView::item {{ min-height: {MIN_TARGET}px; }}")
        self.list.setSpacing(1)
        self._folder = QLabel()
        self._places = QHBoxLayout()
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.up_button.clicked.connect(self._go_up)
        self.list.clicked.connect(self._pressed)
        self.retranslate()

    def open(self, folder: Path | None = None) -> None:
        """Begin in this folder; in that of the pictures where there is one."""
        if self._model is None:
            self._model = self._make_model()
            self.list.setModel(self._model)
            self._fill_places()
        pictures = QStandardPaths.writableLocation(_PLACES[1])
        start = str(folder) if folder else pictures
        self.show_folder(start if Path(start).is_dir() else QDir.homePath())
        self.list.setFocus()

    def show_folder(self, folder: str) -> None:
        if self._model is not None:
            self.list.setRootIndex(self._model.setRootPath(folder))
            self._folder.setText(QDir.toNativeSeparators(folder))
            self._folder.setAccessibleName(folder)

    def retranslate(self) -> None:
        self.close_button.show_name("←", self.tr("Back"))
        self.up_button.show_name("↑", self.tr("The folder above"))
        self.list.setAccessibleName(self.tr("Folders and files"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._pressed(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Backspace:
            self._go_up()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _make_model(self) -> QFileSystemModel:
        model = QFileSystemModel(self)
        model.setNameFilters(self._patterns)
        model.setNameFilterDisables(False)
        model.setReadOnly(True)
        model.setIconProvider(self._icons)
        model.setOption(QFileSystemModel.Option.DontUseCustomDirectoryIcons)
        model.setFilter(QDir.Filter.AllDirs | QDir.Filter.Files | QDir.Filter.NoDotAndDotDot)
        return model

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for button in (self.close_button, self.up_button):
            button.setMinimumHeight(MIN_TARGET + 4)
            top.addWidget(button, 1)
        self._folder.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addLayout(self._places)
        layout.addWidget(self._folder)
        layout.addWidget(self.list, 1)

    def _fill_places(self) -> None:
        """One press to where pictures usually lie."""
        for place in _PLACES:
            folder = QStandardPaths.writableLocation(place)
            if folder and Path(folder).is_dir():
                button = FittedButton()
                button.setMinimumHeight(MIN_TARGET + 4)
                button.show_name("📁", QStandardPaths.displayName(place))
                button.clicked.connect(lambda _checked=False, to=folder: self.show_folder(to))
                self._places.addWidget(button)

    def _go_up(self) -> None:
        if self._model is not None:
            above = Path(self._model.rootPath()).parent
            self.show_folder(str(above))

    def _pressed(self, index: QModelIndex) -> None:
        if self._model is None or not index.isValid():
            return
        if self._model.isDir(index):
            self.show_folder(self._model.filePath(index))
        else:
            self.file_chosen.emit(Path(self._model.filePath(index)))
