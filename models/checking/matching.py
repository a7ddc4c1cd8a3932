"""Which word of a sentence expresses which gloss: the largest matching between the two."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from models.checking.words import Token, key, keys, tokens, without_acute


class Vocabulary(Hashable, Protocol):
    """What the matching has to know about a language."""

    def forms(self, gloss: str) -> frozenset[str]:
        """Every form of a gloss, compared by `words.key`; several words stand with spaces."""
        ...

    def stand_ins(self, word: str) -> frozenset[str]:
        """Words that say a pronoun in another case: *me* for *yo*."""
        ...

    def doubles(self, word: str) -> frozenset[str]:
        """Words that may say a pronoun for a second time: *a mí me gusta*."""
        ...

    def is_light(self, word: str) -> bool:
        """Whether a word of a longer gloss may be left unsaid: *el* of *el baño*."""
        ...

    def may_act(self, word: str, gloss: str) -> bool:
        """Whether a noun or unknown word stands as a verb in this form: *the boat sinks*."""
        ...

    def helps(self, word: str) -> bool:
        """Whether the same word is also added, before it, to help another verb: *do*."""
        ...

    def split(self, word: str, known: Callable[[str], str | None]) -> tuple[str, ...]:
        """The words written as one (*ayúdame*, *don't*); the word itself where it is one.

        `known` gives the form of a gloss that a stem without its accent stands for, or None.
        """
        ...


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a gloss, and how it may appear in a sentence."""

    gloss: int
    """The index of its gloss in the message."""
    exact: str
    forms: frozenset[str]
    stand_ins: frozenset[str]
    doubles: frozenset[str]
    is_light: bool
    is_late: bool = False
    """Of several words that fit it is the last one: *What do you want to do?*"""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a sentence after words written as one were parted."""

    text: str
    token: int
    """The index of the written word that it is part of."""
    source: int | None = None
    """The index of the gloss that it expresses; None where the sentence added it."""


@dataclass(frozen=True, slots=True)
class Matching:
    """A sentence laid beside its glosses."""

    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]
    missing: tuple[int, ...]
    """Glosses of which some word is not in the sentence, in order."""


def match(sentence: str, glosses: Sequence[str], vocabulary: Vocabulary) -> Matching:
    """Lay a sentence beside its glosses: each word expresses one gloss at most, each gloss has
    as many words as it can get, and the same words are taken in their order."""
    units = [
        unit for index, gloss in enumerate(glosses) for unit in _units_of(gloss, index, vocabulary)
    ]
    written = tokens(sentence)
    parts = _parts(written, units, vocabulary)
    taken = _in_order(units, _assigned(units, [part.text for part in parts]))
    found = {unit for unit, _ in taken.items()}
    missing = {unit.gloss for at, unit in enumerate(units) if at not in found and not unit.is_light}
    sources = {part: units[unit].gloss for unit, part in taken.items()}
    said = tuple(replace(part, source=sources.get(at)) for at, part in enumerate(parts))
    return Matching(written, _echoed(said, units), tuple(sorted(missing)))


def _units_of(gloss: str, index: int, vocabulary: Vocabulary) -> list[Unit]:
    return [replace(unit, gloss=index) for unit in _units(gloss, vocabulary)]


@lru_cache(maxsize=4096)
def _units(gloss: str, vocabulary: Vocabulary) -> tuple[Unit, ...]:
    """The words of a gloss that have to be said; a gloss of light words alone is wanted whole."""
    words = keys(gloss)
    variants = [form.split() for form in vocabulary.forms(key(gloss))]
    all_light = all(vocabulary.is_light(word) for word in words)
    return tuple(
        Unit(
            gloss=0,
            exact=word,
            forms=_forms_at(at, words, variants, vocabulary),
            stand_ins=vocabulary.stand_ins(word),
            doubles=vocabulary.doubles(word),
            is_light=len(words) > 1 and not all_light and vocabulary.is_light(word),
            is_late=vocabulary.helps(word),
        )
        for at, word in enumerate(words)
    )


def _forms_at(
    at: int, words: tuple[str, ...], variants: list[list[str]], vocabulary: Vocabulary
) -> frozenset[str]:
    aligned = {variant[at] for variant in variants if len(variant) == len(words)}
    if len(words) == 1:
        # The forms of *levantarse* are *me levanto*: its verb is what counts.
        longer = {word for variant in variants if len(variant) > 1 for word in variant}
        return frozenset(aligned | {word for word in longer if not vocabulary.is_light(word)})
    return frozenset(aligned | vocabulary.forms(words[at]))


def _parts(written: Sequence[Token], units: Sequence[Unit], vocabulary: Vocabulary) -> list[Part]:
    whole = {word for unit in units for word in (unit.exact, *unit.forms)}
    bare: dict[str, str] = {}

    def known(stem: str) -> str | None:
        if not bare:
            # Of ayude and ayudé the one without an accent: ayúdeme is written for its own sake.
            by_accent = sorted(whole, key=lambda word: word == without_acute(word))
            bare.update((without_acute(word), word) for word in by_accent)
        return bare.get(without_acute(stem))

    exact = {unit.exact for unit in units}
    # Last night I couldn't sleep: a chosen contraction in its past.
    exact |= {form for unit in units if "n't" in unit.exact for form in unit.forms}
    return [
        Part(text, at)
        for at, token in enumerate(written)
        for text in (
            (token.key,)
            if token.key in exact or ("'" not in token.key and token.key in whole)
            else vocabulary.split(token.key, known)
        )
    ]


def _assigned(units: Sequence[Unit], words: Sequence[str]) -> Mapping[int, int]:
    """Unit to word. First the words themselves, then their forms, then the stand-ins: a later
    round may move an earlier choice, never undo it."""
    wanted: list[list[int]] = [[] for _ in units]
    owner: dict[int, int] = {}
    rounds: tuple[Callable[[Unit, str], bool], ...] = (
        lambda unit, word: word == unit.exact,
        lambda unit, word: word in unit.forms,
        lambda unit, word: word in unit.stand_ins,
    )
    for fits in rounds:
        for at, unit in enumerate(units):
            found = [
                place
                for place, word in enumerate(words)
                if place not in wanted[at] and fits(unit, word)
            ]
            wanted[at] += reversed(found) if unit.is_late else found
        for at in range(len(units)):
            if at not in owner.values():
                _augment(at, wanted, owner, set())
    return {unit: word for word, unit in owner.items()}


def _in_order(units: Sequence[Unit], taken: Mapping[int, int]) -> Mapping[int, int]:
    """Where one gloss was chosen twice, the earlier one has the earlier word."""
    alike: dict[Unit, list[int]] = {}
    for unit in sorted(taken):
        alike.setdefault(replace(units[unit], gloss=0), []).append(unit)
    return {
        unit: place
        for same in alike.values()
        for unit, place in zip(same, sorted(taken[one] for one in same), strict=True)
    }


def _augment(unit: int, wanted: list[list[int]], owner: dict[int, int], tried: set[int]) -> bool:
    """Give a unit a word, asking the owners of its words to take another one (Kuhn's way)."""
    free = next((word for word in wanted[unit] if word not in owner), None)
    if free is not None:
        owner[free] = unit
        return True
    for word in wanted[unit]:
        if word in tried:
            continue
        tried.add(word)
        if _augment(owner[word], wanted, owner, tried):
            owner[word] = unit
            return True
    return False


def _echoed(parts: tuple[Part, ...], units: Sequence[Unit]) -> tuple[Part, ...]:
    """A pronoun said twice expresses the same gloss twice: *a mí me gusta*."""
    echoes = {word: unit.gloss for unit in units for word in unit.doubles}
    return tuple(
        replace(part, source=echoes[part.text])
        if part.source is None and part.text in echoes
        else part
        for part in parts
    )
