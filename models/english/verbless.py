"""Messages without a verb: how or where somebody is, a question, or words side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from models.english import words
from models.english.clauses import Clause, Mood, Supplied, Wish
from models.english.glosses import read
from models.english.lexicon import Tag
from models.english.phrases import Nominal, Piece, Prepositional, Quality, is_unit, join
from models.english.reader import Unit
from models.english.sorting import Sorted, opens
from models.english.tables import members

_ASKED_FOR: Final = ("more", "another", "one more", "some more")
"""«More pillows behind my head» asks for them: nobody says that they are there."""
_TIME_KINDS: Final = ("period", "day", "season")


def plan_verbless(found: Sorted, wish: Wish, modal: Unit | None) -> Clause:
    """Plan a clause in which `be` may be supplied, and nothing else."""
    content = [piece for piece in found.content if piece is not modal]
    base = _base(found, wish, modal)
    content = [_favoured(content), *content[1:]] if content else content
    while len(content) > 1 and opens(content[0]) and _is_told_of(content[1:]):
        base = replace(base, opening=(*base.opening, content.pop(0)))
    content = _placed_last(_with_owner(content))
    content = _with_possessive(content, base) if base.question else content
    first = content[0] if content else None
    last = next((piece for piece in content[1:] if _is_speaker(piece, content)), None)
    if isinstance(first, Nominal) and (modal or _says_of(first, content[1:], base)):
        return replace(base, subject=first, copula=not modal, rest=tuple(content[1:]))
    who = bool(base.question) and base.question[-1].key in {"what", "who", "which", "which one"}
    if who and isinstance(first, Quality | Prepositional) and not wish.embedded:
        return replace(base, asks_subject=True, copula=True, rest=tuple(content))
    if isinstance(first, Quality) and isinstance(last, Nominal):
        rest = [piece for piece in content if piece is not last]
        return replace(base, subject=last, copula=True, rest=tuple(rest))
    weather = _weather(content, base)
    if weather is not None:
        return weather
    if isinstance(first, Quality) and wish.embedded:
        supplied = Supplied.I if first.is_feeling else Supplied.IT
        return replace(base, supplied=supplied, copula=True, rest=tuple(content))
    if isinstance(first, Quality) and _feels(first, content, base, wish):
        return replace(base, supplied=Supplied.I, copula=True, rest=tuple(content))
    if modal:
        return replace(base, supplied=Supplied.I, rest=tuple(content))
    return replace(base, mood=Mood.FRAGMENT, rest=tuple(content))


def _weather(content: Sequence[Piece], base: Clause) -> Clause | None:
    """`today, sunny`, `hot, here`: how it is at a time or place."""
    qualities = [piece for piece in content if isinstance(piece, Quality)]
    others = [piece for piece in content if not isinstance(piece, Quality)]
    told = len(qualities) == 1 and qualities[0].head.key in members("weather qualities")
    around = bool(others) and all(is_unit(piece, Tag.TIME, Tag.PLACE) for piece in others)
    if not (told and around) or base.question:
        return None
    before = [piece for piece in others if content.index(piece) < content.index(qualities[0])]
    behind = [piece for piece in others if piece not in before]
    opening = (*base.opening, *before)
    rest = (*qualities, *behind)
    return replace(base, supplied=Supplied.IT, copula=True, opening=opening, rest=rest)


def _with_owner(content: list[Piece]) -> list[Piece]:
    """`my dog, name, Rex`: my dog's name is Rex."""
    first, second = [*content, None, None][:2]
    named = isinstance(second, Nominal) and second.head.key in {"name", "surname"}
    if len(content) == 3 and named and isinstance(first, Nominal) and first.pronoun is None:
        assert isinstance(second, Nominal)
        return [replace(second, owner=first), content[2]]
    return content


def _placed_last(content: list[Piece]) -> list[Piece]:
    """`food, here, horrible`: the food is horrible here."""
    first, second, third = [*content, None, None, None][:3]
    told = isinstance(first, Nominal) and isinstance(third, Quality)
    if len(content) == 3 and told and is_unit(second, Tag.PLACE):
        return [content[0], content[2], content[1]]
    return content


def _with_possessive(content: list[Piece], base: Clause) -> list[Piece]:
    """`what, you, name`: what is your name?"""
    first, second = [*content, None, None][:2]
    if not isinstance(first, Nominal) or not isinstance(second, Nominal):
        return content
    if first.is_called and second.is_called:
        return [join(first, second), *content[2:]]
    if second.pronoun is not None or second.head.tag is not Tag.NOUN:
        return content
    if second.is_determined or second.parts:
        return content
    if first.pronoun is None:
        alone = base.question[-1].key == "how old" or not second.is_animate
        owns = first.is_person and not first.parts and alone
        return [replace(second, owner=first), *content[2:]] if owns else content
    owner = Unit(read([first.pronoun.possessive])[0], Tag.DETERMINER)
    return [replace(second, lead=(owner, *second.lead)), *content[2:]]


