"""Who does it: the subject before the verb, or behind it where it can be nothing else."""

from __future__ import annotations

from dataclasses import replace

from models.engine import SentenceType
from models.spanish import moods
from models.spanish.clause import frame_of
from models.spanish.draft import Draft
from models.spanish.persons import is_me
from models.spanish.phrases import (
    Adverbial,
    Article,
    Chunk,
    Complement,
    NounPhrase,
    Prepositional,
    Quality,
    is_lived,
    is_natural,
)
from models.spanish.plan import Plan
from models.spanish.things import (
    ACTING,
    EVENTS_THAT_END,
    FRIGHTENING,
    LESSONS,
    MOVING,
    RISING,
    has_hours,
    is_driven,
    is_force,
    is_measured,
)
from models.spanish.tokens import Kind, Token
from models.spanish.verbkinds import CARE, COMING, UNACCUSATIVE, is_thing_verb
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

_FEARED = frozenset({"médico", "médica", "dentista", "doctor", "doctora", "enfermero", "enfermera"})


OBJECT_CONTROL = listed(
    """
    ayudar dejar enseñar ver oír escuchar mandar obligar invitar hacer mirar
    """
) | {"recordar a"}


def find_subject(draft: Draft, frame: Frame) -> None:
    """The subject before the verb, or the one behind it that cannot be anything else."""
    plan = draft.plan
    before = draft.nouns(draft.before)
    season = _coming_season(draft, frame)
    if season is not None:
        plan.subject, plan.subject_behind = season, season not in draft.before
        draft.remove([season])
        return
    told = plan.main.verb.kind is Kind.FINITE and plan.main.verb.entry.mood is None
    asked = plan.options.controls.sentence_type is SentenceType.REQUEST
    if (plan.options.calls or told or asked) and before and can_be_called(before[0]):
        plan.called_first = before.pop(0)
        draft.remove([plan.called_first])
    if plan.asked and _asks_subject(plan.asked):
        plan.asks_subject = frame.verb not in ("ser", "estar") or not (before or draft.behind[-1])
        if plan.asks_subject:
            return
    if plan.asked and frame.verb in ("ser", "estar") and not before:
        after = draft.nouns(draft.behind[-1])
        if after and not _is_asked_place(draft, after[0]):
            draft.remove([after[0]])
            plan.subject, plan.subject_behind = after[0], True
            return
    before = _without_called(draft, before, frame)
    found = _before(draft, before, frame)
    if len(found) == 2 and _is_spoken_to(found, plan, frame):
        plan.called_first = found[0]
        draft.remove([found[0]])
        found = found[1:]
    if found:
        draft.remove(found)
        found = _as_owned(found, frame)
        plan.subject = coordinated(found)
        return
    counted = next((c for c in plan.asked if isinstance(c, NounPhrase)), None)
    if counted is not None and frame.verb in ("quedar", "venir", "caber", "ir", "llegar"):
        plan.person = counted.person
        plan.asks_subject = True
        return
    behind = _behind(draft, frame)
    if behind is not None:
        draft.remove([behind])
        plan.subject = behind
        plan.subject_behind = not (behind.is_pronoun or moods.makes_so(frame, draft.behind[-1]))


def _coming_season(draft: Draft, frame: Frame) -> NounPhrase | None:
    """«primavera, llegar»: what comes and ends by itself, if nothing else does."""
    if frame.verb not in COMING or len(draft.plan.steps) > 1 or draft.plan.asked:
        return None
    phrases = [c for c in (*draft.before, *draft.behind[-1]) if isinstance(c, NounPhrase)]
    return phrases[0] if len(phrases) == 1 and is_lived(phrases[0], ()) else None


def _without_called(draft: Draft, before: list[NounPhrase], frame: Frame) -> list[NounPhrase]:
    """«señor, mi silla, no, caber»: he is told of the thing that does it by itself."""
    if len(before) != 2 or not can_be_called(before[0]) or before[1].is_animate or not frame.known:
        return before
    acts = not frame.has("tr") and not frame.has("dat") and not frame.has("tell")
    reached = before[1].classes()[0] in frame.prepositions or "other" in frame.prepositions
    if not acts or reached or len(draft.plan.steps) > 1 or frame.verb in ("ser", "estar"):
        return before
    draft.plan.called_first = before[0]
    draft.remove([before[0]])
    return before[1:]


