"""What the checks know of English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from models.checking import english_words as facts
from models.checking.meaning import Addition, Kind, Meaning, Person, Reading, Trait
from models.checking.words import key, keys, listed
from models.engine import QUESTION_GLOSS, Tense
from models.english import words
from models.english.glosses import look_up, read
from models.english.lexicon import Tag
from models.english.tables import members
from models.english.tagging import Unit, tag
from models.english.verbs import Verb, VerbForm, inflect
from models.grammar import grammar

_CONTRACTION: Final = re.compile(r"^(.+?)('(?:m|re|s|ve|ll|d)|s')?$")
_NEGATED: Final = MappingProxyType({"won't": "will", "can't": "can", "shan't": "shall"})


class English:
    """The English side of models.checking.message.Lexis; all of it facts, so one is as good as
    another."""

    has_fixed_order = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, English)

    def __hash__(self) -> int:
        return hash(English)

    def forms(self, gloss: str) -> frozenset[str]:
        return _forms(gloss)

    def stand_ins(self, word: str) -> frozenset[str]:
        same = next((group for group in facts.SAME if word in group), frozenset())
        owning = same & listed(facts.OWNING)
        if word in owning:
            same = owning
        elif word in facts.OBJECTS:
            same -= owning
        return same | ({facts.STAND_INS[word]} if word in facts.STAND_INS else frozenset())

    def doubles(self, word: str) -> frozenset[str]:
        del word
        return frozenset()

    def is_light(self, word: str) -> bool:
        return word in facts.LIGHT

    def may_act(self, word: str, gloss: str) -> bool:
        found = look_up(gloss)
        verb = found.verb.lemma if found.verb else gloss
        is_open = found.verb is not None or Tag.UNKNOWN in found.tags
        is_open |= word.endswith(("ing", "ed"))  # wheeling, from wheel: no noun ends so
        return is_open and word in _inflected(verb)

    def helps(self, word: str) -> bool:
        return word == "do"

    def split(self, word: str, known: Callable[[str], str | None]) -> tuple[str, ...]:
        del known
        if word == "cannot":
            return ("can", "not")
        if word.endswith("n't"):
            return (_NEGATED.get(word, word[:-3]), "not")
        if word == "let's":
            return ("let", "us")
        found = _CONTRACTION.match(word)
        return tuple(part for part in found.groups() if part) if found else (word,)

    def meanings(self, glosses: Sequence[str]) -> tuple[Meaning, ...]:
        units = tag(read(glosses)) if glosses else []
        found = list(map(_meaning, units))
        return tuple(_beside(units, found, at) for at in range(len(units)))

    def addition(self, word: str) -> Addition | None:
        return facts.ADDITIONS.get(word)

    def persons(self, word: str) -> frozenset[Person]:
        return frozenset(facts.PERSONS.get(word, ()))

    def is_subject_form(self, word: str) -> bool:
        return word in facts.SUBJECTS

    def is_object_form(self, word: str) -> bool:
        return word in facts.OBJECTS

    def is_plural(self, word: str) -> bool | None:
        found = look_up(word)
        return None if found.noun is None else found.is_plural

    def readings(self, word: str, gloss: str | None) -> frozenset[Reading]:
        if gloss is None:
            tense = facts.AUXILIARY_TENSES.get(word)
            return frozenset({Reading(None, tense)}) if tense else frozenset()
        return _readings(word, gloss)


@lru_cache(maxsize=4096)
def _forms(gloss: str) -> frozenset[str]:
    """The forms of a gloss but contractions, which say two words: *can't* is *can* and *not*."""
    own = frozenset({" ".join(keys(gloss))})
    if gloss in facts.PERSONS:
        return own
    if gloss in facts.PAST_DENIALS:
        return own | {facts.PAST_DENIALS[gloss]}
    found = {key(form) for form in grammar("en").forms(gloss)}
    plain = {form for form in found if form != "cannot" and not form.endswith("n't")}
    second = {facts.SECOND_PASTS[gloss]} if gloss in facts.SECOND_PASTS else set[str]()
    return own | plain | second | _acted(gloss)


def _acted(gloss: str) -> frozenset[str]:
    """The forms of a noun or an unknown word as a verb: *a nest*, *they nested*."""
    word = look_up(gloss)
    is_open = word.noun is not None or Tag.UNKNOWN in word.tags
    if word.verb is not None or word.is_plural or not is_open or not gloss.islower():
        return frozenset()
    return _inflected(gloss)


def _inflected(verb: str) -> frozenset[str]:
    return frozenset(key(inflect(verb, form)) for form in VerbForm)


@lru_cache(maxsize=4096)
def _readings(word: str, gloss: str) -> frozenset[Reading]:
    if word in facts.SOFT or word in facts.PAST_DENIALS.values():
        return frozenset({Reading(None, Tense.PAST, is_conditional=True)})
    verb = look_up(gloss).verb
    if verb is None:
        return frozenset()
    if verb.lemma == "be" and word in facts.AUXILIARY_TENSES:
        return frozenset({Reading(None, facts.AUXILIARY_TENSES[word])})
    head = verb.lemma.split()[0]
    found = {form for form in VerbForm if inflect(head, form) == word}
    return frozenset(Reading(None, facts.TENSES[form]) for form in found if form in facts.TENSES)


