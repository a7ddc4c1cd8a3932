"""How a clause goes on from the one before: the same subject, the same wish, another question."""

from __future__ import annotations

from models.spanish.clause import Clause, frame_of
from models.spanish.clauses import EMBEDDING
from models.spanish.conjugator import Person
from models.spanish.neighbours import VERBAL
from models.spanish.outcome import breaks_thing
from models.spanish.persons import is_me
from models.spanish.phrases import NounPhrase
from models.spanish.plan import Plan
from models.spanish.tokens import Kind, Token
from models.spanish.verbkinds import CALLED
from models.spanish.wordlist import listed


def question_behind(tokens: list[Token]) -> int | None:
    """Where a question begins behind what is told: «sonar, timbre, quién, ser»; None if nowhere."""
    at = next((i for i, t in enumerate(tokens) if t.kind is Kind.QUESTION), 0)
    told, asked = tokens[:at], tokens[at + 1 :]
    verbs = [t for t in told if t.kind in VERBAL]
    if not verbs or not any(t.kind in VERBAL for t in asked):
        return None
    leads = any((t.entry.verb or t.lemma) in EMBEDDING for t in verbs)
    linked = told[-1].kind in (Kind.PREPOSITION, Kind.COORDINATOR, Kind.SUBORDINATOR)
    return None if leads or linked or len(told) < 2 else at


def concedes(clause: Clause, plans: list[Plan]) -> bool:
    """«sacar, perro, aunque, llover»: what is asked for in spite of anything."""
    if clause.link is None or clause.link.text != "aunque" or not plans:
        return False
    return plans[-1].command or plans[-1].going


def ask_of_thing(plan: Plan, plans: list[Plan]) -> None:
    """«perder, zapato, dónde, estar, ?»: one asks where the thing is that was told of."""
    if (
        not plan.question
        or plan.subject is not None
        or plan.main.verb.lemma != "estar"
        or not plans
    ):
        return
    things = [c for step in plans[-1].steps for c in step.complements if isinstance(c, NounPhrase)]
    if things and not things[-1].is_animate and not plan.main.complements:
        plan.person = things[-1].person


def follow_speaker(plan: Plan, clause: Clause, plans: list[Plan]) -> None:
    """«él dice que viene»: without a subject of its own what is said is said of the speaker."""
    told = clause.added == "que" or (clause.link is not None and clause.link.text == "que")
    if not told or not plans or plan.dative:
        return
    if plan.subject is None and plan.main.verb.kind is Kind.VERB and not plan.asks_subject:
        impersonal = frame_of(plan.main.verb).has("sky") or plan.main.verb.lemma == "haber"
        if not impersonal and plans[-1].person is Person.THIRD:
            plan.person = Person.THIRD


def continue_subject(plan: Plan, clause: Clause, plans: list[Plan]) -> None:
    """«padre, beber, gritar»: who drinks shouts too, unless it is felt or done to me."""
    before = plans[-1] if plans else None
    link = clause.link.text if clause.link is not None else clause.added
    joint = link in ("y", "e", "porque")
    if before is None or not joint or plan.subject is not None or plan.dative:
        return
    shown = before.subject is not None and before.subject.is_animate and before.shows_subject
    third = before.person in (Person.THIRD, Person.THIRD_PLURAL)
    if not shown or not third or plan.main.verb.kind is not Kind.VERB:
        return
    frame, first = frame_of(plan.main.verb), frame_of(before.main.verb)
    mine = any(is_me(c) for step in plan.steps for c in step.complements)
    if plan.command and not (plan.calls or mine or frame.verb in CALLED or frame.has("stat")):
        plan.command = frame.verb in ("llamar", "dar", "avisar", "cuidar", "ayudar")
    felt = frame.flags & {"stat", "sky", "perf"} or frame.verb in _FELT
    felt = felt and not (frame.has("tr") and breaks_thing(plan) and not first.has("harm"))
    done_to_me = any(is_me(c) for step in before.steps for c in step.complements)
    mourned = first.has("perf") and first.verb in _LOST
    felt = bool(felt) and not first.has("perf") and clause.added == "y"
    if link == "porque" and not done_to_me:
        felt = mourned = frame.has("sky") or plan.main.verb.lemma == "haber"
    if not (felt or mourned or done_to_me or plan.command or plan.question):
        plan.person = before.person


def hangs_on(plan: Plan, clause: Clause, plans: list[Plan]) -> bool:
    """«querer, comer, y, dormir»: both are wanted."""
    if clause.link is None or clause.link.text not in ("y", "e", "o") or not plans:
        return False
    before = plans[-1]
    governed = len(before.steps) > 1 and before.last.form == "infinitive"
    plain = plan.subject is None and not plan.opening and not plan.negation and not plan.dative
    governed &= plan.main.verb.kind is Kind.VERB and plan.main.verb.lemma not in _GOVERNORS
    return governed and plain and clause.chunks[:1] == [plan.main.verb]


_LOST = listed("morir fallecer desaparecer escapar perder explotar estallar caducar")
"""What somebody else feels or does about: «perro, morir, llorar»."""


_GOVERNORS = listed("querer poder necesitar deber preferir")


_FELT = listed("llorar reír alegrar asustar enfadar preocupar sufrir temblar")
