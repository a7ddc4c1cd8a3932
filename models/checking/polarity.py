"""Does the sentence deny and ask exactly where the message does?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.message import Addition, Kind
from models.engine import SentenceType

_CONCORD: Final = frozenset({"nada", "nadie", "nunca", "jamás", "tampoco", "ni"})
"""Spanish words that want a second *no* when they stand behind the verb."""


def reasons(evidence: Evidence) -> Iterator[str]:
    yield from _polarity(evidence)
    yield from _question(evidence)
    yield from _exclamation(evidence)


def _polarity(evidence: Evidence) -> Iterator[str]:
    """Chosen negations are words like others, so that a lost one is a missing word."""
    added = sum(addition is Addition.NEGATION for addition in evidence.additions)
    chosen = {part.text for part in evidence.parts if evidence.expresses(part, Kind.NEGATION)}
    is_negative = bool(chosen) or evidence.message.has(Kind.NEGATION)
    wanted = 1 if evidence.message.controls.negative and not is_negative else 0
    doubled = 1 if any(word in _CONCORD or word.startswith("ning") for word in chosen) else 0
    said = {part.text for part in evidence.parts}
    if wanted and any(word in _CONCORD for word in said):
        doubled = 1
    if added < wanted:
        yield "it is not negative"
    if added > wanted + doubled:
        is_denial = is_negative or wanted
        yield "it has one negation too many" if is_denial else "it is negative"


def _question(evidence: Evidence) -> Iterator[str]:
    message = evidence.message
    if message.is_question and not evidence.is_question:
        yield "it is no question"
    may_ask = message.asks_with_a_word or any("?" in gloss for gloss in message.glosses)
    if evidence.is_question and not message.is_question and not may_ask:
        yield "it is a question"


def _exclamation(evidence: Evidence) -> Iterator[str]:
    wanted = evidence.message.controls.sentence_type is SentenceType.EXCLAMATION
    if wanted and "!" not in evidence.sentence:
        yield "it is no exclamation"
