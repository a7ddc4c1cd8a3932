"""The chosen words as tokens: cleaned, cut, in right case, and read in the light of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.spanish import context, pieces
from models.spanish.experienced import experienced
from models.spanish.lexicon import bare, entry
from models.spanish.names import is_given_name
from models.spanish.neighbours import is_who
from models.spanish.tokens import Entry, Kind, Token
from models.spanish.verbs import frame
from models.spanish.wordlist import listed
from models.telegraphic import clean

_KEEPS_CAPITAL = frozenset(
    "luna tierra sol navidad nochebuena nochevieja reyes dios jesús halloween pascua carnaval "
    "caperucita blancanieves cenicienta papá_noel semana_santa ramadán".replace("_", " ").split()
)


_WITH = {"conmigo": "yo", "contigo": "tú"}


_NAME_LIKE = frozenset({Kind.NOUN, Kind.WORD, Kind.ADJECTIVE, Kind.FINITE, Kind.GERUND})
"""Kinds of common words that a capital turns into a name."""


def read(glosses: Sequence[str]) -> list[Token]:
    """The message as tokens, in the order of the taps; blanks are skipped."""
    cleaned = [clean(gloss) for gloss in glosses]
    in_capitals = _are_labels(cleaned)
    alone = sum(1 for gloss in cleaned if bare(gloss)) == 1
    tokens: list[Token] = []
    for index, gloss in enumerate(cleaned):
        tokens.extend(_tokens(index, gloss, in_capitals, alone))
    merged = _merged(experienced(pieces.together(context.disambiguated(pieces.joined(tokens)))))
    return _with_repeats(
        pieces.called_names(pieces.compared(pieces.owned(pieces.asked_of(pieces.tired_of(merged)))))
    )


def _merged(tokens: list[Token]) -> list[Token]:
    """tener, miedo; hacer, daño; echar, de, menos: one verb, tapped in pieces."""
    made: list[Token] = []
    i = 0
    while i < len(tokens):
        whole = _phrase_verb(tokens, i)
        made.append(whole or tokens[i])
        i += 1 + (len(whole.also) if whole else 0)
    return made


_FORMULAS = frozenset(
    {Kind.SOCIAL, Kind.TIME, Kind.MANNER, Kind.ADVERB, Kind.PLACE, Kind.QUESTION, Kind.LOCATIVE}
)


def _formula(tokens: list[Token], i: int) -> Token | None:
    """por, favor; otra, vez; buenos, días: a formula tapped in pieces."""
    for length in (3, 2):
        parts = tokens[i : i + length]
        phrase = " ".join(t.text for t in parts)
        if i and phrase in ("muy bien", "muy mal"):
            continue
        behind = tokens[i + length : i + length + 1]
        if phrase.startswith("qué ") and behind and behind[0].kind is Kind.VERB:
            continue  # qué, rico, estar, sopa
        if phrase in ("en casa", "a casa") and tokens[i + 2 : i + 3] and is_who(tokens[i + 2]):
            continue  # en, casa, Leo
        if len(parts) == length and len({t.gloss for t in parts}) == length:
            found = entry(phrase)
            if found.kind in _FORMULAS and found.lemma == phrase:
                also = tuple(t.gloss for t in parts[1:])
                return replace(tokens[i], text=phrase, entry=found, also=also)
    return None


def _phrase_verb(tokens: list[Token], i: int) -> Token | None:
    formula = _formula(tokens, i)
    if formula is not None:
        return formula
    verb = tokens[i]
    if verb.kind is not Kind.VERB or " " in verb.lemma:
        return None
    for length in (3, 2, 1):
        behind = tokens[i + 1 : i + 1 + length]
        lemma = " ".join([verb.lemma, *(t.text for t in behind)])
        more = tokens[i + 1 + length : i + 2 + length]
        if more and more[0].text in ("y", "e", "o") and tokens[i].lemma == "tener":
            continue  # hunger and thirst: tener, hambre, y, sed
        if lemma == "hacer ruido" and more and more[0].kind is Kind.ADJECTIVE:
            continue  # hacer, ruido, raro
        awaits = behind and behind[-1].kind is Kind.PREPOSITION
        if awaits and (not more or more[0].kind is not Kind.VERB):
            continue  # ir, a, playa goes there; ir, a, jugar is going to
        if len(behind) == length and frame(lemma).known:
            also = tuple(t.gloss for t in behind)
            return replace(verb, text=lemma, entry=Entry(Kind.VERB, lemma), also=also)
    return None


def _with_repeats(tokens: list[Token]) -> list[Token]:
    """Of a word tapped again and again all but the last stand apart: «No, no, no quiero.»"""
    made = list(tokens)
    for i, token in enumerate(tokens[:-1]):
        follower = tokens[i + 1]
        again = token.text == follower.text and token.gloss != follower.gloss
        if again and token.kind not in _NOT_REPEATED:
            made[i] = token.as_kind(Kind.SOCIAL)
    return made


_NOT_REPEATED = frozenset(
    {Kind.DEGREE, Kind.MARK, Kind.COORDINATOR, Kind.PREPOSITION, Kind.UTTERANCE}
)


def _are_labels(glosses: Sequence[str]) -> bool:
    """Whether the words are written in capitals because labels are, not because they are names."""
    words = [g for g in glosses if any(c.isalpha() for c in g) and len(g) > 1]
    if words and all(g.isupper() for g in words):
        return True
    capitalised = [g for g in words if g[0].isupper()]
    if len(words) < 2 or len(capitalised) < len(words):
        return False
    return any(entry(bare(g)).kind not in _NAME_LIKE for g in words)


def _tokens(index: int, gloss: str, in_capitals: bool, alone: bool) -> list[Token]:
    """What one gloss is: usually one token; more if it is a phrase with a verb of its own."""
    word = bare(gloss)
    if not word:
        return [_mark(index, gloss)] if gloss.strip() else []
    if word in _WITH and not alone:  # never the subject, wherever it stands
        return [Token(index, part, entry(part)) for part in ("con", _WITH[word])]
    if _is_phrase(gloss, word):
        leads = entry(word.split(" ")[0]).kind in _LEADS and _is_open(word)
        if (alone and not leads) or gloss[-1:] in ".?!" or not _is_open(word):
            text = gloss.casefold() if gloss.isupper() else gloss
            return [Token(index, text, Entry(Kind.UTTERANCE, word))]
        return _cut(index, word)
    found = _named(gloss, word, in_capitals)
    written = _written(index, gloss, word, found, in_capitals)
    if found.kind is Kind.TIME and found.lemma.endswith(f" {word}"):
        written = found.lemma  # próxima semana: la próxima semana
    token = Token(index, written, found)
    if gloss.endswith("?") and found.kind is not Kind.QUESTION:
        return [token, _mark(index, "?")]
    return [token]


def _mark(index: int, gloss: str) -> Token:
    kind = "?" if "?" in gloss or "¿" in gloss else "!" if "!" in gloss or "¡" in gloss else gloss
    return Token(index, gloss, Entry(Kind.MARK, kind))


_PHRASE_STARTS = listed(
    """
    no me te se le les nos yo tú él ella quiero quieres quiere tengo tienes tiene estoy estás
    está están es soy eres son hay voy vas va vamos puedo puedes puede necesito necesitas dame
    déjame déjalo ayúdame ven venga mira vete hace hazme léeme cuéntame cántame hazlo dime
    espera para vámonos quítate tráeme abrázame ráscame sé gusta duele era fue está_bien esto
    eso lo la
    """
)
"""How a gloss begins that is a sentence or a piece of one."""


def _is_title(gloss: str) -> bool:
    """«La Bella Durmiente», «Los Reyes Magos»: names that begin with an article."""
    capitals = [part for part in gloss.split(" ") if part[:1].isupper() and len(part) > 1]
    return len(capitals) > 1 and not gloss.isupper()


def _is_phrase(gloss: str, word: str) -> bool:
    """Whether a gloss is a sentence or a piece of one: «me duele», «¿Dónde vives?», «no quiero»."""
    parts = word.split(" ")
    if _is_title(gloss):
        return False
    if len(parts) < 2 or entry(word).kind not in (Kind.WORD, Kind.FINITE, Kind.NOUN):
        return False
    if gloss.endswith((".", "?", "!")) or entry(parts[0]).kind is Kind.QUESTION:
        return True
    if entry(parts[0]).kind in _LEADS:
        return True
    has_verb = any(entry(p).kind in (Kind.FINITE, Kind.VERB) for p in parts)
    return parts[0] in _PHRASE_STARTS and has_verb


_LEADS = frozenset(
    {
        Kind.ARTICLE,
        Kind.POSSESSIVE,
        Kind.DEMONSTRATIVE,
        Kind.QUANTIFIER,
        Kind.NUMBER,
        Kind.PREPOSITION,
    }
)
"""How a noun phrase begins that was made one label: mi mamá, a las ocho, con papá."""


def _is_open(word: str) -> bool:
    """Whether a phrase waits for more words: «me duele», «quiero ir a», «tengo que»."""
    parts = word.split(" ")
    if entry(parts[0]).kind in _LEADS:
        return not any(entry(p).kind is Kind.FINITE for p in parts)
    last = entry(parts[-1]).kind
    return last in (Kind.FINITE, Kind.VERB, Kind.PREPOSITION) or parts[-1] in ("que", "un", "una")


def _cut(index: int, phrase: str) -> list[Token]:
    return [Token(index, part, entry(part)) for part in phrase.split(" ") if part]


def _named(gloss: str, word: str, in_capitals: bool) -> Entry:
    """The word's entry; a capital of its own makes it a name."""
    found = entry(word)
    if in_capitals:
        is_name = is_given_name(word) and found.kind in (Kind.WORD, Kind.FINITE)
        return Entry(Kind.NAME, word) if is_name else found
    first = next((c for c in gloss if c.isalpha()), "")
    if not first.isupper() or found.kind not in _NAME_LIKE:
        return _kept_case(gloss, found)
    if gloss.isupper() and len(word) > 1:
        return found if found.kind is not Kind.WORD else Entry(Kind.NAME, word)
    if is_given_name(word) or found.kind is not Kind.NOUN or _is_title(gloss):
        return Entry(Kind.NAME, word)
    return found