_PRIVATE = listed("querer necesitar poder preferir saber entender sentir creer pensar")


def _is_spoken_to(found: list[NounPhrase], plan: Plan, frame: Frame) -> bool:
    """«doctora, yo, poder, volver, ?»: she is asked, and does not go home with me."""
    phrase, other = found
    if not can_be_called(phrase) or not other.is_pronoun or other.joined:
        return False
    if not is_me(other):
        return phrase.has_flag("trade")
    leave = plan.question and frame.verb in ("poder", "deber", "tener que")
    at_work = phrase.has_flag("trade") or (phrase.head is not None and phrase.head.text in _SIRS)
    return leave or at_work or (frame.verb in _PRIVATE and not plan.question)


_SIRS = listed("señor señora señorita caballero")


def _as_owned(found: list[NounPhrase], frame: Frame) -> list[NounPhrase]:
    """«perro, vecino, morder, yo»: it is his dog that bites, not he."""
    if len(found) != 2 or not frame.has("harm") or found[0].classes()[0] != "animal":
        return found
    animal, owner = found
    if not owner.is_who or owner.is_pronoun or animal.complements:
        return found
    return [replace(animal, complements=(Complement((), owner, "de", Article.DEFINITE),))]


def _is_asked_place(draft: Draft, phrase: NounPhrase) -> bool:
    """¿Cómo estás en casa?: a place is not who is asked about."""
    where = any(
        isinstance(c, Token) and c.text in ("dónde", "cuál", "qué") for c in draft.plan.asked
    )
    return not where and phrase.classes()[0] == "place"


def _before(draft: Draft, before: list[NounPhrase], frame: Frame) -> list[NounPhrase]:
    if plan_clitic_subject(draft.plan) and not before:
        return []
    pronouns = [p for p in before if p.is_pronoun and p.head and p.head.kind is Kind.PRONOUN]
    animate = [p for p in before if p.is_animate]
    if _fears(draft, before, frame):
        return []
    if animate:
        return _neighbours(draft, before, pronouns[0] if pronouns else animate[0])
    if not before:
        return []
    return _inanimate(draft, before, frame)


def _fears(draft: Draft, before: list[NounPhrase], frame: Frame) -> bool:
    """«médico, tener miedo»: whom one goes to with fear is feared."""
    if frame.verb != "tener miedo" or len(before) != 1 or before[0].head is None:
        return False
    head = before[0].head
    return head.lemma in _FEARED or not before[0].is_animate


def _neighbours(draft: Draft, before: list[NounPhrase], first: NounPhrase) -> list[NounPhrase]:
    """The subject and the persons right beside it: Marta, yo; papá, niño."""
    start = next(i for i, p in enumerate(draft.before) if p is first)
    chosen = [first]
    for chunk in draft.before[start + 1 :]:
        if not isinstance(chunk, NounPhrase) or chunk.is_animate != first.is_animate:
            break
        chosen.append(chunk)
    for chunk in reversed(draft.before[:start]):
        if not isinstance(chunk, NounPhrase) or not chunk.is_animate:
            break
        chosen.insert(0, chunk)
    return chosen


