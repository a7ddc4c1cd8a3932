"""Checkpoints of a run's folder: whole or not there at all, whenever the process is killed.

A run is a folder: `recipe.json`, `data.json` (what was learnt), `adapter-N/` (what was learnt after
N steps: an adapter in peft's format, or all weights), `state.pt` (optimiser, step, time spent, and
which of the folders belongs to it), `best/` (the one with the best chrF, where that is looked at),
`loss.tsv` and `loss.png`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.train.errors import NoRoomError, TrainError

_STATE: Final = "state.pt"
_BEST: Final = "best"
_DRAFT: Final = "draft-"
_SPARE_BYTES: Final = 50_000_000


@dataclass(slots=True)
class Progress:
    """How far a run has come."""

    step: int = 0
    seconds: float = 0.0
    pairs: int = 0
    """Pairs seen by all processes together."""
    best: float = -1.0
    """The best chrF yet; below 0 where none was measured."""
    worse: int = 0
    """Checkpoints since then."""


class RunFolder:
    """Where a run's checkpoints lie."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self) -> tuple[dict[str, Any], Path] | None:
        """The last state, and the folder of its weights; None where nothing was saved yet.

        Raises TrainError where the state is damaged.
        """
        import torch

        path = self._folder / _STATE
        if not path.is_file():
            return None
        try:
            state = torch.load(path, weights_only=True, map_location="cpu")
            weights = self._folder / state["adapter"]
        except Exception as error:
            raise TrainError(f"{path}: the checkpoint is damaged") from error
        for draft in self._folder.glob(f"{_DRAFT}*"):
            shutil.rmtree(draft)
        return state, weights

    def write(
        self, save: Callable[[Path], None], optimiser: Any, progress: Progress, *, is_best: bool
    ) -> None:
        """Write a checkpoint; the one before it stays whole until this one is."""
        import torch

        name = f"adapter-{progress.step}"
        self._put(save, name)
        if is_best:
            self._put(save, _BEST)
        state = {
            "adapter": name,
            "optimiser": optimiser.state_dict(),
            "step": progress.step,
            "seconds": progress.seconds,
            "pairs": progress.pairs,
            "best": progress.best,
            "worse": progress.worse,
            "random": torch.get_rng_state(),
        }
        draft = self._folder / "state.tmp"
        torch.save(state, draft)
        _flush(draft)
        draft.replace(self._folder / _STATE)
        for older in self._folder.glob("adapter-*"):
            if older.name != name:
                shutil.rmtree(older)

    def _put(self, save: Callable[[Path], None], name: str) -> None:
        draft, target = self._folder / f"{_DRAFT}{name}", self._folder / name
        shutil.rmtree(draft, ignore_errors=True)
        save(draft)
        for file in draft.iterdir():
            _flush(file)
        # A folder cannot be replaced in one go: for a moment it lies beside its place.
        older = self._folder / f"{_DRAFT}old-{name}"
        shutil.rmtree(older, ignore_errors=True)
        if target.exists():
            target.replace(older)
        draft.replace(target)
        shutil.rmtree(older, ignore_errors=True)


def _flush(path: Path) -> None:
    """See to it that a file is on the disk before anything relies on it."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def final_weights(run: Path) -> Path:
    """What a run came to: its best checkpoint where it looked for that, else its last one.

    Raises TrainError where there is none.
    """
    if (run / _BEST).is_dir():
        return run / _BEST
    found = sorted(run.glob("adapter-*"), key=lambda path: int(path.name.partition("-")[2]))
    if not found:
        raise TrainError(f"{run}: no checkpoint in this folder")
    return found[-1]


def require_disk(folder: Path, needed: int) -> None:
    """Raise NoRoomError unless so many bytes fit on the disk of a folder."""
    free, needed = shutil.disk_usage(folder).free, needed + _SPARE_BYTES
    if free < needed:
        raise NoRoomError(
            f"{folder}: {_mega(needed)} MB of disk are needed, {_mega(free)} are free"
        )


def require_memory(needed: int) -> None:
    """Raise NoRoomError unless so many bytes of memory are free."""
    import psutil

    free = int(psutil.virtual_memory().available)
    if free < needed:
        raise NoRoomError(
            f"{_mega(needed)} MB of memory are needed, {_mega(free)} are free: close other "
            f"programs, or take a smaller base or the method lora"
        )


def _mega(count: int) -> int:
    return round(count / 1e6)
