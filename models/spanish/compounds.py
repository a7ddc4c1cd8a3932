"""Two nouns side by side that are one thing: bocadillo de queso, papá oso, cumpleaños de Leo."""

from __future__ import annotations

from dataclasses import replace

from models.spanish import adjectives
from models.spanish.neighbours import VERBAL
from models.spanish.phrases import Article, Complement, NounPhrase
from models.spanish.tokens import Kind
from models.spanish.wordlist import listed

MATERIALS = listed(
    """
    madera papel paja piedra chocolate oro plata plástico lana arena nieve cartón cristal vidrio
    cuero tela algodón metal hierro hielo barro ladrillo goma seda caramelo trapo diamante
    plastilina lego lentejuelas peluche charol franela
    terciopelo mimbre bronce acero mármol porcelana corcho
    """
)


_OWNED = listed(
    """
    casa habitación cuarto cumpleaños cumple fiesta boda santo aniversario tumba
    """
)


_PICTURES = listed("imagen foto fotografía dibujo retrato cuento película canción libro vídeo")


_TALES = listed(
    "cuento historia libro película dibujo foto canción dibujos cuentos vídeo video imagen serie"
)


_LESSONS = listed(
    """
    clase examen profesor profesora profe maestro maestra deberes libro cuaderno asignatura
    ejercicio partido campo equipo entrenador
    """
)


_BAKED = listed(
    """
    galleta tarta pastel bizcocho batido cruasán donut magdalena palmera huevo crepe gofre
    """
)


_MEATS = listed("carne pechuga filete muslo costilla chuleta hamburguesa salchicha")


_FLAVOURS = listed("chocolate vainilla nata crema coco")


_FELLOWS = listed("chica chico niña niño amiga amigo compañera compañero profesora profesor profe")


_DRIVERS = listed("conductor conductora chófer piloto capitán capitana revisor revisora maquinista")


_OF_TEAMS = listed("partido camiseta jugador jugadora estadio bufanda equipación gol socio")


_RINDS = listed("cáscara piel monda hueso pepita cogollo rama hoja pétalo tallo")
"""What is left of something to eat."""


_COPIES = listed("copia fotocopia resumen borrador página firma traducción")


_NAMES_OF = listed("nombre apellido mote apodo")


_RESULTS = listed("resultado nota informe")


_REMEDIES = listed("pastilla medicina jarabe gotas crema pomada inyección")


_PARTS = listed(
    """
    volumen contraseña mando pantalla batería cargador cable botón pila pilas tapa rueda ruedas
    llave llaves puerta precio número título dueño dueña director directora suelo techo
    motor freno enchufe parada estación volante respaldo reposapiés temperatura brillo
    capítulo episodio final principio personaje protagonista
    cajón cadena reposabrazos reposacabezas ventanilla maletero antena filtro
    cuerda tejado bolsillo cordón cordones cremallera pedal etiqueta capucha suela manga manillar
    sillín correa funda bisagra tacón pantalla teclado
    """
)
"""What something else has or belongs to: el volumen de la tele."""


_WHOLES = frozenset(
    {
        *("device", "vehicle", "furniture", "place", "thing", "net", "media", "animal"),
        *("clothes", "instrument", "toy", "care"),
    }
)


_ANIMAL_PARTS = frozenset({"who", "animal"})


_FOOD = frozenset({"food", "drink", "dish"})


def compound(
    phrase: NounPhrase, inner: NounPhrase, following: Kind | None, in_list: bool = False
) -> Complement | None:
    """How a noun right behind another belongs to it; None if it does not.

    `in_list` of a message of nouns alone: «puerta, coche» may be two things.
    """
    if phrase.head is None or inner.head is None or phrase.head.noun is None:
        return None
    if inner.determiner is not None and inner.determiner.kind is not Kind.POSSESSIVE:
        return None
    if inner.is_pronoun or phrase.joined:
        return None
    if _is_apposition(phrase, inner, following):
        return Complement((), replace(inner, after=()), "")
    if _is_owner(phrase, inner):
        return Complement((), replace(inner, after=()), "de", Article.DEFINITE)
    article = _article(phrase, inner, following)
    if article is None and not in_list:
        article = _of_whole(phrase, inner)
    return Complement((), inner, "de", article) if article is not None else None


def _is_owner(phrase: NounPhrase, inner: NounPhrase) -> bool:
    """coche, papá, rojo: what is red is his car."""
    if not inner.is_who or not inner.after or phrase.is_animate or phrase.complements:
        return False
    kinds = {adjectives.kind(quality.adjective.lemma) for quality in inner.after}
    return kinds <= {"colour"} and not phrase.after


def _is_apposition(phrase: NounPhrase, inner: NounPhrase, following: Kind | None) -> bool:
    """papá oso, abuela María, señora Pondia, color rojo."""
    if phrase.head is None or inner.head is None or inner.is_determined:
        return False
    noun = phrase.head.noun
    if noun is None:
        return False
    if phrase.is_plural != inner.is_plural:
        return False
    if noun.word in ("mamá", "papá") and inner.classes()[0] == "animal":
        return following in VERBAL or following in (Kind.CLITIC, Kind.NEGATION)
    if inner.head.kind is Kind.WORD and inner.has_flag("bare") and phrase.head.kind is Kind.NOUN:
        return noun.classes[0] not in ("kin", "person")
    titled = noun.classes[0] in ("kin", "person", "animal") and "bare" not in noun.flags
    return titled and inner.head.kind is Kind.NAME and not phrase.complements


