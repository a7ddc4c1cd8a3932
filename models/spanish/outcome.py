"""What is known of a sentence when it is made, and which other readings are open."""

from __future__ import annotations

from dataclasses import dataclass

from models.spanish import adjectives
from models.spanish.clause import frame_of
from models.spanish.conjugator import Person
from models.spanish.persons import is_me
from models.spanish.phrases import Quality
from models.spanish.plan import Plan
from models.spanish.subjects import can_be_called
from models.spanish.tokens import Kind
from models.spanish.wordlist import listed


@dataclass(frozen=True, slots=True)
class Made:
    """A message in words."""

    text: str
    said: frozenset[int]
    """The glosses that it says."""
    unclear: bool
    """Whether it stays as chosen because nobody knows who does it to whom."""
    label: bool = False
    """Whether it is one verb that stays an infinitive."""
    open: bool = False
    """Whether a verb has no subject among the words, so that another could be meant."""
    command: bool = False
    commandable: bool = False
    """Whether the listener could be asked to do it."""
    tellable: bool = False
    """Whether it makes sense as something past."""
    question: bool = False
    callable: bool = False
    """Whether the subject could also be somebody who is spoken to."""
    addresses: bool = False
    """Whether a question without a subject is put to the listener about himself."""
    contrasts: bool = False
    """Whether one thing is chosen and another refused, which nobody may change over."""
    sure: bool = False
    """Whether a construction decided it that leaves no choice."""


ADDRESSED = (Person.SECOND, Person.VOS, Person.SECOND_PLURAL)


_TIMELESS = listed(
    """
    querer necesitar preferir llamar saber ser poder deber gustar odiar llamarse
    """
)


def is_open(plan: Plan) -> bool:
    """Whether a verb has no subject among the words and no *yo* that it is done to."""
    if plan.subject is not None or plan.main.verb.kind is not Kind.VERB or plan.dative:
        return False
    return not any(is_me(c) for c in plan.main.complements)


_DONE_TO_PEOPLE = frozenset({"harm", "touch", "give", "tell", "ask"})
"""Verbs whose roles are never guessed."""


def is_certain(plan: Plan) -> bool:
    """Somebody spoken to before the sentence; ser or estar with an adjective that is known."""
    if plan.called_first is not None:
        return True
    told = [c for c in plan.last.complements if isinstance(c, Quality)]
    supplied = plan.main.verb.gloss < 0 and plan.main.verb.lemma in ("ser", "estar")
    return supplied and bool(told) and all(adjectives.is_known(q.adjective.lemma) for q in told)


def is_callable(plan: Plan) -> bool:
    """Whether the subject could be spoken to; nobody tells the dead that he has died.

    Where somebody does something to somebody, the one who was chosen as doing it never
    becomes the one who is called: «Juan me pega.» is not «Juan, me pego.»
    """
    frames = [frame_of(step.verb) for step in plan.steps]
    if frames[0].verb in ("morir", "nacer") or any(f.flags & _DONE_TO_PEOPLE for f in frames):
        return False
    return plan.subject is not None and can_be_called(plan.subject)


def is_timeless(plan: Plan) -> bool:
    return frame_of(plan.main.verb).verb in _TIMELESS


def is_commandable(plan: Plan) -> bool:
    frame = frame_of(plan.main.verb)
    return frame.known and not (frame.flags & {"stat", "perf", "dat", "sky"})
