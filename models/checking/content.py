"""Is every chosen word there, and no other word of content?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from models.checking import harmed, repeats
from models.checking.evidence import Evidence
from models.checking.matching import Part
from models.checking.meaning import FIRSTS, SECONDS, THIRDS, Addition, Kind, Person, Trait
from models.checking.measures import MEASURES
from models.checking.message import Message
from models.engine import SentenceType


def added(evidence: Evidence) -> tuple[str, ...]:
    """The words that nobody chose and that a sentence may not add here, as they are written."""
    unfit: dict[int, str] = {}
    for at, part in enumerate(evidence.parts):
        if part.source is None and not _may_be_added(evidence, at, part):
            token = evidence.matching.tokens[part.token]
            unfit.setdefault(part.token, token.text)
    return tuple(unfit.values())


def _may_be_added(evidence: Evidence, at: int, part: Part) -> bool:
    addition = evidence.additions[at]
    if addition is None:
        return False
    return _RULES[addition](evidence, at, part)


def _always(_evidence: Evidence, _at: int, _part: Part) -> bool:
    return True


def _beside_a_predicate(evidence: Evidence, at: int, part: Part) -> bool:
    """Not in a list of nouns, which would then say what was not chosen; but *cup of tea*, *thanks
    for the present*."""
    first = next(iter(evidence.message.meanings), None)
    if first is None:
        return False
    if not evidence.is_noun_list or first.is_a(Kind.QUANTITY):
        return True
    before = evidence.parts[at - 1] if at else part
    last = evidence.parts[at - 2].text if at > 1 else ""
    is_measure = before.text in MEASURES or (before.text == "más" and last in MEASURES)
    is_measure = is_measure or evidence.expresses(before, Kind.FILLED)
    following = evidence.parts[at + 1 : at + 2]
    is_measure |= bool(following) and evidence.expresses(following[0], Kind.MATERIAL)
    is_measured = part.text in ("of", "de") and is_measure
    return is_measured or evidence.expresses(before, Kind.SOCIAL)


def _with_company(evidence: Evidence, _at: int, part: Part) -> bool:
    """*and* wherever there are two; *or* only where it is asked which of them."""
    is_choice = part.text in ("or", "o", "u")
    return len(evidence.message.glosses) > 1 and (evidence.is_question or not is_choice)


def _between_predicates(evidence: Evidence, at: int, part: Part) -> bool:
    """A conjunction needs two things to connect; `que` and `that` only a verb before them."""
    if at + 1 == len(evidence.parts):
        return False
    if part.text == "como":
        return any(gloss.startswith(_EQUAL) for gloss in evidence.message.glosses)
    if part.text in ("que", "that"):
        is_compared = not _COMPARISONS.isdisjoint(evidence.message.glosses)
        return is_compared or evidence.message.has(Kind.VERB, Kind.ADJECTIVE)
    wanted = (Kind.VERB, Kind.ADJECTIVE, Kind.STATE)
    if part.text == "because" and evidence.parts[at + 1].text == "of":
        return _is_told_last(evidence, at, wanted)
    predicates = sum(meaning.is_a(*wanted) for meaning in evidence.message.meanings)
    return predicates + evidence.a_noun_acts > 1


def _is_told_last(evidence: Evidence, at: int, predicates: tuple[Kind, ...]) -> bool:
    """*gums, sore, brace*: what is sore, and at last what comes of it; but *dad, beer, angry* names
    no cause."""
    meanings = evidence.message.meanings
    cause = next((p.source for p in evidence.parts[at + 1 :] if p.source is not None), None)
    told = [place for place, meaning in enumerate(meanings) if meaning.is_a(*predicates)]
    return cause is not None and bool(told) and min(told) < cause and max(told) <= cause


_COMPARISONS: Final = frozenset({"más", "menos", "mejor", "peor", "mayor", "menor"})
_EQUAL: Final = ("tan", "igual")
"""What leads to a comparison with an equal: *tan alto como*, *tantos como*."""


def _copula(evidence: Evidence, _at: int, _part: Part) -> bool:
    message = evidence.message
    if evidence.is_noun_list:
        return False
    is_denied = message.has(Kind.NEGATION) and message.has(Kind.ADJECTIVE, Kind.STATE)
    return message.has(Kind.VERB) or len(_said(message)) > 1 or message.is_question or is_denied


def _said(message: Message) -> tuple[str, ...]:
    return tuple(
        gloss
        for gloss, meaning in zip(message.glosses, message.meanings, strict=True)
        if not meaning.is_a(Kind.LIGHT, Kind.NEGATION) or meaning.is_a(Kind.ANIMATE)
    )


def _auxiliary(evidence: Evidence, at: int, part: Part) -> bool:
    if part.text == "going":
        return _tells_the_future(evidence, at)
    if part.text in ("would", "'d"):
        return "if" in evidence.message.glosses
    is_perfect = part.text in ("have", "has", "had", "having", "got")
    if is_perfect and not evidence.message.has(Kind.VERB, Kind.ADJECTIVE):
        return False
    return _copula(evidence, at, part)


def _tells_the_future(evidence: Evidence, at: int) -> bool:
    """*going to* before a chosen verb."""
    return any(evidence.expresses(part, Kind.VERB) for part in evidence.parts[at + 1 : at + 4])


def _go(evidence: Evidence, at: int, _part: Part) -> bool:
    """Only to tell the future of a chosen verb, or to the place that a chosen verb wants."""
    if not evidence.message.has(Kind.VERB):
        return False
    return any(following.text in ("a", "al") for following in evidence.parts[at + 1 : at + 3])


def _have_a_state(evidence: Evidence, _at: int, part: Part) -> bool:
    message = evidence.message
    if part.text.startswith("fe"):
        return message.has(Kind.ADJECTIVE) and len(_said(message)) > 1
    return message.has(Kind.STATE)


def _negation(_evidence: Evidence, _at: int, _part: Part) -> bool:
    """Left to models.checking.polarity, which says more about it."""
    return True


def _pronoun(evidence: Evidence, at: int, part: Part) -> bool:
    persons = evidence.lexis.persons(part.text)
    if evidence.is_noun_list:
        return False
    is_company = part.text in _STRONG or _is_governed(evidence, at)
    is_doubled = part.text == "mí" and evidence.message.has_trait(Trait.DATIVE)
    if is_company and not is_doubled and not evidence.message.speaks_of(*persons):
        return False
    if harmed.is_sufferer(evidence, at):
        return True
    if evidence.lexis.is_subject_form(part.text) and _is_only_done_to(evidence, persons):
        return False
    if persons & FIRSTS:
        is_done_to = evidence.lexis.is_object_form(part.text) and not (
            _may_be_done_to(evidence) or _is_own_doing(evidence, at)
        )
        return not is_done_to and _first_may_enter(evidence, persons)
    if persons & SECONDS:
        return _second_may_enter(evidence, part) or repeats.is_told_when(evidence, at)
    if evidence.lexis.is_subject_form(part.text) or part.text in _THIRD_SUBJECTS:
        return repeats.is_named_before(evidence, at)
    return evidence.message.speaks_of(*THIRDS) or part.text == "se"


def _is_only_done_to(evidence: Evidence, persons: frozenset[Person]) -> bool:
    """`trust, me`: chosen in the form of an object, so it is done to them and not by them."""
    message = evidence.message
    same = [meaning for meaning in message.meanings if meaning.person in persons]
    told = sum(meaning.is_a(Kind.VERB, Kind.ADJECTIVE) for meaning in message.meanings)
    if told != 1 or not message.has(Kind.VERB):
        return False
    return bool(same) and all(meaning.is_object_form for meaning in same)


def _is_own_doing(evidence: Evidence, at: int) -> bool:
    """*Me alegro de verte*: the speaker's own verb, where nobody does anything to anybody."""
    if evidence.message.has_trait(Trait.ROLES):
        return False
    persons = {one.person for following in evidence.readings[at + 1 : at + 2] for one in following}
    return persons == {Person.FIRST}


