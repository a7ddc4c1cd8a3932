"""Verbs without an agent: gustar and doler with their experiencer, llover, hacer frío, haber."""

from __future__ import annotations

from dataclasses import replace

from models.spanish.clause import frame_of
from models.spanish.conjugator import Person
from models.spanish.draft import Draft
from models.spanish.lexicon import supplied
from models.spanish.persons import is_me
from models.spanish.phrases import (
    Adverbial,
    Chunk,
    NounPhrase,
    Prepositional,
    Quality,
    is_time,
    is_weather,
)
from models.spanish.subjects import coordinated, is_second
from models.spanish.tokens import Kind, Token
from models.spanish.verbkinds import OF_THINGS
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed


def is_impersonal(draft: Draft, frame: Frame) -> bool:
    verb = draft.plan.main.verb
    if verb.lemma in ("hay que", "haber que") or frame_of(draft.plan.last.verb).has("sky"):
        return True
    if draft.plan.asked and verb.lemma == "haber":
        return getattr(draft.plan.asked[0], "text", "") in ("qué", "quién", "cuándo", "dónde")
    if draft.plan.asked:
        asked = [c for c in draft.plan.asked if isinstance(c, NounPhrase)]
        return verb.lemma == "hacer" and bool(asked) and is_weather(asked[0])
    if verb.lemma == "haber" and len(draft.plan.steps) == 1:
        return True
    if verb.lemma == "hacer" and len(draft.plan.steps) == 1 and not draft.before:
        first = next((c for c in draft.behind[0] if isinstance(c, NounPhrase)), None)
        heads = first.head.text if first is not None and first.head is not None else ""
        return heads in _WEATHERS
    return verb.lemma == "ser" and not draft.nouns(draft.before) and _is_about_things(draft, verb)


_WEATHERS = listed("frío calor sol solito viento aire fresco fresquito bochorno")


def _is_about_things(draft: Draft, verb: Token) -> bool:
    """ser tarde, ser mi cumpleaños, ser fácil: not said of me."""
    after = [c for c in draft.behind[-1] if not isinstance(c, Token)]
    if not after or len(draft.plan.steps) > 1:
        return False
    first = after[0]
    if isinstance(first, Quality):
        return first.adjective.lemma in OF_THINGS
    if isinstance(first, NounPhrase):
        return not first.is_animate
    return isinstance(first, Adverbial)


def read_impersonal(draft: Draft, frame: Frame) -> None:
    draft.plan.person = Person.THIRD
    draft.plan.shows_subject = False
    if draft.plan.main.verb.lemma == "haber":
        put_where(draft)
    if frame.verb == "ser":
        first = draft.behind[0][0] if draft.behind[0] else None
        hours = isinstance(first, Adverbial) and first.head.text.startswith("las ")
        if hours or (isinstance(first, NounPhrase) and first.is_plural):
            draft.plan.person = Person.THIRD_PLURAL


def put_where(draft: Draft) -> None:
    """«caja, haber, gatito»: in the box; «qué, haber, caja, ?» asks what is in it."""
    where = next((c for c in draft.before if isinstance(c, NounPhrase) and not c.is_who), None)
    where = where if draft.plan.main.verb.lemma == "haber" else None
    behind = [c for c in draft.behind[-1] if isinstance(c, NounPhrase)]
    asked = any(isinstance(c, Token) and c.text == "qué" for c in draft.plan.asked)
    if where is not None and behind and not is_time(where):
        draft.remove([where])
        draft.plan.opening.append(_inside(where))
    elif asked and len(draft.plan.asked) == 1 and behind and _holds(draft, behind[0]):
        draft.behind[-1][:] = [_inside(c) if c is behind[0] else c for c in draft.behind[-1]]


def _holds(draft: Draft, phrase: NounPhrase) -> bool:
    """Whether one asks what is in it: qué, tener, mano; qué, haber, caja."""
    if draft.plan.main.verb.lemma == "haber":
        return not phrase.is_who
    return phrase.classes()[0] in ("body", "place", "furniture", "vehicle")


def _inside(phrase: NounPhrase) -> Prepositional:
    return Prepositional((supplied("en"),), phrase)


def is_dative(draft: Draft, frame: Frame) -> bool:
    """picar and molestar take a dative only of what is felt; an animal picks somebody. And costar
    does of what is hard to do, not of a price."""
    if frame.verb == "costar":
        return len(draft.plan.steps) > 1
    if not frame.has("dat"):
        return False
    if frame.verb in ("picar", "molestar", "hacer daño"):
        return not any(p.is_animate for p in draft.nouns(draft.before))
    return True


