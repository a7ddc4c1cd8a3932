"""Every form that a gloss may take in a sentence."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from models.english import nouns, spelling, words
from models.english.lexicon import Tag, Word
from models.english.verbs import VerbForm, inflect
from models.english.vocabulary import key_of, look_up
from models.telegraphic import clean

_BE: Final = frozenset(
    {"be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re", "'s",
     "isn't", "aren't", "wasn't", "weren't",
     "i'm", "you're", "he's", "she's", "it's", "we're", "they're", "that's", "there's"}
)  # fmt: skip
_NEGATED: Final = frozenset(
    {"not", "no", "n't", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't",
     "can't", "cannot", "couldn't", "won't", "wouldn't", "shouldn't", "mustn't", "haven't",
     "hasn't", "hadn't"}
)  # fmt: skip
_SPECIAL: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "be": _BE,
        "have": frozenset({"'ve", "haven't", "hasn't", "hadn't", "i've", "you've", "we've",
                           "they've"}),
        "do": frozenset({"don't", "doesn't", "didn't"}),
        "can": frozenset({"can", "can't", "cannot", "could", "couldn't"}),
        "will": frozenset({"will", "'ll", "won't", "would", "i'll", "you'll", "he'll", "she'll",
                           "it'll", "we'll", "they'll"}),
        "would": frozenset({"would", "'d", "wouldn't", "i'd", "you'd", "he'd", "she'd", "we'd",
                            "they'd"}),
        "could": frozenset({"could", "couldn't"}),
        "should": frozenset({"should", "shouldn't"}),
        "must": frozenset({"must", "mustn't"}),
        "may": frozenset({"may", "might"}),
        "a": frozenset({"a", "an"}),
        "an": frozenset({"a", "an"}),
        "that": frozenset({"that's"}),
        "this": frozenset({"these"}),
        "lots": frozenset({"lots of"}),
        "a lot": frozenset({"a lot of"}),
        "plenty": frozenset({"plenty of"}),
        "because": frozenset({"because of"}),
        "top of": frozenset({"on top of"}),
    }
)  # fmt: skip
_CARRIED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "I": ("i'm", "i'll", "i've", "i'd"), "you": ("you're", "you'll", "you've", "you'd"),
        "he": ("he's", "he'll", "he'd"), "she": ("she's", "she'll", "she'd"),
        "it": ("it's", "it'll"), "we": ("we're", "we'll", "we've", "we'd"),
        "they": ("they're", "they'll", "they've", "they'd"),
    }
)  # fmt: skip
"""Contractions that carry a pronoun."""


@functools.lru_cache(maxsize=8192)
def forms(gloss: str) -> frozenset[str]:
    """Every inflected form of a gloss in lower case, whatever its word class; itself included.

    Contractions are forms of both of their parts (`don't` of `not`), pronouns have every case,
    a gloss of several words is inflected as a phrase.
    """
    text = clean(gloss)
    key = key_of(text)
    found = {key, key.rstrip(".…").rstrip()} - {""}
    found |= _closed(key)
    word = look_up(text)
    found |= _open(word)
    if text != key:
        found |= _open(look_up(key))
    if key.startswith("to "):
        found.add(key.removeprefix("to "))
    return frozenset(form.lower() for form in found)


def _closed(key: str) -> set[str]:
    found = set(_SPECIAL.get(key, ()))
    for pronoun in words.PRONOUNS:
        if key in pronoun.forms:
            found |= pronoun.forms | set(_CARRIED[pronoun.subject])
    if key in words.NEGATIONS:
        found |= _NEGATED
    base, _, tail = key.partition("'")
    if tail == "t" and key not in words.NEGATIONS:
        modal = _MODAL_OF.get(key, base.removesuffix("n"))
        found |= _SPECIAL.get(modal, frozenset())
    return found


_MODAL_OF: Final = MappingProxyType({"can't": "can", "won't": "will"})


def _open(word: Word) -> set[str]:
    found: set[str] = set()
    if word.verb is not None:
        found |= {inflect(word.verb.lemma, form) for form in VerbForm} | {word.verb.lemma}
        found |= _SPECIAL.get(word.verb.lemma, frozenset())
    if word.adjective is not None:
        found.add(spelling.comparative(word.adjective.lemma.lower()))
    if word.noun is not None:
        found |= _number(word.noun.lemma.lower())
    if word.tags & {Tag.UNKNOWN, Tag.NAME}:
        found |= {spelling.possessive(word.text)}
    return found


def _number(noun: str) -> set[str]:
    both = {noun, nouns.plural(noun)}
    return both | {spelling.possessive(form) for form in both}


def pieces(text: str) -> list[str]:
    """The words of a sentence in lower case, contractions taken apart: do + n't, mum + 's."""
    found: list[str] = []
    for word in key_of(text).split():
        bare = word.strip('.,?!:;…"«»()')
        found += _parts(bare) if bare else []
    return found


def _parts(word: str) -> Iterable[str]:
    if word.endswith("n't") and word != "n't":
        return (_WHOLE.get(word, word[:-3]), "n't")
    for ending in ("'m", "'re", "'s", "'ll", "'ve", "'d"):
        if word.endswith(ending) and word != ending:
            return (word.removesuffix(ending), ending)
    return (word,)


_WHOLE: Final = MappingProxyType({"can't": "can", "won't": "will"})
