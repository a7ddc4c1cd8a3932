"""What happens by itself behind how somebody is: «contento, salir, sol», «triste, ser, lunes»."""

from __future__ import annotations

from models.spanish.neighbours import is_copula
from models.spanish.phrases import Chunk, NounPhrase, is_natural
from models.spanish.tokens import Token
from models.spanish.verbkinds import COMING, UNACCUSATIVE
from models.spanish.verbs import frame


def happens(verb: Token, phrase: NounPhrase, chunks: list[Chunk]) -> bool:
    """«prueba, salir, bien», «salir, sol», «empezar, excursión»: a thing does it by itself."""
    asks, kind = frame(verb.entry.verb or verb.lemma), phrase.classes()[0]
    if is_copula(verb):
        return is_occasion(verb, chunks)
    leads = chunks.index(phrase) < chunks.index(verb)
    if verb.lemma in COMING:
        return kind in ("event", "season", "feast", "media")
    if is_natural(phrase):
        return verb.lemma in UNACCUSATIVE
    acts = asks.known and not asks.has("tr")
    return leads and acts and kind not in asks.prepositions and kind != "time"


def is_occasion(verb: Token, chunks: list[Chunk]) -> bool:
    """«contento, ser, mi, cumpleaños»: what day it is."""
    behind = chunks[chunks.index(verb) + 1 :]
    first = behind[0] if behind else None
    is_day = isinstance(first, NounPhrase) and first.classes()[0] in _OCCASIONS
    return verb.lemma == "ser" and is_day


_OCCASIONS = ("event", "season", "feast", "weekday", "month", "time")
