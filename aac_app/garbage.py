"""Python's garbage, collected in the GUI thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class GuiGarbage(QObject):
    """Takes the cyclic garbage collection away from the other threads while the program runs.

    A collection runs in whichever thread happens to allocate. If it meets a dead widget there,
    Qt is asked to take it apart outside the GUI thread: it holds a lock of Qt's and waits for
    Python's, while the GUI thread may hold Python's and wait for Qt's, for ever.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        gc.disable()
        self._timer.start(_EVERY_MS)

    def spare_what_is_loaded(self) -> None:
        """What lives as long as the program (boards, words) is not looked through any more.

        Looking through all of it takes tenths of a second, in which no press would be answered.
        """
        gc.freeze()

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        """Collect the generations that are due, as Python itself would have."""
        due = [
            count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        ]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
