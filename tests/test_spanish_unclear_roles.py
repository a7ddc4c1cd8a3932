"""Nobody is made to do, or to have done to them, what the words leave open."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.spanish import realise
from models.telegraphic import as_chosen


def _said(words: str) -> str:
    return realise(words.split(", "), Controls()).text


def _others(words: str) -> tuple[str, ...]:
    return realise(words.split(", "), Controls()).alternatives


@pytest.mark.parametrize(
    "words",
    [
        "perseguir, hombre",
        "perseguir, yo",
        "asustar, Luis",
        "quemar, padre, cigarro",
        "tirar, pelo, Lucía",
        "tirar de, pelo, yo",
        "hacer daño, hermano",
        "hacer daño, papá, mamá",
        "lavar, abuelo",
        "lavar, pelo, mamá",
        "peinar, niña",
        "vestir, mamá",
        "romper, gafas, Sara",
        "cuidar, abuela",
        "tocar, pecho, yo",
        "gritar, yo",
        "enseñar, pene, hombre",
        "enseñar, foto, Marcos",
        "devolver, libro, Lola",
        "comprar, helado, papá",
        "dejar, Juan, coche",
        "llamar, tonto, Pablo",
        "llamar, policía, vecino",
        "cuidar, bebé, hermana",
        "echar, profesor, clase",
    ],
)
def test_who_does_it_to_whom_is_not_guessed(words: str) -> None:
    assert _said(words) == as_chosen(words.split(", "), "es")


@pytest.mark.parametrize(
    "words",
    ["Juan, Ana, pegar", "Ana, yo, empujar", "él, yo, tocar", "mamá, papá, gritar"],
)
def test_two_persons_before_a_verb_of_harm_are_not_joined(words: str) -> None:
    assert _said(words) == as_chosen(words.split(", "), "es")


@pytest.mark.parametrize(
    "words",
    ["querer, matar, yo", "querer, pegar, Juan", "gustar, besar, chico", "encantar, abrazar, mamá"],
)
def test_a_wish_to_harm_is_put_into_nobodys_mouth(words: str) -> None:
    assert _said(words) == as_chosen(words.split(", "), "es")


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("pegar, yo", "Me pegan."),
        ("pegar, hermano, yo", "El hermano me pega."),
        ("pegar, hermano, yo", "Yo pego al hermano."),
        ("pegar, Laura, Pedro", "Laura pega a Pedro."),
        ("pegar, Laura, Pedro", "Pedro pega a Laura."),
        ("Juan, Ana, pegar", "Juan pega a Ana."),
        ("Juan, Ana, pegar", "Ana pega a Juan."),
        ("tocar, culo, profesor", "El profesor me toca el culo."),
    ],
)
def test_each_reading_is_offered(words: str, reading: str) -> None:
    assert reading in _others(words)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Juan, pegar, Ana", "Juan pega a Ana."),
        ("Juan, y, Ana, gritar", "Juan y Ana gritan."),
        ("dar, yo, agua", "Dame agua."),
        ("no, pegar, yo", "No me pegues."),
        ("no, gritar, yo", "No me grites."),
        ("no, hablar, por, yo", "No hables por mí."),
        ("llamar, mamá", "Llama a mamá."),
        ("yo, gustar, besar, chico", "Me gusta besar al chico."),
        ("gustar, yo, besar, chico", "Me gusta besar al chico."),
    ],
)
def test_what_is_told_is_said(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("me, pegar, Juan", "Me pega Juan."),
        ("pegar, me, Juan", "Me pega Juan."),
        ("Juan, me, pegar", "Juan me pega."),
        ("me, ayudar, mamá", "Me ayuda mamá."),
        ("no, me, pegar", "No me pegues."),
        ("me, dar, agua", "Dame agua."),
        ("te, querer, mamá", "Te quiero, mamá."),
    ],
)
def test_a_pronoun_beside_the_verb_tells_to_whom(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    "words",
    [
        "le, dar, Juan, pelota",
        "lo, morder, perro",
        "me, pegar",
        "te, decir, secreto, mamá",
        "no, querer, tocar, tío",
        "tú, gustar, yo",
    ],
)
def test_a_pronoun_that_does_not_tell_leaves_it_open(words: str) -> None:
    assert _said(words) == as_chosen(words.split(", "), "es")


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("me, pegar", "Me pegan."),
        ("perseguir, yo", "Me persiguen."),
        ("tirar de, pelo, yo", "Me tiran del pelo."),
        ("molestar, niño", "El niño me molesta."),
        ("decir, Ana, secreto", "Ana me dice un secreto."),
        ("querer, matar, yo", "Quieren matarme."),
    ],
)
def test_readings_are_good_spanish(words: str, reading: str) -> None:
    assert reading in _others(words)


@pytest.mark.parametrize("verb", ["pegar", "tocar", "chillar", "perdonar", "burlarse", "reírse de"])
@pytest.mark.parametrize(
    "order",
    [
        ("{v}", "Juan"),
        ("{v}", "niño", "ayer"),
        ("no", "{v}", "abuelo"),
        ("{v}", "mamá", "Ana"),
        ("niño", "Ana", "{v}"),
        ("Juan", "Ana", "{v}"),
        ("{v}", "yo", "hombre"),
    ],
)
def test_in_no_order_is_anybody_made_to_do_it(verb: str, order: tuple[str, ...]) -> None:
    words = [part.format(v=verb) for part in order]
    assert realise(words, Controls()).text == as_chosen(words, "es")
