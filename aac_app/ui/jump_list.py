"""A list of presses, each of which leads somewhere."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from aac_app.ui.fitting import FittedButton
from aac_app.ui.theme import MIN_TARGET


@dataclass(frozen=True, slots=True)
class Jump:
    """One entry."""

    text: str
    goal: Hashable
    depth: int = 0
    """Steps that it is set in."""
    is_here: bool = False


class _Entry(FittedButton):
    """Its words begin at the left, set in by the depth."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("jump")
        self.setCheckable(True)
        self.setMinimumHeight(MIN_TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_jump(self, jump: Jump) -> None:
        self.show_name(" " * (3 * min(jump.depth, 6)), jump.text)
        self.setChecked(jump.is_here)

    def _layouts(self) -> Sequence[str]:
        return [self._icon + self._marked(self._name)]


class JumpList(QWidget):
    """Shows entries one below the other; reuses its buttons."""

    jumped = Signal(object)
    """the entry's goal"""

    def __init__(self) -> None:
        super().__init__()
        self._jumps: tuple[Jump, ...] = ()
        self.entries: list[_Entry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_jumps(self, jumps: Sequence[Jump]) -> None:
        if tuple(jumps) == self._jumps:
            return
        self._jumps = tuple(jumps)
        while len(self.entries) < len(jumps):
            self._grow()
        for entry, jump in zip(self.entries, jumps, strict=False):
            entry.show_jump(jump)
        for number, entry in enumerate(self.entries):
            entry.setVisible(number < len(jumps))

    @property
    def texts(self) -> list[str]:
        return [jump.text for jump in self._jumps]

    def _grow(self) -> None:
        entry = _Entry()
        entry.clicked.connect(partial(self._jumped, len(self.entries)))
        self.entries.append(entry)
        self._column.addWidget(entry)

    def _jumped(self, number: int, _checked: bool = False) -> None:
        self.entries[number].setChecked(self._jumps[number].is_here)
        self.jumped.emit(self._jumps[number].goal)
