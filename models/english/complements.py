"""What follows the verb: objects, prepositions, infinitives and the rest, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from models.engine import Tense
from models.english import prepositions
from models.english.arranging import arrange
from models.english.articles import behind, of_object, tapped_preposition
from models.english.chains import linked, second
from models.english.comparing import compared, is_compared
from models.english.context import Context, State
from models.english.lexicon import Tag
from models.english.nominals import Article, core, governed
from models.english.nouns import Count
from models.english.phrases import TIMES, Nominal, Piece, Prepositional, Quality, is_action, is_unit
from models.english.places import located, moment
from models.english.reader import Unit
from models.english.tables import members
from models.english.verbs import Verb, VerbForm, inflect
from models.english.words import DEMONSTRATIVES, NOMINATIVE

PARTED: Final = "\N{WORD JOINER}"
"""Marks a pronoun that goes before the particle of its verb: pick *me* up."""
_TO_DO: Final = frozenset({"what", "where", "when", "how"})
_SAYS: Final = frozenset({"say", "think", "know", "hope", "believe"})


def after_verb(verb: Verb, pieces: Sequence[Piece], context: Context) -> list[str]:
    """The words behind a verb, in the order of the taps but for recipients and adjectives."""
    if not pieces and verb.has("generic") and not (context.request or context.asked):
        return ["it"]
    state = State(verb, context)
    arranged = compared(arrange(pieces, verb))
    for place, piece in enumerate(arranged):
        rest = arranged[place + 1 :]
        if is_unit(piece, Tag.NEGATION) and rest and _is_weather(rest[0]) and verb.has("that"):
            return [*state.said, context.embed([piece, *rest])]
        if isinstance(piece, Unit) and piece.tag is Tag.VERB:
            return [*state.said, *second(state, piece, rest, context, after_verb)]
        if isinstance(piece, Nominal) and _opens_clause(state, piece, rest):
            return [*state.said, *_clause(state, piece, rest, context)]
        if isinstance(piece, Unit) and piece.key in _TO_DO and _is_to_do(verb, rest):
            return [*state.said, piece.text, *_to_do(rest, context)]
        if isinstance(piece, Unit) and piece.tag is Tag.QUESTION and rest:
            acts = piece.key == "who" and is_action(rest[0])
            return [*state.said, piece.text, context.embed([piece, *rest] if acts else rest)]
        if place and isinstance(piece, Nominal) and _outdoes(arranged[place - 1], piece):
            said = governed(piece, Article.THE)
            state.said.append(f", {said}" if context.supplied else f"than {said}")
            continue
        state.things_follow = any(_is_thing(item) for item in rest)
        state.said.append(_said(state, piece))
    return [word for word in state.said if word]


def _outdoes(before: Piece, piece: Nominal) -> bool:
    """`you, cook, better, me`: who is behind."""
    if not isinstance(before, Unit) or before.tag is not Tag.ADVERB:
        return False
    return is_compared(before.key) and piece.is_person


def _is_weather(piece: Piece) -> bool:
    verb = piece.verb if isinstance(piece, Unit) else None
    return verb is not None and verb.has("weather")


def _is_to_do(verb: Verb, rest: Sequence[Piece]) -> bool:
    asks = verb.has("that", "how", "telling", "two") and bool(rest) and is_action(rest[0])
    acts = any(isinstance(item, Nominal) and item.head.key in NOMINATIVE for item in rest)
    return asks and not acts


def _to_do(rest: Sequence[Piece], context: Context) -> list[str]:
    """«I don't know what to do»: nobody else is named who does it."""
    action = rest[0]
    assert isinstance(action, Unit)
    assert action.verb is not None
    base = inflect(action.verb.lemma, VerbForm.BASE)
    asked = replace(context, asked=True)
    return ["to", base, *after_verb(action.verb, rest[1:], asked)]


