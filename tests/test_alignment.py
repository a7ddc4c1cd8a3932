"""Which picture each word of a sentence belongs to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.alignment import align


def _sources(text: str, glosses: str, language: str) -> str:
    """The sources as text: a figure for each word, `-` for an added one."""
    words = align(text, glosses.split("|"), language)
    return " ".join("-" if word.source is None else str(word.source) for word in words)


@pytest.mark.parametrize(
    ("language", "glosses", "text", "sources"),
    [
        ("es", "yo|querer|comer|manzana", "Quiero comer una manzana.", "1 2 - 3"),
        ("es", "yo|querer|comer|manzana", "Yo quiero comer una manzana.", "0 1 2 - 3"),
        ("es", "galleta|querer|yo", "Quiero una galleta.", "1 - 0"),
        ("es", "ayudar|yo|zapato", "Ayúdame con el zapato.", "0 - - 2"),
        ("es", "ayudar|yo", "Yo ayudo.", "1 0"),
        ("es", "dar|yo|pelota", "Dámela, la pelota.", "0 - 2"),
        ("es", "yo|gustar|chocolate", "A mí me gusta el chocolate.", "- 0 0 1 - 2"),
        ("es", "no|no|no", "No, no, no.", "0 1 2"),
        ("es", "uno|más|uno", "Uno más uno.", "0 1 2"),
        ("es", "echar de menos|papá", "Echo de menos a papá.", "0 0 0 - 1"),
        ("es", "tener hambre", "Tengo mucha hambre.", "0 - 0"),
        ("es", "jugar|tú|yo", "Juega conmigo.", "0 2"),
        ("es", "ir|casa|abuela", "Voy a la casa de la abuela.", "0 - - 1 - - 2"),
        ("es", "tú|venir|?", "¿Vienes?", "1"),
        ("es", "Marcos|pegar|yo", "Marcos me pega.", "0 2 1"),
        ("es", "plimfo|dormir", "El plimfo duerme.", "- 0 1"),
        ("es", "yo|ser|mamá|tú|ser|bebé", "Soy la mamá y tú eres el bebé.", "1 - 2 - 3 4 - 5"),
        ("en", "I|want|eat|apple", "I want to eat an apple.", "0 1 - 2 - 3"),
        ("en", "not|want|eat", "I don't want to eat.", "- 0 1 - 2"),
        ("en", "I|hungry", "I'm hungry.", "0 1"),
        ("en", "help|me|shoe", "Help me with my shoe.", "0 1 - - 2"),
        ("en", "lie down|here", "I'm lying down here.", "- 0 0 1"),
        ("en", "brother|I|play", "My brother and I are playing.", "- 0 - 1 - 2"),
        ("en", "where|mum|?", "Where's mum?", "0 1"),
        ("en", "want|two|biscuit", "I want two biscuits.", "- 0 1 2"),
        ("de", "ich|kommen", "Ich ich kommen.", "0 - 1"),
        ("fr", "je|t'aime", "Je t'aime!", "0 1"),
    ],
)
def test_words_find_their_pictures(language: str, glosses: str, text: str, sources: str) -> None:
    assert _sources(text, glosses, language) == sources


def test_places_are_those_of_the_text() -> None:
    words = align("¿Quieres «pan»?", ["querer", "pan"], "es")
    assert [(word.text, word.start, word.length, word.source) for word in words] == [
        ("Quieres", 1, 7, 0),
        ("pan", 10, 3, 1),
    ]


@given(st.text(), st.lists(st.text(), max_size=8), st.sampled_from(["es", "en", "xx"]))
def test_any_text_is_aligned(text: str, glosses: list[str], language: str) -> None:
    end = 0
    for word in align(text, glosses, language):
        assert word.start >= end
        end = word.start + word.length
        assert text[word.start : end] == word.text
        assert word.source is None or word.source in range(len(glosses))


def test_aligning_a_long_message_takes_no_longer_than_its_words_ask_for() -> None:
    short, long = ["yo", "querer", "manzana"], ["yo", "querer", "manzana"] * 4
    text = "Quiero una manzana."

    def cost(glosses: list[str]) -> float:
        """Processor time of the fastest of several rounds: other work must not count."""
        rounds = []
        for _ in range(5):
            begin = time.process_time()
            for _ in range(20):
                align(" ".join([text] * (len(glosses) // 3)), glosses, "es")
            rounds.append(time.process_time() - begin)
        return min(rounds)

    cost(long)
    # Four times the words and four times the sentence: sixteen times where it is not worse than
    # each with each.
    assert cost(long) < 30 * cost(short)
