"""Whether the language model's engine is installed, or still being compiled behind us. No Qt."""

from __future__ import annotations

import json
import sys
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

RECORD = Path(sys.prefix) / "aac-setup" / "engine.json"
"""Where the set-up tells how its compilation stands; absent where it compiles nothing."""


def is_installed(record: Path = RECORD) -> bool:
    """Whether llama-cpp-python is there, whole: a half-copied package can already be found."""
    invalidate_caches()
    if find_spec("llama_cpp") is None:
        return False
    try:
        state = json.loads(record.read_text("utf-8"))
    except (OSError, ValueError):
        return True
    return not isinstance(state, dict) or state.get("state") not in _UNDER_WAY


_UNDER_WAY = frozenset({"preparing", "compiling", "installing"})
