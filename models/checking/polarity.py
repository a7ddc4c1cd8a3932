"""Does the sentence deny and ask exactly where the message does?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.meaning import Addition, Kind, Trait
from models.checking.message import Message
from models.engine import SentenceType

_CONCORD: Final = frozenset({"nada", "nadie", "nunca", "jamás", "tampoco", "ni"})
"""Spanish words that want a second *no* when they stand behind the verb."""


def reasons(evidence: Evidence) -> Iterator[str]:
    yield from _polarity(evidence)
    yield from _scope(evidence)
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


def _scope(evidence: Evidence) -> Iterator[str]:
    """A *no* right before a verb denies that verb and no other one."""
    message = evidence.message
    said = [
        (place, part.source)
        for place, part in enumerate(evidence.parts)
        if part.source is not None and message.meanings[part.source].is_a(Kind.VERB)
    ]
    for gloss, word in enumerate(message.glosses):
        denied = _denied_verb(message, gloss) if word.lower() in ("no", "not") else None
        places = evidence.places_of(gloss)
        if denied is None or not places or denied not in {source for _, source in said}:
            continue
        behind = next((source for place, source in said if place > places[0]), None)
        before = next((source for place, source in reversed(said) if place < places[0]), None)
        is_helped = evidence.lexis.has_fixed_order and places[0] > 0
        is_helped = is_helped and evidence.parts[places[0] - 1].source == denied  # cannot
        is_denied = behind == denied and not _is_past_another(evidence, gloss, places[0], denied)
        if not (is_denied or is_helped or _is_raised(message, denied, behind, before)):
            yield f"it does not deny {message.glosses[denied]}"
    yield from _contrast(evidence)


def _is_past_another(evidence: Evidence, negation: int, place: int, denied: int) -> bool:
    """*Las setas no son venenosas, cógelas*: between the *no* and what it denies stands what was
    chosen before the *no*."""
    verb = evidence.places_of(denied)[0]
    between = [part.source for part in evidence.parts[place + 1 : verb] if part.source is not None]
    telling = (Kind.ADJECTIVE, Kind.STATE)
    return any(at < negation and evidence.message.meanings[at].is_a(*telling) for at in between)


def _contrast(evidence: Evidence) -> Iterator[str]:
    """*afeitar, barba, no, bigote*: of two things it is the second that is not meant."""
    message, things = evidence.message, (Kind.NOUN, Kind.ANIMATE)
    for gloss in range(1, len(message.glosses) - 1):
        before, after = message.meanings[gloss - 1], message.meanings[gloss + 1]
        is_last = gloss + 2 == len(message.glosses)
        is_denial = message.glosses[gloss].lower() in ("no", "not") and is_last
        if not (is_denial and before.is_a(*things) and after.is_a(*things)):
            continue
        if before.is_a(Kind.TIME) or message.is_question:
            continue
        for place in evidence.places_of(gloss):
            named = [
                part.source
                for part in evidence.parts[place + 1 :]
                if part.source is not None and message.meanings[part.source].is_a(*things)
            ]
            if named[:1] == [gloss - 1]:
                yield f"it denies {message.glosses[gloss - 1]}"


def _denied_verb(message: Message, negation: int) -> int | None:
    """The verb right behind a negation, but for small words; None where something else is."""
    for at in range(negation + 1, len(message.glosses)):
        meaning = message.meanings[at]
        if meaning.is_a(Kind.VERB):
            return at
        if meaning.is_a(Kind.NOUN, Kind.ADJECTIVE, Kind.ANIMATE, Kind.STATE):
            return None
    return None


def _is_raised(message: Message, denied: int, *instead: int | None) -> bool:
    """*I don't want mum to go*: the denial stands with the verb that what is denied hangs on."""
    return any(
        at is not None and at < denied and Trait.RAISING in message.meanings[at].traits
        for at in instead
    )


def _question(evidence: Evidence) -> Iterator[str]:
    message = evidence.message
    if message.is_question and not evidence.is_question:
        yield "it is no question"
    may_ask = message.asks_with_a_word or message.is_invitation
    may_ask = may_ask or any("?" in gloss for gloss in message.glosses)
    if evidence.is_question and not message.is_question and not may_ask:
        yield "it is a question"


def _exclamation(evidence: Evidence) -> Iterator[str]:
    wanted = evidence.message.controls.sentence_type is SentenceType.EXCLAMATION
    if wanted and "!" not in evidence.sentence:
        yield "it is no exclamation"