def _inanimate(draft: Draft, before: list[NounPhrase], frame: Frame) -> list[NounPhrase]:
    """Things before the verb: its subject, or an object put first."""
    after = draft.nouns(draft.behind[-1])
    if any(p.is_pronoun and p.head and p.head.kind is Kind.PRONOUN for p in after):
        if _causes(draft):
            return before
        acts = frame.flags & {"harm", "self", "hurt", "thing"} or frame.verb in ACTING
        return (
            before
            if acts or is_driven(before[0], frame) or moods.makes_so(frame, draft.behind[-1])
            else []
        )
    if _causes(draft) or (frame.verb in _FALLING and after):
        return before
    if frame.verb in FRIGHTENING and any(p.is_animate for p in after):
        return before
    kind = before[0].classes()[0]
    if is_force(before[0], frame, [c for c in draft.behind[-1] if isinstance(c, NounPhrase)]):
        return before
    if frame.verb in ("ser", "estar", "parecer") or (frame.has("thing") and not after):
        return before
    if frame.verb in ("oler", "saber", "sonar", "sentar") and not after:
        told = draft.behind[-1][0] if draft.behind[-1] else None
        if isinstance(told, Quality) or (isinstance(told, Adverbial) and _tells_how(told)):
            return before
    if frame.verb == "durar" or has_hours(kind, frame, draft.behind[-1]):
        return before
    if frame.verb in EVENTS_THAT_END:
        by_itself = any(isinstance(c, Prepositional) for c in draft.behind[-1])
        return before if by_itself or _ends(draft, before[0], frame, kind) else []
    if kind == "vehicle" and frame.verb in MOVING:
        return before
    if kind in frame.prepositions and frame.prepositions[kind] != "-" and frame.known:
        return []
    if not frame.has("tr") or not frame.known:
        return before
    if len(draft.plan.steps) > 1 or frame.has("ask"):
        return before if after and not frame.has("ask") and len(draft.plan.steps) == 1 else []
    inchoative = (frame.has("refl") or frame.has("self")) and not after
    return before if after or inchoative else []


_FALLING = frozenset({"caer", "caerse"})


def _causes(draft: Draft) -> bool:
    """«cebolla, hacer, llorar, yo»: what a thing makes somebody do."""
    return len(draft.plan.steps) == 2 and draft.plan.main.verb.lemma == "hacer"


def _tells_how(chunk: Adverbial) -> bool:
    return chunk.head.kind is Kind.MANNER


def _ends(draft: Draft, phrase: NounPhrase, frame: Frame, kind: str) -> bool:
    """Whether something ends by itself: la fiesta, el agua; not my homework."""
    used_up = phrase.has_flag("mass") or kind in ("thing", "food", "drink", "device")
    if frame.verb == "acabar" and used_up:
        return True
    return kind in ("event", "media", "place", "activity", "weather", "music")


def _behind(draft: Draft, frame: Frame) -> NounPhrase | None:
    """A subject tapped behind the verb."""
    after = draft.nouns(draft.behind[-1])
    modal = _modal_subject(draft, frame)
    if modal is not None:
        return modal
    doer = next((p for p in after if p.is_animate and not p.is_pronoun), None)
    if doer is not None and _is_done_with_clitic(draft, frame):
        return doer
    asked = _asked_behind(draft, frame, after)
    if asked is not None:
        return asked
    wished = frame.has("that") and len(draft.plan.steps) > 1
    others = [p for p in draft.nouns(draft.behind[0]) if p.is_animate and not is_me(p)]
    for phrase in after:
        if wished and others and is_me(phrase):
            continue  # querer, tú, abrazar, yo: it is done to me
        if moods.is_subject_behind(phrase, frame, draft.plan, after, draft.nouns(draft.before)):
            return phrase
    things = [p for p in after if not p.is_animate]
    if things and moods.makes_so(frame, draft.behind[-1]):
        return things[0]
    if frame.verb in RISING and len(after) == 1 and is_measured(after[0]):
        return after[0]
    if frame.verb in UNACCUSATIVE and len(draft.plan.steps) == 1 and after:
        first = after[0]
        lemma = first.head.lemma if first.head is not None else ""
        if lemma in frame.prepositions:
            return None
        if frame.verb in EVENTS_THAT_END and not first.is_animate:
            kind = first.classes()[0]
            ends = kind in ("event", "media", "school", "activity") or lemma in LESSONS
            return first if ends and len(after) == 1 else None
        called = not draft.dependent and moods.is_called(first, draft.plan, draft.when)
        if first.is_animate and not first.is_pronoun and not called:
            return first
        if is_natural(first) and frame.prepositions.get("weather") == "-":
            return first  # sale el sol
        is_thing = not first.is_animate and first.classes()[0] not in frame.prepositions
        if is_thing and "other" not in frame.prepositions and frame.verb not in EVENTS_THAT_END:
            return first
    return None


