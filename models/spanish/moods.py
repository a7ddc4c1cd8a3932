"""Statement, request or wish: who is spoken to, whose turn it is, how verbs depend on verbs."""

from __future__ import annotations

from models.engine import SentenceType, Tense
from models.spanish import adjectives
from models.spanish.clause import frame_of
from models.spanish.conjugator import Person
from models.spanish.persons import addressed, in_my_company, is_me, is_you
from models.spanish.phrases import Adverbial, Chunk, NounPhrase, Prepositional, Quality, is_time
from models.spanish.plan import Plan
from models.spanish.tense import Timing
from models.spanish.tokens import Kind
from models.spanish.turns import default_person
from models.spanish.verbkinds import CALLED, CARE, COMPLAINTS, PERSON_OBJECTS
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

_OPERATING = listed("operar vacunar ingresar")
_DONE_TO_ME = _OPERATING | {"recordar a"}
_TREATING = listed(
    "quitar poner hacer sacar dar cambiar cortar mirar revisar retirar traer llevar renovar"
)
STITCHES = listed("punto grapa sonda gotero collarín muleta yeso corsé venda vendas")
"""What care needs beside what the table of nouns calls so."""


def decide(
    plan: Plan, frame: Frame, mids: list[list[Chunk]], dependent: bool, when: Timing
) -> None:
    """Set person and mood of a clause whose subject has been looked for."""
    if plan.subject is None:
        plan.shows_subject = False
        plan.person = default_person(plan, frame, mids)
        if _is_treatment(plan, frame, mids, when):
            plan.person = Person.THIRD_PLURAL
            return
        _call(plan, frame, mids, dependent, when)
    if _is_command(plan, frame, mids, dependent, when):
        plan.command = True
        plan.mood = plan.mood
        if plan.subject is None:
            plan.person = addressed(Person.SECOND, plan.options.controls)


def _is_treatment(plan: Plan, frame: Frame, mids: list[list[Chunk]], when: Timing) -> bool:
    """lunes, quitar, yo, puntos; mañana, operar, yo: done by whoever does it in a clinic."""
    if len(plan.steps) > 1 or plan.asked or plan.question or not any(is_me(c) for c in mids[-1]):
        return False
    if when.tense is None and not any(map(is_time, (*plan.opening, *mids[-1]))):
        return False
    if frame.verb in _OPERATING:
        return True
    return frame.verb in _TREATING and any(_is_of_care(c) for c in mids[-1])


def _is_of_care(chunk: Chunk) -> bool:
    if not isinstance(chunk, NounPhrase) or chunk.head is None:
        return False
    return chunk.classes()[0] == "care" or chunk.head.lemma in STITCHES


def _call(plan: Plan, frame: Frame, mids: list[list[Chunk]], dependent: bool, when: Timing) -> None:
    """Take the person who is called out of the complements: venir, mamá."""
    if dependent or len(plan.steps) > 1 or when.tense is not None:
        return
    after = mids[-1]
    for chunk in after:
        if isinstance(chunk, NounPhrase) and is_called(chunk, plan, when) and frame.verb in CALLED:
            plan.calls.append(chunk)
            after.remove(chunk)
            return


def is_called(phrase: NounPhrase, plan: Plan, when: Timing) -> bool:
    """Whether somebody named behind the verb is called rather than spoken about."""
    if plan.question or when.tense is not None or plan.options.asks is False or plan.asked:
        return False
    if plan.options.controls.sentence_type is SentenceType.STATEMENT or plan.clitics:
        return False
    single = phrase.head is not None and not phrase.joined and not phrase.is_plural
    kin = (
        single
        and phrase.head is not None
        and (
            phrase.head.kind is Kind.NAME
            or (phrase.head.noun is not None and phrase.head.noun.classes[0] == "kin")
        )
    )
    return bool(kin) and frame_of(plan.main.verb).verb in CALLED


def _is_command(
    plan: Plan, frame: Frame, mids: list[list[Chunk]], dependent: bool, when: Timing
) -> bool:
    """Whether the listener is asked or told to do it."""
    kind = plan.options.controls.sentence_type
    if plan.question or plan.asked or dependent or kind is SentenceType.STATEMENT:
        return False
    if plan.main.verb.kind is Kind.FINITE or plan.main.verb.gloss < 0:
        return False
    if when.chosen and kind is not SentenceType.REQUEST:
        return False
    listener = plan.subject is None or is_you(plan.subject)
    if kind is SentenceType.REQUEST:
        return listener and not frame.has("dat")
    if not listener or when.tense is Tense.PAST or plan.options.past:
        return False
    if plan.options.asks is not None:
        return plan.options.asks
    if plan.subject is not None:
        return _told(plan, frame, mids, when)
    return _asked(plan, frame, mids, when)


