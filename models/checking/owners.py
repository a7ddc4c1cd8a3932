"""Does nobody own what nobody said was theirs? *Fui a la playa de papá* makes company an owner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.meaning import Addition, Kind

_ENDINGS: Final = frozenset({"'s", "s'"})


def reasons(evidence: Evidence) -> Iterator[str]:
    """With a verb, a person beside a public place is there too, and does not own it."""
    if not evidence.message.has(Kind.VERB):
        return
    for at, part in enumerate(evidence.parts):
        if part.source is not None:
            continue
        if part.text == "de":
            place, person = at - 1, _behind(evidence, at)
        elif part.text in _ENDINGS:
            place, person = _behind(evidence, at), at - 1
        else:
            continue
        if _is_public(evidence, place) and _is_person(evidence, person):
            yield f"{evidence.parts[person].text} owns {evidence.parts[place].text}"


def _behind(evidence: Evidence, at: int) -> int:
    """The word behind this one, past articles and possessives; -1 where there is none."""
    small = (Addition.ARTICLE, Addition.POSSESSIVE)
    behind = range(at + 1, len(evidence.parts))
    return next((place for place in behind if evidence.additions[place] not in small), -1)


def _is_public(evidence: Evidence, at: int) -> bool:
    return at >= 0 and evidence.expresses(evidence.parts[at], Kind.PUBLIC)


def _is_person(evidence: Evidence, at: int) -> bool:
    return at >= 0 and evidence.expresses(evidence.parts[at], Kind.ANIMATE)
