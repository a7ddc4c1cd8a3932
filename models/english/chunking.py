"""Gathers the words of a message into phrases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from models.english import words
from models.english.comparing import is_compared
from models.english.lexicon import Tag, lexicon
from models.english.nouns import Count, Noun
from models.english.phrases import TIMES, Nominal, Piece, Prepositional, Quality, is_unit, join
from models.english.reader import Unit
from models.english.tables import members

_HEADS: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.UNKNOWN})
_LEADING: Final = frozenset(
    {Tag.DETERMINER, Tag.QUANTITY, Tag.NUMBER, Tag.ADJECTIVE, Tag.INTENSIFIER}
)
_PARTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "parts of devices": ("device", "powered"),
        "parts of vehicles": ("vehicle", "wheeled"),
        "parts of rooms": ("room",),
        "admissions": ("vehicle", "event", "venue"),
        "visits": ("office", "health"),
    }
)
"""What the second noun of a compound is, and the kinds of the first that it is a part of."""
_NOUNS_OF_PRONOUNS: Final = frozenset({"one", "ones", "else", "same"})
_WORN: Final = ("clothes", "body", "personal", "face")
_ANYTHING: Final = frozenset({"nothing", "something", "anything"})
_ABOUT: Final = frozenset({"about", "of", "with", "at", "to"})


def gather(units: Sequence[Unit]) -> list[Piece]:
    """The phrases of a message in their order; what belongs to no phrase stays a unit."""
    pieces: list[Piece] = []
    index = 0
    while index < len(units):
        piece, index = _next(units, index, pieces)
        pieces.append(piece)
    return _told_apart(_of_use(_coordinated(pieces)))


def _of_use(pieces: list[Piece]) -> list[Piece]:
    """`want, something, eat`: something to eat."""
    if len(pieces) < 3:
        return pieces
    thing, last = pieces[-2:]
    verb = last.verb if isinstance(last, Unit) else None
    what = isinstance(thing, Nominal) and thing.head.key in _ANYTHING
    if not what or verb is None or verb.has("things", "alone", "self", "state", "body"):
        return pieces
    assert isinstance(thing, Nominal)
    assert isinstance(last, Unit)
    token = replace(thing.head.token, text=f"{thing.head.text} to {last.text}")
    return [*pieces[:-2], replace(thing, head=replace(thing.head, token=token))]


def _told_apart(pieces: list[Piece]) -> list[Piece]:
    """`girl, with, red, coat, nice`: which girl, before it is said how she is."""
    first, second, third, *_ = [*pieces, None, None, None]
    if not isinstance(first, Nominal) or not isinstance(second, Prepositional):
        return pieces
    if first.pronoun is not None or first.parts or first.of or second.nominal.is_a(*TIMES):
        return pieces
    if second.preposition.key not in members("telling apart") or second.nominal.is_person:
        return pieces
    worn = second.preposition.key in {"with", "in", "without"} and second.nominal.is_a(*_WORN)
    is_told = isinstance(third, Quality) and (worn or not first.is_animate)
    verb = third.verb if isinstance(third, Unit) else None
    is_told = is_told or (verb is not None and (worn or verb.has("be")) and len(pieces) > 3)
    is_told = is_told or (verb is not None and worn and second.preposition.key == "with")
    return [replace(first, where=second), *pieces[2:]] if is_told else pieces


def _next(units: Sequence[Unit], index: int, before: Sequence[Piece]) -> tuple[Piece, int]:
    unit = units[index]
    if unit.tag is Tag.PREPOSITION and index + 1 < len(units):
        found = _nominal(units, index + 1)
        if found:
            return Prepositional(unit, found[0]), found[1]
    found = None if _describes(units, index, before) else _nominal(units, index)
    if found:
        return found
    if unit.tag in {Tag.ADJECTIVE, Tag.INTENSIFIER}:
        return _quality(units, index)
    return unit, index + 1


def _past_degree(units: Sequence[Unit], index: int) -> int:
    while index < len(units) and units[index].tag is Tag.INTENSIFIER:
        index += 1
    return index


def _quality(units: Sequence[Unit], index: int) -> tuple[Piece, int]:
    end = _past_degree(units, index)
    if end < len(units) and units[end].tag is Tag.ADJECTIVE:
        return Quality(tuple(units[index : end + 1])), end + 1
    return units[index], index + 1


def _describes(units: Sequence[Unit], index: int, before: Sequence[Piece]) -> bool:
    """Whether an adjective here says how somebody is, rather than which thing is meant."""
    if units[index].tag not in {Tag.ADJECTIVE, Tag.INTENSIFIER}:
        return False
    end = _past_degree(units, index)
    if end >= len(units) or units[end].tag is not Tag.ADJECTIVE:
        return False
    adjective = units[end].adjective
    feeling = adjective is not None and adjective.is_feeling
    kept = [piece for piece in before if not is_unit(piece, Tag.NEGATION)]
    last = kept[-1] if kept else None
    verbless = not any(is_unit(piece, Tag.VERB, Tag.MODAL) for piece in before)
    if isinstance(last, Nominal) and verbless and is_compared(units[end].key):
        return True
    if isinstance(last, Nominal) and verbless:
        later_verb = any(unit.tag is Tag.VERB for unit in units[end:])
        return feeling or (last.pronoun is not None and not later_verb)
    linked = isinstance(last, Unit) and last.verb is not None and last.verb.has("linking")
    if linked and adjective is not None and adjective.stands_alone:
        return True
    feels = isinstance(last, Unit) and last.verb is not None and last.verb.lemma == "feel"
    if feels and feeling:
        return True
    return feeling and not before and _has_cause(units, end)


def _has_cause(units: Sequence[Unit], end: int) -> bool:
    """`scared doctor`, `sad dog die`: a feeling, and what it is about."""
    adjective = units[end].adjective
    rest = units[end + 1 :]
    if adjective is None or not rest or rest[0].tag is Tag.CONJUNCTION:
        return False
    if adjective.stands_alone:
        return True
    happens = any(unit.tag is Tag.VERB for unit in rest)
    points = rest[0].tag in {Tag.PRONOUN, Tag.DETERMINER}
    return bool(_ABOUT & set(adjective.frames.values())) and (happens or points)


def _nominal(units: Sequence[Unit], index: int) -> tuple[Nominal, int] | None:
    lead: list[Unit] = []
    place = index
    while place < len(units) and units[place].tag in _LEADING:
        lead.append(units[place])
        place += 1
    if place < len(units) and units[place].tag in _HEADS:
        clock = lead and lead[-1].tag is Tag.NUMBER and _is_day(units[place])
        if not clock:
            return _with_head(units, place, lead)
    if place < len(units) and units[place].tag is Tag.PRONOUN and _fits(lead, units[place]):
        return Nominal(tuple(lead), units[place]), place + 1
    if units[index].tag in {Tag.QUANTITY, Tag.NUMBER}:
        return Nominal((), units[index]), index + 1
    return None


def _is_day(unit: Unit) -> bool:
    """`ten, Tuesday` is an hour and a day."""
    return unit.noun is not None and unit.noun.is_a("day") and not unit.word.is_plural


def _fits(lead: Sequence[Unit], pronoun: Unit) -> bool:
    """`a different one` is one phrase; `happy you` is two."""
    if not lead or pronoun.key in _NOUNS_OF_PRONOUNS:
        return True
    return lead[-1].key in {"all", "both"} and pronoun.key in words.PERSONAL


def _with_head(units: Sequence[Unit], place: int, lead: list[Unit]) -> tuple[Nominal, int]:
    """The head noun; nouns that only tell its stuff or title join the words before it."""
    while place + 1 < len(units) and units[place + 1].tag in _HEADS and _compounds(units, place):
        lead.append(units[place])
        place += 1
    tail, end = _tail(units, place + 1)
    of, end = _of(units, end)
    return Nominal(tuple(lead), units[place], tail, of), end


def _compounds(units: Sequence[Unit], place: int) -> bool:
    first, second = units[place], units[place + 1]
    if first.noun is None or first.token.count > 1:
        return False
    if second.tag is Tag.NAME:
        told = any(unit.tag is Tag.VERB for unit in units[:place])
        return first.key in members("name titles") or (first.key == "name" and told)
    if second.noun is None:
        return False
    if first.key in members("titles") and second.noun.is_a("animal"):
        return not first.word.is_plural
    if second.noun.lemma in members("compound heads"):
        stuff = second.noun.is_a("food", "drink") and first.noun.is_a("food")
        if first.key == "food":
            return False
        return first.key in members("materials") or stuff
    joined = f"{first.key} {second.key}"
    listed = joined in lexicon().nouns and joined not in members("two things")
    return listed or _is_part(first.noun, second.noun)


def _is_part(whole: Noun, part: Noun) -> bool:
    """wheelchair battery, car keys, kitchen floor, cinema ticket, dentist appointment."""
    return any(
        part.lemma in members(parts) and whole.is_a(*kinds) for parts, kinds in _PARTS.items()
    )


def _tail(units: Sequence[Unit], place: int) -> tuple[tuple[Unit, ...], int]:
    """Adjectives tapped behind their noun where a verb still follows: «ball, red, fall»."""
    end = place
    while end < len(units) and units[end].tag is Tag.ADJECTIVE:
        end += 1
    follows = place < end < len(units) and units[end].tag is Tag.VERB
    feels = any(unit.adjective and unit.adjective.stands_alone for unit in units[place:end])
    return (tuple(units[place:end]), end) if follows and not feels else ((), place)


def _of(units: Sequence[Unit], place: int) -> tuple[Nominal | None, int]:
    """`of` and its noun, behind the noun that they tell more of; a cup and what is in it."""
    measured = place > 0 and units[place - 1].key in members("measures")
    if measured and place < len(units) and _is_stuff(units[place], units[place - 1].key):
        found = _nominal(units, place)
        if found:
            return found
    if place + 1 < len(units) and units[place].key == "of":
        found = _nominal(units, place + 1)
        if found:
            return found
    return None, place


def _is_stuff(unit: Unit, measure: str) -> bool:
    """Food and drink that is measured: tea, bread, crisps; of a cake one gets a piece."""
    noun = unit.noun
    if noun is None or not noun.is_a("food", "drink"):
        return False
    cut = measure in {"slice", "slices", "piece", "pieces", "bit"}
    return cut or unit.word.is_plural or noun.count is not Count.COUNT


def _coordinated(pieces: Sequence[Piece]) -> list[Piece]:
    """Nouns with a tapped `and` / `or` between them as one phrase."""
    joined: list[Piece] = []
    index = 0
    while index < len(pieces):
        piece, last = pieces[index], joined[-1] if joined else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        joins = isinstance(piece, Unit) and piece.key in words.JOINING
        if joins and isinstance(after, Nominal) and not _starts_clause(pieces, index + 1):
            joiner = "or" if isinstance(piece, Unit) and piece.key == "or" else "and"
            if isinstance(last, Nominal):
                joined[-1] = join(last, after, joiner)
                index += 2
                continue
            if isinstance(last, Prepositional):
                joined[-1] = replace(last, nominal=join(last.nominal, after, joiner))
                index += 2
                continue
        if (
            isinstance(piece, Nominal)
            and isinstance(last, Prepositional)
            and _keeps_company(last, piece, pieces[index + 1 :])
        ):
            joined[-1] = replace(last, nominal=join(last.nominal, piece))
        else:
            joined.append(piece)
        index += 1
    return joined


def _keeps_company(last: Prepositional, piece: Nominal, rest: Sequence[Piece]) -> bool:
    """`with, mum, dad`: with mum and dad."""
    together = last.nominal.is_person and piece.is_person and piece.pronoun is None
    acts = bool(rest) and is_unit(rest[0], Tag.VERB, Tag.MODAL)
    return together and not acts and last.preposition.key in {"with", "without", "for", "about"}


def _starts_clause(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the noun after `and` is the subject of a verb of its own: «...and dad eats»."""
    had_verb = any(is_unit(piece, Tag.VERB, Tag.MODAL) for piece in pieces[:index])
    follows = index + 1 < len(pieces) and is_unit(pieces[index + 1], Tag.VERB, Tag.MODAL)
    return had_verb and follows
