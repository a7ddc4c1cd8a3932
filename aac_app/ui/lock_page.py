"""The lock of the editor, shown in place of the board: ask for the PIN, or choose who may edit."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from aac_app.settings import LockHolder
from aac_app.ui.editor_fields import heading, note, press
from aac_app.ui.keypad import Keypad
from aac_app.ui.middle_page import MiddlePage
from aac_app.ui.settings_controls import Choice


class Asking(Enum):
    """What the page asks for."""

    PIN = "pin"
    SUM = "sum"
    CHOICE = "choice"
    NEW_PIN = "new_pin"
    AGAIN = "again"


class LockPage(MiddlePage):
    """Shows one question at a time, always with a way back to the board."""

    entered = Signal(str)
    """The digits that were pressed: a PIN, the answer to the sum."""
    forgotten = Signal()
    opened_freely = Signal()
    """Everybody may edit: no PIN any more."""
    pin_wanted = Signal()
    """A new PIN is to be chosen."""
    holder_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asking = Asking.PIN
        self._sum, self._holder, self._is_locked = "", LockHolder.PERSON, False
        self.back = press(self.closed.emit)
        self.title, self.text, self.trouble = heading(), note(), heading()
        self.keypad = Keypad()
        self.forgot = press(self.forgotten.emit)
        self.free = press(self.opened_freely.emit, checkable=True)
        self.locked = press(self.pin_wanted.emit, checkable=True)
        self.holder_label = QLabel()
        self.holder = Choice((), None)
        self._lay_out()
        self.keypad.entered.connect(self.entered)
        self.holder.picked.connect(self.holder_chosen)
        self.retranslate()

    def ask(self, asking: Asking, *, sum_: str = "", trouble: str = "") -> None:
        """Put one question. `trouble`: what was wrong with the last answer."""
        self.asking, self._sum = asking, sum_
        self.keypad.begin(secret=asking is not Asking.SUM)
        self.retranslate()
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        is_choice = asking is Asking.CHOICE
        self.keypad.setVisible(not is_choice)
        self.forgot.setVisible(asking is Asking.PIN)
        for widget in (self.free, self.locked, self.holder_label, self.holder):
            widget.setVisible(is_choice)
        (self.free if is_choice else self.keypad.digits[1]).setFocus()

    def show_lock(self, holder: LockHolder, *, locked: bool) -> None:
        """Who holds the PIN, and whether there is one."""
        self._holder, self._is_locked = holder, locked
        self.retranslate()

    def retranslate(self) -> None:
        self.back.show_name("←", self.tr("Back to the board"))
        self.forgot.show_name("", self.tr("I have forgotten the PIN"))
        self.free.show_name("", self.tr("Everybody, without a PIN"))
        self.locked.show_name("", self.tr("Whoever knows a PIN…"))
        self.free.setChecked(not self._is_locked)
        self.locked.setChecked(self._is_locked)
        self.holder_label.setText(self.tr("The PIN is held by"))
        self.holder.setAccessibleName(self.tr("The PIN is held by"))
        self.holder.show_options(holders(), self._holder)
        title, text = self._question()
        self.title.setText(title)
        self.text.setText(text)
        self.keypad.retranslate()

    def _question(self) -> tuple[str, str]:
        holder = dict(holders())[self._holder]
        return {
            Asking.PIN: (
                self.tr("Editing the boards is locked. What is the PIN?"),
                self.tr(
                    "It is held by: {}. The message and the urgent words go on working."
                ).format(holder),
            ),
            Asking.SUM: (
                self.tr("How much is {}?").format(self._sum),
                self.tr(
                    "With the right answer the PIN is taken away and the boards can be edited. "
                    "That it was done this way is written into the log. The lock keeps boards "
                    "from being changed by chance; it is no secret's keeper."
                ),
            ),
            Asking.CHOICE: (
                self.tr("Who may edit the boards?"),
                self.tr(
                    "Everybody is also right for a person who edits their own boards. A "
                    "forgotten PIN can be taken away by solving a sum."
                ),
            ),
            Asking.NEW_PIN: (
                self.tr("Choose a PIN of four to eight digits."),
                self.tr("It is kept on this computer only, and never as it is written."),
            ),
            Asking.AGAIN: (self.tr("The same PIN once more."), ""),
        }[self.asking]

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for widget in (self.title, self.text, self.trouble, self.free, self.locked):
            column.addWidget(widget)
        column.addWidget(self.holder_label)
        column.addWidget(self.holder)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.keypad)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self.forgot)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.back)
        layout.addWidget(scroll, 1)


def holders() -> list[tuple[LockHolder, str]]:
    """Who may hold the PIN."""
    translate = QCoreApplication.translate
    return [
        (LockHolder.PERSON, translate("lock", "the person who speaks with it")),
        (LockHolder.FAMILY, translate("lock", "the family")),
        (LockHolder.THERAPIST, translate("lock", "a therapist or teacher")),
    ]
