"""The boards' pictures: from packs that lie on this computer, and from ARASAAC if wanted. No Qt."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event

from aac_app.files import write_atomically
from aac_app.picture_search import PictureSearch
from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache
from pictograms.errors import PictogramError
from pictograms.fetch import Fetched, Progress, fetch_images, is_here, sync_records
from pictograms.pack import find_packs, read_pack
from pictograms.pictogram import Pictogram
from pictograms.variant import Drawn

_LOG = logging.getLogger(__name__)


class Pictures:
    """Fills the cache. Belongs to one thread; asks the network only in `fetch`."""

    def __init__(
        self,
        cache: Cache,
        pack_folders: Iterable[Path],
        client: Callable[[Event], ArasaacClient],
    ) -> None:
        self._cache = cache
        self._folders = tuple(pack_folders)
        self._client = client

    def take_packs(self) -> int:
        """Take the pictures of every pack that is new here; how many came.

        A pack that cannot be used is logged and does not stop the others.
        """
        marks = self._cache.folder / "packs-taken.json"
        taken = _read_marks(marks)
        added = 0
        for pack in find_packs(self._folders):
            facts = pack.stat()
            mark = f"{pack}|{facts.st_size}|{facts.st_mtime_ns}"
            if mark in taken:
                continue
            try:
                added += read_pack(pack, self._cache).added
            except PictogramError as error:
                _LOG.warning("%s", error)
            taken.append(mark)
            _write_marks(marks, taken)
        return added

    def missing(self, wanted: Sequence[int | Drawn]) -> list[int | Drawn]:
        """Those of these pictures that are not here, whole."""
        return [picture for picture in wanted if not is_here(picture, self._cache)]

    def search(self, known: Callable[[str], Sequence[Pictogram]]) -> PictureSearch:
        """Looks for one picture at a time, in a thread of its own; `known` is what boards have."""
        return PictureSearch(Cache(self._cache.folder), self._client, known)

    def sync_catalogue(self, language: str, cancelled: Event) -> int:
        """Bring the words of all of ARASAAC's pictures here, about 8 MB the first time.

        How many records came. Raises PictogramError.
        """
        with Cache(self._cache.folder) as cache, self._client(cancelled) as client:
            return sync_records(cache, client, language, cancelled=cancelled)

    def fetch(self, wanted: Sequence[int | Drawn], progress: Progress, cancelled: Event) -> Fetched:
        """Ask ARASAAC for the pictures that are missing."""
        with self._client(cancelled) as client:
            return fetch_images(wanted, self._cache, client, progress, cancelled)


def _read_marks(path: Path) -> list[str]:
    try:
        marks = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [mark for mark in marks if isinstance(mark, str)] if isinstance(marks, list) else []


def _write_marks(path: Path, marks: list[str]) -> None:
    try:
        write_atomically(path, json.dumps(marks))
    except OSError as error:
        _LOG.warning("which packs were taken cannot be remembered: %s", error)
