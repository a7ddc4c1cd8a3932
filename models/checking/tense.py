"""Does the sentence happen when the message says, and is nothing softened by the mood?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.message import Addition, Kind
from models.checking.words import key
from models.engine import Tense
from models.grammar import grammar

_PERFECT: Final = frozenset({"have", "has", "'ve", "had"})
_SPANS: Final = frozenset({"desde", "since", "hasta", "until", "para", "de", "for"})
"""Before a time word they make it the edge of a span: it has hurt since yesterday."""
_CONDITIONS: Final = frozenset({"si", "if", "ojalá"})
_TIED: Final = _CONDITIONS | {"cuando", "when", "will", "going to", "ir", "ir a", "go", "until"}
"""Words by which something may lie ahead without a word of time."""


def reasons(evidence: Evidence, language: str) -> Iterator[str]:
    told, wanted = _tenses(evidence), evidence.message.controls.tense
    times = _times(evidence, language)
    if wanted and told and wanted not in told:
        yield f"it is not in the {wanted.value}"
    elif told and not wanted and len(times) == 1:
        yield from _against_time(told, *times)
    elif told == {Tense.FUTURE} and not wanted and _is_timeless(evidence):
        yield "it is in the future, and nobody said when"
    if not evidence.may_guess and Tense.PAST not in {wanted, *times}:
        yield from _softened(evidence)


def _is_timeless(evidence: Evidence) -> bool:
    """A plain statement without any word for when: it is about now."""
    message = evidence.message
    is_tied = any(gloss.lower() in _TIED for gloss in message.glosses)
    return not (evidence.may_guess or is_tied or message.is_question or message.has(Kind.TIME))


def _times(evidence: Evidence, language: str) -> set[Tense]:
    """The tenses that time words ask for."""
    times = grammar(language).TIME_TENSES
    words = [key(gloss) for gloss in evidence.message.glosses]
    return {
        times[word]
        for before, word in zip(["", *words], words, strict=False)
        if word in times and before not in _SPANS
    }


def _against_time(told: frozenset[Tense], asked: Tense) -> Iterator[str]:
    if asked is Tense.PAST and Tense.PAST not in told:
        yield "it is not in the past"
    if asked is Tense.FUTURE and told == {Tense.PAST}:
        yield "it is in the past"


def _tenses(evidence: Evidence) -> frozenset[Tense]:
    """Every tense that a verb of the sentence may stand in; empty where none tells."""
    told = {
        reading.tense
        for readings in evidence.readings
        for reading in readings
        if reading.tense is not None
    }
    for at, part in enumerate(evidence.parts):
        addition = evidence.additions[at]
        if part.text in _PERFECT and addition is Addition.AUXILIARY:
            told.add(Tense.PAST)
        if addition is Addition.GO or (part.text == "going" and addition is Addition.AUXILIARY):
            told.add(Tense.FUTURE)
        if addition is Addition.AUXILIARY and _is_perfect_of_haber(evidence, at):
            told.add(Tense.PAST)
    return frozenset(told)


def _is_perfect_of_haber(evidence: Evidence, at: int) -> bool:
    readings = evidence.readings[at]
    return any(reading.tense is Tense.PRESENT and reading.person for reading in readings)


def _softened(evidence: Evidence) -> Iterator[str]:
    """*Querría*, *quisiera*, *podría* for what was chosen without an if."""
    if any(gloss.lower() in _CONDITIONS for gloss in evidence.message.glosses):
        return
    for part, readings in zip(evidence.parts, evidence.readings, strict=True):
        is_said_so = part.source is not None and part.text == _gloss_of(evidence, part.source)
        if readings and all(reading.is_conditional for reading in readings) and not is_said_so:
            yield f"{part.text} softens it"


def _gloss_of(evidence: Evidence, source: int) -> str:
    return evidence.message.glosses[source].lower()
