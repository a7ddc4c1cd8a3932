"""Make the weights of one row in a process of its own, so that its memory and time are its own.

    python -m evaluation.ablations.making < task.json

Everything is done by the commands of `aac-train`, as somebody would type them. `made.json` is
written when all files are there.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from evaluation.errors import EvaluationError
from evaluation.memory import peak_bytes

_NAME: Final = "model"


@dataclass(frozen=True, slots=True)
class MakingTask:
    """What a row's process needs to know."""

    base: str
    teacher: str
    pairs: tuple[str, ...]
    valid: str
    held_out: tuple[str, ...]
    """Test sets, whose sentences a teacher's own must not be."""
    folder: str
    kinds: tuple[str, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Made:
    """What the making of a row took."""

    fingerprint: str
    seconds: float
    """Of training, as the clock has it: other work on the machine makes it longer."""
    cpu_seconds: float
    """Of training, by all threads of this process alone."""
    peak_ram: int
    """Bytes, in training."""
    pairs: int
    trained: int
    """Parameters that were learnt."""


def learnt_parameters(weights: Path) -> int:
    """How many numbers a folder of saved weights holds."""
    from safetensors import safe_open

    total = 0
    for path in weights.glob("*.safetensors"):
        with safe_open(path, framework="np") as file:
            for name in file.keys():  # noqa: SIM118 - it is no mapping
                size = 1
                for side in file.get_slice(name).get_shape():
                    size *= side
                total += size
    return total


def gguf_of(folder: Path, kind: str) -> Path:
    """Where the file of one kind lies."""
    return folder / "out" / f"{_NAME}-{kind}.gguf"


def make(task: MakingTask) -> Made:
    """Train and export. Raises EvaluationError where a command fails; it has said why."""
    from models.train.checkpoint import final_weights

    folder = Path(task.folder)
    run = folder / "run"
    begun, cpu_begun = time.perf_counter(), time.process_time()
    _do(_training(task, run))
    seconds, cpu_seconds = time.perf_counter() - begun, time.process_time() - cpu_begun
    peak = peak_bytes()
    kinds = [kind for kind in task.kinds if kind != "f16"]
    _do(["export", task.base, str(run), str(folder / "out"), "--name", _NAME, "--kinds", *kinds])
    weights = final_weights(run)
    return Made(
        task.fingerprint, seconds, cpu_seconds, peak, _pairs_seen(run), learnt_parameters(weights)
    )


def _training(task: MakingTask, run: Path) -> list[str]:
    common = ["--pairs", *task.pairs, "--valid", task.valid]
    common += ["--recipe", str(Path(task.folder) / "recipe.json")]
    if task.teacher:
        held_out = ["--held-out", *task.held_out]
        return ["distil", task.teacher, task.base, str(run), *common, *held_out]
    return ["lora", task.base, str(run), *common]


def _do(arguments: Sequence[str]) -> None:
    from models.train.__main__ import main

    if main(arguments):
        raise EvaluationError(f"aac-train {arguments[0]} failed")


def _pairs_seen(run: Path) -> int:
    from models.train.runlog import read_log

    return int(read_log(run / "loss.tsv")[-1][2])


def read_made(folder: Path, fingerprint: str) -> Made | None:
    """What an earlier process made of the very same; None where there is nothing like that."""
    try:
        made = Made(**json.loads((folder / "made.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return made if made.fingerprint == fingerprint else None


def main() -> int:
    """Read the task, and carry it out."""
    # Read when torch is loaded: spinning threads stop all work on a busy machine.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    task = MakingTask(**json.loads(sys.stdin.read()))
    try:
        made = make(task)
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 1
    draft = Path(task.folder) / "made.tmp"
    draft.write_text(json.dumps(asdict(made), indent=1) + "\n", "utf-8")
    draft.replace(Path(task.folder) / "made.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
