"""The cache: what is searched offline, what survives a kill, damage and a full disk."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pictograms.answer import Validator
from pictograms.cache import Cache
from pictograms.database import _STEPS
from pictograms.errors import BadImageError, CacheError
from pictograms.pictogram import Pictogram, WordClass
from pictograms.png import MAX_SIDE, check_png
from pictograms.ranking import fold
from pictograms.variant import Variant
from tests.cache_writer import BATCH
from tests.pictures import chunk, png

DAY = date(2026, 3, 1)
ROOT = Path(__file__).resolve().parent.parent

WORDS = {
    1: ("agua",),
    2: ("agua mineral",),
    3: ("gota de agua",),
    4: ("niño", "chico"),
    5: ("nino",),
    6: ("¿qué?", "qué"),
    7: ("pan",),
    8: ("pantalón",),
    9: ("comer",),
    10: ("guagua",),
    11: ("árbol",),
}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """A cache with a few words; the folder's name has a space and an accent in it."""
    made = Cache(tmp_path / "caché de Ana")
    records = [
        Pictogram(identity, words[0], WordClass.NOUN, words, categories=("beverage",))
        if identity == 2
        else Pictogram(identity, words[0], WordClass.NOUN, words, plural=f"{words[0]}s")
        for identity, words in WORDS.items()
    ]
    made.records.store_catalogue(records, "es", DAY, Validator("v1"))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("agua", [1, 2, 3]),
        ("AGUA", [1, 2, 3]),
        ("  agua   ", [1, 2, 3]),
        ("agu", [1, 2, 3]),
        ("aguas", [1, 3]),
        ("niño", [4, 5]),
        ("nino", [5, 4]),
        ("chi", [4]),
        ("que", [6]),
        ("¿Qué?", [6]),
        ("pan", [7, 8]),
        ("arbol", [11]),
        ("agua gota", [3]),
        ("beverage", [2]),
        ("comer pan", []),
        ("xyzzy", []),
        ("", []),
        ("?", []),
        ('"', []),
        ("agua OR pan", []),
        ("agua*", [1, 2, 3]),
        ("labels:agua", []),
        ("-", []),
        ("' OR 1=1 --", []),
    ],
)
def test_searching_without_a_network(cache: Cache, term: str, expected: list[int]) -> None:
    assert [found.id for found in cache.search(term, "es")] == expected


def test_a_search_stays_in_its_language(cache: Cache) -> None:
    cache.store_records([Pictogram(1, "water", WordClass.NOUN, ("water",))], "en")
    assert [found.label for found in cache.search("water", "en")] == ["water"]
    assert cache.search("water", "es") == []
    assert cache.search("agua", "en") == []


def test_a_record_comes_back_as_it_was(cache: Cache) -> None:
    whole = Pictogram(
        50,
        "abrazo",
        WordClass.SOCIAL,
        ("abrazo", "abrazar"),
        plural="abrazos",
        categories=("affection", "greeting"),
        last_updated="2020-12-15T12:53:57.867Z",
        is_sexual=True,
        is_violent=True,
    )
    cache.store_records([whole], "es")
    assert cache.records.pictogram(50, "es") == whole
    assert cache.records.pictogram(50, "en") is None
    assert cache.search("abrazar", "es") == [whole]


def test_a_changed_record_loses_its_old_words(cache: Cache) -> None:
    cache.store_records([Pictogram(9, "cenar", WordClass.VERB, ("cenar",))], "es")
    assert cache.search("comer", "es") == []
    assert [found.id for found in cache.search("cenar", "es")] == [9]
    assert cache.records.count("es") == len(WORDS)


def test_a_new_catalogue_replaces_the_old_one(cache: Cache) -> None:
    cache.store_records([Pictogram(1, "water", WordClass.NOUN, ("water",))], "en")
    fresh = [Pictogram(99, "sol", WordClass.NOUN, ("sol",))]
    cache.records.store_catalogue(fresh, "es", date(2026, 4, 1), Validator("v2", "then"))
    assert cache.search("agua", "es") == []
    assert cache.records.count("es") == 1
    assert cache.records.count("en") == 1
    assert cache.records.synced_on("es") == date(2026, 4, 1)
    assert cache.records.synced_on("en") is None
    assert cache.records.catalogue_validator("es") == Validator("v2", "then")
    assert cache.records.catalogue_validator("en") == Validator()


def test_everything_is_there_the_next_time(cache: Cache) -> None:
    path = cache.store_image(7, png())
    cache.close()
    with Cache(cache.folder) as again:
        assert [found.id for found in again.search("pan", "es")] == [7, 8]
        assert again.image_path(7) == path
        assert again.image_ids() == [7]


