"""How many threads a model computes with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.threads import linux_cores, physical_cores, useful_cores


def _topology(folder: Path, siblings: dict[int, str]) -> Path:
    for processor, list_ in siblings.items():
        place = folder / f"cpu{processor}" / "topology"
        place.mkdir(parents=True)
        (place / "thread_siblings_list").write_text(f"{list_}\n", "ascii")
    return folder


@pytest.mark.parametrize(
    ("siblings", "allowed", "cores"),
    [
        ({0: "0", 1: "1"}, {0, 1}, 2),
        ({0: "0,4", 4: "0,4", 1: "1,5", 5: "1,5"}, {0, 1, 4, 5}, 2),
        ({0: "0-1", 1: "0-1", 2: "2-3", 3: "2-3"}, {0, 1}, 1),
        ({}, {0, 1, 2}, 3),
        ({}, set(), 1),
    ],
    ids=["two-cores", "hyper-threads", "half-the-machine", "not-told", "nothing"],
)
def test_cores_by_linux_topology(
    tmp_path: Path, siblings: dict[int, str], allowed: set[int], cores: int
) -> None:
    assert linux_cores(allowed, _topology(tmp_path, siblings)) == cores


def test_this_machine_has_a_core() -> None:
    assert 1 <= physical_cores() <= (os.cpu_count() or 1)


@pytest.mark.parametrize(("cores", "threads"), [(1, 1), (2, 2), (4, 4), (16, 4)])
def test_more_than_four_cores_gain_nothing(
    monkeypatch: pytest.MonkeyPatch, cores: int, threads: int
) -> None:
    monkeypatch.setattr("models.threads.physical_cores", lambda: cores)
    assert useful_cores() == threads
