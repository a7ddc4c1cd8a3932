"""Teach a trainee the pairs: the same steps over the same pairs for every method."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.memory import forget_peak, give_back, peak_bytes
from evaluation.methods.energy import Energy, EnergyMeter
from evaluation.methods.plan import Task
from evaluation.methods.trainee import Trainee
from models.train.batches import Example, Mix, Share, example
from models.train.pair import Pair, read_pairs

_REPORTED_STEPS = 10


@dataclass(frozen=True, slots=True)
class Learning:
    """What training took."""

    seconds: float
    cpu_seconds: float
    """Of all threads; what other programs do at the same time is not in it."""
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
    batches = _drawn(trainee, task)
    step = _Stepper(trainee, task)
    losses = []
    forget_peak()
    with EnergyMeter(task.plan.country) as meter:
        begun, cpu_begun = time.perf_counter(), time.process_time()
        for number, batch in enumerate(batches):
            losses.append(step.take(number, batch))
            if (number + 1) % _REPORTED_STEPS == 0:
                report(_line(task, number + 1, losses, time.perf_counter() - begun))
        seconds, cpu_seconds = time.perf_counter() - begun, time.process_time() - cpu_begun
    assert meter.energy is not None
    tenth = max(1, len(losses) // 10)
    return Learning(
        seconds,
        cpu_seconds,
        sum(item.length for batch in batches for item in batch),
        sum(map(len, batches)),
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


def _drawn(trainee: Trainee, task: Task) -> list[tuple[Example, ...]]:
    """All batches beforehand, so that the pair files are no part of the memory of training."""
    shares = [Share(read_pairs(Path(path)), share) for path, _sum, share in task.plan.pairs]
    encode = _encoder(trainee)
    batches = Mix(shares, task.plan.seed).batches(encode, task.plan.tokens)
    drawn = list(itertools.islice(batches, task.plan.steps))
    del shares, batches
    give_back()
    return drawn


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
