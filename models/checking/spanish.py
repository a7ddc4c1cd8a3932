"""What the checks know of Spanish."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from models.checking import spanish_words as small
from models.checking.message import Addition, Kind, Meaning, Person, Reading, Trait
from models.checking.words import key, keys, without_acute
from models.engine import QUESTION_GLOSS, Tense
from models.grammar import grammar
from models.spanish import conjugator
from models.spanish import tokens as classes
from models.spanish.conjugator import Mood
from models.spanish.lexicon import bare, entry
from models.spanish.names import is_given_name
from models.spanish.tokens import Entry
from models.spanish.tongues import spoken
from models.spanish.verbkinds import COMING, OF_THINGS, PERSON_OBJECTS, THING_STATES
from models.spanish.verbs import frame, is_infinitive
from models.spanish.words import NEGATIONS

_P = conjugator.Person
_FROM: Final[Mapping[conjugator.Person, Person]] = MappingProxyType(
    {
        _P.FIRST: Person.FIRST,
        _P.SECOND: Person.SECOND,
        _P.VOS: Person.SECOND,
        _P.THIRD: Person.THIRD,
        _P.FIRST_PLURAL: Person.FIRST_PLURAL,
        _P.SECOND_PLURAL: Person.SECOND_PLURAL,
        _P.THIRD_PLURAL: Person.THIRD_PLURAL,
    }
)
_KINDS: Final[Mapping[classes.Kind, Kind]] = MappingProxyType(
    {
        classes.Kind.PRONOUN: Kind.PRONOUN,
        classes.Kind.OBLIQUE: Kind.PRONOUN,
        classes.Kind.CLITIC: Kind.PRONOUN,
        classes.Kind.VERB: Kind.VERB,
        classes.Kind.FINITE: Kind.VERB,
        classes.Kind.GERUND: Kind.VERB,
        classes.Kind.NOUN: Kind.NOUN,
        classes.Kind.NAME: Kind.ANIMATE,
        classes.Kind.WORD: Kind.NOUN,
        classes.Kind.ADJECTIVE: Kind.ADJECTIVE,
        classes.Kind.TIME: Kind.TIME,
        classes.Kind.PLACE: Kind.ADJECTIVE,
        classes.Kind.LOCATIVE: Kind.ADJECTIVE,
        classes.Kind.NEGATION: Kind.NEGATION,
        classes.Kind.QUESTION: Kind.QUESTION,
        classes.Kind.SOCIAL: Kind.SOCIAL,
        classes.Kind.INDEFINITE: Kind.ANIMATE,
        classes.Kind.ARTICLE: Kind.LIGHT,
        classes.Kind.POSSESSIVE: Kind.POSSESSIVE,
        classes.Kind.PREPOSITION: Kind.PREPOSITION,
    }
)
_FLAGS: Final = MappingProxyType(
    {
        **dict.fromkeys(("harm", "touch", "give", "tell"), Trait.ROLES),
        "ask": Trait.ASK,
        "stat": Trait.STATIVE,
        "dat": Trait.DATIVE,
        "sky": Trait.WEATHER,
    }
)
_TENSES: Final[Mapping[Mood, Tense | None]] = MappingProxyType(
    {
        Mood.PRESENT: Tense.PRESENT,
        Mood.PRETERITE: Tense.PAST,
        Mood.IMPERFECT: Tense.PAST,
        Mood.FUTURE: Tense.FUTURE,
        Mood.CONDITIONAL: None,
        Mood.SUBJUNCTIVE: None,
        Mood.PAST_SUBJUNCTIVE: None,
    }
)


class Spanish:
    """The Spanish side of models.checking.message.Lexis; all of it facts, so one is as good as
    another."""

    has_fixed_order = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spanish)

    def __hash__(self) -> int:
        return hash(Spanish)

    def forms(self, gloss: str) -> frozenset[str]:
        return _forms(gloss)

    def stand_ins(self, word: str) -> frozenset[str]:
        return frozenset(small.CLITICS.get(word, "").split())

    def doubles(self, word: str) -> frozenset[str]:
        return self.stand_ins(word) & small.OBJECTS

    def is_light(self, word: str) -> bool:
        return word in small.LIGHT

    def split(self, word: str, known: Callable[[str], str | None]) -> tuple[str, ...]:
        if word in small.PARTS:
            return small.PARTS[word]
        if word in small.ADDITIONS or _auxiliary_of(word):
            return (word,)
        for stem, pronouns in _without_pronouns(word):
            verb = _stem_of(stem, known)
            if verb:
                return (verb, *pronouns)
        return (word,)

    def meanings(self, glosses: Sequence[str]) -> tuple[Meaning, ...]:
        words = [bare(gloss) for gloss in glosses]
        tongues = spoken(words)
        return tuple(
            Meaning(_TAUGHT) if at in tongues else _in_context(words, at, gloss)
            for at, gloss in enumerate(glosses)
        )

    def addition(self, word: str) -> Addition | None:
        verb = _auxiliary_of(word)
        return small.ADDITIONS.get(word) or (small.AUXILIARIES[verb] if verb else None)

    def persons(self, word: str) -> frozenset[Person]:
        return _persons(word)

    def is_subject_form(self, word: str) -> bool:
        return word in small.SUBJECTS

    def is_object_form(self, word: str) -> bool:
        return word in small.OBJECTS

    def readings(self, word: str, gloss: str | None) -> frozenset[Reading]:
        verb = _auxiliary_of(word) if gloss is None else _verb_of(gloss)
        return _paradigm(verb).get(word, frozenset()) if verb else frozenset()


def _without_pronouns(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The ways to take one pronoun off the end of a word, then those to take two."""
    single = [
        (word.removesuffix(pronoun), pronoun)
        for pronoun in small.ENCLITICS
        if word.endswith(pronoun)
    ]
    yield from ((stem, (pronoun,)) for stem, pronoun in single)
    for stem, last in single:
        for pronoun in small.ENCLITICS:
            if stem.endswith(pronoun):
                yield stem.removesuffix(pronoun), (pronoun, last)


