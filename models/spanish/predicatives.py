"""What somebody is said to be: un dragón, médica, de noche."""

from __future__ import annotations

from models.spanish.agreeing import agreement
from models.spanish.compounds import MATERIALS
from models.spanish.nouns import feminine_of
from models.spanish.phrases import Article, NounPhrase
from models.spanish.plan import Plan
from models.spanish.tokens import Word, added, said
from models.spanish.wordlist import listed
from models.spanish.writing import written


def predicative(plan: Plan, phrase: NounPhrase) -> list[Word]:
    """What somebody is: un dragón, médico, mi amigo, los tres cerditos."""
    head = phrase.head
    subject = plan.subject
    if head is not None and head.text in ("noche", "día") and subject is None and not phrase.after:
        return [added("de"), *written(phrase)] if not phrase.is_determined else written(phrase)
    if head is not None and phrase.has_flag("trade") and not phrase.after and not phrase.is_plural:
        return _trade(plan, phrase)
    if _is_made_of(subject, phrase):
        return [added("de"), *written(phrase, Article.NONE)]
    if head is not None and head.text == "verdad" and not phrase.is_determined:
        return written(phrase)
    if _belongs(subject, phrase):
        return [added("de"), *written(phrase, Article.DEFINITE)]
    shown = subject is not None and subject.determiner is not None
    if shown and phrase.quantifiers and phrase.is_plural:
        return [added("las" if phrase.feminine else "los"), *written(phrase)]
    if head is not None and phrase.classes()[0] in ("time", "weekday", "month", "season", "feast"):
        event = subject is not None and subject.classes()[0] in ("event", "feast", "media")
        return written(phrase, Article.DEFINITE if event else Article.NONE)
    if phrase.has_flag("mass") or phrase.has_flag("bare"):
        return written(phrase)
    if phrase.classes()[0] in ("event",) or (phrase.complements and not phrase.is_who):
        return written(phrase, Article.DEFINITE)
    return written(phrase, Article.INDEFINITE)


def _is_made_of(subject: NounPhrase | None, phrase: NounPhrase) -> bool:
    """puente, ser, piedra: a thing is not a stone but of stone."""
    head = phrase.head.lemma if phrase.head is not None else ""
    plain = not phrase.is_determined and not phrase.quantifiers
    return subject is not None and not subject.is_animate and plain and head in MATERIALS


_OWNED = listed("clothes toy device vehicle furniture tool text food drink dish")


def _belongs(subject: NounPhrase | None, phrase: NounPhrase) -> bool:
    """abrigo, ser, Ana: a thing is not somebody but theirs."""
    if subject is None or subject.is_animate or subject.classes()[0] not in _OWNED:
        return False
    return phrase.is_who and phrase.is_bare_name and not phrase.is_pronoun


def _trade(plan: Plan, phrase: NounPhrase) -> list[Word]:
    """médico, or médica of a woman."""
    feminine, _ = agreement(plan)
    head = phrase.head
    if head is None or not feminine or phrase.is_determined:
        return written(phrase)
    return [said(head, feminine_of(head.text))]
