"""Every form a chosen word may take in a sentence, whatever its word class turns out to be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from models.spanish import adjectives, nouns, verbs, words
from models.spanish.conjugator import Mood, Person, finite, gerund, imperative, participle, plain
from models.spanish.lexicon import bare, entry
from models.spanish.orthography import attached
from models.spanish.tokens import Kind
from models.telegraphic import clean

_COMMANDED = (
    Person.SECOND,
    Person.THIRD,
    Person.FIRST_PLURAL,
    Person.SECOND_PLURAL,
    Person.THIRD_PLURAL,
    Person.VOS,
)


_THINGS = ("lo", "la", "los", "las")


_PAIRS = tuple((first, second) for first in ("me", "te", "se", "nos", "os") for second in _THINGS)


_BY_PRONOUN = {
    "yo": "yo me mí conmigo",
    "mí": "mí yo me conmigo",
    "conmigo": "conmigo mí yo me",
    "tú": "tú te ti contigo usted vos le lo la",
    "ti": "ti te tú contigo",
    "contigo": "contigo ti tú te",
    "vos": "vos te tú ti contigo usted",
    "usted": "usted le lo la se tú",
    "él": "él le lo se",
    "ella": "ella le la se",
    "nosotros": "nosotros nosotras nos",
    "nosotras": "nosotras nosotros nos",
    "vosotros": "vosotros vosotras os ustedes les los",
    "vosotras": "vosotras vosotros os ustedes les las",
    "ustedes": "ustedes les los se vosotros os",
    "ellos": "ellos les los se",
    "ellas": "ellas les las se",
}


_BY_WORD = {
    "mi": "mi mis mí conmigo me",
    "tu": "tu tus tú ti contigo te",
    "y": "y e",
    "e": "e y",
    "o": "o u",
    "u": "u o",
    "a": "a al",
    "de": "de del",
    "con": "con conmigo contigo",
    "el": "el la los las lo al del él",
    "la": "la el las los al del",
    "los": "los las el la",
    "las": "las los la el",
    "si": "si sí",
    "solo": "solo sola solos solas sólo",
    "mucho": "mucho mucha muchos muchas muy",
    "no": "no",
}


@cache
def forms(gloss: str) -> frozenset[str]:
    """Every inflected form, lower case with accents, that the gloss may take; itself included.

    Infinitives, gerunds and commands come with clitics behind them too; a gloss of several words
    gives phrases. Nouns of states bring *tener* with them: «tengo frío» says the gloss *frío*.
    """
    word = bare(clean(gloss))
    whole = clean(gloss).casefold()
    if not word:
        return frozenset({whole} if whole else ())
    found = {word, whole}
    found.update(_BY_WORD.get(word, "").split())
    found.update(_BY_PRONOUN.get(word, "").split())
    found.update(_small(word))
    found.update(_nominal(word))
    found.update(_verbal(word))
    if " " in word:
        found.update(_phrase(word))
    return frozenset(found)


def _small(word: str) -> Iterator[str]:
    """Determiners, quantifiers, numbers and question words."""
    known = entry(word)
    lemma = known.lemma
    if known.kind is Kind.POSSESSIVE:
        yield from {form for form, base in words.POSSESSIVES.items() if base == lemma}
    if known.kind in (Kind.DEMONSTRATIVE, Kind.NEUTER):
        base = words.NEUTERS.get(word, lemma)
        yield from words.AGREEING[base]
        yield from (neuter for neuter, form in words.NEUTERS.items() if form == base)
    if known.kind is Kind.QUANTIFIER:
        yield from words.AGREEING.get(lemma, ()) or adjectives.forms(lemma)
        if lemma in words.ALONE:
            yield from adjectives.forms(words.ALONE[lemma])
    if known.kind is Kind.ARTICLE:
        yield from words.AGREEING[lemma]
        yield "uno" if lemma == "un" else "lo"
    if known.kind is Kind.NUMBER:
        yield from _number(word)
    accented = words.UNACCENTED_QUESTIONS.get(word)
    if accented:
        yield accented
    yield from (
        plain_form for plain_form, form in words.UNACCENTED_QUESTIONS.items() if form == word
    )


def _number(word: str) -> Iterator[str]:
    if word in ("uno", "1"):
        yield from ("uno", "un", "una", "1")
    if word in words.UNITS:
        yield str(words.UNITS.index(word))
    elif word.isdecimal() and int(word) < len(words.UNITS):
        yield words.UNITS[int(word)]
    yield word.replace("cientos", "cientas")


def _nominal(word: str) -> Iterator[str]:
    """Singular and plural, both sexes, and the forms of the adjective of the same shape."""
    known = entry(word)
    noun = known.noun
    if noun is not None and not (" " in word and "guess" in noun.flags):
        singular = word if not known.plural else noun.word
        yield from (noun.word, singular, nouns.plural(singular))
        if noun.classes[0] in ("person", "kin", "animal"):
            yield from _counterparts(noun.word)
        if "state" in noun.classes:
            yield from (f"{form} {noun.word}" for form in _finite_forms("tener"))
        if noun.word == "año":
            yield from (
                f"{many} {form}" for many in ("año", "años") for form in _finite_forms("tener")
            )
    lemma = known.adjective or adjectives.lemma_of(word)
    if lemma:
        yield from adjectives.forms(lemma)


def _counterparts(word: str) -> Iterator[str]:
    """The same being of the other sex: bailarín, bailarina."""
    other = nouns.feminine_of(word)
    if other != word:
        yield from (other, nouns.plural(other))


def _verbal(word: str) -> Iterator[str]:
    head, _, tail = word.partition(" ")
    if not verbs.is_infinitive(head):
        return
    for form in verb_forms(plain(head)):
        yield f"{form} {tail}" if tail else form
    if head == "tener" and tail and " " not in tail:
        for form in _finite_forms("tener"):
            for much in ("mucho", "mucha", "poco", "poca", "más", "bastante", "demasiado", "tanto"):
                yield f"{form} {much} {tail}"


@cache
def _finite_forms(verb: str) -> frozenset[str]:
    return frozenset(finite(verb, mood, person) for mood in Mood for person in Person)


@cache
def verb_forms(verb: str) -> frozenset[str]:
    """Every form of a verb: finite, infinitive, gerund, participles, commands, with clitics."""
    found = set(_finite_forms(verb))
    past = participle(verb)
    found.update(adjectives.agreeing(past, f, p) for f in (False, True) for p in (False, True))
    commands = {imperative(verb, person) for person in _COMMANDED}
    for form in {verb, gerund(verb), *commands}:
        found.add(form)
        found.update(attached(form, clitic) for clitic in words.CLITICS)
        found.update(attached(form, *pair) for pair in _PAIRS)
    return frozenset(found)


def _phrase(word: str) -> Iterator[str]:
    """Of a phrase with a verb form in it also the plural: me duele, me duelen."""
    parts = word.split(" ")
    if parts[0] == "no" and len(parts) == 2:
        for form in forms(parts[1]):
            yield f"no {form}"
            yield from (
                f"no {clitic} {form}" for clitic in ("me", "te", "le", "nos", "os", "les", "se")
            )
    yield " ".join([*parts[:-1], nouns.plural(parts[-1])])
    for i, part in enumerate(parts):
        known = entry(part)
        if known.kind is Kind.FINITE and known.mood is not None and known.person is Person.THIRD:
            many = finite(known.verb, known.mood, Person.THIRD_PLURAL)
            yield " ".join([*parts[:i], many, *parts[i + 1 :]])
