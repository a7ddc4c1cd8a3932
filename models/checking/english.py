"""What the checks know of English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from models.checking.meaning import Addition, Kind, Meaning, Person, Reading, Trait
from models.checking.words import key, keys, listed
from models.engine import QUESTION_GLOSS, Tense
from models.english import words
from models.english.glosses import look_up, read
from models.english.lexicon import Tag
from models.english.tagging import Unit, tag
from models.english.verbs import Verb, VerbForm, inflect
from models.grammar import grammar

_CONTRACTION: Final = re.compile(r"^(.+?)('(?:m|re|s|ve|ll|d)|s')?$")
_NEGATED: Final = MappingProxyType({"won't": "will", "can't": "can", "shan't": "shall"})

_PERSONS: Final[Mapping[str, tuple[Person, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(("i", "me", "my", "mine", "myself"), (Person.FIRST,)),
        **dict.fromkeys(("you", "your", "yours"), (Person.SECOND, Person.SECOND_PLURAL)),
        "yourself": (Person.SECOND,),
        "yourselves": (Person.SECOND_PLURAL,),
        **dict.fromkeys(("he", "him", "his", "himself"), (Person.THIRD,)),
        **dict.fromkeys(("she", "her", "hers", "herself"), (Person.THIRD,)),
        **dict.fromkeys(("it", "its", "itself"), (Person.THIRD,)),
        **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (Person.FIRST_PLURAL,)),
        **dict.fromkeys(
            ("they", "them", "their", "theirs", "themselves"),
            (Person.THIRD_PLURAL, Person.THIRD),
        ),
    }
)
_SAME: Final = tuple(
    frozenset(group.split())
    for group in (
        "i me my mine myself",
        "you your yours yourself yourselves",
        "he him his himself",
        "she her hers herself",
        "it its itself",
        "we us our ours ourselves",
        "they them their theirs themselves",
    )
)
"""Pronouns that mean the same person."""
_OWNING: Final = "my mine your yours his her hers its our ours their theirs"
_SUBJECTS: Final = frozenset({"i", "he", "she", "we", "they"})
_OBJECTS: Final = frozenset({"me", "him", "us", "them"})

_ADDITIONS: Final[Mapping[str, Addition]] = MappingProxyType(
    {
        word: addition
        for addition, words in {
            Addition.ARTICLE: "a an the some any",
            Addition.PREPOSITION: "to of in on at with from for by about into onto off up over "
            "through as down out than s'",
            Addition.JOIN: "and",
            Addition.CLAUSE: "because cos that when",
            Addition.PRONOUN: "i me you he him she her we us they them myself yourself himself "
            "herself ourselves themselves",
            Addition.POSSESSIVE: "my your his its our their",
            Addition.BE: "am is are was were be been being 'm 're 's",
            Addition.AUXILIARY: "do does did have has had having 've got will 'll shall going",
            Addition.HAVE_STATE: "feel feels feeling felt",
            Addition.DUMMY: "it there one ones",
            Addition.NEGATION: "not no never nobody nothing none nowhere neither nor without",
        }.items()
        for word in words.split()
    }
)
_STAND_INS: Final[Mapping[str, str]] = MappingProxyType(
    {"not": "no", "no": "not", "don't": "not", "can't": "cannot", "cannot": "can't", "have": "got"}
)
_LIGHT: Final = listed("a an the to of in on at for be am is are and")
_PLACING: Final = listed("in on at under behind beside near inside outside above below between")
_TELLING: Final = listed("name surname age birthday party")
_PUBLIC: Final = listed(
    "beach park cinema movies restaurant zoo aquarium pool theatre circus museum supermarket "
    "market fair funfair bar café cafe hospital mountain mountains forest woods river sea seaside "
    "lake library church airport station mall hotel chemist pharmacy stadium countryside"
)
_IN_T: Final = MappingProxyType(
    {"dream": "dream", "learn": "learn", "burn": "burn", "spell": "spel", "spill": "spil",
     "spoil": "spoil", "lean": "lean", "leap": "leap", "smell": "smel"}
)  # fmt: skip
"""Verbs with a second past in -t, and its stem: *dreamt* beside *dreamed*."""
_SOFT: Final = listed("could would should might")
"""Pasts of modal verbs that are mostly said to be polite."""
_INDEFINITE_PEOPLE: Final = listed("someone somebody everyone everybody nobody anyone anybody who")

_KINDS: Final[Mapping[Tag, Kind]] = MappingProxyType(
    {
        Tag.PRONOUN: Kind.PRONOUN,
        Tag.NOUN: Kind.NOUN,
        Tag.NAME: Kind.ANIMATE,
        Tag.VERB: Kind.VERB,
        Tag.MODAL: Kind.VERB,
        Tag.ADJECTIVE: Kind.ADJECTIVE,
        Tag.TIME: Kind.TIME,
        Tag.NEGATION: Kind.NEGATION,
        Tag.QUESTION: Kind.QUESTION,
        Tag.SOCIAL: Kind.SOCIAL,
        Tag.PLACE: Kind.ADJECTIVE,
        Tag.QUANTITY: Kind.QUANTITY,
        Tag.NUMBER: Kind.QUANTITY,
    }
)
_TRAITS: Final[Mapping[str, Trait]] = MappingProxyType(
    {
        **dict.fromkeys(("harm", "touch", "giving", "telling"), Trait.ROLES),
        "ask": Trait.ASK,
        "state": Trait.STATIVE,
        "weather": Trait.WEATHER,
        "alone": Trait.INTRANSITIVE,
        "be": Trait.LINKING,
        "body": Trait.BODILY,
        "done": Trait.DONE,
        "generic": Trait.GENERIC,
        "things": Trait.BY_THINGS,
    }
)
_TENSES: Final[Mapping[VerbForm, Tense]] = MappingProxyType(
    {VerbForm.PAST: Tense.PAST, VerbForm.THIRD: Tense.PRESENT, VerbForm.BASE: Tense.PRESENT}
)
_AUXILIARY_TENSES: Final[Mapping[str, Tense]] = MappingProxyType(
    {
        **dict.fromkeys(listed("am is are 'm 're do does"), Tense.PRESENT),
        **dict.fromkeys(listed("was were did had"), Tense.PAST),
        **dict.fromkeys(listed("will 'll shall"), Tense.FUTURE),
    }
)


class English:
    """The English side of models.checking.message.Lexis; all of it facts, so one is as good as
    another."""

    has_fixed_order = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, English)

    def __hash__(self) -> int:
        return hash(English)

    def forms(self, gloss: str) -> frozenset[str]:
        return _forms(gloss)

    def stand_ins(self, word: str) -> frozenset[str]:
        same = next((group for group in _SAME if word in group), frozenset())
        owning = same & listed(_OWNING)
        if word in owning:
            same = owning
        elif word in _OBJECTS:
            same -= owning
        return same | ({_STAND_INS[word]} if word in _STAND_INS else frozenset())

    def doubles(self, word: str) -> frozenset[str]:
        del word
        return frozenset()

    def is_light(self, word: str) -> bool:
        return word in _LIGHT

    def split(self, word: str, known: Callable[[str], str | None]) -> tuple[str, ...]:
        del known
        if word == "cannot":
            return ("can", "not")
        if word.endswith("n't"):
            return (_NEGATED.get(word, word[:-3]), "not")
        if word == "let's":
            return ("let", "us")
        found = _CONTRACTION.match(word)
        return tuple(part for part in found.groups() if part) if found else (word,)

    def meanings(self, glosses: Sequence[str]) -> tuple[Meaning, ...]:
        units = tag(read(glosses)) if glosses else []
        return tuple(map(_meaning, units))

    def addition(self, word: str) -> Addition | None:
        return _ADDITIONS.get(word)

    def persons(self, word: str) -> frozenset[Person]:
        return frozenset(_PERSONS.get(word, ()))

    def is_subject_form(self, word: str) -> bool:
        return word in _SUBJECTS

    def is_object_form(self, word: str) -> bool:
        return word in _OBJECTS

    def is_plural(self, word: str) -> bool | None:
        found = look_up(word)
        return None if found.noun is None else found.is_plural

    def readings(self, word: str, gloss: str | None) -> frozenset[Reading]:
        if gloss is None:
            tense = _AUXILIARY_TENSES.get(word)
            return frozenset({Reading(None, tense)}) if tense else frozenset()
        return _readings(word, gloss)


@lru_cache(maxsize=4096)
def _forms(gloss: str) -> frozenset[str]:
    """The forms of a gloss but contractions, which say two words: *can't* is *can* and *not*."""
    own = frozenset({" ".join(keys(gloss))})
    if gloss in _PERSONS:
        return own
    found = {key(form) for form in grammar("en").forms(gloss)}
    plain = {form for form in found if form != "cannot" and not form.endswith("n't")}
    return own | plain | ({f"{_IN_T[gloss]}t"} if gloss in _IN_T else frozenset())


