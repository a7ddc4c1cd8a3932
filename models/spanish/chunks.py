"""From tokens to phrases: what belongs together before anybody asks who does what."""

from __future__ import annotations

from dataclasses import replace

from models.spanish.adjectives import SHORTENED
from models.spanish.cursor import Cursor
from models.spanish.neighbours import VERBAL, is_copula
from models.spanish.nominal import NOUNS, a_little_of, is_poured, noun_phrase, some_of
from models.spanish.phrases import Adverbial, Chunk, Infinitive, NounPhrase, Prepositional, Quality
from models.spanish.tokens import Kind, Token


def chunks_of(tokens: list[Token]) -> list[Chunk]:
    """The phrases of a message."""
    cursor = Cursor(tokens)
    made: list[Chunk] = []
    while cursor.position < len(cursor.tokens):
        made.append(_chunk(cursor, made))
    return made


def _chunk(cursor: Cursor, made: list[Chunk]) -> Chunk:
    token = cursor.tokens[cursor.position]
    infinitive = _infinitive(cursor, made)
    if infinitive is not None:
        return infinitive
    if token.kind is Kind.PREPOSITION:
        return _prepositional(cursor)
    if token.kind is Kind.LOCATIVE:
        return _locative(cursor)
    if token.text == "ni" and token.kind is Kind.COORDINATOR:
        neither = _neither(cursor)
        if neither is not None:
            return neither
    if token.kind is Kind.DEGREE or token.text in (
        "más",
        "menos",
        "mucho",
        "poco",
        "demasiado",
    ):
        graded = _graded(cursor)
        if graded is not None:
            return graded
    if not _is_predicate(cursor, made):
        phrase = noun_phrase(cursor, made)
        if phrase is not None:
            return phrase
    token = cursor.take()
    if token.kind is Kind.ADJECTIVE:
        return Quality(token)
    if token.kind in (Kind.TIME, Kind.PLACE, Kind.MANNER, Kind.ADVERB, Kind.DEGREE):
        return Adverbial((token,))
    if token.kind is Kind.QUANTIFIER:
        return Adverbial((token,))
    return token


def _infinitive(cursor: Cursor, made: list[Chunk]) -> Chunk | None:
    """para, jugar; después, de, comer: only before the verb of the sentence."""
    token = cursor.tokens[cursor.position]
    if any(isinstance(c, Token) and c.kind in VERBAL for c in made):
        return None
    length = 0
    if token.text in ("para", "sin", "al", "después de", "antes de"):
        length = 1
    elif token.text in ("después", "antes") and cursor.text(1) == "de":
        length = 2
    later = [t for t in cursor.tokens[cursor.position + length + 1 :] if t.kind in VERBAL]
    if not length or cursor.kind(length) is not Kind.VERB or not later:
        return None
    prepositions = tuple(cursor.take() for _ in range(length))
    return Infinitive(prepositions, cursor.take())


def _is_predicate(cursor: Cursor, made: list[Chunk]) -> bool:
    """Whether a feeling here is said of the person just named: yo, asustado, tormenta."""
    token = cursor.tokens[cursor.position]
    if token.kind is not Kind.ADJECTIVE or not made:
        return False
    if token.text in SHORTENED and cursor.kind(1) in (Kind.NOUN, Kind.WORD):
        return False  # ser, buen, cocinero
    before = made[-1]
    if isinstance(before, Token) and is_copula(before):
        return True
    named = isinstance(before, NounPhrase) and (before.is_pronoun or before.is_bare_name)
    return named and before is made[-1]


def _prepositional(cursor: Cursor) -> Chunk:
    prepositions = [cursor.take()]
    while cursor.kind() is Kind.PREPOSITION:
        prepositions.append(cursor.take())
    phrase = noun_phrase(cursor, [])
    if phrase is not None and prepositions[-1].text == "entre" and not phrase.is_plural:
        other = noun_phrase(cursor, [])  # entre, plato, vaso
        phrase = replace(phrase, joined=(*phrase.joined, (None, other))) if other else phrase
    if phrase is not None:
        return Prepositional(tuple(prepositions), phrase)
    if cursor.kind() in (Kind.TIME, Kind.PLACE, Kind.LOCATIVE, Kind.MANNER, Kind.ADVERB):
        return Adverbial((*prepositions, cursor.take()))
    if len(prepositions) > 1:
        cursor.position -= len(prepositions) - 1
    return prepositions[0]


def _neither(cursor: Cursor) -> Chunk | None:
    """ni el médico ni el dentista."""
    lead = cursor.take()
    phrase = noun_phrase(cursor, [])
    if phrase is None:
        cursor.position -= 1
        return None
    return replace(phrase, lead=lead)


def _locative(cursor: Cursor) -> Chunk:
    """encima (de) la mesa: the place with the thing, if one follows."""
    locative = cursor.take()
    linked = [locative]
    if cursor.kind() is Kind.PREPOSITION and cursor.text() == "de":
        linked.append(cursor.take())
    phrase = noun_phrase(cursor, [])
    if phrase is not None and not _starts_clause(phrase, cursor.kind()):
        return Prepositional(tuple(linked), phrase)
    if phrase is not None:
        cursor.position -= len(phrase.tokens())
    if len(linked) == 2:
        cursor.position -= 1
    return Adverbial((locative,))


def _graded(cursor: Cursor) -> Chunk | None:
    """muy cansado, más grande, mucho mejor, muy bien; None if a noun follows."""
    degrees = [cursor.take()]
    while cursor.kind() is Kind.DEGREE:
        degrees.append(cursor.take())
    after = cursor.peek()
    if after is not None and after.kind is Kind.ADJECTIVE and cursor.kind(1) not in NOUNS:
        return Quality(cursor.take(), tuple(degrees))
    if after is not None and after.kind in (Kind.MANNER, Kind.PLACE, Kind.LOCATIVE, Kind.TIME):
        is_graded = degrees[-1].kind is Kind.DEGREE or after.kind is Kind.MANNER
        if is_graded and degrees[-1].text != "un poco":
            return Adverbial((*degrees, cursor.take()))
    bit = " ".join(t.text for t in degrees) == "un poco"
    if bit and is_poured(cursor):
        return some_of(cursor, degrees)
    little = degrees[-1].text in ("poco", "un poco") and cursor.text() == "de"
    if little and cursor.kind(1) in (Kind.NOUN, Kind.WORD):
        return a_little_of(cursor, degrees)
    cursor.position -= len(degrees)
    if degrees[0].kind is Kind.DEGREE:
        cursor.position += len(degrees)
        return Adverbial(tuple(degrees))
    return None


def _starts_clause(phrase: NounPhrase, following: Kind | None) -> bool:
    """Whether a phrase behind a place adverb is the subject of what follows."""
    return following in VERBAL and phrase.is_animate
