"""Takes out of a clause what belongs to it as a whole: not, never, question words, first times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from models.engine import Tense
from models.english import words
from models.english.clauses import Wish
from models.english.denial import leads_to_denial
from models.english.lexicon import Tag, lexicon
from models.english.phrases import TIMES, Nominal, Piece, Prepositional, Quality, is_unit
from models.english.reader import Unit
from models.english.tables import members
from models.english.times import tense_of

_OPENING_KINDS: Final = ("period", "day", "season")
_OPENING_PREPOSITIONS: Final = frozenset({"before", "after", "during", "since"})
_HABITS: Final = ("every ", "each ")


@dataclass
class Sorted:
    """The pieces of a clause, with what belongs to the clause as a whole taken out."""

    content: list[Piece] = field(default_factory=list)
    opening: list[Piece] = field(default_factory=list)
    middle: list[Unit] = field(default_factory=list)
    question: tuple[Unit, ...] = ()
    asked: Nominal | None = None
    inverted: bool = False
    """An auxiliary tapped first makes it a question."""
    negated: bool = False
    forbids: bool = False
    """Denied by a `don't` that stands first."""
    tense: Tense | None = None
    is_now: bool = False
    is_habit: bool = False


def sort(pieces: Sequence[Piece], wish: Wish) -> Sorted:
    """Sort the pieces of one clause."""
    found = Sorted()
    has_verb = any(is_unit(piece, Tag.VERB, Tag.MODAL) for piece in pieces)
    for place, piece in enumerate(pieces):
        since = place > 0 and _is_since(pieces[place - 1])
        _note_time(found, piece, since)
        kept = is_unit(piece, Tag.NEGATION) and leads_to_denial(pieces, place)
        taken = not kept and isinstance(piece, Unit) and _takes(found, piece, has_verb)
        if taken or _asks(found, piece, pieces, place):
            continue
        first = not found.content and not found.question and place + 1 < len(pieces)
        starts = first and _starts_itself(piece, pieces[place + 1])
        if has_verb and (_exclaims(piece) or (first and not starts and opens(piece))):
            found.opening.append(piece)
        else:
            found.content.append(piece)
    if wish.question and not found.question:
        _take_late_question(found)
    return found


def _starts_itself(piece: Piece, follows: Piece) -> bool:
    """«Ramadan starts tomorrow»: the time is what the clause is about."""
    verb = follows.verb if isinstance(follows, Unit) else None
    return (
        isinstance(piece, Nominal)
        and verb is not None
        and (verb.lemma in members("events of time"))
    )


def _is_day_told(pieces: Sequence[Piece], place: int) -> bool:
    """«Tomorrow is my birthday», «Today is Monday»: the time is the subject."""
    if place > 0 or len(pieces) != 3 or not is_unit(pieces[0], Tag.TIME):
        return False
    verb = pieces[1].verb if isinstance(pieces[1], Unit) else None
    told = pieces[2]
    return (
        verb is not None and verb.has("be") and isinstance(told, Nominal) and (told.pronoun is None)
    )


def _is_since(piece: Piece) -> bool:
    """Behind `since` and `than` a time does not tell when it happens."""
    return isinstance(piece, Unit) and piece.key in {"since", "than"}


def _takes(found: Sorted, unit: Unit, has_verb: bool) -> bool:
    """Whether a unit belongs to the clause as a whole: not, never, also."""
    if unit.tag is Tag.NEGATION:
        found.negated = True
        found.forbids = unit.key in {"don't", "dont", "do not"} and not found.content
        return True
    lex = lexicon()
    often = lex.is_in("frequency", unit.key) and unit.tag in {Tag.ADVERB, Tag.TIME}
    if often and unit.key in members("said first") and not found.content and not found.question:
        return False
    stands_at_verb = often or (lex.is_in("middle", unit.key) and unit.tag is Tag.ADVERB)
    if stands_at_verb and has_verb and unit.token.count == 1:
        found.middle.append(unit)
        return True
    return False


def _asks(found: Sorted, piece: Piece, pieces: Sequence[Piece], place: int) -> bool:
    if found.content:
        return False
    if isinstance(piece, Unit) and piece.tag is Tag.QUESTION and not found.question:
        found.question = (piece,)
        return True
    behind = bool(found.question) and pieces[place - 1] is found.question[-1]
    if behind and isinstance(piece, Nominal) and _is_asked_for(piece, found.question[-1].key):
        found.asked = piece
        return True
    return False


def _is_asked_for(piece: Nominal, key: str) -> bool:
    """how many *apples*, what *colour*; but what is *your name*."""
    if piece.pronoun is not None or any(unit.tag is Tag.DETERMINER for unit in piece.lead):
        return False
    return key in members("counting") or (key == "what" and piece.key in members("asked things"))


def _take_late_question(found: Sorted) -> None:
    """`you go where ?`: the question word tapped last comes first."""
    last = found.content[-1] if found.content else None
    if isinstance(last, Unit) and last.tag is Tag.QUESTION:
        found.question = (last,)
        found.content.pop()


def _note_time(found: Sorted, piece: Piece, since: bool) -> None:
    if is_unit(piece, Tag.TIME, Tag.ADVERB) and isinstance(piece, Unit):
        if not since:
            found.tense = found.tense or tense_of(piece.key)
        found.is_now = found.is_now or piece.key in words.NOW
        habit = piece.key.startswith(_HABITS) or lexicon().is_in("frequency", piece.key)
        found.is_habit = found.is_habit or habit
    if isinstance(piece, Quality) and piece.head.key == "born":
        found.tense = found.tense or Tense.PAST
    nominal = piece.nominal if isinstance(piece, Prepositional) else piece
    if isinstance(piece, Prepositional):
        in_time = tense_of(f"{piece.preposition.key} {piece.nominal.head.key}")
        found.tense = found.tense or in_time
    if isinstance(nominal, Nominal) and nominal.is_a("day") and nominal.head.word.is_plural:
        found.is_habit = True
    if isinstance(nominal, Nominal) and nominal.is_a(*TIMES):
        found.is_habit = found.is_habit or nominal.leads("every", "each")
        if nominal.leads("last", "previous"):
            found.tense = found.tense or Tense.PAST
        elif nominal.leads("next", "following"):
            found.tense = found.tense or Tense.FUTURE


def opens(piece: Piece) -> bool:
    """Whether a piece at the head of a clause stands before its subject: yesterday, on Monday."""
    if isinstance(piece, Unit):
        if piece.tag is Tag.TIME:
            return True
        return piece.tag in {Tag.ADVERB, Tag.CONJUNCTION} and lexicon().is_in("opener", piece.key)
    if isinstance(piece, Prepositional) and piece.preposition.key in _OPENING_PREPOSITIONS:
        return True
    nominal = piece.nominal if isinstance(piece, Prepositional) else piece
    return isinstance(nominal, Nominal) and nominal.is_a(*_OPENING_KINDS)


def _exclaims(piece: Piece) -> bool:
    """«What big eyes you have»."""
    return isinstance(piece, Nominal) and piece.leads("what", "what a")
