"""The energy that a piece of work took, through codecarbon in its offline mode. Its one user.

Where the processor tells its energy (Intel's and AMD's counters under /sys/class/powercap, a GPU's
through its driver) it is measured. Elsewhere, as in most virtual machines, codecarbon multiplies
the time by a power it assumes for the processor and its load: an estimate, and called so.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from evaluation.errors import missing_library

_COUNTERS = Path("/sys/class/powercap")


@dataclass(frozen=True, slots=True)
class Energy:
    """What was found."""

    watt_hours: float
    grams_co2: float
    """By the average of the country's electricity."""
    is_measured: bool
    """False: estimated, as `how` says."""
    how: str


class EnergyMeter:
    """Measures between `with` and its end; `energy` is there afterwards."""

    def __init__(self, country: str) -> None:
        self._tracker = _tracker(country)
        self.energy: Energy | None = None

    def __enter__(self) -> Self:
        self._tracker.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._tracker.stop()
        found = self._tracker.final_emissions_data
        is_measured = _has_counters()
        self.energy = Energy(
            found.energy_consumed * 1000,
            found.emissions * 1000,
            is_measured,
            _how(found, is_measured),
        )


def _tracker(country: str) -> Any:
    try:
        from codecarbon import OfflineEmissionsTracker
    except ModuleNotFoundError as error:
        raise missing_library("codecarbon") from error
    logging.getLogger("codecarbon").setLevel(logging.CRITICAL)
    return OfflineEmissionsTracker(
        country_iso_code=country,
        save_to_file=False,
        log_level="critical",
        measure_power_secs=5,
        allow_multiple_runs=True,
    )


def _how(found: Any, is_measured: bool) -> str:
    if is_measured:
        return "measured by the processor's counters (memory estimated by codecarbon)"
    return (
        f"an estimate of codecarbon {found.codecarbon_version}, out of the processor's rated power "
        f"({found.cpu_model}) and the machine's load, and {found.ram_power:.0f} W for its memory; "
        "what else the machine did is in it"
    )


def _has_counters() -> bool:
    """Whether the processor's energy counter can be read here."""
    return any(os.access(path, os.R_OK) for path in _COUNTERS.glob("*/energy_uj"))
