"""Do two sentences differ in more than the gender they agree with?

Each word is brought to a form without gender, and the two rows of words are compared: what is left
is a difference of wording. In Spanish a last -a or -o is dropped, so a noun for a noun that differs
only there (*caso*, *casa*) would be missed; nothing else would be.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SPANISH: Final = {
    "al": "a @",
    "del": "de @",
    "el": "@",
    "la": "@",
    "los": "@s",
    "las": "@s",
    "lo": "@",
    "un": "un@",
    "una": "un@",
    "él": "person",
    "ella": "person",
    "ellos": "persons",
    "ellas": "persons",
    "mamá": "parent",
    "papá": "parent",
    "madre": "parent",
    "padre": "parent",
    "mujer": "adult",
    "hombre": "adult",
    "jefe": "jef@",
    "jefa": "jef@",
}
_ENGLISH: Final = {
    "she": "person",
    "he": "person",
    "she's": "person's",
    "he's": "person's",
    "her": "person's own",
    "his": "person's own",
    "him": "person's own",
    "hers": "person's own",
    "herself": "person's self",
    "himself": "person's self",
    "mum": "parent",
    "dad": "parent",
    "mother": "parent",
    "father": "parent",
    "woman": "adult",
    "man": "adult",
    "grandma": "grandparent",
    "grandpa": "grandparent",
    "aunt": "relative",
    "uncle": "relative",
    "sister": "sibling",
    "brother": "sibling",
    "girl": "child",
    "boy": "child",
}


def without_gender(sentence: str, language: str) -> tuple[str, ...]:
    """The words of a sentence, without what tells a woman from a man."""
    words = _WORD.findall(sentence.lower())
    if language == "es":
        return tuple(" ".join(map(_spanish, words)).split())
    return tuple(" ".join(_ENGLISH.get(word, word) for word in words).split())


def _spanish(word: str) -> str:
    if word in _SPANISH:
        return _SPANISH[word]
    if word.endswith(("ora", "oras")):
        return re.sub(r"a(s?)$", lambda found: "es" if found[1] else "", word)
    return re.sub(r"(?<=..)[ao](s?)$", r"@\1", word)