def _judges(chunk: Chunk) -> bool:
    """demasiado rápido, muy mal, siempre tarde: said of what somebody does, not asked for."""
    if not isinstance(chunk, Adverbial):
        return False
    texts = [t.text for t in chunk.tokens]
    return bool({*texts[:-1]} & _JUDGING) or texts[-1] in _JUDGED


_JUDGING = listed("demasiado muy tan")


_JUDGED = listed("mal fatal genial demasiado juntos juntas") | {"muy bien", "muy mal"}


def _told(plan: Plan, frame: Frame, mids: list[list[Chunk]], when: Timing) -> bool:
    """*tú* with something one can be told to do."""
    forbidden = plan.negation is not None or plan.options.controls.negative
    if frame.has("stat") or frame.has("perf") or _makes_me(plan, frame, mids):
        return False
    if len(plan.steps) > 1 and plan.main.verb.lemma == "hacer":
        return False  # tú, hacer, reír, yo
    if frame.has("harm") or frame.has("touch") or frame.verb in COMPLAINTS:
        return forbidden
    if when.habitual or (not forbidden and any(_judges(c) for c in mids[-1])):
        return False
    if forbidden and frame.verb in ("escuchar", "entender", "ayudar", "creer", "hacer caso"):
        return False
    return frame.verb != "perseguir"


def _makes_me(plan: Plan, frame: Frame, mids: list[list[Chunk]]) -> bool:
    """tú, poner, nervioso, yo: nobody is told to."""
    return len(plan.steps) == 1 and makes_so(frame, mids[-1])


def makes_so(frame: Frame, behind: list[Chunk]) -> bool:
    """ruido, poner, nervioso, yo; vestido, hacer, gorda, yo: what makes the speaker so."""
    moved = frame.verb == "poner" and any(map(_is_mood, behind))
    moved |= frame.verb == "hacer" and any(isinstance(c, Quality) for c in behind)
    return moved and any(is_me(c) for c in behind)


def _is_mood(chunk: Chunk) -> bool:
    kinds = ("state", "mood")
    return isinstance(chunk, Quality) and adjectives.kind(chunk.adjective.lemma) in kinds


def _asked(plan: Plan, frame: Frame, mids: list[list[Chunk]], when: Timing) -> bool:
    """A verb without a subject that one asks of others: abrir, puerta; no, tocar, yo."""
    if plan.calls:
        return True
    if _makes_me(plan, frame, mids):
        return False
    if when.tense is None and _wants_done(plan, frame):
        return True
    for_me = any(is_me(c) for c in mids[-1])
    if when.tense is Tense.FUTURE and for_me and frame.verb in CARE and len(plan.steps) == 1:
        return plan.negation is None  # llamar, yo, mañana
    if plan.clitics or when.tense is not None or plan.person is Person.FIRST_PLURAL:
        return False
    if any(in_my_company(c) for chunks in mids for c in chunks) and not frame.has("stat"):
        return True  # nobody plays with himself: jugar, conmigo asks somebody to
    for_me = any(is_me(c) or _on_my_behalf(c) for c in mids[-1])
    if plan.negation is not None or plan.options.controls.negative:
        return _is_forbidden(plan, frame, for_me)
    if len(plan.steps) > 1:
        last = frame_of(plan.last.verb)
        annoys = last.has("harm") or last.verb in COMPLAINTS
        stops = frame.verb in ("dejar de", "parar", "dejar") and annoys
        lets = plan.main.verb.lemma == "dejar" and not mids[0]
        return for_me_first(plan, mids) or stops or lets
    if frame.has("hurt") and _hurts_oneself(mids[-1]):
        return False
    if for_me and (frame.verb in CARE or frame.has("ask")):
        return True
    if frame.verb in _DONE_DIFFERENTLY and any(map(_wants_more, mids[-1])):
        return True
    shown = any(
        isinstance(c, NounPhrase) and c.head is not None and c.head.kind is Kind.NEUTER
        for c in mids[-1]
    )
    if frame.has("into") and frame.has("refl") and all(map(_is_where, mids[-1])):
        return False  # meter, piscina: nobody is told to
    return frame.has("ask") or (shown and frame.verb == "mirar")


