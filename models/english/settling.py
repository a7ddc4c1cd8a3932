"""Classes that the neighbours of a word settle before the general rules are asked."""

from __future__ import annotations

from typing import Final

from models.english import words
from models.english.glosses import Token
from models.english.lexicon import Tag
from models.english.nouns import Noun
from models.english.reader import PEOPLE, Reader
from models.english.verbs import VerbForm

_CONCRETE: Final = ("device", "furniture", "place", "vehicle", "toy", "food", "drink", "clothes")
_LAST_WORDS: Final = frozenset({"sorry", "please", "thanks", "thank you"})
_ANSWERS: Final = frozenset({"no", "stop"})
_TOLD: Final = frozenset({"lie", "joke", "answer"})


def settled(reader: Reader, token: Token) -> Tag | None:
    """The class of the word here, None where its neighbours leave it open."""
    if Tag.SOCIAL in token.word.tags:
        return _social(reader, token)
    if token.key in _ANSWERS and reader.ahead() is None and _is_said(reader):
        return Tag.ADVERB
    if token.key == "own" and reader.before is not None and reader.before.key in words.POSSESSIVES:
        return Tag.ADJECTIVE
    if {Tag.VERB, Tag.NOUN} <= token.word.tags:
        return _noun(reader, token)
    if Tag.VERB in token.word.tags and token.word.form is not VerbForm.BASE:
        return _suffered(reader, token)
    if {Tag.VERB, Tag.ADJECTIVE} <= token.word.tags:
        return _beside(reader)
    if token.key == "little" and _is_slightly(reader):
        return Tag.ADVERB
    return Tag.ADVERB if token.key == "first" and _first_then(reader) else None


def _social(reader: Reader, token: Token) -> Tag | None:
    """«Mum says no»; «I forgot your name, sorry»; «Shit, I forgot»."""
    if _is_said(reader):
        return Tag.ADVERB if reader.ahead() is None else None
    if reader.ahead() is None and token.key in _LAST_WORDS:
        return Tag.SOCIAL if reader.has_verb and reader.before_is(*PEOPLE) else None
    ahead = reader.ahead()
    nominative = ahead is not None and ahead.key in words.NOMINATIVE
    return Tag.SOCIAL if reader.index == 0 and nominative else None


def _is_said(reader: Reader) -> bool:
    """«Mum says no»: whether somebody says the word that comes now."""
    before = reader.before
    verb = before.verb if before is not None else None
    return verb is not None and verb.lemma == "say" and len(reader.units) > 1


def _noun(reader: Reader, token: Token) -> Tag | None:
    """`lift, not, work`, `where, lift`, `tell, me, lie`."""
    called = token.word.verb is not None and token.word.verb.has("call")
    denied = reader.index == 0 and reader.ahead_is(Tag.NEGATION) and not called
    if denied and reader.ahead_is(Tag.VERB, Tag.ADJECTIVE, distance=2):
        return Tag.NOUN
    asks = reader.index == 1 and reader.units[0].key == "where" and reader.ahead() is None
    if asks and token.word.noun is not None and token.word.noun.is_a(*_CONCRETE):
        return Tag.NOUN
    verb = reader.clause_verb()
    told = verb is not None and verb.lemma == "tell" and token.key in _TOLD
    return Tag.NOUN if told and reader.before_is(*PEOPLE) else None


def _suffered(reader: Reader, token: Token) -> Tag | None:
    """«The train is cancelled», also without `be`: what was done to a thing."""
    verb = token.word.verb
    done = token.word.form in {VerbForm.PAST, VerbForm.PARTICIPLE}
    if verb is None or not done or token.word.tags & {Tag.ADJECTIVE, Tag.NOUN}:
        return None
    before = reader.before
    if before is not None and before.verb is not None and before.verb.has("be"):
        return Tag.ADJECTIVE
    thing = before.noun if before is not None else None
    still = thing is not None and not thing.is_a("person", "animal", "kin", "parent", "office")
    ends = reader.ahead() is None or reader.ahead_is(Tag.TIME)
    alone = ends and not verb.has("things", "alone", "self")
    return Tag.ADJECTIVE if still and alone and not reader.has_verb else None


def asks_first(reader: Reader) -> bool:
    """`did, mum, call`: an auxiliary before its subject is not the verb of the question."""
    ahead = reader.ahead()
    if reader.index > 0 or ahead is None or reader.ahead(2) is None:
        return False
    return ahead.is_name or ahead.key in words.PERSONAL or _is_person(ahead.word.noun)


def _beside(reader: Reader) -> Tag | None:
    """`mum, cook, dad, clean`: each does something."""
    tags = [unit.tag for unit in reader.units]
    pattern = len(tags) == 3 and tags[1] is Tag.VERB and reader.ahead() is None
    if not pattern or tags[0] not in PEOPLE or tags[2] not in PEOPLE:
        return None
    verb = reader.clause_verb()
    takes = verb is None or verb.has("makes", "makes-colour", "linking", "who", "two", "that")
    person = all(unit.tag is Tag.NAME or _is_person(unit.noun) for unit in reader.units[::2])
    return Tag.VERB if person and not takes else None


def _is_person(noun: Noun | None) -> bool:
    return noun is not None and noun.is_a("person", "kin", "parent", "office")


def _is_slightly(reader: Reader) -> bool:
    """`lift, my, arm, little`: not how big it is but how much is done."""
    verb = reader.clause_verb()
    return reader.ahead() is None and verb is not None and verb.has("ask", "care", "body")


def _first_then(reader: Reader) -> bool:
    """`first, homework, then, play`: the order of a day."""
    return reader.index == 0 and any(token.key == "then" for token in reader.tokens)
