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


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("yo, tan, alto, tú", "Soy tan alto como tú.", "Soy alto como tú."),
        ("yo, tener, tantos, cromos, tú", "Tengo tantos cromos como tú.",
         "Tengo tantos cromos que tú."),
        ("yo, cantar, pájaro", "Canto con el pájaro.", "Canto como un pájaro."),
        ("Raúl, empezar, pelea, no, yo", "Raúl empieza la pelea, no yo.",
         "Raúl no empieza la pelea, yo."),
        ("profe, reñir, yo, pero, yo, no, ser", "El profe me riñe, pero yo no he sido.",
         "Yo riño al profe, pero no he sido."),
        ("ayer, accidente, autopista", "Ayer hubo un accidente en la autopista.",
         "Ayer hubo un accidente grave en la autopista."),
        ("yo, princesa, tú, dragón", "Yo soy la princesa y tú eres el dragón.",
         "Tú eres la princesa y yo soy el dragón."),
        ("ricos, deber, pagar, más, impuestos", "Los ricos deben pagar más impuestos.",
         "Los ricos debes pagar más impuestos."),
        ("serie, decepcionar, yo", "La serie me decepciona.", "La serie te decepciona."),
        ("ruido, poner, nervioso, yo", "El ruido me pone nervioso.", "El ruido te pone nervioso."),
        ("cambiar, plan, poner, nervioso, yo", "Cambiar de plan me pone nervioso.",
         "Cambiar de plan te pone nervioso."),
        ("yo, mareado, parar, coche", "Estoy mareado, para el coche.",
         "Estoy mareado y para el coche."),
        ("recordar, pastilla, ocho", "Recuérdame la pastilla a las ocho.",
         "Te recuerda la pastilla a las ocho."),
        ("yo, ser, buen, cocinero", "Soy un buen cocinero.", "Soy una buen cocinera."),
        ("libro, costar, veintiuno, euros", "El libro cuesta veintiún euros.",
         "El libro cuesta veintidós euros."),
        ("vecino, mal, humor", "El vecino está de mal humor.", "El vecino tiene mal humor."),
        ("yo, carpintero, jubilado", "Soy carpintero jubilado.", "Es carpintero jubilado."),
        ("reposapiés, bajo", "El reposapiés está bajo.", "El reposapiés está alto."),
        ("nido, entre, ramas", "El nido está entre las ramas.", "El nido está en las ramas."),
        ("nosotros, esperar, hasta, llegar, tren", "Esperamos hasta que llega el tren.",
         "Esperamos hasta que llegas en tren."),
        ("sobrar, pan, ayer", "Sobra pan de ayer.", "Sobra pan ayer."),
        ("ruido, asustar, niño", "El ruido asusta al niño.", "El niño asusta al ruido."),
        ("costar, hablar", "Me cuesta hablar.", "Te cuesta hablar."),
        ("alegrar, ver, tú", "Me alegro de verte.", "Te alegras de verme."),
        ("zapatos, charol", "Zapatos de charol.", "Zapatos con charol."),
        ("caber, yo, pantalón", "Me cabe el pantalón.", "Me cabes el pantalón."),
        ("pitar, yo, oídos", "Me pitan los oídos.", "Me pitas los oídos."),
        ("mañana, bajar, temperaturas", "Mañana bajan las temperaturas.",
         "Mañana bajas las temperaturas."),
        ("agua, ducha, quemar", "El agua de la ducha quema.", "El agua de la ducha quemas."),
        ("yo, solo, mis amigos, viajar", "Estoy solo porque mis amigos viajan.",
         "Estoy solo y viajo con mis amigos."),
        ("no, preocupar, abuela", "No te preocupes, abuela.", "No se preocupes la abuela."),
        ("si, tener, frío, poner, manta", "Si tienes frío, ponte la manta.",
         "Si tienes frío, me pongo la manta."),
        ("yo, venir, médico, recoger, receta", "Vengo al médico a recoger la receta.",
         "El médico viene a recoger la receta."),
    ],
)  # fmt: skip
def test_everyday_constructions_pass_in_one_way(words: str, good: str, bad: str) -> None:
    _tells_apart(words, good, bad)


def test_a_woman_who_is_hoarse_or_alone_is_so_in_the_feminine() -> None:
    she = Controls(speaker=Gender.FEMININE)
    _tells_apart("yo, estar, ronco", "Estoy ronca.", "Estoy ronco.", she)
    _tells_apart("mi madre, no, dejar, yo, salir, solo", "Mi madre no me deja salir sola.",
                 "Mi madre no se deja salir sola.", she)  # fmt: skip


def test_what_burns_or_is_won_keeps_its_control() -> None:
    _tells_apart("guiso, quemar", "El guiso se va a quemar.", "Te vas a quemar con el guiso.",
                 Controls(tense=Tense.FUTURE))  # fmt: skip
    _tells_apart("ganar, nosotros, liga", "Hemos ganado la liga.", "He ganado la liga.")
