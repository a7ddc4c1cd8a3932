"""How much memory this process held at most, since it began or since it was last reset."""

from __future__ import annotations

import ctypes
import gc
import re
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_RESET = Path("/proc/self/clear_refs")


def peak_bytes() -> int:
    """The most resident memory, in bytes; 0 where the system does not tell it.

    Linux tells it of this very program (VmHWM). getrusage would tell the parent's, where that was
    larger when it started this process (see getrusage(2) and exec).
    """
    if _STATUS.is_file():
        found = re.search(r"^VmHWM:\s+(\d+) kB", _STATUS.read_text("utf-8"), re.MULTILINE)
        return int(found[1]) * 1024 if found else 0
    return _peak_elsewhere()


def _peak_elsewhere() -> int:
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    kilo = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * kilo


def forget_peak() -> bool:
    """Begin anew from what is held now; False where the system cannot do that (proc(5))."""
    try:
        _RESET.write_text("5", "ascii")
    except OSError:
        return False
    return True


def give_back() -> None:
    """Hand freed memory back to the system where the C library can (malloc_trim of glibc)."""
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
