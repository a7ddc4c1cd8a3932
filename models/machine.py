"""What this computer has: free memory, cores, and how fast models were on it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from models.catalog import Machine
from models.threads import physical_cores

_MEMINFO = Path("/proc/meminfo")
_MEASURED = "measured.json"


def this_machine(folder: Path) -> Machine:
    """This computer; what was measured on it lies in the folder of the models."""
    speeds = {name: found.speed for name, found in measured(folder).items()}
    return Machine(free_memory_mb(), physical_cores(), speeds)


def free_memory_mb(meminfo: Path = _MEMINFO) -> float | None:
    """Memory that programs can still have, in MB (10^6 bytes), as Linux tells it, or None."""
    try:
        found = re.search(r"(?m)^MemAvailable:\s+(\d+) kB$", meminfo.read_text("ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return int(found[1]) * 1024 / 1e6 if found else None


@dataclass(frozen=True, slots=True)
class Measured:
    """What a model made on this computer."""

    speed: float
    """Tokens a second."""
    threads: int
    """With so many threads, which were the fastest."""


def measured(folder: Path) -> dict[str, Measured]:
    """By the name of the model; empty where nothing was measured."""
    try:
        read = json.loads((folder / _MEASURED).read_text("utf-8"))
        return {
            str(name): Measured(float(one["speed"]), int(one["threads"]))
            for name, one in read.items()
        }
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return {}


def remember(folder: Path, name: str, found: Measured) -> None:
    """Keep what a model made here. Raises OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    known = {**measured(folder), name: found}
    draft = folder / f"{_MEASURED}.tmp"
    draft.write_text(json.dumps({name: asdict(one) for name, one in known.items()}), "utf-8")
    draft.replace(folder / _MEASURED)
