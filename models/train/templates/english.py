"""English fillers and forms, on the rules of models.english."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from models.english.nouns import Count, Noun, plural, read_nouns
from models.english.spelling import article, capitalised
from models.english.verbs import VerbForm, inflect
from models.train.cleaning import FEMININE_NAMES, MASCULINE_NAMES
from models.train.templates.lists import invented_name, read_lists
from models.train.templates.patterns import Filler
from models.train.wordlists import word_set

_PRONOUNS: Final = (
    Filler("I", "I", person="1", text="I"),
    Filler("you", "you", person="2", text="you"),
    Filler("he", "he", text="he"),
    Filler("she", "she", is_feminine=True, text="she"),
    Filler("it", "it", text="it"),
    Filler("we", "we", True, person="1", text="we"),
    Filler("they", "they", True, text="they"),
)
_BE: Final = {"1": "am", "2": "are", "3": "is"}
_CLASSES: Final = {
    "thing": ("tool", "toy", "clothes", "writing", "school", "personal", "device", "container"),
    "food": ("food",),
    "wearable": ("clothes",),
}
"""Lists that are made of several kinds of the table of nouns."""
_LEFT_OUT: Final = word_set("insult money body")
_OBJECTS: Final = {"I": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_POSSESSIVES: Final = {
    "I": "my", "you": "your", "he": "his", "she": "her", "it": "its", "we": "our", "they": "their",
}  # fmt: skip
_TIDY: Final = (
    (re.compile(r"\bI am not\b"), "I'm not"),
    (re.compile(r"\bI am\b"), "I'm"),
    (re.compile(r"\b([Hh]e|[Ss]he|[Ii]t) is\b(?! ?[.?!])"), r"\1's"),
    (re.compile(r"\b([Yy]ou|[Ww]e|[Tt]hey) are\b(?! ?[.?!])"), r"\1're"),
    (re.compile(r" +"), " "),
    (re.compile(r" ([.,?!])"), r"\1"),
)


class EnglishForms:
    """Words of the table of nouns and of this package's own lists."""

    def __init__(self) -> None:
        self._lists = read_lists("en")
        self._nouns: dict[str, list[Noun]] = defaultdict(list)
        for word, noun in read_nouns().items():
            if word == noun.lemma and not _LEFT_OUT & set(noun.kinds[1:]):
                for kind in noun.kinds:
                    self._nouns[kind].append(noun)

    def fill(self, name: str, number: str, rng: random.Random) -> Filler:
        if name == "pron":
            return rng.choice(_PRONOUNS)
        if name == "name":
            return _name(rng)
        if name == "who":
            return self._anyone(number, rng)
        if name in self._lists:
            return _listed(rng.choice(self._lists[name]))
        kinds = _CLASSES.get(name, (name,))
        found = [noun for kind in kinds for noun in self._nouns[kind]]
        if not found:
            raise KeyError(name)
        return _noun(rng.choice(found), number, rng)

    def _anyone(self, number: str, rng: random.Random) -> Filler:
        kind = rng.choice(("name", "kin", "person", "person", "animal", "animal"))
        if kind == "name" and number != "+":
            return _name(rng)
        return self.fill("person" if kind == "name" else kind, number, rng)

    def noun(self, filler: Filler, form: str, others: Mapping[str, Filler]) -> str:
        """Forms: w (bare), kind (*apples, milk*), the, a, some, my, this, other, to, at, in;

        of pronouns also me (as an object) and his.
        """
        said = filler.gloss if filler.text is None else filler.text
        if form == "w":
            return said
        if form == "kind":
            counts = not filler.is_plural and "mass" not in filler.traits
            return plural(filler.word) if counts else said
        if form == "me":
            return _OBJECTS.get(said, said)
        if form == "his":
            return _POSSESSIVES.get(said, "their" if filler.is_plural else _his(filler))
        if filler.text is not None and form in ("the", "a", "some", "my", "to", "at"):
            return said if form in ("the", "a", "some", "my") else f"{form} {said}"
        return _with_determiner(filler, form, said)

    def verb(self, verb: str, features: Sequence[str], others: Mapping[str, Filler]) -> str:
        """Features: person (1, 2, 3, 3p or ~slot), then past, ing, part, inf."""
        person = _person(features[0], others)
        rest = features[1:]
        head, space, tail = verb.partition(" ")
        return self._head(head, person, rest) + space + tail

    def _head(self, verb: str, person: str, rest: Sequence[str]) -> str:
        if "inf" in rest:
            return verb
        if "ing" in rest:
            return inflect(verb, VerbForm.GERUND)
        if "part" in rest:
            return inflect(verb, VerbForm.PARTICIPLE)
        if verb == "be":
            if "past" in rest:
                return "was" if person in ("1", "3") else "were"
            return _BE.get(person, "are")
        if "past" in rest:
            return inflect(verb, VerbForm.PAST)
        return inflect(verb, VerbForm.THIRD) if person == "3" else verb

    def finish(self, sentence: str) -> str:
        text = sentence.strip()
        for pattern, right in _TIDY:
            text = pattern.sub(right, text)
        return capitalised(text.strip())


def _person(feature: str, others: Mapping[str, Filler]) -> str:
    if not feature.startswith("~"):
        return feature
    who = others[feature[1:]]
    return f"{who.person}p" if who.is_plural else who.person


def _his(filler: Filler) -> str:
    return "her" if filler.is_feminine else "his"


def _with_determiner(filler: Filler, form: str, said: str) -> str:
    if form in ("to", "at"):
        place = said if "bare" in filler.traits else f"the {said}"
        if "home" in filler.traits:
            return "home" if form == "to" else "at home"
        return f"{form} {place}"
    if form in ("a", "some"):
        if filler.is_plural or "mass" in filler.traits:
            return said
        return f"{article(said)} {said}"
    if form == "this":
        return f"{'these' if filler.is_plural else 'this'} {said}"
    if form == "other":
        return f"other {said}" if filler.is_plural else f"another {said}"
    if form == "in":
        preposition = next((t for t in ("on", "at", "in") if t in filler.traits), "in")
        place = said if "bare" in filler.traits else f"the {said}"
        return f"{preposition} {place}"
    return f"{form} {said}"


def _noun(noun: Noun, number: str, rng: random.Random) -> Filler:
    is_count = noun.count is Count.COUNT and "the" not in noun.kinds
    many = is_count and (number == "+" or (number == "" and rng.random() < 0.3))
    word = plural(noun.lemma) if many else noun.lemma
    is_plural = many or noun.count is Count.PLURAL
    return Filler(word, noun.lemma, is_plural, traits=frozenset(noun.kinds))


def _name(rng: random.Random) -> Filler:
    if rng.random() < 0.25:
        name = invented_name(rng)
        return Filler(name, name, text=name)
    feminine = rng.random() < 0.5
    name = rng.choice((FEMININE_NAMES if feminine else MASCULINE_NAMES)["en"])
    return Filler(name, name, is_feminine=feminine, text=name)


def _listed(entry: str) -> Filler:
    """An entry of an own list: `gloss` or `gloss=text`; p: in front marks a plural, m: a mass."""
    marks, _colon, rest = entry.rpartition(":")
    gloss, mark, text = rest.partition("=")
    traits = frozenset({"mass"} if "m" in marks else ())
    return Filler(gloss, gloss, "p" in marks, traits=traits, text=text if mark else None)
