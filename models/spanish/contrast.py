"""One thing chosen and another refused: «querer, sopa, no, pan» is «Quiero sopa, no pan.»"""

from __future__ import annotations

from dataclasses import replace

from models.spanish.clause import Clause, is_verb
from models.spanish.persons import is_you
from models.spanish.phrases import Chunk, NounPhrase, Prepositional
from models.spanish.tokens import Kind, Token


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


def other_doer(chunks: list[Chunk]) -> tuple[Token, NounPhrase] | None:
    """«Raúl, empezar, pelea, no, yo»: who did not do it, said at last of somebody who did."""
    verb = next((i for i, chunk in enumerate(chunks) if is_verb(chunk)), len(chunks))
    if verb + 2 >= len(chunks):
        return None
    no, other = chunks[-2:]
    doers = [c for c in chunks[:verb] if isinstance(c, NounPhrase) and c.is_animate]
    named = bool(doers) and not any(map(is_you, doers))
    phrases = [c.phrase if isinstance(c, Prepositional) else c for c in chunks[verb:-1]]
    people = [c for c in phrases if isinstance(c, NounPhrase) and c.is_animate]
    if not named or people or not isinstance(no, Token) or no.text != "no":
        return None
    return (no, other) if isinstance(other, NounPhrase) and other.is_animate else None


def is_instead(before: Clause, clause: Clause) -> bool:
    """«no, tener, hambre, tener, sueño»: one thing denied, the other said with the same verb."""
    heads = [[verb.lemma.partition(" ")[0] for verb in one.verbs[:1]] for one in (before, clause)]
    denied = [any(map(_is_no, one.chunks)) for one in (before, clause)]
    return heads[0] == heads[1] != [] and denied == [True, False]


def _is_no(chunk: Chunk) -> bool:
    return isinstance(chunk, Token) and chunk.kind is Kind.NEGATION


def _place(chunks: list[Chunk]) -> int | None:
    """Where the *no* stands."""
    verb = next((i for i, chunk in enumerate(chunks) if is_verb(chunk)), len(chunks))
    for i in range(verb + 2, len(chunks) - 1):
        no, around = chunks[i], (chunks[i - 1], chunks[i + 1])
        denies = isinstance(no, Token) and no.text == "no"
        if denies and all(isinstance(chunk, NounPhrase) for chunk in around):
            return i
    return None
