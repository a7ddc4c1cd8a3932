"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data, which is not part of the project; skips where it is absent."""
    folder = Path(os.environ.get("AAC_SHARED", _ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("needs the reference data: set AAC_SHARED to its folder")
    return folder