def _asked_behind(draft: Draft, frame: Frame, after: list[NounPhrase]) -> NounPhrase | None:
    """¿Qué dice el profe? ¿Para qué sirve esto?"""
    first = draft.behind[0][0] if draft.behind[0] else None
    if not draft.plan.asked or not isinstance(first, NounPhrase) or first not in after:
        return None
    if is_thing_verb(frame.verb) and not first.is_animate:
        return first
    when = any(getattr(c, "text", "") in ("cuándo", "a qué hora") for c in draft.plan.asked)
    if when and first.classes()[0] == "place" and frame.verb in ("abrir", "cerrar"):
        return first
    if first.classes()[0] == "vehicle" and frame.verb in MOVING and not draft.plan.options.asks:
        return first
    named = first.is_animate and not first.is_pronoun
    return first if named and len(draft.plan.steps) == 1 else None


def _is_done_with_clitic(draft: Draft, frame: Frame) -> bool:
    """me, pegar, Juan: it is done to me, so it is he who does it."""
    tapped = {t.text for t in (*draft.plan.clitics, *draft.plan.enclitics)}
    acts = bool(frame.flags & {"harm", "touch", "give", "tell", "tr"}) and frame.verb != "llamar"
    acts &= not frame.has("pron") and not frame.has("stat")
    return acts and bool(tapped & {"me", "te", "nos", "os"}) and len(draft.plan.steps) == 1


def _is_denied(draft: Draft) -> bool:
    """no, estar, Ana: she is not there."""
    return draft.plan.negation is not None or draft.plan.options.controls.negative


def _modal_subject(draft: Draft, frame: Frame) -> NounPhrase | None:
    """poder, tú, ayudar; estar, mamá, casa, ?; poder, venir, abuela."""
    first = draft.nouns(draft.behind[0])
    if len(draft.plan.steps) > 1 and first:
        pronoun = first[0].is_pronoun and not is_me(first[0])
        mine = is_me(first[0]) and draft.plan.main.verb.lemma not in CARE
        mine &= frame.verb != "recordar a"
        open_to = draft.plan.question or not frame.has("that")
        if (pronoun and open_to and draft.plan.main.verb.lemma not in OBJECT_CONTROL) or mine:
            return first[0]
    asked = draft.plan.question or (_is_denied(draft) and len(draft.behind[0]) == 1)
    if asked and frame.verb == "estar" and first and first[0].is_animate:
        return first[0]
    arrives = frame_of(draft.plan.last.verb).verb in UNACCUSATIVE and frame.verb == "poder"
    last = draft.nouns(draft.behind[-1])
    return last[0] if arrives and last and last[0].is_animate and not last[0].is_pronoun else None


def plan_clitic_subject(plan: Plan) -> bool:
    """Whether only a clitic tells the person: «me caer», «se romper»."""
    return bool(plan.clitics) and plan.clitics[0].text in ("me", "te", "se", "nos", "os")


def can_be_called(phrase: NounPhrase) -> bool:
    """Whether one speaks to this person by this name: mamá, profe, Ana."""
    head = phrase.head
    if (
        head is None
        or phrase.is_pronoun
        or phrase.is_plural
        or phrase.is_determined
        or phrase.joined
    ):
        return False
    kin = head.noun is not None and head.noun.classes[0] == "kin"
    return head.kind is Kind.NAME or kin or phrase.has_flag("trade") or head.text in _SIRS


def is_second(phrase: NounPhrase) -> bool:
    return phrase.head is not None and phrase.head.text in (
        "tú",
        "vos",
        "usted",
        "vosotros",
        "ustedes",
    )


def _asks_subject(asked: list[Chunk]) -> bool:
    """Whether the question word is the subject: quién, but not con quién."""
    first = asked[0]
    return isinstance(first, Token) and first.text in ("quién", "quiénes")


def coordinated(phrases: list[NounPhrase]) -> NounPhrase:
    first = phrases[0]
    others = tuple((None, phrase) for phrase in phrases[1:])
    return replace(first, joined=(*first.joined, *others)) if others else first