def _stem_of(stem: str, known: Callable[[str], str | None]) -> str | None:
    """The verb form before a pronoun: vámonos has lost an s, sentaos a d."""
    found = (known(spelled) for spelled in (stem, f"{stem}s", f"{stem}d"))
    return next(filter(None, found), None)


@lru_cache(maxsize=4096)
def _forms(gloss: str) -> frozenset[str]:
    """The forms of a gloss without those that carry a pronoun: *ayúdame* says *ayudar* and *yo*."""
    own = frozenset({" ".join(keys(gloss))})
    if gloss in small.OWNERS:
        return own | {gloss + "s"}
    if gloss in small.CLITICS or gloss == "con":
        return own
    verb = _verb_of(gloss)
    simple = _all_forms(verb) if verb and " " not in gloss else frozenset[str]()
    found = (key(form) for form in grammar("es").forms(gloss))
    plain = (form for form in found if form in simple or not _carries_pronoun(form, simple))
    return own | frozenset(plain) | ({"hay"} if verb == "haber" else frozenset())


def _carries_pronoun(form: str, simple: frozenset[str]) -> bool:
    bare_forms = _without_accents(simple)
    return any(without_acute(stem) in bare_forms for stem, _ in _without_pronouns(form))


@lru_cache(maxsize=512)
def _without_accents(forms: frozenset[str]) -> frozenset[str]:
    """The forms without accents, also as they are before *nos* and *os*: vamo-nos, senta-os."""
    bare_forms = {without_acute(form) for form in forms}
    return frozenset(bare_forms | {form[:-1] for form in bare_forms if form.endswith(("mos", "d"))})


@lru_cache(maxsize=1024)
def _persons(word: str) -> frozenset[Person]:
    return frozenset(
        person
        for group, persons in small.SAME.items()
        if word in group.split()
        for person in persons
    )


@cache
def _auxiliaries() -> Mapping[str, str]:
    """Every form of the verbs that a sentence may add, and which verb it is of."""
    return {form: verb for verb in reversed(small.AUXILIARIES) for form in _all_forms(verb)}


def _auxiliary_of(word: str) -> str | None:
    return _auxiliaries().get(word)


@lru_cache(maxsize=512)
def _all_forms(verb: str) -> frozenset[str]:
    others = {verb, conjugator.gerund(verb), conjugator.participle(verb)}
    return frozenset(_paradigm(verb)) | others


@lru_cache(maxsize=512)
def _paradigm(verb: str) -> Mapping[str, frozenset[Reading]]:
    """Every finite form of a verb with all that it can mean."""
    table: dict[str, set[Reading]] = {}
    for person in conjugator.Person:
        for mood in Mood:
            reading = Reading(_FROM[person], _TENSES[mood], is_conditional=mood in _IRREAL)
            table.setdefault(conjugator.finite(verb, mood, person), set()).add(reading)
        if person is not conjugator.Person.FIRST:
            command = Reading(_FROM[person], is_imperative=True)
            table.setdefault(conjugator.imperative(verb, person), set()).add(command)
    return {form: frozenset(readings) for form, readings in table.items()}


_IRREAL: Final = frozenset({Mood.CONDITIONAL, Mood.PAST_SUBJUNCTIVE})


@lru_cache(maxsize=4096)
def _verb_of(gloss: str) -> str | None:
    """The infinitive of a gloss that is or holds a verb."""
    word = bare(gloss)
    found, head = entry(word), word.partition(" ")[0]
    if is_infinitive(head):
        return conjugator.plain(head)
    if found.kind is classes.Kind.GERUND:
        return conjugator.plain(found.lemma.partition(" ")[0])
    return conjugator.plain(found.verb) if found.verb else None


