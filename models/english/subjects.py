"""Who does it: finding the subject among the words around the verb."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from models.english import words
from models.english.clauses import Mood, Scene, Supplied
from models.english.lexicon import Tag
from models.english.phrases import TIMES, Nominal, Piece, is_unit, join
from models.english.tables import members

_MOVERS: Final = ("vehicle", "toy", "nature", "device", "body", "animal", "person")
_INVERTED: Final = words.NOMINATIVE | {"you", "it"}
"""Pronouns that behind the verb of a question are its subject: have you a pet?"""
_WANTS: Final = frozenset({"want", "need", "have", "would like"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The roles of a clause with a verb."""

    mood: Mood
    subject: Nominal | None = None
    supplied: Supplied = Supplied.NONE
    calls: tuple[Nominal, ...] = ()
    calls_last: tuple[Nominal, ...] = ()
    asks_subject: bool = False
    rest: tuple[Piece, ...] = ()


def mood_of(scene: Scene) -> Mood:
    """Question or statement."""
    return Mood.QUESTION if scene.asks else Mood.STATEMENT


def with_pronoun(scene: Scene, fronted: tuple[Piece, ...]) -> Cast:
    """A pronoun before the verb is its subject; others are called, join in, or are objects."""
    nominals = scene.subjects
    place = max(at for at, one in enumerate(nominals) if one.pronoun is not None)
    chosen = nominals[place]
    earlier, later = nominals[:place], nominals[place + 1 :]
    people = [one for one in earlier if one.is_person and one.pronoun is None]
    called = [one for one in people if _is_called(one, chosen, scene)]
    mates = [one for one in (*later, *people) if one.is_person and one not in called]
    mates += [one for one in earlier if one.pronoun is not None]
    moved = [one for one in (*earlier, *later) if not one.is_person]
    subject = chosen
    for mate in mates:
        subject = _beside(subject, mate)
    rest = (*fronted, *placed(moved, scene))
    if scene.request and subject.pronoun is words.YOU:
        return Cast(Mood.REQUEST, calls=tuple(called), rest=rest)
    return Cast(mood_of(scene), subject, calls=tuple(called), rest=rest)


def _beside(subject: Nominal, mate: Nominal) -> Nominal:
    """«Emma and I»: the speaker comes last."""
    last = subject.parts[-1] if subject.parts else subject
    return join(mate, subject) if last.pronoun is words.I else join(subject, mate)


def _is_called(one: Nominal, chosen: Nominal, scene: Scene) -> bool:
    """Whether a person before a pronoun is called, or does it too: «Emma and I»."""
    if chosen.pronoun not in {words.I, words.WE}:
        return True
    if scene.opened:
        return False
    return one.is_a("parent", "office") or scene.verb.has("self") or scene.asks


def placed(moved: Sequence[Nominal], scene: Scene) -> tuple[Piece, ...]:
    """Nouns tapped before the verb that belong behind it: first if it has no object yet."""
    objects = [one for one in scene.objects if one.head.key not in words.NOMINATIVE]
    if any(not one.is_a("place", *TIMES) for one in objects):
        return (*scene.after, *moved)
    return (*moved, *scene.after)


def with_nouns(scene: Scene, fronted: tuple[Piece, ...]) -> Cast | None:
    """Nouns before the verb: those that can do it are its subject. None where none can."""
    nominals = scene.subjects
    able = [one for one in nominals if _can_do(one, scene)]
    others = [one for one in nominals if one not in able]
    if not able:
        return None
    rest = (*fronted, *placed(others, scene))
    able = _with_owners(able, scene)
    if scene.request and len(able) == 1 and able[0].is_person:
        return Cast(Mood.REQUEST, calls=(able[0],), rest=rest)
    if able[0].key in members("assistants") and not scene.asks:
        return Cast(Mood.REQUEST, calls=(able[0],), rest=rest)
    subject = able[0]
    for other in able[1:]:
        subject = join(subject, other)
    return Cast(mood_of(scene), subject, rest=rest)


def _with_owners(able: Sequence[Nominal], scene: Scene) -> list[Nominal]:
    """`dad, friend, come`, `mum, car, break down`: one noun that tells whose it is."""
    out: list[Nominal] = []
    for one in able:
        owner = out[-1] if out else None
        if (owner is not None and owns(owner, one)) or (owner and _sounds(owner, one, scene)):
            out[-1] = replace(one, owner=owner)
        else:
            out.append(one)
    return out


def owns(owner: Nominal, one: Nominal) -> bool:
    """Whether a person beside a friend or thing is whose it is, rather than one of two."""
    if not owner.is_person or owner.pronoun is not None or owner.parts or one.parts:
        return False
    if one.is_determined or owner.key in members("somebody's"):
        return False
    return one.key in members("somebody's") or not (
        one.is_animate or one.pronoun or one.is_a("place")
    )


def _sounds(owner: Nominal, one: Nominal, scene: Scene) -> bool:
    """`neighbour, dog, bark`: only the dog barks."""
    barks = scene.verb.lemma in members("animal sounds") and one.is_a("animal")
    return barks and owner.is_person and owner.pronoun is None and not owner.parts


