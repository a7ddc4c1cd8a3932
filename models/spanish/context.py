"""Words of more than one class, decided by their neighbours: la (article, pronoun), frío, rosa."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models.spanish import adjectives, words
from models.spanish.conjugator import Mood, Person
from models.spanish.lexicon import entry, verb_of
from models.spanish.nouns import Noun, lookup
from models.spanish.tokens import Entry, Kind, Token
from models.spanish.wordlist import listed

NOMINAL = frozenset({Kind.NOUN, Kind.NAME, Kind.WORD})
_NOUN_STARTS = NOMINAL | {Kind.ADJECTIVE, Kind.NUMBER, Kind.QUANTIFIER, Kind.POSSESSIVE}
VERBAL = frozenset({Kind.VERB, Kind.FINITE, Kind.GERUND})
COPULAS = listed(
    """
    ser estar parecer ponerse poner quedarse quedar sentirse sentir volverse
    """
)
_ADVERBIAL = listed("rápido lento fuerte alto bajo claro duro fatal genial regular igual")
_COLOURS_OF_THINGS = listed("rosa naranja violeta lila malva")

Tokens = list[Token]


def disambiguated(tokens: Tokens) -> Tokens:
    """The tokens, each with the class that fits its place."""
    made: Tokens = []
    for i, token in enumerate(tokens):
        for rule in _RULES:
            changed = rule(made, token, tokens[i + 1 :], tokens)
            if changed:
                token = changed
                break
        made.append(token)
    return made


def is_copula(token: Token | None) -> bool:
    """Whether the token is ser, estar or a verb like them."""
    if token is None or token.kind not in VERBAL:
        return False
    return verb_of(token.entry.verb or token.lemma) in COPULAS


def _last(made: Tokens) -> Token | None:
    return made[-1] if made else None


def _next(rest: Tokens) -> Token | None:
    return rest[0] if rest else None


def _kind(token: Token | None) -> Kind | None:
    return token.kind if token else None


def _entry(token: Token, word: str, text: str = "") -> Token:
    return replace(token, text=text or word, entry=entry(word))


def _article(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """lo, la, los, las before a verb are pronouns; *el* before one is *él*."""
    if token.kind is not Kind.ARTICLE or token.lemma != "el":
        return None
    after = _kind(_next(rest))
    if after in _NOUN_STARTS:
        return None
    if token.text == "el":
        return _entry(token, "él") if after in VERBAL | {None, Kind.NEGATION, Kind.CLITIC} else None
    if after in VERBAL or (made and made[-1].kind in VERBAL):
        return token.as_kind(Kind.CLITIC, token.text)
    return None


def _owns(made: Tokens) -> bool:
    """Whether *mi* as the last word is still *mi*: alone, or behind what is mine."""
    if not made:
        return True
    return made[-1].kind in NOMINAL | {Kind.ADJECTIVE} and not any(map(is_who, made))


def _possessive(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """tu and mi without a noun are tú and mí."""
    if token.kind is not Kind.POSSESSIVE or token.text not in ("tu", "mi"):
        return None
    after = _next(rest)
    starts_noun = after is not None and (
        after.kind in _NOUN_STARTS or after.text in ("mejor", "peor", "más")
    )
    if after is not None and starts_noun and not _is_lone_adjective(after, rest):
        return None
    if after is None and not any(t.kind in VERBAL for t in everything) and _owns(made):
        return None
    return _entry(token, "tú" if token.text == "tu" else "mí")


def _is_lone_adjective(after: Token, rest: Tokens) -> bool:
    return after.kind is Kind.ADJECTIVE and _kind(_next(rest[1:])) not in NOMINAL


def _question(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """Question words without their accent, at the head of a question."""
    accented = words.UNACCENTED_QUESTIONS.get(token.text)
    if accented is None or token.kind is Kind.QUESTION:
        return None
    is_question = any(t.kind is Kind.MARK and t.lemma == "?" for t in everything)
    is_first = all(t.kind in (Kind.SOCIAL, Kind.PREPOSITION, Kind.MARK) for t in made)
    if is_first and (is_question or token.text.startswith("cuant")):
        return _entry(token, accented)
    return None


def _como(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """*como* as the verb before something to eat, as a preposition before another noun."""
    if token.text != "como" or token.kind is not Kind.SUBORDINATOR:
        return None
    others = any(t.kind in VERBAL for t in everything)
    after = _next(rest)
    noun = after.noun if after else None
    if not others and noun and {"food", "drink"} & set(noun.classes):
        return replace(
            token,
            entry=Entry(Kind.FINITE, "comer", verb="comer", person=Person.FIRST, mood=Mood.PRESENT),
        )
    if after is not None and not any(t.kind in VERBAL for t in rest):
        return token.as_kind(Kind.PREPOSITION)
    return None


def _si(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*si* without a condition and its consequence is *sí*."""
    if token.text != "si":
        return None
    verbs = sum(1 for t in rest if t.kind in VERBAL)
    if made and any(t.kind in VERBAL for t in made):
        return None
    return _entry(token, "sí") if verbs < 2 else None


