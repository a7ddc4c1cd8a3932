"""The one loop of training: steps, rate, checkpoints, early stopping. What is learnt is a Learner.

A run that was stopped, or killed, goes on from its last checkpoint with the batches that it would
have seen. Under `accelerate launch` every process takes each its part of the batches.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from models.train.ahead import batches_ahead
from models.train.batches import Example, Mix
from models.train.checkpoint import Progress, RunFolder, final_weights, require_disk
from models.train.learner import Learner
from models.train.pair import Pair
from models.train.recipe import Recipe
from models.train.runlog import Note, RunLog
from models.train.weights import load_weights, save_weights

_LOGGED_STEPS: Final = 20
_BYTES_SAVED: Final = 4 + 8
"""Of each parameter that learns, in a checkpoint: itself, and AdamW's two means."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learnt, and what is only looked at."""

    mix: Mix
    valid: tuple[Pair, ...]


class TrainingRun:
    """One run in a folder."""

    def __init__(self, learner: Learner, folder: Path, recipe: Recipe) -> None:
        self._learner, self._recipe, self._folder = learner, recipe, folder
        self._place = learner.place
        self._parameters = learner.parameters()
        self._optimiser = _optimiser(self._parameters, recipe)
        self._checkpoints = RunFolder(folder)
        self._log = RunLog(folder, self._place.precision_name, is_quiet=not self._place.is_main)
        self._saved = (0, 0.0)
        self.progress = Progress()

    def start_from(self, run: Path) -> None:
        """Begin with what another run learnt. Raises BadBaseError if it misfits."""
        load_weights(self._learner.model, final_weights(run))

    def resume(self) -> bool:
        """Go on from the folder's last checkpoint; False where there is none."""
        found = self._checkpoints.read()
        if found is None:
            return False
        import torch

        state, weights = found
        load_weights(self._learner.model, weights)
        self._optimiser.load_state_dict(state["optimiser"])
        for group in self._optimiser.param_groups:
            group["fused"] = True
        if "random" in state:
            torch.set_rng_state(state["random"])
        said = {name: state[name] for name in ("best", "worse") if name in state}
        self.progress = Progress(state["step"], state["seconds"], state["pairs"], **said)
        self._log.go_on_after(self.progress.step)
        return True

    def train(self, lessons: Lessons) -> None:
        """Train until the recipe's end; checkpoints on the way and there.

        Raises NoRoomError before the first step where checkpoints would not fit.
        """
        count = sum(parameter.numel() for parameter in self._parameters)
        require_disk(self._folder, 2 * count * _BYTES_SAVED)
        self._learner.model.train()
        begun = time.monotonic() - self.progress.seconds
        self._saved = (self.progress.step, self.progress.seconds)
        batches, losses = self._batches(lessons.mix), list[Any]()
        while self._spent(lessons) < 1 and not self._is_stale():
            losses.append(self._step(batches, lessons))
            self.progress.seconds = self._place.agreed(time.monotonic() - begun)
            if self.progress.step % _LOGGED_STEPS == 0:
                self._tell(Note(self._rate(lessons), losses), lessons)
                losses = []
            if self._is_due():
                self._check(lessons, losses)
                losses = []
        if self._saved[0] != self.progress.step or losses:
            self._check(lessons, losses)

    def _batches(self, mix: Mix) -> Iterator[tuple[Example, ...]]:
        """This process's batches, without those of the steps that are done."""
        recipe, count = self._recipe, self._place.count
        batches = batches_ahead(mix, self._learner.codec, recipe.tokens, self._place)
        done = self.progress.step * recipe.accumulate * count
        return itertools.islice(batches, done + self._place.index, None, count)

    def _spent(self, lessons: Lessons) -> float:
        done = self.progress
        return self._recipe.spent(done.step, done.seconds, done.pairs / lessons.mix.size)

    def _rate(self, lessons: Lessons) -> float:
        return self._recipe.rate_at(self.progress.step, self._spent(lessons))

    def _step(self, batches: Iterator[Sequence[Example]], lessons: Lessons) -> Any:
        """Learn from some batches; their loss stays where it is until somebody reads it, for
        reading it would make a GPU wait.
        """
        import torch

        rate, total, seen = self._rate(lessons), 0.0, 0
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        for batch in itertools.islice(batches, self._recipe.accumulate):
            loss = self._learner.loss(batch) / self._recipe.accumulate
            loss.backward()
            total = total + loss.detach()
            seen += len(batch)
        self._place.averaged(self._parameters)
        torch.nn.utils.clip_grad_norm_(self._parameters, self._recipe.clip)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        self.progress.step += 1
        self.progress.pairs += round(self._place.agreed(seen) * self._place.count)
        return total

    def _is_due(self) -> bool:
        steps, seconds = self._saved
        if self._recipe.checkpoint_steps:
            return self.progress.step - steps >= self._recipe.checkpoint_steps
        return self.progress.seconds - seconds > self._recipe.checkpoint_minutes * 60

    def _check(self, lessons: Lessons, losses: Sequence[Any]) -> None:
        """Measure on validation, and write a checkpoint. The first process does it for all."""
        valid, score = float("nan"), -1.0
        if self._place.is_main:
            valid = self._learner.valid_loss(lessons.valid, self._recipe.tokens)
            if self._recipe.sample:
                score = self._learner.chrf(lessons.valid[: self._recipe.sample])
        score = self._place.agreed(score)
        is_best = score > self.progress.best
        self.progress.best = max(score, self.progress.best)
        self.progress.worse = 0 if is_best else self.progress.worse + 1
        if self._place.is_main:
            chrf = score if self._recipe.sample else None
            self._tell(Note(self._rate(lessons), losses, valid, chrf), lessons)
            self._save(is_best=is_best and bool(self._recipe.patience))
            self._log.draw()
        self._saved = (self.progress.step, self.progress.seconds)

    def _is_stale(self) -> bool:
        return bool(self._recipe.patience) and self.progress.worse >= self._recipe.patience

    def _tell(self, note: Note, lessons: Lessons) -> None:
        note = replace(note, losses=[float(loss) for loss in note.losses])
        self._log.add(self.progress, note, self._spent(lessons))

    def _save(self, *, is_best: bool) -> None:
        self._checkpoints.write(
            lambda folder: save_weights(self._learner.model, folder),
            self._optimiser,
            self.progress,
            is_best=is_best,
        )


def _optimiser(parameters: Sequence[Any], recipe: Recipe) -> Any:
    """AdamW; weights of norms do not decay. One group where nothing decays."""
    import torch

    groups = [{"params": list(parameters), "weight_decay": 0.0}]
    if recipe.weight_decay:
        matrices = [p for p in parameters if p.ndim > 1]
        others = [p for p in parameters if p.ndim <= 1]
        groups = [
            {"params": matrices, "weight_decay": recipe.weight_decay},
            {"params": others, "weight_decay": 0.0},
        ]
    return torch.optim.AdamW(groups, lr=recipe.rate, betas=(0.9, recipe.beta2), fused=True)
