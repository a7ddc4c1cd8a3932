"""What every test may ask for."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.arasaac_server import ArasaacServer, serving

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test fails because the machine is busy.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fuzz-inputs",
        type=int,
        default=0,
        metavar="N",
        help="try N inputs on the importers of boards, and print how many there were",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """As many inputs as were asked for take as long as they take."""
    if config.getoption("--fuzz-inputs"):
        for item in items:
            if "fuzz" in item.keywords:
                item.add_marker(pytest.mark.timeout(0))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data, which is not part of the project; skips where it is absent."""
    folder = Path(os.environ.get("AAC_SHARED", _ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("needs the reference data: set AAC_SHARED to its folder")
    return folder


@pytest.fixture
def arasaac(shared: Path) -> Iterator[ArasaacServer]:
    """A server on 127.0.0.1 with genuine records and pictures of ARASAAC."""
    folder = shared / "data" / "arasaac"
    records = json.loads((folder / "fixtures" / "pictograms_en_sample.json").read_text("utf-8"))
    with serving(records, folder / "sample_png") as server:
        yield server


@pytest.fixture
def start(qtbot, tmp_path):
    """Start the program: start(engine=..., voice=..., settings=..., size=...)."""
    from tests.programs import program

    started = []

    def _start(*arguments, **options):
        app = program(tmp_path, *arguments, **options)
        qtbot.add_widget(app.window)
        started.append(app)
        app.start()
        qtbot.wait_until(lambda: app.is_ready, timeout=10_000)
        return app

    yield _start
    for app in started:
        app.stop()
    started.clear()
    gc.collect()  # dead widgets are taken apart here, not in a thread of a later test
