"""English nouns: what they name, how they are counted, and their plural."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from models.english import spelling, tables


class Count(Enum):
    """How a noun is counted, which decides its article."""

    COUNT = "count"
    MASS = "mass"
    PLURAL = "plural"
    BARE = "bare"
    """Without an article although it can be counted: at school, after lunch."""


_COUNTS: Final = {"mass": Count.MASS, "plural": Count.PLURAL, "bare": Count.BARE}
_PREPOSITIONS: Final = frozenset({"in", "on", "at"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun and what it names."""

    lemma: str
    kinds: tuple[str, ...] = ()
    """What it is, the most telling first: person, animal, food, place..."""
    count: Count = Count.COUNT
    preposition: str | None = None
    """The preposition of something that is there, for places and times."""

    def is_a(self, *kinds: str) -> bool:
        """Whether it is of any of these kinds."""
        return not set(kinds).isdisjoint(self.kinds)


@functools.cache
def _irregular() -> Mapping[str, str]:
    return {row[0]: row[1] for row in tables.rows("irregular_plurals.tsv")}


@functools.cache
def _singulars() -> Mapping[str, str]:
    """Irregular plurals and what they are the plural of."""
    return {many: one for one, many in _irregular().items() if one != many}


@functools.cache
def plural(noun: str) -> str:
    """The plural of a noun or of a compound (`toy boxes`, `cups of tea`)."""
    table = _irregular()
    if noun in table:
        return table[noun]
    start, of, rest = noun.partition(" of ")
    first, space, head = start.rpartition(" ")
    return first + space + _plural_word(head) + of + rest


def _plural_word(word: str) -> str:
    table = _irregular()
    if word in table:
        return table[word]
    for suffix in _AS_SUFFIX:
        if word.endswith(suffix) and word not in _NOT_MEN:
            return word.removesuffix(suffix) + table[suffix]
    return spelling.plural(word)


_AS_SUFFIX: Final = ("woman", "man", "child", "foot", "tooth", "mouse", "wife", "fish")
_NOT_MEN: Final = frozenset({"human", "german", "roman", "shaman", "talisman", "caiman"})
_S_ENDINGS: Final = ("ss", "us", "is")


def singulars(noun: str) -> tuple[str, ...]:
    """The words that this may be the plural of, the likeliest first."""
    start, of, rest = noun.partition(" of ")
    first, space, head = start.rpartition(" ")
    return tuple(first + space + one + of + rest for one in _singulars_of(head))


def _singulars_of(word: str) -> tuple[str, ...]:
    known = _singulars().get(word)
    if known:
        return (known,)
    for suffix in _AS_SUFFIX:
        many = _irregular()[suffix]
        if many != suffix and word.endswith(many):
            return (word.removesuffix(many) + suffix,)
    if len(word) < 4 or not word.endswith("s") or word.endswith(_S_ENDINGS):
        return ()
    if word.endswith("ies"):
        return (word[:-1], word[:-3] + "y")
    # boxes, potatoes; but shines is no plural of shin.
    is_sibilant = word.endswith("es") and word[:-2].endswith(("s", "x", "z", "ch", "sh", "o"))
    return (word[:-1], word[:-2]) if is_sibilant else (word[:-1],)


def read_nouns() -> dict[str, Noun]:
    """The nouns of `data/nouns.tsv` by lower-case word; the first row that lists one wins."""
    nouns: dict[str, Noun] = {}
    for kinds, words in tables.rows("nouns.tsv"):
        traits = tuple(kinds.split())
        count = next((_COUNTS[trait] for trait in traits if trait in _COUNTS), Count.COUNT)
        preposition = next((trait for trait in traits if trait in _PREPOSITIONS), None)
        for word in tables.listed(words):
            noun = Noun(word, traits, count, preposition)
            for key in {word, word.lower()}:
                nouns[key] = _merged(nouns.get(key), noun)
    return nouns


def _merged(first: Noun | None, other: Noun) -> Noun:
    """A noun of two rows keeps the count of the first and gains the kinds of the second."""
    if first is None:
        return other
    kinds = first.kinds + tuple(kind for kind in other.kinds if kind not in _COUNTS)
    return Noun(first.lemma, kinds, first.count, first.preposition or other.preposition)
