"""Spanish words that look like others: adjectives in -ar, singulars in -s, del and al."""

from __future__ import annotations

import pytest

from models.engine import Controls
from models.faithful import check
from models.spanish import adjectives, nouns, realise
from models.spanish.lexicon import entry
from models.spanish.tokens import Kind
from models.spanish.wordlist import sequence


def _said(words: str) -> str:
    return realise(words.split(", "), Controls()).text


@pytest.mark.parametrize(
    "word",
    sequence(
        "espectacular peculiar irregular lumbar pulmonar preliminar modular tutelar bipolar "
        "extraescolar estelar rectangular triangular molecular cardiovascular intramuscular"
    ),
)
def test_adjectives_in_ar_are_no_verbs(word: str) -> None:
    assert entry(word).kind is Kind.ADJECTIVE


@pytest.mark.parametrize("word", sequence("regular acumular calcular vincular escalar"))
def test_verbs_in_ar_stay_verbs(word: str) -> None:
    assert entry(word).kind in (Kind.VERB, Kind.MANNER)


@pytest.mark.parametrize(
    ("word", "feminine"),
    [
        *[(word, True) for word in sequence("amigdalitis artrosis cistitis colitis dermatitis")],
        *[(word, True) for word in sequence("faringitis laringitis sinusitis tendinitis rinitis")],
        *[(word, True) for word in sequence("encefalitis cirrosis escoliosis esclerosis")],
        *[(word, True) for word in sequence("osteoporosis endometriosis metástasis parálisis")],
        *[(word, True) for word in sequence("psicosis sobredosis tortícolis tuberculosis")],
        *[(word, True) for word in sequence("diálisis mantis celulitis pericarditis")],
        *[(word, False) for word in sequence("herpes ictus caos páncreas pubis cuádriceps")],
        *[(word, False) for word in sequence("triceratops ficus gps pilates hummus")],
        *[(word, False) for word in sequence("reposacabezas reposapiés lavaplatos montacargas")],
        *[(word, False) for word in sequence("cuentagotas limpiaparabrisas portarretratos")],
        *[(word, False) for word in sequence("matamoscas correpasillos rompeolas abrecartas")],
        *[(word, False) for word in sequence("quitanieves sacapuntas cortaúñas guardarropas")],
        ("tragaperras", True),
    ],
)
def test_singulars_in_s(word: str, feminine: bool) -> None:
    use = nouns.lookup(word)
    assert use is not None
    assert not use.plural
    assert use.noun.feminine is feminine
    assert nouns.plural(word) == word


@pytest.mark.parametrize(
    "word",
    sequence("parasoles salvajes picaduras pasatiempos paraguayos cuentas grafitis espaguetis"),
)
def test_plurals_that_look_like_them(word: str) -> None:
    assert nouns.is_plural_form(word)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("el, tejado, del, hospital", "El tejado del hospital."),
        ("ir, al, parque", "Voy al parque."),
        ("ir, al, mercado, con, mamá", "Voy al mercado con mamá."),
        ("yo, ir, al, Retiro", "Voy al Retiro."),
        ("querer, llave, del, coche", "Quiero la llave del coche."),
    ],
)
def test_a_contraction_holds_its_article(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("cortés", "cortés corteses"),
        ("multicolor", "multicolor multicolores"),
        ("bicolor", "bicolor bicolores"),
        ("retro", "retro retro"),
        ("porno", "porno porno"),
        ("afro", "afro afro"),
        ("sexy", "sexy sexis"),
        ("cool", "cool cool"),
    ],
)
def test_adjectives_without_a_feminine(lemma: str, form: str) -> None:
    made = [adjectives.agreeing(lemma, True, plural) for plural in (False, True)]
    assert " ".join(made) == form
    assert adjectives.is_known(lemma)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ella, ser, trabajador social", "Ella es trabajadora social."),
        ("mi, hermana, ser, profesor de música", "Mi hermana es profesora de música."),
        ("ella, ser, director", "Ella es directora."),
        ("él, ser, trabajador social", "Él es trabajador social."),
    ],
)
def test_a_trade_of_two_words_agrees(words: str, sentence: str) -> None:
    assert _said(words) == sentence
    assert check(sentence, tuple(words.split(", ")), "es").ok


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("yo, comer, solito", "Como solito."),
        ("ella, vestirse, solito", "Ella se viste solita."),
        ("hacer, solito", "Hace solito."),
    ],
)
def test_alone_is_not_the_sun(words: str, sentence: str) -> None:
    assert _said(words) == sentence
