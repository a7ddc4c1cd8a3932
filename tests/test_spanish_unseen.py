"""Spanish messages of a kind that nobody had written rules for when they were first met."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.faithful import check
from models.spanish import realise


def _said(words: str) -> str:
    return realise(words.split(", "), Controls()).text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("freno, silla, flojo", "El freno de la silla está flojo."),
        ("puerta, coche, abierto", "La puerta del coche está abierta."),
        ("batería, comunicador, agotado", "La batería del comunicador está agotada."),
        ("freno, silla, floja", "Freno de la silla floja."),
        ("puerta, coche, rojo", "Puerta del coche rojo."),
        ("puerta, roto", "Puerta rota."),
    ],
)
def test_the_state_of_a_part_is_told(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok
