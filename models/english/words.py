"""The closed classes of English: the small words that hold a sentence together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from models.engine import Tense


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A personal pronoun in its forms, and what its verb agrees with."""

    subject: str
    object: str
    possessive: str
    absolute: str
    reflexive: str
    person: int
    plural: bool = False

    @property
    def forms(self) -> frozenset[str]:
        """Every form of it, in lower case."""
        own = {self.subject, self.object, self.possessive, self.absolute, self.reflexive}
        return frozenset(form.lower() for form in own)


I: Final = Pronoun("I", "me", "my", "mine", "myself", 1)  # noqa: E741 - the English word
YOU: Final = Pronoun("you", "you", "your", "yours", "yourself", 2, plural=True)
HE: Final = Pronoun("he", "him", "his", "his", "himself", 3)
SHE: Final = Pronoun("she", "her", "her", "hers", "herself", 3)
IT: Final = Pronoun("it", "it", "its", "its", "itself", 3)
WE: Final = Pronoun("we", "us", "our", "ours", "ourselves", 1, plural=True)
THEY: Final = Pronoun("they", "them", "their", "theirs", "themselves", 3, plural=True)

PRONOUNS: Final = (I, YOU, HE, SHE, IT, WE, THEY)

PERSONAL: Final[Mapping[str, Pronoun]] = MappingProxyType(
    {form.lower(): pronoun for pronoun in PRONOUNS for form in (pronoun.subject, pronoun.object)}
)
"""Pronouns as they are tapped for somebody: I, me, he, him... (`her` may also own something)."""

NOMINATIVE: Final = frozenset({"i", "he", "she", "we", "they"})
"""Pronouns that can only be subjects, where a board tells the cases apart."""

REFLEXIVE: Final = frozenset(pronoun.reflexive for pronoun in PRONOUNS) | {"yourselves"}
ABSOLUTE: Final = frozenset({"mine", "yours", "hers", "ours", "theirs"})
POSSESSIVES: Final = frozenset({"my", "your", "his", "her", "its", "our", "their"})
ARTICLES: Final = frozenset({"a", "an", "the"})
DEMONSTRATIVES: Final[Mapping[str, bool]] = MappingProxyType(
    {"this": False, "that": False, "these": True, "those": True}
)
"""Whether it is plural."""

QUANTITIES: Final[Mapping[str, bool | None]] = MappingProxyType(
    {
        "all": True, "some": None, "any": None, "no": None, "more": None, "most": None,
        "many": True, "much": False, "several": True, "both": True, "each": False,
        "every": False, "another": False, "other": None, "few": True, "a few": True,
        "a little": False, "a bit of": False, "less": None, "fewer": True, "enough": None,
        "lots of": None, "lots": None, "a lot of": None, "a lot": None, "plenty of": None,
        "too much": False, "too many": True, "so much": False, "so many": True, "such": None,
        "half": None, "what a": False, "such a": False, "either": False, "what": None,
        "neither": False, "loads of": None, "a couple of": True, "a pair of": True,
        "any more": None, "some more": None, "one more": False,
    }
)  # fmt: skip
"""Words of quantity, and whether their noun is plural: None where the noun decides."""
NOT_PLURAL: Final = frozenset({"no", "any", "some", "other", "half", "such", "what", "enough"})
"""Quantities that leave a countable noun in the number in which it was tapped."""

NEGATIONS: Final = frozenset({"not", "no", "don't", "dont", "do not", "doesn't", "didn't", "n't"})
"""Glosses that make their clause negative."""

QUESTION_WORDS: Final = frozenset(
    {"what", "where", "when", "who", "whom", "whose", "which", "why", "how", "how many",
     "how much", "how old", "how long", "how far", "how often", "how big", "what time",
     "what colour", "what color", "what kind", "what day", "which one", "what for"}
)  # fmt: skip
"""Glosses that ask; at the head of a message they make it a question."""

MODALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "can": "could", "could": "could", "will": "would", "would": "would", "shall": "should",
        "should": "should", "may": "might", "might": "might", "must": "must",
        "can't": "couldn't", "cannot": "couldn't", "won't": "wouldn't", "couldn't": "couldn't",
        "shouldn't": "shouldn't", "mustn't": "mustn't", "wouldn't": "wouldn't",
        "had better": "had better", "'d better": "'d better",
    }
)  # fmt: skip
"""Modal verbs and what they are in the past."""

CONJUNCTIONS: Final = frozenset(
    {"and", "or", "but", "because", "'cause", "cos", "if", "when", "while", "so", "so that",
     "until", "till", "although", "though", "even though", "unless", "as soon as", "whenever",
     "since", "as", "plus", "as long as", "because of", "however", "nevertheless", "in case"}
)  # fmt: skip
JOINING: Final = frozenset({"and", "or", "plus", "&"})
SUBORDINATING: Final = CONJUNCTIONS - {"and", "or", "but", "plus", "because of", "so"}
CONDITIONS: Final = frozenset({"if", "when", "whenever", "unless", "before", "after", "until"})

_PAST_TIMES: Final = frozenset(
    {"yesterday", "recently", "ago", "earlier", "last night", "last week", "last month",
     "last year", "last weekend", "last time", "last summer", "last winter", "last spring",
     "last autumn", "last christmas", "the day before yesterday", "the other day",
     "a long time ago", "long ago", "yesterday morning", "yesterday afternoon",
     "yesterday evening", "yesterday night", "a week ago", "a month ago", "a year ago",
     "a minute ago", "an hour ago", "just now", "once upon a time", "previous week",
     "previous month", "previous year", "previous day", "in the past", "a while ago",
     "two days ago", "in the old days", "this morning"}
)  # fmt: skip
_FUTURE_TIMES: Final = frozenset(
    {"tomorrow", "tonight", "later", "soon", "afterwards", "later on", "next week", "next month",
     "next year", "next weekend", "next time", "next summer", "the day after tomorrow",
     "tomorrow morning", "tomorrow afternoon", "tomorrow evening", "tomorrow night",
     "in a minute", "in a moment", "in a while", "one day", "some day", "someday",
     "this afternoon", "this evening", "this weekend", "in the future", "following week",
     "within a week", "within a month", "in a week", "in an hour", "in five minutes",
     "next christmas", "in a bit", "next day", "the next day"}
)  # fmt: skip
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _time_tenses() -> dict[str, Tense]:
    times = dict.fromkeys(_PAST_TIMES, Tense.PAST)
    times.update(dict.fromkeys(_FUTURE_TIMES, Tense.FUTURE))
    for day in _DAYS:
        times.update({f"last {day}": Tense.PAST, f"previous {day}": Tense.PAST})
        times.update({f"next {day}": Tense.FUTURE, f"following {day}": Tense.FUTURE})
    return times


TIME_TENSES: Final[Mapping[str, Tense]] = MappingProxyType(_time_tenses())
"""Words of time, in lower case, that put their clause into the past or the future."""

NOW: Final = frozenset({"now", "right now", "at the moment", "at this moment"})
"""Words of time that make an action go on while one speaks."""

FUNCTION_WORDS: Final = frozenset(
    {"a", "an", "the", "some",
     "of", "to", "in", "on", "at", "with", "from", "for", "by", "about", "into", "off", "over",
     "through", "as", "down", "out",
     "and", "because", "that", "than", "when",
     "i", "i'm", "i'll", "i've", "i'd", "me", "my", "myself", "it", "it's", "it'll",
     "his", "her", "its", "their", "your",
     "am", "is", "are", "was", "were", "be", "been", "being", "'m", "'re", "'s",
     "isn't", "aren't", "wasn't", "weren't",
     "do", "does", "did", "don't", "doesn't", "didn't",
     "have", "has", "had", "'ve", "haven't", "hasn't", "hadn't",
     "will", "won't", "'ll", "going"}
)  # fmt: skip
"""Words that a sentence may contain without anybody having chosen them."""
