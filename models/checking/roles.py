"""Does the sentence leave everybody in the part that the message gives them?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from models.checking.evidence import Evidence
from models.checking.meaning import SECONDS, Addition, Kind, Trait
from models.checking.message import Clause, Message
from models.checking.words import keys
from models.engine import SentenceType

_COMPARING: Final = frozenset({"que", "como", "than", "as"})
"""*faster than I*: whoever stands behind one of these is only compared with the subject."""
_MARKERS: Final = frozenset({"a", "de", "con", "por", "para", "en", "sin", "hacia", "contra"})


_TOWARDS: Final = frozenset({"to", "for", "of", "from"})
"""Behind one of these stands who is given to or told of, and never who gives."""


def is_unclear(message: Message) -> bool:
    """Whether nobody can tell who does it to whom: harm, touch, giving or telling, a person
    behind the verb and none before it. Only the words as chosen are safe then."""
    if message.controls.sentence_type is SentenceType.REQUEST or message.is_question:
        return False
    return any(_clause_is_unclear(message, clause) for clause in message.clauses)


def _clause_is_unclear(message: Message, clause: Clause) -> bool:
    traits = {trait for at in clause.predicates for trait in message.meanings[at].traits}
    if Trait.ROLES not in traits or _subjects(message, clause) or not clause.after:
        return False
    if _is_told_otherwise(message, clause, traits):
        return False
    told = [at for at in clause.after if not _is_reached(message, at)]
    if _only_hands(message, clause):
        told = [at for at in told if not _is_only_handed(message, at)]
    if not told:
        return False
    others = [message.meanings[at] for at in told]
    is_denied = any(message.meanings[at].is_a(Kind.NEGATION) for at in clause.members)
    if _only_hands(message, clause) and others[0].is_object_form:
        return False  # take me to the chapel: said to the listener
    if others[0].is_a(Kind.PRONOUN):
        # Give me, tell me, don't hit me: said to the listener. Hit me stays as it was chosen.
        return not (is_denied or Trait.ASK in traits)
    return True


def _only_hands(message: Message, clause: Clause) -> bool:
    """Whether all that it does to somebody is to give or to tell: *feed, rabbits*."""
    traits = [message.meanings[at].traits for at in clause.predicates]
    return all(Trait.HANDING in each for each in traits if Trait.ROLES in each)


def _subjects(message: Message, clause: Clause) -> tuple[int, ...]:
    """Who stands before the verb, or in a clause before: *mum, come, and, hit, Tom*."""
    leading = {at for other in message.clauses for at in other.before}
    return clause.before or tuple(at for at in clause.carried if at in leading)


def _is_told_otherwise(message: Message, clause: Clause, traits: set[Trait]) -> bool:
    """Whether something else than an order of persons tells who does it."""
    is_a = message.meanings
    if Trait.BODILY in traits and any(is_a[at].is_a(Kind.BODY) for at in clause.members):
        return True
    if Trait.STIRRING in traits and any(is_a[at].is_a(Kind.STATE) for at in clause.members):
        return True  # to give fear is no giving
    if _thing_acts(message, clause):
        return True
    # Me pega Juan: of the two only one can do it.
    return len({is_a[at].is_never_subject for at in clause.after}) > 1


def _is_only_handed(message: Message, at: int) -> bool:
    """What cannot give: an animal, a thing; and who is marked as given to: *send, photo, to,
    grandpa*."""
    if message.meanings[at].is_a(Kind.ANIMAL, Kind.THING):
        return True
    before = at - 1
    while before > 0 and message.meanings[before].is_a(Kind.POSSESSIVE, Kind.ADJECTIVE):
        before -= 1
    return before >= 0 and message.glosses[before].casefold() in _TOWARDS


def _thing_acts(message: Message, clause: Clause) -> bool:
    """*thunder, frighten, cat*: a thing stands before a verb that a thing may do to somebody."""
    is_a = message.meanings
    harms = (at for at in clause.predicates if Trait.ROLES in is_a[at].traits)
    verb = next(harms, None)
    if verb is None or Trait.BY_THINGS not in is_a[verb].traits:
        return False
    return any(at < verb and is_a[at].is_a(Kind.NOUN) for at in clause.members)


def _is_reached(message: Message, at: int) -> bool:
    """*hablar, con, policía*: a chosen preposition tells what somebody is in it."""
    return at > 0 and message.meanings[at - 1].is_a(Kind.PREPOSITION)


def is_as_chosen(evidence: Evidence) -> bool:
    """Whether the sentence is the chosen words in their order and nothing else."""
    chosen = [word for gloss in evidence.message.glosses for word in keys(gloss)]
    return [token.key for token in evidence.matching.tokens] == chosen


def reasons(evidence: Evidence) -> Iterator[str]:
    if not evidence.may_guess and is_unclear(evidence.message) and not is_as_chosen(evidence):
        yield "it guesses who does it to whom"
    yield from _order_reasons(evidence)
    yield from _object_form_reasons(evidence)
    if not _clauses_stay_together(evidence):
        yield "it moves words between clauses"


_OTHERWISE: Final = (Trait.DATIVE, Trait.LINKING, Trait.AT_SOMEBODY, Trait.BEFALLING)
"""With these a subject need not stand before its verb, nor be one at all."""


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
        if not verbs or not traits.isdisjoint(_OTHERWISE):
            continue
        told_by_form = evidence.lexis.has_fixed_order and any(
            evidence.lexis.is_subject_form(evidence.message.glosses[gloss].lower())
            for gloss in clause.after
        )
        if told_by_form:
            # *cat, have, I*: the form of the pronoun tells more than the order.
            continue
        if Trait.HANDING in traits:
            yield from _giving_reasons(evidence, clause)
        if Trait.BY_THINGS in traits:
            yield from _acting_reasons(evidence, clause, verbs[0])
        for gloss in clause.before:
            message = evidence.message
            if not (_is_made_to(message, clause, gloss) or _may_be_object(message, clause, gloss)):
                yield from _subject_reasons(evidence, gloss, verbs[-1])
        for gloss in clause.after:
            is_object = evidence.message.meanings[gloss].is_object_form
            subjects = _subjects(evidence.message, clause)
            if subjects or is_object or _thing_acts(evidence.message, clause):
                yield from _object_reasons(evidence, gloss, subjects, verbs[0])


def _giving_reasons(evidence: Evidence, clause: Clause) -> Iterator[str]:
    """*dar, perro, galleta*: an animal behind a verb of giving is given to, and marked so."""
    message = evidence.message
    if evidence.lexis.has_fixed_order or clause.before or not _only_hands(message, clause):
        return
    for gloss in clause.after:
        places = evidence.places_of(gloss)
        if not (places and message.meanings[gloss].is_a(Kind.ANIMAL)):
            continue
        if not _is_marked(evidence, places[0], _MARKERS):
            yield f"{evidence.parts[places[0]].text} has become the subject"


def _acting_reasons(evidence: Evidence, clause: Clause, verb: int) -> Iterator[str]:
    """*ruido, asustar, niño*: somebody behind what a thing does is no subject in front of it."""
    message = evidence.message
    things = [at for at in clause.members if at < clause.predicates[0]]
    acts = any(message.meanings[at].is_a(Kind.NOUN) for at in things)
    if evidence.lexis.has_fixed_order or clause.before or not acts:
        return
    for gloss in clause.after:
        named = message.meanings[gloss].is_a(Kind.ANIMATE) and not evidence.is_called(gloss)
        places = [place for place in evidence.places_of(gloss)[:1] if place < verb and named]
        for place in places:
            if not _is_marked(evidence, place, _MARKERS):
                yield f"{evidence.parts[place].text} has become the subject"


def _is_made_to(message: Message, clause: Clause, gloss: int) -> bool:
    """*ayudar, yo, subir*: who does the second verb is the object of the first one."""
    return gloss == clause.members[0] > 0 and not {Trait.CONTROL, Trait.DATIVE}.isdisjoint(
        message.meanings[gloss - 1].traits
    )


def _may_be_object(message: Message, clause: Clause, gloss: int) -> bool:
    """*llamar, enfermera, suero, acabar*: a thing stands between somebody and the next verb, which
    does it by itself; so they may belong to the verb before."""
    (verb, *others), first = clause.predicates or (gloss,), clause.members[0]
    between = message.meanings[gloss + 1 : verb]
    is_last = not others and verb == clause.members[-1]
    is_alone = is_last and Trait.INTRANSITIVE in message.meanings[verb].traits
    things = [one for one in between if one.is_a(Kind.NOUN) and not one.is_a(Kind.ANIMATE)]
    return gloss == first > 0 and is_alone and bool(things)


def _object_form_reasons(evidence: Evidence) -> Iterator[str]:
    """*you, boss, me*: a pronoun chosen as an object behind somebody else is none's subject."""
    people = [at for clause in evidence.message.clauses for at in (*clause.before, *clause.after)]
    for gloss in people[1:]:
        if not evidence.message.meanings[gloss].is_object_form:
            continue
        for place in evidence.places_of(gloss):
            if evidence.lexis.is_subject_form(evidence.parts[place].text):
                yield f"{evidence.parts[place].text} has become the subject"


