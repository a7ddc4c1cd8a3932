"""Scenes: somebody does something with a thing or somewhere, half of them several people.

Which nouns a verb takes, and behind which preposition, stands in the tables of models.spanish and
models.english; their rules make the sentence. What they decline, or would rather leave as it was
chosen, is no scene.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.engine import Controls, Tense
from models.english.verbs import read_verbs
from models.errors import EngineError
from models.faithful import check
from models.grammar import grammar
from models.spanish.verbs import frame
from models.train.handwritten import read_handwritten
from models.train.pair import Pair, words_of
from models.train.templates.lists import read_lists
from models.train.templates.patterns import Filler, Forms
from models.train.wordlists import word_set

_WHO: Final = ("who-", "who+", "who+", "name-", "kin-", "person+", "animal+", "animal-")
_KINDS: Final = {
    "es": {"who": "person", "other": "thing", "text": "text"},
    "en": {"*": "thing", "person": "person", "adjective": ""},
}
"""What a class of a verb's frame is called among the lists, where the names differ; "" for none."""
_UNFIT: Final = word_set("harm touch give tell sky dat pron linking things be")
_PAST_SHARE: Final = 0.2
_PLACE_SHARE: Final = 0.15
_ADJECTIVE_SHARE: Final = 0.12


@dataclass(frozen=True, slots=True)
class _Action:
    verb: str
    kinds: tuple[str, ...]
    """Lists of nouns that go with it."""


class Scenes:
    """Makes scenes of one language; the same random numbers give the same ones."""

    def __init__(self, language: str, forms: Forms, rng: random.Random) -> None:
        self._language = language
        self._forms = forms
        self._rng = rng
        self._grammar = grammar(language)
        self._actions = tuple(_actions(language))
        self._adjectives = read_lists(language)["adjscene"]

    def pairs(self, count: int) -> Iterator[Pair]:
        """So many tries; what is no good scene is left out."""
        for _ in range(count):
            glosses = self._glosses(self._rng.choice(self._actions))
            past = self._rng.random() < _PAST_SHARE
            controls = Controls(tense=Tense.PAST) if past else Controls()
            if (sentence := self._said(glosses, controls)) is not None:
                yield Pair(self._language, glosses, sentence, controls)

    def _glosses(self, action: _Action) -> tuple[str, ...]:
        kind = self._rng.choice(action.kinds)
        words = [*self._subject(), action.verb, self._noun(kind).gloss]
        if self._rng.random() < _ADJECTIVE_SHARE:
            words.append(self._rng.choice(self._adjectives))
        if kind != "place" and self._rng.random() < _PLACE_SHARE:
            words.append(self._noun("place").gloss)
        return tuple(words)

    def _subject(self) -> Sequence[str]:
        dice = self._rng.random()
        if dice < 0.06:
            return ()
        if dice < 0.12:
            return [self._fill("kin-").gloss, self._fill("name-").gloss]
        return [self._fill(self._rng.choice(_WHO)).gloss]

    def _noun(self, kind: str) -> Filler:
        return self._fill(f"{kind}-" if self._rng.random() < 0.8 else kind)

    def _fill(self, name: str) -> Filler:
        bare = name.rstrip("+-")
        return self._forms.fill(bare, name[len(bare) :], self._rng)

    def _said(self, glosses: tuple[str, ...], controls: Controls) -> str | None:
        try:
            sentence = self._grammar.realise(glosses, controls).text
        except EngineError:
            return None
        if words_of(sentence) == words_of(" ".join(glosses)):
            return None
        verdict = check(sentence, glosses, self._language, controls)
        return sentence if verdict.ok else None


def _actions(language: str) -> Iterator[_Action]:
    """The verbs that people chose in the hand-written pairs; the tables hold many a rare one."""
    everyday = {
        gloss for pair in read_handwritten() if pair.language == language for gloss in pair.glosses
    }
    for verb, kinds in _spanish() if language == "es" else _english():
        if verb not in everyday:
            continue
        renamed = (_KINDS[language].get(kind, kind) for kind in kinds)
        found = tuple(kind for kind in dict.fromkeys(renamed) if kind in _LISTS[language])
        if found:
            yield _Action(verb, found)


_LISTS: Final[Mapping[str, frozenset[str]]] = {
    "es": word_set(
        "person kin animal food dish drink thing tool toy place body clothes device vehicle text "
        "game furniture instrument media event plant school weather"
    ),
    "en": word_set(
        "person kin animal food drink thing tool toy place clothes device vehicle game furniture "
        "instrument media event plant school music"
    ),
}
_OBJECTS: Final = ("thing", "toy", "animal", "tool")


def _spanish() -> Iterator[tuple[str, tuple[str, ...]]]:
    for verb in read_lists("es")["verbs"]:
        known = frame(verb)
        if known.known and not _UNFIT & known.flags:
            plain = ("food",) if "un" in known.flags else _OBJECTS if "tr" in known.flags else ()
            kinds = tuple(kind for kind in known.prepositions if kind != "body")
            yield verb, (*kinds, *(plain if not known.prepositions else ()))


def _english() -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, verb in read_verbs().items():
        if verb.frames and not _UNFIT & verb.traits and "'" not in name:
            yield name, tuple(verb.frames)
