"""Is everybody still who was chosen, and as many? *La niña come* is not what *niño, comer* says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.meaning import Addition, Kind, Trait
from models.checking.words import key, keys


def reasons(evidence: Evidence) -> Iterator[str]:
    yield from _of_gender(evidence)
    yield from _of_number(evidence)


def _of_gender(evidence: Evidence) -> Iterator[str]:
    """Persons and animals that were chosen in the masculine and are said in the feminine.

    The other way round is no form of the chosen word anyway. What somebody is agrees with them
    (*mamá, ser, médico* and *yo, médico*), so there it may.
    """
    message = evidence.message
    if evidence.lexis.has_fixed_order or _tells_what_one_is(evidence):
        return
    for part in evidence.parts:
        if part.source is None or not evidence.expresses(part, Kind.ANIMATE):
            continue
        chosen = message.glosses[part.source]
        if any(is_swapped(word, part.text) for word in keys(chosen)):
            yield f"{chosen} has become {part.text}"


def _tells_what_one_is(evidence: Evidence) -> bool:
    message = evidence.message
    somebody = [one for one in message.meanings if one.is_a(Kind.ANIMATE, Kind.PRONOUN)]
    return message.has_trait(Trait.LINKING) or (len(somebody) > 1 and not message.has(Kind.VERB))


def _of_number(evidence: Evidence) -> Iterator[str]:
    """One thing that has become several, or several that have become one."""
    message = evidence.message
    for at, part in enumerate(evidence.parts):
        if part.source is None or not evidence.expresses(part, Kind.NOUN, Kind.ANIMATE):
            continue
        chosen = message.glosses[part.source]
        if part.text == key(chosen) or " " in chosen or evidence.expresses(part, *_AGREEING):
            continue
        if _may_be_verb(evidence, at, part):
            continue
        was_plural, is_plural = map(evidence.lexis.is_plural, (key(chosen), part.text))
        is_several = is_plural and was_plural is False
        if (is_several and not _may_be_several(evidence, part.source)) or (
            was_plural and is_plural is False and not _is_counted(evidence, part.source)
        ):
            yield f"{chosen} has become {part.text}"


def _is_counted(evidence: Evidence, gloss: int) -> bool:
    return gloss > 0 and evidence.message.meanings[gloss - 1].is_a(Kind.QUANTITY)


def _may_be_verb(evidence: Evidence, at: int, part: Part) -> bool:
    """*The farmer milks the cow*: an English noun may be the verb of its sentence."""
    if not evidence.lexis.has_fixed_order or not part.source:
        return False
    if at > 0 and evidence.additions[at - 1] is Addition.ARTICLE:
        return False  # water the plant
    is_known = bool(evidence.lexis.readings(part.text, evidence.message.glosses[part.source]))
    has_subject = at > 0 and evidence.parts[at - 1].source is not None
    return is_known or (has_subject and not evidence.message.has(Kind.VERB))


_AGREEING: Final = (Kind.VERB, Kind.ADJECTIVE)
"""What takes its number from its neighbours."""


def _may_be_several(evidence: Evidence, gloss: int) -> bool:
    """*three, brother*; *on Fridays*; both hands; all of a kind that one likes, fears or does not
    want; and what several are agrees with them."""
    message = evidence.message
    meaning = message.meanings[gloss]
    is_told_of = _tells_what_one_is(evidence) and gloss > 0
    is_denied_thing = message.has(Kind.NEGATION) and not meaning.is_a(Kind.ANIMATE)
    # To wash hands is to wash both; but one tooth that hurts is one.
    hurts = message.has_trait(Trait.ROLES) or message.has_trait(Trait.DATIVE)
    is_a_pair = meaning.is_a(Kind.BODY) and not (hurts or message.has_trait(Trait.BODILY))
    if message.has(Kind.QUANTITY) or meaning.is_a(Kind.TIME) or message.asks_with_a_word:
        return True
    if is_denied_thing or is_told_of or is_a_pair:
        return True
    leads = gloss < min((at for at, one in enumerate(message.meanings) if one.traits), default=0)
    is_of_a_kind = message.has_trait(Trait.GENERIC) or message.has_trait(Trait.AT_SOMEBODY)
    return is_of_a_kind and not leads


def is_swapped(chosen: str, said: str) -> bool:
    """Whether a Spanish word is the feminine of the chosen one: *abuelos*, *abuela*."""
    chosen, said = chosen.removesuffix("s"), said.removesuffix("s")
    feminine = {f"{chosen}a"} | ({f"{chosen[:-1]}a"} if chosen.endswith("o") else set())
    return said in feminine