def _base(found: Sorted, wish: Wish, modal: Unit | None) -> Clause:
    asks = (wish.question or bool(found.question)) and not wish.embedded
    return Clause(
        Mood.QUESTION if asks else Mood.STATEMENT, modal=modal,
        negated=wish.negated or found.negated, tense=wish.tense or found.tense,
        question=found.question, asked=found.asked, middle=tuple(found.middle),
        opening=tuple(found.opening), embedded=wish.embedded, is_habit=found.is_habit,
    )  # fmt: skip


def _favoured(content: Sequence[Piece]) -> Piece:
    """`blue, my, favourite, colour`: a colour is what is spoken of."""
    first, second = [*content, None][:2]
    likes = isinstance(second, Nominal) and second.leads("favourite", "favorite")
    if likes and isinstance(first, Quality) and len(first.units) == 1:
        return Nominal((), first.head)
    assert first is not None
    return first


def _is_told_of(content: Sequence[Piece]) -> bool:
    """Whether it is told how somebody is: «Sometimes dad is sad»."""
    if _is_pronoun(content[0]):
        return True
    second = content[1] if len(content) > 1 else None
    return isinstance(content[0], Nominal) and isinstance(second, Quality)


def _is_speaker(piece: Piece, content: Sequence[Piece]) -> bool:
    """A subject tapped behind how it is: `very, tired, I`, `not, tired, me`."""
    if not isinstance(piece, Nominal):
        return False
    alone = len(content) == 2 and piece.head.key == "me" and piece.pronoun is not None
    first = content[0]
    return _is_subject(piece) or (alone and isinstance(first, Quality) and first.is_feeling)


def _is_pronoun(piece: Piece) -> bool:
    return isinstance(piece, Nominal) and piece.pronoun is not None


def _is_subject(one: Nominal) -> bool:
    return one.pronoun is not None and one.head.key in words.NOMINATIVE


def _feels(first: Quality, content: Sequence[Piece], base: Clause, wish: Wish) -> bool:
    """A feeling with something about it is the speaker's own: `scared, doctor`."""
    if not first.is_feeling or base.mood is Mood.QUESTION:
        return False
    second = content[1] if len(content) > 1 else None
    adjective = first.head.adjective
    about = adjective.frames.get("*") if adjective is not None else None
    if isinstance(second, Nominal) and second.is_person and about != "of":
        return False
    more = len(content) > 1 or len(first.units) > 1
    return more or base.negated or wish.continues or wish.joined


def _says_of(first: Nominal, rest: Sequence[Piece], base: Clause) -> bool:
    """Whether the rest says something of the first noun, so that `be` may stand between them."""
    asks = base.mood is Mood.QUESTION
    if base.question:
        return not rest or base.question[-1].key not in {"how many", "how much"}
    if first.head.tag is Tag.QUANTITY:
        return False
    second = rest[0] if rest else None
    if not (asks or base.negated) and _is_named_with(first, rest):
        return False
    if is_unit(second, Tag.INTENSIFIER, Tag.ADVERB) and len(rest) > 1:
        second = rest[1]
    if isinstance(second, Quality) and second.head.key == "quick" and first.is_a("place"):
        return False
    if isinstance(second, Quality | Prepositional):
        return True
    if isinstance(second, Unit) and second.tag is Tag.PLACE:
        return asks or base.negated or second.key in members("being there")
    once = isinstance(second, Nominal) and second.key in members("once") and not second.lead
    if once and base.embedded and _is_subject(first):
        return True
    denied = base.negated and _is_subject(first)
    if denied and isinstance(second, Nominal) and second.is_a("person") and not second.is_called:
        return True
    return isinstance(second, Nominal) and _is_what(first, second, asks)


def _is_named_with(first: Nominal, rest: Sequence[Piece]) -> bool:
    """`chips, with, ketchup`, `ticket, to, London`, `peace, in, world`: one thing, named whole."""
    second = rest[0] if rest else None
    if not isinstance(second, Prepositional):
        return False
    if first.leads(*_ASKED_FOR):
        return True
    if (
        len(rest) > 1
        or first.is_animate
        or first.head.tag is not Tag.NOUN
        or first.leads("my", "the")
    ):
        return False
    if second.preposition.key == "for":
        return not second.nominal.is_person
    whole = second.preposition.key in {"with", "without", "to", "of", "from"}
    return whole or first.key in members("in general")


def _is_what(first: Nominal, second: Nominal, asks: bool) -> bool:
    """«This is my ball», «My name is Leo», «That's mine»; never `mummy, car`."""
    if second.is_a(*_TIME_KINDS):
        return asks or first.head.key == "it"
    if second.head.tag is Tag.PRONOUN and second.head.key in words.ABSOLUTE:
        return True
    if first.pronoun is not None and second.key == "year" and second.lead:
        return True
    pointing = first.head.key in words.DEMONSTRATIVES or first.head.key == "it"
    if pointing and not first.lead:
        return True
    owned = any(unit.key in words.POSSESSIVES | words.ARTICLES for unit in second.lead)
    if first.pronoun is not None and owned:
        return True
    if first.pronoun is not None and not second.lead and _is_number(second):
        return True
    named = first.head.key in {"name", "surname"} and (bool(first.lead) or first.owner is not None)
    return named or first.leads("favourite", "favorite")


def _is_number(one: Nominal) -> bool:
    return one.head.tag is Tag.NUMBER or one.head.key.isdecimal()
