"""Gives out the roles of a clause: the subject, a supplied one, or a request without any."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from models.english import words
from models.english.clauses import Mood, Scene, Supplied
from models.english.lexicon import Tag, lexicon
from models.english.phrases import Nominal, Piece, Prepositional, Quality, is_action, is_unit
from models.english.roles import reaches_speaker
from models.english.subjects import (
    Cast,
    hurting,
    late,
    mood_of,
    with_nouns,
    with_pronoun,
    without_moved,
)
from models.english.tables import members

_IMPERSONAL: Final = frozenset({"cost", "mean", "matter", "happen", "work"})


def cast(scene: Scene) -> Cast:
    """Give out the roles. Orders of taps other than subject first are understood."""
    fronted = tuple(piece for piece in scene.before if not isinstance(piece, Nominal))
    hurt = hurting(scene, fronted)
    if hurt is not None:
        return hurt
    if any(one.pronoun is not None for one in scene.subjects):
        return _with_call(with_pronoun(scene, fronted), scene)
    if not scene.subjects:
        return _without(scene, fronted)
    return with_nouns(scene, fronted) or _without(without_moved(scene), fronted)


def _with_call(roles: Cast, scene: Scene) -> Cast:
    """«I love you, mum»: somebody named behind `you` is called."""
    last = roles.rest[-1] if roles.rest else None
    to_you = any(isinstance(piece, Nominal) and piece.head.key == "you" for piece in roles.rest)
    asked = roles.subject is not None and roles.subject.pronoun is words.YOU
    to_you = to_you or (bool(scene.question) and asked)
    if to_you and isinstance(last, Nominal) and last.is_called and not scene.verb.has("two"):
        return replace(roles, calls_last=(last,), rest=roles.rest[:-1])
    return roles


def _without(scene: Scene, fronted: tuple[Piece, ...]) -> Cast:
    """Nobody is named before the verb."""
    verb, rest = scene.verb, (*fronted, *scene.after)
    if _asks_subject(scene):
        return Cast(Mood.QUESTION, asks_subject=True, rest=rest)
    tapped_late = late(scene)
    if tapped_late is not None:
        left = tuple(piece for piece in rest if piece is not tapped_late)
        return Cast(mood_of(scene), tapped_late, rest=left)
    if verb.has("weather"):
        return Cast(mood_of(scene), supplied=Supplied.IT, rest=rest)
    return _asked(scene, rest) if scene.asks else _told(scene, rest)


def _asks_subject(scene: Scene) -> bool:
    """«Who is coming?», «What happened?», «What is for dinner?», «Which bus goes to town?»"""
    verb = scene.verb
    if scene.asked is not None and scene.asked.is_a("vehicle", "person", "animal"):
        return scene.asked.is_animate or verb.has("motion", "leaving", "things")
    if scene.question in {"who", "which one"}:
        return not (verb.has("be") and scene.objects)
    if scene.question != "what" or scene.objects:
        return False
    return verb.has("be") or verb.lemma in members("happens")


def _asked(scene: Scene, rest: tuple[Piece, ...]) -> Cast:
    verb = scene.verb
    if scene.question == "why" and not verb.has("self", "be"):
        return Cast(Mood.FRAGMENT, rest=rest)
    if scene.question:
        lasts = verb.lemma == "take" and scene.question == "how long" and not scene.objects
        supplied = Supplied.IT if lasts or verb.lemma in _IMPERSONAL else Supplied.I
        return Cast(Mood.QUESTION, supplied=supplied, rest=rest)
    if scene.modal or verb.has("self"):
        return Cast(Mood.QUESTION, supplied=Supplied.I, rest=rest)
    first = rest[0] if rest else None
    if verb.has("be") and isinstance(first, Quality):
        supplied = Supplied.I if first.is_feeling else Supplied.IT
        return Cast(Mood.QUESTION, supplied=supplied, rest=rest)
    return Cast(Mood.FRAGMENT, rest=rest)


def _told(scene: Scene, rest: tuple[Piece, ...]) -> Cast:
    """A statement without a subject: a request, or something that the speaker does."""
    verb = scene.verb
    settled = scene.timed or scene.modal
    later = scene.later and not scene.modal and _is_at_me(scene)
    if scene.request or (_asks_listener(scene) and (later or not settled)):
        return _requested(scene, rest)
    if scene.negated and not settled and (scene.forbids or _is_forbidden(scene)):
        return Cast(Mood.REQUEST, rest=rest)
    if scene.negated and verb.has("work") and not scene.timed:
        return Cast(Mood.STATEMENT, supplied=Supplied.IT, rest=rest)
    if verb.lemma in members("seems") and rest and not scene.embedded:
        return Cast(Mood.STATEMENT, supplied=Supplied.IT, rest=rest)
    if verb.has("self") or settled or scene.embedded or scene.opened or scene.joined:
        return Cast(Mood.STATEMENT, supplied=Supplied.I, rest=rest)
    if verb.has("be"):
        return _being(rest)
    if verb.has("play") and any(one.is_a("music", "media") for one in scene.objects):
        return Cast(Mood.REQUEST, rest=rest)
    tells = any(isinstance(piece, Nominal | Prepositional | Quality) for piece in rest)
    if scene.negated or tells or any(is_action(piece) for piece in rest):
        return Cast(Mood.STATEMENT, supplied=Supplied.I, rest=rest)
    return Cast(Mood.FRAGMENT, rest=rest)


def _asks_listener(scene: Scene) -> bool:
    """Verbs of help and direction, and whatever is done to `me`: «Leave me alone»."""
    at_me = _is_at_me(scene)
    verb = scene.verb
    if verb.lemma in members("done for me") and any(one.leads("my") for one in scene.objects):
        return True
    given = verb.has("giving") and any(isinstance(piece, Prepositional) for piece in scene.after)
    if given and verb.has("two"):
        return True
    if scene.verb.lemma == "guess" and scene.after and is_unit(scene.after[0], Tag.QUESTION):
        return True
    return scene.verb.has("ask", "care", "call") or (at_me and not scene.negated)


def _is_at_me(scene: Scene) -> bool:
    """Done to the speaker, or with a preposition: leave *me*, dance with *me*."""
    named = any(one.head.key in {"me", "us"} for one in scene.objects)
    return named or any(map(reaches_speaker, scene.after))


def _is_forbidden(scene: Scene) -> bool:
    """What one tells others not to do: «Don't touch me», «Don't shout»."""
    if scene.verb.has("taking"):
        return not any(one.is_a("health", "vehicle", "thing") for one in scene.objects)
    if scene.verb.has("harm", "touch", "giving", "telling", "scold"):
        return True
    # Not judge me: nobody does it to the speaker but the listener, who can help it.
    at_me = any(one.head.key in {"me", "us"} for one in scene.objects)
    return at_me and not scene.verb.has("self", "state", "some")


def _requested(scene: Scene, rest: tuple[Piece, ...]) -> Cast:
    """A request; a person behind an intransitive verb is the one who is asked: «Come, mum.»"""
    last = rest[-1] if rest else None
    phrase = " " in scene.verb.lemma
    cares = (
        (phrase or len(rest) > 1)
        and scene.verb.has("care")
        and not scene.verb.has("touch", "giving")
    )
    if cares and isinstance(last, Nominal) and last.is_called:
        return Cast(Mood.REQUEST, calls_last=(last,), rest=rest[:-1])
    to_me = isinstance(rest[0], Nominal) and rest[0].head.key in {"me", "us"} if rest else False
    if to_me and isinstance(last, Nominal) and last.is_called and scene.verb.has("two"):
        return Cast(Mood.REQUEST, calls_last=(last,), rest=rest[:-1])
    calls = scene.verb.has("call") and scene.verb.frames.get("person", "-") in {"with", "-"}
    sent = scene.verb.frames.get("animal") == "-" and scene.verb.has("call", "alone")
    if sent and isinstance(last, Nominal) and last.is_animate and not last.lead:
        return Cast(Mood.REQUEST, calls_last=(last,), rest=rest[:-1])
    if calls and isinstance(last, Nominal) and last.is_called:
        return Cast(Mood.REQUEST, calls_last=(last,), rest=rest[:-1])
    return Cast(Mood.REQUEST, rest=rest)


def _being(rest: tuple[Piece, ...]) -> Cast:
    """`be quiet` asks, `be happy` tells."""
    first = rest[0] if rest else None
    if isinstance(first, Quality) and first.head.key in lexicon().asked:
        return Cast(Mood.REQUEST, rest=rest)
    return Cast(Mood.STATEMENT, supplied=Supplied.I, rest=rest)
