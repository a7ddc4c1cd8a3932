"""Is each verb in a person that can be its subject?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking import harmed, naming, unnamed
from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.meaning import FIRSTS, SECONDS, THIRDS, Addition, Kind, Person, Reading, Trait
from models.checking.message import Clause, Message
from models.checking.unnamed import traits_at
from models.checking.words import key
from models.engine import SentenceType

_PLEASE: Final = frozenset({"por favor", "porfa", "please"})
"""With one of these somebody is asked to do it."""


def reasons(evidence: Evidence) -> Iterator[str]:
    """A verb form must be of a person who can be its subject."""
    for place, clause in _finite_words(evidence):
        readings = evidence.readings[place]
        if any(reading.person is None for reading in readings) or _is_own_form(evidence, place):
            continue
        allowed, commanded = _allowed_persons(evidence, place, clause)
        allowed |= unnamed.persons(evidence, place, clause) | _told_of(evidence, place)
        allowed |= harmed.feeling_person(evidence, place)
        commanded |= _asked_at_last(evidence, place, clause)
        together = _together(evidence.message, clause)
        allowed |= together
        commanded -= {Person.SECOND} if together else set()
        if naming.calls_speaker(evidence.message) and not evidence.is_question:
            allowed, commanded = frozenset({Person.THIRD_PLURAL}), frozenset()
        hangs, is_denied = _hangs(evidence, place), _is_denied(evidence, place)
        if _stands_behind_que(evidence, place) and _somebody_tells(evidence.message, clause):
            commanded -= SECONDS
        fits = any(
            _fits(reading, allowed if hangs else allowed - _plain(reading), commanded, is_denied)
            for reading in readings
        )
        if not fits:
            yield f"{evidence.parts[place].text} has another subject"


def _stands_behind_que(evidence: Evidence, place: int) -> bool:
    """Whether *que* stands right before a verb and its pronouns."""
    return _word_before(evidence, place, _CLITICS | {"no"}) == "que"


def _somebody_tells(message: Message, clause: Clause) -> bool:
    """*Él dice que me pegues*: what somebody says or wants, nobody says that the listener does."""
    leads = any(
        other.before for other in message.clauses if other.members[0] < clause.members[0]
    ) or bool(clause.before)
    return leads and not message.speaks_of(*SECONDS)


def _told_of(evidence: Evidence, place: int) -> frozenset[Person]:
    """*Ayúdame, estoy cansado*: of whom a chosen adjective stands right behind them."""
    following = evidence.parts[place + 1 : place + 2]
    if evidence.additions[place] is not Addition.BE or not following or not following[0].source:
        return frozenset()
    gloss, meanings = following[0].source, evidence.message.meanings
    is_own = meanings[gloss].is_a(Kind.ADJECTIVE) and meanings[gloss - 1].is_a(Kind.PRONOUN)
    person = meanings[gloss - 1].person
    return frozenset({person}) if is_own and person else frozenset()


def _together(message: Message, clause: Clause) -> frozenset[Person]:
    """*cenar, juntos*: nobody does it alone, so without a subject *we* do."""
    named = [message.meanings[at] for at in clause.before]
    if any(meaning.is_a(Kind.PRONOUN) or meaning.person is Person.THIRD for meaning in named):
        return frozenset()
    said = {message.meanings[at].person for at in clause.members if at not in clause.before}
    return frozenset({Person.FIRST_PLURAL}) & said


def _fits(
    reading: Reading, allowed: frozenset[Person], commanded: frozenset[Person], is_denied: bool
) -> bool:
    """Whether a form can be said of somebody, or to somebody: *no me empuja* is no command."""
    if reading.is_imperative:
        return reading.person in commanded and not is_denied
    is_wish = reading.tense is None and reading.person in commanded
    return is_wish or reading.person in allowed


def _plain(reading: Reading) -> frozenset[Person]:
    """Who cannot be the subject of a subjunctive that hangs on nothing."""
    is_subjunctive = reading.tense is None and not reading.is_conditional
    return frozenset(Person) if is_subjunctive else frozenset()


def _hangs(evidence: Evidence, place: int) -> bool:
    """Whether a word before a verb can make it hang on another one."""
    return any(part.text in _LEADING for part in evidence.parts[:place])


_LEADING: Final = frozenset(
    {"que", "cuando", "para", "ojalá", "si", "quizá", "quizás", "hasta", "aunque", "mientras"}
)
_CLITICS: Final = frozenset({"me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le", "les"})


def _is_denied(evidence: Evidence, place: int) -> bool:
    return _word_before(evidence, place, _CLITICS) in ("no", "nunca")


def _word_before(evidence: Evidence, place: int, passed: frozenset[str]) -> str:
    """The word before a verb and what is passed over; empty where there is none."""
    before = (part.text for part in reversed(evidence.parts[:place]) if part.text not in passed)
    return next(before, "")


def _is_own_form(evidence: Evidence, place: int) -> bool:
    """Whether it was chosen in this very form: *gritas*, or the noun *rayas*."""
    part = evidence.parts[place]
    return part.source is not None and part.text == key(evidence.message.glosses[part.source])


def _finite_words(evidence: Evidence) -> Iterator[tuple[int, Clause]]:
    """The finite verbs, each with the clause that it serves: an auxiliary, the next one's."""
    for place, part in enumerate(evidence.parts):
        if not evidence.readings[place]:
            continue
        clause = _clause_at(evidence, place)
        is_impersonal = part.text in _THERE_IS
        if clause is not None and not is_impersonal:
            yield place, clause


