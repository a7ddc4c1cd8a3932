"""What somebody needs or fears, said behind what is done: «Quiero una manta, tengo frío.»"""

from __future__ import annotations

from models.spanish.clause import Clause, is_first_person
from models.spanish.lexicon import entry
from models.spanish.phrases import NounPhrase, Prepositional
from models.spanish.tokens import Kind, Token
from models.spanish.wordlist import listed

_NEEDS = listed("frío calor hambre sed sueño miedo")


_OF_NEEDS = listed("tener dar hacer pasar sentir entrar decir aguantar soportar")


def with_need(clause: Clause) -> list[Clause]:
    """«querer, manta, frío»: what one wants, and how one feels: «..., tengo frío»."""
    if len(clause.verbs) != 1 or len(clause.chunks) < 3 or clause.link is not None:
        return [clause]
    *rest, last = clause.chunks
    verb = clause.verbs[0]
    doer = clause.chunks[0]
    if not isinstance(last, NounPhrase) or last.head is None or last.is_determined:
        return [clause]
    alone = not last.joined and not last.after and not last.complements
    acts = verb.kind is Kind.VERB and verb.lemma.partition(" ")[0] not in _OF_NEEDS
    things = [c for c in rest if isinstance(c, NounPhrase) and not c.is_animate]
    if not (alone and acts and things) or last.head.lemma not in _NEEDS:
        return [clause]
    if isinstance(doer, NounPhrase) and doer.is_animate and not is_first_person(doer):
        return _with_anothers_need(clause, doer, last)
    need = Clause([Token(-1, "tener", entry("tener")), last], added=",")
    return [Clause(rest, clause.link, clause.added), need]


def _with_anothers_need(clause: Clause, doer: NounPhrase, need: NounPhrase) -> list[Clause]:
    """«perro, esconder, cabeza, miedo»: an animal does it out of fear; whose need it is beside
    what a person does nobody said."""
    if doer.classes()[0] != "animal":
        rest = Clause(clause.chunks[:-1], clause.link, clause.added)
        return [rest, Clause([need], added=",")]
    why = Prepositional((Token(-1, "por", entry("por")),), need)
    return [Clause([*clause.chunks[:-1], why], clause.link, clause.added)]
