"""Does the sentence leave everybody in the part that the message gives them?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.message import Addition, Clause, Kind, Message, Person, Trait
from models.checking.words import keys
from models.engine import SentenceType

_SECONDS: Final = frozenset({Person.SECOND, Person.SECOND_PLURAL})
_THIRDS: Final = frozenset({Person.THIRD, Person.THIRD_PLURAL})
_MARKERS: Final = frozenset({"a", "de", "con", "por", "para", "en", "sin", "hacia", "contra"})


def is_unclear(message: Message) -> bool:
    """Whether nobody can tell who does it to whom: harm, touch, giving or telling, a person
    behind the verb and none before it. Only the words as chosen are safe then."""
    if message.controls.sentence_type is SentenceType.REQUEST or message.is_question:
        return False
    return any(_clause_is_unclear(message, clause) for clause in message.clauses)


def _clause_is_unclear(message: Message, clause: Clause) -> bool:
    traits = {trait for at in clause.predicates for trait in message.meanings[at].traits}
    if Trait.ROLES not in traits or clause.before or not clause.after:
        return False
    others = [message.meanings[at] for at in clause.after]
    is_denied = any(message.meanings[at].is_a(Kind.NEGATION) for at in clause.members)
    if others[0].is_a(Kind.PRONOUN):
        # Give me, tell me, don't hit me: said to the listener. Hit me stays as it was chosen.
        return not (is_denied or Trait.ASK in traits)
    return True


def is_as_chosen(evidence: Evidence) -> bool:
    """Whether the sentence is the chosen words in their order and nothing else."""
    chosen = [word for gloss in evidence.message.glosses for word in keys(gloss)]
    return [token.key for token in evidence.matching.tokens] == chosen


def reasons(evidence: Evidence) -> Iterator[str]:
    if is_unclear(evidence.message) and not is_as_chosen(evidence):
        yield "it guesses who does it to whom"
    yield from _person_reasons(evidence)
    yield from _order_reasons(evidence)
    if not _clauses_stay_together(evidence):
        yield "it moves words between clauses"


def _person_reasons(evidence: Evidence) -> Iterator[str]:
    """A verb form must be of a person who can be its subject."""
    for place, clause in _finite_words(evidence):
        readings = evidence.readings[place]
        if any(reading.person is None for reading in readings):
            continue
        allowed, commanded = _allowed_persons(evidence, place, clause)
        fits = any(
            reading.person in (commanded if reading.is_imperative else allowed)
            or (reading.tense is None and reading.person in commanded)
            for reading in readings
        )
        if not fits:
            yield f"{evidence.parts[place].text} has another subject"


def _finite_words(evidence: Evidence) -> Iterator[tuple[int, Clause]]:
    """The finite verbs, each with the clause that it serves: an auxiliary, the next one's."""
    for place, part in enumerate(evidence.parts):
        if not evidence.readings[place]:
            continue
        clause = _clause_at(evidence, place)
        is_impersonal = part.text in ("hay", "había", "hace")
        if clause is not None and not is_impersonal:
            yield place, clause


def _clause_at(evidence: Evidence, place: int) -> Clause | None:
    here = evidence.parts[place].source
    if here is not None:
        return evidence.message.clause_of(here)
    around = [*evidence.parts[place + 1 :], *reversed(evidence.parts[:place])]
    for part in around:
        if part.source is None or not _is_predicative(evidence, part):
            continue
        return evidence.message.clause_of(part.source)
    return evidence.message.clauses[0] if evidence.message.clauses else None


def _is_predicative(evidence: Evidence, part: Part) -> bool:
    return evidence.expresses(part, Kind.VERB, Kind.ADJECTIVE, Kind.STATE, Kind.NOUN)


def _allowed_persons(
    evidence: Evidence, place: int, clause: Clause
) -> tuple[frozenset[Person], frozenset[Person]]:
    """Who may be the subject of a verb, and who may be told to do it."""
    message = evidence.message
    before = [message.meanings[at].person for at in clause.before]
    after = [message.meanings[at].person for at in clause.after]
    traits = _traits_at(evidence, place, clause)
    if Trait.DATIVE in traits:
        return _THIRDS | set(filter(None, [*before, *after])), frozenset()
    listener = _THIRDS if message.is_polite else _SECONDS
    has_verb = any(message.meanings[at].is_a(Kind.VERB) for at in clause.predicates)
    if before and (has_verb or not after):
        subjects, told = _with_subjects(before, listener)
        return subjects | _beside_the_subject(message, clause, traits, subjects), told
    asked = _asked_persons(message, traits, listener)
    if before or after:
        return _anybody_of(message, [*before, *after], traits, bool(asked)), asked
    return _without_people(message, clause, traits), asked


