"""The benchmark measures the real program."""

from __future__ import annotations

import pytest

from aac_app.benchmark import _exchange, _measure


@pytest.mark.parametrize("kind", ["bare", "window"])
def test_a_run_gives_figures(kind):
    figures = _measure(kind)
    assert 0 < figures["first_paint_s"] < 60
    if kind == "window":
        assert set(figures) >= {"engine_s", "tap_ms", "tap_slowest_ms", "board_ms", "memory_mb"}
        assert set(figures) >= {"large_ms", "large_first_ms", "search_ms"}
        assert all(value > 0 for value in figures.values())


def test_boards_that_come_and_go_are_measured():
    names = [name for name, figure in _exchange() if "ms" in figure or " s" in figure]
    assert len(names) == 3
    assert names[-1] == "taking 98 boards into a profile"
