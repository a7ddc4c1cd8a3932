"""Verbs that hang on verbs: infinitive, gerund, participle, que with a second subject."""

from __future__ import annotations

from models.spanish.clause import frame_of
from models.spanish.conjugator import Person
from models.spanish.persons import addressed, is_me, is_you
from models.spanish.phrases import Chunk, NounPhrase
from models.spanish.plan import Plan, Step
from models.spanish.tokens import Kind, Token
from models.spanish.wordlist import listed

_ARRIVALS = listed(
    """
    venir llegar volver entrar salir irse marcharse terminar acabar empezar
    """
)


def link(plan: Plan, i: int, between: list[Chunk], after: list[Chunk]) -> None:
    """Decide the form of the verb at place `i` and what links it to the verb before."""
    step, before = plan.steps[i], plan.steps[i - 1]
    asks = frame_of(before.verb)
    if asks.verb in ("decir", "pedir") and step.verb.kind is Kind.VERB and not step.link:
        step.form, step.person, step.link = "subjunctive", Person.FIRST, ["que"]
        step.negations = [c for c in between if isinstance(c, Token) and c.kind is Kind.NEGATION]
        between[:] = [c for c in between if c not in step.negations]
        return
    step.negations = [c for c in between if isinstance(c, Token) and c.kind is Kind.NEGATION]
    between[:] = [c for c in between if c not in step.negations]
    if before.verb.lemma in ("encontrar", "pillar") and not step.link:
        step.form = "gerund"
        return
    if step.verb.kind in (Kind.GERUND, Kind.FINITE):
        step.form = "gerund" if step.verb.kind is Kind.GERUND else "finite"
        return
    lasts = before.verb.lemma == "llevar" and any(isinstance(c, NounPhrase) for c in between)
    lasts &= step.verb.kind is Kind.VERB
    if (asks.has("ger") or lasts) and not step.link:
        step.form = "gerund"
        return
    if before.verb.lemma == "haber" and not step.link and plan.asked:
        step.link = ["para"]  # qué, haber, comer, ?
        return
    if before.verb.lemma == "haber" and not step.link:
        step.form = "participle"
        return
    if asks.has("that") and _other_subject(plan, step, between, after):
        step.form = "subjunctive"
        step.link = [*step.link] if any(_is_que(t) for t in step.link) else [*step.link, "que"]
        return
    if any(isinstance(t, Token) and t.kind is Kind.PREPOSITION for t in step.link):
        return
    preposition = "para" if before.verb.lemma == "usar" else asks.link()
    if preposition and not any(isinstance(t, Token) and t.text == preposition for t in step.link):
        step.link = [*step.link, preposition]


def _is_que(part: Token | str) -> bool:
    return part == "que" or (isinstance(part, Token) and part.text == "que")


def _other_subject(plan: Plan, step: Step, between: list[Chunk], after: list[Chunk]) -> bool:
    """querer, mamá, venir: take the second subject out of the phrases, if there is one."""
    candidates = [c for c in between if isinstance(c, NounPhrase) and c.is_animate]
    if plan.question and candidates and is_you(candidates[0]) and plan.subject is None:
        return False
    source = between
    if not candidates and frame_of(step.verb).verb in _ARRIVALS:
        candidates = [c for c in after if isinstance(c, NounPhrase) and c.is_animate]
        source = after
    candidates = [c for c in candidates if not is_me(c)]
    if not candidates:
        return False
    step.subject = candidates[0]
    step.person = addressed(candidates[0].person, plan.options.controls)
    source.remove(candidates[0])
    return True
