"""Finds the clauses of a message and what joins them: because, and, if... then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from models.engine import Tense
from models.english import words
from models.english.clauses import Clause, Mood, Supplied, Wish
from models.english.denial import denied_apart
from models.english.lexicon import Tag
from models.english.phrases import Nominal, Piece, Prepositional, Quality, is_action, is_unit
from models.english.planning import plan
from models.english.reader import Unit
from models.english.tables import members
from models.english.verbs import Verb, VerbForm

Span = tuple[str, list[Piece]]
Joined = tuple[str, Clause]
"""A clause, and the word that joins it to the one before: "" for the first."""

THEN: Final = "then"
"""Joins what comes first and what comes behind it."""
GROWN_UP: Final = "when I grow up"
"""Joins what one wants to be to growing up."""
_LICENSES: Final = ("person-to", "bare", "that", "telling", "how")
_CHAINS: Final = (*_LICENSES, "to", "ing", "motion", "body")


def clauses(pieces: Sequence[Piece], wish: Wish) -> list[Joined]:
    """The planned clauses. Raises UnclearRolesError."""
    spans = split(pieces)
    if wish.tense is None and any(j == "when" and _is_once(span) for j, span in spans):
        wish = replace(wish, tense=Tense.PAST)
    conditional = any(joiner in words.CONDITIONS for joiner, _ in spans)
    ordered = any(joiner == THEN for joiner, _ in spans)
    planned: list[Joined] = []
    for place, (joiner, span) in enumerate(spans):
        own = _wish_for(joiner, wish, place)
        own = replace(own, joined=place > 0, habit=conditional, continues=place + 1 < len(spans))
        if ordered and not any(isinstance(piece, Nominal) for piece in _before_verb(span)):
            own = replace(own, request=True)
        planned.append(_follow(joiner, _same_subject(plan(span, own), planned), planned))
    return planned


def _is_once(span: Sequence[Piece]) -> bool:
    """`when, I, small`, `when, I, be, child`: it is long ago."""
    told = [piece for piece in span if not (isinstance(piece, Unit) and piece.verb is not None)]
    be = [piece for piece in span if isinstance(piece, Unit) and piece.verb is not None]
    first, last = told[0] if told else None, told[-1] if told else None
    somebody = isinstance(first, Nominal) and first.pronoun is not None and first is not last
    still = all(unit.verb is not None and unit.verb.has("be") for unit in be)
    key = last.head.key if isinstance(last, Quality | Nominal) else ""
    return somebody and still and len(told) == 2 and key in members("once")


def _before_verb(span: Sequence[Piece]) -> Sequence[Piece]:
    place = next((at for at, piece in enumerate(span) if is_action(piece)), 0)
    return span[:place]


def _wish_for(joiner: str, wish: Wish, place: int) -> Wish:
    if joiner in words.SUBORDINATING | words.CONDITIONS:
        return Wish(tense=wish.tense, embedded=True)
    beside = place == 0 or joiner in {"and", "but", "or", ","}
    return wish if beside else replace(wish, question=False)


def _same_subject(clause: Clause, planned: Sequence[Joined]) -> Clause:
    """«The girl is crying because she fell»: not the speaker, where another was spoken of."""
    main = planned[-1][1] if planned else None
    speaker = clause.supplied is Supplied.I
    if main is None or not speaker or main.subject is None or main.mood is Mood.QUESTION:
        return clause
    echo = main.subject.echo
    own = main.subject.is_a("body") or not main.subject.is_animate
    if own or echo in {words.I, words.IT} or main.subject.head.tag is Tag.UNKNOWN:
        return clause
    if clause.copula:  # «Mum shouts because angry»: she or I?
        return replace(clause, mood=Mood.FRAGMENT, copula=False, governed=True)
    return replace(clause, supplied=Supplied.SAME, echo=echo)


def _follow(joiner: str, clause: Clause, planned: Sequence[Joined]) -> Joined:
    """A cause happens when its effect does, and what is told together in one tense."""
    if joiner == "because" and clause.mood is Mood.FRAGMENT and clause.verb is None:
        return _cause(clause, planned)
    if not planned or clause.tense is not None:
        return joiner, clause
    if joiner == GROWN_UP:
        return joiner, replace(clause, tense=Tense.FUTURE, is_habit=False)
    main = planned[-1][1]
    if joiner in {"because", "when", "and"} and main.tense is Tense.PAST:
        return joiner, replace(clause, tense=Tense.PAST)
    done = main.verb is not None and main.verb.verb is not None and main.verb.verb.has("done")
    if joiner == "and" and not done and not main.copula:
        return joiner, replace(clause, tense=Tense.PRESENT)
    return joiner, clause


def _cause(clause: Clause, planned: Sequence[Joined]) -> Joined:
    """«because of the rain»; «because I'm ill», where the speaker is who the message is about."""
    first = clause.rest[0] if clause.rest else None
    if not isinstance(first, Quality):
        return "because of", replace(clause, governed=True)
    main = planned[-1][1] if planned else None
    subject = main.subject.pronoun if main is not None and main.subject is not None else None
    speaks = subject is words.I or (main is not None and main.supplied is Supplied.I)
    if first.is_feeling and not speaks:
        return "because", replace(clause, governed=True)
    whose = Supplied.I if first.is_feeling else Supplied.IT
    past = Tense.PAST if main is not None and main.tense is Tense.PAST else clause.tense
    return "because", replace(clause, mood=Mood.STATEMENT, copula=True, supplied=whose, tense=past)


