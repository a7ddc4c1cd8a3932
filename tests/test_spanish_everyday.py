"""Kinds of everyday message in Spanish, one test for each kind of mistake that must not return."""

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
        ("no, más", "No más."),
        ("no, ahora", "Ahora no."),
        ("no, aquí", "Aquí no."),
        ("no, aquí, allí", "Aquí no, allí."),
        ("rojo, no, azul, sí", "Rojo no, azul sí."),
        ("no, mamá", "No, mamá."),
    ],
)
def test_no_belongs_to_what_is_refused(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("no, querer, sopa, querer, pan", "No quiero sopa, quiero pan."),
        ("cuando, terminar, querer, jugar", "Cuando he terminado, quiero jugar."),
    ],
)
def test_a_wish_begins_a_clause_of_its_own(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("padre, beber, mucho, gritar", "El padre bebe mucho y grita."),
        ("mamá, decir, que, venir", "Mamá dice que viene."),
    ],
)
def test_who_does_the_first_does_the_second(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("P, E, P, A", "P E P A."),
        ("Coca-Cola", "Coca-Cola."),
        ("iPad", "iPad."),
        ("buenos días, don, Manuel", "Buenos días, don Manuel."),
        ("mi", "Mi."),
        ("tu", "Tu."),
    ],
)
def test_names_letters_and_lone_words_stay_as_they_are(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Ana, ser, más, alto, yo", "Ana es más alta que yo."),
        ("yo, ser, mejor, tú", "Soy mejor que tú."),
        ("yo, menos, cansado, ayer", "Estoy menos cansado que ayer."),
        ("perro, más, rápido, gato", "El perro es más rápido que el gato."),
    ],
)
def test_what_is_compared_is_joined(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("cuánto, año, tener, tú, ?", "¿Cuántos años tienes?"),
        ("cuánto, pastilla, tomar, ?", "¿Cuántas pastillas tomas?"),
        ("cuánto, agua, ?", "¿Cuánta agua?"),
        ("todo, niño, reír", "Todos los niños se ríen."),
        ("todo, familia, venir", "Toda la familia viene."),
        ("un poco, agua", "Un poco de agua."),
        ("poco, azúcar", "Poco azúcar."),
        ("medio, kilo, tomate", "Medio kilo de tomate."),
        ("zapato, nuevo, mi", "Mi zapato nuevo."),
    ],
)
def test_quantities_and_owners_agree(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("autobús, llegar, cinco, y, media", "El autobús llega a las cinco y media."),
        ("cuidadora, llegar, nueve", "La cuidadora llega a las nueve."),
        ("ir, luego, parque, si, no, llover", "Voy luego al parque si no llueve."),
        (
            "tener que, hacer, deberes, antes, cenar",
            "Tengo que hacer los deberes antes de cenar.",
        ),
        ("nieto, venir, verme, domingo", "El nieto viene a verme el domingo."),
    ],
)
def test_times_and_linked_verbs(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ayuda, él, violar", "Ayuda, él viola."),
        ("cállate, gilipollas", "Cállate, gilipollas."),
        ("qué, coño, querer, ?", "¿Qué coño quieres?"),
        ("profesor, ser, hijo de puta", "El profesor es un hijo de puta."),
    ],
)
def test_cries_and_oaths_stand_where_they_are_said(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("asustado, tormenta", "Estoy asustado por la tormenta."),
        ("preocupado, operación", "Estoy preocupado por la operación."),
        ("podrido, manzana", "Manzana podrida."),
    ],
)
def test_a_feeling_is_a_persons_and_the_thing_its_cause(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("escocer, herida", "Me escuece la herida."),
        ("no, apetecer, salir", "No me apetece salir."),
        ("apetecer, helado", "Me apetece un helado."),
        ("quedar, bien, falda", "Me queda bien la falda."),
        ("parecer, difícil", "Parece difícil."),
        ("divertir, mucho, fiesta", "Me divierto mucho en la fiesta."),
    ],
)
def test_what_pleases_or_seems_is_the_subject(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("hermana, llamarse, Alba", "La hermana se llama Alba."),
        ("abrigo, ser, Ana", "El abrigo es de Ana."),
        ("no, estar, Ana", "No está Ana."),
        ("nunca, ir, allí", "Nunca voy allí."),
    ],
)
def test_names_are_who_they_are(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("querer, dos, galleta, chocolate", "Quiero dos galletas de chocolate."),
        ("esperar, resultado, análisis", "Espera el resultado del análisis."),
        ("pastilla, tensión, olvidar", "He olvidado la pastilla de la tensión."),
        ("yo, gustar, chica, clase", "Me gusta la chica de clase."),
        ("querer, intimidad", "Quiero intimidad."),
        ("necesitar, papel higiénico", "Necesito papel higiénico."),
        ("poder, salir, recreo, ?", "¿Puedo salir al recreo?"),
        ("tú, oler, pedo", "Hueles a pedo."),
        ("jugar, piratas", "Juego a los piratas."),
        ("gracias, por, comida", "Gracias por la comida."),
    ],
)
def test_nouns_take_what_joins_them(words: str, sentence: str) -> None:
    assert _said(words) == sentence


