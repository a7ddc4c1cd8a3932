"""Words whose class depends on their place in a way of their own: no, like, that, her, back..."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from models.english import words
from models.english.glosses import Token
from models.english.lexicon import Tag
from models.english.reader import Reader
from models.english.tables import members

Rule = Callable[[Reader], Tag | None]


def is_person(token: Token) -> bool:
    """Whether this is how somebody is called: a name, mum."""
    noun = token.word.noun
    return token.is_name or (noun is not None and noun.is_a("parent"))


def is_described_thing(reader: Reader, token: Token) -> bool:
    """`watch, broken`, `drink, cold`, `dress, dirty`: a thing, and how it is."""
    noun, ahead = token.word.noun, reader.ahead()
    if reader.index > 0 or len(reader.tokens) != 2 or noun is None or ahead is None:
        return False
    quality = ahead.word.adjective
    if noun.is_a("person") or ahead.key in {"high", "low", "left", "right"}:
        return False
    only = Tag.ADVERB not in ahead.word.tags and ahead.word.first_choice is Tag.ADJECTIVE
    verb = token.word.verb
    links = verb is not None and verb.has("linking")
    return quality is not None and only and not quality.is_feeling and not links


def _like(reader: Reader) -> Tag | None:
    if reader.before_is(Tag.VERB):
        verb = reader.last_verb()
        return Tag.PREPOSITION if verb is not None and verb.has("linking") else Tag.VERB
    verb = reader.clause_verb()
    if reader.before_is(Tag.PRONOUN) and reader.before and reader.before.key in words.NOMINATIVE:
        return Tag.VERB
    acts = reader.has_verb and verb is not None and verb.lemma != "do"
    return Tag.PREPOSITION if acts and reader.phrase_ahead() else Tag.VERB


def _no(reader: Reader) -> Tag | None:
    """An answer, a denial, or the quantity of nothing: «No.», «I don't...», «No school.»"""
    if len(reader.tokens) == 1 or reader.token.count > 1:
        return Tag.SOCIAL
    ahead = reader.ahead()
    if ahead is None:
        return Tag.NEGATION if reader.has_verb else Tag.SOCIAL
    ends = reader.ahead(2) is None and Tag.NOUN in ahead.word.tags and not is_person(ahead)
    if ends and reader.before_is(Tag.NOUN) and not reader.has_verb:
        return Tag.QUANTITY
    if reader.before_is(Tag.NOUN) and not reader.has_verb and not reader.verb_ahead():
        return Tag.SOCIAL
    none_of = reader.noun_ahead() and not is_person(ahead)
    if ends and reader.has_verb and reader.before_is(Tag.NOUN) and ahead.word.noun is not None:
        return Tag.QUANTITY
    if ahead.key == "more" or (none_of and not reader.has_verb):
        acts = reader.before_is(Tag.PRONOUN, Tag.MODAL) and reader.verb_ahead()
        return Tag.NEGATION if acts else Tag.QUANTITY
    if none_of and reader.before_is(Tag.VERB):
        return Tag.QUANTITY
    if reader.index == 0 and (is_person(ahead) or ahead.word.first_choice is Tag.SOCIAL):
        return Tag.NEGATION if reader.verb_ahead() else Tag.SOCIAL
    return Tag.NEGATION


def _miss(reader: Reader) -> Tag | None:
    """A teacher is called so; otherwise somebody is missed."""
    ahead = reader.ahead()
    if reader.index == 0 and len(reader.tokens) == 2 and ahead and ahead.key in words.PERSONAL:
        return Tag.VERB
    called = reader.before_is(Tag.SOCIAL) or reader.ahead_is(Tag.PRONOUN, Tag.SOCIAL)
    ends = reader.ahead() is None or reader.index == 0
    return Tag.NOUN if called and ends else Tag.VERB


def _weather(reader: Reader) -> Tag | None:
    """Weather before somebody's action («bored, rain, not, go out»), or thought or feared."""
    units = [unit for unit in reader.units if unit.tag is not Tag.NEGATION]
    if units and (units[-1].tag is Tag.CONJUNCTION or units[-1].key == "it"):
        return Tag.VERB
    verb = reader.last_verb()
    ends = reader.ahead() is None or reader.ahead_is(Tag.TIME)
    if verb is not None and ends and verb.has("that") and not verb.has("ing", "who"):
        return Tag.VERB
    return Tag.VERB if reader.before_is(Tag.ADJECTIVE) and reader.verb_ahead() else None


def _pointer(reader: Reader) -> Tag | None:
    """this, that, her: which thing or whose, or somebody or something itself."""
    ahead = reader.ahead()
    named = ahead is not None and ahead.is_name
    return Tag.DETERMINER if reader.noun_ahead() and not named else Tag.PRONOUN


def _one(reader: Reader) -> Tag | None:
    return Tag.NUMBER if reader.noun_ahead() else Tag.PRONOUN


def _to(reader: Reader) -> Tag | None:
    """Before a verb, or before a place: to eat, to school; know how to dress."""
    ahead = reader.ahead()
    if ahead is None:
        return Tag.TO
    how = Tag.VERB in ahead.word.tags and reader.before_is(Tag.QUESTION)
    return Tag.TO if how or ahead.word.first_choice is Tag.VERB else Tag.PREPOSITION