def _meaning(unit: Unit) -> Meaning:
    kinds = {facts.KINDS[unit.tag]} if unit.tag in facts.KINDS else set()
    word = unit.key
    if unit.text == QUESTION_GLOSS or word in facts.LIGHT:
        kinds = {Kind.LIGHT} | ({Kind.VERB} if word in {"be", "am", "is", "are"} else set())
    if unit.tag is Tag.PREPOSITION and word in facts.PLACING:
        kinds.add(Kind.PLACING)
    noun, verb = unit.noun, unit.word.verb
    if verb is not None and (verb.has("weather") or unit.tag is Tag.SOCIAL):
        kinds.add(Kind.VERB)
    if word in words.POSSESSIVES:
        kinds.add(Kind.POSSESSIVE)
    if word in ("there is", "there are", "years old", "months old", "weeks old"):
        kinds.add(Kind.TELLING)
    if word == "no":
        kinds.add(Kind.NEGATION)
    if word == "it":
        kinds.add(Kind.THING)
    if unit.tag is Tag.QUANTITY and word.startswith("too "):
        kinds.add(Kind.TELLING)
    if noun is not None:
        kinds |= _noun_kinds(noun.lemma, noun.kinds)
    if word in facts.INDEFINITE_PEOPLE and unit.tag is Tag.PRONOUN:
        denial = {Kind.NEGATION} if word == "nobody" else set[Kind]()
        # Only a denied or asked verb has one of these, so it is no subject.
        denial |= {Kind.PRONOUN} if word.startswith("any") else set()
        return Meaning(frozenset({Kind.ANIMATE} | denial), Person.THIRD)
    traits = _traits(unit.verb)
    if word in facts.OF_A_KIND:
        traits |= {Trait.GENERIC}
    return Meaning(frozenset(kinds), _person(unit, kinds), traits, word in facts.OBJECTS)


def _beside(units: Sequence[Unit], found: Sequence[Meaning], at: int) -> Meaning:
    """What a word is beside its neighbours, where they tell more than the word itself."""
    meaning, before = found[at], units[at - 1].key if at else ""
    if before in facts.DEGREES and not meaning.kinds:
        return replace(meaning, kinds=frozenset({Kind.ADJECTIVE}))  # very stuffy: nothing else
    things = [one.is_a(Kind.NOUN, Kind.ANIMATE) for one in found[at + 1 :]]
    is_several = units[at].key in facts.SEVERAL and sum(things) > 1
    is_too_much = meaning.is_a(Kind.QUANTITY) and before == "too"
    is_age = meaning.is_a(Kind.QUANTITY) and at == len(units) - 1 and at > 0
    is_age = is_age and found[at - 1].is_a(Kind.ANIMATE)  # my, brother, thirteen
    is_there = units[at].key in facts.THERE and any(things)
    if is_several or is_too_much or is_age or is_there:
        return replace(meaning, kinds=meaning.kinds | {Kind.TELLING})
    return meaning


def _noun_kinds(lemma: str, kinds: tuple[str, ...]) -> set[Kind]:
    found = {Kind.TELLING} if lemma in facts.TELLING else set()
    if lemma.split()[-1] in facts.PUBLIC:
        found.add(Kind.PUBLIC)
    if not {"person", "parent", "kin", "animal"}.isdisjoint(kinds):
        found.add(Kind.ANIMATE)
    if "clothes" in kinds:
        found.add(Kind.WORN)
    if "animal" in kinds:
        found.add(Kind.ANIMAL)
    if not {"parent", "kin"}.isdisjoint(kinds) or lemma in members("somebody's"):
        found.add(Kind.RELATIVE)
    if not {"body", "health"}.isdisjoint(kinds):
        found.add(Kind.BODY)
    if not {"day", "period", "season", "time", "month"}.isdisjoint(kinds):
        found.add(Kind.TIME)
    if not {"feeling", "illness", "health"}.isdisjoint(kinds):
        found.add(Kind.STATE)
    return found


def _person(unit: Unit, kinds: set[Kind]) -> Person | None:
    if unit.tag is Tag.PRONOUN:
        return next(iter(facts.PERSONS.get(unit.key, ())), None)
    if kinds & {Kind.NOUN, Kind.ANIMATE}:
        return Person.THIRD_PLURAL if unit.word.is_plural else Person.THIRD
    return None


def _traits(verb: Verb | None) -> frozenset[Trait]:
    if verb is None:
        return frozenset()
    hands = verb.has("giving", "telling") and not verb.has("harm", "touch")
    named = {Trait.HANDING} if hands else set[Trait]()
    if verb.has("harm", "touch") and not verb.has("person-to"):
        named.add(Trait.HARMING)
    named |= {trait for trait, verbs in facts.NAMED.items() if verb.lemma in verbs}
    return frozenset(
        named | {facts.TRAITS[trait] for trait in verb.traits if trait in facts.TRAITS}
    )
