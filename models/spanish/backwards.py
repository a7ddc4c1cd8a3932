"""Verbs tapped behind what hangs on them: «tele, ver, querer», «masticar, costar»."""

from __future__ import annotations

from models.spanish.phrases import Adverbial, Chunk, NounPhrase
from models.spanish.tokens import Kind, Token
from models.spanish.wordlist import listed

MODALS = listed("querer poder necesitar preferir deber")


def in_order(chunks: list[Chunk]) -> list[Chunk]:
    """«tele, ver, querer»: a modal tapped behind its infinitive goes before it."""
    for i in range(len(chunks) - 1):
        first, second = chunks[i], chunks[i + 1]
        if not (isinstance(first, Token) and isinstance(second, Token)):
            continue
        if first.kind is Kind.VERB and second.kind is Kind.VERB and _leads_back(second):
            rest = chunks[i + 2 :]
            if first.lemma not in MODALS and all(
                is_amount(c) or (isinstance(c, NounPhrase) and c.is_pronoun) for c in rest
            ):
                amounts = [c for c in rest if is_amount(c)]
                others = [c for c in rest if not is_amount(c)]
                return [*chunks[:i], second, *amounts, first, *others]
    return chunks


def _leads_back(verb: Token) -> bool:
    """Whether a verb behind its infinitive goes before it: nadar, gustar; masticar, costar."""
    return verb.lemma in MODALS or verb.lemma in ("gustar", "encantar", "costar", "apetecer")


def is_amount(chunk: Chunk) -> bool:
    """prometer, mucho, cumplir, poco: how much is promised, not what."""
    return isinstance(chunk, Adverbial) and chunk.head.text in ("mucho", "poco", "demasiado")
