"""A planned clause in words: subject, verb group with clitics, complements, in Spanish order."""

from __future__ import annotations

from dataclasses import replace

from models.spanish import complements
from models.spanish.agreeing import quality_agreement
from models.spanish.arrangement import arrange
from models.spanish.clause import frame_of
from models.spanish.complements import is_bare_hour
from models.spanish.conjugator import Person
from models.spanish.phrases import (
    Adverbial,
    Article,
    Chunk,
    Infinitive,
    NounPhrase,
    Prepositional,
    Quality,
)
from models.spanish.plan import Plan
from models.spanish.tokens import Token, Word, added, said
from models.spanish.verbgroup import dependent_verb, verb_group, you_written
from models.spanish.writing import how_much, is_how_much, written


def render(plan: Plan) -> list[Word]:
    """The clause in words, without marks at its ends."""
    made: list[Word] = []
    for chunk in plan.opening:
        made += opening_words(chunk)
    made += _asked(plan)
    made += _experiencer(plan)
    subject = _subject(plan)
    behind = plan.subject_behind or _inverted(plan)
    if subject and not behind:
        made += subject
    for chunk in plan.inner:
        made += opening_words(chunk)
    group = verb_group(plan)
    made += group.verbs
    if subject and behind:
        made += subject
    made += group.behind
    if plan.meanwhile is not None:
        arranged = arrange(plan, plan.meanwhile, 1)
        made += [added("al"), *dependent_verb(plan, plan.meanwhile, arranged, []), *arranged.words]
    for call in plan.calls:
        made[-1] = replace(made[-1], text=made[-1].text + ",")
        made += written(call)
    for chunk in plan.after:
        made += chunk_words(chunk, plan)
    return made


def opening_words(chunk: Chunk) -> list[Word]:
    """A time phrase or adverb before the verb."""
    if isinstance(chunk, NounPhrase):
        return complements.time_words(chunk)
    if isinstance(chunk, Prepositional):
        return complements.tapped(chunk, None)
    return chunk_words(chunk, None)


def chunk_words(chunk: Chunk, plan: Plan | None) -> list[Word]:
    """A phrase on its own, without anything that a verb would add."""
    if isinstance(chunk, NounPhrase):
        return written(chunk)
    if isinstance(chunk, Prepositional):
        return complements.tapped(chunk, None)
    if isinstance(chunk, Adverbial):
        at = [added("a")] if plan is None and is_bare_hour(chunk) else []
        return [*at, *map(said, chunk.tokens)]
    if isinstance(chunk, Infinitive):
        return [*map(said, chunk.prepositions), Word(chunk.verb.lemma + ",", chunk.verb.glosses)]
    if isinstance(chunk, Quality):
        feminine, is_plural = quality_agreement(plan, chunk) if plan is not None else (False, False)
        joint = [said(chunk.conjunction)] if chunk.conjunction is not None else []
        return [*joint, *chunk.words(feminine, is_plural)]
    return [said(chunk)]


def _asked(plan: Plan) -> list[Word]:
    made: list[Word] = []
    for i, chunk in enumerate(plan.asked):
        following = plan.asked[i + 1] if i + 1 < len(plan.asked) else None
        if is_how_much(chunk) and isinstance(following, NounPhrase):
            return [*made, *how_much(chunk, following)]
        made += written(chunk) if isinstance(chunk, NounPhrase) else chunk_words(chunk, plan)
    return made


def _experiencer(plan: Plan) -> list[Word]:
    """A mamá (le gusta); nothing for me and you."""
    phrase = plan.experiencer
    if phrase is None:
        return []
    third = phrase.person in (Person.THIRD, Person.THIRD_PLURAL)
    if phrase.is_pronoun and not phrase.joined and not third:
        return []
    to = [added("a")] if phrase.lead is None else []
    return [*to, *written(phrase, Article.DEFINITE)]


def _subject(plan: Plan) -> list[Word]:
    if plan.subject is None or not plan.shows_subject:
        return []
    you = you_written(plan.subject, plan)
    if you is not None:
        return you
    some = ("quedar", "faltar", "sobrar", "apetecer")
    exists = frame_of(plan.main.verb).verb in some and plan.subject_behind
    indefinite = exists and not plan.subject.is_animate
    return written(plan.subject, Article.INDEFINITE if indefinite else Article.DEFINITE)


def _inverted(plan: Plan) -> bool:
    """Whether the subject of a question stands behind the verb."""
    if plan.subject is None:
        return False
    if plan.asked:
        why = any(isinstance(c, Token) and c.text == "por qué" for c in plan.asked)
        return not (why and plan.last.complements)
    if not plan.question:
        return False
    has_noun = any(isinstance(c, NounPhrase) for c in plan.last.complements)
    return not has_noun and len(plan.steps) == 1 and not plan.perfect
