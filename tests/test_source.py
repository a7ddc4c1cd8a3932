"""Sources, filling the cache and keeping it up to date, with a real server and real files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest

from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache
from pictograms.errors import (
    BadImageError,
    CacheError,
    FetchCancelledError,
    PictogramNotFoundError,
    SourceDownError,
    SourceUnavailableError,
)
from pictograms.fetch import Fetched, fetch_images, sync_records
from pictograms.pictogram import Pictogram, WordClass
from pictograms.source import CachedSource, FolderSource, SymbolSource
from pictograms.variant import Drawn, Hair, Variant
from tests.arasaac_server import (
    CUT_SHORT,
    DROPPED,
    ERROR_500,
    HTML_PAGE,
    NOTHING_FOUND,
    UNAVAILABLE,
    ArasaacServer,
)
from tests.pictures import png

DAY = date(2026, 3, 1)
PICTURE = 6929


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path / "cache") as made:
        yield made


@pytest.fixture
def client(arasaac: ArasaacServer) -> Iterator[ArasaacClient]:
    with ArasaacClient(arasaac.api, arasaac.static, pace=0.0) as made:
        yield made


def test_offline_finds_what_is_here_and_asks_nobody(cache: Cache) -> None:
    source: SymbolSource = CachedSource(cache, None)
    assert source.search("agua", "es") == []
    cache.store_records([Pictogram(1, "agua", WordClass.NOUN, ("agua",))], "es")
    path = cache.store_image(1, png())
    assert [found.id for found in source.search("agua", "es")] == [1]
    assert source.image(1) == path
    with pytest.raises(PictogramNotFoundError, match="picture 2 is not on this computer"):
        source.image(2)


def test_what_the_network_found_is_kept(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    [spider] = CachedSource(cache, client).search("spider", "en")
    assert spider.id == 2254
    assert CachedSource(cache, None).search("spider", "en") == [spider]


def test_a_complete_catalogue_needs_no_network(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    sync_records(cache, client, "en", DAY)
    asked = len(arasaac.seen)
    source = CachedSource(cache, client)
    assert [found.id for found in source.search("grandpa", "en")] == [2244]
    assert len(arasaac.seen) == asked
    assert source.search("nothing like it", "en") == []
    assert len(arasaac.seen) == asked + 1


def test_an_unreachable_server_leaves_what_is_here(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    source = CachedSource(cache, client)
    arasaac.fail("search", *[UNAVAILABLE] * 4)
    with pytest.raises(SourceDownError):
        source.search("water", "en")
    cache.store_records([Pictogram(2248, "water", WordClass.NOUN, ("water",))], "en")
    assert [found.id for found in source.search("water", "en")] == [2248]


def test_a_cache_that_cannot_be_written_hides_no_result(
    tmp_path: Path, client: ArasaacClient
) -> None:
    (tmp_path / "cache").write_text("in the way")
    source = CachedSource(Cache(tmp_path / "cache"), client)
    assert [found.id for found in source.search("water", "en")] == [2248]
    with pytest.raises(CacheError):
        source.image(PICTURE)


def test_a_picture_is_fetched_once(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    source = CachedSource(cache, client)
    path = source.image(PICTURE)
    assert path.read_bytes() == arasaac.picture(PICTURE)
    assert source.image(PICTURE) == path
    assert len(arasaac.seen) == 1


def test_what_came_spoilt_is_not_kept(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    source = CachedSource(cache, client)
    arasaac.fail("_500.png", HTML_PAGE, CUT_SHORT)
    for _ in range(2):
        with pytest.raises(BadImageError):
            source.image(PICTURE)
    assert cache.image_ids() == []
    assert source.image(PICTURE).read_bytes() == arasaac.picture(PICTURE)


def _fetch(
    cache: Cache, client: ArasaacClient, ids: list[int]
) -> tuple[Fetched, list[tuple[int, int, int]]]:
    told: list[tuple[int, int, int]] = []
    result = fetch_images(ids, cache, client, lambda *now: told.append(now), Event())
    return result, told


def test_fetching_the_pictures_of_all_boards(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    ids = arasaac.picture_ids()
    cache.store_image(ids[0], png())
    result, told = _fetch(cache, client, [*ids, ids[5]])
    assert result == Fetched(stored=38, present=1, failed=())
    assert told == [(done, 39, 0) for done in range(1, 40)]
    assert cache.image_ids() == ids
    assert len(arasaac.seen) == 38
    assert arasaac.connections == 1
    kept = cache.image_path(ids[0])
    assert kept is not None
    assert kept.read_bytes() == png()


def test_one_bad_picture_does_not_stop_the_others(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    ids = arasaac.picture_ids()[:6]
    arasaac.fail(f"/{ids[1]}_500", HTML_PAGE)
    arasaac.fail(f"/{ids[3]}_500", ERROR_500)
    arasaac.fail(f"/{ids[4]}_500", DROPPED)
    result, told = _fetch(cache, client, [1, *ids])
    assert result == Fetched(stored=4, present=0, failed=(1, ids[1], ids[3]))
    assert told[-1] == (7, 7, 3)


def test_a_server_that_is_down_is_not_asked_for_the_rest(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    ids = arasaac.picture_ids()
    arasaac.fail(f"/{ids[2]}_500", *[UNAVAILABLE] * 5)
    result, told = _fetch(cache, client, ids)
    assert (result.stored, result.failed) == (2, ())
    assert isinstance(result.stopped_by, SourceDownError)
    assert told[-1] == (2, 39, 0)
    assert len(arasaac.seen) == 7
    again, _ = _fetch(cache, client, ids)
    assert again == Fetched(stored=37, present=2, failed=())


def test_a_server_that_only_fails_is_left_alone_soon(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    arasaac.fail("_500.png", *[ERROR_500] * 39)
    result, _ = _fetch(cache, client, arasaac.picture_ids())
    assert type(result.stopped_by) is SourceUnavailableError
    assert len(arasaac.seen) == 5


def test_missing_pictures_are_no_reason_to_stop(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    result, _ = _fetch(cache, client, [*range(1, 9), PICTURE])
    assert result == Fetched(stored=1, present=0, failed=tuple(range(1, 9)))


def test_cancelling_between_two_pictures(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    cancelled = Event()

    def stop_at_three(done: int, total: int, failed: int) -> None:
        if done == 3:
            cancelled.set()

    result = fetch_images(arasaac.picture_ids(), cache, client, stop_at_three, cancelled)
    assert result.stored == 3
    assert isinstance(result.stopped_by, FetchCancelledError)
    assert len(arasaac.seen) == 3


def test_a_full_cache_stops_the_fetching(tmp_path: Path, client: ArasaacClient) -> None:
    (tmp_path / "cache").write_text("in the way")
    result, _ = _fetch(Cache(tmp_path / "cache"), client, [PICTURE, 6891])
    assert result.stored == 0
    assert isinstance(result.stopped_by, CacheError)


def test_records_are_fetched_whole_once_and_then_by_days(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    assert sync_records(cache, client, "en", DAY) == 7
    arasaac.records[2250]["keywords"] = [{"keyword": "cushion", "type": 2}]
    arasaac.changed = [2250]
    assert sync_records(cache, client, "en", DAY + timedelta(days=3)) == 1
    assert arasaac.seen[-1].path == "/v1/pictograms/en/days/4"
    assert [found.id for found in cache.search("cushion", "en")] == [2250]
    assert cache.search("pillow", "en") == []
    assert cache.records.synced_on("en") == DAY + timedelta(days=3)
    arasaac.changed = []
    assert sync_records(cache, client, "en", DAY + timedelta(days=3)) == 0
    assert arasaac.seen[-1].path == "/v1/pictograms/en/days/1"


def test_old_records_are_fetched_whole_if_they_changed(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    sync_records(cache, client, "en", DAY)
    assert sync_records(cache, client, "en", DAY + timedelta(days=200)) == 0
    assert "If-None-Match" in arasaac.seen[-1].headers
    del arasaac.records[2250]
    assert sync_records(cache, client, "en", DAY + timedelta(days=400)) == 6
    assert cache.search("pillow", "en") == []


def test_a_clock_set_back_asks_for_everything(cache: Cache, client: ArasaacClient) -> None:
    sync_records(cache, client, "en", DAY)
    assert sync_records(cache, client, "en", DAY - timedelta(days=9)) == 0
    assert cache.records.synced_on("en") == DAY - timedelta(days=9)
    assert cache.records.count("en") == 7


def test_records_that_did_not_come_leave_the_old_ones(
    cache: Cache, client: ArasaacClient, arasaac: ArasaacServer
) -> None:
    sync_records(cache, client, "en", DAY)
    arasaac.fail("/all/", NOTHING_FOUND, HTML_PAGE)
    for _ in range(2):
        with pytest.raises(SourceUnavailableError):
            sync_records(cache, client, "en", DAY + timedelta(days=300))
    assert cache.records.count("en") == 7
    assert cache.records.synced_on("en") == DAY


def test_a_folder_of_ones_own_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "mías"
    (folder / "gente").mkdir(parents=True)
    for name in ("mi_perro.png", "perro.JPG", "gente/Abuela Ana.png", "notes.txt", ".hidden.png"):
        (folder / name).write_bytes(png())
    source: SymbolSource = FolderSource(folder)
    found = source.search("PERRO", "es")
    assert [one.label for one in found] == ["perro", "mi perro"]
    assert all(one.id < 0 for one in found)
    assert source.image(found[1].id) == folder / "mi_perro.png"
    [grandmother] = FolderSource(folder).search("abuela", "en")
    assert FolderSource(folder).image(grandmother.id) == folder / "gente" / "Abuela Ana.png"
    assert source.search("", "es") == []
    assert source.search("notes", "es") == []
    assert source.search("hidden", "es") == []


def test_a_picture_taken_out_of_the_folder_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "sol.png").write_bytes(png())
    source = FolderSource(tmp_path)
    [sun] = source.search("sol", "es")
    (tmp_path / "sol.png").unlink()
    assert source.search("sol", "es") == []
    with pytest.raises(PictogramNotFoundError):
        source.image(sun.id)


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert FolderSource(tmp_path / "nowhere").search("sol", "es") == []


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "secret.png").symlink_to(tmp_path / "secret.png")
    assert FolderSource(folder).search("secret", "es") == []


def test_drawings_are_fetched_beside_the_plain_pictures(cache, client, arasaac):
    number = arasaac.picture_ids()[0]
    drawn = Drawn(number, Variant(plural=True, hair=Hair.RED))
    result = fetch_images([number, drawn], cache, client, lambda *_: None, Event())
    assert result == Fetched(stored=2, present=0, failed=())
    assert cache.image_path(number, drawn.variant).name == f"{number}_plural_hair-ED4120_500.png"
    assert Variant.of_query(arasaac.seen[-1].query) == drawn.variant
    missing = Drawn(number + 1, Variant(plural=True))
    assert fetch_images([missing], cache, client, lambda *_: None, Event()).failed == (missing,)
