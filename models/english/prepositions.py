"""The preposition of a noun tapped behind a verb: at, to, with, in... or none for an object."""

from __future__ import annotations

from typing import Final

from models.english import words
from models.english.context import State
from models.english.lexicon import Tag
from models.english.phrases import Nominal
from models.english.tables import members

OBJECT: Final = "-"
"""No preposition: the noun is an object."""
LOCATED: Final = "loc"
"""The preposition of the place itself."""
_PLACES: Final = ("place", "container", "surface", "bed", "seat", "vehicle")
_HOLDERS: Final = ("place", "container", "surface", "furniture", "seat", "bed", "water")


def choose(state: State, piece: Nominal) -> str:
    """What the verb's own frames say, else what the noun is."""
    verb = state.verb
    given = verb.has("two-for") or verb.frames.get("person") == "to"
    if piece.is_person and given and state.direct is None and state.things_follow:
        return OBJECT
    if state.direct is not None and piece.is_person and state.direct.key in members("pictures"):
        return "of"
    if state.context.request and piece.is_first_person and _is_favour(state):
        return "for"
    if piece.is_person and verb.has("taking") and state.direct is not None:
        return "from"
    if piece.head.key in words.REFLEXIVE:
        return OBJECT
    if verb.lemma == "prefer" and state.direct is not None:
        return "to"
    if verb.lemma == "be" and piece.is_a("home", "place") and verb.frames.get("*") == "from":
        return LOCATED
    felt = verb.lemma == "be" and bool(state.said) and not verb.has("be")
    if felt and piece.is_a("bed", "furniture"):
        return LOCATED
    apart = state.direct is not None or bool(state.said)
    if apart and verb.frames.get("*") == "to" and piece.is_a("place") and not verb.has("motion"):
        return LOCATED
    if _is_hour(piece) and verb.lemma in members("clock"):
        return "at"
    for kind in (piece.key, *piece.kinds):
        if kind in verb.frames:
            return _unless_taken(verb.frames[kind], state, piece, kind)
    default = verb.frames.get("*", "with" if verb.has("alone") else OBJECT)
    return _by_noun(state, piece, default) or _unless_taken(default, state, piece, "*")


def _is_hour(piece: Nominal) -> bool:
    return piece.head.tag is Tag.NUMBER and not piece.lead


def _is_favour(state: State) -> bool:
    """«Cut the food for me»: what is asked for is done for the speaker."""
    verb = state.verb
    return (
        state.direct is not None
        and not verb.has("two", "two-for", "play", "telling")
        and ("person" not in verb.frames or verb.frames["person"] == OBJECT)
    )


def _by_noun(state: State, piece: Nominal, default: str) -> str | None:
    verb = state.verb
    things = piece.pronoun in {words.IT, words.THEY}
    if things and default == OBJECT and state.direct is None:
        return OBJECT
    if verb.has("be") and piece.is_a(*_PLACES):
        return LOCATED
    if verb.has("be") and piece.pronoun is not None and state.said:
        return "with"
    if default in {"of", "about"}:
        return None
    unknown = piece.head.tag is Tag.UNKNOWN and piece.head.text.islower()
    if default == "to" and verb.has("motion") and unknown:
        return OBJECT
    if piece.is_a("place") and not piece.is_a("body") and default != "to":
        return _place(state, piece, default)
    if piece.is_a("event") and verb.has("alone") and default == "with":
        return "at"
    if piece.is_person and not verb.has("who", "two", "linking", "be"):
        with_somebody = default == OBJECT or verb.has("motion")
        return "with" if with_somebody else None
    goes = verb.has("motion", "leaving") and default == "to"
    if goes and piece.is_a("plant", "food", "drink", "toy", "clothes"):
        return "with"
    return _by_thing(piece, default)


def _by_thing(piece: Nominal, default: str) -> str | None:
    if piece.is_a("tool") and default in {"to", "in"}:
        return "with"
    if piece.is_a("vehicle") and default in {"with", "in"}:
        return LOCATED
    if piece.is_a("container", "furniture", "surface", "seat", "bed") and default == "with":
        return LOCATED
    if piece.is_a("nature") and default in {"with", "to", "in"}:
        return LOCATED
    return None


def _place(state: State, piece: Nominal, default: str) -> str:
    """A place is where it happens, unless the verb is about the place itself."""
    verb = state.verb
    if default != OBJECT or (verb.has("into") and state.direct is not None):
        return LOCATED
    takes = verb.has("self", "generic", "ask") or verb.lemma in members("place objects")
    thing = piece.is_a("nature") or (takes and state.direct is None)
    return OBJECT if thing else LOCATED


def _unless_taken(found: str, state: State, piece: Nominal, kind: str) -> str:
    """A second object has a preposition after all: cut the paper with the scissors."""
    if state.direct is None:
        taken_from = found == "from" and kind == "container"
        return OBJECT if taken_from else found
    told = not piece.is_person and not piece.is_a("place", "vehicle", "bed", "seat")
    if found == OBJECT and state.direct.key in members("stories") and told:
        return "about"
    if found != OBJECT or state.verb.has("two", "makes"):
        return found
    if state.verb.lemma == "save" and state.direct.key == "money":
        return "for"
    if piece.is_a("vehicle"):
        return "by"
    if piece.is_a(*_HOLDERS):
        return LOCATED
    if (piece.is_a("clothes") or piece.key in members("openings")) and state.verb.has("into"):
        return "in"
    if piece.is_a("body"):
        return "on"
    return "for" if piece.is_a("meal", "event") else "with"
