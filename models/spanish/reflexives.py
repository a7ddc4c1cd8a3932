"""When a verb takes me, te, se of its own: lavarse las manos, caerse, llamarse."""

from __future__ import annotations

from models.spanish.bodies import leaves_open_whose
from models.spanish.conjugator import Person, plain
from models.spanish.phrases import (
    Adverbial,
    Chunk,
    NounPhrase,
    Quality,
    is_natural,
    is_time,
)
from models.spanish.plan import Arranged, Plan, Step
from models.spanish.tokens import Kind, Token
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

BECOMING = listed("poner volver quedar sentir")


def reflexive_person(plan: Plan, step: Step, place: int) -> Person:
    """Whose self: the subject's, or of whom one lets or helps: ayúdame a levantarme."""
    if step.person is not None:
        return step.person
    if place and plan.dative:  # me cuesta ponerme el abrigo
        return plan.experiencer.person if plan.experiencer is not None else Person.FIRST
    if place and plan.main.verb.lemma in ("ayudar", "dejar", "enseñar"):
        for chunk in plan.main.complements:
            if isinstance(chunk, NounPhrase) and chunk.is_animate:
                return chunk.person
    return plan.person


def is_named(plan: Plan, step: Step, phrase: NounPhrase) -> bool:
    """yo, llamar, Pablo: my name; but mamá, llamar, Pablo calls him."""
    if phrase.head is None:
        return False
    named = phrase.head.text[:1].isupper() and not phrase.is_determined
    if phrase.head.kind not in (Kind.NAME, Kind.WORD) and not named:
        return False
    if plan.command or len(step.complements) != 1:
        return False
    subject = plan.subject
    mine = subject is not None and subject.determiner is not None
    return plan.person is Person.FIRST or mine or (subject is not None and not subject.is_who)


def is_reflexive(plan: Plan, step: Step, frame: Frame, made: Arranged, place: int) -> bool:
    if place and plan.main.verb.lemma == "hacer":
        return False  # me hace reír
    tapped = {t.text for t in (*plan.clitics, *plan.enclitics)}
    if tapped & {"me", "te", "se", "nos", "os"} and place in (0, len(plan.steps) - 1):
        return False
    verb = step.verb.lemma.partition(" ")[0]
    if step.verb.kind is Kind.FINITE or step.verb.kind is Kind.GERUND:
        return False
    if plain(verb) != verb or frame.has("pron"):
        return True
    if any(c.text in ("me", "te", "nos", "os", "lo", "la", "le") for c in made.clitics):
        return False
    if _is_open_whose(plan, step, frame):
        return False
    if frame.verb == "llamar":
        return _has_own_name(plan, step)
    if plain(verb) in BECOMING and any(isinstance(c, Quality) for c in step.complements):
        return not made.has_object
    if frame.verb == "ir" and plan.command and place == 0:
        return bool(step.complements)
    inert = plan.subject is not None and not plan.subject.is_animate
    if frame.verb == "quedar" and (inert or any(isinstance(c, NounPhrase) for c in plan.asked)):
        return False
    if is_natural(plan.subject) and (frame.has("self") or frame.verb == "caer"):
        return False
    if frame.has("self") and inert and not made.has_object:
        return True
    if frame.verb == "perder" and plan.subject is not None and not made.has_object:
        return plan.subject.classes()[0] == "animal"
    if frame.verb == "acabar" and plan.subject is not None and not plan.subject.is_animate:
        return plan.subject.classes()[0] in (
            "thing",
            "food",
            "drink",
            "dish",
            "school",
            "device",
        )
    if (
        frame.has("own")
        and not inert
        and _own_object(step, frame)
        and not _is_kept_off(plan, frame)
        and not is_done_to_me(plan, step, frame, step.complements)
    ):
        return True
    return frame.has("refl") and not made.has_object


def _is_open_whose(plan: Plan, step: Step, frame: Frame) -> bool:
    """enfermera, lavar, manos: nobody said that they are her own."""
    subject = plan.subject
    third = plan.person in (Person.THIRD, Person.THIRD_PLURAL) and not plan.command
    if subject is None or subject.head is None or not (third and subject.is_who):
        return False
    phrases = [c for c in step.complements if isinstance(c, NounPhrase)]
    things = [p.head.text for p in phrases if p.head is not None]
    return leaves_open_whose(subject.head.text, frame, things)


def _has_own_name(plan: Plan, step: Step) -> bool:
    how = any(isinstance(c, Token) and c.text == "cómo" for c in plan.asked)
    names = [c for c in step.complements if isinstance(c, NounPhrase)]
    return how or (len(names) == 1 and is_named(plan, step, names[0]))


def _left_alone(chunks: list[Chunk]) -> bool:
    """dejar en paz, dejar tranquilo, without saying whom: me."""
    if any(isinstance(c, NounPhrase) and c.is_animate for c in chunks):
        return False
    heads = [
        c.head.text for c in chunks if isinstance(c, (Adverbial, NounPhrase)) and c.head is not None
    ]
    qualities = [c.adjective.lemma for c in chunks if isinstance(c, Quality)]
    return bool({"paz", "en paz", "tranquilo", "solo"} & {*heads, *qualities})


def _own_object(step: Step, frame: Frame) -> bool:
    """Whether the object is a part of the body or clothes that nobody else is said to own."""
    for chunk in step.complements:
        if isinstance(chunk, NounPhrase) and not is_time(chunk):
            own = chunk.classes()[0] == "body" or chunk.has_flag("own")
            own |= chunk.head is not None and chunk.head.lemma in frame.prepositions
            possessed = chunk.determiner is not None and chunk.determiner.kind is Kind.POSSESSIVE
            owned_by_other = any(c.phrase.is_animate for c in chunk.complements)
            return own and not possessed and not owned_by_other
    return False


def _is_kept_off(plan: Plan, frame: Frame) -> bool:
    """no, quitar, calcetines: whoever is told not to touch it, nobody said whose it is."""
    denied = plan.negation is not None or plan.options.controls.negative
    return plan.command and denied and bool(frame.flags & {"harm", "touch"})


def _is_body_forbidden(step: Step) -> bool:
    """no, pinchar, brazo: who forbids it means their own; but clothes may be the listener's."""
    things = [c for c in step.complements if isinstance(c, NounPhrase) and not is_time(c)]
    return bool(things) and things[0].classes()[0] == "body"


def is_done_to_me(plan: Plan, step: Step, frame: Frame, chunks: list[Chunk]) -> bool:
    """rascar, espalda: somebody else is asked, it is my back."""
    if not plan.command or plan.subject is not None or step is not plan.main:
        return False
    if plan.clitics or plan.enclitics:
        return False
    denied = plan.negation is not None or plan.options.controls.negative
    if denied and not (frame.flags & {"ask", "harm", "touch"} and _is_body_forbidden(step)):
        return False
    if not denied and not frame.has("ask"):
        return False
    if frame.verb == "dejar" and (len(plan.steps) > 1 or _left_alone(chunks)):
        return True
    persons = [c for c in chunks if isinstance(c, NounPhrase) and c.is_animate]
    return not persons and _own_object(step, frame)