def _is_quality_of(verb: Verb, preposition: str) -> bool:
    """Whether this is a quality as a verb, with this preposition: excited *about*."""
    return verb.lemma == "be" and verb.frames.get("*") == preposition


def _is_thing(piece: Piece) -> bool:
    return isinstance(piece, Nominal) and not piece.is_animate and not piece.is_a("place")


def _said(state: State, piece: Piece) -> str:
    if isinstance(piece, Prepositional):
        return prepositional(piece, state.context)
    if isinstance(piece, Quality):
        beside = state.was_quality
        state.was_quality = True
        _turn_to_quality(state, piece)
        if (
            not state.verb.has("linking", "makes", "makes-colour", "be")
            and state.direct is not None
        ):
            return f", {piece.said}"
        return f"and {piece.said}" if beside else piece.said
    state.was_quality = False
    if isinstance(piece, Nominal):
        return _nominal(state, piece)
    return piece.said


def _turn_to_quality(state: State, piece: Quality) -> None:
    """Behind `be scared`, what follows belongs to the quality: of the dog."""
    adjective = piece.head.adjective
    if state.verb.has("linking") and adjective is not None:
        state.verb = about(piece)


def about(piece: Quality) -> Verb:
    """A quality as a verb that governs what it is about: scared *of the dog*, happy *to go*."""
    adjective = piece.head.adjective
    frames = adjective.frames if adjective is not None else {}
    if is_compared(piece.head.key):
        frames = {"*": "than"}
    takes = {"alone", "linking", "ing" if "ing" in frames else "to"}
    return Verb("be", frozenset(takes), MappingProxyType(dict(frames)))


def prepositional(piece: Prepositional, context: Context) -> str:
    """A tapped preposition keeps its place; its noun gets its article."""
    key, nominal = piece.preposition.key, piece.nominal
    if key.endswith(" the"):
        return f"{piece.preposition.text} {core(nominal)}"
    said = "on top of" if key == "top of" else piece.preposition.text
    return f"{said} {governed(nominal, tapped_preposition(nominal, key, context))}"


def _nominal(state: State, piece: Nominal) -> str:
    """One noun behind the verb: its object, or with the preposition that the verb asks for."""
    about = state.verb.has("be", "generic") or _is_quality_of(state.verb, "about")
    feast = state.verb.has("events") and state.direct is None
    than = _is_quality_of(state.verb, "than") and piece.is_a("season", "day")
    if piece.is_a(*TIMES) and piece.key != "time" and not (about or feast or than):
        return moment(piece)
    if piece.leads("name") and state.direct is not None:
        return f"with the {core(piece)}"
    preposition = prepositions.choose(state, piece)
    if preposition == prepositions.OBJECT:
        return _object(state, piece)
    if preposition == prepositions.LOCATED:
        return located(piece)
    if preposition == "to" and piece.count is Count.BARE and piece.is_a("home"):
        return core(piece)
    if preposition == "by":
        return _by(piece)
    unnamed = piece.is_a("bed") and not piece.lead
    rests = preposition == "in" or (preposition == "to" and state.verb.has("motion"))
    if unnamed and rests:
        return f"{preposition} {core(piece)}"
    return f"{preposition} {_reached(piece, behind(piece, preposition, state.context), state)}"


def _by(piece: Nominal) -> str:
    """by bus; but on the red bus."""
    return located(piece) if piece.lead else f"by {core(piece)}"


def _reached(piece: Nominal, article: Article, state: State) -> str:
    """An object, reflexive where it is the subject itself."""
    itself = state.context.itself
    if itself is not None and piece.pronoun is itself and not state.verb.has("two"):
        return itself.reflexive
    return governed(piece, article)


