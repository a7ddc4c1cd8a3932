"""What another needs or fears, said behind what they do: nobody's but an animal's is told."""

from __future__ import annotations

from models.spanish.clause import Clause
from models.spanish.lexicon import entry
from models.spanish.phrases import NounPhrase, Prepositional
from models.spanish.tokens import UNTAPPED, Token


def with_anothers_need(clause: Clause, doer: NounPhrase, need: NounPhrase) -> list[Clause]:
    """«perro, esconder, cabeza, miedo»: an animal does it out of fear; whose need it is beside
    what a person does nobody said."""
    if doer.classes()[0] != "animal":
        rest = Clause(clause.chunks[:-1], clause.link, clause.added)
        return [rest, Clause([need], added=",")]
    why = Prepositional((Token(UNTAPPED, "por", entry("por")),), need)
    return [Clause([*clause.chunks[:-1], why], clause.link, clause.added)]
