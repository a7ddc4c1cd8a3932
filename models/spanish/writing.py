"""Noun phrases in words: articles, agreement, lists with commas and *y*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard

from models.spanish import adjectives, words
from models.spanish.nouns import plural, takes_el
from models.spanish.phrases import Article, Complement, NounPhrase, Quality
from models.spanish.tokens import Kind, Token, Word, added, said


def agreed(lemma: str, feminine: bool, is_plural: bool) -> str:
    """A determiner or quantifier that agrees with its noun."""
    row = words.AGREEING.get(lemma)
    if row is None:
        return adjectives.agreeing(lemma, feminine, is_plural)
    return row[2 * is_plural + feminine]


def written(phrase: NounPhrase, article: Article = Article.NONE) -> list[Word]:
    """The phrase in words, its parts agreed."""
    lead = [said(phrase.lead)] if phrase.lead is not None else []
    parts = [[*lead, *_one(phrase.single(), article)]]
    parts += [_one(other, article) for _, other in phrase.joined]
    return enumerated(parts, [None, *(conjunction for conjunction, _ in phrase.joined)])


def enumerated(parts: Sequence[list[Word]], joints: Sequence[Token | None]) -> list[Word]:
    """Parts of a list with commas and *y*; a conjunction that was tapped stands where it was."""
    made = list(parts[0]) if parts else []
    for i in range(1, len(parts)):
        conjunction = joints[i]
        if conjunction is not None and conjunction.text == "no":
            made[-1] = Word(made[-1].text + ",", made[-1].glosses)
            made.append(said(conjunction))
        elif conjunction is not None:
            made.append(said(conjunction, _before(conjunction.text, parts[i])))
        elif i == len(parts) - 1:
            made.append(added(_before("y", parts[i])))
        elif made:
            made[-1] = Word(made[-1].text + ",", made[-1].glosses)
        made += parts[i]
    return made


def _joints(qualities: Sequence[Quality]) -> list[Token | None]:
    return [quality.conjunction for quality in qualities]


def _before(conjunction: str, part: list[Word]) -> str:
    """y and o before the same sound: e, u."""
    first = part[0].text.casefold() if part else ""
    if conjunction in ("y", "e"):
        same = first.startswith(("i", "hi", "í")) and not first.startswith(("hie", "io"))
        return "e" if same else "y"
    if conjunction in ("o", "u"):
        return "u" if first.startswith(("o", "ho", "ó")) else "o"
    return conjunction


def _one(phrase: NounPhrase, article: Article) -> list[Word]:
    feminine, is_plural = phrase.single().feminine, phrase.single().is_plural
    core = _core(phrase, feminine, is_plural)
    made = _determiners(phrase, article, feminine, is_plural, core)
    made += core
    for complement in phrase.complements:
        made += _complement(complement)
    return made


def _core(phrase: NounPhrase, feminine: bool, is_plural: bool) -> list[Word]:
    made: list[Word] = []
    for quality in phrase.before:
        form = adjectives.before_noun(quality.adjective.lemma, feminine, is_plural)
        made += [*map(said, quality.degrees), said(quality.adjective, form)]
    if phrase.head is not None:
        made.append(said(phrase.head, head_form(phrase, is_plural)))
    made += enumerated([q.words(feminine, is_plural) for q in phrase.after], _joints(phrase.after))
    if phrase.possessive is not None:
        lemma = words.LONG_POSSESSIVES.get(phrase.possessive.lemma, phrase.possessive.lemma)
        form = adjectives.agreeing(lemma, feminine, is_plural)
        made.append(said(phrase.possessive, form))
    return made


def head_form(phrase: NounPhrase, is_plural: bool) -> str:
    """The noun in the number that the phrase has."""
    head = phrase.head
    if head is None:
        return ""
    if head.kind not in (Kind.NOUN, Kind.WORD) or not is_plural or head.entry.plural:
        return head.text
    if head.kind is Kind.WORD and phrase.has_flag("bare"):
        return head.text
    return plural(head.text)


def _determiners(
    phrase: NounPhrase, article: Article, feminine: bool, is_plural: bool, core: list[Word]
) -> list[Word]:
    made: list[Word] = []
    total = [q for q in phrase.quantifiers if q.lemma == "todo"]
    others = [q for q in phrase.quantifiers if q.lemma != "todo"]
    for token in total:
        made.append(said(token, agreed("todo", feminine, is_plural)))
    if phrase.determiner is not None:
        made.append(said(phrase.determiner, _determiner(phrase, feminine, is_plural, core)))
    elif total and phrase.head is not None and not phrase.is_bare_name and not others:
        made.append(added(_article_form("el", phrase, feminine, is_plural, core)))
    elif not phrase.quantifiers and phrase.head is not None:
        made += _added_article(phrase, article, feminine, is_plural, core)
    for token in others:
        made.append(said(token, _quantifier(token, phrase, feminine, is_plural)))
    return made


def _added_article(
    phrase: NounPhrase, article: Article, feminine: bool, is_plural: bool, core: list[Word]
) -> list[Word]:
    if article is Article.NONE or phrase.is_bare_name:
        return []
    if article is Article.INDEFINITE:
        if is_plural or phrase.has_flag("mass"):
            return []
        return [added(_article_form("un", phrase, feminine, is_plural, core))]
    return [added(_article_form("el", phrase, feminine, is_plural, core))]


def _article_form(
    lemma: str, phrase: NounPhrase, feminine: bool, is_plural: bool, core: Iterable[Word]
) -> str:
    """The article; *el* and *un* before a feminine noun with a stressed a: el agua."""
    first = next(iter(core), None)
    is_head = phrase.head is not None and first is not None and first.text == phrase.head.text
    if feminine and not is_plural and is_head and first is not None and takes_el(first.text):
        return lemma
    return words.AGREEING[lemma][2 * is_plural + feminine]


def _determiner(phrase: NounPhrase, feminine: bool, is_plural: bool, core: list[Word]) -> str:
    """The tapped article, demonstrative or possessive, agreed with the noun."""
    token = phrase.determiner
    if token is None:
        return ""
    if phrase.head is None and phrase.pointed is not None:
        return agreed(token.lemma, *phrase.pointed)
    if phrase.head is None and not phrase.after:
        return token.text
    if token.text == "lo":
        return "lo"
    if token.kind is Kind.ARTICLE:
        return _article_form(token.lemma, phrase, feminine, is_plural, core)
    if token.kind is Kind.NEUTER:
        return agreed(words.NEUTERS[token.text], feminine, is_plural)
    return agreed(token.lemma, feminine, is_plural)


def _quantifier(token: Token, phrase: NounPhrase, feminine: bool, is_plural: bool) -> str:
    if token.kind is Kind.ADVERB:
        return token.text
    if token.kind is Kind.NUMBER:
        if token.text in ("uno", "un", "una"):
            return "una" if feminine else ("un" if phrase.head is not None else token.text)
        if token.text.endswith("uno") and phrase.head is not None:
            return _ending_in_one(token.text, feminine)
        return token.text.replace("cientos", "cientas") if feminine else token.text
    if phrase.head is None and token.lemma in words.ALONE:
        return adjectives.agreeing(words.ALONE[token.lemma], feminine, is_plural)
    return agreed(token.lemma, feminine, is_plural)


def _ending_in_one(number: str, feminine: bool) -> str:
    """veintiún euros, treinta y una páginas."""
    stem = number.removesuffix("uno")
    return f"{stem}una" if feminine else f"{stem}ún" if stem.endswith("i") else f"{stem}un"


def _complement(complement: Complement) -> list[Word]:
    words_in = written(complement.phrase, complement.article)
    if complement.preposition:
        return [*map(said, complement.preposition), *words_in]
    return [added(complement.linked), *words_in] if complement.linked else words_in


def is_how_much(chunk: object) -> TypeGuard[Token]:
    """Whether this is the question word cuánto, which agrees with its noun."""
    return isinstance(chunk, Token) and chunk.text.startswith("cuánt")


def how_much(question: Token, phrase: NounPhrase) -> list[Word]:
    """cuánta agua, cuántos años: what is counted is many."""
    counted = not phrase.has_flag("mass") and phrase.classes()[0] != "weather"
    form = adjectives.agreeing("cuánto", phrase.feminine, counted)
    words_in = written(phrase)
    if counted and not phrase.is_plural and phrase.head is not None:
        many = replace(phrase.head, entry=replace(phrase.head.entry, plural=True))
        head = replace(many, text=plural(many.text))
        words_in = written(replace(phrase, head=head))
    return [said(question, form), *words_in]
