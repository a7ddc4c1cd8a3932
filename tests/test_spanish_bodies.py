"""Whose body it is: one's own care is told, and nothing is guessed of harm, touch or a carer."""

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
        ("papá, lavar, manos", "Papá se lava las manos."),
        ("papá, peinar, pelo", "Papá se peina el pelo."),
        ("hermano, cepillar, dientes", "El hermano se cepilla los dientes."),
        ("hermana, cortar, uñas", "La hermana se corta las uñas."),
        ("abuela, romper, brazo", "La abuela se rompe el brazo."),
        ("papá, quitar, abrigo", "Papá se quita el abrigo."),
        ("mamá, doler, cabeza", "A mamá le duele la cabeza."),
        ("enfermera, poner, guantes", "La enfermera se pone los guantes."),
        ("enfermera, lavar, manos", "La enfermera lava las manos."),
        ("enfermera, lavar, yo, manos", "La enfermera me lava las manos."),
        ("auxiliar de enfermería, secar, pelo", "El auxiliar de enfermería seca el pelo."),
        ("peluquera, cortar, pelo", "La peluquera corta el pelo."),
        ("cuidadora, bañar", "La cuidadora baña."),
        ("cuidadora, vestir, yo", "La cuidadora me viste."),
        ("papá, tocar, pierna", "Papá toca la pierna."),
        ("papá, pellizcar, brazo", "Papá pellizca el brazo."),
        ("niño, golpear, cabeza", "El niño golpea la cabeza."),
        ("tío, quitar, bragas", "El tío quita las bragas."),
        ("papá, tocar, yo, pierna", "Papá me toca la pierna."),
        ("yo, lavar, manos", "Me lavo las manos."),
        ("no, pinchar, brazo", "No me pinches en el brazo."),
        ("no, cortar, pelo", "No me cortes el pelo."),
        ("no, tocar, pelo", "No me toques el pelo."),
        ("no, quitar, gafas", "No quites las gafas."),
    ],
)
def test_whose_body_it_is(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("papá, lavar, manos", "Papá me lava las manos."),
        ("papá, lavar, manos", "Papá lava mis manos."),
        ("papá, tocar, pierna", "Papá se toca la pierna."),
        ("papá, tocar, pierna", "Papá me toca la pierna."),
        ("cuidadora, tocar, pecho", "La cuidadora se toca el pecho."),
        ("él, tocar, pene", "Él se toca el pene."),
        ("abuelo, besar, boca", "El abuelo se besa en la boca."),
        ("enfermera, lavar, manos", "La enfermera se lava las manos."),
        ("enfermera, pinchar, brazo", "La enfermera se pincha en el brazo."),
        ("tío, quitar, bragas", "El tío se quita las bragas."),
        ("tío, bajar, pantalón", "El tío se baja el pantalón."),
        ("cuidador, bañar", "El cuidador se baña."),
        ("tocar, pelo", "Me toca el pelo."),
    ],
)
def test_nobodys_body_is_guessed(words: str, sentence: str) -> None:
    assert not check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("él, tocarse, pierna", "Él se toca la pierna."),
        ("papá, se, tocar, pierna", "Papá se toca la pierna."),
        ("perro, morder, cola", "El perro se muerde la cola."),
        ("mamá, pintar, uñas", "Mamá se pinta las uñas."),
        ("dentista, lavarse, manos", "El dentista se lava las manos."),
        ("médico, sentar", "El médico se sienta."),
    ],
)
def test_what_was_said_or_is_nobodys_harm_may_be_ones_own(words: str, sentence: str) -> None:
    assert check(sentence, tuple(words.split(", ")), "es").ok
