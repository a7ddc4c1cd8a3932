"""conmigo and contigo: company, never the one who acts."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.spanish import realise


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("contigo, querer, ir", "Quiero ir contigo."),
        ("ir, contigo", "Voy contigo."),
        ("contigo", "Contigo."),
        ("jugar, conmigo", "Juega conmigo."),
        ("hablar, conmigo, no", "No hables conmigo."),
        ("querer, jugar, conmigo", "Quieres jugar conmigo."),
        ("querer, jugar, conmigo, ?", "¿Quieres jugar conmigo?"),
        ("mamá, jugar, conmigo", "Mamá juega conmigo."),
        ("quién, venir, conmigo, ?", "¿Quién viene conmigo?"),
    ],
)
def test_company(words, expected):
    assert realise(words.split(", "), Controls()).text == expected


@pytest.mark.parametrize("words", ["Juan, pegar, yo", "papá, pegar, mamá", "Ana, empujar, Luis"])
def test_the_one_who_does_it_is_never_called_instead(words):
    who = words.split(", ")[0].capitalize()
    made = realise(words.split(", "), Controls())
    assert not any(text.startswith(f"{who}, ") for text in (made.text, *made.alternatives))
