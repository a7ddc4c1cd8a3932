"""What the checks know of Spanish."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from models.checking import spanish_words as small
from models.checking.meaning import Addition, Kind, Meaning, Person, Reading
from models.checking.spanish_contexts import in_context
from models.checking.spanish_forms import (
    all_forms,
    auxiliary_of,
    paradigm,
    spellings,
    verb_of,
)
from models.checking.words import key, keys, listed, without_acute
from models.grammar import grammar
from models.spanish import nouns
from models.spanish.lexicon import bare
from models.spanish.tongues import spoken


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

    def may_act(self, word: str, gloss: str) -> bool:
        del word, gloss  # a verb is tapped in a form of its own
        return False

    def helps(self, word: str) -> bool:
        del word
        return False

    def split(self, word: str, known: Callable[[str], str | None]) -> tuple[str, ...]:
        if word in small.PARTS:
            return small.PARTS[word]
        if word in small.ADDITIONS or auxiliary_of(word):
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
            Meaning(_TAUGHT) if at in tongues else in_context(words, at, gloss)
            for at, gloss in enumerate(glosses)
        )

    def addition(self, word: str) -> Addition | None:
        verb = auxiliary_of(word)
        return small.ADDITIONS.get(word) or (small.AUXILIARIES[verb] if verb else None)

    def persons(self, word: str) -> frozenset[Person]:
        return _persons(word)

    def is_subject_form(self, word: str) -> bool:
        return word in small.SUBJECTS

    def is_object_form(self, word: str) -> bool:
        return word in small.OBJECTS

    def is_plural(self, word: str) -> bool | None:
        use = nouns.lookup(word)
        return None if use is None else use.plural

    def readings(self, word: str, gloss: str | None) -> frozenset[Reading]:
        verb = auxiliary_of(word) if gloss is None else verb_of(gloss)
        return paradigm(verb).get(word, frozenset()) if verb else frozenset()


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
    verb = verb_of(gloss)
    simple = all_forms(verb) if verb and " " not in gloss else frozenset[str]()
    found = (key(one) for form in grammar("es").forms(gloss) for one in spellings(form))
    plain = (form for form in found if form in simple or not _carries_pronoun(form, simple))
    asked = listed(small.ASKED.get(gloss, ""))
    return own | asked | frozenset(plain) | ({"hay"} if verb == "haber" else frozenset())


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


_TAUGHT: Final = frozenset({Kind.NOUN, Kind.ADJECTIVE})
"""A language, which tells more of what stands before it: *clase, inglés*."""