_THERE_IS: Final = frozenset({"hay", "había", "hubo", "habrá", "hace"})


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
    if Trait.ANEW in message.meanings[clause.members[0]].traits:
        return THIRDS, frozenset()  # estoy contento porque viene mi primo
    before = [message.meanings[at].person for at in clause.before]
    reached = [at for at in clause.after if message.meanings[at - 1].is_a(Kind.PREPOSITION)]
    traits = traits_at(evidence, place, clause)
    reached += _given_to(message, clause, traits)
    after = [message.meanings[at].person for at in clause.after if at not in reached]
    if Trait.DATIVE in traits:
        return THIRDS | set(filter(None, [*before, *after])), frozenset()
    listener = THIRDS if message.is_polite else SECONDS
    has_verb = any(message.meanings[at].is_a(Kind.VERB) for at in clause.predicates)
    if before and (has_verb or not after):
        subjects, told = _with_subjects(before, listener)
        if message.asks_in(clause):  # cuántos, amigos, tener: the noun is what is asked about
            subjects |= SECONDS | {Person.FIRST}
        if not has_verb:
            # Tú, mi, amigo: the first of them is what the others tell.
            subjects |= set(filter(None, before[:1]))
        return subjects | _beside_the_subject(message, clause, traits, subjects), told
    asked = _asked_persons(message, traits, listener)
    if before or after:
        anybody = _anybody_of(message, [*before, *after], traits, bool(asked))
        if any(message.meanings[at].is_never_subject for at in clause.after):
            # Jugar conmigo: the speaker is not the one who does it; but me llamo.
            anybody |= {*SECONDS, Person.FIRST}
        if Trait.BY_OTHERS in traits:
            anybody |= {Person.THIRD_PLURAL}  # el lunes me quitan los puntos
        return anybody | (THIRDS if Trait.LINKING in traits else frozenset()), asked
    return _without_people(message, clause, traits), asked


def _given_to(message: Message, clause: Clause, traits: set[Trait]) -> list[int]:
    """*dar, perro, galleta*: an animal behind a verb of giving gives nothing."""
    if Trait.HANDING not in traits or clause.before:
        return []
    return [at for at in clause.after if message.meanings[at].is_a(Kind.ANIMAL)]


def _beside_the_subject(
    message: Message, clause: Clause, traits: set[Trait], subjects: frozenset[Person]
) -> frozenset[Person]:
    """Whom the speaker fears is no subject; and *yo, sangrar, nariz* is *me sangra la nariz*."""
    if Trait.AT_SOMEBODY in traits and subjects <= THIRDS:
        return frozenset({Person.FIRST})
    is_bodily = any(message.meanings[at].is_a(Kind.BODY) for at in clause.members)
    return THIRDS if is_bodily and Trait.INTRANSITIVE in traits else frozenset()


