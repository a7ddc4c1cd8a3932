"""How what depends on a verb is written: its preposition, its article, its clitic."""

from __future__ import annotations

from dataclasses import dataclass

from models.spanish import words
from models.spanish.lexicon import is_hour as is_hour_phrase
from models.spanish.phrases import Adverbial, Article, NounPhrase, Prepositional
from models.spanish.tokens import Kind, Token, Word, added, said
from models.spanish.verbs import Frame
from models.spanish.wordlist import listed
from models.spanish.writing import written

_ADJUNCTS = {
    "place": "en",
    "furniture": "en",
    "vehicle": "en",
    "tool": "con",
    "instrument": "con",
    "who": "con",
    "animal": "con",
    "event": "en",
    "feast": "en",
    "weather": "con",
    "toy": "con",
    "game": "a",
    "body": "en",
    "device": "en",
    "plant": "en",
    "net": "en",
}
"""What a noun of a class has before it where the verb asks for nothing else."""


_BARE_OBJECTS = frozenset(
    {"music", "need", "state", "feeling", "activity", "school", "illness", "hygiene", "language"}
)


_DEFINITE_OBJECTS = frozenset({"body", "device", "place", "game", "weather", "month", "care"})


_BARE_PLACES = frozenset({"casa", "clase", "misa", "correos"})


