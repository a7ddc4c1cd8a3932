"""Is it still said to whom harm was done, and that it is they who feel or do what follows?

*él, tocar, yo, llorar* tells two things of the speaker: «Él toca y yo lloro» loses the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from models.checking.evidence import Evidence
from models.checking.meaning import FIRSTS, Addition, Kind, Person, Trait
from models.checking.message import Message
from models.checking.words import key

_ENDS: Final = (Kind.SUBORDINATOR, Kind.COORDINATOR, Kind.QUESTION)
_JOINS: Final = frozenset({"y", "e", "and", "pero", "but", "porque", "because"})
_TOWARDS: Final = frozenset({"a", "de", "to", "at", "on", "of", "from"})
_SUBJECTS: Final = MappingProxyType(
    {"me": "i", "my": "i", "him": "he", "her": "she", "us": "we", "them": "they", "you": "you"}
)
_CRIES: Final = frozenset({"stop", "help", "enough", "basta", "ayuda", "socorro", "auxilio"})
"""At the end of such a message they are no feeling, but a cry to whoever hears it."""
_MINE: Final = frozenset({"mi", "mis", "my"})
_NEAR: Final = 4
"""How many words may stand between a verb and whom it is done to."""


@dataclass(frozen=True, slots=True)
class Harm:
    """A harm that a message tells. The numbers are indices of glosses."""

    verb: int
    sufferer: int
    person: Person
    outcome: int
    """What the sufferer feels or does."""


def find(message: Message) -> Harm | None:
    """Somebody, a verb of harm or touch, a pronoun right behind it, and a verb or a feeling."""
    meanings = message.meanings
    verb = next((at for at, one in enumerate(meanings) if one.is_a(Kind.VERB)), len(meanings))
    if verb + 2 >= len(meanings) or Trait.HARMING not in meanings[verb].traits:
        return None
    doers = [one for one in meanings[:verb] if one.is_a(Kind.PRONOUN, Kind.ANIMATE)]
    person = _sufferer(message, verb + 1)
    if not doers or all(one.is_never_subject for one in doers) or person is None:
        return None
    if any(one.is_a(*_ENDS) for one in meanings[:verb]):
        return None
    for at in range(verb + 2, len(meanings)):
        one = meanings[at]
        if one.is_a(*_ENDS, Kind.PREPOSITION, Kind.PRONOUN, Kind.ANIMATE):
            return None
        if at == len(meanings) - 1 and key(message.glosses[at]) in _CRIES:
            return None
        if one.is_a(Kind.VERB, Kind.STATE):
            return Harm(verb, verb + 1, person, at)
    return None


def _sufferer(message: Message, at: int) -> Person | None:
    """Whom a pronoun means, or the speaker as the owner of a part of the body."""
    if message.meanings[at].is_a(Kind.PRONOUN):
        return message.meanings[at].person
    is_mine = key(message.glosses[at]) in _MINE
    is_body = message.meanings[at + 1].is_a(Kind.BODY)
    return Person.FIRST if is_mine and is_body else None


def reasons(evidence: Evidence) -> Iterator[str]:
    yield from _cried(evidence)
    harm = find(evidence.message)
    if harm is None:
        return
    gloss = evidence.message.glosses[harm.sufferer]
    verbs, outcomes = evidence.places_of(harm.verb), evidence.places_of(harm.outcome)
    if verbs and not any(_is_object(evidence, harm, at) for at in _around(evidence, verbs[0])):
        yield f"nothing is done to {gloss}"
    if not evidence.may_guess and _is_open(evidence.message, harm):
        yield "it guesses who does harm"
    if outcomes and evidence.message.meanings[harm.outcome].is_a(Kind.STATE):
        if not evidence.expresses(evidence.parts[outcomes[0]], Kind.VERB) and not _is_had(
            evidence, outcomes[0]
        ):
            yield f"nobody has {evidence.parts[outcomes[0]].text}"
    elif verbs and outcomes and evidence.lexis.has_fixed_order:
        between = evidence.parts[verbs[0] + 1 : outcomes[0]]
        if _subject(gloss) not in [part.text for part in between]:
            yield f"{gloss} is no longer who does it"


def _cried(evidence: Evidence) -> Iterator[str]:
    """*he, touch, me, no*: what is cried at last stays there, apart. «He doesn't touch me» would
    take back what was told."""
    message = evidence.message
    cry = len(message.glosses) - 1
    if cry < 3 or key(message.glosses[cry]) not in _CRIES | {"no"} or message.is_question:
        return
    sufferer = message.meanings[cry - 1]
    is_me = sufferer.is_a(Kind.PRONOUN) and sufferer.person in FIRSTS
    is_mine = sufferer.is_a(Kind.BODY) and key(message.glosses[cry - 2]) in _MINE
    verb = cry - 2 if is_me else cry - 3
    if not (is_me or is_mine) or verb < 1 or Trait.HARMING not in message.meanings[verb].traits:
        return
    for at in evidence.places_of(cry):
        if at + 1 < len(evidence.parts) or not evidence.is_parted(at - 1):
            yield f"{message.glosses[cry]} is no longer cried"


def _is_open(message: Message, harm: Harm) -> bool:
    """*papá, empujar, yo, pegar*: a second harm may be of either of them."""
    traits, behind = message.meanings[harm.outcome].traits, message.meanings[harm.outcome + 1 :]
    is_harm = Trait.HARMING in traits and Trait.BODILY not in traits
    is_harm = is_harm and Trait.INTRANSITIVE not in traits
    return is_harm and not any(one.is_a(Kind.PRONOUN, Kind.ANIMATE) for one in behind)


def is_sufferer(evidence: Evidence, at: int) -> bool:
    """*He touches me and I cry*: whether an added pronoun names the harmed person again."""
    harm = find(evidence.message)
    if harm is None:
        return False
    return evidence.parts[at].text == _subject(evidence.message.glosses[harm.sufferer])


def feeling_person(evidence: Evidence, at: int) -> frozenset[Person]:
    """*...y tengo miedo*: who feels it, where the verb of the feeling was added."""
    harm = find(evidence.message)
    if harm is None or evidence.parts[at].source is not None:
        return frozenset()
    behind = any(place < at for place in evidence.places_of(harm.verb))
    return frozenset({harm.person}) if behind else frozenset()


def _subject(gloss: str) -> str:
    return _SUBJECTS.get(key(gloss), key(gloss))


def _around(evidence: Evidence, verb: int) -> Iterator[int]:
    """The words of the same clause that stand close to a verb."""
    for step in (-1, 1):
        for at in range(verb + step, verb + step * (_NEAR + 1), step):
            if not 0 <= at < len(evidence.parts) or evidence.parts[at].text in _JOINS:
                break
            if evidence.is_parted(min(at, at - step)):
                break
            yield at


def _is_object(evidence: Evidence, harm: Harm, at: int) -> bool:
    """Whether a word names the harmed person in the part of an object."""
    lexis, part = evidence.lexis, evidence.parts[at]
    is_theirs = part.source == harm.sufferer or harm.person in lexis.persons(part.text)
    if not is_theirs:
        return False
    is_marked = at > 0 and evidence.parts[at - 1].text in _TOWARDS
    is_open = not lexis.is_subject_form(part.text) or part.text == "you"
    return lexis.is_object_form(part.text) or is_marked or is_open


def _is_had(evidence: Evidence, at: int) -> bool:
    """Whether a verb that tells of having it stands before a feeling."""
    while at > 0 and evidence.parts[at - 1].text not in _JOINS and not evidence.is_parted(at - 1):
        at -= 1
        has = evidence.additions[at] in (Addition.HAVE_STATE, Addition.BE, Addition.AUXILIARY)
        if has or (evidence.parts[at].source is None and evidence.readings[at]):
            return True
    return False