def _subject_reasons(evidence: Evidence, gloss: int, verb: int) -> Iterator[str]:
    """A chosen subject must not turn up as an object, nor an English one behind its verb."""
    said = [place for place in evidence.places_of(gloss) if not _is_owning(evidence, place)]
    if not said and evidence.places_of(gloss) and _needs_subject(evidence, gloss):
        yield f"{evidence.message.glosses[gloss]} is no longer the subject"
    for place in said:
        part = evidence.parts[place]
        meaning = evidence.message.meanings[gloss]
        is_object = evidence.lexis.is_object_form(part.text) and not meaning.is_object_form
        is_late = evidence.lexis.has_fixed_order and place > verb
        is_late = is_late and not (evidence.is_called(gloss) or _have_got(evidence, place))
        is_suffering = is_object and not _is_reflexive(evidence, gloss)
        is_marked = meaning.is_a(Kind.ANIMATE) and _is_marked(evidence, place, frozenset("a"))
        if is_late or is_suffering or is_marked:
            yield f"{part.text} is no longer the subject"


def _is_owning(evidence: Evidence, place: int) -> bool:
    return evidence.lexis.addition(evidence.parts[place].text) is Addition.POSSESSIVE


def _needs_subject(evidence: Evidence, gloss: int) -> bool:
    """*my head hurts* says enough of *I*; *I steal his phone* does not of *he*."""
    message = evidence.message
    person = message.meanings[gloss].person
    told = {reading.person for readings in evidence.readings for reading in readings}
    is_told = person in told or person in SECONDS
    return not (is_told or message.has_trait(Trait.BODILY) or message.has(Kind.BODY))


