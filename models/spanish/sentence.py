"""A message in sentences: social words, clauses with their conjunctions, marks and capitals."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.engine import Controls, SentenceType, Tense
from models.spanish import moods
from models.spanish.analysis import Analyst, can_be_called
from models.spanish.chunks import Adverbial, Chunk, Chunker, Prepositional
from models.spanish.clauses import EMBEDDING, Clause, frame_of, is_verb, split
from models.spanish.conjugator import Mood, Person
from models.spanish.copula import completed, supplied
from models.spanish.fragments import fragment
from models.spanish.orthography import capitalised
from models.spanish.phrases import Article, NounPhrase, Quality, added, said, written
from models.spanish.plan import Options, Plan
from models.spanish.predicate import render
from models.spanish.roles import is_unclear, readings
from models.spanish.tense import Timing, timing
from models.spanish.tokens import Kind, Token, Word
from models.spanish.wordlist import listed

_INDICATIVE_SPEECH = listed("decir creer saber pensar ver oír parecer prometer contar")


@dataclass(frozen=True, slots=True)
class Made:
    """A message in words."""

    text: str
    said: frozenset[int]
    """The glosses that it says."""
    unclear: bool
    """Whether it stays as chosen because nobody knows who does it to whom."""
    label: bool = False
    """Whether it is one verb that stays an infinitive."""
    open: bool = False
    """Whether a verb has no subject among the words, so that another could be meant."""
    command: bool = False
    commandable: bool = False
    """Whether the listener could be asked to do it."""
    tellable: bool = False
    """Whether it makes sense as something past."""
    question: bool = False
    callable: bool = False
    """Whether the subject could also be somebody who is spoken to."""
    addresses: bool = False
    """Whether a question without a subject is put to the listener about himself."""


def sentence(tokens: list[Token], options: Options) -> Made:
    """The message in words under one reading."""
    composer = _Composer(tokens, options)
    text = composer.text()
    return composer.made(text)


class _Composer:
    """Puts the stretches of a message together."""

    def __init__(self, tokens: list[Token], options: Options) -> None:
        self._options = options
        marks = [t.lemma for t in tokens if t.kind is Kind.MARK]
        self._tokens = [t for t in tokens if t.kind is not Kind.MARK]
        self.unclear = False
        self._label = False
        self._called = ""
        self._plans: list[Plan] = []
        self._when = timing(self._tokens, options.controls)
        self.said = frozenset(t.gloss for t in tokens if t.kind is Kind.MARK)
        kind = options.controls.sentence_type
        self._mark = "!" if kind is SentenceType.EXCLAMATION or "!" in marks else ""
        self._is_question = kind is SentenceType.QUESTION or "?" in marks

    def made(self, text: str) -> Made:
        """The text with what is known of it."""
        plans = self._plans
        opened = any(_is_open(p) for p in plans)
        return Made(
            text,
            self.said,
            self.unclear,
            self._label,
            opened,
            any(p.command for p in plans),
            opened and self._when.tense is None and all(map(_is_commandable, plans)),
            bool(plans) and self._when.tense is None and not any(map(_is_timeless, plans)),
            self._is_question or any(p.question for p in plans),
            any(map(_is_callable, plans)),
            any(p.person in _ADDRESSED or p.person is Person.FIRST_PLURAL for p in plans),
        )

    def text(self) -> str:
        """Everything, punctuated."""
        parts: list[tuple[str, str]] = []
        for stretch in self._stretches():
            self._called = ""
            part = self._stretch(stretch)
            parts += [(self._called, ","), part] if self._called else [part]
        return capitalised(_punctuated([p for p in parts if p[0]], self._mark))

    def _stretches(self) -> list[list[Token]]:
        """Social words each for themselves, the rest in runs."""
        stretches: list[list[Token]] = []
        for token in self._tokens:
            apart = token.kind in (Kind.SOCIAL, Kind.UTTERANCE)
            if apart or not stretches or stretches[-1][-1].kind in (Kind.SOCIAL, Kind.UTTERANCE):
                stretches.append([token])
            else:
                stretches[-1].append(token)
        return stretches

    def _stretch(self, tokens: list[Token]) -> tuple[str, str]:
        """The text of a stretch and its mark: ".", "?", "!" or "," for social words."""
        first = tokens[0]
        if first.kind is Kind.UTTERANCE:
            self.said |= first.glosses
            return first.text, "="
        if first.kind is Kind.SOCIAL:
            self.said |= first.glosses
            cries = len(first.glosses) > 1 and first.text.startswith("qué ")
            return first.text, "?" if first.text == "qué tal" else "!" if cries else ","
        chunks = Chunker(tokens).chunks()
        given = self._gift(chunks)
        if given is not None:
            return given, "+"
        if self._is_thanks_for(chunks):
            return self._thanks(chunks), "+"
        exclaims = _exclaims(chunks) and not self._is_question
        words, question = self._clauses(chunks, tokens, exclaims)
        self.said |= frozenset(g for w in words for g in w.glosses)
        if self._adds_to_formula(chunks):
            return joined(words), "+"
        return joined(words), "!" if exclaims else "?" if question else "."

    def _grown_up(self, clause: Clause) -> Timing:
        """«cuando yo sea mayor» lies ahead."""
        grown = any(t.text == "mayor" for t in self._tokens)
        if not grown or not any(t.text == "cuando" for t in self._tokens) or self._when.tense:
            return self._when
        return replace(self._when, tense=Tense.FUTURE, distant=True)

    def _follow_speaker(self, plan: Plan, clause: Clause) -> None:
        """«él dice que viene»: without a subject of its own what is said is said of the speaker."""
        if clause.link is None or clause.link.text != "que" or not self._plans or plan.dative:
            return
        if plan.subject is None and plan.main.verb.kind is Kind.VERB and not plan.asks_subject:
            impersonal = frame_of(plan.main.verb).has("sky") or plan.main.verb.lemma == "haber"
            if not impersonal and self._plans[-1].person is Person.THIRD:
                plan.person = Person.THIRD

    def _continue_subject(self, plan: Plan, clause: Clause) -> None:
        """«padre, beber, gritar»: who drinks shouts too, unless it is felt or done to me."""
        before = self._plans[-1] if self._plans else None
        if before is None or clause.added != "y" or plan.subject is not None or plan.dative:
            return
        shown = before.subject is not None and before.subject.is_who and before.shows_subject
        if not shown or before.person is not Person.THIRD or plan.main.verb.kind is not Kind.VERB:
            return
        frame, first = frame_of(plan.main.verb), frame_of(before.main.verb)
        felt = frame.flags & {"stat", "sky", "perf"} or frame.verb in _FELT
        done_to_me = any(moods.is_me(c) for step in before.steps for c in step.complements)
        if not (felt or done_to_me or plan.command or plan.question or first.has("perf")):
            plan.person = Person.THIRD

    def _call(self, plan: Plan) -> None:
        """Set whom a clause speaks to before everything else."""
        if plan.called_first is not None:
            words = written(plan.called_first)
            self.said |= frozenset(g for w in words for g in w.glosses)
            self._called = joined(words)

    def _adds_to_formula(self, chunks: list[Chunk]) -> bool:
        """lo siento, mucho: how much belongs to what was just said."""
        first = chunks[0]
        if len(chunks) != 1 or not isinstance(first, Adverbial) or first.head.text != "mucho":
            return False
        place = self._tokens.index(first.tokens[0])
        return bool(place) and self._tokens[place - 1].text in ("lo siento", "te quiero")

    def _gift(self, chunks: list[Chunk]) -> str | None:
        """gracias, por, comida: what the thanks are for."""
        first = chunks[0]
        if len(chunks) > 1 or not isinstance(first, Prepositional) or first.phrase.is_pronoun:
            return None
        link = first.prepositions[0]
        place = self._tokens.index(link)
        before = self._tokens[place - 1].text if place else ""
        if link.text != "por" or before not in ("gracias", "muchas gracias", "perdón"):
            return None
        words = [*map(said, first.prepositions), *written(first.phrase, Article.DEFINITE)]
        self.said |= frozenset(g for w in words for g in w.glosses)
        return joined(words)

    def _is_thanks_for(self, chunks: list[Chunk]) -> bool:
        """gracias, ayudar, yo; perdón, gritar."""
        first = chunks[0]
        if not isinstance(first, Token) or first.kind is not Kind.VERB:
            return False
        place = self._tokens.index(first)
        before = self._tokens[place - 1].text if place else ""
        plain = all(isinstance(c, NounPhrase) for c in chunks[1:])
        return before in ("gracias", "muchas gracias", "perdón") and plain

    def _thanks(self, chunks: list[Chunk]) -> str:
        """por ayudarme: as if somebody could do it, without saying so."""
        clause = Clause([supplied("poder"), *chunks])
        plain = Options(self._options.controls)
        words = render(Analyst(clause, plain, False, Timing()).analysed())
        self.said |= frozenset(g for w in words for g in w.glosses)
        return "por " + joined([w for w in words if -1 not in w.glosses])

    def _clauses(
        self, chunks: list[Chunk], tokens: list[Token], exclaims: bool
    ) -> tuple[list[Word], bool]:
        clauses = split(chunks)
        clauses = [c for c in clauses if c.chunks or c.link is not None]
        if self._options.roles and any(
            is_unclear(c, Options(self._options.controls)) for c in clauses
        ):
            clauses = [self._cleared(c) for c in clauses]
        elif any(is_unclear(c, self._options) for c in clauses if not _is_wish(c)):
            self.unclear = True
            return [said(t) for t in tokens], self._is_question
        question = (self._is_question or _asks(chunks)) and not exclaims
        alone = len(self._tokens) == len(tokens) and len(clauses) == 1
        context = _Context(question, alone, contrast=_contrasts(clauses))
        made: list[Word] = []
        for i, clause in enumerate(clauses):
            context.following = clauses[i + 1] if i + 1 < len(clauses) else None
            governed = i > 0 and _governs_subjunctive(clauses[i - 1], clause)
            hoped = clause.link is not None and clause.link.text == "ojalá"
            context.subjunctive = governed or hoped or _is_grown_up(clause)
            made += _linked(clause, self._clause(clause, context), made)
        return made, question

    def _cleared(self, clause: Clause) -> Clause:
        """An unclear clause as the wanted reading has it."""
        if not is_unclear(clause, Options(self._options.controls)):
            return clause
        for name, clear, _ in readings(clause):
            if name == self._options.roles:
                return Clause(clear.chunks, clause.link, clause.added)
        self.unclear = True
        return clause

    def _clause(self, clause: Clause, context: _Context) -> list[Word]:
        label = (
            clause.verbs and context.alone and _is_label(clause, context.question, self._options)
        )
        self._label |= bool(label)
        if clause.verbs and not (label and not self._options.finite):
            return self._with_verb(clause, context)
        if not clause.verbs:
            filled = _with_feeling(clause, context) or completed(
                clause, self._options, context.question
            )
            if filled is not None:
                return self._with_verb(filled, context)
        contrasted = clause.link is not None and clause.link.text in ("pero", "sino")
        return fragment(clause.chunks, self._options, contrasted and context.dative)

    def _with_verb(self, clause: Clause, context: _Context) -> list[Word]:
        told = context.contrast and not self._options.asks
        when = self._grown_up(clause)
        plan = Analyst(clause, self._options, context.question, when, told).analysed()
        self._follow_speaker(plan, clause)
        if self._options.roles == "they" and plan.subject is None:
            plan.command, plan.person, plan.shows_subject = False, Person.THIRD_PLURAL, False
        if self._options.roles == "asked" and plan.subject is None:
            plan.command = True
        self._continue_subject(plan, clause)
        _put_into_condition(plan, clause)
        if context.subjunctive:
            _put_into_subjunctive(plan)
        if context.contrast and plan.subject is not None and not plan.command:
            plan.shows_subject = True
        if self._options.roles == "mine" and plan.subject is not None:
            plan.shows_subject = True
        plan.continues = clause.added == "y" and context.going == plan.person and plan.going
        self._plans.append(plan)
        self._call(plan)
        context.going = plan.person if plan.going else None
        context.dative = plan.dative
        return render(plan)


@dataclass(slots=True)
class _Context:
    """What a clause must know of its message."""

    question: bool
    alone: bool
    contrast: bool
    subjunctive: bool = False
    following: Clause | None = None
    going: Person | None = None
    """The person of a future with ir a in the clause before."""
    dative: bool = False
    """Whether the clause before told what is pleasing or painful."""


def _with_feeling(clause: Clause, context: _Context) -> Clause | None:
    """«triste» before its cause is «estoy triste»."""
    following = context.following
    qualities = [c for c in clause.chunks if isinstance(c, Quality)]
    nouns = [c for c in clause.chunks if isinstance(c, NounPhrase)]
    if following is None or not (following.added or following.link) or not qualities or nouns:
        return None
    if following.link is not None and following.link.text not in ("porque", "cuando", "si", "pero"):
        return None
    place = clause.chunks.index(qualities[0])
    chunks = [*clause.chunks[:place], supplied("estar"), *clause.chunks[place:]]
    return Clause(chunks, clause.link, clause.added)


_ADDRESSED = (Person.SECOND, Person.VOS, Person.SECOND_PLURAL)
_TIMELESS = listed(
    """
    querer necesitar preferir llamar saber ser poder deber gustar odiar llamarse
    """
)


def _is_open(plan: Plan) -> bool:
    """Whether a verb has no subject among the words and no *yo* that it is done to."""
    if plan.subject is not None or plan.main.verb.kind is not Kind.VERB or plan.dative:
        return False
    return not any(moods.is_me(c) for c in plan.main.complements)


_DONE_TO_PEOPLE = frozenset({"harm", "touch", "give", "tell", "ask"})
"""Verbs whose roles are never guessed."""


def _is_callable(plan: Plan) -> bool:
    """Whether the subject could be spoken to; nobody tells the dead that he has died.

    Where somebody does something to somebody, the one who was chosen as doing it never
    becomes the one who is called: «Juan me pega.» is not «Juan, me pego.»
    """
    frames = [frame_of(step.verb) for step in plan.steps]
    if frames[0].verb in ("morir", "nacer") or any(f.flags & _DONE_TO_PEOPLE for f in frames):
        return False
    return plan.subject is not None and can_be_called(plan.subject)


def _is_timeless(plan: Plan) -> bool:
    return frame_of(plan.main.verb).verb in _TIMELESS


def _is_commandable(plan: Plan) -> bool:
    frame = frame_of(plan.main.verb)
    return frame.known and not (frame.flags & {"stat", "perf", "dat", "sky"})


def _is_grown_up(clause: Clause) -> bool:
    """cuando sea mayor."""
    if clause.link is None or clause.link.text != "cuando":
        return False
    return any(isinstance(c, Quality) and c.adjective.text == "mayor" for c in clause.chunks)


def _is_wish(clause: Clause) -> bool:
    """«no querer, que, tocar, yo»: whoever does it, it is clear to whom."""
    return clause.link is not None and clause.link.text == "que"


_FELT = listed("llorar reír alegrar asustar enfadar preocupar sufrir temblar")


def _put_into_condition(plan: Plan, clause: Clause) -> None:
    """si no llueve, cuando llegue papá: no future behind these."""
    link = clause.link.text if clause.link is not None else ""
    ahead = plan.going or plan.mood is Mood.FUTURE
    if link not in ("si", "cuando") or not ahead:
        return
    plan.going = False
    plan.mood = Mood.PRESENT if link == "si" else Mood.SUBJUNCTIVE


def _put_into_subjunctive(plan: Plan) -> None:
    """que venga; without a subject and done to me: que me toquen."""
    if plan.subject is None and not plan.clitics:
        mine = any(moods.is_me(c) for c in plan.main.complements)
        plan.person = Person.THIRD_PLURAL if mine else Person.THIRD
    plan.mood = Mood.SUBJUNCTIVE
    plan.perfect = plan.going = plan.command = False


def _governs_subjunctive(before: Clause, clause: Clause) -> bool:
    if clause.link is None:
        return False
    if clause.link.text == "que" and any(frame_of(v).has("dat") for v in before.verbs):
        return True
    if clause.link.text in ("para que", "antes de que"):
        return True
    return clause.link.text == "que" and any(frame_of(v).has("that") for v in before.verbs)


def _asks(chunks: list[Chunk]) -> bool:
    """Whether a question word makes the message a question: not «no sé dónde...»."""
    for chunk in chunks:
        if (
            is_verb(chunk)
            and isinstance(chunk, Token)
            and (chunk.entry.verb or chunk.lemma) in EMBEDDING
        ):
            return False
        if isinstance(chunk, Token) and chunk.kind is Kind.QUESTION:
            return True
    return False


_ASKED_NOUNS = listed("hora color día tiempo edad número mes año talla tamaño nombre")


def _exclaims(chunks: list[Chunk]) -> bool:
    """«qué, asco», «qué, guapo»: without a verb and a question mark it is a cry."""
    first = chunks[0] if chunks else None
    if not isinstance(first, Token) or len(chunks) != 2:
        return False
    second = chunks[1]
    if first.text.startswith("cuánt") and isinstance(second, NounPhrase):
        return second.head is not None and second.head.lemma != "año"
    if first.text != "qué":
        return False
    if isinstance(second, NounPhrase):
        head = second.head
        named = head is not None and head.kind in (Kind.NOUN, Kind.WORD)
        return named and head is not None and head.lemma not in _ASKED_NOUNS
    return isinstance(second, Quality)


def _contrasts(clauses: list[Clause]) -> bool:
    """Whether clauses side by side have different pronouns as subjects: tú eres, yo soy."""
    subjects = []
    for clause in clauses:
        first = clause.chunks[0] if clause.chunks else None
        if isinstance(first, NounPhrase) and first.is_pronoun and clause.link is None:
            subjects.append(first.head.text if first.head is not None else "")
    return len(clauses) > 1 and len(set(subjects)) > 1


def _linked(clause: Clause, words: list[Word], before: list[Word]) -> list[Word]:
    """The clause behind its conjunction."""
    if clause.link is not None:
        if before and clause.link.text in ("pero", "sino", "así que", "aunque"):
            before[-1] = replace(before[-1], text=before[-1].text + ",")
        return [said(clause.link), *words]
    if clause.added == "," and before:
        before[-1] = replace(before[-1], text=before[-1].text + ",")
        return words
    if clause.added and before:
        return [added(clause.added), *words]
    return words


_ALONE_COMMANDS = listed(
    """
    parar venir callar callarse esperar mirar escuchar ayudar doler gustar llover nevar tronar
    encantar apetecer
    """
)


def _is_only_about_persons(controls: Controls) -> bool:
    """Whether the controls say nothing about what happens, only who speaks to whom."""
    plain = controls.tense is None and controls.sentence_type is None
    return plain and not controls.negative


def _is_label(clause: Clause, question: bool, options: Options) -> bool:
    """Whether a verb stands so alone that it is only a word: «Dormir.»"""
    verb = clause.chunks[0]
    if options.controls != Controls() and not _is_only_about_persons(options.controls):
        return False
    if question or not isinstance(verb, Token) or verb.kind is not Kind.VERB or verb.also:
        return False
    others = [c for c in clause.chunks[1:] if not isinstance(c, Adverbial)]
    more = clause.chunks[1:] and all(
        isinstance(c, Adverbial) and c.head.text in ("más", "ya_") for c in clause.chunks[1:]
    )
    if others or (clause.chunks[1:] and not more):
        return False
    known = verb.lemma in _ALONE_COMMANDS or verb.lemma.startswith("tener ")
    return not known and verb.lemma != "echar de menos"


def joined(words: list[Word]) -> str:
    """Words with blanks between, a + el and de + el drawn together."""
    texts: list[str] = []
    for word in words:
        if not word.text:
            continue
        last = texts[-1] if texts else ""
        if word.text == "el" and last.casefold().split(" ")[-1] in ("a", "de"):
            texts[-1] = last + "l"
        else:
            texts.append(word.text)
    return " ".join(texts)


def _quoted(utterance: str, first: bool, last: bool) -> str:
    """A whole sentence that was tapped as one word, fitted in between the others."""
    text = utterance if last else utterance.rstrip(".")
    if text.endswith("?") and "¿" not in text:
        text = "¿" + text
    if text.endswith("!") and "¡" not in text:
        text = "¡" + text
    if first:
        return capitalised(text)
    start = text[:1]
    return start.lower() + text[1:] if start.isupper() and not text[1:2].isupper() else text


def _punctuated(parts: list[tuple[str, str]], mark: str) -> str:
    """Stretches one behind the other: «Hola, ¿qué tal?», «Sí, me gusta.»"""
    text = ""
    for i, (words, kind) in enumerate(parts):
        last = i == len(parts) - 1
        if kind in "?!" and kind:
            piece = f"¿{words}?" if kind == "?" else f"¡{words}!"
        elif kind == "=":
            piece = _quoted(words, first=not text or text[-1] in ".?!", last=last)
        elif mark and last:
            piece = f"¡{words}!" if not text else words + "!"
        else:
            piece = words
        if text and text[-1] not in ".?!," and kind != "+":
            text += ","
        text += (" " if text else "") + (capitalised(piece) if text[-1:] in ".?!" else piece)
    if mark and text and not text.startswith(("¡", "¿")):
        text = "¡" + text
    return text if text.endswith((".", "?", "!", "…")) else text + "."