def split(pieces: Sequence[Piece]) -> list[Span]:
    """The pieces of each clause."""
    spans: list[Span] = [("", [])]
    for place, piece in enumerate(pieces):
        if isinstance(piece, Unit) and piece.tag is Tag.CONJUNCTION:
            spans.append((piece.key, []))
            continue
        if _is_then(pieces, piece):
            spans.append((THEN, []))
            continue
        joiner = denied_apart(pieces, place) or _joiner(spans, pieces, place)
        if joiner is not None:
            spans.append((joiner, []))
        spans[-1][1].append(piece)
    return [(joiner, span) for joiner, span in spans if span or joiner]


def _is_then(pieces: Sequence[Piece], piece: Piece) -> bool:
    """`first, homework, then, play`: what comes behind."""
    first = pieces[0]
    begins = isinstance(first, Unit) and first.key == "first" and first.tag is Tag.ADVERB
    return begins and isinstance(piece, Unit) and piece.key == "then"


def _joiner(spans: Sequence[Span], pieces: Sequence[Piece], place: int) -> str | None:
    """What joins a clause that begins here to the one before, None if none begins."""
    current, piece = spans[-1][1], pieces[place]
    if not current:
        return None
    if spans[-1][0] in words.CONDITIONS and not any(span for _, span in spans[:-1]):
        return "," if _ends_condition(current, pieces, place) else None
    denied = len(current) == 2 and is_unit(current[0], Tag.NEGATION)
    if denied and isinstance(current[1], Quality) and is_action(piece):
        return "," if not current[1].is_feeling else None
    grown = _grown_up(current, piece)
    if grown is not None:
        return grown
    if _is_weather(current[-1]) and is_unit(piece, Tag.VERB, Tag.NEGATION, Tag.MODAL):
        return "and"
    if isinstance(piece, Nominal) and piece.leads("no") and isinstance(current[-1], Nominal):
        return ","
    if _wishes_besides(current, piece):
        return "and"
    first = current[0]
    if _is_weather(piece) and isinstance(first, Quality) and first.is_feeling:
        return "because"
    return _by_subject(current, pieces, place) if isinstance(piece, Nominal) else None


def _grown_up(current: Sequence[Piece], piece: Piece) -> str | None:
    """`grow up, be, firefighter`: when I grow up, I'll be..."""
    last = current[-1]
    grown = isinstance(last, Unit) and last.verb is not None and last.verb.lemma == "grow up"
    alone = not any(isinstance(item, Nominal) for item in current)
    return GROWN_UP if grown and alone and is_action(piece) else None


def _wishes_besides(current: Sequence[Piece], piece: Piece) -> bool:
    """`finish, book, want, another`: what was done, and what is wanted now."""
    verb = piece.verb if isinstance(piece, Unit) else None
    actions = [item for item in current if isinstance(item, Unit) and item.tag is Tag.VERB]
    last = actions[-1].verb if actions else None
    if _is_auxiliary(current) or is_unit(current[-1], Tag.TO):
        return False
    if verb is None or last is None or current[-1] is actions[-1] or last.has(*_CHAINS):
        return last is not None and verb is not None and _ended(current, last, verb)
    return verb.has("self") and verb.has("state")


def _is_auxiliary(current: Sequence[Piece]) -> bool:
    """`do, you`: an auxiliary with its subject is no clause yet."""
    first = current[0]
    do = isinstance(first, Unit) and first.verb is not None and first.verb.lemma == "do"
    return do and len(current) == 2 and isinstance(current[1], Nominal) and current[1].is_person


def _ended(current: Sequence[Piece], last: Verb, verb: Verb) -> bool:
    """`finish` takes an action, but not behind its object."""
    told = any(isinstance(item, Nominal) for item in current[1:])
    return told and last.has("done") and last.has("ing") and verb.has("self") and verb.has("state")


def _is_weather(piece: Piece) -> bool:
    verb = piece.verb if isinstance(piece, Unit) else None
    return verb is not None and verb.has("weather")


def _follows(pieces: Sequence[Piece], place: int) -> Piece | None:
    """What stands behind a noun, adverbs and `not` left out."""
    for piece in pieces[place + 1 : place + 4]:
        if not is_unit(piece, Tag.NEGATION, Tag.ADVERB):
            return piece
    return None


