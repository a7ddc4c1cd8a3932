"""Which article a noun gets behind a verb or a preposition."""

from __future__ import annotations

from typing import Final

from models.english.context import Context
from models.english.nominals import Article, is_superlative
from models.english.nouns import Count
from models.english.phrases import Nominal
from models.english.tables import members
from models.english.verbs import Verb

_STUFF: Final = (
    "food", "drink", "material", "toiletry", "illness", "feeling", "toy", "clothes", "language",
    "music", "news", "device",
)  # fmt: skip
_KNOWN: Final = ("device", "place", "nature", "personal")
"""Things of which there is mostly one at hand: the tablet, the park, the moon, the wheelchair."""
_FOUND: Final = frozenset({"buy", "see", "draw", "build", "make", "get", "find", "paint"})
_TOLD: Final = frozenset({"tell", "write", "sing", "read", "send", "make", "take"})
_OUTINGS: Final = frozenset({"trip", "picnic", "outing", "excursion", "walk", "ride"})
_OWN: Final = frozenset({"homework", "period", "birthday"})
_SCREENS: Final = frozenset({"TV", "telly", "television"})


def owned(nominal: Nominal, context: Context) -> Article | None:
    """`my` for the speaker's own body and family, where the message is about the speaker."""
    if nominal.is_a("kin"):
        told = nominal.is_plural or nominal.is_a("formal")
        return Article.MY if context.speaker or not told else Article.THE
    if nominal.is_a("body") and nominal.key != "blood":
        return Article.MY if context.own else context.theirs
    return None


def behind(nominal: Nominal, preposition: str, context: Context) -> Article:
    """The article of a noun behind a preposition."""
    owner = owned(nominal, context)
    if owner is not None:
        return owner
    if context.request and nominal.is_a("personal", "clothes"):
        return Article.MY
    if preposition == "in" and nominal.is_a("clothes") and context.own:
        return Article.MY
    if nominal.key in _OWN and context.speaker:
        return Article.MY
    if preposition == "with" and nominal.is_a("food", "meat"):
        single = nominal.count is Count.COUNT and not (nominal.is_plural or nominal.parts)
        return Article.A if single and not nominal.is_a("meat") else Article.NONE
    if _is_other(nominal) or _is_new(nominal, preposition, context):
        return Article.THE if context.swap else Article.A
    if nominal.count is Count.MASS and (nominal.is_a(*_STUFF) or _is_topic(nominal, preposition)):
        return Article.NONE
    if nominal.is_plural and nominal.is_a("food"):
        return Article.NONE
    return Article.THE


def _is_topic(nominal: Nominal, preposition: str) -> bool:
    """What is spoken of in general: about money; but about the weather."""
    return preposition in {"about", "for"} and not nominal.is_a("nature")


def _is_other(nominal: Nominal) -> bool:
    """A thing that is told apart but not known: a different school, a new one."""
    return nominal.leads("different", "new")


def _is_new(nominal: Nominal, preposition: str, context: Context) -> bool:
    """Something that nobody has spoken of before: on a trip, with a spoon, about a wolf."""
    if nominal.is_plural:
        return False
    if preposition in {"on", "for"} and nominal.key in _OUTINGS:
        return True
    if preposition == "about" and nominal.is_a("animal"):
        return True
    return preposition == "with" and nominal.is_a("tool", "writing") and not context.of_others


def tapped_preposition(nominal: Nominal, key: str, context: Context) -> Article:
    """The article of a noun behind a preposition that was tapped."""
    if key == "by" and nominal.is_a("vehicle"):
        return Article.NONE
    if key in {"in", "to", "before", "after"} and nominal.is_a("bed") and not nominal.lead:
        return Article.NONE
    if nominal.key == "night" and key == "in":
        return Article.THE
    if nominal.is_a("period", "season", "day") and nominal.head.noun is not None:
        return Article.THE if "the" in nominal.kinds else Article.NONE
    if key == "like" and nominal.is_a("meat"):
        return Article.NONE
    if key in {"like", "as", "of"} and not context.of_others:
        return owned(nominal, context) or Article.A
    if key == "about" and nominal.is_plural and not nominal.is_a("kin", "parent"):
        return Article.NONE
    return behind(nominal, key, context)


