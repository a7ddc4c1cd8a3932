"""Filling the cache: the pictures of all boards at once, and the records for the search."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from threading import Event

from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache
from pictograms.errors import (
    CacheError,
    FetchCancelledError,
    PictogramError,
    SourceDownError,
    SourceUnavailableError,
)
from pictograms.variant import Drawn

Progress = Callable[[int, int, int], None]
"""Told how many pictures are done, of how many, and how many of these could not be had."""

_TOO_MANY_FAILURES = 5
_OVERLAP = 1
"""Days asked for twice: the server's day may not be ours."""
_STALE = 180
"""Days after which the whole catalogue is asked for, since removals are in no list of changes."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """How a fetch went."""

    stored: int
    """Pictures that came and were kept."""
    present: int
    """Pictures that were here already."""
    failed: tuple[int | Drawn, ...]
    """Numbers of those that could not be had (not there, or damaged)."""
    stopped_by: PictogramError | None = None
    """Why the rest was not asked for; None: nothing is left."""


def fetch_images(
    ids: Iterable[int | Drawn],
    cache: Cache,
    client: ArasaacClient,
    progress: Progress,
    cancelled: Event,
) -> Fetched:
    """Fetch the pictures that are not here yet, one after the other: a number is the plain one.

    One bad picture does not stop the others; a server that is down, a full disk or
    `cancelled` does, and is told in the result. Raises nothing.
    """
    wanted = list(dict.fromkeys(ids))
    missing = [picture for picture in wanted if not is_here(picture, cache)]
    present = len(wanted) - len(missing)
    failed: list[int | Drawn] = []
    in_a_row = 0
    progress(present, len(wanted), 0)
    for number, picture in enumerate(missing):
        error = _fetch(picture, cache, client, cancelled)
        in_a_row = in_a_row + 1 if isinstance(error, SourceUnavailableError) else 0
        if _is_final(error) or in_a_row >= _TOO_MANY_FAILURES:
            return Fetched(number - len(failed), present, tuple(failed), error)
        if error:
            failed.append(picture)
        progress(present + number + 1, len(wanted), len(failed))
    return Fetched(len(missing) - len(failed), present, tuple(failed))


def sync_records(
    cache: Cache,
    client: ArasaacClient,
    language: str,
    today: date | None = None,
    cancelled: Event | None = None,
) -> int:
    """Bring the records of a language up to date; tell how many came.

    The whole catalogue the first time and when the records are half a year old, else what
    changed since. Raises PictogramError; the records are then as they were.
    """
    day = today or date.today()
    synced = cache.records.synced_on(language)
    age = (day - synced).days if synced else _STALE
    if 0 <= age < _STALE:
        changes = client.changed_within(age + _OVERLAP, language, cancelled=cancelled)
        cache.records.store_changes(changes, language, day)
        return len(changes)
    known = cache.records.catalogue_validator(language) if synced else None
    answer = client.catalogue(language, known, cancelled=cancelled)
    if answer.value is None:
        cache.records.store_changes((), language, day)
        return 0
    if not answer.value:
        raise SourceUnavailableError(f"ARASAAC's catalogue in {language!r} came empty")
    cache.records.store_catalogue(answer.value, language, day, answer.validator)
    return len(answer.value)


def is_here(picture: int | Drawn, cache: Cache) -> bool:
    """Whether the picture lies in the cache, whole."""
    if isinstance(picture, Drawn):
        return cache.image_path(picture.id, picture.variant) is not None
    return cache.image_path(picture) is not None


def _fetch(
    picture: int | Drawn, cache: Cache, client: ArasaacClient, cancelled: Event
) -> PictogramError | None:
    if cancelled.is_set():
        return FetchCancelledError("nobody is waiting for it any more")
    try:
        if isinstance(picture, Drawn):
            drawn = client.variant(picture.id, picture.variant)
            cache.store_image(picture.id, drawn, picture.variant)
            return None
        data = client.image(picture, cancelled=cancelled).value
        if data is None:
            return SourceUnavailableError(f"ARASAAC did not send picture {picture}")
        cache.store_image(picture, data)
    except PictogramError as error:
        return error
    return None


def _is_final(error: PictogramError | None) -> bool:
    return isinstance(error, SourceDownError | FetchCancelledError | CacheError)