def _ends_condition(current: Sequence[Piece], pieces: Sequence[Piece], place: int) -> bool:
    """Whether the main clause begins here: «If it rains, ...», «When I'm big, ...»"""
    piece = pieces[place]
    actions = [item for item in current if isinstance(item, Unit) and item.tag is Tag.VERB]
    told = bool(actions) or any(isinstance(item, Quality | Prepositional) for item in current)
    told = told or _is_once(current)
    denies = is_unit(piece, Tag.NEGATION) and place + 1 < len(pieces)
    if denies and actions and is_action(pieces[place + 1]):
        return True
    if isinstance(piece, Quality) and piece.is_feeling and actions:
        return actions[-1].verb is not None and not actions[-1].verb.has("linking")
    if isinstance(piece, Nominal):
        follows = _follows(pieces, place)
        acts = is_unit(follows, Tag.VERB, Tag.MODAL) or isinstance(follows, Quality)
        last = actions[-1].verb if actions else None
        takes = last is not None and last.has(*_LICENSES) and not _is_served(piece, current)
        takes = takes or _is_object(piece, current)
        return told and acts and not takes
    last = actions[-1].verb if actions else None
    return is_action(piece) and last is not None and not last.has(*_CHAINS)


def _is_object(piece: Nominal, current: Sequence[Piece]) -> bool:
    """`if, I, win, lottery, buy, house`: a thing right behind what takes one."""
    last = current[-1]
    verb = last.verb if isinstance(last, Unit) else None
    return verb is not None and not verb.has("alone") and not piece.is_animate


def _is_served(piece: Nominal, current: Sequence[Piece]) -> bool:
    """A nominative behind an object begins a clause: if you help me, *I*..."""
    nominative = piece.pronoun is not None and piece.head.key in words.NOMINATIVE
    return nominative and isinstance(current[-1], Nominal)


def _by_subject(current: Sequence[Piece], pieces: Sequence[Piece], place: int) -> str | None:
    """Whether this noun is the subject of a second clause."""
    piece, follows = pieces[place], _follows(pieces, place)
    assert isinstance(piece, Nominal)
    acts = is_unit(follows, Tag.VERB, Tag.MODAL)
    if acts and isinstance(follows, Unit) and follows.word.form in _KEPT_FORMS:
        return None
    feels = any(isinstance(item, Quality) and item.is_feeling for item in current)
    actions = [item for item in current if isinstance(item, Unit) and item.tag is Tag.VERB]
    if not actions:
        if _is_told_beside(current, piece, follows, pieces[place + 2 :]):
            return ","
        return "because" if feels and acts else None
    last = actions[-1].verb
    if last is not None and last.lemma == "do" and len(current) == 1:
        return None
    if last is None or last.has(*_LICENSES) or any(is_unit(item, Tag.QUESTION) for item in current):
        return None
    if last.lemma.endswith(" like") and current[-1] is actions[-1]:
        return "" if acts else None
    nominative = piece.pronoun is not None and piece.head.key in words.NOMINATIVE
    describes = isinstance(follows, Quality) and nominative
    bids = current[0] is actions[-1] and last.has("ask", "call", "care")
    if nominative and bids and (acts or describes):
        return ","
    takes = last.has("who") and current[-1] is actions[-1]
    joins = last.has("motion") and piece.is_person and not nominative and len(current) > 1
    moves = isinstance(follows, Unit) and follows.verb is not None and follows.verb.has("things")
    acting = piece.is_animate or (last.has("alone") and moves and not piece.is_a("place"))
    if acts and acting and (nominative or not takes) and not joins:
        return "because" if feels else "and"
    return "," if describes and not last.has("linking", "makes") else None


def _is_told_beside(
    current: Sequence[Piece], piece: Nominal, follows: Piece | None, more: Sequence[Piece]
) -> bool:
    """`this, mine, that, yours`, `soup, hot, water, cold`: two things, and how each is."""
    first, last = current[0], current[-1]
    if len(current) < 2 or not isinstance(first, Nominal) or more:
        return False
    absolute = isinstance(follows, Nominal) and follows.head.key in words.ABSOLUTE
    if isinstance(last, Nominal):
        return last.head.key in words.ABSOLUTE and (absolute or isinstance(follows, Quality))
    if not (isinstance(last, Quality) and isinstance(follows, Quality)):
        return False
    if piece.pronoun is not None and piece.head.key in words.NOMINATIVE:
        return True
    alike = last.is_feeling == follows.is_feeling
    pointed = {first.head.key, piece.head.key} <= set(words.DEMONSTRATIVES)
    both = first.is_animate == piece.is_animate and first.pronoun is None
    return pointed or (alike and both)


_KEPT_FORMS: Final = (VerbForm.GERUND, VerbForm.PARTICIPLE)
