"""Spanish nouns: gender, plural, and what kind of thing they name.

Words of the table `data/nouns.tsv` are known; of any other word gender and number are read off its
ending (*Nueva gramática*, RAE 2009, ch. 2 and 3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from models.spanish.genders import FEMININE_A, is_feminine_ending
from models.spanish.orthography import (
    is_vowel,
    nuclei,
    stressed_at,
    stressed_vowel,
    without_accents,
)
from models.spanish.singulars import is_illness, is_singular, named_by_action
from models.spanish.wordlist import rows


@dataclass(frozen=True, slots=True)
class Noun:
    """What the table knows of a noun."""

    word: str
    """The singular, lower case."""
    classes: tuple[str, ...]
    """Kinds of thing, the usual first: person, food, place..."""
    flags: frozenset[str] = frozenset()
    feminine: bool = False
    common: bool = False
    """Whether the same word serves for both sexes: el artista, la artista."""


@dataclass(frozen=True, slots=True)
class Use:
    """A noun as it was tapped: which noun, and in which number."""

    noun: Noun
    plural: bool


@cache
def _table() -> dict[str, Noun]:
    """The nouns of the table by their singular."""
    nouns: dict[str, Noun] = {}
    for name, flags, words in rows("nouns.tsv"):
        for noun in _parsed(name, flags, words):
            known = nouns.get(noun.word)
            nouns[noun.word] = _merged(known, noun) if known else noun
    return nouns


def _parsed(name: str, flags: str, words: str) -> Iterator[Noun]:
    for entry in words.split(" "):
        word, _, gender = entry.replace("_", " ").partition("=")
        head = word.split(" ")[0]
        singular = singular_guess(head) if is_plural_form(head) else head
        feminine = gender == "f" or (gender != "m" and is_feminine_ending(singular))
        yield Noun(word, (name,), frozenset(flags.split()), feminine, gender == "c")


def _merged(first: Noun, second: Noun) -> Noun:
    return Noun(
        first.word,
        first.classes + second.classes,
        first.flags | second.flags,
        first.feminine,
        first.common,
    )


def lookup(word: str) -> Use | None:
    """The known noun that a lower-case word is, singular or plural; None if it is none."""
    table = _table()
    if word in table:
        noun = table[word]
        plural = "many" in noun.flags or is_plural_form(word)
        plural |= any(s in table for s in singulars(word))
        town = noun.classes[0] == "place" and "bare" in noun.flags
        return Use(noun, plural and not town)
    if " " in word:
        return _phrase(word)
    for singular in singulars(word):
        if singular in table:
            return Use(table[singular], plural=True)
    return _diminutive(word) or _by_form(word)


def _by_form(word: str) -> Use | None:
    """What no table knows and its form tells: pericarditis, guardabotas."""
    if is_illness(word):
        return Use(Noun(word, ("illness",), frozenset({"mass"}), feminine=True), plural=False)
    if _is_named_by_action(word):
        return Use(Noun(word, ("tool",)), plural=False)
    return None


def _phrase(words: str) -> Use | None:
    """A noun with more behind it, known or plural: silla de ruedas, sillas de ruedas."""
    head, _, tail = words.partition(" ")
    use = lookup(head)
    if use is None:
        return None
    known = _table().get(f"{use.noun.word} {tail}")
    return Use(known, use.plural) if known else use


def _diminutive(word: str) -> Use | None:
    """A known noun made small: gatito, casitas, florecita."""
    plural = word.endswith("s")
    stem = word.removesuffix("s")
    for ending in ("ecita", "ecito", "cita", "cito", "ita", "ito", "illa", "illo"):
        if not stem.endswith(ending) or len(stem) - len(ending) < 2:
            continue
        root = stem.removesuffix(ending)
        for base in (
            root + ending[-1],
            root,
            root + "e",
            root + ("a" if ending[-1] == "o" else "o"),
        ):
            for spelled in (base, _respelled(base)):
                noun = _table().get(spelled)
                if noun:
                    feminine = ending[-1] == "a"
                    small = Noun(stem, noun.classes, noun.flags - {"bare"}, feminine)
                    return Use(small, plural)
    return None


def _respelled(base: str) -> str:
    """The base of barquito is barco, of lucecita luz."""
    for old, new in (("qu", "c"), ("gu", "g")):
        head, found, vowel = base.rpartition(old)
        if found and len(vowel) == 1:
            return head + new + vowel
    return base[:-1] + "z" if base.endswith("c") else base


def is_plural_form(word: str) -> bool:
    """Whether a noun listed in the plural is one: gafas, but not autobús, crisis or paraguas."""
    if not word.endswith("s") or " " in word:
        return False
    if len(nuclei(word)) == 1 or is_singular(word) or _is_named_by_action(word):
        return False
    return stressed_vowel(word) < len(word) - 2


def _is_named_by_action(word: str) -> bool:
    """reposacabezas, lavaplatos: a verb and its object make one thing, not several."""
    done_to, known = without_accents(named_by_action(word)), _words()
    if not done_to or any(s in known for s in singulars(word)):
        return False
    return done_to in known or any(s in known for s in singulars(done_to))


@cache
def _words() -> frozenset[str]:
    """Every word of the table as it is written there."""
    rows_of = (row[2] for row in rows("nouns.tsv"))
    return frozenset(entry.partition("=")[0] for row in rows_of for entry in row.split(" "))


def singulars(word: str) -> Iterator[str]:
    """What the singular of a plural may be, the likeliest first; nothing if it is no plural."""
    if not word.endswith("s") or len(word) < 4:
        return
    if word.endswith("ces"):
        yield word[:-3] + "z"
    if word.endswith("es"):
        stem = word[:-2]
        yield stem
        position = stressed_vowel(word)
        if 0 <= position < len(stem):
            yield stressed_at(stem, position)
    yield word[:-1]


def singular_guess(word: str) -> str:
    """The singular of a plural that no table knows."""
    for candidate in singulars(word):
        if candidate.endswith(("a", "e", "i", "o", "u", "é", "á", "z")):
            if not (candidate.endswith("z") and not word.endswith("ces")):
                return candidate
        elif _ends_like_a_noun(candidate) and stressed_vowel(candidate) == stressed_vowel(word):
            return candidate
    return word


def _ends_like_a_noun(stem: str) -> bool:
    return len(stem) > 2 and stem[-1] in "lrdjyn" and is_vowel(stem[-2])


@cache
def plural(word: str) -> str:
    """The plural of a singular noun or adjective: luces, canciones, exámenes, lunes."""
    if " " in word:
        head, _, tail = word.partition(" ")
        return f"{plural(head)} {_agreeing_tail(head, tail)}"
    if word in _FOREIGN_PLURALS:
        return _FOREIGN_PLURALS[word]
    if word.endswith("x") or len(word) < 2:
        return word
    last = word[-1]
    if last in "aeiouáéóíúü":
        return word + "s"
    if last == "z":
        return word[:-1] + "ces"
    if last == "s":
        many = _is_stressed_on_last(word) and not _is_named_by_action(word)
        return _with_es(word) if many else word
    if last in "nlrdj":
        return _with_es(word)
    if last == "y":
        return _jerseis(word) if len(nuclei(word[:-1])) > 1 else word + "es"
    return word + ("es" if word.endswith("ch") else "s")


_FOREIGN_PLURALS = {
    "álbum": "álbumes",
    "club": "clubes",
    "flash": "flashes",
    "fan": "fans",
    "gay": "gais",
    "hobby": "hobbies",
    "estrés": "estrés",
    "hámster": "hámsteres",
    "email": "emails",
    "móvil": "móviles",
    "eslogan": "eslóganes",
    "bacon": "bacon",
    "mánager": "mánagers",
    "show": "shows",
    "ferry": "ferris",
    "sexy": "sexis",
    "lord": "lores",
}


def _jerseis(word: str) -> str:
    """jersey, jerséis: a final y that turns into i is stressed like before."""
    form = word[:-1] + "is"
    return stressed_at(form, len(form) - 3)


def _agreeing_tail(head: str, tail: str) -> str:
    """huevo frito, huevos fritos; silla de ruedas, sillas de ruedas."""
    if " " in tail or tail.startswith("de ") or not tail.endswith(head[-1]) or head[-1] not in "ao":
        return tail
    return tail + "s"


def _is_stressed_on_last(word: str) -> bool:
    groups = nuclei(word)
    return bool(groups) and stressed_vowel(word) in groups[-1]


def _with_es(word: str) -> str:
    """canción, canciones; joven, jóvenes: the stress stays where it was."""
    return stressed_at(word + "es", stressed_vowel(word))


def takes_el(word: str) -> bool:
    """Whether a feminine singular noun takes el and un: el agua, un águila."""
    return word in FEMININE_A


def plain_key(word: str) -> str:
    """A word without accents, to find one that was tapped without them."""
    return without_accents(word)


def known_words() -> tuple[str, ...]:
    """Every noun of the table."""
    return tuple(_table())


def feminine_of(word: str) -> str:
    """The noun for a woman: bailarina of bailarín, médica of médico; the word itself if none."""
    head, blank, tail = word.partition(" ")
    if blank:
        woman = feminine_of(head)
        agrees = woman != head and " " not in tail and tail.endswith("o")
        return f"{woman} {tail[:-1] + 'a' if agrees else tail}"
    table = _table()
    stem = word[:-1] if word[-1:] in ("o", "e") else without_accents(word)
    for candidate in (stem + "a", word):
        if candidate in table and table[candidate].feminine:
            return candidate
    return word
