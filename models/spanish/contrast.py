"""One thing chosen and another refused: «querer, sopa, no, pan» is «Quiero sopa, no pan.»"""

from __future__ import annotations

from dataclasses import replace

from models.spanish.clause import Clause, is_verb
from models.spanish.phrases import Chunk, NounPhrase
from models.spanish.tokens import Token


def contrasts(clause: Clause) -> bool:
    """Whether behind the verb a *no* stands between two nouns."""
    return _place(clause.chunks) is not None


def contrasted(clause: Clause) -> Clause:
    """The clause with what is refused joined to what is chosen; as it was where they differ.

    «querer, eso, no, mamá» may speak to her.
    """
    at = _place(clause.chunks)
    if at is None:
        return clause
    chosen, no, refused = clause.chunks[at - 1 : at + 2]
    if not (isinstance(chosen, NounPhrase) and isinstance(refused, NounPhrase)):
        return clause
    pronouns = chosen.is_pronoun or refused.is_pronoun
    if pronouns or chosen.is_animate != refused.is_animate or not isinstance(no, Token):
        return clause
    both = replace(chosen, joined=(*chosen.joined, (no, refused)))
    chunks = [*clause.chunks[: at - 1], both, *clause.chunks[at + 2 :]]
    return Clause(chunks, clause.link, clause.added, clause.embedded)


def _place(chunks: list[Chunk]) -> int | None:
    """Where the *no* stands."""
    verb = next((i for i, chunk in enumerate(chunks) if is_verb(chunk)), len(chunks))
    for i in range(verb + 2, len(chunks) - 1):
        no, around = chunks[i], (chunks[i - 1], chunks[i + 1])
        denies = isinstance(no, Token) and no.text == "no"
        if denies and all(isinstance(chunk, NounPhrase) for chunk in around):
            return i
    return None
