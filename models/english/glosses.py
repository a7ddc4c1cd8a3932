"""From the glosses of a message to its tokens: which letters are capitals, which words names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.english.lexicon import Tag, Word, lexicon
from models.english.nouns import Noun, singulars
from models.english.vocabulary import key_of, look_up

__all__ = ["Token", "key_of", "look_up", "read"]


@dataclass(frozen=True, slots=True)
class Token:
    """A gloss of the message, ready to be placed."""

    text: str
    """As it is written when it takes no ending."""
    key: str
    word: Word
    is_name: bool = False
    count: int = 1
    """How often it was tapped in a row."""


def read(glosses: Sequence[str]) -> list[Token]:
    """One token for each gloss. A capital inside a message makes a name, unless all have one."""
    mixed = any(gloss[:1].islower() for gloss in glosses)
    return [_token(gloss, mixed, len(glosses) == 1) for gloss in glosses]


def _token(gloss: str, mixed: bool, alone: bool) -> Token:
    key = key_of(gloss)
    word = look_up(gloss)
    if gloss.isupper() and len(gloss) > 1:
        return _capitals(gloss, key)
    if len(gloss) == 1 and gloss.isupper():
        return Token(gloss, key, word)
    if gloss[:1].isupper() and _is_name(gloss, key, word, mixed):
        return Token(gloss, key, _name(gloss, word), is_name=True)
    if gloss[:1].isupper() and key.endswith(("'s", "s'")) and word.tags == {Tag.DETERMINER}:
        return Token(gloss, key, word)
    if gloss[:1].isupper() and word.first_choice is not Tag.UNKNOWN and not alone:
        lowered = look_up(key)
        if _is_relative(lowered.noun):
            return Token(gloss, key, replace(lowered, text=gloss))
        return Token(lowered.text, key, lowered)
    return Token(word.text, key, word)


def _capitals(gloss: str, key: str) -> Token:
    """A gloss in capitals: an acronym, a label of a board in capitals, or letters spelled out."""
    lowered = look_up(key)
    if lexicon().is_in("acronym", gloss):
        return Token(gloss, key, replace(lowered, text=gloss))
    known = lowered.tags != {Tag.UNKNOWN}
    if " " in key and lowered.first_choice is Tag.UNKNOWN:
        known = all(look_up(part).tags != {Tag.UNKNOWN} for part in key.split())
        lowered = replace(lowered, text=key)
    return Token(lowered.text, key, lowered) if known else Token(gloss, key, look_up(gloss))


def _is_name(gloss: str, key: str, word: Word, mixed: bool) -> bool:
    """Whether a capital letter makes it a name rather than the first word of a label."""
    if " " in gloss:
        return _is_long_name(gloss, word, mixed)
    given = lexicon().is_in("given", key)
    if word.noun and word.noun.lemma == gloss and not given:
        return False
    if word.tags == {Tag.UNKNOWN} or given:
        return True
    closed = word.tags & {Tag.SOCIAL, Tag.QUESTION, Tag.NEGATION, Tag.PRONOUN, Tag.DETERMINER}
    proper = word.adjective is not None and word.adjective.lemma == gloss
    return mixed and not _is_relative(word.noun) and not closed and not proper


def _is_long_name(gloss: str, word: Word, mixed: bool) -> bool:
    """Little Red Riding Hood; not «Brush Teeth» on a board where every word has a capital."""
    if word.first_choice is Tag.PHRASE or gloss in lexicon().nouns:
        return False
    inside = any(part[:1].isupper() for part in gloss.split()[1:])
    return inside and (mixed or word.first_choice is Tag.UNKNOWN)


def _is_relative(noun: Noun | None) -> bool:
    return noun is not None and noun.is_a("parent", "kin")


def _name(gloss: str, word: Word) -> Word:
    """A name; one that ends in a plural noun is plural (Three Wise Men)."""
    last = gloss.rsplit(" ", 1)[-1].lower()
    known = lexicon().nouns
    many = " " in gloss and last not in known and any(one in known for one in singulars(last))
    return Word(gloss, frozenset({Tag.NAME}), is_plural=many, first_choice=Tag.NAME)
