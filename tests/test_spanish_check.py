"""What the check lets pass in Spanish, each good sentence beside a bad one of its construction."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.faithful import check, leaves_roles_open


def _tells_apart(words: str, good: str, bad: str, controls: Controls | None = None) -> None:
    glosses, controls = words.split(", "), controls or Controls()
    assert check(good, glosses, "es", controls).reasons == ()
    assert not check(bad, glosses, "es", controls).ok


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("mi madre, no, dejar, yo, salir", "Mi madre no me deja salir.",
         "No dejo salir a mi madre."),
        ("ayer, mi padrino, regalar, yo, telescopio", "Ayer mi padrino me regaló un telescopio.",
         "Ayer regalé un telescopio a mi padrino."),
        ("mi hermana mayor, empujar, yo", "Mi hermana mayor me empuja.",
         "Empujo a mi hermana mayor."),
        ("mi primo, venir", "Mi primo viene.", "Mi prima viene."),
        ("los niños, reír, yo", "Los niños se ríen de mí.", "Me río de los niños."),
    ],
)  # fmt: skip
def test_a_label_with_a_determiner_is_the_person_it_names(words: str, good: str, bad: str) -> None:
    _tells_apart(words, good, bad)


@pytest.mark.parametrize("words", ["pegar, mi hermano", "tocar, la abuela", "empujar, ese chico"])
def test_who_harms_a_person_with_a_determiner_stays_open(words: str) -> None:
    assert leaves_roles_open(words.split(", "), "es", Controls())


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("yo, contento, venir, mi primo", "Estoy contento porque viene mi primo.",
         "Estoy contento porque vengo con mi primo."),
        ("yo, contento, venir, mi primo", "Estoy contento porque viene mi primo.",
         "Estoy contento porque vengo."),
        ("yo, triste, morir, hámster", "Estoy triste porque ha muerto el hámster.",
         "Estoy triste porque muero con el hámster."),
        ("yo, asustado, ladrar, perro", "Estoy asustado porque ladra el perro.",
         "Estoy asustado y ladro al perro."),
        ("yo, mojado, llover", "Estoy mojado porque llueve.", "Estoy mojado y lluevo."),
        ("yo, aliviado, prueba, salir, bien", "Estoy aliviado porque la prueba ha salido bien.",
         "Estoy aliviado y salgo bien de la prueba."),
        ("yo, muy, nervioso, mañana, empezar, excursión",
         "Estoy muy nervioso porque mañana empieza la excursión.",
         "Estoy muy nervioso porque mañana empiezas la excursión."),
        ("yo, contento, ir, parque", "Estoy contento porque voy al parque.",
         "Estoy contento porque va al parque."),
        ("yo, contento, jugar, mi primo", "Estoy contento porque juego con mi primo.",
         "Está contento porque juega con mi primo."),
    ],
)  # fmt: skip
def test_behind_how_the_speaker_is_stands_what_another_does(
    words: str, good: str, bad: str
) -> None:
    _tells_apart(words, good, bad)
