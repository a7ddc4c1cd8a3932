"""Batches made ready while a GPU learns from those before: else it would wait for the tokenizer.

The pairs come in the order that they have without: each process draws all of them, and encodes
its own part.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from models.train.batches import Example, Mix
from models.train.codec import Codec
from models.train.place import Place

_MOST_PROCESSES: Final = 8

Batches = list[tuple[Example, ...]]


def batches_ahead(
    mix: Mix, codec: Codec, tokens: int, place: Place
) -> Iterator[tuple[Example, ...]]:
    """The mix's batches; beside a GPU they are made by other processes, in the same order."""
    processes = min(_MOST_PROCESSES, (os.cpu_count() or 1) // place.count - 1)
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    if place.device.type == "cpu" or processes < 1 or not can_fork:
        return mix.batches(codec.example, tokens)
    return made_ahead(mix, codec, tokens, processes)


def made_ahead(
    mix: Mix, codec: Codec, tokens: int, processes: int
) -> Iterator[tuple[Example, ...]]:
    """The mix's batches, made by so many processes."""
    from torch.utils.data import DataLoader

    loader = DataLoader(
        _loaded(mix, codec, tokens),
        batch_size=None,
        collate_fn=_as_it_is,
        num_workers=processes,
        multiprocessing_context="fork",
    )
    return itertools.chain.from_iterable(loader)


def _as_it_is(batches: Batches) -> Batches:
    return batches


def _loaded(mix: Mix, codec: Codec, tokens: int) -> object:
    """What torch's loader takes: it asks its processes for one pool each, in turn."""
    from torch.utils.data import IterableDataset, get_worker_info

    @dataclass(frozen=True)
    class Pools(IterableDataset[Batches]):  # type: ignore[misc]
        mix: Mix
        codec: Codec
        tokens: int

        def __iter__(self) -> Iterator[Batches]:
            worker = get_worker_info()
            first, step = (worker.id, worker.num_workers) if worker else (0, 1)
            for pool in itertools.islice(self.mix.pools(self.tokens), first, None, step):
                yield pool.batches(self.codec.example)

    return Pools(mix, codec, tokens)
