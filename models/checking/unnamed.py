"""Who else can be the subject of a verb: somebody of the clause before, or a thing."""

from __future__ import annotations

from models.checking.evidence import Evidence
from models.checking.meaning import SECONDS, THIRDS, Kind, Person, Trait
from models.checking.message import Clause, Message


def persons(evidence: Evidence, place: int, clause: Clause) -> frozenset[Person]:
    """The persons that a verb may stand in beside those of the people around it."""
    message = evidence.message
    carried = _carried(message, clause) | _made_to(evidence, place, clause)
    is_said_of_a_thing = (
        (clause.is_dependent and not clause.before)
        or _is_impersonal(evidence, place, clause)
        or _is_of_a_thing(evidence, place, clause)
        or _befalls(evidence, place, clause)
    )
    if clause.is_dependent and not clause.before and _is_commanded(evidence):
        carried |= SECONDS  # si tienes frío, ponte la manta
    return carried | (THIRDS if is_said_of_a_thing else frozenset())


def _is_commanded(evidence: Evidence) -> bool:
    """Whether a verb of the sentence can be nothing but a command to the listener."""
    return any(
        bool(readings) and all(one.is_imperative and one.person in SECONDS for one in readings)
        for readings in evidence.readings
    )


def traits_at(evidence: Evidence, place: int, clause: Clause) -> set[Trait]:
    """What the verb itself asks; for an auxiliary, what the verbs of its clause ask."""
    source = evidence.parts[place].source
    glosses = clause.predicates if source is None else (source,)
    return {trait for at in glosses for trait in evidence.message.meanings[at].traits}


def _carried(message: Message, clause: Clause) -> frozenset[Person]:
    """*Tú, comer, y, dormir*: the people of the clauses before, each and all."""
    if clause.before:
        return frozenset()
    people = {message.meanings[at].person for at in clause.carried}
    if not people - {None}:
        # El dolor va y viene: the thing of the clause before, too.
        is_joined = message.meanings[clause.members[0]].is_a(Kind.COORDINATOR)
        leads = is_joined and _things(message, range(clause.members[0]))
        return THIRDS if leads else frozenset()
    together = {Person.FIRST_PLURAL, Person.THIRD_PLURAL} if len(clause.carried) > 1 else set()
    return frozenset(filter(None, people | together))


def _made_to(evidence: Evidence, place: int, clause: Clause) -> frozenset[Person]:
    """*Mamá deja que juguemos*: whom somebody lets or makes do it."""
    message, verb = evidence.message, evidence.parts[place].source
    before = [at for at in clause.predicates if verb is not None and at < verb]
    if not before or Trait.CONTROL not in message.meanings[before[-1]].traits:
        return frozenset()
    people = (message.meanings[at].person for at in clause.after if before[-1] < at < (verb or 0))
    return frozenset(filter(None, people))


def _is_impersonal(evidence: Evidence, place: int, clause: Clause) -> bool:
    """*Pienso que es injusto*, *suena el timbre, abre*: a verb that needs nobody, beside others."""
    source = _verb_at(evidence, place)
    traits = traits_at(evidence, place, clause)
    if source is not None:
        traits |= evidence.message.meanings[source].traits
    if Trait.WEATHER in traits and not clause.before:
        return True
    is_later = source is not None and source in clause.predicates[1:]
    return is_later and not traits.isdisjoint({Trait.WEATHER, Trait.OF_THINGS})


def _verb_at(evidence: Evidence, place: int) -> int | None:
    """The chosen verb that a word is or helps: *va a nevar*, *ha llegado*."""
    near = evidence.parts[place : place + 4]
    verbs = (part.source for part in near if evidence.expresses(part, Kind.VERB))
    return evidence.parts[place].source or next(verbs, None)


def _is_of_a_thing(evidence: Evidence, place: int, clause: Clause) -> bool:
    """*Creo que el tren llega*, *la luna nos sigue*: a thing before a verb that it can do."""
    message, verb = evidence.message, _verb_at(evidence, place)
    if verb is None or verb not in clause.predicates:
        return False
    traits, first = message.meanings[verb].traits, clause.predicates[0]
    if Trait.FELT in traits:
        return False
    if verb == first:
        can = not traits.isdisjoint({Trait.INTRANSITIVE, Trait.BY_THINGS})
        named = [at for at in clause.after if not message.meanings[at].is_a(Kind.PRONOUN)]
        leads = _things(message, range(clause.members[0], verb))
        return not clause.before and leads and (can or bool(named))
    before = max(at for at in clause.predicates if at < verb)
    thought = Trait.RAISING in message.meanings[before].traits
    acts = Trait.BY_THINGS in traits  # no veo porque el sol me deslumbra
    return (thought or acts) and _things(message, range(before + 1, verb))


def _things(message: Message, glosses: range) -> bool:
    return any(
        message.meanings[at].is_a(Kind.NOUN) and not message.meanings[at].is_a(Kind.TIME)
        for at in glosses
    )


def _befalls(evidence: Evidence, place: int, clause: Clause) -> bool:
    """*Me queda una vida*, *me tiemblan las manos*: somebody is there as whom it happens to."""
    before = evidence.parts[place - 1] if place else None
    if before is None or not evidence.lexis.is_object_form(before.text):
        return False
    traits = traits_at(evidence, place, clause)
    if Trait.BEFALLING in traits:
        return True
    if place > 1 and evidence.parts[place - 2].text == "se" and not clause.before:
        return Trait.ROLES not in traits and _things(
            evidence.message, range(len(evidence.message.glosses))
        )  # se me acaba la batería
    is_bodily = any(evidence.message.meanings[at].is_a(Kind.BODY) for at in clause.members)
    return is_bodily and Trait.INTRANSITIVE in traits
