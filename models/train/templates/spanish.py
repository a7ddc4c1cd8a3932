"""Spanish fillers and forms, on the rules of models.spanish."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from models.spanish import adjectives, nouns
from models.spanish.conjugator import Mood, Person, finite, gerund, imperative, participle
from models.spanish.orthography import attached, capitalised
from models.train.cleaning import FEMININE_NAMES, MASCULINE_NAMES
from models.train.templates.lists import invented_name, read_lists
from models.train.templates.patterns import Filler
from models.train.wordlists import word_set

_MOODS: Final = {
    "past": Mood.PRETERITE,
    "was": Mood.IMPERFECT,
    "future": Mood.FUTURE,
    "would": Mood.CONDITIONAL,
    "sub": Mood.SUBJUNCTIVE,
}
_PERSONS: Final = {
    "1": Person.FIRST,
    "2": Person.SECOND,
    "3": Person.THIRD,
    "1p": Person.FIRST_PLURAL,
    "2p": Person.SECOND_PLURAL,
    "3p": Person.THIRD_PLURAL,
}
_REFLEXIVE: Final = {"1": "me", "2": "te", "3": "se", "1p": "nos", "2p": "os", "3p": "se"}
_DATIVE: Final = {"1": "me", "2": "te", "3": "le", "1p": "nos", "2p": "os", "3p": "les"}
_HABER: Final = {"1": "he", "2": "has", "3": "ha", "1p": "hemos", "2p": "habéis", "3p": "han"}
_PRONOUNS: Final = (
    Filler("yo", "yo", person="1", text=""),
    Filler("yo", "yo", person="1", text=""),
    Filler("tú", "tú", person="2", text=""),
    Filler("él", "él", text="él"),
    Filler("ella", "ella", is_feminine=True, text="ella"),
    Filler("nosotros", "nosotros", True, person="1", text=""),
    Filler("nosotras", "nosotras", True, True, person="1", text=""),
    Filler("vosotros", "vosotros", True, person="2", text=""),
    Filler("ellos", "ellos", True, text="ellos"),
    Filler("ellas", "ellas", True, True, text="ellas"),
    Filler("usted", "usted", text="usted"),
)
_CLASSES: Final = {
    "person": ("person",),
    "kin": ("kin",),
    "animal": ("animal",),
    "food": ("food", "dish"),
    "thing": ("thing", "tool", "toy", "text", "device", "clothes"),
    "machine": ("device",),
    "wearable": ("clothes",),
}
"""Lists that are made of several classes of the table of nouns."""
_BARE_PLACES: Final = word_set("casa clase misa terapia rehabilitación")
"""Places without an article; towns are names, and are left to the corpora."""
_WOMEN: Final = word_set("mamá mami mamita mamaíta mamuchi")
_NO_PLURAL: Final = word_set("mass bare sole many")
_CONTRACTIONS: Final = (
    (re.compile(r"\b([Aa]) el (?=\w)"), r"\1l "),
    (re.compile(r"\b([Dd])e el (?=\w)"), r"\1el "),
    (re.compile(r"\by (?=h?i[^aeou])", re.IGNORECASE), "e "),
    (re.compile(r"\bo (?=h?o)", re.IGNORECASE), "u "),
    (re.compile(r" +"), " "),
    (re.compile(r"([¿¡]) "), r"\1"),
    (re.compile(r" ([.,?!])"), r"\1"),
)


class SpanishForms:
    """Words of the table of nouns and of this package's own lists."""

    def __init__(self) -> None:
        self._lists = read_lists("es")
        self._nouns: dict[str, list[nouns.Noun]] = defaultdict(list)
        for word in nouns.known_words():
            use = nouns.lookup(word)
            if use and use.noun.word == word and " " not in word and not use.plural:
                for kind in use.noun.classes:
                    if kind != "place" or "bare" not in use.noun.flags or word in _BARE_PLACES:
                        self._nouns[kind].append(use.noun)

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
        if form.startswith("~"):
            other = others[form[1:]]
            return adjectives.agreeing(filler.word, other.is_feminine, other.is_plural)
        if form in ("f", "fp", "mp", "m"):
            return adjectives.agreeing(filler.word, "f" in form, "p" in form)
        said = filler.gloss if filler.text is None else filler.text
        if form == "w":
            return said
        if form in ("se", "le"):
            return _pronoun(filler, form)
        if filler.text is not None or "bare" in filler.traits:
            return f"a {said}" if form == "a" else said
        return f"{_article(filler, form)} {said}"

    def verb(self, verb: str, features: Sequence[str], others: Mapping[str, Filler]) -> str:
        """Features: person (1, 2, 3, 1p.. or ~slot), tense, `inf`, `ger`, `part`, `no`, +clitic."""
        clitics = [_clitic(f[1:], others) for f in features if f.startswith("+")]
        rest = [feature for feature in features if not feature.startswith("+")]
        person = _person(rest[0], others)
        if "inf" in rest:
            return attached(verb, *clitics) if clitics else verb
        if "ger" in rest:
            return attached(gerund(verb), *clitics) if clitics else gerund(verb)
        if "part" in rest:
            return participle(verb)
        if "has" in rest:
            return f"{_HABER[person]} {participle(verb)}"
        if "imperative" in rest:
            return attached(imperative(verb, _PERSONS[person]), *clitics)
        mood = next((_MOODS[f] for f in rest[1:]), Mood.PRESENT)
        return finite(verb, mood, _PERSONS[person])

    def finish(self, sentence: str) -> str:
        text = sentence.strip()
        for pattern, right in _CONTRACTIONS:
            text = pattern.sub(right, text)
        return capitalised(text.strip())


