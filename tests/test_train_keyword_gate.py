"""The gate before any long run: the words that are made of a sentence are those people choose."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from models.train.english_keywords import EnglishKeywords
from models.train.heldout import read_set
from models.train.lexicons import read_english, read_spanish
from models.train.spanish_keywords import SpanishKeywords, Style


class _Likeliest(random.Random):
    """Dice that always keep what is kept more often than not."""

    def random(self) -> float:
        return 0.5


@pytest.mark.parametrize("language", ["es", "en"])
def test_at_least_half_of_the_lists_are_those_of_the_annotators(
    shared: Path, language: str
) -> None:
    lexicons = shared / "data" / "corpora" / "lexicons"
    keywords = (
        SpanishKeywords(read_spanish(lexicons), _Likeliest())
        if language == "es"
        else EnglishKeywords(read_english(lexicons), _Likeliest())
    )
    pairs = list(read_set(shared / "data" / "aac_pairs" / f"{language}_train.tsv"))
    same = sum(
        [word.lower() for word in keywords.choose(sentence, Style.ANNOTATOR)]
        == [word.lower() for word in glosses]
        for glosses, sentence in pairs
    )
    assert same / len(pairs) >= 0.5