def _is_only_told(message: Message) -> bool:
    """*hablar, costar*: to give and to tell harm nobody, and who finds it hard is the speaker."""
    acting = [one.traits for one in message.meanings if Trait.ROLES in one.traits]
    return all(Trait.HARMING not in traits for traits in acting)


def _may_be_done_to(evidence: Evidence) -> bool:
    """Whether *me* may enter: not where it would say that somebody hits or touches the speaker,
    nor beside a listener to whom it may as well be done."""
    message = evidence.message
    if evidence.may_guess or message.speaks_of(*FIRSTS):
        return True
    if _is_felt_first(message):
        return True  # me cuesta hablar
    if message.has_trait(Trait.ROLES) and not message.has_trait(Trait.ASK):
        # *ruido, hacer daño, oídos*: what hurts is no person, and the ears are the speaker's.
        is_felt = message.has_trait(Trait.DATIVE) and (
            message.has(Kind.BODY) or _is_only_told(message)
        )
        told = {reading.person for readings in evidence.readings for reading in readings}
        is_own = Person.FIRST in told and message.has(Kind.NOUN)  # *me quito los zapatos*
        # *No me toques la pierna*: who forbids it means their own.
        is_mine = message.has(Kind.BODY, Kind.WORN) and bool(told & SECONDS)
        is_own |= is_mine and message.has(Kind.NEGATION)
        return (is_felt or is_own) and not message.has(Kind.ANIMATE)
    if message.has_trait(Trait.DATIVE):
        return True  # *gustar, tú*: me gustas
    done_to = (at for clause in message.clauses if not clause.before for at in clause.after)
    return not any(message.meanings[at].person in SECONDS for at in done_to)


def _is_felt_first(message: Message) -> bool:
    """Whether the first verb happens to somebody, and harms nobody."""
    verbs = (meaning.traits for meaning in message.meanings if meaning.is_a(Kind.VERB))
    first = next(verbs, frozenset[Trait]())
    return Trait.DATIVE in first and Trait.ROLES not in first and bool(list(verbs))


