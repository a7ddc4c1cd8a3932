"""Drawings on the screen: those that are nothing but drawings are shown, all others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from aac_app.faces import Face
from aac_app.ui.face_image import face_image
from pictograms.obf import media_bytes, read_board
from tests.hostile_files import BAD_PICTURES, GOOD_PICTURES, svg

_RED = svg('<rect width="10" height="10" fill="#ff0000"/>')


def test_a_drawing_is_drawn_at_the_size_of_its_place(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "red.svg").write_bytes(_RED)
    for face in (Face(data=_RED), Face(path=tmp_path / "red.svg")):
        image = face_image(face, 160)
        assert image is not None
        assert (image.width(), image.height()) == (160, 160)
        assert image.pixelColor(80, 80).name() == "#ff0000"


@pytest.mark.parametrize("name", [name for name in BAD_PICTURES if "SVG" in name])
def test_a_drawing_that_is_more_than_that_is_not_shown(qapp: object, name: str) -> None:
    assert face_image(Face(data=BAD_PICTURES[name][0]), 160) is None


def test_a_drawing_that_is_too_long_is_not_shown(qapp: object) -> None:
    assert face_image(Face(data=svg(f"<!--{'x' * 2**20}-->")), 160) is None


@pytest.mark.parametrize("name", ["PNG", "SVG", "SVG with a picture inside"])
def test_sound_pictures_are_shown(qapp: object, name: str) -> None:
    assert face_image(Face(data=GOOD_PICTURES[name]), 160) is not None


def test_the_drawing_of_a_real_board(qapp: object, shared: Path) -> None:
    path = shared / "data" / "boards" / "obf" / "simple.obf"
    images = [image for image in read_board(path).images.values() if image.data]
    assert images
    for image in images:
        assert face_image(Face(data=media_bytes(image, path)), 160) is not None
