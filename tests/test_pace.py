"""How many threads compute while other programs want the cores."""

from __future__ import annotations

import itertools

import pytest

from models.pace import Pace


def test_an_idle_machine_gives_all_its_cores() -> None:
    pace = Pace(2)
    for number in range(50):
        pace.tell(number * 0.1, 0.1, 0.197)
        assert pace.threads == 2


def test_threads_that_are_pushed_aside_become_fewer() -> None:
    pace = Pace(4)
    found = []
    for number in range(5):
        pace.tell(number * 0.1, 0.1, 0.1)
        found.append(pace.threads)
    assert found == [3, 2, 1, 1, 1]


def test_nothing_is_concluded_from_a_moment() -> None:
    pace = Pace(2)
    pace.tell(0.0, 0.02, 0.0)
    pace.tell(0.1, 0.02, 0.0)
    assert pace.threads == 2
    pace.tell(0.2, 0.02, 0.0)
    assert pace.threads == 1


def test_more_are_tried_again_ever_more_rarely() -> None:
    pace, tries, before = Pace(2), [], 2
    for tenth in range(4000):
        now = tenth / 10
        pace.tell(now, 0.1, 0.1)
        if pace.threads > before:
            tries.append(now)
        before = pace.threads
    waits = [later - earlier for earlier, later in itertools.pairwise(tries)]
    assert tries[0] >= 3
    assert waits == pytest.approx(sorted(waits))
    assert 60 <= waits[-1] < 61


def test_once_the_machine_is_idle_all_cores_are_used_again() -> None:
    pace = Pace(2)
    pace.tell(0.0, 0.1, 0.1)
    assert pace.threads == 1
    pace.tell(2.9, 0.1, 0.1)
    assert pace.threads == 1
    pace.tell(3.1, 0.1, 0.1)
    assert pace.threads == 2
    for number in range(20):
        pace.tell(4 + number, 0.1, 0.2)
        assert pace.threads == 2
    pace.tell(30.0, 0.1, 0.1)
    pace.tell(33.1, 0.1, 0.1)
    assert pace.threads == 2  # the rest is as short as at first