def _can_do(one: Nominal, scene: Scene) -> bool:
    """Whether this can be the subject of this verb: persons always, things of some verbs."""
    verb = scene.verb
    if one.is_animate:
        return not (_speaker_wants(scene) and not one.is_person)
    if one.is_a(*TIMES):
        return verb.lemma in members("events of time")
    if one.is_a("place") and verb.lemma in members("done by places") and scene.objects:
        return True
    if verb.has("giving", "telling", "two") and not verb.has("things"):
        return False
    if verb.has("two-for") and one.is_a("media", "food", "drink") and not verb.has("things"):
        return False
    if one.head.key in words.DEMONSTRATIVES and verb.has("self") and not scene.objects:
        return False
    if verb.has("motion", "leaving"):
        return one.is_a(*_MOVERS) or not one.is_a("place", "seat", "furniture")
    if one.key == "blood" and not verb.has("body", "things"):
        return False
    if one.is_a("machine") and verb.has("work"):
        return True
    is_only_place = one.is_a("place") and not one.is_a("nature")
    if is_only_place and verb.has("alone", "play") and not verb.has("state", "linking"):
        return False
    if verb.has("things", "linking", "be", "work") or one.head.tag is Tag.PRONOUN:
        return True
    direct = [
        piece
        for piece in scene.objects
        if not piece.is_a("place", *TIMES) and piece.head.key not in words.NOMINATIVE
    ]
    if one.is_a("nature") and verb.lemma == "blow":
        return True
    moves = one.is_a("vehicle", "toy", "nature", "plant", "body", "device")
    return bool(direct) or (moves and verb.has("alone"))


def _speaker_wants(scene: Scene) -> bool:
    """`cat, have, I`: the speaker, tapped last, has the cat."""
    last = scene.objects[-1] if scene.objects else None
    return last is not None and last.head.key == "i" and scene.verb.lemma in _WANTS


def hurting(scene: Scene, fronted: tuple[Piece, ...]) -> Cast | None:
    """`hurt head`, `I hurt head`, `head hurt`: what hurts is the subject.

    None where the verb is something that one does to another.
    """
    if not scene.verb.has("body") or _is_done_to_another(scene):
        return None
    nominals = scene.subjects
    hurting_parts = [one for one in (*nominals, *scene.objects) if _is_bodily(one)]
    bodily = functools.reduce(join, hurting_parts) if hurting_parts else None
    called = tuple(one for one in nominals if one.is_person and one.pronoun is None)
    beside = [one for one in nominals if one not in hurting_parts and one not in called]
    beside = [one for one in beside if not _is_speaker(one)]
    others = tuple(piece for piece in (*beside, *scene.after) if piece not in hurting_parts)
    if bodily is not None:
        left = [piece for piece in (*fronted, *others) if not _is_speaker(piece)]
        told = [piece for piece in left if isinstance(piece, Nominal) and piece.is_person]
        rest = tuple(piece for piece in left if piece not in told)
        return Cast(mood_of(scene), bodily, calls=called, calls_last=tuple(told), rest=rest)
    me = next((one for one in nominals if one.pronoun is not None or not one.is_person), None)
    rest = (*fronted, *(piece for piece in others if piece is not me))
    if me is not None:
        return Cast(mood_of(scene), me, calls=called, rest=rest)
    supplied = Supplied.I if scene.verb.has("ongoing") else Supplied.IT
    return Cast(mood_of(scene), supplied=supplied, calls=called, rest=rest)


def _is_done_to_another(scene: Scene) -> bool:
    """«He hurt me», «The shoes hurt my feet»."""
    others = [one for one in scene.subjects if one.pronoun is not words.I and not _is_bodily(one)]
    aches = any(_is_bodily(one) for one in (*scene.subjects, *scene.objects))
    if scene.verb.has("harm") and any(one.is_person for one in scene.objects):
        return bool(others) or not aches
    mine = any(_is_bodily(one) for one in scene.subjects)
    return bool(others) and bool(scene.objects) and not mine


def _is_bodily(one: Nominal) -> bool:
    return one.is_a("body", "illness")


def _is_speaker(piece: Piece) -> bool:
    return isinstance(piece, Nominal) and piece.pronoun is words.I


def late(scene: Scene) -> Nominal | None:
    """A subject tapped behind its verb: «cookie, want, I», «go, he», «where, be, mum»."""
    verb, objects = scene.verb, scene.objects
    if any(is_unit(piece, Tag.QUESTION) for piece in scene.after):
        return None
    if scene.asks and verb.has("be") and objects:
        return objects[0]
    if verb.has("ask", "giving", "telling", "harm", "touch", "care") and not scene.asks:
        return None
    asked = bool(scene.question) and len(objects) == 1 and objects[0].pronoun is not None
    if asked and objects[0].head.key in words.NOMINATIVE | {"you"}:
        return objects[0]
    first = scene.after[0] if scene.after else None
    inverted = scene.question == "" and isinstance(first, Nominal) and first.pronoun is not None
    if inverted and isinstance(first, Nominal) and first.head.key in _INVERTED:
        return first
    for one in objects:
        if one.pronoun is None or one.head.key not in words.NOMINATIVE:
            continue
        if one.pronoun is words.I or verb.has("alone", "linking") or len(objects) > 1:
            return one
    if scene.question and verb.lemma in members("asked of things") and len(objects) == 1:
        lasts = verb.lemma != "take" or scene.question == "how long"
        if lasts and not objects[0].is_a(*TIMES) and not objects[0].counted_plural:
            return objects[0]
    runs = verb.has("things") and scene.question in {"where", "when"}
    if runs and len(objects) == 1 and objects[0].is_a("vehicle"):
        return objects[0]
    if scene.question and verb.has("alone", "leaving"):
        return next((one for one in objects if one.is_animate), None)
    return None


def without_moved(scene: Scene) -> Scene:
    """The scene with everything before the verb put behind it."""
    return replace(scene, before=(), after=placed(scene.subjects, scene))