def test_never_is_not_told_with_a_bare_command() -> None:
    assert "Nunca te vayas allí." in realise(["nunca", "ir", "allí"], Controls()).alternatives


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("querer, manta, frío", "Quiero una manta, tengo frío."),
        ("quitar, jersey, calor", "Me quito el jersey, tengo calor."),
        ("querer, agua, frío", "Quiero agua fría."),
    ],
)
def test_a_need_behind_a_wish_is_its_reason(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("sentarse, abuela", "Siéntate, abuela."),
        ("cerrar, puerta, favor", "Cierra la puerta, por favor."),
        ("querer, hablar, policía", "Quiero hablar con la policía."),
        ("cuándo, cumpleaños, tú, ?", "¿Cuándo es tu cumpleaños?"),
        ("qué, asco", "¡Qué asco!"),
        ("tú, gustar, yo, ?", "¿Tú gustar yo?"),
        ("?", "?"),
    ],
)
def test_who_is_spoken_to(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("levantarse, siete", "Me levanto a las siete."),
        ("viajar, Londres", "Viajo a Londres."),
        ("ir, parque, perro, amigo", "Voy al parque con el perro y el amigo."),
        ("salir, fiesta, amigo", "Salgo de fiesta con el amigo."),
        ("abuela, morir, hospital", "La abuela ha muerto en el hospital."),
        ("lavarse, mano", "Me lavo las manos."),
        ("abuela, mejor, ?", "¿Está la abuela mejor?"),
    ],
)
def test_when_where_and_with_whom(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ojalá, venir, papá", "Ojalá venga papá."),
        ("ojalá, no, llover", "Ojalá no llueva."),
        ("lo siento, mucho", "Lo siento mucho."),
        ("señor, dónde, baño, ?", "Señor, ¿dónde está el baño?"),
        ("mi, color, favorito, azul", "Mi color favorito es azul."),
        ("qué, tiempo, hacer, ?", "¿Qué tiempo hace?"),
        ("cuánto, tiempo, faltar, ?", "¿Cuánto tiempo falta?"),
        ("ser, verdad, ?", "¿Es verdad?"),
        ("yo, nacer, 2010", "Nací en 2010."),
        ("ver, película, dibujos", "Veo una película de dibujos."),
        ("gustar, yo, nadar", "Me gusta nadar."),
        ("hoy, tocar, yo, cocinar", "Hoy me toca cocinar."),
        ("tocar, tú, tirar", "Te toca tirar."),
        ("ahora, tocar, Marina, jugar", "Ahora a Marina le toca jugar."),
        ("tocar, piano", "Toco el piano."),
        ("tocar, yo", "Tocar yo."),
        ("costar, respirar", "Me cuesta respirar."),
        ("yo, costar, abrir, latas", "Me cuesta abrir las latas."),
        ("quién, gustar, chocolate, ?", "¿A quién le gusta el chocolate?"),
        ("quién, gustar, tú, ?", "¿Quién te gusta?"),
        ("fascinar, volcanes", "Me fascinan los volcanes."),
        ("tener, dos, casa", "Tengo dos casas."),
        ("dar, miedo, payaso", "Me da miedo el payaso."),
        ("tener, culpa, yo", "Tengo la culpa."),
        ("tener, ganas, pis", "Tengo ganas de pis."),
    ],
)
def test_fixed_ways_of_saying(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("no, este, otro", "Este no, otro."),
        ("este, otro, libro", "Este otro libro."),
        ("eso, dar, yo, miedo", "Me da miedo eso."),
        ("él, hacer, yo, daño", "Él me hace daño."),
        ("tener, tos, y, mocos", "Tengo tos y mocos."),
        ("tener, hambre, y, sed", "Tengo hambre y sed."),
        ("querer, hacer, amigos", "Quiero hacer amigos."),
        ("preferir, playa", "Prefiero la playa."),
    ],
)
def test_parted_phrases_come_together(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("él, tocar, yo, llorar", "Él me toca y lloro."),
        ("papá, pegar, yo, llorar", "Papá me pega y lloro."),
        ("mi, hermana, empujar, yo, llorar", "Mi hermana me empuja y lloro."),
        ("tío, tocar, yo, miedo", "El tío me toca y tengo miedo."),
        ("tío, tocar, me, miedo", "El tío me toca y tengo miedo."),
        ("ella, gritar, yo, triste", "Ella me grita y estoy triste."),
        ("papá, gritar, yo, vergüenza", "Papá me grita y tengo vergüenza."),
        ("niño, morder, yo, doler", "El niño me muerde y me duele."),
        ("niños, insultar, nosotros, llorar", "Los niños nos insultan y lloramos."),
        ("él, pegar, ella, llorar", "Él la pega y ella llora."),
        ("ayer, él, tocar, yo, llorar", "Ayer él me tocó y lloré."),
        ("ayer, tío, pegar, yo, triste", "Ayer el tío me pegó y estaba triste."),
        ("tío, besar, yo, no, querer", "El tío me besa y no quiero."),
        ("papá, pegar, yo, no, llorar", "Papá me pega y no lloro."),
        ("él, empujar, yo, pasillo, llorar", "Él me empuja en el pasillo y lloro."),
        ("papá, pegar, yo, gritar, llorar", "Papá me pega y grito y lloro."),
    ],
)
def test_who_is_harmed_is_told_as_the_object_and_feels_or_acts(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("mamá, cocinar, yo, jugar", "Mamá cocina y juego."),
        ("él, cantar, yo, bailar", "Él canta y yo bailo."),
        ("médico, quitar, yo, dolor", "El médico me quita dolor."),
    ],
)
def test_who_is_not_harmed_only_does_the_second(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("él, pegar, yo, basta", "Él me pega, basta."),
        ("enfermera, hacer daño, yo, ayuda", "La enfermera me hace daño, ayuda."),
        ("hermano, empujar, yo, socorro", "El hermano me empuja, socorro."),
        ("yo, necesitar, ayuda", "Necesito ayuda."),
    ],
)
def test_a_last_word_is_cried_out_where_somebody_is_harmed(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence", "is_right"),
    [
        ("ella, ser, enfermero", "Ella es enfermero.", False),
        ("ella, ser, enfermero", "Ella es enfermera.", True),
        ("mi, hermana, ser, médico", "Mi hermana es médico.", False),
        ("él, ser, enfermero", "Él es enfermero.", True),
        ("ella, ser, jefe", "Ella es el jefe.", True),
        ("ella, querer, ser, médico", "Ella quiere ser médico.", False),
        ("ella, querer, ser, médico", "Ella quiere ser médica.", True),
        ("yo, querer, ser, médico", "Quiero ser médico.", True),
        ("la, persona, ser, médico", "La persona es médico.", True),
    ],
)
def test_a_woman_is_called_by_the_word_for_a_woman(
    words: str, sentence: str, is_right: bool
) -> None:
    assert check(sentence, tuple(words.split(", ")), "es").ok is is_right