def _object(state: State, piece: Nominal) -> str:
    """A direct object, or the one who is given something."""
    verb, context = state.verb, state.context
    if state.direct is not None and piece.is_person and verb.has("two", "two-for"):
        preposition = "to" if verb.has("two") else "for"
        return f"{preposition} {governed(piece, behind(piece, preposition, context))}"
    if (
        verb.has("makes")
        and not verb.has("two-for")
        and (state.direct is not None or state.recipient)
    ):
        return governed(piece, Article.NONE)
    short = piece.pronoun is not None or (piece.head.key in DEMONSTRATIVES and not piece.lead)
    if not state.said and short and verb.lemma in members("separable"):
        state.direct = piece
        return PARTED + _reached(piece, Article.NONE, state)
    gives = verb.has("two", "two-for", "ask") or verb.frames.get("person") == "to"
    if piece.is_person and not state.recipient and gives:
        state.recipient = True
        if state.direct is None and verb.has("ask") and not verb.has("two", "two-for"):
            state.direct = piece
    else:
        state.direct = piece
    if verb.has("be") and context.several and piece.count in {Count.COUNT, Count.PLURAL}:
        return governed(piece, Article.SEVERAL)
    return _reached(piece, of_object(piece, verb, context), state)


def _opens_clause(state: State, piece: Nominal, rest: Sequence[Piece]) -> bool:
    """Whether this noun begins what is wanted, seen or said: want *mum to come*."""
    verb = state.verb
    if not verb.has("person-to", "bare", "that", "telling", "makes", "who"):
        return False
    follows = next((item for item in rest if not _is_small(item)), None)
    if is_unit(follows, Tag.VERB, Tag.MODAL):
        gerund = isinstance(follows, Unit) and follows.word.form is VerbForm.GERUND
        if piece.is_animate:
            return gerund or verb.has("person-to", "bare", "that", "telling")
        return verb.has("that", "bare")
    told = verb.has("that") or verb.lemma == "wish" or (verb.has("telling") and state.recipient)
    return isinstance(follows, Quality) and told


def _is_small(piece: Piece) -> bool:
    return is_unit(piece, Tag.NEGATION, Tag.ADVERB, Tag.TO)


def _is_wished(piece: Nominal, action: Piece | None) -> bool:
    """«I wish I could walk», «I wish mum was here»; but «I wish mum to come»."""
    verb = action.verb if isinstance(action, Unit) else None
    nominative = piece.head.key in NOMINATIVE or piece.pronoun is not None
    return verb is None or verb.has("state", "be") or nominative


def _is_bidden(piece: Nominal, action: Unit) -> bool:
    """«He tells me to shut up»; but «Tell mum it hurts»."""
    told = piece.head.key not in NOMINATIVE and piece.is_person
    still = action.verb is None or action.verb.has("self", "state", "body", "weather")
    return told and not still


def _clause(state: State, piece: Nominal, rest: Sequence[Piece], context: Context) -> list[str]:
    verb = state.verb
    action = next((item for item in rest if not _is_small(item)), None)
    reports = verb.has("that", "telling") and not verb.has("bare", "person-to")
    reports = reports or (verb.lemma == "wish" and _is_wished(piece, action))
    if (
        verb.lemma == "tell"
        and not state.recipient
        and isinstance(action, Unit)
        and _is_bidden(piece, action)
    ):
        reports = False
    if reports or verb.lemma in _SAYS or not isinstance(action, Unit) or not is_action(action):
        wished = Tense.PAST if verb.lemma == "wish" else None
        return [context.embed([piece, *rest], hoped=verb.lemma == "hope", tense=wished)]
    place = list(rest).index(action)
    said = [governed(piece, of_object(piece, verb, context))]
    before = [item for item in rest[:place] if isinstance(item, Unit) and item.tag is not Tag.TO]
    said += ["not" if item.tag is Tag.NEGATION else item.said for item in before]
    assert action.verb is not None
    theirs = replace(context, itself=piece.pronoun, own=piece.is_first_person)
    return [
        *said,
        *linked(verb, action, by_person=True, request=context.request),
        *after_verb(action.verb, rest[place + 1 :], theirs),
    ]
