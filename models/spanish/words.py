"""The small words of Spanish: pronouns, determiners, adverbs, conjunctions, social words.

Closed classes, written out. Keys are lower case with accents, as `lexicon` looks them up.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.engine import Tense
from models.spanish.conjugator import Mood, Person, finite
from models.spanish.wordlist import listed, sequence


def _finite_forms(verb: str) -> frozenset[str]:
    """The forms of an auxiliary."""
    return frozenset(finite(verb, mood, person) for mood in Mood for person in Person)


PRONOUNS: Mapping[str, Person] = MappingProxyType(
    {
        "yo": Person.FIRST,
        "tú": Person.SECOND,
        "vos": Person.VOS,
        "usted": Person.THIRD,
        "él": Person.THIRD,
        "ella": Person.THIRD,
        "ello": Person.THIRD,
        "nosotros": Person.FIRST_PLURAL,
        "nosotras": Person.FIRST_PLURAL,
        "vosotros": Person.SECOND_PLURAL,
        "vosotras": Person.SECOND_PLURAL,
        "ustedes": Person.THIRD_PLURAL,
        "ellos": Person.THIRD_PLURAL,
        "ellas": Person.THIRD_PLURAL,
    }
)

OBLIQUE: Mapping[str, Person] = MappingProxyType(
    {
        "mí": Person.FIRST,
        "conmigo": Person.FIRST,
        "ti": Person.SECOND,
        "contigo": Person.SECOND,
    }
)

CLITICS: Mapping[str, Person] = MappingProxyType(
    {
        "me": Person.FIRST,
        "te": Person.SECOND,
        "se": Person.THIRD,
        "nos": Person.FIRST_PLURAL,
        "os": Person.SECOND_PLURAL,
        "le": Person.THIRD,
        "les": Person.THIRD_PLURAL,
        "lo": Person.THIRD,
        "la": Person.THIRD,
        "los": Person.THIRD_PLURAL,
        "las": Person.THIRD_PLURAL,
    }
)

REFLEXIVE: Mapping[Person, str] = MappingProxyType(
    {
        Person.FIRST: "me",
        Person.SECOND: "te",
        Person.VOS: "te",
        Person.THIRD: "se",
        Person.FIRST_PLURAL: "nos",
        Person.SECOND_PLURAL: "os",
        Person.THIRD_PLURAL: "se",
    }
)

DATIVE: Mapping[Person, str] = MappingProxyType(
    {**REFLEXIVE, Person.THIRD: "le", Person.THIRD_PLURAL: "les"}
)

STRESSED: Mapping[str, str] = MappingProxyType(
    {"yo": "mí", "tú": "ti", "mí": "mí", "ti": "ti", "conmigo": "mí", "contigo": "ti"}
)
"""How a pronoun stands behind a preposition, where it differs."""

ARTICLES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("el", "la", "los", "las", "lo"), "el")
    | dict.fromkeys(("un", "una", "unos", "unas"), "un")
)
"""An article as tapped, and the one it is a form of."""

POSSESSIVES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("mi", "mis", "mío", "mía", "míos", "mías"), "mi"),
        **dict.fromkeys(("tu", "tus", "tuyo", "tuya", "tuyos", "tuyas"), "tu"),
        **dict.fromkeys(("su", "sus", "suyo", "suya", "suyos", "suyas"), "su"),
        **dict.fromkeys(("nuestro", "nuestra", "nuestros", "nuestras"), "nuestro"),
        **dict.fromkeys(("vuestro", "vuestra", "vuestros", "vuestras"), "vuestro"),
    }
)

LONG_POSSESSIVES: Mapping[str, str] = MappingProxyType({"mi": "mío", "tu": "tuyo", "su": "suyo"})
"""The form that stands alone or behind the noun."""

DEMONSTRATIVES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("este", "esta", "estos", "estas", "éste", "ésta"), "este"),
        **dict.fromkeys(("ese", "esa", "esos", "esas", "ése", "ésa"), "ese"),
        **dict.fromkeys(("aquel", "aquella", "aquellos", "aquellas"), "aquel"),
    }
)

NEUTERS: Mapping[str, str] = MappingProxyType({"esto": "este", "eso": "ese", "aquello": "aquel"})
"""Demonstratives for a thing without a name, and the form before a noun."""

AGREEING: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "el": ("el", "la", "los", "las"),
        "un": ("un", "una", "unos", "unas"),
        "este": ("este", "esta", "estos", "estas"),
        "ese": ("ese", "esa", "esos", "esas"),
        "aquel": ("aquel", "aquella", "aquellos", "aquellas"),
        "mi": ("mi", "mi", "mis", "mis"),
        "tu": ("tu", "tu", "tus", "tus"),
        "su": ("su", "su", "sus", "sus"),
        "ningún": ("ningún", "ninguna", "ningún", "ninguna"),
        "algún": ("algún", "alguna", "algunos", "algunas"),
        "cualquier": ("cualquier", "cualquier", "cualquier", "cualquier"),
        "cada": ("cada", "cada", "cada", "cada"),
        "más": ("más", "más", "más", "más"),
        "menos": ("menos", "menos", "menos", "menos"),
        "bastante": ("bastante", "bastante", "bastantes", "bastantes"),
        "demasiado": ("demasiado", "demasiada", "demasiados", "demasiadas"),
        "varios": ("varios", "varias", "varios", "varias"),
        "ambos": ("ambos", "ambas", "ambos", "ambas"),
        "tal": ("tal", "tal", "tales", "tales"),
        "qué": ("qué", "qué", "qué", "qué"),
    }
)
"""Masculine, feminine, masculine plural, feminine plural of words before a noun."""

QUANTIFIERS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("mucho", "mucha", "muchos", "muchas"), "mucho"),
        **dict.fromkeys(("muchísimo", "muchísima", "muchísimos", "muchísimas"), "muchísimo"),
        **dict.fromkeys(("poco", "poca", "pocos", "pocas"), "poco"),
        **dict.fromkeys(("todo", "toda", "todos", "todas"), "todo"),
        **dict.fromkeys(("otro", "otra", "otros", "otras"), "otro"),
        **dict.fromkeys(("mismo", "misma", "mismos", "mismas"), "mismo"),
        **dict.fromkeys(("tanto", "tanta", "tantos", "tantas"), "tanto"),
        **dict.fromkeys(("demasiado", "demasiada", "demasiados", "demasiadas"), "demasiado"),
        **dict.fromkeys(("algún", "alguno", "alguna", "algunos", "algunas"), "algún"),
        **dict.fromkeys(("ningún", "ninguno", "ninguna", "ningunos", "ningunas"), "ningún"),
        **dict.fromkeys(("cualquier", "cualquiera"), "cualquier"),
        **dict.fromkeys(("varios", "varias"), "varios"),
        **dict.fromkeys(("ambos", "ambas"), "ambos"),
        "bastante": "bastante",
        "bastantes": "bastante",
        "cada": "cada",
        "más": "más",
        "menos": "menos",
    }
)

ALONE: Mapping[str, str] = MappingProxyType(
    {"algún": "alguno", "ningún": "ninguno", "cualquier": "cualquiera", "un": "uno"}
)
"""How a quantifier stands without its noun."""

PLURAL_WORDS = listed("muchos muchas pocos pocas todos todas otros otras varios varias ambos")

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

PREPOSITIONS = listed(
    """
    a ante bajo con contra de desde durante en entre hacia hasta para por según sin sobre tras
    mediante al del excepto
    """
) | {
    "junto a",
    "a través de",
    "cerca de",
    "lejos de",
    "dentro de",
    "fuera de",
    "encima de",
    "debajo de",
    "delante de",
    "detrás de",
    "al lado de",
    "enfrente de",
    "alrededor de",
    "antes de",
    "después de",
    "en vez de",
    "por culpa de",
    "gracias a",
    "de parte de",
    "en medio de",
    "a casa de",
    "en casa de",
}

LOCATIVES = listed(
    """
    encima debajo dentro fuera delante detrás cerca lejos alrededor enfrente antes después
    """
) | {
    "al lado",
    "en medio",
    "a la derecha",
    "a la izquierda",
    "alrededor",
    "al final",
    "al principio",
}
"""Adverbs that take *de* before a noun: debajo de la mesa."""

PLACE_ADVERBS = (
    LOCATIVES
    | listed("aquí ahí allí allá acá arriba abajo adelante atrás")
    | {
        "a casa",
        "en casa",
        "por aquí",
        "por ahí",
        "al fondo",
    }
)

TIME_ADVERBS = listed(
    """
    ayer anteayer anoche hoy mañana ahora luego después antes pronto tarde temprano ya todavía
    aún siempre mientras entonces últimamente antiguamente enseguida
    """
) | {
    "pasado mañana",
    "ahora mismo",
    "en seguida",
    "a veces",
    "de repente",
    "hace un rato",
    "hace mucho",
    "hace tiempo",
    "hace poco",
    "esta mañana",
    "esta tarde",
    "esta noche",
    "esta semana",
    "este mes",
    "este año",
    "este finde",
    "este fin de semana",
    "la semana pasada",
    "el año pasado",
    "el mes pasado",
    "el otro día",
    "el fin de semana pasado",
    "la semana que viene",
    "el año que viene",
    "el mes que viene",
    "el próximo día",
    "la próxima semana",
    "el verano pasado",
    "de pequeño",
    "de pequeña",
    "de mayor",
    "más tarde",
    "más adelante",
    "después de comer",
    "antes de comer",
    "por la mañana",
    "por la tarde",
    "por la noche",
    "al mediodía",
    "a mediodía",
    "de noche",
    "de día",
    "de madrugada",
    "todos los días",
    "cada día",
    "otro día",
    "algún día",
    "un día",
    "una vez",
    "muchas veces",
    "algunas veces",
    "unas veces",
    "los fines de semana",
    "el fin de semana",
    "al final",
    "hoy por la mañana",
    "mañana por la mañana",
    "mañana por la tarde",
    "ayer por la tarde",
    "ayer por la noche",
    "ayer por la mañana",
    "dentro de un rato",
    "todo el día",
    "toda la noche",
    "en punto",
    "a tiempo",
    "un rato",
    "un momento",
    "de vez en cuando",
    "la última vez",
    "antes de ayer",
    "hace años",
    "para siempre",
    "por fin",
    "hasta mañana_",
}

TIME_TENSES: Mapping[str, Tense] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "ayer",
                "anteayer",
                "anoche",
                "antes de ayer",
                "la semana pasada",
                "el año pasado",
                "el mes pasado",
                "el otro día",
                "el fin de semana pasado",
                "el verano pasado",
                "hace un rato",
                "hace mucho",
                "hace tiempo",
                "hace poco",
                "hace años",
                "ayer por la tarde",
                "ayer por la noche",
                "ayer por la mañana",
                "antiguamente",
                "de pequeño",
                "de pequeña",
                "la última vez",
                "esta mañana",
            ),
            Tense.PAST,
        ),
        **dict.fromkeys(
            (
                "mañana",
                "pasado mañana",
                "luego",
                "más tarde",
                "después",
                "pronto",
                "la semana que viene",
                "el año que viene",
                "el mes que viene",
                "la próxima semana",
                "el próximo día",
                "mañana por la mañana",
                "mañana por la tarde",
                "de mayor",
                "algún día",
                "otro día",
                "dentro de un rato",
                "más adelante",
            ),
            Tense.FUTURE,
        ),
    }
)
"""Time words and the tense that they ask for."""

HABITUAL = listed("siempre antes antiguamente") | {
    "de pequeño",
    "de pequeña",
    "a veces",
    "todos los días",
    "cada día",
    "muchas veces",
}
"""With these the past is an imperfect: de pequeño jugaba."""

RECENT = frozenset(
    {
        "hoy",
        "esta mañana",
        "esta tarde",
        "esta semana",
        "ya",
        "hace un rato",
        "hace poco",
        "este año",
        "este mes",
        "todavía",
        "aún",
    }
)
"""With these the past is a perfect in Spain: esta mañana he comido."""

MANNER_ADVERBS = listed(
    """
    bien mal despacio deprisa mejor peor así fatal genial regular demasiado casi rápidamente
    lentamente fuertemente adrede aposta
    """
) | {
    "a pie",
    "en paz",
    "a la derecha",
    "a la izquierda",
    "de pie",
    "a gusto",
    "de rodillas",
    "boca abajo",
    "boca arriba",
    "sin querer",
    "en serio",
    "de verdad",
    "de broma",
    "en silencio",
    "a la vez",
    "otra vez",
    "de nuevo",
    "en voz baja",
    "en voz alta",
    "muy bien",
    "muy mal",
    "a solas",
    "sin parar",
    "poco a poco",
    "a oscuras",
    "a escondidas",
    "de memoria",
    "a mano",
    "en coche",
    "en autobús",
    "en tren",
    "en bici",
    "en avión",
    "en barco",
    "en moto",
    "en metro",
    "en taxi",
    "cara a cara",
}

DEGREE_ADVERBS = listed("muy tan más menos demasiado bastante algo") | {
    "un poco",
    "nada de",
}

OTHER_ADVERBS = listed(
    """
    también tampoco solo sólo solamente incluso además quizás quizá claro casi acaso
    """
) | {"tal vez", "a lo mejor", "sobre todo", "por ejemplo", "sin embargo", "por eso", "desde luego"}

NEGATIONS = listed("no nunca jamás nada nadie ningún ninguno ninguna tampoco ni")
"""Words that make a message negative."""

QUESTION_WORDS = listed(
    """
    qué quién quiénes cuál cuáles cómo cuándo dónde adónde cuánto cuánta cuántos cuántas
    """
) | {
    "por qué",
    "para qué",
    "a dónde",
    "de dónde",
    "de quién",
    "con quién",
    "a quién",
    "qué hora",
    "a qué hora",
    "qué tal",
    "de qué",
    "con qué",
    "en qué",
    "a qué",
    "desde cuándo",
    "hasta cuándo",
}

UNACCENTED_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "que": "qué",
        "quien": "quién",
        "quienes": "quiénes",
        "cual": "cuál",
        "cuales": "cuáles",
        "como": "cómo",
        "cuando": "cuándo",
        "donde": "dónde",
        "adonde": "adónde",
        "cuanto": "cuánto",
        "cuanta": "cuánta",
        "cuantos": "cuántos",
        "cuantas": "cuántas",
        "por que": "por qué",
        "para que": "para qué",
        "a donde": "a dónde",
        "de quien": "de quién",
        "con quien": "con quién",
        "que hora": "qué hora",
    }
)

COORDINATORS = frozenset({"y", "e", "o", "u", "ni"})
SUBORDINATORS = listed(
    """
    porque pero cuando si que aunque mientras pues sino como donde entonces
    """
) | {
    "para que",
    "así que",
    "después de que",
    "antes de que",
    "hasta que",
    "desde que",
    "ya que",
    "por eso",
    "y si",
    "a ver si",
}
SUBJUNCTIVE_AFTER = frozenset({"para que", "antes de que", "ojalá"})

SOCIAL = listed(
    """
    hola adiós gracias perdón perdona perdone disculpa disculpe felicidades enhorabuena
    bienvenido bienvenida bienvenidos ánimo salud vale ok claro bueno genial jaja jajaja
    jajajaja jiji jejeje jeje ja ay uy uf puf bah oh eh ah hala vaya venga anda socorro chao
    chau oye oiga hey ups bravo amén ojalá sí aúpa hurra yupi puaj mierda joder hostia coño
    cojones caramba carajo olé ey porfa plis
    """
) | {
    "por favor",
    "buenos días",
    "buenas tardes",
    "buenas noches",
    "hasta luego",
    "hasta mañana",
    "hasta pronto",
    "hasta la vista",
    "hasta el lunes",
    "lo siento",
    "de nada",
    "de acuerdo",
    "muchas gracias",
    "feliz cumpleaños",
    "cumpleaños feliz",
    "feliz navidad",
    "feliz año",
    "feliz año nuevo",
    "feliz día",
    "buen provecho",
    "que aproveche",
    "muy bien",
    "qué va",
    "por supuesto",
    "claro que sí",
    "claro que no",
    "qué tal",
    "te quiero_",
    "no pasa nada",
    "un momento_",
    "buen viaje",
    "buena suerte",
    "perdona que",
    "mala suerte",
    "que te mejores",
    "mucho gusto",
    "encantado de conocerte",
    "con permiso",
    "se acabó",
    "ya está",
    "basta ya",
    "buenas",
    "hasta ahora",
    "nos vemos",
    "vete a la mierda",
    "hijo de puta",
    "por dios",
    "dios mío",
    "qué asco",
    "qué bien",
    "qué guay",
    "qué rollo",
    "qué rico",
    "qué risa",
    "qué pena",
    "qué miedo",
    "qué dolor",
    "eso es",
    "ya basta",
    "ni hablar",
    "a comer",
    "a dormir",
    "a jugar",
}
"""Words and formulas that stand apart from the sentence, behind a comma."""

SWEARING = listed("mierda joder hostia coño cojones puta carajo")

INDEFINITES = listed("alguien nadie algo nada todos uno quien")
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
