"""Tense and aspect of a clause where the words leave them to the verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from models.engine import Tense
from models.english import words
from models.english.clauses import Clause, Mood, Supplied
from models.english.lexicon import Tag
from models.english.phrases import Nominal, Piece, Prepositional, Quality, is_action, is_unit
from models.english.reader import Unit
from models.english.tables import members
from models.english.verbgroup import Settings
from models.english.verbs import Verb, VerbForm


@dataclass(frozen=True, slots=True)
class Reading:
    """What this reading of the words prefers; the default is the sentence, others its
    alternatives."""

    tense: Tense | None = None
    progressive: bool | None = None
    swap_articles: bool = False
    subject: words.Pronoun | None = None
    """Says `we` or `you` where nobody was tapped."""


BE: Final = Verb("be", frozenset({"state", "linking", "things", "be"}))
"""The verb of a clause in which `be` is supplied."""
_LIKELY: Final = frozenset({"win", "die", "hurt", "happen"})
"""Verbs whose future is nobody's plan: will, not going to."""


def verb_of(clause: Clause) -> Verb:
    """The clause's verb, or the `be` that stands in for it."""
    return clause.verb.verb if clause.verb and clause.verb.verb else BE


def form_of(clause: Clause) -> VerbForm:
    """The form in which the verb was tapped."""
    return clause.verb.word.form if clause.verb else VerbForm.BASE


def settings(clause: Clause, reading: Reading) -> Settings:
    """Tense, aspect and polarity of the clause's verb."""
    verb, form = verb_of(clause), form_of(clause)
    tense = reading.tense or clause.tense
    if tense is None or (tense is Tense.FUTURE and form is VerbForm.PAST):
        tense = Tense.PAST if _is_past(clause, verb, form) else Tense.PRESENT
    if tense is Tense.FUTURE and reading.tense is None and _feels_about(clause):
        tense = Tense.PRESENT
    modal = clause.modal.key if clause.modal else None
    progressive = modal is None and _is_progressive(clause, reading, verb, tense)
    will = verb.has("state", "be", "weather") or verb.lemma in _LIKELY
    perfect = modal is None and tense is Tense.PRESENT and _lasts(clause, form)
    return Settings(
        tense, progressive and not perfect, clause.negated, modal=modal, perfect=perfect, will=will
    )


def _lasts(clause: Clause, form: VerbForm) -> bool:
    """«I have lived here for ten years», «She hasn't eaten since yesterday», «...eaten yet»."""
    if form is not VerbForm.BASE or clause.embedded or clause.is_habit:
        return False
    if clause.copula and not any(isinstance(piece, Quality) for piece in clause.rest):
        return False
    verb = verb_of(clause)
    said = {piece.key for piece in (*clause.rest, *clause.middle) if isinstance(piece, Unit)}
    ever = "yet" in said and not verb.has("state", "be", "linking") and clause.verb is not None
    first = clause.rest[0] if clause.rest else None
    waits = verb.lemma.endswith(" for") and isinstance(first, Nominal) and _is_counted(first)
    return ever or waits or any(map(_is_span, clause.rest)) or lasted(clause) is not None


def lasted(clause: Clause) -> Nominal | None:
    """`I, live, here, ten, years`: a state, and how long it has lasted, tapped without `for`."""
    verb = verb_of(clause)
    first, last = (clause.rest[0], clause.rest[-1]) if clause.rest else (None, None)
    still = isinstance(first, Quality) if clause.copula or verb.has("be") else _is_state(verb)
    plain = clause.tense is None and clause.modal is None and clause.mood is Mood.STATEMENT
    if not (plain and still) or not isinstance(last, Nominal) or not _is_counted(last):
        return None
    return last


def _is_state(verb: Verb) -> bool:
    return verb.lemma in members("lasting")


def _is_span(piece: Piece) -> bool:
    """`since, yesterday`, `for, two, weeks`; `since` may stand before a time of its own."""
    if isinstance(piece, Unit):
        return piece.key == "since"
    if not isinstance(piece, Prepositional):
        return False
    if piece.preposition.key == "since":
        return True
    return piece.preposition.key == "for" and _is_counted(piece.nominal)


def _is_counted(span: Nominal) -> bool:
    return span.is_a("time") and any(unit.tag is Tag.NUMBER for unit in span.lead)


def _feels_about(clause: Clause) -> bool:
    """«I'm nervous about the test tomorrow», «I want to go tomorrow»: it is felt now."""
    first = clause.rest[0] if clause.rest else None
    something = any(isinstance(piece, Nominal) for piece in clause.rest[1:])
    if clause.copula and isinstance(first, Quality) and first.is_feeling and something:
        return True
    thinks = verb_of(clause).has("self") and verb_of(clause).has("that", "to")
    return thinks and any(is_action(piece) for piece in clause.rest)


