"""Which sentences of a corpus are fit to learn from, and how they are put right."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import Final

from models.train.sources import RawSentence
from models.train.wordlists import words

_LEAST_WORDS: Final = 2
_MOST_WORDS: Final = 12
_ODD: Final = re.compile(r"[<>{}\[\]|/\\@#*_=+%$€\"«»“”()\d;:—–]|\.\.|…|'s'|--")
_END: Final = re.compile(r"[.?!]$")
_INSIDE_END: Final = re.compile(r"[.?!].")
_ABOUT_A_PROGRAM: Final = re.compile(
    r"\b(?:ro?bots?|chatbots?|bots?|siri|alexa|bixby|cortana|asistente|assistant|program\w*|"
    r"inteligencia|artificial|algoritmo|ordenador|computer|máquina|machine|cread\w+|creator|"
    r"creó|created|jefe|boss|maker|human[oa]?s?|ser humano|google|microsoft|internet|software|"
    r"código|code|versión|version|eres tú|who are you|quién eres|tu nombre|your name)\b",
    re.IGNORECASE,
)
_UNCHOSEN: Final = re.compile(
    r"\b(?:idiotas?|imbécil(?:es)?|estúpid\w+|tont\w+|put[ao]s?|mierda|joder|cabr\w+|gilipollas|"
    r"zorra|follar\w*|sexo|sexy|sexual\w*|desnud\w+|cállate|odio|matar\w*|muérete|suicid\w+|"
    r"drog\w+|borrach\w+|stupid|idiots?|dumb|shut up|fuck\w*|shit\w*|bitch\w*|sex|sexy|naked|"
    r"kill\w*|suicid\w+|drugs?|drunk\w*|hate|ass|damn|bastard|whore|murder\w*|rape\w*|nazi\w*)\b",
    re.IGNORECASE,
)
"""What nobody chose. The words themselves are not shunned: hand-written pairs hold them."""
_VOSEO: Final = re.compile(
    r"\b(?:vos|sos|tenés|querés|podés|sabés|hacés|decís|vení)\b", re.IGNORECASE
)
_ARCHAIC: Final = re.compile(r"\b(?:vuestra merced|thou|thy|thee|ye)\b", re.IGNORECASE)

MASCULINE_NAMES: Final = {
    "es": words(
        "Juan Pedro Luis Carlos Pablo Diego Marcos Javier Miguel Andrés Raúl Iván Hugo Leo "
        "Mateo Daniel Álex Nico Samuel Omar Adrián Bruno"
    ),
    "en": words(
        "Ben Sam Max Jack Leo Peter Adam Noah Alex Daniel Omar Tim Harry Joe Oscar Luke Ali "
        "George Ethan"
    ),
}
FEMININE_NAMES: Final = {
    "es": words(
        "María Ana Marta Lucía Elena Sara Laura Carmen Rosa Sofía Irene Paula Nora Alba Vera "
        "Julia Emma Noa Claudia Fátima Inés"
    ),
    "en": words(
        "Anna Lucy Emma Mia Sara Lily Kate Zoe Ruby Grace Ivy Rose Ella Amy Olivia Molly Aisha "
        "Jane Hannah"
    ),
}
_STOCK_MEN: Final = re.compile(r"\b(?:Tom|Tomás|John|Bill|Ken|Bob|Jim|Mike)\b")
_STOCK_WOMEN: Final = re.compile(r"\b(?:Mary|Jane|Betty|Nancy)\b")
_STOCK_TOWN: Final = re.compile(r"\b(?:Boston|Tokio|Tokyo|Kioto|Kyoto|Osaka)\b")
_TOWNS: Final = {
    "es": words("Madrid Valencia Sevilla Zaragoza Bilbao Granada"),
    "en": words("London Leeds Bristol Cardiff York Dublin"),
}


def cleaned(raw: RawSentence) -> str | None:
    """The sentence with its marks put right; None where it is not fit."""
    text = " ".join(raw.text.replace("’", "'").split())
    if not text or (not text[0].isalpha() and text[0] not in "¿¡"):
        return None
    if not _END.search(text):
        text += "."
    text = _capitalised(text)
    if not _has_right_marks(text, raw.language) or _is_unfit(text, raw):
        return None
    words = len(text.split())
    return text if _LEAST_WORDS <= words <= _MOST_WORDS else None


def _capitalised(text: str) -> str:
    at = 1 if text[0] in "¿¡" and len(text) > 1 else 0
    return text[:at] + text[at].upper() + text[at + 1 :]


def _has_right_marks(text: str, language: str) -> bool:
    if _ODD.search(text) or _INSIDE_END.search(text):
        return False
    if language == "es":
        return ("?" in text) == ("¿" in text) and ("!" in text) == ("¡" in text)
    return not set("¿¡ñáéíóú") & set(text.lower())


def _is_unfit(text: str, raw: RawSentence) -> bool:
    if _UNCHOSEN.search(text) or _ARCHAIC.search(text):
        return True
    if raw.source.is_chat and _ABOUT_A_PROGRAM.search(text):
        return True
    return raw.language == "es" and bool(_VOSEO.search(text))


def renamed(text: str, language: str, rng: random.Random) -> str:
    """The sentence with other names for the few that fill the corpus."""
    for pattern, names in _replacements(language):
        if pattern.search(text):
            name = rng.choice(names)
            text = pattern.sub(name, text)
    return text


def _replacements(language: str) -> tuple[tuple[re.Pattern[str], list[str]], ...]:
    by_language: tuple[tuple[re.Pattern[str], Mapping[str, list[str]]], ...] = (
        (_STOCK_MEN, MASCULINE_NAMES),
        (_STOCK_WOMEN, FEMININE_NAMES),
        (_STOCK_TOWN, _TOWNS),
    )
    return tuple((pattern, names[language]) for pattern, names in by_language)
