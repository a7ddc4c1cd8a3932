"""Does the sentence happen when the message says, and is nothing softened by the mood?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.meaning import Addition, Kind, Trait
from models.checking.words import key
from models.engine import Tense
from models.grammar import grammar

_PERFECT: Final = frozenset({"have", "has", "'ve", "had"})
_SPANS: Final = frozenset({"desde", "since", "hasta", "until", "para", "de", "for"}) | {
    *("más", "menos", "mejor", "peor", "que", "more", "less", "better", "worse", "than")
}
"""Before a time word they make it the edge of a span or what is compared: it has hurt since
yesterday, more than yesterday."""
_LONGEST: Final = 4
"""Of how many chosen words a phrase of time may be: *as, a, child*."""
_CONDITIONS: Final = frozenset({"si", "if", "ojalá"})
_BEFORE: Final = frozenset(
    {
        *(
            "when",
            "cuando",
            "ya",
            "todavía",
            "aún",
            "antes",
            "hace",
            "pasado",
            "último",
            "desde",
            "después",
        ),
        *("already", "yet", "still", "before", "ago", "last", "since", "after", "once", "just"),
        *("una noche", "un día", "una vez", "había una vez", "al final", "por fin", "de pequeño"),
        *("de pequeña", "de niño", "de niña", "one day", "one night", "once upon a time"),
        *("in the end", "at last", "finally"),
    }
)
"""Words beside which something may be over."""
_TIED: Final = _CONDITIONS | {"cuando", "when", "will", "going to", "ir", "ir a", "go", "until"}
"""Words by which something may lie ahead without a word of time."""


def reasons(evidence: Evidence, language: str) -> Iterator[str]:
    told, wanted = _tenses(evidence), evidence.message.controls.tense
    times = _times(evidence, language)
    if wanted and told and wanted not in told:
        yield f"it is not in the {wanted.value}"
    elif told and not wanted and len(times) == 1 and not _is_since(evidence):
        yield from _against_time(told, *times)
    elif told == {Tense.FUTURE} and not wanted and _is_timeless(evidence):
        yield "it is in the future, and nobody said when"
    elif (
        Tense.PAST in told and Tense.PRESENT not in told and not wanted and _is_unfinished(evidence)
    ):
        yield "it is in the past, and nobody said so"
    if not evidence.may_guess and Tense.PAST not in {wanted, *times}:
        yield from _softened(evidence)


def _is_since(evidence: Evidence) -> bool:
    """*Hace tres días que no voy*: it has lasted until now."""
    texts = [part.text for part in evidence.parts]
    return "hace" in texts and "que" in texts[texts.index("hace") :]


def _is_timeless(evidence: Evidence) -> bool:
    """A plain statement without any word for when: it is about now."""
    message = evidence.message
    is_tied = any(gloss.lower() in _TIED for gloss in message.glosses)
    return not (evidence.may_guess or is_tied or message.is_question or message.has(Kind.TIME))


def _is_unfinished(evidence: Evidence) -> bool:
    """A plain statement of nothing that is told only once it is over: fell, died."""
    message = evidence.message
    is_tied = any(gloss.lower() in _BEFORE for gloss in message.glosses)
    is_own_form = any(
        part.source is not None
        and part.text == _gloss_of(evidence, part.source)
        and ({reading.tense for reading in readings} == {Tense.PAST} or _is_done_to(evidence, part))
        for part, readings in zip(evidence.parts, evidence.readings, strict=True)
    )
    is_free = evidence.may_guess or message.is_question or message.has(Kind.TIME)
    is_free |= any(gloss.lower() == "if" for gloss in message.glosses) and any(
        part.text in ("would", "'d") for part in evidence.parts
    )  # if I were rich, I would buy a boat
    # No ha vuelto: what has not happened has not happened yet; and an accident is told as over.
    is_awaited = _has_perfect(evidence) and (
        message.has(Kind.NEGATION) or not _LIFELONG.isdisjoint(map(key, message.glosses))
    )
    is_accident = message.has(Kind.BODY) and not message.has_trait(Trait.ROLES)
    is_over = message.has_trait(Trait.DONE) or is_awaited or is_accident
    return not (is_free or is_tied or is_own_form or is_over)


def _is_done_to(evidence: Evidence, part: Part) -> bool:
    """*The bag has been stolen*; but *I was scared* only tells a feeling as over."""
    is_quality = evidence.expresses(part, Kind.ADJECTIVE) and part.text.endswith(_OVER)
    plain = [other.text for other in evidence.parts if other.source is None]
    return is_quality and _WERE.isdisjoint(plain)


_WERE: Final = frozenset({"was", "were", "estaba", "estabas", "estaban", "estábamos", "estuve"})
_LIFELONG: Final = frozenset({"never", "ever", "stop", "finish", "run out"})
"""What is told of until now: *I've never flown*, *it has stopped raining*."""


