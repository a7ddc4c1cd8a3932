"""Who does what: subject, objects and kind of sentence of one clause with a verb."""

from __future__ import annotations

from dataclasses import replace

from models.engine import SentenceType
from models.spanish import adjectives, moods
from models.spanish.chunks import Adverbial, Chunk, Infinitive, Prepositional
from models.spanish.clauses import EMBEDDING, Clause, frame_of, is_verb
from models.spanish.conjugator import Person
from models.spanish.phrases import NounPhrase, Quality
from models.spanish.plan import Options, Plan, Step
from models.spanish.tense import Timing, set_tense
from models.spanish.tokens import Kind, Token
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed

TIMES = frozenset({"time", "weekday", "month", "season", "feast"})
_UNACCUSATIVE = listed(
    """
    venir llegar morir nacer entrar salir caer volver aparecer desaparecer crecer llorar ladrar
    existir empezar sonar pasar ocurrir suceder brillar cantar gritar dormir marcharse irse
    terminar acabar quedar rugir maullar
    """
)
_EVENTS_THAT_END = listed("empezar terminar acabar comenzar durar")
_LIGHT_MOTION = listed("ir venir volver salir bajar subir entrar llegar correr")
_LESSONS = listed("clase cole colegio recreo comedor misa")
_MOVING = listed(
    """
    ir venir volar chocar llegar salir parar correr caer pasar volver subir bajar frenar andar
    """
)
_ACTING = listed(
    """
    mojar manchar despertar asustar marear rozar tapar arañar calentar cansar
    """
)
"""What things do to persons too: la lluvia me moja."""

_FEARED = frozenset({"médico", "médica", "dentista", "doctor", "doctora", "enfermero", "enfermera"})
_OBJECT_CONTROL = listed(
    """
    ayudar dejar enseñar ver oír escuchar mandar obligar invitar hacer mirar
    """
)