def _kept_case(gloss: str, found: Entry) -> Entry:
    """Words like iPad pass as they are, without an article."""
    if found.kind is Kind.WORD and any(c.isupper() for c in gloss):
        return Entry(Kind.NAME, found.lemma, plural=found.plural)
    return found


def _written(index: int, gloss: str, word: str, found: Entry, in_capitals: bool) -> str:
    """How the word is written inside a sentence if it is not inflected."""
    stripped = gloss.strip("¿?¡! .…:;")
    if found.noun is not None and found.noun.classes[0] == "feast":
        return word.title().replace(" De ", " de ")
    if found.kind is Kind.NAME:
        return stripped.title() if in_capitals else stripped
    if not in_capitals and " " in stripped and not stripped.isupper():
        rest = stripped[1:]
        return stripped if rest[:1].isupper() else stripped[:1].lower() + rest
    if not in_capitals and any(c.isupper() for c in stripped[1:]) and not stripped.isupper():
        return stripped
    if in_capitals or not stripped[:1].isupper() or stripped.isupper():
        return word if word else stripped
    place = (
        found.noun is not None and found.noun.classes[0] == "place" and "bare" in found.noun.flags
    )
    meant = word in _KEEPS_CAPITAL or place or (index > 0 and found.kind in _NAME_LIKE)
    if meant:
        return stripped
    return word if word else stripped
