"""What a Spanish word can be in a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from models.checking import spanish_words as small
from models.checking.meaning import Kind, Meaning, Person, Trait
from models.checking.spanish_forms import PERSONS, verb_of
from models.checking.words import keys
from models.engine import QUESTION_GLOSS
from models.spanish import adjectives
from models.spanish import tokens as classes
from models.spanish.compounds import MATERIALS
from models.spanish.lexicon import bare, entry
from models.spanish.names import is_given_name
from models.spanish.tokens import Entry
from models.spanish.verbkinds import CARE, COMING, PERSON_OBJECTS
from models.spanish.verbs import frame, is_infinitive
from models.spanish.words import NEGATIONS

_KINDS: Final[Mapping[classes.Kind, Kind]] = MappingProxyType(
    {
        classes.Kind.PRONOUN: Kind.PRONOUN,
        classes.Kind.OBLIQUE: Kind.PRONOUN,
        classes.Kind.CLITIC: Kind.PRONOUN,
        classes.Kind.VERB: Kind.VERB,
        classes.Kind.FINITE: Kind.VERB,
        classes.Kind.GERUND: Kind.VERB,
        classes.Kind.NOUN: Kind.NOUN,
        classes.Kind.NAME: Kind.ANIMATE,
        classes.Kind.WORD: Kind.NOUN,
        classes.Kind.ADJECTIVE: Kind.ADJECTIVE,
        classes.Kind.TIME: Kind.TIME,
        classes.Kind.PLACE: Kind.ADJECTIVE,
        classes.Kind.LOCATIVE: Kind.ADJECTIVE,
        classes.Kind.NEGATION: Kind.NEGATION,
        classes.Kind.QUESTION: Kind.QUESTION,
        classes.Kind.SOCIAL: Kind.SOCIAL,
        classes.Kind.INDEFINITE: Kind.ANIMATE,
        classes.Kind.ARTICLE: Kind.LIGHT,
        classes.Kind.POSSESSIVE: Kind.POSSESSIVE,
        classes.Kind.PREPOSITION: Kind.PREPOSITION,
        classes.Kind.SUBORDINATOR: Kind.SUBORDINATOR,
        classes.Kind.COORDINATOR: Kind.COORDINATOR,
        classes.Kind.QUANTIFIER: Kind.QUANTITY,
        classes.Kind.NUMBER: Kind.QUANTITY,
    }
)
_FLAGS: Final = MappingProxyType(
    {
        **dict.fromkeys(("harm", "touch", "give", "tell"), Trait.ROLES),
        "ask": Trait.ASK,
        "stat": Trait.STATIVE,
        "dat": Trait.DATIVE,
        "sky": Trait.WEATHER,
        "perf": Trait.DONE,
    }
)


@lru_cache(maxsize=4096)
def meaning(gloss: str) -> Meaning:
    if gloss == QUESTION_GLOSS:
        return Meaning(frozenset({Kind.LIGHT}))
    word = bare(gloss)
    found = entry(word)
    if gloss[:1].isupper() and (is_given_name(gloss) or found.kind is classes.Kind.WORD):
        return Meaning(frozenset({Kind.ANIMATE}), Person.THIRD)
    named = _named(gloss) if found.kind is classes.Kind.WORD else None
    if named is not None:
        return named
    kinds = {_KINDS[found.kind]} if found.kind in _KINDS else set()
    if is_infinitive(word):
        kinds.add(Kind.VERB)
    if found.kind is classes.Kind.SOCIAL and adjectives.is_known(word):
        kinds.add(Kind.ADJECTIVE)  # bueno
    if word in NEGATIONS:
        kinds.add(Kind.NEGATION)
    if word in ("mejor", "peor"):
        kinds.add(Kind.ADJECTIVE)
    if word in small.POSTURES:
        kinds = {Kind.PLACING}
    if word in small.PLACING:
        kinds.add(Kind.PLACING)
    kinds |= _noun_kinds(found) | ({Kind.LIGHT} if word in small.LIGHT else set())
    return Meaning(
        frozenset(kinds),
        _person(word, found, kinds),
        _traits(gloss),
        word in small.OBJECTS,
        word in small.OBJECTS,
    )


_DETERMINERS: Final = frozenset(
    {
        classes.Kind.ARTICLE,
        classes.Kind.POSSESSIVE,
        classes.Kind.DEMONSTRATIVE,
        classes.Kind.QUANTIFIER,
        classes.Kind.NUMBER,
    }
)


def _named(gloss: str) -> Meaning | None:
    """What a label names that begins with a determiner: *mi primo*, *la hermana mayor*."""
    first, _, rest = gloss.partition(" ")
    if not rest or entry(bare(first)).kind not in _DETERMINERS:
        return None
    for noun in (rest, rest.partition(" ")[0]):
        named = meaning(noun)
        if named.is_a(Kind.ANIMATE) or entry(bare(noun)).kind is classes.Kind.NOUN:
            return replace(named, kinds=named.kinds - {Kind.ADJECTIVE})
    return None


def _noun_kinds(found: Entry) -> set[Kind]:
    words = set(found.lemma.split())
    kinds = {Kind.STATE} if words & (small.STATES | small.AT_SOMETHING) else set()
    if words & small.TELLING:
        kinds.add(Kind.TELLING)
    if words & small.PUBLIC:
        kinds.add(Kind.PUBLIC)
    if found.noun is None:
        return kinds
    named = set(found.noun.classes)
    if named & {"person", "kin", "animal"}:
        kinds.add(Kind.ANIMATE)
    if found.noun.word in MATERIALS:
        kinds.add(Kind.MATERIAL)
    if "animal" in named:
        kinds.add(Kind.ANIMAL)
    if "kin" in named:
        kinds.add(Kind.RELATIVE)
    if "body" in named:
        kinds.add(Kind.BODY)
    if "clothes" in named:
        kinds.add(Kind.WORN)
    if named & {"need", "feeling", "state", "illness"}:
        kinds.add(Kind.STATE)
    if named & {"time", "weekday", "month", "season", "feast"}:
        kinds.add(Kind.TIME)
    if "de" in found.noun.flags:
        kinds.add(Kind.FILLED)
    if found.adjective:
        kinds.add(Kind.ADJECTIVE)
    return kinds


def _person(word: str, found: Entry, kinds: set[Kind]) -> Person | None:
    if word.endswith(("juntos", "juntas")):
        return Person.FIRST_PLURAL
    if word in ("usted", "ustedes"):
        return Person.SECOND if word == "usted" else Person.SECOND_PLURAL
    if found.person is not None and Kind.PRONOUN in kinds:
        return PERSONS[found.person]
    if kinds & {Kind.NOUN, Kind.ANIMATE}:
        return Person.THIRD_PLURAL if found.plural else Person.THIRD
    return None


def _traits(gloss: str) -> frozenset[Trait]:
    verb, words = verb_of(gloss), set(keys(gloss))
    felt = {Trait.AT_SOMEBODY} if words & small.AT_SOMETHING else set[Trait]()
    polite = {Trait.POLITE} if words & {"usted", "ustedes"} else set[Trait]()
    if not verb:
        return frozenset(felt | polite)
    flags = frame(bare(gloss) if " " in gloss else verb).flags
    traits = felt | {_FLAGS[flag] for flag in flags if flag in _FLAGS}
    if "tr" not in flags or verb in COMING:
        traits.add(Trait.INTRANSITIVE)
    if flags & {"harm", "touch"} and "outof" not in flags:
        traits.add(Trait.HARMING)
    if verb in small.IMPERSONAL:
        traits.add(Trait.WEATHER)
    if verb in small.NOT_COMMANDED:
        traits.add(Trait.STATIVE)
    if "ask" in flags and not _is_done_to_people(verb):
        traits.add(Trait.ON_THINGS)
    if gloss.endswith("se"):
        traits.discard(Trait.ASK)  # ponerse, yo: nobody is asked to do it to me
    named = (trait for trait, verbs in small.TRAITS.items() if verb in verbs)
    if verb in PERSON_OBJECTS:
        traits.add(Trait.AT_A_PERSON)
    return frozenset(traits | set(named))


def _is_done_to_people(verb: str) -> bool:
    asks = frame(verb)
    is_to_people = not asks.flags.isdisjoint({"harm", "touch", "give", "tell", "who"})
    return is_to_people or "who" in asks.prepositions or verb in CARE | PERSON_OBJECTS
