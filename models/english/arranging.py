"""Words behind a verb put in English order before they are said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from models.english.lexicon import Tag
from models.english.phrases import Nominal, Piece, Quality, is_action, is_unit, join
from models.english.tables import members
from models.english.verbs import Verb

_NOT_FELT: Final = ("place", "furniture", "thing", "surface", "house", "clothes")
_EDIBLE: Final = ("food", "drink", "meat")
_GROUPS: Final = ("animal", "toy", "clothes", "body", "vehicle", "day", "instrument")


def arrange(pieces: Sequence[Piece], verb: Verb) -> list[Piece]:
    """Owners before what they own, like beside like, adjectives before their noun, time last."""
    owned = _whose(_owners(pieces, verb))
    return _timed_last(_with_adjectives(_paired(owned, verb), verb))


def _owners(pieces: Sequence[Piece], verb: Verb) -> list[Piece]:
    """A person before a place is its owner there: `go, grandma, house`."""
    return _made_one(
        pieces,
        lambda last, piece: replace(piece, owner=last) if _owns(last, piece, verb) else None,
    )


def _whose(pieces: Sequence[Piece]) -> list[Piece]:
    """`forget, name, teacher`: a name, a price or a smell is that of what follows it."""
    return _made_one(
        pieces, lambda last, piece: replace(last, of=piece) if _is_told_of(last, piece) else None
    )


def _made_one(
    pieces: Sequence[Piece], join: Callable[[Nominal, Nominal], Nominal | None]
) -> list[Piece]:
    """The pieces with two noun phrases in a row made one where `join` makes one of them."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if isinstance(piece, Nominal) and isinstance(last, Nominal):
            one = join(last, piece)
            if one is not None:
                out[-1] = one
                continue
        out.append(piece)
    return out


def _is_told_of(last: Nominal, piece: Nominal) -> bool:
    told = last.key in members("told of") and last.of is None and not last.parts
    return told and piece.pronoun is None and not piece.is_a("day", "period", "time")


def _owns(last: Nominal, piece: Nominal, verb: Verb) -> bool:
    place = piece.key in members("owned places") | members("somebody's")
    place = place and not piece.is_determined
    person = last.is_person and last.pronoun is None and not last.parts
    giving = verb.has("two", "telling", "giving", "harm", "touch", "person-to")
    return place and person and not giving


def _paired(pieces: Sequence[Piece], verb: Verb) -> list[Piece]:
    """Nouns of one kind side by side are one object: `eat, melon, lemon`."""
    out: list[Piece] = []
    for place, piece in enumerate(pieces):
        last = out[-1] if out else None
        acts = place + 1 < len(pieces) and is_action(pieces[place + 1])
        beside = isinstance(piece, Nominal) and isinstance(last, Nominal) and not acts
        out.append(piece)
        if beside and isinstance(piece, Nominal) and isinstance(last, Nominal):
            out[-2:] = [join(last, piece)] if _alike(last, piece, verb) else [last, piece]
    return out


def _alike(first: Nominal, second: Nominal, verb: Verb) -> bool:
    if (
        verb.lemma == "prefer"
        or first.pronoun is not None
        or second.pronoun is not None
        or verb.has("into")
    ):
        return False
    if first.is_person and second.is_person:
        if second.key in members("somebody's"):
            return False
        return not verb.has("two", "person-to", "harm", "touch", "telling", "giving", "makes")
    if first.is_a(*_EDIBLE) and second.is_a(*_EDIBLE):
        return first.key not in members("dishes") or bool(first.parts)
    return any(first.is_a(group) and second.is_a(group) for group in _GROUPS)


def _with_adjectives(pieces: Sequence[Piece], verb: Verb) -> list[Piece]:
    """An adjective behind its noun moves before it: `want, ball, red`."""
    if verb.has("makes", "makes-colour", "linking"):
        return list(pieces)
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if isinstance(piece, Quality) and isinstance(last, Nominal) and _describes(piece, last):
            out[-1] = replace(last, lead=(*last.lead, *piece.units))
        else:
            out.append(piece)
    return out


def _describes(piece: Quality, last: Nominal) -> bool:
    if piece.head.key in members("faiths"):
        return False
    felt = piece.head.key in {"hot", "cold", "warm"} and not last.is_a("food", "drink", "water")
    if felt and (last.key == "blanket" or last.is_a(*_NOT_FELT)):
        return False
    return last.head.tag is Tag.NOUN and not last.parts and not piece.is_feeling


def _timed_last(pieces: list[Piece]) -> list[Piece]:
    """Words of time tapped before a place or thing come behind it."""
    times = [piece for piece in pieces if is_unit(piece, Tag.TIME)]
    acts = any(is_action(piece) for piece in pieces)
    if not times or acts:
        return pieces
    after = pieces[pieces.index(times[0]) :]
    if not any(isinstance(piece, Nominal) for piece in after):
        return pieces
    return [piece for piece in pieces if piece not in times] + times
