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
        ("no, pinchar, brazo", "No pinches el brazo."),
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
        ("atragantar, pan", "Me he atragantado con pan."),
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
