"""When something happens: the words of time that put a clause into the past or the future."""

from __future__ import annotations

import re
from typing import Final

from models.engine import Tense
from models.english.words import TIME_TENSES

_CALENDAR: Final = (
    r"(night|morning|afternoon|evening|day|week|weekend|fortnight|month|year|term|century|decade|"
    r"time|spring|summer|autumn|fall|winter|christmas|easter|ramadan|diwali|eid|holidays?|season|"
    r"birthday|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|mon|tues|wednes|thurs|fri|satur|sun)(day)?"
)
_LENGTH: Final = r"(seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|moments?)"
_YEAR: Final = r"in (1\d{3}|20[01]\d)"
"""A year that is over whenever the message is said."""
_PAST: Final = re.compile(
    rf"(the )?(last|previous) {_CALENDAR}( \w+)?|.+ ago|(the )?day before yesterday|"
    r"when (i|we|you|he|she|they|my \w+) (was|were) .+|"
    r"when (i|we) (little|small|young|younger|child|baby|kid|boy|girl|teenager)|"
    rf"{_YEAR}|"
    r"as (an? )?(child|baby|toddler|kid|boy|girl|teenager)|in my (youth|childhood)"
)
_FUTURE: Final = re.compile(
    rf"(the )?(next|following) {_CALENDAR}( \w+)?|in (an?|one|two|three|four|five|six|ten|a few|"
    rf"a couple of|\d+) {_LENGTH}|(the )?day after tomorrow|tomorrow \w+|when i('m| am) older"
)


def tense_of(time: str) -> Tense | None:
    """The tense that a word or phrase of time in lower case asks for, None for any other one."""
    if time in TIME_TENSES:
        return TIME_TENSES[time]
    if _PAST.fullmatch(time):
        return Tense.PAST
    return Tense.FUTURE if _FUTURE.fullmatch(time) else None
