"""Teach a trainee the pairs: the same steps over the same pairs for every method."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.methods.energy import Energy, EnergyMeter
from evaluation.methods.memory import forget_peak, peak_bytes
from evaluation.methods.plan import Task
from evaluation.methods.trainee import Trainee
from models.train.batches import Example, Mix, Share, example
from models.train.pair import Pair, read_pairs

_REPORTED_STEPS = 10


@dataclass(frozen=True, slots=True)
class Learning:
    """What training took."""

    seconds: float
    tokens: int
    """Prompts and answers, without padding."""
    pairs: int
    first_loss: float
    """Mean over the first tenth of the steps."""
    last_loss: float
    peak_ram: int
    """Bytes, from the beginning of training on, the base's weights included."""
    peak_vram: int
    """Bytes; 0 without a GPU."""
    energy: Energy


def learn(trainee: Trainee, task: Task, report: Callable[[str], None]) -> Learning:
    """Run all steps of the plan."""
    batches = _mix(task).batches(_encoder(trainee), task.plan.tokens)
    step = _Stepper(trainee, task)
    losses, tokens, pairs = [], 0, 0
    forget_peak()
    with EnergyMeter(task.plan.country) as meter:
        begun = time.perf_counter()
        for number in range(task.plan.steps):
            batch = next(batches)
            losses.append(step.take(number, batch))
            tokens += sum(item.length for item in batch)
            pairs += len(batch)
            if (number + 1) % _REPORTED_STEPS == 0:
                report(_line(task, number + 1, losses, time.perf_counter() - begun))
        seconds = time.perf_counter() - begun
    assert meter.energy is not None
    tenth = max(1, len(losses) // 10)
    return Learning(
        seconds,
        tokens,
        pairs,
        sum(losses[:tenth]) / tenth,
        sum(losses[-tenth:]) / tenth,
        peak_bytes(),
        _peak_vram(trainee),
        meter.energy,
    )


class _Stepper:
    """The optimiser with its schedule."""

    def __init__(self, trainee: Trainee, task: Task) -> None:
        self._trainee, self._task = trainee, task
        self._weights = trainee.parameters()
        self._optimiser = trainee.torch.optim.AdamW(
            self._weights, lr=task.method.rate, weight_decay=0.0
        )
        trainee.model.train()

    def take(self, number: int, batch: tuple[Example, ...]) -> float:
        for group in self._optimiser.param_groups:
            group["lr"] = self._task.plan.rate_at(number, self._task.method.rate)
        loss = self._trainee.loss(batch)
        loss.backward()
        self._trainee.torch.nn.utils.clip_grad_norm_(self._weights, self._task.plan.clip)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        return float(loss.detach())


def _mix(task: Task) -> Mix:
    shares = [Share(read_pairs(Path(path)), share) for path, _sum, share in task.plan.pairs]
    return Mix(shares, task.plan.seed)


def _encoder(trainee: Trainee) -> Callable[[Pair], Example]:
    return lambda pair: example(pair, trainee.encode, trainee.start, trainee.end)


def _line(task: Task, number: int, losses: list[float], seconds: float) -> str:
    recent = losses[-_REPORTED_STEPS:]
    return (
        f"{task.method.name}: step {number} of {task.plan.steps}, "
        f"loss {sum(recent) / len(recent):.3f}, {seconds:.0f} s"
    )


def _peak_vram(trainee: Trainee) -> int:
    return int(trainee.torch.cuda.max_memory_allocated()) if trainee.device == "cuda" else 0
