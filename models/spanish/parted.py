"""One thing that was tapped in pieces: silla + ruedas, Buenos + Aires, siete + media."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.spanish import nouns
from models.spanish.lexicon import entry, verb_of
from models.spanish.names import is_given_name
from models.spanish.nouns import Noun
from models.spanish.tokens import Entry, Kind, Token
from models.spanish.verbs import frame, is_known
from models.spanish.wordlist import listed

Tokens = Sequence[Token]

_PLACES = listed(
    """
    buenos_aires nueva_york costa_rica puerto_rico san_sebastián el_salvador estados_unidos
    reino_unido nueva_zelanda gran_canaria las_palmas los_ángeles santa_cruz santa_fe la_paz
    santo_domingo san_francisco san_salvador san_juan san_luis la_habana la_rioja la_coruña
    el_cairo la_mancha arabia_saudí tierra_santa costa_brava
    """
)
"""Places whose first word is a common one."""


_COMMON = (Kind.NOUN, Kind.ADJECTIVE, Kind.ARTICLE, Kind.WORD, Kind.NAME)


def named(tokens: Tokens, i: int) -> Token | None:
    """Buenos, Aires; Torre, Eiffel: one name, where the first word is no name of its own."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or pair[0].gloss == pair[1].gloss or not all(map(_is_capital, pair)):
        return None
    text = " ".join(t.text for t in pair)
    name = text.casefold()
    noun = _named_place(name, *pair)
    return _one(pair, text, Entry(Kind.NOUN, name, noun)) if noun is not None else None


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and not (len(token.text) > 1 and token.text.isupper())


def _named_place(name: str, first: Token, second: Token) -> Noun | None:
    """The place or team that two words with capitals name; but Mamá, Ana are two persons."""
    if name in _PLACES:
        return Noun(name, ("place",), frozenset({"bare"}))
    if is_given_name(second.text.casefold()):
        return None
    common = entry(first.text.casefold())
    is_team = first.text in ("Real", "Atlético", "Athletic", "Racing", "Deportivo")
    if is_team and (second.kind is Kind.NAME or _is_town(second)):
        return Noun(name, ("person",), frozenset({"sole", "team"}))
    is_built = common.noun is not None and common.noun.classes[0] == "place"
    if common.noun is None or not is_built or second.kind is not Kind.NAME:
        return None
    return None if _is_town(first) else Noun(name, ("place",), frozenset(), common.noun.feminine)


def _is_town(token: Token) -> bool:
    return token.noun is not None and "bare" in token.noun.flags


def compound(tokens: Tokens, i: int) -> Token | None:
    """silla, ruedas; agua, oxigenada: a known noun of two words, if not all are only named."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or any(t.kind not in (Kind.NOUN, Kind.WORD) for t in pair[:1]):
        return None
    if all(t.kind in (*_COMMON, Kind.MARK) for t in tokens):
        return None
    first, second = (t.text for t in pair)
    for link in (" ", " de ", " del ", " de la "):
        text = first + link + second
        found = nouns.lookup(text)
        if found is not None and found.noun.word.count(" ") > 0:
            made = Entry(Kind.NOUN, found.noun.word, found.noun, found.plural)
            return _one(pair, text, made)
    return None


def former(tokens: Tokens, i: int) -> Token | None:
    """ex, marido: one person."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or pair[0].text.casefold() != "ex" or pair[1].noun is None:
        return None
    return _one(pair, f"ex {pair[1].text}", pair[1].entry)


_ALL_LONG = listed("vida infancia adolescencia existencia")


def whole_time(tokens: Tokens, i: int) -> Token | None:
    """toda, vida: as long as that."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or pair[0].lemma != "todo" or pair[1].text not in _ALL_LONG:
        return None
    text = f"toda la {pair[1].text}"
    return _time(pair, text)


_YOUNG = listed("niño niña pequeño pequeña joven bebé crío cría chico chica")


def since_youth(tokens: Tokens, i: int) -> Token | None:
    """desde, niño: since one was a child."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or pair[0].text != "desde" or pair[1].text not in _YOUNG:
        return None
    text = f"desde {pair[1].text}"
    return _time(pair, text)


def when_young(tokens: Tokens, i: int) -> Token | None:
    """cuando, yo, pequeño: a time that is over, told without its verb."""
    if tokens[i].text != "cuando":
        return None
    end = i + 2 if [t.text for t in tokens[i + 1 : i + 2]] == ["yo"] else i + 1
    parts = tokens[i : end + 1]
    if len(parts) <= end - i or _masculine(parts[-1].text) not in _YOUNG:
        return None
    text = f"cuando era {parts[-1].text}"
    return _time(parts, text)


def _masculine(word: str) -> str:
    """pequeña as pequeño: which of them it is, is as it was chosen."""
    return f"{word[:-1]}o" if word.endswith("a") else word


_HOURS = listed("una dos tres cuatro cinco seis siete ocho nueve diez once doce")


def half_past(tokens: Tokens, i: int) -> Token | None:
    """alarma, siete, media: half past seven, if nothing is halved behind it."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or pair[0].text not in _HOURS or pair[1].text not in ("media", "cuarto"):
        return None
    behind = tokens[i + 2 : i + 3]
    if behind and behind[0].kind in (Kind.NOUN, Kind.WORD, Kind.ADJECTIVE):
        return None
    return _one(pair, f"{pair[0].text} y {pair[1].text}", pair[0].entry)


_MOTION = listed("ir venir subir bajar volver andar llegar salir pasear viajar entrar")


def on_foot(tokens: Tokens, i: int) -> Token | None:
    """subir, pie: on foot; but not *bajar, el, pie*."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    if token.text != "pie" or before is None or before.kind is not Kind.VERB:
        return None
    verb = verb_of(before.lemma)
    moved = verb in _MOTION and (i > 1 or verb not in ("subir", "bajar"))
    return replace(token, text="a pie", entry=Entry(Kind.MANNER, "a pie")) if moved else None


_CONTRACTED = {"al": "a", "del": "de"}


def with_article_apart(tokens: Tokens, i: int) -> list[Token]:
    """al, parque; del, hospital: a preposition and an article; nothing where it is *al tragar*."""
    token, after = tokens[i], tokens[i + 1 : i + 2]
    if token.text not in _CONTRACTED or not after or after[0].kind not in _BEHIND_ARTICLE:
        return []
    parts = (_CONTRACTED[token.text], "el")
    return [replace(token, text=part, entry=entry(part)) for part in parts]


_BEHIND_ARTICLE = (Kind.NOUN, Kind.WORD, Kind.NAME, Kind.ADJECTIVE, Kind.QUANTIFIER)


def stirred(tokens: Tokens, i: int) -> Token | None:
    """miedo, dar, perro: what something stirs, tapped before its verb."""
    pair = tokens[i : i + 2]
    if i or len(pair) < 2 or pair[1].lemma != "dar" or pair[1].kind is not Kind.VERB:
        return None
    if pair[0].text in ("hambre", "sed"):
        return None  # sed, dar, agua asks for water
    lemma = f"dar {pair[0].text}"
    if not frame(lemma).known or not frame(lemma).has("dat"):
        return None
    return _one(pair, lemma, Entry(Kind.VERB, lemma))


_CLITICS = ("me", "te", "nos", "os", "lo", "la", "los", "las", "le", "les")


def with_clitic_apart(token: Token) -> list[Token]:
    """verme, ayudarte: the verb, and who it is done to."""
    if token.kind is not Kind.WORD or " " in token.text:
        return [token]
    for clitic in _CLITICS:
        verb = token.lemma.removesuffix(clitic)
        if verb != token.lemma and verb.endswith(("ar", "er", "ir")) and is_known(verb):
            return [
                replace(token, text=verb, entry=entry(verb)),
                replace(token, text=clitic, entry=entry(clitic)),
            ]
    return [token]


def _time(parts: Tokens, text: str) -> Token:
    return _one(parts, text, Entry(Kind.TIME, text))


def _one(parts: Tokens, text: str, made: Entry) -> Token:
    """Several tokens as one that says them all."""
    return replace(parts[0], text=text, entry=made, also=tuple(t.gloss for t in parts[1:]))


RULES: tuple[Callable[[Tokens, int], Token | None], ...] = (
    named,
    former,
    whole_time,
    since_youth,
    when_young,
    half_past,
    stirred,
    compound,
    on_foot,
)