def _asked_at_last(evidence: Evidence, place: int, clause: Clause) -> frozenset[Person]:
    """*Voy despacio, espera*: behind what the speaker does stands what the listener is to do."""
    source, message = evidence.parts[place].source, evidence.message
    if source is None or not evidence.is_parted(place - 1):
        return frozenset()
    if source == clause.predicates[0] and _feels_first(message, clause, source):
        return SECONDS
    if source not in clause.predicates[1:]:
        return frozenset()
    after = frozenset(message.meanings[at].person for at in clause.after if at > source)
    traits = message.meanings[source].traits
    is_for_me = Trait.ASK in traits and bool(after & FIRSTS)
    return SECONDS & after | (SECONDS if is_for_me else frozenset())


def _feels_first(message: Message, clause: Clause, verb: int) -> bool:
    """*Estoy mareado, para*: how the speaker is, and what is therefore asked."""
    before = [message.meanings[at] for at in clause.members if at < verb]
    is_own = {message.meanings[at].person for at in clause.before} == {Person.FIRST}
    is_told = any(meaning.is_a(Kind.ADJECTIVE, Kind.STATE) for meaning in before)
    return is_own and is_told and Trait.ASK in message.meanings[verb].traits


def _anybody_of(
    message: Message, people: list[Person | None], traits: set[Trait], may_be_asked: bool
) -> frozenset[Person]:
    """Nobody stands before the verb: any of the people may be its subject, or the speaker. But
    *help me* is asked of the listener."""
    persons = _combined(people) | frozenset(filter(None, people)) | {Person.FIRST}
    is_for_me = Trait.ASK in traits and Person.FIRST in people
    if is_for_me and may_be_asked and Trait.ON_THINGS not in traits:
        persons -= {Person.FIRST}
    if not message.is_question:
        return persons
    # ¿Cuándo me quitan el drenaje?: they, whoever they are.
    is_by_anybody = Person.FIRST in people and Trait.ROLES not in traits
    return persons | SECONDS | ({Person.THIRD_PLURAL} if is_by_anybody else frozenset())


def _with_subjects(
    before: list[Person | None], listener: frozenset[Person]
) -> tuple[frozenset[Person], frozenset[Person]]:
    """Named subjects; a name may also be called: *mamá, ven*."""
    persons = _combined(before)
    if Person.SECOND_PLURAL in persons:
        persons |= {Person.THIRD_PLURAL}
    is_listener = bool(persons & (SECONDS | THIRDS))
    spoken_to = listener if is_listener else frozenset[Person]()
    if persons & SECONDS and listener == THIRDS:
        persons |= THIRDS
    return persons, spoken_to | (persons & SECONDS)


def _combined(people: list[Person | None]) -> frozenset[Person]:
    """The person of several subjects together: she and I are we."""
    persons = {person for person in people if person is not None}
    if len(people) < 2:
        return frozenset(persons | ({Person.THIRD_PLURAL} if persons == {Person.THIRD} else set()))
    last = people[-1]
    together = Person.THIRD_PLURAL
    if persons & {Person.FIRST, Person.FIRST_PLURAL}:
        together = Person.FIRST_PLURAL
    elif persons & SECONDS:
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
    persons = set() if Trait.OF_THINGS in traits else {Person.FIRST}
    if Trait.ASK in traits and not _PLEASE.isdisjoint(message.glosses):
        persons = set()
    things = [
        at
        for at in clause.members
        if (
            message.meanings[at].is_a(Kind.NOUN, Kind.TIME, Kind.QUANTITY)
            or not message.meanings[at].kinds
        )
        and not (at > 0 and message.meanings[at - 1].is_a(Kind.PREPOSITION))
    ]
    predicates = clause.predicates or (0,)
    acts = any(at > predicates[0] for at in things) and Trait.INTRANSITIVE not in traits
    leads = any(
        at < predicates[0] and not (acts and message.meanings[at].is_a(Kind.TIME)) for at in things
    )
    has_verb = any(message.meanings[at].is_a(Kind.VERB) for at in clause.predicates)
    owned = any(message.meanings[at].is_a(Kind.POSSESSIVE) for at in clause.members)
    is_owned = Trait.LINKING in traits and owned  # *no, ser, mío*
    if traits & {Trait.WEATHER, Trait.OF_THINGS} or not has_verb or leads or is_owned:
        persons |= THIRDS
    if things and Trait.INTRANSITIVE in traits:
        persons |= THIRDS
    if message.is_question or message.asks_with_a_word or message.is_invitation:
        persons |= {*SECONDS, *THIRDS, Person.FIRST_PLURAL}
    return frozenset(persons)
