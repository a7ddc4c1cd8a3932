"""Content words of two classes, decided by their neighbours: frío, rosa, solo, mal, para."""

from __future__ import annotations

from dataclasses import replace

from models.spanish import adjectives, words
from models.spanish.conjugator import Person
from models.spanish.lexicon import verb_of
from models.spanish.neighbours import (
    NOMINAL,
    NOUN_STARTS,
    VERBAL,
    Tokens,
    is_copula,
    is_who,
    kind_of_token,
    last_of,
    next_of,
)
from models.spanish.nouns import Noun
from models.spanish.tokens import Entry, Kind, Token
from models.spanish.verbs import frame
from models.spanish.wordlist import listed

_ADVERBIAL = listed("rápido lento fuerte alto bajo claro duro fatal genial regular igual")


_COLOURS_OF_THINGS = listed("rosa naranja violeta lila malva")


def state(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*frío* is what a thing is and what a person has."""
    if token.kind is not Kind.NOUN or not token.entry.adjective:
        return None
    before = last_of(made)
    if token.noun is None or "state" not in token.noun.classes:
        return None
    of_thing = before is not None and before.kind in NOMINAL and not is_who(before)
    if before is not None and _keeps_warm(before) and any(t.kind in VERBAL for t in made):
        return None
    if of_thing or kind_of_token(before) in (Kind.DEGREE, Kind.NEUTER) or is_copula(before):
        return token.as_kind(Kind.ADJECTIVE, token.entry.adjective)
    return None


def _keeps_warm(token: Token) -> bool:
    """Whether cold or heat behind this is a reason for it, not how it is: querer, manta, frío."""
    kind = token.noun.classes[0] if token.noun is not None else ""
    return kind == "clothes" or token.lemma in ("manta", "edredón", "calefacción", "ventilador")


def noun_or_adjective(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """rosa, naranja, viejo, muerto: an adjective behind a noun, a copula or *muy*."""
    if token.kind is not Kind.NOUN or not token.entry.adjective or token.noun is None:
        return None
    before = last_of(made)
    if before is None or "trade" in token.noun.flags or "state" in token.noun.classes:
        return None
    if before.kind is Kind.NAME and token.noun.classes[0] == "text":
        return None
    adjective = token.as_kind(Kind.ADJECTIVE, token.entry.adjective)
    if token.text.rstrip("s") in _COLOURS_OF_THINGS:
        drink = before.noun is not None and "de" in before.noun.flags
        return adjective if before.kind in NOMINAL and not drink else None
    acted = any(t.kind in VERBAL and not is_copula(t) for t in made)
    if before.kind is Kind.PRONOUN and acted:
        return None
    if before.lemma in ("estar", "sentir") and adjectives.kind(token.entry.adjective) == "state":
        return adjective
    person = token.noun.classes[0] in ("kin", "person") or token.noun.word == "perezoso"
    if is_copula(before) and not person:
        return None
    if before.kind in NOMINAL | {Kind.PRONOUN, Kind.NEUTER, Kind.DEGREE} or is_copula(before):
        return None if kind_of_token(next_of(rest)) in VERBAL else adjective
    return None


def adverbial_adjective(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """correr rápido: some adjectives behind a verb say how."""
    graded = [t for t in made if t.kind is Kind.DEGREE or t.text in ("más", "menos", "demasiado")]
    verbs = [t for t in made if t not in graded]
    before = last_of(verbs)
    near = before is not None and made.index(before) + len(graded) == len(made) - 1
    if token.text not in _ADVERBIAL or before is None or before.kind not in VERBAL or not near:
        return None
    if is_copula(before) or kind_of_token(next_of(rest)) in NOMINAL:
        return None
    return token.as_kind(Kind.MANNER, token.text)


def aside(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """girar, derecha; mover, silla, izquierda: where to; but mano derecha is a hand."""
    before = last_of(made)
    if token.text not in ("derecha", "izquierda") or before is None:
        return None
    own = before.noun is not None and before.noun.classes[0] in ("body", "clothes", "place")
    moved = any(t.kind in VERBAL and verb_of(t.entry.verb or t.lemma) in _TURNED for t in made)
    if own or not moved or kind_of_token(next_of(rest)) in NOMINAL:
        return None
    way = f"a la {token.text}"
    return replace(token, text=way, entry=Entry(Kind.MANNER, way))


_TURNED = listed("mover girar ir torcer doblar seguir poner mirar empujar inclinar subir bajar")


def lonely(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*solo* is lonely behind a verb or pronoun, else *only*."""
    small = token.text in ("solito", "solita") and token.kind is Kind.NOUN
    if small and last_of(made) is not None and not any(t.lemma == "hacer" for t in made):
        return token.as_kind(Kind.ADJECTIVE, "solito")
    if token.text not in ("solo", "sola", "solos") or token.kind is not Kind.ADVERB:
        return None
    before = kind_of_token(last_of(made))
    if (
        before in VERBAL | {Kind.PRONOUN, Kind.NAME, Kind.NOUN, Kind.DEGREE}
        and kind_of_token(next_of(rest)) not in NOMINAL | VERBAL
    ):
        return token.as_kind(Kind.ADJECTIVE, "solo")
    return None


def social(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """bueno, claro, mierda and others inside a sentence are what they are elsewhere."""
    if token.kind is not Kind.SOCIAL:
        return None
    before = last_of(made)
    if token.text in words.SWEARING and _is_said_of(before):
        return replace(token, entry=Entry(Kind.NOUN, token.text, _SWEAR_NOUN))
    lemma = adjectives.lemma_of(token.text)
    if lemma is None:
        return None
    starts_sentence = before is None and any(t.kind in VERBAL for t in rest)
    if starts_sentence or (before is not None and before.kind is Kind.SOCIAL):
        return None
    return replace(token, entry=Entry(Kind.ADJECTIVE, lemma, adjective=lemma))


def _is_said_of(before: Token | None) -> bool:
    """Whether a swear word here is part of the sentence: es una mierda, ir a la mierda."""
    if before is None:
        return False
    return (
        is_copula(before)
        or verb_of(before.lemma) == "ir"
        or before.kind
        in (
            Kind.ARTICLE,
            Kind.QUANTIFIER,
            Kind.PREPOSITION,
        )
    )


_SWEAR_NOUN = Noun("mierda", ("thing",), frozenset(), True)


def para(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*para* alone is stop."""
    if token.text != "para" or token.kind is not Kind.PREPOSITION or made:
        return None
    after = next_of(rest)
    if (
        after is None
        or after.kind in (Kind.SOCIAL, Kind.TIME, Kind.MARK, Kind.NAME)
        or after.text == "para"
    ):
        return replace(
            token, entry=Entry(Kind.FINITE, "parar", verb="parar", person=Person.SECOND, mood=None)
        )
    return None


def sung(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """cantar cumpleaños feliz, decir hola: what is sung or said belongs to the verb."""
    before = last_of(made)
    if token.kind is not Kind.SOCIAL or before is None or before.kind not in VERBAL:
        return None
    if verb_of(before.entry.verb or before.lemma) not in ("cantar", "decir", "gritar"):
        return None
    noun = Noun(token.text, ("text",), frozenset({"bare"}))
    return replace(token, entry=Entry(Kind.WORD, token.text, noun))


def power(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*un poder mágico*: an infinitive behind a determiner and before an adjective is a noun."""
    if token.text not in ("poder", "deber", "placer") or kind_of_token(next_of(rest)) in VERBAL:
        return None
    before = last_of(made)
    had = before is not None and before.lemma == "tener"
    if had or kind_of_token(before) in (Kind.ARTICLE, Kind.POSSESSIVE, Kind.DEMONSTRATIVE):
        return replace(token, entry=Entry(Kind.NOUN, token.text, Noun(token.text, ("abstract",))))
    return None


def a_little(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*un*, *poco* in two taps."""
    if token.text == "un" and rest and rest[0].text == "poco":
        return replace(token, entry=Entry(Kind.DEGREE, "un"))
    before = last_of(made)
    if (
        token.text == "poco"
        and before is not None
        and before.lemma == "un"
        and before.kind is Kind.DEGREE
    ):
        return replace(token, entry=Entry(Kind.DEGREE, "poco"))
    return None


def first_of_all(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*primero* before a verb says when."""
    if token.text != "primero" or kind_of_token(next_of(rest)) not in VERBAL:
        return None
    return replace(token, entry=Entry(Kind.TIME, "primero"))


def better(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*mejor* before a noun behind a determiner is an adjective: mi mejor amigo."""
    if token.text not in ("mejor", "peor", "mal") or token.kind is not Kind.MANNER:
        return None
    if token.text == "mal" and not made and kind_of_token(next_of(rest)) is Kind.NOUN:
        return replace(token, entry=Entry(Kind.ADJECTIVE, "malo", adjective="malo"))
    determined = kind_of_token(last_of(made)) in (Kind.POSSESSIVE, Kind.ARTICLE, Kind.DEMONSTRATIVE)
    if determined and kind_of_token(next_of(rest)) in NOMINAL:
        return replace(token, entry=Entry(Kind.ADJECTIVE, token.text, adjective=token.text))
    return None


def bajo(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*bajo* behind a noun or copula is an adjective."""
    if token.text != "bajo" or token.kind is not Kind.PREPOSITION:
        return None
    before = last_of(made)
    if kind_of_token(next_of(rest)) in NOUN_STARTS | {Kind.ARTICLE} and not is_copula(before):
        return None
    return replace(token, entry=Entry(Kind.ADJECTIVE, "bajo", adjective="bajo"))


def people(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """ricos, deber, pagar: what several are like, before what they do, are those who are so."""
    if token.kind is not Kind.ADJECTIVE or not token.entry.plural:
        return None
    after = next_of(rest)
    free = {Kind.ARTICLE, Kind.TIME, Kind.NEGATION}
    does = after is not None and after.kind is Kind.VERB and not is_copula(after)
    lasting = adjectives.kind(token.entry.adjective) in ("trait", "taste")
    if not (does and lasting and all(t.kind in free for t in made)):
        return None
    feminine = token.text.endswith("as")
    noun = Noun(token.text.removesuffix("s"), ("person",), frozenset(), feminine)
    return replace(token, entry=Entry(Kind.NOUN, noun.word, noun, plural=True))


def resembling(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """bebé, parecer, abuelo; tú, parecer, tu, tía: somebody is like one of the family."""
    if token.text != "parecer" or not made or not all(map(is_who, made)) or not rest:
        return None
    like = rest[1] if rest[0].kind in (Kind.POSSESSIVE, Kind.ARTICLE) and rest[1:] else rest[0]
    kin = like.noun is not None and like.noun.classes[0] == "kin" and like.kind is Kind.NOUN
    return replace(token, text="parecerse", entry=Entry(Kind.VERB, "parecerse")) if kin else None


def stopping(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """prima, dejar, fumar: nobody is let, somebody stops."""
    after = next_of(rest)
    if token.text != "dejar" or after is None or after.lemma not in _HABITS:
        return None
    if not any(map(is_who, made)):
        return None
    return replace(token, text="dejar de", entry=Entry(Kind.VERB, "dejar de"))


_HABITS = listed("fumar beber llorar gritar roncar crecer trabajar")


def half(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """medio, kilo; media, hora: how much, before what is measured."""
    after = next_of(rest)
    if token.lemma != "medio" or after is None or after.kind is not Kind.NOUN:
        return None
    measured = after.noun is not None and after.noun.classes[0] in (
        "abstract",
        "time",
        "food",
        "dish",
    )
    return replace(token, entry=Entry(Kind.QUANTIFIER, "medio")) if measured else None


def before_doing(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """hacer, deberes, antes, cenar: *antes* between two verbs is *antes de*."""
    if token.text not in ("antes", "después") or kind_of_token(next_of(rest)) is not Kind.VERB:
        return None
    leads = not made and any(t.kind in VERBAL for t in rest[1:])
    follows = token.text == "antes" and any(t.kind in VERBAL for t in made)
    if not leads and not follows:
        return None
    text = f"{token.text} de"
    return replace(token, text=text, entry=Entry(Kind.PREPOSITION, text))


def cry(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """ayuda, él, pegar; él, pegar, yo, basta: a cry, not what he does or has."""
    after = next_of(rest)
    if token.text in _CRIES and after is None and any(map(_is_harm, made)):
        return token.as_kind(Kind.SOCIAL)
    if token.text == "cuidado" and not made and kind_of_token(after) in (*NOMINAL, Kind.ARTICLE):
        return token.as_kind(Kind.SOCIAL)
    alarms = token.text in _ALARMS and after is not None and after.lemma in _HURRYING
    called = token.text.casefold() in _ASSISTANTS or alarms
    if called and not made and after is not None and after.kind is Kind.VERB:
        return token.as_kind(Kind.SOCIAL)
    if token.text not in ("ayuda", "peligro") or made or after is None or not is_who(after):
        return None
    return token.as_kind(Kind.SOCIAL) if any(t.kind in VERBAL for t in rest) else None


_ASSISTANTS = listed("alexa siri cortana google")
_ALARMS = listed("fuego incendio socorro auxilio")
_HURRYING = listed("llamar avisar salir correr venir ayudar apagar")
_CRIES = ("ayuda", "socorro", "auxilio", "basta", "peligro")


def _is_harm(token: Token) -> bool:
    return token.kind is Kind.VERB and bool(
        frame(token.entry.verb or token.lemma).flags & {"harm", "touch"}
    )


def abuse(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """ser, hijo de puta: what somebody is called belongs to the sentence."""
    if token.kind is not Kind.SOCIAL or not is_copula(last_of(made)):
        return None
    if not token.text.startswith("hij"):
        return None
    return replace(token, entry=Entry(Kind.NOUN, token.text, Noun(token.text, ("person",))))