def test_a_thousand_hits_are_cut_and_the_exact_one_is_first(cache: Cache) -> None:
    many = [Pictogram(n, f"casa {n}", WordClass.NOUN, (f"casa {n}",)) for n in range(100, 1100)]
    cache.store_records([*many, Pictogram(5000, "casa", WordClass.NOUN, ("casa",))], "es")
    found = cache.search("casa", "es", limit=30)
    assert len(found) == 30
    assert found[0].id == 5000


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("¿Qué  NIÑO?", "que nino"),
        ("?", "?"),
        ("Straße", "strasse"),
        ("  ", ""),
        ("e\u0301l", "el"),
    ],
)
def test_how_words_are_compared(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_pictures_from_another_thread(cache: Cache) -> None:
    cache.store_image(7, png())
    seen: list[Path | None] = []
    thread = threading.Thread(target=lambda: seen.append(cache.image_path(7)))
    thread.start()
    thread.join()
    assert seen == [cache.folder / "images" / "7_500.png"]


def test_a_picture_is_never_replaced_by_itself(cache: Cache) -> None:
    path = cache.store_image(7, png(1))
    assert cache.store_image(7, png(2)) == path
    assert path.read_bytes() == png(1)
    cache.store_image(7, png(2), replace=True)
    assert path.read_bytes() == png(2)
    assert cache.image_path(7) == path


def test_a_variant_has_its_own_file(cache: Cache) -> None:
    plural = Variant(plural=True)
    path = cache.store_image(7, png(), plural)
    assert path.name == "7_plural_500.png"
    assert cache.image_path(7) is None
    assert cache.image_path(7, plural) == path
    assert cache.image_ids() == []


_WHOLE = png()
_HEADER_END = 8 + 25


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is no PNG"),
        (b"<html>", "is no PNG"),
        (_WHOLE[:8], "cut off"),
        (_WHOLE[:20], "cut off"),
        (_WHOLE[: len(_WHOLE) // 2], "cut off"),
        (_WHOLE[:-12], "cut off"),
        (_WHOLE[:-1], "cut off"),
        (_WHOLE[:45] + b"!" + _WHOLE[46:], "damaged"),
        (_WHOLE[:8] + chunk(b"IEND", b""), "damaged"),
        (_WHOLE[:_HEADER_END] + chunk(b"IEND", b""), "cut off"),
        (png(width=MAX_SIDE + 1, height=1), "too large"),
        (_WHOLE[:8] + chunk(b"IHDR", bytes(13)) + chunk(b"IEND", b""), "too large"),
    ],
)
def test_what_is_no_whole_picture_is_not_kept(cache: Cache, data: bytes, says: str) -> None:
    with pytest.raises(BadImageError, match=f"picture 7 .*{says}"):
        cache.store_image(7, data)
    assert list((cache.folder / "images").glob("*")) == []


def test_genuine_pictures_are_sound(shared: Path) -> None:
    pictures = list((shared / "data" / "arasaac" / "sample_png").glob("*.png"))
    assert len(pictures) == 39
    for path in pictures:
        check_png(path.read_bytes())


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-20], lambda data: b"", lambda data: b"x" + data[1:]]
)
def test_a_spoilt_picture_is_set_aside(cache: Cache, spoil: Callable[[bytes], bytes]) -> None:
    path = cache.store_image(7, png(1))
    assert cache.image_path(7) == path
    path.write_bytes(spoil(png(1)))
    assert cache.image_path(7) is None
    assert [file.name for file in path.parent.iterdir()] == ["7_500.png.bad"]
    assert cache.store_image(7, png(2)).read_bytes() == png(2)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"this is no database " * 500),
        lambda path: path.write_bytes(path.read_bytes()[:6000]),
        lambda path: _scribble(path),
        lambda path: _damage_words(path, "UPDATE word_data SET block = x'ff' WHERE id > 1"),
        lambda path: _damage_words(path, "PRAGMA user_version = 999"),
    ],
    ids=["no database", "cut off", "scribbled on", "words lost", "of a newer program"],
)
def test_a_spoilt_database_is_set_aside(cache: Cache, spoil: Callable[[Path], object]) -> None:
    cache.close()
    path = cache.folder / "cache.db"
    spoil(path)
    with Cache(cache.folder) as again:
        assert again.search("agua", "es") == []
        again.store_records([Pictogram(1, "agua", WordClass.NOUN, ("agua",))], "es")
        assert [found.id for found in again.search("agua", "es")] == [1]
    assert (cache.folder / "cache.db.bad").exists()


def _scribble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:12288] = bytes(random.Random(1).randbytes(8192))
    path.write_bytes(data)


def test_damage_that_shows_only_in_use_is_survived(cache: Cache) -> None:
    path = cache.folder / "cache.db"
    _damage_words(path, "DELETE FROM word_data WHERE id > 10")
    assert cache.search("gota", "es") == []
    cache.store_records([Pictogram(1, "agua", WordClass.NOUN, ("agua",))], "es")
    assert [found.id for found in cache.search("agua", "es")] == [1]
    assert (cache.folder / "cache.db.bad").exists()


def _damage_words(path: Path, statement: str) -> None:
    database = sqlite3.connect(path)
    database.execute(statement)
    database.commit()
    database.close()


