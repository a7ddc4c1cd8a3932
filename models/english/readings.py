"""The other readings of the same words: another tense, a request for a statement, the for a."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from models.engine import Tense
from models.english import words
from models.english.clauses import Clause, Mood, Supplied
from models.english.messages import Message, say
from models.english.phrases import Nominal, Quality, join
from models.english.tenses import Reading, settings, verb_of

SUPPLIED: Final = frozenset({"we", "you", "'re"})
"""Words that only an alternative may add: who else might be meant by a question."""


def others(message: Message) -> Iterator[str]:
    """Readings of a message in words, the likelier first; some may say the same."""
    main = message.clauses[0] if len(message.clauses) == 1 else None
    if main is not None:
        yield from _by_mood(message, main)
        yield from _by_speaker(message, main)
        yield from _by_tense(message, main)
        yield from _of_list(message, main)
    yield say(message, Reading(swap_articles=True))


def _say(message: Message, clause: Clause) -> str:
    """The message with its only clause replaced."""
    parts = tuple(
        replace(part, clauses=(("", clause),)) if part.clauses else part for part in message.parts
    )
    return say(Message(parts, message.mark), Reading())


def _by_mood(message: Message, clause: Clause) -> Iterator[str]:
    """A request as something one does oneself, and the other way about."""
    if clause.verb is None or clause.modal is not None or message.mark == "?":
        return
    verb = verb_of(clause)
    called = clause.calls or clause.calls_last
    if clause.mood is Mood.REQUEST and not called and verb.has("care", "ask", "play"):
        at_me = any(isinstance(piece, Nominal) and piece.is_first_person for piece in clause.rest)
        if not at_me:
            yield _say(message, replace(clause, mood=Mood.STATEMENT, supplied=Supplied.I))
    if clause.mood is not Mood.STATEMENT or verb.has("self", "state", "be", "weather"):
        return
    listener = clause.subject is not None and clause.subject.pronoun is words.YOU
    if listener or (clause.supplied is Supplied.I and clause.tense is None):
        asked = replace(clause, mood=Mood.REQUEST, subject=None, supplied=Supplied.NONE)
        yield _say(message, asked)


def _by_speaker(message: Message, clause: Clause) -> Iterator[str]:
    """«What are we doing tomorrow?», where nobody was tapped."""
    if message.mark != "?" or clause.verb is None:
        return
    if clause.mood is Mood.FRAGMENT and not clause.question:
        clause = replace(clause, mood=Mood.QUESTION, supplied=Supplied.I)
        yield _say(message, clause)
    if clause.supplied is Supplied.I:
        parts = tuple(
            replace(part, clauses=(("", clause),)) if part.clauses else part
            for part in message.parts
        )
        for somebody in (words.WE, words.YOU):
            yield say(Message(parts, message.mark), Reading(subject=somebody))


def _by_tense(message: Message, clause: Clause) -> Iterator[str]:
    if clause.verb is None and not clause.copula:
        return
    if clause.mood not in {Mood.STATEMENT, Mood.QUESTION} or clause.tense is not None:
        return
    how = settings(clause, Reading())
    acts = not clause.copula and not verb_of(clause).has("state", "be")
    if acts and how.tense is Tense.PRESENT:
        yield say(message, Reading(progressive=not how.progressive))
    other = Tense.PRESENT if how.tense is Tense.PAST else Tense.PAST
    yield say(message, Reading(tense=other))


def _of_list(message: Message, clause: Clause) -> Iterator[str]:
    """`mummy, car`: whose it may be; `angry, mum`: who may be angry."""
    if clause.mood is not Mood.FRAGMENT or clause.verb or clause.question or clause.negated:
        return
    nouns = [piece for piece in clause.rest if isinstance(piece, Nominal)]
    if clause.opening or len(nouns) != len(clause.rest):
        return
    if len(nouns) == 2:
        yield from _of_two(message, clause, *nouns)
    elif len(nouns) == 1 and nouns[0].is_described and nouns[0].is_person:
        yield from _of_described(message, clause, nouns[0])


def _of_two(message: Message, clause: Clause, first: Nominal, second: Nominal) -> Iterator[str]:
    if first.is_called and not second.is_person and not second.is_determined:
        yield _say(message, replace(clause, rest=(replace(second, owner=first),)))
    if first.is_person and second.is_person:
        yield _say(message, replace(clause, rest=(join(first, second),)))


def _of_described(message: Message, clause: Clause, one: Nominal) -> Iterator[str]:
    quality = Quality((one.lead[-1],))
    somebody = replace(one, lead=one.lead[:-1])
    said = replace(clause, mood=Mood.STATEMENT, copula=True)
    yield _say(message, replace(said, subject=somebody, rest=(quality,)))
    if quality.is_feeling:
        yield _say(message, replace(said, supplied=Supplied.I, rest=(quality, somebody)))
