"""llama-cpp-python itself: how it is imported, what it complains of, and what that means.

The binding's only importer. Its own `Llama` class is not used: it keeps a copy of all logits,
builds a sampler chain for each token and prints.
"""

from __future__ import annotations

import ctypes
import functools
import os
import re
from typing import Any, Final

from models.errors import EngineUnavailableError

_ERROR_LEVEL: Final = 4
"""GGML_LOG_LEVEL_ERROR of ggml.h."""
_REASONS: Final = (
    (r"unknown model architecture: '([^']*)'", "its architecture, {0}, is not known here"),
    (r"not within the file bounds|failed to read", "the file is cut short or damaged"),
    (r"allocat|out of memory|bad_alloc", "there is not enough memory for it"),
    (r"LoRA tensor|arch mismatch|incorrect shape", "it was made for another model"),
    (r"key not found in model: (\S+)", "it is no language model: it has no {0}"),
    (r"error loading model: (.+)", "llama.cpp cannot load it ({0})"),
)
"""What llama.cpp says, and what that means for the person who chose the file."""


class CapturedLog:
    """What llama.cpp complains of, kept instead of printed."""

    def __init__(self, api: Any) -> None:
        self.lines: list[str] = []
        self._callback = api.llama_log_callback(self._add)
        api.llama_log_set(self._callback, ctypes.c_void_p(0))

    def _add(self, level: int, text: bytes, _data: Any) -> None:
        if level == _ERROR_LEVEL:
            self.lines.append(text.decode("utf-8", "replace").strip())

    def clear(self) -> None:
        self.lines.clear()

    def reason(self) -> str:
        """What llama.cpp complained of last, in words for a person."""
        complaint = "\n".join(self.lines)
        for pattern, meaning in _REASONS:
            if found := re.search(pattern, complaint, re.IGNORECASE):
                return meaning.format(*found.groups())
        return "llama.cpp cannot load it"


@functools.cache
def captured_log() -> CapturedLog:
    """The one log of the process: llama.cpp keeps the address of its callback for ever."""
    return CapturedLog(_binding())


@functools.cache
def has_broken_kernels() -> bool:
    """Whether quantised weights must not be repacked for this processor's matrix unit (AMX).

    gcc leaves out most of the unit's configuration, since its header (amxtileintrin.h of gcc 12)
    says that only eight bytes of it are read, and the first product ends the process.
    """
    return b"AMX_INT8 = 1" in _binding().llama_print_system_info()


def quiet_binding() -> Any:
    """The library itself, for work on files; what it complains of is kept instead of printed.

    Raises EngineUnavailableError where it is not installed or cannot be loaded.
    """
    captured_log()
    return _binding()


def _binding() -> Any:
    """llama-cpp-python, imported only here, so that the board opens without waiting for it."""
    # Several threads that spin while they wait stop all work on a busy machine; if they never spin
    # they take three times as long on a quiet one. So they spin briefly. Read by libgomp when it is
    # loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    # If ggml ever aborts, it would first start a debugger for a trace of itself.
    os.environ.setdefault("GGML_NO_BACKTRACE", "1")
    try:
        import llama_cpp
    except ModuleNotFoundError as error:
        raise EngineUnavailableError("llama-cpp-python is not installed") from error
    except (ImportError, OSError, RuntimeError) as error:
        raise EngineUnavailableError(f"llama-cpp-python cannot be loaded: {error}") from error
    return llama_cpp
