"""What ARASAAC's answers say, read once at the door."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pictograms.errors import MalformedRecordError, SourceUnavailableError
from pictograms.pictogram import Pictogram

_MAX_ID = 2**31


def read_pictograms(body: bytes) -> list[Pictogram]:
    """The records of a list. Those without keywords (a language that lacks them) or of another
    shape are passed over.

    Raises MalformedRecordError if none of several records has the documented shape, and
    SourceUnavailableError for what is not JSON (the page of a login portal, say).
    """
    records = _json(body)
    if not isinstance(records, list):
        raise MalformedRecordError(type(records).__name__)
    named = [record for record in records if not _is_nameless(record)]
    found = [one for one in map(_read, named) if one is not None]
    if named and not found:
        raise MalformedRecordError(_identity(named[0]))
    return found


def read_pictogram(body: bytes) -> Pictogram:
    """The one record of a reply. Raises as `read_pictograms` does."""
    record = _json(body)
    found = _read(record)
    if found is None:
        raise MalformedRecordError(_identity(record))
    return found


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SourceUnavailableError("ARASAAC's answer is not JSON") from error


def _is_nameless(record: Any) -> bool:
    return isinstance(record, dict) and record.get("keywords") == []


def _identity(record: Any) -> Any:
    return record.get("_id") if isinstance(record, dict) else type(record).__name__


def _read(record: Any) -> Pictogram | None:
    if not isinstance(record, Mapping):
        return None
    try:
        found = Pictogram.from_arasaac(record)
    except MalformedRecordError:
        return None
    return found if 0 < found.id < _MAX_ID and _is_text(found) else None


def _is_text(found: Pictogram) -> bool:
    """Whether every word can be shown and stored: JSON may hold half a surrogate pair."""
    words = (*found.keywords, found.plural or "", *found.categories, found.last_updated)
    try:
        "\n".join(words).encode("utf-8")
    except (UnicodeEncodeError, TypeError):
        return False
    return bool(found.label.strip())