def read_dative(draft: Draft) -> None:
    """The person is the experiencer, the thing the subject: me gusta la sopa."""
    plan = draft.plan
    plan.dative = True
    for chunks in (draft.before, *draft.behind):
        chunks[:] = map(_to_whom, chunks)
    if plan.main.verb.lemma == "doler" and len(plan.steps) == 2:
        plan.meanwhile = plan.steps.pop()
        plan.meanwhile.complements = draft.behind.pop()
    if plan.main.verb.lemma == "faltar" and plan.asked:
        draft.behind[-1][:] = [_until(c) for c in draft.behind[-1]]
    between = draft.behind[0] if len(plan.steps) > 1 else []
    everything = [*draft.before, *between, *draft.behind[-1]]
    phrases = draft.nouns(everything)
    if not any(not p.is_animate for p in phrases) and len(plan.steps) == 1:
        phrases += [c for c in everything if isinstance(c, NounPhrase) and is_time(c)]
    persons = [p for p in phrases if p.is_animate]
    things = [p for p in phrases if not p.is_animate]
    if (
        persons
        and (things or len(persons) > 1 or len(plan.steps) > 1 or persons[0] in draft.before)
    ) or (persons and persons[0].is_pronoun and (plan.asked or not is_second(persons[0]))):
        plan.experiencer = persons[0]
    you_to_me = len(persons) > 1 and is_me(persons[1]) and is_second(persons[0])
    if you_to_me or _is_stimulus_first(draft, persons):
        plan.experiencer = persons[1]
    elif len(persons) > 1 and is_me(persons[1]) and persons[0].is_who:
        plan.called_first, plan.experiencer = persons[0], persons[1]
        draft.remove([persons[0]])
        phrases = [p for p in phrases if p is not persons[0]]
    timed = [c for c in everything if isinstance(c, NounPhrase) and is_time(c) and c.quantifiers]
    if plan.main.verb.lemma == "faltar" and timed:
        phrases = [p for p in (*timed, plan.experiencer) if p is not None]
    rest = _felt([p for p in phrases if p is not plan.experiencer])
    felt = rest
    rest = _hurting(draft, felt)
    if plan.experiencer is not None and _calls_for_care(draft, plan.experiencer, rest):
        plan.called_first = plan.experiencer
        draft.remove([plan.experiencer])
        plan.experiencer = None
    if rest and len(plan.steps) == 1:
        plan.subject = coordinated(rest)
        plan.subject_behind = len(rest) == len(felt)
        draft.remove(rest)
    if plan.experiencer is not None:
        draft.remove([plan.experiencer])
    counted = next((c for c in plan.asked if isinstance(c, NounPhrase)), None)
    felt_or_counted = plan.subject or counted
    plan.person = felt_or_counted.person if felt_or_counted is not None else Person.THIRD
    if plan.subject is not None and is_second(plan.subject):
        plan.person = draft.address(plan.subject.person)
        plan.shows_subject = False


def _until(chunk: Chunk) -> Chunk:
    """¿Cuánto falta para el recreo?: what one waits for is not what is missing."""
    if not isinstance(chunk, NounPhrase) or chunk.head is None or is_time(chunk):
        return chunk
    if chunk.is_animate and chunk.head.kind is not Kind.NAME:
        return chunk
    return Prepositional((supplied("para"),), chunk)


def _to_whom(chunk: Chunk) -> Chunk:
    """a, abuela, doler, cadera: the tapped *a* belongs to whom it hurts."""
    if not isinstance(chunk, Prepositional) or len(chunk.prepositions) > 1:
        return chunk
    preposition = chunk.prepositions[0]
    whom = preposition.text == "a" and chunk.phrase.is_animate
    return replace(chunk.phrase, lead=preposition) if whom else chunk


def _calls_for_care(draft: Draft, person: NounPhrase, felt: list[NounPhrase]) -> bool:
    """doctora, doler, aquí: she is told, it does not hurt her."""
    if draft.plan.main.verb.lemma != "doler" or felt or person.is_pronoun or not person.is_who:
        return False
    places = [c for c in draft.behind[-1] if isinstance(c, Adverbial) and c.head.kind is Kind.PLACE]
    return bool(places) and person in draft.before


def _is_stimulus_first(draft: Draft, persons: list[NounPhrase]) -> bool:
    """«perro, dar miedo, yo»: what frightens stands first; but «yo, dar miedo, perro»."""
    verb = draft.plan.main.verb.lemma
    if len(persons) < 2 or not verb.startswith(("dar ", "caer ", "hacer ")):
        return False
    return persons[0] in draft.before and not is_me(persons[0])


def _hurting(draft: Draft, phrases: list[NounPhrase]) -> list[NounPhrase]:
    """«luz, molestar, ojos»: the light does it, in the eyes; but the head and the back hurt."""
    front = [p for p in phrases if any(p is c for c in draft.before)]
    body = [p for p in phrases if p.classes()[0] == "body"]
    if draft.plan.main.verb.lemma == "doler" or not front or len(front) + len(body) != len(phrases):
        return phrases
    return phrases if any(p in body for p in front) or not body else front


def _felt(phrases: list[NounPhrase]) -> list[NounPhrase]:
    """What hurts or pleases: things of the same kind as the first."""
    if len(phrases) < 2 or phrases[0].classes()[0] != "body":
        return phrases
    return [p for p in phrases if p.classes()[0] == "body"]
