"""Completion of a word that is being spelled."""

from __future__ import annotations

import pytest

from aac_app.prediction import Vocabulary

WORDS = Vocabulary.of(["mamá", "mañana", "mano", "manzana", "Marta", "año", "ano", "más", ":clear"])


@pytest.mark.parametrize(
    ("prefix", "counts", "expected"),
    [
        ("", {}, []),
        ("man", {}, ["mano", "manzana"]),
        ("man", {"manzana": 3}, ["manzana", "mano"]),
        ("MAM", {}, ["mamá"]),
        ("mas", {}, ["más"]),
        ("añ", {}, ["año"]),
        ("an", {}, ["ano"]),
        ("mar", {}, ["Marta"]),
        ("x", {}, []),
    ],
)
def test_completions(prefix, counts, expected):
    assert WORDS.completions(prefix, counts) == expected


def test_no_more_than_asked_for():
    assert len(WORDS.completions("ma", {}, limit=3)) == 3
