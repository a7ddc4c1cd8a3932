"""What a person would tap for a Spanish sentence: a model of three ways of choosing words.

Which function words people keep was counted in published pairs of chosen words and sentences;
content words are always kept, so that no model learns to add any.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from models.train.lexicons import SpanishLexicon
from models.train.wordlists import word_set


class Style(Enum):
    """How somebody chooses words."""

    ANNOTATOR = "annotator"
    """As in published pairs: clitics and most articles *un*, some prepositions."""
    BARE = "bare"
    """Content words and pronouns alone."""
    WORDY = "wordy"
    """Nearly all words, in their basic form."""


WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[:.,]\d+)*")
DETERMINERS: Final = word_set(
    "el la los las un una unos unas mi mis tu tus su sus este esta estos estas ese esa esos esas "
    "de del al con en por para a sin mucho mucha muchos muchas dos tres cuatro seis siete"
)
_ARTICLES: Final = word_set("el la los las")
_KEEP: Final[Mapping[str, float]] = {
    **dict.fromkeys(("un", "una"), 0.87),
    **dict.fromkeys(("unos", "unas"), 0.85),
    **dict.fromkeys(("mi", "mis", "tu", "tus", "su", "sus"), 0.95),
    **{"de": 0.55, "del": 0.6, "en": 0.36, "con": 0.65, "por": 0.13, "para": 0.5, "a": 0.1},
    **{"al": 0.06, "se": 0.83, "me": 0.82, "te": 0.9, "y": 0.02, "e": 0.02, "que": 0.3},
}
_BASIC: Final[Mapping[str, str]] = {
    **{"una": "un", "unos": "un", "unas": "un", "del": "de", "al": "a"},
    **{"sus": "su", "mis": "mi", "tus": "tu"},
}
_BARE_DROPS: Final = word_set("un de a en con por para que y e")
_REFLEXIVE: Final = {"me": "1SG", "te": "2SG", "se": "3"}
_OF_FEELING: Final = word_set("gustar encantar doler apetecer molestar picar faltar")
_BEFORE_VERB: Final = word_set("no me te se lo la le nos los las les os")
_HABER: Final = word_set("he has ha hemos habéis han había habías habíamos habían")
_AS_IT_IS: Final = word_set(
    "encima dentro debajo como cómo dos tres seis siete muy más no qué solo sólo mucho poco "
    "sí bien mal tarde sobre entre bajo cerca para o u lo le les nos os sin si yo tú él ella "
    "nosotros ellos ellas ahora"
)
_COPULAS: Final = word_set("es son está están era fueron ser estar soy eres somos estoy")
_ENCLITIC: Final = re.compile(r"(.+[aeiáéí]r)(lo|la|los|las|te|se|me|le|les|nos)$")
_PLAIN: Final = str.maketrans("áéí", "aei")
_FINITE: Final = ("IND", "SBJV", "IMP", "COND", "GER", "INF")
_PERSONS: Final = {"1SG": "yo", "2SG": "tú", "1PL": "nosotros", "2PL": "vosotros"}


class SpanishKeywords:
    """Chooses words for sentences, the same for the same random numbers."""

    def __init__(self, lexicon: SpanishLexicon, rng: random.Random) -> None:
        self._lexicon = lexicon
        self._rng = rng

    def choose(self, sentence: str, style: Style) -> list[str]:
        """The glosses for a sentence, in its order."""
        tokens = WORD.findall(sentence)
        chosen: list[str] = []
        for at, token in enumerate(tokens):
            _append(chosen, self._tapped(tokens, at, token, chosen, style))
        if style is Style.BARE and len(chosen) > 2:
            chosen = [word for word in chosen if word.lower() not in _BARE_DROPS] or chosen
        return chosen

    def _tapped(
        self, tokens: Sequence[str], at: int, token: str, chosen: Sequence[str], style: Style
    ) -> list[str]:
        word = token.lower()
        if at and token[0].isupper():
            return [token]
        if word in _ARTICLES:
            return self._article(tokens, at, word)
        if word in _REFLEXIVE and not self._may_miss(tokens, at, word):
            return [word]
        if word in _KEEP:
            keeps = style is Style.WORDY or self._rng.random() < _KEEP[word]
            is_bare = style is Style.BARE and word in _REFLEXIVE
            return [_BASIC.get(word, word)] if keeps and not is_bare else []
        if word in _HABER and self._is_participle(tokens[at + 1 : at + 2]):
            return []
        if word == "nada":
            return ["nadar" if self._swims(tokens, at) else word]
        if word in _AS_IT_IS:
            return [word]
        return self._content(tokens, at, word, chosen, style)

    def _article(self, tokens: Sequence[str], at: int, word: str) -> list[str]:
        """*lo, la* before a verb is an object, else an article: it is not tapped."""
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        preceding = tokens[at - 1].lower() if at else ""
        is_object = following in self._lexicon.verbs and following not in self._lexicon.nouns
        if is_object and at and preceding not in DETERMINERS:
            return [word]
        return []

    def _swims(self, tokens: Sequence[str], at: int) -> bool:
        """Whether *nada* is of nadar: behind the one who swims, in a sentence without *no*."""
        preceding = tokens[at - 1] if at else ""
        is_noun = preceding.lower() in self._lexicon.nouns or preceding[:1].isupper()
        return is_noun and "no" not in (token.lower() for token in tokens)

    def _may_miss(self, tokens: Sequence[str], at: int, clitic: str) -> bool:
        """Whether a pronoun follows from the verb: a reflexive one, or that of a feeling."""
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        if following in _HABER:
            return False
        infinitive = self.infinitive(following)
        if infinitive in _OF_FEELING:
            return clitic == "me"
        return self._person(following, infinitive).startswith(_REFLEXIVE[clitic])

    def _is_participle(self, tokens: Sequence[str]) -> bool:
        found = self._lexicon.verbs.get(tokens[0].lower(), {}) if tokens else {}
        return any(slot.startswith("PTCP") for slots in found.values() for slot in slots)

    def _content(
        self, tokens: Sequence[str], at: int, word: str, chosen: Sequence[str], style: Style
    ) -> list[str]:
        if with_clitic := self._infinitive_with_clitic(word):
            return with_clitic
        after_haber = at and tokens[at - 1].lower() in _HABER
        if after_haber and self._is_participle(tokens[at : at + 1]):
            return [self.infinitive(word)]
        if self.is_verb(tokens, at, chosen):
            return self._verb(tokens, at, word, chosen, style)
        if adjective := self._adjective(tokens, at, word):
            return [adjective]
        return [word]

    def is_verb(self, tokens: Sequence[str], at: int, chosen: Sequence[str] = ()) -> bool:
        """Whether this word is most likely a verb here; many are nouns or adjectives elsewhere."""
        lexicon, word = self._lexicon, tokens[at].lower()
        slots = [slot for found in lexicon.verbs.get(word, {}).values() for slot in found]
        if not any(slot.startswith(_FINITE) for slot in slots):
            return False
        if word not in lexicon.nouns and word not in lexicon.adjectives:
            return True
        preceding = tokens[at - 1].lower() if at else ""
        is_finite = any(slot.startswith(("IND", "SBJV")) for slot in slots)
        has_verb = any(w in lexicon.verbs and w.endswith("r") for w in chosen)
        if at == 0 and is_finite and lexicon.frequency.get(self.infinitive(word), 0) > 1000:
            return True
        stands_free = preceding not in DETERMINERS and (at > 0 or len(tokens) < 4)
        return is_finite and stands_free and not has_verb

    def _verb(
        self, tokens: Sequence[str], at: int, word: str, chosen: Sequence[str], style: Style
    ) -> list[str]:
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        infinitive = self.infinitive(word, following)
        person = _PERSONS.get(self._person(word, infinitive))
        if person is None or person in (w.lower() for w in (*tokens, *chosen)):
            return [infinitive]
        # A bare verb is the speaker's own: other persons must be seen.
        seen = {Style.ANNOTATOR: 0.4, Style.BARE: 0.6, Style.WORDY: 0.5}[style]
        if person == "yo" and self._rng.random() >= seen:
            return [infinitive]
        return [person, infinitive]

    def infinitive(self, word: str, following: str = "") -> str:
        """The verb that a form belongs to here: *fue a* is of ir, *fue* of ser."""
        if word in ("fue", "fui", "fuiste", "fueron", "fuimos"):
            return "ir" if following in ("a", "al", "por", "de") else "ser"
        if word in ("va", "van", "vas", "voy", "vamos"):
            return "ir"
        if word == "sé":
            return "saber"
        return self._lexicon.infinitive(word) or word

    def _person(self, word: str, infinitive: str) -> str:
        slots = self._lexicon.verbs.get(word, {}).get(infinitive, ())
        persons = {slot[-3:] for slot in slots if slot.startswith(("IND", "COND"))}
        return persons.pop() if len(persons) == 1 else ""

    def _infinitive_with_clitic(self, word: str) -> list[str]:
        found = _ENCLITIC.match(word)
        if not found or word in self._lexicon.nouns:
            return []
        verb = found.group(1).translate(_PLAIN)
        return [verb, found.group(2)] if verb in self._lexicon.verbs else []

    def _adjective(self, tokens: Sequence[str], at: int, word: str) -> str | None:
        lexicon, preceding = self._lexicon, tokens[at - 1].lower() if at else ""
        if word not in lexicon.adjectives or preceding in DETERMINERS or not at:
            return None
        follows = preceding in lexicon.nouns or preceding in lexicon.verbs
        if word in lexicon.nouns and not follows:
            return None
        after_verb = preceding in lexicon.verbs and preceding not in _COPULAS
        if word in lexicon.nouns and after_verb and preceding not in lexicon.nouns:
            return None
        return lexicon.adjectives[word]


def _append(chosen: list[str], words: Sequence[str]) -> None:
    """Append words; a subject goes in front of the *no* and the pronouns before its verb."""
    at = len(chosen)
    if len(words) == 2 and words[0] in _PERSONS.values():
        while at and chosen[at - 1] in _BEFORE_VERB:
            at -= 1
        chosen.insert(at, words[0])
        words = words[1:]
    chosen.extend(words)
