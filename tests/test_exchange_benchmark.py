"""The benchmark of the exchange measures what it says, on whatever data there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from pictograms.benchmark import BOARDS, Figure, exchange, main


def test_figures_without_the_reference_data(tmp_path: Path) -> None:
    reading, writing = exchange(tmp_path, tmp_path)
    assert reading.name == f"reading {BOARDS} boards (generated package)"
    assert 0 < reading.fastest <= reading.median
    assert 0 < writing.fastest <= writing.median


def test_everything_is_printed(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(shared)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("reading 98 boards (real package)")
    assert lines[2].startswith("search in 8323 pictograms (es)")
    assert lines[4].startswith("search in 13687 pictograms (en)")


def test_a_figure_reads_as_a_line() -> None:
    assert str(Figure("reading", 0.25, 0.2, 3.0)).split() == (
        ["reading", "250.0", "ms", "fastest", "200.0", "ms", "(aim:", "below", "3.00", "s)"]
    )
