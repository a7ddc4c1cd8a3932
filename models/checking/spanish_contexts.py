"""What a Spanish word is among its neighbours: *tocar* before an infinitive touches nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from models.checking import spanish_requests
from models.checking import spanish_words as small
from models.checking.meaning import Kind, Meaning, Trait
from models.checking.spanish_causes import begins_anew
from models.checking.spanish_forms import verb_of
from models.checking.spanish_meanings import meaning
from models.checking.spanish_neighbours import among_neighbours
from models.checking.spanish_requests import is_stirred
from models.checking.spanish_subjects import (
    is_borne,
    is_done_by_a_thing,
    is_felt_behind,
    is_unknown_doer,
)
from models.spanish import tokens as classes
from models.spanish.experienced import (
    is_experienced,
    is_somebody,
    is_won,
    leads_to_infinitive,
)
from models.spanish.lexicon import entry
from models.spanish.names import is_given_name
from models.spanish.tokens import Entry
from models.spanish.verbkinds import OF_THINGS, THING_STATES
from models.spanish.verbs import frame, is_infinitive

_HUMAN: Final = frozenset({"person", "kin", "animal"})
_WHERE_AND_WHEN: Final = frozenset(
    {"place", "time", "weekday", "month", "season", "feast", "event", "vehicle"}
)
_DEGREE: Final = classes.Kind.DEGREE
_SMALL: Final = (classes.Kind.ARTICLE, classes.Kind.QUANTIFIER, _DEGREE, classes.Kind.POSSESSIVE)


def in_context(words: Sequence[str], at: int, gloss: str) -> Meaning:
    """A gloss as a verb among the others asks it to be read."""
    found, verb = meaning(gloss), verb_of(gloss)
    if begins_anew(words, at):
        found = replace(found, traits=found.traits | {Trait.ANEW})
    if verb is None:
        is_doer = is_unknown_doer(words, at)
        found = replace(found, kinds=found.kinds | {Kind.ANIMATE}) if is_doer else found
        return among_neighbours(words, at, found)
    gained: set[Trait] = set()
    lost: set[Trait] = set()
    if _is_said_of_things(words, at, verb, found):
        gained.add(Trait.OF_THINGS)
    is_luck = verb == "tocar" and (not small.LUCK.isdisjoint(words[:at]) or is_won(words, at))
    is_led = at > 0 and is_infinitive(words[at - 1])  # masticar, costar
    is_hard = verb == "costar" and (is_led or leads_to_infinitive(words, at))
    if is_luck or is_hard or is_experienced(words, at, verb):
        gained.add(Trait.DATIVE)
        lost.add(Trait.ROLES)
    if is_stirred(words, at, verb) or is_borne(words, at, verb):
        gained.add(Trait.DATIVE)
        lost |= {Trait.ROLES, Trait.ASK}
    gained |= spanish_requests.gained(words, at, verb)
    lost |= spanish_requests.lost(words, at, verb)
    if is_done_by_a_thing(words, at, verb):
        gained.add(Trait.BY_THINGS)
    if is_felt_behind(words, at, verb) or _befalls(words, at, verb):
        gained.add(Trait.BEFALLING)
    if verb in small.DONE_OR_FELT and _is_done_by_somebody(words, at, verb):
        lost.add(Trait.DATIVE)
    return replace(found, traits=found.traits - lost | gained) if gained or lost else found


def _is_said_of_things(words: Sequence[str], at: int, verb: str, found: Meaning) -> bool:
    """*ser* before *difícil* and *hacer* with *calor*."""
    told = next((entry(word) for word in words[at + 1 :] if entry(word).kind is not _DEGREE), None)
    states = THING_STATES if verb == "estar" else OF_THINGS
    is_so = Trait.LINKING in found.traits and told is not None
    is_so = is_so and told is not None and (told.adjective or told.lemma) in states
    return is_so or (verb == "hacer" and bool(small.WEATHER & set(words)))


def _befalls(words: Sequence[str], at: int, verb: str) -> bool:
    """*Quedar, una, vida*, *olvidar, pin*, *parecer, mala, idea*, *aburrir, discursos*."""
    if verb == "parecer":
        return _is_opinion(words, at)
    others = [*words[:at], *words[at + 1 :]]
    if verb == "quedar" and not {"bien", "mal"}.isdisjoint(others):
        return True
    if verb not in small.BEFALLING | small.STIRRED:
        return False
    return any(_is_thing_for(word, verb) for word in others)


def _is_thing_for(word: str, verb: str) -> bool:
    """A thing that the verb does not take as a place, a time or an occasion."""
    found = entry(word)
    if is_given_name(word):
        return False
    if found.kind is classes.Kind.NUMBER:
        return verb in small.BEFALLING
    if found.noun is None or not _HUMAN.isdisjoint(found.noun.classes):
        return False
    first = found.noun.classes[0]
    return first not in _WHERE_AND_WHEN and first not in frame(verb).prepositions


def _is_opinion(words: Sequence[str], at: int) -> bool:
    """*Me parece mala idea*, *me parece que exageras*: not how somebody looks."""
    told = [entry(word) for word in words[at + 1 :]]
    told = [one for one in told if one.kind not in _SMALL]
    if not told:
        return False
    if told[0].lemma in {"bien", "mal", "que"} | OF_THINGS:
        return True
    if any(one.kind is classes.Kind.VERB for one in told):
        return True
    return any(_is_plain_thing(one) for one in told)


def _is_plain_thing(found: Entry) -> bool:
    return found.noun is not None and _HUMAN.isdisjoint(found.noun.classes)


def _is_done_by_somebody(words: Sequence[str], at: int, verb: str) -> bool:
    """*Tú, molestar, yo*, *tú, picar, cebolla*, *yo, faltar, trabajo*: not what is felt."""
    if not any(is_somebody(word) for word in words[:at]):
        return False
    behind = words[at + 1 :]
    classed = {name for word in behind if (noun := entry(word).noun) for name in noun.classes}
    if any(is_somebody(word) for word in behind):
        classed.add("somebody")
    return not classed.isdisjoint(small.DONE_OR_FELT[verb])
