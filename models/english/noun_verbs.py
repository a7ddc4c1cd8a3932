"""Nouns that may act: *water*, *phone*, *brush* are verbs only where somebody clearly does it."""

from __future__ import annotations

from typing import Final

from models.english import words
from models.english.glosses import Token
from models.english.lexicon import Tag
from models.english.reader import Reader
from models.english.verbs import Verb

_ALREADY: Final = frozenset({"already", "never", "always", "just"})
"""What stands before a verb more often than before a noun."""
_OBJECTS: Final = frozenset({"me", "him", "us", "them", "it"})
_ANYONE: Final = frozenset({"nobody", "everybody", "everyone", "somebody", "someone", "no one"})
_CARED_FOR: Final = ("body", "clothes", "personal", "person", "animal", "toy")


def noun_first(reader: Reader, token: Token) -> Tag:
    """water, phone, brush: an action only where somebody clearly does it."""
    if reader.has_verb or reader.verb_ahead():
        return Tag.NOUN
    if reader.after_subject() and not reader.ahead_is(Tag.ADJECTIVE):
        return Tag.VERB
    if _denies_to(reader) or (reader.before_is(Tag.PRONOUN) and _nobody_acts(reader)):
        return Tag.VERB
    if reader.before is not None and reader.before.key in _ALREADY and reader.phrase_ahead():
        return Tag.VERB
    verb = token.word.verb
    if verb is None:
        return Tag.NOUN
    if reader.before_is(Tag.NOUN) and verb.has("linking") and reader.ahead_is(Tag.ADJECTIVE):
        return Tag.VERB
    moved = reader.before_is(Tag.NOUN) and verb.has("motion", "things") and not verb.has("who")
    if moved and reader.ahead_is(Tag.PREPOSITION, Tag.PARTICLE):
        return Tag.VERB
    reaches = reader.phrase_ahead() and not verb.has("alone")
    if reaches and _somebody_acts(reader, verb):
        return Tag.VERB
    if verb.has("weather") and _only_times(reader):
        return Tag.VERB
    return Tag.VERB if reader.index == 0 and reaches and _acts_first(reader, verb) else Tag.NOUN


def _denies_to(reader: Reader) -> bool:
    """`not, judge, me`: what is denied is done to somebody."""
    ahead = reader.ahead()
    at_me = ahead is not None and ahead.key in _OBJECTS
    return at_me and reader.before_is(Tag.NEGATION, Tag.MODAL)


def _nobody_acts(reader: Reader) -> bool:
    """`nobody, answer, door`."""
    before = reader.before
    return before is not None and before.key in _ANYONE and reader.phrase_ahead()


def _somebody_acts(reader: Reader, verb: Verb) -> bool:
    """A person before, and an object behind: mum waters the plants."""
    before, ahead = reader.before, reader.ahead()
    if before is None or ahead is None:
        return False
    noun = before.noun
    if before.tag is Tag.NAME or (noun and noun.is_a("person", "parent", "kin", "office")):
        return True
    other = ahead.word.noun
    at_person = ahead.is_name or (other is not None and other.is_a("person", "office"))
    return before.tag is Tag.NOUN and at_person and verb.has("who")


def _only_times(reader: Reader) -> bool:
    rest = [token for place, token in enumerate(reader.tokens) if place != reader.index]
    small = {Tag.TIME, Tag.NEGATION, Tag.ADVERB, Tag.PLACE}
    asks = any(unit.tag is Tag.QUESTION for unit in reader.units)
    return (bool(rest) or asks) and all(token.word.first_choice in small for token in rest)


def _acts_first(reader: Reader, verb: Verb) -> bool:
    """`phone mum`, `dress me`: an action at the head of a message."""
    ahead = reader.ahead(2) if reader.ahead_is(Tag.DETERMINER) else reader.ahead()
    if ahead is None:
        return False
    if ahead.word.first_choice is Tag.PRONOUN and ahead.key in words.PERSONAL:
        return ahead.key not in words.NOMINATIVE
    noun = ahead.word.noun
    person = ahead.is_name or (noun is not None and noun.is_a("parent", "kin"))
    body = noun is not None and noun.is_a(*_CARED_FOR) and verb.has("care")
    watered = noun is not None and noun.is_a("plant") and reader.token.key == "water"
    return (person and verb.has("telling", "care", "giving")) or body or watered
