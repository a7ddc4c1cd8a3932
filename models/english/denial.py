"""What a `not` in the middle of a message denies: what was tapped behind it, and no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.english.lexicon import Tag
from models.english.phrases import Nominal, Piece, Quality, is_action, is_unit
from models.english.reader import Unit
from models.english.tables import members
from models.english.words import DEMONSTRATIVES, NOMINATIVE

_SHIFTING: Final = (
    "want", "would like", "'d like", "need", "like", "love", "think", "believe", "suppose",
    "expect", "let's", "let us", "go", "come", "can", "be", "feel", "do",
)  # fmt: skip
"""Verbs that are denied themselves when what they lead to is: want, not, go."""
_SMALL: Final = (Tag.NEGATION, Tag.ADVERB, Tag.TIME, Tag.INTENSIFIER)


def denied_apart(pieces: Sequence[Piece], place: int) -> str | None:
    """What joins a `not` here that begins words of its own, None where it does not.

    «I want tea, not coffee», «I'm sleepy and I don't want to eat».
    """
    if _feels_and_asks(pieces, place):
        return ","
    if _feels_and_acts(pieces, place):
        return "and"
    if not _is_apart(pieces, place):
        return None
    feels = isinstance(pieces[place - 1], Quality) and any(map(is_action, pieces[place:]))
    return "and" if feels else ","


def _feels_and_asks(pieces: Sequence[Piece], place: int) -> bool:
    """`I, cold, close, window`: how the speaker is, and what the listener is asked for."""
    action, last = pieces[place], pieces[place - 1] if place else None
    if not isinstance(action, Unit) or action.verb is None or not isinstance(last, Quality):
        return False
    first = pieces[0]
    speaks = place == 1 or (place == 2 and isinstance(first, Nominal) and first.head.key == "i")
    needs = last.head.key in members("needs") and place + 1 < len(pieces)
    return speaks and needs and action.verb.has("ask", "care") and not action.verb.has("play")


def _feels_and_acts(pieces: Sequence[Piece], place: int) -> bool:
    """`hungry, want, sandwich`, `I, dizzy, fall`: two things told, and nothing meant by it."""
    action, last = pieces[place], pieces[place - 1] if place else None
    if not isinstance(action, Unit) or action.verb is None or not isinstance(last, Quality):
        return False
    others = [piece for piece in pieces[: place - 1] if not isinstance(piece, Nominal)]
    adjective = last.head.adjective
    if others or place > 2 or adjective is None or not adjective.is_feeling:
        return False
    wishes = action.verb.has("self") and not action.verb.has("that", "done")
    return wishes or (action.verb.has("done") and adjective.frames.get("*") == "from")


def _is_apart(pieces: Sequence[Piece], place: int) -> bool:
    if not is_unit(pieces[place], Tag.NEGATION) or place == 0 or place + 1 == len(pieces):
        return False
    start = max((at + 1 for at in range(place) if _parts(pieces[at])), default=0)
    before, after = pieces[start:place], pieces[place + 1 :]
    if not before or is_unit(before[-1], Tag.CONJUNCTION, Tag.NEGATION, Tag.QUESTION, Tag.MODAL):
        return False
    verbs = [piece for piece in before if is_action(piece)]
    if verbs:
        last = verbs[-1]
        if isinstance(last, Unit) and last.verb is not None and last.verb.has("weather"):
            return False
        return _behind_verb(before, verbs[-1], after)
    return _behind_nouns(before, after)


def _parts(piece: Piece) -> bool:
    return is_unit(piece, Tag.CONJUNCTION)


def _behind_verb(before: Sequence[Piece], action: Piece, after: Sequence[Piece]) -> bool:
    assert isinstance(action, Unit)
    verb = action.verb
    last = before[-1]
    if isinstance(last, Nominal) and last.head.key in NOMINATIVE and len(before) > 1:
        return False
    if verb is None or before[-1] is not action:
        acts = any(is_action(piece) for piece in after)
        leads = verb is not None and verb.has("person-to", "that", "bare", "telling")
        told = isinstance(before[-1], Nominal) and acts and leads
        return not told and _says_something(after)
    if is_unit(after[0], Tag.MODAL):
        return not verb.has("that")
    if is_action(after[0]):
        return not (verb.lemma in _SHIFTING or verb.has("to", "that", "telling"))
    states = isinstance(after[0], Quality) and not verb.has("linking", "be", "that")
    return states or (verb.has("call") and not isinstance(after[0], Nominal))


def _behind_nouns(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """`tea, not, coffee`; `sleepy, not, sleep`; but `dog, not, bite`, `I, not, here`."""
    last = before[-1]
    acts = any(is_action(piece) or is_unit(piece, Tag.MODAL) for piece in after)
    if isinstance(last, Quality):
        return acts or isinstance(after[0], Quality)
    if isinstance(last, Nominal) and last.head.key in {"it", *DEMONSTRATIVES}:
        return False
    if len(before) == 1 and _is_who(last) and isinstance(after[0], Nominal):
        return after[0].head.tag is Tag.PRONOUN or after[0].is_called
    if is_unit(last, Tag.DETERMINER):
        return is_unit(after[0], Tag.DETERMINER)
    timed = is_unit(last, Tag.TIME) or (isinstance(last, Nominal) and last.is_a("day", "period"))
    beside = isinstance(last, Nominal) or timed
    return beside and isinstance(after[0], Nominal) and not acts


def _is_who(piece: Piece) -> bool:
    """`she, not, my, friend`: a pronoun that can only be a subject."""
    return isinstance(piece, Nominal) and not piece.lead and piece.head.key in NOMINATIVE


def _says_something(after: Sequence[Piece]) -> bool:
    return any(not is_unit(piece, *_SMALL) for piece in after)


def _is_told_of(pieces: Sequence[Piece]) -> bool:
    """Whether a verb tells or hopes that somebody does something; *think* is denied itself."""
    last = pieces[-1]
    if isinstance(last, Unit) and last.key == "that" and len(pieces) > 1:
        last = pieces[-2]
    verb = last.verb if isinstance(last, Unit) else None
    return verb is not None and verb.lemma not in _SHIFTING and verb.has("that")


def leads_to_denial(pieces: Sequence[Piece], place: int) -> bool:
    """Whether this `not` belongs to the second verb: «He says not to tell», «Try not to cry»,
    «I hope it doesn't hurt»."""
    before = pieces[place - 1] if place else None
    if place > 1 and isinstance(before, Nominal) and _is_told_of(pieces[: place - 1]):
        return place + 1 < len(pieces) and is_action(pieces[place + 1])
    verb = before.verb if isinstance(before, Unit) else None
    if verb is None or place + 1 >= len(pieces) or not is_action(pieces[place + 1]):
        return False
    return verb.lemma not in _SHIFTING and verb.has("to", "telling", "that")
