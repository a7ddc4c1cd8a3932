"""Spanish spelling: syllables, stress, written accents and capitals.

Rules of the *Ortografía de la lengua española* (RAE, 2010); verb forms of one syllable keep the
accent that it made optional (*rió*, *guió*), because voices read them right only with it.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_ACUTE = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")


_ACCENTED = dict(zip("aeiou", "áéíóú", strict=True))


_STRONG = frozenset("aeoáéó")


_STRESSED_WEAK = frozenset("íú")


_WEAK = frozenset("iuüíú")


_VOWELS = _STRONG | _WEAK


def without_accents(word: str) -> str:
    """The word without acute accents; ñ and ü stay."""
    return word.translate(_ACUTE)


def folded(word: str) -> str:
    """The word in lower case without any mark, for comparison only: `¿Qué?` and `que` agree."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def is_vowel(letter: str) -> bool:
    """Whether the lower-case letter is a vowel."""
    return letter in _VOWELS


def _is_silent_u(word: str, i: int) -> bool:
    """The u of que, qui, gue, gui."""
    if word[i] != "u" or i == 0 or i + 1 >= len(word):
        return False
    return word[i - 1] in "qg" and word[i + 1] in "eiéí"


def _are_one_syllable(left: str, right: str) -> bool:
    """Whether two neighbouring vowels form a diphthong."""
    if left in _STRESSED_WEAK and right in _STRONG:
        return False
    if left in _STRONG and right in _STRESSED_WEAK:
        return False
    return not (left in _STRONG and right in _STRONG) and left != right


def nuclei(word: str) -> list[list[int]]:
    """The positions of the vowels of each syllable of a lower-case word."""
    groups: list[list[int]] = []
    previous = -9
    for i, letter in enumerate(word):
        if letter not in _VOWELS or _is_silent_u(word, i):
            continue
        touching = i - previous == 1 or (i - previous == 2 and word[i - 1] == "h")
        if groups and touching and _are_one_syllable(word[previous], letter):
            groups[-1].append(i)
        else:
            groups.append([i])
        previous = i
    return groups


def _peak(word: str, group: list[int]) -> int:
    """The vowel of a syllable that carries its stress."""
    for i in group:
        if word[i] in "áéíóú":
            return i
    return next((i for i in group if word[i] in _STRONG), group[-1])


def stressed_vowel(word: str) -> int:
    """The position of the stressed vowel of a lower-case word, -1 if it has no vowel."""
    groups = nuclei(word)
    if not groups:
        return -1
    for group in groups:
        if any(word[i] in "áéíóú" for i in group):
            return _peak(word, group)
    is_last = len(groups) == 1 or word[-1] not in "aeiouns"
    return _peak(word, groups[-1] if is_last else groups[-2])


def stressed_at(word: str, position: int) -> str:
    """The word with stress on the vowel at `position`, with a written accent if one is due."""
    plain = without_accents(word)
    if not 0 <= position < len(plain) or plain[position] not in _ACCENTED:
        return plain
    accented = plain[:position] + _ACCENTED[plain[position]] + plain[position + 1 :]
    groups = nuclei(accented)
    is_hiatus = plain[position] in "iu" and len(nuclei(plain)) != len(groups)
    if is_hiatus or (len(groups) > 1 and stressed_vowel(plain) != position):
        return accented
    return plain


@cache
def attached(form: str, *clitics: str) -> str:
    """A verb form with clitics behind it: *siéntate*, *dámelo*, *vámonos*, *sentaos*."""
    if not clitics:
        return form
    position = stressed_vowel(form)
    if clitics[0] == "nos" and form.endswith("mos"):
        form = form[:-1]
    if clitics[0] == "os" and form.endswith("d") and form != "id":
        form = form[:-1]
    return stressed_at(form + "".join(clitics), position)


def capitalised(text: str) -> str:
    """The text with its first letter in upper case, unless the word has a capital: iPad."""
    for i, letter in enumerate(text):
        if letter.isalnum():
            if letter.islower() and any(c.isupper() for c in text[i:].partition(" ")[0]):
                return text
            return text[:i] + letter.upper() + text[i + 1 :]
    return text
