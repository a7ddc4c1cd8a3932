"""A second verb behind the first: to eat, eating, eat, and eat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from models.english.context import Context, State
from models.english.phrases import Nominal, Piece
from models.english.reader import Unit
from models.english.tables import members
from models.english.verbs import Verb, VerbForm, inflect

_COMPLEMENT: Final = ("to", "ing", "bare", "person-to", "that", "how", "be")
_GOVERNING: Final = frozenset({"without", "by", "for", "about", "of", "from", "against"})
"""Behind one of these a verb stands like a noun: without interrupting."""
LETS: Final = frozenset({"let's", "let us"})

Tail = Callable[[Verb, Sequence[Piece], Context], list[str]]
"""Puts what follows the second verb into words."""


def linked(
    verb: Verb, action: Unit, *, by_person: bool = False, request: bool = False
) -> list[str]:
    """The second verb in the form that the first one asks for."""
    base, gerund = _base(action), _form(action, VerbForm.GERUND)
    if action.word.form in {VerbForm.GERUND, VerbForm.PARTICIPLE}:
        return [action.text]
    if by_person:
        if verb.lemma in {"see", "hear", "watch"} and not request:
            return [gerund]
        return [base] if verb.has("bare") else ["to", base]
    if "ing" in verb.frames:
        return [verb.frames["ing"], gerund]
    if verb.has("be"):
        return [gerund]
    if verb.has("bare"):
        return [base]
    still = action.verb is not None and action.verb.has("state", "be")
    if verb.has("ing") and not (verb.has("to") and still):
        return [gerund]
    return ["to", base]


def second(
    state: State, action: Unit, rest: Sequence[Piece], context: Context, tail: Tail
) -> list[str]:
    """The second verb and everything behind it."""
    verb = state.verb
    assert action.verb is not None
    after = tail(action.verb, rest, context)
    if state.said and state.said[-1] == "to":
        return [_base(action), *after]
    if state.said and state.said[-1] in _GOVERNING:
        return [_form(action, VerbForm.GERUND), *after]
    if verb.has("that") and action.verb.has("weather"):
        return [context.embed([action, *rest])]
    if verb.lemma == "go" and not state.said:
        return [*_going(action, rest), *after]
    if verb.lemma == "come":
        return ["and", context.form(action.verb), *after]
    if verb.lemma in LETS or (verb.lemma == "help" and _has_object(state)):
        return [_base(action), *after]
    if verb.has("body") and verb.lemma != "bleed":
        return ["when I", _base(action), *after]
    if verb.lemma in {"cry", "laugh"} and not state.said:
        return ["because", context.embed([action, *rest])]
    return [*_joined(state, action, context), *after]


def _joined(state: State, action: Unit, context: Context) -> list[str]:
    verb = state.verb
    assert action.verb is not None
    if verb.has(*_COMPLEMENT) and (state.direct is None or verb.has("some", "to")):
        return linked(verb, action)
    purpose = verb.has("purpose") or (verb.has("motion", "leaving") and not context.past)
    if purpose or (state.direct is not None and verb.has("some")):
        return ["to", _base(action)]
    if action.word.form is VerbForm.GERUND:
        return [action.text]
    is_joined = bool(state.said) and state.said[-1] == "then"
    return [context.form(action.verb)] if is_joined else ["and", context.form(action.verb)]


def _has_object(state: State) -> bool:
    return state.direct is not None or state.recipient


def _base(action: Unit) -> str:
    return _form(action, VerbForm.BASE)


def _form(action: Unit, form: VerbForm) -> str:
    assert action.verb is not None
    return inflect(action.verb.lemma, form)


def _going(action: Unit, rest: Sequence[Piece]) -> list[str]:
    """go swimming, go for a walk, go to eat."""
    assert action.verb is not None
    lemma = action.verb.lemma
    if action.word.form is VerbForm.GERUND:
        return [action.text]
    if lemma in members("after go"):
        return [_form(action, VerbForm.GERUND)]
    things = any(isinstance(piece, Nominal) and not piece.is_person for piece in rest)
    return ["for a", lemma] if lemma in members("walks") and not things else ["to", _base(action)]