def _traits_at(evidence: Evidence, place: int, clause: Clause) -> set[Trait]:
    """What the verb itself asks; for an auxiliary, what the verbs of its clause ask."""
    source = evidence.parts[place].source
    glosses = clause.predicates if source is None else (source,)
    return {trait for at in glosses for trait in evidence.message.meanings[at].traits}


def _beside_the_subject(
    message: Message, clause: Clause, traits: set[Trait], subjects: frozenset[Person]
) -> frozenset[Person]:
    """Whom the speaker fears is no subject; and *yo, sangrar, nariz* is *me sangra la nariz*."""
    if Trait.AT_SOMEBODY in traits and subjects <= _THIRDS:
        return frozenset({Person.FIRST})
    is_bodily = any(message.meanings[at].is_a(Kind.OWN) for at in clause.members)
    return _THIRDS if is_bodily and Trait.INTRANSITIVE in traits else frozenset()


def _anybody_of(
    message: Message, people: list[Person | None], traits: set[Trait], may_be_asked: bool
) -> frozenset[Person]:
    """Nobody stands before the verb: any of the people may be its subject, or the speaker. But
    *help me* is asked of the listener."""
    persons = _combined(people) | frozenset(filter(None, people)) | {Person.FIRST}
    if Trait.ASK in traits and Person.FIRST in people and may_be_asked:
        persons -= {Person.FIRST}
    return persons | (_SECONDS if message.is_question else frozenset())


def _with_subjects(
    before: list[Person | None], listener: frozenset[Person]
) -> tuple[frozenset[Person], frozenset[Person]]:
    """Named subjects; a name may also be called: *mamá, ven*."""
    persons = _combined(before)
    if Person.SECOND_PLURAL in persons:
        persons |= {Person.THIRD_PLURAL}
    is_listener = bool(persons & (_SECONDS | _THIRDS))
    spoken_to = listener if is_listener else frozenset[Person]()
    if persons & _SECONDS and listener == _THIRDS:
        persons |= _THIRDS
    return persons, spoken_to | (persons & _SECONDS)


def _combined(people: list[Person | None]) -> frozenset[Person]:
    """The person of several subjects together: she and I are we."""
    persons = {person for person in people if person is not None}
    if len(people) < 2:
        return frozenset(persons | ({Person.THIRD_PLURAL} if persons == {Person.THIRD} else set()))
    last = people[-1]
    together = Person.THIRD_PLURAL
    if persons & {Person.FIRST, Person.FIRST_PLURAL}:
        together = Person.FIRST_PLURAL
    elif persons & _SECONDS:
        return frozenset({Person.SECOND_PLURAL, Person.THIRD_PLURAL} | ({last} if last else set()))
    return frozenset({together} | ({last} if last else set()))


def _asked_persons(
    message: Message, traits: set[Trait], listener: frozenset[Person]
) -> frozenset[Person]:
    """Who may be commanded where no subject was chosen: the listener, if it can be commanded."""
    is_statement = message.controls.sentence_type is SentenceType.STATEMENT
    if Trait.STATIVE in traits or is_statement:
        return frozenset()
    return listener | {Person.FIRST_PLURAL}


def _without_people(message: Message, clause: Clause, traits: set[Trait]) -> frozenset[Person]:
    """No pronoun, person or animal: the speaker, or a thing that can be a subject here."""
    persons = {Person.FIRST}
    things = [
        at
        for at in clause.members
        if message.meanings[at].is_a(Kind.NOUN, Kind.TIME) or not message.meanings[at].kinds
    ]
    predicates = clause.predicates or (0,)
    leads = any(at < predicates[0] for at in things)
    has_verb = any(message.meanings[at].is_a(Kind.VERB) for at in clause.predicates)
    if Trait.WEATHER in traits or not has_verb or leads:
        persons |= _THIRDS
    if things and Trait.INTRANSITIVE in traits:
        persons |= _THIRDS
    if message.is_question or message.asks_with_a_word:
        persons |= {*_SECONDS, *_THIRDS, Person.FIRST_PLURAL}
    return frozenset(persons)


