"""The way into the editor: free, with a PIN, or round it by a sum; and who chooses that."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from aac_app.editing.pin import Sum, Tries, hashed, is_pin, matches
from aac_app.settings import LockHolder, Settings
from aac_app.ui.lock_page import Asking, LockPage

_LOG = logging.getLogger(__name__)


class LockDesk(QObject):
    """Asks what has to be asked on the lock's page. GUI thread."""

    opened = Signal()
    """The editor may be opened now."""
    page_wanted = Signal()
    settings_changed = Signal(object)
    pin_removed = Signal()
    """The PIN was taken away by solving the sum: whoever holds it should know."""

    def __init__(
        self,
        page: LockPage,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._page, self._settings, self._now = page, settings, now
        self._tries = Tries()
        self._sum = Sum.from_number(0)
        self._first = ""
        """The new PIN as it was given first."""
        self._then: Callable[[], object] = self.opened.emit
        page.entered.connect(self._entered)
        page.forgotten.connect(self._forgotten)
        page.opened_freely.connect(self._open_freely)
        page.pin_wanted.connect(self._choose_pin)
        page.holder_chosen.connect(self._hold)

    def knock(self) -> None:
        """Somebody wants to edit."""
        self._let_in(self.opened.emit)

    def choose(self) -> None:
        """Somebody wants to choose who may edit; whoever may not edit may not choose either."""
        self._let_in(self._show_choice)

    def _let_in(self, then: Callable[[], object]) -> None:
        self._then = then
        self._show()
        if not self._settings().editing_pin:
            then()
            return
        self._page.ask(Asking.PIN)
        self.page_wanted.emit()

    def _show(self) -> None:
        settings = self._settings()
        self._page.show_lock(settings.lock_holder, locked=bool(settings.editing_pin))

    def _entered(self, digits: str) -> None:
        {
            Asking.PIN: self._try,
            Asking.SUM: self._solve,
            Asking.NEW_PIN: self._first_time,
            Asking.AGAIN: self._second_time,
        }[self._page.asking](digits)

    def _try(self, digits: str) -> None:
        now = self._now()
        if (wait := self._tries.wait(now)) > 0:
            text = self.tr("Too many wrong PINs. Try again in {} seconds.").format(round(wait + 1))
            self._page.ask(Asking.PIN, trouble=text)
        elif matches(digits, self._settings().editing_pin):
            self._tries = Tries()
            self._then()
        else:
            self._tries = self._tries.failed(now)
            self._page.ask(Asking.PIN, trouble=self.tr("That is not the PIN."))

    def _forgotten(self, trouble: str = "") -> None:
        self._sum = Sum.from_number(secrets.randbelow(32))
        text = f"{self._sum.first} × {self._sum.second}"
        self._page.ask(Asking.SUM, sum_=text, trouble=trouble)

    def _solve(self, digits: str) -> None:
        if not self._sum.is_answer(digits):
            self._forgotten(self.tr("That is not the answer. Here is another sum."))
            return
        _LOG.warning("the PIN of the editor was taken away by solving the sum")
        self._tries = Tries()
        self._keep(replace(self._settings(), editing_pin=""))
        self._then()
        self.pin_removed.emit()

    def _show_choice(self) -> None:
        self._page.ask(Asking.CHOICE)
        self.page_wanted.emit()

    def _open_freely(self) -> None:
        self._keep(replace(self._settings(), editing_pin=""))
        self._page.ask(Asking.CHOICE)

    def _choose_pin(self) -> None:
        self._page.ask(Asking.NEW_PIN)

    def _first_time(self, digits: str) -> None:
        if not is_pin(digits):
            self._page.ask(Asking.NEW_PIN, trouble=self.tr("A PIN has four to eight digits."))
            return
        self._first = digits
        self._page.ask(Asking.AGAIN)

    def _second_time(self, digits: str) -> None:
        first, self._first = self._first, ""
        if digits != first:
            text = self.tr("The two PINs were different. Choose one again.")
            self._page.ask(Asking.NEW_PIN, trouble=text)
            return
        self._keep(replace(self._settings(), editing_pin=hashed(digits)))
        self._page.ask(Asking.CHOICE)

    def _hold(self, holder: LockHolder) -> None:
        self._keep(replace(self._settings(), lock_holder=holder))

    def _keep(self, settings: Settings) -> None:
        self.settings_changed.emit(settings)
        self._show()
