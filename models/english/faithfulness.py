"""The last look at a sentence before it is given: every chosen word said, and no other."""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence

from models.english import words
from models.english.inflections import forms, pieces


@functools.cache
def _function_parts() -> frozenset[str]:
    return frozenset(part for word in words.FUNCTION_WORDS for part in pieces(word))


@functools.lru_cache(maxsize=8192)
def _form_parts(gloss: str) -> tuple[tuple[str, ...], ...]:
    """The forms of a gloss as their words, the longest first; of a contraction only its part."""
    own = tuple(pieces(gloss))
    parted = {tuple(pieces(form)) for form in forms(gloss)} - {()}
    parted = {form for form in parted if form == own or not any("'" in part for part in form[1:])}
    return tuple(sorted(parted, key=lambda form: (-len(form), form != own, form)))


def says_all(
    text: str,
    glosses: Sequence[str],
    *,
    optional: Collection[str] = (),
    added: Collection[str] = (),
) -> bool:
    """Whether the text says every gloss as often as it was tapped, and adds only small words.

    `optional` glosses may be left unsaid (the listener of a request); words of `added` may stand
    in the text beside the function words.
    """
    left: list[str | None] = list(pieces(text))
    order = sorted(glosses, key=lambda gloss: -len(gloss.split()))
    for gloss in order:
        found = _take(left, gloss)
        if not found and gloss.lower() not in optional and any(map(str.isalnum, gloss)):
            return False
    allowed = _function_parts()
    return all(
        part is None or part in allowed or part in added or not any(map(str.isalnum, part))
        for part in left
    )


def _take(left: list[str | None], gloss: str) -> bool:
    """Take the first place where a form of the gloss stands."""
    for form in _form_parts(gloss):
        for place in range(len(left) - len(form) + 1):
            if tuple(left[place : place + len(form)]) == form:
                left[place : place + len(form)] = [None] * len(form)
                return True
            if len(form) > 1 and _stands_parted(left, place, form):
                left[place : place + len(form) - 1] = [None] * (len(form) - 1)
                left[place + len(form)] = None
                return True
    return False


def _stands_parted(left: Sequence[str | None], place: int, form: tuple[str, ...]) -> bool:
    """«Pick me up»: a phrasal verb around a pronoun."""
    last = place + len(form)
    if last >= len(left) or tuple(left[place : last - 1]) != form[:-1] or left[last] != form[-1]:
        return False
    between = left[last - 1]
    return between is None or between in words.PERSONAL
