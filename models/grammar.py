"""What the rules of one language offer to the engines, and how to get at them."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, Final, Protocol, cast

from models.engine import Controls, Tense
from models.errors import UnsupportedLanguageError
from models.realisation import Realisation

_PACKAGES: Final = {"es": "models.spanish", "en": "models.english"}


class Grammar(Protocol):
    """One language's package of rules."""

    FUNCTION_WORDS: frozenset[str]
    """Words that the grammar may add or leave out: articles, prepositions, auxiliaries..."""
    NEGATIONS: frozenset[str]
    """Words that make a message negative."""
    QUESTION_WORDS: frozenset[str]

    @staticmethod
    def realise(glosses: Sequence[str], controls: Controls) -> Realisation: ...

    @staticmethod
    def forms(gloss: str) -> frozenset[str]: ...

    @staticmethod
    def tense_of(time: str) -> Tense | None:
        """The tense that a word or phrase of time in lower case asks for; None for any other."""
        ...


def grammar(language: str) -> Grammar:
    """The rules of a language. Their tables are read at the first call, so not before the board.

    Raises UnsupportedLanguageError.
    """
    if language not in _PACKAGES:
        raise UnsupportedLanguageError(f"there are no rules for the language {language!r}")
    module: Any = importlib.import_module(_PACKAGES[language])
    return cast(Grammar, module)
