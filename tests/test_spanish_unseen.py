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
        ("cuando, yo, pequeño, vivir, campo", "Cuando era pequeño vivía en el campo."),
        (
            "padre, pegar, cinturón, cuando, yo, pequeña",
            "El padre pegaba con el cinturón cuando era pequeña.",
        ),
        (
            "candidato, besar, niños, y, robar, padres",
            "El candidato besa a los niños y roba a los padres.",
        ),
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


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "políticos, prometer, mucho, cumplir, poco",
            "Los políticos prometen mucho y cumplen poco.",
        ),
        (
            "camarero, tropezar, derramar, sopa",
            "El camarero se tropieza y ha derramado la sopa.",
        ),
        ("cuántas, paradas, faltar, Atocha, ?", "¿Cuántas paradas faltan para Atocha?"),
        ("cuánto, faltar, recreo, ?", "¿Cuánto falta para el recreo?"),
        ("ellos, vender, casa", "Ellos venden una casa."),
        ("tortuga, esconder, cabeza, miedo", "La tortuga esconde la cabeza por miedo."),
        ("querer, manta, frío", "Quiero una manta, tengo frío."),
        ("coleccionar, sellos, desde, niño", "Colecciono sellos desde niño."),
        ("querer, morir, casa, no, hospital", "Quiero morir en casa, no en el hospital."),
        ("pila, marcapasos, durar, diez, años", "La pila del marcapasos dura diez años."),
        (
            "último, capítulo, serie, decepcionar, yo",
            "Me decepciona el último capítulo de la serie.",
        ),
        ("imprimir, tres, copias, contrato", "Imprime tres copias del contrato."),
        ("comer, cáscaras, patata", "Como cáscaras de patata."),
        ("masticar, costar", "Me cuesta masticar."),
        ("nadar, gustar", "Me gusta nadar."),
        ("aspirar, flemas, no, poder, respirar", "Aspírame las flemas, no puedo respirar."),
        ("aprobar, inglés", "He aprobado inglés."),
        ("bombero, bajar, gato, árbol", "El bombero baja al gato del árbol."),
        ("olvidar, nombre, enfermera", "He olvidado el nombre de la enfermera."),
    ],
)
def test_everyday_messages_of_other_writers(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


def test_the_need_beside_what_another_does_is_nobodys() -> None:
    assert _said("papá, querer, manta, frío") == "Papá quiere una manta, frío."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("sonar, timbre, quién, ser, ?", "Suena el timbre, ¿quién es?"),
        ("perder, zapato, dónde, estar, ?", "He perdido el zapato, ¿dónde está?"),
        ("papá, enfadar, qué, pasar, ?", "Papá se enfada, ¿qué pasa?"),
        ("tú, saber, quién, venir, ?", "¿Sabes quién viene?"),
        ("no, saber, quién, llamar", "No sé quién llama."),
        ("no, saber, qué, hacer", "No sé qué hacer."),
        ("querer, saber, dónde, estar, mamá, ?", "¿Quieres saber dónde está mamá?"),
    ],
)
def test_a_question_behind_what_is_told(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("tienda, cerrar, domingo", "La tienda cierra el domingo."),
        ("centro, día, cerrar, agosto", "El centro de día cierra en agosto."),
        ("piscina, cerrar", "Cierra la piscina."),
        (
            "si, desaparecer, abejas, no, haber, fruta",
            "Si desaparecen las abejas, no hay fruta.",
        ),
        ("beber, vino, tinto", "Bebo vino tinto."),
        ("conductor, autobús, no, bajar, rampa", "El conductor del autobús no baja la rampa."),
        ("cuidado, perro", "Cuidado, perro."),
        ("cuidado, suelo, mojado", "Cuidado, suelo mojado."),
    ],
)
def test_hours_conditions_and_warnings(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("yo, sed, dar, agua", "Tengo sed, da agua."),
        ("yo, frío, cerrar, ventana", "Tengo frío, cierra la ventana."),
        ("yo, miedo, ir, médico", "Tengo miedo y voy al médico."),
        ("yo, hambre, querer, comer", "Tengo hambre y quiero comer."),
        ("yo, fiebre, llamar, médico", "Tengo fiebre, llama al médico."),
        ("calor, abrir, ventana", "Tengo calor, abre la ventana."),
        ("miedo, dar, perro", "Me da miedo el perro."),
        ("asco, dar, sopa", "Me da asco la sopa."),
        ("hablar, costar, mucho", "Me cuesta mucho hablar."),
        ("tocar, lotería", "Me toca la lotería."),
        (
            "si, tocar, lotería, yo, comprar, barco",
            "Si me toca la lotería, compro un barco.",
        ),
        ("sacar, perro, aunque, llover", "Saca al perro, aunque llueva."),
        ("no, hablar, yo", "No me hables."),
        ("tardar, hora", "Tardo una hora."),
    ],
)
def test_what_one_needs_finds_hard_or_wins(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("tocar, brazo", "Me toca el brazo."),
        ("tío, tocar, turno", "El tío me toca."),
        ("pegar, costar", "Me pega y cuesta."),
        ("cuidado, suelo, mojado", "El cuidado del suelo está mojado."),
    ],
)
def test_luck_effort_and_warnings_are_no_other_thing(words: str, sentence: str) -> None:
    assert not check(sentence, tuple(words.split(", ")), "es").ok


def test_a_need_and_somebody_else_stay_as_chosen() -> None:
    assert _said("yo, miedo, tío, pegar") == "Yo miedo tío pegar."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("guerra, nosotros, comer, pan", "En la guerra comemos pan."),
        ("fiesta, yo, querer", "Quiero una fiesta."),
        ("vestido, hacer, gorda, yo", "El vestido me hace gorda."),
    ],
)
def test_occasions_and_what_makes_one_so(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize("sentence", ["Por.", "De.", "Cuidado."])
def test_nothing_is_said_of_a_message_without_words(sentence: str) -> None:
    assert not check(sentence, (), "es").ok