@lru_cache(maxsize=4096)
def _readings(word: str, gloss: str) -> frozenset[Reading]:
    if word in _SOFT:
        return frozenset({Reading(None, Tense.PAST, is_conditional=True)})
    verb = look_up(gloss).verb
    if verb is None:
        return frozenset()
    head = verb.lemma.split()[0]
    found = {form for form in VerbForm if inflect(head, form) == word}
    return frozenset(Reading(None, _TENSES[form]) for form in found if form in _TENSES)


def _meaning(unit: Unit) -> Meaning:
    kinds = {_KINDS[unit.tag]} if unit.tag in _KINDS else set()
    word = unit.key
    if unit.text == QUESTION_GLOSS or word in _LIGHT:
        kinds = {Kind.LIGHT} | ({Kind.VERB} if word in {"be", "am", "is", "are"} else set())
    if unit.tag is Tag.PREPOSITION and word in _PLACING:
        kinds.add(Kind.PLACING)
    noun, verb = unit.noun, unit.word.verb
    if verb is not None and (verb.has("weather") or unit.tag is Tag.SOCIAL):
        kinds.add(Kind.VERB)
    if word in words.POSSESSIVES:
        kinds.add(Kind.POSSESSIVE)
    if word in ("there is", "there are"):
        kinds.add(Kind.TELLING)
    if word == "no":
        kinds.add(Kind.NEGATION)
    if noun is not None:
        kinds |= _noun_kinds(noun.lemma, noun.kinds)
    if word in _INDEFINITE_PEOPLE and unit.tag is Tag.PRONOUN:
        denial = {Kind.NEGATION} if word == "nobody" else set[Kind]()
        return Meaning(frozenset({Kind.ANIMATE} | denial), Person.THIRD)
    traits = _traits(unit.verb)
    if word in _OF_A_KIND:
        traits |= {Trait.GENERIC}
    return Meaning(frozenset(kinds), _person(unit, kinds), traits, word in _OBJECTS)


