"""Which of its classes a word has here: decided by its place and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from models.english import noun_verbs, words
from models.english.glosses import Token
from models.english.lexicon import Tag, Word
from models.english.particular import BY_KEY, is_described_thing, is_person
from models.english.reader import BEFORE_NOUN, PEOPLE, Reader, Unit
from models.english.settling import asks_first, settled
from models.english.suffering import calls_out, may_be_done_when_harmed
from models.english.tables import members
from models.english.verbs import Verb, VerbForm

__all__ = ["Unit", "tag"]

_LICENSES: Final = (
    "to", "ing", "bare", "person-to", "that", "motion", "leaving", "telling", "call", "body",
    "how", "alone", "purpose",
)  # fmt: skip
"""Traits of verbs behind which another verb may stand, also at a distance."""


_WITHIN: Final = (Tag.VERB, Tag.DETERMINER, Tag.INTENSIFIER, Tag.MODAL, Tag.NEGATION)
"""Behind these a word that could be a greeting is none."""
_ALWAYS_SOCIAL: Final = frozenset({"please", "thanks", "hello", "hi", "bye"})
_DO: Final = frozenset({"do", "does", "did"})
_BE: Final = frozenset({"is", "are", "am"})


def tag(tokens: Sequence[Token]) -> list[Unit]:
    """The tokens with their classes, one unit for each."""
    reader = Reader(tokens, [])
    while reader.index < len(tokens):
        token = reader.token
        decided = _decide(reader, token)
        if decided is Tag.VERB and not (token.key in _DO and asks_first(reader)):
            reader.has_verb = True
        elif decided is Tag.CONJUNCTION and token.key not in words.JOINING:
            reader.has_verb = False
        if decided is Tag.ADVERB and token.key == "little":
            token = replace(token, text="a little")
        reader.units.append(Unit(token, decided))
    return reader.units


def _decide(reader: Reader, token: Token) -> Tag:
    word = token.word
    if reader.ahead() is None and calls_out(reader.units, token):
        return Tag.SOCIAL
    known = settled(reader, token)
    if known is not None:
        return known
    if word.form is VerbForm.THIRD and reader.before_is(Tag.VERB) and token.key not in _BE:
        return Tag.NOUN if Tag.NOUN in word.tags else Tag.UNKNOWN
    if len(word.tags) == 1:
        return next(iter(word.tags))
    rule = BY_KEY.get(token.key)
    decided = rule(reader) if rule else None
    if decided is None and Tag.SOCIAL in word.tags:
        decided = _social(reader, word)
    if decided is None and word.tags & {Tag.PREPOSITION, Tag.PARTICLE} and not word.noun:
        decided = _preposition(reader, word)
    if decided is None and word.tags & {Tag.INTENSIFIER, Tag.QUANTITY}:
        decided = _degree(reader, word)
    return _open(reader, token) if decided is None else decided


def _social(reader: Reader, word: Word) -> Tag | None:
    """A greeting or cry at either end; inside a sentence the same word describes or names."""
    if word.text.lower() in _ALWAYS_SOCIAL:
        return Tag.SOCIAL
    others = word.tags - {Tag.SOCIAL}
    ahead = reader.ahead()
    first = reader.index == 0
    if len(reader.tokens) == 1:
        return Tag.SOCIAL
    if first and ahead is not None and not reader.noun_ahead():
        acts = Tag.VERB in others and reader.ahead_is(Tag.PRONOUN, Tag.DETERMINER)
        return None if acts else Tag.SOCIAL
    if reader.before_is(*PEOPLE, *_WITHIN):
        return None
    named = ahead is not None and is_person(ahead)
    if first and Tag.ADJECTIVE in others and reader.noun_ahead() and not named:
        return Tag.ADJECTIVE
    return Tag.SOCIAL


def _preposition(reader: Reader, word: Word) -> Tag:
    if reader.phrase_ahead() and Tag.PREPOSITION in word.tags:
        return Tag.PREPOSITION
    if reader.before_is(Tag.VERB) and Tag.PARTICLE in word.tags:
        return Tag.PARTICLE
    for other in (Tag.PLACE, Tag.TIME, Tag.ADVERB, Tag.PARTICLE):
        if other in word.tags:
            return other
    return Tag.PREPOSITION


def _degree(reader: Reader, word: Word) -> Tag | None:
    """very, too, more, a lot, all: by what they measure."""
    if Tag.QUANTITY in word.tags and reader.noun_ahead() and not reader.ahead_is(Tag.NAME):
        return Tag.QUANTITY
    graded = reader.ahead_is(Tag.ADJECTIVE, Tag.ADVERB, Tag.QUANTITY, Tag.INTENSIFIER)
    if Tag.INTENSIFIER in word.tags and graded:
        return Tag.INTENSIFIER
    if Tag.QUANTITY in word.tags and _counts_here(reader, word):
        return Tag.QUANTITY
    for other in (Tag.ADVERB, Tag.ADJECTIVE, Tag.QUANTITY, Tag.CONJUNCTION):
        if other in word.tags:
            return other
    return None


def _counts_here(reader: Reader, word: Word) -> bool:
    """`want more` asks for more of something; `hurts a lot` says how much."""
    verb = reader.last_verb()
    takes = verb is not None and not verb.has("alone", "body", "linking")
    alone = not reader.units or reader.before_is(Tag.NEGATION, Tag.PREPOSITION)
    return (takes or alone) and Tag.PRONOUN not in word.tags


def _open(reader: Reader, token: Token) -> Tag:
    word = token.word
    if token.is_name or word.first_choice is Tag.TIME:
        return Tag.NAME if token.is_name else Tag.TIME
    has = word.tags.__contains__
    if has(Tag.VERB) and word.form is not VerbForm.BASE:
        return _inflected(reader, word)
    if has(Tag.NOUN) and _must_be_noun(reader):
        return _noun_or_adjective(reader, token)
    if has(Tag.ADJECTIVE) and has(Tag.ADVERB) and not has(Tag.NOUN):
        return _adverb_or_adjective(reader)
    if has(Tag.VERB) and has(Tag.ADJECTIVE) and not has(Tag.NOUN):
        return _verb_or_adjective(reader, token)
    if has(Tag.VERB) and has(Tag.NOUN):
        return _verb_or_noun(reader, token)
    if has(Tag.ADJECTIVE) and has(Tag.NOUN):
        return _noun_or_adjective(reader, token)
    if has(Tag.ADJECTIVE) and has(Tag.ADVERB):
        return _adverb_or_adjective(reader)
    if word.first_choice is Tag.SOCIAL:
        others = (Tag.ADJECTIVE, Tag.VERB, Tag.NOUN, Tag.ADVERB)
        return next((other for other in others if has(other)), Tag.SOCIAL)
    return word.first_choice


def _inflected(reader: Reader, word: Word) -> Tag:
    """A form as tapped: `swimming` may be the sport, `broken` a quality, `saw` a tool."""
    acts = reader.before_is(Tag.PRONOUN) and reader.phrase_ahead() and not reader.has_verb
    goes = reader.before_is(Tag.VERB) and reader.last_verb()
    if word.form is VerbForm.GERUND and goes and goes.lemma == "go":
        return Tag.VERB
    if word.adjective is not None and (word.adjective.is_feeling or not acts):
        return Tag.ADJECTIVE
    if Tag.NOUN not in word.tags:
        return Tag.VERB
    if word.form is VerbForm.THIRD and word.is_plural:
        does = reader.before_is(Tag.PRONOUN, Tag.NAME, Tag.NOUN) and not reader.has_verb
        return Tag.VERB if does and not reader.verb_ahead() else Tag.NOUN
    thing = reader.before_is(Tag.DETERMINER, Tag.ADJECTIVE, Tag.QUANTITY, Tag.PREPOSITION)
    after = reader.before_is(Tag.PRONOUN, Tag.NAME, Tag.NOUN, Tag.VERB, Tag.MODAL)
    return Tag.NOUN if thing or not after else Tag.VERB


def _must_be_noun(reader: Reader) -> bool:
    before = reader.before
    if reader.before_is(*BEFORE_NOUN):
        return not (before and before.key in {"more", "all", "both"} and reader.has_verb)
    if reader.before_is(Tag.ADJECTIVE):
        describes = len(reader.units) > 1 and reader.units[-2].tag in PEOPLE
        return not reader.ahead_is(*BEFORE_NOUN) and not describes
    return reader.before_is(Tag.PREPOSITION)


def _noun_or_adjective(reader: Reader, token: Token) -> Tag:
    if Tag.ADJECTIVE not in token.word.tags:
        return Tag.NOUN
    if reader.noun_ahead():
        return Tag.ADJECTIVE
    verb = reader.last_verb()
    given = reader.clause_verb()
    if given is not None and given.has("two") and reader.before_is(Tag.PRONOUN):
        return Tag.NOUN
    if verb is not None and not verb.has("linking"):
        return Tag.ADJECTIVE if verb.has("alone") else Tag.NOUN
    feeling = reader.before.adjective if reader.before_is(Tag.ADJECTIVE) and reader.before else None
    if feeling is not None and feeling.stands_alone:
        return Tag.NOUN
    if reader.before_is(*PEOPLE) and not reader.has_verb:
        return Tag.ADJECTIVE
    if reader.before_is(*BEFORE_NOUN, Tag.PREPOSITION):
        return Tag.NOUN
    quality = token.key in members("adjective first") or verb is not None
    return Tag.ADJECTIVE if quality else Tag.NOUN


def _adverb_or_adjective(reader: Reader) -> Tag:
    verb = reader.last_verb()
    if reader.before_is(Tag.DETERMINER) and reader.ahead() is not None:
        return Tag.ADJECTIVE
    if reader.noun_ahead() and (
        not reader.before_is(Tag.VERB) or reader.token.key in members("superlatives")
    ):
        return Tag.ADJECTIVE
    if reader.after_subject() and not reader.verb_ahead():
        acts = reader.before is not None and reader.before.key in words.NOMINATIVE
        if acts or reader.token.key in {"better", "worse"}:
            return Tag.ADJECTIVE
    if verb is not None:
        return Tag.ADJECTIVE if verb.has("linking") else Tag.ADVERB
    return Tag.ADVERB if reader.has_verb else Tag.ADJECTIVE


def _verb_or_adjective(reader: Reader, token: Token) -> Tag:
    """open, clean, dry, mean: an action on what follows, or how something is."""
    verb = reader.last_verb()
    if verb is not None:
        return _behind_verb(reader, token, verb)
    if reader.has_verb or reader.before_is(Tag.DETERMINER, Tag.INTENSIFIER, Tag.QUANTITY):
        return Tag.ADJECTIVE
    if reader.before_is(Tag.MODAL, Tag.NEGATION, Tag.TO):
        return Tag.VERB
    if token.key == "mean":
        meant = reader.index > 0 and reader.ahead() is not None
        points = reader.ahead_is(Tag.PRONOUN, Tag.DETERMINER)
        return Tag.VERB if meant or points else Tag.ADJECTIVE
    quality = token.key in members("adjective first")
    acts = reader.phrase_ahead() and (reader.before_is(Tag.PRONOUN) or not quality)
    if acts and not reader.verb_ahead():
        return Tag.VERB
    return Tag.ADJECTIVE if reader.before_is(*PEOPLE) or quality else Tag.VERB


def _behind_verb(reader: Reader, token: Token, verb: Verb) -> Tag:
    """Right behind a verb: want clean shoes, want open door."""
    if verb.has("linking") or not verb.has("to", "bare", "ing"):
        return Tag.ADJECTIVE
    ahead = reader.ahead()
    worn = ahead is not None and ahead.word.noun is not None and ahead.word.noun.is_a("clothes")
    return Tag.ADJECTIVE if worn and token.key not in {"open", "shut"} else Tag.VERB


def _verb_or_noun(reader: Reader, token: Token) -> Tag:
    key, verb = token.key, reader.last_verb()
    noun_first = key in members("noun first")
    if reader.before_is(Tag.QUESTION) and reader.before and reader.before.key in {"whose", "which"}:
        return Tag.NOUN
    if is_described_thing(reader, token):
        return Tag.NOUN
    if verb is not None:
        return _after_verb(reader, key, verb, noun_first)
    if reader.before_is(Tag.MODAL, Tag.TO) or (reader.before_is(Tag.NEGATION) and not noun_first):
        return Tag.VERB
    if noun_first:
        return noun_verbs.noun_first(reader, token)
    if reader.has_verb:
        return _second_verb(reader)
    if reader.index == 0 and reader.ahead_is(Tag.VERB) and not _chains(token.word.verb):
        return Tag.NOUN if _happens(reader, token) else Tag.VERB
    return Tag.VERB


def _happens(reader: Reader, token: Token) -> bool:
    """`swim finish`: the first is a thing that the second happens to."""
    ahead = reader.ahead()
    happens = ahead is not None and ahead.word.verb is not None and ahead.word.verb.has("things")
    return happens and not (token.word.verb is not None and token.word.verb.has("weather"))


def _after_verb(reader: Reader, key: str, verb: Verb, noun_first: bool) -> Tag:
    """The word right behind a verb: what is wanted or done, or the next action."""
    last = not reader.phrase_ahead() and not reader.ahead_is(Tag.VERB, Tag.PREPOSITION)
    if noun_first or verb.lemma == key or verb.lemma in {"have", "get", "give"}:
        return Tag.NOUN
    if verb.lemma == "need" and key == "help":
        return Tag.NOUN
    if verb.lemma in {"want", "need", "would like", "wish"}:
        return Tag.NOUN if last and key in members("wanted alone") else Tag.VERB
    if verb.has("to", "ing", "bare", "motion", "body") or verb.lemma in {"do", "make"}:
        return Tag.VERB
    thing = verb.has("two", "two-for") and key in members("wanted")
    if reader.phrase_ahead() and not thing:
        return Tag.VERB
    return Tag.NOUN if not verb.has("alone") or key in members("wanted") else Tag.VERB


def _second_verb(reader: Reader) -> Tag:
    """Not right behind the first verb: a complement (want mum to play) or a thing."""
    last = reader.clause_verb()
    joined = reader.before is not None and reader.before.key in words.JOINING
    if joined and reader.phrase_ahead():
        return Tag.VERB
    if last is not None and last.has("two", "giving") and not last.has("telling"):
        return Tag.NOUN
    licensed = last is None or last.has(*_LICENSES)
    acts = licensed or reader.phrase_ahead() or reader.after_subject()
    acts = acts or may_be_done_when_harmed(reader.units, reader.token)
    return Tag.VERB if acts else Tag.NOUN


def _chains(verb: Verb | None) -> bool:
    """Whether another verb may follow it: like swim, stop run, help cook."""
    return verb is not None and verb.has("to", "ing", "bare", "motion", "call", "person-to")
