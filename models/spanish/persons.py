"""Who is spoken to and how: tú, vos, usted, vosotros, ustedes."""

from __future__ import annotations

from models.engine import Controls, Formality, SecondPerson
from models.spanish import words
from models.spanish.conjugator import Person
from models.spanish.phrases import Chunk, NounPhrase, Prepositional


def addressed(person: Person, controls: Controls) -> Person:
    """The person of the verb by which a listener is addressed under these controls."""
    polite = controls.formality is Formality.POLITE
    variety = controls.second_person
    if person in (Person.SECOND, Person.VOS):
        if polite:
            return Person.THIRD
        return Person.VOS if variety is SecondPerson.VOS else person
    if person is Person.SECOND_PLURAL:
        american = variety in (SecondPerson.USTEDES, SecondPerson.VOS)
        return Person.THIRD_PLURAL if polite or american else person
    return person


def you_said(text: str, controls: Controls) -> str:
    """The word for the listener as these controls have it: tú, vos, usted, ustedes."""
    person = words.PRONOUNS.get(text)
    if person not in (Person.SECOND, Person.VOS, Person.SECOND_PLURAL):
        return text
    address = addressed(person, controls)
    if address is Person.THIRD:
        return "usted"
    if address is Person.THIRD_PLURAL:
        return "ustedes"
    return "vos" if address is Person.VOS else text


def is_me(chunk: Chunk) -> bool:
    """Whether a phrase is the speaker alone."""
    return (
        isinstance(chunk, NounPhrase) and chunk.head is not None and chunk.head.text in ("yo", "mí")
    )


def is_you(phrase: NounPhrase | None) -> bool:
    """Whether a phrase is the listener."""
    if phrase is None or phrase.head is None or phrase.joined:
        return False
    return phrase.head.text in ("tú", "vos", "usted", "vosotros", "vosotras", "ustedes")


def in_my_company(chunk: Chunk) -> bool:
    """(jugar) conmigo."""
    if not isinstance(chunk, Prepositional) or chunk.prepositions[-1].text != "con":
        return False
    return is_me(chunk.phrase)
