"""Where it is computed: processor or GPU, in which kind of numbers, alone or among several.

`accelerate launch` starts one process for each GPU; every one of them runs the same command, and
`Place` tells it which part of the work is its own. Gradients are averaged over all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from models.train.errors import MissingToolError

_TRIALS: Final = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A device, and this process's part in the work."""

    device: Any
    """A torch.device."""
    precision: Any
    """The torch.dtype in which products are computed."""
    index: int = 0
    count: int = 1
    """Processes that train together; `index` is this one's number."""

    @property
    def is_main(self) -> bool:
        """Whether this process writes the files."""
        return self.index == 0

    @property
    def precision_name(self) -> str:
        return str(self.precision).removeprefix("torch.")

    def autocast(self) -> Any:
        """A context in which products are computed in the place's kind of numbers."""
        import torch

        is_half = self.precision is not torch.float32
        kind = self.precision if is_half else torch.bfloat16
        return torch.autocast(self.device.type, dtype=kind, enabled=is_half)

    def averaged(self, parameters: Sequence[Any]) -> None:
        """Bring the gradients of all processes to their mean."""
        if self.count == 1:
            return
        import torch
        from torch import distributed

        gradients = [p.grad for p in parameters if p.grad is not None]
        flat = torch.cat([gradient.flatten() for gradient in gradients])
        distributed.all_reduce(flat)
        flat /= self.count
        at = 0
        for gradient in gradients:
            gradient.copy_(flat[at : at + gradient.numel()].view_as(gradient))
            at += gradient.numel()

    def agreed(self, value: float) -> float:
        """The first process's value, for all."""
        if self.count == 1:
            return value
        import torch
        from torch import distributed

        shared = torch.tensor([value], dtype=torch.float64, device=self.device)
        distributed.broadcast(shared, src=0)
        return float(shared.item())


def set_threads(count: int | None) -> None:
    """Compute with so many threads; None leaves it to torch."""
    if count:
        import torch

        torch.set_num_threads(count)


def find_place() -> Place:
    """The fastest device here, and the kind of numbers that it multiplies fastest."""
    try:
        import torch
        from accelerate import PartialState
    except ModuleNotFoundError as error:
        raise MissingToolError(error.name or "torch") from error
    state = PartialState()
    device = state.device
    if device.type == "cpu":
        precision = _faster_on_cpu()
    else:
        has_bf16 = device.type == "cuda" and torch.cuda.is_bf16_supported()
        precision = torch.bfloat16 if has_bf16 else torch.float32
    return Place(device, precision, state.process_index, state.num_processes)


def _faster_on_cpu() -> Any:
    """bf16 where this processor multiplies faster in it, else full precision."""
    import torch

    return min((torch.float32, torch.bfloat16), key=_seconds(torch))


def _seconds(torch: Any) -> Callable[[Any], float]:
    def measure(kind: Any) -> float:
        left, right = torch.rand(512, 1024).to(kind), torch.rand(1024, 1024).to(kind)
        left @ right
        begun = time.perf_counter()
        for _ in range(_TRIALS):
            left @ right
        return time.perf_counter() - begun

    return measure
