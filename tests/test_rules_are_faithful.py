"""The rules and the check, each a test of the other, over every message of daily life."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checking.lexis import lexis_of
from models.checking.meaning import Kind
from models.engine import (
    Controls,
    Formality,
    Gender,
    SecondPerson,
    SentenceRequest,
    SentenceType,
    Tense,
)
from models.errors import GenerationCancelledError, UnsupportedLanguageError
from models.faithful import check
from models.realiser import RulesEngine

_DAILY = Path(__file__).parent.parent / "evaluation" / "data"
_NEGATION = {"es": "no", "en": "not"}
_OTHER_PERSON = {
    "es": {"yo": "tú", "tú": "yo", "él": "nosotros", "ella": "tú", "nosotros": "ellos"},
    "en": {"I": "you", "you": "they", "he": "I", "she": "he", "we": "they", "they": "we"},
}


def _rows(language: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    lines = (_DAILY / f"daily_{language}.tsv").read_text("utf-8").splitlines()[1:]
    for line in lines:
        keywords, *references = line.split("\t")
        yield tuple(keyword.strip() for keyword in keywords.split(",")), references


def _is_a(gloss: str, language: str, *kinds: Kind) -> bool:
    lexis = lexis_of(language)
    assert lexis
    (meaning,) = lexis.meanings((gloss,))
    return meaning.is_a(*kinds)


def _is_content(gloss: str, language: str) -> bool:
    small = (Kind.LIGHT, Kind.PRONOUN, Kind.NEGATION, Kind.POSSESSIVE)
    return not _is_a(gloss, language, *small)


def _faithful_rows(language: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (glosses, reference)
        for glosses, references in _rows(language)
        for reference in references[:1]
        if check(reference, glosses, language).ok
    ]


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_the_rules_say_is_faithful(language: str) -> None:
    engine, unfaithful = RulesEngine(), []
    rows = list(_rows(language))
    for glosses, _ in rows:
        sentence = engine.realise(SentenceRequest(1, glosses, language))
        verdict = check(sentence.text, glosses, language)
        if not verdict.ok:
            unfaithful.append((glosses, sentence.text, verdict.reasons))
    assert len(rows) >= 150
    assert len(unfaithful) <= 0.01 * len(rows), unfaithful


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_a_person_wrote_passes(language: str) -> None:
    rows = list(_rows(language))
    refused = [
        (glosses, references[0])
        for glosses, references in rows
        if not any(check(reference, glosses, language).ok for reference in references)
    ]
    everything = [(glosses, text) for glosses, texts in rows for text in texts]
    passed = [check(text, glosses, language).ok for glosses, text in everything]
    assert len(refused) <= 0.01 * len(rows), refused
    assert sum(passed) >= 0.93 * len(passed)


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_sentence_for_other_words_does_not_pass(language: str) -> None:
    """One word more, one less, a denial more or less, another person: the sentence is wrong."""
    rows, dice = _faithful_rows(language), random.Random(5)
    words = sorted({gloss for glosses, _ in rows for gloss in glosses})
    words = [word for word in words if _is_content(word, language)]
    wrong: dict[str, list[bool]] = {"more": [], "less": [], "denial": [], "person": []}
    for glosses, sentence in rows:
        word = dice.choice(words)
        denials = sum(_is_a(gloss, language, Kind.NEGATION) for gloss in glosses)
        if word.casefold() not in sentence.casefold():
            wrong["more"].append(check(sentence, (*glosses, word), language).ok)
        for at, gloss in enumerate(glosses):
            others = glosses[:at] + glosses[at + 1 :]
            if others and _is_content(gloss, language):
                wrong["less"].append(check(sentence, others, language).ok)
            # Beside *nadie* another *no* changes nothing.
            if denials == 1 and gloss == _NEGATION[language]:
                wrong["denial"].append(check(sentence, others, language).ok)
            if gloss in _OTHER_PERSON[language]:
                other = (*glosses[:at], _OTHER_PERSON[language][gloss], *glosses[at + 1 :])
                wrong["person"].append(check(sentence, other, language).ok)
        if not denials and len(glosses) > 1:
            denied = (_NEGATION[language], *glosses)
            wrong["denial"].append(check(sentence, denied, language).ok)
    caught = {kind: 1 - sum(passed) / len(passed) for kind, passed in wrong.items()}
    assert caught["denial"] == 1
    assert min(caught.values()) >= 0.95, caught


def _texts() -> st.SearchStrategy[list[str]]:
    real = sorted({gloss for language in _NEGATION for row in _rows(language) for gloss in row[0]})
    return st.lists(st.sampled_from(real) | st.text(max_size=12), max_size=12)


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


@given(_texts(), st.sampled_from(["es", "en"]), _CONTROLS)
def test_no_message_breaks_the_rules(glosses: list[str], language: str, controls: Controls) -> None:
    request = SentenceRequest(1, tuple(glosses), language, controls)
    sentence = RulesEngine().realise(request)
    assert sentence.engine == "rules"
    assert "\n" not in sentence.text
    assert sentence.text not in sentence.alternatives
    assert RulesEngine().realise(request) == sentence


def test_a_cancelled_message_is_not_realised() -> None:
    request = SentenceRequest(1, ("agua",))
    request.cancelled.set()
    with pytest.raises(GenerationCancelledError):
        RulesEngine().realise(request)


def test_a_language_without_rules_is_left_to_another_engine() -> None:
    with pytest.raises(UnsupportedLanguageError, match="'fr'"):
        RulesEngine().realise(SentenceRequest(1, ("oui",), "fr"))
