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


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("toda, vida, vivir, aquí", "Toda la vida vivo aquí."),
        ("ir, playa, fin, semana", "Voy a la playa el fin de semana."),
        ("silla, ruedas, no, caber, ascensor", "La silla de ruedas no cabe en el ascensor."),
        ("mesa, silla, ruedas", "Mesa, silla, ruedas."),
        ("poner, alarma, siete, media", "Pon la alarma a las siete y media."),
        ("yo, vivir, Buenos, Aires", "Vivo en Buenos Aires."),
        ("ver, partido, Real, Madrid", "Veo el partido del Real Madrid."),
        ("Real, Betis, ganar", "El Real Betis ha ganado."),
        ("yo, ir, Torre, Eiffel", "Voy a la Torre Eiffel."),
        ("Mamá, Ana, venir", "Mamá y Ana vienen."),
        ("ex, marido, pegar, yo", "El ex marido me pega."),
        ("nosotros, subir, pie", "Subimos a pie."),
        ("bajar, pie", "Bájame el pie."),
        ("tarjeta, crédito, perder", "He perdido la tarjeta de crédito."),
        (
            "compañero, habitación, quejar, toda, noche",
            "El compañero de habitación se queja toda la noche.",
        ),
    ],
)
def test_one_thing_tapped_in_pieces(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok
