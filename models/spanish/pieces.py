"""Words that belong together before any grammar: spelled letters, don Manuel, cinco y media."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.spanish import parted, words
from models.spanish.lexicon import entry
from models.spanish.tokens import UNTAPPED, Entry, Kind, Token
from models.spanish.verbs import frame
from models.spanish.wordlist import listed

_NOUNS = (Kind.NOUN, Kind.WORD, Kind.NAME)


_FELT = (*_NOUNS, Kind.MANNER, Kind.ADJECTIVE)


_VERBS = (Kind.VERB, Kind.FINITE, Kind.GERUND)


_TITLES = listed("don doña san santa")


_COPULAS = listed("ser estar parecer")


_BETTER = listed("mejor peor mayor menor")


_ABUSE = listed("gilipollas idiota imbécil cabrón tonto capullo hijoputa estúpido")


_COMMANDS = listed("cállate vete lárgate cálmate quítate aparta suéltame déjame")


Tokens = Sequence[Token]


def joined(tokens: Tokens) -> list[Token]:
    """The tokens with each of these made one, and a pronoun tapped onto its verb made two."""
    made: list[Token] = []
    i = 0
    while i < len(tokens):
        found = next((f for rule in _RULES if (f := rule(tokens, i)) is not None), None)
        if found is None:
            made += parted.with_article_apart(tokens, i) or parted.with_clitic_apart(tokens[i])
            i += 1
        else:
            made.append(found)
            i += 1 + len(found.also)
    return made


def _one(parts: Tokens, text: str, made: Entry) -> Token:
    """Several tokens as one that says them all."""
    return replace(parts[0], text=text, entry=made, also=tuple(t.gloss for t in parts[1:]))


def _spelled(tokens: Tokens, i: int) -> Token | None:
    """P, E, P, A: letters are letters, and *e* and *a* among them no words."""
    end = i
    while end < len(tokens) and _is_letter(tokens[end]):
        end += 1
    letters = tokens[i:end]
    heads = {t.lemma for t in letters}
    if len(letters) < 2 or len(heads) < 2 or heads <= {"a", "e", "o", "u", "y"}:
        return None
    text = " ".join(t.text.upper() for t in letters)
    return _one(letters, text, Entry(Kind.NAME, text.casefold()))


def _is_letter(token: Token) -> bool:
    return len(token.lemma) == 1 and token.lemma.isalpha() and token.kind is not Kind.MARK


def _titled(tokens: Tokens, i: int) -> Token | None:
    """don Manuel."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or pair[0].text not in _TITLES or pair[1].kind is not Kind.NAME:
        return None
    return _one(pair, f"{pair[0].text} {pair[1].text}", pair[1].entry)


def _half_past(tokens: Tokens, i: int) -> Token | None:
    """cinco, y, media: one time of the day."""
    parts = tokens[i : i + 3]
    if len(parts) < 3 or parts[0].kind is not Kind.NUMBER or parts[1].text != "y":
        return None
    if parts[2].text not in ("media", "cuarto"):
        return None
    return _one(parts, " ".join(t.text for t in parts), parts[0].entry)


_DAY_PARTS = {"mañana": "la mañana", "tarde": "la tarde", "noche": "la noche"}


_BY_THE_CLOCK = listed(
    """
    merendar cenar desayunar comer ir venir salir llegar levantar acostar empezar terminar quedar
    levantarse acostarse despertar despertarse entrar volver irse abrir cerrar aterrizar despegar
    llamar tomar
    """
)


def _by_the_clock(tokens: Tokens, i: int) -> Token | None:
    """llegar, seis, tarde: at six in the afternoon, not six of them."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or pair[0].kind is not Kind.NUMBER or pair[1].text not in _DAY_PARTS:
        return None
    hour = f"las {pair[0].text} de {_DAY_PARTS[pair[1].text]}"
    known = pair[0].text in words.UNITS[2:13] or pair[0].text in map(str, range(2, 13))
    timed = any(t.kind in _VERBS and t.lemma in _BY_THE_CLOCK for t in tokens)
    if not known or not timed:
        return None
    return _one(pair, f"a {hour}", Entry(Kind.TIME, f"a {hour}"))


def _must(tokens: Tokens, i: int) -> Token | None:
    """hay, que, comer."""
    pair = tokens[i : i + 2]
    if [t.text for t in pair] != ["hay", "que"]:
        return None
    return _one(pair, "hay que", entry("hay que"))


def _at_what_hour(tokens: Tokens, i: int) -> Token | None:
    """qué, hora, cerrar, tienda, ?: at what hour, unless one asks what time it is."""
    pair = tokens[i : i + 2]
    whole = pair[:1] if pair[0].text == "qué hora" else pair
    if " ".join(t.text for t in whole) != "qué hora" or i:
        return None
    if not any(t.kind is Kind.VERB and t.lemma != "ser" for t in tokens[i:]):
        return None
    return _one(whole, "a qué hora", entry("a qué hora"))


def _sworn(tokens: Tokens, i: int) -> Token | None:
    """qué, coño: the oath belongs to the question word."""
    pair = tokens[i : i + 2]
    if len(pair) < 2 or pair[0].kind is not Kind.QUESTION or pair[1].text not in words.SWEARING:
        return None
    return _one(pair, f"{pair[0].text} {pair[1].text}", pair[0].entry)


def _please(tokens: Tokens, i: int) -> Token | None:
    """cerrar, puerta, favor: *favor* as the last word is what is short for *por favor*."""
    token = tokens[i]
    if token.lemma != "favor" or not i or not _is_last(tokens, i):
        return None
    if tokens[i - 1].kind not in (*_NOUNS, Kind.VERB, Kind.PRONOUN):
        return None
    return replace(token, text="por favor", entry=entry("por favor"))


_RULES: tuple[Callable[[Tokens, int], Token | None], ...] = (
    _spelled,
    _titled,
    _half_past,
    _by_the_clock,
    _must,
    _at_what_hour,
    _sworn,
    _please,
    *parted.RULES,
)


def together(tokens: Tokens) -> list[Token]:
    """dar, yo, miedo; hacer, yo, daño: the noun belongs to its verb, whoever stands between."""
    made = list(tokens)
    for i in range(len(tokens) - 2):
        verb, who, noun = made[i : i + 3]
        if verb.kind is Kind.VERB and who.kind is Kind.PRONOUN and noun.kind in _FELT:
            whole = frame(f"{verb.lemma} {noun.text}")
            if whole.known and whole.has("dat"):
                made[i + 1 : i + 3] = [noun, who]
    return made


def compared(tokens: Tokens) -> list[Token]:
    """Ana, ser, más, alto, yo: what is compared gets its *que* or *como*."""
    made = list(tokens)
    for i in range(2, len(tokens) - 1):
        if _compares(tokens, i):
            made[i] = tokens[i].as_kind(Kind.PREPOSITION)
            return made
    for i in range(2, len(tokens)):
        link = _comparison(tokens, i)
        if link:
            made.insert(i, Token(UNTAPPED, link, Entry(Kind.PREPOSITION, link)))
            break
    return made


def _compares(tokens: Tokens, i: int) -> bool:
    """Whether this *que* or *como* stands in a comparison: más rápido que el mío."""
    degree, graded = tokens[i - 2], tokens[i - 1]
    if any(t.kind in _VERBS for t in tokens[i + 1 :]):
        return False
    if tokens[i].text == "como":
        return degree.text == "tan"
    better = graded.text in _BETTER
    kinds = (Kind.ADJECTIVE, Kind.MANNER)
    return tokens[i].text == "que" and (
        better or (degree.text in ("más", "menos") and graded.kind in kinds)
    )


def _comparison(tokens: Tokens, i: int) -> str:
    """The word that joins token `i` to a comparison right before it; "" if there is none."""
    before, degree, what = tokens[i - 1], tokens[i - 2], tokens[i]
    if degree.text.startswith("tant") and before.kind in _NOUNS and _is_last(tokens, i):
        return "como" if what.kind is Kind.PRONOUN else ""
    better = before.text in _BETTER
    graded = degree.text in ("más", "menos", "tan") and before.kind in (Kind.ADJECTIVE, Kind.MANNER)
    owned = what.kind is Kind.POSSESSIVE and len(tokens) > i + 1 and _is_last(tokens, i + 1)
    last = owned or _is_last(tokens, i)
    if not (better or graded) or not last or i < (2 if better else 3):
        return ""
    copula = any(t.kind in _VERBS and t.lemma in _COPULAS for t in tokens)
    verbless = not any(t.kind in _VERBS for t in tokens)
    pronoun = what.kind is Kind.PRONOUN
    if what.kind is Kind.TIME:
        fits = not better and (copula or verbless)
    else:
        fits = pronoun or ((owned or what.kind in _NOUNS) and (copula or verbless))
    if better and degree.kind not in (Kind.PRONOUN, *_NOUNS, *_VERBS):
        fits = False
    return ("como" if degree.text == "tan" else "que") if fits else ""


def _is_last(tokens: Tokens, i: int) -> bool:
    """Whether nothing but a mark follows."""
    return all(t.kind is Kind.MARK for t in tokens[i + 1 :])


def owned(tokens: Tokens) -> list[Token]:
    """cuándo, cumpleaños, tú: beside a question word the pronoun behind a noun owns it."""
    made = list(tokens)
    for i in range(1, len(tokens) - 1):
        verb, owner, noun = tokens[i - 1 : i + 2]
        pleases = verb.kind is Kind.VERB and verb.lemma in ("gustar", "encantar")
        yours = noun.noun is not None and noun.noun.classes[0] in ("body", "clothes")
        if pleases and owner.text == "tú" and yours and _is_last(tokens, i + 1):
            made[i] = replace(owner, text="tu", entry=entry("tu"))
    if any(t.kind in _VERBS for t in tokens):
        return made
    for i in range(2, len(tokens)):
        question, noun, owner = tokens[i - 2 : i + 1]
        mine = {"yo": "mi", "tú": "tu"}.get(owner.text, "")
        if mine and question.kind is Kind.QUESTION and noun.kind is Kind.NOUN:
            made[i - 1 : i + 1] = [replace(owner, text=mine, entry=entry(mine)), noun]
    return made


_TO_DO = {
    "cansado": "de",
    "harto": "de",
    "capaz": "de",
    "incapaz": "de",
    "listo": "para",
    "preparado": "para",
    "dispuesto": "a",
}


_REMEDIES = listed(
    """
    ir irse dormir descansar parar poner salir acostar acostarse volver sentar sentarse ver tumbar
    querer necesitar beber tomar
    """
)
"""What one does because one is tired: no «cansado de dormir»."""


def tired_of(tokens: Tokens) -> list[Token]:
    """cansado, esperar; listo, salir: the adjective takes its infinitive with a preposition."""
    made: list[Token] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        link = _TO_DO.get(before.entry.adjective or before.lemma, "") if before is not None else ""
        adjective = before is not None and before.kind is Kind.ADJECTIVE
        rests = link == "de" and before is not None and before.lemma != "capaz"
        helps = rests and token.lemma in _REMEDIES
        if (
            link
            and adjective
            and token.kind is Kind.VERB
            and _is_last_verb(tokens, i)
            and not helps
            and not (token.lemma in _COPULAS and tokens[0].text == "qué")
        ):
            made.append(Token(UNTAPPED, link, Entry(Kind.PREPOSITION, link)))
        made.append(token)
    return made


def _is_last_verb(tokens: Tokens, i: int) -> bool:
    """Whether an infinitive is the only verb that follows, and nobody comes to do it."""
    rest = tokens[i + 1 :]
    if any(t.kind in _VERBS for t in rest):
        return False
    done_to = frame(tokens[i].lemma).has("tr")
    return done_to or not any(t.kind in (Kind.NAME, Kind.PRONOUN) or _is_kin(t) for t in rest)


def _is_kin(token: Token) -> bool:
    return token.noun is not None and token.noun.classes[0] in ("kin", "person", "weather")


def asked_of(tokens: Tokens) -> list[Token]:
    """señor, dónde, baño, ?: who stands before the question word is spoken to."""
    made = list(tokens)
    verbs = any(t.kind in _VERBS for t in tokens)
    if verbs or len(tokens) < 3 or tokens[1].kind is not Kind.QUESTION:
        return made
    who, thing = tokens[0], tokens[2]
    person = who.noun is not None and who.noun.classes[0] in ("kin", "person")
    if (person or who.kind is Kind.NAME) and thing.kind in (Kind.NOUN, Kind.POSSESSIVE):
        made[0] = who.as_kind(Kind.SOCIAL)
    return made


def called_names(tokens: Tokens) -> list[Token]:
    """cállate, gilipollas: a word of abuse behind a command stands apart."""
    made = list(tokens)
    for i, token in enumerate(tokens[1:], 1):
        before = tokens[i - 1]
        commanded = before.kind is Kind.FINITE and before.entry.mood is None
        commanded |= before.text in _COMMANDS
        if commanded and token.lemma in _ABUSE and _is_last(tokens, i):
            made[i] = token.as_kind(Kind.SOCIAL)
    return made