def _what(reader: Reader) -> Tag | None:
    """«What big eyes you have»: no question but a cry; the noun belongs to it."""
    ahead = reader.ahead()
    described = reader.ahead_is(Tag.ADJECTIVE) and reader.noun_ahead()
    return Tag.QUANTITY if described or (ahead and ahead.key in {"a", "an"}) else Tag.QUESTION


def _when(reader: Reader) -> Tag | None:
    if reader.index > 0:
        return Tag.CONJUNCTION if reader.ahead() is not None else Tag.QUESTION
    who, what = reader.ahead(), reader.ahead(2)
    told = who is not None and what is not None and reader.ahead(3) is not None
    if told and who and what and who.key in words.PERSONAL and what.key in members("once"):
        return Tag.CONJUNCTION
    happens = {Tag.VERB, Tag.ADJECTIVE}
    predicates = sum(token.word.first_choice in happens for token in reader.tokens)
    return Tag.CONJUNCTION if predicates > 1 else Tag.QUESTION


def _before(reader: Reader) -> Tag | None:
    ahead = reader.ahead()
    if ahead is not None and ahead.key == "stroke" and reader.ahead(2) is None:
        return Tag.PREPOSITION
    if reader.ahead_is(Tag.VERB) or (reader.phrase_ahead() and _clause_ahead(reader)):
        return Tag.CONJUNCTION
    return Tag.PREPOSITION if reader.phrase_ahead() else Tag.TIME


def _clause_ahead(reader: Reader) -> bool:
    """Whether a subject with its verb follows: before *mum comes*."""
    acts = reader.ahead_is(Tag.VERB, distance=2)
    return (
        acts
        and reader.ahead_is(Tag.PRONOUN, Tag.NOUN, Tag.NAME)
        and (
            reader.has_verb or any(token.key == "i" for token in reader.tokens[reader.index + 3 :])
        )
    )


def _so(reader: Reader) -> Tag | None:
    if reader.ahead_is(Tag.ADJECTIVE, Tag.ADVERB, Tag.QUANTITY, Tag.INTENSIFIER):
        return Tag.INTENSIFIER
    return Tag.CONJUNCTION if reader.verb_ahead() and reader.index > 0 else Tag.ADVERB


def _help(reader: Reader) -> Tag | None:
    """A cry at the end of a message that has its verb, and before one that tells why."""
    verb = reader.last_verb()
    ends = reader.ahead() is None and verb is not None and verb.has("alone", "harm", "touch")
    first = reader.ahead()
    cries = first is not None and (first.key == "i" or _harm_ahead(reader))
    return Tag.SOCIAL if ends or (reader.index == 0 and cries) else None


def _harm_ahead(reader: Reader) -> bool:
    """«Help, Tom hits me»: nobody asks to help him."""
    second = reader.ahead(2)
    verb = second.word.verb if second is not None else None
    return verb is not None and verb.has("harm", "touch") and not reader.ahead_is(Tag.VERB)


def _ring(reader: Reader) -> Tag | None:
    """What a phone does, and what one wears."""
    noun = reader.before.noun if reader.before is not None else None
    rings = noun is not None and (noun.is_a("device") or noun.lemma in {"bell", "doorbell"})
    return Tag.VERB if rings and not reader.has_verb else None


def _stroke(reader: Reader) -> Tag | None:
    """An illness behind `after` or whoever has it; what one does to a cat."""
    had = reader.last_verb()
    ill = had is not None and had.lemma in {"have", "get", "suffer"}
    return Tag.NOUN if ill or reader.before_is(Tag.PREPOSITION, Tag.CONJUNCTION) else None


def _fast(reader: Reader) -> Tag | None:
    """To eat nothing, of Ramadan and other days; otherwise a speed."""
    nouns = [token.word.noun for token in reader.tokens]
    feast = any(noun is not None and noun.lemma in members("fasts") for noun in nouns)
    return Tag.VERB if feast and not reader.has_verb and not reader.verb_ahead() else None


def _home(reader: Reader) -> Tag | None:
    owned = reader.before_is(Tag.DETERMINER, Tag.PREPOSITION, Tag.ADJECTIVE)
    return Tag.NOUN if owned else Tag.PLACE


def _back(reader: Reader) -> Tag | None:
    """A part of the body, or the way back."""
    verb = reader.last_verb() if reader.before_is(Tag.VERB) else None
    whole = reader.clause_verb()
    if verb is None and whole is not None and reader.ahead() is None:
        returned = whole.has("giving", "taking", "into", "motion", "call")
        return Tag.PLACE if returned and not reader.before_is(Tag.DETERMINER) else Tag.NOUN
    if verb is None or verb.has("body", "care", "touch", "harm"):
        return Tag.NOUN
    return Tag.PLACE


BY_KEY: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "like": _like, "no": _no, "her": _pointer, "his": _pointer,
        "this": _pointer, "that": _pointer, "these": _pointer, "those": _pointer, "one": _one,
        "to": _to, "when": _when, "what": _what, "before": _before, "after": _before, "so": _so,
        "help": _help,
        "ring": _ring, "stroke": _stroke, "fast": _fast,
        "home": _home, "back": _back, "miss": _miss, "rain": _weather, "snow": _weather,
    }
)  # fmt: skip
