"""How many threads a model should compute with on this machine."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

_MOST = 4
"""More threads gain nothing for the small matrices of a small model."""
_TOPOLOGY = Path("/sys/devices/system/cpu")


def useful_cores() -> int:
    """Threads for a model that has the machine to itself; models.pace takes fewer where not."""
    return min(physical_cores(), _MOST)


def physical_cores() -> int:
    """Physical cores that this process may use, at least one.

    Two threads on one core share its arithmetic units, so a model gains nothing from the second.
    Linux tells by /sys/devices/system/cpu/cpu*/topology, macOS by `sysctl hw.physicalcpu`; on
    other systems half of the logical processors are assumed to be siblings.
    """
    if hasattr(os, "sched_getaffinity"):
        return linux_cores(os.sched_getaffinity(0), _TOPOLOGY)
    if platform.system() == "Darwin":
        return _mac_cores() or _half_of_the_logical()
    return _half_of_the_logical()


def linux_cores(processors: set[int], topology: Path) -> int:
    """Cores among these processors, by the folder in which Linux tells its topology."""
    cores = {_siblings(processor, topology) for processor in processors}
    return max(1, len(cores))


def _siblings(processor: int, topology: Path) -> str:
    """The processors that share a core with this one; its own number where that is not told."""
    file = topology / f"cpu{processor}" / "topology" / "thread_siblings_list"
    try:
        return file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return str(processor)


def _mac_cores() -> int:
    try:
        told = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "hw.physicalcpu"], capture_output=True, timeout=2, check=True
        )
        return int(told.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def _half_of_the_logical() -> int:
    return max(1, (os.cpu_count() or 2) // 2)
