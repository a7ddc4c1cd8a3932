"""The phrases of a clause, sorted before anybody asks who does what."""

from __future__ import annotations

from models.spanish.clause import frame_of, is_verb
from models.spanish.clauses import EMBEDDING
from models.spanish.draft import Draft
from models.spanish.phrases import (
    TIMES,
    Adverbial,
    Chunk,
    Infinitive,
    NounPhrase,
    Prepositional,
    is_lived,
    is_time,
)
from models.spanish.plan import Step
from models.spanish.tokens import Kind, Token
from models.spanish.verbkinds import COMING

NOT_TO_DO = ("intentar", "preferir", "procurar", "decidir", "prometer")
"""Behind these a *no* denies what follows: «Intento no llorar.»"""


def collect(draft: Draft, chunks: list[Chunk]) -> None:
    """Sort the phrases: negations, clitics and question words; the rest around the verbs."""
    plan = draft.plan
    current = draft.before
    pending: list[Token] = []
    for chunk in chunks:
        if is_verb(chunk) and isinstance(chunk, Token):
            plan.steps.append(Step(chunk, list(pending)))
            pending = []
            current = []
            draft.behind.append(current)
        elif isinstance(chunk, Token) and _takes(draft, chunk, pending):
            continue
        elif plan.asked and chunk is not plan.asked[-1] and _is_asked_about(draft, chunk):
            plan.asked.append(chunk)
        else:
            current.append(chunk)
    if pending:
        plan.after.extend(pending)


def _takes(draft: Draft, token: Token, pending: list[Token]) -> bool:
    """Whether a single word has found its place in the plan."""
    plan = draft.plan
    if token.kind is Kind.NEGATION and token.text == "no":
        told = plan.steps and plan.steps[-1].verb.lemma in ("decir", "pedir", *NOT_TO_DO)
        if plan.negation is None and not told:
            plan.negation = token
            return True
        return False
    if token.kind is Kind.CLITIC:
        (plan.enclitics if plan.steps else plan.clitics).append(token)
        return True
    if token.kind is Kind.QUESTION and plan.steps and _embeds(plan.steps[-1].verb):
        pending.append(token)
        return True
    if token.kind is Kind.QUESTION:
        plan.asked.extend([*pending, token])
        pending.clear()
        return True
    if token.kind is Kind.PREPOSITION or token.text == "que":
        pending.append(token)
        return True
    return False


def _is_asked_about(draft: Draft, chunk: Chunk) -> bool:
    """qué (hora), cuántas (galletas): the noun right behind the question word."""
    last = draft.plan.asked[-1]
    if not isinstance(last, Token) or not isinstance(chunk, NounPhrase) or draft.plan.steps:
        return False
    if last.text.startswith("cuánt") and not chunk.is_determined and not chunk.is_pronoun:
        return chunk.is_plural or not chunk.is_animate
    asks_noun = last.text in (
        "qué",
        "cuánto",
        "cuánta",
        "cuántos",
        "cuántas",
        "a qué",
        "de qué",
    )
    return asks_noun and not chunk.is_animate and not chunk.is_determined


def fronted(draft: Draft) -> None:
    """Time words before the verb open the sentence; so does *nunca*."""
    plan = draft.plan
    dative = frame_of(plan.main.verb).has("dat")
    things = [c for c in draft.before if isinstance(c, NounPhrase) and not c.is_animate]
    loved = frame_of(plan.main.verb).has("day")
    comes = plan.main.verb.lemma in COMING and not any(draft.behind)
    for chunk in list(draft.before):
        pleasing = dative and chunk in things and len(things) == 1
        negative = isinstance(chunk, Token) and chunk.kind is Kind.NEGATION
        timely = isinstance(chunk, (Adverbial, Infinitive)) or is_time(chunk)
        timely |= _is_time_phrase(chunk)
        timely &= not (loved and is_lived(chunk, [*draft.before, *draft.behind[-1]]))
        timely &= not (comes and is_lived(chunk, [*draft.before, *draft.behind[-1]]))
        if (timely and not pleasing) or negative:
            named = any(
                isinstance(c, NounPhrase) for c in draft.before[: draft.before.index(chunk)]
            )
            draft.before.remove(chunk)
            (plan.inner if named and not plan.question else plan.opening).append(chunk)


def _is_time_phrase(chunk: Chunk) -> bool:
    if not isinstance(chunk, Prepositional):
        return False
    before = chunk.prepositions[0].text in ("antes", "después", "antes de", "después de", "durante")
    hour = chunk.prepositions[-1].text == "a" and chunk.phrase.head is None
    return before or hour or chunk.phrase.classes()[0] in TIMES


def _embeds(verb: Token) -> bool:
    """saber qué hacer: the question word belongs to what one knows."""
    return (verb.entry.verb or verb.lemma) in EMBEDDING
