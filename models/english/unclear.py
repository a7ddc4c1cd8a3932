"""The readings of a message that leaves open who did it: each is offered, none is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.engine import Tense
from models.english.clauses import Clause, Mood, Scene, Supplied
from models.english.context import no_clause
from models.english.glosses import read
from models.english.lexicon import Tag
from models.english.phrases import Nominal, Piece, is_unit
from models.english.reader import Unit
from models.english.roles import UnclearRolesError
from models.english.saying import clause_text
from models.english.spelling import capitalised
from models.english.tables import members
from models.english.tenses import Reading


def readings(error: UnclearRolesError, mark: str) -> Iterator[str]:
    """«Tom hit me.», «Hit Tom.», «I hit Tom.»; none where more than one other person is named."""
    scene, clause = error.scene, error.clause
    pieces = [*scene.before, *scene.after]
    people = [piece for piece in pieces if isinstance(piece, Nominal) and _is_somebody(piece)]
    if len(people) != 1 or any(is_unit(piece, Tag.VERB) for piece in pieces) or clause.question:
        return
    for said in _cast(scene, clause, people[0], pieces):
        text = clause_text(said, Reading(), no_clause)
        yield capitalised(text) + mark


def _is_somebody(piece: Nominal) -> bool:
    return piece.is_animate and piece.head.tag is not Tag.UNKNOWN


def _cast(scene: Scene, clause: Clause, person: Nominal, pieces: list[Piece]) -> Iterator[Clause]:
    others = tuple(piece for piece in pieces if piece is not person)
    bodily = next((piece for piece in others if _is_body(piece)), None)
    if bodily is not None and not person.is_first_person:
        yield from _by_owner(clause, person, bodily, others)
        return
    spoilt = next((piece for piece in others if isinstance(piece, Nominal)), None)
    if scene.verb.lemma in members("spoiling") and spoilt and not person.is_first_person:
        yield from _by_spoiler(clause, person, spoilt, others)
        return
    tense = clause.tense or Tense.PAST
    request = replace(clause, mood=Mood.REQUEST, tense=None, rest=_order(scene, person, others))
    if person.is_first_person:
        yield request
        return
    theirs = replace(clause, subject=person, tense=tense, rest=_order(scene, _me(), others))
    mine = replace(clause, supplied=Supplied.I, tense=tense, rest=_order(scene, person, others))
    harms = scene.verb.has("harm", "touch")
    yield from (theirs, request, mine) if harms else (request, mine, theirs)


def _order(scene: Scene, person: Nominal, others: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Whom it is done to comes first, but behind what is taken from somebody."""
    apart = scene.verb.has("taking") or scene.verb.frames.get("person", "-") != "-"
    things = tuple(piece for piece in others if isinstance(piece, Nominal))
    if not apart or scene.verb.has("two") or not things:
        return (person, *others)
    return (*things, person, *(piece for piece in others if piece not in things))


def _is_body(piece: Piece) -> bool:
    return isinstance(piece, Nominal) and piece.is_a("body") and not piece.is_determined


def _by_owner(
    clause: Clause, person: Nominal, bodily: Piece, others: tuple[Piece, ...]
) -> Iterator[Clause]:
    """`pull, hair, Lucy`: hers, or the speaker's."""
    assert isinstance(bodily, Nominal)
    my = Unit(read(["my"])[0], Tag.DETERMINER)
    mine = replace(bodily, lead=(my, *bodily.lead))
    theirs = replace(bodily, owner=person)
    tense = clause.tense or Tense.PAST
    around = tuple(piece for piece in others if piece is not bodily)
    yield replace(clause, subject=person, tense=tense, rest=(mine, *around))
    yield replace(clause, mood=Mood.REQUEST, tense=None, rest=(theirs, *around))
    yield replace(clause, supplied=Supplied.I, tense=tense, rest=(theirs, *around))


def _by_spoiler(
    clause: Clause, person: Nominal, spoilt: Nominal, others: tuple[Piece, ...]
) -> Iterator[Clause]:
    """`break, glasses, Sara`: she did, or they are hers."""
    theirs = tuple(replace(spoilt, owner=person) if one is spoilt else one for one in others)
    tense = clause.tense or Tense.PAST
    yield replace(clause, subject=person, tense=tense, rest=others)
    yield replace(clause, supplied=Supplied.I, tense=tense, rest=theirs)
    yield replace(clause, mood=Mood.REQUEST, tense=None, rest=theirs)


def _me() -> Nominal:
    return Nominal((), Unit(read(["me"])[0], Tag.PRONOUN))
