"""Is everybody still who was chosen? *La niña come* is not what *niño, comer* says."""

from __future__ import annotations

from collections.abc import Iterator

from models.checking.evidence import Evidence
from models.checking.message import Kind, Trait
from models.checking.words import key


def reasons(evidence: Evidence) -> Iterator[str]:
    """Persons and animals that were chosen in the masculine and are said in the feminine.

    The other way round is no form of the chosen word anyway. What somebody is agrees with them
    (*mamá, ser, médico* and *yo, médico*), so there it may.
    """
    message = evidence.message
    somebody = [one for one in message.meanings if one.is_a(Kind.ANIMATE, Kind.PRONOUN)]
    tells_what_one_is = message.has_trait(Trait.LINKING) or (
        len(somebody) > 1 and not message.has(Kind.VERB)
    )
    if evidence.lexis.has_fixed_order or tells_what_one_is:
        return
    for part in evidence.parts:
        if part.source is None or not evidence.expresses(part, Kind.ANIMATE):
            continue
        chosen = key(evidence.message.glosses[part.source])
        if is_swapped(chosen, part.text):
            yield f"{chosen} has become {part.text}"


def is_swapped(chosen: str, said: str) -> bool:
    """Whether a Spanish word is the feminine of the chosen one: *abuelos*, *abuela*."""
    chosen, said = chosen.removesuffix("s"), said.removesuffix("s")
    feminine = {f"{chosen}a"} | ({f"{chosen[:-1]}a"} if chosen.endswith("o") else set())
    return said in feminine
