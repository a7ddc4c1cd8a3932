"""Words of more than one class, decided by their neighbours: la (article, pronoun), frío, rosa."""

from __future__ import annotations

from dataclasses import replace

from models.spanish import words
from models.spanish.conjugator import Mood, Person
from models.spanish.homographs import (
    a_little,
    abuse,
    adverbial_adjective,
    aside,
    bajo,
    before_doing,
    better,
    cry,
    first_of_all,
    half,
    lonely,
    noun_or_adjective,
    para,
    people,
    power,
    resembling,
    social,
    state,
    stopping,
    sung,
)
from models.spanish.lexicon import verb_of
from models.spanish.neighbours import (
    NOMINAL,
    NOUN_STARTS,
    VERBAL,
    Rule,
    Tokens,
    is_who,
    kind_of_token,
    last_of,
    next_of,
    reread,
)
from models.spanish.nouns import lookup
from models.spanish.tokens import Entry, Kind, Token
from models.spanish.tongues import tongue


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


def _article(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """lo, la, los, las before a verb are pronouns; *el* before one is *él*."""
    if token.kind is not Kind.ARTICLE or token.lemma != "el":
        return None
    after = kind_of_token(next_of(rest))
    if after in NOUN_STARTS:
        return None
    if token.text == "el":
        return reread(token, "él") if after in VERBAL | {None, Kind.NEGATION, Kind.CLITIC} else None
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
    after = next_of(rest)
    starts_noun = after is not None and (
        after.kind in NOUN_STARTS or after.text in ("mejor", "peor", "más")
    )
    if after is not None and starts_noun and not _is_lone_adjective(after, rest):
        return None
    if after is None and not any(t.kind in VERBAL for t in everything) and _owns(made):
        return None
    return reread(token, "tú" if token.text == "tu" else "mí")


def _is_lone_adjective(after: Token, rest: Tokens) -> bool:
    return after.kind is Kind.ADJECTIVE and kind_of_token(next_of(rest[1:])) not in NOMINAL


def _question(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """Question words without their accent, at the head of a question."""
    accented = words.UNACCENTED_QUESTIONS.get(token.text)
    if accented is None or token.kind is Kind.QUESTION:
        return None
    is_question = any(t.kind is Kind.MARK and t.lemma == "?" for t in everything)
    is_first = all(t.kind in (Kind.SOCIAL, Kind.PREPOSITION, Kind.MARK) for t in made)
    if is_first and (is_question or token.text.startswith("cuant")):
        return reread(token, accented)
    return None


def _como(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """*como* as the verb before something to eat, as a preposition before another noun."""
    if token.text != "como" or token.kind is not Kind.SUBORDINATOR:
        return None
    others = any(t.kind in VERBAL for t in everything)
    after = next_of(rest)
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
    return reread(token, "sí") if verbs < 2 else None


def _yes(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """*sí* behind a noun or pronoun affirms it: ese sí."""
    if token.text == "sí" and made and made[-1].kind not in (Kind.SOCIAL, Kind.MARK):
        return token.as_kind(Kind.ADVERB)
    return None


def _day_part(made: Tokens, token: Token, rest: Tokens, everything: Tokens) -> Token | None:
    """*mañana* and *tarde* as parts of the day behind an article, a preposition or a day."""
    if token.text not in ("mañana", "tarde") or token.kind is not Kind.TIME:
        return None
    before = last_of(made)
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


def _hoped(made: Tokens, token: Token, rest: Tokens, _all: Tokens) -> Token | None:
    """ojalá, venir, papá: a hope is part of its sentence."""
    if token.text not in ("ojalá", "ojalá que") or not any(t.kind is Kind.VERB for t in rest):
        return None
    return token.as_kind(Kind.SUBORDINATOR)


_RULES: tuple[Rule, ...] = (
    _hoped,
    half,
    people,
    resembling,
    stopping,
    _article,
    _possessive,
    _question,
    _como,
    _si,
    _yes,
    _day_part,
    aside,
    tongue,
    state,
    noun_or_adjective,
    adverbial_adjective,
    lonely,
    social,
    para,
    bajo,
    better,
    a_little,
    sung,
    power,
    first_of_all,
    before_doing,
    cry,
    abuse,
)