def _has_perfect(evidence: Evidence) -> bool:
    return any(
        addition is Addition.AUXILIARY and (part.text in _PERFECT or evidence.readings[at])
        for at, (part, addition) in enumerate(zip(evidence.parts, evidence.additions, strict=True))
    )


_OVER: Final = ("ed", "en", "ado", "ido")
"""How a participle ends."""


def _times(evidence: Evidence, language: str) -> set[Tense]:
    """The tenses that time words ask for."""
    tense_of = grammar(language).tense_of
    words = [key(gloss) for gloss in evidence.message.glosses]
    found = {
        tense_of(" ".join(words[start:end]))
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1)
        if (start == 0 or words[start - 1] not in _SPANS) and not _is_origin(evidence, start)
    }
    return {tense for tense in found if tense is not None}


def _is_origin(evidence: Evidence, gloss: int) -> bool:
    """*Sobra pan de ayer*: of when a thing is, not when something happens."""
    before = [at - 1 for at in evidence.places_of(gloss) if at > 1]
    return any(
        evidence.parts[at].text == "de" and evidence.expresses(evidence.parts[at - 1], Kind.NOUN)
        for at in before
    )


def _against_time(told: frozenset[Tense], asked: Tense) -> Iterator[str]:
    if asked is Tense.PAST and Tense.PAST not in told:
        yield "it is not in the past"
    if asked is Tense.FUTURE and told == {Tense.PAST}:
        yield "it is in the past"


def _tenses(evidence: Evidence) -> frozenset[Tense]:
    """Every tense that a verb of the sentence may stand in; empty where none tells."""
    told = {
        reading.tense
        for at, readings in enumerate(evidence.readings)
        for reading in readings
        if reading.tense is not None and not _hangs(evidence, at)
    }
    for at, part in enumerate(evidence.parts):
        addition = evidence.additions[at]
        if part.text in _PERFECT and addition is Addition.AUXILIARY:
            told.add(Tense.PAST)
        if addition is Addition.GO or (part.text == "going" and addition is Addition.AUXILIARY):
            told.add(Tense.FUTURE)
        if addition is Addition.AUXILIARY and _is_perfect_of_haber(evidence, at):
            told.add(Tense.PAST)
            told.discard(Tense.PRESENT)
    return frozenset(told)


def _hangs(evidence: Evidence, at: int) -> bool:
    """*to sleep*, *I'm called*: a plain form or a participle, which tells no tense."""
    if evidence.additions[at] is Addition.GO:
        return True  # voy a comer
    following = evidence.parts[at + 1 : at + 2]
    if following and following[0].text == "going" and following[0].source is None:
        return True  # he is going to hit me
    before = [part.text for part in evidence.parts[max(0, at - 2) : at] if part.text != "not"]
    return evidence.lexis.has_fixed_order and bool(before) and before[-1] in _HANG_ON


_HANG_ON: Final = frozenset(
    {
        *("to", "am", "is", "are", "'m", "'re", "'s", "have", "has", "'ve", "will", "'ll", "shall"),
        *("would", "'d", "can", "could", "must", "should", "may", "might"),
    }
)


def _is_perfect_of_haber(evidence: Evidence, at: int) -> bool:
    readings = evidence.readings[at]
    return any(reading.tense is Tense.PRESENT and reading.person for reading in readings)


def _softened(evidence: Evidence) -> Iterator[str]:
    """*Querría*, *quisiera*, *podría* for what was chosen without an if."""
    if any(gloss.lower() in _CONDITIONS for gloss in evidence.message.glosses):
        return
    if _is_formerly(evidence):
        return
    for part, readings in zip(evidence.parts, evidence.readings, strict=True):
        is_said_so = part.source is not None and part.text == _gloss_of(evidence, part.source)
        if readings and all(reading.is_conditional for reading in readings) and not is_said_so:
            yield f"{part.text} softens it"


def _is_formerly(evidence: Evidence) -> bool:
    """*Before, I could walk*: a word for then at either end of what is no question."""
    glosses = [key(gloss) for gloss in evidence.message.glosses]
    return "before" in (*glosses[:1], *glosses[-1:]) and not evidence.message.is_question


def _gloss_of(evidence: Evidence, source: int) -> str:
    return evidence.message.glosses[source].lower()
