"""Does each verb have what it cannot be said without: a person, somebody who feels, an object?

Only for languages whose endings tell the person; a fixed order tells the same in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.meaning import FIRSTS, SECONDS, THIRDS, Addition, Kind, Person, Trait
from models.checking.message import Clause

_HAD: Final = frozenset({"frío", "calor", "hambre", "sed", "sueño", "miedo", "prisa", "ganas"})
"""What somebody has and is not."""
_THERE_IS: Final = frozenset({"hay", "había", "hubo", "habrá", "haya"})
_WITH_ME: Final = frozenset({"conmigo", "contigo", "consigo"})


def reasons(evidence: Evidence) -> Iterator[str]:
    """Complaints about verbs that say nothing of anybody, or say it of the wrong one."""
    if evidence.lexis.has_fixed_order:
        return
    if _is_unspoken(evidence):
        yield "its verb says nothing of anybody"
    yield from _being_a_state(evidence)
    if _is_no_warning(evidence):
        yield "cuidado is no warning"
    for clause in evidence.message.clauses:
        if len(clause.predicates) == 1:
            yield from _of_nothing(evidence, clause)
            yield from _in_company(evidence, clause)


def _is_unspoken(evidence: Evidence) -> bool:
    """*Beber cerveza en el bar*: a chosen verb, and none in a person."""
    message = evidence.message
    if not message.has(Kind.VERB) or message.has(Kind.SOCIAL) or message.asks_with_a_word:
        return False
    there_is = any(part.text in _THERE_IS for part in evidence.parts)
    return not (any(evidence.readings) or there_is or _is_time_to(evidence))


def _is_no_warning(evidence: Evidence) -> bool:
    """*El cuidado del suelo está mojado*: what is cried out first is no thing that is so."""
    message = evidence.message
    begins = [gloss.casefold() for gloss in message.glosses[:1]] == ["cuidado"]
    if not begins or len(message.glosses) < 2 or message.has(Kind.VERB):
        return False
    at = next(iter(evidence.places_of(0)), 0)
    return at > 0 and evidence.additions[at - 1] is Addition.ARTICLE


def _is_time_to(evidence: Evidence) -> bool:
    """*hora de comer, ganas de llorar*."""
    first = next((part for part in evidence.parts if part.source is not None), None)
    linked = any(part.text == "de" for part in evidence.parts)
    if first is None or not linked:
        return False
    return first.text in _PLEASED or evidence.expresses(first, Kind.TIME, Kind.STATE)


_PLEASED: Final = frozenset({"encantado", "encantada"})
"""*Encantada de conocerte*: said of the speaker by itself."""


def _of_nothing(evidence: Evidence, clause: Clause) -> Iterator[str]:
    """*El ordenador rompe*, *el ruido no soporta*: a thing that breaks nothing, and feels."""
    (verb,) = clause.predicates
    traits = evidence.message.meanings[verb].traits
    people = [evidence.message.meanings[at] for at in clause.after]
    named = any(not meaning.is_a(Kind.PRONOUN) for meaning in people)
    if clause.before or named or not traits & {Trait.BY_ITSELF, Trait.FELT}:
        return
    things = [at for at in clause.members if evidence.message.meanings[at].is_a(Kind.NOUN)]
    if not things or any(at > verb for at in things):
        return
    hours = (Kind.TIME, Kind.QUANTITY)
    behind = evidence.message.meanings[verb + 1 :]
    if Trait.WITH_HOURS in traits and any(meaning.is_a(*hours) for meaning in behind):
        return  # la biblioteca cierra a las nueve
    said = {part.text for part in evidence.parts}
    for place in evidence.places_of(verb):
        persons = {reading.person for reading in evidence.readings[place]}
        is_told = bool(persons & THIRDS) and not persons & {Person.FIRST}
        leads = any(at < place for thing in things for at in evidence.places_of(thing))
        is_commanded = not leads and any(
            reading.is_imperative for reading in evidence.readings[place]
        )
        if Trait.FELT in traits and is_told:
            yield f"{evidence.parts[place].text} is said of a thing"
        by_itself = Trait.BY_ITSELF in traits and not people
        if by_itself and is_told and not is_commanded and "se" not in said:
            yield f"{evidence.parts[place].text} has no object"


def _being_a_state(evidence: Evidence) -> Iterator[str]:
    """*Estoy frío* is no *tengo frío*: somebody has it."""
    for place, part in enumerate(evidence.parts[1:], 1):
        before = evidence.parts[place - 1]
        persons = {reading.person for reading in evidence.readings[place - 1]}
        is_state = part.text in _HAD and part.source is not None
        is_being = evidence.additions[place - 1] is Addition.BE and persons & {*FIRSTS, *SECONDS}
        if is_state and is_being and not evidence.expresses(before, Kind.VERB):
            yield f"nobody is {part.text}"


def _in_company(evidence: Evidence, clause: Clause) -> Iterator[str]:
    """*querer, tú* is no *quiero contigo*: whom one loves is not only there."""
    message = evidence.message
    (verb,) = clause.predicates
    others = [at for at in clause.members if message.meanings[at].is_a(Kind.NOUN)]
    if Trait.AT_A_PERSON not in message.meanings[verb].traits or set(others) - set(clause.after):
        return
    for gloss in clause.after:
        for place in evidence.places_of(gloss):
            if message.glosses[gloss].casefold() in _WITH_ME:
                continue
            before = evidence.parts[place - 1].text if place else ""
            is_added = place > 0 and evidence.additions[place - 1] is Addition.PREPOSITION
            if evidence.parts[place].text in _WITH_ME or (before == "con" and is_added):
                yield f"{evidence.parts[place].text} is only company"