def _noun_kinds(lemma: str, kinds: tuple[str, ...]) -> set[Kind]:
    found = {Kind.TELLING} if lemma in _TELLING else set()
    if lemma.split()[-1] in _PUBLIC:
        found.add(Kind.PUBLIC)
    if not {"person", "parent", "kin", "animal"}.isdisjoint(kinds):
        found.add(Kind.ANIMATE)
    if not {"parent", "kin"}.isdisjoint(kinds):
        found.add(Kind.RELATIVE)
    if not {"body", "health"}.isdisjoint(kinds):
        found.add(Kind.BODY)
    if not {"day", "period", "season", "time", "month"}.isdisjoint(kinds):
        found.add(Kind.TIME)
    if not {"feeling", "illness", "health"}.isdisjoint(kinds):
        found.add(Kind.STATE)
    return found


def _person(unit: Unit, kinds: set[Kind]) -> Person | None:
    if unit.tag is Tag.PRONOUN:
        return next(iter(_PERSONS.get(unit.key, ())), None)
    if kinds & {Kind.NOUN, Kind.ANIMATE}:
        return Person.THIRD_PLURAL if unit.word.is_plural else Person.THIRD
    return None


def _traits(verb: Verb | None) -> frozenset[Trait]:
    if verb is None:
        return frozenset()
    named = {trait for trait, verbs in _NAMED.items() if verb.lemma in verbs}
    return frozenset(named | {_TRAITS[trait] for trait in verb.traits if trait in _TRAITS})


_NAMED: Final = MappingProxyType(
    {
        Trait.RAISING: listed("want think believe"),
        Trait.HITHER: listed("come"),
        Trait.DONE: listed("burn sting swallow cut twist scratch bump graze bang wet make do"),
    }
)
_OF_A_KIND: Final = listed("scared afraid frightened terrified allergic fond bored tired sick")
"""What one is of all of a kind: scared of dogs."""
