"""From the phrases of one clause to a plan: what is asked, denied, timed, and who does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.engine import Tense
from models.english.casting import cast
from models.english.clauses import Clause, Mood, Scene, Wish
from models.english.lexicon import Tag
from models.english.phrases import Nominal, Piece, Quality, is_action, is_unit
from models.english.reader import Unit
from models.english.roles import UnclearRolesError, are_unclear
from models.english.sorting import Sorted, sort
from models.english.tables import members
from models.english.verbless import plan_verbless
from models.english.verbs import Verb, VerbForm
from models.english.words import NOMINATIVE

_COUNTING = frozenset({Tag.QUANTITY, Tag.NUMBER})


def plan(pieces: Sequence[Piece], wish: Wish) -> Clause:
    """Plan one clause.

    Raises UnclearRolesError where nobody may guess who does what to whom.
    """
    found = sort(pieces, wish)
    _take_auxiliary(found)
    found.content = _wish_first(found.content)
    there = _there_is(found, wish)
    if there is not None:
        return there
    place = next((at for at, piece in enumerate(found.content) if is_action(piece)), None)
    modal = _modal(found.content, place)
    assert modal is None or isinstance(modal, Unit)
    if place is None or _is_about_action(found.content[:place]):
        return plan_verbless(found, wish, modal)
    verb = found.content[place]
    assert isinstance(verb, Unit)
    before = tuple(piece for piece in found.content[:place] if piece is not modal)
    after = tuple(piece for piece in found.content[place + 1 :] if piece is not modal)
    return _verbal(found, wish, modal, verb, before, after)


def _there_is(found: Sorted, wish: Wish) -> Clause | None:
    """`there, be, spider, bath`, `be, there, milk`, `there, no, bread`: what there is."""
    first, second, *rest = [*found.content, None, None]
    pair = {piece.key for piece in (first, second) if isinstance(piece, Unit)}
    be = next((piece for piece in (first, second) if _is_being(piece)), None)
    told = rest[0] if be is not None else second
    counted = isinstance(told, Nominal) and any(unit.tag in _COUNTING for unit in told.lead)
    if "there" not in pair or not isinstance(told, Nominal) or told.pronoun is not None:
        return None
    if be is None and not (counted and isinstance(first, Unit)):
        return None
    assert isinstance(be, Unit | None)
    there = next(p for p in (first, second) if isinstance(p, Unit) and p.key == "there")
    at = 2 if be is not None else 1
    asks = (wish.question or found.inverted or bool(found.question)) and not wish.embedded
    return Clause(
        Mood.QUESTION if asks else Mood.STATEMENT,
        Nominal((), replace(there, tag=Tag.PRONOUN)), verb=be, copula=be is None,
        negated=wish.negated or found.negated, tense=wish.tense or found.tense,
        question=found.question, asked=found.asked, opening=tuple(found.opening),
        middle=tuple(found.middle), embedded=wish.embedded, rest=tuple(found.content[at:]),
    )  # fmt: skip


def _can_be_forbidden(verb: Verb) -> bool:
    """«Don't finish my sentences», but never «Don't want to go»."""
    return not verb.has("state") and (verb.has("done") or not verb.has("self"))


def _modal(content: Sequence[Piece], place: int | None) -> Piece | None:
    """The modal of the clause; one behind a second subject is not: I wish I *could* walk."""
    for at, piece in enumerate(content):
        if not is_unit(piece, Tag.MODAL):
            continue
        behind = content[place + 1 : at] if place is not None else []
        return None if any(map(_is_subject, behind)) else piece
    return None


def _is_being(piece: Piece | None) -> bool:
    return isinstance(piece, Unit) and piece.verb is not None and piece.verb.has("be")


def _take_auxiliary(found: Sorted) -> None:
    """`did, you, sleep`: the tapped auxiliary of a question tells its tense and no more."""
    first = found.content[0] if found.content else None
    verb = first.verb if isinstance(first, Unit) else None
    acts = sum(is_action(piece) for piece in found.content) > 1
    if not isinstance(first, Unit) or verb is None or verb.lemma != "do" or not acts:
        return
    if len(found.content) > 1 and isinstance(found.content[1], Nominal):
        found.content.pop(0)
        found.inverted = True
        if first.word.form is VerbForm.PAST:
            found.tense = Tense.PAST


def _wish_first(content: list[Piece]) -> list[Piece]:
    """`telly, watch, want`: a wish tapped behind the action that is wished for comes first."""
    actions = [at for at, piece in enumerate(content) if is_action(piece)]
    if len(actions) < 2:
        return content
    last = content[actions[-1]]
    verb = last.verb if isinstance(last, Unit) else None
    behind = content[actions[-1] + 1 :]
    alone = all(isinstance(piece, Nominal) and piece.head.key in NOMINATIVE for piece in behind)
    asked = any(is_unit(piece, Tag.QUESTION) for piece in content)
    wishes = (
        not asked
        and verb is not None
        and verb.has("self")
        and verb.has("to")
        and not verb.has("bare")
    )
    first = content[actions[0]]
    chained = (
        isinstance(first, Unit)
        and first.verb is not None
        and first.verb.has("to", "that", "telling")
    )
    if asked or not (wishes and alone) or chained or len(content) < 3:
        return content
    between = content[actions[0] : actions[-1]]
    subjects = [piece for piece in between if _is_subject(piece)] + list(behind)
    others = [piece for piece in between if not _is_subject(piece)]
    moved = [piece for piece in content[: actions[0]] if not _is_subject(piece)]
    return [*subjects, *_subjects(content[: actions[0]]), last, *others, *moved]


def _is_subject(piece: Piece) -> bool:
    return isinstance(piece, Nominal) and piece.head.key in NOMINATIVE


def _subjects(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if _is_subject(piece)]


def _is_about_action(before: Sequence[Piece]) -> bool:
    """`happy, see, you`, `mum, ready, go`: a quality, and the action that it is about."""
    last = before[-1] if before else None
    if not isinstance(last, Quality) or last.head.adjective is None:
        return False
    others = before[:-1]
    apt = last.is_feeling or last.head.key in members("apt")
    return apt and len(others) <= 1 and all(isinstance(piece, Nominal) for piece in others)


def _verbal(
    found: Sorted,
    wish: Wish,
    modal: Unit | None,
    verb: Unit,
    before: tuple[Piece, ...],
    after: tuple[Piece, ...],
) -> Clause:
    assert verb.verb is not None
    asks = wish.question or bool(found.question) or found.inverted
    negated = wish.negated or found.negated
    tense = wish.tense or found.tense
    scene = Scene(
        verb.verb, before, after,
        question=found.question[-1].key if found.question else ("" if asks else None),
        asked=found.asked,
        request=wish.request, negated=negated,
        forbids=found.forbids and _can_be_forbidden(verb.verb), modal=modal is not None,
        timed=tense in {Tense.PAST, Tense.FUTURE}, later=tense is Tense.FUTURE,
        embedded=wish.embedded, joined=wish.joined,
        opened=bool(found.opening) or (bool(found.middle) and found.is_habit),
    )  # fmt: skip
    base = Clause(
        Mood.STATEMENT, verb=verb, modal=modal, negated=negated, tense=tense,
        question=found.question, asked=found.asked, opening=tuple(found.opening),
        middle=tuple(found.middle), embedded=wish.embedded, is_now=found.is_now,
        is_habit=found.is_habit or wish.habit,
    )  # fmt: skip
    if are_unclear(scene):
        raise UnclearRolesError(scene, base)
    roles = cast(scene)
    reported = wish.embedded and roles.mood is Mood.QUESTION
    return replace(
        base, mood=Mood.STATEMENT if reported else roles.mood, subject=roles.subject,
        supplied=roles.supplied, asks_subject=roles.asks_subject, calls=roles.calls,
        calls_last=roles.calls_last, rest=roles.rest,
    )  # fmt: skip
