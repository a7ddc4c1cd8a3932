"""Whom a clause means that names nobody, because the clause before it tells: *explain before you
touch me*, *he knows but he doesn't speak*, *take off your coat*."""

from __future__ import annotations

from typing import Final

from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.meaning import FIRSTS, Kind, Person
from models.checking.omissions import is_bare_command
from models.checking.words import key, listed

_WHEN: Final = listed("if before after when until unless while")
_DENYING: Final = listed("do not never always please")
_JOINING: Final = listed("and but or so because when if while")


def is_told_when(evidence: Evidence, at: int) -> bool:
    """*If you are cold*, *before you come in*: whoever is told what to do, and when. Not where the
    speaker or somebody else does something."""
    message = evidence.message
    before = evidence.parts[at - 1] if at else None
    if before is None or before.source is None or before.text not in _WHEN:
        return False
    is_own = any(evidence.lexis.persons(part.text) & FIRSTS for part in _subjects(evidence))
    return not is_own and not any(clause.before for clause in message.clauses)


def _subjects(evidence: Evidence) -> list[Part]:
    return [part for part in evidence.parts if evidence.lexis.is_subject_form(part.text)]


def is_named_before(evidence: Evidence, at: int) -> bool:
    """A subject that is said again behind a joining word: *he knows but he doesn't speak*, *no
    cherries because they have stones*."""
    part, message = evidence.parts[at], evidence.message
    before = evidence.parts[at - 1] if at else None
    if before is None or before.text not in _JOINING or before.source is None:
        return False
    others = [m for m in message.meanings if m.person is not None and m.is_a(Kind.ANIMATE)]
    if part.text in map(key, message.glosses):
        return not others
    things = [m.person for m in message.meanings[: before.source] if m.is_a(Kind.NOUN)]
    is_several = Person.THIRD_PLURAL in evidence.lexis.persons(part.text)
    people = [*others, *(m for m in message.meanings if m.is_a(Kind.PRONOUN) and m.person)]
    return is_several and not people and things.count(Person.THIRD_PLURAL) == 1


def is_worn(evidence: Evidence, at: int) -> bool:
    """*Fasten your belt*: in a command the body and what one wears are the listener's."""
    begins = next((part for part in evidence.parts if part.text not in _DENYING), None)
    is_told = begins is not None and evidence.expresses(begins, Kind.VERB)
    if evidence.is_question or not is_told or not is_bare_command(evidence):
        return False
    owned = next(
        (part for part in evidence.parts[at + 1 :] if evidence.expresses(part, Kind.NOUN)), None
    )
    return owned is not None and evidence.expresses(owned, Kind.BODY, Kind.WORN)
