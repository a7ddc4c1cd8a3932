"""What a source answers when it is asked whether something is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Validator:
    """How a source names one version of a thing (HTTP `ETag` and `Last-Modified`)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer(Generic[_T]):
    """A thing and its version, or word that it has not changed."""

    value: _T | None
    """None: not modified since the version that was asked about."""
    validator: Validator = Validator()

    @property
    def is_modified(self) -> bool:
        return self.value is not None
