"""What is cried out with a verb: «¡Qué alto eres!», «¡Qué mal huele el cubo!»."""

from __future__ import annotations

from dataclasses import dataclass

from models.spanish.clause import Clause, is_verb
from models.spanish.phrases import Adverbial, Chunk, NounPhrase, Quality
from models.spanish.tokens import Kind, Token, Word, said
from models.spanish.wordlist import listed


@dataclass(frozen=True, slots=True)
class Cry:
    """A cry: the word that begins it, what is so, and the clause that says it plainly."""

    what: Token
    told: Quality | Adverbial | NounPhrase
    clause: Clause

    def ordered(self, words: list[Word]) -> list[Word]:
        """The words of the plain clause with what is so in front."""
        glosses = (
            {t.gloss for t in self.told.tokens}
            if isinstance(self.told, Adverbial)
            else {t.gloss for t in self.told.tokens()}
        )
        front = [w for w in words if w.glosses & glosses]
        return [said(self.what), *front, *(w for w in words if w not in front)]


def cry_of(chunks: list[Chunk]) -> Cry | None:
    """The cry that a stretch of message is, None where it is something else."""
    if len(chunks) < 3:
        return None
    what, told, *rest = chunks
    verbs = [c for c in rest if is_verb(c)]
    if not isinstance(what, Token) or what.text != "qué" or len(verbs) != 1:
        return None
    verb = verbs[0]
    others = [c for c in rest if c is not verb]
    plain = all(isinstance(c, NounPhrase) for c in others) and len(others) < 2
    if not plain or not isinstance(verb, Token) or verb.kind is not Kind.VERB:
        return None
    if isinstance(told, Quality | Adverbial | NounPhrase) and _is_so(told, verb.lemma):
        return Cry(what, told, Clause([*others, verb, told]))
    return None


def _is_so(told: Quality | Adverbial | NounPhrase, verb: str) -> bool:
    """Whether this is cried out, and not asked for: not «qué, libro, leer»."""
    if isinstance(told, Quality):
        return verb in _BEING
    if isinstance(told, Adverbial):
        return told.head.kind is Kind.MANNER
    felt = told.classes()[0] in ("state", "need", "feeling") and not told.is_determined
    return felt and verb in _HAVING


_BEING = listed("ser estar parecer")
_HAVING = listed("tener pasar dar")
