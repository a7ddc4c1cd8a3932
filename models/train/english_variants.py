"""English sentences read for tense, and turned into others: present, with new nouns."""

from __future__ import annotations

import random
import re
from typing import Final

from models.engine import Controls, SentenceType, Tense
from models.english.nouns import plural
from models.english.spelling import article
from models.train.english_keywords import tokens_of
from models.train.lexicons import EnglishLexicon
from models.train.wordlists import word_set, words

TIME_WORDS: Final = word_set("yesterday tomorrow tonight ago last next soon later before")
_FUTURE: Final = frozenset(("will", "shall"))
_PAST: Final = word_set("was were did had")
_CONDITIONAL: Final = word_set("would could might should")
_BEFORE_PARTICIPLE: Final = word_set(
    "is are am be been being a the an have has my your his her very so get gets too not"
)
_PARTICIPLES: Final = word_set("been gone done seen lost eaten made come given taken")
_MALE_NOUNS: Final = words(
    "boy man father grandfather brother uncle dog king teacher doctor cat horse bird prince son "
    "bear rabbit wolf lion mouse student cook gardener baker painter postman driver farmer "
    "neighbour clown elephant monkey duck donkey child baby tiger dragon giant pirate waiter fox "
    "dentist hairdresser penguin dolphin pig hedgehog"
)
_FEMALE_NOUNS: Final = words(
    "girl woman mother grandmother sister aunt cat queen teacher doctor nurse dog bird princess "
    "daughter cow hen bee ant spider snake frog turtle butterfly student dancer cook neighbour "
    "witch dressmaker painter whale child baby waitress doll squirrel giraffe seal zebra mermaid"
)
_NO_COMMANDS: Final = word_set(
    "i you he she it we they a an the this that all most many some any no one both like time can "
    "may must better god dad father mother well right here there everything nothing what"
)
_AFTER_A_COMMAND: Final = word_set(
    "the a an your my me it him her his this that these us them to up down out here in on off away "
    "back some one careful quiet over at with for there yourself home"
)
_SUBJECT: Final = re.compile(r"(Tom|Mary|He|She|They|John|Jane|Jack|Bob|Ken|Jim)\b(?!')")
_TALE: Final = re.compile(r"((?:The|A|An|My) )(\w+) (\w+)\b(.*)")
_PLURALS: Final = frozenset(plural(noun) for noun in (*_MALE_NOUNS, *_FEMALE_NOUNS))


class EnglishVariants:
    """Reads and rewrites sentences; random numbers decide what."""

    def __init__(self, lexicon: EnglishLexicon, rng: random.Random) -> None:
        self._lexicon = lexicon
        self._rng = rng
        self._nouns = [
            word
            for word, count in lexicon.frequency.items()
            if count > 120 and word.isalpha() and len(word) > 3 and word not in lexicon.bases
            if not word.endswith(("ly", "ing", "ed", "s"))
        ][800:8000]

    def tense(self, sentence: str) -> Tense | str | None:
        """The tense that must be told; "conditional" where no control tells it."""
        tokens = [token.lower() for token in tokens_of(sentence)]
        words = set(tokens)
        if words & _FUTURE:
            return Tense.FUTURE
        if words & _PAST or any(self._is_past(tokens, at) for at in range(len(tokens))):
            return Tense.PAST
        if words & _CONDITIONAL:
            return "conditional" if "would" in words else None
        if {"have", "has"} & words and any(w.endswith("ed") or w in _PARTICIPLES for w in tokens):
            return Tense.PAST
        return None

    def _is_past(self, tokens: list[str], at: int) -> bool:
        before = tokens[at - 1] if at else ""
        return tokens[at] in self._lexicon.pasts and before not in _BEFORE_PARTICIPLE

    def controls(self, sentence: str, tense: Tense | None) -> Controls:
        """What must be chosen beside the words for this very sentence."""
        words = [word.lower() for word in tokens_of(sentence)]
        has_time = bool(TIME_WORDS.intersection(words))
        told = tense if tense and (not has_time or self._rng.random() < 0.4) else None
        kind = SentenceType.EXCLAMATION if sentence.endswith("!") else None
        if self._is_command(words, sentence):
            kind = SentenceType.REQUEST
        return Controls(tense=told, sentence_type=kind)

    def _is_command(self, words: list[str], sentence: str) -> bool:
        if "?" in sentence or not words:
            return False
        if words[:2] == ["do", "not"] or words[0] in ("let", "please"):
            return True
        is_base = words[0] in self._lexicon.bases and words[0] not in _NO_COMMANDS
        return is_base and len(words) > 1 and words[1] in _AFTER_A_COMMAND

    def in_the_present(self, sentence: str) -> str | None:
        """A sentence about *the, a, my* + noun in the past, told in the present; None if unsafe."""
        found = _TALE.match(sentence)
        if not found:
            return None
        determiner, noun, verb, rest = found.groups()
        form = self._present(verb, noun in _PLURALS)
        if form is None or self.tense(f"x {rest}") is not None:
            return None
        return f"{determiner}{noun} {form}{rest}"

    def _present(self, verb: str, is_plural: bool) -> str | None:
        if verb in ("was", "were"):
            return "are" if is_plural else "is"
        if verb == "had":
            return "have" if is_plural else "has"
        base = self._lexicon.pasts.get(verb)
        if base is None or verb in _CONDITIONAL:
            return None
        return base if is_plural else self._lexicon.thirds.get(base, f"{base}s")

    def told_of_others(self, sentence: str) -> str | None:
        """*She sleeps.* -> *The girl sleeps.*; None where the subject is another."""
        found = _SUBJECT.match(sentence)
        if not found or "?" in sentence:
            return None
        rest = sentence[found.end() :]
        if not rest.startswith(" ") or re.match(r"\s+(?:and|or)\b", rest):
            return None
        if found.group(1) == "They":
            return f"The {plural(self._rng.choice((*_MALE_NOUNS, *_FEMALE_NOUNS)))}{rest}"
        women = found.group(1) in ("Mary", "She", "Jane")
        noun = self._rng.choice(_FEMALE_NOUNS if women else _MALE_NOUNS)
        return f"{self._determiner(noun)} {noun}{rest}"

    def _determiner(self, noun: str) -> str:
        dice = self._rng.random()
        if dice < 0.9:
            return "The"
        return article(noun).capitalize() if dice < 0.95 else "My"

    def with_other_noun(self, sentence: str) -> str | None:
        """The sentence with another noun for its last one."""
        words = sentence.split()
        noun = words[-1].rstrip(".!?")
        before = words[-2].lower() if len(words) > 2 else ""
        if before not in ("the", "a", "an") or noun not in self._lexicon.frequency:
            return None
        other = self._rng.choice(self._nouns)
        words[-1] = words[-1].replace(noun, other)
        if before in ("a", "an"):
            words[-2] = article(other)
        return " ".join(words)