def test_a_folder_that_is_a_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    with Cache(tmp_path / "cache") as cache:
        assert cache.image_path(7) is None
        assert cache.image_ids() == []
        with pytest.raises(CacheError, match="picture 7 cannot be kept"):
            cache.store_image(7, png())
        with pytest.raises(CacheError, match=r"cache\.db: ") as caught:
            cache.search("agua", "es")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    script = """
import resource, signal, sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from pictograms.answer import Validator
from pictograms.cache import Cache
from pictograms.database import _STEPS
from pictograms.errors import CacheError
from tests.cache_writer import batch
from tests.pictures import png

cache = Cache(Path(sys.argv[1]))
cache.store_image(1, png(1))
cache.records.store_catalogue(batch(1), "es", date(2026, 1, 1), Validator())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
refusals = 0
try:
    cache.store_image(2, png(2, note=bytes(200_000)))
except CacheError as error:
    refusals += 1
try:
    for number in range(2, 200):
        cache.records.store_catalogue(batch(number), str(number), date(2026, 1, 1), Validator())
except CacheError as error:
    refusals += 1
found = cache.search("agua", "es")
print(refusals, cache.image_path(1) is not None, cache.image_path(2), len(found))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "cache")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=30,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == (["2", "True", "None", str(BATCH)], "")
    assert [file.name for file in (tmp_path / "cache" / "images").iterdir()] == ["1_500.png"]
    with Cache(tmp_path / "cache") as again:
        assert again.records.count("es") == BATCH


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_at_any_moment_leaves_everything_whole(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    chance = random.Random(20260301)
    written = 0
    for turn in range(10):
        command = [sys.executable, "-m", "tests.cache_writer", str(folder), str(turn * 7)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline().strip() == b"ready"
            time.sleep(chance.uniform(0.0, 0.12))
            writer.send_signal(signal.SIGKILL)
        assert writer.returncode == -signal.SIGKILL
        written += _check_whole(folder)
    assert written > 10


def _check_whole(folder: Path) -> int:
    """How many pictures there are; fails for any that is not whole, and for half a batch."""
    with Cache(folder) as cache:
        ids = cache.image_ids()
        assert all(cache.image_path(identity) for identity in ids)
        for number in range(7):
            language = f"l{number}"
            count = cache.records.count(language)
            assert count in (0, BATCH)
            assert len(cache.search("agua", language)) == count
            assert (cache.records.catalogue_validator(language).etag is None) == (count == 0)
        cache.tidy(now=time.time() + 7200)
    assert not list(folder.glob("**/*.bad"))
    assert not list(folder.glob("**/.*.tmp"))
    return len(ids)


def test_a_draft_of_a_running_program_is_left_alone(cache: Cache) -> None:
    images = cache.folder / "images"
    images.mkdir(parents=True)
    young, old = images / ".7_500.png.a.tmp", images / ".7_500.png.b.tmp"
    young.write_bytes(b"")
    old.write_bytes(b"")
    now = time.time()
    os.utime(old, (now - 4000, now - 4000))
    cache.tidy(now)
    assert list(images.iterdir()) == [young]


def test_two_programs_write_into_one_cache(tmp_path: Path) -> None:
    script = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from pictograms.answer import Validator
from pictograms.cache import Cache
from pictograms.database import _STEPS
from tests.cache_writer import batch

with Cache(Path(sys.argv[1])) as cache:
    for number in range(20):
        language = f"{sys.argv[2]}{number}"
        cache.records.store_catalogue(batch(number), language, date(2026, 1, 1), Validator())
"""
    folder = tmp_path / "cache"
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(folder), name], cwd=ROOT)
        for name in ("a", "b", "c")
    ]
    assert [writer.wait(20) for writer in writers] == [0, 0, 0]
    with Cache(folder) as cache:
        counts = [cache.records.count(f"{name}{n}") for name in "abc" for n in range(20)]
    assert set(counts) == {BATCH}


def test_a_cache_of_the_first_version_learns_about_skin_and_hair(tmp_path):
    database = sqlite3.connect(tmp_path / "cache.db")
    for statement in _STEPS[0].split(";"):
        database.execute(statement)
    database.execute("PRAGMA user_version = 1")
    database.execute(
        "INSERT INTO pictogram VALUES (1, 5, 'es', 'noun', '[\"pan\"]', NULL, '[]', '', 0, 1)"
    )
    database.execute("INSERT INTO sync VALUES ('es', '2026-01-01')")
    database.commit()
    database.close()
    with Cache(tmp_path) as cache:
        (bread,) = [cache.records.pictogram(5, "es")]
        assert (bread.is_violent, bread.has_skin, bread.has_hair) == (True, True, True)
        assert cache.records.synced_on("es") is None  # it is asked for once more
        cache.store_records([replace(bread, has_skin=False)], "es")
        assert not cache.records.pictogram(5, "es").has_skin
