"""What somebody needs or fears, beside what is done.

«yo, frío, cerrar, ventana» is «Tengo frío, cierra la ventana.» What another needs beside what
they do is told of nobody but an animal.
"""

from __future__ import annotations

from models.spanish.clause import Clause, frame_of, is_first_person, is_verb
from models.spanish.lexicon import supplied
from models.spanish.phrases import Chunk, NounPhrase, Prepositional
from models.spanish.tokens import Kind, Token
from models.spanish.wordlist import listed

NEEDS = listed("frío calor hambre sed sueño miedo vergüenza prisa ganas náuseas fiebre mareo")


_FED = ("food", "drink", "dish")


_GIVEN = listed("dar tener hacer pasar sentir entrar quitar llegar ser estar")
"""Verbs of which a need may be the object or the subject."""


def with_own_need(clause: Clause) -> list[Clause]:
    """The clause parted behind the need of the speaker that begins it; whole if none does."""
    me = clause.chunks[:1] if _is_me(clause.chunks[:1]) else []
    need, rest = clause.chunks[len(me) : len(me) + 1], clause.chunks[len(me) + 1 :]
    if not need or not _is_need(need[0]) or not _acts(rest, bool(me)):
        return [clause]
    have = supplied("tener")
    return [Clause([*me, have, *need], clause.link, clause.added), Clause(rest, added="y")]


def _is_me(chunks: list[Chunk]) -> bool:
    first = chunks[0] if chunks else None
    return isinstance(first, NounPhrase) and is_first_person(first)


def _is_need(chunk: Chunk) -> bool:
    if not isinstance(chunk, NounPhrase) or chunk.head is None:
        return False
    plain = not (chunk.is_determined or chunk.joined or chunk.complements)
    return plain and chunk.head.lemma in NEEDS


def _acts(rest: list[Chunk], mine: bool) -> bool:
    """Whether what follows is asked or done for its own sake."""
    if rest and isinstance(rest[0], Token) and rest[0].kind is Kind.NEGATION:
        rest = rest[1:]
    verb = rest[0] if rest else None
    if not isinstance(verb, Token) or not is_verb(verb) or verb.kind is not Kind.VERB:
        return False
    things = any(isinstance(c, NounPhrase) for c in rest[1:])
    fed = any(isinstance(c, NounPhrase) and c.classes()[0] in _FED for c in rest[1:])
    if verb.lemma == "dar":
        return fed
    free = verb.lemma not in _GIVEN and " " not in verb.lemma and not frame_of(verb).has("dat")
    return free and (mine or things or sum(map(is_verb, rest)) > 1)


def with_anothers_need(clause: Clause, doer: NounPhrase, need: NounPhrase) -> list[Clause]:
    """«perro, esconder, cabeza, miedo»: an animal does it out of fear; whose need it is beside
    what a person does nobody said."""
    if doer.classes()[0] != "animal":
        rest = Clause(clause.chunks[:-1], clause.link, clause.added)
        return [rest, Clause([need], added=",")]
    why = Prepositional((supplied("por"),), need)
    return [Clause([*clause.chunks[:-1], why], clause.link, clause.added)]
