"""What a cell draws: picture, else emoji, else letters."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest

from aac_app.faces import face_of
from pictograms.board import Board, Button, Image, Symbol

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
