"""Noun phrases read from tokens: determiners, adjectives, complements, lists."""

from __future__ import annotations

from dataclasses import replace

from models.spanish import adjectives
from models.spanish.adjectives import GOVERNING, OF_PERSONS
from models.spanish.compounds import compound
from models.spanish.cursor import Cursor
from models.spanish.neighbours import VERBAL
from models.spanish.nouns import Noun
from models.spanish.phrases import Article, Chunk, Complement, NounPhrase, Quality
from models.spanish.tokens import Kind, Token
from models.spanish.verbs import frame

_HEADS = frozenset({Kind.NOUN, Kind.NAME, Kind.WORD, Kind.PRONOUN, Kind.OBLIQUE, Kind.INDEFINITE})


NOUNS = frozenset({Kind.NOUN, Kind.WORD})


_DETERMINERS = frozenset({Kind.ARTICLE, Kind.DEMONSTRATIVE, Kind.POSSESSIVE})


_COUNTS = frozenset({Kind.QUANTIFIER, Kind.NUMBER})


def is_poured(cursor: Cursor) -> bool:
    """Whether what follows is not counted, and not what one loves or suffers a little."""
    token = cursor.peek()
    if token is None or token.noun is None or "mass" not in token.noun.flags:
        return False
    before = cursor.tokens[cursor.position - 2] if cursor.position > 1 else None
    return not (before is not None and before.kind in VERBAL and frame_has_dative(before))


def some_of(cursor: Cursor, degrees: list[Token]) -> Chunk | None:
    """un poco (de) agua."""
    phrase = _single(cursor)
    if phrase is None:
        return None
    words = [t.as_kind(Kind.ADVERB) for t in degrees]
    words[-1] = replace(words[-1], text=words[-1].text + " de")
    return replace(phrase, quantifiers=tuple(words))


def a_little_of(cursor: Cursor, degrees: list[Token]) -> Chunk | None:
    """un poco de agua: the quantity stands before the noun."""
    degrees.append(cursor.take())
    phrase = _single(cursor)
    if phrase is None or phrase.is_determined:
        cursor.position -= len(degrees) + (len(phrase.tokens()) if phrase is not None else 0)
        return None
    return replace(phrase, quantifiers=tuple(t.as_kind(Kind.ADVERB) for t in degrees))


def noun_phrase(cursor: Cursor, made: list[Chunk]) -> NounPhrase | None:
    start = cursor.position
    phrase = _single(cursor)
    if phrase is None:
        cursor.position = start
        return None
    return _joined(cursor, phrase, made)


def _single(cursor: Cursor) -> NounPhrase | None:
    """One phrase: determiners, adjectives before, noun, adjectives and complements behind."""
    quantifiers: list[Token] = []
    determiner: Token | None = None
    while True:
        token = cursor.peek()
        if token is None:
            break
        if (token.kind in _DETERMINERS and determiner is None) or (
            token.kind is Kind.NEUTER and cursor.kind(1) in (Kind.NOUN, Kind.WORD)
        ):
            determiner = cursor.take()
        elif determiner is not None and _is_other_one(cursor, determiner):
            break
        elif token.kind in _COUNTS and _is_count(cursor):
            quantifiers.append(cursor.take())
        else:
            break
    before = _adjectives_before(cursor)
    head = _head(cursor, determiner, quantifiers)
    if head is None and determiner is None and not quantifiers:
        cursor.position -= sum(len(q.tokens()) for q in before)
        return None
    if head is None and cursor.kind() is Kind.ADJECTIVE and not before:
        before = []
    phrase = NounPhrase(head, determiner, tuple(quantifiers), tuple(before))
    return _completed(cursor, phrase)


def _is_other_one(cursor: Cursor, determiner: Token) -> bool:
    """este, otro: two things, if no noun follows."""
    token = cursor.peek()
    if token is None or token.lemma != "otro" or determiner.kind is not Kind.DEMONSTRATIVE:
        return False
    return cursor.kind(1) not in (Kind.NOUN, Kind.WORD, Kind.ADJECTIVE)


def _is_count(cursor: Cursor) -> bool:
    """Whether a quantifier here counts a noun: «más agua», not «más bonito» or «comer más»."""
    token = cursor.tokens[cursor.position]
    ahead = 1
    while cursor.kind(ahead) in _COUNTS | {Kind.ADJECTIVE, Kind.DEGREE}:
        ahead += 1
    if cursor.kind(ahead) in (Kind.NOUN, Kind.WORD):
        return not (token.lemma in ("mucho", "poco") and _is_uncounted(cursor, ahead))
    if token.kind is Kind.NUMBER:
        return True
    if cursor.kind(ahead) is Kind.NAME and token.lemma == "otro":
        return True
    return token.lemma in (
        "otro",
        "todo",
        "algún",
        "ningún",
        "cualquier",
        "varios",
        "ambos",
        "mismo",
    )