@lru_cache(maxsize=4096)
def _meaning(gloss: str) -> Meaning:
    if gloss == QUESTION_GLOSS:
        return Meaning(frozenset({Kind.LIGHT}))
    word = bare(gloss)
    found = entry(word)
    if gloss[:1].isupper() and (is_given_name(gloss) or found.kind is classes.Kind.WORD):
        return Meaning(frozenset({Kind.ANIMATE}), Person.THIRD)
    kinds = {_KINDS[found.kind]} if found.kind in _KINDS else set()
    if is_infinitive(word):
        kinds.add(Kind.VERB)
    if word in NEGATIONS:
        kinds.add(Kind.NEGATION)
    if word in ("mejor", "peor"):
        kinds.add(Kind.ADJECTIVE)
    kinds |= _noun_kinds(found) | ({Kind.LIGHT} if word in small.LIGHT else set())
    return Meaning(
        frozenset(kinds),
        _person(word, found, kinds),
        _traits(gloss),
        word in small.OBJECTS,
    )


def _in_context(words: Sequence[str], at: int, gloss: str) -> Meaning:
    """What a gloss is among the others: *ser* before *difícil* and *hacer* with *calor* are said
    of a thing."""
    meaning = _meaning(gloss)
    verb = _verb_of(gloss)
    told = next((entry(word) for word in words[at + 1 :] if entry(word).kind is not _DEGREE), None)
    states = THING_STATES if verb == "estar" else OF_THINGS
    is_so = Trait.LINKING in meaning.traits and told is not None
    is_so = is_so and told is not None and (told.adjective or told.lemma) in states
    if not (is_so or (verb == "hacer" and small.WEATHER & set(words))):
        return meaning
    return replace(meaning, traits=meaning.traits | {Trait.OF_THINGS})


_TAUGHT: Final = frozenset({Kind.NOUN, Kind.ADJECTIVE})
"""A language, which tells more of what stands before it: *clase, inglés*."""
_DEGREE: Final = classes.Kind.DEGREE


def _noun_kinds(found: Entry) -> set[Kind]:
    words = set(found.lemma.split())
    kinds = {Kind.STATE} if words & (small.STATES | small.AT_SOMETHING) else set()
    if words & small.TELLING:
        kinds.add(Kind.TELLING)
    if found.noun is None:
        return kinds
    named = set(found.noun.classes)
    if named & {"person", "kin", "animal"}:
        kinds.add(Kind.ANIMATE)
    if "kin" in named:
        kinds.add(Kind.RELATIVE)
    if "body" in named:
        kinds.add(Kind.BODY)
    if named & {"need", "feeling", "state", "illness"}:
        kinds.add(Kind.STATE)
    if named & {"time", "weekday", "month", "season", "feast"}:
        kinds.add(Kind.TIME)
    if found.adjective:
        kinds.add(Kind.ADJECTIVE)
    return kinds


def _person(word: str, found: Entry, kinds: set[Kind]) -> Person | None:
    if word.endswith(("juntos", "juntas")):
        return Person.FIRST_PLURAL
    if word in ("usted", "ustedes"):
        return Person.SECOND if word == "usted" else Person.SECOND_PLURAL
    if found.person is not None and Kind.PRONOUN in kinds:
        return _FROM[found.person]
    if kinds & {Kind.NOUN, Kind.ANIMATE}:
        return Person.THIRD_PLURAL if found.plural else Person.THIRD
    return None


def _traits(gloss: str) -> frozenset[Trait]:
    verb, words = _verb_of(gloss), set(keys(gloss))
    felt = {Trait.AT_SOMEBODY} if words & small.AT_SOMETHING else set[Trait]()
    polite = {Trait.POLITE} if words & {"usted", "ustedes"} else set[Trait]()
    if not verb:
        return frozenset(felt | polite)
    flags = frame(bare(gloss) if " " in gloss else verb).flags
    traits = felt | {_FLAGS[flag] for flag in flags if flag in _FLAGS}
    if "tr" not in flags or verb in COMING:
        traits.add(Trait.INTRANSITIVE)
    if verb in small.IMPERSONAL:
        traits.add(Trait.WEATHER)
    if verb in small.NOT_COMMANDED:
        traits.add(Trait.STATIVE)
    if verb in ("ser", "estar", "parecer"):
        traits.add(Trait.LINKING)
    if verb in small.BROKEN:
        traits.add(Trait.BY_ITSELF)
    if verb in small.FELT:
        traits.add(Trait.FELT)
    if verb in small.CONTROL:
        traits.add(Trait.CONTROL)
    if verb in PERSON_OBJECTS:
        traits.add(Trait.AT_A_PERSON)
    return frozenset(traits)
