"""Where and when: nouns of place and time with their prepositions."""

from __future__ import annotations

from models.english.lexicon import Tag
from models.english.nominals import Article, core, governed
from models.english.nouns import Count
from models.english.phrases import Nominal
from models.english.tables import members


def located(nominal: Nominal) -> str:
    """in the park, at school, on the table, at home."""
    if nominal.parts:
        first = located(nominal.parts[0]).split(" ", 1)[0]
        return f"{first} {governed(nominal, Article.THE)}"
    article = Article.THE
    if nominal.leads("new", "different"):
        article = Article.A
    elif not nominal.lead and (nominal.is_a("bed") or nominal.count is Count.BARE):
        article = Article.NONE
    return f"{preposition_of(nominal)} {governed(nominal, article)}"


def preposition_of(nominal: Nominal) -> str:
    """The preposition of something that is there."""
    noun = nominal.head.noun
    if noun is None:
        return "in"
    if nominal.is_a("vehicle"):
        return "on" if noun.lemma in members("on board") else "in"
    if nominal.owner is not None and nominal.key in {"house", "home", "place", "flat"}:
        return "at"
    if nominal.is_a("home") and noun.preposition is None:
        return "at"
    return noun.preposition or ("with" if nominal.is_person else "in")


def moment(nominal: Nominal) -> str:
    """on Monday, in the morning, at night, next week, a minute."""
    if nominal.parts:
        first = moment(nominal.parts[0])
        others = [core(part) for part in nominal.parts[1:]]
        return f"{', '.join([first, *others[:-1]])} {nominal.joiner} {others[-1]}"
    noun = nominal.head.noun
    if noun is None:
        return core(nominal)
    if noun.preposition is None:
        once = not nominal.lead and not nominal.is_plural
        return governed(nominal, Article.A) if once else core(nominal)
    counted = any(unit.tag is Tag.NUMBER or unit.key.isdecimal() for unit in nominal.lead)
    if counted or nominal.leads(*members("no preposition")):
        return core(nominal)
    article = Article.THE if "the" in noun.kinds else Article.NONE
    return f"{noun.preposition} {governed(nominal, article)}"
