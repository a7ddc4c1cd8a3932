"""Do articles and adjectives of a Spanish sentence agree with their noun?

What does not is no sentence that a person would choose, whatever words it says: «mis vagina».
Only what the tables know for sure is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.meaning import Addition, Kind, Person
from models.checking.words import key, listed
from models.engine import Gender
from models.spanish import adjectives, nouns
from models.spanish.genders import FEMININE_A


@dataclass(frozen=True, slots=True)
class Form:
    """The gender and number of a word, None where it may have either."""

    is_feminine: bool | None
    is_plural: bool | None

    def agrees(self, other: Form) -> bool:
        return _fit(self.is_feminine, other.is_feminine) and _fit(self.is_plural, other.is_plural)


def _fit(one: bool | None, other: bool | None) -> bool:
    return one is None or other is None or one == other


_STEMS: Final = listed("nuestr vuestr mism much poc otr tant demasiad cuánt tod")
DETERMINERS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        **{
            f"{stem}{ending}": Form(ending.startswith("a"), ending.endswith("s"))
            for stem in _STEMS
            for ending in ("o", "a", "os", "as")
        },
        **dict.fromkeys(("buen", "primer", "tercer"), Form(False, False)),
        "gran": Form(None, False),
        **dict.fromkeys(
            ("el", "un", "este", "ese", "aquel", "algún", "ningún"), Form(False, False)
        ),
        **dict.fromkeys(("la", "una", "esta", "esa", "aquella", "alguna"), Form(True, False)),
        **dict.fromkeys(("los", "unos", "estos", "esos", "aquellos", "varios"), Form(False, True)),
        **dict.fromkeys(("las", "unas", "estas", "esas", "aquellas", "varias"), Form(True, True)),
        **dict.fromkeys(("mi", "tu", "su"), Form(None, False)),
        **dict.fromkeys(("mis", "tus", "sus"), Form(None, True)),
        **dict.fromkeys(
            listed("dos tres cuatro cinco seis siete ocho nueve diez"), Form(None, True)
        ),
    }
)
_PRONOUNS: Final = MappingProxyType(
    {
        "él": Form(False, False),
        "ella": Form(True, False),
        "ellos": Form(False, True),
        "ellas": Form(True, True),
        "nosotras": Form(True, True),
    }
)
_DEGREES: Final = listed("muy no más tan bastante demasiado menos siempre ya un poco")


def reasons(evidence: Evidence) -> Iterator[str]:
    for at in range(len(evidence.parts)):
        yield from _determiner(evidence, at)
        yield from _predicate(evidence, at)
        yield from _calling(evidence, at)


def _determiner(evidence: Evidence, at: int) -> Iterator[str]:
    """*mis vagina*, *la parque*, *mucho globos*."""
    said = DETERMINERS.get(evidence.parts[at].text)
    if said is None or at + 1 == len(evidence.parts):
        return
    noun = evidence.parts[at + 1]
    form = _noun_form(evidence, noun)
    if form is None or evidence.is_parted(at):
        return
    if _ends_number(evidence, at):
        said = Form(said.is_feminine, None)
    if noun.text in FEMININE_A and evidence.parts[at].text in ("el", "un", "algún", "ningún"):
        return
    if not said.agrees(form):
        yield f"{evidence.parts[at].text} {noun.text} do not agree"


def _ends_number(evidence: Evidence, at: int) -> bool:
    """*Noventa y un años*: the last word of a number that is more than one."""
    if at < 2 or evidence.parts[at - 1].text != "y":
        return False
    return evidence.expresses(evidence.parts[at - 2], Kind.QUANTITY)


def _noun_form(evidence: Evidence, part: Part) -> Form | None:
    """The form of a chosen noun; None where it is none, or not a known one."""
    meaning = evidence.meaning(part)
    if meaning is None or not meaning.is_a(Kind.NOUN) or meaning.is_a(Kind.VERB, Kind.ADJECTIVE):
        return None
    return _form_of(part.text)


_EITHER: Final = listed("wifi azúcar internet sartén radio calor mar tablet tableta maratón lente")


@lru_cache(maxsize=4096)
def _form_of(word: str) -> Form | None:
    use = nouns.lookup(word)
    if use is None or "bare" in use.noun.flags:
        return None
    is_somebody = not {"person", "kin", "animal"}.isdisjoint(use.noun.classes)
    # La bebé, el guardia: of somebody only these endings tell.
    is_open = is_somebody and not use.noun.word.endswith(("o", "a"))
    is_common = use.noun.common or is_open or use.noun.word in _EITHER
    singulars = list(nouns.singulars(word))
    # Gafas has no singular that says the same; crisis and lunes are both.
    is_either = not use.plural and word.endswith("s") and bool(singulars)
    return Form(None if is_common else use.noun.feminine, None if is_either else use.plural)


def _predicate(evidence: Evidence, at: int) -> Iterator[str]:
    """*Mi mano está sucio*, *los zapatos son nuevo*, and *estoy contento* of a woman."""
    part = evidence.parts[at]
    if part.text in DETERMINERS:
        return  # un buen cocinero
    lemma = adjectives.lemma_of(part.text) if evidence.expresses(part, Kind.ADJECTIVE) else None
    if lemma is None or " " in lemma:
        return
    verb = _copula_before(evidence, at, _DEGREES)
    if verb is None:
        return
    subject = _subject_form(evidence, verb)
    if subject is None:
        return
    genders = (False, True) if subject.is_feminine is None else (subject.is_feminine,)
    numbers = (False, True) if subject.is_plural is None else (subject.is_plural,)
    fitting = {adjectives.agreeing(lemma, one, many) for one in genders for many in numbers}
    if part.text in adjectives.forms(lemma) and part.text not in fitting:
        yield f"{part.text} does not agree with its subject"


def _calling(evidence: Evidence, at: int) -> Iterator[str]:
    """*Ella es enfermero*: what a woman does for a living, where the word has a form for her."""
    part = evidence.parts[at]
    use = nouns.lookup(part.text)
    if use is None or use.noun.feminine or use.noun.common or "trade" not in use.noun.flags:
        return
    if nouns.feminine_of(use.noun.word) == use.noun.word:
        return
    verb = _copula_before(evidence, at, {*DETERMINERS, *_DEGREES})
    if verb is None:
        return
    subject = _subject_form(evidence, verb)
    is_anybody = verb > 0 and evidence.parts[verb - 1].text in _ANYBODY
    if subject is not None and subject.is_feminine and not is_anybody:
        yield f"{part.text} does not agree with its subject"


_ANYBODY: Final = listed("persona víctima criatura estrella pareja visita")
"""Feminine words for whoever it is."""


def _copula_before(evidence: Evidence, at: int, passed: Collection[str]) -> int | None:
    """The copula before a word, with nothing between them but words that are passed over."""
    verb = at - 1
    while verb >= 0 and evidence.parts[verb].text in passed:
        verb -= 1
    if verb < 0 or not _is_copula(evidence, verb) or evidence.is_parted(verb):
        return None
    return verb


def _is_copula(evidence: Evidence, at: int) -> bool:
    part = evidence.parts[at]
    if part.source is None:
        return evidence.additions[at] is Addition.BE
    return key(evidence.message.glosses[part.source]) in ("ser", "estar")


def _subject_form(evidence: Evidence, verb: int) -> Form | None:
    """The form of the subject right before a copula, or of the speaker who is told by it."""
    if _is_wanted(evidence, verb):
        verb -= 1
    persons = {reading.person for reading in evidence.readings[verb] if reading.person}
    speaker = evidence.message.controls.speaker
    if persons == {Person.FIRST}:
        return Form(speaker is Gender.FEMININE, False) if speaker else Form(None, False)
    at = verb - 1
    while at >= 0 and evidence.parts[at].text in _DEGREES:
        at -= 1
    if at < 0:
        return _chosen_pronoun(evidence)
    if evidence.parts[at].text in _PRONOUNS:
        return _PRONOUNS[evidence.parts[at].text]
    head = _head(evidence, at)
    if head is None or evidence.is_parted(verb - 1):
        return None
    return _noun_form(evidence, evidence.parts[head])


def _is_wanted(evidence: Evidence, verb: int) -> bool:
    """*Quiero ser profesora*: whoever wants to be it is who is it."""
    before = evidence.parts[verb - 1] if verb else None
    if before is None or before.source is None or evidence.parts[verb].text not in ("ser", "estar"):
        return False
    return key(evidence.message.glosses[before.source]) in _WANTING


_WANTING: Final = listed("querer poder preferir necesitar esperar")


def _chosen_pronoun(evidence: Evidence) -> Form | None:
    message = evidence.message
    people = [at for clause in message.clauses for at in (*clause.before, *clause.after)]
    return _PRONOUNS.get(key(message.glosses[people[0]])) if len(people) == 1 else None


def _head(evidence: Evidence, at: int) -> int | None:
    """The noun at the beginning of the phrase that ends here: *el perro de mi vecina*."""
    start = at
    while start > 0 and evidence.parts[start - 1].text in DETERMINERS:
        start -= 1
    if start == 0:
        return at
    before = evidence.parts[start - 1].text
    if before == "de" and start > 1:
        return _head(evidence, start - 2)
    begins = evidence.is_parted(start - 1) or before in ("que", "porque", "pero", "si")
    begins = begins or evidence.expresses(evidence.parts[start - 1], Kind.TIME, Kind.SOCIAL)
    return at if begins else None
