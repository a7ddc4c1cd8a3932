"""The one prompt, for training and for use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.engine import Controls, Formality, Gender, SecondPerson, SentenceType, Tense
from models.prompts import (
    CONTROL_TOKENS,
    answer,
    control_tokens,
    parse_answer,
    prompt,
    training_text,
)

_EVERYTHING = Controls(
    tense=Tense.PAST,
    sentence_type=SentenceType.QUESTION,
    negative=True,
    speaker=Gender.FEMININE,
    listener=Gender.MASCULINE,
    formality=Formality.POLITE,
    second_person=SecondPerson.USTEDES,
)

_CONTROLS = st.builds(
    Controls,
    tense=st.none() | st.sampled_from(Tense),
    sentence_type=st.none() | st.sampled_from(SentenceType),
    negative=st.booleans(),
    speaker=st.none() | st.sampled_from(Gender),
    listener=st.none() | st.sampled_from(Gender),
    formality=st.none() | st.sampled_from(Formality),
    second_person=st.none() | st.sampled_from(SecondPerson),
)


@pytest.mark.parametrize(
    ("glosses", "controls", "text"),
    [
        ("yo|querer|comer|manzana", Controls(), "es: yo querer comer manzana ="),
        ("tener|hambre", Controls(), "es: tener hambre ="),
        ("tener hambre", Controls(), "es: tener_hambre ="),
        ("tú|venir|?", Controls(), "es: tú venir ? ="),
        ("yo|comer", Controls(tense=Tense.PAST, negative=True), "es<past><negative>: yo comer ="),
        (
            "venir",
            _EVERYTHING,
            "es<past><question><negative><she><to_him><polite><ustedes>: venir =",
        ),
        ("n\u0303u||  \x00", Controls(), "es: ñu ="),
        ("a_b|<past>|x\ny", Controls(), "es: a_b past x_y ="),
        ("", Controls(), "es: ="),
    ],
)
def test_the_prompt(glosses: str, controls: Controls, text: str) -> None:
    assert prompt(glosses.split("|"), "es", controls) == text


@given(st.lists(st.text()), st.sampled_from(["es", "en"]), _CONTROLS, st.text())
def test_training_text_starts_with_the_prompt_of_use(
    glosses: list[str], language: str, controls: Controls, sentence: str
) -> None:
    asked, taught = training_text(glosses, language, controls, sentence)
    assert asked == prompt(glosses, language, controls)
    assert (asked + taught).startswith(asked)
    assert parse_answer(taught) == " ".join(answer(sentence).split())


@given(st.lists(st.text()), _CONTROLS)
def test_no_gloss_passes_for_a_control(glosses: list[str], controls: Controls) -> None:
    asked = prompt(glosses, "es", controls)
    _, _, words = asked.partition(":")
    assert "<" not in words
    assert "\n" not in asked
    asked.encode("utf-8")


@given(_CONTROLS)
def test_controls_stand_in_their_order(controls: Controls) -> None:
    tokens = control_tokens(controls)
    assert list(tokens) == [token for token in CONTROL_TOKENS if token in tokens]


def test_every_control_has_its_token() -> None:
    chosen = [
        *(Controls(tense=tense) for tense in Tense),
        *(Controls(sentence_type=kind) for kind in SentenceType),
        Controls(negative=True),
        *(Controls(speaker=gender) for gender in Gender),
        *(Controls(listener=gender) for gender in Gender),
        *(Controls(formality=formality) for formality in Formality),
        *(Controls(second_person=variety) for variety in SecondPerson),
    ]
    assert tuple(token for controls in chosen for token in control_tokens(controls)) == tuple(
        CONTROL_TOKENS
    )


def test_a_longer_message_begins_as_the_shorter_one() -> None:
    shorter = prompt(["yo", "querer"], "es", Controls())
    longer = prompt(["yo", "querer", "comer"], "es", Controls())
    assert longer.startswith(shorter.removesuffix("="))


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (" Quiero comer.", "Quiero comer."),
        ("\n  Quiero   comer.\nes: yo", "Quiero comer."),
        ("", ""),
        (" \n ", ""),
        (" Nin\u0303o.", "Niño."),
    ],
)
def test_the_sentence_in_an_answer(written: str, sentence: str) -> None:
    assert parse_answer(written) == sentence
