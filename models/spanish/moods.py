"""Statement, request or wish: who is spoken to, whose turn it is, how verbs depend on verbs."""

from __future__ import annotations

from models.engine import Controls, Formality, SecondPerson, SentenceType, Tense
from models.spanish import words
from models.spanish.chunks import Chunk, Prepositional
from models.spanish.clauses import frame_of
from models.spanish.conjugator import Person
from models.spanish.phrases import NounPhrase
from models.spanish.plan import Plan, Step
from models.spanish.tense import Timing
from models.spanish.tokens import Kind, Token
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

OF_THINGS = listed(
    """
    fácil difícil posible imposible importante interesante caro barato gratis necesario
    peligroso justo injusto obligatorio verdad cierto falso mentira urgente divertido aburrido
    genial guay bonito horrible chulo molón rico asqueroso
    """
)
"""ser with one of these and no subject is said of a thing."""

THING_STATES = listed(
    """
    roto abierto cerrado encendido apagado lleno vacío estropeado quemado crudo caducado cocido
    duro blando salado soso rico bueno delicioso asqueroso caliente frío podrido enchufado
    """
)
"""estar with one of these and no subject is said of a thing."""

CALLED = listed(
    """
    venir mirar escuchar esperar ayudar oír parar callar despertar levantar sentar
    sentarse levantarse despertarse callarse
    """
)
"""«venir, mamá» calls her: these do not ask for somebody to do it to."""

CARE = listed(
    """
    limpiar lavar bañar vestir peinar cambiar poner quitar levantar acostar sentar tapar arropar
    mover girar rascar secar cortar atar abrochar abrir cerrar dar traer llevar leer contar
    cantar enseñar explicar decir pasar acercar subir bajar sacar coger ayudar esperar mirar
    escuchar dejar soltar llamar buscar acompañar avisar comprar preparar calentar pelar duchar
    afeitar cepillar servir prestar devolver hacer dibujar escribir grabar curar aupar sujetar
    columpiar balancear mandar enviar regalar perdonar creer recoger guardar despertar tumbar
    desabrochar quitarse sonar maquillar pintar
    """
)
"""What people ask others to do for them: with *yo* behind it the listener does it to me."""

_COMPLAINTS = listed(
    """
    gritar mentir molestar roncar reír llorar chillar enfadar fastidiar oler
    """
)
_PERSON_OBJECTS = listed(
    """
    querer ver amar odiar necesitar llamar buscar esperar conocer entender escuchar oír perdonar
    felicitar ayudar creer preferir recordar
    """
) | {"echar de menos", "extrañar"}
_OF_THINGS_ONLY = listed("valer costar funcionar existir servir significar")
_ASKS_LEAVE = frozenset("poder deber tener_que".replace("_", " ").split()) | {
    "tener que",
    "hay que",
}
_PLANS = listed("hacer comer cenar jugar ir merendar desayunar ver")
_ARRIVALS = listed(
    """
    venir llegar volver entrar salir irse marcharse terminar acabar empezar
    """
)


def addressed(person: Person, controls: Controls) -> Person:
    """The person of the verb by which a listener is addressed under these controls."""
    polite = controls.formality is Formality.POLITE
    variety = controls.second_person
    if person in (Person.SECOND, Person.VOS):
        if polite:
            return Person.THIRD
        return Person.VOS if variety is SecondPerson.VOS else person
    if person is Person.SECOND_PLURAL:
        american = variety in (SecondPerson.USTEDES, SecondPerson.VOS)
        return Person.THIRD_PLURAL if polite or american else person
    return person


def you_said(text: str, controls: Controls) -> str:
    """The word for the listener as these controls have it: tú, vos, usted, ustedes."""
    person = words.PRONOUNS.get(text)
    if person not in (Person.SECOND, Person.VOS, Person.SECOND_PLURAL):
        return text
    address = addressed(person, controls)
    if address is Person.THIRD:
        return "usted"
    if address is Person.THIRD_PLURAL:
        return "ustedes"
    return "vos" if address is Person.VOS else text


def is_thing_verb(verb: str) -> bool:
    """Whether a verb is said of things: servir, costar, significar."""
    return verb in _OF_THINGS_ONLY


def is_me(chunk: Chunk) -> bool:
    """Whether a phrase is the speaker alone."""
    return (
        isinstance(chunk, NounPhrase) and chunk.head is not None and chunk.head.text in ("yo", "mí")
    )


