"""When it happens: tense from controls and time words, and which Spanish tense says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.engine import Controls, SecondPerson, Tense
from models.spanish import words
from models.spanish.conjugator import Mood, Person
from models.spanish.phrases import NounPhrase, Quality, is_natural
from models.spanish.plan import Options, Plan
from models.spanish.times import is_childhood, tense_of
from models.spanish.tokens import Kind, Token
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

_PRESENT_FOR_FUTURE = listed(
    """
    creer suponer imaginar
    ir venir volver salir llegar tener ser estar haber poder querer necesitar deber empezar
    terminar acabar preferir saber vivir irse marcharse cumplir
    """
)
"""With a time word these say the future in the present: mañana voy al parque."""


_SYNTHETIC_FUTURE = listed("ir ser estar tener haber poder querer saber deber necesitar")
"""The others say it with ir a."""


_IMPERFECT = listed(
    """
    querer saber necesitar creer parecer preferir deber soler odiar llamarse valer costar
    significar pensar esperar desear
    """
)


_IMPERFECT_STATES = (
    "hambre",
    "sed",
    "sueño",
    "frío",
    "calor",
    "miedo",
    "ganas",
    "prisa",
    "vergüenza",
)


_RETURNING = listed("morir nacer")


@dataclass(frozen=True, slots=True)
class Timing:
    """When the message happens."""

    tense: Tense | None = None
    chosen: bool = False
    """Whether the tense was chosen by a control, not by a time word."""
    habitual: bool = False
    recent: bool = False
    formerly: bool = False
    """Begins with *antes*."""
    once: bool = False
    """How it used to be: *antes, yo, fumar*; *cuando, ser, pequeño*."""
    distant: bool = False
    """Far ahead: de mayor."""


def timing(tokens: Iterable[Token], controls: Controls) -> Timing:
    """The time of a message, from its control or the first time word that tells."""
    listed = list(tokens)
    times = [
        t.text for i, t in enumerate(listed) if t.kind is Kind.TIME and not _is_bound(listed, i)
    ]
    tenses = [tense for t in times if (tense := tense_of(t)) is not None]
    tenses += _relative(listed)
    if any(t.text == "primero" for t in listed):
        tenses = [t for t in tenses if t is not Tense.FUTURE]
    habitual = any(t in words.HABITUAL or is_childhood(t) for t in times) or any(
        t.text == "nunca" for t in listed
    )
    recent = any(t in words.RECENT for t in times)
    if controls.tense is not None:
        return Timing(controls.tense, True, habitual, recent)
    distant = any(t in ("de mayor", "algún día") for t in times)
    formerly = (
        bool(listed) and listed[0].text == "antes" and (len(listed) < 2 or listed[1].text != "de")
    ) or (len(listed) > 2 and listed[-1].text == "antes")
    tense = tenses[0] if tenses else None
    once = tense is None and _is_of_once(listed)
    return Timing(tense, False, habitual, recent, formerly, once, distant)


def _is_of_once(tokens: list[Token]) -> bool:
    """«antes, abuela, coser»; «cuando, yo, ser, pequeño»."""
    if len(tokens) < 3:
        return False
    first, second = tokens[0].text, tokens[1]
    if first == "antes":
        named = second.kind in (Kind.PRONOUN, Kind.NOUN, Kind.NAME, Kind.POSSESSIVE)
        return named and not any(t.text == "ahora" for t in tokens)
    told = [t for t in tokens[1:4] if t.kind is not Kind.PRONOUN]
    young = len(told) > 1 and told[0].lemma == "ser" and told[1].lemma in _YOUNG
    return first == "cuando" and young


_YOUNG = frozenset({"pequeño", "joven", "niño", "niña", "chico", "crío", "bebé"})


def _is_bound(tokens: list[Token], i: int) -> bool:
    """desde ayer, hasta mañana: a limit, not the time of what happens."""
    return i > 0 and tokens[i - 1].kind is Kind.PREPOSITION


def _relative(tokens: list[Token]) -> list[Tense]:
    """el sábado pasado, el próximo verano."""
    tenses = {"pasado": Tense.PAST, "próximo": Tense.FUTURE, "siguiente": Tense.FUTURE}
    found = []
    for i, token in enumerate(tokens):
        if token.kind is Kind.ADJECTIVE and token.lemma in tenses:
            near = tokens[max(0, i - 1) : i + 2]
            if any(t.noun is not None and t.noun.classes[0] in _CALENDAR for t in near):
                found.append(tenses[token.lemma])
    return found


_CALENDAR = frozenset({"time", "weekday", "month", "season", "feast"})


def set_tense(plan: Plan, frame: Frame, when: Timing) -> None:
    """Decide mood and auxiliaries of a clause whose main verb has this frame."""
    tense = Tense.PAST if plan.options.past else when.tense
    if when.once and not when.chosen:
        plan.mood = Mood.IMPERFECT
        return
    if when.formerly and (frame.has("stat") or plan.dative) and not when.chosen:
        plan.mood = Mood.IMPERFECT
        return
    verb = frame.verb
    if tense is None and verb == "nacer" and plan.person is Person.FIRST:
        plan.mood = Mood.PRETERITE
        return
    if tense is None:
        over = (frame.has("perf") or _happens(plan, frame)) and not when.habitual
        over &= not (frame.verb == "caer" and is_natural(plan.subject))
        plan.perfect = over and len(plan.steps) == 1 and not _is_scene(plan)
        _american(plan)
    elif tense is Tense.PAST:
        _past(plan, frame, when)
    elif tense is Tense.FUTURE:
        _future(plan, verb, when)


def _happens(plan: Plan, frame: Frame) -> bool:
    """An accident or something breaking by itself: me he cortado, se ha descargado."""
    inert = plan.subject is not None and not plan.subject.is_animate
    if frame.has("self") and inert and not plan.last.complements:
        return True
    phrases = [c for c in plan.last.complements if isinstance(c, NounPhrase)]
    body = bool(phrases) and phrases[0].classes()[0] == "body"
    hurt = frame.has("hurt") and body and not plan.command
    return hurt and phrases[0].head is not None and phrases[0].head.lemma not in ("uña", "pelo")


def _is_scene(plan: Plan) -> bool:
    """Whether somebody else does something to a thing now: Hugo rompe mi dibujo."""
    if plan.main.verb.lemma == "morir" and not plan.question:
        return False
    if any(getattr(c, "text", "") in ("cuándo", "a qué hora") for c in plan.asked):
        return True
    third = plan.subject is not None and plan.subject.is_animate and plan.shows_subject
    return third and any(isinstance(c, NounPhrase) for c in plan.last.complements)


def _american(plan: Plan) -> None:
    """Where ustedes is said the simple past stands for the perfect: se cayó."""
    variety = plan.options.controls.second_person
    if plan.perfect and variety in (SecondPerson.USTEDES, SecondPerson.VOS):
        plan.perfect = False
        plan.mood = Mood.PRETERITE


def _past(plan: Plan, frame: Frame, when: Timing) -> None:
    if when.recent and when.tense is Tense.PAST and not _is_imperfect(plan, frame):
        plan.perfect = True
        _american(plan)
        return
    imperfect = when.habitual or _is_imperfect(plan, frame)
    plan.mood = Mood.IMPERFECT if imperfect else Mood.PRETERITE


def _is_imperfect(plan: Plan, frame: Frame) -> bool:
    """Whether the past of this verb is a state: quería, tenía hambre, estaba triste."""
    if frame.verb in _IMPERFECT:
        return True
    last = plan.last.complements
    if frame.verb == "estar":
        return any(isinstance(c, Quality) for c in last) or len(plan.steps) > 1
    if frame.verb == "tener":
        nouns = [c.head.text for c in last if isinstance(c, NounPhrase) and c.head is not None]
        return any(n in _IMPERFECT_STATES for n in nouns)
    if frame.verb.startswith("tener ") and frame.verb != "tener que":
        return True
    return frame.verb == "doler"


def _future(plan: Plan, verb: str, when: Timing) -> None:
    if verb in _PRESENT_FOR_FUTURE and not when.chosen and not (verb == "ser" and when.distant):
        return
    if verb in _SYNTHETIC_FUTURE or verb.startswith("tener ") or plan.dative:
        plan.mood = Mood.FUTURE
        return
    plan.going = True


def past_of(options: Options) -> bool:
    """Whether a reading asks for the past."""
    return options.past