def _is_reflexive(evidence: Evidence, gloss: int) -> bool:
    """*me lavo*: a pronoun for the subject beside a verb of the same person."""
    person = evidence.message.meanings[gloss].person
    if evidence.message.has(Kind.BODY) and evidence.message.has_trait(Trait.INTRANSITIVE):
        return True
    told = {reading.person for readings in evidence.readings for reading in readings}
    return person in told or person in SECONDS


def _object_reasons(
    evidence: Evidence, gloss: int, subjects: tuple[int, ...], verb: int
) -> Iterator[str]:
    """Somebody behind the verb stays there, or is marked as its object."""
    for place in evidence.places_of(gloss):
        if _is_owning(evidence, place):
            continue
        part = evidence.parts[place]
        if _is_contrasted(evidence, gloss, place):
            continue
        is_measured = place > 0 and evidence.parts[place - 1].text in _COMPARING
        is_subject = evidence.lexis.is_subject_form(part.text) and not is_measured
        is_early = evidence.lexis.has_fixed_order and place < verb
        is_early = is_early and not _begins_with(evidence, place)
        if is_subject or is_early or _is_bare_noun_in_front(evidence, gloss, place, subjects):
            yield f"{part.text} has become the subject"


def _is_contrasted(evidence: Evidence, gloss: int, place: int) -> bool:
    """*Raúl empieza la pelea, no yo*: who did not do it, behind a negation of their own."""
    if not gloss or not evidence.message.meanings[gloss - 1].is_a(Kind.NEGATION):
        return False
    return any(abs(place - at) == 1 for at in evidence.places_of(gloss - 1))


