"""Clauses and constructions of everyday Spanish, each said and let pass by the check."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.faithful import check
from models.spanish import realise


def _is_said(words: str, sentence: str) -> None:
    glosses = words.split(", ")
    assert realise(glosses, Controls()).text == sentence
    assert check(sentence, glosses, "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("yo, contento, venir, mi primo", "Estoy contento porque viene mi primo."),
        ("yo, mojado, llover", "Estoy mojado porque llueve."),
        ("yo, impaciente, mañana, venir, abuelos",
         "Estoy impaciente porque mañana vienen los abuelos."),
        ("yo, tranquilo, prueba, salir, bien", "Estoy tranquilo porque la prueba sale bien."),
        ("yo, contento, salir, sol", "Estoy contento porque sale el sol."),
        ("yo, feliz, ser, mi cumpleaños", "Estoy feliz porque es mi cumpleaños."),
        ("yo, contento, ir, parque", "Estoy contento y voy al parque."),
        ("hoy, salir, sol", "Hoy sale el sol."),
    ],
)  # fmt: skip
def test_why_the_speaker_feels_so_is_what_happens(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("yo, tener, tantos, cromos, tú", "Tengo tantos cromos como tú."),
        ("sentar, yo, mal, pimientos", "Me sientan mal los pimientos."),
        ("dar, yo, alergia, gambas", "Me dan alergia las gambas."),
        ("dar, yo, igual", "Me da igual."),
        ("serie, decepcionar, yo", "Me decepciona la serie."),
        ("preocupar, yo, examen", "Me preocupa el examen."),
        ("pantalón, no, caber, yo", "No me cabe el pantalón."),
        ("pitar, yo, oídos", "Me pitan los oídos."),
        ("ruido, asustar, yo", "El ruido me asusta."),
        ("taxi, esperar, nosotros, puerta", "El taxi nos espera en la puerta."),
        ("furgoneta, recoger, yo, ocho", "La furgoneta me recoge a las ocho."),
        ("tú, poner, nervioso, yo", "Me pones nervioso."),
    ],
)
def test_what_is_felt_or_done_by_a_thing_is_no_request(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("lunes, quitar, yo, puntos", "El lunes me quitan los puntos."),
        ("jueves, poner, yo, vacuna", "El jueves me ponen la vacuna."),
        ("mañana, operar, yo", "Mañana van a operarme."),
        ("mañana, poner, yo, abrigo", "Mañana ponme el abrigo."),
        ("mañana, llamar, yo", "Mañana llámame."),
        ("recordar, yo, cita", "Recuérdame la cita."),
        ("recordar, yo, tomar, jarabe", "Recuérdame tomar el jarabe."),
        ("girar, yo, pared", "Gírame hacia la pared."),
        ("no, pinchar, brazo", "No me pinches en el brazo."),
        ("no, quitar, calcetines", "No quites los calcetines."),
    ],
)
def test_care_is_asked_for_and_treatment_is_told(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ricos, deber, pagar, más, impuestos", "Los ricos deben pagar más impuestos."),
        ("pequeños, jugar, patio", "Los pequeños juegan en el patio."),
        ("pájaro, hacer, nido, balcón", "El pájaro hace un nido en el balcón."),
        ("libro, costar, veintiuno, euros", "El libro cuesta veintiún euros."),
        ("yo, ser, buen, cocinero", "Soy buen cocinero."),
        ("yo, venir, médico, recoger, receta", "Vengo al médico a recoger la receta."),
        ("dar, pienso, conejos", "Dales pienso a los conejos."),
        ("subir, precios", "Suben los precios."),
    ],
)
def test_words_take_the_part_that_they_can_have(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("querer, ir, casa, yo, cansado", "Quiero ir a casa, estoy cansado."),
        ("parar, yo, mareado", "Para, estoy mareado."),
        ("ayudar, yo, cansado", "Ayúdame, estoy cansado."),
        ("acabar, comer, yo, lleno", "Acabo de comer, estoy lleno."),
        ("dejar, yo, solo", "Déjame solo."),
        ("él, pegar, yo, triste", "Él me pega y estoy triste."),
        ("ruido, poner, nervioso, yo", "El ruido me pone nervioso."),
        ("poner, nervioso, yo, ruido", "El ruido me pone nervioso."),
        ("poner, nervioso, yo", "Me pongo nervioso."),
        ("yo, princesa, tú, dragón", "Yo soy una princesa y tú eres un dragón."),
        ("tú, mamá, yo, bebé", "Tú eres mamá y yo soy un bebé."),
        ("yo, pan, tú, agua", "Yo, pan, tú, agua."),
        ("Siri, llamar, mamá", "Siri, llama a mamá."),
        ("fuego, llamar, bomberos", "Fuego, llama a los bomberos."),
        ("cuando, crecer, yo, ser, veterinaria", "Cuando crezca, seré veterinaria."),
        ("atragantar, pan", "Me he atragantado con el pan."),
    ],
)
def test_how_the_speaker_is_may_be_said_at_last(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("sentence", "is_good"),
    [("No me toques la pierna.", True), ("No me tocas la pierna.", False)],
)
def test_who_forbids_to_touch_a_part_of_the_body_means_their_own(
    sentence: str, is_good: bool
) -> None:
    assert check(sentence, ["no", "tocar", "pierna"], "es").ok is is_good


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("qué, sueño, tener", "¡Qué sueño tengo!"),
        ("qué, alto, tú, ser", "¡Qué alto eres!"),
        ("qué, rico, estar, sopa", "¡Qué rica está la sopa!"),
        ("qué, mal, oler, cubo", "¡Qué mal huele el cubo!"),
        ("qué, bien, cantar, Ana", "¡Qué bien canta Ana!"),
        ("qué, cansado, estar", "¡Qué cansado estoy!"),
        ("qué, libro, leer, ?", "¿Qué libro lees?"),
        ("qué, hacer", "¿Qué haces?"),
    ],
)
def test_a_cry_with_a_verb_is_no_question(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("creer, Juan, venir", "Creo que Juan viene."),
        ("creer, autobús, llegar, tarde", "Creo que el autobús llega tarde."),
        ("pensar, mamá, estar, enfadado", "Pienso que mamá está enfadada."),
        ("no, creer, papá, venir", "No creo que papá venga."),
        ("yo, creer, mañana, nevar", "Creo que mañana va a nevar."),
        ("pensar, abuela", "Pienso en la abuela."),
        ("mamá, hacer, yo, comer", "Mamá me hace comer."),
        ("llevar, dos, horas, esperar", "Llevo dos horas esperando."),
        ("llevar, mucho, tiempo, esperar", "Llevo mucho tiempo esperando."),
        ("intentar, no, llorar", "Intento no llorar."),
        ("yo, preferir, no, ir", "Prefiero no ir."),
        ("querer, no, ir", "No quiero ir."),
        ("si, doler, parar", "Si me duele, para."),
        ("tú, ser, ladrón, yo, policía", "Tú eres un ladrón y yo soy policía."),
        ("trueno, asustar, perra", "El trueno asusta a la perra."),
    ],
)
def test_what_hangs_on_a_verb_hangs_as_it_can(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("jarabe, saber, fresa", "El jarabe sabe a fresa."),
        ("tus manos, oler, ajo", "Tus manos huelen a ajo."),
        ("aquí, oler, gas", "Aquí huele a gas."),
        ("oler, flor", "Huelo la flor."),
        ("cebolla, hacer, llorar, yo", "La cebolla me hace llorar."),
        ("payaso, hacer, reír, niños", "El payaso hace reír a los niños."),
        ("tú, hacer, sonreír, yo", "Me haces sonreír."),
        ("haber, pelo, sopa", "Hay un pelo en la sopa."),
        ("haber, fiesta, cole", "Hay una fiesta en el cole."),
        ("puente, ser, piedra", "El puente es de piedra."),
        ("yo, estar, harto, silla", "Estoy harto de la silla."),
        ("niño, caer, columpio", "El niño se cae del columpio."),
        ("nido, caer, tejado", "El nido se ha caído del tejado."),
        ("bebé, parecer, abuelo", "El bebé se parece al abuelo."),
        ("nube, parecer, oveja", "La nube parece una oveja."),
        ("costar, yo, poner, abrigo", "Me cuesta ponerme el abrigo."),
        ("no, ir, piscina, estar, resfriado", "No voy a la piscina porque estoy resfriado."),
        ("yo, no, ir, taller, tener, tos", "No voy al taller porque tengo tos."),
        ("usar, tableta, hablar", "Uso la tableta para hablar."),
        ("antes, abuela, coser, vestidos", "Antes la abuela cosía los vestidos."),
        ("cuando, yo, ser, pequeño, tener, miedo", "Cuando era pequeño, tenía miedo."),
        ("no, querer, visitas", "No quiero visitas."),
    ],
)
def test_what_things_are_like_and_how_it_once_was(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("nevera, hacer, ruido, raro", "La nevera hace ruido raro."),
        ("yo, enfadado, perder, partido", "Estoy enfadado porque he perdido el partido."),
        ("parecer, nevar", "Parece que nieva."),
        ("fichar, nueve", "Ficho a las nueve."),
        ("temblar, yo, manos", "Me tiemblan las manos."),
        ("sonda, molestar, yo", "Me molesta la sonda."),
        ("antes, dormir, yo, leer", "Antes de dormir, leo."),
        ("después, comer, yo, dormir", "Después de comer duermo."),
        ("mi prima, dejar, fumar", "Mi prima deja de fumar."),
        ("mamá, dejar, jugar", "Mamá deja jugar."),
        ("trocear, yo, filete", "Trocéame el filete."),
        ("cuchara, estar, entre, plato, vaso", "La cuchara está entre el plato y el vaso."),
        ("yo, arrepentir, gritar", "Me arrepiento de gritar."),
        ("no, salir, calle, haber, tormenta", "No salgo a la calle porque hay una tormenta."),
        ("tren, parar, haber, vaca, vía", "El tren para porque hay una vaca en la vía."),
        ("yo, pedir, vacaciones, agosto", "Pido vacaciones en agosto."),
    ],
)
def test_one_clause_does_not_swallow_the_next(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("aburrir, jugar, cartas", "Me aburre jugar a las cartas."),
        ("preocupar, ir, médico", "Me preocupo y voy al médico."),
        ("yo, preocupar, dinero", "Me preocupa el dinero."),
        ("yo, aburrir, misa", "Me aburro en misa."),
        ("llorar, perder, muñeca", "Lloro porque he perdido la muñeca."),
    ],
)
def test_whoever_stands_last_does_not_feel_it(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Raúl, empezar, pelea, no, yo", "Raúl empieza la pelea, no yo."),
        ("mamá, venir, no, papá", "Mamá viene, no papá."),
        ("perro, ladrar, no, gato", "El perro ladra, no el gato."),
        ("querer, sopa, no, pan", "Quiero sopa, no pan."),
        ("no, tener, hambre, tener, sueño", "No tengo hambre, tengo sueño."),
        ("no, ir, cole, ir, médico", "No voy al cole, voy al médico."),
        ("pedal, bici, estar, roto", "El pedal de la bici está roto."),
        ("picar, yo, etiqueta, camiseta", "Me pica la etiqueta de la camiseta."),
    ],
)
def test_who_did_not_do_it_and_what_is_part_of_something(words: str, sentence: str) -> None:
    _is_said(words, sentence)
