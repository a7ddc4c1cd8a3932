"""A planned clause in words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from models.engine import Tense
from models.english import words
from models.english.articles import behind
from models.english.chains import LETS
from models.english.clauses import Clause, Mood, Supplied
from models.english.complements import PARTED, after_verb, prepositional
from models.english.context import Context, Embed
from models.english.fragments import listed
from models.english.nominals import Article, bare, core, governed, subject
from models.english.phrases import Nominal, Piece, Prepositional, Quality, is_action
from models.english.places import moment
from models.english.tables import members
from models.english.tenses import BE, Reading, form_of, lasted, settings, verb_of
from models.english.verbgroup import FIRST, IMPERSONAL, Agreement, Settings, ask, finite, say
from models.english.verbs import Verb, VerbForm, inflect

_POINTED: Final = Verb("be", frozenset({"state", "linking", "things"}))
"""`be` where something is pointed at: «That's my chair», not on it."""
_PARTICLE: Final = re.compile(rf"(\w+) {PARTED}(\w+)")
"""A particle, and the pronoun that goes before it."""


def clause_text(clause: Clause, reading: Reading, embed: Embed) -> str:
    """The clause without capital and full stop."""
    sayer = _Sayer(clause, reading, embed)
    calls = [bare(one) for one in clause.calls]
    last = [bare(one) for one in clause.calls_last]
    said = _PARTICLE.sub(r"\2 \1", sayer.text()).replace(" in in ", " in ").replace(" ,", ",")
    return ", ".join(part for part in (*calls, said, *last) if part)