def _have_got(evidence: Evidence, place: int) -> bool:
    """*Have you got a pet?*"""
    before, *behind = [part.text for part in evidence.parts[max(0, place - 1) : place + 3]]
    return evidence.is_question and before in ("have", "has") and "got" in behind


def _begins_with(evidence: Evidence, place: int) -> bool:
    """*In May we move*: what stands in front behind a preposition is no subject."""
    return place == 1 and evidence.additions[0] is Addition.PREPOSITION


def _is_bare_noun_in_front(
    evidence: Evidence, gloss: int, place: int, subjects: tuple[int, ...]
) -> bool:
    """A noun that stands before the subject without a word that marks it as an object."""
    if not evidence.message.meanings[gloss].is_a(Kind.ANIMATE) or _begins_with(evidence, place):
        return False
    first = min((at for subject in subjects for at in evidence.places_of(subject)), default=-1)
    return place < first and not _is_marked(evidence, place, _MARKERS)


def _is_marked(evidence: Evidence, place: int, markers: frozenset[str]) -> bool:
    """Whether a preposition stands before a noun and its article."""
    if evidence.lexis.has_fixed_order:
        return False
    before = place - 1
    while before >= 0 and _stands_before_nouns(evidence, before):
        before -= 1
    return before >= 0 and evidence.parts[before].text in markers


def _stands_before_nouns(evidence: Evidence, place: int) -> bool:
    """An article or possessive, or a chosen word that belongs to the noun."""
    if evidence.additions[place] in (Addition.ARTICLE, Addition.POSSESSIVE):
        return True
    return evidence.expresses(evidence.parts[place], Kind.POSSESSIVE, Kind.QUANTITY)


def _clauses_stay_together(evidence: Evidence) -> bool:
    """With two subjects, what is said of one must not be said of the other."""
    message = evidence.message
    if sum(bool(clause.before) for clause in message.clauses) < 2:
        return True
    runs: list[Clause] = []
    added = {part.text for part in evidence.parts if part.source is None}
    for place, part in enumerate(evidence.parts):
        if part.source is None or evidence.lexis.is_object_form(part.text):
            continue
        is_pronoun = evidence.expresses(part, Kind.PRONOUN)
        if is_pronoun and (part.text in added or _is_owning(evidence, place)):
            continue  # proud, I, win: of two *I* nobody knows which was chosen; *my* is no subject
        clause = _with_subject(message, part.source)
        meaning = message.meanings[part.source]
        # What a negation denies is for models.checking.polarity to see.
        is_free = meaning.is_a(Kind.TIME, Kind.SOCIAL, Kind.QUESTION, Kind.NEGATION, Kind.LIGHT)
        if clause is not None and not is_free and (not runs or runs[-1] is not clause):
            runs.append(clause)
    return len(runs) == len({id(clause) for clause in runs})


def _with_subject(message: Message, gloss: int) -> Clause | None:
    """The clause of a gloss, or the one before that it shares its subject with."""
    clause = message.clause_of(gloss)
    led = [
        other
        for other in message.clauses
        if clause and other.before and other.members[0] <= clause.members[0]
    ]
    return led[-1] if led else clause
