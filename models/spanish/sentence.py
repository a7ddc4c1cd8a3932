"""A message in sentences: social words, clauses with their conjunctions, marks and capitals."""

from __future__ import annotations

from dataclasses import replace

from models.engine import SentenceType, Tense
from models.spanish.analysis import analyse
from models.spanish.calling import told_of_others, with_place
from models.spanish.chunks import chunks_of
from models.spanish.clause import Clause
from models.spanish.conjugator import Person
from models.spanish.continuing import (
    ask_of_thing,
    concedes,
    continue_subject,
    follow_speaker,
    hangs_on,
    question_behind,
)
from models.spanish.contrast import contrasted, contrasts, is_instead, other_doer
from models.spanish.copula import completed
from models.spanish.cries import Cry, cry_of
from models.spanish.dependence import (
    Context,
    asks_something,
    governs_subjunctive,
    has_contrast,
    is_cry,
    is_grown_up,
    is_label,
    is_wish,
    linked_words,
    put_into_condition,
    put_into_subjunctive,
    with_feeling,
)
from models.spanish.fragments import fragment
from models.spanish.lexicon import supplied
from models.spanish.orthography import capitalised
from models.spanish.outcome import (
    ADDRESSED,
    Made,
    is_callable,
    is_certain,
    is_commandable,
    is_open,
    is_timeless,
)
from models.spanish.phrases import Adverbial, Article, Chunk, NounPhrase, Prepositional
from models.spanish.plan import Options, Plan
from models.spanish.predicate import render
from models.spanish.punctuation import joined, punctuated
from models.spanish.roles import is_unclear, readings, shares_doer
from models.spanish.suffering import clauses_of
from models.spanish.tense import Timing, timing
from models.spanish.tokens import Kind, Token, Word, said
from models.spanish.wordlist import listed
from models.spanish.writing import written

