"""What holds of every English sentence, whatever is tapped."""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.engine import Controls, SentenceType, Tense
from models.english import FUNCTION_WORDS, realise
from models.english.faithfulness import says_all
from models.english.inflections import forms, pieces
from models.telegraphic import as_chosen, clean, with_controls

_CORE = (
    "I", "you", "he", "she", "we", "they", "it", "me", "my", "your", "not", "no", "don't", "can",
    "want", "go", "like", "be", "have", "do", "the", "a", "and", "because", "if", "when", "to",
    "in", "with", "on", "more", "very", "what", "where", "who", "how", "please", "hello", "yes",
    "Tom", "Rosa", "mum", "yesterday", "tomorrow", "now", "?", "!", "big", "happy", "hit", "give",
)  # fmt: skip
_MARKS = frozenset("?¿!¡,;:.")

_controls = st.builds(
    Controls,
    tense=st.sampled_from([None, *Tense]),
    sentence_type=st.sampled_from([None, *SentenceType]),
    negative=st.booleans(),
)


@pytest.fixture(scope="module")
def vocabulary(shared: Path) -> tuple[str, ...]:
    """The English words of the symbol set."""
    with lzma.open(shared / "data/arasaac/lexicon.tsv.xz", "rt", encoding="utf-8") as rows:
        fields = (row.split("\t") for row in rows)
        return tuple(sorted({row[2] for row in fields if row[1] == "en"}))


@given(st.lists(st.text(), max_size=40), _controls)
@settings(deadline=None, max_examples=150)
def test_no_list_of_strings_fails(glosses: list[str], controls: Controls) -> None:
    made = realise(glosses, controls)
    assert len(made.alternatives) <= 3
    assert made.text not in made.alternatives
    made.text.encode("utf-8")


@given(st.lists(st.sampled_from(_CORE), max_size=12), _controls)
@settings(deadline=None, max_examples=400)
def test_core_words_are_all_said_and_none_added(glosses: list[str], controls: Controls) -> None:
    _check(glosses, controls)


@given(st.data())
@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_words_are_all_said_and_none_added(
    vocabulary: tuple[str, ...], data: st.DataObject
) -> None:
    places = st.integers(0, len(vocabulary) - 1)  # not the words: a failure would print them all
    words = places.map(vocabulary.__getitem__) | st.sampled_from(_CORE)
    _check(data.draw(st.lists(words, max_size=8)), data.draw(_controls))


def _check(glosses: Sequence[str], controls: Controls) -> None:
    made = realise(glosses, controls)
    spoken = [gloss for gloss in map(clean, glosses) if gloss and gloss not in _MARKS]
    plain = as_chosen(with_controls(glosses, controls, "en"), "en")
    for text in (made.text, *made.alternatives):
        if text == plain:
            continue  # the words themselves
        said = pieces(text)
        for gloss in spoken:
            assert gloss.lower() == "you" or _is_said(gloss, said), (text, gloss)
        assert _adds_nothing(said, spoken), text


def _is_said(gloss: str, said: Sequence[str]) -> bool:
    """Whether one of the gloss's forms stands in the sentence; written apart from the realiser's
    own check, so that one can find the other wrong."""
    line = f" {' '.join(said)} "
    written = [pieces(form) for form in forms(gloss)]
    whole = any(f" {' '.join(form)} " in line for form in written)
    return whole or _is_parted(written, said) or not any(map(str.isalnum, gloss))


def _is_parted(written: Sequence[Sequence[str]], said: Sequence[str]) -> bool:
    """«Pick me up»: the particle behind one word more."""
    return any(
        list(said[at : at + len(form) - 1]) == list(form[:-1])
        and said[at + len(form) : at + len(form) + 1] == [form[-1]]
        for form in written
        if len(form) > 1
        for at in range(len(said))
    )


def _adds_nothing(said: Sequence[str], spoken: Sequence[str]) -> bool:
    allowed = {part for word in FUNCTION_WORDS for part in pieces(word)}
    allowed |= {"we", "you", "'re", "n't", "not"}
    allowed |= {"he", "she", "they"}  # somebody who was named, spoken of again
    allowed |= {part for gloss in spoken for form in forms(gloss) for part in pieces(form)}
    return all(part in allowed or not any(map(str.isalnum, part)) for part in said)


@pytest.mark.parametrize(
    ("text", "glosses", "faithful"),
    [
        ("I want a cookie.", ["want", "cookie"], True),
        ("I want a cookie.", ["want", "cake"], False),
        ("I want a red cookie.", ["want", "cookie"], False),
        ("I want a cookie, please.", ["want", "cookie"], False),
        ("No, no.", ["no", "no", "no"], False),
        ("My head hurts.", ["I", "hurt", "head"], True),
        ("I'm hungry.", ["I", "be", "hungry"], True),
        ("I'm hungry.", ["I", "I", "hungry"], False),
        ("I can't see.", ["not", "can", "see"], True),
        ("Mum's car.", ["mum", "car"], True),
    ],
)
def test_the_last_look_sees_what_is_missing_and_what_was_added(
    text: str, glosses: list[str], faithful: bool
) -> None:
    assert says_all(text, glosses) is faithful


@given(st.lists(st.sampled_from(_CORE), max_size=6))
@settings(deadline=None, max_examples=60)
def test_the_same_words_give_the_same_sentence(glosses: list[str]) -> None:
    assert realise(glosses, Controls()) == realise(list(glosses), Controls())


@given(st.sampled_from(["more", "no", "mum", "go", "Tom"]), st.integers(1, 12))
@settings(deadline=None)
def test_a_run_keeps_its_count(word: str, count: int) -> None:
    assert realise([word] * count, Controls()).text.lower().count(word.lower()) == count