def _is_past(clause: Clause, verb: Verb, form: VerbForm) -> bool:
    """Whether an untimed clause tells of something over: found, fell, died."""
    if form is VerbForm.PAST:
        return True
    if clause.modal or clause.negated or clause.is_habit or clause.is_now:
        return False
    if clause.asks_subject and (
        verb.has("taking", "harm", "giving", "telling") or _did(clause, verb)
    ):
        return form is VerbForm.BASE
    done = verb.has("done") or _is_over(clause, verb)
    if not done or form is not VerbForm.BASE:
        return False
    if clause.mood is Mood.QUESTION and not clause.asks_subject:
        if clause.supplied is Supplied.I:
            return False
        own = clause.subject is not None and clause.subject.pronoun is words.I
        if verb.lemma == "die" and own:
            return False
        asked = clause.question[-1].key if clause.question else ""
        plans = verb.has("motion", "leaving") or verb.lemma == "leave"
        if asked in {"what time", "when"} and plans:
            return False
        return verb.lemma not in {"get", "win", "choose", "finish", "start", "begin"}
    if verb.lemma in members("scheduled") and _is_scheduled(clause):
        return False
    goes_on = any(is_action(piece) for piece in clause.rest)
    return not (goes_on and verb.lemma in {"get", "finish", "start", "begin"})


def _is_over(clause: Clause, verb: Verb) -> bool:
    """«I already did my homework», «We just ate»: but «I already know»."""
    said = {unit.key for unit in clause.middle}
    said |= {piece.key for piece in clause.rest if isinstance(piece, Unit)}
    over = "already" in said or ("just" in said and not clause.rest)
    return over and not verb.has("self", "state", "be", "linking") and clause.mood is Mood.STATEMENT


def _is_scheduled(clause: Clause) -> bool:
    """«The film starts at 8»: of things an hour tells a plan."""
    hours = (piece.nominal if isinstance(piece, Prepositional) else piece for piece in clause.rest)
    timed = any(isinstance(piece, Nominal) and piece.head.tag is Tag.NUMBER for piece in hours)
    return timed and clause.subject is not None and not clause.subject.is_animate


def _did(clause: Clause, verb: Verb) -> bool:
    """«Who did it?»: what can be pointed at is over."""
    first = clause.rest[0] if clause.rest else None
    points = isinstance(first, Nominal) and first.head.key in {"it", *words.DEMONSTRATIVES}
    return verb.lemma == "do" and points


def _is_progressive(clause: Clause, reading: Reading, verb: Verb, tense: Tense) -> bool:
    form = form_of(clause)
    still = verb.has("state", "be") or clause.verb is None
    if still or form not in {VerbForm.BASE, VerbForm.GERUND}:
        return False
    if reading.progressive is not None and tense is Tense.PRESENT:
        return reading.progressive
    if clause.is_habit or tense is Tense.PAST:
        return False
    if tense is Tense.FUTURE:
        asks = verb.has("do") and clause.mood is Mood.QUESTION
        return asks or verb.has("leaving")
    return _goes_on(clause, verb)


def _goes_on(clause: Clause, verb: Verb) -> bool:
    """Whether the present tense of this clause means what happens at the moment."""
    if clause.is_now or (verb.has("ongoing") and not _bids(clause, verb)):
        return True
    weather = verb.has("weather") and not (clause.negated and clause.embedded)
    here = any(is_unit(piece, Tag.PLACE) for piece in clause.rest)
    if weather or (verb.lemma == "come" and not (here and _bids(clause, verb))):
        return True
    if clause.mood is Mood.QUESTION and _asks_of_now(clause, verb):
        return True
    return verb.has("leaving") and _is_near(clause) and not (here and _bids(clause, verb))


def _asks_of_now(clause: Clause, verb: Verb) -> bool:
    """«What are you eating?», «Is dad working?»; but «How do I make a cake?»"""
    how = bool(clause.question) and clause.question[-1].key in {"how", "how often", "how much"}
    machine = verb.has("work") and not (clause.subject and clause.subject.is_animate)
    instructs = clause.supplied is Supplied.I and verb.has("ask", "care")
    return not (how or machine or instructs or verb.has("self", "body", "done", "linking"))


def _bids(clause: Clause, verb: Verb) -> bool:
    """«You carry me», «You sit here»: said to the listener, half a request."""
    listener = clause.subject is not None and clause.subject.pronoun is words.YOU
    return clause.mood is Mood.STATEMENT and listener and verb.has("ask", "call", "care")


def _is_near(clause: Clause) -> bool:
    """A pronoun or the speaker: «I'm going to school», but «The wolf goes to the mill»."""
    somewhere = any(isinstance(piece, Nominal | Prepositional) for piece in clause.rest)
    if clause.embedded or not somewhere:
        return True
    return clause.subject is None or clause.subject.pronoun is not None
