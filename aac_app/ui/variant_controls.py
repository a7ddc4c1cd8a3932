"""How ARASAAC is to draw a pictogram: plural, tense, skin, hair, with or without colours."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from aac_app.ui.settings_controls import Choice, Switch
from pictograms.pictogram import Pictogram
from pictograms.variant import HAIR_RGB, SKIN_RGB, Hair, Skin, Variant


class VariantControls(QWidget):
    """Edits a Variant and announces the new one."""

    changed = Signal(object)
    """pictograms.variant.Variant"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.plural = Switch("", is_on=False)
        self.colourless = Switch("", is_on=False)
        self.tense = self.skin = self.hair = Choice((), None)
        self._labels: list[QLabel] = []

    def show_variant(self, pictogram: Pictogram, variant: Variant) -> None:
        """Show what can be changed of this pictogram. Emits nothing."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self.plural = Switch(self.tr("Plural mark"), is_on=variant.plural)
        self.colourless = Switch(self.tr("Black and white"), is_on=not variant.color)
        self.tense = Choice(self._tenses(), variant.action)
        self.skin = Choice(self._skins(), variant.skin)
        self.hair = Choice(self._hairs(), variant.hair)
        _add_swatches(self.skin, {skin: SKIN_RGB[skin] for skin in Skin})
        _add_swatches(self.hair, {hair: HAIR_RGB[hair] for hair in Hair})
        switches = QHBoxLayout()
        for switch in (self.plural, self.colourless):
            switches.addWidget(switch)
            switch.toggled.connect(self._tell)
        self._form.addRow(switches)
        rows = [(self.tr("Tense mark"), self.tense)]
        rows += [(self.tr("Skin"), self.skin)] if pictogram.has_skin else []
        rows += [(self.tr("Hair"), self.hair)] if pictogram.has_hair else []
        for name, choice in rows:
            choice.setAccessibleName(name)
            self._form.addRow(QLabel(name), choice)
            choice.picked.connect(self._tell)

    @property
    def variant(self) -> Variant:
        """As the controls stand now."""
        return Variant(
            plural=self.plural.isChecked(),
            color=not self.colourless.isChecked(),
            action=self.tense.currentData(),
            skin=self.skin.currentData(),
            hair=self.hair.currentData(),
        )

    def _tell(self, _value: Any) -> None:
        self.changed.emit(self.variant)

    def _tenses(self) -> list[tuple[Any, str]]:
        return [(None, self.tr("none")), ("past", self.tr("past")), ("future", self.tr("future"))]

    def _skins(self) -> list[tuple[Any, str]]:
        return [
            (None, self.tr("as drawn")),
            (Skin.WHITE, self.tr("very light")),
            (Skin.ASIAN, self.tr("light, yellowish")),
            (Skin.MULATTO, self.tr("light brown")),
            (Skin.AZTEC, self.tr("brown")),
            (Skin.BLACK, self.tr("dark brown")),
        ]

    def _hairs(self) -> list[tuple[Any, str]]:
        return [
            (None, self.tr("as drawn")),
            (Hair.BLONDE, self.tr("blonde")),
            (Hair.RED, self.tr("red")),
            (Hair.BROWN, self.tr("brown hair")),
            (Hair.DARK_BROWN, self.tr("dark brown hair")),
            (Hair.BLACK, self.tr("black")),
            (Hair.DARK_GRAY, self.tr("grey")),
            (Hair.GRAY, self.tr("white")),
        ]


def _add_swatches(choice: Choice, colours: dict[Any, str]) -> None:
    """The colour itself beside its name."""
    choice.setIconSize(QSize(28, 28))
    for index in range(choice.count()):
        colour = colours.get(choice.itemData(index))
        if colour:
            choice.setItemIcon(index, _swatch(f"#{colour}"))


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(28, 28)
    pixmap.fill(QColor(colour))
    painter = QPainter(pixmap)
    painter.setPen(QColor("#606060"))
    painter.drawRect(0, 0, 27, 27)
    painter.end()
    return QIcon(pixmap)