_INDICATIVE_SPEECH = listed("decir creer saber pensar ver oír parecer prometer contar")


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
        self._contrasts = False
        self._called = ""
        self._told: list[list[Token]] = []
        self._plans: list[Plan] = []
        self._when = timing(self._tokens, options.controls)
        self.said = frozenset(t.gloss for t in tokens if t.kind is Kind.MARK)
        kind = options.controls.sentence_type
        self._mark = "!" if kind is SentenceType.EXCLAMATION or "!" in marks else ""
        self._is_question = kind is SentenceType.QUESTION or "?" in marks

    def made(self, text: str) -> Made:
        """The text with what is known of it."""
        plans = self._plans
        opened = any(is_open(p) for p in plans)
        return Made(
            text,
            self.said,
            self.unclear,
            self._label,
            opened,
            any(p.command for p in plans),
            opened and self._when.tense is None and all(map(is_commandable, plans)),
            bool(plans) and self._when.tense is None and not any(map(is_timeless, plans)),
            self._is_question or any(p.question for p in plans),
            any(map(is_callable, plans)),
            any(p.person in ADDRESSED or p.person is Person.FIRST_PLURAL for p in plans),
            self._contrasts,
            len(plans) == 1 and is_certain(plans[0]),
        )

    def text(self) -> str:
        """Everything, punctuated."""
        parts: list[tuple[str, str]] = []
        for stretch in self._stretches():
            self._called = ""
            part = self._stretch(stretch)
            parts += [(self._called, ","), part] if self._called else [part]
        return capitalised(punctuated([p for p in parts if p[0]], self._mark))

    def _stretches(self) -> list[list[Token]]:
        """Social words each for themselves, the rest in runs."""
        stretches: list[list[Token]] = []
        for token in self._tokens:
            apart = token.kind in (Kind.SOCIAL, Kind.UTTERANCE)
            if apart or not stretches or stretches[-1][-1].kind in (Kind.SOCIAL, Kind.UTTERANCE):
                stretches.append([token])
            else:
                stretches[-1].append(token)
        return [part for stretch in stretches for part in self._parted(stretch)]

    def _parted(self, stretch: list[Token]) -> list[list[Token]]:
        """«sonar, timbre, quién, ser, ?»: what is told, and what is asked behind it."""
        at = question_behind(stretch) if self._is_question else None
        if at is None:
            return [stretch]
        self._told.append(stretch[:at])
        return [stretch[:at], stretch[at:]]

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
        chunks = chunks_of(tokens)
        given = self._gift(chunks)
        if given is not None:
            return given, "+"
        if self._is_thanks_for(chunks):
            return self._thanks(chunks), "+"
        cry = cry_of(chunks) if not self._is_question else None
        if cry is not None:
            return self._cry(cry), "!"
        exclaims = is_cry(chunks) and not self._is_question
        other = other_doer(chunks)
        words, question = self._clauses(chunks[:-2] if other else chunks, tokens, exclaims)
        if other and not self.unclear:
            words[-1] = replace(words[-1], text=words[-1].text + ",")
            words += [said(other[0]), *written(other[1], Article.DEFINITE)]
        self.said |= frozenset(g for w in words for g in w.glosses)
        if self._adds_to_formula(chunks):
            return joined(words), "+"
        return joined(words), "!" if exclaims else "?" if question else "."

    def _grown_up(self, clause: Clause) -> Timing:
        """«cuando yo sea mayor» lies ahead."""
        grown = any(t.text == "mayor" or t.lemma == "crecer" for t in self._tokens)
        if not grown or not any(t.text == "cuando" for t in self._tokens) or self._when.tense:
            return self._when
        return replace(self._when, tense=Tense.FUTURE, distant=True)

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

    def _cry(self, cry: Cry) -> str:
        """qué, mal, oler, cubo: what is so stands first, who it is last."""
        plan = analyse(cry.clause, self._options, False, self._when, told=True)
        if plan.subject is not None:
            plan.shows_subject = plan.subject_behind = not plan.subject.is_pronoun
        elif plan.main.verb.lemma == "ser":
            plan.person = Person.THIRD
        self._plans.append(plan)
        words = cry.ordered(render(plan))
        self.said |= frozenset(g for w in words for g in w.glosses)
        return joined(words)

    def _thanks(self, chunks: list[Chunk]) -> str:
        """por ayudarme: as if somebody could do it, without saying so."""
        clause = Clause([supplied("poder"), *chunks])
        plain = Options(self._options.controls)
        words = render(analyse(clause, plain, False, Timing()))
        self.said |= frozenset(g for w in words for g in w.glosses)
        return "por " + joined([w for w in words if -1 not in w.glosses])

    def _clauses(
        self, chunks: list[Chunk], tokens: list[Token], exclaims: bool
    ) -> tuple[list[Word], bool]:
        clauses = clauses_of(chunks)
        clauses = [c for c in clauses if c.chunks or c.link is not None]
        self._contrasts |= any(map(contrasts, clauses))
        clauses = [with_place(contrasted(c)) for c in clauses]
        if self._options.roles and any(
            is_unclear(c, Options(self._options.controls)) for c in clauses
        ):
            clauses = [self._cleared(c) for c in clauses]
        elif any(
            is_unclear(c, self._options) and not (i and shares_doer(c, clauses[i - 1]))
            for i, c in enumerate(clauses)
            if not is_wish(c)
        ):
            self.unclear = True
            return [said(t) for t in tokens], self._is_question
        asked = self._is_question and tokens not in self._told
        question = (asked or asks_something(chunks)) and not exclaims
        alone = len(self._tokens) == len(tokens) and len(clauses) == 1
        context = Context(question, alone, contrast=has_contrast(clauses))
        made: list[Word] = []
        for i, clause in enumerate(clauses):
            context.following = clauses[i + 1] if i + 1 < len(clauses) else None
            governed = i > 0 and governs_subjunctive(clauses[i - 1], clause)
            hoped = clause.link is not None and clause.link.text == "ojalá"
            governed |= concedes(clause, self._plans)
            context.subjunctive = governed or hoped or is_grown_up(clause)
            words = self._clause(clause, context)
            parted = i > 0 and (
                (self._differ() and not clauses[i - 1].is_reason)
                or is_instead(clauses[i - 1], clause)
            )
            if clause.added == "y" and parted:
                clause.added = ","
            made += linked_words(clause, words, made)
        return made, question

    def _differ(self) -> bool:
        """«Trae las gafas, no veo»: a request and a statement; «Es tarde, me voy.»"""
        if len(self._plans) < 2:
            return False
        before, plan = self._plans[-2:]
        about_nobody = before.person is Person.THIRD and before.subject is None
        mine = plan.person is Person.FIRST and not plan.dative
        return before.command != plan.command or (about_nobody and mine and not before.dative)

    def _cleared(self, clause: Clause) -> Clause:
        """An unclear clause as the wanted reading has it."""
        if not is_unclear(clause, Options(self._options.controls)):
            return clause
        for name, clear, _ in readings(clause):
            if name == self._options.roles:
                return Clause(clear.chunks, clause.link, clause.added)
        self.unclear = True
        return clause

    def _clause(self, clause: Clause, context: Context) -> list[Word]:
        label = clause.verbs and context.alone and is_label(clause, context.question, self._options)
        self._label |= bool(label)
        if clause.verbs and not (label and not self._options.finite):
            return self._with_verb(clause, context)
        if not clause.verbs:
            filled = with_feeling(clause, context) or completed(
                clause, self._options, context.question
            )
            if filled is not None:
                return self._with_verb(filled, context)
        contrasted = clause.link is not None and clause.link.text in ("pero", "sino")
        return fragment(clause.chunks, self._options, contrasted and context.dative)

    def _with_verb(self, clause: Clause, context: Context) -> list[Word]:
        told = context.contrast and not self._options.asks
        when = self._grown_up(clause)
        plan = analyse(clause, self._options, context.question, when, told)
        told_of_others(plan, clause)
        follow_speaker(plan, clause, self._plans)
        if self._options.roles == "they" and plan.subject is None:
            plan.command, plan.person, plan.shows_subject = False, Person.THIRD_PLURAL, False
        if self._options.roles == "asked" and plan.subject is None:
            plan.command = True
        continue_subject(plan, clause, self._plans)
        ask_of_thing(plan, self._plans)
        put_into_condition(plan, clause)
        if context.subjunctive:
            put_into_subjunctive(plan)
        if context.contrast and plan.subject is not None and not plan.command:
            plan.shows_subject = True
        if self._options.roles == "mine" and plan.subject is not None:
            plan.shows_subject = True
        plan.continues = clause.added == "y" and context.going == plan.person and plan.going
        if hangs_on(plan, clause, self._plans):
            plan.person, plan.going, plan.continues = self._plans[-1].person, True, True
        self._plans.append(plan)
        self._call(plan)
        context.going = plan.person if plan.going else None
        context.dative = plan.dative
        return render(plan)
