"""Packs of pictures: made, carried to another computer, and tampered with."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from pictograms.cache import Cache
from pictograms.credit import CREDIT
from pictograms.errors import CacheError, PackError
from pictograms.pack import FORMAT, PackRead, PackWritten, find_packs, read_pack, write_pack
from tests.pictures import png


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path / "here") as made:
        for identity in (5, 11, 2000):
            made.store_image(identity, png(identity))
        yield made


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Cache]:
    """Another computer, without a network."""
    with Cache(tmp_path / "there") as made:
        yield made


def test_a_pack_goes_to_another_computer(cache: Cache, fresh: Cache, tmp_path: Path) -> None:
    path = tmp_path / "usb stick" / "school.pictograms.zip"
    written = write_pack(cache, [2000, 5, 11, 5, 404], path)
    assert written == PackWritten(ids=(5, 11, 2000), missing=(404,))
    assert read_pack(path, fresh) == PackRead(added=3, present=0, damaged=())
    for identity in (5, 11, 2000):
        picture = fresh.image_path(identity)
        assert picture is not None
        assert picture.read_bytes() == png(identity)
    assert read_pack(path, fresh) == PackRead(added=0, present=3, damaged=())


def test_genuine_pictures_go_through(shared: Path, fresh: Cache, tmp_path: Path) -> None:
    with Cache(tmp_path / "genuine") as cache:
        for file in (shared / "data" / "arasaac" / "sample_png").glob("*.png"):
            cache.store_image(int(file.stem), file.read_bytes())
        path = tmp_path / "arasaac.pictograms.zip"
        write_pack(cache, cache.image_ids(), path)
    assert read_pack(path, fresh) == PackRead(added=39, present=0, damaged=())


def test_the_same_pictures_give_the_same_bytes(cache: Cache, tmp_path: Path) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    write_pack(cache, [5, 11], first)
    shutil.copytree(cache.folder, tmp_path / "copy")
    write_pack(Cache(tmp_path / "copy"), [11, 5], second)
    assert first.read_bytes() == second.read_bytes()


def test_a_pack_carries_its_own_licence(cache: Cache, tmp_path: Path) -> None:
    write_pack(cache, [5], tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        text = archive.read("LICENSE.txt").decode("utf-8")
        manifest = json.loads(archive.read("manifest.json"))
    assert "CC BY-NC-SA 4.0" in text
    assert CREDIT["es"] in text
    assert CREDIT["en"] in text
    assert manifest["license"] == "CC BY-NC-SA 4.0"
    assert manifest["ids"] == [5]
    assert manifest["sha256"] == {"5": hashlib.sha256(png(5)).hexdigest()}


def test_the_credit_is_word_for_word(shared: Path) -> None:
    source = (shared / "design" / "arasaac.md").read_text("utf-8")
    assert f"ES long: «{CREDIT['es']}»" in source
    assert f'EN long: "{CREDIT["en"]}"' in source


def test_a_pack_of_nothing_is_not_made(cache: Cache, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"a\.zip: none of its 2 pictures"):
        write_pack(cache, [1, 2], tmp_path / "a.zip")
    assert not (tmp_path / "a.zip").exists()


def test_a_pack_that_cannot_be_written_leaves_nothing(cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PackError, match=r"a\.zip: cannot be written"):
        write_pack(cache, [5], tmp_path / "file" / "a.zip")
    assert list((tmp_path).glob("**/*.tmp")) == []


def test_a_picture_once_shown_stays(cache: Cache, fresh: Cache, tmp_path: Path) -> None:
    fresh.store_image(5, png(99))
    write_pack(cache, [5, 11], tmp_path / "a.zip")
    assert read_pack(tmp_path / "a.zip", fresh) == PackRead(added=1, present=1, damaged=())
    kept = fresh.image_path(5)
    assert kept is not None
    assert kept.read_bytes() == png(99)


def _manifest(**changes: Any) -> bytes:
    whole = {
        "format": FORMAT,
        "version": 1,
        "ids": [5],
        "sha256": {"5": hashlib.sha256(png(5)).hexdigest()},
    }
    return json.dumps(whole | changes).encode()


def _zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "it has no manifest.json"),
        ({"other.txt": b""}, "it has no manifest.json"),
        ({"manifest.json": b"{"}, "cannot be understood"),
        ({"manifest.json": b"[]"}, "cannot be understood"),
        ({"manifest.json": b"\xff\xfe"}, "cannot be understood"),
        ({"manifest.json": b"[" * 100_000}, "cannot be understood"),
        ({"manifest.json": b'{"format": "zoo"}'}, "is not a pack"),
        ({"manifest.json": _manifest(version=2)}, "newer version"),
        ({"manifest.json": _manifest(version="1")}, "cannot be understood"),
        ({"manifest.json": _manifest(ids=[6])}, "cannot be understood"),
        ({"manifest.json": _manifest(ids=["5"])}, "cannot be understood"),
        ({"manifest.json": _manifest(ids=[-5], sha256={"-5": ""})}, "cannot be understood"),
        ({"manifest.json": _manifest(ids=7)}, "cannot be understood"),
        ({"manifest.json": _manifest(ids=[5] * 40_001)}, "more than 40000"),
        ({"manifest.json": _manifest(), "../../evil.png": png()}, "unsafe path"),
        ({"manifest.json": _manifest(), "/etc/evil.png": png()}, "unsafe path"),
        ({"manifest.json": _manifest(), "C:\\evil.png": png()}, "unsafe path"),
        ({"manifest.json": _manifest(), "images\\..\\..\\evil": png()}, "unsafe path"),
        ({"manifest.json": bytes(17 * 2**20)}, "too large a file"),
    ],
)
def test_what_is_no_safe_pack_is_refused(
    fresh: Cache, tmp_path: Path, files: dict[str, bytes], says: str
) -> None:
    path = _zip(tmp_path / "odd.pictograms.zip", files)
    with pytest.raises(PackError, match=rf"odd\.pictograms\.zip: .*{says}") as caught:
        read_pack(path, fresh)
    assert "\n" not in str(caught.value)
    assert fresh.image_ids() == []
    assert not list(tmp_path.glob("**/evil*"))


@pytest.mark.parametrize(
    "picture",
    [png(6), b"", b"<html>", png(5)[:-5], bytes(9 * 2**20), None],
    ids=["another", "empty", "html", "cut off", "bomb", "missing"],
)
def test_a_bad_picture_is_left_out(fresh: Cache, tmp_path: Path, picture: bytes | None) -> None:
    good = hashlib.sha256(png(11)).hexdigest()
    sums = {"5": hashlib.sha256(png(5)).hexdigest(), "11": good}
    files = {
        "manifest.json": _manifest(ids=[5, 11], sha256=sums),
        "images/11_500.png": png(11),
    }
    if picture is not None:
        files["images/5_500.png"] = picture
    path = _zip(tmp_path / "a.zip", files)
    assert read_pack(path, fresh) == PackRead(added=1, present=0, damaged=(5,))
    assert fresh.image_ids() == [11]


def test_what_has_the_right_sum_must_still_be_a_picture(fresh: Cache, tmp_path: Path) -> None:
    sums = {"5": hashlib.sha256(b"<script>").hexdigest()}
    files = {"manifest.json": _manifest(sha256=sums), "images/5_500.png": b"<script>"}
    assert read_pack(_zip(tmp_path / "a.zip", files), fresh).damaged == (5,)
    assert fresh.image_ids() == []


def test_a_link_in_a_pack_is_refused(fresh: Cache, tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"manifest.json": _manifest()})
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("images/5_500.png")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(PackError, match="unsafe path"):
        read_pack(path, fresh)


def test_files_that_are_no_zip_are_refused(cache: Cache, fresh: Cache, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with pytest.raises(PackError, match=r"a\.zip: cannot be opened"):
        read_pack(path, fresh)
    path.write_bytes(b"no zip")
    with pytest.raises(PackError, match=r"a\.zip: is not a sound zip file"):
        read_pack(path, fresh)
    write_pack(cache, [5, 11], path)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(PackError, match=r"a\.zip: is not a sound zip file"):
        read_pack(path, fresh)


def test_every_flipped_byte_is_noticed_or_harmless(cache: Cache, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    write_pack(cache, [5], path)
    whole = path.read_bytes()
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        fresh = Cache(tmp_path / "fresh")
        with suppress(PackError):
            read_pack(path, fresh)
        picture = fresh.image_path(5)
        assert picture is None or picture.read_bytes() == png(5)
        assert fresh.image_ids() in ([], [5])
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)


def test_a_full_disk_is_told(cache: Cache, tmp_path: Path) -> None:
    write_pack(cache, [5], tmp_path / "a.zip")
    (tmp_path / "full").write_text("in the way")
    with pytest.raises(CacheError, match="picture 5 cannot be kept"):
        read_pack(tmp_path / "a.zip", Cache(tmp_path / "full"))


def test_packs_are_found_where_they_lie(cache: Cache, tmp_path: Path) -> None:
    program, usb = tmp_path / "program", tmp_path / "usb"
    for path in (usb / "b.pictograms.zip", usb / "a.pictograms.zip", program / "z.pictograms.zip"):
        write_pack(cache, [5], path)
    (usb / "holiday.zip").write_bytes(b"")
    (usb / "folder.pictograms.zip").mkdir()
    found = find_packs([program, tmp_path / "nowhere", usb, program])
    assert [path.name for path in found] == [
        "z.pictograms.zip",
        "a.pictograms.zip",
        "b.pictograms.zip",
    ]
