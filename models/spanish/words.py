"""The small words of Spanish: pronouns, determiners, adverbs, conjunctions, social words.

Closed classes; the longer lists stand in `data/words.tsv`. Keys are lower case with accents.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.engine import Tense
from models.spanish.conjugator import Mood, Person, finite
from models.spanish.orthography import without_accents
from models.spanish.wordlist import listed, named, sequence


def _finite_forms(verb: str) -> frozenset[str]:
    """The forms of an auxiliary."""
    return frozenset(finite(verb, mood, person) for mood in Mood for person in Person)


def _persons(
    first: str, second: str, third: str, we: str, you: str, they: str
) -> dict[str, Person]:
    """Words by the person they stand for."""
    columns = (first, second, third, we, you, they)
    pairs = zip(columns, tuple(Person)[:6], strict=True)
    return {word: person for column, person in pairs for word in column.split()}


PRONOUNS: Mapping[str, Person] = MappingProxyType(
    {
        **_persons(
            "yo",
            "tú",
            "usted él ella ello",
            "nosotros nosotras",
            "vosotros vosotras",
            "ustedes ellos ellas",
        ),
        "vos": Person.VOS,
    }
)


OBLIQUE: Mapping[str, Person] = MappingProxyType(
    _persons("mí conmigo", "ti contigo", "", "", "", "")
)


CLITICS: Mapping[str, Person] = MappingProxyType(
    _persons("me", "te", "se le lo la", "nos", "os", "les los las")
)


REFLEXIVE: Mapping[Person, str] = MappingProxyType(
    dict(zip(Person, ("me", "te", "se", "nos", "os", "se", "te"), strict=True))
)


DATIVE: Mapping[Person, str] = MappingProxyType(
    {**REFLEXIVE, Person.THIRD: "le", Person.THIRD_PLURAL: "les"}
)


STRESSED: Mapping[str, str] = MappingProxyType(
    {"yo": "mí", "tú": "ti", "mí": "mí", "ti": "ti", "conmigo": "mí", "contigo": "ti"}
)
"""How a pronoun stands behind a preposition, where it differs."""


def _forms(**lemmas: str) -> Mapping[str, str]:
    """Words and the one of which each is a form."""
    return MappingProxyType(
        {form: lemma for lemma, forms in lemmas.items() for form in forms.split()}
    )


ARTICLES = _forms(el="el la los las lo", un="un una unos unas")
"""An article as tapped, and the one it is a form of."""


POSSESSIVES = _forms(
    mi="mi mis mío mía míos mías",
    tu="tu tus tuyo tuya tuyos tuyas",
    su="su sus suyo suya suyos suyas",
    nuestro="nuestro nuestra nuestros nuestras",
    vuestro="vuestro vuestra vuestros vuestras",
)


LONG_POSSESSIVES: Mapping[str, str] = MappingProxyType({"mi": "mío", "tu": "tuyo", "su": "suyo"})
"""The form that stands alone or behind the noun."""


DEMONSTRATIVES = _forms(
    este="este esta estos estas éste ésta",
    ese="ese esa esos esas ése ésa",
    aquel="aquel aquella aquellos aquellas",
)


NEUTERS: Mapping[str, str] = MappingProxyType({"esto": "este", "eso": "ese", "aquello": "aquel"})
"""Demonstratives for a thing without a name, and the form before a noun."""


QUANTIFIERS = _forms(
    mucho="mucho mucha muchos muchas",
    muchísimo="muchísimo muchísima muchísimos muchísimas",
    poco="poco poca pocos pocas",
    todo="todo toda todos todas",
    otro="otro otra otros otras",
    mismo="mismo misma mismos mismas",
    tanto="tanto tanta tantos tantas",
    demasiado="demasiado demasiada demasiados demasiadas",
    algún="algún alguno alguna algunos algunas",
    ningún="ningún ninguno ninguna ningunos ningunas",
    cualquier="cualquier cualquiera",
    varios="varios varias",
    ambos="ambos ambas",
    bastante="bastante bastantes",
    cada="cada",
    más="más",
    menos="menos",
)


def _rows(text: str) -> Mapping[str, tuple[str, str, str, str]]:
    """Lines of masculine, feminine and their plurals, by the first word; a word alone repeats."""
    table: dict[str, tuple[str, str, str, str]] = {}
    for line in text.strip().splitlines():
        one, *others = line.split()
        feminine, many, many_feminine = others or (one, one, one)
        table[one] = (one, feminine, many, many_feminine)
    return MappingProxyType(table)


AGREEING = _rows(
    """
    el la los las
    un una unos unas
    este esta estos estas
    ese esa esos esas
    aquel aquella aquellos aquellas
    mi mi mis mis
    tu tu tus tus
    su su sus sus
    ningún ninguna ningún ninguna
    algún alguna algunos algunas
    cualquier
    cada
    más
    menos
    bastante bastante bastantes bastantes
    demasiado demasiada demasiados demasiadas
    varios varias varios varias
    ambos ambas ambos ambas
    tal tal tales tales
    qué
    """
)
"""Masculine, feminine, masculine plural, feminine plural of words before a noun."""


ALONE: Mapping[str, str] = MappingProxyType(
    {"algún": "alguno", "ningún": "ninguno", "cualquier": "cualquiera", "un": "uno"}
)
"""How a quantifier stands without its noun."""


UNITS = sequence(
    """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
    dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro
    veinticinco veintiséis veintisiete veintiocho veintinueve treinta
    """
)


NUMBERS = frozenset(UNITS) | listed(
    """
    cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos trescientos
    cuatrocientos quinientos seiscientos setecientos ochocientos novecientos mil dieciseis
    veintidos veintitres veintiseis
    """
)


PREPOSITIONS = named("prepositions")


LOCATIVES = named("locatives")
"""Adverbs that take *de* before a noun: debajo de la mesa."""


PLACE_ADVERBS = LOCATIVES | named("place_adverbs")


TIME_ADVERBS = named("time_adverbs")


TIME_TENSES: Mapping[str, Tense] = MappingProxyType(
    dict.fromkeys(named("past"), Tense.PAST) | dict.fromkeys(named("future"), Tense.FUTURE)
)
"""Time words and the tense that they ask for."""


HABITUAL = named("habitual")
"""With these the past is an imperfect: de pequeño jugaba."""


RECENT = named("recent")
"""With these the past is a perfect in Spain: esta mañana he comido."""


MANNER_ADVERBS = named("manner_adverbs")


DEGREE_ADVERBS = named("degree_adverbs")


OTHER_ADVERBS = named("other_adverbs")


NEGATIONS = named("negations")
"""Words that make a message negative."""


QUESTION_WORDS = named("question_words")


_QUESTIONS = sequence(
    """
    qué quién quiénes cuál cuáles cómo cuándo dónde adónde cuánto cuánta cuántos cuántas por_qué
    para_qué a_dónde de_quién con_quién qué_hora
    """
)


UNACCENTED_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {without_accents(question): question for question in _QUESTIONS}
)


COORDINATORS = named("coordinators")


SUBORDINATORS = named("subordinators")


SOCIAL = named("social")
"""Words and formulas that stand apart from the sentence, behind a comma."""


SWEARING = named("swearing")


INDEFINITES = named("indefinites")
"""Pronouns without a noun."""


FUNCTION_WORDS = (
    listed(
        """
        el la los las lo un una unos unas al del a con de en por para que y e o u porque me te se
        nos os le les mí ti conmigo contigo he has ha hemos habéis han hay había hubo habrá haya
        """
    )
    | _finite_forms("ser")
    | _finite_forms("estar")
    | listed("voy vas va vamos vais van iba ibas íbamos ibais iban")
)
"""Words that a sentence may contain without anybody having chosen them."""
