"""Whose turn it is where no subject was tapped."""

from __future__ import annotations

from models.spanish.clause import frame_of
from models.spanish.conjugator import Person
from models.spanish.persons import addressed, in_my_company, is_me
from models.spanish.phrases import (
    Adverbial,
    Chunk,
    NounPhrase,
    Prepositional,
    Quality,
    is_time,
)
from models.spanish.plan import Plan
from models.spanish.tokens import Kind, Token
from models.spanish.verbkinds import OF_THINGS, OF_THINGS_ONLY, PERSON_OBJECTS, THING_STATES
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

_ASKS_LEAVE = frozenset({"poder", "deber", "tener que", "hay que"})


_PLANS = listed("hacer comer cenar jugar ir merendar desayunar ver")


def default_person(plan: Plan, frame: Frame, mids: list[list[Chunk]]) -> Person:
    if plan.asks_subject:
        return Person.THIRD_PLURAL if plan.person is Person.THIRD_PLURAL else Person.THIRD
    if any(_says_together(c) for c in (*plan.opening, *(c for chunks in mids for c in chunks))):
        return Person.FIRST_PLURAL
    if any(in_my_company(c) for chunks in mids for c in chunks):
        return addressed(Person.SECOND, plan.options.controls)
    clitic = plan.clitics[0].text if plan.clitics else ""
    if clitic == "se" or (frame.verb in OF_THINGS_ONLY and not plan.clitics):
        return Person.THIRD
    if clitic in ("me", "nos", "os", "te") and not (
        frame.has("who") or frame.verb in PERSON_OBJECTS
    ):
        own = {"me": Person.FIRST, "nos": Person.FIRST_PLURAL, "os": Person.SECOND_PLURAL}
        return own.get(clitic, addressed(Person.SECOND, plan.options.controls))
    if _asks_how(plan, frame, mids):
        plan.impersonal = True
        return Person.THIRD
    if plan.question and not plan.options.first:
        return _asked_person(plan, frame, mids)
    if frame.verb == "estar" and _is_state_of_thing(mids):
        return Person.THIRD
    if frame.verb == "parecer" and (_is_judged(mids) or not any(mids)):
        return Person.THIRD
    if frame.verb == "oler" and _smells(mids):
        return Person.THIRD
    return Person.FIRST


def _says_together(chunk: Chunk) -> bool:
    """cenar, juntos: nobody does it alone."""
    return isinstance(chunk, Adverbial) and chunk.head.text.endswith(("juntos", "juntas"))


def _smells(mids: list[list[Chunk]]) -> bool:
    """oler, mal; oler, a, gas: something does."""
    first = mids[-1][0] if mids[-1] else None
    if isinstance(first, NounPhrase) and first.head is not None and first.head.lemma in _SMELLS:
        return True
    how = isinstance(first, Adverbial) and first.head.kind is Kind.MANNER
    return how or (isinstance(first, Prepositional) and first.prepositions[0].text == "a")


_SMELLS = listed("gas humo quemado pis caca sudor basura podrido tabaco")
"""What one smells around without naming what smells of it."""


def _is_judged(mids: list[list[Chunk]]) -> bool:
    """parecer, difícil: something seems so to me, not I to others."""
    qualities = [c for c in mids[-1] if isinstance(c, Quality)]
    return bool(qualities) and qualities[0].adjective.lemma in OF_THINGS


def _asks_how(plan: Plan, frame: Frame, mids: list[list[Chunk]]) -> bool:
    """¿Cómo se hace esto? ¿Cómo se dice?"""
    how = any(isinstance(c, Token) and c.text == "cómo" for c in plan.asked)
    if not how or plan.options.first or plan.clitics or len(plan.steps) > 1:
        return False
    things = [c for c in mids[-1] if isinstance(c, NounPhrase)]
    if not things or any(c.is_animate for c in things):
        return False
    return frame.verb in (
        "hacer",
        "decir",
        "escribir",
        "abrir",
        "usar",
        "poner",
        "jugar",
        "encender",
    )


def _is_state_of_thing(mids: list[list[Chunk]]) -> bool:
    qualities = [c for c in mids[-1] if isinstance(c, Quality)]
    return bool(qualities) and qualities[0].adjective.lemma in THING_STATES


def _asked_person(plan: Plan, frame: Frame, mids: list[list[Chunk]]) -> Person:
    """Whose turn it is in a question without a subject."""
    you = addressed(Person.SECOND, plan.options.controls)
    last = frame_of(plan.last.verb)
    if frame.verb in _ASKS_LEAVE:
        for_me = any(is_me(c) for chunks in mids for c in chunks)
        helps = last.verb in ("ayudar", "venir", "repetir", "callar")
        return you if for_me or helps else Person.FIRST
    if frame.has("sky") or frame.verb in (
        "costar",
        "valer",
        "pasar",
        "significar",
        "ocurrir",
        "haber",
    ):
        return Person.THIRD
    if frame.verb == "ser" or (frame.verb == "estar" and _is_state_of_thing(mids)):
        return Person.THIRD
    if plan.asked and frame.verb in _PLANS and plan.steps[0].verb.kind is Kind.VERB:
        has_time = bool(plan.opening) or any(_tells_time(c) for c in mids[-1])
        return Person.FIRST_PLURAL if has_time or _asks_when(plan) else you
    return you


def _asks_when(plan: Plan) -> bool:
    return any(isinstance(c, Token) and c.text in ("cuándo", "a qué hora") for c in plan.asked)


def _tells_time(chunk: Chunk) -> bool:
    return is_time(chunk) or (isinstance(chunk, Adverbial) and chunk.head.kind is Kind.TIME)
