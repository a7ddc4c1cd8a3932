"""Stem and ending in right Spanish spelling: toqué, cojo, leyó, riñó."""

from __future__ import annotations

from models.spanish.orthography import is_vowel, nuclei, without_accents


def _before_front_vowel(stem: str) -> str:
    """Spelling of an -ar stem before e: toqu-, llegu-, empiec-, averigü-."""
    if stem.endswith("gu"):
        return stem[:-1] + "ü"
    if stem.endswith("c"):
        return stem[:-1] + "qu"
    if stem.endswith("g"):
        return stem + "u"
    return stem[:-1] + "c" if stem.endswith("z") else stem


def _before_back_vowel(stem: str) -> str:
    """Spelling of an -er or -ir stem before a or o: coj-, sig-, venz-, delinc-."""
    if stem.endswith("gu"):
        return stem[:-1]
    if stem.endswith("qu"):
        return stem[:-2] + "c"
    if stem.endswith("c"):
        return stem[:-1] + "z"
    return stem[:-1] + "j" if stem.endswith("g") else stem


def spelled(stem: str, ending: str, theme: str) -> str:
    """Stem and ending in right spelling."""
    vowel = without_accents(ending[0])
    if theme == "a":
        return (_before_front_vowel(stem) if vowel in "ei" else stem) + ending
    if vowel in "ao":
        return _before_back_vowel(stem) + ending
    if ending.startswith(("ió", "ie")):
        return spelled_with_glide(stem, ending)
    if ending.startswith("i") and stem and stem[-1] in "aeoí" and len(nuclei(stem)) > 0:
        return stem + "í" + ending[1:]
    return stem + ending


def spelled_with_glide(stem: str, ending: str) -> str:
    """-ió and -ie- after a vowel become y (leyó), after ñ, ll, i and j lose the i (riñó, rió)."""
    if stem.endswith(("ñ", "ll", "i")):
        return stem + ending[1:]
    if stem.endswith("ü"):
        return stem[:-1] + "uy" + ending[1:]
    if stem and is_vowel(stem[-1]) and not stem.endswith(("gu", "qu")):
        return stem + "y" + ending[1:]
    return stem + ending