def _is_governed(evidence: Evidence, at: int) -> bool:
    """*with me*: whoever stands behind an added preposition was added with it."""
    return at > 0 and evidence.additions[at - 1] is Addition.PREPOSITION


_STRONG: Final = frozenset({"mí", "ti", "conmigo", "contigo"})
_THIRD_SUBJECTS: Final = frozenset({"él", "ella", "ellos", "ellas", "he", "she", "they"})


def _first_may_enter(evidence: Evidence, persons: frozenset[Person]) -> bool:
    """The speaker is the default, but not beside another subject; *we* only in a question."""
    message = evidence.message
    if message.speaks_of(*persons) or message.has_trait(Trait.AT_SOMEBODY):
        return True
    if Person.FIRST not in persons:
        return message.is_question or message.speaks_of(*FIRSTS)
    subjects = _subjects(evidence)
    is_told_to = any(message.meanings[at].person is Person.SECOND for at in subjects)
    return len(subjects) < len(message.clauses) or is_told_to


def _subjects(evidence: Evidence) -> list[int]:
    """The first gloss before each verb, but for somebody who is only called."""
    return [
        clause.before[0]
        for clause in evidence.message.clauses
        if clause.before and not all(map(evidence.is_called, clause.before))
    ]


def _second_may_enter(evidence: Evidence, part: Part) -> bool:
    message = evidence.message
    if message.speaks_of(*SECONDS) or message.is_question or message.is_invitation:
        return True
    if message.controls.sentence_type is SentenceType.REQUEST:
        return True
    if _subjects(evidence):
        return False  # *él te toca*: the verb is his, and no command
    # Siéntate: the pronoun of the command itself.
    is_reflexive = part.text in ("te", "os") and not message.has_trait(Trait.DATIVE)
    return is_reflexive and any(
        reading.person in SECONDS for readings in evidence.readings for reading in readings
    )


def _possessive(evidence: Evidence, at: int, part: Part) -> bool:
    message, persons = evidence.message, evidence.lexis.persons(part.text)
    if persons & FIRSTS:
        # *my sister broke my doll*: one of the two was chosen, the sister's needs no choice.
        is_second = part.text in message.glosses and message.has(Kind.RELATIVE, Kind.BODY)
        return is_second or (_is_mine_unasked(evidence, at) and not evidence.is_noun_list)
    if persons & SECONDS:
        return _second_may_enter(evidence, part) or repeats.is_worn(evidence, at)
    return message.speaks_of(*THIRDS)


def _is_mine_unasked(evidence: Evidence, at: int) -> bool:
    """Relatives and parts of the body always, other things if the speaker does something."""
    owned = next((part for part in evidence.parts[at + 1 :] if part.source is not None), None)
    if owned is None:
        return False
    if evidence.expresses(owned, Kind.RELATIVE):
        return True
    if evidence.expresses(owned, Kind.BODY):
        return not _is_anothers(evidence, owned)
    message = evidence.message
    does_something = message.has(Kind.VERB) and not message.has_trait(Trait.DATIVE)
    return does_something and _first_may_enter(evidence, frozenset({Person.FIRST}))


def _is_anothers(evidence: Evidence, owned: Part) -> bool:
    """*Dad washes his hands*: behind what another does, the speaker's are not to be guessed."""
    message = evidence.message
    if owned.source is None or message.speaks_of(*FIRSTS) or message.is_question:
        return False
    clause = message.clause_of(owned.source)
    if clause is None or not clause.before or not clause.predicates:
        return False
    acts = message.meanings[clause.predicates[0]]
    free = {Trait.BODILY, Trait.DATIVE, Trait.EXAMINING}
    is_felt = not free.isdisjoint(acts.traits) or not acts.is_a(Kind.VERB)
    return owned.source > clause.predicates[0] and not is_felt


_RULES: Final[Mapping[Addition, Callable[[Evidence, int, Part], bool]]] = MappingProxyType(
    {
        Addition.ARTICLE: _always,
        Addition.PREPOSITION: _beside_a_predicate,
        Addition.JOIN: _with_company,
        Addition.CLAUSE: _between_predicates,
        Addition.PRONOUN: _pronoun,
        Addition.POSSESSIVE: _possessive,
        Addition.BE: _copula,
        Addition.AUXILIARY: _auxiliary,
        Addition.GO: _go,
        Addition.HAVE_STATE: _have_a_state,
        Addition.DUMMY: _copula,
        Addition.NEGATION: _negation,
    }
)


def reasons(evidence: Evidence) -> Iterator[str]:
    """Complaints about the sentence as a whole, beside single words."""
    if not evidence.parts:
        yield "it says nothing"
    longest = 3 * len(evidence.message.glosses) + 6
    if len(evidence.parts) > longest:
        yield f"it has {len(evidence.parts)} words for {len(evidence.message.glosses)}"