def _order_reasons(evidence: Evidence) -> Iterator[str]:
    for clause in evidence.message.clauses:
        verbs = [
            place
            for gloss in clause.predicates
            if evidence.message.meanings[gloss].is_a(Kind.VERB)
            for place in evidence.places_of(gloss)
        ]
        traits = {
            trait for at in clause.predicates for trait in evidence.message.meanings[at].traits
        }
        if not verbs or traits & {Trait.DATIVE, Trait.LINKING, Trait.AT_SOMEBODY}:
            continue
        told_by_form = evidence.lexis.has_fixed_order and any(
            evidence.lexis.is_subject_form(evidence.message.glosses[gloss].lower())
            for gloss in clause.after
        )
        if told_by_form:
            # *cat, have, I*: the form of the pronoun tells more than the order.
            continue
        for gloss in clause.before:
            yield from _subject_reasons(evidence, gloss, verbs[-1])
        for gloss in clause.after:
            if clause.before or evidence.message.meanings[gloss].is_object_form:
                yield from _object_reasons(evidence, gloss, clause.before, verbs[0])


def _subject_reasons(evidence: Evidence, gloss: int, verb: int) -> Iterator[str]:
    """A chosen subject must not turn up as an object, nor an English one behind its verb."""
    for place in evidence.places_of(gloss):
        part = evidence.parts[place]
        if evidence.lexis.addition(part.text) is Addition.POSSESSIVE:
            continue
        meaning = evidence.message.meanings[gloss]
        is_object = evidence.lexis.is_object_form(part.text) and not meaning.is_object_form
        is_late = evidence.lexis.has_fixed_order and place > verb and not evidence.is_called(gloss)
        is_suffering = is_object and not _is_reflexive(evidence, gloss)
        is_marked = meaning.is_a(Kind.ANIMATE) and _is_marked(evidence, place, frozenset("a"))
        if is_late or is_suffering or is_marked:
            yield f"{part.text} is no longer the subject"


def _is_reflexive(evidence: Evidence, gloss: int) -> bool:
    """*me lavo*: a pronoun for the subject beside a verb of the same person."""
    person = evidence.message.meanings[gloss].person
    if evidence.message.has(Kind.OWN) and evidence.message.has_trait(Trait.INTRANSITIVE):
        return True
    told = {reading.person for readings in evidence.readings for reading in readings}
    return person in told or person in _SECONDS


def _object_reasons(
    evidence: Evidence, gloss: int, subjects: tuple[int, ...], verb: int
) -> Iterator[str]:
    """Somebody behind the verb stays there, or is marked as its object."""
    for place in evidence.places_of(gloss):
        part = evidence.parts[place]
        if evidence.lexis.addition(part.text) is Addition.POSSESSIVE:
            continue
        is_subject = evidence.lexis.is_subject_form(part.text)
        is_early = evidence.lexis.has_fixed_order and place < verb
        if is_subject or is_early or _is_bare_noun_in_front(evidence, gloss, place, subjects):
            yield f"{part.text} has become the subject"


def _is_bare_noun_in_front(
    evidence: Evidence, gloss: int, place: int, subjects: tuple[int, ...]
) -> bool:
    """A noun that stands before the subject without a word that marks it as an object."""
    if not evidence.message.meanings[gloss].is_a(Kind.ANIMATE):
        return False
    first = min((at for subject in subjects for at in evidence.places_of(subject)), default=-1)
    return place < first and not _is_marked(evidence, place, _MARKERS)


def _is_marked(evidence: Evidence, place: int, markers: frozenset[str]) -> bool:
    """Whether a preposition stands before a noun and its article."""
    if evidence.lexis.has_fixed_order:
        return False
    before = place - 1
    while before >= 0 and evidence.additions[before] in (Addition.ARTICLE, Addition.POSSESSIVE):
        before -= 1
    return before >= 0 and evidence.parts[before].text in markers


def _clauses_stay_together(evidence: Evidence) -> bool:
    """With two subjects, what is said of one must not be said of the other."""
    message = evidence.message
    if len(message.clauses) < 2:
        return True
    runs: list[Clause] = []
    for part in evidence.parts:
        if part.source is None or evidence.lexis.is_object_form(part.text):
            continue
        clause = message.clause_of(part.source)
        is_free = message.meanings[part.source].is_a(Kind.TIME, Kind.SOCIAL, Kind.QUESTION)
        if clause is not None and not is_free and (not runs or runs[-1] is not clause):
            runs.append(clause)
    return len(runs) == len({id(clause) for clause in runs})