def _person(feature: str, others: Mapping[str, Filler]) -> str:
    if not feature.startswith("~"):
        return feature
    who = others[feature[1:]]
    return f"{who.person}p" if who.is_plural else who.person


def _clitic(name: str, others: Mapping[str, Filler]) -> str:
    return _pronoun(others[name[1:]], "se") if name.startswith("~") else name


def _pronoun(filler: Filler, form: str) -> str:
    person = f"{filler.person}p" if filler.is_plural else filler.person
    return (_REFLEXIVE if form == "se" else _DATIVE)[person]


def _article(filler: Filler, form: str) -> str:
    """el, un, some (*un*, or nothing before what is not counted), a (*a el*), mi, este, otro."""
    feminine, plural = filler.is_feminine, filler.is_plural
    takes_el = feminine and not plural and nouns.takes_el(filler.word)
    definite = (
        ("las" if plural else "el" if takes_el else "la")
        if feminine
        else ("los" if plural else "el")
    )
    if form == "el":
        return definite
    if form == "a":
        return f"a {definite}"
    if form in ("mi", "tu"):
        return f"{form}s" if plural else form
    if form == "some" and (plural or "mass" in filler.traits):
        return ""
    if form in ("un", "some"):
        return (
            ("unas" if plural else "un" if takes_el else "una")
            if feminine
            else ("unos" if plural else "un")
        )
    if form in ("este", "ese"):
        return form[:-1] + ("a" if feminine else "o" if plural else "e") + "s" * plural
    return adjectives.agreeing(form, feminine, plural)


def _noun(noun: nouns.Noun, number: str, rng: random.Random) -> Filler:
    countable = not _NO_PLURAL & noun.flags
    many = "many" in noun.flags and number != "-"
    plural = many or (countable and (number == "+" or (number == "" and rng.random() < 0.3)))
    word = nouns.plural(noun.word) if plural else noun.word
    is_feminine = noun.feminine or noun.word in _WOMEN
    return Filler(word, noun.word, plural, is_feminine, noun.flags)


def _name(rng: random.Random) -> Filler:
    if rng.random() < 0.25:
        name = invented_name(rng)
        return Filler(name, name, text=name)
    feminine = rng.random() < 0.5
    name = rng.choice((FEMININE_NAMES if feminine else MASCULINE_NAMES)["es"])
    return Filler(name, name, is_feminine=feminine, text=name)


def _listed(entry: str) -> Filler:
    """An entry of an own list: `gloss` or `gloss=text`; f: or p: in front mark gender, number."""
    marks, _colon, rest = entry.rpartition(":")
    gloss, mark, text = rest.partition("=")
    return Filler(gloss, gloss, "p" in marks, "f" in marks, text=text if mark else None)
