"""Everything that a gloss may be: its classes, and how it behaves in each of them."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from models.english import nouns, spelling, words
from models.english.lexicon import Adjective, Tag, Word, lexicon
from models.english.nouns import Count, Noun
from models.english.tables import members
from models.english.times import tense_of
from models.english.verbs import Verb, VerbForm

_SENTENCE_START: Final = re.compile(
    r"(i|i'm|i've|i'd|i'll|it|it's|that's|this is|there|there's|you|you're|he|he's|she|she's|we|"
    r"we're|they|they're|what|what's|where|where's|who|who's|how|why|when|which|can i|can you|"
    r"could|do you|are you|is it|have you|don't|no|not|let's|please|my name|me|shall|may i|"
    r"something is|merry|and)\b",
)
_PUNCTUATED: Final = re.compile(r"[?!.,;:…]$|[?!] |\.\.\.")
_HOUR: Final = re.compile(r"\d{1,2}[:.]\d\d")
_APOSTROPHES: Final = str.maketrans("’‘´`", "''''")
_RANK: Final = (
    Tag.SOCIAL, Tag.NEGATION, Tag.QUESTION, Tag.MODAL, Tag.TIME, Tag.CONJUNCTION, Tag.TO,
    Tag.DETERMINER, Tag.QUANTITY, Tag.NUMBER, Tag.PRONOUN, Tag.PREPOSITION, Tag.PARTICLE,
    Tag.PLACE, Tag.ADVERB, Tag.INTENSIFIER, Tag.ADJECTIVE, Tag.VERB, Tag.NOUN,
)  # fmt: skip
"""Which class a word of several has before its neighbours are looked at."""
_KEPT_TRAITS: Final = frozenset({"ask", "care", "call", "harm", "touch", "giving", "telling"})


def key_of(text: str) -> str:
    """The gloss as the tables spell it."""
    return text.lower().translate(_APOSTROPHES)


@functools.lru_cache(maxsize=4096)
def look_up(text: str) -> Word:
    """Everything a gloss may be. An unknown one is Tag.UNKNOWN and stays as it is."""
    key = key_of(text)
    if key == "i":
        return Word("I", frozenset({Tag.PRONOUN}), first_choice=Tag.PRONOUN)
    tags = set(lexicon().closed.get(key, ()))
    verb, form = _verb(key)
    noun, many = _noun(text, key)
    adjective = _adjective(key)
    if not (tags or verb or noun or adjective):
        return _unlisted(text, key)
    if verb:
        tags.add(Tag.VERB)
    if noun:
        tags.add(Tag.NOUN)
    if adjective:
        tags.add(Tag.ADJECTIVE)
    written = _written(text, key, noun, adjective)
    word = Word(written, frozenset(tags), verb, form, noun, many, adjective)
    return replace(word, first_choice=_first_choice(key, word))


def _written(text: str, key: str, noun: Noun | None, adjective: Adjective | None) -> str:
    """Monday and English have their capital even where the label has none."""
    for known in (noun, adjective):
        if known is not None and known.lemma != key and known.lemma.lower() == key:
            return known.lemma
    return key if text.isupper() else text


def _first_choice(key: str, word: Word) -> Tag:
    if key in members("open first") or not lexicon().closed.get(key):
        adjective_first = key in members("adjective first")
        if Tag.ADJECTIVE in word.tags and (adjective_first or not word.verb):
            return Tag.NOUN if word.noun and not adjective_first else Tag.ADJECTIVE
        if word.noun and (not word.verb or key in members("noun first") or word.is_plural):
            return Tag.NOUN
        if word.verb:
            return Tag.VERB
    return next((tag for tag in _RANK if tag in word.tags), Tag.UNKNOWN)


def _verb(key: str) -> tuple[Verb | None, VerbForm]:
    lex = lexicon()
    bare = key.removeprefix("to ")
    if bare in lex.verbs:
        return lex.verbs[bare], VerbForm.BASE
    if key in lex.verb_forms:
        lemma, form = lex.verb_forms[key]
        return lex.verbs[lemma], form
    return None, VerbForm.BASE


def _noun(text: str, key: str) -> tuple[Noun | None, bool]:
    table = lexicon().nouns
    known = table.get(text) or table.get(key)
    if known:
        return known, known.count is Count.PLURAL
    found = next((table[one] for one in nouns.singulars(key) if one in table), None)
    return found, found is not None


def _adjective(key: str) -> Adjective | None:
    """The adjective, also of a comparative or superlative (bigger, biggest)."""
    table = lexicon().adjectives
    if key in table:
        return table[key]
    for ending in ("est", "er"):
        stem = key.removesuffix(ending)
        if stem == key or len(stem) < 3:
            continue
        for base in (stem, stem + "e", stem[:-1], stem[:-1] + "y"):
            if base in table and f"{spelling.graded(base)}{ending}" == key:
                return replace(table[base], lemma=key)
    return None


def _unlisted(text: str, key: str) -> Word:
    """A gloss that no table lists: an owner, a phrase by its first or last word, or unknown."""
    if key.isdecimal() or _HOUR.fullmatch(key):
        return Word(text, frozenset({Tag.NUMBER}), first_choice=Tag.NUMBER)
    found = _owner(text, key)
    if found is None and " " in key and tense_of(key) is not None:
        written = f"the {text}" if key.startswith("day ") else text
        return Word(written, frozenset({Tag.TIME}), first_choice=Tag.TIME)
    if found is None and " " in key:
        if _PUNCTUATED.search(key) or _SENTENCE_START.match(key):
            return Word(text, frozenset({Tag.PHRASE}), first_choice=Tag.PHRASE)
        found = _verb_phrase(key) or _compound(text, key)
    return found or Word(text, frozenset({Tag.UNKNOWN}))


def _owner(text: str, key: str) -> Word | None:
    """`mum's`, `Leo's`: an owner stands like a determiner."""
    base = key.removesuffix("'s") if key.endswith("'s") else key.removesuffix("'")
    if base == key or not (text[:1].isupper() or base in lexicon().nouns):
        return None
    return Word(text, frozenset({Tag.DETERMINER}), first_choice=Tag.DETERMINER)


def _verb_phrase(key: str) -> Word | None:
    """`brush teeth`, `put on gloves`: the first word is inflected, the rest stands."""
    bare = key.removeprefix("to ")
    head, _, rest = bare.partition(" ")
    verb, form = _verb(head)
    if not verb or not rest or rest == head or (form is VerbForm.GERUND and _noun(rest, rest)[0]):
        return None
    second = rest.split(" ", 1)[0]
    after = lexicon().closed.get(second, frozenset())
    if head in members("noun first") or head in members("adjective first"):
        noun, _ = _noun(second, second)
        ownable = noun is not None and noun.is_a("body", "clothes")
        if not (ownable or after & {Tag.PARTICLE, Tag.DETERMINER}):
            return None
    whole = Verb(
        f"{verb.lemma} {rest}",
        (verb.traits & _KEPT_TRAITS) | {"alone"},
        MappingProxyType({"place": "loc", "*": "with"}),
    )
    if rest == second and Tag.PARTICLE in after:
        whole = Verb(whole.lemma, verb.traits - {"alone", "self"}, verb.frames)
    written = bare if form is not VerbForm.BASE else whole.lemma
    return Word(written, frozenset({Tag.VERB}), whole, form, first_choice=Tag.VERB)


def _compound(text: str, key: str) -> Word | None:
    """`swimming teacher`, `glass of milk`: the head decides what it is."""
    head = key.partition(" of ")[0].split(" ")[-1]
    noun, many = _noun(head, head)
    if not noun:
        return None
    first = key.split(" ", 1)[0]
    determined = first in words.ARTICLES | words.POSSESSIVES or first in {"this", "that"}
    count = Count.BARE if determined or _owner(first, first) else noun.count
    compound = Noun(key if text.isupper() else text, noun.kinds, count, noun.preposition)
    return Word(
        compound.lemma, frozenset({Tag.NOUN}), noun=compound, is_plural=many, first_choice=Tag.NOUN
    )
