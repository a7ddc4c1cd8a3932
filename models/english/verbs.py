"""English verbs: how they are inflected and how they behave in a sentence."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Final

from models.english import spelling, tables


class VerbForm(Enum):
    """The forms that an English verb has."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


_BE: Final = {
    VerbForm.THIRD: "is",
    VerbForm.PAST: "was",
    VerbForm.PARTICIPLE: "been",
    VerbForm.GERUND: "being",
}
_IRREGULAR_THIRD: Final = {"have": "has", "do": "does", "go": "goes", "be": "is"}
_PREFIXES: Final = (
    "over",
    "under",
    "out",
    "mis",
    "re",
    "un",
    "fore",
    "with",
    "inter",
    "hand",
    "up",
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb and what it asks of the words around it."""

    lemma: str
    traits: frozenset[str] = frozenset()
    """What it takes and how it is used; the words are explained in `data/README.md`."""
    frames: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Which preposition a noun of a kind takes after it; `-` for a direct object, `*` for any."""

    def has(self, *traits: str) -> bool:
        """Whether it has any of these traits."""
        return not self.traits.isdisjoint(traits)


@functools.cache
def _irregular() -> Mapping[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in tables.rows("irregular_verbs.tsv")}


@functools.cache
def inflect(lemma: str, form: VerbForm) -> str:
    """A form of a verb, of a phrasal verb (`get up`) or of a phrase (`brush teeth`).

    Any string has forms: an unknown verb is inflected by the rules of spelling.
    """
    head, space, rest = lemma.partition(" ")
    return _inflect_word(head, form) + space + rest


def _inflect_word(verb: str, form: VerbForm) -> str:
    if form is VerbForm.BASE or not verb:
        return verb
    if verb == "be":
        return _BE[form]
    if form is VerbForm.THIRD:
        return _IRREGULAR_THIRD.get(verb) or spelling.third_person(verb)
    if form is VerbForm.GERUND:
        return spelling.gerund(verb)
    known = _known_irregular(verb)
    if known:
        return known[0 if form is VerbForm.PAST else 1]
    return spelling.past(verb)


def _known_irregular(verb: str) -> tuple[str, str] | None:
    """The past and participle of an irregular verb, also behind a prefix (`overdo`, `re-read`)."""
    table = _irregular()
    if verb in table:
        return table[verb]
    start, hyphen, last = verb.rpartition("-")
    if hyphen and last in table:
        return (f"{start}-{table[last][0]}", f"{start}-{table[last][1]}")
    for prefix in _PREFIXES:
        rest = verb.removeprefix(prefix)
        if rest != verb and rest in table and rest not in _NOT_A_STEM:
            return (prefix + table[rest][0], prefix + table[rest][1])
    return None


_NOT_A_STEM: Final = frozenset({"lay", "ring", "fit", "be", "shed"})
"""Irregular verbs that stand by chance at the end of regular ones."""


def forms_of(verb: Verb) -> Mapping[str, VerbForm]:
    """Every written form of a verb with what it is; the base form first."""
    table: dict[str, VerbForm] = {}
    for form in VerbForm:
        table.setdefault(inflect(verb.lemma, form), form)
    return table


def read_verbs() -> dict[str, Verb]:
    """The verbs of `data/verbs.tsv` by their lemma."""
    verbs: dict[str, Verb] = {}
    for row in tables.rows("verbs.tsv"):
        lemmas, traits, frames = [*row, "", ""][:3]
        shared = frozenset(traits.split())
        frame = MappingProxyType(tables.frames(frames))
        for lemma in tables.listed(lemmas):
            verbs[lemma] = Verb(lemma, shared, frame)
    return verbs