def _is_uncounted(cursor: Cursor, ahead: int) -> bool:
    """Whether *mucho* before this noun says how much one loves or hurts."""
    before = cursor.tokens[cursor.position - 1] if cursor.position else None
    if before is not None and before.kind in VERBAL and frame_has_dative(before):
        return True
    if before is not None and before.kind is Kind.VERB and _is_enjoyed(cursor, before, ahead):
        return True
    return _is_one_person(cursor.peek(ahead))


def _is_enjoyed(cursor: Cursor, verb: Token, ahead: int) -> bool:
    """divertir, mucho, fiesta: not many of them, if the word is singular."""
    token = cursor.peek(ahead)
    if token is None or token.noun is None or token.entry.plural:
        return False
    asks = frame(verb.lemma)
    moved = asks.known and (asks.has("refl") or asks.has("pron") or not asks.has("tr"))
    return moved and "mass" not in token.noun.flags


def _adjectives_before(cursor: Cursor) -> list[Quality]:
    found: list[Quality] = []
    ahead = 0
    while cursor.kind(ahead) in (Kind.ADJECTIVE, Kind.DEGREE):
        ahead += 1
    if ahead == 0 or cursor.kind(ahead) not in (Kind.NOUN, Kind.WORD):
        return found
    noun = cursor.tokens[cursor.position + ahead].noun
    if _tells_feeling(cursor, made_of=ahead, noun=noun):
        return found
    ordered = all(
        adjectives.stands_before(t.lemma)
        for t in cursor.tokens[cursor.position : cursor.position + ahead]
        if t.kind is Kind.ADJECTIVE
    )
    noun = cursor.tokens[cursor.position + ahead].noun
    named = noun is not None and noun.classes[0] in ("kin", "person")
    if not ordered and (named or cursor.kind(ahead + 1) in VERBAL):
        return found
    degrees: list[Token] = []
    for _ in range(ahead):
        token = cursor.take()
        if token.kind is Kind.DEGREE:
            degrees.append(token)
        else:
            found.append(Quality(token, tuple(degrees)))
            degrees = []
    return found


def _tells_feeling(cursor: Cursor, made_of: int, noun: Noun | None) -> bool:
    """Whether a message begins with what only a person can be: asustado, tormenta."""
    first = cursor.tokens[cursor.position]
    verbs = any(t.kind in VERBAL for t in cursor.tokens)
    if cursor.position or made_of != 1 or verbs or noun is None:
        return False
    beings = ("kin", "person") if first.lemma in GOVERNING else ("kin", "person", "animal")
    return noun.classes[0] not in beings and first.lemma in OF_PERSONS


def _head(cursor: Cursor, determiner: Token | None, quantifiers: list[Token]) -> Token | None:
    token = cursor.peek()
    if token is None:
        return None
    if quantifiers and _is_day(token) and quantifiers[-1].kind is Kind.NUMBER:
        return None  # noventa, martes: at ninety, or at nine, on a Tuesday
    if token.kind in (Kind.NOUN, Kind.WORD, Kind.NAME):
        return cursor.take()
    if token.kind in (Kind.PRONOUN, Kind.OBLIQUE, Kind.NEUTER):
        alone = determiner is None and all(q.lemma == "todo" for q in quantifiers)
        return cursor.take() if alone else None
    if token.kind is Kind.INDEFINITE and determiner is None:
        return cursor.take()
    return None


def _is_day(token: Token) -> bool:
    return token.noun is not None and token.noun.classes[0] == "weekday"


def _completed(cursor: Cursor, phrase: NounPhrase) -> NounPhrase:
    """Adjectives, possessives, de-phrases and further nouns that belong to the noun."""
    moved = tuple(q for q in phrase.before if not adjectives.stands_before(q.adjective.lemma))
    kept = tuple(q for q in phrase.before if adjectives.stands_before(q.adjective.lemma))
    phrase = replace(phrase, before=kept, after=moved)
    if phrase.head is not None and phrase.head.kind in (Kind.PRONOUN, Kind.OBLIQUE):
        return phrase
    phrase = _with_nouns(cursor, _with_adjectives(cursor, phrase))
    return _with_quantity(cursor, phrase)


def _with_quantity(cursor: Cursor, phrase: NounPhrase) -> NounPhrase:
    """hambre, mucho: how much, tapped behind what is not counted."""
    token = cursor.peek()
    if token is None or token.lemma not in (
        "mucho",
        "poco",
        "bastante",
        "demasiado",
        "muchísimo",
    ):
        return phrase
    if token.kind is not Kind.QUANTIFIER or phrase.is_determined or phrase.after:
        return phrase
    follows = cursor.kind(1) in (Kind.NOUN, Kind.WORD, Kind.ADJECTIVE)
    counted = not phrase.has_flag("mass") or phrase.complements
    return phrase if follows or counted else replace(phrase, quantifiers=(cursor.take(),))


