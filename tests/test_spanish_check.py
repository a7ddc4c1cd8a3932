"""What the check lets pass in Spanish, each good sentence beside a bad one of its construction."""

from __future__ import annotations

import pytest

from models.engine import Controls, Gender, Tense
from models.faithful import check, leaves_roles_open


def _tells_apart(words: str, good: str, bad: str, controls: Controls | None = None) -> None:
    glosses, controls = words.split(", "), controls or Controls()
    assert check(good, glosses, "es", controls).reasons == ()
    assert not check(bad, glosses, "es", controls).ok


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("mi madre, no, dejar, yo, salir", "Mi madre no me deja salir.", "No dejo salir a mi madre."),
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
