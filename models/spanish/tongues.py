"""Languages and people have one word: *inglés* is spoken, taught, or comes to dinner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.spanish.lexicon import verb_of
from models.spanish.neighbours import NOMINAL, VERBAL, Tokens, kind_of_token, next_of
from models.spanish.nouns import Noun
from models.spanish.tokens import Entry, Kind, Token
from models.spanish.wordlist import listed

_TONGUES = listed(
    """
    inglés francés alemán italiano español portugués catalán gallego vasco chino japonés árabe
    ruso rumano ucraniano polaco griego
    """
)


_OF_TONGUES = listed(
    """
    hablar aprender estudiar entender saber escribir leer practicar enseñar traducir
    suspender aprobar repasar
    """
)


_TAUGHT = listed("clase examen profesor profesora profe maestro maestra deberes ejercicio curso")


_AMOUNTS = listed("poco mucho bastante algo muy bien mal") | {"un poco"}


def tongue(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """hablar, inglés; clase, francés: what is spoken and taught is the language."""
    if token.text not in _TONGUES or any(t.kind in VERBAL for t in rest):
        return None
    if kind_of_token(next_of(rest)) in NOMINAL or not _is_spoken([t.lemma for t in made]):
        return None
    noun = Noun(token.text, ("language",), frozenset({"mass"}))
    return replace(token, entry=Entry(Kind.NOUN, token.text, noun))


def spoken(words: Sequence[str]) -> frozenset[int]:
    """Which of the lower-case words of a message are languages, by their places."""
    return frozenset(
        at for at, word in enumerate(words) if word in _TONGUES and _is_spoken(words[:at])
    )


def _is_spoken(before: Sequence[str]) -> bool:
    """Whether the last word that is no amount is a verb of languages, or what is taught."""
    words = [word for word in before if word not in _AMOUNTS]
    return bool(words) and (verb_of(words[-1]) in _OF_TONGUES or words[-1] in _TAUGHT)
