"""Is every chosen word there?"""

from __future__ import annotations

from models.checking.evidence import Evidence
from models.checking.meaning import SECONDS, Addition, Kind, Person, Trait
from models.checking.message import Clause


def missing(evidence: Evidence) -> tuple[int, ...]:
    """The glosses that the sentence does not say in any form."""
    return tuple(
        gloss
        for gloss in evidence.matching.missing
        if not (_may_be_unsaid(evidence, gloss) or _is_said_for_another(evidence, gloss))
    )


def _is_said_for_another(evidence: Evidence, gloss: int) -> bool:
    """*I want you to help me* in Spanish: of two *yo* one is said, the other told by its verb."""
    glosses = evidence.message.glosses
    return any(
        glosses[other] == glosses[gloss] and _may_be_unsaid(evidence, other)
        for other in range(len(glosses))
        if other != gloss and other not in evidence.matching.missing
    )


def _may_be_unsaid(evidence: Evidence, gloss: int) -> bool:
    """Words of grammar, and a subject that the verb tells."""
    meaning = evidence.message.meanings[gloss]
    if meaning.is_a(Kind.LIGHT):
        return True
    if not meaning.is_a(Kind.PRONOUN) or meaning.person is None or meaning.is_object_form:
        return False
    clause = evidence.message.clause_of(gloss)
    if clause is None:
        return False
    first = evidence.message.meanings[clause.predicates[0]] if clause.predicates else meaning
    if Trait.DATIVE in first.traits and not (gloss in clause.after and meaning.person in SECONDS):
        return False
    return _is_told(evidence, clause, gloss, meaning.person)


def _is_told(evidence: Evidence, clause: Clause, gloss: int, person: Person) -> bool:
    """Whether a verb tells the person of a subject that is not said."""
    if _is_asked_last(evidence, clause, gloss, person) or _is_wished(evidence, clause, person):
        return True
    if gloss in clause.after and clause.before and not evidence.message.asks_in(clause):
        return False
    told = {reading.person for readings in evidence.readings for reading in readings}
    does = any(evidence.message.meanings[at].is_a(Kind.VERB) for at in clause.predicates)
    is_told_of = not does and gloss == clause.before[0] if clause.before else False
    if not is_told_of and sum(not evidence.is_called(at) for at in clause.before) > 1:
        return bool(told & {Person.FIRST_PLURAL, Person.SECOND_PLURAL, Person.THIRD_PLURAL})
    persons = {person}
    if person is Person.SECOND_PLURAL:
        persons.add(Person.THIRD_PLURAL)
    if person is Person.SECOND and evidence.message.is_polite:
        persons.add(Person.THIRD)
    return bool(told & persons) or (person in SECONDS and is_bare_command(evidence))


def _is_asked_last(evidence: Evidence, clause: Clause, gloss: int, person: Person) -> bool:
    """*Escribo despacio, espera*: the command at the end tells who is asked."""
    verb = max((at for at in clause.predicates if at < gloss), default=gloss)
    return verb in clause.predicates[1:] and any(
        reading.is_imperative and reading.person is person and evidence.is_parted(place - 1)
        for place in evidence.places_of(verb)
        for reading in evidence.readings[place]
    )


def _is_wished(evidence: Evidence, clause: Clause, person: Person) -> bool:
    """*Mamá quiere que vengas*: the ending of the second verb tells who is to do it."""
    return any(
        reading.person is person and reading.tense is None and not reading.is_conditional
        for verb in clause.predicates[1:]
        for place in evidence.places_of(verb)
        for reading in evidence.readings[place]
        if not reading.is_imperative and any(p.text == "que" for p in evidence.parts[:place])
    )


def is_bare_command(evidence: Evidence) -> bool:
    """*Open the door*: a language without endings tells the listener by saying no subject."""
    if evidence.is_question or any(
        reading.person for readings in evidence.readings for reading in readings
    ):
        return False
    for part, addition in zip(evidence.parts, evidence.additions, strict=True):
        if evidence.expresses(part, Kind.VERB, Kind.SOCIAL):
            return True
        is_somebody = evidence.expresses(part, Kind.PRONOUN, Kind.ANIMATE)
        if is_somebody or addition in (Addition.DUMMY, Addition.PRONOUN):
            return False
    return False