class _Sayer:
    """Puts one clause into words; knows its reading and context."""

    def __init__(self, clause: Clause, reading: Reading, embed: Embed) -> None:
        self._clause = clause
        self._reading = reading
        self._how = settings(clause, reading)
        self._agreement = agreement(clause, reading)
        self._context = self._make_context(embed)

    def text(self) -> str:
        if self._clause.mood is Mood.FRAGMENT:
            return self._fragment()
        if self._clause.mood is Mood.REQUEST:
            return self._request()
        return self._question() if self._clause.mood is Mood.QUESTION else self._statement()

    def _make_context(self, embed: Embed) -> Context:
        clause = self._clause
        speaker = _speaks_of_self(clause)
        others = clause.subject is not None and clause.subject.pronoun is None
        return Context(
            self._second_form, embed, of_others=others and not speaker, speaker=speaker,
            own=_is_own_act(clause), theirs=_theirs(clause), itself=_itself(clause, self._reading),
            supplied=clause.supplied is not Supplied.NONE,
            asked=bool(clause.question), request=clause.mood is Mood.REQUEST,
            past=self._how.tense is Tense.PAST,
            several=clause.subject is not None and _are_several(clause.subject),
            swap=self._reading.swap_articles,
        )  # fmt: skip

    def _second_form(self, verb: Verb) -> str:
        """A verb joined by `and`, in the form of the first."""
        how, clause = self._how, self._clause
        unmarked = how.modal or how.negated or how.tense is Tense.FUTURE
        if unmarked or clause.mood in {Mood.REQUEST, Mood.FRAGMENT}:
            return inflect(verb.lemma, VerbForm.BASE)
        if how.progressive:
            return inflect(verb.lemma, VerbForm.GERUND)
        if clause.mood is Mood.QUESTION:
            return inflect(verb.lemma, VerbForm.BASE)
        return finite(verb, VerbForm.BASE, self._agreement, how)[0]

    def _tail(self) -> list[str]:
        clause = self._clause
        span = lasted(clause) if self._how.perfect else None
        if span is not None:
            told = replace(clause, rest=clause.rest[:-1])
            return [*self._behind(told), f"for {core(span)}"]
        return self._behind(clause)

    def _behind(self, clause: Clause) -> list[str]:
        points = clause.subject is not None and clause.subject.head.key in words.DEMONSTRATIVES
        if clause.copula and points and clause.rest and isinstance(clause.rest[0], Nominal):
            return after_verb(_POINTED, clause.rest, self._context)
        return after_verb(BE if clause.copula else verb_of(clause), clause.rest, self._context)

    def _opening(self) -> str:
        return " ".join(_opened(piece, self._context) for piece in self._clause.opening)

    def _chain(self, how: Settings) -> list[str]:
        """The verb's words, with the adverbs that stand at the verb."""
        clause = self._clause
        if clause.verb is None and not clause.copula:
            chain = [how.modal or "", *(["not"] if how.negated else [])]
        else:
            chain = finite(verb_of(clause), form_of(clause), self._agreement, how)
        if not clause.middle:
            return chain
        adverbs = [unit.said for unit in clause.middle]
        if len(chain) == 1 and chain[0] not in {"am", "is", "are", "was", "were"}:
            return [" ".join([*adverbs, chain[0]])]
        place = 2 if len(chain) > 1 and chain[1] == "not" else 1
        return [*chain[:place], *adverbs, *chain[place:]]

    def _statement(self) -> str:
        tail = self._tail()
        said = say(
            self._chain(self._how), subject_text(self._clause, self._reading), followed=bool(tail)
        )
        return _words(self._opening(), said, *tail)

    def _question(self) -> str:
        clause = self._clause
        chain = self._chain(replace(self._how, inverted=not clause.asks_subject))
        if clause.asks_subject:
            said = say(chain, None, followed=True)
        else:
            said = ask(chain, subject_text(clause, self._reading))
        return _words(self._opening(), *_question_words(clause), said, *self._tail())

    def _request(self) -> str:
        clause = self._clause
        verb = verb_of(clause)
        base = inflect(verb.lemma, VerbForm.BASE)
        count = clause.verb.token.count if clause.verb else 1
        lets = verb.lemma in LETS
        start = ["don't"] if clause.negated and not lets else []
        middle = [unit.said for unit in clause.middle]
        said = ", ".join([base] * count) + (" not" if lets and clause.negated else "")
        return _words(self._opening(), *start, *middle, said, *self._tail())

    def _fragment(self) -> str:
        """Words that stay without a subject."""
        clause = self._clause
        if clause.governed:
            return _words(*(_governed(piece, self._context) for piece in clause.rest))
        start = _question_words(clause) + (["not"] if clause.negated else [])
        start += [unit.said for unit in clause.middle]
        if clause.verb is None:
            quality = clause.rest[0] if len(clause.rest) > 1 else None
            if isinstance(quality, Quality) and is_action(clause.rest[1]):
                return _words(*start, *after_verb(BE, clause.rest, self._context))
            return listed(clause, start, self._context)
        verb = clause.verb
        base = verb_of(clause).lemma if form_of(clause) is VerbForm.BASE else verb.text
        start.append(", ".join([base] * verb.token.count))
        rest = clause.rest
        tail = after_verb(_plain(verb_of(clause)), rest, self._context)
        return _words(self._opening(), *start, *tail)


def _plain(verb: Verb) -> Verb:
    """A verb in a fragment takes nothing that nobody tapped."""
    return replace(verb, traits=verb.traits - {"generic"})


