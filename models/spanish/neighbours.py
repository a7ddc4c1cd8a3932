"""The tokens around a token, and the classes that matter there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models.spanish.lexicon import entry, verb_of
from models.spanish.tokens import Kind, Token
from models.spanish.wordlist import listed

NOMINAL = frozenset({Kind.NOUN, Kind.NAME, Kind.WORD})


NOUN_STARTS = NOMINAL | {Kind.ADJECTIVE, Kind.NUMBER, Kind.QUANTIFIER, Kind.POSSESSIVE}


VERBAL = frozenset({Kind.VERB, Kind.FINITE, Kind.GERUND})


COPULAS = listed(
    """
    ser estar parecer ponerse poner quedarse quedar sentirse sentir volverse
    """
)


Tokens = list[Token]


def is_copula(token: Token | None) -> bool:
    """Whether the token is ser, estar or a verb like them."""
    if token is None or token.kind not in VERBAL:
        return False
    return verb_of(token.entry.verb or token.lemma) in COPULAS


def last_of(made: Tokens) -> Token | None:
    return made[-1] if made else None


def next_of(rest: Tokens) -> Token | None:
    return rest[0] if rest else None


def kind_of_token(token: Token | None) -> Kind | None:
    return token.kind if token else None


def reread(token: Token, word: str, text: str = "") -> Token:
    return replace(token, text=text or word, entry=entry(word))


def is_who(token: Token) -> bool:
    """Whether the token names a person."""
    if token.kind in (Kind.NAME, Kind.PRONOUN, Kind.OBLIQUE):
        return True
    if token.kind is Kind.INDEFINITE:
        return token.text in ("alguien", "nadie", "quien", "uno", "todos")
    return token.noun is not None and token.noun.classes[0] in ("kin", "person")


Rule = Callable[[Tokens, Token, Tokens, Tokens], Token | None]
