"""Do the verbs and phrases of a Spanish sentence stand together as they can: «¿puedo bebo?»?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.meaning import Addition, Kind, Trait
from models.checking.spanish_agreement import DETERMINERS
from models.checking.words import key, listed
from models.spanish import conjugator
from models.spanish.verbs import frame, is_infinitive

_SUBORDINATORS: Final = listed(
    "que si cuando como donde dónde qué quién cómo porque mientras quien lo aunque y o u e pero ni"
)
_PREPOSITIONS: Final = listed("de con por a en")
_WISHES: Final = listed(
    "que cuando ojalá para si quizá quizás antes hasta mientras aunque no nunca ni"
)
_COMPARATIVES: Final = listed("más menos mejor peor")
_SHORT: Final = listed("hay sí no")
"""What stands for a clause: creo que sí."""
_REASONS: Final = listed("porque")


def reasons(evidence: Evidence) -> Iterator[str]:
    for at in range(len(evidence.parts)):
        yield from _two_verbs(evidence, at)
        yield from _joined(evidence, at)
        yield from _participle(evidence, at)
        yield from _mood(evidence, at)
        yield from _compared(evidence, at)
        yield from _equal(evidence, at)
        yield from _direct(evidence, at)
        yield from _clause(evidence, at)


def _two_verbs(evidence: Evidence, at: int) -> Iterator[str]:
    """*quiero voy*: two finite verbs side by side, and no word that makes one hang on the other."""
    if not _is_finite(evidence, at) or any(
        reading.is_imperative for reading in evidence.readings[at]
    ):
        return
    other = at + 1
    while other < len(evidence.parts) and evidence.parts[other].text in ("me", "te", "se", "no"):
        other += 1
    if other == len(evidence.parts) or not _is_finite(evidence, other):
        return
    is_linked = any(part.text in _SUBORDINATORS for part in evidence.parts[:other])
    if not is_linked and not any(evidence.is_parted(place) for place in range(at, other)):
        yield f"{evidence.parts[at].text} {evidence.parts[other].text} are two verbs in a row"


def _is_finite(evidence: Evidence, at: int) -> bool:
    part = evidence.parts[at]
    is_own = part.source is not None and part.text == key(evidence.message.glosses[part.source])
    is_noun = evidence.expresses(part, Kind.NOUN, Kind.TIME, Kind.ADJECTIVE)
    return bool(evidence.readings[at]) and not (is_own or is_noun or is_infinitive(part.text))


def _joined(evidence: Evidence, at: int) -> Iterator[str]:
    """*La cabeza de la garganta*, *ir a no comer*."""
    part = evidence.parts[at]
    if (
        part.source is not None
        or part.text not in ("de", "con", "por", "a", "en")
        or at + 1 == len(evidence.parts)
    ):
        return
    following = at + 1
    while following < len(evidence.parts) and evidence.parts[following].text in DETERMINERS:
        following += 1
    if evidence.parts[at + 1].text == "no":
        yield f"{part.text} stands before no"
    if at and following < len(evidence.parts):
        ends = (evidence.parts[at - 1], evidence.parts[following])
        is_felt = part.text in ("de", "con", "por") and evidence.message.has_trait(Trait.DATIVE)
        if is_felt and all(evidence.expresses(end, Kind.BODY) for end in ends):
            yield f"{part.text} makes one of two parts of the body"


def _participle(evidence: Evidence, at: int) -> Iterator[str]:
    """*¿Ya terminado?*: a verb that was chosen as such has lost its helping verb."""
    part = evidence.parts[at]
    if part.source is None or not evidence.expresses(part, Kind.VERB) or any(evidence.readings):
        return
    gloss = key(evidence.message.glosses[part.source])
    if is_infinitive(gloss) and part.text == conjugator.participle(conjugator.plain(gloss)):
        yield f"{part.text} has no verb"


def _mood(evidence: Evidence, at: int) -> Iterator[str]:
    """*¿A qué hora cierres?*: a subjunctive that nothing asks for."""
    readings = evidence.readings[at]
    is_subjunctive = bool(readings) and all(
        reading.person and not (reading.tense or reading.is_imperative or reading.is_conditional)
        for reading in readings
    )
    if is_subjunctive and not any(part.text in _WISHES for part in evidence.parts[:at]):
        yield f"{evidence.parts[at].text} hangs on nothing"


def _compared(evidence: Evidence, at: int) -> Iterator[str]:
    """*Más lenta de la liebre*: with whom one is compared stands behind *que*; but *la más lenta
    de la clase*."""
    part = evidence.parts[at]
    if part.source is not None or part.text not in ("de", "con", "a") or at < 2:
        return
    more, quality = evidence.parts[at - 2], evidence.parts[at - 1]
    is_more = more.text in _COMPARATIVES and evidence.expresses(quality, Kind.ADJECTIVE)
    is_most = at > 2 and evidence.parts[at - 3].text in DETERMINERS
    somebody = evidence.parts[at + 1 : at + 4]
    if is_more and not is_most and any(evidence.expresses(p, Kind.ANIMATE) for p in somebody):
        yield f"{quality.text} compares nobody"


def _equal(evidence: Evidence, at: int) -> Iterator[str]:
    """*Tantos cromos que tú*: with an equal one is compared by *como*."""
    behind = evidence.parts[at + 1 :]
    is_equal = any(part.text.startswith("tan") for part in evidence.parts[:at])
    is_last = len(behind) == 1 and evidence.expresses(behind[0], Kind.PRONOUN)
    if evidence.parts[at].text == "que" and is_equal and is_last:
        yield f"{behind[0].text} is no equal"


def _direct(evidence: Evidence, at: int) -> Iterator[str]:
    """*Las primas vinieron el tren*: a verb without objects has one."""
    part = evidence.parts[at]
    is_finite = part.source is not None and _is_finite(evidence, at)
    if not is_finite or at == 0 or at + 2 >= len(evidence.parts) or evidence.is_parted(at):
        return
    article, noun = evidence.parts[at + 1], evidence.parts[at + 2]
    if evidence.additions[at + 1] is not Addition.ARTICLE or article.text == "lo":
        return
    is_thing = evidence.expresses(noun, Kind.NOUN)
    is_thing = is_thing and not evidence.expresses(noun, Kind.ANIMATE, Kind.TIME, Kind.QUANTITY)
    has_subject = evidence.expresses(evidence.parts[at - 1], Kind.ANIMATE)
    asks = frame(key(evidence.message.glosses[part.source or 0]))
    leads = any(flag.startswith(("inf:", "ger")) for flag in asks.flags)
    if is_thing and has_subject and asks.known and leads and asks.flags <= _GOING:
        yield f"{part.text} has no object"


_GOING: Final = frozenset({"inf:a", "inf:de", "refl", "pron"})


def _clause(evidence: Evidence, at: int) -> Iterator[str]:
    """*Porque la amiga mudarse*, *¿quieres que yo?*: a clause without a verb."""
    rest = evidence.parts[at + 1 :]
    has_verb = any(evidence.readings[at + 1 :]) or any(part.text in _SHORT for part in rest)
    part = evidence.parts[at]
    is_object = part.text == "que" and part.source is None and at > 0
    is_object = is_object and evidence.expresses(evidence.parts[at - 1], Kind.VERB)
    if (part.text in _REASONS or is_object) and not has_verb:
        yield f"{evidence.parts[at].text} leads to no verb"