def is_you(phrase: NounPhrase | None) -> bool:
    """Whether a phrase is the listener."""
    if phrase is None or phrase.head is None or phrase.joined:
        return False
    return phrase.head.text in ("tú", "vos", "usted", "vosotros", "vosotras", "ustedes")


def decide(
    plan: Plan, frame: Frame, mids: list[list[Chunk]], dependent: bool, when: Timing
) -> None:
    """Set person and mood of a clause whose subject has been looked for."""
    if plan.subject is None:
        plan.shows_subject = False
        plan.person = _default_person(plan, frame, mids)
        _call(plan, frame, mids, dependent, when)
    if _is_command(plan, frame, mids, dependent, when):
        plan.command = True
        plan.mood = plan.mood
        if plan.subject is None:
            plan.person = addressed(Person.SECOND, plan.options.controls)


def _default_person(plan: Plan, frame: Frame, mids: list[list[Chunk]]) -> Person:
    if plan.asks_subject:
        return Person.THIRD_PLURAL if plan.person is Person.THIRD_PLURAL else Person.THIRD
    if any(_in_my_company(c) for chunks in mids for c in chunks):
        return addressed(Person.SECOND, plan.options.controls)
    clitic = plan.clitics[0].text if plan.clitics else ""
    if clitic == "se" or (frame.verb in _OF_THINGS_ONLY and not plan.clitics):
        return Person.THIRD
    if clitic in ("me", "nos", "os", "te") and not (
        frame.has("who") or frame.verb in _PERSON_OBJECTS
    ):
        own = {"me": Person.FIRST, "nos": Person.FIRST_PLURAL, "os": Person.SECOND_PLURAL}
        return own.get(clitic, addressed(Person.SECOND, plan.options.controls))
    if _asks_how(plan, frame, mids):
        plan.impersonal = True
        return Person.THIRD
    if plan.question and not plan.options.first:
        return _asked_person(plan, frame, mids)
    if frame.verb == "estar" and _is_state_of_thing(mids):
        return Person.THIRD
    if frame.verb == "parecer" and _is_judged(mids):
        return Person.THIRD
    return Person.FIRST


def _is_judged(mids: list[list[Chunk]]) -> bool:
    """parecer, difícil: something seems so to me, not I to others."""
    from models.spanish.phrases import Quality

    qualities = [c for c in mids[-1] if isinstance(c, Quality)]
    return bool(qualities) and qualities[0].adjective.lemma in OF_THINGS


def _asks_how(plan: Plan, frame: Frame, mids: list[list[Chunk]]) -> bool:
    """¿Cómo se hace esto? ¿Cómo se dice?"""
    how = any(isinstance(c, Token) and c.text == "cómo" for c in plan.asked)
    if not how or plan.options.first or plan.clitics or len(plan.steps) > 1:
        return False
    things = [c for c in mids[-1] if isinstance(c, NounPhrase)]
    if not things or any(c.is_animate for c in things):
        return False
    return frame.verb in (
        "hacer",
        "decir",
        "escribir",
        "abrir",
        "usar",
        "poner",
        "jugar",
        "encender",
    )


def _is_state_of_thing(mids: list[list[Chunk]]) -> bool:
    from models.spanish.phrases import Quality

    qualities = [c for c in mids[-1] if isinstance(c, Quality)]
    return bool(qualities) and qualities[0].adjective.lemma in THING_STATES


def _asked_person(plan: Plan, frame: Frame, mids: list[list[Chunk]]) -> Person:
    """Whose turn it is in a question without a subject."""
    you = addressed(Person.SECOND, plan.options.controls)
    last = frame_of(plan.last.verb)
    if frame.verb in _ASKS_LEAVE:
        for_me = any(is_me(c) for chunks in mids for c in chunks)
        helps = last.verb in ("ayudar", "venir", "repetir", "callar")
        return you if for_me or helps else Person.FIRST
    if frame.has("sky") or frame.verb in (
        "costar",
        "valer",
        "pasar",
        "significar",
        "ocurrir",
        "haber",
    ):
        return Person.THIRD
    if frame.verb == "ser" or (frame.verb == "estar" and _is_state_of_thing(mids)):
        return Person.THIRD
    if plan.asked and frame.verb in _PLANS and plan.steps[0].verb.kind is Kind.VERB:
        has_time = bool(plan.opening) or any(_tells_time(c) for c in mids[-1])
        return Person.FIRST_PLURAL if has_time or _asks_when(plan) else you
    return you


def _asks_when(plan: Plan) -> bool:
    return any(isinstance(c, Token) and c.text in ("cuándo", "a qué hora") for c in plan.asked)