def _words(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _opened(piece: Piece, context: Context) -> str:
    if isinstance(piece, Nominal):
        return moment(piece)
    if isinstance(piece, Prepositional):
        return prepositional(piece, context)
    return piece.said


def _governed(piece: Piece, context: Context) -> str:
    if isinstance(piece, Nominal):
        return governed(piece, behind(piece, "of", context))
    if isinstance(piece, Prepositional):
        return prepositional(piece, context)
    return piece.said


def _question_words(clause: Clause) -> list[str]:
    said = [unit.said for unit in clause.question]
    if clause.asked is not None:
        if clause.question[-1].key == "what kind":
            said.append("of")
        several = clause.question[-1].key == "how many"
        said.append(governed(clause.asked, Article.GENERIC if several else Article.NONE))
    return said


def agreement(clause: Clause, reading: Reading) -> Agreement:
    """What the clause's verb agrees with."""
    if clause.asks_subject:
        return Agreement(3, bool(clause.asked and clause.asked.is_plural))
    if clause.supplied is Supplied.I:
        chosen = reading.subject
        return Agreement(chosen.person, chosen.plural, chosen.subject) if chosen else FIRST
    if clause.echo is not None:
        return Agreement(clause.echo.person, clause.echo.plural, clause.echo.subject)
    one = clause.subject
    if clause.supplied is Supplied.IT or one is None:
        return IMPERSONAL
    if one.head.key == "there" and clause.rest and isinstance(clause.rest[0], Nominal):
        return Agreement(3, clause.rest[0].is_plural, "there")
    if one.parts:
        return Agreement(3, one.is_plural)
    if one.pronoun is not None:
        return Agreement(one.pronoun.person, one.pronoun.plural, one.pronoun.subject)
    return Agreement(3, one.is_plural)


def subject_text(clause: Clause, reading: Reading) -> str | None:
    """The subject in words, None where the question word is the subject."""
    if clause.asks_subject:
        return None
    if clause.supplied is Supplied.I:
        return reading.subject.subject if reading.subject else "I"
    if clause.echo is not None:
        return clause.echo.subject
    if clause.supplied is Supplied.IT:
        return "it"
    if clause.subject is None:
        return None
    return subject(clause.subject, Article.MY if _is_own(clause) else Article.THE)


def _are_several(one: Nominal) -> bool:
    return one.is_plural and one.pronoun is not words.YOU


def _is_own(clause: Clause) -> bool:
    """«My head hurts», «My brother hits me»: the speaker's own body and family."""
    one = clause.subject
    if one is not None and one.parts:
        return all(part.is_a("body") for part in one.parts)
    if one is None or one.pronoun is not None:
        return False
    if one.is_a("body") and one.key != "blood":
        return clause.verb is not None or clause.copula
    return one.is_a("kin") and (not one.is_a("formal") or _speaks_of_self(clause))


def _speaks_of_self(clause: Clause) -> bool:
    """Whether the speaker takes part."""
    if clause.supplied is Supplied.I or clause.mood is Mood.REQUEST:
        return True
    if clause.subject is not None and clause.subject.is_first_person:
        return True
    around = [piece for piece in clause.rest if isinstance(piece, Nominal | Prepositional)]
    nominals = [piece.nominal if isinstance(piece, Prepositional) else piece for piece in around]
    return any(one.is_first_person for one in nominals)


def _is_own_act(clause: Clause) -> bool:
    """Whether a body part behind the verb is the speaker's: I wash..., wash..., it hurts..."""
    if clause.supplied is Supplied.I or clause.mood is Mood.REQUEST:
        return True
    one = clause.subject
    if one is None:
        return False
    thing_hurts = verb_of(clause).has("body") and not one.is_animate
    return thing_hurts or one.pronoun in {words.I, words.WE}


def _theirs(clause: Clause) -> Article | None:
    """Whose a part of the body is that somebody else than the speaker moves, cares for or hurts."""
    one, verb = clause.subject, verb_of(clause)
    harms = verb.has("harm", "touch") and verb.lemma not in members("cared for oneself")
    if one is None or harms or not one.is_animate:
        return None
    pronoun = one.echo
    is_unknown = pronoun is words.THEY and not one.is_plural  # a nurse: his hands or hers?
    return None if is_unknown or pronoun.person == 1 else Article(pronoun.possessive)


def _itself(clause: Clause, reading: Reading) -> words.Pronoun | None:
    if clause.supplied is Supplied.I:
        return reading.subject or words.I
    return clause.subject.pronoun if clause.subject is not None else None
