"""Reading JSON that may be anything: a value of the kind that was hoped for, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pictograms.fields import MAX_TEXT, clean, identity

_NOTHING: Mapping[str, Any] = MappingProxyType({})


def mapping(value: Any) -> Mapping[str, Any]:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else _NOTHING


def objects(value: Any) -> Sequence[Mapping[str, Any]]:
    """The objects of a list; whatever else is in it is passed over."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def text(value: Any) -> str:
    """A text or number as text without blanks around it; else empty. At most MAX_TEXT long."""
    return (identity(value) or "").strip()[:MAX_TEXT]


def long_text(value: Any) -> str:
    """A text of any length, such as a data URI; else empty."""
    return clean(value) if isinstance(value, str) else ""


def whole(value: Any, least: int, most: int, otherwise: int) -> int:
    """A whole number brought between `least` and `most`; `otherwise` for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return otherwise
    return int(min(max(value, least), most))


def is_true(value: Any) -> bool:
    return value is True