def _tells_time(chunk: Chunk) -> bool:
    from models.spanish.analysis import is_time
    from models.spanish.chunks import Adverbial

    return is_time(chunk) or (isinstance(chunk, Adverbial) and chunk.head.kind is Kind.TIME)


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
    return _told(plan, frame) if plan.subject is not None else _asked(plan, frame, mids, when)


def _told(plan: Plan, frame: Frame) -> bool:
    """*tú* with something one can be told to do."""
    forbidden = plan.negation is not None or plan.options.controls.negative
    if frame.has("stat") or frame.has("perf"):
        return False
    if frame.has("harm") or frame.has("touch") or frame.verb in _COMPLAINTS:
        return forbidden
    if forbidden and frame.verb in ("escuchar", "entender", "ayudar", "creer", "hacer caso"):
        return False
    return frame.verb != "perseguir"


def _asked(plan: Plan, frame: Frame, mids: list[list[Chunk]], when: Timing) -> bool:
    """A verb without a subject that one asks of others: abrir, puerta; no, tocar, yo."""
    if plan.calls:
        return True
    if plan.clitics or when.tense is not None:
        return False
    if any(_in_my_company(c) for chunks in mids for c in chunks) and not frame.has("stat"):
        return True  # nobody plays with himself: jugar, conmigo asks somebody to
    for_me = any(is_me(c) or _on_my_behalf(c) for c in mids[-1])
    if plan.negation is not None or plan.options.controls.negative:
        return _is_forbidden(plan, frame, for_me)
    if len(plan.steps) > 1:
        last = frame_of(plan.last.verb)
        annoys = last.has("harm") or last.verb in _COMPLAINTS
        stops = frame.verb in ("dejar de", "parar", "dejar") and annoys
        lets = plan.main.verb.lemma == "dejar" and not mids[0]
        return for_me_first(plan, mids) or stops or lets
    if frame.has("hurt") and _hurts_oneself(mids[-1]):
        return False
    if for_me and (frame.verb in CARE or frame.has("ask")):
        return True
    shown = any(
        isinstance(c, NounPhrase) and c.head is not None and c.head.kind is Kind.NEUTER
        for c in mids[-1]
    )
    return frame.has("ask") or (shown and frame.verb == "mirar")


def _on_my_behalf(chunk: Chunk) -> bool:
    """(no hablar) por mí."""
    if not isinstance(chunk, Prepositional) or chunk.prepositions[-1].text != "por":
        return False
    return is_me(chunk.phrase)


def _in_my_company(chunk: Chunk) -> bool:
    """(jugar) conmigo."""
    if not isinstance(chunk, Prepositional) or chunk.prepositions[-1].text != "con":
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
    return plan.main.verb.lemma in CARE and any(is_me(c) for c in mids[0])


def _is_forbidden(plan: Plan, frame: Frame, for_me: bool) -> bool:
    if len(plan.steps) > 1:
        return False
    if frame.has("harm") or frame.has("touch") or frame.verb in _COMPLAINTS:
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
    with_company = frame.prepositions.get("who") == "con" and frame.verb not in ("ir", "venir")
    return not frame.has("tr") and not with_company


def _is_i_behind(frame: Frame, plan: Plan, before: list[NounPhrase]) -> bool:
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
    if last.verb in _PERSON_OBJECTS or last.has("who"):
        return bool(before)
    return not (len(plan.steps) > 1 and "who" in last.prepositions)


def link(plan: Plan, i: int, between: list[Chunk], after: list[Chunk]) -> None:
    """Decide the form of the verb at place `i` and what links it to the verb before."""
    step, before = plan.steps[i], plan.steps[i - 1]
    asks = frame_of(before.verb)
    if asks.verb in ("decir", "pedir") and step.verb.kind is Kind.VERB and not step.link:
        step.form, step.person, step.link = "subjunctive", Person.FIRST, ["que"]
        step.negations = [c for c in between if isinstance(c, Token) and c.kind is Kind.NEGATION]
        between[:] = [c for c in between if c not in step.negations]
        return
    if before.verb.lemma in ("encontrar", "pillar") and not step.link:
        step.form = "gerund"
        return
    if step.verb.kind in (Kind.GERUND, Kind.FINITE):
        step.form = "gerund" if step.verb.kind is Kind.GERUND else "finite"
        return
    if asks.has("ger") and not step.link:
        step.form = "gerund"
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
    preposition = asks.link()
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
