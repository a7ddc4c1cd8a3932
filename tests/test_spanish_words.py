"""Spanish nouns, adjectives, names and labels: gender, number, class and case."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from models.engine import Controls, Tense
from models.faithful import check
from models.spanish import adjectives, nouns, realise
from models.spanish.genders import is_feminine_ending
from models.spanish.lexicon import entry
from models.spanish.reading import read
from models.spanish.times import tense_of
from models.spanish.tokens import Kind


@pytest.mark.parametrize(
    ("word", "feminine"),
    [
        ("casa", True),
        ("día", False),
        ("mano", True),
        ("problema", False),
        ("foto", True),
        ("leche", True),
        ("coche", False),
        ("canción", True),
        ("camión", False),
        ("ciudad", True),
        ("agua", True),
        ("flor", True),
        ("color", False),
        ("gafas", True),
        ("dientes", False),
        ("pez", False),
        ("nariz", True),
        ("pijama", False),
        ("sofá", False),
        ("radio", True),
        ("autobús", False),
        ("puente", False),
        ("nube", True),
        ("lápiz", False),
        ("piel", True),
        ("sal", True),
        ("arroz", False),
        ("tos", True),
        ("fiebre", True),
        ("pirámide", True),
        ("asma", True),
        ("hematoma", False),
        ("cervicales", True),
        ("paisaje", False),
    ],
)
def test_gender(word: str, feminine: bool) -> None:
    use = nouns.lookup(word)
    assert use is not None
    assert use.noun.feminine is feminine


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("luz", "luces"),
        ("canción", "canciones"),
        ("examen", "exámenes"),
        ("lunes", "lunes"),
        ("autobús", "autobuses"),
        ("rey", "reyes"),
        ("sofá", "sofás"),
        ("jersey", "jerséis"),
        ("lápiz", "lápices"),
        ("gris", "grises"),
        ("huevo frito", "huevos fritos"),
        ("silla de ruedas", "sillas de ruedas"),
    ],
)
def test_plural(one: str, many: str) -> None:
    assert nouns.plural(one) == many


@pytest.mark.parametrize(
    ("word", "singular", "plural"),
    [
        ("gatitos", "gatito", True),
        ("lápices", "lápices", True),
        ("leones", "león", True),
        ("florecita", "florecita", False),
        ("paraguas", "paraguas", False),
    ],
)
def test_a_noun_is_found_in_any_number(word: str, singular: str, plural: bool) -> None:
    use = nouns.lookup(word)
    assert use is not None
    assert (use.noun.word, use.plural) == (singular, plural)


def test_gender_of_pictogram_words(shared: Path) -> None:
    """Nouns of the pictogram catalogue against a dictionary's gender."""
    genders: dict[str, set[str]] = {}
    dictionary = shared / "data/corpora/lexicons/freeling_es_MM.nom.txt.xz"
    with lzma.open(dictionary, "rt", encoding="utf-8") as lines:
        for line in lines:
            form, _, tag = [*line.split(), "", ""][:3]
            if tag.startswith("NC"):
                genders.setdefault(form, set()).add(tag[2])
    words = set()
    with lzma.open(shared / "data/arasaac/lexicon.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.split("\t")
            if columns[1] == "es" and columns[3] in ("2", ""):
                words.add(columns[2].lower())
    checked = [w for w in words if genders.get(w) in ({"M"}, {"F"})]
    right = 0
    for word in checked:
        use = nouns.lookup(word)
        ours = use.noun.feminine if use else is_feminine_ending(nouns.singular_guess(word))
        right += ours == (genders[word] == {"F"})
    assert len(checked) > 3000
    assert right / len(checked) > 0.99


@pytest.mark.parametrize(
    ("lemma", "feminine", "plural", "form"),
    [
        ("rojo", True, True, "rojas"),
        ("feliz", True, True, "felices"),
        ("trabajador", True, False, "trabajadora"),
        ("mejor", True, True, "mejores"),
        ("inglés", True, False, "inglesa"),
        ("llorón", True, False, "llorona"),
        ("marrón", True, True, "marrones"),
        ("azul", False, True, "azules"),
        ("gratis", True, True, "gratis"),
    ],
)
def test_adjectives_agree(lemma: str, feminine: bool, plural: bool, form: str) -> None:
    assert adjectives.agreeing(lemma, feminine, plural) == form


@pytest.mark.parametrize(
    ("form", "lemma"), [("rojas", "rojo"), ("jóvenes", "joven"), ("buenísima", "buenísimo")]
)
def test_adjectives_are_found_in_any_form(form: str, lemma: str) -> None:
    assert adjectives.lemma_of(form) == lemma


@pytest.mark.parametrize(
    ("gloss", "kind"),
    [
        ("abrir", Kind.VERB),
        ("hacer pis", Kind.VERB),
        ("mujer", Kind.NOUN),
        ("cuarto de baño", Kind.NOUN),
        ("cansado", Kind.ADJECTIVE),
        ("quiero", Kind.FINITE),
        ("comiendo", Kind.GERUND),
        ("por favor", Kind.SOCIAL),
        ("ayer", Kind.TIME),
        ("debajo", Kind.LOCATIVE),
        ("dónde", Kind.QUESTION),
        ("las tres y media", Kind.TIME),
        ("treinta y dos", Kind.NUMBER),
        ("blibli", Kind.WORD),
    ],
)
def test_word_class_of_a_bare_gloss(gloss: str, kind: Kind) -> None:
    assert entry(gloss).kind is kind


def test_every_verb_label_of_the_catalogue_is_no_riddle(shared: Path) -> None:
    """Labels of one word under verb and describing word are verbs, nouns or adjectives to us."""
    unknown, seen = [], 0
    with lzma.open(shared / "data/arasaac/lexicon.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.split("\t")
            word = columns[2]
            if (
                columns[1] == "es"
                and columns[3] in ("3", "4")
                and word.isalpha()
                and word.islower()
            ):
                seen += 1
                unknown += [word] if entry(word).kind is Kind.WORD else []
    assert seen > 1500
    assert len(set(unknown)) < 0.06 * seen


@pytest.mark.parametrize(
    ("glosses", "texts"),
    [
        (["YO", "QUERER", "AGUA"], ["yo", "querer", "agua"]),
        (["MARTA", "VENIR"], ["Marta", "venir"]),
        (["Yo", "Querer", "Comer"], ["yo", "querer", "comer"]),
        (["Rosa", "venir"], ["Rosa", "venir"]),
        (["rosa", "bonito"], ["rosa", "bonito"]),
        (["querer", "iPad"], ["querer", "iPad"]),
        (["jugar", "Minecraft"], ["jugar", "Minecraft"]),
        (["¿DÓNDE?", "mamá"], ["dónde", "mamá"]),
        (["avion", "volar"], ["avion", "volar"]),
        (["La Bella Durmiente", "dormir"], ["La Bella Durmiente", "dormir"]),
    ],
)
def test_case_of_labels_and_names(glosses: list[str], texts: list[str]) -> None:
    assert [token.text for token in read(glosses)] == texts


@pytest.mark.parametrize(
    ("time", "tense"),
    [
        ("el jueves pasado", Tense.PAST),
        ("fin de semana pasado", Tense.PAST),
        ("hace dos años", Tense.PAST),
        ("de niña", Tense.PAST),
        ("en 1998", Tense.PAST),
        ("próxima semana", Tense.FUTURE),
        ("dentro de tres días", Tense.FUTURE),
        ("mes que viene", Tense.FUTURE),
        ("hoy", None),
        ("la mesa pasada", None),
        ("en 3000", None),
    ],
)
def test_phrases_of_time_tell_the_tense(time: str, tense: Tense | None) -> None:
    assert tense_of(time) is tense


def test_a_phrase_of_time_has_its_article() -> None:
    assert entry("próxima semana").lemma == "la próxima semana"
    assert entry("hace dos años").lemma == "hace dos años"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("yo, pálido", "Estoy pálido."),
        ("yo, consciente", "Estoy consciente."),
        ("mamá, histérico", "Mamá está histérica."),
        ("perro, pachucho", "El perro está pachucho."),
        ("reposapiés, estar, flojo", "El reposapiés está flojo."),
        ("mi, hermana, ser, gruñón", "Mi hermana es gruñona."),
        ("él, ser, machista", "Él es machista."),
        ("yo, ser, asmático", "Soy asmático."),
        ("yo, ser, musulmán", "Soy musulmán."),
        ("primo, ser, norteamericano", "El primo es norteamericano."),
        ("ellos, llamar, yo, subnormal", "Ellos me llaman subnormal."),
        ("yo, tener, dolor, abdominal", "Tengo dolor abdominal."),
        ("querer, sándwich, vegetal", "Quiero un sándwich vegetal."),
        ("querido, abuelo", "Querido abuelo."),
        ("manos, pegajoso", "Manos pegajosas."),
    ],
)
def test_adjectives_are_no_nouns(words: str, sentence: str) -> None:
    assert realise(words.split(", "), Controls()).text == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ella, ser, ginecólogo", "Ella es ginecóloga."),
        ("mi, madrina, ser, logopeda", "Mi madrina es logopeda."),
        ("trabajadora social, ayudar, yo", "La trabajadora social me ayuda."),
        ("yo, tener, asma", "Tengo asma."),
        ("tener, gripe", "Tengo gripe."),
        ("yo, tener, párkinson", "Tengo párkinson."),
        ("doler, cervicales", "Me duelen las cervicales."),
        ("bajar, barandilla", "Baja la barandilla."),
        ("yo, querer, panceta", "Quiero panceta."),
        ("cigüeña, anidar, campanario", "La cigüeña anida en el campanario."),
        ("yo, ir, Castellón", "Voy a Castellón."),
    ],
)
def test_nouns_are_used_after_their_kind(words: str, sentence: str) -> None:
    assert realise(words.split(", "), Controls()).text == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("hermano, manosear, yo", "El hermano me manosea."),
        ("chico, abofetear, amigo", "El chico abofetea al amigo."),
        ("ellos, extorsionar, yo", "Ellos me extorsionan."),
        ("león, rugir, selva", "El león ruge en la selva."),
        ("sequía, vaciar, embalse", "La sequía vacía el embalse."),
        ("aflojar, yo, bufanda", "Aflójame la bufanda."),
        ("no, fiar, ese, hombre", "No me fío de ese hombre."),
        ("nosotros, adoptar, gato", "Adoptamos un gato."),
    ],
)
def test_verbs_ask_for_what_they_need(words: str, sentence: str) -> None:
    assert realise(words.split(", "), Controls()).text == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Manoseo al hermano.", "hermano, manosear, yo"),
        ("El amigo abofetea al chico.", "chico, abofetear, amigo"),
        ("Les extorsiono.", "ellos, extorsionar, yo"),
    ],
)
def test_who_harms_whom_is_not_turned_round(sentence: str, words: str) -> None:
    assert not check(sentence, tuple(words.split(", ")), "es").ok