_TIMETABLE = listed(
    """
    cole colegio clase escuela piscina gimnasio comedor logopedia fisioterapia terapia
    rehabilitación examen
    """
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A complement in words."""

    words: list[Word]
    direct: bool = False


def kind_of(phrase: NounPhrase, frame: Frame) -> str:
    """The class under which a verb takes a noun: chicken is food to comer."""
    classes = phrase.classes()
    if phrase.head is not None and phrase.head.lemma in frame.prepositions:
        return phrase.head.lemma
    if frame.verb in ("comer", "cenar", "desayunar", "merendar", "cocinar", "beber"):
        for name in ("food", "drink"):
            if name in classes:
                return name
        if "dish" in classes and (phrase.complements or "thing" not in classes):
            return "food"
    if "trade" in frame.prepositions and phrase.has_flag("trade") and phrase.is_plural:
        return "trade"
    for name in classes:
        if name in frame.prepositions and (name != "dish" or not phrase.complements):
            return name
    return next((c for c in classes if c != "dish"), classes[0])


def preposition(phrase: NounPhrase, frame: Frame, has_object: bool) -> str:
    """The preposition before a complement; "-" for a direct object; "=" behind it: no article."""
    kind = kind_of(phrase, frame)
    places = frame.has("into") or frame.has("outof")
    if places and not has_object and kind in ("furniture", "thing", "toy", "clothes", "text"):
        return "-"
    if places and has_object and kind not in ("who", "place", "animal"):
        return "en" if frame.has("into") else "de"
    if kind in frame.prepositions:
        way = frame.prepositions[kind]
        taken = way == "-" and has_object and kind in ("place", "furniture", "body", "device")
        taken |= way == "-" and has_object and kind == "who" and frame.verb == "tener"
        return _ADJUNCTS.get(kind, way) if taken else way
    if has_object and kind != "who" and (frame.has("into") or frame.has("outof")):
        return "en" if frame.has("into") else "de"
    if kind == "who" and frame.has("tr"):
        return "a"
    if not has_object and frame.has("tr") and kind not in ("place", "event", "feast"):
        return "-"
    if "other" in frame.prepositions and kind not in ("place", "who", "furniture"):
        return frame.prepositions["other"]
    if not has_object and frame.has("tr") and not frame.known:
        return "-"
    return _ADJUNCTS.get(kind, "con")


_FELT = listed(
    "odiar detestar soportar aguantar tolerar adorar amar temer echar_de_menos extrañar añorar"
)
"""What one feels so about is all of its kind: odio el ruido."""


_SHOWING = listed("ver poner buscar escuchar leer contar cantar querer hacer mirar dibujar oír")


def _is_of_a_kind(phrase: NounPhrase) -> bool:
    """un vídeo de gatos, una canción de Rosalía: one of many."""
    told = phrase.classes()[0] in ("media", "text") or phrase.has_flag("media")
    made_of = [c for c in phrase.complements if c.linked == "de" and not c.preposition]
    return told and any(c.article is Article.NONE for c in made_of)


def object_article(phrase: NounPhrase, frame: Frame) -> Article:
    """The article of a direct object: una manzana, la puerta, agua."""
    kind = kind_of(phrase, frame)
    if frame.verb.replace(" ", "_") in _FELT:
        return Article.DEFINITE
    if frame.verb == "hacer" and kind == "weather":
        return Article.NONE
    if frame.verb == "hacer" and phrase.head is not None and phrase.head.text == "amor":
        return Article.DEFINITE
    if phrase.has_flag("mass") or kind in _BARE_OBJECTS:
        return _mass_article(phrase, frame, kind)
    if frame.verb == "haber":
        bare = phrase.head is not None and phrase.head.lemma in _TIMETABLE
        return Article.NONE if bare else Article.INDEFINITE
    lemma = phrase.head.lemma if phrase.head is not None else ""
    if frame.verb == "tener" and (lemma in _TIMETABLE or lemma in ("novio", "novia", "pareja")):
        return Article.NONE
    added = [c for c in phrase.complements if c.linked == "de" and not c.preposition]
    if any(c.article is Article.DEFINITE for c in added):
        return Article.DEFINITE
    if frame.verb in _SHOWING and _is_of_a_kind(phrase):
        return Article.INDEFINITE
    if kind == "media" and frame.verb in ("ver", "poner", "querer"):
        return Article.DEFINITE if phrase.is_plural else Article.INDEFINITE
    if kind == "furniture" and frame.verb == "hacer":
        return Article.DEFINITE
    if not frame.has("un"):
        return Article.DEFINITE
    if phrase.is_plural and frame.verb in ("necesitar", "querer", "ver") and phrase.has_flag("own"):
        return Article.DEFINITE
    if phrase.has_flag("own") and frame.verb not in ("tener", "comprar", "llevar", "regalar"):
        return Article.DEFINITE
    if kind in _DEFINITE_OBJECTS or phrase.has_flag("sole"):
        return _definite_object(phrase, frame, kind)
    return Article.INDEFINITE


def _definite_object(phrase: NounPhrase, frame: Frame, kind: str) -> Article:
    if frame.verb in ("tener", "comprar", "dibujar", "construir", "hacer", "regalar"):
        return Article.DEFINITE if kind == "body" and phrase.after else Article.INDEFINITE
    return Article.DEFINITE


def _mass_article(phrase: NounPhrase, frame: Frame, kind: str) -> Article:
    if phrase.head is not None and phrase.head.text in ("regla", "culpa"):
        return Article.DEFINITE
    if kind in ("illness",) and not phrase.has_flag("mass"):
        return Article.INDEFINITE if frame.has("un") or not frame.known else Article.DEFINITE
    if frame.has("un") or kind in _BARE_OBJECTS:
        return Article.NONE
    bare = frame.verb in ("poner", "echar", "oír", "escuchar", "preferir", "vomitar", "elegir")
    return Article.NONE if bare or not frame.known else Article.DEFINITE


_SHORT_WHILES = listed("momento rato minuto segundo ratito momentito")


_WHILES = _SHORT_WHILES | {"hora", "día", "semana", "mes", "año", "siglo", "eternidad"}


def how_long(phrase: NounPhrase) -> list[Word]:
    """tardar una hora."""
    one = phrase.head is not None and phrase.head.text in _WHILES and not phrase.quantifiers
    return written(phrase, Article.INDEFINITE if one else Article.NONE)


def time_words(phrase: NounPhrase) -> list[Word]:
    """el lunes, por la tarde, en verano, en agosto, tres días."""
    head = phrase.head
    kind = phrase.classes()[0]
    if phrase.is_determined or head is None:
        return written(phrase)
    if phrase.before:
        return written(phrase, Article.DEFINITE)
    if kind == "weekday":
        return written(phrase, Article.DEFINITE)
    if kind in ("month", "season", "feast") and not phrase.after:
        return [added("en"), *written(phrase)]
    if head.text in ("mañana", "tarde", "noche", "madrugada", "día"):
        return [added("por"), *written(phrase, Article.DEFINITE)]
    if head.text == "mediodía":
        return [added("a"), *written(phrase, Article.DEFINITE)]
    short = head.text in _SHORT_WHILES
    return written(phrase, Article.INDEFINITE if short else Article.DEFINITE)


def tapped(prepositional: Prepositional, frame: Frame | None) -> list[Word]:
    """A phrase whose preposition was tapped: con la cuchara, en casa, a las tres."""
    prepositions, phrase = prepositional.prepositions, prepositional.phrase
    last = prepositions[-1]
    made = [said(t) for t in prepositions]
    if last.kind is Kind.LOCATIVE:
        made.append(added("de"))
    name = last.text
    if phrase.is_pronoun:
        return _with_pronoun(prepositions, phrase)
    owner = phrase.determiner
    if phrase.head is None and owner is not None and owner.kind is Kind.POSSESSIVE:
        article = words.AGREEING["el"][2 * owner.text.endswith("s") + phrase.feminine]
        return [*made, added(article), said(owner)]
    if name == "a" and is_hour(phrase) and phrase.determiner is None:
        return [*made, added("la" if _is_one(phrase) else "las"), *written(phrase)]
    return [*made, *written(phrase, tapped_article(name, phrase, frame))]


_CAUSES = listed("dolor frío calor humo polvo tráfico dinero alergia fiebre tos polen gente nieve")


def _is_cause(phrase: NounPhrase) -> bool:
    """por el dolor; but por miedo, por amor."""
    return phrase.head is not None and phrase.head.lemma in _CAUSES and not phrase.is_determined


def tapped_article(name: str, phrase: NounPhrase, frame: Frame | None) -> Article:
    """The article behind a preposition that was tapped."""
    if name in ("sin", "como"):
        return Article.INDEFINITE if name == "como" else Article.NONE
    if phrase.head is not None and phrase.head.text in _BARE_PLACES and not phrase.after:
        return Article.NONE
    kind = phrase.classes()[0]
    if name == "que" and phrase.head is not None and phrase.head.text[:1].isupper():
        return Article.NONE
    if name == "a" and frame is not None and frame.verb in ("oler", "saber"):
        return Article.NONE
    if name == "por" and (kind in ("weather", "music") or _is_cause(phrase)):
        return Article.DEFINITE
    if name in ("con", "de", "por", "para") and phrase.has_flag("mass") and not phrase.after:
        plays = frame is not None and frame.verb in ("jugar", "soñar")
        return Article.DEFINITE if plays else Article.NONE
    if name == "con" and phrase.is_plural and kind in ("food", "clothes"):
        plays = frame is not None and frame.verb in ("jugar", "soñar")
        return Article.DEFINITE if plays else Article.NONE
    if kind in ("month", "feast") or phrase.has_flag("bare"):
        return Article.NONE
    if name == "de" and kind in ("food", "drink", "dish"):
        return Article.NONE
    motion = frame is not None and frame.prepositions.get("vehicle", "").endswith("=")
    if name == "en" and kind == "vehicle" and motion:
        return Article.NONE
    if name == "en" and kind == "season":
        return Article.NONE
    return Article.DEFINITE


def is_bare_hour(chunk: Adverbial) -> bool:
    """las tres, tapped without its *a*."""
    text = chunk.tokens[0].text
    return len(chunk.tokens) == 1 and is_hour_phrase(text) and not text.startswith("a ")


def at_hour(phrase: NounPhrase) -> list[Word]:
    """a las cinco, of a number alone."""
    return [added("a"), added("la" if _is_one(phrase) else "las"), *written(phrase)]


def is_year(phrase: NounPhrase) -> bool:
    """nacer, 2010."""
    number = phrase.quantifiers[0].text if is_hour(phrase) else ""
    return len(number) == 4 and number.isdigit() and number[:2] in ("18", "19", "20")


def is_hour(phrase: NounPhrase) -> bool:
    """Whether a phrase is a number and nothing else."""
    numbers = [q for q in phrase.quantifiers if q.kind is Kind.NUMBER]
    return phrase.head is None and bool(numbers)


def _is_one(phrase: NounPhrase) -> bool:
    return phrase.quantifiers[0].text in ("una", "uno", "1")


def _with_pronoun(prepositions: tuple[Token, ...], phrase: NounPhrase) -> list[Word]:
    head = phrase.head
    if head is None:
        return [said(t) for t in prepositions]
    last = prepositions[-1]
    glosses = head.glosses | last.glosses
    if last.text == "con" and head.text in ("yo", "mí", "tú", "ti"):
        form = "conmigo" if head.text in ("yo", "mí") else "contigo"
        return [*(said(t) for t in prepositions[:-1]), Word(form, glosses)]
    made = [said(t) for t in prepositions]
    if last.kind is Kind.LOCATIVE:
        made.append(added("de"))
    plain = last.text in ("entre", "según", "menos", "excepto", "que", "como")
    form = head.text if plain else words.STRESSED.get(head.text, head.text)
    return [*made, said(head, form)]


def with_preposition(name: str, phrase: NounPhrase, article: Article) -> list[Word]:
    """A phrase with a preposition that the grammar adds: al parque, conmigo, en coche."""
    head = phrase.head
    if head is not None and phrase.is_pronoun and not phrase.joined:
        if name == "con" and head.text in ("yo", "mí", "tú", "ti", "conmigo", "contigo"):
            return [said(head, "conmigo" if head.text in ("yo", "mí", "conmigo") else "contigo")]
        return [added(name), said(head, words.STRESSED.get(head.text, head.text))]
    if phrase.lead is not None:
        return _neither(name, phrase, article)
    refused = [p for c, p in phrase.joined if c is not None and c.text == "no"]
    if refused and len(phrase.joined) == 1:
        return _refused(name, phrase, article)
    return [added(name), *written(phrase, _article_at(phrase, article))]


def _article_at(phrase: NounPhrase, article: Article) -> Article:
    """en casa, en clase: places without an article, if no adjective tells them apart."""
    head = phrase.head
    is_bare = head is not None and head.text in _BARE_PLACES and not phrase.after
    return Article.NONE if is_bare else article


def _refused(name: str, phrase: NounPhrase, article: Article) -> list[Word]:
    """al parque, no a la piscina: each with the preposition."""
    (no, other), *_ = phrase.joined
    made = [added(name), *written(phrase.single(), _article_at(phrase, article))]
    made[-1] = Word(made[-1].text + ",", made[-1].glosses)
    made += [said(no)] if no is not None else []
    return [*made, added(name), *written(other, _article_at(other, article))]


def _neither(name: str, phrase: NounPhrase, article: Article) -> list[Word]:
    """ni al médico ni al dentista: each with the preposition."""
    made = [said(phrase.lead)] if phrase.lead is not None else []
    made += [added(name), *written(phrase.single(), article)]
    for conjunction, other in phrase.joined:
        made += [said(conjunction)] if conjunction is not None else []
        made += [added(name), *written(other, article)]
    return made
