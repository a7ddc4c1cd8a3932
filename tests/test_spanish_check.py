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


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("dar, yo, asco, caracoles", "Me dan asco los caracoles.", "Dame asco los caracoles."),
        ("dar, yo, vergüenza, cantar", "Me da vergüenza cantar.", "Doy vergüenza y canto."),
        ("dar, miedo, máscaras, carnaval", "Me dan miedo las máscaras de carnaval.",
         "Doy miedo con las máscaras de carnaval."),
        ("dar, yo, alergia, gambas", "Me dan alergia las gambas.", "Dame alergia a las gambas."),
        ("perro, dar, miedo, yo", "El perro me da miedo.", "Le doy miedo al perro."),
        ("dar, yo, agua", "Dame agua.", "Doy agua."),
    ],
)  # fmt: skip
def test_what_stirs_a_feeling_gives_nothing(words: str, good: str, bad: str) -> None:
    _tells_apart(words, good, bad)


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("dar, perro, galleta", "Dale una galleta al perro.", "El perro da una galleta."),
        ("dar, perro, galleta", "Le doy una galleta al perro.", "El perro me da una galleta."),
        ("dar, comida, conejos", "Da comida a los conejos.", "Los conejos dan comida."),
        ("no, dar, maíz, palomas", "No des maíz a las palomas.", "Las palomas no dan maíz."),
    ],
)
def test_an_animal_behind_a_verb_of_giving_is_given_to(words: str, good: str, bad: str) -> None:
    _tells_apart(words, good, bad)


@pytest.mark.parametrize(
    "words",
    [
        "dar, Juan, galleta",
        "decir, mamá",
        "mandar, foto, tía",
        "pegar, perro",
        "morder, perro",
        "quitar, perro, galleta",
        "pegar, yo",
        "quitar, yo",
        "quitar, yo, mochila",
        "quitar, yo, móvil",
        "tocar, yo, camiseta",
        "quitar, mamá, calcetines",
    ],
)
def test_who_gives_harms_or_takes_stays_open(words: str) -> None:
    assert leaves_roles_open(words.split(", "), "es", Controls())


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("quitar, yo, calcetines", "Quítame los calcetines.", "Quito los calcetines."),
        ("quitar, yo, férula", "Quítame la férula.", "Quito la férula."),
        ("preguntar, yo, otra vez", "Pregúntame otra vez.", "Me pregunta otra vez."),
        ("recordar, yo, cita", "Recuérdame la cita.", "Recuerdas la cita."),
        ("recordar, yo, tomar, jarabe", "Recuérdame tomar el jarabe.",
         "Recuérdate tomar el jarabe."),
        ("girar, yo, pared", "Gírame hacia la pared.", "Giro la pared."),
        ("medir, ángulo, transportador", "Mide el ángulo con el transportador.",
         "Miden el ángulo con el transportador."),
        ("seguir, recto", "Sigue recto.", "Siguen recto."),
    ],
)  # fmt: skip
def test_the_listener_is_asked_to_do_it(words: str, good: str, bad: str) -> None:
    _tells_apart(words, good, bad)


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("lunes, quitar, yo, puntos", "El lunes me quitan los puntos.",
         "El lunes me quita los puntos."),
        ("mañana, hacer, yo, radiografía, pie", "Mañana me hacen una radiografía del pie.",
         "Mañana te hacen una radiografía del pie."),
        ("mañana, operar, yo", "Mañana me operan.", "Mañana opero."),
        ("jueves, poner, yo, vacuna", "El jueves me ponen una vacuna.",
         "El jueves me pones una vacuna."),
    ],
)  # fmt: skip
def test_what_is_done_to_a_patient_is_done_by_them(words: str, good: str, bad: str) -> None:
    _tells_apart(words, good, bad)


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("piano, tocar, mi prima", "Mi prima toca el piano.", "Tocas el piano, mi prima."),
        ("tocar, guitarra, Juan", "Juan toca la guitarra.", "Tocas la guitarra, Juan."),
        ("sonar, mocos", "Suénate los mocos.", "Los mocos me suenas."),
        ("dar, prisa", "Date prisa.", "Me da prisa."),
        ("dar, yo, agua", "Dame agua.", "Me da agua."),
    ],
)
def test_a_verb_is_read_with_its_thing(words: str, good: str, bad: str) -> None:
    _tells_apart(words, good, bad)


@pytest.mark.parametrize(
    "words", ["lunes, pegar, yo", "mañana, quitar, yo, móvil", "mañana, quitar, yo, mochila"]
)
def test_when_harm_is_done_does_not_tell_by_whom(words: str) -> None:
    assert leaves_roles_open(words.split(", "), "es", Controls())


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("taxi, esperar, nosotros, puerta", "El taxi nos espera en la puerta.",
         "El taxi nos esperas en la puerta."),
        ("furgoneta, recoger, yo, ocho", "La furgoneta me recoge a las ocho.",
         "La furgoneta te recoge a las ocho."),
        ("venda, apretar, yo, muñeca", "La venda me aprieta la muñeca.",
         "La venda te aprieta la muñeca."),
        ("aburrir, yo, misa", "Me aburre la misa.", "Aburres la misa."),
        ("sentar, yo, mal, pimientos", "Los pimientos me sientan mal.",
         "Siéntame mal con los pimientos."),
        ("dar, yo, igual", "Me da igual.", "Dame igual."),
        ("acabar, yo, batería", "Se me acaba la batería.", "Me acaba la batería."),
        ("capataz, cambiar, yo, turno", "El capataz me cambia el turno.",
         "Cambio el turno al capataz."),
        ("galleta, dar, yo", "Dame la galleta.", "La galleta me da."),
    ],
)  # fmt: skip
def test_a_thing_may_do_it_to_somebody(words: str, good: str, bad: str) -> None:
    _tells_apart(words, good, bad)