def _article(phrase: NounPhrase, inner: NounPhrase, following: Kind | None) -> Article | None:
    """The article behind the *de* that joins two nouns; None if nothing joins them."""
    noun = phrase.head.noun if phrase.head is not None else None
    other = inner.head.noun if inner.head is not None else None
    if noun is None or inner.head is None:
        return None
    if noun.word in _RINDS and _FOOD & set(inner.classes()):
        return Article.NONE
    if noun.word in _COPIES and inner.classes()[0] in ("text", "abstract", "media", "school"):
        return Article.DEFINITE
    if noun.word in _NAMES_OF and inner.is_who and not inner.is_pronoun:
        return Article.DEFINITE
    if noun.word in _DRIVERS and "vehicle" in inner.classes():
        return Article.DEFINITE
    if noun.word in _OF_TEAMS and inner.has_flag("team"):
        return Article.DEFINITE
    if noun.word in _OWNED and inner.is_who:
        friend = noun.word == "fiesta" and inner.head.lemma in (
            "amigo",
            "amiga",
            "amigos",
            "amigas",
        )
        return None if friend else Article.DEFINITE
    if "de" in noun.flags and _FOOD & set(inner.classes()) and not phrase.complements:
        return _of_food(phrase, inner)
    if noun.word in _TALES and inner.head.lemma in (
        "miedo",
        "risa",
        "amor",
        "acción",
        "terror",
        "dibujos",
    ):
        return Article.NONE
    if noun.word == "día" and inner.head.lemma in ("cole", "colegio", "clase", "playa", "fiesta"):
        return Article.NONE
    if noun.word in _MEATS and "animal" in inner.classes() and not phrase.complements:
        return Article.NONE
    if noun.word in _BAKED and inner.head.lemma in _FLAVOURS and not phrase.complements:
        return Article.NONE
    if _is_fellow(phrase) and inner.head.lemma == "clase":
        return Article.NONE
    if _is_for(phrase, inner):
        return Article.DEFINITE
    if noun.word == "dolor" and "body" in inner.classes():
        return Article.NONE
    pictured = inner.head.kind is Kind.NAME or inner.has_flag("bare")
    if noun.word in _PICTURES and pictured and inner.classes()[0] != "net":
        return Article.NONE
    if other is None or inner.is_determined:
        return None
    if noun.word in _TALES and inner.classes()[0] == "animal" and following not in VERBAL:
        return Article.NONE if inner.is_plural else Article.DEFINITE
    if other.word in MATERIALS and phrase.classes()[0] not in ("who", "food", "drink", "animal"):
        return Article.NONE
    if noun.word in _LESSONS and inner.classes()[0] in (
        "school",
        "activity",
        "game",
        "language",
    ):
        return Article.NONE
    if phrase.classes()[0] == "body" and inner.classes()[0] == "animal":
        return Article.DEFINITE
    return None


def _of_whole(phrase: NounPhrase, inner: NounPhrase) -> Article | None:
    """el volumen de la tele, but la parada de autobús and la llave de casa."""
    part = phrase.head.noun.word if phrase.head is not None and phrase.head.noun else ""
    head = inner.head.lemma if inner.head is not None else ""
    if part not in _PARTS or head in _PARTS or inner.is_determined or phrase.after:
        return None
    if inner.classes()[0] not in _WHOLES or (inner.head is not None and not inner.head.noun):
        return None
    named = part in ("parada", "estación") or (head == "casa" and part != "puerta")
    return Article.NONE if named else Article.DEFINITE


def _is_fellow(phrase: NounPhrase) -> bool:
    """Somebody one knows from somewhere: la chica de clase."""
    head = phrase.head
    return (
        head is not None
        and phrase.classes()[0] == "who"
        and not _FELLOWS.isdisjoint((head.lemma, head.lemma.removesuffix("s")))
    )


def _is_for(phrase: NounPhrase, inner: NounPhrase) -> bool:
    """la pastilla de la tensión; el resultado del análisis."""
    head = phrase.head
    if head is None or inner.is_determined or phrase.complements:
        return False
    if head.lemma in _RESULTS:
        return inner.classes()[0] in ("care", "school", "event", "text")
    taken = head.lemma in _REMEDIES
    return taken and inner.classes()[0] in ("state", "illness", "feeling")


def _of_food(phrase: NounPhrase, inner: NounPhrase) -> Article | None:
    """zumo de naranja; but «pan, queso» and «sopa, sopa» are two things."""
    if phrase.head is None or inner.head is None or phrase.head.lemma == inner.head.lemma:
        return None
    same = "de" in (inner.head.noun.flags if inner.head.noun else ()) and "dish" in phrase.classes()
    return None if same and inner.classes()[0] == phrase.classes()[0] else Article.NONE
