"""The hand-written training pairs are sound, and none of them is in a test set."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evaluation.testset import Item, read_test_set

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = pytest.mark.parametrize("language", ["es", "en"])


def pairs(language: str) -> tuple[Item, ...]:
    folder = ROOT / "models" / "train" / "data"
    names = ("handwritten", "later")
    return tuple(i for name in names for i in read_test_set(folder / f"{name}_{language}.tsv"))


def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


@LANGUAGES
def test_there_are_many_pairs_of_one_sentence_each(language: str) -> None:
    items = pairs(language)
    assert len(items) >= 8000
    assert {len(item.references) for item in items} == {1}
    assert [w for w, n in Counter(item.keywords for item in items).items() if n > 1] == []
    assert [s for s, n in Counter(item.references for item in items).items() if n > 1] == []


@LANGUAGES
def test_sentences_are_whole(language: str) -> None:
    for item in pairs(language):
        (sentence,) = item.references
        assert sentence[-1] in ".!?", sentence
        assert sentence.lstrip("¿¡")[0].isupper(), sentence
        assert sentence == " ".join(sentence.split()), sentence
        assert ("?" in item.keywords) == ("?" in sentence), sentence
        if language == "es":
            assert sentence.count("¿") == sentence.count("?"), sentence
            assert sentence.count("¡") == sentence.count("!"), sentence


@LANGUAGES
def test_negation_is_neither_lost_nor_added(language: str) -> None:
    negations = {"es": {"no"}, "en": {"no", "not"}}[language]
    for item in pairs(language):
        words = [word.strip(".,;!?¡¿") for word in item.references[0].lower().split()]
        said = sum(word in negations or word.endswith("n't") for word in words)
        chosen = sum(w.lower() in negations or w.endswith("n't") for w in item.keywords)
        assert said == chosen, item


@LANGUAGES
def test_one_word_alone_gets_nothing_added(language: str) -> None:
    for item in pairs(language):
        if len(item.keywords) == 1:
            said = item.references[0].strip(".,;!?¡¿")
            assert said.casefold() == item.keywords[0].casefold()


@LANGUAGES
def test_no_pair_is_in_the_daily_set(language: str) -> None:
    daily = read_test_set(ROOT / "evaluation" / "data" / f"daily_{language}.tsv")
    keywords = {folded(item.keywords) for item in daily}
    sentences = {reference.casefold() for item in daily for reference in item.references}
    for item in pairs(language):
        assert folded(item.keywords) not in keywords, item
        assert item.references[0].casefold() not in sentences, item


@LANGUAGES
def test_no_pair_is_in_the_reference_test_set(language: str, shared: Path) -> None:
    reference = read_test_set(shared / "data" / "aac_pairs" / f"{language}_train.tsv")
    sentences = {sentence.casefold().strip(".") for i in reference for sentence in i.references}
    keywords = {folded(item.keywords) for item in reference}
    for item in pairs(language):
        assert item.references[0].casefold().strip(".") not in sentences, item
        assert folded(item.keywords) not in keywords, item
