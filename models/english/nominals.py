"""Noun phrases in words: article, number and case."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final

from models.english import nouns, spelling
from models.english.lexicon import Tag, lexicon
from models.english.nouns import Count
from models.english.phrases import Nominal
from models.english.reader import Unit
from models.english.tables import members


class Article(Enum):
    """The article that a place in the sentence asks for; the noun may refuse it."""

    THE = "the"
    A = "a"
    NONE = ""
    MY = "my"
    HIS = "his"
    HER = "her"
    ITS = "its"
    THEIR = "their"
    YOUR = "your"
    GENERIC = "plural"
    """Things of a kind in general: I like apples."""
    SEVERAL = "several"
    """Plural also behind a possessive: they are my friends."""


class Case(Enum):
    """The form of a pronoun."""

    SUBJECT = "subject"
    OBJECT = "object"
    TAPPED = "as tapped"


_NO_ARTICLE: Final = (
    "language", "sport", "pastime", "meal", "parent", "country", "city", "day", "colour", "season",
)  # fmt: skip
_ONE: Final = frozenset({"a", "an", "one", "this", "that"})
_OF: Final = {"lots": "lots of", "a lot": "a lot of", "plenty": "plenty of"}


def subject(nominal: Nominal, article: Article = Article.THE) -> str:
    """The phrase as the subject of its verb."""
    return _write(nominal, article, Case.SUBJECT)


def governed(nominal: Nominal, article: Article) -> str:
    """The phrase as an object, or behind a preposition."""
    return _write(nominal, article, Case.OBJECT)


def bare(nominal: Nominal) -> str:
    """The phrase with the words that were tapped and no others."""
    return _write(nominal, Article.NONE, Case.TAPPED)


def _write(nominal: Nominal, article: Article, case: Case) -> str:
    if nominal.parts:
        return listed((_write(part, article, case) for part in nominal.parts), nominal.joiner)
    if nominal.pronoun and case is not Case.TAPPED:
        pronoun = nominal.pronoun
        form = pronoun.subject if case is Case.SUBJECT else pronoun.object
        return ", ".join([form] * nominal.head.token.count)
    if article is not Article.NONE and nominal.lead and nominal.lead[0].key == "other":
        return f"the {core(nominal, article)}"
    return _article(nominal, article) + core(nominal, article)


def listed(members: Iterable[str], joiner: str = "and") -> str:
    """`a, b and c`."""
    *first, last = members
    return f"{', '.join(first)} {joiner} {last}" if first else last


def core(nominal: Nominal, article: Article = Article.NONE) -> str:
    """The phrase without an article: words in order, the head in its number."""
    lead = [_lead_word(unit, nominal) for unit in nominal.lead]
    if nominal.owner is not None:
        mine = Article.MY if nominal.owner.is_a("kin") else Article.THE
        lead.insert(0, spelling.possessive(governed(nominal.owner, mine)))
    head = ", ".join([_head(nominal, article)] * nominal.head.token.count)
    tail = [unit.said for unit in nominal.tail]
    if nominal.tail and nominal.head.tag is Tag.NOUN:
        lead, tail = lead + tail, []
    if nominal.of is not None:
        measured = nominal.key in members("measures")
        known = nominal.of.is_person or nominal.key in members("pictures")
        known = known or (article is Article.THE and not measured)
        tail += ["of", governed(nominal.of, Article.THE if known else Article.NONE)]
    if nominal.where is not None:
        told = nominal.where
        tail += [told.preposition.text, governed(told.nominal, Article.THE)]
    return " ".join([*lead, head, *tail])


def _lead_word(unit: Unit, nominal: Nominal) -> str:
    if unit.key in {"a", "an"}:
        return spelling.article(_after(unit, nominal))
    if unit.tag is Tag.QUANTITY and unit.key in _OF:
        return _OF[unit.key]
    if unit.key in {"all", "both"} and _wants_the(unit, nominal):
        return f"{unit.said} the"
    return unit.said


def _after(unit: Unit, nominal: Nominal) -> str:
    place = nominal.lead.index(unit)
    if place + 1 < len(nominal.lead):
        return nominal.lead[place + 1].text
    return _head(nominal, Article.NONE)


def _wants_the(unit: Unit, nominal: Nominal) -> bool:
    """`all the children`; but all my friends, all water."""
    others = [other for other in nominal.lead if other is not unit]
    determined = any(other.tag in {Tag.DETERMINER, Tag.NUMBER} for other in others)
    several = nominal.is_a("person", "animal", "food", "toy", "clothes")
    return several and not determined and nominal.count is not Count.MASS


def _head(nominal: Nominal, article: Article) -> str:
    head, noun = nominal.head, nominal.head.noun
    if noun is None or head.word.is_plural or noun.count is not Count.COUNT:
        return head.text
    generic = article is Article.GENERIC and not nominal.is_determined
    owned = not any(unit.tag is Tag.QUANTITY or unit.key in _ONE for unit in nominal.lead)
    several = generic or nominal.counted_plural or (article is Article.SEVERAL and owned)
    return nouns.plural(head.text) if several else head.text


def is_superlative(nominal: Nominal) -> bool:
    """the best cake, the biggest ball."""
    graded = (unit.key for unit in nominal.lead if unit.tag is Tag.ADJECTIVE)
    return any(key in members("superlatives") or _ends_superlative(key) for key in graded)


def _ends_superlative(key: str) -> bool:
    known = lexicon().adjectives
    stem = key.removesuffix("est")
    bases = (stem, stem + "e", stem[:-1], stem[:-1] + "y")
    return stem != key and key not in known and any(base in known for base in bases)


def takes_article(nominal: Nominal) -> bool:
    """Whether an article can be added at all."""
    if nominal.is_determined or nominal.parts:
        return False
    if nominal.head.key in {"one", "ones"} and nominal.lead:
        return True
    noun = nominal.head.noun
    if noun is None or (noun.lemma in members("lessons") and not nominal.is_described):
        return False
    if noun.lemma in members("in general") and not nominal.is_described and nominal.of is None:
        return False
    if noun.count is Count.BARE and not nominal.is_described:
        return False
    the = "the" in noun.kinds
    if noun.is_a(*_NO_ARTICLE):
        return the
    return the or not noun.lemma[:1].isupper() or noun.is_a("device", "clothes")


def _article(nominal: Nominal, article: Article) -> str:
    if article in {Article.NONE, Article.GENERIC, Article.SEVERAL} or not takes_article(nominal):
        several = nominal.head.tag is Tag.NAME and nominal.head.word.is_plural
        return "the " if several and article is not Article.NONE else ""
    if article is not Article.A:
        return f"{article.value} "
    noun = nominal.head.noun
    if noun is None or (noun.count is not Count.MASS and not nominal.is_plural):
        unique = noun is not None and "the" in noun.kinds and not noun.is_a("place")
        return "the " if unique else spelling.article(core(nominal)) + " "
    return ""
