"""The small words of Spanish as the checks see them. Closed classes, written out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from models.checking.meaning import Addition, Person, Trait
from models.checking.words import listed

SAME: Final[Mapping[str, tuple[Person, ...]]] = MappingProxyType(
    {
        "yo me mí conmigo mi mis mío mía míos mías": (Person.FIRST,),
        "tú vos te ti contigo tu tus tuyo tuya tuyos tuyas": (Person.SECOND,),
        "usted": (Person.SECOND, Person.THIRD),
        "nosotros nosotras nos nuestro nuestra nuestros nuestras": (Person.FIRST_PLURAL,),
        "vosotros vosotras os vuestro vuestra vuestros vuestras": (Person.SECOND_PLURAL,),
        "ustedes": (Person.SECOND_PLURAL, Person.THIRD_PLURAL),
        "él ella ello le lo la se sí consigo su sus suyo suya suyos suyas": (Person.THIRD,),
        "ellos ellas les los las": (Person.THIRD_PLURAL,),
    }
)
"""Pronouns and possessives that mean the same person, and which."""
CLITICS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "yo": "me mí conmigo mi mis",
        "tú": "te ti contigo tu tus",
        "vos": "te vos",
        "usted": "le la lo se usted",
        "él": "le lo se su sus",
        "ella": "le la se su sus",
        "nosotros": "nos nosotros nosotras",
        "nosotras": "nos nosotros nosotras",
        "vosotros": "os vosotros vosotras",
        "vosotras": "os vosotros vosotras",
        "ustedes": "les los las se",
        "ellos": "les los se",
        "ellas": "les las se",
        "me": "yo mí conmigo",
        "mí": "me yo conmigo",
        "conmigo": "me mí yo",
        "te": "tú ti contigo",
        "ti": "te tú contigo",
        "contigo": "te ti tú",
        "mi": "mis mío mía míos mías me",
        "tu": "tus tuyo tuya tuyos tuyas te",
        "mis": "mi mío mía míos mías me",
        "tus": "tu tuyo tuya tuyos tuyas te",
        "sus": "su suyo suya suyos suyas le les",
        "su": "sus suyo suya suyos suyas le",
        "y": "e",
        "e": "y",
        "o": "u",
        "uno": "un una",
        "veintiuno": "veintiún veintiuna",
        "un": "uno una",
        "a": "al",
        "de": "del",
    }
)
"""How a pronoun or small word may appear beside its own form."""
OWNERS: Final = listed("mi tu su")
SUBJECTS: Final = listed("yo tú vos usted ustedes")
OBJECTS: Final = listed("me te nos os le les lo los se mí ti conmigo contigo")
AUXILIARIES: Final = MappingProxyType(
    {
        "ser": Addition.BE,
        "estar": Addition.BE,
        "haber": Addition.AUXILIARY,
        "ir": Addition.GO,
        "tener": Addition.HAVE_STATE,
        "hacer": Addition.HAVE_STATE,
    }
)
ADDITIONS: Final[Mapping[str, Addition]] = MappingProxyType(
    {
        word: addition
        for addition, words in {
            Addition.ARTICLE: "el la los las un una unos unas lo",
            Addition.PREPOSITION: "a de en con por para hacia al del",
            Addition.JOIN: "y e",
            Addition.CLAUSE: "que porque cuando como pero",
            Addition.PRONOUN: "yo tú vos usted él ella nosotros nosotras vosotros vosotras ustedes "
            "ellos ellas me te se nos os le les mí ti conmigo contigo",
            Addition.POSSESSIVE: "mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro "
            "vuestra vuestros vuestras",
            Addition.DUMMY: "hay",
            Addition.NEGATION: "no nunca jamás nada nadie ningún ninguno ninguna tampoco ni sin",
        }.items()
        for word in words.split()
    }
)
LIGHT: Final = listed("el la los las un una unos unas a de en que al del ser estar y")
ENCLITICS: Final = ("me", "te", "se", "nos", "os", "los", "las", "lo", "la", "les", "le")
"""Pronouns written behind a command, an infinitive or a gerund, one or two of them."""
PARTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"al": ("a", "el"), "del": ("de", "el"), "conmigo": ("con", "mí"), "contigo": ("con", "ti")}
)
AT_SOMETHING: Final = listed("miedo asco vergüenza pena alergia ganas rabia envidia celos")
"""What somebody feels at somebody: *médico, miedo* says whom the speaker fears."""
TELLING: Final = listed("nombre apellido edad cumpleaños fiesta santo humor")
PUBLIC: Final = listed(
    "playa parque cine restaurante zoo zoológico acuario piscina teatro circo museo supermercado "
    "súper mercado feria bar cafetería pizzería hospital montaña campo bosque río mar lago "
    "biblioteca iglesia aeropuerto estación plaza bolera discoteca hotel camping farmacia estadio"
)
STATES: Final = listed("frío calor sueño hambre sed miedo prisa fiebre tos sol viento")
WEATHER: Final = listed("frío calor sol viento fresco bochorno aire")
"""What the weather makes: *hace calor*."""
FELT: Final = listed(
    "soportar aguantar odiar detestar querer amar adorar preferir temer recordar olvidar entender "
    "comprender creer pensar desear extrañar añorar admirar envidiar beber comer oír"
)
"""What only somebody does: a thing before one of these and none behind it is its object."""
BROKEN: Final = listed(
    "romper mojar manchar derramar volcar estropear averiar rayar rasgar arrugar descargar atascar "
    "desinflar quemar quebrar abrir cerrar perder ensuciar bloquear"
)
"""What a thing without an object does to itself: *el móvil se rompe*."""
IMPERSONAL: Final = listed(
    "oler sonar parecer pasar faltar sobrar bastar haber merecer significar convenir costar valer"
)
"""What these are said of need not be named: *aquí huele mal*."""
LUCK: Final = listed("lotería premio gordo quiniela cupón bonoloto euromillón")
"""What falls to somebody: *la lotería no me toca*."""
BEFALLING: Final = listed("quedar salir olvidar escapar ocurrir caber pitar zumbar")
"""What happens to somebody by a thing: *me queda una vida*, *se me olvida el pin*."""
STIRRED: Final = listed(
    "aburrir alegrar cansar preocupar enfadar divertir emocionar agobiar estresar marear relajar "
    "entristecer tranquilizar animar desesperar sorprender impresionar asombrar fascinar extrañar "
    "indignar frustrar decepcionar"
)
"""What a thing makes somebody feel: *me aburren los discursos*."""
DONE_OR_FELT: Final = MappingProxyType(
    {
        "molestar": frozenset({"somebody"}),
        "picar": frozenset({"somebody", "food"}),
        "faltar": frozenset({"event", "school", "abstract", "place"}),
    }
)
"""Felt by somebody or done by them, and to which things it is done."""
PLACING: Final = listed("entre sobre bajo tras ante contra")
"""Prepositions that tell where something is: with one of these a list of things is none."""
POSTURES: Final = frozenset({"al revés", "del revés", "boca abajo", "boca arriba", "patas arriba"})
"""How a thing lies: with one of these a list of things is none."""
NOT_COMMANDED: Final = listed("querer poder saber tener haber necesitar deber gustar")
TRAITS: Final = MappingProxyType(
    {
        Trait.LINKING: listed("ser estar parecer"),
        Trait.CONTROL: listed(
            "ayudar dejar enseñar obligar invitar mandar permitir prohibir recordar hacer sacar "
            "llevar"
        ),
        Trait.BY_ITSELF: BROKEN,
        Trait.FELT: FELT,
        Trait.RAISING: listed("querer creer pensar parecer suponer imaginar"),
        Trait.ASKING: listed(
            "saber decir explicar contar preguntar recordar ver mirar entender imaginar adivinar"
        ),
        Trait.BY_THINGS: listed("favorecer seguir perseguir asustar proteger despertar distraer"),
        Trait.WITH_HOURS: listed("abrir cerrar"),
        Trait.HITHER: listed("venir"),
        Trait.DONE: listed("equivocar quemar cortar torcer picar tragar hacer"),
        Trait.STIRRING: listed("dar"),
        Trait.GENERIC: listed("gustar encantar odiar adorar preferir interesar aburrir apetecer"),
    }
)
ASKED: Final = MappingProxyType(
    {
        "dónde": "adónde",
        "cuánto": "cuánta cuántos cuántas",
        "cuál": "cuáles",
        "quién": "quiénes",
    }
)
"""The forms of question words: they agree with what is asked for."""
