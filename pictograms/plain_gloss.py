"""A label as the sentence engine wants it, whatever another program made of it."""

from __future__ import annotations

import re

from pictograms.languages import base

_DOTS = re.compile(r"[\s.…]+$")
_LOWER_I = re.compile(r"\bi\b")


def plain_gloss(text: str, language: str) -> str:
    """A label as the sentence engine wants it: not in capitals, no dots at its end."""
    words = _DOTS.sub("", text)
    letters = [sign for sign in words if sign.isalpha()]
    if letters and all(sign.isupper() or not sign.islower() for sign in letters):
        words = words.lower()
        if base(language) == "en":
            words = _LOWER_I.sub("I", words)
    return words
