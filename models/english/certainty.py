"""What the rules know better than a model: constructions that leave no choice once they are seen.

A model that has hardly met them prefers what it knows: «I know who to do it» for «who did it».
"""

from __future__ import annotations

import itertools
from collections.abc import Collection

from models.english import words
from models.english.clauses import Clause, Mood
from models.english.clausing import THEN
from models.english.inflections import pieces
from models.english.lexicon import Tag
from models.english.messages import Message
from models.english.phrases import Nominal, is_action, is_unit
from models.english.reader import Unit
from models.english.tables import members
from models.english.tenses import Reading, settings, verb_of


def is_sure(message: Message, text: str, spoken: Collection[str]) -> bool:
    """Whether one of these constructions decided how the message is said."""
    if "than" in pieces(text) and "than" not in spoken:
        return True
    if text.startswith("Don't ") and {"do", "don't", "do not"} & set(spoken):
        return True
    joined = [pair for part in message.parts for pair in part.clauses]
    return any(joiner == THEN or _is_told(joiner, clause) for joiner, clause in joined)


def _is_told(joiner: str, clause: Clause) -> bool:
    called = any(one.key in members("assistants") for one in clause.calls)
    exists = clause.subject is not None and clause.subject.head.key == "there"
    rains = joiner in words.CONDITIONS and verb_of(clause).has("weather")
    return called or exists or rains or _is_verbal(clause)


def _is_verbal(clause: Clause) -> bool:
    if clause.verb is None and not clause.copula:
        return False
    verb, first = verb_of(clause), clause.rest[0] if clause.rest else None
    lasts = clause.mood is not Mood.FRAGMENT and settings(clause, Reading()).perfect
    asked = clause.mood is Mood.QUESTION and verb.lemma in members("asked of things")
    bids = clause.mood is Mood.REQUEST and isinstance(first, Nominal) and first.is_first_person
    wishes = verb.lemma == "wish" and any(is_unit(piece, Tag.MODAL) for piece in clause.rest)
    return lasts or wishes or (asked and clause.subject is not None) or bids or _knows_who(clause)


def _knows_who(clause: Clause) -> bool:
    """`I, know, who, do, it`: who did it."""
    return any(
        isinstance(piece, Unit) and piece.key == "who" and is_action(behind)
        for piece, behind in itertools.pairwise(clause.rest)
    )
