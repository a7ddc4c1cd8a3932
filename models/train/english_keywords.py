"""What a person would tap for an English sentence: a model of three ways of choosing words.

Which function words people keep was counted in published pairs of chosen words and sentences;
content words are always kept, so that no model learns to add any.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import Final

from models.train.errors import MissingToolError
from models.train.lexicons import EnglishLexicon
from models.train.spanish_keywords import Style
from models.train.wordlists import word_set

_KEEP: Final[Mapping[str, float]] = {
    **{"the": 0, "a": 0.97, "an": 0.97, "of": 0.7, "to": 0.26, "in": 0.05, "on": 0.15, "at": 0.02},
    **{"with": 0.3, "that": 0.9, "and": 0.02, "for": 0.35, "by": 0.8, "is": 0, "are": 0, "am": 0},
    **{"was": 0, "were": 0, "be": 0.8, "been": 0, "will": 0, "do": 0.1, "does": 0, "did": 0},
    **{"has": 0, "have": 0.5, "had": 0, "it": 0.9, "'s": 0, "i": 0.4, "into": 0.1, "over": 0.2},
    **{"through": 0.1, "from": 0.5, "some": 0.4},
}
_BARE_DROPS: Final = word_set("the a an of to in on at with for and by from")
_CONTRACTIONS: Final = (
    (re.compile(r"\bcan't\b", re.IGNORECASE), "can not"),
    (re.compile(r"\bwon't\b", re.IGNORECASE), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'s\b"), " 's"),
)
_TOKEN: Final = re.compile(r"'s|[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[:.,]\d+)*")
_BE: Final = word_set("is are am was were")
_HAVE: Final = word_set("has had have")
_DO: Final = word_set("do does did")
_AFTER_AUXILIARY: Final = word_set(
    "not i you he she it we they the this that these those your my his her our their"
)
_DETERMINERS: Final = word_set(
    "the a an of with in on at my your his her our their this that these those some no two three "
    "for from to very"
)
_AS_IT_IS: Final = word_set(
    "children people kids feet women men left her him me us them his hers its their our my your "
    "thing things something nothing does glasses scissors trousers clothes us this these as was "
    "teeth yes less better best worse worst most always perhaps news would could should might must"
)


def tokens_of(sentence: str) -> list[str]:
    """The words of a sentence, contractions taken apart."""
    text = sentence.replace("’", "'")
    for pattern, whole in _CONTRACTIONS:
        text = pattern.sub(whole, text)
    return _TOKEN.findall(text)


class EnglishKeywords:
    """Chooses words for sentences, the same for the same random numbers."""

    def __init__(self, lexicon: EnglishLexicon, rng: random.Random) -> None:
        try:
            from simplemma import lemmatize
        except ModuleNotFoundError as error:
            raise MissingToolError("simplemma") from error
        self._lemmatize = lemmatize
        self._lexicon = lexicon
        self._rng = rng

    def choose(self, sentence: str, style: Style) -> list[str]:
        """The glosses for a sentence, in its order."""
        tokens = tokens_of(sentence)
        chosen: list[str] = []
        for at, token in enumerate(tokens):
            chosen += self._tapped(tokens, at, token, len(chosen), style)
        if style is Style.BARE and len(chosen) > 2:
            chosen = [word for word in chosen if word.lower() not in _BARE_DROPS] or chosen
        return chosen

    def _tapped(
        self, tokens: Sequence[str], at: int, token: str, count: int, style: Style
    ) -> list[str]:
        word = token.lower()
        if word in _KEEP:
            return self._function(tokens, at, word, style)
        if (at and token[0].isupper()) or word in _AS_IT_IS:
            return [token if token[0].isupper() and at else word]
        return [self._lemma(tokens, at, word, count)]

    def _function(self, tokens: Sequence[str], at: int, word: str, style: Style) -> list[str]:
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        rate = _KEEP[word]
        if word in _DO and at and following not in _AFTER_AUXILIARY:
            return ["do"]
        if style is not Style.ANNOTATOR:
            rate = max(rate, 0.75) if word == "i" or (style is Style.WORDY and rate) else rate
        if self._rng.random() < rate:
            return ["I" if word == "i" else word]
        if word in _BE and not following.endswith("ing") and self._rng.random() < 0.8:
            return ["be"]
        is_main = word in _HAVE and not following.endswith(("ed", "en")) and following != "not"
        return ["have"] if is_main else []

    def _lemma(self, tokens: Sequence[str], at: int, word: str, count: int) -> str:
        if word.endswith(("er", "est")):
            return word
        base: str = self._lemmatize(word, lang="en")
        preceding = tokens[at - 1].lower() if at else ""
        if word.endswith("s") and base != word and not self._is_third(preceding, count):
            return word if self._rng.random() < 0.9 else base
        if preceding in _DETERMINERS and word.endswith(("ing", "ed")) and preceding != "to":
            return word
        return base.lower()

    def _is_third(self, preceding: str, count: int) -> bool:
        """Whether a form in -s is a verb here, not a plural."""
        if preceding in ("he", "she", "it", "who", "everyone", "everybody", "nobody"):
            return True
        return 0 < count < 2 and preceding not in _DETERMINERS
