"""Kinds of Spanish message that were once said wrong, found by messages nobody had tuned by."""

from __future__ import annotations

import pytest

from models.engine import Controls, Gender
from models.faithful import check
from models.spanish import realise


def _said(words: str, controls: Controls | None = None) -> str:
    return realise(words.split(", "), controls or Controls()).text


def _is_said(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, words.split(", "), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("yo, cansada", "Estoy cansada."),
        ("guapa", "Guapa."),
        ("harta, ruido", "Estoy harta del ruido."),
        ("querer, estar, tranquila", "Quiero estar tranquila."),
        ("yo, no, estar, lista", "No estoy lista."),
        ("padre, cansada", "El padre está cansado."),
    ],
)
def test_who_taps_a_feminine_says_it(words: str, sentence: str) -> None:
    _is_said(words, sentence)


def test_the_control_outranks_the_form_of_a_label() -> None:
    assert _said("yo, cansada", Controls(speaker=Gender.MASCULINE)) == "Estoy cansado."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("gritos, no, aguantar", "No aguanto los gritos."),
        ("esa, canción, detestar", "Detesto esa canción."),
        ("examen, suspender", "He suspendido el examen."),
        ("música, alta, odiar", "Odio la música alta."),
    ],
)
def test_a_thing_put_first_is_what_the_speaker_feels_about(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("odiar, viernes", "Odio los viernes."),
        ("echar de menos, verano", "Echo de menos el verano."),
        ("acordar, Nochebuena", "Me acuerdo de la Nochebuena."),
        ("preferir, otoño", "Prefiero el otoño."),
        ("recordar, abuela, navidad", "Recuerdo a la abuela en Navidad."),
    ],
)
def test_a_season_can_be_loved_and_missed(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("cenar, juntos", "Cenamos juntos."),
        ("todos, juntos, cantar", "Todos juntos cantamos."),
        ("ellos, vivir, juntos", "Ellos viven juntos."),
    ],
)
def test_together_is_we(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("alérgico, polen", "Soy alérgico al polen."),
        ("adicto, móvil", "Soy adicto al móvil."),
        ("aburrido, tele", "Estoy aburrido de la tele."),
        ("preocupado, mamá", "Estoy preocupado por mamá."),
        ("yo, cansado, hospital", "Estoy cansado del hospital."),
        ("cansado, caminar", "Estoy cansado de caminar."),
        ("yo, estar, harto, de, estudiar", "Estoy harto de estudiar."),
        ("capaz, andar, solo", "Soy capaz de andar solo."),
        ("listo, comer", "Estoy listo para comer."),
        ("harto, esperar, médico", "Estoy harto de esperar al médico."),
    ],
)
def test_an_adjective_takes_what_it_asks_for(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("tomar, té, vecina", "Tomo té con la vecina."),
        ("hacer, deberes, papá", "Hago los deberes con papá."),
        ("cocinar, paella, abuela", "Cocino paella con la abuela."),
        ("yo, cantar, canción, niños", "Les canto una canción a los niños."),
    ],
)
def test_what_is_not_given_is_done_in_company(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("zapato, hacer, daño, pie", "El zapato me hace daño en el pie."),
        ("camiseta, picar, espalda", "La camiseta me pica en la espalda."),
        ("doler, cabeza, barriga", "Me duelen la cabeza y la barriga."),
    ],
)
def test_what_hurts_and_where(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("papá, coche, no, funcionar", "Papá, el coche no funciona."),
        ("mamá, leche, caducar", "Mamá, la leche ha caducado."),
        ("mamá, parque, ir", "Mamá va al parque."),
        ("profe, yo, terminar, ya", "Profe, he terminado ya."),
        ("mamá, yo, poder, salir, ?", "Mamá, ¿puedo salir?"),
        ("mamá, yo, ir, parque", "Mamá y yo vamos al parque."),
        ("no, caber, maleta", "No cabe la maleta."),
    ],
)
def test_who_is_spoken_to_and_what_does_it_by_itself(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("tú, comer, muy, rápido", "Comes muy rápido."),
        ("tú, conducir, mal", "Conduces mal."),
        ("tú, hablar, más, despacio", "Habla más despacio."),
        ("hablar, más, alto", "Habla más alto."),
        ("bomberas, llegar, muy, rápido", "Las bomberas llegan muy rápido."),
    ],
)
def test_a_judgement_is_no_command(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ser, tarde, ir, casa", "Es tarde, voy a casa."),
        ("abrir, ventana, no, poder, respirar", "Abre la ventana, no puedo respirar."),
        ("esperar, yo, terminar", "Espera, he terminado."),
        ("llamar, médico, ser, urgente", "Llama al médico, es urgente."),
        ("niños, comer, coger, pelota", "Los niños comen y cogen la pelota."),
        ("querer, duchar, y, acostar", "Quiero ducharme y acostarme."),
    ],
)
def test_clauses_side_by_side(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("bici, tu, más, nueva, que, mía", "Tu bici es más nueva que la mía."),
        ("pizza, mejor, que, verdura", "La pizza es mejor que la verdura."),
        ("libro, menos, aburrido, que, película", "El libro es menos aburrido que la película."),
        ("yo, correr, más, rápido, que, tú", "Corro más rápido que tú."),
    ],
)
def test_comparisons(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("bajar, volumen, radio", "Baja el volumen de la radio."),
        ("mando, tele, dónde, ?", "¿Dónde está el mando de la tele?"),
        ("perder, llaves, casa", "He perdido las llaves de casa."),
        ("ver, vídeos, perros", "Veo vídeos de perros."),
        ("buscar, vídeo, gatos, YouTube", "Busca un vídeo de gatos en YouTube."),
        ("hablar, inglés", "Hablo inglés."),
        ("examen, francés, mañana", "Examen de francés mañana."),
        ("puerta, coche", "Puerta, coche."),
    ],
)
def test_nouns_that_belong_together(words: str, sentence: str) -> None:
    assert _said(words) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ir, a, playa", "Voy a la playa."),
        ("poder, ir, a, fiesta, ?", "¿Puedo ir a la fiesta?"),
        ("volver, a, casa", "Vuelvo a casa."),
        ("ir, a, jugar", "Voy a jugar."),
        ("cenar, en, casa, Leo", "Ceno en casa de Leo."),
    ],
)
def test_a_tapped_preposition_is_said_once(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("viento, romper, paraguas", "El viento ha roto el paraguas."),
        ("nieve, caer", "La nieve cae."),
        ("sol, calentar, mucho", "El sol calienta mucho."),
        ("sol, tomar", "Tomo el sol."),
        ("primavera, llegar", "La primavera llega."),
        ("flores, oler, bien", "Las flores huelen bien."),
        ("comida, saber, mal", "La comida sabe mal."),
        ("oler, a, gas", "Huele a gas."),
    ],
)
def test_nature_does_things_by_itself(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("pensar, mucho, ella", "Pienso mucho en ella."),
        ("no, confiar, él", "No confío en él."),
        ("profe, ellos, molestar, yo", "Profe, ellos me molestan."),
        ("niño, caer, llorar", "El niño se ha caído y llora."),
        ("mamá, comer, y, ver, tele", "Mamá come y ve la tele."),
        ("mi, gata, llamar, Luna", "Mi gata se llama Luna."),
        ("él, decir, ser, nuestro, secreto", "Él dice que es nuestro secreto."),
        ("pensar, ser, injusto", "Pienso que es injusto."),
    ],
)
def test_who_is_meant(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("no, haber, jabón", "No hay jabón."),
        ("caja, haber, gatito", "En la caja hay un gatito."),
        ("qué, haber, caja, ?", "¿Qué hay en la caja?"),
        ("qué, haber, comer, ?", "¿Qué hay para comer?"),
        ("qué, tener, mano, ?", "¿Qué tienes en la mano?"),
        ("cuántos, hermanos, tener, ?", "¿Cuántos hermanos tienes?"),
        ("cuándo, llegar, autobús, ?", "¿Cuándo llega el autobús?"),
        ("tener, herida, mano", "Tengo una herida en la mano."),
    ],
)
def test_what_there_is_and_where(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ganar, carrera", "He ganado la carrera."),
        ("hacer, fiesta", "Hago una fiesta."),
        ("bailar, fiesta", "Bailo en la fiesta."),
        ("niña, llenar, cubo, agua", "La niña llena el cubo de agua."),
        ("no, comer, carne, cerdo", "No como carne de cerdo."),
        ("hablar, tres, idiomas", "Hablo tres idiomas."),
        ("volver, trabajo, tarde", "Vuelvo del trabajo por la tarde."),
        ("estar, peligro", "Estoy en peligro."),
    ],
)
def test_verbs_and_their_objects(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ayer, perro, vecino, morder, yo", "Ayer el perro del vecino me mordió."),
        ("yo, perder, cartera, taxi", "He perdido la cartera en el taxi."),
        ("llamar, yo, mañana", "Llámame mañana."),
        ("tomar, pastilla, nueve", "Tomo la pastilla a las nueve."),
        ("mover, silla, derecha", "Mueve la silla a la derecha."),
        ("doler, pierna, derecha", "Me duele la pierna derecha."),
        ("gustar, tú, camiseta", "Me gusta tu camiseta."),
        ("yo, ser, camarero, antes", "Era camarero antes."),
        ("qué, frío, hacer", "¡Qué frío hace!"),
        ("coche, papá, rojo", "Coche rojo de papá."),
        ("ver, fútbol, papá, tele", "Veo el fútbol con papá en la tele."),
        ("yo, nacer, Perú", "Nací en Perú."),
        ("mañana, no, colegio", "Mañana, colegio no."),
        ("llamar, taxi", "Llama a un taxi."),
        ("tener, cita, doctora", "Tengo una cita con la doctora."),
        ("estar, cansado, ir, cama", "Estoy cansado y voy a la cama."),
        ("hay, que, comer", "Hay que comer."),
        ("yo, más, alta, mi, prima", "Soy más alta que mi prima."),
        ("qué, hora, abrir, tienda, ?", "¿A qué hora abre la tienda?"),
        ("cuándo, abrir, piscina, ?", "¿Cuándo abre la piscina?"),
        ("cuándo, abrir, regalos, ?", "¿Cuándo abres los regalos?"),
        ("hay, leche, ?", "¿Hay leche?"),
    ],
)
def test_everyday_messages_once_said_wrong(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("querer, sopa, no, pan", "Quiero sopa, no pan."),
        ("ir, parque, no, piscina", "Voy al parque, no a la piscina."),
        ("ver, Juan, no, Ana", "Veo a Juan, no a Ana."),
        ("gustar, perros, no, gatos", "Me gustan los perros, no los gatos."),
        ("pegar, Juan, no, Ana", "Pegar Juan no Ana."),
        ("querer, eso, no, mamá", "Querer eso no mamá."),
    ],
)
def test_a_denial_between_two_things_refuses_the_second(words: str, sentence: str) -> None:
    _is_said(words, sentence)
    assert realise(words.split(", "), Controls()).is_settled


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("querer, tú, abrazar, yo", "Quiero que me abraces."),
        ("tú, querer, bailar, con, yo, ?", "¿Quieres bailar conmigo?"),
        ("a, abuela, doler, cadera", "A la abuela le duele la cadera."),
        ("bebé, llorar, tener, hambre", "El bebé llora porque tiene hambre."),
        ("creer, llover", "Creo que llueve."),
        ("llegar, seis, tarde", "Llego a las seis de la tarde."),
        ("tío, cumplir, sesenta, jueves", "El tío cumple sesenta el jueves."),
        ("no, salir, por, lluvia", "No salgo por la lluvia."),
        ("extrañar, mi, gato", "Extraño a mi gato."),
        ("abrir, ventana, poco", "Abre un poco la ventana."),
    ],
)
def test_other_things_once_said_wrong(words: str, sentence: str) -> None:
    _is_said(words, sentence)


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("yo, alérgico, polen", True),
        ("mamá, yo, poder, salir, ?", True),
        ("libro, menos, aburrido, que, película", True),
        ("yo, querer, agua", False),
        ("triste, abuelo, morir", False),
    ],
)
def test_the_rules_know_where_a_construction_leaves_no_choice(words: str, sure: bool) -> None:
    assert realise(words.split(", "), Controls()).is_sure is sure


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("gritos, no, aguantar", "Los gritos no aguantan."),
        ("no, estar, listo, para, viaje", "No está listo para el viaje."),
        ("hoy, hacer, frío", "Hoy hago frío."),
        ("hoy, hacer, frío", "Hoy hecho frío."),
        ("zumo, beber, yo", "El zumo me bebe."),
        ("querer, tú", "Quiero que tú."),
        ("yo, calor", "Estoy calor."),
        ("coger, yo, brazos", "Coge yo los brazos."),
        ("ser, difícil", "Soy difícil."),
        ("querer, mucho, tú", "Quiero mucho contigo."),
        ("móvil, romper", "El móvil rompe."),
        ("beber, vino, restaurante", "Beber vino en el restaurante."),
        ("cenar, juntos", "Cena juntos."),
    ],
)
def test_what_says_it_of_somebody_or_something_else_is_refused(words: str, sentence: str) -> None:
    assert not check(sentence, words.split(", "), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ayudar, yo, subir", "Ayúdame a subir."),
        ("dejar, yo, jugar, ?", "¿Me dejas jugar?"),
        ("robot, ayudar, abuela, cruzar, calle", "El robot ayuda a la abuela a cruzar la calle."),
        ("necesitar, hablar, con, alguien", "Necesito hablar con alguien."),
        ("quitar, zapatos", "Me quito los zapatos."),
        ("yo, querer, mucho, a, mi, amigos", "Quiero mucho a mis amigos."),
        ("no, ser, mío", "No es mío."),
        ("hora, comer", "Hora de comer."),
        ("haber, alguien, puerta", "Hay alguien en la puerta."),
    ],
)
def test_what_says_just_that_is_not_refused(words: str, sentence: str) -> None:
    assert check(sentence, words.split(", "), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("jueves pasado, yo, ir, médico", "El jueves pasado fui al médico."),
        ("fin de semana pasado, nosotros, ir, playa", "El fin de semana pasado fuimos a la playa."),
        ("próxima semana, yo, volar", "La próxima semana voy a volar."),
        ("de niña, yo, vivir, campo", "De niña vivía en el campo."),
        ("hace dos años, nosotros, casar", "Hace dos años nos casamos."),
        ("costar, respirar", "Me cuesta respirar."),
        ("Ana, costar, leer", "A Ana le cuesta leer."),
        ("pan, costar, dos, euros", "El pan cuesta dos euros."),
        ("cuánto, costar, pan, ?", "¿Cuánto cuesta el pan?"),
    ],
)
def test_when_it_was_and_what_is_hard_to_do(words: str, sentence: str) -> None:
    _is_said(words, sentence)