def _yes(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*sí* behind a noun or pronoun affirms it: ese sí."""
    if token.text == "sí" and made and made[-1].kind not in (Kind.SOCIAL, Kind.MARK):
        return token.as_kind(Kind.ADVERB)
    return None


def _day_part(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """*mañana* and *tarde* as parts of the day behind an article, a preposition or a day."""
    if token.text not in ("mañana", "tarde") or token.kind is not Kind.TIME:
        return None
    before = _last(made)
    noun = _noun_entry(token)
    if before is not None and before.kind in (Kind.ARTICLE, Kind.DEMONSTRATIVE, Kind.PREPOSITION):
        is_hasta = before.text in ("hasta", "para", "desde")
        return None if is_hasta and token.text == "mañana" else noun
    if before is not None and _is_day(before):
        return noun
    if token.text == "mañana":
        return None
    is_late = before is not None and (before.kind is Kind.DEGREE or before.text == "más")
    verbs = {verb_of(t.entry.verb or t.lemma) for t in everything if t.kind in VERBAL}
    return None if is_late or verbs & {"llegar", "ser", "levantar", "acostar"} else noun


def _is_day(token: Token) -> bool:
    if token.kind is Kind.TIME:
        return token.text in ("ayer", "hoy", "anteayer", "mañana", "pasado mañana")
    return token.noun is not None and "weekday" in token.noun.classes


def _noun_entry(token: Token) -> Token:
    use = lookup(token.text)
    if use is None:
        return token
    return replace(token, entry=Entry(Kind.NOUN, use.noun.word, use.noun, use.plural))


def _state(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*frío* is what a thing is and what a person has."""
    if token.kind is not Kind.NOUN or not token.entry.adjective:
        return None
    before = _last(made)
    if token.noun is None or "state" not in token.noun.classes:
        return None
    of_thing = before is not None and before.kind in NOMINAL and not is_who(before)
    if before is not None and _keeps_warm(before) and any(t.kind in VERBAL for t in made):
        return None
    if of_thing or _kind(before) in (Kind.DEGREE, Kind.NEUTER) or is_copula(before):
        return token.as_kind(Kind.ADJECTIVE, token.entry.adjective)
    return None


def _keeps_warm(token: Token) -> bool:
    """Whether cold or heat behind this is a reason for it, not how it is: querer, manta, frío."""
    kind = token.noun.classes[0] if token.noun is not None else ""
    return kind == "clothes" or token.lemma in ("manta", "edredón", "calefacción", "ventilador")


def is_who(token: Token) -> bool:
    """Whether the token names a person."""
    if token.kind in (Kind.NAME, Kind.PRONOUN, Kind.OBLIQUE):
        return True
    if token.kind is Kind.INDEFINITE:
        return token.text in ("alguien", "nadie", "quien", "uno", "todos")
    return token.noun is not None and token.noun.classes[0] in ("kin", "person")


def _noun_or_adjective(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """rosa, naranja, viejo, muerto: an adjective behind a noun, a copula or *muy*."""
    if token.kind is not Kind.NOUN or not token.entry.adjective or token.noun is None:
        return None
    before = _last(made)
    if before is None or "trade" in token.noun.flags or "state" in token.noun.classes:
        return None
    adjective = token.as_kind(Kind.ADJECTIVE, token.entry.adjective)
    if token.text.rstrip("s") in _COLOURS_OF_THINGS:
        drink = before.noun is not None and "de" in before.noun.flags
        return adjective if before.kind in NOMINAL and not drink else None
    acted = any(t.kind in VERBAL and not is_copula(t) for t in made)
    if before.kind is Kind.PRONOUN and acted:
        return None
    person = token.noun.classes[0] in ("kin", "person") or token.noun.word == "perezoso"
    if is_copula(before) and not person:
        return None
    if before.kind in NOMINAL | {Kind.PRONOUN, Kind.NEUTER, Kind.DEGREE} or is_copula(before):
        return None if _kind(_next(rest)) in VERBAL else adjective
    return None


def _adverbial_adjective(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """correr rápido: some adjectives behind a verb say how."""
    before = _last(made)
    if token.text not in _ADVERBIAL or before is None or before.kind not in VERBAL:
        return None
    if is_copula(before) or _kind(_next(rest)) in NOMINAL:
        return None
    return token.as_kind(Kind.MANNER, token.text)


def _lonely(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*solo* is lonely behind a verb or pronoun, else *only*."""
    if token.text not in ("solo", "sola", "solos") or token.kind is not Kind.ADVERB:
        return None
    before = _kind(_last(made))
    if (
        before in VERBAL | {Kind.PRONOUN, Kind.NAME, Kind.NOUN, Kind.DEGREE}
        and _kind(_next(rest)) not in NOMINAL | VERBAL
    ):
        return token.as_kind(Kind.ADJECTIVE, "solo")
    return None


def _social(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """bueno, claro, mierda and others inside a sentence are what they are elsewhere."""
    if token.kind is not Kind.SOCIAL:
        return None
    before = _last(made)
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


def _para(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*para* alone is stop."""
    if token.text != "para" or token.kind is not Kind.PREPOSITION or made:
        return None
    after = _next(rest)
    if (
        after is None
        or after.kind in (Kind.SOCIAL, Kind.TIME, Kind.MARK, Kind.NAME)
        or after.text == "para"
    ):
        return replace(
            token, entry=Entry(Kind.FINITE, "parar", verb="parar", person=Person.SECOND, mood=None)
        )
    return None


def _sung(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """cantar cumpleaños feliz, decir hola: what is sung or said belongs to the verb."""
    before = _last(made)
    if token.kind is not Kind.SOCIAL or before is None or before.kind not in VERBAL:
        return None
    if verb_of(before.entry.verb or before.lemma) not in ("cantar", "decir", "gritar"):
        return None
    noun = Noun(token.text, ("text",), frozenset({"bare"}))
    return replace(token, entry=Entry(Kind.WORD, token.text, noun))


def _power(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*un poder mágico*: an infinitive behind a determiner and before an adjective is a noun."""
    if token.text not in ("poder", "deber", "placer") or _kind(_next(rest)) in VERBAL:
        return None
    before = _last(made)
    had = before is not None and before.lemma == "tener"
    if had or _kind(before) in (Kind.ARTICLE, Kind.POSSESSIVE, Kind.DEMONSTRATIVE):
        return replace(token, entry=Entry(Kind.NOUN, token.text, Noun(token.text, ("abstract",))))
    return None


def _a_little(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*un*, *poco* in two taps."""
    if token.text == "un" and rest and rest[0].text == "poco":
        return replace(token, entry=Entry(Kind.DEGREE, "un"))
    before = _last(made)
    if (
        token.text == "poco"
        and before is not None
        and before.lemma == "un"
        and before.kind is Kind.DEGREE
    ):
        return replace(token, entry=Entry(Kind.DEGREE, "poco"))
    return None


def _first_of_all(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*primero* before a verb says when."""
    if token.text != "primero" or _kind(_next(rest)) not in VERBAL:
        return None
    return replace(token, entry=Entry(Kind.TIME, "primero"))


def _better(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*mejor* before a noun behind a determiner is an adjective: mi mejor amigo."""
    if token.text not in ("mejor", "peor", "mal") or token.kind is not Kind.MANNER:
        return None
    if token.text == "mal" and not made and _kind(_next(rest)) is Kind.NOUN:
        return replace(token, entry=Entry(Kind.ADJECTIVE, "malo", adjective="malo"))
    determined = _kind(_last(made)) in (Kind.POSSESSIVE, Kind.ARTICLE, Kind.DEMONSTRATIVE)
    if determined and _kind(_next(rest)) in NOMINAL:
        return replace(token, entry=Entry(Kind.ADJECTIVE, token.text, adjective=token.text))
    return None


def _bajo(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*bajo* behind a noun or copula is an adjective."""
    if token.text != "bajo" or token.kind is not Kind.PREPOSITION:
        return None
    before = _last(made)
    if _kind(_next(rest)) in _NOUN_STARTS | {Kind.ARTICLE} and not is_copula(before):
        return None
    return replace(token, entry=Entry(Kind.ADJECTIVE, "bajo", adjective="bajo"))


def _hoped(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """ojalá, venir, papá: a hope is part of its sentence."""
    if token.text not in ("ojalá", "ojalá que") or not any(t.kind is Kind.VERB for t in rest):
        return None
    return token.as_kind(Kind.SUBORDINATOR)


def _half(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """medio, kilo; media, hora: how much, before what is measured."""
    after = _next(rest)
    if token.lemma != "medio" or after is None or after.kind is not Kind.NOUN:
        return None
    measured = after.noun is not None and after.noun.classes[0] in (
        "abstract",
        "time",
        "food",
        "dish",
    )
    return replace(token, entry=Entry(Kind.QUANTIFIER, "medio")) if measured else None


def _before_doing(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """hacer, deberes, antes, cenar: *antes* between two verbs is *antes de*."""
    if token.text != "antes" or _kind(_next(rest)) is not Kind.VERB:
        return None
    if not any(t.kind in VERBAL for t in made):
        return None
    return replace(token, text="antes de", entry=Entry(Kind.PREPOSITION, "antes de"))


def _cry(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """ayuda, él, pegar: a cry, not what he does."""
    after = _next(rest)
    if token.text not in ("ayuda", "peligro") or made or after is None or not is_who(after):
        return None
    return token.as_kind(Kind.SOCIAL) if any(t.kind in VERBAL for t in rest) else None


def _abuse(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """ser, hijo de puta: what somebody is called belongs to the sentence."""
    if token.kind is not Kind.SOCIAL or not is_copula(_last(made)):
        return None
    if not token.text.startswith("hij"):
        return None
    return replace(token, entry=Entry(Kind.NOUN, token.text, Noun(token.text, ("person",))))


Rule = Callable[[Tokens, Token, Tokens, Tokens], Token | None]
_RULES: tuple[Rule, ...] = (
    _hoped,
    _half,
    _article,
    _possessive,
    _question,
    _como,
    _si,
    _yes,
    _day_part,
    _state,
    _noun_or_adjective,
    _adverbial_adjective,
    _lonely,
    _social,
    _para,
    _bajo,
    _better,
    _a_little,
    _sung,
    _power,
    _first_of_all,
    _before_doing,
    _cry,
    _abuse,
)
