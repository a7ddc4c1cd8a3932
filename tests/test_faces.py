"""What a cell draws: picture, else emoji, else letters."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest

from aac_app.faces import face_of
from pictograms.board import VARIANT_FIELD, Board, Button, Image, Symbol
from pictograms.variant import Variant

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
AGUA = Button("agua", "agua", image_id="i", emoji="💧")


def board(image):
    return Board("b", "b", "es", {"agua": AGUA}, (("agua",),), images={"i": image})


def test_the_cached_symbol(tmp_path):
    picture = tmp_path / "2248.png"
    picture.write_bytes(PNG)
    made = board(Image("i", symbol=Symbol("arasaac", "2248")))
    face = face_of(made, AGUA, None, lambda number: picture if number == 2248 else None)
    assert (face.path, face.emoji, face.letters) == (picture, "💧", "agua")
    assert face_of(made, AGUA, None, lambda _: None).path is None


def test_a_symbol_drawn_otherwise_and_plain_until_that_has_come(tmp_path):
    plain, plural = tmp_path / "2248_500.png", tmp_path / "2248_plural_500.png"
    here = {Variant(): plain}
    image = Image("i", symbol=Symbol("arasaac", "2248"), extra={VARIANT_FIELD: {"plural": "true"}})

    def cached(_number, variant=Variant()):  # noqa: B008 (frozen)
        return here.get(variant)

    assert face_of(board(image), AGUA, None, cached).path == plain
    here[Variant(plural=True)] = plural
    assert face_of(board(image), AGUA, None, cached).path == plural


@pytest.mark.parametrize(
    "query",
    [None, [], "x", {}, {"plural": 1, "skin": "green", "hair": None, "action": "present"}],
    ids=["none", "list", "text", "empty", "unknown"],
)
def test_a_drawing_that_is_not_understood_is_the_plain_one(query):
    assert Image("i", extra={VARIANT_FIELD: query}).variant == Variant()


def test_a_picture_carried_in_the_board():
    uri = "data:image/png;base64," + base64.b64encode(PNG).decode()
    assert face_of(board(Image("i", data=uri)), AGUA, None, lambda _: None).data == PNG


@pytest.mark.parametrize("path", ["../secret.png", "/etc/hostname", "missing.png", "a\0b.png"])
def test_a_path_never_leads_out_of_the_boards_folder(tmp_path, path):
    (tmp_path / "secret.png").write_bytes(PNG)
    inside = tmp_path / "boards"
    inside.mkdir()
    face = face_of(board(Image("i", path=path)), AGUA, inside, lambda _: None)
    assert (face.path, face.data) == (None, None)


def test_a_picture_beside_the_board(tmp_path):
    (tmp_path / "own.png").write_bytes(PNG)
    face = face_of(board(Image("i", path="own.png")), AGUA, tmp_path, lambda _: None)
    assert face.path == tmp_path / "own.png"


def test_no_picture_at_all():
    face = face_of(board(Image("i")), replace(AGUA, emoji=None), None, lambda _: None)
    assert (face.path, face.data, face.emoji, face.letters) == (None, None, "", "agua")


def test_nonsense_data_is_no_picture():
    for uri in ("data:image/png", "http://x/y.png", "data:image/png;base64,@@@"):
        assert not face_of(board(Image("i", data=uri)), AGUA, None, lambda _: None).data
