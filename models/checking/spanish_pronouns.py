"""Does every pronoun of a Spanish sentence stand where it can: *mira me*, *se llamas*?"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from models.checking.evidence import Evidence
from models.checking.meaning import THIRDS, Addition, Kind, Person, Trait
from models.checking.words import key, listed
from models.spanish.bodies import leaves_open_whose
from models.spanish.verbs import Frame, frame

_REFLEXIVES: Final = MappingProxyType(
    {"me": Person.FIRST, "te": Person.SECOND, "nos": Person.FIRST_PLURAL}
)
_SUBJECTS: Final = MappingProxyType(
    {
        "yo": Person.FIRST,
        "tú": Person.SECOND,
        "nosotros": Person.FIRST_PLURAL,
        "nosotras": Person.FIRST_PLURAL,
    }
)
_STRONG: Final = MappingProxyType({"mí": Person.FIRST, "ti": Person.SECOND})
_CLITICS: Final = listed("me te se nos os le les")
_ARTICLES: Final = listed("el la los las lo")
_BESIDE: Final = listed("y o no que como entre según ni con menos excepto")
_OFTEN_ITSELF: Final = listed(
    "dormir ir salir morir venir subir bajar volver estar correr escapar saltar pasar marchar sonar"
)
"""Verbs without an object that may be said of oneself: me voy, me duermo."""
_OF_ONES_OWN: Final = frozenset({"own", "who", "ask", "into", "dat"})


def reasons(evidence: Evidence) -> Iterator[str]:
    for at, part in enumerate(evidence.parts):
        if part.text in _CLITICS:
            yield from _clitic(evidence, at)
            yield from _reflexive(evidence, at)
        elif part.text in _SUBJECTS:
            yield from _subject(evidence, at)
        if part.source is not None and evidence.expresses(part, Kind.PRONOUN):
            yield from _object(evidence, at, part.source)


def _told(evidence: Evidence) -> set[Person]:
    """The persons of all verbs of the sentence that are no commands."""
    return {
        reading.person
        for readings in evidence.readings
        for reading in readings
        if reading.person and not reading.is_imperative
    }


def _clitic(evidence: Evidence, at: int) -> Iterator[str]:
    """*Mira me*, *se llamas*, and *se toca mi pierna*."""
    part = evidence.parts[at]
    if at and evidence.parts[at - 1].token == part.token:
        return
    following = evidence.parts[at + 1] if at + 1 < len(evidence.parts) else None
    if following and part.source is not None and following.source == part.source:
        return  # nos vemos
    if following is None or not _may_follow_clitic(evidence, at + 1):
        yield f"{part.text} stands before no verb"
        return
    if part.text != "se":
        return
    persons = {reading.person for reading in evidence.readings[at + 1]}
    if persons and None not in persons and not persons & THIRDS:
        yield f"se {following.text} do not agree"
    if evidence.message.has_trait(Trait.ROLES):
        yield from _of_another(evidence, at)
    is_chosen = part.source is not None and key(evidence.message.glosses[part.source]) == "se"
    if not is_chosen and following.source is not None:
        yield from _of_nobody_named(evidence, following.source)


def _of_another(evidence: Evidence, at: int) -> Iterator[str]:
    """Whoever touches themself does not touch what is mine."""
    owners = {
        person
        for other in evidence.parts[at:]
        if evidence.expresses(other, Kind.POSSESSIVE)
        for person in evidence.lexis.persons(other.text)
    }
    if owners & {Person.FIRST, Person.SECOND}:
        yield "se is not whose it is"


def _of_nobody_named(evidence: Evidence, verb: int) -> Iterator[str]:
    """*Papá se toca la pierna*: whose body somebody acts on is not guessed of harm or touch."""
    message = evidence.message
    clause = message.clause_of(verb)
    doers = [at for at in clause.before if at < verb] if clause else []
    if clause is None or not doers or message.meanings[doers[-1]].is_a(Kind.ANIMAL):
        return
    asks = frame(key(message.glosses[verb]))
    things = [key(message.glosses[at]) for at in clause.members if at > verb]
    if leaves_open_whose(key(message.glosses[doers[-1]]), asks, things):
        yield "se guesses whose it is"


def _may_follow_clitic(evidence: Evidence, at: int) -> bool:
    part = evidence.parts[at]
    is_verb = bool(evidence.readings[at]) or evidence.expresses(part, Kind.VERB)
    is_known = part.source is not None or evidence.additions[at] is not None
    return is_verb or not is_known or part.text in _CLITICS | _ARTICLES


def _reflexive(evidence: Evidence, at: int) -> Iterator[str]:
    """*Quiero comerme*, *me curo del perro*: what one does to something is not done to oneself."""
    part = evidence.parts[at]
    person = _REFLEXIVES.get(part.text)
    is_behind = at > 0 and evidence.parts[at - 1].token == part.token
    verb = at - 1 if is_behind else at + 1
    source = evidence.parts[verb].source if verb < len(evidence.parts) else None
    if person is None or source is None or person not in _told(evidence):
        return
    asks = frame(key(evidence.message.glosses[source]))
    if not asks.known or asks.flags & {"refl", "pron", "self"}:
        return
    if not asks.has("tr"):
        own = {reading.person for reading in evidence.readings[verb]}
        is_single = asks.link() is None and " " not in asks.verb and not asks.has("dat")
        if part.source is None and person in own and is_single and asks.verb not in _OFTEN_ITSELF:
            yield f"{asks.verb} is not done to oneself"
        return
    things = [
        place
        for place, other in enumerate(evidence.parts)
        if place > at and evidence.expresses(other, Kind.NOUN, Kind.QUESTION, Kind.ANIMATE)
    ]
    is_object = any(other.text in ("lo", "todo") for other in evidence.parts[at:])
    is_often = bool(asks.flags & _OF_ONES_OWN)
    if part.source is None and not (things or is_object or is_often):
        yield f"{part.text} makes itself the object of {asks.verb}"
    if things and evidence.expresses(evidence.parts[things[0]], Kind.ANIMATE):
        between = evidence.parts[max(at, verb) + 1 : things[0]]
        if any(other.text == "de" and other.source is None for other in between):
            yield f"{part.text} makes itself the object of {asks.verb}"


def _subject(evidence: Evidence, at: int) -> Iterator[str]:
    """*Se llama tú*: a pronoun that can only be a subject has a verb of its person."""
    person, told = _SUBJECTS[evidence.parts[at].text], _told(evidence)
    around = (*evidence.parts[max(0, at - 1) : at], *evidence.parts[at + 1 : at + 2])
    is_paired = any(part.text in _BESIDE for part in around) or _is_reached(evidence, at)
    is_commanded = not evidence.is_question and any(
        reading.is_imperative and reading.person is person
        for readings in evidence.readings
        for reading in readings
    )
    is_verbal = evidence.message.has(Kind.VERB)
    if is_verbal and told and person not in told and not is_paired and not is_commanded:
        yield f"{evidence.parts[at].text} is the subject of nothing"


def _is_reached(evidence: Evidence, at: int) -> bool:
    """*A nosotras*, *delante de nosotros*: behind a preposition nobody is a subject."""
    is_chosen = at > 0 and evidence.expresses(evidence.parts[at - 1], Kind.PREPOSITION)
    return is_chosen or (at > 0 and evidence.additions[at - 1] is Addition.PREPOSITION)


def _object(evidence: Evidence, at: int, gloss: int) -> Iterator[str]:
    """*Mira conmigo*, *Ana me juega*, *cómo estás contigo*: as the verb takes its people."""
    message, text = evidence.message, evidence.parts[at].text
    asks = _verb_before(evidence, gloss)
    if asks is None or text == key(message.glosses[gloss]):
        return
    before = evidence.parts[at - 1] if at else None
    is_joined = before is not None and before.text == "con" and before.source is None
    if is_joined and text in _STRONG and _told(evidence) == {_STRONG[text]}:
        yield f"{text} is with oneself"
    is_for = text in _STRONG and before is not None and before.text in ("por", "para", "con")
    takes_person = asks.prepositions.get("who") == "a" or asks.flags & {"who", "touch", "harm"}
    if is_for and asks.has("tr") and takes_person and not message.has(Kind.NOUN):
        yield f"{text} is no object of {asks.verb}"
    person = _REFLEXIVES.get(text)
    is_inert = not asks.flags & {"tr", "dat", "tell", "give", "touch", "harm"}
    by_preposition = asks.prepositions.get("who") in ("con", "de")
    if person and is_inert and by_preposition and person not in _told(evidence):
        yield f"{text} is no object of {asks.verb}"


def _verb_before(evidence: Evidence, gloss: int) -> Frame | None:
    """What the verb asks for behind which somebody was chosen; None for one that nobody knows."""
    clause = evidence.message.clause_of(gloss)
    verbs = [at for at in clause.predicates if at < gloss] if clause else []
    traits = [evidence.message.meanings[at].traits for at in verbs]
    if any(Trait.CONTROL in each for each in traits[:-1]) or any(
        not each.isdisjoint({Trait.BEFALLING, Trait.DATIVE}) for each in traits
    ):
        return None  # no me dejan jugar, no me queda bien
    asks = frame(key(evidence.message.glosses[verbs[-1]])) if verbs else None
    return asks if asks and asks.known else None
