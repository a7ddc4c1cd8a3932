"""One method in a process of its own, so that its memory and its time are its own.

    python -m evaluation.methods.trial < task.json

Writes `result.json` into the task's folder when everything is done, whole or not at all.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path
from typing import Any

from evaluation.errors import EvaluationError
from evaluation.methods.learning import learn
from evaluation.methods.plan import Task
from evaluation.methods.speaking import answer_all, messages_of, try_by_chance
from evaluation.methods.trainee import Trainee
from evaluation.systems import versions
from models.errors import EngineError
from models.train.errors import TrainError

_LIBRARIES = ("torch", "transformers", "peft", "codecarbon", "sacrebleu", "rouge-score")


def carry_out(task: Task) -> None:
    """Train, save, answer, and write the result down."""
    trainee = Trainee(task)
    trainable = sum(weights.numel() for weights in trainee.parameters())
    learning = learn(trainee, task, _tell)
    folder = Path(task.folder)
    size = _save(trainee, folder / "weights")
    _tell(f"{task.method.name}: trained; it answers now")
    answers = answer_all(trainee, messages_of(task.plan))
    _tell(f"{task.method.name}: its answers are drawn by chance now")
    reliability = try_by_chance(trainee, task.plan)
    result = {
        "method": task.method.name,
        "fingerprint": task.fingerprint,
        "rate": task.method.rate,
        "trainable": trainable,
        "parameters": trainee.all_parameters(),
        "size": size,
        "device": _device(trainee),
        "learning": dataclasses.asdict(learning),
        "answers": dataclasses.asdict(answers),
        "reliability": dataclasses.asdict(reliability),
        "versions": versions(*_LIBRARIES),
    }
    draft = folder / "result.tmp"
    draft.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    draft.replace(folder / "result.json")


def _save(trainee: Trainee, folder: Path) -> int:
    """Returns the bytes to be kept beside the base; of all weights, where all were changed."""
    trainee.model.save_pretrained(folder)
    return sum(path.stat().st_size for path in folder.glob("*.safetensors"))


def _device(trainee: Trainee) -> str:
    torch: Any = trainee.torch
    if trainee.device == "cuda":
        return str(torch.cuda.get_device_name())
    return f"processor, {torch.get_num_threads()} threads"


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main() -> int:
    """Read the task, and carry it out; what is expected to fail is one line on stderr."""
    # Read when torch is loaded: spinning threads stop all work on a busy machine.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        carry_out(Task.from_json(sys.stdin.read()))
    except (EvaluationError, EngineError, TrainError) as error:
        _tell(f"error: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
