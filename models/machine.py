"""What this computer has: free memory, cores, and how fast models were on it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from models.catalog import Machine
from models.threads import physical_cores

_MEMINFO = Path("/proc/meminfo")
_SPEEDS = "speeds.json"


def this_machine(folder: Path) -> Machine:
    """This computer; what was measured on it lies in the folder of the models."""
    return Machine(free_memory_mb(), physical_cores(), measured_speeds(folder))


def free_memory_mb(meminfo: Path = _MEMINFO) -> float | None:
    """Memory that programs can still have, in MB (10^6 bytes), as Linux tells it, or None."""
    try:
        found = re.search(r"(?m)^MemAvailable:\s+(\d+) kB$", meminfo.read_text("ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return int(found[1]) * 1024 / 1e6 if found else None


def measured_speeds(folder: Path) -> dict[str, float]:
    """Tokens a second by the name of the model; empty where nothing was measured."""
    try:
        read = json.loads((folder / _SPEEDS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {
        str(name): float(speed) for name, speed in read.items() if isinstance(speed, int | float)
    }


def remember_speed(folder: Path, name: str, speed: float) -> None:
    """Keep what a model made here. Raises OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{_SPEEDS}.tmp"
    draft.write_text(json.dumps({**measured_speeds(folder), name: round(speed, 1)}), "utf-8")
    draft.replace(folder / _SPEEDS)
