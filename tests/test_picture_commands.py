"""`aac-app pictures` against a real server, and a pack carried to a fresh machine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pictograms.cache import Cache

_ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def profile(tmp_path):
    """A person with one small board of their own, so that there is little to fetch."""
    for language in ("es", "en"):
        folder = tmp_path / "one" / "boards" / language
        folder.mkdir(parents=True)
        numbers = ["2367", "6900001"]
        board = {
            "format": "open-board-0.1",
            "id": "home",
            "locale": language,
            "name": "Home",
            "buttons": [{"id": n, "label": n, "image_id": n} for n in numbers],
            "grid": {"rows": 1, "columns": 2, "order": [numbers]},
            "images": [{"id": n, "symbol": {"set": "arasaac", "filename": n}} for n in numbers],
            "sounds": [],
        }
        (folder / "home.obf").write_text(json.dumps(board))
    return tmp_path / "one"


def aac(profile, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "aac_app", "--profile", str(profile), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        cwd=_ROOT,
        timeout=60,
        check=False,
    )


def test_fetch_pack_and_take_on_a_fresh_machine(profile, arasaac, tmp_path):
    urls = ("--api", arasaac.api, "--images", arasaac.static)
    done = aac(profile, "pictures", "fetch", *urls)
    # Beside the two of the board stand those of the eight urgent words, on every board.
    assert "2 of 10 pictures are here, 2 of them new" in done.stdout
    assert "6900001" in done.stdout  # ARASAAC has no such picture
    assert done.returncode == 1
    pack = tmp_path / "boards.pictograms.zip"
    packed = aac(profile, "pictures", "pack", pack)
    assert packed.returncode == 0, packed.stderr
    assert "CC BY-NC-SA" in packed.stdout
    taken = aac(tmp_path / "two", "pictures", "unpack", pack)
    assert "2 new pictures" in taken.stdout
    assert (tmp_path / "two" / "pictures" / "images" / "2367_500.png").exists()


def test_no_network_is_one_sentence(profile):
    nowhere = "http://127.0.0.1:9"
    done = aac(profile, "pictures", "fetch", "--api", nowhere, "--images", nowhere)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith("aac-app: ")


def test_a_pack_that_is_none_is_one_sentence(profile, tmp_path):
    wrong = tmp_path / "wrong.zip"
    wrong.write_bytes(b"no zip")
    done = aac(profile, "pictures", "unpack", wrong)
    assert (done.returncode, done.stdout) == (1, "")
    assert "wrong.zip" in done.stderr


def test_the_catalogue_is_kept_for_searching_without_a_network(profile, arasaac):
    done = aac(profile, "pictures", "catalogue", "--api", arasaac.api)
    assert done.returncode == 0, done.stderr
    assert f"es: {len(arasaac.records)} pictures can be searched" in done.stdout
    with Cache(profile / "pictures") as cache:
        assert cache.records.synced_on("en") is not None
        assert [one.id for one in cache.search("grandfather", "en")] == [2244]
    again = aac(profile, "pictures", "catalogue", "--api", arasaac.api)
    assert "0 of them came now" in again.stdout
