"""Dead widgets are taken apart in the GUI thread, whichever thread allocates."""

from __future__ import annotations

import gc
import threading
import weakref

from aac_app.garbage import GuiGarbage


class Cycle:
    """Garbage that only the collector finds; tells in which thread it died."""

    def __init__(self, died):
        self.myself = self
        weakref.finalize(self, lambda: died.append(threading.current_thread()))


def _allocate():
    for _ in range(50):
        _ = [[] for _ in range(2_000)]


def test_another_thread_never_collects(qtbot):
    died = []
    garbage = GuiGarbage()
    garbage.start()
    try:
        for _ in range(2 * gc.get_threshold()[0]):
            Cycle(died)
        worker = threading.Thread(target=_allocate)
        worker.start()
        worker.join()
        assert died == []
        qtbot.wait_until(lambda: bool(died), timeout=5000)
        assert set(died) == {threading.main_thread()}
    finally:
        garbage.stop()
    assert gc.isenabled()