class Analyst:
    """Reads one clause and fills in its plan."""

    def __init__(
        self, clause: Clause, options: Options, question: bool, when: Timing, told: bool = False
    ) -> None:
        self.plan = Plan(options, question=question)
        self._when = when
        self._pre: list[Chunk] = []
        self._mids: list[list[Chunk]] = []
        self._dependent = clause.link is not None or clause.added == "porque" or told
        self._dependent |= clause.embedded
        self._collect(clause.chunks)

    def analysed(self) -> Plan:
        """The plan of the clause."""
        plan = self.plan
        frame = frame_of(plan.main.verb)
        self._fronted()
        if frame.has("sky") or self._is_impersonal(frame):
            self._impersonal(frame)
        elif frame.has("dat") and self._is_dative(frame):
            self._dative()
        else:
            self._personal(frame)
        self._dependents()
        self._distribute()
        if not plan.command:
            set_tense(plan, frame, self._when)
        return plan

    def _collect(self, chunks: list[Chunk]) -> None:
        """Sort the phrases: negations, clitics and question words; the rest around the verbs."""
        plan = self.plan
        current = self._pre
        pending: list[Token] = []
        for chunk in chunks:
            if is_verb(chunk) and isinstance(chunk, Token):
                plan.steps.append(Step(chunk, list(pending)))
                pending = []
                current = []
                self._mids.append(current)
            elif isinstance(chunk, Token) and self._takes(chunk, pending):
                continue
            elif plan.asked and chunk is not plan.asked[-1] and self._is_asked_about(chunk):
                plan.asked.append(chunk)
            else:
                current.append(chunk)
        if pending:
            plan.after.extend(pending)

    def _takes(self, token: Token, pending: list[Token]) -> bool:
        """Whether a single word has found its place in the plan."""
        plan = self.plan
        if token.kind is Kind.NEGATION and token.text == "no":
            told = plan.steps and plan.steps[-1].verb.lemma in ("decir", "pedir")
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

    def _is_asked_about(self, chunk: Chunk) -> bool:
        """qué (hora), cuántas (galletas): the noun right behind the question word."""
        last = self.plan.asked[-1]
        if not isinstance(last, Token) or not isinstance(chunk, NounPhrase) or self.plan.steps:
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

    def _fronted(self) -> None:
        """Time words before the verb open the sentence; so does *nunca*."""
        plan = self.plan
        dative = frame_of(plan.main.verb).has("dat")
        things = [c for c in self._pre if isinstance(c, NounPhrase) and not c.is_animate]
        for chunk in list(self._pre):
            pleasing = dative and chunk in things and len(things) == 1
            negative = isinstance(chunk, Token) and chunk.kind is Kind.NEGATION
            timely = isinstance(chunk, (Adverbial, Infinitive)) or is_time(chunk)
            timely |= _is_time_phrase(chunk)
            if (timely and not pleasing) or negative:
                named = any(isinstance(c, NounPhrase) for c in self._pre[: self._pre.index(chunk)])
                self._pre.remove(chunk)
                (plan.inner if named and not plan.question else plan.opening).append(chunk)

    # -- sentences without a person -------------------------------------------------------------

    def _is_impersonal(self, frame: Frame) -> bool:
        verb = self.plan.main.verb
        if verb.lemma in ("hay que", "haber que") or frame_of(self.plan.last.verb).has("sky"):
            return True
        if self.plan.asked:
            asked = [c for c in self.plan.asked if isinstance(c, NounPhrase)]
            return verb.lemma == "hacer" and bool(asked) and asked[0].classes()[0] == "weather"
        if verb.lemma == "haber" and len(self.plan.steps) == 1:
            return True
        if verb.lemma == "hacer" and len(self.plan.steps) == 1 and not self._pre:
            first = next((c for c in self._mids[0] if isinstance(c, NounPhrase)), None)
            heads = first.head.text if first is not None and first.head is not None else ""
            return heads in ("frío", "calor", "sol", "viento", "aire", "fresco", "bochorno")
        return verb.lemma == "ser" and not self._nouns(self._pre) and self._is_about_things(verb)

    def _is_about_things(self, verb: Token) -> bool:
        """ser tarde, ser mi cumpleaños, ser fácil: not said of me."""
        after = [c for c in self._mids[-1] if not isinstance(c, Token)]
        if not after or len(self.plan.steps) > 1:
            return False
        first = after[0]
        if isinstance(first, Quality):
            return first.adjective.lemma in moods.OF_THINGS
        if isinstance(first, NounPhrase):
            return not first.is_animate
        return isinstance(first, Adverbial)

    def _impersonal(self, frame: Frame) -> None:
        self.plan.person = Person.THIRD
        self.plan.shows_subject = False
        if frame.verb == "ser":
            first = self._mids[0][0] if self._mids[0] else None
            hours = isinstance(first, Adverbial) and first.head.text.startswith("las ")
            if hours or (isinstance(first, NounPhrase) and first.is_plural):
                self.plan.person = Person.THIRD_PLURAL

    # -- gustar, doler ---------------------------------------------------------------------------

    def _is_dative(self, frame: Frame) -> bool:
        """picar and molestar take a dative only of what is felt; an animal picks somebody."""
        if frame.verb in ("picar", "molestar", "hacer daño"):
            return not any(p.is_animate for p in self._nouns(self._pre))
        return True

    def _dative(self) -> None:
        """The person is the experiencer, the thing the subject: me gusta la sopa."""
        plan = self.plan
        plan.dative = True
        if plan.main.verb.lemma == "doler" and len(plan.steps) == 2:
            plan.meanwhile = plan.steps.pop()
            plan.meanwhile.complements = self._mids.pop()
        between = self._mids[0] if len(plan.steps) > 1 else []
        everything = [*self._pre, *between, *self._mids[-1]]
        phrases = self._nouns(everything)
        if not any(not p.is_animate for p in phrases) and len(plan.steps) == 1:
            phrases += [c for c in everything if isinstance(c, NounPhrase) and is_time(c)]
        persons = [p for p in phrases if p.is_animate]
        things = [p for p in phrases if not p.is_animate]
        if (
            persons
            and (things or len(persons) > 1 or len(plan.steps) > 1 or persons[0] in self._pre)
        ) or (persons and persons[0].is_pronoun and (plan.asked or not _is_second(persons[0]))):
            plan.experiencer = persons[0]
        you_to_me = len(persons) > 1 and moods.is_me(persons[1]) and _is_second(persons[0])
        if you_to_me or self._is_stimulus_first(persons):
            plan.experiencer = persons[1]
        elif len(persons) > 1 and moods.is_me(persons[1]) and persons[0].is_who:
            plan.called_first, plan.experiencer = persons[0], persons[1]
            self._remove([persons[0]])
            phrases = [p for p in phrases if p is not persons[0]]
        timed = [
            c for c in everything if isinstance(c, NounPhrase) and is_time(c) and c.quantifiers
        ]
        if plan.main.verb.lemma == "faltar" and timed:
            phrases = [p for p in (*timed, plan.experiencer) if p is not None]
        rest = _felt([p for p in phrases if p is not plan.experiencer])
        if plan.experiencer is not None and self._calls_for_care(plan.experiencer, rest):
            plan.called_first = plan.experiencer
            self._remove([plan.experiencer])
            plan.experiencer = None
        if rest and len(plan.steps) == 1:
            plan.subject = _coordinated(rest)
            plan.subject_behind = True
            self._remove(rest)
        if plan.experiencer is not None:
            self._remove([plan.experiencer])
        plan.person = plan.subject.person if plan.subject is not None else Person.THIRD
        if plan.subject is not None and _is_second(plan.subject):
            plan.person = self.address(plan.subject.person)
            plan.shows_subject = False

    def _calls_for_care(self, person: NounPhrase, felt: list[NounPhrase]) -> bool:
        """doctora, doler, aquí: she is told, it does not hurt her."""
        if self.plan.main.verb.lemma != "doler" or felt or person.is_pronoun or not person.is_who:
            return False
        places = [
            c for c in self._mids[-1] if isinstance(c, Adverbial) and c.head.kind is Kind.PLACE
        ]
        return bool(places) and person in self._pre

    def _is_stimulus_first(self, persons: list[NounPhrase]) -> bool:
        """«perro, dar miedo, yo»: what frightens stands first; but «yo, dar miedo, perro»."""
        verb = self.plan.main.verb.lemma
        if len(persons) < 2 or not verb.startswith(("dar ", "caer ", "hacer ")):
            return False
        return persons[0] in self._pre and not moods.is_me(persons[0])

    # -- everything else -------------------------------------------------------------------------

    def _personal(self, frame: Frame) -> None:
        plan = self.plan
        self._find_subject(frame)
        if plan.subject is None and plan.main.verb.kind is Kind.FINITE:
            plan.person = plan.main.verb.entry.person or Person.THIRD
            plan.shows_subject = False
            self._call_loved()
            return
        moods.decide(plan, frame, self._mids, self._dependent, self._when)
        if plan.subject is not None:
            plan.person = self.address(plan.subject.person)
            self._agree_with_predicate(frame)
            own = plan.subject.is_pronoun and not plan.subject.joined
            third = plan.person in (Person.THIRD, Person.THIRD_PLURAL)
            plan.shows_subject = not own or (third and not plan.command) or self._stresses()
            if own and frame.verb == "ser" and len(plan.steps) == 1 and not any(self._mids):
                plan.shows_subject = plan.subject_behind = not plan.asked

    def _call_loved(self) -> None:
        """«te quiero» and a name speaks to them."""
        if not any(t.text in ("te", "os") for t in self.plan.clitics):
            return
        persons = [c for c in self._mids[-1] if isinstance(c, NounPhrase) and c.is_who]
        if persons and not persons[0].is_pronoun:
            self.plan.calls.append(persons[0])
            self._remove([persons[0]])

    def _agree_with_predicate(self, frame: Frame) -> None:
        """este, ser, mis, zapatos: «Estos son mis zapatos»."""
        subject = self.plan.subject
        if (
            subject is None
            or frame.verb != "ser"
            or subject.head is not None
            or subject.quantifiers
        ):
            return
        told = next((c for c in self._mids[-1] if isinstance(c, NounPhrase)), None)
        if told is None or told.head is None or told.head.noun is None:
            return
        if subject.determiner is not None and subject.determiner.kind is Kind.DEMONSTRATIVE:
            self.plan.subject = replace(subject, pointed=(told.single().feminine, told.is_plural))
            self.plan.person = Person.THIRD_PLURAL if told.is_plural else Person.THIRD

    def _stresses(self) -> bool:
        """yo también: the pronoun is said with what stresses it."""
        heads = [c.head.text for c in self.plan.inner if isinstance(c, Adverbial)]
        return any(h in ("también", "tampoco", "solo", "mismo") for h in heads)

    def address(self, person: Person) -> Person:
        """The person of the verb for a listener, as the controls say."""
        return moods.addressed(person, self.plan.options.controls)

    def _nouns(self, chunks: list[Chunk]) -> list[NounPhrase]:
        return [c for c in chunks if isinstance(c, NounPhrase) and not is_time(c)]

    def _remove(self, phrases: list[NounPhrase]) -> None:
        for chunks in (self._pre, *self._mids):
            chunks[:] = [c for c in chunks if not any(c is p for p in phrases)]

    def _find_subject(self, frame: Frame) -> None:
        """The subject before the verb, or the one behind it that cannot be anything else."""
        plan = self.plan
        before = self._nouns(self._pre)
        told = plan.main.verb.kind is Kind.FINITE and plan.main.verb.entry.mood is None
        asked = plan.options.controls.sentence_type is SentenceType.REQUEST
        if (plan.options.calls or told or asked) and before and can_be_called(before[0]):
            plan.called_first = before.pop(0)
            self._remove([plan.called_first])
        if plan.asked and _asks_subject(plan.asked):
            plan.asks_subject = frame.verb not in ("ser", "estar") or not (before or self._mids[-1])
            if plan.asks_subject:
                return
        if plan.asked and frame.verb in ("ser", "estar") and not before:
            after = self._nouns(self._mids[-1])
            if after and not self._is_asked_place(after[0]):
                self._remove([after[0]])
                plan.subject, plan.subject_behind = after[0], True
                return
        found = self._before(before, frame)
        if found:
            self._remove(found)
            plan.subject = _coordinated(found)
            return
        counted = next((c for c in plan.asked if isinstance(c, NounPhrase)), None)
        if counted is not None and frame.verb in ("quedar", "venir", "caber", "ir", "llegar"):
            plan.person = counted.person
            plan.asks_subject = True
            return
        behind = self._behind(frame)
        if behind is not None:
            self._remove([behind])
            plan.subject = behind
            plan.subject_behind = not behind.is_pronoun

    def _is_asked_place(self, phrase: NounPhrase) -> bool:
        """¿Cómo estás en casa?: a place is not who is asked about."""
        where = any(
            isinstance(c, Token) and c.text in ("dónde", "cuál", "qué") for c in self.plan.asked
        )
        return not where and phrase.classes()[0] == "place"

    def _before(self, before: list[NounPhrase], frame: Frame) -> list[NounPhrase]:
        if plan_clitic_subject(self.plan) and not before:
            return []
        pronouns = [p for p in before if p.is_pronoun and p.head and p.head.kind is Kind.PRONOUN]
        animate = [p for p in before if p.is_animate]
        if self._fears(before, frame):
            return []
        if animate:
            return self._neighbours(before, pronouns[0] if pronouns else animate[0])
        if not before:
            return []
        return self._inanimate(before, frame)

    def _fears(self, before: list[NounPhrase], frame: Frame) -> bool:
        """«médico, tener miedo»: whom one goes to with fear is feared."""
        if frame.verb != "tener miedo" or len(before) != 1 or before[0].head is None:
            return False
        head = before[0].head
        return head.lemma in _FEARED or not before[0].is_animate

    def _neighbours(self, before: list[NounPhrase], first: NounPhrase) -> list[NounPhrase]:
        """The subject and the persons right beside it: Marta, yo; papá, niño."""
        start = next(i for i, p in enumerate(self._pre) if p is first)
        chosen = [first]
        for chunk in self._pre[start + 1 :]:
            if not isinstance(chunk, NounPhrase) or chunk.is_animate != first.is_animate:
                break
            chosen.append(chunk)
        for chunk in reversed(self._pre[:start]):
            if not isinstance(chunk, NounPhrase) or not chunk.is_animate:
                break
            chosen.insert(0, chunk)
        return chosen

    def _inanimate(self, before: list[NounPhrase], frame: Frame) -> list[NounPhrase]:
        """Things before the verb: its subject, or an object put first."""
        after = self._nouns(self._mids[-1])
        if any(p.is_pronoun and p.head and p.head.kind is Kind.PRONOUN for p in after):
            acts = frame.flags & {"harm", "self", "hurt", "thing"} or frame.verb in _ACTING
            return before if acts else []
        kind = before[0].classes()[0]
        if frame.verb in ("ser", "estar", "parecer") or (frame.has("thing") and not after):
            return before
        if frame.verb in _EVENTS_THAT_END:
            by_itself = any(isinstance(c, Prepositional) for c in self._mids[-1])
            return before if by_itself or self._ends(before[0], frame, kind) else []
        if kind == "vehicle" and frame.verb in _MOVING:
            return before
        if kind in frame.prepositions and frame.prepositions[kind] != "-" and frame.known:
            return []
        if not frame.has("tr") or not frame.known:
            return before
        if len(self.plan.steps) > 1 or frame.has("ask"):
            return before if after and not frame.has("ask") and len(self.plan.steps) == 1 else []
        inchoative = (frame.has("refl") or frame.has("self")) and not after
        return before if after or inchoative else []

    def _ends(self, phrase: NounPhrase, frame: Frame, kind: str) -> bool:
        """Whether something ends by itself: la fiesta, el agua; not my homework."""
        if frame.verb == "acabar" and (
            phrase.has_flag("mass") or kind in ("thing", "food", "drink")
        ):
            return True
        return kind in ("event", "media", "place", "activity", "weather", "music")

    def _behind(self, frame: Frame) -> NounPhrase | None:
        """A subject tapped behind the verb."""
        after = self._nouns(self._mids[-1])
        modal = self._modal_subject(frame)
        if modal is not None:
            return modal
        asked = self._asked_behind(frame, after)
        if asked is not None:
            return asked
        for phrase in after:
            if moods.is_subject_behind(phrase, frame, self.plan, after, self._nouns(self._pre)):
                return phrase
        if frame.verb in _UNACCUSATIVE and len(self.plan.steps) == 1 and after:
            first = after[0]
            lemma = first.head.lemma if first.head is not None else ""
            if lemma in frame.prepositions:
                return None
            if frame.verb in _EVENTS_THAT_END and not first.is_animate:
                kind = first.classes()[0]
                ends = kind in ("event", "media", "school", "activity") or lemma in _LESSONS
                return first if ends and len(after) == 1 else None
            called = not self._dependent and moods.is_called(first, self.plan, self._when)
            if first.is_animate and not first.is_pronoun and not called:
                return first
            is_thing = not first.is_animate and first.classes()[0] not in frame.prepositions
            if (
                is_thing
                and "other" not in frame.prepositions
                and frame.verb not in _EVENTS_THAT_END
            ):
                return first
        return None

    def _asked_behind(self, frame: Frame, after: list[NounPhrase]) -> NounPhrase | None:
        """¿Qué dice el profe? ¿Para qué sirve esto?"""
        first = self._mids[0][0] if self._mids[0] else None
        if not self.plan.asked or not isinstance(first, NounPhrase) or first not in after:
            return None
        if moods.is_thing_verb(frame.verb) and not first.is_animate:
            return first
        named = first.is_animate and not first.is_pronoun
        return first if named and len(self.plan.steps) == 1 else None

    def _is_denied(self) -> bool:
        """no, estar, Ana: she is not there."""
        return self.plan.negation is not None or self.plan.options.controls.negative

    def _modal_subject(self, frame: Frame) -> NounPhrase | None:
        """poder, tú, ayudar; estar, mamá, casa, ?; poder, venir, abuela."""
        first = self._nouns(self._mids[0])
        if len(self.plan.steps) > 1 and first:
            pronoun = first[0].is_pronoun and not moods.is_me(first[0])
            mine = moods.is_me(first[0]) and self.plan.main.verb.lemma not in moods.CARE
            open_to = self.plan.question or not frame.has("that")
            if (pronoun and open_to and self.plan.main.verb.lemma not in _OBJECT_CONTROL) or mine:
                return first[0]
        asked = self.plan.question or (self._is_denied() and len(self._mids[0]) == 1)
        if asked and frame.verb == "estar" and first and first[0].is_animate:
            return first[0]
        arrives = frame_of(self.plan.last.verb).verb in _UNACCUSATIVE and frame.verb == "poder"
        last = self._nouns(self._mids[-1])
        return (
            last[0] if arrives and last and last[0].is_animate and not last[0].is_pronoun else None
        )

    def _distribute(self) -> None:
        """Give every phrase that is left to the verb it belongs to."""
        plan = self.plan
        front = [c for c in self._pre if c is not plan.subject]
        self._give_back_object()
        for i, step in enumerate(plan.steps[:-1]):
            mine, onward = self._shared(step, self._mids[i])
            step.complements += mine
            self._mids[i + 1][:0] = onward
        plan.last.complements += [*front, *self._mids[-1]]

    def _give_back_object(self) -> None:
        """«dejar, jugar, yo»: who is let, though tapped last, belongs to the first verb."""
        plan = self.plan
        if len(plan.steps) != 2 or plan.main.verb.lemma not in ("dejar", "ayudar", "enseñar"):
            return
        if any(isinstance(c, NounPhrase) and c.is_animate for c in self._mids[0]):
            return
        last = self._mids[1][-1] if self._mids[1] else None
        if isinstance(last, NounPhrase) and last.is_pronoun:
            self._mids[1].pop()
            self._mids[0].append(last)

    def _shared(self, step: Step, chunks: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
        verb = step.verb.entry.verb or step.verb.lemma
        if verb in _LIGHT_MOTION or verb in _OBJECT_CONTROL:
            return list(chunks), []
        keep: list[Chunk] = [c for c in chunks if isinstance(c, Adverbial)]
        return keep, [c for c in chunks if c not in keep]

    def _dependents(self) -> None:
        """Infinitive, gerund, participle or que with subjunctive for the verbs behind the first."""
        for i in range(1, len(self.plan.steps)):
            moods.link(self.plan, i, self._mids[i - 1], self._mids[i])


def is_time(chunk: Chunk) -> bool:
    """Whether a noun phrase says when: el lunes, la tarde, tres días."""
    return isinstance(chunk, NounPhrase) and chunk.classes()[0] in TIMES


def _is_time_phrase(chunk: Chunk) -> bool:
    if not isinstance(chunk, Prepositional):
        return False
    before = chunk.prepositions[0].text in ("antes", "después", "antes de", "después de", "durante")
    hour = chunk.prepositions[-1].text == "a" and chunk.phrase.head is None
    return before or hour or chunk.phrase.classes()[0] in TIMES


def _felt(phrases: list[NounPhrase]) -> list[NounPhrase]:
    """What hurts or pleases: things of the same kind as the first."""
    if len(phrases) < 2 or phrases[0].classes()[0] != "body":
        return phrases
    return [p for p in phrases if p.classes()[0] == "body"]


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
    return head.kind is Kind.NAME or kin or phrase.has_flag("trade")


def _is_second(phrase: NounPhrase) -> bool:
    return phrase.head is not None and phrase.head.text in (
        "tú",
        "vos",
        "usted",
        "vosotros",
        "ustedes",
    )


def _embeds(verb: Token) -> bool:
    """saber qué hacer: the question word belongs to what one knows."""
    return (verb.entry.verb or verb.lemma) in EMBEDDING


def _asks_subject(asked: list[Chunk]) -> bool:
    """Whether the question word is the subject: quién, but not con quién."""
    first = asked[0]
    return isinstance(first, Token) and first.text in ("quién", "quiénes")


def _coordinated(phrases: list[NounPhrase]) -> NounPhrase:
    first = phrases[0]
    others = tuple((None, phrase) for phrase in phrases[1:])
    return replace(first, joined=(*first.joined, *others)) if others else first


def is_feeling(quality: Quality) -> bool:
    """Whether an adjective tells how somebody is, not what they are like."""
    return adjectives.kind(quality.adjective.lemma) in ("state", "mood")
