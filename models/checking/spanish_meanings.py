"""What a Spanish word can be in a message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from models.spanish.lexicon import bare, entry
from models.spanish.names import is_given_name
from models.spanish.tokens import Entry
from models.spanish.verbkinds import COMING, OF_THINGS, PERSON_OBJECTS, THING_STATES
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
    kinds = {_KINDS[found.kind]} if found.kind in _KINDS else set()
    if is_infinitive(word):
        kinds.add(Kind.VERB)
    if found.kind is classes.Kind.SOCIAL and adjectives.is_known(word):
        kinds.add(Kind.ADJECTIVE)  # bueno
    if word in NEGATIONS:
        kinds.add(Kind.NEGATION)
    if word in ("mejor", "peor"):
        kinds.add(Kind.ADJECTIVE)
    kinds |= _noun_kinds(found) | ({Kind.LIGHT} if word in small.LIGHT else set())
    return Meaning(
        frozenset(kinds),
        _person(word, found, kinds),
        _traits(gloss),
        word in small.OBJECTS,
        word in small.OBJECTS,
    )


def in_context(words: Sequence[str], at: int, gloss: str) -> Meaning:
    """What a gloss is among the others: *ser* before *difícil* and *hacer* with *calor* are said
    of a thing."""
    found, verb = meaning(gloss), verb_of(gloss)
    told = next((entry(word) for word in words[at + 1 :] if entry(word).kind is not _DEGREE), None)
    states = THING_STATES if verb == "estar" else OF_THINGS
    is_so = Trait.LINKING in found.traits and told is not None
    is_so = is_so and told is not None and (told.adjective or told.lemma) in states
    if not (is_so or (verb == "hacer" and small.WEATHER & set(words))):
        return found
    return replace(found, traits=found.traits | {Trait.OF_THINGS})


_DEGREE: Final = classes.Kind.DEGREE


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
    if "kin" in named:
        kinds.add(Kind.RELATIVE)
    if "body" in named:
        kinds.add(Kind.BODY)
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
    if verb in small.IMPERSONAL:
        traits.add(Trait.WEATHER)
    if verb in small.NOT_COMMANDED:
        traits.add(Trait.STATIVE)
    named = (trait for trait, verbs in small.TRAITS.items() if verb in verbs)
    if verb in PERSON_OBJECTS:
        traits.add(Trait.AT_A_PERSON)
    return frozenset(traits | set(named))