_DONE_DIFFERENTLY = listed("hablar ir andar caminar empujar conducir")


def _wants_more(chunk: Chunk) -> bool:
    """hablar, más, despacio: who wants it otherwise asks for it."""
    if not isinstance(chunk, Adverbial) or chunk.head.kind is not Kind.MANNER:
        return False
    return any(t.text in ("más", "menos") for t in chunk.tokens[:-1])


def _is_where(chunk: Chunk) -> bool:
    return not isinstance(chunk, NounPhrase) or chunk.classes()[0] == "place"


def _wants_done(plan: Plan, frame: Frame) -> bool:
    """me, dar, agua is asked of the listener; so is no, me, pegar."""
    if [t.text for t in plan.clitics] != ["me"] or len(plan.steps) > 1:
        return False
    denied = plan.negation is not None or plan.options.controls.negative
    if denied:
        return bool(frame.flags & {"harm", "touch"})
    return bool(frame.flags & {"give", "tell"}) and frame.verb in CARE


def _on_my_behalf(chunk: Chunk) -> bool:
    """(no hablar) por mí."""
    if not isinstance(chunk, Prepositional) or chunk.prepositions[-1].text != "por":
        return False
    return is_me(chunk.phrase)


def _hurts_oneself(chunks: list[Chunk]) -> bool:
    """cortar, dedo happened to me; cortar, uñas is asked of somebody."""
    first = next((c for c in chunks if isinstance(c, NounPhrase)), None)
    if first is None or first.classes()[0] != "body" or first.head is None:
        return False
    return first.head.lemma not in ("uña", "uñas", "pelo", "flequillo", "barba", "bigote")


def for_me_first(plan: Plan, mids: list[list[Chunk]]) -> bool:
    """ayudar, yo, comer; dejar, yo, jugar."""
    reminds = frame_of(plan.main.verb).verb == "recordar a"
    return (reminds or plan.main.verb.lemma in CARE) and any(is_me(c) for c in mids[0])


def _is_forbidden(plan: Plan, frame: Frame, for_me: bool) -> bool:
    if len(plan.steps) > 1:
        return False
    if frame.has("harm") or frame.has("touch") or frame.verb in COMPLAINTS:
        return True
    acts = frame.has("tr") or frame.has("tell") or frame.verb in CARE
    return frame.has("ask") or (for_me and acts)


def is_subject_behind(
    phrase: NounPhrase, frame: Frame, plan: Plan, after: list[NounPhrase], before: list[NounPhrase]
) -> bool:
    """Whether a pronoun behind the verb is its subject: «galleta, querer, yo»."""
    if not phrase.is_pronoun or phrase.head is None or phrase.head.kind is not Kind.PRONOUN:
        return False
    if phrase.head.text == "yo":
        return _is_i_behind(frame, plan, before)
    if is_you(phrase):
        return _is_you_behind(frame, plan, before)
    if phrase.head.text in ("nosotros", "nosotras"):
        return True
    reached = "who" in frame.prepositions and frame.verb not in ("ir", "venir", "salir", "llegar")
    return not frame.has("tr") and not reached


def _is_i_behind(frame: Frame, plan: Plan, before: list[NounPhrase]) -> bool:
    if plan.options.roles in ("they", "asked") or frame.verb in _DONE_TO_ME:
        return False
    if before or (plan.asked and not frame.has("give") and not frame.has("tell")):
        return True
    if len(plan.steps) > 1:
        return plan.last.verb.lemma not in CARE
    object_of = frame.verb in CARE or bool(frame.flags & {"ask", "harm", "touch", "tell"})
    forbidden = plan.negation is not None and frame.has("tr") and not frame.has("stat")
    return not object_of and not forbidden


def _is_you_behind(frame: Frame, plan: Plan, before: list[NounPhrase]) -> bool:
    last = frame_of(plan.last.verb)
    if plan.question and len(plan.steps) == 1:
        return True
    if last.verb in PERSON_OBJECTS or last.has("who"):
        return bool(before)
    return not (len(plan.steps) > 1 and "who" in last.prepositions)
