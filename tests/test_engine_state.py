"""The model's engine is used once it is there, and whole."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from aac_app.engine_state import is_installed

pytestmark = pytest.mark.skipif(
    find_spec("llama_cpp") is None, reason="needs llama-cpp-python, which takes minutes to compile"
)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (None, True),
        ('{"state": "ready"}', True),
        ('{"state": "installing", "done": 3}', False),
        ('{"state": "compiling"}', False),
        ('{"state": "failed"}', True),
        ("not json", True),
        ("[]", True),
    ],
)
def test_a_half_installed_engine_is_none(tmp_path, record, expected):
    path = tmp_path / "engine.json"
    if record is not None:
        path.write_text(record)
    assert is_installed(path) is expected
