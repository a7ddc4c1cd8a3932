"""Clauses beside each other: what a conjunction, a wish or a feeling asks of the next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.engine import Controls
from models.spanish.clause import Clause, frame_of, is_verb
from models.spanish.clauses import EMBEDDING
from models.spanish.conjugator import Mood, Person
from models.spanish.lexicon import supplied
from models.spanish.persons import is_me
from models.spanish.phrases import Adverbial, Chunk, NounPhrase, Quality, is_weather
from models.spanish.plan import Options, Plan
from models.spanish.tokens import UNTAPPED, Kind, Token, Word, added, said
from models.spanish.wordlist import listed


@dataclass(slots=True)
class Context:
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


def with_feeling(clause: Clause, context: Context) -> Clause | None:
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


def is_grown_up(clause: Clause) -> bool:
    """cuando sea mayor."""
    if clause.link is None or clause.link.text != "cuando":
        return False
    grows = any(v.lemma == "crecer" for v in clause.verbs)
    return grows or any(
        isinstance(c, Quality) and c.adjective.text == "mayor" for c in clause.chunks
    )


def is_wish(clause: Clause) -> bool:
    """«no querer, que, tocar, yo»: whoever does it, it is clear to whom."""
    return clause.link is not None and clause.link.text == "que"


def put_into_condition(plan: Plan, clause: Clause) -> None:
    """si no llueve, cuando llegue papá: no future behind these, and nothing that is over."""
    link = clause.link.text if clause.link is not None else ""
    if link == "si" and plan.mood is Mood.PRESENT:
        plan.perfect = False
    ahead = plan.going or plan.mood is Mood.FUTURE
    if link not in ("si", "cuando") or not ahead:
        return
    plan.going = False
    plan.mood = Mood.PRESENT if link == "si" else Mood.SUBJUNCTIVE


def put_into_subjunctive(plan: Plan) -> None:
    """que venga; without a subject and done to me: que me toquen."""
    if plan.subject is None and not plan.clitics:
        mine = any(is_me(c) for c in plan.main.complements)
        plan.person = Person.THIRD_PLURAL if mine else Person.THIRD
    plan.mood = Mood.SUBJUNCTIVE
    plan.perfect = plan.going = plan.command = False


def governs_subjunctive(before: Clause, clause: Clause) -> bool:
    if clause.added == "que" and _is_doubted(before):
        return True
    if clause.link is None:
        return False
    if clause.link.text == "que" and any(frame_of(v).has("dat") for v in before.verbs):
        return True
    if clause.link.text in ("para que", "antes de que"):
        return True
    return clause.link.text == "que" and any(frame_of(v).has("that") for v in before.verbs)


def _is_doubted(clause: Clause) -> bool:
    """no, creer, papá, venir: «No creo que papá venga.»"""
    denied = any(isinstance(c, Token) and c.kind is Kind.NEGATION for c in clause.chunks)
    return denied and any(v.lemma in ("creer", "pensar") for v in clause.verbs)


def asks_something(chunks: list[Chunk]) -> bool:
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


def is_cry(chunks: list[Chunk]) -> bool:
    """«qué, asco», «qué, guapo»: without a verb and a question mark it is a cry."""
    first = chunks[0] if chunks else None
    if len(chunks) == 3 and getattr(chunks[2], "lemma", "") == "hacer":
        return is_cry(chunks[:2]) and is_weather(chunks[1])
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


def has_contrast(clauses: list[Clause]) -> bool:
    """Whether clauses side by side have different pronouns as subjects: tú eres, yo soy."""
    subjects = []
    for clause in clauses:
        first = clause.chunks[0] if clause.chunks else None
        head = first.head if isinstance(first, NounPhrase) and first.is_pronoun else None
        if head is not None and head.gloss != UNTAPPED and clause.link is None:
            subjects.append(head.text)
    return len(clauses) > 1 and len(set(subjects)) > 1


def linked_words(clause: Clause, words: list[Word], before: list[Word]) -> list[Word]:
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


def is_label(clause: Clause, question: bool, options: Options) -> bool:
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
