"""What a single gloss is, without its neighbours: the lexicon of the realiser."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from models.spanish import adjectives, nouns, times, verbs, words
from models.spanish.conjugator import Mood, Person, plain
from models.spanish.genders import is_feminine_ending
from models.spanish.nouns import Noun
from models.spanish.orthography import without_accents
from models.spanish.tokens import UNTAPPED, Entry, Kind, Token
from models.spanish.wordlist import sequence

_BRACKETS = "¿?¡!"


def bare(gloss: str) -> str:
    """A gloss in lower case without question and exclamation marks: `¿DÓNDE?` is `dónde`."""
    return gloss.casefold().strip(_BRACKETS + " .…:;").strip()


@cache
def entry(word: str) -> Entry:
    """What a lower-case word or phrase is; an unknown one is a noun as far as its form tells."""
    for look in (_small_word, _adverb, _verb, _noun_or_adjective, _form):
        found = look(word)
        if found:
            return found
    spelled = _accented(word)
    return entry(spelled) if spelled else _guess(word)


def supplied(word: str) -> Token:
    """A word of the grammar in the place of a tapped one."""
    return Token(UNTAPPED, word, entry(word))


def _small_word(word: str) -> Entry | None:
    if word in words.PRONOUNS:
        return Entry(Kind.PRONOUN, word, person=words.PRONOUNS[word], plural=word.endswith("s"))
    if word in words.OBLIQUE:
        return Entry(Kind.OBLIQUE, word, person=words.OBLIQUE[word])
    if word in ("no", "nunca", "jamás", "tampoco"):
        return Entry(Kind.NEGATION, word)
    if word in words.ARTICLES:
        return Entry(Kind.ARTICLE, words.ARTICLES[word], plural=word.endswith("s"))
    if word in words.CLITICS:
        return Entry(Kind.CLITIC, word, person=words.CLITICS[word])
    for kind, members in (
        (Kind.POSSESSIVE, words.POSSESSIVES),
        (Kind.DEMONSTRATIVE, words.DEMONSTRATIVES),
        (Kind.NEUTER, words.NEUTERS),
        (Kind.QUANTIFIER, words.QUANTIFIERS),
    ):
        if word in members:
            return Entry(kind, members[word], plural=word.endswith("s") and word != "más")
    return _listed(word)


def _listed(word: str) -> Entry | None:
    """Words that need no more than their class."""
    if word in words.INDEFINITES:
        return Entry(Kind.INDEFINITE, word)
    if word in words.NUMBERS or word.isdecimal() or _is_compound_number(word):
        return Entry(Kind.NUMBER, word, plural=word not in ("uno", "1"))
    for kind, members in (
        (Kind.QUESTION, words.QUESTION_WORDS),
        (Kind.COORDINATOR, words.COORDINATORS),
        (Kind.SOCIAL, words.SOCIAL),
        (Kind.PREPOSITION, words.PREPOSITIONS),
        (Kind.SUBORDINATOR, words.SUBORDINATORS),
    ):
        if word in members:
            return Entry(kind, word)
    return None


_HOUR = re.compile(
    rf"(a )?(la una|las ({'|'.join(words.UNITS[2:13])}))"
    r"( y media| y cuarto| menos cuarto| y \w+| menos \w+)?( en punto)?$"
)


def is_hour(phrase: str) -> bool:
    """Whether this tells the hour: las tres y media, a la una en punto."""
    return _HOUR.match(phrase) is not None


def _is_compound_number(word: str) -> bool:
    """treinta y dos."""
    tens, _, unit = word.partition(" y ")
    return bool(unit) and tens in words.NUMBERS and unit in words.NUMBERS


def _adverb(word: str) -> Entry | None:
    if " " in word and is_hour(word):
        return Entry(Kind.TIME, word)
    time = times.phrase(word)
    if time is not None:
        return Entry(Kind.TIME, time)
    for kind, members in (
        (Kind.TIME, words.TIME_ADVERBS),
        (Kind.LOCATIVE, words.LOCATIVES),
        (Kind.PLACE, words.PLACE_ADVERBS),
        (Kind.MANNER, words.MANNER_ADVERBS),
        (Kind.DEGREE, words.DEGREE_ADVERBS),
        (Kind.ADVERB, words.OTHER_ADVERBS),
    ):
        if word in members:
            return Entry(kind, word)
    return None


def _verb(word: str) -> Entry | None:
    if word == "hay":
        return Entry(Kind.FINITE, "haber", verb="haber", person=Person.THIRD, mood=Mood.PRESENT)
    if word == "hay que":
        return Entry(Kind.VERB, "haber que")
    head, _, tail = word.partition(" ")
    if verbs.is_infinitive(head) and (tail or verbs.frame(head).known or not nouns.lookup(word)):
        return Entry(Kind.VERB, word)
    return None


def _noun_or_adjective(word: str) -> Entry | None:
    use = nouns.lookup(word)
    lemma = adjectives.lemma_of(word)
    if use is None:
        if lemma is None or " " in word:
            return None
        plural = word.endswith("s") and word != lemma
        return Entry(Kind.ADJECTIVE, lemma, adjective=lemma, plural=plural)
    return Entry(Kind.NOUN, use.noun.word, use.noun, use.plural, lemma or _participle(word))


def _participle(word: str) -> str:
    return word if verbs.participle_of(word) else ""


def _form(word: str) -> Entry | None:
    """Gerunds, participles and finite forms."""
    gerund = verbs.gerund_of(word)
    if gerund:
        return Entry(Kind.GERUND, gerund)
    for masculine in _masculine_forms(word):
        if verbs.participle_of(masculine):
            return Entry(Kind.ADJECTIVE, masculine, adjective=masculine)
    form = verbs.analysed(word)
    if form:
        return Entry(Kind.FINITE, form.verb, verb=form.verb, person=form.person, mood=form.mood)
    return None


def _masculine_forms(word: str) -> tuple[str, ...]:
    singular = word.removesuffix("s")
    return (word, singular, singular[:-1] + "o") if singular[-1:] in ("a", "o") else ()


@cache
def _unaccented_index() -> dict[str, str]:
    """Words of the lists by their form without accents, for labels typed without them."""
    index: dict[str, str] = {}
    listed = (*nouns.known_words(), *adjectives.known_words(), *words.TIME_ADVERBS, *words.NUMBERS)
    for word in (*listed, *words.QUESTION_WORDS, *words.SOCIAL, *words.PLACE_ADVERBS):
        key = without_accents(word)
        if key != word:
            index.setdefault(key, word)
    return index


def _accented(word: str) -> str | None:
    """The right spelling of a word that was typed without its accents."""
    index = _unaccented_index()
    if word in index:
        return index[word]
    if word.endswith("s") and word[:-1] in index:
        return index[word[:-1]] + "s"
    return None


_FOREIGN_ENDINGS = sequence("b c f g h k m p q t v w x y i u")


_SPANISH_NOUN_ENDINGS = ("ción", "sión", "dad", "tad", "tud", "aje", "or", "ón", "al", "ol", "el")


def _guess(word: str) -> Entry:
    """An unknown word: a Spanish noun by its ending, or a foreign or invented one, left bare."""
    plural = word.endswith("s") and len(word) > 3 and word[-2] in "aeoéó"
    singular = nouns.singular_guess(word) if plural else word
    looks_spanish = _looks_spanish(singular)
    flags = frozenset({"guess"}) if looks_spanish else frozenset({"guess", "bare"})
    noun = Noun(singular, ("unknown",), flags, is_feminine_ending(singular))
    return Entry(Kind.WORD, word, noun, plural)


def _looks_spanish(word: str) -> bool:
    if not word.isalpha() or len(word) < 4 or any(c in "kwç" for c in word):
        return False
    if word.endswith(_FOREIGN_ENDINGS):
        return False
    doubled = any(a == b and a not in "lrcn" for a, b in pairwise(word))
    if doubled or "sh" in word or "th" in word or "ck" in word:
        return False
    return word.endswith(("o", "a", *_SPANISH_NOUN_ENDINGS)) or word.endswith(("ero", "era"))


def verb_of(lemma: str) -> str:
    """The infinitive without *se* and without what stands behind it."""
    return plain(lemma.partition(" ")[0])


def tail_of(lemma: str) -> str:
    """What stands behind the infinitive of a verb of several words."""
    return lemma.partition(" ")[2]


SECOND_PERSONS = frozenset({Person.SECOND, Person.VOS, Person.SECOND_PLURAL})
"""The persons that are addressed."""