def of_object(piece: Nominal, verb: Verb, context: Context) -> Article:
    """Which article the object of this verb gets."""
    fixed = _fixed(piece, verb, context)
    if fixed is not None:
        return fixed
    if piece.parts and not piece.is_a("food", "drink", "meat"):
        return of_object(piece.parts[-1], verb, context)
    if piece.count is Count.MASS or piece.is_plural:
        return _of_many(piece, verb)
    if _is_known(piece, verb):
        return Article.A if context.swap else Article.THE
    some = verb.has("some", "be", "linking") or _is_served(piece, verb) or _is_told(piece, verb)
    return Article.A if some != context.swap else Article.THE


def _fixed(piece: Nominal, verb: Verb, context: Context) -> Article | None:
    """Articles that leave no choice."""
    if verb.lemma == "spell":
        return Article.NONE
    own = _own_object(piece, verb, context)
    if own is not None:
        return own
    if piece.is_a("meat") and verb.lemma in members("eating"):
        return Article.NONE
    if is_superlative(piece):
        return Article.THE
    if piece.of is not None and piece.key in members("measures"):
        return Article.A
    if verb.has("generic") and piece.is_a("food", "animal") and piece.count is Count.COUNT:
        return Article.GENERIC
    if piece.is_a("illness") and piece.count is Count.COUNT and not piece.is_plural:
        return Article.A
    if verb.lemma == "watch" and piece.key in _SCREENS:
        return Article.NONE
    if verb.lemma == "make" and piece.key == "bed":
        return Article.THE
    if piece.key in {"bath", "shower"} and verb.has("some"):
        return Article.A
    if verb.has("known"):
        return Article.THE
    return Article.A if _is_other(piece) else None


def _own_object(piece: Nominal, verb: Verb, context: Context) -> Article | None:
    """What is the speaker's own: wash my hands, change my pad, my homework."""
    if piece.is_a("kin"):
        return Article.A if verb.lemma in {"have", "want", "need"} else owned(piece, context)
    some = verb.has("some") and not verb.has("care", "done")
    if piece.is_a("body") and not some and piece.key != "blood":
        return Article.MY if context.own else context.theirs
    if verb.has("care") and context.request and piece.is_a("personal", "clothes"):
        return Article.MY
    if piece.key in _OWN and context.own and not piece.is_described:
        return Article.MY
    return None


def _of_many(piece: Nominal, verb: Verb) -> Article:
    """Stuff, and several things: some of it, or all that there is."""
    if verb.has("some", "self", "generic", "two", "play", "be", "linking", "do"):
        return Article.NONE
    if piece.is_a("person", "animal", "place"):
        return Article.THE
    if piece.is_a("body"):
        return Article.NONE
    if piece.is_a("music") and verb.has("ask"):
        return Article.THE
    stuff = piece.is_a("material", "feeling", "music", "news", "illness")
    if piece.count is Count.MASS and stuff:
        return Article.NONE
    return Article.NONE if piece.is_described else Article.THE


def _is_known(piece: Nominal, verb: Verb) -> bool:
    if verb.has("be", "linking"):
        return False
    if piece.key in members("used up") and verb.has("some"):
        return False
    found = verb.lemma in _FOUND and not (piece.is_a("device") and verb.lemma == "see")
    return piece.is_a(*_KNOWN) and not found


def _is_served(piece: Nominal, verb: Verb) -> bool:
    return piece.is_a("food", "drink", "thing") and verb.has("two", "giving")


def _is_told(piece: Nominal, verb: Verb) -> bool:
    told = piece.is_a("media") and verb.lemma in _TOLD
    return told or (verb.has("play") and piece.key == "game")
