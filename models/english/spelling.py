"""Spelling rules of English inflection: endings, doubled consonants, a or an, capitals."""

from __future__ import annotations

from typing import Final

from models.english.tables import members

_VOWELS: Final = frozenset("aeiou")
_CONSONANTS: Final = frozenset("bcdfghjklmnpqrstvwxyz")
_SIBILANT_ENDINGS: Final = ("s", "x", "z", "ch", "sh")

_L_SINGLE: Final = frozenset(["parallel", "appeal", "conceal", "reveal"])
"""Verbs in a short vowel and l that do not double it, against the British rule."""

_SILENT_H: Final = ("hour", "honest", "honour", "honor", "heir")
_SOUNDS_LIKE_YOU: Final = (
    "uni",
    "use",
    "usu",
    "uti",
    "ura",
    "uro",
    "eu",
    "ewe",
    "ufo",
    "one",
    "once",
)
_NOT_LIKE_YOU: Final = ("unin", "unim", "unid")
_LETTERS_AS_VOWELS: Final = frozenset("AEFHILMNORSX")


def _syllables(word: str) -> int:
    """Groups of vowels; good enough to tell one syllable from more."""
    count, inside = 0, False
    for index, char in enumerate(word):
        vowel = char in _VOWELS or (char == "y" and index > 0)
        count += vowel and not inside
        inside = vowel
    return count


def _doubles(verb: str) -> bool:
    """Whether the last consonant is doubled before -ed and -ing."""
    if len(verb) < 3 or verb[-1] not in _CONSONANTS or verb[-1] in "wxyhj":
        return False
    if verb[-2] not in _VOWELS or verb[-1] == "c":
        return False
    after_qu = verb[-4:-2] == "qu"
    if verb[-3] in "aeiouy" and not after_qu:
        return False
    tail = verb.rsplit("-", 1)[-1]
    if _syllables(tail) == 1:
        return True
    return tail in members("doubling") or (verb[-1] == "l" and verb not in _L_SINGLE)


def third_person(verb: str) -> str:
    """goes, cries, catches: the regular third person singular of the present."""
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    if verb.endswith("z") and verb[-2:-1] in _VOWELS and not verb.endswith("zz"):
        return verb + "zes"
    if verb.endswith(_SIBILANT_ENDINGS) or verb in _O_TAKES_ES:
        return verb + "es"
    return verb + "s"


_O_TAKES_ES: Final = frozenset({"go", "do", "undo", "redo", "overdo", "echo", "veto", "torpedo"})


def past(verb: str) -> str:
    """hugged, cried, used: the regular past and past participle."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    if verb.endswith("c") and verb[-2:-1] in _VOWELS:
        return verb + "ked"
    return verb + verb[-1] + "ed" if _doubles(verb) else verb + "ed"


def gerund(verb: str) -> str:
    """running, making, lying: the -ing form."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb not in _KEEP_E:
        return verb[:-1] + "ing"
    if verb.endswith("c") and verb[-2:-1] in _VOWELS:
        return verb + "king"
    return verb + verb[-1] + "ing" if _doubles(verb) else verb + "ing"


_KEEP_E: Final = frozenset({"be", "singe", "tinge", "swinge", "whinge", "binge", "age"})


def plural(noun: str) -> str:
    """babies, boxes, dogs: the regular plural."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith("z") and noun[-2:-1] in _VOWELS and not noun.endswith("zz"):
        return noun + "zes"
    if noun.endswith(_SIBILANT_ENDINGS):
        return noun + "es"
    return noun + "s"


def possessive(noun: str) -> str:
    """mum's, the boys': the owner's form."""
    several = noun.endswith("s") and not noun.endswith("ss") and noun[:1].islower()
    return noun + ("'" if several else "'s")


_KEEP_Y: Final = frozenset({"shy", "sly", "wry"})


def graded(adjective: str) -> str:
    """What -er and -est are put to: bigg, happi, nic; of a long word as it would be."""
    if adjective.endswith("y") and adjective[-2] not in "aeiou" and adjective not in _KEEP_Y:
        return adjective[:-1] + "i"
    if adjective.endswith("e"):
        return adjective[:-1]
    last = adjective[-3:]
    is_short = _syllables(adjective) == 1 and len(last) > 2
    doubles = last[:1] not in "aeiou" and last[1:2] in "aeiou" and last[2:] not in "aeiouwxy"
    return adjective + adjective[-1] if is_short and doubles else adjective


def comparative(adjective: str) -> str:
    """big as bigger, happy as happier, boring as more boring."""
    known = {"good": "better", "bad": "worse", "well": "better", "far": "further"}
    if adjective in known:
        return known[adjective]
    is_short = adjective in {"clever", "quiet", "gentle", "simple"} or adjective.endswith("y")
    if _syllables(adjective.removesuffix("e")) > 1 and not is_short:
        return f"more {adjective}"
    return f"{graded(adjective)}er"


def article(word: str) -> str:
    """`a` or `an`, by the sound with which the next word begins."""
    lower = word.lower()
    if not lower[:1].isalpha():
        return "an" if lower[:1] == "8" or lower.startswith(("11", "18")) else "a"
    word = word.split("-", 1)[0]
    if word.isupper() and (len(word) == 1 or word[1:2] not in "AEIOU") and len(word) < 5:
        return "an" if word[0] in _LETTERS_AS_VOWELS else "a"
    if lower.startswith(_SILENT_H):
        return "an"
    if lower.startswith(_SOUNDS_LIKE_YOU) and not lower.startswith(_NOT_LIKE_YOU):
        return "a"
    return "an" if lower[0] in "aeiouáéíóú" else "a"


def capitalised(text: str) -> str:
    """A capital at the start, unless the first word has a capital of its own («iPad»)."""
    first, _, _ = text.partition(" ")
    for index, char in enumerate(text):
        if not char.isalnum():
            continue
        capital = char.upper()
        if first != first.lower() or len(capital) != 1:
            return text
        return text[:index] + capital + text[index + 1 :]
    return text
