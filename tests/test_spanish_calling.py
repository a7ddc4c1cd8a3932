"""What others call the speaker, and that nobody asks to be called it."""

from __future__ import annotations

import pytest

from models.engine import Controls, Gender
from models.faithful import check
from models.spanish import realise


def _said(words: str, controls: Controls | None = None) -> str:
    return realise(words.split(", "), controls or Controls()).text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("llamar, yo, rara", "Me llaman rara."),
        ("llamar, yo, zorra", "Me llaman zorra."),
        ("decir, yo, gordo", "Me dicen gordo."),
        ("no, llamar, yo, tonto", "No me llames tonto."),
        ("no, llamar, yo, puta", "No me llames puta."),
        ("ellos, llamar, yo, zorra", "Ellos me llaman zorra."),
        ("mi, hermano, llamar, yo, burro", "Mi hermano me llama burro."),
        ("tú, llamar, yo, gorda", "Me llamas gorda."),
        ("siempre, llamar, yo, raro", "Siempre me llaman raro."),
        ("ayer, llamar, yo, feo", "Ayer me llamaron feo."),
        ("colegio, llamar, yo, tonto", "En el colegio me llaman tonto."),
        ("chicos, clase, llamar, yo, rara", "Los chicos de clase me llaman rara."),
        ("yo, llamar, Pablo", "Me llamo Pablo."),
        ("llamar, yo, mañana", "Llámame mañana."),
    ],
)
def test_what_one_is_called(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


def test_a_control_tells_the_gender_of_who_is_called() -> None:
    assert _said("llamar, yo, tonto", Controls(speaker=Gender.FEMININE)) == "Me llaman tonta."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("llamar, yo, rara", "Llámame rara."),
        ("decir, yo, gordo", "Dime gordo."),
        ("llamar, yo, zorra", "Llámame a la zorra."),
        ("llamar, yo, raro", "Me llamo raro."),
        ("llamar, yo, mañana", "Me llaman mañana."),
    ],
)
def test_what_nobody_said_of_calling_is_refused(words: str, sentence: str) -> None:
    assert not check(sentence, tuple(words.split(", ")), "es").ok
