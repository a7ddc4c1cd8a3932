"""How a part of a thing is: «El freno de la silla está flojo.»"""

from __future__ import annotations

from dataclasses import replace

from models.spanish import adjectives
from models.spanish.adjectives import OF_PERSONS
from models.spanish.phrases import Article, NounPhrase, Quality


def told_of_part(phrase: NounPhrase) -> tuple[NounPhrase, Quality] | None:
    """The part with the thing that it belongs to, and its state, tapped behind the thing."""
    if len(phrase.complements) != 1 or phrase.is_animate or phrase.joined or phrase.after:
        return None
    whole = phrase.complements[0]
    inner = whole.phrase
    if not whole.linked or whole.article is not Article.DEFINITE or len(inner.after) != 1:
        return None
    told = inner.after[0]
    if not _is_state_of_things(told) or not _fits(told, phrase):
        return None
    bare = replace(whole, phrase=replace(inner, after=()))
    return replace(phrase, complements=(bare,)), told


def _is_state_of_things(told: Quality) -> bool:
    lemma = told.adjective.lemma
    return adjectives.kind(lemma) == "state" and lemma not in OF_PERSONS


def _fits(told: Quality, part: NounPhrase) -> bool:
    """Whether the form that was tapped says nothing else: not *silla, floja* of a brake."""
    feminine, plural = adjectives.chosen_form(told.adjective.text, told.adjective.lemma)
    return (not feminine or part.feminine) and (not plural or part.is_plural)
