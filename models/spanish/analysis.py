"""Who does what: subject, objects and kind of sentence of one clause with a verb."""

from __future__ import annotations

from dataclasses import replace

from models.spanish import adjectives, moods
from models.spanish.clause import Clause, frame_of
from models.spanish.collecting import collect, fronted
from models.spanish.conjugator import Person
from models.spanish.dependants import link
from models.spanish.draft import Draft
from models.spanish.experiencers import (
    is_dative,
    is_impersonal,
    put_where,
    read_dative,
    read_impersonal,
)
from models.spanish.lexicon import supplied
from models.spanish.phrases import Adverbial, Chunk, NounPhrase, Prepositional, Quality
from models.spanish.plan import Options, Plan, Step
from models.spanish.subjects import OBJECT_CONTROL, find_subject
from models.spanish.tense import Timing, set_tense
from models.spanish.tokens import Kind
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

_COPULAS = listed("ser estar parecer sentir sentirse quedar")


_LIGHT_MOTION = listed("ir venir volver salir bajar subir entrar llegar correr")


def analyse(
    clause: Clause, options: Options, question: bool, when: Timing, told: bool = False
) -> Plan:
    """The plan of one clause with a verb; `told` where it states beside another that states."""
    dependent = clause.link is not None or clause.added == "porque" or told or clause.embedded
    draft = Draft(Plan(options, question=question), when, dependent)
    collect(draft, clause.chunks)
    plan = draft.plan
    frame = frame_of(plan.main.verb)
    fronted(draft)
    if frame.has("sky") or is_impersonal(draft, frame):
        read_impersonal(draft, frame)
    elif is_dative(draft, frame):
        read_dative(draft)
    else:
        _personal(draft, frame)
    _dependents(draft)
    _distribute(draft)
    if not plan.command:
        set_tense(plan, frame, draft.when)
    return plan


def _personal(draft: Draft, frame: Frame) -> None:
    plan = draft.plan
    find_subject(draft, frame)
    if plan.subject is None and plan.main.verb.kind is Kind.FINITE:
        plan.person = plan.main.verb.entry.person or Person.THIRD
        plan.shows_subject = False
        _call_loved(draft)
        return
    if frame.verb == "tener":
        put_where(draft)
    moods.decide(plan, frame, draft.behind, draft.dependent, draft.when)
    if plan.subject is None and frame.verb in ("querer", "amar"):
        _call_loved(draft)
    if plan.subject is not None:
        plan.person = draft.address(plan.subject.person)
        _agree_with_predicate(draft, frame)
        own = plan.subject.is_pronoun and not plan.subject.joined
        third = plan.person in (Person.THIRD, Person.THIRD_PLURAL)
        plan.shows_subject = not own or (third and not plan.command) or _stresses(draft)
        if own and frame.verb == "ser" and len(plan.steps) == 1 and not any(draft.behind):
            plan.shows_subject = plan.subject_behind = not plan.asked


def _call_loved(draft: Draft) -> None:
    """«te quiero» and a name speaks to them."""
    if not any(t.text in ("te", "os") for t in draft.plan.clitics):
        return
    persons = [c for c in draft.behind[-1] if isinstance(c, NounPhrase) and c.is_who]
    if persons and not persons[0].is_pronoun:
        draft.plan.calls.append(persons[0])
        draft.remove([persons[0]])


def _agree_with_predicate(draft: Draft, frame: Frame) -> None:
    """este, ser, mis, zapatos: «Estos son mis zapatos»."""
    subject = draft.plan.subject
    if subject is None or frame.verb != "ser" or subject.head is not None or subject.quantifiers:
        return
    told = next((c for c in draft.behind[-1] if isinstance(c, NounPhrase)), None)
    if told is None or told.head is None or told.head.noun is None:
        return
    if subject.determiner is not None and subject.determiner.kind is Kind.DEMONSTRATIVE:
        draft.plan.subject = replace(subject, pointed=(told.single().feminine, told.is_plural))
        draft.plan.person = Person.THIRD_PLURAL if told.is_plural else Person.THIRD


def _stresses(draft: Draft) -> bool:
    """yo también: the pronoun is said with what stresses it."""
    heads = [c.head.text for c in draft.plan.inner if isinstance(c, Adverbial)]
    return any(h in ("también", "tampoco", "solo", "mismo") for h in heads)


def _distribute(draft: Draft) -> None:
    """Give every phrase that is left to the verb it belongs to."""
    plan = draft.plan
    front = [_then(c, draft) for c in draft.before if c is not plan.subject]
    _give_back_object(draft)
    for i, step in enumerate(plan.steps[:-1]):
        mine, onward = _shared(draft, step, draft.behind[i])
        step.complements += mine
        draft.behind[i + 1][:0] = onward
    front = [c for c in front if c not in plan.opening]
    plan.last.complements += [*front, *draft.behind[-1]]


_OCCASIONS = listed("guerra vacaciones fiesta boda excursión viaje concierto entierro funeral")


def _then(chunk: Chunk, draft: Draft) -> Chunk:
    """«guerra, nosotros, comer, pan»: when or where it was, beside what is done."""
    subject, behind = draft.plan.subject, draft.behind[-1]
    if subject is None or not isinstance(chunk, NounPhrase) or chunk.head is None:
        return chunk
    done = any(isinstance(c, NounPhrase) and not c.is_pronoun for c in behind)
    if chunk.head.lemma not in _OCCASIONS or chunk.is_animate or not done:
        return chunk
    when = Prepositional((supplied("en"),), chunk)
    draft.plan.opening.append(when)
    return when


def _give_back_object(draft: Draft) -> None:
    """«dejar, jugar, yo»: who is let, though tapped last, belongs to the first verb."""
    plan = draft.plan
    if len(plan.steps) != 2 or plan.main.verb.lemma not in ("dejar", "ayudar", "enseñar", "hacer"):
        return
    if any(isinstance(c, NounPhrase) and c.is_animate for c in draft.behind[0]):
        return
    last = draft.behind[1][-1] if draft.behind[1] else None
    if isinstance(last, NounPhrase) and last.is_pronoun:
        draft.behind[1].pop()
        draft.behind[0].append(last)


def _shared(draft: Draft, step: Step, chunks: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    verb = step.verb.entry.verb or step.verb.lemma
    if verb in {*_LIGHT_MOTION, *OBJECT_CONTROL, *_COPULAS, "llevar", "usar"}:
        return list(chunks), []
    keep: list[Chunk] = [c for c in chunks if isinstance(c, Adverbial)]
    return keep, [c for c in chunks if c not in keep]


def _dependents(draft: Draft) -> None:
    """Infinitive, gerund, participle or que with subjunctive for the verbs behind the first."""
    for i in range(1, len(draft.plan.steps)):
        link(draft.plan, i, draft.behind[i - 1], draft.behind[i])


def is_feeling(quality: Quality) -> bool:
    """Whether an adjective tells how somebody is, not what they are like."""
    return adjectives.kind(quality.adjective.lemma) in ("state", "mood")
