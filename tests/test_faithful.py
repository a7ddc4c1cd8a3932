"""Does a sentence say what was chosen, and nothing else?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evaluation.checked import Example, measure, read_examples
from models.engine import Controls, Sentence, SentenceRequest, SentenceType, Tense
from models.errors import CannotRealiseError, UnsupportedLanguageError
from models.faithful import CheckedEngine, check
from models.telegraphic import as_chosen

_DATA = Path(__file__).parent / "data"


def _examples(language: str) -> tuple[Example, ...]:
    return read_examples(_DATA / f"faithful_{language}.tsv")


def _glosses(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


@pytest.mark.parametrize("language", ["es", "en"])
def test_unfaithful_sentences_are_told_from_good_ones(language: str) -> None:
    examples = _examples(language)
    assert sum(example.is_good for example in examples) >= 200
    assert sum(not example.is_good for example in examples) >= 100
    found = measure(examples, language)
    assert found.recall >= 0.98, found.passed
    assert found.precision >= 0.98, found.refused


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_check_takes_less_than_two_milliseconds(language: str) -> None:
    assert measure(_examples(language), language).milliseconds < 2


@pytest.mark.parametrize(
    ("language", "glosses", "sentence", "missing", "added", "reasons"),
    [
        ("es", "querer|agua", "Quiero agua.", "", "", ""),
        ("es", "querer|agua", "Quiero pan.", "agua", "pan", "agua is missing|pan was added"),
        ("es", "no|querer|agua", "Quiero agua.", "no", "", "no is missing"),
        ("es", "querer|agua", "No quiero agua.", "", "", "it is negative"),
        ("es", "tú|venir|?", "Vienes.", "", "", "it is no question"),
        ("es", "tú|venir", "¿Vienes?", "", "", "it is a question"),
        ("es", "querer|agua", "Querría agua.", "", "", "querría softens it"),
        ("es", "pegar|Hugo", "Pego a Hugo.", "", "", "it guesses who does it to whom"),
        ("es", "él|querer|agua", "Él quiero agua.", "", "", "quiero has another subject"),
        ("es", "ayer|ir|playa", "Ayer iré a la playa.", "", "", "it is not in the past"),
        ("es", "agua", "", "agua", "", "agua is missing|it says nothing"),
        ("en", "want|water", "I want water.", "", "", ""),
        ("en", "want|water", "I want water, please.", "", "please", "please was added"),
        ("en", "man|hit|me", "I hit the man.", "", "", "man is no longer the subject|I has..."),
        ("en", "you|come|?", "You're coming.", "", "", "it is no question"),
    ],
)
def test_a_verdict_says_what_is_wrong(
    language: str, glosses: str, sentence: str, missing: str, added: str, reasons: str
) -> None:
    verdict = check(sentence, _glosses(glosses), language)
    assert verdict.ok == (not reasons)
    assert verdict.missing == tuple(missing.split("|") if missing else ())
    assert verdict.added == tuple(added.split("|") if added else ())
    if "..." not in reasons:
        assert verdict.reasons == tuple(reasons.split("|") if reasons else ())
    else:
        assert verdict.reasons


@pytest.mark.parametrize(
    ("language", "glosses", "good", "bad"),
    [
        ("es", "él|tocar|mi|vagina", "Él toca mi vagina.", "Él toca mis vagina."),
        ("es", "querer|muchos|globos", "Quiero muchos globos.", "Quiero mucho globos."),
        ("es", "mano|sucio", "La mano está sucia.", "La mano está sucio."),
        ("es", "niño|correr", "El niño corre.", "Los niños corren."),
        ("es", "perros|dormir", "Los perros duermen.", "El perro duerme."),
        ("es", "tres|hermano", "Tres hermanos.", "Tres hermanas."),
        ("es", "no|querer|comer", "No quiero comer.", "No quiero comerme."),
        ("es", "querer|ir|casa", "Quiero ir a casa.", "Quiero voy a casa."),
        ("es", "mirar|yo", "Mírame.", "Mira me."),
        ("es", "escuchar|yo", "Escúchame.", "Escucha conmigo."),
        ("es", "ayer|ir|playa|papá", "Ayer fui a la playa con papá.",
         "Ayer fui a la playa de papá."),
        ("es", "tú|no|querer|ir", "No quieres ir.", "Quieres no ir."),
        ("es", "querer|venir|casa", "¿Quieres venir a mi casa?", "¿Vienes a tu casa?"),
        ("es", "querer|venir|conmigo", "Quieres venir conmigo.", "Quieren venir conmigo."),
        ("es", "ayudar|yo|subir", "Ayúdame a subir.", "Ayúdate a subir."),
        ("es", "yo|comer|pan", "Como pan.", "Comí pan."),
        ("es", "mi|perro|no|volver", "Mi perro no ha vuelto.", "Mi perro no volvió."),
        ("es", "me|ayudar|mamá", "Mamá me ayuda.", "Ayudo a mamá."),
        ("es", "setas|venenoso|no|coger", "No cojas las setas venenosas.",
         "Las setas no son venenosas, cógelas."),
        ("es", "afeitar|barba|no|bigote", "Aféitame la barba, no el bigote.",
         "No me afeites la barba, el bigote."),
        ("es", "toros|tortura|no|arte", "Los toros son tortura, no arte.",
         "Los toros no son tortura, son arte."),
        ("es", "doler|diente", "Me duele el diente.", "Me duelen los dientes."),
        ("en", "I|not|break|window|Jack|do|it", "I didn't break the window and Jack did it.",
         "I broke the window, Jack didn't do it."),
        ("en", "man|hit|me", "The man hits me.", "The man will hit me."),
        ("en", "he|touch|my|penis", "He touches my penis.", "He is going to touch my penis."),
        ("en", "scared|uncle", "I'm scared of my uncle.", "I was scared of my uncle."),
        ("en", "angry|you|shout", "I'm angry because you shout.", "You are angry when you shout."),
        ("en", "water|plants", "Water the plants.", "Water the plant."),
        ("es", "mamá|querer|venir|tú", "Mamá quiere que vengas.", "Mamá quiere que venga."),
        ("es", "él|decir|matar|yo|si|contar", "Él dice que me mata si cuento.",
         "Él me dice que me mates si cuento."),
        ("es", "él|tocar|yo|no", "Él me toca, no.", "Él no me toca."),
        ("es", "papá|pegar|yo|ayuda", "Papá me pega, ayuda.", "Papá me pega con la ayuda."),
        ("en", "dad|hit|my|arm|no", "Dad hits my arm, no.", "Dad doesn't hit my arm."),
        ("en", "bus|hit|me|help", "The bus hits me, help.", "The bus hits me with help."),
        ("en", "boy|run", "The boy runs.", "The boys run."),
        ("en", "three|brother", "Three brothers.", "Three brother's."),
        ("en", "she|want|water", "She wants water.", "She want some water."),
        ("en", "shoes|new", "The shoes are new.", "The shoes is new."),
        ("en", "can|drink|?", "Can I drink?", "Can I drinking?"),
        ("en", "want|biscuit", "I want a biscuit.", "I want a biscuits."),
        ("en", "yesterday|go|park|gran", "Yesterday I went to the park with gran.",
         "Yesterday I went to gran's park."),
        ("en", "want|mum|not|go", "I don't want mum to go.", "I want mum to don't go."),
        ("en", "want|come|house", "Do you want to come to my house?", "Do they want to come home?"),
        ("en", "I|eat|bread", "I'm eating bread.", "I ate bread."),
        ("en", "mum|hit|me|when|I|cry", "Mum hits me when I cry.", "I hit mum when I cry."),
    ],
)  # fmt: skip
def test_a_broken_sentence_is_refused_beside_the_right_one(
    language: str, glosses: str, good: str, bad: str
) -> None:
    assert check(good, _glosses(glosses), language).reasons == ()
    assert not check(bad, _glosses(glosses), language).ok


@pytest.mark.parametrize(
    ("language", "glosses", "controls", "good", "bad"),
    [
        ("es", "yo|comer", Controls(negative=True), "No como.", "Como."),
        ("es", "yo|comer", Controls(tense=Tense.PAST), "He comido.", "Como."),
        ("en", "I|eat", Controls(tense=Tense.FUTURE), "I'll eat.", "I ate."),
        ("en", "you|come", Controls(sentence_type=SentenceType.QUESTION), "Do you come?", "Come."),
        ("es", "hola", Controls(sentence_type=SentenceType.EXCLAMATION), "¡Hola!", "Hola."),
        ("es", "pegar|Hugo", Controls(sentence_type=SentenceType.REQUEST), "Pega a Hugo.", "Pego."),
    ],
    ids=["negative", "past", "future", "question", "exclamation", "request"],
)
def test_what_was_chosen_beside_the_words_binds(
    language: str, glosses: str, controls: Controls, good: str, bad: str
) -> None:
    assert check(good, _glosses(glosses), language, controls).ok
    assert not check(bad, _glosses(glosses), language, controls).ok


def test_a_language_without_rules_cannot_be_checked() -> None:
    with pytest.raises(UnsupportedLanguageError, match="'fr'"):
        check("Oui.", ["oui"], "fr")


@given(st.text(), st.lists(st.text(), max_size=8), st.sampled_from(["es", "en"]))
def test_no_input_breaks_the_check(sentence: str, glosses: list[str], language: str) -> None:
    verdict = check(sentence, glosses, language)
    assert verdict.ok == (not verdict.reasons)


_WORD = st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=8)


@given(st.lists(_WORD, min_size=1, max_size=8), st.sampled_from(["es", "en"]))
@example(["ı"], "es")
def test_the_words_as_chosen_are_always_faithful(glosses: list[str], language: str) -> None:
    assert check(as_chosen(glosses, language), glosses, language).ok


class _Says:
    """An engine that says what it was told to."""

    name = "says"

    def __init__(self, text: str, *alternatives: str) -> None:
        self._sentence = Sentence(text, self.name, alternatives)

    def realise(self, request: SentenceRequest) -> Sentence:
        return self._sentence


def test_a_checked_engine_lets_faithful_sentences_pass() -> None:
    engine = CheckedEngine(_Says("Quiero agua.", "Quiero el agua.", "Quiero pan."))
    sentence = engine.realise(SentenceRequest(1, ("querer", "agua")))
    assert engine.name == "says"
    assert sentence == Sentence("Quiero agua.", "says", ("Quiero el agua.",))


def test_a_checked_engine_declines_the_others_and_says_why() -> None:
    with pytest.raises(CannotRealiseError, match=r"'Quiero pan.': agua is missing; pan was added"):
        CheckedEngine(_Says("Quiero pan.")).realise(SentenceRequest(1, ("querer", "agua")))


def test_readings_may_be_alternatives_to_the_words_as_chosen() -> None:
    engine = CheckedEngine(_Says("Pegar Hugo.", "Hugo pega.", "Pego a Hugo.", "Pego a Ana."))
    sentence = engine.realise(SentenceRequest(1, ("pegar", "Hugo")))
    assert sentence.alternatives == ("Hugo pega.", "Pego a Hugo.")


@pytest.mark.parametrize(
    ("sentence", "glosses", "is_good"),
    [
        ("La niña come.", ("niño", "comer"), False),
        ("La abuela viene.", ("abuelo", "venir"), False),
        ("La profesora habla.", ("profesor", "hablar"), False),
        ("Veo a las niñas.", ("yo", "ver", "niños"), False),
        ("El niño come.", ("niño", "comer"), True),
        ("La abuela viene.", ("abuela", "venir"), True),
        ("Los niños comen.", ("niños", "comer"), True),
        ("Mamá es médica.", ("mamá", "ser", "médico"), True),
        ("La niña está enferma.", ("niño", "enfermo"), False),
        ("La niña es alta.", ("niña", "ser", "alto"), True),
        ("La falda roja.", ("falda", "rojo"), True),
        ("Él te toca mi vagina.", ("él", "tocar", "mi", "vagina"), False),
        ("Mamá te da agua.", ("mamá", "dar", "agua"), False),
        ("Él toca mi vagina.", ("él", "tocar", "mi", "vagina"), True),
        ("Siéntate aquí.", ("sentar", "aquí"), True),
        ("Mamá, siéntate aquí.", ("mamá", "sentar", "aquí"), True),
    ],
)
def test_nobody_becomes_somebody_else(
    sentence: str, glosses: tuple[str, ...], is_good: bool
) -> None:
    verdict = check(sentence, glosses, "es")
    assert verdict.ok is is_good, verdict
