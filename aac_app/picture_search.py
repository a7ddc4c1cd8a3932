"""Looking for one picture: on this computer first, at ARASAAC only where that is allowed. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache
from pictograms.errors import CacheError, PictogramError, SourceUnavailableError
from pictograms.pictogram import Pictogram
from pictograms.ranking import ELSEWHERE, rank
from pictograms.source import CachedSource
from pictograms.variant import Variant

_MOST = 60


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody typed, and how far it may be looked for."""

    term: str
    language: str
    may_ask: bool
    """Whether ARASAAC may be asked; else nothing leaves this computer."""
    cancelled: Event = field(default_factory=Event)
    """Set when nobody waits for it any more."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, best first."""

    search: Search
    pictograms: tuple[Pictogram, ...]
    problem: PictogramError | None = None
    """Why ARASAAC could not be asked; what is here was searched all the same."""


class PictureSearch:
    """Belongs to one thread, and owns a connection to the catalogue and one to ARASAAC."""

    def __init__(
        self,
        cache: Cache,
        client: Callable[[Event], ArasaacClient],
        known: Callable[[str], Sequence[Pictogram]],
    ) -> None:
        """`cache` belongs to this search alone; `known`: the words and pictures of the boards of
        a language, which are there before any catalogue is."""
        self._cache = cache
        self._make_client = client
        self._known = known
        self._client: ArasaacClient | None = None
        self._stop = Event()

    def find(self, search: Search) -> Hits:
        """Raises nothing: what cannot be asked is told in the result."""
        client = self._open_client() if search.may_ask else None
        problem: PictogramError | None = None
        found: list[Pictogram] = []
        try:
            found = CachedSource(self._cache, client).search(search.term, search.language)
        except PictogramError as error:
            problem = error
        on_boards = self._on_boards(search, {one.id for one in found})
        return Hits(search, tuple([*found, *on_boards][:_MOST]), problem)

    def drawing(
        self,
        number: int,
        variant: Variant,
        *,
        may_ask: bool,
        cancelled: Event | None = None,
    ) -> Path | None:
        """The picture's file; None where it is not here and may not be asked for.

        Raises PictogramError where ARASAAC cannot be asked, or has no such picture.
        """
        here = self._cache.image_path(number, variant)
        if here or not may_ask:
            return here
        client = self._open_client()
        if not variant.is_plain:
            return self._cache.store_image(number, client.variant(number, variant), variant)
        data = client.image(number, cancelled=cancelled).value
        if data is None:
            raise SourceUnavailableError(f"ARASAAC did not send picture {number}")
        return self._cache.store_image(number, data)

    def give_up(self) -> None:
        """Leave ARASAAC alone, now; any thread may say so."""
        self._stop.set()

    def close(self) -> None:
        self._cache.close()
        if self._client:
            self._client.close()
            self._client = None

    def _open_client(self) -> ArasaacClient:
        if self._client is None:
            self._client = self._make_client(self._stop)
        return self._client

    def _on_boards(self, search: Search, found: set[int]) -> list[Pictogram]:
        """What the boards have for these words and the catalogue has not."""
        try:
            if self._cache.records.synced_on(search.language) is not None:
                return []
        except CacheError:
            pass
        ranked = sorted(
            (rank(search.term, one.keywords), one.id, one)
            for one in self._known(search.language)
            if one.id not in found and search.term.strip()
        )
        return [one for (match, *_), _, one in ranked if match < ELSEWHERE]
