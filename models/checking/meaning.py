"""What a chosen word can be, and what a verb or an added word does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from models.engine import Tense


class Person(Enum):
    """Grammatical person and number."""

    FIRST = 1
    SECOND = 2
    THIRD = 3
    FIRST_PLURAL = 4
    SECOND_PLURAL = 5
    THIRD_PLURAL = 6


FIRSTS: Final = frozenset({Person.FIRST, Person.FIRST_PLURAL})
SECONDS: Final = frozenset({Person.SECOND, Person.SECOND_PLURAL})
THIRDS: Final = frozenset({Person.THIRD, Person.THIRD_PLURAL})


class Kind(Enum):
    """What a gloss can be in a message."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PRONOUN = "pronoun"
    ANIMATE = "animate"
    """Somebody who can do something: a person, an animal, a name."""
    ANIMAL = "animal"
    THING = "thing"
    """A pronoun for what is no person: it."""
    RELATIVE = "relative"
    BODY = "body"
    """A part of the body; like a relative it may be called mine unasked."""
    WORN = "worn"
    """What somebody wears."""
    STATE = "state"
    """Hunger, cold, fear: one has it or feels it."""
    POSSESSIVE = "possessive"
    TELLING = "telling"
    """A noun that is told with *to be*: name, age, birthday."""
    TIME = "time"
    NEGATION = "negation"
    QUESTION = "question"
    SOCIAL = "social"
    QUANTITY = "quantity"
    PUBLIC = "public"
    """A place that belongs to nobody who is named: the beach."""
    PLACING = "placing"
    """A preposition that tells where something is: with it a list of things is none."""
    PREPOSITION = "preposition"
    SUBORDINATOR = "subordinator"
    """Begins a clause that hangs on another one: if, because."""
    COORDINATOR = "coordinator"
    """Joins words or clauses: and, or."""
    FILLED = "filled"
    """A dish or vessel, told by what is in it: cake, glass."""
    MATERIAL = "material"
    """What a thing is made of: wood."""
    LIGHT = "light"
    """A word of grammar, which may be left out or changed."""


class Trait(Enum):
    """What a verb asks of its sentence."""

    ROLES = "roles"
    """Harm, touch, giving, telling: who does it to whom must not be guessed."""
    HARMING = "harming"
    """Of those, harm and touch, where who stands right behind is whom it is done to."""
    HANDING = "handing"
    """Of those, giving and telling: nobody is harmed by it."""
    ASK = "ask"
    """Without a subject the listener is asked to do it."""
    STATIVE = "stative"
    """Cannot be commanded: want, know."""
    DATIVE = "dative"
    """It happens to somebody: gustar, doler."""
    BODILY = "bodily"
    """Of a part of the body it says no more than how it feels: hurt."""
    INTRANSITIVE = "intransitive"
    WEATHER = "weather"
    LINKING = "linking"
    """What follows is the same as its subject: be."""
    AT_SOMEBODY = "at somebody"
    """A feeling of the speaker about the person named: fear."""
    OF_THINGS = "of things"
    """Here without a subject it is said of a thing: *ser, difícil*, *estar, roto*."""
    BY_ITSELF = "by itself"
    """A thing without an object does it to itself: *romperse*."""
    FELT = "felt"
    """Only somebody can do it, and to something: *soportar*."""
    AT_A_PERSON = "at a person"
    """A person behind it is its object, not company: *querer*."""
    POLITE = "polite"
    """Addresses the listener in the third person: usted."""
    EXAMINING = "examining"
    """Done to another's body by somebody whose work it is: check, scan."""
    CONTROL = "control"
    """Whoever stands behind it does what follows: help me find, let me go."""
    RAISING = "raising"
    """To deny it is to deny what follows: I don't want you to go."""
    HITHER = "hither"
    """Leads to the speaker, who cannot do it: come."""
    DONE = "done"
    """Told once it is over, even untimed: die, break."""
    GENERIC = "generic"
    """Its object may be all of a kind: like."""
    STIRRING = "stirring"
    """Beside a feeling it stirs it: dar miedo."""
    BEFALLING = "befalling"
    """Here it may happen to somebody: *me queda una vida*, *se me olvida*."""
    ON_THINGS = "on things"
    """Asked of the listener, but never done to a person: switch off."""
    ASKING = "asking"
    """Leads to an indirect question: *explicar, qué, pasar*."""
    WITH_HOURS = "with hours"
    """What a place does at an hour: *abrir*."""
    BY_OTHERS = "by others"
    """Here whoever does it needs no name: *lunes, quitar, yo, puntos*."""
    ANEW = "anew"
    """Here begins what another does, behind how the speaker is: *contento, venir, primo*."""
    BY_THINGS = "by things"
    """A thing may do it: scare, break."""


class Addition(Enum):
    """Words that a sentence may add, by what they do."""

    ARTICLE = "article"
    PREPOSITION = "preposition"
    JOIN = "join"
    CLAUSE = "clause"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    BE = "be"
    AUXILIARY = "auxiliary"
    GO = "go"
    HAVE_STATE = "have a state"
    DUMMY = "dummy"
    """A subject without a meaning: it rains, there is."""
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one gloss is."""

    kinds: frozenset[Kind]
    person: Person | None = None
    """Of a pronoun, a noun or a name."""
    traits: frozenset[Trait] = frozenset()
    is_object_form: bool = False
    """*me, him, mí*: a pronoun that is no subject."""
    is_never_subject: bool = False
    """An object form that not even a child uses as a subject: *me want*, but never *me querer*."""

    def is_a(self, *kinds: Kind) -> bool:
        return not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an inflected form of a verb says beside its meaning."""

    person: Person | None
    """None for infinitives, gerunds, participles and forms that every person shares."""
    tense: Tense | None = None
    is_imperative: bool = False
    is_conditional: bool = False
