"""Where the checks get their knowledge of a language."""

from __future__ import annotations

from functools import cache

from models.checking.message import Lexis


@cache
def lexis_of(language: str) -> Lexis | None:
    """What the checks know of a language, None of one without rules.

    The tables are read at the first call, so not before the board is on screen.
    """
    if language == "es":
        from models.checking.spanish import Spanish

        return Spanish()
    if language == "en":
        from models.checking.english import English

        return English()
    return None
