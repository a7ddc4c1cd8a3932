"""Spanish adjectives: agreement, place before or behind the noun, and ser or estar."""

from __future__ import annotations

from functools import cache
from importlib import resources

from models.spanish.nouns import plural
from models.spanish.orthography import stressed_at, stressed_vowel, without_accents
from models.spanish.wordlist import listed

_SAME_FOR_BOTH = listed(
    """
    mayor menor mejor peor superior inferior anterior posterior interior exterior marrón joven
    común afín ruin gratis guay gay súper trans rosa naranja violeta malva lila púrpura fucsia
    turquesa granate beige beis celeste hindú azul gris feliz cortés
    descortés multicolor bicolor tricolor unicolor retro porno afro
    """
)


_INVARIABLE = listed(
    "gratis guay beige beis súper trans fucsia turquesa púrpura retro porno afro cool"
)


_SHORT = {
    "bueno": "buen",
    "malo": "mal",
    "primero": "primer",
    "tercero": "tercer",
    "grande": "gran",
    "santo": "san",
}


SHORTENED = frozenset(_SHORT.values())
"""Forms that only stand before a noun: buen, gran."""


_LONG = {short: long for long, short in _SHORT.items()}


_FULL = _LONG | {"buena": "bueno", "mala": "malo", "primera": "primero", "tercera": "tercero"}


OF_PERSONS = listed(
    """
    asustado preocupado nervioso enfadado triste contento orgulloso harto celoso avergonzado
    agobiado ilusionado emocionado decepcionado enamorado alérgico adicto aficionado cansado
    interesado obsesionado arrepentido aburrido intolerante
    """
)
"""What only somebody can be: with a thing behind it, the thing is the cause."""


GOVERNING = listed("alérgico adicto aficionado intolerante harto celoso")
"""What one is towards somebody or something: beings behind it, too, are no subject."""


@cache
def _table() -> dict[str, str]:
    """The class of each known adjective; the first that names it counts."""
    classes: dict[str, str] = {}
    text = resources.files("models.spanish").joinpath("data/adjectives.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, words = line.split("\t")
            for word in words.split(" "):
                classes.setdefault(word, name)
    return classes


def is_known(lemma: str) -> bool:
    """Whether the masculine singular is in the table."""
    return lemma in _table()


def kind(lemma: str) -> str:
    """state, mood, taste, trait, colour or before; participles are states, others traits."""
    known = _table().get(lemma)
    if known:
        return known
    if lemma.endswith(("ísimo",)):
        return kind(lemma.removesuffix("ísimo") + "o")
    return "state" if lemma.endswith(("ado", "ido", "ído")) else "trait"


@cache
def lemma_of(word: str) -> str | None:
    """The masculine singular of a known adjective in any form; None if there is none."""
    table = _table()
    if word in table:
        return _LONG.get(word, word) if word in ("buen", "gran") else word
    if word in _FULL:
        return _FULL[word]
    for singular in _singulars(word):
        for lemma in _masculines(singular):
            if lemma in table and word in forms(lemma):
                return lemma
    return _superlative_base(word)


def _superlative_base(word: str) -> str | None:
    """buenísima is an adjective of its own, read off its ending."""
    for ending, masculine in (("ísimo", "ísimo"), ("ísima", "ísimo"), ("ísimos", "ísimo")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + masculine
    return None


def _singulars(word: str) -> list[str]:
    found = [word]
    if word.endswith("ces"):
        found.append(word[:-3] + "z")
    if word.endswith("es"):
        found += [word[:-2], stressed_at(word[:-2], stressed_vowel(word))] if len(word) > 4 else []
    if word.endswith("s"):
        found.append(word[:-1])
    return found


def _masculines(word: str) -> list[str]:
    if not word.endswith("a"):
        return [word]
    stem = word[:-1]
    return [stem + "o", stem, stressed_at(stem, stressed_vowel(word)), stem + "e"]


@cache
def feminine(lemma: str) -> str:
    """The feminine singular: roja, trabajadora, inglesa, llorona, feliz."""
    if lemma in _SAME_FOR_BOTH:
        return lemma
    if lemma.endswith("o"):
        return lemma[:-1] + "a"
    if lemma.endswith(("ete", "ote")):
        return lemma[:-1] + "a"
    if lemma.endswith(("or", "án", "ón", "ín", "és")) or lemma in ("español", "andaluz", "alemán"):
        return without_accents(lemma) + "a"
    return lemma


@cache
def agreeing(lemma: str, is_feminine: bool, is_plural: bool) -> str:
    """The form that agrees with a noun."""
    if " " in lemma:
        return lemma
    form = feminine(lemma) if is_feminine else lemma
    if not is_plural or lemma in _INVARIABLE:
        return form
    return plural(form)


def chosen_form(word: str, lemma: str) -> tuple[bool, bool]:
    """The gender and number in which an adjective was tapped: feminine, plural."""
    every = ((False, False), (True, False), (False, True), (True, True))
    return next((form for form in every if agreeing(lemma, *form) == word), (False, False))


def before_noun(lemma: str, is_feminine: bool, is_plural: bool) -> str:
    """The form in front of a noun: buen, primer, gran."""
    if lemma in _SHORT and not is_plural and (not is_feminine or lemma == "grande"):
        return _SHORT[lemma]
    return agreeing(lemma, is_feminine, is_plural)


_PREPOSITIONS = {
    "alérgico": "a",
    "adicto": "a",
    "aficionado": "a",
    "intolerante": "a",
    "acostumbrado": "a",
    "dispuesto": "a",
    "interesado": "en",
    "arrepentido": "de",
    "capaz": "de",
    "incapaz": "de",
    "parecido": "a",
    "igual": "a",
    "enamorado": "de",
    "harto": "de",
    "cansado": "de",
    "lleno": "de",
    "orgulloso": "de",
    "vestido": "de=",
    "disfrazado": "de=",
    "mojado": "de=",
    "manchado": "de=",
    "aburrido": "de",
    "lejano": "de",
    "seguro": "de",
    "celoso": "de",
    "preocupado": "por",
    "nervioso": "por",
    "asustado": "por",
    "triste": "por",
    "agobiado": "por",
    "enfermo": "de",
    "sentado": "en",
    "tumbado": "en",
    "escondido": "en",
    "listo": "para",
    "preparado": "para",
}


def preposition(lemma: str) -> str:
    """What joins a noun to an adjective: alérgico a, harto de, contento con."""
    return _PREPOSITIONS.get(lemma, "con")


def stands_before(lemma: str) -> bool:
    """Whether the adjective keeps its place before the noun when it was tapped there."""
    return kind(lemma) == "before" or lemma in _SHORT


@cache
def forms(lemma: str) -> frozenset[str]:
    """Every form of an adjective."""
    made = {agreeing(lemma, f, p) for f in (False, True) for p in (False, True)}
    return frozenset(made | {lemma} | ({_SHORT[lemma]} if lemma in _SHORT else set()))


def known_words() -> tuple[str, ...]:
    """Every adjective of the table."""
    return tuple(_table())
