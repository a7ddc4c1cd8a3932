"""The words as chosen: the rung that always answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.engine import Controls, Sentence, SentenceRequest, SentenceType
from models.telegraphic import TelegraphicEngine, as_chosen


@pytest.mark.parametrize(
    ("language", "glosses", "text"),
    [
        ("es", "yo|querer|comer|manzana", "Yo querer comer manzana."),
        ("es", "agua", "Agua."),
        ("es", "no|no|no", "No, no, no."),
        ("es", "yo|no|no|querer", "Yo no, no querer."),
        ("es", "No|no", "No, no."),
        ("es", "tú|venir|?", "¿Tú venir?"),
        ("en", "you|come|?", "You come?"),
        ("es", "?|tú|venir", "¿Tú venir?"),
        ("es", "¿|dónde|mamá|?", "¿Dónde mamá?"),
        ("es", "hola|!", "¡Hola!"),
        ("en", "hi|!|Sam", "Hi Sam!"),
        ("es", "?", "?"),
        ("es", "?|!", "?!"),
        ("es", ",", ","),
        ("es", "hola|,|mamá", "Hola, mamá."),
        ("en", "see|Mr.", "See Mr."),
        ("en", "come|Mr.|?", "Come Mr.?"),
        ("en", "I|want|iPad", "I want iPad."),
        ("en", "iPad|broken", "iPad broken."),
        ("en", "3|apples", "3 apples."),
        ("es", "ñu", "Ñu."),
        ("es", "ßx", "ßx."),
        ("es", "(|mamá|)|casa", "(Mamá) casa."),
        ("es", "  echar   de\tmenos | papá\r\n", "Echar de menos papá."),
        ("es", "", ""),
        ("es", "   |\x00", ""),
        ("es", "n\u0303o\u0301", "Ñó."),
        ("es", "😀|mamá", "😀 Mamá."),
        ("de", "ich|kommen|?", "Ich kommen?"),
    ],
)
def test_the_words_as_chosen(language: str, glosses: str, text: str) -> None:
    assert as_chosen(glosses.split("|"), language) == text


@pytest.mark.parametrize(
    ("language", "controls", "glosses", "text"),
    [
        ("es", Controls(negative=True), "querer|comer", "No querer comer."),
        ("en", Controls(negative=True), "want|eat", "Not want eat."),
        ("es", Controls(negative=True), "yo|no|querer", "Yo no querer."),
        ("es", Controls(sentence_type=SentenceType.QUESTION), "tú|venir", "¿Tú venir?"),
        ("es", Controls(sentence_type=SentenceType.QUESTION), "tú|venir|?", "¿Tú venir?"),
        ("es", Controls(sentence_type=SentenceType.EXCLAMATION), "venir", "¡Venir!"),
        ("es", Controls(sentence_type=SentenceType.REQUEST), "venir", "Venir."),
    ],
)
def test_what_was_chosen_beside_the_words_is_said(
    language: str, controls: Controls, glosses: str, text: str
) -> None:
    request = SentenceRequest(1, tuple(glosses.split("|")), language, controls)
    assert TelegraphicEngine().realise(request) == Sentence(text, "telegraphic")


def test_an_abandoned_request_is_answered_all_the_same() -> None:
    request = SentenceRequest(1, ("agua",))
    request.cancelled.set()
    assert TelegraphicEngine().realise(request).text == "Agua."


@given(st.lists(st.text()), st.sampled_from(["es", "en", "xx", ""]))
def test_no_input_fails_and_no_word_is_lost(glosses: list[str], language: str) -> None:
    text = TelegraphicEngine().realise(SentenceRequest(1, tuple(glosses), language)).text
    text.encode("utf-8")
    assert "\n" not in text
    said = as_chosen(glosses, language).casefold()
    for gloss in glosses:
        for word in gloss.split():
            if word.isascii() and word.isalnum():
                assert word.casefold() in said


@given(st.integers(1, 12))
def test_a_run_keeps_its_count(count: int) -> None:
    assert as_chosen(["más"] * count, "es").casefold().count("más") == count
