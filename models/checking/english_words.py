"""The words of English that the checks know by name, and what they do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from models.checking.meaning import Addition, Kind, Person, Trait
from models.checking.words import listed
from models.engine import Tense
from models.english.lexicon import Tag
from models.english.verbs import VerbForm

PERSONS: Final[Mapping[str, tuple[Person, ...]]] = MappingProxyType(
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
SAME: Final = tuple(
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
OWNING: Final = "my mine your yours his her hers its our ours their theirs"
SUBJECTS: Final = frozenset({"i", "he", "she", "we", "they"})
OBJECTS: Final = frozenset({"me", "him", "us", "them"})

ADDITIONS: Final[Mapping[str, Addition]] = MappingProxyType(
    {
        word: addition
        for addition, words in {
            Addition.ARTICLE: "a an the some any",
            Addition.PREPOSITION: "to of in on at with from for by about into onto off up over "
            "through as down out than during towards along against until s'",
            Addition.JOIN: "and or",
            Addition.CLAUSE: "because cos that when but",
            Addition.PRONOUN: "i me you he him she her we us they them myself yourself himself "
            "herself ourselves themselves",
            Addition.POSSESSIVE: "my your his its our their",
            Addition.BE: "am is are was were be been being 'm 're 's",
            Addition.AUXILIARY: "do does did have has had having 've got will 'll shall going "
            "would 'd",
            Addition.HAVE_STATE: "feel feels feeling felt",
            Addition.DUMMY: "it there one ones",
            Addition.NEGATION: "not no never nobody nothing none nowhere neither nor without",
        }.items()
        for word in words.split()
    }
)
STAND_INS: Final[Mapping[str, str]] = MappingProxyType(
    {"not": "no", "no": "not", "don't": "not", "can't": "cannot", "cannot": "can't", "have": "got"}
)
LIGHT: Final = listed("a an the to of in on at for be am is are and")
PLACING: Final = frozenset(
    {
        *listed("in on at under behind beside near inside outside above below between opposite by"),
        *("next to", "close to", "in front of", "on top of", "far from", "across from", "beneath"),
    }
)
TELLING: Final = listed("name surname age birthday party")
DEGREES: Final = listed("very too so quite really")
SEVERAL: Final = frozenset({"many", "lots of", "a lot of", "so many", "too many", "too much"})
"""Of several things in a place it is told that they are there: *many, cars, car park*."""
THERE: Final = listed("somebody someone nobody")
"""Of whom it can only be told that they are there: *nobody, kitchen*."""
PUBLIC: Final = listed(
    "beach park cinema movies restaurant zoo aquarium pool theatre circus museum supermarket "
    "market fair funfair bar café cafe hospital mountain mountains forest woods river sea seaside "
    "lake library church airport station mall hotel chemist pharmacy stadium countryside"
)
SECOND_PASTS: Final = MappingProxyType(
    {"dream": "dreamt", "learn": "learnt", "burn": "burnt", "spell": "spelt", "spill": "spilt",
     "spoil": "spoilt", "lean": "leant", "leap": "leapt", "smell": "smelt", "kneel": "kneeled",
     "lie": "lied", "hang": "hanged", "light": "lighted", "shine": "shined"}
)  # fmt: skip
"""Verbs with two pasts: *dreamt* beside *dreamed*, *lied* beside *lay*."""
PAST_DENIALS: Final = MappingProxyType({"can't": "couldn't", "cannot": "couldn't"})
SOFT: Final = listed("could would should might")
"""Pasts of modal verbs that are mostly said to be polite."""
INDEFINITE_PEOPLE: Final = listed("someone somebody everyone everybody nobody anyone anybody who")

KINDS: Final[Mapping[Tag, Kind]] = MappingProxyType(
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
        Tag.PREPOSITION: Kind.PREPOSITION,
    }
)
TRAITS: Final[Mapping[str, Trait]] = MappingProxyType(
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
TENSES: Final[Mapping[VerbForm, Tense]] = MappingProxyType(
    {VerbForm.PAST: Tense.PAST, VerbForm.THIRD: Tense.PRESENT, VerbForm.BASE: Tense.PRESENT}
)
AUXILIARY_TENSES: Final[Mapping[str, Tense]] = MappingProxyType(
    {
        **dict.fromkeys(listed("am is are 'm 're do does"), Tense.PRESENT),
        **dict.fromkeys(listed("was were did had"), Tense.PAST),
        **dict.fromkeys(listed("will 'll shall"), Tense.FUTURE),
    }
)


NAMED: Final = MappingProxyType(
    {
        Trait.RAISING: listed("want think believe"),
        Trait.HITHER: listed("come"),
        Trait.EXAMINING: listed("check examine x-ray scan test treat operate"),
        Trait.DONE: listed("burn sting swallow cut twist scratch bump graze bang wet make do"),
    }
)
OF_A_KIND: Final = listed("scared afraid frightened terrified allergic fond bored tired sick")
"""What one is of all of a kind: scared of dogs."""