def _with_adjectives(cursor: Cursor, phrase: NounPhrase) -> NounPhrase:
    neutral = phrase.head is not None and phrase.head.kind in (Kind.NEUTER, Kind.INDEFINITE)
    while not neutral:
        degrees = 0
        while cursor.kind(degrees) is Kind.DEGREE or cursor.text(degrees) in (
            "más",
            "menos",
        ):
            degrees += 1
        if cursor.kind(degrees) is Kind.ADJECTIVE:
            taken = tuple(cursor.take() for _ in range(degrees))
            phrase = replace(phrase, after=(*phrase.after, Quality(cursor.take(), taken)))
        elif cursor.kind() is Kind.COORDINATOR and phrase.after and _is_quality(cursor, 1):
            conjunction = cursor.take()
            phrase = replace(phrase, after=(*phrase.after, Quality(cursor.take(), (), conjunction)))
        elif degrees == 0 and _is_possessive_behind(cursor, phrase):
            owner = cursor.take()
            short = owner.text in ("mi", "tu")
            phrase = (
                replace(phrase, determiner=owner) if short else replace(phrase, possessive=owner)
            )
        else:
            return phrase
    return phrase


def _is_quality(cursor: Cursor, ahead: int) -> bool:
    return cursor.kind(ahead) is Kind.ADJECTIVE and cursor.kind(ahead + 1) not in NOUNS


def _is_possessive_behind(cursor: Cursor, phrase: NounPhrase) -> bool:
    token = cursor.peek()
    if token is None or token.kind is not Kind.POSSESSIVE or phrase.determiner is not None:
        return False
    if token.text in ("mi", "tu") and (cursor.kind(1) is None or _is_graded(cursor, 1)):
        return phrase.head is not None
    long = token.text not in ("mi", "tu", "su", "mis", "tus", "sus")
    return long and cursor.kind(1) not in (Kind.NOUN, Kind.WORD) and phrase.head is not None


def _is_graded(cursor: Cursor, ahead: int) -> bool:
    """Whether an adjective with its degree and no noun stands there: más rápido."""
    graded = cursor.text(ahead) in ("más", "menos", "tan", "muy")
    told = cursor.kind(ahead + 1) is Kind.ADJECTIVE and cursor.kind(ahead + 2) not in NOUNS
    return graded and told


_LISTED = NOUNS | {Kind.NAME, Kind.POSSESSIVE, Kind.NUMBER, Kind.QUANTIFIER, Kind.SOCIAL}


def _with_nouns(cursor: Cursor, phrase: NounPhrase) -> NounPhrase:
    while True:
        start = cursor.position
        if cursor.text() in ("de", "del") and phrase.head is not None:
            preposition = cursor.take()
            inner = _single(cursor)
            if inner is None:
                cursor.position = start
                return phrase
            phrase = _with(phrase, Complement((preposition,), inner, article=_inner(inner)))
            continue
        if cursor.kind() not in (Kind.NOUN, Kind.NAME, Kind.WORD, Kind.POSSESSIVE):
            return phrase
        inner = _single(cursor)
        in_list = all(t.kind in _LISTED for t in cursor.tokens)
        complement = compound(phrase, inner, cursor.kind(), in_list) if inner is not None else None
        if complement is None:
            cursor.position = start
            return phrase
        phrase = _with(phrase, complement)
        if inner is not None and inner.after and not complement.phrase.after:
            phrase = replace(phrase, after=(*phrase.after, *inner.after))


def _joined(cursor: Cursor, phrase: NounPhrase, made: list[Chunk]) -> NounPhrase:
    """Further phrases behind *y* or *o*, unless a new sentence begins there."""
    while cursor.kind() is Kind.COORDINATOR:
        start = cursor.position
        conjunction = cursor.take()
        other = _single(cursor)
        seen_verb = any(isinstance(c, Token) and c.kind in VERBAL for c in made)
        begins = (
            other is not None
            and seen_verb
            and cursor.kind() in VERBAL | {Kind.NEGATION, Kind.CLITIC}
        )
        if other is None or begins:
            cursor.position = start
            return phrase
        phrase = replace(phrase, joined=(*phrase.joined, (conjunction, other)))
    return phrase


def frame_has_dative(verb: Token) -> bool:
    """Whether a verb is like gustar."""
    return frame(verb.entry.verb or verb.lemma).has("dat")


def _is_one_person(token: Token | None) -> bool:
    """Whether a noun is somebody who is not counted: querer mucho abuela."""
    if token is None or token.noun is None or token.entry.plural:
        return False
    return token.noun.classes[0] in ("kin", "body") and "mass" not in token.noun.flags


def _with(phrase: NounPhrase, complement: Complement) -> NounPhrase:
    return replace(phrase, complements=(*phrase.complements, complement))


def _inner(phrase: NounPhrase) -> Article:
    """The article of a noun behind a tapped *de*: la casa de la abuela, zumo de naranja."""
    if phrase.is_who or phrase.classes()[0] in ("animal", "place", "plant", "body", "furniture"):
        return Article.NONE if phrase.is_plural and not phrase.is_who else Article.DEFINITE
    return Article.NONE
