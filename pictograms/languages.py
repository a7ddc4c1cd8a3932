"""Which of a text's languages to take: `{"es": "comer", "en": "eat"}` and one wish."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pictograms import loose

_OTHERWISE = ("en", "es")
_TAG = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")


def base(language: str) -> str:
    """The language without its country: `es` for `es-419` and `es_ES`."""
    return language.replace("_", "-").partition("-")[0].lower()


def tag(text: str) -> str:
    """The text where it can be a language tag (BCP 47), else empty."""
    return text if _TAG.fullmatch(text) else ""


def texts(value: Any) -> dict[str, str]:
    """The texts of a labelled object that say something, by language."""
    told = {str(key): loose.text(text) for key, text in loose.mapping(value).items()}
    return {key: text for key, text in told.items() if text}


def choose(labels: Iterable[Mapping[str, str]], wanted: str | None) -> str:
    """The language to take: the one wanted or a variety of it, else the one most labels have.

    Empty where there are no labels at all.
    """
    counts = Counter(language for label in labels for language in label)
    ranked = sorted(counts, key=lambda language: (-counts[language], language))
    if wanted:
        alike = [language for language in ranked if base(language) == base(wanted)]
        exact = [language for language in alike if language == wanted]
        if alike:
            return (exact or alike)[0]
    known = [language for language in ranked if base(language) in _OTHERWISE]
    full = [language for language in known if 2 * counts[language] >= counts[ranked[0]]]
    return (full or ranked or [""])[0]


def pick(label: Mapping[str, str], language: str) -> tuple[str, str]:
    """The text in that language and the language it is really in; empty texts if none."""
    if language in label:
        return label[language], language
    alike = [key for key in label if base(key) == base(language)]
    order = [*alike, *(key for key in _OTHERWISE if key in label), *label]
    return (label[order[0]], order[0]) if order else ("", "")
